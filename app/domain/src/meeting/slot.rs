//! A time for a meeting, on quarter hours.

use crate::Instant;
use jiff::civil::Date;

/// Milliseconds in a quarter of an hour.
pub const QUARTER_MS: i64 = 15 * 60 * 1000;

/// Why a time is no slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlotError {
    /// It does not start on a quarter hour.
    OffQuarter,
    /// It does not last 15 to 240 minutes in whole quarters of an hour.
    Duration,
}

/// A start on a quarter hour and a duration. The duration is elapsed time: it is the same on
/// the days when the clocks change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    start: Instant,
    minutes: u16,
}

impl Slot {
    /// The slot of `minutes` that starts at `start`.
    ///
    /// # Errors
    /// [`SlotError`] for a start off the quarter hour and for impossible durations.
    pub const fn new(start: Instant, minutes: u16) -> Result<Slot, SlotError> {
        if start.0.rem_euclid(QUARTER_MS) != 0 {
            return Err(SlotError::OffQuarter);
        }
        if minutes < 15 || minutes > 240 || !minutes.is_multiple_of(15) {
            return Err(SlotError::Duration);
        }
        Ok(Slot { start, minutes })
    }

    /// When it starts.
    pub const fn start(self) -> Instant {
        self.start
    }

    /// When it is over.
    pub const fn end(self) -> Instant {
        self.start.plus_minutes(self.minutes as i64)
    }

    /// How long it is, in minutes.
    pub const fn minutes(self) -> u16 {
        self.minutes
    }

    /// The day in Berlin on which it starts.
    pub fn day(self) -> Date {
        self.start.day()
    }

    /// The moment from which people are reminded of it: the same time on the day before, whatever
    /// the clocks do in between.
    pub fn remind_from(self) -> Instant {
        let start = self.start.berlin();
        let before = start.date().yesterday().unwrap_or(start.date());
        crate::calendar::at(before, start.time())
    }

    /// The quarter hours it takes, counted from the epoch: the rows that are claimed.
    pub const fn quarters(self) -> std::ops::Range<i64> {
        let first = self.start.0.div_euclid(QUARTER_MS);
        first..first + (self.minutes as i64) / 15
    }

    /// Whether the two share a quarter hour.
    pub const fn overlaps(self, other: Slot) -> bool {
        self.start.0 < other.end().0 && other.start.0 < self.end().0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_starts_on_a_quarter_hour_and_lasts_whole_quarters() {
        let ten = Instant(1_795_305_600_000);
        assert_eq!(Slot::new(ten.plus_minutes(5), 45), Err(SlotError::OffQuarter));
        assert_eq!(Slot::new(ten.plus_ms(1), 45), Err(SlotError::OffQuarter));
        for minutes in [0, 10, 50, 255] {
            assert_eq!(Slot::new(ten, minutes), Err(SlotError::Duration), "{minutes}");
        }
        let slot = Slot::new(ten, 45).unwrap();
        assert_eq!(slot.end(), ten.plus_minutes(45));
        assert_eq!(slot.quarters().count(), 3);
        assert_eq!(slot.quarters().start * QUARTER_MS, ten.0);
    }

    #[test]
    fn one_is_reminded_at_the_same_time_of_the_day_before() {
        let at = |month, day, hour| {
            crate::calendar::at(
                jiff::civil::date(2026, month, day),
                jiff::civil::time(hour, 0, 0, 0),
            )
        };
        let from = |start| Slot::new(start, 45).unwrap().remind_from();
        assert_eq!(from(at(12, 2, 10)), at(12, 1, 10));
        assert_eq!(from(at(1, 1, 10)), at(1, 1, 10).plus_hours(-24), "last year");
        // The clocks went back in between: 25 hours.
        assert_eq!(from(at(10, 26, 1)), at(10, 25, 1));
        assert_eq!(at(10, 26, 1).0 - at(10, 25, 1).0, 25 * 3_600_000);
    }

    #[test]
    fn slots_that_only_touch_do_not_overlap() {
        let ten = Instant(1_795_305_600_000);
        let first = Slot::new(ten, 45).unwrap();
        let next = Slot::new(ten.plus_minutes(45), 30).unwrap();
        let late = Slot::new(ten.plus_minutes(30), 30).unwrap();
        assert!(!first.overlaps(next) && !next.overlaps(first));
        assert!(first.overlaps(late) && late.overlaps(first));
        let shared = first.quarters().any(|q| late.quarters().contains(&q));
        assert!(shared);
    }
}
