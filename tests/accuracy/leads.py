#!/usr/bin/env python3
"""Trains what the checklist knows of likely places (checklists/assessment/leads.xml) from records with quoted ratings.

    leads.py PROGRAM CHECKLIST --set NAME RECORDS RATINGS [--set ...] [--mini FILE ...] [--hold-out NAME] [--out FILE]

For each item a logistic model over what the program knows of a statement: the concepts found in it, its section, the
fields it answers, frame, source, about, mood, time, polarity, standing. The weights are few (an L1 penalty) and are read
as words: "stands under views; holds a feeling". A statement is a good example where it is one of the quotes of a rating
above not_met (token F1 >= 0.5), else a poor one. RECORDS is searched recursively; a record belongs to the ratings
whose file has its name up to the ending. --mini: JSON Lines of {"item", "rating", "record"}, small records rated for
one item without quotes: every statement of a not_met one is a poor example, the likeliest of the others a good one.

With --hold-out, that set is left out of the training and measured: recall@3, the share of its quotes that are among the
three likeliest places of their item. Needs scipy (Debian: python3-scipy).
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from xml.sax.saxutils import quoteattr

import numpy
import scipy.sparse

PENALTY = 3.0  # of the sum of absolute weights, against the summed loss
LEAST_SEEN = 5  # a feature that fewer statements have is left out
FORM_WORDS = ("word.", "form.", "help.", "name.", "label.")  # concepts that read the form, not the record


def words(text):
    return re.findall(r"\w+", text.casefold())


def overlap(a, b):
    """Token F1 of two bags of words."""
    n = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / n if n and sum(b.values()) <= 80 else 0.0


def features(row):
    """What a statement is, by name. The program computes the same from the names (checklist/lead.cc)."""
    out = {}
    for concept in row["concepts"]:
        if concept.startswith(FORM_WORDS):
            continue
        out[f"concept {concept}"] = 1.0
        if "." in concept:
            out[f"family {concept.split('.')[0]}"] = 1.0
    if row["section"]:
        out[f"section {row['section']}"] = 1.0
    for field in row["fields"]:
        out[f"field {field}"] = 1.0
    for name in ("frame", "source", "about", "mood", "time", "polarity", "standing", "unit"):
        out[f"{name} {row[name]}"] = 1.0
    if "told_frame" in row:
        out[f"told-frame {row['told_frame']}"] = 1.0
    for name in ("main", "general", "process", "quoted"):
        if row.get(name):
            out[f"is {name}"] = 1.0
    out["much content"] = min(row["content"], 8) / 8
    out["much words"] = min(len(words(row["text"])), 40) / 40
    return out


def view(program, checklist, name, path):
    run = subprocess.run([program, "text", path, f"--{name}", "--checklist", checklist], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"leads: {path}: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def rows_of(program, checklist, path):
    out = []
    for statement, found in zip(view(program, checklist, "statements", path), view(program, checklist, "concepts", path)):
        if statement["unit"] in ("help", "heading"):
            continue
        statement["section"], statement["fields"] = found["section"], found["fields"]
        statement["concepts"] = sorted({hit["concept"] for hit in found["concepts"]})
        statement["bag"] = Counter(words(statement["text"]))
        out.append(statement)
    return out


def records(sets):
    """(set name, path, ratings) of every rated record."""
    for name, folder, ratings in sets:
        paths = {os.path.splitext(os.path.basename(p))[0]: p for p in sorted(glob.glob(folder + "/**/*", recursive=True))
                 if os.path.isfile(p) and not p.endswith(".json")}
        for file in sorted(glob.glob(ratings + "/*.json")):
            stem = os.path.splitext(os.path.basename(file))[0]
            if stem in paths:
                with open(file, encoding="utf-8") as f:
                    yield name, paths[stem], json.load(f)["items"]


def mini(files, folder):
    for file in files:
        with open(file, encoding="utf-8") as f:
            for number, line in enumerate(f):
                one = json.loads(line)
                path = os.path.join(folder, f"{os.path.basename(file)}-{number}.txt")
                with open(path, "w", encoding="utf-8") as out:
                    out.write(one["record"])
                yield "mini", path, {one["item"]: {"rating": one["rating"], "quotes": []}}


def fit(matrix, good, weight):
    """Weights (features x items) by accelerated proximal steps; the last feature is the base and isn't penalised."""
    n, d = matrix.shape
    v = numpy.ones(d, dtype=numpy.float32)
    for _ in range(30):
        v = matrix.T @ (matrix @ v)
        v /= numpy.linalg.norm(v)
    step = 1.0 / (0.25 * float(numpy.linalg.norm(matrix.T @ (matrix @ v))) + 1e-6)
    w = numpy.zeros((d, good.shape[1]), dtype=numpy.float32)
    w[-1] = -4.0
    y, t = w.copy(), 1.0
    turned = matrix.T.tocsr()
    for _ in range(600):
        guess = 1.0 / (1.0 + numpy.exp(-(matrix @ y)))
        moved = y - step * (turned @ (weight * (guess - good)))
        shrunk = numpy.sign(moved) * numpy.maximum(numpy.abs(moved) - step * PENALTY, 0)
        shrunk[-1] = moved[-1]
        later = (1 + (1 + 4 * t * t) ** 0.5) / 2
        y = shrunk + ((t - 1) / later) * (shrunk - w)
        w, t = shrunk, later
    return w


