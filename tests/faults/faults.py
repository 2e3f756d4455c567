#!/usr/bin/env python3
"""Faults drawn by a seed, each done to a run of the program; afterwards every document that was not hit must have the
findings of an undisturbed run, what was hit must be told, and no word of a record may be anywhere but in the run's files.

    faults.py PROGRAM SOURCE_DIR [--count N] [--seed N] [--only KIND] [--markdown FILE] [--together N]

Every kind comes once before one comes twice, in an order drawn by the seed. A fault that fails is told with its number:
the same seed and count do the same again, as far as moments can be the same. With --markdown the table of kinds, times
and outcomes is put into FILE between its markers.
"""

import argparse
import collections
import concurrent.futures
import pathlib
import random
import re
import sys
import time

import disks
import inputs
import processes
import strangers
from place import Broken, Place, Undisturbed

KINDS = {
    "kill -9 of the program": processes.kill,
    "the program crashes": processes.crash,
    "interrupted, asked to end, hung up": processes.interrupt,
    "power cut": disks.power_cut,
    "full disk": disks.full_disk,
    "file size limit": disks.largest_file,
    "standard output full": disks.output_full,
    "output folder removed": disks.folder_removed,
    "input unreadable": inputs.unreadable,
    "input changed during the run": inputs.changed,
    "worker crashes": processes.worker_crash,
    "worker out of memory": processes.worker_leak,
    "worker out of processor time": processes.worker_spins,
    "worker hangs": processes.worker_hangs,
    "stranger's checklist": strangers.stranger,
}
SLOW = "worker hangs"  # waits for the limit of a document's time: in few of the faults, and beside others
BEGIN, END = "<!-- faults.py: begin -->", "<!-- faults.py: end -->"


def drawn(chance, count, kinds):
    """Which kinds, in order; the slow one once in thirty or so."""
    order = []
    while len(order) < count:
        turn = [kind for kind in kinds if kind != SLOW or len(kinds) == 1 or len(order) % 30 < len(kinds)]
        chance.shuffle(turn)
        order += turn
    order = order[:count]
    return sorted(order, key=lambda kind: kind != SLOW)  # the slow ones begin first


def one(number, kind, seed, undisturbed):
    """The fault's outcome, or what is wrong; the seconds it took."""
    begun = time.monotonic()
    with Place(undisturbed, random.Random(f"{seed}-{number}")) as place:
        try:
            outcome = KINDS[kind](place)
            place.clean()
            return outcome, "", time.monotonic() - begun
        except (Broken, OSError, KeyError, ValueError) as broken:
            return "", f"fault {number} of seed {seed}, {kind}: {broken!r}", time.monotonic() - begun


def table(outcomes):
    rows = ["| fault | times | what came of it |", "|---|---|---|"]
    for kind in KINDS:
        if outcomes[kind]:
            told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes[kind].items(), key=lambda x: (-x[1], x[0])))
            rows.append(f"| {kind} | {sum(outcomes[kind].values())} | {told} |")
    return "\n".join(rows)


def put_into(path, text):
    whole = path.read_text()
    path.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: f"{BEGIN}\n{text}\n{END}", whole, flags=re.DOTALL))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--markdown", type=pathlib.Path)
    parser.add_argument("--together", type=int, default=2)
    options = parser.parse_args()
    begun = time.monotonic()
    undisturbed = Undisturbed(options.program, str(options.source.resolve() / "checklists/assessment.xml"))
    kinds = [options.only] if options.only else list(KINDS)
    if not disks.can_mount():
        print("faults.py: no small disk can be mounted here: 'full disk' is left out")
        kinds = [kind for kind in kinds if kind != "full disk"]
    order = drawn(random.Random(options.seed), options.count, kinds)
    outcomes, wrong, slowest = collections.defaultdict(collections.Counter), [], (0, "")
    slow = order.count(SLOW)
    with concurrent.futures.ThreadPoolExecutor(options.together + min(slow, 4)) as pool:
        for kind, (outcome, broken, took) in zip(order, pool.map(
                lambda at: one(at[0], at[1], options.seed, undisturbed), enumerate(order))):
            if broken:
                print(broken, flush=True)
                wrong.append(broken)
            outcomes[kind][outcome or "WRONG"] += 1
            slowest = max(slowest, (took, kind))
    text = table(outcomes)
    print(f"{text}\n\n{len(order)} faults, seed {options.seed}, {time.monotonic() - begun:.0f} s, {len(wrong)} wrong; "
          f"the slowest: {slowest[1]}, {slowest[0]:.0f} s")
    if options.markdown and not wrong:
        put_into(options.markdown, text)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
