#!/usr/bin/env python3
"""How far the auditor agrees with careful ratings. README.md says what the figures mean.

    measure.py PROGRAM RECORDS RATINGS [RECORDS RATINGS ...] [options]

RECORDS is a folder of records, searched recursively; RATINGS a folder of NAME.json files with "items" ({id: {"rating",
"quotes", "why"}}), "children" and "flags". A record belongs to the ratings of the same name up to the ending; one folder
may be both. Several pairs are measured together, each audited as a batch of its own.
"""
import argparse
import json
import re
from collections import Counter

import changes
from figures import POINTS, agree, mean, share, with_intervals
from rated import candidates, gather, item_of, quotes


def pair_of(gold, answer):
    """Points (theirs, ours); None where either says that the item cannot apply."""
    if "na" in (gold["rating"], answer["rating"]):
        return None
    return POINTS[gold["rating"]], POINTS[answer["rating"]]


class Item:
    """What is counted of one item over all records."""

    def __init__(self):
        self.pairs = []  # by document; None where the item cannot apply or wasn't rated
        self.hits, self.both = 0, 0  # records with a quote of theirs among ours, of those that both rate above not_met
        self.recalled, self.quotes = 0, 0  # quotes of theirs among our first three candidates
        self.na = Counter()

    def add(self, gold, answer):
        if gold is None:
            self.pairs.append(None)
            return
        self.pairs.append(pair_of(gold, answer))
        for who, rating in (("theirs", gold["rating"]), ("ours", answer["rating"])):
            self.na[who] += rating == "na"
        self.na["both"] += gold["rating"] == answer["rating"] == "na"
        theirs = gold.get("quotes") or []
        if gold["rating"] in ("met", "partly") and theirs:
            self.quotes += len(theirs)
            self.recalled += sum(agree(quote, candidates(answer)[:3]) for quote in theirs)
            if answer["rating"] in ("met", "partly"):
                self.both += 1
                self.hits += any(agree(quote, quotes(answer)) for quote in theirs)

    def figures(self):
        pairs = [p for p in self.pairs if p is not None]
        return {
            "n": len(pairs),
            "exact": share(sum(x == y for x, y in pairs), len(pairs)),
            "off_by_two": share(sum(abs(x - y) == 2 for x, y in pairs), len(pairs)),
            "lean": mean([y - x for x, y in pairs]),
            "over": sum(y > x for x, y in pairs),
            "under": sum(y < x for x, y in pairs),
            "confusion": [[pairs.count((x, y)) for y in range(3)] for x in range(3)],
            "evidence_hit": share(self.hits, self.both),
            "recall_at_3": share(self.recalled, self.quotes),
            "na": {who: self.na[who] for who in ("theirs", "ours", "both")},
        }


# What writers of ratings call the kinds that the checklist knows by one name.
KINDS = {"contact": "referral_record", "contact_referral": "referral_record", "section_47": "s47_enquiry",
         "caf": "early_help", "early_help_assessment": "early_help",
         "child_and_family_assessment": "single_assessment", "pre_birth_assessment": "single_assessment"}


def kind_of(name):
    return KINDS.get(name, name)


def child_named(name):
    """The name that tells a child from others: "Unborn baby Marsh" is "Baby Marsh", "James (Jimmy) Ward" James Ward."""
    bare = re.sub(r"\([^)]*\)|[“\"][^”\"]*[”\"]|\b(?:unborn|baby)\b|,", " ", name, flags=re.IGNORECASE)
    return " ".join(bare.split()).casefold()


def children_of(record):
    return sorted(map(child_named, record.get("children", [])))


def flag_figures(records):
    """By flag and in all: right, wrong, missed, precision, recall. Ratings without "flags" are left out."""
    counts = {}
    for _, gold, found in records:
        if gold.get("flags") is None:
            continue
        raised, wanted = {f["id"] for f in found.get("flags", [])}, set(gold["flags"])
        for flag in raised | wanted:
            kind = "right" if flag in raised & wanted else "wrong" if flag in raised else "missed"
            for name in (flag, "all"):
                counts.setdefault(name, Counter())[kind] += 1
    out = {}
    for name, c in sorted(counts.items()):
        out[name] = {kind: c[kind] for kind in ("right", "wrong", "missed")}
        out[name]["precision"] = share(c["right"], c["right"] + c["wrong"])
        out[name]["recall"] = share(c["right"], c["right"] + c["missed"])
    return out


def confidence_figures(records):
    """How many ratings are said to be unsure, and how often each kind is exactly right."""
    right, total = Counter(), Counter()
    for _, gold, found in records:
        for item, theirs in gold["items"].items():
            answer = item_of(found, item)
            if pair_of(theirs, answer) is not None:
                low = answer.get("confidence") == "low"
                total[low] += 1
                right[low] += theirs["rating"] == answer["rating"]
    return {"low_share": share(total[True], sum(total.values())), "exact_where_low": share(right[True], total[True]),
            "exact_where_confident": share(right[False], total[False])}


