#!/usr/bin/env python3
"""No word of a record outside what was asked for, by the verbs beside `audit` and by an audit that is joined to a list:
whatever ends them, and whatever is wrong with what they read. no_words.py does the same for `audit` alone.

    no_words_of_others.py PROGRAM SOURCE_DIR [unittest's options...]
"""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
CANARY = "Quillenora"  # a child's name that stands in every record
LISTED = "Zebulonica"  # what stands in a list, and in what somebody rated: no message holds it
RECORD = f"""Single Assessment
Child: {CANARY} Marsh
Date of birth: 04/05/2009
Date of referral: 2 March 2016
Date assessment completed: 12 April 2016
Team: North

I saw {CANARY} alone on 9 March 2016. She told me that she hates weekends at her dad's flat.
"""
LIST = "file,child id,team,worker,type,date of referral,date completed\n" + "".join(
    f"{n}.txt,{LISTED}{n},North {n % 2},{LISTED} Field,single assessment,2016-03-02,2016-04-{n + 10}\n" for n in range(8))
RATED = "Document,Item,Your rating,Your comment,Your name\n" + "".join(
    f"records/{n}.txt,CV1,Met,{LISTED} said so,Ann Lee\n" for n in range(8))
# What each is given; {} is where it is to write.
VERBS = {
    "sample": ["sample", "records", "--manifest", "list.csv", "--size", "3", "--by", "team", "--out", "{}.csv"],
    "sample of a store": ["sample", "--store", "run", "--size", "3", "--by", "worker", "--out", "{}.csv"],
    "allocate": ["agree", "run", "--allocate", "4", "--raters", "Ann Lee,Bo Field", "--out", "{}"],
    "import": ["agree", "run", "--import", "rated.csv"],
    "agree": ["agree", "run", "--out", "{}"],
    "pack": ["pack", "run", "--out", "{}.zip"],
    "compare": ["compare", "run", "--out", "{}"],
    "timeliness of a list": ["timeliness", "list.csv", "--out", "{}"],
    "timeliness": ["timeliness", "run", "--out", "{}"],
    "report": ["report", "run", "--out", "{}", "--pseudonymise", "--quiet"],
    "board": ["report", "run", "--for", "board", "--out", "{}"],
    "purge": ["purge", "run/run.db", "--record", "records/3.txt"],
    "runs": ["runs", "run"],
    "joined": ["audit", "records", "--manifest", "list.csv", "--jobs", "1", "--no-text", "--format", "csv", "--out", "{}"],
}
OWN = {"records", "run", "list.csv", "rated.csv"}
WITH_IMAGES = ("sh", "-c", 'ulimit -c "$(ulimit -H -c)"; exec "$@"', "sh")


