#!/usr/bin/env python3
"""Second opinions, by the built program: shared out, rated in a workbook, taken in, counted, and counting in every report.

    agree.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import importlib.util
import json
import pathlib
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl

from spreadsheet import calc

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
WORDS = {"met": "Met", "partly": "Partly met", "not_met": "Not met", "na": "Does not apply"}
RATING, COMMENT, NAME = "Your rating", "Your comment", "Your name"


def run(*arguments, cwd):
    return subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=300)


def table(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


class Agree(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.once = pathlib.Path(tempfile.mkdtemp(prefix="auditor-agree-"))
        cls.addClassCleanup(shutil.rmtree, cls.once)
        shutil.copytree(SOURCE / "fixtures" / "exports", cls.once / "exports")
        done = run("audit", "exports", "--out", "run", "--quiet", cwd=cls.once)
        assert done.returncode == 0, done.stderr
        cls.lines = [json.loads(line) for line in (cls.once / "run" / "findings.jsonl").read_text().splitlines()]
        cls.rating = {(number, item["id"]): item["rating"] for number, line in enumerate(cls.lines, 1)
                      for item in line.get("items", [])}

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(dir=self.once))
        shutil.copytree(self.once / "run", self.work / "run")
        self.rows, self.seen = 0, {}  # that fill() wrote

    def auditor(self, *arguments, status=0):
        done = run(*arguments, cwd=self.work)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def allocate(self, records, *more):
        self.auditor("agree", "run", "--allocate", records, "--raters", "Ann Lee,Bo Adeyemi", "--out", "to-rate", *more)
        return [self.work / "to-rate" / "ratings-1-ann-lee.xlsx", self.work / "to-rate" / "ratings-2-bo-adeyemi.xlsx"]

    def fill(self, path, choose):
        """Writes choose(number, item) -> (rating or None, comment) into the sheet, and moves its columns about."""
        book = openpyxl.load_workbook(path)
        sheet = book["Moderation"]
        heads = [cell.value for cell in sheet[1]]
        rows = []
        for row in sheet.iter_rows(min_row=2, values_only=True):
            values = dict(zip(heads, row))
            rating, comment = choose(values["No."], values["Item"])
            values[RATING], values[COMMENT] = rating and WORDS.get(rating, rating), comment
            rows.append(values)
            self.seen.setdefault(path.name, []).append((values["No."], values["Item"]))
        # As people leave a sheet: sorted otherwise, columns moved, a column of their own, rows hidden.
        heads = [heads[4], "My notes", *heads[:4], *heads[5:]]
        self.rows += len(rows)
        rows.sort(key=lambda values: (values["Item"], values["No."]))
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(heads)
        for values in rows:
            sheet.append([values.get(head) for head in heads])
        sheet.row_dimensions[3].hidden = True
        out = self.work / ("filled-" + path.name)
        book.save(out)
        return out

    def other(self, number, item):
        """A rating that differs from the auditor's."""
        return {"met": "not_met", "partly": "met", "not_met": "met", "na": "met"}[self.rating[number, item]]

    def kept(self):
        with sqlite3.connect(self.work / "run" / "run.db") as database:
            return database.execute("SELECT count(*) FROM person_rating").fetchone()[0]

    def test_allocation_is_blind_doubled_and_reproducible(self):
        files = self.allocate(12, "--format", "xlsx,csv")
        shares = []
        for path in files:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
            with zipfile.ZipFile(path) as parts:
                everything = b"".join(parts.read(name) for name in parts.namelist() if "/worksheets/" in name
                                      or "sharedStrings" in name).decode()
            rows = table(path.with_suffix(".csv"))
            sheet = openpyxl.load_workbook(path)["Moderation"]
            self.assertEqual([cell.value for cell in sheet[1]], list(rows[0]))
            self.assertEqual(sheet.max_row, len(rows) + 1)
            self.assertEqual({row[RATING] for row in rows}, {""})
            for line in self.lines:  # nothing of what the auditor said, nor of the records
                for item in line["items"]:
                    for evidence in item["evidence"]:
                        self.assertNotIn(evidence["quote"], everything)
                    self.assertNotIn(item["reason"], path.with_suffix(".csv").read_text())
            shares.append({int(row["No."]) for row in rows})
        self.assertEqual((len(shares[0] & shares[1]), len(shares[0] | shares[1])), (6, 12))
        kept_back = table(self.work / "to-rate" / "allocation.csv")
        self.assertEqual({int(row["number"]) for row in kept_back if ";" in row["raters"]}, shares[0] & shares[1])
        again = files[0].with_suffix(".csv").read_bytes()
        shutil.rmtree(self.work / "to-rate")
        self.allocate(12, "--format", "csv")
        self.assertEqual(files[0].with_suffix(".csv").read_bytes(), again)
        refused = self.auditor("agree", "run", "--allocate", 12, "--raters", "A,B", "--out", "to-rate", status=2)
        self.assertIn("holds something already", refused.stderr)

    def test_ratings_are_counted(self):
        files = self.allocate(24)
        ann = self.fill(files[0], lambda n, i: (self.rating[n, i], None))
        bo = self.fill(files[1], lambda n, i: (self.other(n, i) if i == "CV2" else self.rating[n, i], "as I see it"))
        said = self.auditor("agree", "run", "--import", ann, bo).stdout
        self.assertIn(f"Imported: {self.rows} new ratings, 0 changed, 0 as before", said)
        self.assertEqual(self.kept(), self.rows)
        said = self.auditor("agree", "run", "--import", ann).stdout
        self.assertIn("0 new ratings, 0 changed", said)

        said = self.auditor("agree", "run", "--out", "so").stdout
        self.assertIn(f"2 people rated 24 records ({self.rows} ratings); 12 records were rated by two people or more.", said)
        figures = {(row["raters"], row["first"], row["second"], row["id"]): row
                   for row in table(self.work / "so" / "agreement.csv") if row["checklist"] in ("assessment", "")}
        asked = {n for n, line in enumerate(self.lines, 1) if line.get("checklist", "assessment") == "assessment"}
        shares = [{n for n, item in self.seen[path.name] if item == "CV2" and n in asked} for path in files]
        whole = figures["auditor_and_people", "", "", "CV2"]
        self.assertEqual((whole["n"], whole["records"], whole["same"]),
                         (str(len(shares[0]) + len(shares[1])), str(len(shares[0] | shares[1])), str(len(shares[0]))))
        self.assertEqual(figures["auditor_and_person", "", "Ann Lee", "CV2"]["kappa"], "1.000000")
        self.assertLess(float(figures["auditor_and_person", "", "Bo Adeyemi", "CV2"]["kappa"]), 0)
        self.assertEqual(figures["two_people", "Ann Lee", "Bo Adeyemi", "CV2"]["same"], "0")
        self.assertEqual(figures["auditor_and_people", "", "", "CV1"]["ac2"], "1.000000")
        self.assertIn(whole["reliance"], ("check", "do_not_rely"))
        self.assertEqual(whole["met_refused"][:15], "too few ratings")
        differences = table(self.work / "so" / "differences.csv")
        self.assertEqual({row["item"] for row in differences}, {"CV2"})
        self.assertEqual({row["comment"] for row in differences if row["rater"] == "Bo Adeyemi"}, {"as I see it"})
        whole = json.loads((self.work / "so" / "agreement.json").read_text())
        self.assertEqual((whole["people"], whole["doubled"]), (["Ann Lee", "Bo Adeyemi"], 12))
        page = (self.work / "so" / "agreement.html").read_text()
        self.assertIn("Can the auditor be relied on here?", page)
        self.assertNotIn("<script", page)

    def test_every_fault_is_told_by_its_cell_and_nothing_is_taken(self):
        files = self.allocate(4)
        wrong = self.fill(files[0], lambda n, i: ({"CV1": "Mett", "RA1": "2"}.get(i, self.rating[n, i]), None))
        good = self.fill(files[1], lambda n, i: (self.rating[n, i], None))
        told = self.auditor("agree", "run", "--import", good, wrong, status=2).stderr.splitlines()
        faults = [line for line in told if "is none of Met, Partly met, Not met, Does not apply" in line]
        wanted = sum(1 for n, item in self.seen[files[0].name] if item in ("CV1", "RA1"))
        self.assertGreaterEqual(wanted, 4)
        self.assertEqual(len(faults), wanted)
        self.assertIn(f"auditor: {wrong}: Moderation!A", faults[0])
        self.assertIn(f"nothing was imported: {wanted} faults", told[-1])
        self.assertEqual(self.kept(), 0)
        self.assertNotIn("Mett", "\n".join(told))

    def test_hostile_files_are_refused(self):
        bomb = self.work / "bomb.xlsx"
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("_rels/.rels", "<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>" + " " * 50_000_000)
        for name, content in (("none.xlsx", b"PK\x03\x04"), ("text.csv", b"nothing,here\n1,2\n"), ("empty.csv", b""),
                              ("old.xls", b"\xd0\xcf\x11\xe0" + bytes(600)), ("bomb.xlsx", bomb.read_bytes())):
            (self.work / name).write_bytes(content)
            done = self.auditor("agree", "run", "--import", name, status=2)
            self.assertIn(name, done.stderr)
        self.assertEqual(self.kept(), 0)

    def test_a_persons_rating_counts_in_every_report(self):
        number, line = next((n, line) for n, line in enumerate(self.lines, 1) if line["status"] == "audited")
        fields = ["Document", "Item", RATING, COMMENT, NAME]
        changed = {item["id"]: self.other(number, item["id"]) for item in line["items"] if item["id"].startswith("CV")}
        agreed = {"RA1": self.rating[number, "RA1"]}
        with open(self.work / "mine.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(fields)
            for item, rating in (changed | agreed).items():
                writer.writerow([line["path"], item, WORDS[rating], f"=seen otherwise in {item}", ""])
        self.auditor("agree", "run", "--import", "mine.csv", "--rater", "Cy Okafor")
        self.auditor("report", "run", "--quiet")
        after = [json.loads(one) for one in (self.work / "run" / "findings.jsonl").read_text().splitlines()]
        self.assertEqual(after[number:], self.lines[number:])
        if importlib.util.find_spec("jsonschema"):
            jsonschema = importlib.import_module("jsonschema")
            schema = json.loads((SOURCE / "auditor" / "reports" / "findings.schema.json").read_text())
            jsonschema.Draft202012Validator(schema).validate(after[number - 1])
        mine = after[number - 1]
        self.assertEqual((mine["overall"], mine["dimensions"]), (line["overall"], line["dimensions"]))
        self.assertEqual([item["rating"] for item in mine["items"]], [item["rating"] for item in line["items"]])
        points = {"met": 2, "partly": 1, "not_met": 0}
        for item in mine["items"]:
            if item["id"] in changed:
                self.assertEqual(item["overruled"], {"rating": changed[item["id"]], "rater": "Cy Okafor",
                                                     "comment": f"=seen otherwise in {item['id']}"})
            else:
                self.assertNotIn("overruled", item)
                self.assertEqual("people" in item, item["id"] == "RA1")
        counted = [points[rating] for rating in changed.values()]
        views = next(one for one in mine["moderated"]["dimensions"] if one["id"] == "CV")
        self.assertAlmostEqual(views["score"], sum(counted) / (2 * len(counted)), 4)

        rows = [row for row in table(self.work / "run" / "findings.csv") if row["path"] == line["path"]]
        for row in rows:
            self.assertEqual(row["rating"], self.rating[number, row["item"]])
            self.assertEqual(row["counts"], changed.get(row["item"], row["rating"]))
            self.assertEqual(row["overall_grade"], line["overall"]["grade"])
            self.assertEqual(row["counting_overall_grade"], mine["moderated"]["overall"]["grade"])
            if row["item"] in changed:
                self.assertEqual((row["rater"], row["rater_comment"][:2]), ("Cy Okafor", "'="))

        book = openpyxl.load_workbook(self.work / "run" / "findings.xlsx")
        heads = [cell.value for cell in book["Findings"][1]]
        for row in book["Findings"].iter_rows(min_row=2, values_only=True):
            if row[0] == number and row[2] in changed:
                self.assertEqual(row[heads.index("Rating")], WORDS[changed[row[2]]])
                self.assertIn(WORDS[self.rating[number, row[2]]], row)
        moderated = next(row for row in book["Moderation"].iter_rows(min_row=2, values_only=True)
                         if row[0] == number and row[2] in changed)
        self.assertEqual((moderated[8], moderated[10]), (WORDS[changed[moderated[2]]], "Cy Okafor"))

        page = (self.work / "run" / "records" / f"{number}.html").read_text()
        self.assertIn("Overruled", page)
        self.assertIn("seen otherwise in CV2", page)
        self.assertIn("By the auditor\u2019s ratings alone", page)
        self.assertIn("People\u2019s ratings", (self.work / "run" / "index.html").read_text())
        # What a run without names shows keeps the ratings, and not who gave them.
        self.auditor("report", "run", "--out", "nameless", "--pseudonymise", "--quiet")
        nameless = [json.loads(one) for one in (self.work / "nameless" / "findings.jsonl").read_text().splitlines()]
        self.assertEqual({item["overruled"]["rater"] for item in nameless[number - 1]["items"] if "overruled" in item},
                         {"Rater 1"})
        for path in (self.work / "nameless").rglob("*.*"):
            if path.suffix in (".html", ".csv", ".jsonl", ".json"):
                self.assertNotIn("Okafor", path.read_text(), path)
        # The workbook, filled in already, may be taken in again.
        again = self.auditor("agree", "run", "--import", "run/findings.xlsx").stdout
        self.assertIn(f"0 new ratings, 0 changed, {len(changed) + 1} as before", again)

    def test_the_last_rating_settles_what_people_differ_over(self):
        number, line = 1, self.lines[0]
        for rater, rating in (("A", "met"), ("B", "not_met"), ("Panel", "partly")):
            (self.work / "one.csv").write_text(f"Document,Item,{RATING},{NAME}\n{line['path']},CV1,{rating},{rater}\n")
            self.auditor("agree", "run", "--import", "one.csv", "--quiet")
            if rater != "B":
                continue
            with sqlite3.connect(self.work / "run" / "run.db") as database:  # as if some time lay between
                database.execute("UPDATE person_rating SET rated = '2020-01-01T00:00:00Z'")
        self.auditor("report", "run", "--format", "csv", "--quiet")
        row = next(row for row in table(self.work / "run" / "findings.csv") if row["item"] == "CV1")
        self.assertEqual((row["counts"], row["rater"]), ("partly", "Panel"))

    @unittest.skipUnless(calc(), "LibreOffice Calc is not installed")
    def test_what_libreoffice_saved_is_read(self):
        files = self.allocate(3)
        filled = self.fill(files[0], lambda n, i: (self.rating[n, i], "caf\u00e9 \u2013 \U0001F600 _x0041_ <b>"))
        home = self.work / "home"
        for to in ("xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1"):  # parted by semicolons, UTF-8
            subprocess.run([calc(), "--headless", "--norestore", f"-env:UserInstallation={home.as_uri()}", "--convert-to", to,
                            "--outdir", str(self.work / "saved"), str(filled)], check=True, capture_output=True, timeout=300)
        rows = openpyxl.load_workbook(filled)["Moderation"].max_row - 1
        said = self.auditor("agree", "run", "--import", next((self.work / "saved").glob("*.xlsx"))).stdout
        self.assertIn(f"Imported: {rows} new ratings", said)
        with sqlite3.connect(self.work / "run" / "run.db") as database:
            comment, = database.execute("SELECT DISTINCT comment FROM person_rating").fetchone()
        self.assertEqual(comment, "caf\u00e9 \u2013 \U0001F600 _x0041_ <b>")
        said = self.auditor("agree", "run", "--import", next((self.work / "saved").glob("*.csv"))).stdout
        self.assertIn("0 new ratings, 0 changed", said)

    def test_a_run_of_a_store_of_many(self):
        record = next((self.once / "exports").rglob("*.txt")).relative_to(self.once)
        for _ in range(2):
            done = run("audit", record, "--store", self.work / "all.db", "--out", self.work / "views", "--format", "csv",
                       "--quiet", cwd=self.once)
            self.assertEqual(done.returncode, 0, done.stderr)
        (self.work / "one.csv").write_text(f"Document,Item,{RATING},{NAME}\n{record},CV1,n/a,A\n")
        self.auditor("agree", "all.db", "--run", 1, "--import", "one.csv")
        self.assertIn("1 person rated 1 record", self.auditor("agree", "all.db", "--run", 1).stdout)
        self.assertIn("Nobody has rated", self.auditor("agree", "all.db").stdout)
        self.auditor("agree", "all.db", "--run", 7, status=2)

    def test_what_does_not_go_together(self):
        for arguments, says in (
                (["agree"], "name one run"),
                (["agree", "run", "x"], "files of ratings come after --import"),
                (["agree", "nowhere"], "nowhere"),
                (["agree", "run", "--rater", "A"], "--rater goes with --import"),
                (["agree", "run", "--format", "xlsx", "--out", "so"], "html, csv and json"),
                (["agree", "run", "--allocate", "3", "--out", "so"], "two raters"),
                (["agree", "run", "--allocate", "999", "--raters", "A,B", "--out", "so"], "audited records to allocate"),
                (["agree", "run", "--allocate", "3", "--raters", "A,a", "--out", "so"], "named twice")):
            self.assertIn(says, self.auditor(*arguments, status=2).stderr, arguments)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