def measured(records):
    """Every figure, as --json writes it."""
    names = list(dict.fromkeys(item for _, gold, _ in records for item in gold["items"]))
    items = {name: Item() for name in names}
    for _, gold, found in records:
        for name in names:
            items[name].add(gold["items"].get(name), item_of(found, name))
    agreement = with_intervals({name: item.pairs for name, item in items.items()})
    every = Item()
    for item in items.values():
        every.pairs += item.pairs
        every.na += item.na
        for name in ("hits", "both", "recalled", "quotes"):
            setattr(every, name, getattr(every, name) + getattr(item, name))
    named = [(children_of(gold), children_of(found)) for _, gold, found in records if gold.get("children")]
    typed = [(kind_of(gold["type"]), kind_of(found.get("type"))) for _, gold, found in records if gold.get("type")]
    return {
        "records": len(records),
        "not_audited": [name for name, _, found in records if found.get("status") != "audited"],
        "pooled": agreement["pooled"], "mean_of_items": agreement["mean_of_items"], "all": every.figures(),
        "dimensions": {d: agreement[d] for d in dict.fromkeys(name[:2] for name in names)},
        "items": {name: {**agreement[name], **item.figures()} for name, item in items.items()},
        "children_right": share(sum(x == y for x, y in named), len(named)),
        "type_right": share(sum(x == y for x, y in typed), len(typed)),
        "flags": flag_figures(records), "confidence": confidence_figures(records),
    }


def shown(value, form=".2f"):
    return " n/a" if value is None else format(value, form)


def kappa_shown(figure):
    low_high = figure["interval"]
    return shown(figure["qwk"]) + (f" ({low_high[0]:.2f} to {low_high[1]:.2f})" if low_high else "")


def print_figures(f, per_item):
    every = f["all"]
    print(f"{f['records']} records ({len(f['not_audited'])} not audited), {every['n']} ratings")
    print(f"QWK pooled {kappa_shown(f['pooled'])}  mean of items {kappa_shown(f['mean_of_items'])}")
    print("    " + "  ".join(f"{d} {kappa_shown(k)}" for d, k in f["dimensions"].items()))
    print(f"exact {shown(every['exact'])}  off by two {shown(every['off_by_two'])}  lean {shown(every['lean'], '+.2f')} "
          f"({every['over']} over, {every['under']} under)  n/a: theirs {every['na']['theirs']}, ours {every['na']['ours']}, "
          f"both {every['na']['both']}")
    print(f"evidence hit {shown(every['evidence_hit'])}  recall@3 {shown(every['recall_at_3'])}  "
          f"children right {shown(f['children_right'])}  type right {shown(f['type_right'])}")
    c = f["confidence"]
    print(f"low confidence {shown(c['low_share'])} of ratings: exact {shown(c['exact_where_low'])} of them, "
          f"{shown(c['exact_where_confident'])} of the others")
    for name, flag in f["flags"].items():
        print(f"flags {name:3}  precision {shown(flag['precision'])}  recall {shown(flag['recall'])}  "
              f"({flag['right']} right, {flag['wrong']} wrong, {flag['missed']} missed)")
    if per_item:
        print("item  QWK (95%)              exact  lean   hit  rec@3    n  theirs not_met | partly | met: ours not_met, partly, met; n/a")
        for name, item in f["items"].items():
            confusion = " | ".join(" ".join(f"{n:3}" for n in row) for row in item["confusion"])
            print(f"{name:5} {kappa_shown(item):22} {shown(item['exact'])}  {shown(item['lean'], '+.2f')}  {shown(item['evidence_hit'])}  "
                  f"{shown(item['recall_at_3'])}  {item['n']:3}  {confusion}; {item['na']['both']} of {item['na']['theirs']}")


def print_misses(records, wanted):
    """The records where an item's rating, or a flag, differs, with both readers' words."""
    for name, gold, found in records:
        if wanted in gold["items"]:
            theirs, ours = gold["items"][wanted], item_of(found, wanted)
            if theirs["rating"] == ours["rating"]:
                continue
            print(f"{name}: theirs {theirs['rating']}: {theirs.get('why', '')}\n    ours {ours['rating']}: {ours.get('reason', '')}")
            for mark, texts in (("theirs", theirs.get("quotes") or []), ("ours  ", quotes(ours)[:3])):
                for text in texts:
                    print(f"    {mark} \u201C{' '.join(text.split())}\u201D")
        elif gold.get("flags") is not None:
            raised = {f["id"]: f.get("reason", "") for f in found.get("flags", [])}
            if (wanted in raised) != (wanted in gold["flags"]):
                print(f"{name}: {wanted} theirs {wanted in gold['flags']}, ours {raised.get(wanted, False)}")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("folders", nargs="+", metavar="RECORDS RATINGS")
    p.add_argument("--checklist", metavar="FILE")
    p.add_argument("--per-item", action="store_true", help="every item's figures and its confusion")
    p.add_argument("--misses", metavar="ITEM", help="print the records where this item, or flag, differs")
    p.add_argument("--json", metavar="FILE", help="write every figure")
    p.add_argument("--save", metavar="FILE", help="keep what was found, for --since")
    p.add_argument("--since", metavar="FILE", help="print what appeared and vanished against what --save kept")
    o = p.parse_args()
    if len(o.folders) % 2:
        p.error("RECORDS and RATINGS come in pairs (give a folder that is both twice)")
    records = gather(o.program, list(zip(o.folders[::2], o.folders[1::2])), o.checklist)
    if o.misses:
        print_misses(records, o.misses)
    found = measured(records)
    print_figures(found, o.per_item)
    if o.since:
        changes.show(records, o.since)
    if o.save:
        changes.save(records, o.save)
    if o.json:
        with open(o.json, "w", encoding="utf-8") as file:
            json.dump(found, file, indent=1)


if __name__ == "__main__":
    main()
