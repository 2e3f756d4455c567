"""A batch of marked records, audited as it is and pseudonymised: each record's text, findings and path in both runs."""
import dataclasses
import json
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile


class RunError(Exception):
    """The program failed, or its two runs can't be laid side by side."""


@dataclasses.dataclass
class Record:
    """One record of one run."""
    path: str  # below the batch's folder where the run says it so
    text: str
    finding: dict
    stored: list  # (table.column, string) of what run.db says of it besides text and quotes

    def elsewhere(self):
        """(place, string) of everything but text, quotes and path."""
        yield from strings(self.finding, "")
        yield from self.stored


def strings(value, place):
    """(place, string) of the strings within a JSON value; digests tell nothing of people, quotes and paths are measured apart."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, place)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("quote", "path", "path_base64", "sha256"):
                yield from strings(part, f"{place} {key}".strip())


def text_of(program, path):
    run = subprocess.run([program, "text", str(path)], capture_output=True, check=False)
    if run.returncode:
        raise RunError(f"{path}: cannot be read: {run.stderr.decode(errors='replace').strip()}")
    return run.stdout.decode()


def read_run(folder):
    """The records of a stored run, in its order."""
    lines = (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    findings = [json.loads(line) for line in lines]
    # Read and write: a database in WAL mode opens no other way once its writer is gone.
    store = sqlite3.connect(folder / "run.db")
    numbers = [row[0] for row in store.execute("SELECT document FROM document ORDER BY document")]
    texts = dict(store.execute("SELECT document, text FROM document_text"))
    if len(numbers) != len(findings):
        raise RunError(f"{folder}: {len(numbers)} documents in run.db, {len(findings)} in findings.jsonl")
    stored = {number: [] for number in numbers}
    tables = [row[0] for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        if "document" not in columns or table == "document_text":
            continue
        for row in store.execute(f"SELECT * FROM {table}"):
            said = dict(zip(columns, row))
            stored.setdefault(said["document"], []).extend(
                (f"{table}.{column}", value) for column, value in said.items()
                if isinstance(value, str) and column not in ("quote", "path", "sha256"))
    store.close()
    return [Record(finding["path"], texts.get(number, ""), finding, stored[number])
            for number, finding in zip(numbers, findings)]


def audit(program, batch, out, *options):
    run = subprocess.run([program, "audit", str(batch), "--out", str(out), "--quiet", *options],
                         capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise RunError(f"{program} audit {' '.join(options)}: {run.stderr.strip()}")
    return read_run(out)


def audit_twice(program, records):
    """[(marks, plain, renamed)] of the marked records. A renamed record is known by its file's sha256, or else by its place."""
    with tempfile.TemporaryDirectory(prefix="auditor-names-") as work:
        batch = pathlib.Path(work) / "batch"
        for marks in records:
            to = batch / marks.path
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(marks.record, to)
        plain = audit(program, batch, pathlib.Path(work) / "plain")
        renamed = audit(program, batch, pathlib.Path(work) / "renamed", "--pseudonymise")
    if len(plain) != len(renamed):
        raise RunError(f"{len(plain)} records as they are, {len(renamed)} pseudonymised")
    by_digest = {record.finding.get("sha256"): record for record in renamed}
    out = []
    for marks in records:
        places = [i for i, record in enumerate(plain) if record.path.endswith(marks.path)]
        if len(places) != 1 or not plain[places[0]].text:
            raise RunError(f"{marks.file}: the run has no text of {marks.path}")
        ours = plain[places[0]]
        theirs = by_digest.get(ours.finding["sha256"], renamed[places[0]])
        theirs.path = theirs.path.removeprefix(str(batch))
        out.append((marks, ours, theirs))
    return out
