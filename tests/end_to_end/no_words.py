#!/usr/bin/env python3
"""No word of a record outside the report: not in messages, not in run.json, not in what an end of any kind leaves behind.

    no_words.py PROGRAM [unittest's options...]
"""

import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
CANARY = "Quillenora"  # a child's name that stands in every record
RECORD = f"""Single Assessment
Child: {CANARY} Marsh
Date of birth: 04/05/2009
Date of referral: 2 March 2016

{CANARY} told me that she hates weekends at her dad's flat.
"""
TABLE = "<table>" + "<tr><td>{}</td></tr>".format(CANARY) * 5_000 + "</table>"


def odt(path, text, **changes):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                           'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
                           f"<text:p>{text}</text:p></office:text></office:body></office:document-content>",
            **changes,
        }.items():
            package.writestr(name, content)


class NoWords(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-no-words-"))
        self.addCleanup(shutil.rmtree, self.work)
        for name in ("records", "temporary"):
            (self.work / name).mkdir()

    def records(self, copies):
        for number in range(copies):
            (self.work / "records" / f"{number:04}.txt").write_text(RECORD * 3)
            (self.work / "records" / f"{number:04}.html").write_text(f"<p>{RECORD}</p>{TABLE if number % 9 == 0 else ''}")
            with zipfile.ZipFile(self.work / "records" / f"{number:04}.zip", "w") as archive:
                archive.writestr("a.txt", RECORD)

    def refused(self):
        """Files that hold the name and cannot be audited, each in its own way."""
        folder = self.work / "records"
        odt(folder / "whole.odt", CANARY)
        whole = (folder / "whole.odt").read_bytes()
        (folder / "cut.odt").write_bytes(whole[: len(whole) * 2 // 3])
        odt(folder / "bad-xml.odt", CANARY, **{"content.xml": f"<a><{CANARY}>{CANARY} &{CANARY};</b></a>"})
        odt(folder / "entity.odt", CANARY, **{"content.xml": f'<!DOCTYPE a [<!ENTITY e "{CANARY}">]><a>&e;&e;</a>'})
        (folder / "broken.xml").write_text(f'<?xml version="1.0"?><{CANARY} a="{CANARY}">&{CANARY};<b></{CANARY}>')
        (folder / "broken.docx").write_bytes(b"PK\3\4" + CANARY.encode() * 100)
        (folder / "broken.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + CANARY.encode() * 200)
        (folder / "broken.pdf").write_bytes(b"%PDF-1.4\n1 0 obj <</Title (" + CANARY.encode() + b")>> endobj\ntrailer")
        (folder / "broken.rtf").write_bytes(b"{\\rtf1 {\\" + CANARY.encode() + b" {{{{")
        (folder / "program.txt").write_bytes(bytes(random.Random(1).randrange(256) for _ in range(9000)))
        (folder / "empty.txt").write_text("")

    def start(self, *arguments):
        environment = {**os.environ, "TMPDIR": str(self.work / "temporary")}
        return subprocess.Popen([PROGRAM, *arguments], cwd=self.work, env=environment, start_new_session=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def children_of(self, process):
        """The workers, and the process that tidies up, once they are there."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None:
            listed = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            names = {child: pathlib.Path(f"/proc/{child}/comm").read_text().strip() for child in listed}
            if sum(name != "auditor-tidy" for name in names.values()) > 0:
                return names
            time.sleep(0.02)
        self.fail("no worker was started")

    def building(self):
        return [path for path in self.work.iterdir() if ".part" in path.name]

    def nothing_left(self, patience=10):
        """Neither beside the report folder nor among the temporary files, before long."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and (self.building() or os.listdir(self.work / "temporary")):
            time.sleep(0.05)
        self.assertEqual(self.building(), [])
        self.assertEqual(os.listdir(self.work / "temporary"), [])

    def test_refusals_name_causes_only(self):
        self.refused()
        self.records(2)
        out, err = self.start("audit", "records").communicate(timeout=300)
        self.assertGreater(err.count(b"refused: "), 5)
        self.assertNotIn(CANARY.lower(), (out + err).decode().lower())
        report = self.work / "audit-report"
        self.assertNotIn(CANARY.lower(), (report / "run.json").read_text().lower())
        for line in (report / "findings.jsonl").read_text().splitlines():
            told = json.loads(line)
            if told["status"] != "audited":
                self.assertNotIn(CANARY.lower(), line.lower())
        self.assertIn(CANARY, (report / "findings.jsonl").read_text())  # the words were there to be told
        self.nothing_left()

    def test_other_verbs_name_causes_only(self):
        self.refused()
        for path in sorted((self.work / "records").iterdir()):
            for verb in ("show", "text"):
                out, err = self.start(verb, str(path)).communicate(timeout=60)
                self.assertNotIn(CANARY.lower(), err.decode().lower(), path.name)
        self.nothing_left()

    def test_worker_that_crashes_leaves_nothing(self):
        self.records(200)
        process = self.start("audit", "records", "--jobs", "2")
        for attempt in range(3):
            workers = [child for child, name in self.children_of(process).items() if name != "auditor-tidy"]
            os.kill(int(workers[0]), signal.SIGSEGV)
            time.sleep(0.1)
        out, err = process.communicate(timeout=300)
        self.assertNotIn(CANARY, (out + err).decode())
        self.assertNotIn(CANARY, (self.work / "audit-report" / "run.json").read_text())
        self.assertEqual([path.name for path in self.work.rglob("core*")], [])
        self.nothing_left()

    def ended_by(self, signals, *arguments):
        self.records(300)
        process = self.start("audit", "records", *arguments)
        self.children_of(process)
        time.sleep(0.2)
        for name in signals:
            if process.poll() is None:
                os.killpg(process.pid, name)
            time.sleep(0.005)  # the second comes before a first request has led to views
        out, err = process.communicate(timeout=60)
        self.assertNotIn(CANARY, err.decode())
        return out

    def only_the_run_left(self):
        """The run, for who goes on with it, in a folder for its owner alone; the next run into the place removes it."""
        time.sleep(0.5)
        self.assertEqual(os.listdir(self.work / "temporary"), [])
        for folder in self.building():
            self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
            for path in folder.iterdir():
                self.assertTrue(path.name.startswith("run.db"), path.name)
                self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.start("audit", "records", "--quiet").communicate(timeout=300)
        self.nothing_left()

    def test_kill_leaves_the_run_alone(self):
        self.ended_by([signal.SIGKILL], "--jobs", "2")
        self.assertFalse((self.work / "audit-report").exists())
        self.assertEqual(len(self.building()), 1)
        self.only_the_run_left()

    def test_kill_of_a_run_that_is_to_lose_its_names_leaves_nothing(self):
        self.ended_by([signal.SIGKILL], "--jobs", "2", "--pseudonymise")
        self.assertFalse((self.work / "audit-report").exists())
        self.nothing_left()

    def test_killed_run_that_keeps_no_text_left_none(self):
        self.ended_by([signal.SIGKILL], "--jobs", "2", "--no-text", "--no-across")
        for folder in self.building():
            for path in folder.iterdir():
                self.assertFalse(b"<p>" in path.read_bytes() or RECORD.encode() in path.read_bytes(), path.name)
        self.only_the_run_left()

    def test_kill_of_a_stream_leaves_nothing(self):
        self.ended_by([signal.SIGKILL], "--out", "-")
        self.nothing_left()

    def test_two_requests_to_end_leave_the_run_alone(self):
        self.ended_by([signal.SIGTERM, signal.SIGTERM, signal.SIGTERM], "--jobs", "2")
        self.only_the_run_left()

    def test_kill_while_reports_are_made_again_leaves_the_run(self):
        self.records(12)
        self.start("audit", "records", "--quiet").communicate(timeout=300)
        before = {path.name: path.read_bytes() for path in (self.work / "audit-report").iterdir() if path.is_file()}
        process = self.start("report", "audit-report")
        deadline = time.monotonic() + 30
        while not self.building() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        process.kill()
        process.communicate(timeout=60)
        self.nothing_left()
        after = {path.name: path.read_bytes() for path in (self.work / "audit-report").iterdir() if path.is_file()}
        self.assertEqual(after, before)

    def test_next_run_removes_what_a_power_cut_left(self):
        (self.work / "audit-report.part-4194304").mkdir()
        (self.work / "audit-report.part-4194304" / "run.db.part").write_text(CANARY)
        (self.work / "audit-report.part-1.old").mkdir()  # somebody's, or a run that could not be put in place
        self.records(1)
        self.start("audit", "records", "--quiet").communicate(timeout=300)
        self.assertEqual([path.name for path in self.building()], ["audit-report.part-1.old"])

    def test_two_runs_at_once_do_not_disturb_each_other(self):
        self.records(12)
        first = self.start("audit", "records", "--quiet")
        self.children_of(first)
        second = self.start("audit", "records", "--quiet")
        for process in (first, second):
            _, err = process.communicate(timeout=300)
            self.assertEqual(process.returncode, 0, err)
        self.nothing_left()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
