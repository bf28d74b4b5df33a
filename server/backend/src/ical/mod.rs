//! Calendar mails (RFC 5545, RFC 5546): the writer of what an invitation, a move and a
//! cancellation say to a calendar; and what people subscribe to: the opening hours, and the meetings
//! of a person or a room.
//!
//! Every recipient gets an object of their own: the organiser is the site's mailbox and the only
//! attendee is the recipient, so no participant learns another's address. The writer is strict:
//! whatever a name contains, it stays inside its own property.

mod agenda;
mod hours;
mod line;
mod zone;

pub use agenda::{Agenda, Event};
pub use hours::OpeningHours;

use domain::{Instant, meeting::Slot};
use line::Lines;

/// What a calendar mail asks the recipient's calendar to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Enter the event, or move it there.
    Request,
    /// Take it out. A cancellation sent as a request would stay in the calendar.
    Cancel,
}

impl Method {
    /// The value of METHOD, and of the `method` parameter of the mail's content type.
    pub const fn name(self) -> &'static str {
        match self {
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }

    /// The content type of the mail part that carries the object.
    pub const fn content_type(self) -> &'static str {
        match self {
            Method::Request => "text/calendar; charset=utf-8; method=REQUEST",
            Method::Cancel => "text/calendar; charset=utf-8; method=CANCEL",
        }
    }
}

/// A mailbox with the name people see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mailbox<'a> {
    /// Shown name; may contain anything.
    pub name: &'a str,
    /// Address.
    pub email: &'a str,
}

/// One calendar object for one recipient.
#[derive(Clone, Copy, Debug)]
pub struct Invitation<'a> {
    /// What to do.
    pub method: Method,
    /// Identity of the event in this recipient's calendar: the same in every mail about it, and
    /// different from every other recipient's.
    pub uid: &'a str,
    /// Number of the change; rises with each.
    pub sequence: u32,
    /// When this object was made.
    pub stamp: Instant,
    /// When the meeting is.
    pub slot: Slot,
    /// Title.
    pub summary: &'a str,
    /// What it is about; lines may be broken by line feeds.
    pub description: &'a str,
    /// Where it is.
    pub location: &'a str,
    /// The site's mailbox.
    pub organizer: Mailbox<'a>,
    /// The recipient.
    pub attendee: Mailbox<'a>,
}

impl Invitation<'_> {
    /// The object as text, lines ended by CRLF and folded at 75 octets.
    pub fn write(&self) -> String {
        let mut out = Lines::default();
        begin(&mut out);
        out.raw("METHOD", self.method.name());
        zone::write(&mut out);
        out.raw("BEGIN", "VEVENT");
        out.text("UID", self.uid);
        out.raw("SEQUENCE", &self.sequence.to_string());
        out.raw("DTSTAMP", &zone::utc(self.stamp));
        out.moment("DTSTART", self.slot.start());
        out.moment("DTEND", self.slot.end());
        out.text("SUMMARY", self.summary);
        out.text("DESCRIPTION", self.description);
        out.text("LOCATION", self.location);
        out.mailbox("ORGANIZER", &[], self.organizer);
        // The recipient has ticked this time or agreed on the telephone: no answer is asked for.
        let parameters = [
            ("CUTYPE", "INDIVIDUAL"),
            ("ROLE", "REQ-PARTICIPANT"),
            ("PARTSTAT", "ACCEPTED"),
            ("RSVP", "FALSE"),
        ];
        out.mailbox("ATTENDEE", &parameters, self.attendee);
        out.raw("TRANSP", "OPAQUE");
        out.raw(
            "STATUS",
            match self.method {
                Method::Request => "CONFIRMED",
                Method::Cancel => "CANCELLED",
            },
        );
        out.raw("END", "VEVENT");
        out.raw("END", "VCALENDAR");
        out.finish()
    }
}

/// How every object begins.
fn begin(out: &mut Lines) {
    out.raw("BEGIN", "VCALENDAR");
    out.raw("PRODID", "-//Digitale Werkbank//DE");
    out.raw("VERSION", "2.0");
    out.raw("CALSCALE", "GREGORIAN");
}

#[cfg(test)]
mod tests;
