#!/usr/bin/env python3
"""`auditor report`: the views of a stored run, made again without its documents.

    report.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
EXPORTS = pathlib.Path(sys.argv[2]).resolve() / "fixtures" / "exports" / "team-north"


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.whole = pathlib.Path(tempfile.mkdtemp(prefix="auditor-report-"))
        cls.addClassCleanup(shutil.rmtree, cls.whole)
        shutil.copytree(EXPORTS, cls.whole / "records")
        (cls.whole / "records" / "locked.docx").write_bytes(b"PK\3\4 cut off")
        for name, options in (("run", ()), ("bare", ("--no-text",))):
            subprocess.run([PROGRAM, "audit", "records", "--out", name, "--quiet", *options], cwd=cls.whole,
                           capture_output=True, timeout=300)
        shutil.rmtree(cls.whole / "records")

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-report-"))
        self.addCleanup(shutil.rmtree, self.work)
        for name in ("run", "bare"):
            shutil.copytree(self.whole / name, self.work / name)

    def report(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, "report", *arguments], cwd=self.work, capture_output=True, timeout=300)
        self.assertEqual(done.returncode, status, done.stderr.decode(errors="replace"))
        self.assertEqual([path.name for path in self.work.iterdir() if ".part" in path.name], [])
        return done.stdout.decode(), done.stderr.decode()

    def test_every_view_comes_out_again_as_it_was(self):
        before = content(self.work / "run")
        for name in before:
            if name != "run.db":
                (self.work / "run" / name).unlink()
        out, _ = self.report("run")
        self.assertIn("Report: run/index.html", out)
        self.assertEqual(content(self.work / "run"), before)

    def test_what_is_not_asked_for_stays(self):
        run = self.work / "run"
        (run / "notes.txt").write_text("mine")
        (run / "findings.csv").write_text("old")
        (run / "index.html").write_text("kept")
        (run / "records" / "stale.html").write_text("kept")
        self.report("run", "--format", "csv")
        self.assertTrue((run / "findings.csv").read_text().startswith("\ufeffpath,"))
        self.assertEqual({(run / name).read_text() for name in ("index.html", "records/stale.html")}, {"kept"})
        self.assertEqual((run / "notes.txt").read_text(), "mine")
        self.report("run", "--format", "html")
        self.assertFalse((run / "records" / "stale.html").exists())

    def test_another_folder_gets_what_is_asked_for_and_no_run(self):
        before = content(self.work / "run")
        self.report("run", "--format", "csv,html", "--out", "views")
        names = {path.name for path in (self.work / "views").iterdir()}
        self.assertEqual(names, {"findings.csv", "index.html", "records", "run.json"})
        self.report("run", "--format", "jsonl", "--out", "views", "--quiet")
        names = {path.name for path in (self.work / "views").iterdir()}
        self.assertEqual(names, {"findings.jsonl", "run.json"})
        self.assertEqual(content(self.work / "run"), before)

    def test_lines_go_to_standard_output(self):
        out, _ = self.report("run", "--format", "jsonl", "--out", "-")
        self.assertEqual(out, (self.work / "run" / "findings.jsonl").read_text())

    def test_run_without_text_says_what_is_missing(self):
        before = content(self.work / "bare")
        out, _ = self.report("bare")
        self.assertIn("keeps no text", out)
        self.assertEqual(content(self.work / "bare"), before)
        out, _ = self.report("run")
        self.assertNotIn("keeps no text", out)

    def test_names_are_left_out_where_that_is_asked(self):
        self.report("run", "--pseudonymise", "--out", "views", "--format", "jsonl,csv")
        names = {path.name for path in (self.work / "views").iterdir()}
        self.assertEqual(names, {"findings.jsonl", "findings.csv", "run.json"})
        lines = [json.loads(line) for line in (self.work / "run" / "findings.jsonl").read_text().splitlines()]
        children = {child for line in lines for child in line.get("children", ())}
        self.assertTrue(children)
        shown = "".join(text.decode() for text in content(self.work / "views").values())
        self.assertEqual([child for child in children if child in shown], [])
        for arguments in (("run",), ("bare", "--out", "other")):
            _, err = self.report(*arguments, "--pseudonymise", status=2)
            self.assertEqual(err.count("\n"), 1, err)

    def test_what_is_no_run_is_told_in_one_line(self):
        work = self.work
        (work / "empty").mkdir()
        (work / "file").write_text("mine")
        shutil.copytree(work / "run", work / "second")
        for name, version in (("older", 1), ("newer", 10_000)):
            shutil.copytree(work / "run", work / name)
            with sqlite3.connect(work / name / "run.db") as database:
                database.execute(f"PRAGMA user_version = {version}")
        for name in ("cut", "junk", "unfinished"):
            shutil.copytree(work / "run", work / name)
        os.truncate(work / "cut" / "run.db", 100_000)
        (work / "junk" / "run.db").write_text("no database " * 1000)
        with sqlite3.connect(work / "unfinished" / "run.db") as database:
            database.execute("DELETE FROM run")
        before = content(work)
        for arguments, message in (
            (("nowhere",), "there is no such folder"),
            (("empty",), "there is no run.db in it"),
            (("file",), "is not the folder of a run"),
            (("older",), "older version"),
            (("newer",), "newer version"),
            (("cut",), "is damaged"),
            (("junk",), "is damaged"),
            (("unfinished",), "was not finished"),
            (("run", "--out", "second"), "holds a run of its own"),
            (("run", "--out", "."), "no report of this program"),
            (("run", "--out", "file"), "is not a folder"),
        ):
            _, err = self.report(*arguments, status=2)
            self.assertIn(message, err)
            self.assertEqual(err.count("\n"), 1, err)
        self.assertEqual(content(work), before)

    def test_rows_that_make_no_outcome_are_damage(self):
        for number, damage in enumerate((
            "UPDATE evidence SET begin_byte = 4000000000, end_byte = 4000000001",
            "UPDATE evidence SET item_position = item_position + 1000",
            "UPDATE block SET parent = position",
            "UPDATE block SET row_number = 4000000000 WHERE table_position >= 0",
            "DROP TABLE child",
        )):
            folder = self.work / f"damaged-{number}"
            shutil.copytree(self.work / "run", folder)
            with sqlite3.connect(folder / "run.db") as database:
                database.execute(damage)
            _, err = self.report(folder.name, status=2)
            self.assertIn("is damaged", err, damage)

    def test_table_is_as_the_standard_has_it(self):
        raw = (self.work / "run" / "findings.csv").read_bytes()
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"))
        text = raw.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        self.assertEqual(text.count("\r\n") - sum(value.count("\r\n") for row in rows for value in row), len(rows))
        help_text = subprocess.run([PROGRAM, "report", "--help"], capture_output=True, timeout=60).stdout.decode()
        for name in rows[0]:
            self.assertIn(f"\n  {name} ", help_text)
        for row in rows[1:]:
            for value in row:
                self.assertNotIn(value.lstrip(" ")[:1] or "x", "=+-@\t\r\n", value)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
