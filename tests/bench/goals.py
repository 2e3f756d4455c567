"""The ratios, each from one run in which its commands took turns: what is compared, and what is wanted of it."""

import dataclasses
import os
import shutil

import inputs
from measured import Command


@dataclasses.dataclass
class Goal:
    id: str
    what: str
    must: str
    commands: dict                  # "a" and "b": the ratio is a / b; None where its program was not found
    figure: str = "cpu"             # of Taken; "rate": bytes a second of processor time; "speed-up": wall of b / wall of a
    sizes: tuple = (1, 1)           # bytes, for "rate"
    less: str = None                # name of a command whose figure is taken off both, such as the start-up
    lacks: str = ""                 # what was not found or not asked for
    rounds: int = None              # where it takes minutes: so many, whatever was asked for


def found(*names):
    return next((os.path.abspath(path) for name in names if (path := shutil.which(name))), None)


def goals(bench):
    """`bench` has the programs, the folder, how many records, and whether the large batches are to be made."""
    count, base = bench.documents, bench.folder
    corpus = inputs.corpus(base / f"corpus-{count}", count, "txt,docx,pdf")
    docx, txt, pdf = (inputs.files(corpus / kind) for kind in ("docx", "txt", "pdf"))
    patterns = inputs.patterns(base)
    fifty, one = inputs.some(base, "fifty-docx", docx[:50]), inputs.some(base, "one", docx[:1])

    def audit(*paths, jobs=1, out="-", checklist=None, options=("--no-across", "--format", "jsonl")):
        return Command([bench.auditor, "audit", "--quiet", "--jobs", jobs, "--out", out, *options,
                        *(["--checklist", checklist] if checklist else []), *paths])

    def peer(names, build, package):
        path = found(*names)
        return (build(path), "") if path else (None, f"{names[0]} not found ({package})")

    every = []

    def add(goal_id, what, must, a, b, lacks="", **more):
        every.append(Goal(goal_id, what, must, {"a": a, "b": b}, lacks=lacks, **more))

    xml = inputs.extracted(base, docx)
    add("G1", "audit of DOCX / only parsing its XML (xmllint)", "<= 1.5", audit(corpus / "docx"),
        *peer(["xmllint"], lambda path: Command([path, "--noout", *xml]), "libxml2-utils"))
    add("G2", f"audit of text / counting lines with {inputs.PATTERNS} patterns (pcre2grep)", "<= 0.5", audit(corpus / "txt"),
        *peer(["pcre2grep"], lambda path: Command([path, "-iuc", "-f", patterns, *txt]), "pcre2-utils"))
    lint = inputs.textlint(base, patterns, txt[:50])
    add("G4", f"audit of 50 texts / textlint with {inputs.PATTERNS} patterns", "<= 0.1",
        audit(inputs.some(base, "fifty-txt", txt[:50])),
        *peer([bench.textlint or "textlint"],
              lambda path: Command([path, "-c", "none.json", "--rulesdir", "rules", "-f", "json",
                                    *[text.stem + ".md" for text in txt[:50]]], folder=lint, accepts=(0, 1)),
              "npm, or --textlint PATH"))
    add("G5", "audit of 50 DOCX / pandoc's extraction, file by file", "<= 0.033", audit(fifty),
        *peer(["pandoc"], lambda path: Command([path, "-t", "plain", "-o", "/dev/null"], docx[:50]), "pandoc"))
    office = ["--headless", f"-env:UserInstallation=file://{base}/office", "--convert-to", "txt:Text", "--outdir",
              base / "converted"]
    add("G6", "audit of 50 DOCX / one batch of LibreOffice", "<= 0.04", audit(fifty),
        *peer(["soffice"], lambda path: Command([path, *office, *docx[:50]]), "libreoffice-writer-nogui"))
    add("G8", "two workers against one, wall time, times as quick", ">= 1.8", audit(corpus / "docx", jobs=2),
        audit(corpus / "docx"), figure="speed-up")

    small, large = 1_000, bench.large or 100_000
    if bench.large:
        batches = {n: inputs.corpus(base / f"batch-{n}", n, "txt", "--mean-words", "300") / "txt" for n in (small, large)}
        across = ("--format", "jsonl")
        # Once: a run of minutes is not disturbed by what passes in a second. G19's "b" is G9's "a".
        alone = audit(batches[large], jobs=2)
        add("G9", f"peak memory at {large:,} records / at {small:,}", "<= 1.2", alone, audit(batches[small], jobs=2),
            figure="memory", rounds=1)
        add("G19", f"finding repeated passages in {large:,} records / the rest of the audit", "<= 0.3",
            audit(batches[large], jobs=2, options=across), alone, figure="further", rounds=1)
    else:
        add("G9", f"peak memory at {large:,} records / at {small:,}", "<= 1.2", None, None, "asked for with --large")
        add("G19", f"finding repeated passages in {count} records / the rest of the audit", "<= 0.3",
            audit(corpus / "txt", options=("--format", "jsonl")), audit(corpus / "txt"), figure="further")

    # What a text of 50 MB takes is more than a record may have by itself.
    raised = ("--no-across", "--format", "jsonl", "--limit", "memory=8192", "--limit", "seconds=3600")
    sized = {}
    for megabytes in (1, bench.megabytes):
        made = inputs.corpus(base / f"text-{megabytes}", 1, "txt", "--spread", "0", "--mean-words", str(megabytes * 152_000))
        sized[megabytes] = inputs.files(made / "txt")[0]
    add("G10", f"bytes a second, one text of {bench.megabytes} MB (limits raised) / of 1 MB", "0.9-1.1",
        audit(sized[bench.megabytes], options=raised), audit(sized[1]), figure="rate",
        sizes=(sized[bench.megabytes].stat().st_size, sized[1].stat().st_size), less="one")
    every[-1].commands["one"] = audit(one)

    add("G12", "start-up: one record / node -e 0", "<= 1.0", audit(one),
        *peer(["node", "nodejs"], lambda path: Command([path, "-e", "0"]), "nodejs"))
    add("G14", "audit of PDF / pdftotext, file by file", "<= 0.8", audit(corpus / "pdf"),
        *peer(["pdftotext"], lambda path: Command([path], [*pdf]), "poppler-utils"))
    add("G15", "confined workers / everything in one process", "<= 1.06", audit(corpus / "docx"),
        Command([bench.in_process, bench.checklists / "assessment.xml", corpus / "docx"]))
    add("G16", "every concept of the checklist twice / once", "<= 1.25",
        audit(corpus / "docx", checklist=inputs.doubled(bench.checklists, base / "doubled")), audit(corpus / "docx"))
    hostile = inputs.without_sentences(sized[1], base / "hostile" / "a.txt")
    add("G17", "text of 1 MB without ends of sentences / with them", "<= 3", audit(hostile), audit(sized[1]))
    add("G18", "all reports / JSON Lines alone", "<= 2.0",
        audit(corpus / "docx", out=base / "report", options=("--no-across",)), audit(corpus / "docx"))
    return sorted(every, key=lambda goal: int(goal.id[1:]))
