"""Reads the calendar of a member of the team with two independent parsers.

    check_feed.py ADDRESS EVENTS

Both parsers agree on every UID, start and end; there is one VTIMEZONE, no attendee, no organiser,
no link; every UID occurs once. Prints a closing count; exits 1 at the first violation, and also
when the number of events is not the one that was expected.
"""

import sys
import urllib.request

import icalendar
import vobject


def main() -> None:
    address, expected = sys.argv[1], int(sys.argv[2])
    with urllib.request.urlopen(address) as answer:
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        text = answer.read().decode()
    calendar = icalendar.Calendar.from_ical(text)
    assert len(calendar.walk("VTIMEZONE")) == 1, "VTIMEZONE"
    one = {}
    for event in calendar.walk("VEVENT"):
        uid = str(event["UID"])
        assert uid not in one, f"{uid} twice"
        for name in ("ATTENDEE", "ORGANIZER", "URL"):
            assert name not in event, f"{uid} has {name}"
        assert str(event["STATUS"]) in ("CONFIRMED", "TENTATIVE"), uid
        one[uid] = (event["DTSTART"].dt, event["DTEND"].dt, str(event["SUMMARY"]))
        assert one[uid][0] < one[uid][1], f"{uid} ends before it begins"
    other = {
        event.uid.value: (event.dtstart.value, event.dtend.value, event.summary.value)
        for event in getattr(vobject.readOne(text), "vevent_list", [])
    }
    assert one == other, f"the parsers disagree: {one} {other}"
    assert len(one) == expected, f"{len(one)} events instead of {expected}"
    print(f"{len(one)} events in two parsers, 0 violations")


if __name__ == "__main__":
    main()
