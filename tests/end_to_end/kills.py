#!/usr/bin/env python3
"""Runs that are killed at random moments: the store always opens, and the run, gone on with, ends as if undisturbed.

    kills.py PROGRAM SOURCE [--kills N] [--seed S]

Every kill is SIGKILL to the whole process group, at a moment drawn evenly over the time that an undisturbed run takes.
Half of them hit a run that goes into a store of many runs, half one with a folder of its own, and of either half one that
is joined to a list. One in three of the runs
that go on is killed too, before it is let end.
"""

import argparse
import contextlib
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("program")
parser.add_argument("source")
parser.add_argument("--kills", type=int, default=50)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
PROGRAM = str(pathlib.Path(options.program).resolve())
SOURCE = pathlib.Path(options.source).resolve()


def records(folder):
    """Records of every sort: files, an archive, copies that the flag for repeated passages finds, and a refusal."""
    exports = [path for path in sorted((SOURCE / "fixtures/exports").rglob("*")) if path.is_file()]
    for number, path in enumerate(exports):
        (folder / f"{number % 4}").mkdir(exist_ok=True)
        shutil.copy(path, folder / f"{number % 4}" / path.name)
    with zipfile.ZipFile(folder / "2" / "batch.zip", "w") as archive:
        for path in exports[:6]:
            archive.write(path, f"copies/{path.name}")
    (folder / "3" / "broken.pdf").write_bytes(b"%PDF-1.4 broken")


def run(work, *arguments, kill_after=None):
    process = subprocess.Popen([PROGRAM, *arguments], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True)
    if kill_after is not None:
        try:
            process.wait(kill_after)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    out, err = process.communicate(timeout=300)
    return process.returncode, out.decode(), err.decode()


def check(told, holds):
    if not holds:
        sys.exit(f"kills.py: {told}")


def committed(database, in_store):
    """How many documents the file has of the run that broke off, once it has proved whole."""
    if not database.exists() or database.stat().st_size == 0:
        return 0
    with contextlib.closing(sqlite3.connect(database)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()
        check(f"{database}: {found}", found == ("ok",))
        check(f"{database}: a row without what it belongs to",
              connection.execute("PRAGMA foreign_key_check").fetchone() is None)
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            return 0  # killed before its tables were made
        runs = "SELECT max(run) FROM run" + (" WHERE state = 'writing'" if in_store else "")
        return connection.execute(f"SELECT count(*) FROM document WHERE run = ({runs})").fetchone()[0]


def findings(work, in_store):
    if in_store:
        status, out, err = run(work, "report", "council.db", "--out", "-")
        check(err, status == 0)
        return out.encode()
    return (work / "killed/findings.jsonl").read_bytes()


def cases(database):
    """What the latest run there keeps of the list, and what it says of the joining."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        latest = connection.execute("SELECT max(run) FROM run").fetchone()
        return (connection.execute("SELECT path, child, line FROM case_fact JOIN document USING (document) WHERE case_fact.run = ?"
                                   " ORDER BY case_fact", latest).fetchall(),
                connection.execute("SELECT records, by_file_name, in_doubt, without_row, row_count, rows_without_record"
                                   " FROM joining_count WHERE run = ?", latest).fetchall())


def main():
    chance = random.Random(options.seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-kills-"))
    tally = {"before anything was kept": 0, "part was taken over": 0, "after the end": 0, "killed twice": 0}
    try:
        (work / "records").mkdir()
        records(work / "records")
        begun = time.monotonic()
        status, _, err = run(work, "audit", "records", "--out", "whole", "--jobs", "2")
        takes = time.monotonic() - begun
        check(err, status == 1)  # one is refused
        expected = (work / "whole/findings.jsonl").read_bytes()
        check("no flag compares records", b'"F4"' in expected)
        documents = expected.count(b"\n")
        lists = ["--manifest", str(SOURCE / "fixtures/month/cases.csv")]
        status, _, err = run(work, "audit", "records", *lists, "--out", "joined", "--jobs", "2")
        check(err, status == 1)
        expected_joined = (work / "joined/findings.jsonl").read_bytes()
        check("the list changes nothing", expected_joined != expected)
        for number in range(options.kills):
            in_store = number % 2 == 0
            where = ["--store", "council.db"] if in_store else ["--out", "killed"]
            joined = number // 2 % 2 == 1
            where += lists if joined else []
            audit = ["audit", "records", *where, "--jobs", str(chance.choice([1, 2]))]
            shutil.rmtree(work / "killed", ignore_errors=True)
            status, out, err = run(work, *audit, kill_after=chance.uniform(0, takes))
            ended = status == 1
            again = not ended and chance.random() < 1 / 3
            if again:
                status, out, err = run(work, *audit, "--resume", kill_after=chance.uniform(0, takes))
                ended = status == 1
                tally["killed twice"] += 1
            if ended:
                tally["after the end"] += 1
            else:
                left = [work / "council.db"] if in_store else list(work.glob("killed.part-*/run.db"))
                check("more than one run was left behind", len(left) <= 1)
                there = committed(left[0], in_store) if left else 0
                status, out, err = run(work, *audit, "--resume")
                check(f"went on with status {status}: {err}", status == 1)
                found = re.search(r"Taken over from the run that broke off: (\d+) record", out)
                taken = int(found.group(1)) if found else 0
                # At the very end, when the run is whole and only its folder is to be put in place, it begins anew.
                check(f"of {there} records {taken} were taken over", taken == there or (there == documents and not taken))
                tally["part was taken over" if taken else "before anything was kept"] += 1
            check(f"kill {number} of seed {options.seed}: other findings", findings(work, in_store) == (expected_joined if joined else expected))
            if joined:
                check(f"kill {number}: cases", cases(work / "council.db" if in_store else work / "killed/run.db") ==
                      cases(work / "joined/run.db"))
            beside = sorted(path.name for path in work.iterdir() if ".part" in path.name or "-compared-" in path.name)
            check(f"left beside: {beside}", beside == [])
        print(f"{options.kills} kills, {documents} records, {takes:.1f} s undisturbed, seed {options.seed}: "
              + ", ".join(f"{count} {what}" for what, count in tally.items()))
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
