#!/usr/bin/env python3
"""Limits: a refusal or a cut says how to raise the limit behind it, and what it says helps.

    limits.py PROGRAM [unittest's options...]
"""

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
import zlib

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
OPTION = re.compile(r"--limit ([a-z-]+=\d+)")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type='
             '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
             'Target="word/document.xml"/></Relationships>')
TABLE = ('<table:table><table:table-row><table:table-cell table:number-columns-repeated="9"><text:p>Seen</text:p>'
         "</table:table-cell></table:table-row></table:table>")


def varied(size):
    """Text that packs badly, of short words in short lines."""
    import random
    draw = random.Random(1)
    words = ["".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=draw.randint(3, 9))) for _ in range(size // 7)]
    return "\n".join(" ".join(words[at:at + 12]) + "." for at in range(0, len(words), 12))


def docx(path, paragraphs):
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


def fodt(path, content):
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table"))
    path.write_text(f'<office:document {names} office:mimetype="application/vnd.oasis.opendocument.text"><office:body>'
                    f"<office:text>{content}</office:text></office:body></office:document>")


def pdf(path, pages):
    """Pages of so much content each; the same content is there once."""
    contents = list(dict.fromkeys(pages))
    first = 4 + len(contents)
    kids = " ".join(f"{first + number} 0 R" for number in range(len(pages)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for packed in (zlib.compress(content.encode()).hex() for content in contents):
        objects.append(f"<</Length {len(packed)}/Filter[/ASCIIHexDecode/FlateDecode]>>stream\n{packed}\nendstream")
    objects += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
                f"/Contents {4 + contents.index(content)} 0 R>>" for content in pages]
    out, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects):
        offsets.append(len(out))
        out += f"{number + 1} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    path.write_text(f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
                    f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(out)}\n%%EOF\n")


def shown(text):
    return f"BT /F 12 Tf 50 700 Td ({text}) Tj ET"


