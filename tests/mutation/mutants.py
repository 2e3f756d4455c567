#!/usr/bin/env python3
"""Whether the tests notice when one line of the program is wrong.

    mutants.py BUILD [--count N] [--seed N] [--only ROOM] [--list] [--markdown FILE]

Breaks one line at a time of the rooms that count and judge (statistics, evaluation, comparison, sampling, timeliness),
builds that room's test program in a copy of the source tree, and runs it. A mutant is noticed where the test program
fails, hangs or dies; it survives where all tests pass; one that does not compile is no mutant, and another is drawn.
BUILD is a configured build folder, whose preset and compiler settings the copy takes over; the source tree itself is
never touched. The same seed draws the same mutants of the same source. Exits 1 where fewer than four of five were
noticed. survivors.txt beside this script says of those that are known why they stand: FILE: LINE OF CODE -> MUTANT.
"""
import argparse
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
# Files that compute or decide, by the test program that has to notice. What only words or writes is left out.
ROOMS = {
    "statistics": ["agreement.cc", "bootstrap.cc", "interval.cc", "prevalence.cc", "run_chart.cc", "sample_size.cc"],
    "evaluation": ["score.cc", "scoring_text.cc", "whole.cc", "answer.cc", "evaluate.cc"],
    "comparison": ["compare.cc", "records.cc", "trend.cc", "comparators.cc"],
    "sampling": ["allocate.cc", "draw.cc", "frame.cc", "list_sum.cc"],
    "timeliness": ["checks.cc", "judge.cc", "suppress.cc", "tally.cc", "work.cc"],
}
NOTICED_AT_LEAST = 0.8
SECONDS = 120  # for one run of a test program; they take a few

