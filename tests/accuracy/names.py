#!/usr/bin/env python3
"""How much a pseudonymised run still says of people, measured on records in which every mention was marked by hand.

    names.py PROGRAM fixtures/names [--set seen|unseen] [--known FILE] [--save FILE] [--json FILE]
    names.py PROGRAM fixtures/names --check       only: is every mention of the records marked?

Audits the records as they are and with --pseudonymise, and compares. --known lists misses that are known, one a line as printed:
a new one is wrong, and one that is gone has to be taken off the list. --save writes such a list.
"""
import argparse
import collections
import json
import pathlib
import re
import sys

from marks import IDENTIFIERS, MarksError, read_set, shared_words, words_of
from named_runs import RunError, audit_twice, text_of
from renamed import LABEL, compare, left_words

SETS = ("seen", "unseen")


def around(text, start, end):
    """A span with a few words around it, on one line: enough to find it again."""
    return " ".join(f"{text[max(0, start - 24):start]}[{text[start:end]}]{text[end:end + 24]}".split())


class Tally:
    """What was counted, and a line for each miss."""

    def __init__(self):
        self.of = collections.Counter()
        self.left = collections.Counter()
        self.misses = []
        self.people = self.one_label = self.shared = self.two_people = 0

    def miss(self, what, record, words):
        self.misses.append(f"{record}: {what}: {words}")

    def add(self, place, record, text, marks, outcome):
        for mark in marks:
            self.of[place, "person" if mark.is_person else mark.kind] += 1
        for mark, stayed in outcome.left:
            kind = "person" if mark.is_person else mark.kind
            self.left[place, kind] += 1
            if kind == "person" or kind in IDENTIFIERS:
                self.miss(f"{mark.kind} left in {place}", record, f"{stayed} in {around(text, mark.start, mark.end)}")

    def words(self, record, text, outcome):
        self.of["text", "ordinary"] += outcome.ordinary
        self.left["text", "ordinary"] += len(outcome.spoilt)
        for start, word in outcome.spoilt:
            self.miss("ordinary word replaced", record, around(text, start, start + len(word)))

    def persons(self, record, labels):
        """One label a person, and a label for one person; a family's name is nobody's."""
        of, who = collections.defaultdict(collections.Counter), collections.defaultdict(set)
        for mark, label in labels:
            if mark.is_person and mark.kind != "family":
                of[mark.person][label] += 1
                who[label].add(mark.person)
        for person, found in sorted(of.items()):
            self.people += 1
            self.one_label += len(found) == 1
            if len(found) > 1:
                self.miss("one person, more labels", record, f"{person} has {len(found)}")
        for label, people in sorted(who.items()):
            self.shared += 1
            self.two_people += len(people) > 1
            if len(people) > 1:
                self.miss("one label, more people", record, f"{', '.join(sorted(people))} share one")


def quotes(finding):
    """(place, quote) of everything quoted, in an order that a renamed run keeps."""
    for item in finding.get("items", []):
        for key in ("evidence", "near_misses"):
            yield from ((f"{item['id']} {key}", quote) for quote in item.get(key, []))
    yield from ((f"flag {flag['id']}", flag) for flag in finding.get("flags", []))


def measure_quotes(tally, record, spans, plain, renamed):
    ours, theirs = list(quotes(plain.finding)), list(quotes(renamed.finding))
    if [place for place, _ in ours] != [place for place, _ in theirs]:
        tally.miss("quotes differ in number", record, f"{len(ours)} and {len(theirs)}")
    raw, new_raw = plain.text.encode(), renamed.text.encode()
    for (_, old), (place, new) in zip(ours, theirs):
        tally.of["quotes", "exact"] += 1
        if new_raw[new["start"]:new["end"]] != new["quote"].encode():
            tally.left["quotes", "exact"] += 1
            tally.miss("quote is not what its place holds", record, place)
        start = len(raw[:old["start"]].decode(errors="ignore"))
        end = start + len(old["quote"])
        inside = [type(m)(m.start - start, m.end - start, m.kind, m.person) for m in spans if start <= m.start and m.end <= end]
        tally.add("quotes", record, old["quote"], inside, compare(old["quote"], inside, new["quote"]))


def measure_elsewhere(tally, marks, record, renamed):
    """Reasons, children, sections, titles: everything that is said of a record but its text, quotes and path."""
    for place, said in renamed.elsewhere():
        tally.of["elsewhere", "strings"] += 1
        words = left_words(marks.name_words(), said)
        if words:
            tally.left["elsewhere", "strings"] += 1
            tally.miss(f"name left in {place}", record, ", ".join(words))


