#!/usr/bin/env python3
"""Runs the built program on every case of fixtures/batches and compares everything that it gives.

    cases.py PROGRAM FOLDER [--accept] [CASE...]

A case is a folder with
    arguments   one argument a line; the program runs in a copy of the folder's input/
    prepare     (may be missing) a shell script that makes there what a repository can't hold
    status      expected exit status
    stdout, stderr, findings.jsonl   expected whole; a missing file means that nothing is expected
findings.jsonl is what the run left in audit-report/. --accept writes what came out as what is expected.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

TEXTS = ("stdout", "stderr", "findings.jsonl")


def run_case(program, case):
    """What the program gave, by the name of the file that expects it."""
    with tempfile.TemporaryDirectory(prefix="auditor-case-") as folder:
        work = pathlib.Path(folder, "work")
        if (case / "input").is_dir():
            shutil.copytree(case / "input", work, symlinks=True)
        else:
            work.mkdir()
        if (case / "prepare").exists():
            subprocess.run(["sh", "-eu", str(case.resolve() / "prepare")], cwd=work, check=True)
        arguments = (case / "arguments").read_text().splitlines()
        done = subprocess.run([program, *arguments], cwd=work, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
        findings = work / "audit-report" / "findings.jsonl"
        left = sorted(entry.name for entry in work.iterdir() if ".part" in entry.name)
        return {
            "status": f"{done.returncode}\n",
            "stdout": done.stdout.decode(errors="backslashreplace"),
            "stderr": done.stderr.decode(errors="backslashreplace") + "".join(f"left behind: {name}\n" for name in left),
            "findings.jsonl": findings.read_text() if findings.exists() else "",
        }


def expected(case, name):
    path = case / name
    return path.read_text() if path.exists() else ""


def accept(case, given):
    for name, text in given.items():
        if text:
            (case / name).write_text(text)
        else:
            (case / name).unlink(missing_ok=True)


def main():
    words = [word for word in sys.argv[1:] if word != "--accept"]
    program, folder, only = words[0], pathlib.Path(words[1]), words[2:]
    cases = sorted(path.parent for path in folder.glob("*/arguments"))
    if only:
        cases = [case for case in cases if case.name in only]
    if not cases:
        print("no such case")
        return 1
    failed = 0
    for case in cases:
        given = run_case(str(pathlib.Path(program).resolve()), case)
        if "--accept" in sys.argv:
            accept(case, given)
            continue
        different = [name for name in ("status", *TEXTS) if given[name] != expected(case, name)]
        failed += bool(different)
        for name in different:
            print(f"{case.name}: {name} differs\n--- expected\n{expected(case, name)}--- given\n{given[name]}---")
    print(f"{len(cases)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
