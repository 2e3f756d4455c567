#!/usr/bin/env python3
"""How far the auditor agrees with careful ratings: runs the program over rated records and prints the figures.

usage: measure.py PROGRAM RECORDS RATINGS [--checklist FILE] [--per-item] [--misses ITEM] [--save FILE] [--since FILE]

RECORDS is a folder of records (searched recursively), RATINGS a folder of NN.json or NN-name.json with "items": {id:
{"rating", "quotes", "why"}} and "flags". A record belongs to the ratings whose file name is the same up to the ending.
--save keeps the ratings found, --since shows what has appeared and vanished against such a file.

Figures: quadratically weighted kappa (QWK) over not_met 0, partly 1, met 2, pooled, by dimension and by item (with the
mean of items), exact agreement, off by two; the lean (mean of ours minus theirs); the share of items rated above not_met
by both in which one of our quotes has token F1 >= 0.5 with one of theirs; precision and recall of flags. A record that is
missing or refused counts as not_met throughout.
"""
import argparse, json, os, re, subprocess, sys
from collections import Counter, defaultdict

POINTS = {"not_met": 0, "partly": 1, "met": 2}


def kappa(pairs, top=2):
    """Quadratically weighted kappa of (theirs, ours); None where chance alone explains everything."""
    if not pairs:
        return None
    theirs, ours = Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    seen = sum((x - y) ** 2 for x, y in pairs)
    chance = sum(theirs[i] * ours[j] * (i - j) ** 2 for i in range(top + 1) for j in range(top + 1)) / len(pairs)
    return (1.0 if seen == 0 else None) if chance == 0 else 1 - seen / chance


def overlap(a, b):
    """Token F1 of two quotes."""
    ca, cb = (Counter(re.findall(r"\w+", s.casefold())) for s in (a, b))
    n = sum(ca.values()) + sum(cb.values())
    return 2 * sum((ca & cb).values()) / n if n and sum(cb.values()) <= 80 else 0.0


def findings(program, records, checklist):
    command = [program, "audit", records, "--format", "jsonl", "--out", "-", "--quiet"]
    run = subprocess.run(command + (["--checklist", checklist] if checklist else []), capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"measure: {run.stderr.strip()}")
    lines = (json.loads(line) for line in run.stdout.splitlines())
    return {os.path.splitext(os.path.basename(d["path"]))[0]: d for d in lines if d["status"] != "skipped"}


def shown(value):
    return "  n/a" if value is None else f"{value:5.2f}"


def compare(ratings, found, misses):
    """Pairs by item, evidence hits, flags and every rating of ours."""
    pairs, hits, flags, ours_all = defaultdict(list), [], Counter(), {}
    for stem, theirs in sorted(ratings.items()):
        document = found.get(stem, {})
        ours = {i["id"]: i for i in document.get("items", [])}
        for item, gold in theirs["items"].items():
            mine = ours.get(item, {})
            rating = mine.get("rating", "not_met")
            ours_all[f"{stem} {item}"] = rating
            if misses == item and rating != gold["rating"]:
                print(f"{stem}: theirs {gold['rating']} ({gold.get('why', '')})\n  ours {rating}: {mine.get('reason', '')}")
            if "na" in (rating, gold["rating"]):
                continue
            pairs[item].append((POINTS[gold["rating"]], POINTS[rating]))
            if rating != "not_met" and gold["rating"] != "not_met" and gold.get("quotes"):
                quotes = [e["quote"] for e in mine.get("evidence", [])]
                hits.append(any(overlap(g, q) >= 0.5 for g in gold["quotes"] for q in quotes))
        raised, wanted = {f["id"] for f in document.get("flags", [])}, set(theirs.get("flags", {}))
        flags["right"] += len(raised & wanted)
        flags["wrong"] += len(raised - wanted)
        flags["missed"] += len(wanted - raised)
    return pairs, hits, flags, ours_all


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("records")
    p.add_argument("ratings")
    p.add_argument("--checklist")
    p.add_argument("--per-item", action="store_true")
    p.add_argument("--misses", metavar="ITEM")
    p.add_argument("--save", metavar="FILE")
    p.add_argument("--since", metavar="FILE")
    o = p.parse_args()
    ratings = {}
    for name in sorted(os.listdir(o.ratings)):
        if re.fullmatch(r"\d+.*\.json", name):
            with open(os.path.join(o.ratings, name), encoding="utf-8") as f:
                ratings[name[:-5]] = json.load(f)
    found = findings(o.program, o.records, o.checklist)
    missing = [stem for stem in ratings if found.get(stem, {}).get("status") != "audited"]
    pairs, hits, flags, ours = compare(ratings, found, o.misses)
    every = [pair for item in pairs.values() for pair in item]
    kappas = {item: kappa(values) for item, values in pairs.items()}
    known = [k for k in kappas.values() if k is not None]
    print(f"{len(ratings)} records ({len(missing)} missing), {len(every)} ratings")
    print(f"QWK pooled {shown(kappa(every))}  mean of items {shown(sum(known) / max(1, len(known)))}  "
          f"exact {sum(x == y for x, y in every) / len(every):.2f}  off by two {sum(abs(x - y) == 2 for x, y in every) / len(every):.2f}")
    for dimension in dict.fromkeys(item[:2] for item in pairs):
        print(f"  {dimension} {shown(kappa([v for i, vs in pairs.items() if i[:2] == dimension for v in vs]))}", end="")
    print()
    print(f"evidence hit {sum(hits) / max(1, len(hits)):.2f}  flags precision {flags['right'] / max(1, flags['right'] + flags['wrong']):.2f} "
          f"recall {flags['right'] / max(1, flags['right'] + flags['missed']):.2f}")
    if o.per_item:
        for item, values in pairs.items():
            lean = sum(y - x for x, y in values) / len(values)
            print(f"  {item:4} QWK {shown(kappas[item])}  exact {sum(x == y for x, y in values) / len(values):.2f}  lean {lean:+.2f}  n {len(values)}")
    if o.since:
        with open(o.since, encoding="utf-8") as f:
            before = json.load(f)
        for key in sorted(set(before) | set(ours)):
            if before.get(key) != ours.get(key):
                stem, item = key.split(" ")
                print(f"  {key}: {before.get(key)} -> {ours.get(key)} (theirs {ratings[stem]['items'][item]['rating']})")
    if o.save:
        with open(o.save, "w", encoding="utf-8") as f:
            json.dump(ours, f, indent=0, sort_keys=True)


if __name__ == "__main__":
    main()
