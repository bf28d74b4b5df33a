//! The meetings of a person or a room as a calendar to subscribe to. Calendars are shared and
//! synchronised: it names no firm and no person.

use super::line::Lines;
use super::{begin, zone};
use domain::{Instant, meeting::Slot};

/// A calendar of meetings.
#[derive(Clone, Debug)]
pub struct Agenda<'a> {
    /// Name of the calendar.
    pub name: &'a str,
    /// Its meetings.
    pub events: Vec<Event>,
}

/// One time in it.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its identity: the same as long as it is the same meeting.
    pub uid: String,
    /// Number of the change.
    pub sequence: u32,
    /// When it last changed, so that the calendar is the same until something does.
    pub changed: Instant,
    /// When it is.
    pub slot: Slot,
    /// What it is, with the reference of the request.
    pub summary: String,
    /// The room, or how people meet.
    pub location: String,
    /// Whether it is only held so far.
    pub held: bool,
}

impl Agenda<'_> {
    /// The calendar as text, lines ended by CRLF and folded at 75 octets.
    pub fn write(&self) -> String {
        let mut out = Lines::default();
        begin(&mut out);
        out.text("NAME", self.name);
        out.text("X-WR-CALNAME", self.name);
        out.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        out.raw("X-PUBLISHED-TTL", "PT1H");
        zone::write(&mut out);
        for event in &self.events {
            event.write(&mut out);
        }
        out.raw("END", "VCALENDAR");
        out.finish()
    }
}

impl Event {
    fn write(&self, out: &mut Lines) {
        out.raw("BEGIN", "VEVENT");
        out.text("UID", &self.uid);
        out.raw("SEQUENCE", &self.sequence.to_string());
        out.raw("DTSTAMP", &zone::utc(self.changed));
        out.moment("DTSTART", self.slot.start());
        out.moment("DTEND", self.slot.end());
        out.text("SUMMARY", &self.summary);
        out.text("LOCATION", &self.location);
        out.raw("TRANSP", "OPAQUE");
        out.raw("STATUS", if self.held { "TENTATIVE" } else { "CONFIRMED" });
        out.raw("END", "VEVENT");
    }
}
