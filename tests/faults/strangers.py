"""Checklists from strangers, made to do harm: refused by line and column, or bounded in time and memory."""

import os
import re
import shutil
import time

import records
from place import Broken

SECONDS = 60  # of processor time, for a machine much slower than any office's
MEMORY = 2 << 30
ITEM = """<item id="CV1" dimension="CV" asks="Was the child seen?">
<met because="seen: {quote}"><mark has="seen"/></met><not-met because="Nothing says so."/></item>"""
TOP = '<checklist id="strange" title="Strange" version="1.0">'
GRADES = """<dimension id="CV" title="Child's views"/>
<grades outstanding="9/10" good="7/10" requires_improvement="2/5" above-lowest="1"/>"""
LEXICON = '<lexicon><concept name="seen" examples="none" reason="made for a test">{}</concept></lexicon>'


def made(kind, chance, canary):
    """Files by name; `strange.xml` is the checklist. `canary` is a file that may not be read."""
    plain = {"strange.xml": f'{TOP}<use lexicon="words.xml"/>\n{GRADES}\n{ITEM}</checklist>',
             "words.xml": LEXICON.format("<terms>saw; seen</terms>")}
    laughs = "".join(f'<!ENTITY l{n} "{"&l%d;" % (n - 1) * 10}">' for n in range(1, 10))
    strange = {
        "backtracking": {"words.xml": LEXICON.format(f"<pattern>{chance.choice(BACKTRACKING)}</pattern>")},
        "large pattern": {"words.xml": LEXICON.format(f"<pattern>{chance.choice(LARGE)}</pattern>")},
        "million terms": {"words.xml": LEXICON.format(
            "<terms>" + ";".join(f"w{n:x}{chance.choice(['', '~', '|v'])}" for n in range(1_000_000)) + "</terms>")},
        "too large": {"words.xml": LEXICON.format("<terms>" + "saw;" * 5_000_000 + "</terms>")},
        "long term": {"words.xml": LEXICON.format("<terms>" + " ".join(["a|b~ ...7 c?"] * 20_000) + "</terms>")},
        "many concepts": {"words.xml": "<lexicon>" + "".join(
            f'<concept name="c{n}"><terms>{{c{n + 1}}}</terms></concept>' for n in range(70_000)) + "</lexicon>"},
        "terms of terms": {"words.xml": "<lexicon>" + "".join(
            f'<concept name="c{n}" examples="none" reason="x"><terms>{" ".join(["{c%d}" % (n + 1)] * 9)}</terms></concept>'
            for n in range(30)) + '<concept name="c30" examples="none" reason="x"><terms>a; b</terms></concept>'
            '<concept name="seen" examples="none" reason="x"><terms>{c0}</terms></concept></lexicon>'},
        "terms in a ring": {"words.xml": '<lexicon><concept name="seen"><terms>{heard}</terms></concept>'
                                         '<concept name="heard"><terms>{seen}</terms></concept></lexicon>'},
        "includes itself": {"strange.xml": f'{TOP}<use items="strange.xml"/>{GRADES}{ITEM}</checklist>'},
        "includes a ring": {"words.xml": '<lexicon><use lexicon="words.xml"/></lexicon>'},
        "outside": {"strange.xml": f'{TOP}<use lexicon="../canary.txt"/>{GRADES}{ITEM}</checklist>'},
        "link outside": {"words.xml": ("link", canary)},
        "endless file": {"words.xml": ("link", "/dev/zero")},
        "pipe": {"words.xml": ("pipe", "")},
        "folder": {"words.xml": ("folder", "")},
        "external entity": {"words.xml": f'<!DOCTYPE a [<!ENTITY e SYSTEM "{canary}">]>' + LEXICON.format("<terms>&e;</terms>")},
        "laughs": {"words.xml": f'<!DOCTYPE a [<!ENTITY l0 "seen">{laughs}]>' + LEXICON.format("<terms>&l9;</terms>")},
        "other document type": {"words.xml": f'<!DOCTYPE lexicon SYSTEM "{canary}">' + LEXICON.format("<terms>seen</terms>")},
        "inclusions": {"words.xml": '<lexicon xmlns:xi="http://www.w3.org/2001/XInclude">'
                                    f'<xi:include href="{canary}" parse="text"/></lexicon>'},
        "deep": {"words.xml": "<lexicon>" * 100_000},
        "deep query": {"strange.xml": f'{TOP}<use lexicon="words.xml"/>{GRADES}' + ITEM.replace(
            '<mark has="seen"/>', "<any>" * 900 + '<mark has="seen"/>' + "</any>" * 900) + "</checklist>"},
        "many items": {"strange.xml": f'{TOP}<use lexicon="words.xml"/>{GRADES}' + "".join(
            ITEM.replace("CV1", f"CV{n}") for n in range(90_000)) + "</checklist>"},
        "many lets": {"strange.xml": f'{TOP}<use lexicon="words.xml"/>{GRADES}' + "".join(
            f'<let name="l{n}"><mark has="seen"/></let>' for n in range(200_000)) + ITEM + "</checklist>"},
        **{kind: {"strange.xml": SECOND.replace("<!--second-->", made())} for kind, made in READINGS.items()},
        "schema that includes": {"checklist.rng": schema(f'<externalRef href="{canary}"/>')},
        "schema that grows": {"checklist.rng": GROWING},
        "schema that allows all": {"checklist.rng": schema(ANYTHING), "words.xml": "<lexicon><anything/></lexicon>"},
        "schema in a ring": {"checklist.rng": schema('<include href="checklist.rng"/>')},
    }
    return {**plain, **strange[kind]}


