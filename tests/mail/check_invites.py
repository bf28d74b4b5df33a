"""Reads every calendar mail in a folder with two independent parsers and checks what iTIP and our
privacy rule demand.

    check_invites.py FOLDER

Per recipient: one UID over all mails, SEQUENCE strictly rising, the MIME method equal to METHOD,
the recipient the only ATTENDEE, no address of another participant anywhere in the mail, and both
parsers agreeing on start and end. Prints one JSON line per mail, with its calendar for a third
parser to read, and a closing count; exits 1 at
the first violation, and also when there was nothing to check.
"""

import email
import email.policy
import json
import sys
from pathlib import Path

import icalendar
import vobject


def calendars(message):
    """The text/calendar parts of a mail, attachments included, decoded."""
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            yield part, part.get_content()


def address(value) -> str:
    return str(value).lower().removeprefix("mailto:")


def main() -> None:
    mails = []
    for file in sorted(Path(sys.argv[1]).glob("*.eml")):
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        mails.append((file, message))
    everybody = {m["X-Envelope-To"].strip().lower() for _, m in mails if m["X-Envelope-To"]}
    if not everybody:
        everybody = {a.addr_spec.lower() for _, m in mails for a in m["To"].addresses}
    seen: dict[str, tuple[str, int]] = {}
    checked = 0
    for file, message in mails:
        recipient = message["To"].addresses[0].addr_spec.lower()
        organiser = None
        for index, (part, text) in enumerate(calendars(message)):
            calendar = icalendar.Calendar.from_ical(text)
            other = vobject.readOne(text)
            event = calendar.walk("VEVENT")[0]
            method = str(calendar["METHOD"])
            uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
            attendees = event.get("ATTENDEE", [])
            attendees = attendees if isinstance(attendees, list) else [attendees]
            organiser = address(event["ORGANIZER"])
            assert len(calendar.walk("VTIMEZONE")) == 1, f"{file}: no VTIMEZONE"
            assert [address(a) for a in attendees] == [recipient], f"{file}: attendees {attendees}"
            assert str(attendees[0].params["RSVP"]).upper() == "FALSE", f"{file}: RSVP"
            mime_method = part.get_param("method")
            if index == 0:
                assert mime_method == method, f"{file}: MIME method {mime_method}, METHOD {method}"
            assert other.vevent.uid.value == uid, f"{file}: parsers disagree on UID"
            assert other.vevent.dtstart.value == event["DTSTART"].dt, f"{file}: DTSTART"
            assert other.vevent.dtend.value == event["DTEND"].dt, f"{file}: DTEND"
            if index > 0:
                continue
            if recipient in seen:
                last_uid, last_sequence = seen[recipient]
                assert uid == last_uid, f"{file}: another UID for {recipient}"
                assert sequence > last_sequence, f"{file}: SEQUENCE {last_sequence} then {sequence}"
            seen[recipient] = (uid, sequence)
            checked += 1
            start, end = (event[name].dt.isoformat() for name in ("DTSTART", "DTEND"))
            print(json.dumps({"mail": file.name, "to": recipient, "method": method,
                              "sequence": sequence, "uid": uid, "start": start, "end": end,
                              "calendar": text}))
        if organiser:
            raw = file.read_text(errors="replace").lower()
            for someone in everybody - {recipient, organiser}:
                assert someone not in raw, f"{file}: names {someone}, another participant"
    uids = [uid for uid, _ in seen.values()]
    assert len(set(uids)) == len(uids), "two recipients share a UID"
    assert checked > 0, "no calendar mail to check"
    print(f"{checked} calendar mails, {len(seen)} recipients, 0 violations")


if __name__ == "__main__":
    main()
