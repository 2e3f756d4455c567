#!/usr/bin/env python3
"""Trains the order in which an item's quotes are shown (the <order> lines of checklists/assessment/second-reading.xml).

    quote_order.py PROGRAM CHECKLIST --set NAME RECORDS RATINGS [--set ...] [--out checklists/assessment/second-reading.xml]

One logistic model for all items, with a part of each item's own: does a place match a quote of a careful reader (token F1 of 0.5
or more)? It reads what evaluation/quote_order.cc adds up: likeness, preference, how many words and cells, what kind of place,
whether the rules quoted it or came near. The first two are of models which never saw the place's set, or they would be trusted
too much.
Printed is recall@3 of each set, left out of both; --out puts the weights in the file that second_reading.py made. Run that
first, since it writes the file anew.
"""
import argparse
import re
import warnings
from collections import Counter, defaultdict

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from second_reading import Data, UNLIKE, overlap, words

WORD_STEPS = (4, 7, 10, 14, 19, 25, 33, 43, 60, 80)
BY_LIKENESS = 40  # beside those that the rules took
OWN = 0.5  # how freely an item may differ from all
HEAVY = 4  # how often the places of a set count whose reader is to be followed rather than others (--heavy)
LEAST_QUOTED = -1.5  # evaluation/second_reading.cc
FOLDS = 5


def word_step(count):
    return next((i for i, most in enumerate(WORD_STEPS) if count <= most), len(WORD_STEPS))


def cells_of(row):
    """Neighbouring cells of a row, fewer than all: (start, end, text, first, last)."""
    cells, begins = row["text"].split("\t"), [row["start"]]
    for cell in cells:
        begins.append(begins[-1] + len(cell.encode()) + 1)
    if row["unit"] == "prose" or not 3 <= len(cells) <= 12:
        return
    for a in range(len(cells)):
        for b in range(a, len(cells)):
            told = sum(c.isalnum() for c in "".join(cells[a:b + 1])) >= 3  # "1", "HV" show nobody anything
            if told and cells[a] and cells[b] and b - a + 1 < len(cells):
                yield begins[a], begins[b + 1] - 1, "\t".join(cells[a:b + 1]), a == 0, b == len(cells) - 1


def places_of(rows, scores, preferred, quoted):
    """{span: place} of what may be quoted for an item: statements, cells of rows, the rules' own quotes."""
    out = {}
    scores = list(zip(scores, preferred))
    for row, score in zip(rows, scores):
        out.setdefault((row["start"], row["end"]), {"text": row["text"], "sort": "sentence" if row.get("main") else "clause",
                                                    "unit": row["unit"], "section": row["section"], "scores": score})
    for row, score in zip(rows, scores):
        for start, end, text, first, last in cells_of(row):
            out.setdefault((start, end), {"text": text, "sort": "cells", "unit": row["unit"], "section": row["section"],
                                          "part": "first" if first else "last" if last else "middle", "scores": score})
    for quote in quoted:
        start, end = quote["start"], quote["end"]
        held = [score for row, score in zip(rows, scores)
                if (row["start"] <= start and end <= row["end"]) or (start <= row["start"] and row["end"] <= end)]
        within = next((row for row in rows if row["start"] < end and start < row["end"]), {"unit": "prose", "section": None})
        out.setdefault((start, end), {"text": quote["quote"], "sort": "quote", "unit": within["unit"],
                                      "section": within["section"],
                                      "scores": tuple(max(values, default=UNLIKE) for values in zip(*held)) or (UNLIKE, UNLIKE)})
    return out


def shared(those, at):
    """(index, how) of the rules' place that is `at`, or else the first that shares words with it."""
    for i, one in enumerate(those):
        if one == at:
            return i, "same"
    for i, (start, end) in enumerate(those):
        if start < at[1] and at[0] < end:
            whole = at[0] <= start and end <= at[1]
            return i, "part" if start <= at[0] and at[1] <= end else "whole" if whole else "other"
    return None


def properties(at, place, nth, last, rating, quotes, near):
    """What evaluation/quote_order.cc adds up of a place."""
    step, columns = word_step(len(words(place["text"]))), place["text"].count("\t") + 1
    sort = place["sort"]
    out = {f"words {step}": 1, f"sort {sort}": 1,
           f"{sort} words {step}": 1, f"columns {min(columns, 5)}": 1, f"place {min(nth // 2, 5)}": 1, f"unit {place['unit']}": 1}
    for likely, unlikely, log_odds in zip(("likeness", "preferred"), ("unlikely", "unpreferred"), place["scores"]):
        out.update({likely: max(log_odds, -8) / 4, unlikely: min(log_odds, 0) ** 2 / 20})
    out[f"tenth {min(10 * at[0] // max(last, 1), 9)}"] = 1
    if place["section"]:
        out[f"section {place['section']}"] = 1
    if sort == "cells":
        out[f"cells {place['part']} {min(columns, 4)}"] = 1
    for name, those in (("quoted", quotes), ("near", near)):
        found = shared(those, at)
        if found:
            out.update({name: 1, f"{name} {min(found[0], 4)}": 1, f"{name} as {found[1]}": 1, f"{name} where {rating}": 1})
            return out
    out[f"untaken where {rating}"] = 1
    return out


