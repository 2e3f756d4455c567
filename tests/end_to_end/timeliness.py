#!/usr/bin/env python3
"""`auditor timeliness` from its command line to its files.

    timeliness.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import json
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FIXTURES = pathlib.Path(sys.argv[2]).resolve() / "fixtures"
FILES = {"timeliness.html", "timeliness.json", "timeliness.csv", "timeliness-days.csv", "timeliness-work.csv",
         "timeliness-checks.csv"}


class Timeliness(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-timeliness-"))
        self.addCleanup(shutil.rmtree, self.work)
        for name in ("census.xml", "assessments.csv"):
            shutil.copy(FIXTURES / "timeliness" / name, self.work)

    def run_it(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, "timeliness", *arguments], cwd=self.work, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout, done.stderr

    def told(self, *arguments):
        self.run_it(*arguments, "--out", "out", "--format", "json", "--quiet")
        return json.loads((self.work / "out" / "timeliness.json").read_text())

    def kind(self, told, name):
        return next(kind for kind in told["kinds"] if kind["type"] == name)

    def test_a_census_and_a_list_of_the_same_work_agree(self):
        census, listed = self.told("census.xml"), self.told("assessments.csv", "--at", self.told("census.xml")["as_at"])
        of_census, of_list = (self.kind(told, "single_assessment") for told in (census, listed))
        for name in ("completed", "in_time", "open", "overdue", "histograms", "from_referral", "from_start", "months"):
            self.assertEqual(of_census[name], of_list[name], name)
        self.assertGreater(of_census["completed"], 20)
        self.assertEqual(len(of_list["teams"]), 5)

    def test_the_day_is_told_and_may_be_asked_for(self):
        out, _ = self.run_it("census.xml")
        self.assertIn("the latest day in the data.", out)
        self.assertIn("no day of decision is told of any", " ".join(out.split()))
        out, _ = self.run_it("census.xml", "--at", "2024-09-30")
        self.assertIn("As at 30 September 2024, the day asked for.", out)
        self.assertIn("more begin after that day and are not counted", out)

    def test_files_of_each_format_and_nothing_else_touched(self):
        out = self.work / "out"
        self.run_it("census.xml", "--out", "out", "--quiet")
        self.assertEqual({path.name for path in out.iterdir()}, FILES)
        self.assertEqual(stat.S_IMODE(out.stat().st_mode), 0o700)
        (out / "mine.txt").write_text("mine")
        (out / "timeliness.json").write_text("old")
        self.run_it("census.xml", "--out", "out", "--format", "csv", "--quiet")
        self.assertEqual({path.name for path in out.iterdir()}, FILES | {"mine.txt"})
        self.assertEqual((out / "timeliness.json").read_text(), "old")
        page = (out / "timeliness.html").read_text()
        for part in ("<svg", "limit 45", "95% interval", "Content-Security-Policy", "Overdue"):
            self.assertIn(part, page)
        for part in ("<script", "http://", "https://", "src="):
            self.assertNotIn(part, page.split("</head>")[1])

    def test_lists_name_the_child_and_the_place(self):
        self.run_it("census.xml", "--out", "out", "--format", "csv", "--quiet")
        for name in ("timeliness-work.csv", "timeliness-checks.csv"):
            with open(self.work / "out" / name, encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file))
            self.assertGreater(len(rows), 0)
            lines = (self.work / "census.xml").read_text().splitlines()
            for row in rows:
                before = "".join(lines[:int(row["line"])])
                self.assertTrue(before.rpartition("<LAchildID>")[2].startswith(row["child"]), row)

    def test_small_teams_are_left_out(self):
        out, _ = self.run_it("assessments.csv", "--at", "2024-08-31")
        self.assertIn("left out", out)
        out, _ = self.run_it("assessments.csv", "--at", "2024-08-31", "--small-numbers")
        self.assertNotIn("left out", out)

    def test_limits_of_a_council_and_of_a_file(self):
        limit = lambda *more: self.kind(self.told("census.xml", *more), "single_assessment")["limits"][0]["working_days"]
        self.assertEqual(limit(), 45)
        self.assertEqual(limit("--council", "Wirral"), 30)
        (self.work / "ours.xml").write_text('<limits><work type="single_assessment" title="Ours" ends="completed">'
                                            '<limit days="25" from="start"/></work></limits>')
        self.assertEqual(limit("--limits", "ours.xml"), 25)
        (self.work / "wrong.xml").write_text('<limits>\n<work type="x"/></limits>')
        self.assertIn("wrong.xml:2", self.run_it("census.xml", "--limits", "wrong.xml", status=2)[1])

    def test_what_cannot_be_done_is_one_line(self):
        (self.work / "empty").mkdir()
        (self.work / "nothing.csv").write_text("Child Unique ID,Type\nC1,Child and Family Assessment\n")
        for arguments, part in (((), "nothing to do"), (("none.xml",), "none.xml"), (("empty",), "no run.db"),
                                (("census.xml", "--at", "31/03/2010"), "write it as 2010-03-31"),
                                (("census.xml", "--format", "csv"), "give --out DIR"),
                                (("census.xml", "--out", "o", "--format", "xlsx"), "csv, html, json"),
                                (("census.xml", "--council", "Atlantis"), "Coventry, Wirral"),
                                (("census.xml", "--out", "census.xml/o"), "census.xml/o"),
                                (("nothing.csv",), "tells no day"), (("empty", "census.xml"), "a run stands alone")):
            out, errors = self.run_it(*arguments, status=2)
            self.assertEqual(out, "", arguments)
            self.assertIn(part, errors.splitlines()[-1])

    def test_a_stored_run(self):
        subprocess.run([PROGRAM, "audit", FIXTURES / "exports" / "team-north", "--out", "run", "--quiet"], cwd=self.work,
                       capture_output=True, timeout=300)
        told = self.told("run")
        findings = [json.loads(line) for line in (self.work / "run" / "findings.jsonl").read_text().splitlines()]
        measured = [one["timeliness"] for one in findings if one.get("timeliness")]
        self.assertGreater(len(measured), 3)
        self.assertEqual(sum(kind["completed"] for kind in told["kinds"]), len(measured))
        self.assertEqual(sum(kind["in_time"] for kind in told["kinds"]),
                         sum(one["working_days"] <= one["limit"] for one in measured))
        self.assertEqual(told["as_at"], max(one["completed"] for one in measured))
        # The file of a run is a store of one.
        shutil.move(self.work / "run" / "run.db", self.work / "history.db")
        self.assertEqual(self.told("history.db")["kinds"], told["kinds"])
        subprocess.run([PROGRAM, "audit", FIXTURES / "exports" / "team-south", "--store", "history.db", "--quiet"], cwd=self.work,
                       capture_output=True, timeout=300)
        self.assertNotEqual(self.told("history.db")["kinds"], told["kinds"])
        self.assertEqual(self.told("history.db", "--run", "1")["kinds"], told["kinds"])
        self.assertIn("history.db, run 1", self.run_it("history.db", "--run", "1")[0])
        self.assertIn("holds no finished run 7", self.run_it("history.db", "--run", "7", status=2)[1])
        self.assertIn("leave out --run", self.run_it("census.xml", "--run", "1", status=2)[1])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
