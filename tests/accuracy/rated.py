"""Rated records and what the program finds in them."""
import glob
import json
import os
import subprocess
import sys


def read_ratings(folder):
    """{stem: ratings} of every .json file of the folder that holds items."""
    out = {}
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "*.json"))):
        with open(path, encoding="utf-8") as file:
            read = json.load(file)
        if isinstance(read, dict) and "items" in read:
            out[os.path.splitext(os.path.basename(path))[0]] = read
    return out


def audit(program, paths, checklist=None, jobs=None):
    """The findings of a batch, by the record's file name up to its ending; all by one checklist, as people rated them."""
    command = [program, "audit", *paths, "--format", "jsonl", "--out", "-", "--quiet"]
    command += ["--checklist", checklist or "assessment"] + (["--jobs", str(jobs)] if jobs else [])
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{program} audit: {run.stderr.strip()}")
    out = {}
    for line in run.stdout.splitlines():
        found = json.loads(line)
        stem = os.path.splitext(os.path.basename(found["path"]))[0]
        if found["status"] == "skipped":
            continue
        if stem in out:
            sys.exit(f"two records are named {stem}: {out[stem]['path']} and {found['path']}")
        out[stem] = found
    return out


def names_of(folders):
    """A short name for each ratings folder: its last part, or the whole path where that is not its own."""
    last = [os.path.basename(os.path.normpath(f)) for f in folders]
    return [name if last.count(name) == 1 else folder for name, folder in zip(last, folders)]


def gather(program, pairs, checklist=None):
    """[(name, ratings, findings)] of every rated record of the pairs (RECORDS, RATINGS); each pair is a batch of its own."""
    out = []
    names = names_of([ratings for _, ratings in pairs])
    for (records, ratings), name in zip(pairs, names):
        rated, found = read_ratings(ratings), audit(program, [records], checklist)
        if not rated:
            sys.exit(f"{ratings}: no ratings")
        out += [(f"{name}/{stem}" if len(pairs) > 1 else stem, rated[stem], found.get(stem, {})) for stem in rated]
    return out


def item_of(findings, item):
    """The program's answer; a record that is missing or refused has none, which counts as not_met."""
    for answer in findings.get("items", []):
        if answer["id"] == item:
            return answer
    return {"rating": "not_met"}


def quotes(answer):
    return [evidence["quote"] for evidence in answer.get("evidence", [])]


def candidates(answer):
    """What a reader is shown of an item, best first: evidence, then near misses."""
    return quotes(answer) + [miss["quote"] for miss in answer.get("near_misses", [])]