class NoWords(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.once = pathlib.Path(tempfile.mkdtemp(prefix="auditor-no-words-"))
        cls.addClassCleanup(shutil.rmtree, cls.once)
        (cls.once / "records").mkdir()
        for number in range(8):
            (cls.once / "records" / f"{number}.txt").write_text(RECORD.replace("9 March", f"{number + 9} March"))
        (cls.once / "list.csv").write_text(LIST)
        (cls.once / "rated.csv").write_text(RATED)
        done = subprocess.run([PROGRAM, "audit", "records", "--manifest", "list.csv", "--out", "run", "--quiet"], cwd=cls.once,
                              capture_output=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        assert CANARY.encode() in (cls.once / "run" / "findings.jsonl").read_bytes()

    def setUp(self):
        self.chance = random.Random(self.id())

    def place(self):
        """A folder with the records, the run, a list and ratings, as they were at first."""
        work = pathlib.Path(tempfile.mkdtemp(dir=self.once))
        for name in OWN:
            copy = shutil.copytree if (self.once / name).is_dir() else shutil.copy
            copy(self.once / name, work / name)
        (work / "temporary").mkdir()
        return work

    def start(self, work, verb, limits=(), stdout=subprocess.PIPE):
        words = [word.format("made") for word in VERBS[verb]]
        return subprocess.Popen([*limits, PROGRAM, *words], cwd=work, start_new_session=True, stdin=subprocess.DEVNULL,
                                stdout=stdout, stderr=subprocess.PIPE, env={**os.environ, "TMPDIR": str(work / "temporary")})

    def ends(self, work, verb, process, whole=False):
        """The exit status. `whole`: what it was to write may be there, though its name says that it holds words."""
        out, told = process.communicate(timeout=300)
        for words in (CANARY, LISTED):
            self.assertNotIn(words.lower(), told.decode(errors="replace").lower(), verb)
        self.assertNotIn(CANARY.lower(), (out or b"").decode(errors="replace").lower(), verb)
        deadline = time.monotonic() + 10
        while os.listdir(work / "temporary") and time.monotonic() < deadline:
            time.sleep(0.02)
        self.assertEqual(os.listdir(work / "temporary"), [], verb)
        for path in work.rglob("*"):
            if path.name.startswith("core"):  # of a program that had not begun yet
                self.assertNotIn(CANARY.encode(), path.read_bytes(), f"{verb}: in an image of memory: {path}")
            beside = path.relative_to(work).parts[0] not in OWN
            kept = verb == "joined" and path.name.startswith("run.db")  # for --resume, and to be read by its owner alone
            if kept:
                self.assertEqual(path.stat().st_mode & 0o077, 0, f"{verb}: {path}")
            elif beside and path.is_file() and not whole and verb != "joined":
                self.assertNotIn(CANARY.encode(), path.read_bytes(), f"{verb}: {path}")
        shutil.rmtree(work, ignore_errors=True)  # what tidies up after a kill may be at it too
        return process.returncode

    def test_undisturbed(self):
        for verb in VERBS:
            with self.subTest(verb):
                work = self.place()
                self.assertEqual(self.ends(work, verb, self.start(work, verb), whole=True), 0)

    def test_killed_or_crashed(self):
        for verb in VERBS:
            for name in (signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM, signal.SIGABRT):
                with self.subTest(f"{verb}, {name.name}"):
                    work = self.place()
                    process = self.start(work, verb, WITH_IMAGES)
                    time.sleep(self.chance.uniform(0.02, 0.3))
                    if process.poll() is None:
                        process.send_signal(name)
                    self.ends(work, verb, process)

    def test_no_room(self):
        for verb in VERBS:
            for most in (0, 4 << 10, 60 << 10):
                with self.subTest(f"{verb}, files of {most} bytes"):
                    work = self.place()
                    status = self.ends(work, verb, self.start(work, verb, ("prlimit", f"--fsize={most}:")))
                    self.assertIn(status, (0, 2) if most else (0, 1, 2))
            with self.subTest(f"{verb}, standard output full"):
                work = self.place()
                with open("/dev/full", "wb") as full:
                    self.assertIn(self.ends(work, verb, self.start(work, verb, stdout=full)), (0, 2))

    def test_no_memory(self):
        for verb in VERBS:
            for most in (24, 40, 64, 100):
                with self.subTest(f"{verb}, {most} MiB"):
                    work = self.place()
                    self.ends(work, verb, self.start(work, verb, (*WITH_IMAGES, "prlimit", f"--as={most << 20}")))

    def test_nowhere_to_write(self):
        for verb in VERBS:
            if not any("{}" in word for word in VERBS[verb]):
                continue
            with self.subTest(verb):
                work = self.place()
                (work / "made").write_text(CANARY)
                for name in ("made.csv", "made.zip"):
                    (work / name).mkdir()
                self.assertEqual(self.ends(work, verb, self.start(work, verb), whole=True), 2)

    def test_damaged_store(self):
        whole = (self.once / "run" / "run.db").read_bytes()
        for verb in VERBS:
            if "run" not in VERBS[verb]:
                continue
            for turn in range(4):
                with self.subTest(f"{verb}, {turn}"):
                    work = self.place()
                    bytes_ = bytearray(whole[: self.chance.randrange(len(whole))] if turn == 0 else whole)
                    for _ in range(0 if turn == 0 else 10 ** turn // 2):
                        bytes_[self.chance.randrange(100, len(bytes_))] = self.chance.randrange(256)
                    (work / "run" / "run.db").write_bytes(bytes_)
                    # Names may be left over where a page that tells them is lost; a status that says so is what counts.
                    self.assertIn(self.ends(work, verb, self.start(work, verb), whole=True), (0, 2))

    def test_lists_and_ratings_with_mistakes(self):
        wrong = {
            "cut": lambda text: text[: len(text) * 2 // 3],
            "days": lambda text: text.replace("2016", LISTED),
            "no headings": lambda text: "".join(text.splitlines(keepends=True)[1:]),
            "no columns": lambda text: text.replace(",", f" {LISTED} "),
            "quotation": lambda text: text.replace(f"{LISTED} ", f'"{LISTED} '),
            "bytes": lambda text: text.replace("North", "\0\1\2").replace("Met", LISTED),
            "twice": lambda text: text + text,
            "other records": lambda text: text.replace("records/", f"{LISTED}/").replace(".txt", f"{LISTED}.txt"),
        }
        for verb in ("sample", "timeliness of a list", "joined", "import"):
            for what, change in wrong.items():
                with self.subTest(f"{verb}, {what}"):
                    work = self.place()
                    for name in ("list.csv", "rated.csv"):
                        (work / name).write_text(change((work / name).read_text()))
                    self.assertIn(self.ends(work, verb, self.start(work, verb)), (0, 2))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
