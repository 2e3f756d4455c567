#!/usr/bin/env python3
"""Reads every #include line under auditor/ and holds it against allowed.txt, and that list against the build's.

    rooms_test.py SOURCE_DIR            checks the tree
    rooms_test.py --self-test           checks this test
"""

import pathlib
import re
import sys
import tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|(<[^>]+>))')
ROOM = re.compile(r"auditor_room\((.*?)\)", re.DOTALL)


def read_allowed(path):
    """Rooms and libraries of the list, each with the rooms it names, in the order of the list."""
    rooms, libraries = {}, {}
    for line in path.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, names = line.split(":")
        (libraries if name.startswith("<") else rooms)[name] = names.split()
    return rooms, libraries


def read_uses(path):
    """What the room's CMakeLists.txt says that it uses."""
    found = ROOM.search(path.read_text())
    if not found:
        return None
    words, uses, within = found.group(1).split(), [], False
    for word in words:
        if word in ("NAME", "SOURCES", "USES", "LIBRARIES"):
            within = word == "USES"
        elif within:
            uses.append(word)
    return uses


def check(source, allowed):
    rooms, libraries = read_allowed(allowed)
    wrong = []
    known = []
    for room, names in rooms.items():
        wrong += [f"{allowed.name}: {room} may not use {name}: it is not upstream" for name in names if name not in known]
        known.append(room)
    folders = sorted(entry.name for entry in (source / "auditor").iterdir() if entry.is_dir())
    wrong += [f"auditor/{name}: not in {allowed.name}" for name in folders if name not in rooms]
    wrong += [f"{allowed.name}: there is no room {name}" for name in rooms if name not in folders]
    for room in folders:
        build = source / "auditor" / room / "CMakeLists.txt"
        uses = read_uses(build) if build.exists() else None
        if uses is None or sorted(uses) != sorted(rooms.get(room, [])):
            wrong.append(f"auditor/{room}/CMakeLists.txt: USES differs from {allowed.name}")
    for path in sorted((source / "auditor").rglob("*")):
        if path.suffix not in (".h", ".cc", ".in") or not path.is_file():
            continue
        parts = path.relative_to(source / "auditor").parts
        room = parts[0] if len(parts) > 1 else None
        may = set(rooms.get(room, [])) | {room} if room else {"cli"}
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            own, library = found.groups()
            place = f"{path.relative_to(source)}:{number}"
            if own and "/" not in own:
                wrong.append(f'{place}: "{own}" does not name its room')
            elif own and own.split("/")[0] not in may:
                wrong.append(f'{place}: {room or "main"} may not include "{own}"')
            for start, doors in libraries.items():
                if library and library.startswith(start) and room not in doors:
                    wrong.append(f"{place}: {library} has its door in {' '.join(doors)}")
    return wrong


def self_test():
    """A small tree that is right, and one change to it for each thing that can be wrong."""

    def wrong_with(changes):
        files = {
            "allowed.txt": "base:\nform: base\n<sqlite3: base\n",
            "auditor/main.cc": "",
            "auditor/base/CMakeLists.txt": "auditor_room(NAME base SOURCES a.cc)",
            "auditor/base/a.h": "#include <sqlite3.h>\n",
            "auditor/form/CMakeLists.txt": "auditor_room(NAME form SOURCES b.cc\n USES base LIBRARIES x)",
            "auditor/form/b.cc": '#include "base/a.h"\n#include "form/b.h"\n#include <string>\n',
        }
        files.update(changes)
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return check(pathlib.Path(folder), pathlib.Path(folder, "allowed.txt"))

    cases = [
        ({}, None),
        ({"auditor/base/a.h": '#include "form/b.h"\n'}, 'base may not include "form/b.h"'),
        ({"auditor/base/a.h": '  # include "a.h"\n'}, "does not name its room"),
        ({"auditor/form/b.cc": "#include <sqlite3.h>\n"}, "has its door in base"),
        ({"auditor/form/CMakeLists.txt": "auditor_room(NAME form SOURCES b.cc)"}, "USES differs"),
        ({"auditor/main.cc": '#include "form/b.h"\n'}, 'main may not include "form/b.h"'),
        ({"auditor/attic/x.cc": ""}, "auditor/attic: not in allowed.txt"),
        ({"allowed.txt": "base: form\nform: base\n"}, "base may not use form"),
        ({"allowed.txt": "base:\nform: base\nattic: base\n"}, "there is no room attic"),
    ]
    wrong = []
    for changes, expected in cases:
        found = wrong_with(changes)
        if (expected is None and found) or (expected and not any(expected in line for line in found)):
            wrong.append(f"{changes}: expected {expected}, found {found}")
    return wrong


def main():
    if sys.argv[1:] == ["--self-test"]:
        wrong = self_test()
    else:
        wrong = check(pathlib.Path(sys.argv[1]), pathlib.Path(__file__).with_name("allowed.txt"))
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
