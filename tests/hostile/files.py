"""Hostile names and file system entries, made in a folder."""

import os
import socket

SAID = b"Tom told me that he hates weekends at the flat.\n"

NAMES = (
    b"new\nline.txt", b"quote\"'.txt", b"-dash.txt", b"--option.txt", b"<b>markup<script>.txt", b"caf\xe9.txt",
    b"n" * 251 + b".txt", "\u202etxt.exe.txt".encode(), b"=HYPERLINK(1).txt", b"\x1b]0;x\x07.txt", b" .txt", b"a.zip!b.txt",
    b"%s%n.txt", b"$(touch x).txt", b"~$lock.docx", b"CON.txt",
)


def make(folder):
    """Makes them; returns how many there are."""
    base = os.fsencode(folder)
    for name in NAMES:
        with open(os.path.join(base, name), "wb") as file:
            file.write(SAID)
    os.mkdir(os.path.join(base, b"folder.docx"))
    os.mkfifo(os.path.join(base, b"pipe.docx"))
    os.symlink("loop.docx", os.path.join(base, b"loop.docx"))
    os.symlink("nothing.docx", os.path.join(base, b"dangling.docx"))
    os.symlink("/dev/zero", os.path.join(base, b"zero.docx"))
    os.symlink(folder, os.path.join(base, b"parent"))
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.getcwd()
        os.chdir(folder)
        listener.bind("socket.docx")
        os.chdir(here)
    deep = os.path.join(base, *[b"d"] * 100)
    os.makedirs(deep)
    with open(os.path.join(deep, b"deep.txt"), "wb") as file:
        file.write(SAID)
    with open(os.path.join(base, b"sparse.txt"), "wb") as file:
        file.truncate(2 << 30)
    return len(NAMES) + 9
