#!/usr/bin/env python3
"""`auditor audit --manifest`: lists and a census joined to the records of fixtures/exports, and flag F7.

    manifest.py PROGRAM SOURCE_DIR
"""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
EXPORTS, LISTS = SOURCE / "fixtures/exports", SOURCE / "fixtures/manifests"
wrong = []


def check(held, what):
    if not held:
        wrong.append(what)


def audit(folder, *arguments, status=0):
    run = subprocess.run([PROGRAM, "audit", *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=300)
    check(run.returncode == status, f"{arguments}: exit {run.returncode}: {run.stderr[-300:]}")
    return run


def lines(run):
    return {pathlib.Path(line["path"]).name: line for line in map(json.loads, run.stdout.splitlines())}


def differences(found):
    """File name, the beginning of the reason, the place: of each F7."""
    out = set()
    for name, line in found.items():
        for flag in line.get("flags", []):
            if flag["id"] == "F7":
                reason, place = flag["reason"].rsplit(" (", 1)
                out.add((name.split("-")[0], reason, place.rstrip(")").split("/")[-1], flag["quote"]))
    return out


EXPECTED = {
    ("08", "the record has the referral on 7 March 2022, the list on 4 March 2022, a day that the record nowhere names",
     "list4.csv, line 5, ‘Date of referral’", "Referral date 07/03/2022"),
    ("08", "the record gives another ethnicity than the list, which has MWBC, White and Black Caribbean",
     "list4.csv, line 5, ‘Ethnicity’", "Ethnicity White British"),
    ("08", "the list says that the child was seen on 14 March 2022; the record has its seeing on other days, and nowhere names that one",
     "list4.csv, line 5, ‘Child Seen During Continuous Assessment’",
     "I visited on 11 March and she was in her room with the door shut; we spoke through it for a minute or two."),
    ("20", "the record gives another ethnicity than the list, which has APKN, Pakistani", "list4.csv, line 8, ‘Ethnicity’",
     "Ethnicity: White Irish"),
    ("21", "the list says that the child was seen on 18 November 2010, the record that it was not seen",
     "list4.csv, line 9, ‘Child Seen During Continuous Assessment’", "Child seen / interviewed: No"),
    ("03", "factor 22A, female genital mutilation, is ticked; nothing in the record speaks of it", "own.csv, line 3, ‘Factors’", ""),
    ("04", "factor 15A, self-harm, is ticked; nothing in the record speaks of it", "own.csv, line 4, ‘Factors’", ""),
    ("15", "factor 10A, going missing, is ticked; nothing in the record speaks of it", "own.csv, line 11, ‘Factors’", ""),
    ("22", "factor 1B, alcohol misuse, is ticked; nothing in the record speaks of it", "own.csv, line 8, ‘Factors’", ""),
    ("22", "the record gives another ethnicity than the list, which has WBRI, White British", "own.csv, line 8, ‘Ethnic origin’",
     "Mixed White and Black African"),
    ("26", "factor 13A, gangs, is ticked; nothing in the record speaks of it", "own.csv, line 9, ‘Factors’", ""),
    ("26", "the list says that the child was seen on 28 March 2008; the record has its seeing on other days, and nowhere names "
     "that one", "own.csv, line 9, ‘Date seen’", "10.3.2008\tMr and Mrs Yardley\tOffice. Introduced myself. They had brought papers."),
}


def lists(folder):
    run = audit(folder, EXPORTS, "--manifest", LISTS / "list4.csv", "--manifest", LISTS / "own.csv", "--out", "-")
    found = lines(run)
    got = differences(found)
    check(got == EXPECTED, f"F7 missing: {EXPECTED - got}; not expected: {got - EXPECTED}")
    for name, line in found.items():
        flags = [flag["id"] for flag in line.get("flags", [])]
        check(flags == sorted(flags), f"{name}: flags out of order: {flags}")
    check(found["16-core-atkin.txt"]["team"] == "North Long Term", "the list's team is not taken")
    check(found["03-haldane.docx"]["manager"] == "P Lund", "the list's manager is not taken")
    check(found["17-label-value-brockwell.txt"]["worker"] == "Simon Applegarth", "a record without a case lost its worker")
    for told in ("list4.csv:1: headings that are not known and not used: 'Shoe size'",
                 "own.csv:5:6: 'Date seen': a spreadsheet's serial number",
                 "19 of 28 records joined: 19 by file name", "9 records have no case: ",
                 "1 row names a record that is not among those audited: line 11"):
        check(told in run.stderr, f"not told: {told}")
    check("45382" not in run.stderr, "a value of the list is told in a message")
    # Without the manifest nothing else changes.
    plain = lines(audit(folder, EXPORTS, "--out", "-"))
    for name, line in found.items():
        other = plain[name]
        line["flags"] = [flag for flag in line.get("flags", []) if flag["id"] != "F7"]
        for part in ("items", "flags", "overall", "children"):
            check(line.get(part, []) == other.get(part, []), f"{name}: {part} differs without the manifest")


def census(folder):
    records = folder / "records"
    records.mkdir()
    shutil.copy(EXPORTS / "team-north/16-core-atkin.txt", records / "C310016 core.txt")
    shutil.copy(EXPORTS / "team-north/25-tolliver.docx", records / "C310025_assessment.docx")
    shutil.copy(EXPORTS / "team-south/03-haldane.docx", records / "haldane c310003.docx")
    shutil.copy(EXPORTS / "team-south/07-yonas.docx", records / "C310003 and C310016.docx")
    run = audit(folder, records, "--manifest", LISTS / "cin-census.xml", "--out", "run")
    check("cin-census.xml:34: PersonBirthDate: no such day" in run.stderr, f"birth date not told: {run.stderr}")
    check("2 of 4 records joined: 2 by a child's ID in the name" in run.stderr, f"joined: {run.stderr}")
    check("C310025_assessment.docx: no case of the child has its dates" in run.stderr, "another piece of work was joined")
    check("the IDs of several children stand in its name" in run.stderr, "an ambiguous name is not told")
    found = {pathlib.Path(line["path"]).name: line for line in map(json.loads, (folder / "run/findings.jsonl").read_text().splitlines())}
    got = {(a, b, c) for a, b, c, _ in differences(found)}
    check(got == {
        ("C310016 core.txt", "the record gives another ethnicity than the return, which has WIRI, White Irish", "cin-census.xml, line 17, Ethnicity"),
        ("C310016 core.txt", "the record has the completion on 28 July 2011, the return on 10 August 2011, a day that the record nowhere names",
         "cin-census.xml, line 17, AssessmentAuthorisationDate"),
        ("C310016 core.txt", "factor 9A, unaccompanied asylum-seeking child, is ticked; nothing in the record speaks of it",
         "cin-census.xml, line 17, AssessmentFactors"),
    }, f"F7 of the census: {got}")
    store = sqlite3.connect(folder / "run/run.db")
    kept = store.execute("SELECT child, start_day, factors FROM case_fact ORDER BY child").fetchall()
    check(kept == [("C310003", "2024-03-05", ""), ("C310016", "2011-06-06", "5A\n19C\n9A\n")], f"case_fact: {kept}")
    audit(folder, records, "--manifest", LISTS / "cin-census.xml", "--out", "nameless", "--pseudonymise", "--format", "jsonl")
    kept = sqlite3.connect(folder / "nameless/run.db").execute("SELECT count(*) FROM case_fact").fetchone()
    check(kept == (0,), "a run without names keeps children's IDs")


def refusals(folder):
    record = EXPORTS / "team-north/16-core-atkin.txt"

    def refused(text, *arguments):
        run = audit(folder, record, *arguments, "--out", "-", status=2)
        check(text in run.stderr and len(run.stderr.splitlines()) == 1 and not run.stdout, f"{arguments}: {run.stderr}")

    (folder / "odd.csv").write_text("Akte,Gruppe\n16-core-atkin.txt,Nord\n")
    refused("gone.csv", "--manifest", "gone.csv")
    refused("odd.csv:1: no row of headings is known here", "--manifest", "odd.csv")
    refused("--manifest-map goes with --manifest", "--manifest-map", "map.xml")
    (folder / "map.xml").write_text('<headings title="ours"><fact name="document">Akte</fact><fact name="tiem">Gruppe</fact></headings>')
    refused("map.xml:1", "--manifest", "odd.csv", "--manifest-map", "map.xml")
    (folder / "map.xml").write_text('<headings title="ours"><fact name="document">Akte</fact><fact name="team">Gruppe</fact></headings>')
    run = audit(folder, record, "--manifest", "odd.csv", "--manifest-map", "map.xml", "--out", "-")
    check(json.loads(run.stdout)["team"] == "Nord", "a map of one's own is not used")


with tempfile.TemporaryDirectory() as temporary:
    for test in (lists, census, refusals):
        place = pathlib.Path(temporary) / test.__name__
        place.mkdir()
        test(place)
print("\n".join(wrong) if wrong else "manifest: as expected")
sys.exit(1 if wrong else 0)