def reading(items="CV1", weighs="CV1", cuts=("0.7", "1.4", "0.2"), weighing="0 0 0 0 0 0 0 0 0 0 0 0 0 0", step="0.03", aspects="0.1 -0.1",
            likeness="-1 1 1", rows='<weights of="word saw">a_</weights>'):
    """Sound, but for what is given."""
    return (f'<second-reading items="{items}" weighs="{weighs}" partly-from="{cuts[0]}" met-from="{cuts[1]}" '
            f'unsure-within="{cuts[2]}"><weighing of="CV1">{weighing}</weighing><aspects step="{step}">{aspects}</aspects>'
            f'<likeness of="CV1">{likeness}</likeness><strength of="CV1">-1 1 1</strength><preference of="CV1">-1 1 1</preference>{rows}</second-reading>')


SECOND = f'{TOP}<use lexicon="words.xml"/>\n{GRADES}\n{ITEM}\n<!--second--></checklist>'
READINGS = {
    "sound reading": reading,
    "reading without numbers": lambda: reading(weighing=""),
    "reading with too few numbers": lambda: reading(likeness="1"),
    "reading with too many numbers": lambda: reading(weighing="0 " * 5_000_000),
    "reading with huge numbers": lambda: reading(weighing="1e300 -1e300 1e300 1e300 1e300 1e300 1e300 1e300 1e300 1e300 1e300 1e300 1e300 1e300"),
    "reading with no numbers": lambda: reading(weighing="nan inf -inf nan(1) infinity 0 0 0 0 0 0 0 0 0"),
    "reading cut at nan": lambda: reading(cuts=("nan", "1.4", "0.2")),
    "reading of no step": lambda: reading(step="nan"),
    "reading with a sign that is none": lambda: reading(rows='<weights of="word saw">a&lt;</weights>'),
    "reading of many items": lambda: reading(items="CV1 " * 1_000_000),
    "reading of many rows": lambda: reading(rows="".join(f'<weights of="word w{n:x}">a_</weights>' for n in range(300_000))),
    "reading that is empty": lambda: "<second-reading/>",
    "reading of many aspects": lambda: reading(aspects="0 " * 2_000_000, likeness="0 " * 2_000_001),
    "reading of many weights": lambda: reading(rows='<weights of="word saw">' + "a" * 4_000_000 + "</weights>"),
}


