#!/usr/bin/env python3
"""How often the subject children of a record are told exactly.

    children.py PROGRAM FOLDER...

Each folder holds NN.html with NN.json beside it; `PROGRAM text FILE --people` must name the same children as `children`.
"""
import glob
import json
import os
import subprocess
import sys


def main():
    program, folders = sys.argv[1], sys.argv[2:]
    right = total = 0
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
            with open(path, encoding="utf-8") as file:
                wanted = json.load(file)["children"]
            run = subprocess.run([program, "text", path[:-5] + ".html", "--people"], capture_output=True, text=True, timeout=60)
            people = [json.loads(line) for line in run.stdout.splitlines()] if run.returncode == 0 else []
            got = [person["name"] for person in people if person["subject"]]
            total += 1
            right += sorted(wanted) == sorted(got)
            if sorted(wanted) != sorted(got):
                print(f"{path}: wanted {wanted}, got {got}")
    print(f"children exactly right in {right} of {total}")


if __name__ == "__main__":
    main()
