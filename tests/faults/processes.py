"""Faults of the program's own processes: killed, crashed, stuck, out of memory, asked to end."""

import contextlib
import os
import resource
import signal
import time

import records
from place import Broken

CRASHES = [signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL, signal.SIGFPE]


# Lets the system write an image of memory, if the program does not forbid it.
IMAGES = ("sh", "-c", 'ulimit -c "$(ulimit -H -c)"; exec "$@"', "sh")


def in_folder_or_store(place):
    return place.chance.choice([("--out", "out"), ("--store", "council.db", "--out", "out")])


def broke_off(place, process, out):
    """The end of a run that was stopped from outside."""
    place.end(process)
    outcome = place.resumed(out=out)
    place.same()
    return outcome


def kill(place):
    """kill -9 of the program alone: its workers must notice by themselves."""
    out = in_folder_or_store(place)
    process = place.audit(out=out)
    if not place.moment(process):
        return after_the_end(place, process)
    workers = place.workers(process)
    process.kill()
    outcome = broke_off(place, process, out)
    deadline = time.monotonic() + 10
    while any(os.path.exists(f"/proc/{one}") for one in workers):
        if time.monotonic() > deadline:
            raise Broken("a worker outlives the program")
        time.sleep(0.02)
    return outcome


def crash(place):
    """The program itself crashes, with images of memory allowed."""
    out = in_folder_or_store(place)
    process = place.audit(out=out, limits=IMAGES)
    if not place.moment(process):
        return after_the_end(place, process)
    process.send_signal(place.chance.choice(CRASHES))
    return broke_off(place, process, out)


def interrupt(place):
    """Asked to end, once or more often, or left without a terminal."""
    out = in_folder_or_store(place)
    process = place.audit(out=out)
    if not place.moment(process):
        return after_the_end(place, process)
    for _ in range(place.chance.choice([1, 1, 2])):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, place.chance.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP]))
        time.sleep(0.01)
    return broke_off(place, process, out)


def after_the_end(place, process):
    place.end(process)
    place.same()
    return "had ended"


def hit_by(place, process, codes, most):
    """The run ends by itself; what its fault cost is told, document by document, and nothing else."""
    status, _, told = place.end(process)
    if status != 1:
        raise Broken(f"the run ended with {status}: {told}")
    hit = place.changed()
    if len(hit) > most:
        raise Broken(f"{len(hit)} documents were lost to {most} faults")
    place.same_but(hit)
    for path in hit:
        place.told_of(told, path, codes)
    return "what was at hand refused" if hit else "nothing lost"


def worker_crash(place):
    """Workers crash or are killed, again and again."""
    process = place.audit(limits=IMAGES)
    done = 0
    for _ in range(place.chance.choice([1, 2, 5])):
        if not place.moment(process, early=0):
            break
        with contextlib.suppress(ProcessLookupError, IndexError):
            os.kill(place.chance.choice(place.workers(process)), place.chance.choice([*CRASHES, signal.SIGKILL]))
            done += 1
    return hit_by(place, process, {"crashed", "over_limit"}, done)


def worker_leak(place):
    """A record that takes more memory than its worker may have."""
    path = place.work / "records" / place.chance.choice(["00.txt", "03.txt", "29.txt"])
    path.write_text(records.text(1) * 300)
    process = place.audit()
    for worker in place.workers(process):
        with contextlib.suppress(ProcessLookupError, FileNotFoundError):
            with open(f"/proc/{worker}/statm", encoding="ascii") as facts:
                has = int(facts.read().split()[0]) * resource.getpagesize()
            limit = has + place.chance.randrange(4 << 20)
            resource.prlimit(worker, resource.RLIMIT_AS, (limit, limit))
    status, _, told = place.end(process)
    name = f"records/{path.name}"
    if status != 1:
        raise Broken(f"the run ended with {status}: {told}")
    # Before the large one another may want more than there is: each worker has one document to lose.
    lost = place.changed()
    if len(lost) > 3:
        raise Broken(f"lost: {lost}")
    place.same_but(lost | {name})
    for path in lost:
        place.told_of(told, path, {"over_limit", "crashed"})
    return "what was at hand refused" if lost else "had memory enough"


def worker_signalled(place, name):
    process = place.audit()
    done = 0
    if place.moment(process, early=0):
        with contextlib.suppress(ProcessLookupError, IndexError):
            os.kill(place.chance.choice(place.workers(process)), name)
            done = 1
    return hit_by(place, process, {"timed_out"}, done)


def worker_spins(place):
    """A worker that uses up its processor time: the system says so to it."""
    return worker_signalled(place, signal.SIGXCPU)


def worker_hangs(place):
    """A worker that stops and never answers: the clock on the wall ends it."""
    return worker_signalled(place, signal.SIGSTOP)
