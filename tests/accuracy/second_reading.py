#!/usr/bin/env python3
"""Trains the second reading (checklists/assessment/second-reading.xml) from records with quoted ratings, and measures it.

    second_reading.py PROGRAM CHECKLIST --set NAME RECORDS RATINGS [--set ...] --weigh-by NAME ... [--out FILE]

First, for each item, how like the quotes of careful readers a statement is, and how like those of a met rating (aspects.py), by
what the program knows of it and of its neighbours, and by its plain words (`auditor text --concepts`). A statement
is a good example where it is a quote of a rating above not_met (token F1 >= 0.5), else a poor one; where a record has labelled
lines (--lines; fixtures/rated/README.md), where it is one of those. Then the weighing (weighing.py): expected points from the
rules' rating and the likeliest statements, fitted on the sets named by --weigh-by, each read by models that never saw it nor
those of its fold (--folds: so many models are trained, which take the time). These sets should be such that no rule was made
from: on others the rules are righter than they will be, and are trusted too much. Last, which items' ratings it may move: those
whose summed error falls on those sets.

RECORDS is searched recursively; a record belongs to the file of RATINGS that has its name up to the ending. What is
printed: for each weighing set, left out of everything it is measured by, QWK of the rules and of both together, and
recall@3 (share of its quotes among the three places of their item that are likeliest; quote_order.py, which is to be run next,
puts quotes in order). Needs python3-sklearn (Debian).
"""
import argparse
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from xml.sax.saxutils import quoteattr

import numpy
from sklearn.feature_extraction import DictVectorizer

import aspects
import weighing

POINTS = {"not_met": 0, "partly": 1, "met": 2}
LEAST_SEEN = 5  # a feature that fewer statements have is left out
LEAST_WORD = 20  # a word that fewer statements have, or
LEAST_RECORDS = 8  # fewer records
BESIDE = 0.5  # how much what stands before or after counts beside what stands in a statement
BESIDE_KINDS = ("concept ", "frame ", "about ", "source ", "mood ", "time ")
PART = 0.3  # token F1 from which a statement is a part of a quote
LONGEST = 60  # words: what is longer is read by its sentences (evaluation/second_reading_places.cc)
IDLE, IDLE_RECORDS, IDLE_SECTIONS, IDLE_SEED = "idle", 40, 8, 7  # the set of idle records, and how they are made
PRACTICE = "practice"  # the set of labelled pieces that nobody rated
UNLIKE = -5.0  # a place without a statement; likenesses below it are alike
FORM_WORDS = ("word.", "form.", "help.", "name.", "label.")  # concepts that read the form, not the record


def words(text):
    return re.findall(r"\w+", text.casefold())


def overlap(a, b):
    """Token F1 of two bags of words."""
    n = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / n if n and sum(b.values()) <= 80 else 0.0


def kappa(pairs):
    theirs, ours = Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    seen = sum((x - y) ** 2 for x, y in pairs)
    chance = sum(theirs[i] * ours[j] * (i - j) ** 2 for i in range(3) for j in range(3)) / max(1, len(pairs))
    return 1 - seen / chance if chance else 1.0


def features(row):
    """What a statement is, by name. The program computes the same from the names (checklist/likeness.cc)."""
    out = {}
    for concept in row["concepts"]:
        if concept.startswith(FORM_WORDS):
            continue
        out[f"concept {concept}"] = 1.0
        if "." in concept:
            out[f"family {concept.split('.')[0]}"] = 1.0
    for concept in row["under"]:
        if not concept.startswith(FORM_WORDS):
            out[f"under {concept}"] = 1.0
    if row["section"]:
        out[f"section {row['section']}"] = 1.0
    for field in row["fields"]:
        out[f"field {field}"] = 1.0
    for name in ("frame", "source", "about", "mood", "time", "polarity", "standing", "unit"):
        out[f"{name} {row[name]}"] = 1.0
    if "told_frame" in row:
        out[f"told-frame {row['told_frame']}"] = 1.0
    out[f"length {row['length']}"] = 1.0
    for name in ("main", "general", "process"):
        if row.get(name):
            out[f"is {name}"] = 1.0
    for role, count in row["names"].items():
        out[f"names {role}"] = 1.0
        if count > 1:
            out[f"names two {role}"] = 1.0
    for item in row["quoted"]:
        out[f"quoted {item}"] = 1.0
    out["much content"] = min(row["content"], 8) / 8
    for word in row["words"]:
        out[f"word {word}"] = 1.0
    return out


def beside(row, where):
    """What a statement is to the one after it or before it: where is "before" or "after"."""
    return {f"{where} {name}": BESIDE for name in features(row) if name.startswith(BESIDE_KINDS)}


