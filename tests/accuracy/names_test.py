#!/usr/bin/env python3
"""The measure of names left over, measured: renamers whose faults are known, and the marks themselves.

    names_test.py PROGRAM SOURCE_DIR [unittest's options...]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from marks import Mark, MarksError, read_marks, read_set, shared_words
from named_runs import text_of
from renamed import compare

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
HERE = pathlib.Path(__file__).resolve().parent
NAMES = SOURCE / "fixtures" / "names"
TITLES = {"school": "School", "date-of-birth": "Date of birth", "child": "Child", "worker": "Worker"}


def renamed_by(text, marks, spare=()):
    """The text with each mark's place taken by a label of its own person or string, and where the marks then stand."""
    seen, out, at = {}, "", 0
    for mark in marks:
        if mark in spare or mark.kind in ("place", "either"):
            continue
        whose = mark.person if mark.is_person else text[mark.start:mark.end]
        number = seen.setdefault((mark.kind, whose), len(seen) + 1)
        out += text[at:mark.start] + f"{TITLES.get(mark.kind, 'Person')} {number}"
        at = mark.end
    return out + text[at:]


RECORD = "Ann Lee saw Will Moss at 5 Oak Road. Ann will see him. Tel 01632 960001. Will said: ask Ann Lee.\n"
MARKS = """record: names/seen/one.txt
path: Moss, Will/one.txt
c1 child: Will Moss | [Will] said | Moss, Will
w1 worker: Ann Lee | Ann
- address: 5 Oak Road
- phone: 01632 960001
not: will | tel
"""
# A program that audits one record and renames as REPLACE says: pairs, text by text.
MOCK = """#!/usr/bin/env python3
import hashlib, json, os, pathlib, sqlite3, sys
if sys.argv[1] == "text":
    sys.exit(print(pathlib.Path(sys.argv[2]).read_text(), end=""))
replace = json.loads(os.environ["REPLACE"]) if "--pseudonymise" in sys.argv else []
def renamed(text):
    for old, new in replace:
        text = text.replace(old, new)
    return text
out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
out.mkdir()
store = sqlite3.connect(out / "run.db")
store.execute("CREATE TABLE document (document INTEGER PRIMARY KEY, path, title TEXT)")
store.execute("CREATE TABLE document_text (document INTEGER PRIMARY KEY, text TEXT)")
lines = []
for number, file in enumerate(sorted(f for f in pathlib.Path(sys.argv[2]).rglob("*") if f.is_file())):
    whole = file.read_text()
    text, quote = renamed(whole), renamed("Will said: ask Ann Lee.")
    start = text.find(quote) + int(os.environ.get("SHIFT", "0"))
    evidence = [{"quote": quote, "start": start, "end": start + len(quote)}]
    lines.append(json.dumps({"path": renamed(str(file)), "sha256": hashlib.sha256(whole.encode()).hexdigest(),
                             "children": [os.environ.get("CHILD", "Child A")],
                             "items": [{"id": "CV1", "evidence": evidence}], "flags": []}))
    store.execute("INSERT INTO document VALUES (?, ?, ?)", (number, "", "a title"))
    store.execute("INSERT INTO document_text VALUES (?, ?)", (number, text))
store.commit()
(out / "findings.jsonl").write_text("\\n".join(lines) + "\\n")
"""
RIGHT = [("Moss, Will", "Child A"), ("Will Moss", "Child A"), ("Will said", "Child A said"), ("Ann Lee", "Worker 1"),
         ("Ann", "Worker 1"), ("5 Oak Road", "Address 1"), ("01632 960001", "Telephone 1")]


