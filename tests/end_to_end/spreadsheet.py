"""LibreOffice, for tests that need a spreadsheet as people have it."""

import pathlib
import shutil


def calc():
    """LibreOffice's program, or None where it, or its spreadsheet, is not there."""
    program = shutil.which("soffice")
    if program is None:
        return None
    beside = pathlib.Path(program).resolve().parent
    return program if (beside / "libsclo.so").exists() else None
