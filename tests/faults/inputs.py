"""Faults of what is read: it can't be, or is changed, cut, grown, replaced or taken away during the run."""

import hashlib
import json
import os
import pathlib
import subprocess

import records
from place import Broken

UNREADABLE = {"unreadable", "not_found", "not_a_record", "empty"}
# The superuser may read everything: not so. Of others nothing is taken.
UNPRIVILEGED = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


def unreadable(place):
    """A record without the right to read it, a broken link, a loop, a device, a pipe: from the beginning."""
    path = place.chance.choice(records.ordinary(place.work / "records"))
    kind = place.chance.choice(["right", "broken", "loop", "memory", "pipe"])
    if kind == "right":
        path.chmod(0)
    else:
        path.unlink()
        if kind == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to({"broken": "nowhere", "loop": path.name, "memory": "/proc/self/mem"}[kind])
    process = place.audit(limits=UNPRIVILEGED)
    status, _, told = place.end(process)
    name = f"records/{path.name}"
    if status != 1:
        raise Broken(f"{kind}: the run ended with {status}: {told}")
    line = place.same_but({name})[name]
    if line["status"] == "audited":
        raise Broken(f"{kind}: was audited")
    if line["status"] == "refused":
        place.told_of(told, name, UNREADABLE)
    return "the document " + line["status"]


def changed(place):
    """Replaced, cut, grown or emptied at a moment of the run: what is told is of what was read, or it is refused."""
    path = place.chance.choice(records.ordinary(place.work / "records"))
    before = path.read_bytes()
    kind = place.chance.choice(["replaced", "cut", "grown", "emptied", "removed", "folder"])
    after = {"replaced": records.text(700).encode(), "cut": before[: place.chance.randrange(1, len(before))],
             "grown": before + records.text(701).encode(), "emptied": b""}.get(kind)
    process = place.audit(*place.chance.choice([[], ["--no-text"]]))
    if not place.moment(process, early=0.5):
        pass
    elif kind == "replaced":
        beside = place.work / "beside.txt"
        beside.write_bytes(after)
        beside.replace(path)
    elif kind == "cut":
        os.truncate(path, len(after))
    elif kind == "grown":
        with open(path, "ab") as file:
            file.write(after[len(before):])
    elif kind == "emptied":
        os.truncate(path, 0)
    else:
        path.unlink()
        if kind == "folder":
            path.mkdir()
    status, _, told = place.end(process)
    if status != 1:
        raise Broken(f"{kind}: the run ended with {status}: {told}")
    name = f"records/{path.name}"
    if kind in ("removed", "folder") and name not in place.lines():
        return "gone before the folder was read"
    line = place.same_but({name})[name]
    return told_as_read(place, line, told, before, after)


def told_as_read(place, line, told, before, after):
    if line["status"] == "refused":
        place.told_of(told, line["path"], UNREADABLE)
        return "the document refused"
    if line["sha256"] == hashlib.sha256(before).hexdigest():
        if json.dumps(line) != json.dumps(json.loads(place.undisturbed.lines[line["path"]])):
            raise Broken(f"{line['path']}: its bytes are those of before, its findings are not")
        return "told as before"
    if after is None or line["sha256"] != hashlib.sha256(after).hexdigest():
        raise Broken(f"{line['path']}: what was read is neither what was there before nor after")
    again = place.work / "again" / line["path"]
    again.parent.mkdir(parents=True)
    again.write_bytes(after)
    done = subprocess.run([place.undisturbed.program, "audit", line["path"], "--checklist", place.undisturbed.checklist,
                           "--out", "-"], cwd=again.parents[1], capture_output=True, timeout=60, check=False)
    if json.loads(done.stdout) != line:
        raise Broken(f"{line['path']}: its findings are not those of what it became")
    pathlib.Path(again).unlink()
    return "told as changed"
