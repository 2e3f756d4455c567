#!/usr/bin/env python3
"""What must hold of the built program whatever the checklist says of a record.

    behaviour.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
EXPORTS = pathlib.Path(sys.argv[2]).resolve() / "fixtures" / "exports"
COPIES = 150  # enough of the sample that a run takes longer than half a second


class Behaviour(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-behaviour-"))
        self.addCleanup(shutil.rmtree, self.work)

    def auditor(self, *arguments, status=0, **settings):
        done = subprocess.run([PROGRAM, *arguments], cwd=self.work, capture_output=True, timeout=300, **settings)
        self.assertEqual(done.returncode, status, done.stderr.decode(errors="replace"))
        return done

    def records(self, copies=1):
        """A folder `records` with the sample exports, so many times over."""
        for number in range(copies):
            shutil.copytree(EXPORTS, self.work / "records" / f"{number:04}")

    def lines(self, report="audit-report"):
        return [json.loads(line) for line in (self.work / report / "findings.jsonl").read_text().splitlines()]

    def test_output_is_the_same_whatever_the_jobs(self):
        self.records(copies=3)
        for jobs in ("1", "4"):
            self.auditor("audit", "records", "--jobs", jobs, "--out", f"report-{jobs}")
        for name in ("findings.jsonl", "findings.csv"):
            one, four = ((self.work / f"report-{jobs}" / name).read_bytes() for jobs in ("1", "4"))
            self.assertEqual(one, four, name)

    def test_a_pseudonymised_run_holds_no_names_and_the_key_lies_apart(self):
        self.records()
        record = self.work / "records" / "0000" / "team-north" / "16-core-atkin.txt"
        record.rename(record.with_name("16 Tyler Atkin.txt"))
        self.auditor("audit", "records", "--out", "plain")
        self.auditor("audit", "records", "--pseudonymise", "--key", "key.txt", "--out", "renamed")
        names = set()
        with sqlite3.connect(self.work / "plain" / "run.db") as plain:
            for (name,) in plain.execute("SELECT name FROM person WHERE role = 'subject_child' AND name LIKE '% %'"):
                names.add(name)
        self.assertGreater(len(names), 20)
        key = (self.work / "key.txt").read_text()
        self.assertEqual(stat.S_IMODE((self.work / "key.txt").stat().st_mode), 0o600)
        for file in sorted((self.work / "renamed").rglob("*")):
            if file.is_file():
                held = file.read_bytes()
                for name in names:
                    self.assertNotIn(name.encode(), held, file.name)
        for name in names:
            self.assertIn(name, key)
        plain, renamed = self.lines("plain"), self.lines("renamed")
        self.assertEqual([[item["rating"] for item in line["items"]] for line in plain if line["status"] == "audited"],
                         [[item["rating"] for item in line["items"]] for line in renamed if line["status"] == "audited"])

    def test_a_key_goes_to_a_new_file_outside_the_reports(self):
        self.records()
        inside = self.auditor("audit", "records", "--pseudonymise", "--key", "audit-report/key.txt", status=2)
        self.assertIn(b"the key may not lie in the folder that it opens", inside.stderr)
        (self.work / "key.txt").write_text("mine")
        there = self.auditor("audit", "records", "--pseudonymise", "--key", "key.txt", status=2)
        self.assertIn(b"the key's file is there already", there.stderr)
        self.assertEqual((self.work / "key.txt").read_text(), "mine")

    def test_stream_gives_the_lines_of_the_file(self):
        self.records()
        self.auditor("audit", "records")
        stream = self.auditor("audit", "records", "--format", "jsonl", "--out", "-").stdout
        self.assertEqual(stream, (self.work / "audit-report" / "findings.jsonl").read_bytes())

    def test_lines_come_in_order_of_path_and_quotes_stand_in_the_text(self):
        self.records()
        self.auditor("audit", "records")
        paths = [line["path"] for line in self.lines()]
        self.assertEqual(paths, sorted(paths, key=os.fsencode))
        quotes = 0
        for line in self.lines():
            if line["status"] != "audited":
                continue
            text = self.auditor("text", line["path"]).stdout
            for item in line["items"]:
                self.assertTrue(item["evidence"] or item["rating"] in ("not_met", "na"), (line["path"], item["id"]))
                for evidence in item["evidence"]:
                    self.assertEqual(text[evidence["start"] : evidence["end"]].decode(), evidence["quote"])
                    quotes += 1
        self.assertGreater(quotes, 0)

    def test_a_pdf_reads_the_same_inside_a_worker(self):
        """Or is refused alike, where the program was built without its PDF reader."""
        folder = EXPORTS.parent / "readers" / "pdf"
        for record in sorted(folder.glob("*.pdf")):
            read = subprocess.run([PROGRAM, "text", str(record)], capture_output=True, timeout=60)
            stream = subprocess.run([PROGRAM, "audit", str(record), "--format", "jsonl", "--out", "-"],
                                    cwd=self.work, capture_output=True, timeout=60).stdout
            line = json.loads(stream.splitlines()[0])
            if read.returncode != 0:
                self.assertIn(line["reason"], read.stderr.decode())
                continue
            self.assertEqual(line["status"], "audited")
            evidence = [e for item in line["items"] for e in item["evidence"]]
            self.assertTrue(evidence)
            for piece in evidence:
                self.assertEqual(read.stdout[piece["start"] : piece["end"]].decode(), piece["quote"])
                self.assertEqual(piece["where"]["page"], 1)

    def test_a_record_does_not_depend_on_its_neighbours(self):
        self.records()
        self.auditor("audit", "records")
        for line in self.lines()[::7]:
            alone = self.auditor("audit", line["path"], "--out", "-").stdout
            line["flags"] = [flag for flag in line["flags"] if flag["id"] != "F4"]
            self.assertEqual(json.loads(alone), line)

    def test_only_the_flag_that_compares_needs_the_batch(self):
        self.records()
        self.auditor("audit", "records", "--out", "compared")
        self.auditor("audit", "records", "--no-across", "--out", "single")
        compared, single = self.lines("compared"), self.lines("single")
        twins = [line["path"] for line in compared for flag in line["flags"] if flag["id"] == "F4"]
        self.assertEqual(len(twins), 2, twins)
        for line in compared:
            for flag in line["flags"]:
                if flag["id"] == "F4":
                    self.assertTrue(any(path in flag["reason"] for path in twins if path != line["path"]), flag)
            line["flags"] = [flag for flag in line["flags"] if flag["id"] != "F4"]
        self.assertEqual(compared, single)
        for report, ran in (("compared", True), ("single", False)):
            self.assertEqual(json.loads((self.work / report / "run.json").read_text())["across"], ran)

    def test_archive_is_audited_as_its_files_are(self):
        self.records()
        inner = self.work / "inner.zip"
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted((self.work / "records").rglob("*.docx")):
                archive.write(path, path.relative_to(self.work / "records"))
        with zipfile.ZipFile(self.work / "batch.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted((self.work / "records").rglob("*.*"), reverse=True):
                archive.write(path, path.relative_to(self.work / "records"))
            archive.write(inner, "word.zip")
        self.auditor("audit", "records", "--out", "folder", "--no-across")
        plain = {line.pop("path").removeprefix("records/"): line for line in self.lines("folder")}
        for jobs in ("1", "4"):
            self.auditor("audit", "batch.zip", "--out", f"archive-{jobs}", "--jobs", jobs, "--no-across")
        one, four = ((self.work / f"archive-{jobs}" / "findings.jsonl").read_bytes() for jobs in ("1", "4"))
        self.assertEqual(one, four)
        lines = self.lines("archive-1")
        paths = [line["path"] for line in lines]
        self.assertEqual(paths, sorted(paths, key=os.fsencode))
        names = [path.removeprefix("batch.zip!/") for path in paths]
        nested = [name.removeprefix("word.zip!/") for name in names if name.startswith("word.zip!/")]
        self.assertEqual([name for name in names if not name.startswith("word.zip!/")], sorted(plain))
        self.assertEqual(nested, [name for name in sorted(plain) if name.endswith(".docx")])
        for line, name in zip(lines, names):
            line.pop("path")
            self.assertEqual(line, plain[name.removeprefix("word.zip!/")], name)
        member = f"batch.zip!/word.zip!/{nested[0]}"
        for verb in ("text", "show"):
            there = self.auditor(verb, member).stdout
            self.assertEqual(there.replace(os.fsencode(member), b""),
                             self.auditor(verb, f"records/{nested[0]}").stdout.replace(f"records/{nested[0]}".encode(), b""))
        self.auditor("text", "batch.zip!/none.docx", status=1)
        self.auditor("show", "batch.zip", status=1)
        self.auditor("text", "none.zip!/none.docx", status=2)

    def test_record_that_is_cut_off_says_so_everywhere(self):
        (self.work / "records").mkdir()
        source = next(path for path in sorted(EXPORTS.rglob("*.docx")))
        whole = zipfile.ZipFile(source).read("word/document.xml")
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(self.work / "records" / "part.docx", "w") as new:
            for name in old.namelist():
                new.writestr(name, whole[: len(whole) // 2] if name == "word/document.xml" else old.read(name))
        out = self.auditor("audit", "records").stdout.decode()
        reason = "the file is cut off or damaged: the text after the fault is missing"
        self.assertIn("1 record audited (1 read only in part)", out)
        self.assertIn(reason, " ".join(out.split()))
        line = self.lines()[0]
        self.assertTrue(line["read_in_part"])
        self.assertIn({"kind": "salvaged", "message": reason}, line["notes"])
        for item in line["items"]:
            self.assertEqual(item["confidence"], "low", item["id"])
            self.assertIn("read only in part", item["confidence_reason"])
        report = self.work / "audit-report"
        self.assertEqual(json.loads((report / "run.json").read_text())["counts"]["read_in_part"], 1)
        self.assertIn(reason, (report / "findings.csv").read_text())
        self.assertIn(reason, (report / "index.html").read_text())
        self.assertIn(reason, (report / "records" / "1.html").read_text())
        self.assertIn("READ ONLY IN PART", self.auditor("show", "records/part.docx").stdout.decode())
        self.assertIn(reason, self.auditor("text", "records/part.docx").stderr.decode())

    def test_scanned_pages_are_read_where_that_is_asked_for(self):
        (self.work / "records").mkdir()
        shutil.copy(EXPORTS.parent / "readers" / "pdf-scanned" / "form.pdf", self.work / "records" / "scan.pdf")
        self.auditor("audit", "records", status=1)
        self.assertIn("holds scanned pages, no text", self.lines()[0]["reason"])
        self.assertFalse(json.loads((self.work / "audit-report" / "run.json").read_text())["ocr"]["used"])
        if "not built in" in self.auditor("--version").stdout.decode():
            self.assertIn(b"libtesseract-dev", self.auditor("audit", "records", "--ocr", status=2).stderr)
            self.assertIn(b"libtesseract-dev", self.auditor("text", "records/scan.pdf", "--ocr", status=2).stderr)
            return
        self.auditor("audit", "records", "--ocr")  # in a worker that can open no file and start no thread
        line = self.lines()[0]
        self.assertEqual([note["kind"] for note in line["notes"]], ["recognised"])
        for item in line["items"]:
            self.assertEqual(item["confidence"], "low", item["id"])
            self.assertIn("text recognition (OCR)", item["confidence_reason"])
        report = self.work / "audit-report"
        facts = json.loads((report / "run.json").read_text())["ocr"]
        self.assertTrue(facts["used"] and facts["library"].startswith("Tesseract "), facts)
        self.assertIn("text recognition (OCR)", (report / "findings.csv").read_text())
        self.assertIn("text recognition (OCR)", (report / "index.html").read_text())
        self.assertIn("text recognition (OCR)", " ".join(self.auditor("show", "records/scan.pdf", "--ocr").stdout.decode().split()))
        text = self.auditor("text", "records/scan.pdf", "--ocr")
        self.assertIn("I saw Maisie on her own", text.stdout.decode())
        self.assertIn("text recognition (OCR)", text.stderr.decode())
        # A worker has no font to draw the stamp by, which is not lost for that.
        stamped = (EXPORTS.parent / "readers" / "pdf-scanned" / "mixed.pdf").read_bytes()
        font = stamped[stamped.index(b"/Font <<") : stamped.index(b">>>>", stamped.index(b"/Font <<")) + 4]
        content = re.search(rb"<</Length \d+>>\nstream\n([^\n]* /I Do)\nendstream", stamped)
        drawn = b"q " + content[1] + b" Q BT /F1 8 Tf 300 20 Td (Bundle C45) Tj ET"
        stamped = stamped.replace(content[0], b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn))
        (self.work / "stamped.pdf").write_bytes(stamped.replace(b"/XObject <<", font + b" /XObject <<"))
        text = self.auditor("text", "stamped.pdf", "--ocr").stdout.decode()
        self.assertIn("C45", text)
        self.assertIn("Oscar Thornbury", text)

    def test_report_is_private_and_complete(self):
        self.records()
        self.auditor("audit", "records")
        report = self.work / "audit-report"
        for path in report.rglob("*"):
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700 if path.is_dir() else 0o600, path.name)
        names = {path.name for path in report.iterdir()}
        self.assertLessEqual({"run.db", "index.html", "findings.jsonl", "findings.csv", "run.json", "records"}, names)
        facts = json.loads((report / "run.json").read_text())
        self.assertEqual(facts["arguments"], ["audit", "records"])
        self.assertEqual(facts["counts"]["read_in_part"], 0)
        in_force = facts["sandbox"].split(", ")
        self.assertIn("rlimits", in_force)
        sanitized = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()
        if not sanitized and pathlib.Path("/proc/sys/kernel/seccomp/actions_avail").exists():
            self.assertIn("seccomp", in_force)
        with sqlite3.connect(report / "run.db") as database:
            stored = database.execute("SELECT count(*) FROM document WHERE standing = 'audited'").fetchone()[0]
        self.assertEqual(stored, len(self.lines()))

    def test_no_text_keeps_quotes_only(self):
        self.records()
        self.auditor("audit", "records", "--no-text")
        with sqlite3.connect(self.work / "audit-report" / "run.db") as database:
            self.assertEqual(database.execute("SELECT count(*) FROM document_text").fetchone()[0], 0)
            self.assertEqual(database.execute("SELECT count(*) FROM block").fetchone()[0], 0)

    def test_an_older_run_is_replaced_whole(self):
        self.records()
        self.auditor("audit", "records")
        (self.work / "audit-report" / "left-over.txt").write_text("of the older run")
        self.auditor("audit", "records/0000/early-help", "--format", "csv")
        names = {path.name for path in (self.work / "audit-report").iterdir()}
        self.assertEqual(names, {"run.db", "findings.csv", "run.json"})
        self.assertEqual([path.name for path in self.work.iterdir() if ".part" in path.name], [])

    def test_reports_are_not_audited(self):
        self.records()
        self.auditor("audit", ".")
        first = self.lines()
        self.auditor("audit", ".")
        self.assertEqual(self.lines(), first)

    def test_path_that_is_not_utf8_is_shown_and_kept(self):
        (self.work / "records").mkdir()
        source = next(path for path in sorted(EXPORTS.rglob("*.txt")))
        shutil.copy(source, os.fsencode(self.work) + b"/records/caf\xe9.txt")
        self.auditor("audit", "records")
        line = self.lines()[0]
        self.assertEqual(line["path"], "records/caf\ufffd.txt")
        self.assertIn("path_base64", line)

    def workers_of(self, process):
        """Waits until the program has made its workers, however slow the machine or the build; their process ids."""
        deadline = time.monotonic() + 60
        children = []
        while not children and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.05)
            try:
                children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
                # One of them waits to tidy up after a kill.
                children = [child for child in children
                            if pathlib.Path(f"/proc/{child}/comm").read_text() != "auditor-tidy\n"]
            except OSError:
                break
        return children

    def interrupted(self, *arguments):
        """Runs, and sends an interrupt once something was audited."""
        process = subprocess.Popen(
            [PROGRAM, *arguments], cwd=self.work, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        self.workers_of(process)
        time.sleep(2)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def test_interrupt_keeps_what_is_finished(self):
        self.records(copies=COPIES)
        status, _, err = self.interrupted("audit", "records", "--jobs", "2")
        self.assertEqual(status, 130, err)
        facts = json.loads((self.work / "audit-report" / "run.json").read_text())
        self.assertTrue(facts["interrupted"])
        lines = self.lines()
        self.assertGreater(len(lines), 0)
        self.assertLess(len(lines), COPIES * len(list(path for path in EXPORTS.rglob("*") if path.is_file())))
        self.assertEqual([path.name for path in self.work.iterdir() if ".part" in path.name], [])

    def test_interrupted_stream_ends_with_a_whole_line(self):
        self.records(copies=COPIES)
        status, out, err = self.interrupted("audit", "records", "--out", "-")
        self.assertEqual(status, 130, err)
        self.assertTrue(out.endswith(b"\n"))
        for line in out.splitlines():
            json.loads(line)

    def test_no_worker_outlives_the_program(self):
        self.records(copies=COPIES)
        process = subprocess.Popen([PROGRAM, "audit", "records"], cwd=self.work, stderr=subprocess.DEVNULL)
        children = self.workers_of(process)
        process.kill()
        process.wait()
        self.assertGreater(len(children), 0)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and any(pathlib.Path(f"/proc/{child}").exists() for child in children):
            time.sleep(0.05)
        self.assertEqual([child for child in children if pathlib.Path(f"/proc/{child}").exists()], [])

    def test_output_to_a_pipe_has_no_colour_and_no_progress(self):
        self.records()
        done = self.auditor("audit", "records")
        self.assertNotIn(b"\x1b", done.stdout + done.stderr)
        self.assertEqual(done.stderr, b"")

    def test_help_of_every_verb(self):
        for arguments in (["--help"], ["audit", "--help"], ["text", "-h"], ["show", "--help"], ["report", "--help"],
                          ["checklist", "--help"]):
            out = self.auditor(*arguments).stdout.decode()
            self.assertIn("auditor", out)
            self.assertLessEqual(max(len(line) for line in out.splitlines()), 120)
        self.assertRegex(self.auditor("--version").stdout.decode(), r"^auditor \d+\.\d+\.\d+\nText recognition \(--ocr\): .+\n$")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