def schema(content):
    return f'<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>{content}</start></grammar>'


ANYTHING = ('<ref name="any"/></start><define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute>'
            '<text/><ref name="any"/></choice></zeroOrMore></element></define><start combine="choice"><notAllowed/>')
GROWING = ('<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="d0"/></start>'
           + "".join(f'<define name="d{n}"><choice>' + f'<group><ref name="d{n + 1}"/><ref name="d{n + 1}"/></group>'
                     + f'<interleave><ref name="d{n + 1}"/><ref name="d{n + 1}"/></interleave></choice></define>' for n in range(25))
           + '<define name="d25"><optional><element><anyName/><text/></element></optional></define></grammar>')
BACKTRACKING = [r"(a+)+z", r"(\w+\s?)+!!", r"(.*a){20}!", r"((Tom|T.m|To.)\s*)*!!", r"(?s)(?:.+?\s)+.+?\d{9}"]
LARGE = [r"(?:(?:(?:a{1,900}){1,900}){1,900})", "(" * 400 + "a" + ")" * 400, "a|" * 200_000 + "b", r"(?R)a", r"(?:a{1,60000}){1,60000}b"]
KINDS = ["backtracking", "large pattern", "million terms", "too large", "long term", "many concepts", "terms of terms", "terms in a ring",
         "includes itself", "includes a ring", "outside", "link outside", "endless file", "pipe", "folder", "external entity",
         "laughs", "other document type", "inclusions", "deep", "deep query", "schema that includes", "schema that grows",
         "schema that allows all", "schema in a ring", "many items", "many lets", *READINGS]
# These load, and are bounded when they meet a record.
BOUNDED = {"backtracking", "large pattern", "terms of terms", "other document type", "deep query",
           "schema that includes", "schema that grows", "schema in a ring", "sound reading", "reading of many rows"}
# These must load: the others of their kind differ from them in one thing, and are refused for that alone.
SOUND = {"sound reading"}


LIMITED = ("prlimit", f"--as={MEMORY}", f"--cpu={SECONDS}")


def put(folder, files):
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        if not isinstance(content, tuple):
            path.write_text(content)
        elif content[0] == "link":
            path.symlink_to(content[1])
        elif content[0] == "pipe":
            os.mkfifo(path)
        else:
            path.mkdir()


def stranger(place, kind=None):
    """A checklist that was made to do harm: validated, and given to an audit."""
    kind = kind or place.chance.choice(KINDS)
    canary = place.work / "canary.txt"
    canary.write_text(records.CANARY)
    put(place.work / "strange", made(kind, place.chance, str(canary)))
    checklist = "strange/strange.xml"
    for command in (["checklist", "validate", checklist],
                    ["audit", "records/00.txt", "--checklist", checklist, "--jobs", "1", "--out", "-"]):
        begun = time.monotonic()
        status, _, told = place.end(place.start(place.undisturbed.program, *command, limits=LIMITED))
        if time.monotonic() - begun > 4 * SECONDS:
            raise Broken(f"{kind}: took too long")
        if status == 0 or (status == 1 and command[0] == "audit"):
            if kind not in BOUNDED:
                raise Broken(f"{kind}: was taken for a checklist")
            outcome = "bounded"
        elif status == 2 and re.fullmatch(r"auditor: strange/[a-z./]+:\d+:\d+: [^\n]+\n", told):
            if kind in SOUND:
                raise Broken(f"{kind}: was refused: {told[:600]}")
            outcome = "refused by line and column"
        else:
            raise Broken(f"{kind}: {command[0]} ended with {status}: {told[:600]}")
    canary.unlink()
    shutil.rmtree(place.work / "strange")
    return outcome
