"""Bank holidays in England and working days, apart from the program: written out year by year as gov.uk lists them, in
the order of the year, with the days that a proclamation moved or added. Nothing here comes from checklists/calendar.xml.
"""

import datetime

# New Year, Good Friday, Easter Monday, early May, spring, summer, Christmas, Boxing Day (or the day instead), as "day/month".
ORDINARY = {
    2009: "1/1 10/4 13/4 4/5 25/5 31/8 25/12 28/12",
    2010: "1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12",
    2011: "3/1 22/4 25/4 2/5 30/5 29/8 26/12 27/12",
    2012: "2/1 6/4 9/4 7/5 4/6 27/8 25/12 26/12",
    2013: "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12",
    2014: "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12",
    2015: "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12",
    2016: "1/1 25/3 28/3 2/5 30/5 29/8 26/12 27/12",
    2017: "2/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12",
    2018: "1/1 30/3 2/4 7/5 28/5 27/8 25/12 26/12",
    2019: "1/1 19/4 22/4 6/5 27/5 26/8 25/12 26/12",
    2020: "1/1 10/4 13/4 8/5 25/5 31/8 25/12 28/12",
    2021: "1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12",
    2022: "3/1 15/4 18/4 2/5 2/6 29/8 26/12 27/12",
    2023: "2/1 7/4 10/4 1/5 29/5 28/8 25/12 26/12",
    2024: "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12",
    2025: "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12",
    2026: "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12",
    2027: "1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12",
}
EXTRA = {
    2011: "29/4",  # royal wedding
    2012: "5/6",  # Diamond Jubilee; the spring holiday moved to 4 June
    2022: "3/6 19/9",  # Platinum Jubilee, the spring holiday moved to 2 June; state funeral
    2023: "8/5",  # coronation
}  # in 2020 the early May holiday moved to 8 May, 75 years after the end of the war in Europe


def _days(table):
    for year, days in table.items():
        for day in days.split():
            number, month = day.split("/")
            yield datetime.date(year, int(month), int(number))


HOLIDAYS = frozenset(_days(ORDINARY)) | frozenset(_days(EXTRA))
FIRST, LAST = datetime.date(2009, 1, 1), datetime.date(2027, 12, 31)


def _running():
    """For each day, how many working days there were up to and with it: the plainest count there is."""
    count, out, day = 0, {}, FIRST
    while day <= LAST:
        if day.isoweekday() <= 5 and day not in HOLIDAYS:
            count += 1
        out[day] = count
        day += datetime.timedelta(days=1)
    return out


_COUNT = _running()


def working_days(first, last):
    """Working days after `first` up to and with `last`: the first day is day 0."""
    return _COUNT[last] - _COUNT[first]