def measure_path(tally, marks, record, renamed):
    """A path holds no sentences to go by: a name's words are looked for in the whole of it, initials but for the labels'."""
    low = renamed.path.lower()
    alone = set(words_of(LABEL.sub(lambda label: label[0] if label[0] in marks.path else " ", renamed.path)))
    for mark in marks.spans(marks.path):
        kind = "person" if mark.is_person else mark.kind
        tally.of["paths", kind] += 1
        words = re.findall(r"[^\W_]+", marks.path[mark.start:mark.end])
        stayed = [word for word in words if (word.lower() in low if len(word) > 2 else word in alone)]
        if stayed:
            tally.left["paths", kind] += 1
            if kind == "person" or kind in IDENTIFIERS:
                tally.miss(f"{mark.kind} left in path", record, f"{' '.join(stayed)} in {marks.path}")


def measure(program, folder, sets):
    tally = Tally()
    for name in sets:
        records = read_set(folder / name)
        for marks, plain, renamed in audit_twice(program, records):
            record = f"{name}/{marks.name}"
            spans = marks.spans(plain.text)
            outcome = compare(plain.text, spans, renamed.text)
            tally.add("text", record, plain.text, spans, outcome)
            tally.words(record, plain.text, outcome)
            tally.persons(record, outcome.labels)
            measure_quotes(tally, record, spans, plain, renamed)
            measure_path(tally, marks, record, renamed)
            measure_elsewhere(tally, marks, record, renamed)
    return tally


def check(program, folder, sets):
    """What looks like a name and is neither marked nor listed as none; and how much is marked."""
    wrong, shared = [], shared_words(folder)
    for name in sets:
        records = read_set(folder / name)
        people = 0
        for marks in records:
            text = text_of(program, marks.record)
            people += sum(mark.is_person for mark in marks.spans(text))
            stem = marks.path.rpartition(".")[0]
            found = marks.forgotten(text, shared)
            found += [(at, word) for at, word in marks.forgotten(stem, shared) if not word.startswith("(nowhere)")]
            wrong += [f"{name}/{marks.name}: {word}: {around(text, at, at)}" for at, word in found]
        print(f"{name}: {len(records)} records, {people} mentions of people")
    for line in wrong:
        print(f"  neither marked nor listed as no name: {line}")
    return 1 if wrong else 0


def report(tally):
    for place, kind in sorted(tally.of):
        of, left = tally.of[place, kind], tally.left[place, kind]
        what = {"ordinary": "ordinary words replaced", "exact": "quotes that their place doesn't hold",
                "strings": "strings with a name"}.get(kind, f"{kind} left over")
        print(f"{place:10} {what:38} {left:5} of {of:6}  {100 * left / of:.2f}%")
    print(f"people with one label throughout: {tally.one_label} of {tally.people}; "
          f"labels that two people share: {tally.two_people} of {tally.shared}")


def compare_known(misses, file, sets):
    """How the misses differ from the list of known ones."""
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    known = collections.Counter(line for line in lines if line.partition("/")[0] in sets)
    now = collections.Counter(misses)
    for line in sorted((now - known).elements()):
        print(f"new: {line}")
    for line in sorted((known - now).elements()):
        print(f"gone, take it off {file.name}: {line}")
    return 0 if now == known else 1


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--set", choices=SETS, action="append")
    options.add_argument("--known", type=pathlib.Path)
    options.add_argument("--save", type=pathlib.Path)
    options.add_argument("--json", type=pathlib.Path)
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    sets = given.set or SETS
    try:
        if given.check:
            return check(given.program, given.folder, sets)
        tally = measure(given.program, given.folder, sets)
    except (MarksError, RunError) as error:
        sys.exit(str(error))
    report(tally)
    if given.save:
        given.save.write_text("".join(f"{line}\n" for line in sorted(tally.misses)), encoding="utf-8")
    if given.json:
        figures = {f"{place}: {kind}": [tally.left[place, kind], of] for (place, kind), of in sorted(tally.of.items())}
        figures["people with one label"] = [tally.one_label, tally.people]
        figures["labels of two people"] = [tally.two_people, tally.shared]
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if given.known:
        return compare_known(tally.misses, given.known, sets)
    for line in sorted(tally.misses):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
