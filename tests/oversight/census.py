#!/usr/bin/env python3
"""A children in need census that is made up: as many children as are asked for, with the slips that returns have.

    census.py CHILDREN OUT.xml [LIST.csv] [SEED]      LIST.csv: the same assessments as a list with teams

The dates are drawn so that work piles up before its limit, as it does in published figures. The same seed makes the same
bytes. Memory does not grow with the number of children.
"""

import csv
import datetime
import random
import sys

import bank_holidays

YEAR_BEGINS, YEAR_ENDS = datetime.date(2024, 4, 1), datetime.date(2025, 3, 31)
TEAMS = ["North Assessment", "South Assessment", "East Locality", "West Locality", "Disabled Children", "Out of Hours"]
TEAM_WEIGHTS = [30, 25, 20, 15, 9.99, 0.01]  # the last has a few pieces of work, which tables leave out
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails><Collection>CIN</Collection><Year>2025</Year><ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails>
    <Source><SourceLevel>L</SourceLevel><LEA>999</LEA><SoftwareCode>made up</SoftwareCode><DateTime>2025-05-06T10:00:00</DateTime></Source>
  </Header>
  <Children>
"""
DAY = datetime.timedelta(days=1)


def after(day, working):
    """The day so many working days after another."""
    while working > 0:
        day += DAY
        if day.isoweekday() <= 5 and day not in bank_holidays.HOLIDAYS:
            working -= 1
    return day


def duration(chance, limit):
    """Working days that some work takes: often just within the limit, at times far beyond."""
    draw = chance.random()
    if draw < 0.25:
        return chance.randint(limit - limit // 9, limit)
    if draw < 0.35:
        return chance.randint(limit + 1, limit + 40)
    return chance.randint(0, limit)


def slip(chance, day, share, reach=20):
    """The day or, at times, one before it by up to `reach` days: a date that is wrong."""
    return day - chance.randint(1, reach) * DAY if day and chance.random() < share else day


def within_year(day):
    return day if day and day <= YEAR_ENDS else None


def assessment(chance, referral):
    start = slip(chance, referral + chance.choice([0, 0, 0, 1, 1, 2, 5]) * DAY, 0.01)
    done = within_year(after(max(referral, start), duration(chance, 45)))
    done = slip(chance, done, 0.005, 120)
    if chance.random() < 0.03:
        done = None  # forgotten
    return {"start": None if chance.random() < 0.005 else start, "completed": done,
            "factors": chance.sample(["3B", "4B", "18B", "16A", "10A", "21"], chance.randint(1, 3)) if done else []}


def enquiry(chance, referral):
    start = referral + chance.randint(0, 10) * DAY
    needed = chance.random() < 0.5
    held = within_year(after(start, duration(chance, 15))) if needed and chance.random() < 0.95 else None
    return {"start": slip(chance, start, 0.01), "completed": held, "no_conference": not needed and chance.random() < 0.95}


def children(count, seed):
    """One child after another, each with its referrals, and in them assessments and enquiries."""
    chance = random.Random(seed)
    for number in range(count):
        referrals = []
        referral = YEAR_BEGINS + chance.randint(0, 364) * DAY
        for _ in range(chance.choice([1, 1, 1, 1, 1, 2, 3])):
            one = {"referral": None if chance.random() < 0.002 else referral, "closed": None, "team":
                   chance.choices(TEAMS, TEAM_WEIGHTS)[0]}
            one["assessments"] = [assessment(chance, referral) for _ in range(chance.choice([0, 1, 1, 1, 2]))]
            one["enquiries"] = [enquiry(chance, referral) for _ in range(chance.choice([0, 0, 0, 1]))]
            if chance.random() < 0.6:
                ends = [work["completed"] for work in one["assessments"] + one["enquiries"] if work["completed"]]
                one["closed"] = within_year(slip(chance, max(ends + [referral]) + chance.randint(0, 30) * DAY, 0.01, 60))
            referrals.append(one)
            referral = min(referral + chance.randint(20, 150) * DAY, YEAR_ENDS)
        yield {"id": f"C{number:07d}", "born": datetime.date(2006 + chance.randint(0, 17), chance.randint(1, 12), 15),
               "referrals": referrals}


def element(name, value):
    return f"<{name}>{value}</{name}>" if value else ""


def child_xml(child):
    out = [f"<Child><ChildIdentifiers><LAchildID>{child['id']}</LAchildID>",
           f"<UPNunknown>UN7</UPNunknown><PersonBirthDate>{child['born']}</PersonBirthDate><GenderCurrent>9</GenderCurrent>",
           "</ChildIdentifiers><ChildCharacteristics><Ethnicity>NOBT</Ethnicity></ChildCharacteristics>\n"]
    for referral in child["referrals"]:
        out.append("<CINdetails>" + element("CINreferralDate", referral["referral"]) +
                   "<ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>" +
                   element("CINclosureDate", referral["closed"]) + element("ReasonForClosure", referral["closed"] and "RC8") +
                   "<ReferralNFA>0</ReferralNFA>\n")
        for work in referral["assessments"]:
            factors = "".join(element("AssessmentFactors", factor) for factor in work["factors"])
            out.append("<Assessments>" + element("AssessmentActualStartDate", work["start"]) +
                       element("AssessmentAuthorisationDate", work["completed"]) +
                       element("FactorsIdentifiedAtAssessment", factors) + "</Assessments>\n")
        for work in referral["enquiries"]:
            out.append("<Section47>" + element("S47ActualStartDate", work["start"]) +
                       element("DateOfInitialCPC", work["completed"]) +
                       f"<ICPCnotRequired>{str(work['no_conference']).lower()}</ICPCnotRequired></Section47>\n")
        out.append("</CINdetails>\n")
    return "".join(out) + "</Child>\n"


LIST_HEAD = ["Child Unique ID", "Type", "Referral Date", "Assessment Start Date", "Authorisation Date", "Closure Date", "Allocated Team", "Allocated Worker"]


def list_rows(child):
    """The child's assessments as a council's list has them: days as people write them."""
    def day(value):
        return value.strftime("%d/%m/%Y") if value else ""
    for referral in child["referrals"]:
        for work in referral["assessments"]:
            yield [child["id"], "Child and Family Assessment", day(referral["referral"]), day(work["start"]),
                   day(work["completed"]), day(referral["closed"]), referral["team"], f"Worker {int(child['id'][1:]) % 40}"]


def write(count, seed, census, listed=None):
    with open(census, "w", encoding="utf-8") as xml:
        rows = open(listed, "w", encoding="utf-8", newline="") if listed else None
        xml.write(HEAD)
        table = csv.writer(rows) if rows else None
        if table:
            table.writerow(LIST_HEAD)
        for child in children(count, seed):
            xml.write(child_xml(child))
            if table:
                table.writerows(list_rows(child))
        xml.write("  </Children>\n</Message>\n")
        if rows:
            rows.close()


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[4]) if len(sys.argv) > 4 else 1, sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
