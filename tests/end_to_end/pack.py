#!/usr/bin/env python3
"""Evidence packs: what is in one, that --verify notices whatever is changed, and that no name leaks by default.

    pack.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import csv
import hashlib
import html
import io
import json
import os
import pathlib
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FIXTURES = pathlib.Path(sys.argv[2]).resolve() / "fixtures"
BROWSER = any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))


def run(folder, *arguments, **settings):
    return subprocess.run([PROGRAM, *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=300, **settings)


def members(path):
    with zipfile.ZipFile(path) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def write(path, content, **settings):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in content.items():
            pack.writestr(name, data, **settings)


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


class Pack(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = pathlib.Path(tempfile.mkdtemp(prefix="auditor-pack-"))
        cls.addClassCleanup(shutil.rmtree, cls.home)
        shutil.copytree(FIXTURES / "exports" / "team-south", cls.home / "records")
        (cls.home / "records" / "broken.docx").write_bytes(b"PK\x03\x04 no more than this")
        done = run(cls.home, "audit", "records", "--out", "run", "--quiet")
        assert done.returncode == 1, done.stderr
        cls.packed = run(cls.home, "pack", "run", "--with-names", "--out", "pack.zip")
        assert cls.packed.returncode == 0, cls.packed.stderr
        cls.content = members(cls.home / "pack.zip")
        cls.manifest = json.loads(cls.content["pack.json"])

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(dir=self.home))

    def verify(self, path, *more, status):
        done = run(self.home, "pack", "--verify", path, *more)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done

    def assert_told(self, content, told):
        """A pack of this content is not accepted, and these lines are what is said of it."""
        write(self.work / "changed.zip", content)
        done = self.verify(self.work / "changed.zip", status=1)
        self.assertEqual(done.stderr.splitlines(), told)
        self.assertTrue(done.stdout.startswith("NOT AS IT WAS PACKED: "), done.stdout)

    def test_contents(self):
        self.assertEqual(self.manifest["counts"], {"documents": 13, "audited": 12, "refused": 1, "skipped": 0, "read_in_part": 0})
        for document in self.manifest["documents"]:
            self.assertIn(document["page"], self.content)
        for name in ("README.txt", "summary.html", "findings.csv", "findings.jsonl", "sources.sha256", "checklist/assessment.xml"):
            self.assertIn(name, self.content)
        self.assertEqual("summary.pdf" in self.content, BROWSER)
        self.assertEqual("without_pdf" in self.manifest, not BROWSER)
        rows = list(csv.DictReader(io.StringIO(self.content["findings.csv"].decode("utf-8-sig"))))
        self.assertEqual(len({row["path"] for row in rows}), 13)
        self.assertEqual(len(self.content["findings.jsonl"].splitlines()), 13)
        self.assertEqual(self.manifest["not_audited"][0]["path"], "records/broken.docx")
        self.assertTrue(self.manifest["checklist"]["in_pack"])
        page = self.content["summary.html"].decode()
        self.assertIn('content="default-src &#39;none&#39;; style-src &#39;sha256-', page)
        self.assertNotIn("<script", page)
        self.assertIn("This pack holds real names.", page)
        self.assertIn(self.manifest["checklist"]["sha256"], page)
        self.assertEqual(stat.S_IMODE(os.stat(self.home / "pack.zip").st_mode), 0o600)

    def test_sums_can_be_checked_by_others(self):
        whole = hashlib.sha256((self.home / "pack.zip").read_bytes()).hexdigest()
        self.assertIn(whole, self.packed.stdout)
        lines = dict(reversed(line.split("  ")) for line in self.content["SHA256SUMS"].decode().splitlines())
        sums = {name: hashlib.sha256(data).hexdigest() for name, data in self.content.items() if name != "SHA256SUMS"}
        self.assertEqual(lines, sums)
        listed = {file["path"]: file for file in self.manifest["files"]}
        self.assertEqual(set(listed), set(sums) - {"pack.json"})
        for name, file in listed.items():
            self.assertEqual((file["bytes"], file["sha256"]), (len(self.content[name]), sums[name]))
        for line in self.content["sources.sha256"].decode().splitlines():
            digest, path = line.split("  ")
            self.assertEqual(digest, hashlib.sha256((self.home / path).read_bytes()).hexdigest())

    def test_untouched(self):
        done = self.verify("pack.zip", "--sources", "records", status=0)
        self.assertIn(f"OK: {len(self.content)} files, each as it was packed\n", done.stdout)
        self.assertIn("Sources: 12 of 12 files are the same\n", done.stdout)
        write(self.work / "anew.zip", self.content)
        self.verify(self.work / "anew.zip", status=0)

    def test_a_changed_byte_in_each_kind_of_file(self):
        kinds = ["README.txt", "summary.html", "findings.csv", "findings.jsonl", "records/1.html", "sources.sha256",
                 "checklist/assessment.xml", *(["summary.pdf"] if BROWSER else [])]
        for name in kinds:
            with self.subTest(name):
                data = self.content[name]
                self.assert_told({**self.content, name: flipped(data, len(data) // 2)}, [f"changed: {name}"])
        sums = self.content["SHA256SUMS"]
        self.assert_told({**self.content, "SHA256SUMS": flipped(sums, 3)}, ["changed: SHA256SUMS"])
        data = self.content["pack.json"]
        self.assert_told({**self.content, "pack.json": flipped(data, data.index(b'"title"') + 12)},
                         ["changed: pack.json (or its line in SHA256SUMS)"])

    def test_a_changed_byte_in_the_zip_itself(self):
        raw = (self.home / "pack.zip").read_bytes()
        with zipfile.ZipFile(self.home / "pack.zip") as pack:
            for name in ("records/2.html", "findings.csv", "SHA256SUMS"):
                info = pack.getinfo(name)
                at = info.header_offset + 30 + len(name) + 40 + info.compress_size // 2
                (self.work / "raw.zip").write_bytes(flipped(raw, at))
                done = self.verify(self.work / "raw.zip", status=1)
                self.assertIn(f"changed: {name} (damaged in the ZIP file)", done.stderr)

    def test_files_taken_out_and_put_in(self):
        without = {name: data for name, data in self.content.items() if name != "records/1.html"}
        self.assert_told(without, ["missing: records/1.html"])
        self.assert_told({**self.content, "records/999.html": b"<p>"}, ["added: records/999.html"])
        self.assert_told({**without, "records/999.html": b"<p>"}, ["missing: records/1.html", "added: records/999.html"])

    def test_sources_changed_and_missing(self):
        shutil.copytree(self.home / "records", self.work / "records")
        names = sorted(path.name for path in (self.work / "records").iterdir())
        with open(self.work / "records" / names[0], "ab") as file:
            file.write(b" ")
        (self.work / "records" / names[1]).unlink()
        (self.work / "records" / names[2]).rename(self.work / "records" / "moved")
        done = self.verify("pack.zip", "--sources", self.work / "records", status=1)
        self.assertEqual(done.stderr.splitlines(), [f"source changed: records/{names[0]}", f"source missing: records/{names[1]}"])
        self.assertIn("Sources: 10 of 12 files are the same\n", done.stdout)
        self.assertIn("OK: ", done.stdout)

    def test_damaged_and_hostile(self):
        raw = (self.home / "pack.zip").read_bytes()
        bomb = self.work / "bomb.zip"
        write(bomb, {**self.content, "records/bomb.html": b"\0" * (64 << 20)})
        climbing = self.work / "climbing.zip"
        write(climbing, {**self.content, "../../escaped": b"x"})
        twice = self.work / "twice.zip"
        shutil.copy(self.home / "pack.zip", twice)
        with zipfile.ZipFile(twice, "a") as pack, self.assertWarns(UserWarning):
            pack.writestr("README.txt", "another")
        cut = self.work / "cut.zip"
        cut.write_bytes(raw[: len(raw) * 2 // 3])
        text = self.work / "text.zip"
        text.write_text("no ZIP")
        locked = self.work / "locked.zip"
        marked = bytearray(raw)
        for match in re.finditer(rb"PK\x01\x02|PK\x03\x04", raw):
            marked[match.start() + (8 if raw[match.start() + 2] == 1 else 6)] |= 1
        locked.write_bytes(marked)
        for path, words in ((bomb, "inflates to more than 200 times"), (climbing, "name is unsafe"), (twice, "two files of one name"),
                            (cut, "cut off"), (text, "no ZIP file"), (locked, "password")):
            with self.subTest(path.name):
                begun = time.monotonic()
                done = self.verify(path, status=1)
                self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
                self.assertIn(words, done.stderr)
                self.assertEqual(done.stdout, "")
                self.assertLess(time.monotonic() - begun, 30)
        self.assertFalse((self.home.parent / "escaped").exists())
        write(text, {"letter.txt": b"x"})
        self.verify(text, status=2)
        self.verify(self.work / "none.zip", status=2)

    def test_the_same_run_packs_to_the_same_bytes(self):
        before = (self.home / "pack.zip").read_bytes()
        for zone in ("Asia/Tokyo", "America/New_York"):
            done = run(self.home, "pack", "run", "--with-names", "--out", self.work / "again.zip", env={**os.environ, "TZ": zone})
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual((self.work / "again.zip").read_bytes(), before)

    def test_chosen_documents_keep_their_numbers(self):
        done = run(self.home, "pack", "run", "--with-names", "--out", self.work / "part.zip", "--documents", "3", "--documents", "*haldane*")
        self.assertEqual(done.returncode, 0, done.stderr)
        content = members(self.work / "part.zip")
        manifest = json.loads(content["pack.json"])
        whole = {d["path"]: d["number"] for d in self.manifest["documents"]}
        self.assertEqual({d["path"]: d["number"] for d in manifest["documents"]}, {p: n for p, n in whole.items() if n == 3 or "haldane" in p})
        self.assertEqual(sorted(n for n in content if n.startswith("records/")), sorted(d["page"] for d in manifest["documents"]))
        self.assertEqual(manifest["run"]["documents"], 13)
        self.assertEqual(manifest["sample"]["asked_for"], ["3", "*haldane*"])
        self.verify(self.work / "part.zip", status=0)

    def test_mistakes_leave_everything_as_it_is(self):
        mine = self.work / "mine.txt"
        mine.write_text("mine")
        for arguments in (["pack", "run", "--with-names", "--out", mine], ["pack", "run", "--with-names"],
                          ["pack", "records", "--with-names", "--out", self.work / "x.zip"],
                          ["pack", "run", "--with-names", "--out", self.work / "x.zip", "--documents", "99"],
                          ["pack", "--verify", "pack.zip", "--out", self.work / "x.zip"]):
            with self.subTest(arguments):
                done = run(self.home, *arguments)
                self.assertEqual(done.returncode, 2, done.stdout)
                self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertEqual(mine.read_text(), "mine")
        self.assertEqual([path.name for path in self.work.iterdir()], ["mine.txt"])

    def test_no_childs_name_is_in_a_pack_unless_asked_for(self):
        findings = [json.loads(line) for line in self.content["findings.jsonl"].splitlines()]
        names = {name for record in findings for name in record.get("children", []) if " " in name}
        self.assertGreater(len(names), 8)
        everything = {name: self.words(name, data) for name, data in self.content.items() if not name.startswith("checklist/")}
        for name in names:
            self.assertTrue(any(name in text for text in everything.values()), name)
        done = run(self.home, "pack", "run", "--out", self.work / "labels.zip", "--key", self.work / "key.txt")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.verify(self.work / "labels.zip", "--sources", "records", status=0)
        content = members(self.work / "labels.zip")
        self.assertEqual(set(content), set(self.content))
        for path, data in content.items():
            text = self.words(path, data)
            for name in names:
                self.assertNotIn(name.casefold(), text.casefold(), path)
        manifest = json.loads(content["pack.json"])
        self.assertTrue(manifest["pseudonymised"])
        self.assertNotIn("asked_for", manifest["sample"])
        self.assertIn("Child A", self.words("summary.html", content["records/1.html"]))
        self.assertEqual(stat.S_IMODE(os.stat(self.work / "key.txt").st_mode), 0o600)
        key = (self.work / "key.txt").read_text()
        self.assertTrue(all(name.split()[0] in key for name in names))
        # A part has the labels of the whole, and its words are not told.
        done = run(self.home, "pack", "run", "--out", self.work / "part.zip", "--documents", "*haldane*", "--documents", "4")
        self.assertEqual(done.returncode, 0, done.stderr)
        part = members(self.work / "part.zip")
        self.assertNotIn(b"haldane", b"".join(part[name] for name in ("pack.json", "summary.html", "README.txt")).lower())
        lines = {line for line in content["findings.jsonl"].splitlines()}
        self.assertEqual({line for line in part["findings.jsonl"].splitlines()} - lines, set())
        # A key is never overwritten, and a changed source cannot be known by its name.
        self.assertEqual(run(self.home, "pack", "run", "--out", self.work / "labels.zip", "--key", self.work / "key.txt").returncode, 2)
        (self.work / "empty").mkdir()
        done = self.verify(self.work / "labels.zip", "--sources", self.work / "empty", status=1)
        self.assertEqual(done.stderr.count("source missing or changed: "), 12)

    def test_a_run_with_labels_keeps_them(self):
        done = run(self.home, "audit", "records/04-letter-josiah.docx", "--pseudonymise", "--out", self.work / "run", "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr)
        done = run(self.home, "pack", self.work / "run", "--out", self.work / "pack.zip")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(members(self.work / "pack.zip")["findings.jsonl"], (self.work / "run" / "findings.jsonl").read_bytes())
        for more in (["--with-names"], ["--key", self.work / "key.txt"]):
            self.assertEqual(run(self.home, "pack", self.work / "run", "--out", self.work / "pack.zip", *more).returncode, 2)

    def words(self, path, data):
        """What a file says: of a PDF its text, of a page the text and the attributes."""
        if path.endswith(".pdf"):
            if not shutil.which("pdftotext"):
                return ""
            return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
        text = data.decode()
        return html.unescape(re.sub(r"<[^>]*>", "", text) + text) if path.endswith(".html") else text

    @unittest.skipUnless(BROWSER, "no browser is installed")
    def test_nothing_stays_when_it_is_ended(self):
        for name, status in (("SIGINT", 130), ("SIGKILL", -signal.SIGKILL)):
            with self.subTest(name):
                temporary = self.work / name
                temporary.mkdir()
                program = subprocess.Popen([PROGRAM, "pack", "run", "--with-names", "--out", self.work / "x.zip"], cwd=self.home,
                                           env={**os.environ, "TMPDIR": str(temporary)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                end = time.monotonic() + 60
                while not list(temporary.glob("*/profile")) and program.poll() is None and time.monotonic() < end:
                    time.sleep(0.01)
                program.send_signal(getattr(signal, name))
                self.assertEqual(program.wait(60), status)
                while list(temporary.iterdir()) and time.monotonic() < end:
                    time.sleep(0.05)
                self.assertEqual(list(temporary.iterdir()), [])
                self.assertEqual([path.name for path in self.work.glob("*.zip*")], [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