class Data:
    def __init__(self, program, checklist, sets, minis):
        self.sets, self.golds, self.rows, self.record = [], [], [], []
        with tempfile.TemporaryDirectory(prefix="auditor-leads-") as folder:
            listed = list(records(sets)) + list(mini(minis, folder))
            with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                read = list(pool.map(lambda r: rows_of(program, checklist, r[1]), listed))
        for (name, _, gold), rows in zip(listed, read):
            self.rows += rows
            self.record += [len(self.golds)] * len(rows)
            self.sets.append(name)
            self.golds.append(gold)
        self.items = sorted({item for gold in self.golds for item in gold})
        seen = Counter(name for row in self.rows for name in features(row))
        self.names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN) + ["base"]
        column = {name: i for i, name in enumerate(self.names)}
        at, across, values = [], [], []
        for i, row in enumerate(self.rows):
            for name, value in list(features(row).items()) + [("base", 1.0)]:
                if name in column:
                    at.append(i), across.append(column[name]), values.append(value)
        self.matrix = scipy.sparse.csr_matrix((values, (at, across)), (len(self.rows), len(self.names)), numpy.float32)
        self.record = numpy.array(self.record)
        self.good = numpy.zeros((len(self.rows), len(self.items)), dtype=numpy.float32)
        self.weight = numpy.ones_like(self.good)
        for i, row in enumerate(self.rows):
            gold = self.golds[self.record[i]]
            for j, item in enumerate(self.items):
                if item not in gold:
                    self.weight[i, j] = 0  # a small record says nothing of other items
                elif gold[item]["rating"] in ("met", "partly"):
                    bags = [Counter(words(quote)) for quote in gold[item]["quotes"]]
                    self.good[i, j] = max([overlap(bag, row["bag"]) for bag in bags] or [0]) >= 0.5

    def take_likeliest(self, scores):
        """In small records without quotes the likeliest statement is the good example, and the rest say nothing."""
        for r, (name, gold) in enumerate(zip(self.sets, self.golds)):
            for item, rated in gold.items():
                if name != "mini" or rated["rating"] not in ("met", "partly"):
                    continue
                j, places = self.items.index(item), numpy.where(self.record == r)[0]
                if len(places) == 0:
                    continue
                self.good[places, j], self.weight[places, j] = 0, 0
                best = places[numpy.argmax(scores[places, j])]
                self.good[best, j], self.weight[best, j] = 1, 0.5

    def top(self, scores, r, j, count=3):
        places = numpy.where(self.record == r)[0]
        out = []
        for i in places[numpy.argsort(-scores[places, j], kind="stable")]:
            row = self.rows[i]
            if any(a["start"] < row["end"] and row["start"] < a["end"] for a in out):
                continue
            out.append(row)
            if len(out) == count:
                break
        return out

    def recall(self, scores, name):
        hits, total = defaultdict(int), defaultdict(int)
        for r, gold in enumerate(self.golds):
            if self.sets[r] != name:
                continue
            for j, item in enumerate(self.items):
                if gold[item]["rating"] not in ("met", "partly"):
                    continue
                top = self.top(scores, r, j)
                for quote in gold[item]["quotes"]:
                    total[item] += 1
                    hits[item] += any(overlap(Counter(words(quote)), row["bag"]) >= 0.5 for row in top)
        return sum(hits.values()) / max(1, sum(total.values())), {i: hits[i] / total[i] for i in total}


def written(data, weights, sets):
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           "<!-- Made by tests/accuracy/leads.py from rated records; do not edit by hand. How like the quotes of careful",
           "     ratings a statement is, by item: the sum of what it is, as log odds. It orders what is shown and says where",
           "     else to look; see README.md. -->", "<items>"]
    for j, item in enumerate(data.items):
        out.append(f'  <lead item={quoteattr(item)} base="{weights[-1, j]:.2f}">')
        order = sorted(range(len(data.names) - 1), key=lambda i: (-abs(round(float(weights[i, j]), 2)), data.names[i]))
        for i in order:
            if abs(weights[i, j]) >= 0.05:
                out.append(f'    <weight of={quoteattr(data.names[i])} is="{weights[i, j]:.2f}"/>')
        out.append("  </lead>")
    return "\n".join(out + ["</items>", ""])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("checklist")
    p.add_argument("--set", nargs=3, action="append", required=True, metavar=("NAME", "RECORDS", "RATINGS"))
    p.add_argument("--mini", nargs="*", default=[], metavar="FILE")
    p.add_argument("--hold-out", nargs="*", default=[], metavar="NAME")
    p.add_argument("--out", metavar="FILE")
    o = p.parse_args()
    data = Data(o.program, o.checklist, o.set, o.mini)
    sets = numpy.array(data.sets)[data.record]
    base = data.weight.copy()

    def trained(left_out):
        data.weight = base * (sets != left_out)[:, None]
        if o.mini:
            first = data.weight * (sets != "mini")[:, None]
            data.take_likeliest(data.matrix @ fit(data.matrix, data.good, first))
            data.weight *= (sets != left_out)[:, None]
        return fit(data.matrix, data.good, data.weight)

    for name in o.hold_out:
        recall, by_item = data.recall(data.matrix @ trained(name), name)
        print(f"held out {name}: recall@3 {recall:.3f}  " + " ".join(f"{i} {v:.2f}" for i, v in by_item.items()))
    if o.out:
        weights = trained(None)
        with open(o.out, "w", encoding="utf-8") as f:
            f.write(written(data, weights, o.set))
        for name, _, _ in o.set:
            print(f"trained on {name}: recall@3 {data.recall(data.matrix @ weights, name)[0]:.3f}")
        print(f"{len(data.rows)} statements, {len(data.names)} features, {(abs(weights) >= 0.05).sum() / len(data.items):.0f} weights an item")


if __name__ == "__main__":
    main()
