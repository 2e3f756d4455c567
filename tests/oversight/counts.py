"""Timeliness counted a second time, from the census or the list itself: nothing here is the program's.

A piece of work: kind, child, referral, start, completed, closed, no_conference, team; days are dates or None.
"""

import collections
import csv
import datetime
import xml.etree.ElementTree as tree

import bank_holidays

# A census tells no day of decision on a referral: its days are checked, and it isn't counted.
LIMITS = {"referral_record": (1, ("referral", "start")), "single_assessment": (45, ("referral", "start")), "s47_enquiry": (15, ("start", "referral"))}


def _date(text):
    return datetime.date.fromisoformat(text.strip()) if text and text.strip() else None


def read_census(path):
    """The census's referrals, assessments and section 47 enquiries, child by child."""
    for _, child in tree.iterparse(path):
        if child.tag != "Child":
            continue
        for referral in child.iter("CINdetails"):
            shared = {"child": child.findtext("ChildIdentifiers/LAchildID"), "team": "",
                      "referral": _date(referral.findtext("CINreferralDate")),
                      "closed": _date(referral.findtext("CINclosureDate"))}
            yield dict(shared, kind="referral_record", start=None, completed=None, no_conference=False)
            for work in referral.iter("Assessments"):
                yield dict(shared, kind="single_assessment", start=_date(work.findtext("AssessmentActualStartDate")),
                           completed=_date(work.findtext("AssessmentAuthorisationDate")), no_conference=False)
            for work in referral.iter("Section47"):
                yield dict(shared, kind="s47_enquiry", start=_date(work.findtext("S47ActualStartDate")),
                           completed=_date(work.findtext("DateOfInitialCPC")),
                           no_conference=work.findtext("ICPCnotRequired") in ("true", "1"))
        child.clear()


def read_list(path):
    def date(text):
        return datetime.datetime.strptime(text, "%d/%m/%Y").date() if text else None
    with open(path, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield {"kind": "single_assessment", "child": row["Child Unique ID"], "team": row["Allocated Team"],
                   "referral": date(row["Referral Date"]), "start": date(row["Assessment Start Date"]),
                   "completed": date(row["Authorisation Date"]), "closed": date(row["Closure Date"]), "no_conference": False}


def latest(pieces):
    return max(day for work in pieces for day in (work["referral"], work["start"], work["completed"], work["closed"]) if day)


def _span(first, last):
    return bank_holidays.working_days(first, last) if first and first <= last else None


def _problems(work, at, limit, ended):
    """The checks by name, as a set."""
    referral, start, completed, closed = (work[name] for name in ("referral", "start", "completed", "closed"))
    out = set()
    enquiry = work["kind"] == "s47_enquiry"
    ended = ended or (enquiry and work["no_conference"])
    if start and referral and start < referral:
        out.add("start_before_referral")
    if completed and start and completed < start:
        out.add("end_before_start")
    if completed and referral and not start and completed < referral:
        out.add("end_before_referral")
    if not ended and start and start <= at and bank_holidays.working_days(start, at) > limit:
        out.add("no_conference" if enquiry else "not_completed")
    if not ended and closed and closed <= at and not (start and start > at) and work["kind"] != "referral_record":
        out.add("closed_unfinished")
    if closed and completed and completed > closed:
        out.add("completed_after_closure")
    if closed and referral and closed < referral:
        out.add("closed_before_referral")
    if not referral and not start:
        out.add("no_beginning")
    return out


class Counted:
    def __init__(self, pieces, at):
        self.standing = collections.Counter()   # by kind and standing
        self.teams = collections.Counter()      # by kind, team and standing
        self.months = collections.Counter()     # by kind, month and whether in time
        self.days = collections.Counter()       # by kind, limit and working days taken
        self.both = collections.Counter()       # by kind and which count
        self.problems = collections.Counter()   # by check, child
        self.unfinished = collections.Counter()  # by standing, child, kind, working days
        self.later, self.work, self.undecided, self.children = 0, 0, 0, set()
        for work in pieces:
            self._take(work, at)

    def _take(self, work, at):
        kind = work["kind"]
        limit, clocks = LIMITS[kind]
        begun = work["start"] or work["referral"]
        ended = bool(work["completed"] and work["completed"] <= at)
        for check in _problems(work, at, limit, ended):
            self.problems[check, work["child"]] += 1
        if kind == "referral_record":
            self.undecided += 1
            return
        if begun and begun > at:
            self.later += 1
            return
        self.work += 1
        self.children.add(work["child"])
        last = work["completed"] if ended else at
        spans = {clock: _span(work[clock], last) for clock in ("referral", "start")}
        clock = next((clock for clock in clocks if work[clock]), None)
        days = spans[clock] if clock else None
        if days is None:
            standing = "undated"
        elif ended:
            standing = "in_time" if days <= limit else "late"
        elif work["no_conference"]:
            standing = "not_needed"
        elif work["closed"] and work["closed"] <= at:
            standing = "closed_unfinished"
        else:
            standing = "overdue" if days > limit else "open"
            self.unfinished[standing, work["child"], kind, days] += 1
        self.standing[kind, standing] += 1
        self.teams[kind, work["team"], standing] += 1
        if standing in ("in_time", "late"):
            self.months[kind, work["completed"].strftime("%Y-%m"), standing] += 1
            self.days[kind, limit, days] += 1
            self.both[kind, "judged_by_" + clock] += 1
            for name, span in spans.items():
                if span is not None:
                    self.both[kind, "known_from_" + name] += 1
                    self.both[kind, "within_from_" + name] += span <= limit
