#!/usr/bin/env python3
"""From `auditor sample` by `auditor audit --sample` to every report of the sample, and to the next draw.

    sample.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import io
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
EXPORTS = pathlib.Path(sys.argv[2]).resolve() / "fixtures" / "exports"
DRAW = ("records", "--by", "folder", "--size", "6", "--seed", "5", "--on", "2026-11-27")


def rows_of(path):
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True))


def write_rows(path, rows, **options):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, **options).writerows(rows)


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.whole = pathlib.Path(tempfile.mkdtemp(prefix="auditor-sample-"))
        cls.addClassCleanup(shutil.rmtree, cls.whole)
        shutil.copytree(EXPORTS, cls.whole / "records")
        cls.run_in(cls.whole, "sample", *DRAW, "--quiet")
        cls.run_in(cls.whole, "audit", "--sample", "sample.csv", "--out", "run", "--quiet")
        cls.run_in(cls.whole, "audit", "records", "--out", "all", "--format", "json", "--quiet")

    @staticmethod
    def run_in(folder, *arguments, status=0):
        done = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, timeout=300)
        assert done.returncode == status, (arguments, done.returncode, done.stderr.decode(errors="replace"))
        return done.stdout.decode(), done.stderr.decode()

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-sample-"))
        self.addCleanup(shutil.rmtree, self.work)
        (self.work / "records").symlink_to(self.whole / "records")
        shutil.copy(self.whole / "sample.csv", self.work)

    def auditor(self, *arguments, status=0):
        return self.run_in(self.work, *arguments, status=status)

    def refused(self, *arguments):
        err = self.auditor(*arguments, status=2)[1]
        self.assertEqual(err.count("\n"), 1, err)
        return err

    def audited(self, *options):
        """The sample as run.json tells it, once audited, and the paths that were."""
        self.auditor("audit", "--sample", "sample.csv", "--out", "out", "--format", "jsonl", "--quiet", *options)
        run = json.loads((self.work / "out" / "run.json").read_text())
        lines = (self.work / "out" / "findings.jsonl").read_text().splitlines()
        return ({one["term"]: one["words"] for one in run["sample"]["method"]}, run["sample"],
                [json.loads(line)["path"] for line in lines])

    def test_same_seed_draws_the_same_list(self):
        self.auditor("sample", *DRAW, "--out", "again.csv", "--format", "csv,json")
        first, again = rows_of(self.work / "sample.csv"), rows_of(self.work / "again.csv")
        arguments = [row for row in again if row[2] == "argument"]
        self.assertIn("is again.csv", [row[3] for row in arguments])
        self.assertEqual([row for row in first if row[2] != "argument"], [row for row in again if row[2] != "argument"])
        self.assertEqual(oct((self.work / "again.csv").stat().st_mode & 0o777), "0o600")
        listed = json.loads((self.work / "again.json").read_text())
        self.assertEqual([one["path"] for one in listed["list"] if one["use"] == "drawn"],
                         [row[3] for row in again if row[0] == "drawn"])
        self.assertEqual(len(listed["frame"]), 28)
        other = [*DRAW]
        other[other.index("5")] = "6"
        self.auditor("sample", *other, "--out", "other.csv")
        self.assertNotEqual([row[3] for row in rows_of(self.work / "other.csv")], [row[3] for row in again])

    def test_each_folder_gives_by_its_size(self):
        drawn = [row for row in rows_of(self.work / "sample.csv") if row[0] == "drawn"]
        per = {name: sum(row[2] == f"folder {name}" for row in drawn) for name in ("early-help", "team-north", "team-south")}
        self.assertEqual(per, {"early-help": 1, "team-north": 2, "team-south": 3})  # of 6, 10 and 12
        self.assertAlmostEqual(sum(float(row[5]) for row in drawn), 28)

    def test_every_report_says_how_it_was_drawn(self):
        drawn = sorted(row[3] for row in rows_of(self.whole / "sample.csv") if row[0] == "drawn")
        lines = (self.whole / "run" / "findings.jsonl").read_text().splitlines()
        self.assertEqual([json.loads(line)["path"] for line in lines], drawn)
        words = "6 of 28 records. Each group gave records in proportion to its size, and at least one."
        sample = json.loads((self.whole / "run" / "run.json").read_text())["sample"]
        self.assertEqual((sample["drawn_on"], sample["seed"], len(sample["records"])), ("2026-11-27", 5, 6))
        self.assertIn(words, sample["method"][0]["words"])
        self.assertEqual({one["path"]: one["stratum"] for one in sample["records"]},
                         {row[3]: row[2] for row in rows_of(self.whole / "sample.csv") if row[0] == "drawn"})
        page = (self.whole / "run" / "index.html").read_text()
        for part in (words, "seed 5", "lies within", "It cannot show", "auditor sample records --by folder"):
            self.assertIn(part, page)
        if (self.whole / "run" / "findings.xlsx").exists():
            with zipfile.ZipFile(self.whole / "run" / "findings.xlsx") as book:
                strings = book.read("xl/worksheets/sheet1.xml").decode()
            self.assertIn("How it was sampled", strings)
            self.assertIn(words, strings)
        with sqlite3.connect(self.whole / "run" / "run.db") as database:
            method, members = database.execute(
                "SELECT method, (SELECT count(*) FROM sample_member m WHERE m.sample = s.sample)"
                " FROM sample s JOIN run r ON r.sample = s.sample").fetchone()
        self.assertIn(words, method)
        self.assertEqual(members, 6)
        # Made again from the store alone, it says the same.
        self.auditor("report", str(self.whole / "run"), "--out", "again", "--format", "json")
        self.assertEqual(json.loads((self.work / "again" / "run.json").read_text())["sample"], sample)

    def test_evidence_pack_says_it_too(self):
        self.auditor("pack", str(self.whole / "run"), "--out", "pack.zip")
        with zipfile.ZipFile(self.work / "pack.zip") as pack:
            summary = next(pack.read(name).decode() for name in pack.namelist() if name.endswith("summary.html"))
            told = json.loads(next(pack.read(name) for name in pack.namelist() if name.endswith("pack.json")))["sample"]
        self.assertIn("a sample that was drawn by chance", summary)
        self.assertIn("It cannot show", summary)
        self.assertIn("6 of 28 records", told["method"][0]["words"])

    def test_the_unfit_are_replaced_and_it_is_said(self):
        rows = rows_of(self.work / "sample.csv")
        unfit = next(row for row in rows if row[0] == "drawn" and row[2] == "folder team-south")
        unfit[6] = "closed before the audit began"
        reserve = next(row for row in rows if row[0] == "reserve" and row[2] == "folder team-south")
        write_rows(self.work / "sample.csv", rows, delimiter=";")  # as some spreadsheets save it
        method, _, paths = self.audited()
        self.assertNotIn(unfit[3], paths)
        self.assertIn(reserve[3], paths)
        self.assertEqual(len(paths), 6)
        self.assertIn("1 of those drawn turned out to be unfit", method["Replaced"])
        self.assertNotIn("closed before", json.dumps(method))
        self.assertNotIn("Changed by hand", method)

    def test_a_changed_list_is_told(self):
        rows = rows_of(self.work / "sample.csv")
        rows.remove(next(row for row in rows if row[0] == "drawn"))
        write_rows(self.work / "sample.csv", rows)
        method, _, paths = self.audited()
        self.assertEqual(len(paths), 5)
        self.assertIn("not as it was drawn", method["Changed by hand"])
        self.assertTrue(method["Audited"].startswith("5 of 6 records"))

    def test_a_record_that_cannot_be_read_lowers_what_is_known(self):
        (self.work / "records").unlink()
        shutil.copytree(EXPORTS, self.work / "records")
        drawn = next(row[3] for row in rows_of(self.work / "sample.csv") if row[0] == "drawn")
        (self.work / drawn).write_bytes(b"")
        self.auditor("audit", "--sample", "sample.csv", "--out", "out", "--format", "json", "--quiet", status=1)
        method = {one["term"]: one["words"]
                  for one in json.loads((self.work / "out" / "run.json").read_text())["sample"]["method"]}
        self.assertTrue(method["Audited"].startswith("5 of 6 records that the sample was to have; the others"))

    def test_records_may_have_moved(self):
        (self.work / "media").mkdir()
        (self.work / "records").rename(self.work / "media" / "records")
        self.assertIn("6 of its records are not there", self.refused("audit", "--sample", "sample.csv"))
        for folder in ("media", "media/records"):
            _, sample, paths = self.audited(folder)
            self.assertEqual(len(paths), 6)
            self.assertTrue(all(path.startswith("media/records/") for path in paths), paths)
            self.assertEqual(sorted(one["path"] for one in sample["records"]), paths)
            shutil.rmtree(self.work / "out")

    def test_without_names_nobody_is_told_by_whom_it_was_drawn(self):
        team = "Northern"
        with sqlite3.connect(self.whole / "all" / "run.db") as source, sqlite3.connect(self.work / "s.db") as target:
            source.backup(target)
            target.execute("UPDATE document SET team = 'Northern', worker = 'Quentin Ashpole'")
        self.auditor("sample", "records", "--store", "s.db", "--by", "worker", "--only", f"team={team}", "--size", "3",
                     "--out", "by.csv")
        self.assertIn("worker Quentin Ashpole", (self.work / "by.csv").read_text())
        shutil.move(self.work / "by.csv", self.work / "sample.csv")
        method, sample, _ = self.audited("--pseudonymise")
        self.assertNotIn("Ashpole", json.dumps(sample))
        self.assertNotIn(team, json.dumps(sample))
        self.assertIn("28 records of the folders and files given", method["Drawn from"])
        with sqlite3.connect(self.work / "out" / "run.db") as database:
            self.assertNotIn("Ashpole", "".join(database.iterdump()))

    def test_what_was_audited_lately_is_left_out(self):
        finished = json.loads((self.whole / "run" / "run.json").read_text())["finished"][:10]
        year = int(finished[:4])
        self.auditor("sample", "records", "--store", str(self.whole / "run"), "--not-audited-in", "12", "--size", "100",
                     "--on", finished, "--out", "next.csv")
        before = {row[3] for row in rows_of(self.whole / "sample.csv") if row[0] == "drawn"}
        after = {row[3] for row in rows_of(self.work / "next.csv") if row[0] == "drawn"}
        self.assertEqual((len(after), before & after), (22, set()))
        self.assertIn("6, audited on or after", (self.work / "next.csv").read_text())
        # Two years on all may be drawn again; copies elsewhere are known by what is in them.
        self.auditor("sample", "records", "--store", str(self.whole / "run"), "--not-audited-in", "12", "--size", "100",
                     "--on", f"{year + 2}{finished[4:8]}01", "--out", "later.csv")
        self.assertEqual(sum(row[0] == "drawn" for row in rows_of(self.work / "later.csv")), 28)
        shutil.copytree(EXPORTS, self.work / "copies")
        self.auditor("sample", "copies", "--store", str(self.whole / "run" / "run.db"), "--not-audited-in", "12", "--size", "100",
                     "--on", finished, "--out", "copies.csv")
        self.assertEqual(sum(row[0] == "drawn" for row in rows_of(self.work / "copies.csv")), 22)

    def test_a_store_tells_what_to_draw_by(self):
        store = str(self.whole / "all")
        with sqlite3.connect(self.whole / "all" / "run.db") as database:
            types = dict(database.execute("SELECT type, count(*) FROM document GROUP BY type"))
        self.auditor("sample", "--store", store, "--by", "type", "--size", str(len(types) + 3), "--out", "by.csv")
        drawn = [row for row in rows_of(self.work / "by.csv") if row[0] == "drawn"]
        self.assertEqual({row[2] for row in drawn}, {f"type {name or 'not known'}" for name in types})
        self.assertEqual(len(drawn), len(types) + 3)
        self.auditor("sample", "--store", store, "--quota", "type=1", "--out", "quota.csv")
        quota = [row for row in rows_of(self.work / "quota.csv") if row[0] == "drawn"]
        self.assertEqual({row[2]: float(row[5]) for row in quota},
                         {f"type {name or 'not known'}": count for name, count in types.items()})
        out, _ = self.auditor("sample", "--store", store, "--dip", "3", "--out", "dip.csv")
        self.assertIn("A dip sample", out)
        # A run over everything takes nothing out of the running.
        self.auditor("sample", "--store", store, "--not-audited-in", "12", "--size", "100", "--out", "whole.csv")
        self.assertEqual(sum(row[0] == "drawn" for row in rows_of(self.work / "whole.csv")), 28)

    def test_a_list_tells_what_to_draw_by(self):
        listed = str(EXPORTS.parent / "manifests" / "list4.csv")
        with open(listed, encoding="utf-8-sig", newline="") as file:
            cases = list(csv.DictReader(file))
        there = {path.name for path in EXPORTS.rglob("*") if path.is_file()}
        of_files = [one for one in cases if one["File"] in there]
        self.assertGreater(len(of_files), 4)
        self.auditor("sample", "records", "--manifest", listed, "--size", "100", "--only", "team=North Assessment", "--out",
                     "team.csv")
        rows = rows_of(self.work / "team.csv")
        self.assertEqual({pathlib.PurePath(row[3]).name for row in rows if row[0] == "drawn"},
                         {one["File"] for one in of_files if one["Allocated Team"] == "North Assessment"})
        self.assertEqual({(pathlib.PurePath(row[3]).name, row[4]) for row in rows if row[0] == "drawn"},
                         {(one["File"], one["Child Unique ID"]) for one in of_files
                          if one["Allocated Team"] == "North Assessment"})
        # Of the list alone, its records are found below a folder when they are audited.
        self.auditor("sample", "--manifest", listed, "--size", "2", "--seed", "1", "--only", "worker=T Oyelaran,G Sowerby",
                     "--out", "sample2.csv")
        shutil.move(self.work / "sample2.csv", self.work / "sample.csv")
        _, sample, paths = self.audited("records/team-north")
        self.assertEqual([pathlib.PurePath(path).name for path in paths], ["01-dimitrova.docx", "02-wetherall.docx"])
        with sqlite3.connect(self.work / "out" / "run.db") as database:
            self.assertEqual({child for child, in database.execute("SELECT child FROM sample_member")},
                             {"10001", "10002"})

    def test_margin_is_worked_out_and_said(self):
        out, _ = self.auditor("sample", "records", "--margin", "20%", "--out", "margin.csv")
        text = re.sub(r"\s+", " ", out)
        self.assertIn("of 28 records, 14 must be read for that", text)  # 24.01 / (1 + 23.01 / 28) = 13.2
        self.assertIn("lies within 19 points", text)
        self.assertEqual(sum(row[0] == "drawn" for row in rows_of(self.work / "margin.csv")), 14)

    def test_refusals_are_one_line_and_leave_nothing(self):
        self.assertIn("is there already", self.refused("sample", *DRAW))
        self.assertIn("nothing says how many", self.refused("sample", "records"))
        self.assertIn("nothing tells the team", self.refused("sample", "records", "--by", "team", "--size", "4", "--out", "x.csv"))
        self.assertIn("fewer than the 3 strata", self.refused("sample", "records", "--by", "folder", "--size", "2", "--out", "x.csv"))
        self.assertIn("does not exist", self.refused("sample", "nowhere", "--size", "2", "--out", "x.csv"))
        self.assertIn("no such", self.refused("sample", "--store", "nowhere", "--size", "2", "--out", "x.csv"))
        self.assertIn("can't say how its sample was drawn", self.refused("audit", "--sample", "sample.csv", "--out", "-"))
        (self.work / "other.csv").write_text("a,b\n1,2\n")
        self.assertIn("is not the list of a sample", self.refused("audit", "--sample", "other.csv"))
        self.assertEqual(sorted(path.name for path in self.work.iterdir()), ["other.csv", "records", "sample.csv"])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