def said(row):
    """What two statements have in common that say the same."""
    return " ".join(row["text"].split()).casefold()


def neighbours(rows):
    """(index before, index after) of each row in its record: the nearest that don't overlap it and are said for the first time;
    None where there is none."""
    order = sorted(range(len(rows)), key=lambda i: (rows[i]["start"], rows[i]["end"]))
    told, first = set(), []
    for i in order:
        first.append(said(rows[i]) not in told)
        told.add(said(rows[i]))
    out = [(None, None)] * len(rows)
    for at, i in enumerate(order):
        before = next((order[k] for k in range(at - 1, -1, -1) if first[k] and rows[order[k]]["end"] <= rows[i]["start"]), None)
        after = next((order[k] for k in range(at + 1, len(order)) if first[k] and rows[order[k]]["start"] >= rows[i]["end"]), None)
        out[i] = (before, after)
    return out


def counts(row):
    """Whether the program reads the statement at all (evaluation/second_reading_places.cc, may_count)."""
    tells = row["frame"] != "none" or row["unit"] != "prose"
    numbered = re.search(r": *\d{1,2}[.)][^a-z0-9]*$", row["text"])  # the next heading's number, in an answer's place
    return tells and row["source"] not in ("form", "policy") and not row["general"] and row["mood"] != "asked" and not numbered


