#!/usr/bin/env python3
"""Comparison and the board's report, by the built program: groups, two runs, similar councils, suppressed small numbers.

    compare.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import html.parser
import json
import math
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
Z = 1.959963984540054


def run(*arguments, cwd):
    return subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=300)


def table(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def wilson(hits, n):
    share, square = hits / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z * math.sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return middle - half, middle + half


class Balance(html.parser.HTMLParser):
    LONE = {"meta", "br", "input", "link"}

    def __init__(self):
        super().__init__()
        self.open, self.words = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.LONE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def words_of(path):
    page = Balance()
    page.feed(path.read_text())
    assert not page.open
    return " ".join(" ".join(page.words).split())


class Compare(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.once = pathlib.Path(tempfile.mkdtemp(prefix="auditor-compare-"))
        cls.addClassCleanup(shutil.rmtree, cls.once)
        exports = sorted(path for path in (SOURCE / "fixtures" / "exports").rglob("*") if path.is_file())
        for name, files in (("november", exports), ("october", exports[: len(exports) // 2])):
            (cls.once / f"{name}-records").mkdir()
            for file in files:
                shutil.copy(file, cls.once / f"{name}-records")
            done = run("audit", f"{name}-records", "--out", name, "--format", "jsonl", "--quiet", cwd=cls.once)
            assert done.returncode == 0, done.stderr
        cls.lines = [json.loads(line) for line in (cls.once / "november" / "findings.jsonl").read_text().splitlines()]
        (cls.once / "councils.csv").write_text("council,measure,period,value,n\nAshford,grade,2009-10,95%,120\n"
                                               "Barton,CV1,2009-10,40,\nBarton,attendance,2009-10,91,\n")

    def auditor(self, *arguments, status=0):
        done = run(*arguments, cwd=self.once)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def test_shares_are_those_of_the_findings(self):
        self.auditor("compare", "november", "--by", "type", "--small-numbers", "--out", "by-type", "--quiet")
        rows = {(row["measure"], row["group"]): row for row in table(self.once / "by-type" / "comparison.csv")}
        types = {line["type"] for line in self.lines}
        self.assertGreater(len(types), 1)
        for kind in types:
            asked = [item["rating"] for line in self.lines if line["type"] == kind
                     for item in line["items"] if item["id"] == "CV1" and item["rating"] != "na"]
            if not asked:
                continue
            row = rows["CV1", kind]
            self.assertEqual((int(row["hits"]), int(row["n"])), (asked.count("met"), len(asked)))
            low, high = wilson(int(row["hits"]), int(row["n"]))
            self.assertAlmostEqual(float(row["low"]), low, 5)
            self.assertAlmostEqual(float(row["high"]), high, 5)
        self.assertEqual(stat.S_IMODE((self.once / "by-type").stat().st_mode), 0o700)

    def test_two_runs_are_held_against_each_other(self):
        said = self.auditor("compare", "november", "october", "--out", "two", "--comparators", "councils.csv").stdout
        self.assertIn("against october", said)
        self.assertIn("Ashford 95.0% in 2009-10 of 120 records", said)
        self.assertIn("attendance: Barton 91.0% in 2009-10; here not measured", said)
        grade = next(row for row in table(self.once / "two" / "comparison.csv") if row["measure"] == "grade")
        good = [line["overall"]["grade"] in ("good", "outstanding") for line in self.lines]
        self.assertEqual((int(grade["hits"]), int(grade["n"])), (sum(good), len(good)))
        self.assertEqual(int(grade["others_n"]), len(list((self.once / "october-records").iterdir())))
        page = words_of(self.once / "two" / "comparison.html")
        self.assertIn("Good or better over all", page)
        self.assertIn("not measured", page)
        whole = json.loads((self.once / "two" / "comparison.json").read_text())
        self.assertEqual(whole["before"], "october")

    def test_small_groups_are_left_out(self):
        self.auditor("compare", "october", "--by", "worker", "--out", "workers", "--quiet")
        whole = json.loads((self.once / "workers" / "comparison.json").read_text())
        out = {group["name"] for group in whole["groups"] if group.get("left_out")}
        self.assertTrue(out)
        shown = {row["group"] for row in table(self.once / "workers" / "comparison.csv")}
        self.assertFalse(out & shown)
        for group in whole["groups"]:
            self.assertEqual("records" in group, not group.get("left_out", False))

    def test_the_board_is_told_on_a_page_with_every_figures_n(self):
        self.auditor("report", "november", "--for", "board", "--before", "october", "--comparators", "councils.csv",
                     "--out", "board")
        page = words_of(self.once / "board" / "board.html")
        for words in ("What was looked at", "How timely, and how good", "What is weakest", "What changed",
                      "Similar councils", "What needs decision", "How far to trust these figures"):
            self.assertIn(words, page)
        self.assertIn(f"{len(self.lines)} records audited", page)
        self.assertIn("No person has rated any of these records", page)
        for line in self.lines:  # nobody's child is named
            for child in line["children"]:
                self.assertNotIn(child, page)

    def test_what_is_wrong_is_said_in_one_line(self):
        (self.once / "bad.csv").write_text("council,measure,value\nAshford,CV1,most\n")
        for arguments, words in (
                (("compare", "november", "--comparators", "bad.csv"), "bad.csv:2"),
                (("compare", "november", "--by", "colour"), "--by takes one of"),
                (("compare", "november", "october", "--by", "team"), "--by compares groups of one run"),
                (("compare", "nowhere"), "nowhere"),
                (("compare", "november", "--format", "html"), "no folder"),
                (("report", "november", "--before", "october"), "--for board"),
                (("report", "november", "--for", "everyone"), "--for takes board")):
            done = self.auditor(*arguments, status=2)
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
            self.assertIn(words, done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
