#!/usr/bin/env python3
"""What is no record of anybody rates not met throughout and nothing of it is quoted: empty forms, also where only the child's
name and birth date are filled in, pages about practice, and the lexicon's own terms.

    no_records.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
FIXTURES = SOURCE / "fixtures"
IDENTITY = {"Child's name": "Tom Reed", "Date of birth": "04/05/2011"}
# Forms of which a few words still pass for a record's once somebody's name stands above them.
PASS_WITH_A_NAME = {"cfa-2016.txt", "initial-2003.html", "my-assessment.txt"}


def terms():
    """Every term of the lexicon, without the marks of the notation, each alternative but the first left out."""
    out = []
    for path in sorted((SOURCE / "checklists" / "lexicon").glob("*.xml")):
        if path.name == "first-names.xml":
            continue
        root = xml.etree.ElementTree.parse(path).getroot()
        for element in [*root.iter("terms"), *root.iter("headings"), *root.iter("labels")]:
            for term in re.split(r"[;\n]", element.text or ""):
                words = [w.split("|")[0].rstrip("?~*") for w in term.split() if not re.match(r"\^|\.\.\.|_|\{", w)]
                if words:
                    out.append(" ".join(words).replace("#", "3"))
    return list(dict.fromkeys(out))


class NoRecords(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-no-records-"))
        self.addCleanup(shutil.rmtree, self.work)

    def assert_nothing_met(self, *paths):
        command = [PROGRAM, "audit", *map(str, paths), "--format", "jsonl", "--out", "-", "--quiet", "--checklist", "assessment"]
        done = subprocess.run(command, cwd=self.work, capture_output=True, text=True, timeout=300)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        records = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertTrue(records)
        for record in records:
            self.assertEqual(len(record.get("items", [])), 30, record["path"])
            for item in record["items"]:
                with self.subTest(path=record["path"], item=item["id"]):
                    allowed = ("not_met", "na") if item["id"] == "CV5" else ("not_met",)
                    self.assertIn(item["rating"], allowed, item.get("evidence"))
                    self.assertFalse(item.get("evidence"))

    def test_empty_forms(self):
        self.assert_nothing_met(FIXTURES / "blank")

    def test_empty_forms_with_a_name(self):
        for form in sorted((FIXTURES / "blank").iterdir()):
            if form.suffix == ".docx" or form.name in PASS_WITH_A_NAME:
                continue
            text = form.read_text(encoding="utf-8")
            if form.suffix == ".html":
                head = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in IDENTITY.items())
                at = re.search(r"<body[^>]*>", text)
                at = at.end() if at else 0
                text = f"{text[:at]}<table>{head}</table>{text[at:]}"
            else:
                text = "".join(f"{label}: {value}\n" for label, value in IDENTITY.items()) + "\n" + text
            (self.work / form.name).write_text(text, encoding="utf-8")
        self.assert_nothing_met(self.work)

    def test_pages_about_practice(self):
        self.assert_nothing_met(FIXTURES / "hostile-text")

    def test_lists_of_terms(self):
        (self.work / "lines.txt").write_text("\n".join(terms()) + "\n", encoding="utf-8")
        (self.work / "commas.txt").write_text(", ".join(terms()) + ".\n", encoding="utf-8")
        self.assert_nothing_met(self.work)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
