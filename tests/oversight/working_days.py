#!/usr/bin/env python3
"""Working days between 10,000 random pairs of days of 2009 to 2027: the program's count against an independent list.

    working_days.py COUNTER CALENDAR [SEED]     COUNTER prints, for each line "from to", the working days between
"""

import datetime
import random
import subprocess
import sys

import bank_holidays

PAIRS = 10_000


def pairs(chance):
    """Half of them as far apart as work may be, where one holiday decides; the others at any distance."""
    span = (bank_holidays.LAST - bank_holidays.FIRST).days
    for i in range(PAIRS):
        first = bank_holidays.FIRST + datetime.timedelta(days=chance.randint(0, span))
        reach = min(100, (bank_holidays.LAST - first).days) if i % 2 else (bank_holidays.LAST - first).days
        yield first, first + datetime.timedelta(days=chance.randint(0, reach))


def main():
    counter, calendar = sys.argv[1:3]
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 2027
    asked = list(pairs(random.Random(seed)))
    # Every holiday, with the day before and behind it, whatever chance brings.
    day = datetime.timedelta(days=1)
    asked += [(one - day, one + shift) for one in sorted(bank_holidays.HOLIDAYS) for shift in (0 * day, day)
              if one - day >= bank_holidays.FIRST and one + shift <= bank_holidays.LAST]
    lines = "".join(f"{first} {last}\n" for first, last in asked)
    done = subprocess.run([counter, calendar], input=lines, capture_output=True, text=True, timeout=60, check=True)
    told = [int(line) for line in done.stdout.split()]
    assert len(told) == len(asked), f"{len(told)} answers to {len(asked)} questions"
    wrong = [(first, last, count, bank_holidays.working_days(first, last))
             for (first, last), count in zip(asked, told) if count != bank_holidays.working_days(first, last)]
    for first, last, count, right in wrong[:10]:
        print(f"{first} to {last}: {count}, but {right} by the list")
    print(f"{len(asked)} pairs (seed {seed}), {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
