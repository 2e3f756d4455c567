#!/usr/bin/env python3
"""A store of many runs: runs added, listed, reported on, gone on with and purged; and what sqlite3 answers from it.

    store.py PROGRAM SOURCE [unittest's options...]
"""

import contextlib
import csv
import io
import json
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
CANARY = "Quillenora"  # a child's name
RECORD = f"""Core Assessment
Child: {CANARY} Marsh
Team: North
Date of birth: 04/05/2009
Date of referral: 2 March 2016

{CANARY} told me on 9 March 2016 that she hates weekends at her dad's flat because of the shouting.
The school's attendance officer reported four unexplained absences in February, each on a Monday, and the class teacher has
noticed that homework is finished before breakfast club rather than at the weekend, which fits what was heard at home and
at the allotment where the family meets neighbours most Saturday mornings in spring.
"""


class StoreCase(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-store-"))
        self.addCleanup(shutil.rmtree, self.work)
        self.folder = self.work / "records"
        self.folder.mkdir()

    def records(self, *names):
        for path in sorted((SOURCE / "fixtures/exports").rglob("*.txt"))[:4]:
            shutil.copy(path, self.folder)
        for name in names:
            (self.folder / name).write_text(RECORD)

    def auditor(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, *arguments], cwd=self.work, capture_output=True, timeout=300)
        self.assertEqual(done.returncode, status, (arguments, done.stderr))
        return done.stdout.decode()

    def mistake(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], cwd=self.work, capture_output=True, timeout=300)
        self.assertEqual(done.returncode, 2, arguments)
        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
        return done.stderr.decode()

    def asked(self, sql, *values):
        with contextlib.closing(sqlite3.connect(self.work / "council.db")) as connection:
            return connection.execute(sql, values).fetchall()

    def lines(self, *arguments):
        return self.auditor("report", *arguments, "--out", "-")