def view(program, checklist, name, path):
    run = subprocess.run([program, "text", path, f"--{name}", "--checklist", checklist], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"second_reading: {path}: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def rows_of(program, checklist, path):
    """(what may be read, where the last statement ends)"""
    out, statements = [], view(program, checklist, "statements", path)
    for statement, found in zip(statements, view(program, checklist, "concepts", path)):
        bag = Counter(words(statement["text"]))
        if statement["unit"] == "help" or not bag or sum(bag.values()) > LONGEST:
            continue
        statement.update({name: found[name] for name in ("section", "names", "fields", "under", "length", "words")})
        statement["concepts"] = sorted({hit["concept"] for hit in found["concepts"]})
        statement["bag"] = bag
        out.append(statement)
    return out, max((statement["end"] for statement in statements), default=0)


def note_quoted(rows, answers):
    """For which items the rules quote each row: where it holds a quote of theirs, or stands in one."""
    for row in rows:
        row["quoted"] = [item for item, answer in answers.items() for place in answer.get("evidence", [])
                         if (place["start"] <= row["start"] and row["end"] <= place["end"]) or
                         (row["start"] <= place["start"] and place["end"] <= row["end"])]


def records(sets):
    """(set name, path, ratings by item) of every rated record."""
    for name, folder, ratings in sets:
        paths = {os.path.splitext(os.path.basename(p))[0]: p for p in sorted(glob.glob(folder + "/**/*", recursive=True))
                 if os.path.isfile(p) and not p.endswith(".json")}
        for file in sorted(glob.glob(ratings + "/*.json")):
            stem = os.path.splitext(os.path.basename(file))[0]
            if stem in paths:
                with open(file, encoding="utf-8") as f:
                    yield name, paths[stem], json.load(f)["items"]


def idle_records(file, items, folder):
    """Records made of idle description under one heading after another: whatever else they are like, evidence of nothing."""
    with open(file, encoding="utf-8") as f:
        lines, headings = ([line.strip() for line in part.splitlines() if line.strip()] for part in f.read().split("\n--\n"))
    draw = random.Random(IDLE_SEED)
    nothing = {item: {"rating": "not_met", "quotes": []} for item in items}
    for n in range(IDLE_RECORDS):
        parts = ["Child: Tom Reed"]
        for heading in draw.sample(headings, IDLE_SECTIONS):
            parts.append(heading + "\n" + " ".join(draw.sample(lines, draw.randint(3, 7))))
        path = os.path.join(folder, f"{n}.txt")
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n\n".join(parts) + "\n")
        yield IDLE, path, nothing


def practice_records(folder, items):
    """Pieces of records written to practise on, whose lines are labelled (as --lines has them) but which nobody rated."""
    unrated = {item: {"rating": "unrated", "quotes": []} for item in items}
    for path in sorted(glob.glob(folder + "/*.txt")):
        yield PRACTICE, path, unrated


def rules_alone(checklist, folder):
    """A copy of the checklist without its second reading."""
    copy = os.path.join(folder, "checklists")
    shutil.copytree(os.path.dirname(os.path.abspath(checklist)), copy)
    file = os.path.join(copy, os.path.basename(checklist))
    with open(file, encoding="utf-8") as f:
        lines = [line for line in f if "second-reading.xml" not in line]
    with open(file, "w", encoding="utf-8") as f:
        f.writelines(lines)
    return file


def rated(program, checklist, paths):
    out = {}
    run = subprocess.run([program, "audit", *paths, "--checklist", checklist, "--format", "jsonl", "--out", "-", "--quiet",
                          "--no-across"], capture_output=True, text=True)
    for line in run.stdout.splitlines():
        document = json.loads(line)
        out[os.path.abspath(document["path"])] = {i["id"]: i for i in document.get("items", [])}
    return out


def labelled(folder, name, path):
    """(bag of words, {item: whether it is of the kind that a met rating rests on}) of each labelled line; None without any."""
    file = os.path.join(folder or "", f"{name}-{os.path.splitext(os.path.basename(path))[0]}.tsv")
    if not folder or not os.path.exists(file):
        return None
    out = []
    with open(file, encoding="utf-8") as f:
        for line in f:
            labels, text = line.rstrip("\n").split("\t", 1)
            out.append((Counter(words(text)), {label[:3]: label[3] == "+" for label in labels.split()}))
    return out


class Data:
    def __init__(self, program, checklist, sets, lines=None, idle=None, practice=None):
        listed = list(records(sets))
        with tempfile.TemporaryDirectory(prefix="auditor-second-") as folder:
            items = listed[0][2]
            listed += idle_records(idle, items, folder) if idle else []
            listed += practice_records(practice, items) if practice else []
            rules = rules_alone(checklist, folder)
            with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                read = list(pool.map(lambda r: rows_of(program, rules, r[1]), listed))
            ratings = rated(program, rules, [path for _, path, _ in listed])
        read, self.ends = zip(*read)
        self.sets = numpy.array([name for name, _, _ in listed])
        self.golds = [gold for _, _, gold in listed]
        self.answers = [ratings.get(os.path.abspath(path), {}) for _, path, _ in listed]  # of the rules alone
        self.rules = [{item: answer["rating"] for item, answer in answered.items()} for answered in self.answers]
        for rows, answers in zip(read, self.answers):
            note_quoted(rows, answers)
        self.rows = [row for rows in read for row in rows]
        self.record = numpy.array([r for r, rows in enumerate(read) for _ in rows])
        self.items = sorted({item for gold in self.golds for item in gold})
        self.counts = numpy.array([counts(row) for row in self.rows])
        told = set()
        for i, row in enumerate(self.rows):  # what stands twice in a record counts once
            key = (self.record[i], said(row))
            self.counts[i] = self.counts[i] and key not in told
            if self.counts[i]:
                told.add(key)
        self.vectors = DictVectorizer(dtype=numpy.float32)
        self.matrix = self.vectors.fit_transform(self.properties(read)).tocsr()
        self.good = numpy.zeros((len(self.rows), len(self.items)), dtype=bool)
        self.strong = self.good.copy()
        self.known = ~self.good
        self.shown = self.good.copy()  # by the reader who rated the record, among a few quotes
        self.shown_known = self.known.copy()
        column = {item: j for j, item in enumerate(self.items)}
        lines = [labelled(lines, name, path) for name, path, _ in listed]
        for i, row in enumerate(self.rows):
            self.note_shown(i, row)
            if lines[self.record[i]] is None:
                self.by_quotes(i)
            else:
                self.by_lines(i, row, lines[self.record[i]], column)

    def properties(self, read):
        """Of every row, its features and those of its neighbours, without those too seldom seen to be learnt."""
        out = []
        for rows in read:
            for row, (before, after) in zip(rows, neighbours(rows)):
                found = features(row)
                for where, k in (("before", before), ("after", after)):
                    found.update(beside(rows[k], where) if k is not None else {})
                out.append(found)
        seen, records_with = Counter(), defaultdict(set)
        for record, found in zip(self.record, out):
            for name in found:
                seen[name] += 1
                if name.startswith("word "):
                    records_with[name].add(record)
        known = {name for name, count in seen.items()
                 if count >= (LEAST_WORD if name.startswith("word ") else LEAST_SEEN)
                 and (name not in records_with or len(records_with[name]) >= LEAST_RECORDS)}
        return [{name: value for name, value in found.items() if name in known} for found in out]

    def note_shown(self, i, row):
        for j, item in enumerate(self.items):
            gold = self.golds[self.record[i]][item]
            if gold["rating"] == "na" or (gold["rating"] != "not_met" and not gold["quotes"]):
                self.shown_known[i, j] = False
            elif gold["rating"] != "not_met":
                alike = max(overlap(Counter(words(q)), row["bag"]) for q in gold["quotes"])
                self.shown[i, j] = alike >= 0.5
                self.shown_known[i, j] = alike >= 0.5 or alike < PART  # a part of a quote is neither good nor poor

    def by_quotes(self, i):
        """Where nobody labelled the lines, what is shown is what is evidence."""
        met = numpy.array([self.golds[self.record[i]][item]["rating"] == "met" for item in self.items])
        self.good[i], self.strong[i], self.known[i] = self.shown[i], self.shown[i] & met, self.shown_known[i]

    def by_lines(self, i, row, lines, column):
        unsure = set()
        for bag, labels in lines:
            alike = overlap(bag, row["bag"])
            within = sum((bag & row["bag"]).values()) >= 0.9 * sum(row["bag"].values())  # a clause of the line
            for item, strong in labels.items():
                if alike >= 0.5:
                    self.good[i, column[item]] = True
                    self.strong[i, column[item]] |= strong
                elif alike >= PART or within:
                    unsure.add(column[item])
        for j in unsure:
            self.known[i, j] = self.good[i, j]

    def fit(self, left_out):
        """Aspects whose columns are likeness of each item, then strength, then preference, of records but those of some sets."""
        train = numpy.where(~numpy.isin(self.sets[self.record], left_out))[0]
        known = numpy.hstack([self.known, self.known, self.shown_known])[train].astype(numpy.float32)
        good = numpy.hstack([self.good, self.strong, self.shown])[train].astype(numpy.float32) * known
        return aspects.fit(self.matrix[train], good, known)

    def scores(self, fitted, least=UNLIKE):
        return numpy.maximum(fitted.log_odds(self.matrix), least)

    def best(self, scores, places, column, count, all_rows=False):
        """The rows of a record that score most at a column, of those that count or all, none overlapping another."""
        out = []
        places = places if all_rows else places[self.counts[places]]
        for i in places[numpy.argsort(-scores[places, column], kind="stable")]:
            row = self.rows[i]
            if not any(self.rows[k]["start"] < row["end"] and row["start"] < self.rows[k]["end"] for k in out):
                out.append(i)
                if len(out) == count:
                    break
        return out

    def cases(self, scores, name):
        """What the weighing reads, the right points and the rules' points, for every item of a set's records."""
        out = []
        for r in numpy.where(self.sets == name)[0]:
            places = numpy.where(self.record == r)[0]
            for j, item in enumerate(self.items):
                gold, by_rules = self.golds[r][item]["rating"], self.rules[r].get(item, "not_met")
                if gold == "na" or by_rules == "na":
                    continue
                likely = [scores[i, j] for i in self.best(scores, places, j, weighing.LIKELIEST)]
                column = j + len(self.items)
                strong = [scores[i, column] for i in self.best(scores, places, column, weighing.STRONGEST)]
                rule = POINTS[by_rules]
                quotes = len({" ".join(e["quote"].split()).casefold() for e in self.answers[r].get(item, {}).get("evidence", [])})
                out.append((item, weighing.read(rule, quotes, likely, strong), POINTS[gold], rule))
        return out

    def recall(self, scores, name):
        hits = total = 0
        for r in numpy.where(self.sets == name)[0]:
            places = numpy.where(self.record == r)[0]
            for j, item in enumerate(self.items):
                if self.golds[r][item]["rating"] in ("met", "partly"):
                    top = [self.rows[i]["bag"] for i in self.best(scores, places, j, 3, all_rows=True)]
                    for quote in self.golds[r][item]["quotes"]:
                        total += 1
                        hits += any(overlap(Counter(words(quote)), bag) >= 0.5 for bag in top)
        return hits / max(1, total)


def unseen_scores(data, names, folds):
    """Scores of the sets' statements by models that never saw their set."""
    out = numpy.full((len(data.rows), 3 * len(data.items)), UNLIKE, dtype=numpy.float32)
    for fold in (names[i::folds] for i in range(min(folds, len(names)))):
        here = numpy.isin(data.sets[data.record], fold)
        out[here] = data.scores(data.fit(fold))[here]
    return out


def moved(case, fitted, weighs):
    item, x, _, rule = case
    return weighing.rating(fitted[item], x, rule) if item in weighs else rule


def helped(cases, fits):
    """Items whose summed error is less with the second reading than without, each set weighed by the others."""
    listed = [(case, moved(case, fits[name], {case[0]})) for name in cases for case in cases[name]]
    change = defaultdict(float)
    for (case, rating), count in zip(listed, weighing.counted(numpy.array([case[2] for case, _ in listed]))):
        change[case[0]] += count * ((rating - case[2]) ** 2 - (case[3] - case[2]) ** 2)
    return {item for item, difference in change.items() if difference < 0}, change


def figures(listed, ratings):
    by_item = defaultdict(list)
    for case, rating in zip(listed, ratings):
        by_item[case[0]].append((case[2], rating))
    pairs = [pair for item in by_item.values() for pair in item]
    return (f"pooled {kappa(pairs):.3f} mean {sum(map(kappa, by_item.values())) / len(by_item):.3f} "
            f"exact {sum(x == y for x, y in pairs) / len(pairs):.3f} off by two {sum(abs(x - y) == 2 for x, y in pairs) / len(pairs):.3f}")


def written(data, likeness, fitted, weighs):
    counted_as = lambda name: BESIDE if name.startswith(("before ", "after ")) else 1.0  # the program counts each once
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           "<!-- Made by tests/accuracy/second_reading.py from rated records; not to be edited by hand. README.md says how to read it. -->",
           "<items>", f'  <second-reading items="{" ".join(data.items)}"', f'                  weighs="{" ".join(sorted(weighs))}"',
           f'                  partly-from="{weighing.CUTS[0]}" met-from="{weighing.CUTS[1]}" unsure-within="{weighing.UNSURE}">',
           *(f'    <weighing of="{item}">{" ".join(f"{v:.3f}" for v in fitted[item])}</weighing>' for item in data.items),
           *aspects.lines(likeness, data.items, data.vectors.get_feature_names_out(), counted_as, quoteattr)]
    return "\n".join(out + ["  </second-reading>", "</items>", ""])