# What a slip of the hand or of the mind would make of a line.
CHANGES = [
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "), (r" == ", " != "), (r" != ", " == "),
    (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" / ", " * "),
    (r"\+= ", "-= "), (r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\b0\b(?!\.)", "1"), (r"\b1\b(?!\.)", "2"),
    (r"\b2\b(?!\.)", "3"), (r"std::max\b", "std::min"), (r"std::min\b", "std::max"), (r"if \((?!!)", "if (!("),
    (r"\+\+(?=\w)", "--"), (r"\bcontinue;", "break;"), (r"^(\s*)(?!return|const|auto|if|for|}|#|using)(\w[^;{}]*;)$",
                                                        r"\1"),
]


def mutants_of(path):
    """(line number, line, changed line), each change at its first place in the line."""
    out = []
    deep = 0
    for number, line in enumerate(path.read_text().splitlines(), 1):
        code = line.split("//")[0]
        inside = deep > 0
        deep += code.count("{") - code.count("}")
        # Only bodies: includes, declarations and constants at the top of a file are no lines that run.
        if not inside or not code.strip() or code.lstrip().startswith(("#", "namespace", "assert", "static_assert")):
            continue
        for pattern, put in CHANGES:
            changed = re.sub(pattern, put, code, count=1)
            if put == "if (!(" and changed != code:
                changed = closed(changed)
            if changed is not None and changed != code:
                out.append((number, line, changed))
    return out


def closed(line):
    """The line with a bracket that ends the negated condition; None where the condition goes on below."""
    at = line.index("if (!(") + len("if (!(")
    depth = 1
    for i in range(at, len(line)):
        depth += {"(": 1, ")": -1}.get(line[i], 0)
        if depth == 0:
            return line[:i] + ")" + line[i:]
    return None


def known_survivors():
    file = HERE / "survivors.txt"
    out = {}
    if file.exists():
        for line in file.read_text().splitlines():
            if " # " in line and not line.startswith("#"):
                mutant, reason = line.rsplit(" # ", 1)
                out[mutant.strip()] = reason.strip()
    return out


def name_of(file, line, changed):
    return f"{file}: {line.strip()} -> {changed.strip() or '(left out)'}"


class Tree:
    """A copy of the sources with a build folder of its own."""

    def __init__(self, build, folder):
        self.source = pathlib.Path(folder) / "source"
        self.build = self.source / "build"  # where it stands in a checkout, so that a compiler's cache knows the files
        shutil.copytree(SOURCE, self.source, ignore=shutil.ignore_patterns("build", ".git", "node_modules"))
        cache = (pathlib.Path(build) / "CMakeCache.txt").read_text()
        wanted = re.findall(r"^((?:AUDITOR_\w+|CMAKE_BUILD_TYPE|CMAKE_CXX_COMPILER_LAUNCHER)):\w+=(.*)$", cache, re.M)
        settings = [f"-D{name}={value}" for name, value in wanted]
        subprocess.run(["cmake", "-S", self.source, "-B", self.build, "-G", "Ninja", *settings, "-DAUDITOR_TESTS=ON"],
                       check=True, stdout=subprocess.DEVNULL)

    def made(self, room):
        return subprocess.run(["ninja", "-C", self.build, f"{room}_tests"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def passes(self, room):
        try:
            return subprocess.run([self.build / "bin" / f"{room}_tests", "--log_level=nothing"], cwd=self.source,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  timeout=SECONDS).returncode == 0
        except subprocess.TimeoutExpired:
            return False


def drawn(rooms, seed):
    all_of = [(room, file, *mutant) for room in rooms for file in ROOMS[room]
              for mutant in mutants_of(SOURCE / "auditor" / room / file)]
    random.Random(seed).shuffle(all_of)
    # One room after the other in turn, so that few mutants still say something of each.
    by_room = {room: [mutant for mutant in all_of if mutant[0] == room] for room in rooms}
    while any(by_room.values()):
        for room in rooms:
            if by_room[room]:
                yield by_room[room].pop()


def run(arguments):
    rooms = [arguments.only] if arguments.only else list(ROOMS)
    known = known_survivors()
    figures = {room: [0, 0] for room in rooms}
    survivors = []
    with tempfile.TemporaryDirectory(prefix="auditor-mutants-") as folder:
        tree = Tree(arguments.build, folder)
        for room in rooms:
            if not tree.made(room) or not tree.passes(room):
                sys.exit(f"{room}_tests do not pass before anything is broken")
        tried = 0
        for room, file, number, line, changed in drawn(rooms, arguments.seed):
            if tried == arguments.count:
                break
            path = tree.source / "auditor" / room / file
            whole = path.read_text()
            lines = whole.splitlines(keepends=True)
            lines[number - 1] = changed + "\n"
            path.write_text("".join(lines))
            if tree.made(room):
                tried += 1
                figures[room][1] += 1
                if tree.passes(room):
                    survivors.append((f"{room}/{file}", number, line, changed))
                    print(f"survived: {room}/{file}:{number}: {line.strip()} -> {changed.strip() or '(left out)'}",
                          flush=True)
                else:
                    figures[room][0] += 1
            path.write_text(whole)
    noticed = sum(figure[0] for figure in figures.values())
    all_tried = sum(figure[1] for figure in figures.values())
    rows = [f"| {room} | {figure[1]} | {figure[0]} |" for room, figure in figures.items()]
    table = "\n".join(["| room | broken lines | noticed |", "|---|---:|---:|", *rows,
                       f"| together | {all_tried} | {noticed} |"])
    print(table)
    for file, number, line, changed in survivors:
        name = name_of(file, line, changed)
        print(f"{file}:{number}: {known.get(name, 'no reason is known: a test is missing')}")
    if arguments.markdown:
        pathlib.Path(arguments.markdown).write_text(table + "\n")
    return 0 if all_tried and noticed / all_tried >= NOTICED_AT_LEAST else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=list(ROOMS))
    parser.add_argument("--list", action="store_true", help="print every mutant there is, and try none")
    parser.add_argument("--markdown", help="write the table to a file")
    arguments = parser.parse_args()
    if arguments.list:
        for room, file, number, line, changed in drawn([arguments.only] if arguments.only else list(ROOMS),
                                                       arguments.seed):
            print(f"{room}/{file}:{number}: {line.strip()} -> {changed.strip() or '(left out)'}")
        return 0
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
