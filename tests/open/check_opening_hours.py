"""Holds the calendar of the opening hours against two independent parsers.

usage: check_opening_hours.py BASE SITE

BASE is where the program listens, SITE the file of the site with its hours and closures. What each
parser makes of the calendar is compared, day by day, with what the file and a table of holidays of
its own say; the weeks in which the clocks change are looked at once more. Prints what was checked
and ends with 1 at the first thing that is wrong.
"""

import datetime as dt
import sys
import tomllib
import urllib.request
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import vobject
from dateutil.easter import easter
from dateutil.rrule import rrulestr

BASE, SITE = sys.argv[1:3]
BERLIN = ZoneInfo("Europe/Berlin")
DAYS = ["mo", "di", "mi", "do", "fr", "sa", "so"]


def fetch():
    with urllib.request.urlopen(BASE + "/oeffnungszeiten.ics") as answer:
        assert answer.headers.get_content_type() == "text/calendar", answer.headers
        return answer.read().decode()


def holidays(year):
    """Feiertagsgesetz NW, written down again."""
    fixed = [(1, 1), (5, 1), (10, 3), (11, 1), (12, 25), (12, 26)]
    moving = [easter(year) + dt.timedelta(days=n) for n in (-2, 1, 39, 50, 60)]
    return {dt.date(year, month, day) for month, day in fixed} | set(moving)


def expected(year):
    """Every opening of two years as wall-clock start and end."""
    site = tomllib.loads(Path(SITE).read_text().split("+++")[1])
    shut = holidays(year) | holidays(year + 1)
    for closure in site.get("closures", []):
        length = (closure["to"] - closure["from"]).days
        shut |= {closure["from"] + dt.timedelta(days=n) for n in range(length + 1)}
    day, found = dt.date(year, 1, 1), []
    while day.year <= year + 1:
        for hours in site["hours"]:
            if DAYS[day.weekday()] == hours["day"] and day not in shut:
                times = [dt.time.fromisoformat(hours[end]) for end in ("from", "to")]
                found.append(tuple(dt.datetime.combine(day, time) for time in times))
        day += dt.timedelta(days=1)
    return sorted(found)


def wall(moment):
    """A moment as Berlin's clocks show it; a parser that lost the zone would be found out here."""
    assert moment.utcoffset() == moment.replace(tzinfo=BERLIN).utcoffset(), moment
    return moment.replace(tzinfo=None)


def with_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    assert len(calendar.walk("VTIMEZONE")) == 1
    found = []
    for event in calendar.walk("VEVENT"):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        days = event.get("EXDATE")
        shut = {wall(day.dt) for day in days.dts} if days else set()
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
        moments = [moment for moment in rule if wall(moment) not in shut]
        found += [(wall(moment), wall(moment + (end - start))) for moment in moments]
        assert wall(start) not in shut, "the first event is an exception"
    return sorted(found)


def with_vobject(text):
    found = []
    for event in vobject.readOne(text).vevent_list:
        start, end = event.dtstart.value, event.dtend.value
        moments = event.getrruleset(addRDate=True)
        found += [(wall(moment), wall(moment + (end - start))) for moment in moments]
    return sorted(found)


def last_sunday(year, month):
    day = dt.date(year, month, 31)
    return day - dt.timedelta(days=(day.weekday() + 1) % 7)


def main():
    text = fetch()
    for private in ("ATTENDEE", "ORGANIZER", "METHOD", "mailto:"):
        assert private not in text, private
    year = dt.datetime.now(BERLIN).year
    wanted = expected(year)
    for name, read in (("icalendar", with_icalendar), ("vobject", with_vobject)):
        found = read(text)
        assert found == wanted, (name, sorted(set(found) ^ set(wanted))[:5])
    changes = [last_sunday(y, month) for y in (year, year + 1) for month in (3, 10)]
    checked = 0
    for change in changes:
        for start, end in wanted:
            if abs((start.date() - change).days) <= 7:
                zoned = start.replace(tzinfo=BERLIN)
                summer = zoned.utcoffset() == dt.timedelta(hours=2)
                assert summer == ((start.date() >= change) == (change.month == 3)), start
                checked += 1
    assert checked > 20, checked
    print(f"{len(wanted)} openings in two parsers, {checked} of them in {len(changes)} weeks of change")


if __name__ == "__main__":
    main()
