//! The calendar of a site: holidays, opening hours, working days and which times are free.
//! Everything is in Berlin's wall time for people and in elapsed quarter hours underneath, so
//! that the days when the clocks change need no exceptions anywhere else.

mod free;
mod holiday;
mod opening;
mod working_day;

pub use free::{FreeStarts, free_starts};
pub use holiday::{Holiday, easter_sunday, holiday};
pub use opening::{Opening, Unavailable};
pub use working_day::{HOLD_WORKING_DAYS, add_working_days, hold_until, is_working_day};

use crate::{Instant, time};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::AmbiguousOffset,
};

/// The moment at which Berlin's clocks show `time` on `day`. A time that is skipped in spring is
/// the moment of the change; of a time that comes twice in autumn it is the first.
pub fn at(day: Date, time: Time) -> Instant {
    let zone = time::berlin();
    let civil = day.to_datetime(time);
    let ambiguous = zone.to_ambiguous_timestamp(civil);
    let moment = match ambiguous.offset() {
        AmbiguousOffset::Gap { after, .. } => after
            .to_timestamp(civil)
            .ok()
            .and_then(|before_change| zone.following(before_change).next())
            .map(|change| change.timestamp()),
        _ => ambiguous.compatible().ok(),
    };
    moment.map_or(Instant(Timestamp::MAX.as_millisecond()), Instant::from)
}

/// The first moment of `day` in Berlin.
pub fn midnight(day: Date) -> Instant {
    at(day, Time::midnight())
}

/// Whether Berlin's clocks have already shown this time: the second pass of the hour that comes
/// twice in autumn.
pub fn is_second_pass(moment: Instant) -> bool {
    let shown = moment.berlin();
    at(shown.date(), shown.time()) < moment
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn a_skipped_time_is_the_moment_of_the_change() {
        let change = Instant::from("2027-03-28T01:00:00Z".parse::<Timestamp>().unwrap());
        let day = date(2027, 3, 28);
        assert_eq!(at(day, time(1, 45, 0, 0)), change.plus_minutes(-15));
        assert_eq!(at(day, time(2, 0, 0, 0)), change);
        assert_eq!(at(day, time(2, 30, 0, 0)), change);
        assert_eq!(at(day, time(3, 0, 0, 0)), change);
        assert_eq!(at(day, time(3, 15, 0, 0)), change.plus_minutes(15));
    }

    #[test]
    fn a_time_that_comes_twice_is_the_first_one() {
        let day = date(2026, 10, 25);
        let first = Instant::from("2026-10-25T00:30:00Z".parse::<Timestamp>().unwrap());
        assert_eq!(at(day, time(2, 30, 0, 0)), first);
        assert!(!is_second_pass(first));
        assert!(is_second_pass(first.plus_hours(1)));
        assert!(!is_second_pass(first.plus_hours(2)));
        assert_eq!(at(day, time(3, 0, 0, 0)), first.plus_minutes(90));
    }

    #[test]
    fn a_day_may_have_23_or_25_hours() {
        for (day, hours) in
            [(date(2027, 3, 28), 23), (date(2026, 10, 25), 25), (date(2028, 2, 29), 24)]
        {
            let length = midnight(day.tomorrow().unwrap()).0 - midnight(day).0;
            assert_eq!(length, hours * 3_600_000, "{day}");
        }
    }
}
