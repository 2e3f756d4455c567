#!/usr/bin/env python3
"""The README names every verb, and it or the verb's --help every column of the tables that are written.

    columns.py PROGRAM SOURCE_DIR
"""

import csv
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
README = (SOURCE / "README.md").read_text()
SECTION = README[README.index("## Every verb, and the columns"):].split("\n## ")[0]
FIXTURES = SOURCE / "fixtures"
wrong = []


def run(folder, *arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{arguments}: {done.stderr}")
    return done.stdout


def cells(words):
    return set(re.findall(r"`([^`]+)`", words))


with tempfile.TemporaryDirectory() as temporary:
    work = pathlib.Path(temporary)
    verbs = set(re.findall(r"^  auditor (\w+)", run(work, "--help"), re.M))
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in SECTION.splitlines() if line.startswith("|")]
    named = set().union(*(cells(row[0]) for row in rows))
    if verbs != named:
        wrong.append(f"verbs: {sorted(verbs ^ named)}")
    run(work, "audit", FIXTURES / "exports", "--store", "council.db", "--out", "run", "--quiet")
    run(work, "sample", FIXTURES / "exports", "--store", "council.db", "--by", "type", "--size", 5, "--out", "sample.csv")
    run(work, "compare", "council.db", "--by", "type", "--small-numbers", "--out", "compared", "--quiet",
        "--comparators", FIXTURES / "month/neighbours.csv")
    run(work, "timeliness", FIXTURES / "timeliness/census.xml", "--out", "in-time", "--quiet")
    (work / "runs.csv").write_text(run(work, "runs", "council.db", "--format", "csv"))
    for verb, file in (("report", "run/findings.csv"), ("sample", "sample.csv"), ("runs", "runs.csv"),
                       *(("compare", f"compared/{name}.csv") for name in ("comparison", "trends", "councils")),
                       *(("timeliness", f"in-time/{name}.csv") for name in
                         ("timeliness", "timeliness-days", "timeliness-work", "timeliness-checks"))):
        with open(work / file, encoding="utf-8-sig", newline="") as table:
            columns = next(csv.reader(table))
        help_words = set(re.findall(r"(?m)^  (\w+)  ", run(work, verb, "--help")))
        name = pathlib.Path(file).name
        row = next((row for row in rows if name in cells(row[1]) or name in cells(row[2]) or (verb in cells(row[0]) and
                                                                                              name == "runs.csv")), None)
        told = help_words | (cells(row[2]) if row else set())
        if name == "timeliness-checks.csv":
            told |= cells(next(row for row in rows if "timeliness-work.csv" in cells(row[1]))[2])
        if missing := [column for column in columns if column not in told]:
            wrong.append(f"{name}: told nowhere: {missing}")
print("\n".join(wrong) if wrong else "columns: as told")
sys.exit(1 if wrong else 0)
