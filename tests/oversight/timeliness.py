#!/usr/bin/env python3
"""Timeliness of a made-up census, counted by the program and by an independent script: every figure must be the same.

    timeliness.py PROGRAM [CHILDREN]     2,000 children, unless more are asked for; 100,000 take a minute or two

From the census as XML, and from the same assessments as a list with teams. Also says what time and memory it took.
"""

import collections
import csv
import datetime
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import census
import counts

COUNTS = ["known_from_referral", "within_from_referral", "known_from_start", "within_from_start", "judged_by_referral", "judged_by_start"]
STANDINGS = ["in_time", "late", "open", "overdue", "closed_unfinished", "not_needed", "undated"]


def rows(folder, name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def told(folder):
    """What the program's tables say, as the independent counts are shaped; what is not 0."""
    out = {name: collections.Counter() for name in ("standing", "teams", "months", "days", "both", "problems", "unfinished")}
    for row in rows(folder, "timeliness.csv"):
        numbers = {name: int(row[name] or 0) for name in STANDINGS + COUNTS}
        if row["by"] == "all":
            out["standing"].update({(row["type"], name): numbers[name] for name in STANDINGS})
            out["both"].update({(row["type"], name): numbers[name] for name in COUNTS})
            assert int(row["completed"]) == numbers["in_time"] + numbers["late"], row
            if int(row["completed"]):
                assert abs(float(row["share"]) - numbers["in_time"] / int(row["completed"])) < 1e-6, row
                assert float(row["low"]) <= float(row["share"]) <= float(row["high"]), row
        elif row["by"] == "team":
            out["teams"].update({(row["type"], row["name"], name): numbers[name] for name in STANDINGS[:4]})
        else:
            out["months"].update({(row["type"], row["name"], name): numbers[name] for name in STANDINGS[:2]})
    for row in rows(folder, "timeliness-days.csv"):
        out["days"][row["type"], int(row["limit"]), int(row["working_days"])] += int(row["completed"])
    for row in rows(folder, "timeliness-work.csv"):
        out["unfinished"][row["standing"], row["child"], row["type"], int(row["working_days"])] += 1
    for row in rows(folder, "timeliness-checks.csv"):
        out["problems"][row["check"], row["child"]] += 1
    return out


def compare(folder, counted):
    """The differences, as lines."""
    out = []
    whole = json.loads((folder / "timeliness.json").read_text())
    for name, right in (("work", counted.work), ("undecided", counted.undecided), ("children", len(counted.children)), ("later", counted.later)):
        if whole[name] != right:
            out.append(f"{name}: {whole[name]}, but {right}")
    for name, found in told(folder).items():
        right = getattr(counted, name)
        if name == "teams":  # the table tells of a team what was completed and what is open or overdue
            right = collections.Counter({key: n for key, n in right.items() if key[2] in STANDINGS[:4]})
        for key in sorted(set(found) | set(right), key=str):
            if found[key] != right[key]:
                out.append(f"{name} {key}: {found[key]}, but {right[key]}")
    return out


READERS = {"census": counts.read_census, "list": counts.read_list}
DAYS = (None, "2025-03-31", "2024-09-30")


def run(program, source, folder, at):
    """Runs the program on a source, as things stood on a day; tells the seconds it took."""
    begun = time.monotonic()
    subprocess.run([program, "timeliness", source, "--out", folder, "--format", "csv,json", "--small-numbers", "--quiet"] +
                   (["--at", at] if at else []), check=True, timeout=600)
    return time.monotonic() - begun


def main():
    program = sys.argv[1]
    children = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    failed = 0
    with tempfile.TemporaryDirectory(prefix="auditor-census-") as name:
        work = pathlib.Path(name)
        files = {"census": work / "census.xml", "list": work / "list.csv"}
        census.write(children, 7, *files.values())
        took = {}
        for source in READERS:
            for at in DAYS:
                took[source, at] = run(program, files[source], work / f"{source}-{at}", at)
        # Before the pieces of work are all in this script's memory, which a new process would be counted with.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        for source, read in READERS.items():
            pieces = list(read(files[source]))
            for at in DAYS:
                day = datetime.date.fromisoformat(at) if at else counts.latest(pieces)
                wrong = compare(work / f"{source}-{at}", counts.Counted(pieces, day))
                failed += len(wrong)
                print(f"{source} of {children} children as at {day}: {len(pieces)} pieces of work, "
                      f"{len(wrong)} figures differ, {took[source, at]:.2f} s")
                print("".join(f"  {line}\n" for line in wrong[:10]), end="")
    print(f"most memory of a count: {memory} MiB")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