def asked(data, answers, scores):
    """For each record and item that a reader quotes: (set, item, rating, spans, properties, how each matches the quotes)."""
    out = []
    for r, gold in enumerate(data.golds):
        rows = numpy.where(data.record == r)[0]
        for j, item in enumerate(data.items):
            answer = answers[r].get(item, {"rating": "not_met"})
            if gold[item]["rating"] not in ("met", "partly") or not gold[item]["quotes"] or answer["rating"] == "na":
                continue
            evidence, misses = answer.get("evidence", []), answer.get("near_misses", [])
            places = places_of([data.rows[i] for i in rows], scores[rows, j].tolist(),
                               scores[rows, j + 2 * len(data.items)].tolist(), evidence + misses)
            quotes, near = ([(e["start"], e["end"]) for e in those] for those in (evidence, misses))
            theirs = [Counter(words(quote)) for quote in gold[item]["quotes"]]
            listed = []
            for nth, at in enumerate(sorted(places, key=lambda at: -places[at]["scores"][0])):
                if nth < BY_LIKENESS or shared(quotes + near, at):
                    bag = Counter(words(places[at]["text"]))
                    listed.append((at, properties(at, places[at], nth, data.ends[r], answer["rating"], quotes, near),
                                   [overlap(quote, bag) >= 0.5 for quote in theirs]))
            if listed:
                out.append((data.sets[r], j, answer["rating"], *zip(*listed)))
    return out


def shown(rating, spans, properties_of, ranks):
    """The first three as the program shows them: quotes before what no rule took."""
    def quotable(i):
        p = properties_of[i]
        return "quoted" in p or ("near" not in p and p["likeness"] * 4 > LEAST_QUOTED)

    best, top = numpy.argsort(-ranks, kind="stable"), []
    for wanted in ((quotable, lambda i: True) if rating != "not_met" else (lambda i: True,)):
        for i in best:
            clear = all(spans[i][1] <= spans[k][0] or spans[k][1] <= spans[i][0] for k in top)
            if len(top) < 3 and clear and wanted(i):
                top.append(i)
    return top


def main():
    warnings.filterwarnings("ignore")
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("checklist")
    p.add_argument("--set", nargs=3, action="append", required=True, metavar=("NAME", "RECORDS", "RATINGS"))
    p.add_argument("--lines", metavar="FOLDER", help="labelled lines, as second_reading.py was given them")
    p.add_argument("--idle", metavar="FILE", help="idle description, as second_reading.py was given it")
    p.add_argument("--practice", metavar="FOLDER", help="labelled pieces, as second_reading.py was given them")
    p.add_argument("--heavy", nargs="+", default=[], metavar="NAME", help="sets whose quotes count four times")
    p.add_argument("--out", metavar="FILE")
    o = p.parse_args()
    data = Data(o.program, o.checklist, o.set, o.lines, o.idle, o.practice)
    names = list(dict.fromkeys(data.sets))
    folds = [names[i::FOLDS] for i in range(FOLDS) if names[i::FOLDS]]
    scores = numpy.full((len(data.rows), 3 * len(data.items)), UNLIKE, dtype=numpy.float32)
    for fold in folds:
        here = numpy.isin(data.sets[data.record], fold)
        scores[here] = data.scores(data.fit(fold), least=-20)[here]
    train(data, scores, folds, o.heavy, o.out)


def train(data, scores, folds, heavy, out):
    cases = asked(data, data.answers, scores)
    vectors = DictVectorizer(dtype=numpy.float32)
    matrix = vectors.fit_transform([{**own, **{f"{name}@{case[1]}": OWN * value for name, value in own.items()}}
                                    for case in cases for own in case[4]]).tocsr()
    good = numpy.array([any(match) for case in cases for match in case[5]])
    sets = numpy.array([case[0] for case in cases for _ in case[3]])
    ends = numpy.cumsum([len(case[3]) for case in cases])
    print(f"{len(cases)} items, {matrix.shape[0]} places, {matrix.shape[1]} properties", flush=True)
    counts = numpy.where(numpy.isin(sets, heavy), HEAVY, 1)
    fitted = lambda rows: LogisticRegression(C=1.0, max_iter=60, tol=1e-3).fit(matrix[rows], good[rows], sample_weight=counts[rows])
    hits, total = defaultdict(int), defaultdict(int)
    for fold in folds:
        ranks = matrix @ fitted(~numpy.isin(sets, fold)).coef_[0]
        for case, end in zip(cases, ends):
            if case[0] in fold:
                top = shown(case[2], case[3], case[4], ranks[end - len(case[3]):end])
                for which in (case[0], data.items[case[1]]):
                    hits[which] += sum(any(case[5][i][q] for i in top) for q in range(len(case[5][0])))
                    total[which] += len(case[5][0])
    print("recall@3 left out: " + " ".join(f"{name} {hits[name] / total[name]:.3f}" for name in total), flush=True)
    if out:
        coefficients = dict(zip(vectors.get_feature_names_out(), fitted(slice(None)).coef_[0]))
        lines = []
        for name in sorted(name for name in coefficients if "@" not in name):
            own = [coefficients[name] + OWN * coefficients.get(f"{name}@{j}", 0.0) for j in range(len(data.items))]
            lines.append(f'    <order of="{name}">' + " ".join(f"{v:.2f}".replace("-0.00", "0.00") for v in own) + "</order>\n")
        with open(out, encoding="utf-8") as f:
            text = re.sub(r"    <order of=.*\n", "", f.read())
        with open(out, "w", encoding="utf-8") as f:
            f.write(text.replace("    <aspects ", "".join(lines) + "    <aspects ", 1))


if __name__ == "__main__":
    main()
