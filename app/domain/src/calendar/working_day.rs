//! Working days, and how long a proposed time is held.

use super::{holiday, midnight};
use crate::Instant;
use jiff::civil::{Date, Weekday};

/// For how many working days proposed times are held.
pub const HOLD_WORKING_DAYS: u32 = 3;

/// Monday to Friday and no public holiday.
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday(day).is_none()
}

/// The `count`th working day after `day`; `day` itself if `count` is 0.
pub fn add_working_days(day: Date, count: u32) -> Date {
    let mut last = day;
    let mut left = count;
    while left > 0 {
        let Ok(next) = last.tomorrow() else { return last };
        last = next;
        if is_working_day(last) {
            left -= 1;
        }
    }
    last
}

/// The moment at which a hold made at `now` runs out: the end of the third working day, so that
/// "gültig bis Donnerstag" includes Thursday.
pub fn hold_until(now: Instant) -> Instant {
    let last = add_working_days(now.day(), HOLD_WORKING_DAYS);
    midnight(last.tomorrow().unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::at;
    use jiff::civil::{date, time};

    #[test]
    fn weekends_and_holidays_do_not_count() {
        // Thursday before Good Friday 2027: Tuesday, Wednesday, Thursday after Easter.
        assert_eq!(add_working_days(date(2027, 3, 25), 3), date(2027, 4, 1));
        // Christmas 2026 is on a Friday and Saturday, New Year on a Friday.
        assert_eq!(add_working_days(date(2026, 12, 23), 3), date(2026, 12, 29));
        assert_eq!(add_working_days(date(2026, 12, 30), 3), date(2027, 1, 5));
        // 29 February 2028 is a Tuesday and counts.
        assert_eq!(add_working_days(date(2028, 2, 28), 1), date(2028, 2, 29));
        assert_eq!(add_working_days(date(2026, 11, 28), 0), date(2026, 11, 28));
    }

    #[test]
    fn a_hold_lasts_to_the_end_of_the_third_working_day() {
        let monday = at(date(2026, 11, 23), time(10, 7, 0, 0));
        assert_eq!(hold_until(monday), midnight(date(2026, 11, 27)));
        // Over the night in which the clocks change: still midnight on the wall.
        let friday = at(date(2026, 10, 23), time(9, 0, 0, 0));
        assert_eq!(hold_until(friday), midnight(date(2026, 10, 29)));
        assert_eq!(hold_until(friday).berlin().hour(), 0);
        // Late in the evening UTC is already another day; Berlin decides.
        let late = at(date(2026, 7, 1), time(0, 30, 0, 0));
        assert_eq!(hold_until(late), midnight(date(2026, 7, 7)));
    }
}
