#!/usr/bin/env python3
"""findings.xlsx of the built program, read by other programs: openpyxl, and LibreOffice where it is installed.

    workbook.py PROGRAM SOURCE_DIR [unittest's options...]
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
import warnings
import zipfile

import openpyxl

from spreadsheet import calc

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
EXPORTS = SOURCE / "fixtures" / "exports"
SHEETS = ["Summary", "Documents", "Items", "Findings", "Flags", "Not audited", "Moderation"]
WORDS = {"met": "Met", "partly": "Partly met", "not_met": "Not met", "na": "Does not apply"}
NAMES = ["=cmd|' calc'!A0.txt", "+1.txt", "-2+3.txt", "@SUM(A1).txt", "\t=1.txt", "_x0041_.txt", "<b>&amp;\".txt",
         "\u202egnp.txt", "caf\u00e9 \U0001F600.txt", "a\x07\x1b[31m.txt"]
# A record whose sentences and fields begin like formulas; what it says of the child is found all the same.
HOSTILE = """Core assessment

Name: =HYPERLINK("http://example.invalid","Ella Marsh")
Date of birth: 04/05/2009

Child's views
=SUM(1+1) I saw Ella on her own at school on 3 March 2016.
@Ella told me that she hates weekends at her dad's because everyone shouts. _x000D_ </t></is></c>
@Keira told me that she hates her new bedroom because it is cold.
+We drew the three houses together.

Plan
-Ali Reid will book Dad onto the Tuesday group by 17 June 2016. [insert name]
"""


def told(text):
    """A value as a cell holds it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c >= " " or c in "\t\n" else "\ufffd" for c in text)


def cells(path):
    """Each sheet's values by row; empty cells are ''. openpyxl leaves it to us to read an escaped underscore, as Excel does."""
    def value(v):
        if isinstance(v, str):
            return v.replace("_x005F_", "_")
        return "" if v is None else round(v, 9) if isinstance(v, float) else v

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(path)
    rows = {sheet.title: [[value(v) for v in row] for row in sheet.iter_rows(values_only=True)] for sheet in book}
    return book, rows