def main():
    warnings.filterwarnings("ignore")
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("checklist")
    p.add_argument("--set", nargs=3, action="append", required=True, metavar=("NAME", "RECORDS", "RATINGS"))
    p.add_argument("--weigh-by", nargs="+", required=True, metavar="NAME")
    p.add_argument("--never", nargs="+", default=[], metavar="ITEM",
                   help="items that are not moved even if it helps: those that padding lifts (accuracy_properties tells)")
    p.add_argument("--folds", type=int, default=6, help="in how many parts the sets of --weigh-by are left out (default 6)")
    p.add_argument("--lines", metavar="FOLDER", help="labelled lines of some of the records, SET-RECORD.tsv")
    p.add_argument("--idle", metavar="FILE", help="sentences that are evidence of nothing, a line of --, and headings that they may stand under")
    p.add_argument("--practice", metavar="FOLDER", help="pieces that nobody rated, whose lines are labelled in --lines: practice-NAME.tsv")
    p.add_argument("--out", metavar="FILE")
    o = p.parse_args()
    data = Data(o.program, o.checklist, o.set, o.lines, o.idle, o.practice)
    print(f"{len(data.golds)} records, {len(data.rows)} statements, {data.matrix.shape[1]} features", flush=True)
    unseen = unseen_scores(data, o.weigh_by, o.folds)
    cases = {name: data.cases(unseen, name) for name in o.weigh_by}
    recalls = {name: data.recall(unseen, name) for name in o.weigh_by}
    fits = {name: weighing.fit([c for other in o.weigh_by if other != name for c in cases[other]], data.items)
            for name in o.weigh_by}
    alone, both = [], []
    for name in o.weigh_by:
        # Which items may be moved is told by the other sets, whose fits saw this one's ratings: a small help to it.
        weighs, _ = helped({other: cases[other] for other in o.weigh_by if other != name}, fits)
        listed = cases[name]
        alone += [(case, case[3]) for case in listed]
        both += [(case, moved(case, fits[name], weighs)) for case in listed]
        print(f"{name}: rules {figures(listed, [c[3] for c in listed])}\n"
              f"   with the second reading {figures(listed, [moved(c, fits[name], weighs) for c in listed])}  "
              f"recall@3 {recalls[name]:.3f}", flush=True)
    for what, listed in (("rules", alone), ("with the second reading", both)):
        print(f"all: {what} {figures([case for case, _ in listed], [rating for _, rating in listed])}")
    weighs, change = helped(cases, fits)
    print("change of summed error by item: " + " ".join(f"{i} {d:+.0f}" for i, d in sorted(change.items())))
    weighs -= set(o.never)
    if o.out:
        fitted = weighing.fit([c for listed in cases.values() for c in listed], data.items)
        likeness = data.fit([])
        with open(o.out, "w", encoding="utf-8") as f:
            f.write(written(data, likeness, fitted, weighs))
        scores = data.scores(likeness)
        for name, _, _ in o.set:
            print(f"{name}: recall@3 where trained {data.recall(scores, name):.3f}")


if __name__ == "__main__":
    main()
