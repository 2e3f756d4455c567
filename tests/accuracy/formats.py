#!/usr/bin/env python3
"""Whether a record reads and is judged alike in every format it may arrive in.

    formats.py PROGRAM ORIGINALS FOLDER [FOLDER ...] [--differences]

ORIGINALS holds records as HTML; a FOLDER holds the same records, by name, in another format. For each folder is printed: token
F1 of the text that the program sees against the original's (mean, least), the share of the originals' table rows and cells that
are a row and a cell with the same words in its structure, and the share of ratings that are the same as the original's.
--differences lists what differs: words missing and added, cells not found, ratings. The original's text, rows and cells are read
here with Python's own HTML parser, so that the program's HTML reader (give ORIGINALS as a FOLDER too) is judged as the others are.
"""
import argparse
import glob
import html.parser
import json
import os
import re
import subprocess
from collections import Counter


def words(text):
    return re.findall(r"\w+", text.casefold())


class Original(html.parser.HTMLParser):
    """The text of a page, and the words of each table row and cell; those of a nested table belong to both."""

    HIDDEN = {"script", "style", "head", "title", "template"}

    def __init__(self, source):
        super().__init__()
        self.hidden, self.text, self.rows, self.cells, self.open = 0, [], [], [], []
        self.feed(source)
        while self.open:
            self.close_one()

    def close_one(self):
        kind, parts = self.open.pop()
        (self.rows if kind == "tr" else self.cells).append(" ".join(parts))

    def handle_starttag(self, tag, attributes):
        if tag in self.HIDDEN and tag != "head":
            self.hidden += 1
        if tag in ("td", "th"):
            self.open.append(("td", []))
        elif tag == "tr":
            self.open.append(("tr", []))
        values = dict(attributes)
        if tag == "input" and values.get("type", "text") == "text" and values.get("value"):
            self.handle_data(values["value"])

    def handle_endtag(self, tag):
        if tag in self.HIDDEN and tag != "head":
            self.hidden = max(0, self.hidden - 1)
        kind = "td" if tag in ("td", "th") else tag
        if any(k == kind for k, _ in self.open) and kind in ("td", "tr"):
            while self.open[-1][0] != kind:
                self.close_one()
            self.close_one()

    def handle_data(self, data):
        if self.hidden:
            return
        self.text.append(data)
        for _, parts in self.open:
            parts.append(data)


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def structure(program, path):
    """The words of every row and cell, as two bags."""
    out = run(program, "text", path, "--structure")
    if not out:
        return "", Counter(), Counter()
    document = json.loads(out)
    raw = document["text"].encode()
    rows, cells = {}, Counter()
    for block in document["blocks"]:
        if block["kind"] != "cell":
            continue
        text = raw[block["start"]:block["end"]].decode(errors="replace")
        cells[tuple(words(text))] += 1
        rows.setdefault((block["table"], block["row"]), []).append(text)
    return document["text"], Counter(tuple(words(" ".join(row))) for row in rows.values()), cells


def found(theirs, ours):
    theirs = Counter({k: n for k, n in theirs.items() if k})
    return sum((theirs & ours).values()), sum(theirs.values()), theirs - ours


def ratings(program, folder):
    out = {}
    for line in run_any(program, folder).splitlines():
        document = json.loads(line)
        stem = os.path.splitext(os.path.basename(document["path"]))[0]
        out[stem] = {item["id"]: item["rating"] for item in document.get("items", [])}
    return out


def run_any(program, folder):
    return subprocess.run([program, "audit", folder, "--format", "jsonl", "--out", "-", "--quiet", "--no-across",
                           "--checklist", "assessment"],
                          capture_output=True, text=True).stdout


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("program")
    p.add_argument("originals")
    p.add_argument("folders", nargs="+")
    p.add_argument("--differences", action="store_true")
    o = p.parse_args()
    originals = {}
    for path in sorted(glob.glob(os.path.join(o.originals, "*.html"))):
        with open(path, encoding="utf-8") as f:
            originals[os.path.splitext(os.path.basename(path))[0]] = Original(f.read())
    rated = ratings(o.program, o.originals)
    for folder in o.folders:
        paths = {os.path.splitext(os.path.basename(path))[0]: path for path in sorted(glob.glob(os.path.join(folder, "*")))}
        ours = ratings(o.program, folder)
        scores, rows, cells, same, judged = [], [0, 0], [0, 0], 0, 0
        for stem, original in originals.items():
            text, our_rows, our_cells = structure(o.program, paths[stem]) if stem in paths else ("", Counter(), Counter())
            a, b = Counter(words(" ".join(original.text))), Counter(words(text))
            total = sum(a.values()) + sum(b.values())
            scores.append(2 * sum((a & b).values()) / total if total else 1.0)
            hit, n, no_row = found(Counter(tuple(words(row)) for row in original.rows), our_rows)
            rows = [rows[0] + hit, rows[1] + n]
            hit, n, no_cell = found(Counter(tuple(words(cell)) for cell in original.cells), our_cells)
            cells = [cells[0] + hit, cells[1] + n]
            other = [(item, r, ours.get(stem, {}).get(item)) for item, r in rated[stem].items() if ours.get(stem, {}).get(item) != r]
            same, judged = same + len(rated[stem]) - len(other), judged + len(rated[stem])
            if o.differences:
                for name, bag in (("missing", a - b), ("added", b - a)):
                    if bag:
                        print(f"  {stem} {name}: {' '.join(list(bag.elements())[:20])}")
                for cell in list(no_cell)[:8]:
                    print(f"  {stem} no cell: {' '.join(cell)[:100]}")
                for item, theirs, mine in other:
                    print(f"  {stem} {item}: {theirs} in the original, {mine} here")
        share = lambda pair: f"{pair[0] / pair[1]:.3f}" if pair[1] else "-"
        print(f"{folder}: {len(paths)} of {len(originals)} records; F1 mean {sum(scores) / len(scores):.4f} least {min(scores):.4f}; "
              f"rows {share(rows)} of {rows[1]}, cells {share(cells)} of {cells[1]}; same ratings {share((same, judged))} of {judged}")


if __name__ == "__main__":
    main()
