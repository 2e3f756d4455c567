"""Instructions a record (callgrind, in one process): of 15 records less those of 5, so that starting costs nothing."""

import re
import subprocess

import inputs

FEWER, MORE = 5, 15


def counted(words):
    ran = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, words)],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", ran.stderr).group(1))


def of_record(words, files):
    """`words` are the command to which the files are added."""
    return (counted(words + files[:MORE]) - counted(words + files[:FEWER])) // (MORE - FEWER)


def row(bench):
    """A row of history.csv: instructions of a text, of a DOCX, of starting, and of the peers over the same records."""
    corpus = inputs.corpus(bench.folder / f"corpus-{MORE}", MORE, "txt,docx,pdf")
    docx, txt = inputs.files(corpus / "docx"), inputs.files(corpus / "txt")
    audit = [bench.in_process, bench.checklists / "assessment.xml"]
    text, word = of_record(audit, txt), of_record(audit, docx)
    start = counted(audit + txt[:1]) - text
    grep = of_record(["pcre2grep", "-iuc", "-f", inputs.patterns(bench.folder)], txt)
    lint = of_record(["xmllint", "--noout"], inputs.extracted(bench.folder / "instructions", docx))
    return [text, word, start, grep, lint]
