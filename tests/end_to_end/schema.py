#!/usr/bin/env python3
"""Checks findings.jsonl against its published schema, with another people's validator: what the program makes of every
fixture of fixtures/batches and of the sample exports fits, and lines made wrong in every member do not.

    schema.py PROGRAM SOURCE_DIR
"""

import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SCHEMA = json.loads((SOURCE / "auditor" / "reports" / "findings.schema.json").read_text())


def audited(inputs):
    """The lines of one run over all of the inputs, by way of the stored run."""
    with tempfile.TemporaryDirectory(prefix="auditor-schema-") as work:
        subprocess.run([PROGRAM, "audit", *map(str, inputs), "--quiet", "--format", "jsonl", "--out", "run"], cwd=work,
                       capture_output=True, timeout=600, check=False)
        lines = (pathlib.Path(work) / "run" / "findings.jsonl").read_text().splitlines()
        shutil.rmtree(pathlib.Path(work) / "run")
    return lines


def places(value, path=()):
    """Every place of a value, outermost first."""
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


def changed(line, path, change):
    out = copy.deepcopy(line)
    holder = out
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return out


def drop(holder, key):
    del holder[key]


def mistype(holder, key):
    holder[key] = {"wrong": 1} if not isinstance(holder[key], dict) else "wrong"


def add(holder, key):
    holder[key]["surprise"] = 1


def wrongs(line):
    """Copies of a line, each wrong in one place, with what was done there."""
    for path in places(line):
        if not path:
            continue
        holder = line
        for key in path[:-1]:
            holder = holder[key]
        yield "mistyped", path, changed(line, path, mistype)
        if isinstance(holder[path[-1]], dict):
            yield "one more", path, changed(line, path, add)
        # Of the first of a list only: all of them are alike. What may be missing is named.
        optional = {"path_base64", "team", "worker", "manager", "timeliness", "twin", "first"}
        if isinstance(holder, dict) and path[-1] not in optional:
            yield "dropped", path, changed(line, path, drop)


def main():
    validator_class = jsonschema.validators.validator_for(SCHEMA)
    validator_class.check_schema(SCHEMA)
    validator = validator_class(SCHEMA)
    failed = 0
    inputs = sorted((SOURCE / "fixtures" / "batches").glob("*/input"))
    lines = audited([*inputs, SOURCE / "fixtures" / "exports"])
    for expected in sorted((SOURCE / "fixtures").glob("*/*/findings.jsonl")):
        lines += expected.read_text().splitlines()
    seen = set()
    for text in lines:
        line = json.loads(text)
        seen.add(line["status"])
        for error in validator.iter_errors(line):
            failed += 1
            print(f"{line['path']}: {error.json_path}: {error.message[:200]}")
    missing = {"audited", "refused"} - seen
    if missing:
        failed += 1
        print(f"no line of {sorted(missing)}: this checks less than it should")
    # Wrong lines: one that was audited, cut down to a few items, and one that was refused.
    whole = next(line for line in map(json.loads, lines) if line["status"] == "audited" and line.get("timeliness"))
    kept = {}
    for item in whole["items"]:
        kept.setdefault((item["rating"], "confidence" in item), item)
    whole["items"] = list(kept.values())
    refused = next(line for line in map(json.loads, lines) if line["status"] == "refused")
    tried = 0
    for line in (whole, refused):
        for done, path, wrong in wrongs(line):
            tried += 1
            if validator.is_valid(wrong):
                failed += 1
                print(f"fits although {done}: {'/'.join(map(str, path))}")
    print(f"{len(lines)} lines, {tried} wrong ones, {failed} failed")
    return 1 if failed or tried < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