class Runs(StoreCase):
    def test_runs_are_added_listed_and_shown(self):
        self.records("a.txt")
        told = self.auditor("audit", "records", "--store", "council.db")
        self.assertIn("Run 1 in council.db", told)
        self.assertFalse((self.work / "audit-report").exists())
        (self.folder / "b.txt").write_text(RECORD.replace(CANARY, "Tom"))
        self.auditor("audit", "records", "--store", "council.db", "--out", "views", "--quiet")
        self.assertEqual((self.work / "council.db").stat().st_mode & 0o777, 0o600)
        self.assertFalse((self.work / "views" / "run.db").exists())
        listed = self.auditor("runs", "council.db").splitlines()
        self.assertEqual(len(listed), 4)
        self.assertRegex(listed[0], r"^   1  \S+Z  finished: 5 records audited \(assessment")
        self.assertRegex(listed[2], r"^   2  \S+Z  finished: 6 records audited \(assessment")
        # The latest by default, and the same as a run of its own.
        self.auditor("audit", "records", "--out", "alone", "--quiet")
        alone = (self.work / "alone/findings.jsonl").read_text()
        self.assertEqual(self.lines("council.db"), alone)
        self.assertEqual((self.work / "views/findings.jsonl").read_text(), alone)
        self.assertNotIn("b.txt", self.lines("council.db", "--run", "1"))
        self.auditor("report", "council.db", "--run", "1", "--out", "first", "--quiet")
        self.assertTrue((self.work / "first/index.html").exists())
        self.auditor("pack", "council.db", "--out", "pack.zip")
        self.auditor("pack", "--verify", "pack.zip")
        self.auditor("runs", "alone")
        table = list(csv.DictReader(io.StringIO(self.auditor("runs", "council.db", "--format", "csv").lstrip("\ufeff"))))
        told = json.loads(self.auditor("runs", "council.db", "--format", "json"))["runs"]
        self.assertEqual([row["run"] for row in table], ["1", "2"])
        self.assertEqual([(run["run"], run["state"], run["audited"]) for run in told], [(1, "finished", 5), (2, "finished", 6)])
        self.assertEqual(table[0]["command"], "auditor " + " ".join(told[0]["arguments"]))
        self.assertEqual(set(table[0]) - {"command"}, set(told[0]) - {"arguments"})
        helped = self.auditor("runs", "--help")
        for column in table[0]:
            self.assertRegex(helped, rf"(?m)^  {column}  ")
        self.assertIn("no format 'html'", self.mistake("runs", "council.db", "--format", "html"))

    def test_store_among_the_records_is_not_audited(self):
        self.records()
        self.auditor("audit", ".", "--store", "council.db")
        first = self.lines("council.db")
        self.auditor("audit", ".", "--store", "council.db")
        self.assertEqual(self.lines("council.db"), first)

    def test_two_runs_at_once(self):
        self.records("a.txt")
        both = [subprocess.Popen([PROGRAM, "audit", "records", "--store", "council.db", "--quiet"], cwd=self.work)
                for _ in range(2)]
        self.assertEqual([process.wait(300) for process in both], [0, 0])
        self.assertEqual(self.lines("council.db", "--run", "1"), self.lines("council.db", "--run", "2"))
        self.assertEqual(self.asked("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual([path.name for path in self.work.glob("*-compared-*")], [])

    def test_mistakes_are_told_in_one_line(self):
        self.records()
        (self.work / "notes.db").write_text("not a database")
        self.assertIn("is no run of this program", self.mistake("audit", "records", "--store", "notes.db"))
        self.assertEqual((self.work / "notes.db").read_text(), "not a database")
        self.assertIn("cannot be made", self.mistake("audit", "records", "--store", "no/such/council.db"))
        self.assertIn("keeps names", self.mistake("audit", "records", "--store", "council.db", "--pseudonymise"))
        self.assertIn("there is no such file", self.mistake("runs", "council.db"))
        self.auditor("audit", "records", "--store", "council.db", "--quiet")
        self.assertIn("has no folder for reports", self.mistake("report", "council.db"))
        self.assertIn("holds no finished run 7", self.mistake("report", "council.db", "--run", "7", "--out", "x"))
        self.assertIn("say what is to go", self.mistake("purge", "council.db"))
        self.assertIn("holds no run 7", self.mistake("purge", "council.db", "--run", "7"))
        self.assertIn("holds no such document", self.mistake("purge", "council.db", "--record", "records/none.txt"))
        self.assertIn("holds no case", self.mistake("purge", "council.db", "--case", "C1"))


class Resume(StoreCase):
    def many(self):
        for number in range(60):
            (self.folder / f"{number:04}.txt").write_text(RECORD.replace("9 March", f"{number % 28 + 1} March") * 8)

    def interrupted(self, *arguments):
        process = subprocess.Popen([PROGRAM, "audit", "records", "--jobs", "1", *arguments], cwd=self.work,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 120
        database = None
        while process.poll() is None and time.monotonic() < deadline:  # until something is committed
            found = self.work.glob("council.db" if "--store" in arguments else "*.part-*/run.db")
            database = next(found, None)
            if database:
                with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(database)) as connection:
                    if connection.execute("SELECT count(*) FROM document WHERE run = (SELECT max(run) FROM run)"
                                          ).fetchone()[0] > 0:
                        break
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(120), 130)

    def taken_over(self, told):
        return int(re.search(r"Taken over from the run that broke off: (\d+) record", told).group(1))

    def test_interrupted_run_goes_on(self):
        self.many()
        self.auditor("audit", "records", "--out", "whole", "--quiet")
        for where in (["--store", "council.db"], ["--out", "own"], ["--out", "bare", "--no-text"]):
            self.interrupted(*where)
            told = self.auditor("audit", "records", *where, "--resume")
            self.assertGreater(self.taken_over(told), 0)
            if where[0] == "--store":
                self.assertEqual(self.lines("council.db"), (self.work / "whole/findings.jsonl").read_text())
                self.assertIn("finished: 60", self.auditor("runs", "council.db"))
            else:
                self.assertEqual((self.work / where[1] / "findings.jsonl").read_text(),
                                 (self.work / "whole/findings.jsonl").read_text())
        self.assertEqual([path.name for path in self.work.rglob("*-compared-*")], [])
        with contextlib.closing(sqlite3.connect(self.work / "bare/run.db")) as connection:
            self.assertEqual(connection.execute("SELECT count(*) FROM document_text").fetchone(), (0,))

    def test_what_changed_meanwhile_is_read_again(self):
        self.many()
        self.interrupted("--store", "council.db")
        (self.folder / "0000.txt").write_text(RECORD)
        (self.folder / "0001.txt").unlink()
        (self.folder / "0000-new.txt").write_text(RECORD)
        self.auditor("audit", "records", "--store", "council.db", "--resume")
        self.auditor("audit", "records", "--out", "whole", "--quiet")
        self.assertEqual(self.lines("council.db"), (self.work / "whole/findings.jsonl").read_text())

    def test_another_audit_is_not_taken_up(self):
        self.many()
        self.interrupted("--store", "council.db")
        for arguments in (["records/0000.txt"], ["records", "--no-across"], ["records", "--no-text"]):
            done = subprocess.run([PROGRAM, "audit", *arguments, "--store", "council.db", "--resume"], cwd=self.work,
                                  capture_output=True, timeout=300)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(b"nothing to resume", done.stderr)
        self.assertGreater(self.taken_over(self.auditor("audit", "records", "--store", "council.db", "--resume")), 0)


    def list_of(self, *names):
        rows = [f"{name},C{4000 + number},North {number % 3}" for number, name in enumerate(names)]
        (self.work / "list.csv").write_text("\n".join(["file,child id,team", *rows]) + "\n")

    def test_run_that_is_joined_to_a_list_goes_on(self):
        self.many()
        self.list_of(*[f"{number:04}.txt" for number in range(10, 60)], "gone.txt")
        given = ["records", "--manifest", "list.csv"]
        self.auditor("audit", *given, "--out", "whole", "--quiet")
        whole = json.loads((self.work / "whole/run.json").read_text())["manifest"]
        self.assertEqual((whole["records"], whole["joined"], whole["without_row"], whole["rows"], whole["rows_without_record"]),
                         (60, 50, 10, 51, 1))
        with contextlib.closing(sqlite3.connect(self.work / "whole/run.db")) as connection:
            cases = connection.execute("SELECT path, child FROM case_fact JOIN document USING (document)").fetchall()
        self.assertEqual(len(cases), 50)
        for where in (["--store", "council.db"], ["--out", "own"]):
            self.interrupted("--manifest", "list.csv", *where)
            told = self.auditor("audit", *given, *where, "--resume")
            self.assertGreater(self.taken_over(told), 0)
            if where[0] == "--store":
                self.auditor("report", "council.db", "--out", "own", "--quiet")
                self.assertEqual(self.asked("SELECT path, child FROM case_fact JOIN document USING (document)"), cases)
            self.assertEqual((self.work / "own/findings.jsonl").read_text(), (self.work / "whole/findings.jsonl").read_text())
            self.assertEqual(json.loads((self.work / "own/run.json").read_text())["manifest"], whole)
            shutil.rmtree(self.work / "own")

    def test_changed_list_is_told_and_begins_anew(self):
        self.many()
        self.list_of("0000.txt", "0001.txt")
        self.interrupted("--manifest", "list.csv", "--store", "council.db")
        before = (self.work / "list.csv").read_text()
        self.list_of("0000.txt", "0002.txt")
        for given, what in ((["--manifest", "list.csv"], "list.csv"), ([], "the manifest that is not given now")):
            done = subprocess.run([PROGRAM, "audit", "records", *given, "--store", "council.db", "--resume"], cwd=self.work,
                                  capture_output=True, text=True, timeout=300)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(f"what is joined to the records has changed since ({what}); begun anew", done.stderr)
        (self.work / "list.csv").write_text(before)
        told = self.auditor("audit", "records", "--manifest", "list.csv", "--store", "council.db", "--resume")
        self.assertGreater(self.taken_over(told), 0)


class Purge(StoreCase):
    def bytes_of_store(self):
        return b"".join(path.read_bytes() for path in self.work.glob("council.db*"))

    def setUp(self):
        super().setUp()
        self.records("canary.txt")
        shutil.copy(self.folder / "canary.txt", self.folder / "copy.txt")
        self.auditor("audit", "records", "--store", "council.db", "--quiet")
        self.assertTrue(CANARY.encode() in self.bytes_of_store())

    def test_record_is_gone_for_good(self):
        self.auditor("audit", "records", "--store", "council.db", "--quiet")
        self.auditor("purge", "council.db", "--record", "records/canary.txt")
        # The other of the two had a flag that named this one.
        self.assertEqual(self.asked("SELECT count(*) FROM flag WHERE twin = 'records/canary.txt'"), [(0,)])
        told = self.auditor("purge", "council.db", "--record", "records/copy.txt")
        self.assertIn("2 audits", told)
        self.assertFalse(CANARY.encode() in self.bytes_of_store())
        self.assertEqual(self.asked("SELECT count(*) FROM document"), [(8,)])
        self.assertEqual(self.asked("PRAGMA foreign_key_check"), [])
        self.lines("council.db")

    def test_run_is_gone_for_good(self):
        (self.folder / "canary.txt").unlink()
        (self.folder / "copy.txt").unlink()
        self.auditor("audit", "records", "--store", "council.db", "--quiet")
        self.auditor("purge", "council.db", "--run", "1")
        self.assertFalse(CANARY.encode() in self.bytes_of_store())
        self.assertEqual(self.asked("SELECT run FROM run"), [(2,)])
        # Its number is not given again.
        self.auditor("audit", "records", "--store", "council.db", "--quiet")
        self.assertEqual(self.asked("SELECT run FROM run"), [(2,), (3,)])

    def test_case_is_gone_for_good(self):
        with contextlib.closing(sqlite3.connect(self.work / "council.db")) as connection:
            for path in ("records/canary.txt", "records/copy.txt"):
                connection.execute(
                    "INSERT INTO case_fact SELECT NULL, run, document, path, 'C-1201', '', '', '', '', '', '', '', '',"
                    " '', '', '', '', '', '', '', 0, 'list.csv', 2, 0 FROM document WHERE path = ?", (path,))
            connection.commit()
        self.auditor("purge", "council.db", "--case", "C-1201")
        content = self.bytes_of_store()
        self.assertFalse(CANARY.encode() in content)
        self.assertFalse(b"C-1201" in content)
        self.assertEqual(self.asked("SELECT count(*) FROM document"), [(4,)])

    def test_store_that_is_read_elsewhere_is_told(self):
        with contextlib.closing(sqlite3.connect(self.work / "council.db")) as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM document").fetchone()
            self.assertIn("not wiped yet", self.mistake("purge", "council.db", "--record", "records/canary.txt"))
        self.mistake("purge", "council.db", "--record", "records/canary.txt")  # nothing left to remove, but wiped
        self.auditor("purge", "council.db", "--record", "records/copy.txt")
        self.assertFalse(CANARY.encode() in self.bytes_of_store())


class Questions(StoreCase):
    """README's examples are run as they stand there."""

    def test_examples_of_the_readme_are_answered(self):
        text = (SOURCE / "README.md").read_text()
        section = text[text.index("## One store of many runs"):]
        examples = re.findall(r'^    sqlite3 council\.db "([^"]+)"', section, re.MULTILINE)
        self.assertEqual(len(examples), 5)
        self.records("canary.txt", "copy.txt")
        self.auditor("audit", "records", "--store", "council.db", "--quiet")
        shutil.copy(sorted((SOURCE / "fixtures/exports").rglob("*.html"))[0], self.folder)
        self.auditor("audit", "records", "--store", "council.db", "--quiet")
        document = self.asked("SELECT document FROM document WHERE run = 2 AND path = 'records/canary.txt'")[0][0]
        with contextlib.closing(sqlite3.connect(self.work / "council.db")) as connection:
            connection.execute("INSERT INTO person_rating VALUES (?, 'assessment', 'CV1', 'Ann', ?, '', '', '', '')",
                               (document, "na"))
            connection.commit()
        answers = [subprocess.run(["sqlite3", "council.db", sql], cwd=self.work, capture_output=True, check=True,
                                  timeout=60).stdout.decode().splitlines() for sql in examples]
        met, worst, evidence, late_or_flagged, differ = answers
        self.assertEqual({line.split("|")[0] for line in met}, {"1", "2"})
        self.assertGreater(len(worst), 0)
        self.assertTrue(all(line.startswith("records/") for line in evidence), evidence)
        self.assertTrue(any("F4" in line for line in late_or_flagged), late_or_flagged)
        self.assertEqual(len(differ), 1)
        self.assertIn("Ann", differ[0])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
