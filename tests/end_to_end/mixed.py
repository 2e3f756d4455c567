#!/usr/bin/env python3
"""A folder of several kinds of record in one run: each is rated by the checklist for its type, and every report tells
items of the same id in two checklists apart.

    mixed.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
# File name: what it is copied from, and the checklist that it should be rated by.
RECORDS = {
    "assessment.docx": ("exports/team-south/04-letter-josiah.docx", "assessment"),
    "contact.html": ("checklists/contact/02-mash-table.html", "contact"),
    "early-help.html": ("checklists/early-help/02-tables-orrin.html", "early-help"),
    "section47.html": ("checklists/section47/01-form.html", "section47"),
    "strategy.txt": ("checklists/section47/03-minutes.txt", "section47"),
    "supervision.txt": ("checklists/supervision/01-labels-thorne.txt", "supervision"),
}


def run(folder, *arguments, status=0):
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == status, done.stderr
    return done


def lines(text):
    return {pathlib.Path(line["path"]).name: line for line in map(json.loads, text.splitlines())}


class Mixed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-mixed-"))
        (cls.work / "records").mkdir()
        for name, (source, _) in RECORDS.items():
            shutil.copy(SOURCE / "fixtures" / source, cls.work / "records" / name)
        cls.told = run(cls.work, "audit", "records", "--out", "run").stdout
        cls.found = lines((cls.work / "run" / "findings.jsonl").read_text())

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)

    def test_each_is_rated_by_the_checklist_for_its_type(self):
        self.assertEqual({name: line["checklist"] for name, line in self.found.items()},
                         {name: checklist for name, (_, checklist) in RECORDS.items()})
        for name, line in self.found.items():
            dimensions = {dimension["id"] for dimension in line["dimensions"]}
            self.assertTrue(all(item["id"][:2] in dimensions for item in line["items"]), name)

    def test_number_of_workers_changes_nothing(self):
        streamed = run(self.work, "audit", "records", "--out", "-", "--jobs", "1").stdout
        self.assertEqual(lines(streamed), self.found)

    def test_named_checklist_rates_them_all(self):
        by_one = lines(run(self.work, "audit", "records", "--checklist", "assessment", "--out", "-").stdout)
        self.assertEqual({line["checklist"] for line in by_one.values()}, {"assessment"})
        self.assertEqual({len(line["items"]) for line in by_one.values()}, {30})

    def test_run_says_which_checklists_there_were(self):
        facts = json.loads((self.work / "run" / "run.json").read_text())
        self.assertEqual([each["id"] for each in facts["checklists"]],
                         ["assessment", "contact", "early-help", "section47", "supervision"])
        self.assertEqual(facts["checklist"]["id"], "assessment")
        self.assertIn("section47 2", self.told)
        index = (self.work / "run" / "index.html").read_text()
        for name in ("section47 SP1", "supervision SP1"):
            self.assertIn(name, index)
        shown = " ".join(run(self.work, "show", "records/contact.html").stdout.split())
        self.assertIn("by the checklist contact", shown)

    def test_table_has_the_question_of_each_items_own_checklist(self):
        with open(self.work / "run" / "findings.csv", encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["item"] == "SP1"]
        questions = {row["checklist"]: row["question"] for row in rows}
        self.assertEqual(set(questions), {"section47", "supervision"})
        self.assertEqual(len(set(questions.values())), 2)

    def test_comparison_says_whose_each_dimension_and_item_is(self):
        run(self.work, "compare", "run", "--by", "checklist", "--small-numbers", "--out", "compared", "--quiet")
        with open(self.work / "compared" / "comparison.csv", encoding="utf-8-sig", newline="") as file:
            titles = {(row["checklist"], row["measure"]): row["title"] for row in csv.DictReader(file)}
        self.assertEqual(len(set(titles.values())), len(titles))  # no two look alike
        self.assertTrue(titles["supervision", "SP1"].startswith("supervision SP1 met: "))
        self.assertRegex(titles["assessment", "RA"], "^assessment, .*: good or better$")

    def test_board_is_told_of_what_is_left_out(self):
        run(self.work, "report", "run", "--for", "board", "--out", "board", "--quiet")
        page = (self.work / "board" / "board.html").read_text()
        self.assertIn("Dimensions in which fewer than 5 records count are left out", page)
        self.assertNotIn("supervision, ", page)
        self.assertIn("Good or better over all", page)

    def test_explanation_is_of_the_checklist_that_rated(self):
        shown = run(self.work, "show", "records/section47.html", "--explain", "SP1").stdout
        rating = next(item["rating"] for item in self.found["section47.html"]["items"] if item["id"] == "SP1")
        self.assertIn(f"rated {rating}", shown)

    def test_views_are_made_again_from_the_run(self):
        run(self.work, "report", "run", "--out", "again", "--format", "jsonl,csv,html")
        for name in ("findings.jsonl", "findings.csv", "index.html", "records/2.html"):
            self.assertEqual((self.work / "again" / name).read_bytes(), (self.work / "run" / name).read_bytes(), name)

    def test_pack_holds_every_checklist_once(self):
        run(self.work, "pack", "run", "--out", "pack.zip")
        with zipfile.ZipFile(self.work / "pack.zip") as pack:
            names = pack.namelist()
            manifest = json.loads(pack.read("pack.json"))
        self.assertEqual(len(names), len(set(names)))
        for name in ("assessment", "contact", "early-help", "section47", "supervision", "lexicon/form"):
            self.assertIn(f"checklist/{name}.xml", names)
        self.assertEqual(len(manifest["checklists"]), 5)
        run(self.work, "pack", "--verify", "pack.zip")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
