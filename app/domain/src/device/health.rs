//! Whether a kiosk is missed: nobody looks for one while the Werkbank is closed.

use crate::Instant;
use crate::calendar::Opening;

/// A kiosk that was heard of within so many minutes runs.
pub const RUNNING_MINUTES: i64 = 3;

/// After so many minutes of silence while it is open, a kiosk is missed.
pub const MISSED_MINUTES: i64 = 15;

/// Whether a kiosk last heard of at `heard` is missed now. It may be off at night, so its silence
/// counts from the opening on.
pub fn is_missed(opening: &Opening<'_>, heard: Instant, now: Instant) -> bool {
    let open = opening.spans(now.day());
    let since = open.iter().find(|(opens, closes)| *opens <= now && now < *closes);
    since.is_some_and(|(opens, _)| now >= heard.max(*opens).plus_minutes(MISSED_MINUTES))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::at;
    use crate::content::{Hours, Weekday};
    use jiff::civil::{Date, date, time};

    const TUESDAY: Date = date(2026, 11, 24);

    #[test]
    fn silence_counts_while_it_is_open() {
        let hours = [
            Hours { day: Weekday::Tuesday, from: time(10, 0, 0, 0), to: time(12, 0, 0, 0) },
            Hours { day: Weekday::Tuesday, from: time(14, 0, 0, 0), to: time(18, 0, 0, 0) },
        ];
        let opening = Opening { hours: &hours, closures: &[] };
        let when = |hour, minute| at(TUESDAY, time(hour, minute, 0, 0));
        let yesterday = when(18, 0).plus_days(-1);
        for (heard, now, missed) in [
            (yesterday, when(9, 0), false),
            (yesterday, when(10, 14), false),
            (yesterday, when(10, 15), true),
            (when(10, 30), when(10, 44), false),
            (when(10, 30), when(10, 45), true),
            (when(11, 50), when(12, 0), false),
            (when(11, 50), when(13, 0), false),
            (when(11, 50), when(14, 14), false),
            (when(11, 50), when(14, 15), true),
            (when(17, 50), when(18, 0), false),
            // A clock that went back.
            (when(11, 0), when(10, 30), false),
        ] {
            assert_eq!(is_missed(&opening, heard, now), missed, "{heard:?} {now:?}");
        }
        let closed = at(date(2026, 12, 25), time(11, 0, 0, 0));
        assert!(!is_missed(&opening, yesterday, closed));
    }
}
