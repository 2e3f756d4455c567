#!/usr/bin/env python3
"""Puts measured figures into the table of items in checklists/README.md.

    table.py FIGURES.json README.md [--write]

FIGURES.json is what `measure.py ... --json` wrote. Rows of README.md that begin with an item's id end in three columns of
figures: QWK with its interval, lean, evidence hit. Without --write the new rows are only printed.
"""
import argparse
import json
import re

COLUMNS = 3


def cell(value, form):
    return "n/a" if value is None else format(value, form)


def figures(item):
    ends = item["interval"]
    kappa = cell(item["qwk"], ".2f") + (f" ({ends[0]:.2f}-{ends[1]:.2f})" if ends else "")
    return [kappa, cell(item["lean"], "+.2f"), cell(item["evidence_hit"], ".2f")]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("figures")
    p.add_argument("readme")
    p.add_argument("--write", action="store_true")
    o = p.parse_args()
    with open(o.figures, encoding="utf-8") as file:
        items = json.load(file)["items"]
    with open(o.readme, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for i, line in enumerate(lines):
        row = re.match(r"\| (\w+) \|", line)
        if row and row[1] in items:
            cells = [c.strip() for c in line.strip("|").split(" | ")]
            lines[i] = "| " + " | ".join(cells[:-COLUMNS] + figures(items[row[1]])) + " |"
            if not o.write:
                print(lines[i])
    if o.write:
        with open(o.readme, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