class Limits(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-limits-"))
        self.addCleanup(shutil.rmtree, self.work)

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=300)
        self.assertNotIn("worker that read it fail", done.stderr)
        return done

    def follow(self, path, name, low):
        """Reads the file with that limit set low, then as each message says; the messages, and the text in the end."""
        settings, said = {name: f"{name}={low}"}, []
        for _ in range(12):
            done = self.run_program("text", path, *(part for value in settings.values() for part in ("--limit", value)))
            if not done.stderr:
                self.assertEqual(done.returncode, 0)
                return said, done.stdout
            said.append(done.stderr)
            told = OPTION.findall(done.stderr)
            self.assertTrue(told, done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
            settings.update((setting.split("=")[0], setting) for setting in told)
        self.fail("raised twelve times, and still: " + said[-1])

    def test_each_limit_can_be_raised_as_its_message_says(self):
        made = {}

        def case(name, low, file, refused):
            made[name] = (low, self.work / file, refused)
            return self.work / file

        case("file", 1, "file.txt", True).write_text(varied(1_500_000))
        docx(case("part", 1, "part.docx", True), varied(1_800_000).splitlines())
        docx(case("unpacked", 1, "unpacked.docx", True), varied(1_800_000).splitlines())
        docx(case("ratio", 10, "ratio.docx", True), [f"She was seen alone, visit {number}." for number in range(90_000)])
        docx(case("parts", 1, "parts.docx", True), ["Seen."])
        case("text", 1, "text.txt", False).write_text(varied(1_500_000))
        case("paragraph", 1, "paragraph.html", False).write_text(f"<p>{varied(1_500_000)}</p>")
        case("paragraphs", 3, "paragraphs.rtf", False).write_text("{\\rtf1 " + "Seen\\par " * 9 + "}")
        case("cells", 3, "cells.html", False).write_text("<table>" + "<tr><td>a</td><td>b</td></tr>" * 5 + "</table>")
        fodt(case("repeats", 3, "repeats.fodt", False), TABLE)
        pdf(case("pages", 2, "pages.pdf", False), [shown(f"Page number {number}") for number in range(5)])
        pdf(case("drawing", 1_000, "drawing.pdf", False),
            [shown("First"), "0 0 m 5 5 l S " * 2_000 + shown("Seen")])
        for name, (low, path, refused) in made.items():
            with self.subTest(name):
                said, text = self.follow(path, name, low)
                self.assertTrue(said, "the limit was never met")
                self.assertIn(f"--limit {name}=", said[0])
                self.assertEqual(said[0].startswith("refused: "), refused, said[0])
                plain = self.run_program("text", path)
                self.assertEqual((plain.stdout, plain.stderr), (text, ""))

    def test_files_of_an_archive(self):
        with zipfile.ZipFile(self.work / "a.zip", "w") as archive:
            for name in "abc":
                archive.writestr(f"{name}.txt", varied(600_000))
        for name, low, there in (("archive", 1, 1), ("parts", 2, 2)):
            with self.subTest(name):
                done = self.run_program("audit", self.work / "a.zip", "--out", "-", "--quiet", "--limit", f"{name}={low}")
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout.count('"status":"audited"'), there)
                setting = OPTION.search(done.stderr).group(1)
                done = self.run_program("audit", self.work / "a.zip", "--out", "-", "--quiet", "--limit", setting)
                self.assertEqual((done.returncode, done.stdout.count('"status":"audited"')), (0, 3), done.stderr)

    def test_cut_is_in_the_findings_with_how_to_raise_it(self):
        pdf(self.work / "a.pdf", [shown(f"Page number {number}") for number in range(5)])
        self.run_program("audit", self.work / "a.pdf", "--out", self.work / "run", "--limit", "pages=2")
        for file in ("findings.jsonl", "findings.csv", "index.html"):
            with self.subTest(file):
                self.assertIn("(to read more: --limit pages=5)", (self.work / "run" / file).read_text())

    def test_memory_of_a_worker_follows(self):
        (self.work / "a.txt").write_text(varied(24_000_000))
        done = self.run_program("audit", self.work / "a.txt", "--out", "-", "--limit", "memory=512")
        self.assertEqual(done.returncode, 1)
        self.assertIn("needs more than 512 MiB of memory; split it, or raise the limit: --limit memory=1024", done.stderr)

    def test_time_of_a_worker_follows(self):
        pdf(self.work / "a.pdf", ["0 0 m 5 5 l S " * 150_000 + shown("Seen")] * 60)
        done = self.run_program("audit", self.work / "a.pdf", "--out", "-", "--limit", "seconds=1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("took too long: a document may have 1 seconds of processor time", done.stderr)
        self.assertIn("or raise the limit: --limit seconds=2", done.stderr)

    def test_run_says_which_limits_were_set(self):
        (self.work / "a.txt").write_text("She was seen alone.")
        for options, limits in ((("--limit", "pages=12000"), {"pages": 12000, "seconds": 30, "memory": 6144}), ((), {})):
            self.run_program("audit", self.work / "a.txt", "--out", self.work / "run", *options)
            self.assertEqual(json.loads((self.work / "run" / "run.json").read_text())["limits"], limits)
            shown_there = "pages=12000, seconds=30, memory=6144" in (self.work / "run" / "index.html").read_text()
            self.assertEqual(shown_there, bool(options))

    def test_other_limits_are_another_run(self):
        (self.work / "a.txt").write_text("She was seen alone.")
        store = self.work / "store.db"

        def runs(*options):
            self.run_program("audit", self.work / "a.txt", "--store", store, *options)
            return len(json.loads(self.run_program("runs", store, "--format", "json").stdout)["runs"])

        self.assertEqual(runs("--limit", "pages=7"), 1)
        with sqlite3.connect(store) as database:  # as one that broke off
            database.execute("UPDATE run SET state = 'writing', finished = ''")
        self.assertEqual(runs("--resume"), 2)
        self.assertEqual(runs("--resume", "--limit", "pages=8"), 3)
        self.assertEqual(runs("--resume", "--limit", "pages=7"), 3)

    def test_bad_values_are_one_line(self):
        (self.work / "a.txt").write_text("Seen.")
        for value, words in (("pages=0", "takes a whole number from 1 to 100000"), ("pages", "usual is pages=5000"),
                             ("memory=1", "from 512 to 65536 of MiB"), ("sites=3", "there is no limit 'sites'; choose from file"),
                             ("pages=1e9", "takes a whole number"), ("", "there is no limit ''")):
            with self.subTest(value):
                done = self.run_program("audit", self.work / "a.txt", "--out", "-", "--limit", value)
                self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), done.stderr)
                self.assertIn(words, done.stderr)
        done = self.run_program("text", self.work / "a.txt", "--limit", "pages=3", "--limit", "pages=4")
        self.assertEqual(done.returncode, 2)
        self.assertIn("a limit is set twice", done.stderr)

    def test_help_lists_them(self):
        for verb in ("audit", "show", "text"):
            self.assertIn("ocr-document", self.run_program(verb, "--help").stdout)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
