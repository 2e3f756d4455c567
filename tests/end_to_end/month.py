#!/usr/bin/env python3
"""The README's month of a council, line by line as it stands there: list, sample, audit, two people's ratings, agreement,
comparison with the month before, the board's report.

    month.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import json
import pathlib
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import openpyxl

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
WORDS = {"met": "Met", "partly": "Partly met", "not_met": "Not met", "na": "Does not apply"}


def lines_of_readme():
    text = (SOURCE / "README.md").read_text()
    part = text[text.index("<!-- month: the test"): text.index("<!-- month: to here")]
    return [line.strip() for line in part.splitlines() if line.startswith("    ")]


class Month(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-month-"))
        cls.addClassCleanup(shutil.rmtree, cls.work)
        (cls.work / "fixtures").symlink_to(SOURCE / "fixtures")
        (cls.work / "month").mkdir()
        cls.said, cls.filled, cls.changed = {}, 0, set()
        for line in lines_of_readme():
            if line.startswith("#"):
                cls.people_rate()
                continue
            words = shlex.split(line)
            assert words[0] == "./build/bin/auditor", line
            done = subprocess.run([PROGRAM, *words[1:]], cwd=cls.work, capture_output=True, text=True, timeout=300)
            assert done.returncode == 0, f"{line}\n{done.stderr}"
            cls.said[line] = done.stdout

    @classmethod
    def people_rate(cls):
        """Ann rates as the records were rated by hand; so does Bo, but for one item, which she finds less well met."""
        for name, path in enumerate(sorted((cls.work / "month" / "to-rate").glob("*.xlsx"))):
            book = openpyxl.load_workbook(path)
            sheet = book["Moderation"]
            heads = {cell.value: cell.column for cell in sheet[1]}
            for row in range(2, sheet.max_row + 1):
                value = lambda head: sheet.cell(row, heads[head]).value
                stem = pathlib.Path(value("Document")).name.split(".")[0]
                rated = json.loads((SOURCE / "fixtures" / "ratings" / f"{stem}.json").read_text())["items"]
                item = rated.get(value("Item"))
                if item is None:
                    continue
                rating = item["rating"]
                if name == 1 and value("Item") == "CV2":
                    rating = "not_met"
                sheet.cell(row, heads["Your rating"]).value = WORDS[rating]
                cls.filled += 1
            book.save(path)

    def table(self, *parts):
        with open(self.work.joinpath("month", *parts), newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))

    def test_the_sample_is_what_was_audited_and_every_report_says_how_it_was_drawn(self):
        lines = [json.loads(line) for line in (self.work / "month/november/findings.jsonl").read_text().splitlines()]
        self.assertEqual(len(lines), 20)
        run = json.loads((self.work / "month/november/run.json").read_text())
        method = {part["term"]: part["words"] for part in run["sample"]["method"]}
        self.assertIn("20 of 28 records", method["How it was drawn"])
        for page in ("november/index.html", "board/board.html", "compared/comparison.html"):
            self.assertIn(method["How it was drawn"], (self.work / "month" / page).read_text(), page)

    def test_teams_come_from_the_list(self):
        with sqlite3.connect(self.work / "month/november/run.db") as database:
            teams = {team for team, in database.execute("SELECT DISTINCT team FROM document")}
        self.assertEqual(teams, {"North", "South", "Early help"})

    def test_peoples_ratings_are_counted_and_overrule(self):
        self.assertGreater(self.filled, 100)
        with sqlite3.connect(self.work / "month/november/run.db") as database:
            kept, = database.execute("SELECT count(*) FROM person_rating").fetchone()
        self.assertEqual(kept, self.filled)
        agreement = self.table("agreement", "agreement.csv")
        whole = next(row for row in agreement if row["raters"] == "auditor_and_people" and row["scope"] == "all")
        self.assertEqual(int(whole["n"]), self.filled)
        self.assertGreater(float(whole["kappa"]), 0.3)
        lines = [json.loads(line) for line in (self.work / "month/november/findings.jsonl").read_text().splitlines()]
        self.assertTrue(any("overruled" in item for line in lines for item in line["items"]))

    def test_the_board_is_told_what_was_found(self):
        board = (self.work / "month/board/board.html").read_text()
        for words in ("Ashford", "84.1%", "What needs decision", "2 people gave"):
            self.assertIn(words, board)
        compared = json.loads((self.work / "month/compared/comparison.json").read_text())
        self.assertEqual(compared["before"], "month/october")
        self.assertGreater(compared["judged"], 20)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
