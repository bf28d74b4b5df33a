//! The time zone of the Werkbank, as a calendar without a time zone database needs it.

use super::line::Lines;
use domain::{Instant, calendar, time};

/// Writes the VTIMEZONE: since 1996 summer time lasts from the last Sunday in March to the last
/// Sunday in October. Meetings of earlier years do not exist.
pub(super) fn write(out: &mut Lines) {
    out.raw("BEGIN", "VTIMEZONE");
    out.raw("TZID", time::ZONE);
    out.raw("BEGIN", "DAYLIGHT");
    out.raw("TZOFFSETFROM", "+0100");
    out.raw("TZOFFSETTO", "+0200");
    out.raw("TZNAME", "CEST");
    out.raw("DTSTART", "19960331T020000");
    out.raw("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
    out.raw("END", "DAYLIGHT");
    out.raw("BEGIN", "STANDARD");
    out.raw("TZOFFSETFROM", "+0200");
    out.raw("TZOFFSETTO", "+0100");
    out.raw("TZNAME", "CET");
    out.raw("DTSTART", "19961027T030000");
    out.raw("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
    out.raw("END", "STANDARD");
    out.raw("END", "VTIMEZONE");
}

/// The moment on the wall clock, or `None` if the clock shows this time for the second time that
/// night: a local time always means the first (RFC 5545, 3.3.5).
pub(super) fn local(moment: Instant) -> Option<String> {
    if calendar::is_second_pass(moment) {
        return None;
    }
    Some(moment.berlin().strftime("%Y%m%dT%H%M%S").to_string())
}

/// The moment in UTC.
pub(super) fn utc(moment: Instant) -> String {
    let utc = moment.berlin().timestamp();
    utc.strftime("%Y%m%dT%H%M%SZ").to_string()
}
