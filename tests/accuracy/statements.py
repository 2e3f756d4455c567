#!/usr/bin/env python3
"""How well the program reads single statements: polarity, time, source, about, general, specific.

    statements.py PROGRAM STATEMENTS.jsonl [--ids FILE] [--misses FIELD] [--keep DIR]

Each line of STATEMENTS.jsonl holds a text with the child, the people, the heading, what kind of text it is, and a careful
reader's answers. It is written into a small HTML record of its own and read by `PROGRAM text FILE --statements`; the
statement that overlaps the text most (the first of several) is compared. The program's mood and standing are folded into
the line's `time`: superseded, else intended (also directed), conditional (also hedged), else past or present; `specific`
is content at or above a threshold.
"""
import argparse
import html
import json
import os
import subprocess
import sys
import tempfile

SPECIFIC = 2  # content words and anchors
FIELDS = ("polarity", "time", "source", "about", "general", "specific")


def row(cells, tag="td"):
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def record(line):
    """The line as an HTML record, with the text in the shape that its kind asks for."""
    people, family, workers = line["people"], [], []
    for name, role in people.items():
        (workers if role in ("social worker", "team manager") else family).append((name, role))
    out = ["<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Record</title></head><body>",
           "<h1>Child and Family Assessment</h1><table>", row(("Child's name", line["child"])), row(("Date of birth", "")),
           "</table>"]
    if family:
        out += ["<h2>Family and professionals</h2><table>", row(("Name", "Relationship / role"), "th")]
        out += [row(pair) for pair in family]
        out += ["</table>"]
    if workers:
        out += ["<table>"] + [row((role.capitalize(), name)) for name, role in workers] + ["</table>"]
    if line["heading"]:
        out += [f"<h2>{html.escape(line['heading'])}</h2>"]
    elif line["kind"] != "letter":
        out += ["<h2>Assessment</h2>"]
    text, kind = line["text"], line["kind"]
    if kind == "row":
        out += ["<table>", row([cell.strip() for cell in text.split("|")]), "</table>"]
    elif kind == "letter":
        if not text.startswith("Dear"):
            out += [f"<p>Dear {html.escape(line['child'].split()[0])},</p>"]
        out += [f"<p>{html.escape(text)}</p>"]
    else:
        out += [f"<p>{html.escape(text)}</p>"]
    return "\n".join(out + ["</body></html>"])


def overlap(statement, text):
    """How many words of the text the statement covers, by their order."""
    wanted = [word for word in text.replace("|", " ").split() if word]
    have = set(statement["text"].replace("|", " ").split())
    return sum(1 for word in wanted if word in have)


def folded(statement):
    if statement["standing"] == "superseded":
        time = "superseded"
    elif statement["mood"] in ("intended", "directed"):
        time = "intended"
    elif statement["mood"] in ("conditional", "hedged"):
        time = "conditional"
    else:
        time = "past" if statement["time"] == "past" else "present"
    return {"polarity": statement["polarity"], "time": time, "source": statement["source"], "about": statement["about"],
            "general": statement["general"], "specific": statement["content"] >= SPECIFIC}


def read(program, path):
    run = subprocess.run([program, "text", path, "--statements"], capture_output=True, text=True, timeout=60)
    if run.returncode != 0:
        sys.exit(f"{program} text {path}: exit {run.returncode}: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def f1(pairs, positive):
    hits = sum(1 for want, got in pairs if want == got == positive)
    wanted = sum(1 for want, _ in pairs if want == positive)
    given = sum(1 for _, got in pairs if got == positive)
    return 2 * hits / (wanted + given) if wanted + given else 1.0


def main():
    parser = argparse.ArgumentParser(description="Accuracy of the reading of single statements")
    parser.add_argument("program")
    parser.add_argument("statements")
    parser.add_argument("--ids", help="a file of ids, one a line: only these lines")
    parser.add_argument("--misses", metavar="FIELD", help="print the lines where FIELD is wrong (or 'all')")
    parser.add_argument("--keep", metavar="DIR", help="keep the records that were written")
    arguments = parser.parse_args()
    with open(arguments.statements, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    if arguments.ids:
        with open(arguments.ids, encoding="utf-8") as file:
            ids = {int(word) for word in file.read().split()}
        lines = [line for line in lines if line["id"] in ids]
    pairs = {field: [] for field in FIELDS}
    unread = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or scratch
        os.makedirs(folder, exist_ok=True)
        for line in lines:
            path = os.path.join(folder, f"{line['id']:03d}.html")
            with open(path, "w", encoding="utf-8") as file:
                file.write(record(line))
            statements = read(arguments.program, path)
            best = max(statements, key=lambda s: overlap(s, line["text"]), default=None)
            if best is None or overlap(best, line["text"]) == 0:
                unread += 1
                if arguments.misses:
                    print(f"{line['id']} not read: {line['text']}")
                best = {"standing": "current", "mood": "asserted", "time": "present", "polarity": "affirmed",
                        "source": "worker", "about": "child", "general": False, "content": 0, "unit": "none"}
            got = folded(best)
            for field in FIELDS:
                pairs[field].append((line[field], got[field]))
                if arguments.misses in (field, "all") and line[field] != got[field]:
                    print(f"{line['id']} [{line['kind']}>{best['unit']}] {field}: wanted {line[field]}, got {got[field]}"
                          f" (content {best['content']})\n    {line['text']}")
    print(f"{len(lines)} statements, {unread} not read")
    for field in FIELDS:
        right = sum(1 for want, got in pairs[field] if want == got)
        extra = ""
        if field == "polarity":
            extra = f"   F1 of denied {f1(pairs[field], 'denied'):.3f}"
        elif field == "time":
            extra = "   " + "  ".join(f"{t} F1 {f1(pairs[field], t):.3f}"
                                      for t in ("intended", "past", "present", "conditional", "superseded"))
        elif field == "general":
            extra = f"   F1 {f1(pairs[field], True):.3f}"
        elif field == "specific":
            extra = f"   F1 {f1(pairs[field], True):.3f}   (content >= {SPECIFIC})"
        print(f"{field:9} {right / max(1, len(lines)):.3f}{extra}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
