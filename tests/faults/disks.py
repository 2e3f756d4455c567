"""Faults of where a run is written: a full disk, a power cut, a folder that is taken away."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess

from place import Broken
from processes import after_the_end, in_folder_or_store


def can_mount():
    """Whether a small disk can be had."""
    done = subprocess.run(["unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"], capture_output=True,
                          check=False)
    return done.returncode == 0


def told_once(status, told):
    """Ends with nothing done, and one line that says why."""
    # Of the records, one is refused anyway, and an archive that there is no room to unpack in.
    lines = [line for line in told.splitlines()
             if not line.startswith(("refused: records/15-broken.pdf", "refused: records/10.zip: no temporary file",
                                     "refused: records/10.zip: a temporary file"))]
    if status != 2 or len(lines) != 1 or not lines[0].startswith("auditor: "):
        raise Broken(f"status {status}, told: {told}")


def full_disk(place):
    """A disk with too little room, which gets more before the run is gone on with."""
    room = place.chance.randrange(16, 1500)
    files = place.chance.choice(["", "", f",nr_inodes={place.chance.randrange(2, 9)}"])
    (place.work / "disk").mkdir()
    audit = " ".join(place.command(out=("--out", "disk/out")))
    script = f"""mount -t tmpfs -o size={room}k{files} none disk || exit 99
{audit} >first.out 2>first.err; echo $? >first.status
mount -o remount,size=64m,nr_inodes=0 none disk
{audit} --resume || test $? = 1 || exit 98
ls disk >left; cp -r disk/out out"""
    status, out, told = place.end(place.start("unshare", "-rm", "sh", "-c", script))
    if status != 0:
        raise Broken(f"{room} KiB{files}: --resume ended with {status}: {told}")
    first = (place.work / "first.err").read_text()
    if (place.work / "left").read_text().split() != ["out"]:
        raise Broken(f"{room} KiB: left beside the report: {(place.work / 'left').read_text()}")
    place.same()
    if (place.work / "first.status").read_text().strip() == "1":
        return "had room enough"
    told_once(int((place.work / "first.status").read_text()), first)
    return "resumed" if "Taken over" in out else "begun anew"


def largest_file(place):
    """No file may grow beyond so many bytes."""
    out = in_folder_or_store(place)
    most = place.chance.randrange(4 << 10, 900 << 10)
    process = place.audit(out=out, limits=("prlimit", f"--fsize={most}:"))
    status, _, told = place.end(process)
    if status == 1:
        place.same()
        return "had room enough"
    told_once(status, told)
    if "disk" not in told and "File too large" not in told:
        raise Broken(f"does not say that it is the disk: {told}")
    outcome = place.resumed(out=out)
    place.same()
    return outcome


def output_full(place):
    """Lines to a full device."""
    with open("/dev/full", "wb") as full:
        status, _, told = place.end(place.audit(out=("--out", "-"), stdout=full))
    told_once(status, told)
    if "standard output" not in told:
        raise Broken(f"does not say what was full: {told}")
    return "told"


def lose_the_end(path, chance):
    """The end of a file is gone, or holds zeros."""
    size = path.stat().st_size
    kept = chance.randrange(size + 1)
    os.truncate(path, kept)
    if chance.random() < 0.5:
        os.truncate(path, chance.randrange(kept, size + 1))


def power_cut(place):
    """Killed, and of what no disk was asked to keep, the end is lost or holds zeros."""
    out = in_folder_or_store(place)
    process = place.audit(out=out)
    if not place.moment(process):
        return after_the_end(place, process)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    place.end(process)
    # The log of a database is kept for sure only when it goes into the database; the parts to compare never.
    files = [pathlib.Path(folder) / name for folder, _, names in os.walk(place.work) for name in names
             if pathlib.Path(folder).name.startswith("out.part-") or name.startswith("council.db")]
    for path in sorted(files):
        # What watches over a killed run may be taking its parts away at this moment.
        with contextlib.suppress(FileNotFoundError):
            if path.name.endswith("-wal") or "-compared-" in path.name:
                lose_the_end(path, place.chance)
            elif path.name.endswith("-shm"):
                path.unlink()
    outcome = place.resumed(out=out)
    place.same()
    return outcome


def folder_removed(place):
    """What is being written is taken away, or something else is put where it is to go."""
    process = place.audit()
    if not place.moment(process):
        return after_the_end(place, process)
    kind = place.chance.choice(["removed", "removed", "moved", "taken"])
    parts = list(place.work.glob("out.part-*"))
    if kind == "taken":
        with contextlib.suppress(FileExistsError, IsADirectoryError):
            (place.work / "out").touch(exist_ok=False)
    elif parts and kind == "removed":
        shutil.rmtree(parts[0], ignore_errors=True)
    elif parts:
        with contextlib.suppress(FileNotFoundError):
            parts[0].rename(place.work / "moved")
    status, _, told = place.end(process)
    shutil.rmtree(place.work / "moved", ignore_errors=True)
    if status == 1:
        place.same()
        return "had ended"
    told_once(status, told)
    if (place.work / "out").is_file():
        (place.work / "out").unlink()
    outcome = place.resumed()
    place.same()
    return outcome
