"""Processor time of commands, taken in turn round by round, so that whatever else the machine does falls on all alike."""

import dataclasses
import os
import subprocess
import time


@dataclasses.dataclass
class Command:
    """What is run; `each` are arguments that it is run with one at a time, as a person would in a loop."""
    words: list
    each: list = dataclasses.field(default_factory=list)
    folder: str = None
    accepts: tuple = (0,)        # exit statuses that are no failure

    def runs(self):
        return [self.words + [argument] for argument in self.each] if self.each else [self.words]


@dataclasses.dataclass
class Taken:
    cpu: float = float("inf")    # seconds, user and system, of the command and all that it started
    wall: float = float("inf")   # seconds
    memory: int = 0              # KiB, of the largest process
    failed: int = 0              # an exit status that the command does not accept


def once(command):
    """One run of the command."""
    taken = Taken(0, 0, 0, 0)
    began = time.monotonic()
    for words in command.runs():
        process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, cwd=command.folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        taken.cpu += usage.ru_utime + usage.ru_stime
        taken.memory = max(taken.memory, usage.ru_maxrss)
        if process.returncode not in command.accepts:
            taken.failed = process.returncode
    taken.wall = time.monotonic() - began
    return taken


def in_turn(commands, rounds, known):
    """The least of each figure over the rounds, by the commands' names; memory the most. `known` has what was taken of
    commands that run once, by their identity: those of two goals need not run twice."""
    least = {name: Taken() for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken, kept = known.get(id(command)) or once(command), least[name]
            if rounds == 1:
                known[id(command)] = taken
            kept.cpu, kept.wall = min(kept.cpu, taken.cpu), min(kept.wall, taken.wall)
            kept.memory, kept.failed = max(kept.memory, taken.memory), kept.failed or taken.failed
    return least
