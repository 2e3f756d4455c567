#!/usr/bin/env python3
"""A batch of hostile files beside ordinary records: nothing crashes, hangs, eats memory, reads what it was not given or
asks the network, each refusal says why on one line, and the ordinary records come out as they do alone.

    hostile.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import base64
import csv
import html.parser
import json
import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

import binary
import files
import markup
import packages

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
EXPORTS = pathlib.Path(sys.argv[2]).resolve() / "fixtures" / "exports"
SECRET = "q7-canary-nobody-may-read-this"
LEAST = 60  # hostile inputs
MEMORY_KIB = 1_400 << 10
SECONDS = 300  # all of them; under one minute where nothing else runs
# May be refused for its time or its memory: what of it is kept as text, 60 MiB, is one sentence.
SLOW = {"text-200-mb-line.txt"}
TRACED = "connect,sendto,sendmsg,bind,open,openat,execve,socket,fork,vfork"


class Listener(threading.Thread):
    """Counts whoever asks."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.asked = 0

    def run(self):
        while True:
            self.socket.accept()[0].close()
            self.asked += 1


class Elements(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.names = set()

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.names.update(name for name, _ in attrs if name.startswith("on"))


def can_trace():
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-hostile-"))
        cls.addClassCleanup(shutil.rmtree, cls.work)
        canary = cls.work / "canary.txt"
        canary.write_text(SECRET)
        cls.listener = Listener()
        cls.listener.start()
        records = cls.work / "records"
        records.mkdir()
        cls.made = {}
        for maker in (packages, markup, binary):
            for name, content in maker.made(str(canary), cls.listener.url).items():
                (records / name).write_bytes(content)
                cls.made[name] = content
        cls.hostile = len(cls.made) + files.make(records)
        cls.ordinary = {}
        sources = [min(EXPORTS.rglob(f"*.{kind}")) for kind in ("docx", "html", "txt", "xml")]
        for number, source in enumerate(sources):
            for place in ("a", "m", "zz"):
                name = f"{place}-ordinary-{number}{source.suffix}"
                shutil.copy(source, records / name)
                cls.ordinary[name] = None
        (cls.work / "alone").mkdir()
        for name in cls.ordinary:
            shutil.copy(records / name, cls.work / "alone" / name)
        cls.audit("alone")
        for line in cls.lines("alone"):
            cls.ordinary[line["path"].split("/")[-1]] = line
        cls.traced = can_trace()
        cls.done = cls.audit("records")

    @classmethod
    def audit(cls, folder):
        command = [PROGRAM, "audit", folder, "--out", f"report-{folder}", "--no-across", "--jobs", "2"]
        if folder == "records" and cls.traced:
            command = ["strace", "-f", "--seccomp-bpf", "-o", str(cls.work / "trace"), "-e", f"trace={TRACED}", *command]
        return subprocess.run(command, cwd=cls.work, capture_output=True, timeout=SECONDS)

    @classmethod
    def lines(cls, folder):
        report = cls.work / f"report-{folder}"
        return [json.loads(line) for line in (report / "findings.jsonl").read_text().splitlines()]

    def test_enough_of_them(self):
        self.assertGreaterEqual(self.hostile, LEAST)

    def test_the_batch_finishes(self):
        self.assertEqual(self.done.returncode, 1, self.done.stderr.decode(errors="replace"))

    def test_nothing_crashes_or_takes_too_long(self):
        bad = {line["path"]: line["code"] for line in self.lines("records") if line.get("code") in ("crashed", "timed_out")}
        self.assertEqual({path: code for path, code in bad.items() if path.split("/")[-1] not in SLOW}, {})

    def test_every_file_is_told_of(self):
        paths = [line["path"] for line in self.lines("records")]
        for name in self.made:
            path = f"records/{name}"
            self.assertTrue(any(told == path or told.startswith(path + "!/") for told in paths), name)

    def test_refusals_say_why_on_one_line(self):
        refused = [line for line in self.lines("records") if line["status"] == "refused"]
        self.assertGreater(len(refused), 20)
        for line in refused:
            self.assertRegex(line["reason"], r"^[^\n\r\x00-\x1f]{8,300}$", line["path"])
        told = self.done.stderr.decode().splitlines()
        self.assertEqual(len(told), len(refused))
        for line in told:
            self.assertRegex(line, r"^refused: [^\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+$")

    def test_known_causes(self):
        codes = {line["path"].removeprefix("records/"): line.get("code", "audited") for line in self.lines("records")}
        for name, code in {
            "docx-encrypted.docx": "encrypted",
            "doc-encrypted.doc": "encrypted",
            "doc-cut-off.doc": "damaged",
            "zip-encrypted.zip!/a.txt": "encrypted",
            "zip-encrypted.zip!/b.txt": "audited",
            "zip-method-99.zip!/a.txt": "unsupported",
            "zip-bomb.zip!/a.txt": "over_limit",
            "zip-bomb.zip!/b.txt": "audited",
            "zip-cut-off.zip": "damaged",
            "zip-empty.zip": "empty",
            "zip-many.zip": "over_limit",
            "zip-link.zip!/link.txt": "not_a_record",
            "zip-names.zip!/%2E%2E/%2E%2E/%2E%2E/tmp/climbed.txt": "audited",
            "zip-names.zip!/same.txt~2": "audited",
            "docx-bomb.docx": "over_limit",
            "docx-many-chunks.docx": "audited",
            "docx-deep-chunks.docx": "audited",
            "docx-two-mains.docx": "damaged",
            "docx-no-main.docx": "damaged",
            "docx-laughs.docx": "over_limit",
            "sparse.txt": "over_limit",
            "wrong-empty.docx": "empty",
            "wrong-program.docx": "not_a_record",
            "wrong-picture.docx": "not_a_record",
            "wrong-html.doc": "audited",
            "text-utf16.txt": "audited",
        }.items():
            self.assertEqual(codes.get(name), code, name)

    def test_ordinary_records_come_out_as_alone(self):
        lines = {line["path"]: line for line in self.lines("records")}
        for name, alone in self.ordinary.items():
            line = dict(lines[f"records/{name}"], path=alone["path"])
            self.assertEqual(line, alone, name)

    def test_memory_is_bounded(self):
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MEMORY_KIB)

    def test_nothing_else_is_read_and_nothing_is_sent(self):
        self.assertEqual(self.listener.asked, 0)
        for path in (path for path in (self.work / "report-records").rglob("*") if path.is_file()):
            self.assertNotIn(SECRET.encode(), path.read_bytes(), path.name)
        for path in ("/tmp/climbed.txt", "/etc/absolute.txt"):
            self.assertFalse(pathlib.Path(path).exists(), path)
        if not self.traced:
            return
        trace = (self.work / "trace").read_text(errors="replace")
        self.assertIn("records/", trace)
        self.assertNotIn("canary", trace)
        self.assertNotRegex(trace, r"AF_INET|AF_NETLINK")
        self.assertEqual(len(re.findall(r"execve\(", trace)), 1)

    def test_reports_hold_no_formula_and_no_markup(self):
        report = self.work / "report-records"
        with open(report / "findings.csv", newline="", encoding="utf-8-sig") as file:
            for row in csv.reader(file):
                for value in row:
                    self.assertFalse(value.startswith(("=", "+", "-", "@", "\t", "\r")), value[:80])
        page = Elements()
        page.feed((report / "index.html").read_text())
        self.assertFalse(page.names & {"img", "iframe", "object", "embed", "onerror"}, page.names)

    def test_names_are_kept(self):
        lines = self.lines("records")
        names = {base64.b64decode(line["path_base64"]) if "path_base64" in line else os.fsencode(line["path"]) for line in lines}
        for name in files.NAMES:
            self.assertIn(b"records/" + name, names)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
