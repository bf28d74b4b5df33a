//! Opening hours as a calendar to subscribe to: an event for each weekday that repeats every week,
//! without the days on which the room is closed.

use super::line::Lines;
use super::{begin, zone};
use domain::calendar::{Opening, midnight};
use domain::content::{Hours, Weekday};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};

/// The calendar of a room. It says nothing that the page about visiting does not say.
#[derive(Clone, Copy, Debug)]
pub struct OpeningHours<'a> {
    /// When it is open.
    pub opening: Opening<'a>,
    /// Ends every UID: the site and the server it is on.
    pub identity: &'a str,
    /// Name of the calendar.
    pub name: &'a str,
    /// Title of every event.
    pub summary: &'a str,
    /// What a visitor should know.
    pub description: &'a str,
    /// Where it is.
    pub location: &'a str,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
    /// The page that says the same.
    pub url: &'a str,
    /// The day the calendar is made for. It reaches from the beginning of this year to the end of
    /// the next: further ahead nobody knows when the room will be closed.
    pub today: Date,
}

impl OpeningHours<'_> {
    /// The calendar as text, lines ended by CRLF and folded at 75 octets.
    pub fn write(&self) -> String {
        let mut out = Lines::default();
        begin(&mut out);
        // RFC 7986, and what came before it, for the same: a name, and to look again once a day.
        out.text("NAME", self.name);
        out.text("X-WR-CALNAME", self.name);
        out.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        out.raw("X-PUBLISHED-TTL", "P1D");
        zone::write(&mut out);
        for day in Weekday::ALL.iter().copied() {
            let hours = self.opening.hours.iter().filter(|hours| hours.day == day);
            for (index, hours) in hours.filter(|hours| hours.from < hours.to).enumerate() {
                self.event(&mut out, hours, index);
            }
        }
        out.raw("END", "VCALENDAR");
        out.finish()
    }

    /// The weekly event of these hours, the `index`th of their weekday; none if the room is closed
    /// on every such day.
    fn event(&self, out: &mut Lines, hours: &Hours, index: usize) {
        let last = self.today.last_of_year().saturating_add(1.year());
        let days = self.days(hours.day, last);
        let (open, closed): (Vec<Date>, Vec<Date>) =
            days.into_iter().partition(|day| self.opening.exception(*day).is_none());
        let Some(first) = open.first().copied() else { return };
        out.raw("BEGIN", "VEVENT");
        // Not the time: hours that change are the same event at another time.
        out.text("UID", &format!("{}-{index}-{}", hours.day.code(), self.identity));
        out.raw("DTSTAMP", &zone::utc(midnight(self.today)));
        out.local("DTSTART", &[local(first, hours.from)]);
        out.local("DTEND", &[local(first, hours.to)]);
        let until = last.tomorrow().map_or(domain::Instant(i64::MAX), midnight).plus_ms(-1000);
        out.raw("RRULE", &format!("FREQ=WEEKLY;UNTIL={}", zone::utc(until)));
        // What lies before the first event is no exception from it.
        let closed: Vec<String> =
            closed.iter().filter(|day| **day > first).map(|day| local(*day, hours.from)).collect();
        if !closed.is_empty() {
            out.local("EXDATE", &closed);
        }
        out.text("SUMMARY", self.summary);
        out.text("DESCRIPTION", self.description);
        out.text("LOCATION", self.location);
        if let Some((latitude, longitude)) = self.position {
            out.raw("GEO", &format!("{latitude:.6};{longitude:.6}"));
        }
        out.raw("URL", self.url);
        // Open doors make nobody busy.
        out.raw("TRANSP", "TRANSPARENT");
        out.raw("END", "VEVENT");
    }

    /// Every such weekday from the beginning of this year to `last`.
    fn days(&self, weekday: Weekday, last: Date) -> Vec<Date> {
        let new_year = self.today.first_of_year();
        let to = i32::from(weekday.number()) - i32::from(Weekday::of(new_year).number());
        let first = new_year.saturating_add(to.rem_euclid(7).days());
        first.series(1.week()).take_while(|day| *day <= last).collect()
    }
}

/// A time on Berlin's wall clock, whatever its offset that day.
fn local(day: Date, at: Time) -> String {
    day.to_datetime(at).strftime("%Y%m%dT%H%M%S").to_string()
}
