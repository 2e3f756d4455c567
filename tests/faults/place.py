"""A folder of its own for each fault, the program started in it, and what must hold when all is over."""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import records

LONGEST = 240  # seconds that a run may take, whatever was done to it


class Broken(Exception):
    """What must hold does not."""


class Undisturbed:
    """The run that nothing happened to: its lines by path, and the seconds its work takes."""

    def __init__(self, program, checklist):
        self.program, self.checklist = program, checklist
        place = Place(self, 0)
        with place:
            begun = time.monotonic()
            process = place.audit()
            place.workers(process)
            self.starts = time.monotonic() - begun
            status, _, told = place.end(process)
            self.works = max(0.05, time.monotonic() - begun - self.starts)
            if status != 1 or len(told.splitlines()) != 1 or "15-broken.pdf" not in told:
                raise Broken(f"undisturbed: status {status}: {told}")
            self.bytes = (place.work / "out/findings.jsonl").read_bytes()
            self.lines = place.lines()
            if b'"F4"' not in self.bytes or records.CANARY.encode() not in self.bytes:
                raise Broken("undisturbed: the twins or the canary are not in the findings")
            place.clean()


class Place:
    def __init__(self, undisturbed, chance):
        self.undisturbed, self.chance = undisturbed, chance

    def __enter__(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="auditor-fault-"))
        (self.work / "temporary").mkdir()
        records.make(self.work / "records")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.work, ignore_errors=True)

    # Starting and ending

    def start(self, *command, limits=(), stdout=subprocess.PIPE):
        """`limits` is a command that sets some and then becomes the program."""
        environment = {**os.environ, "TMPDIR": str(self.work / "temporary")}
        return subprocess.Popen([*limits, *command], cwd=self.work, env=environment, start_new_session=True,
                                stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE)

    def command(self, *arguments, out=("--out", "out")):
        return [self.undisturbed.program, "audit", "records", "--checklist", self.undisturbed.checklist, "--jobs", "2",
                "--format", "jsonl", *out, *arguments]

    def audit(self, *arguments, out=("--out", "out"), **settings):
        return self.start(*self.command(*arguments, out=out), **settings)

    def end(self, process):
        """Status and both outputs, in which no word of a record may be."""
        try:
            out, told = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            stuck = states(process.pid)
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise Broken(f"the run did not end within {LONGEST} seconds: {stuck}") from None
        told = told.decode(errors="replace")
        if records.CANARY in told or "Quillenora" in told:
            raise Broken("a record's words are on standard error")
        if out and b"Quillenora" in out and b'"path"' not in out:
            raise Broken("a record's words are in the summary")
        return process.returncode, (out or b"").decode(errors="replace"), told

    def workers(self, process):
        """The worker processes, once there are any; none where the run has ended."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(OSError):
                listed = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
                found = [int(one) for one in listed
                         if pathlib.Path(f"/proc/{one}/comm").read_text().strip() != "auditor-tidy"]
                if found:
                    return found
            time.sleep(0.005)
        return []

    def moment(self, process, early=0.2):
        """Waits for a moment of the run drawn by chance; one in five lies before the first record. Whether it still runs."""
        if self.chance.random() < early:
            time.sleep(self.chance.uniform(0, self.undisturbed.starts))
        else:
            self.workers(process)
            time.sleep(self.chance.uniform(0, self.undisturbed.works))
        return process.poll() is None

    # What must hold

    def lines(self, findings=None):
        findings = findings or self.work / "out/findings.jsonl"
        return {json.loads(line)["path"]: line for line in findings.read_text().splitlines()}

    def same(self, findings=None):
        if (findings or self.work / "out/findings.jsonl").read_bytes() != self.undisturbed.bytes:
            raise Broken("the findings are not those of the undisturbed run")

    def same_but(self, hit):
        """Every document that was not hit has the line of the undisturbed run. Returns the lines of those that were."""
        found = self.lines()
        if list(found) != list(self.undisturbed.lines):
            raise Broken(f"documents are missing or new: {set(found) ^ set(self.undisturbed.lines)}")
        for path, line in found.items():
            there = self.undisturbed.lines[path]
            if hit:  # the flag that compares records depends on which there are, and on it alone
                line, there = without_twins(line), without_twins(there)
            if path not in hit and line != there:
                raise Broken(f"{path} was not hit and has other findings")
        return {path: json.loads(found[path]) for path in hit}

    def changed(self):
        """The documents that are refused now, and were not undisturbed."""
        now = {path for path, line in self.lines().items() if json.loads(line)["status"] == "refused"}
        return now - {path for path, line in self.undisturbed.lines.items() if json.loads(line)["status"] == "refused"}

    def told_of(self, told, path, codes):
        """One line on standard error names the document, and the findings give the cause."""
        line = json.loads(self.lines()[path])
        if line["status"] != "refused" or line["code"] not in codes:
            raise Broken(f"{path} is {line['status']} ({line.get('code')}), not one of {codes}")
        if sum(one.startswith(f"refused: {path}") for one in told.splitlines()) != 1:
            raise Broken(f"standard error does not name {path} once: {told}")

    def resumed(self, *arguments, out=("--out", "out")):
        """Gives the same command with --resume, which must end as if nothing had happened."""
        status, out, told = self.end(self.audit("--resume", *arguments, out=out))
        if status != 1:
            raise Broken(f"--resume ended with {status}: {told}")
        return "resumed" if "Taken over" in out else "begun anew"

    def clean(self):
        """Nothing in the temporary folder, and the canary nowhere but in the run's own files.

        A program that crashes before it has begun may leave an image of memory, which holds no record."""
        deadline = time.monotonic() + 10
        while os.listdir(self.work / "temporary") and time.monotonic() < deadline:
            time.sleep(0.02)
        left = os.listdir(self.work / "temporary")
        if left:
            raise Broken(f"left in the temporary folder: {left}")
        beside = sorted(path.name for path in self.work.iterdir() if ".part" in path.name or "-compared-" in path.name)
        if beside:
            raise Broken(f"left beside the report: {beside}")
        own = {"records", "out", "council.db", "council.db-wal"}
        for path in self.work.rglob("*"):
            outside = path.relative_to(self.work).parts[0] not in own or path.name == "run.json"
            if outside and path.is_file() and b"Quillenora" in path.read_bytes():
                raise Broken(f"a record's words are in {path.relative_to(self.work)}")


def states(group):
    """What the processes of a group are at: name, state, where in the kernel."""
    out = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            name, rest = (process / "stat").read_text().rsplit(")", 1)
            if rest.split()[2] == str(group):
                out.append(f"{name}) {rest.split()[0]} {(process / 'wchan').read_text()} {(process / 'syscall').read_text()}")
    return "; ".join(out)


def without_twins(line):
    told = json.loads(line)
    if "flags" in told:
        told["flags"] = [flag for flag in told["flags"] if flag["id"] != "F4"]
    return json.dumps(told)