class Workbook(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-workbook-"))
        cls.addClassCleanup(shutil.rmtree, cls.work)
        records = cls.work / "records"
        shutil.copytree(EXPORTS / "team-north", records / "team-north")
        shutil.copytree(SOURCE / "fixtures" / "hostile-text", records / "hostile-text")
        for name in NAMES:
            (records / name).write_text(HOSTILE)
        (records / "=broken.docx").write_bytes(b"PK\x03\x04 broken")
        done = subprocess.run([PROGRAM, "audit", "records"], cwd=cls.work, capture_output=True, timeout=300)
        assert done.returncode == 1, done.stderr
        cls.path = cls.work / "audit-report" / "findings.xlsx"
        cls.lines = [json.loads(line) for line in (cls.path.parent / "findings.jsonl").read_text().splitlines()]
        cls.audited = [(number, line) for number, line in enumerate(cls.lines, 1) if line["status"] == "audited"]
        cls.run_facts = json.loads((cls.path.parent / "run.json").read_text())
        cls.book, cls.cells = cells(cls.path)

    def test_it_is_private_and_holds_no_formula(self):
        self.assertEqual(stat.S_IMODE(self.path.stat().st_mode), 0o600)
        self.assertEqual(self.book.sheetnames, SHEETS)
        with zipfile.ZipFile(self.path) as parts:
            for name in parts.namelist():
                if name.startswith("xl/worksheets/sheet"):
                    self.assertNotRegex(parts.read(name).decode(), "<f[ >/]", name)
        begin_so = [cell for sheet in self.book for row in sheet.iter_rows() for cell in row
                    if isinstance(cell.value, str) and cell.value[:1] in ("=", "+", "-", "@", "\t", "\n")]
        self.assertGreaterEqual(len(begin_so), len(NAMES))
        for cell in begin_so:
            self.assertEqual(cell.number_format, "@", f"{cell.parent.title} {cell.coordinate}")

    def test_every_rating_is_there_with_its_words(self):
        found, moderated = iter(self.cells["Findings"][1:]), iter(self.cells["Moderation"][1:])
        for number, line in self.audited:
            for item in line["items"]:
                row, beside = next(found), next(moderated)
                self.assertEqual(row[:3], [number, told(line["path"]), item["id"]])
                self.assertEqual((row[5], row[8]), (WORDS[item["rating"]], told(item["reason"])))
                for evidence in item["evidence"]:
                    self.assertIn("\u201c" + told(evidence["quote"]) + "\u201d", row[9])
                self.assertEqual(beside[:3], row[:3])
                self.assertEqual((beside[4], beside[6], beside[7]), (row[5], row[8], row[9]))
                self.assertEqual(beside[8:11], ["", "", ""])
                self.assertEqual(beside[11:], [self.run_facts["finished"], self.run_facts["checklist"]["sha256"],
                                               line["sha256"]])
        self.assertIsNone(next(found, None))
        self.assertIsNone(next(moderated, None))
        quotes = " ".join(row[9] for row in self.cells["Findings"][1:])
        self.assertIn("\u201c@Ella told me that she hates weekends", quotes)

    def test_documents_lead_to_their_pages(self):
        sheet = self.book["Documents"]
        self.assertEqual([row[1] for row in self.cells["Documents"][1:]], [told(line["path"]) for _, line in self.audited])
        for row, (number, _) in enumerate(self.audited, 2):
            target = sheet.cell(row, 3).hyperlink.target
            self.assertEqual(target, f"records/{number}.html")
            self.assertTrue((self.path.parent / target).exists())
        refused = [line for line in self.lines if line["status"] != "audited"]
        self.assertEqual({row[0] for row in self.cells["Not audited"][1:]}, {told(line["path"]) for line in refused})

    def test_a_person_chooses_from_the_rubrics_words_and_can_filter(self):
        sheet = self.book["Moderation"]
        rule, = sheet.data_validations.dataValidation
        rows = len(self.cells["Moderation"])
        self.assertEqual((rule.type, rule.formula1, str(rule.sqref)),
                         ("list", '"' + ",".join(WORDS.values()) + '"', f"I2:I{rows}"))
        self.assertFalse(rule.hide_drop_down)
        for name in SHEETS[1:]:
            self.assertTrue(self.book[name].auto_filter.ref.startswith("A1:"), name)
            self.assertIsNotNone(self.book[name].freeze_panes, name)
        for cell in ("I2", "J2", "K2"):
            self.assertEqual(sheet[cell].number_format, "@")

    def convert(self, to, folder):
        home = self.work / "home"
        home.mkdir(exist_ok=True)
        subprocess.run([calc(), "--headless", "--norestore", f"-env:UserInstallation={home.as_uri()}", "--convert-to", to,
                        "--outdir", str(self.work / folder), str(self.path)],
                       check=True, capture_output=True, timeout=300)

    @unittest.skipUnless(calc(), "LibreOffice Calc is not installed")
    def test_libreoffice_reads_the_same(self):
        # Token 12 of the filter: every sheet to a file of its own, named after it.
        self.convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "csv")
        for name in ("Documents", "Findings", "Flags", "Not audited", "Moderation"):
            with open(self.work / "csv" / f"findings-{name}.csv", newline="", encoding="utf-8") as file:
                rows = list(csv.reader(file))
            wanted = [[str(value) for value in row] for row in self.cells[name]]
            if name == "Documents":  # numbers are shown as they are formatted
                rows, wanted = ([row[:5] + row[18:20] for row in rows_] for rows_ in (rows, wanted))
            self.assertEqual(rows, wanted, name)

    @unittest.skipUnless(calc(), "LibreOffice Calc is not installed")
    def test_libreoffice_saves_the_same(self):
        self.convert("xlsx", "again")
        again, values = cells(self.work / "again" / "findings.xlsx")
        self.assertEqual(again.sheetnames, SHEETS)
        for name in SHEETS[1:]:
            self.assertEqual([row[:len(values[name][0])] for row in self.cells[name]], values[name], name)
            self.assertEqual(again[name].auto_filter.ref, self.book[name].auto_filter.ref)
        rule, = again["Moderation"].data_validations.dataValidation
        self.assertEqual(rule.formula1, '"' + ",".join(WORDS.values()) + '"')


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