class Measured(unittest.TestCase):
    """names.py over a program that renames in a known way."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="auditor-names-test-")
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)
        self.names = self.work / "names"
        (self.names / "seen").mkdir(parents=True)
        (self.names / "seen" / "one.txt").write_text(RECORD, encoding="utf-8")
        (self.names / "seen" / "one.marks").write_text(MARKS, encoding="utf-8")
        (self.names / "ordinary.txt").write_text("", encoding="utf-8")
        self.mock = self.work / "mock"
        self.mock.write_text(MOCK, encoding="utf-8")
        self.mock.chmod(0o755)

    def run_names(self, replace, *options, **environment):
        command = [sys.executable, str(HERE / "names.py"), str(self.mock), str(self.names), "--set", "seen", *options]
        return subprocess.run(command, capture_output=True, text=True, check=False,
                              env={**os.environ, "REPLACE": json.dumps(replace), **environment})

    def misses(self, replace, **environment):
        saved = self.work / "saved"
        run = self.run_names(replace, "--save", str(saved), **environment)
        self.assertEqual(run.returncode, 0, run.stderr)
        return saved.read_text(encoding="utf-8").splitlines()

    def test_nothing_is_missed_where_all_is_renamed(self):
        self.assertEqual(self.misses(RIGHT), [])

    def test_a_name_left_is_missed_in_text_and_quote(self):
        found = self.misses([pair for pair in RIGHT if pair[0] != "Will said"])
        self.assertEqual([line.split(": ")[1] for line in found], ["child left in quotes", "child left in text"])

    def test_half_a_name_left_is_missed(self):
        found = self.misses([("Ann Lee saw", "Worker 1 Lee saw"), *RIGHT])
        self.assertEqual(len(found), 1)
        self.assertIn("worker left in text: Lee in [Ann Lee]", found[0])

    def test_a_name_left_in_the_path_is_missed(self):
        found = self.misses(RIGHT[1:])
        self.assertEqual([line.split(": ")[1] for line in found], ["child left in path"])

    def test_identifiers_left_are_missed(self):
        self.assertEqual([line.split(": ")[1] for line in self.misses(RIGHT[:5])], ["address left in text", "phone left in text"])

    def test_a_name_elsewhere_is_missed(self):
        self.assertEqual(self.misses(RIGHT, CHILD="Moss W"), ["seen/one: name left in children: moss"])

    def test_an_ordinary_word_replaced_is_missed(self):
        found = self.misses([*RIGHT, (" will see", " Child A see")])
        self.assertEqual([line.split(": ")[1] for line in found], ["ordinary word replaced"])
        self.assertIn("[will]", found[0])

    def test_labels_are_one_to_one(self):
        found = self.misses([(". Ann", ". Worker 2"), *RIGHT])
        self.assertEqual(found, ["seen/one: one person, more labels: w1 has 2"])
        found = self.misses([(old, new.replace("Worker 1", "Child A")) for old, new in RIGHT])
        self.assertEqual(found, ["seen/one: one label, more people: c1, w1 share one"])

    def test_a_quote_that_its_place_does_not_hold_is_missed(self):
        self.assertEqual(self.misses(RIGHT, SHIFT="1"), ["seen/one: quote is not what its place holds: CV1 evidence"])

    def test_the_list_of_known_misses_is_held_both_ways(self):
        known = self.work / "known"
        known.write_text("".join(f"{line}\n" for line in self.misses(RIGHT[1:])), encoding="utf-8")
        self.assertEqual(self.run_names(RIGHT[1:], "--known", str(known)).returncode, 0)
        worse = self.run_names(RIGHT[1:5], "--known", str(known))
        self.assertEqual((worse.returncode, worse.stdout.count("new: ")), (1, 2))
        better = self.run_names(RIGHT, "--known", str(known))
        self.assertEqual((better.returncode, better.stdout.count("gone, take it off known: ")), (1, 1))

    def test_what_is_not_marked_is_asked_for(self):
        self.assertEqual(self.run_names([], "--check").returncode, 0)
        with open(self.names / "seen" / "one.txt", "a", encoding="utf-8") as file:
            file.write("Then Joan rang.\n")
        run = self.run_names([], "--check")
        self.assertEqual(run.returncode, 1)
        self.assertIn("Joan", run.stdout)


class Marked(unittest.TestCase):
    """The marks of the fixtures, and the laying side by side of whole records."""

    @classmethod
    def setUpClass(cls):
        cls.records = [(marks, text_of(PROGRAM, marks.record)) for name in ("seen", "unseen") for marks in read_set(NAMES / name)]

    def test_everything_that_looks_like_a_name_is_marked_or_listed(self):
        shared = shared_words(NAMES)
        for marks, text in self.records:
            self.assertEqual(marks.forgotten(text, shared), [], marks.file)

    def test_there_are_records_and_mentions_enough(self):
        for name in ("seen", "unseen"):
            ours = [(marks, text) for marks, text in self.records if marks.file.parent.name == name]
            self.assertGreaterEqual(len(ours), 12)
            self.assertGreaterEqual(sum(mark.is_person for marks, text in ours for mark in marks.spans(text)), 600)

    def test_a_perfect_renamer_leaves_nothing(self):
        for marks, text in self.records:
            spans = marks.spans(text)
            found = compare(text, spans, renamed_by(text, spans))
            left = [text[mark.start:mark.end] for mark, _ in found.left if mark.kind not in ("place", "either")]
            self.assertEqual((left, found.spoilt), ([], []), marks.file)
            self.assertGreater(len(found.labels), 0.95 * sum(m.kind not in ("place", "either") for m in spans), marks.file)

    def test_each_name_left_is_seen(self):
        for marks, text in self.records:
            spans = marks.spans(text)
            for spared in [mark for mark in spans if mark.is_person][::12]:
                found = compare(text, spans, renamed_by(text, spans, (spared,)))
                left = [mark for mark, _ in found.left if mark.kind not in ("place", "either")]
                self.assertEqual(left, [spared], marks.file)
                self.assertEqual(found.spoilt, [], marks.file)

    def test_the_longest_form_counts_and_brackets_say_which(self):
        with tempfile.TemporaryDirectory() as work:
            file = pathlib.Path(work) / "one.marks"
            (pathlib.Path(work) / "names" / "seen").mkdir(parents=True)
            (pathlib.Path(work) / "names" / "seen" / "one.txt").write_text(RECORD, encoding="utf-8")
            file.write_text(MARKS, encoding="utf-8")
            spans = read_marks(file, pathlib.Path(work)).spans(RECORD)
            self.assertEqual([RECORD[mark.start:mark.end] for mark in spans],
                             ["Ann Lee", "Will Moss", "5 Oak Road", "Ann", "01632 960001", "Will", "Ann Lee"])
            self.assertEqual(spans[5], Mark(spans[5].start, spans[5].start + 4, "child", "c1"))
            for wrong in ("c1 cousin: Joe", "- child: Joe", "c1 phone: 1", "c1 child: [Joe", "Joe"):
                file.write_text(f"{MARKS}{wrong}\n", encoding="utf-8")
                self.assertRaises(MarksError, read_marks, file, pathlib.Path(work))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
