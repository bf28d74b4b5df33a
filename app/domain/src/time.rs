//! Time: instants are Unix milliseconds, for people everything is in the Werkbank's zone.

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

/// The zone every time is shown in, whatever the zone of the server or the reader.
pub const ZONE: &str = "Europe/Berlin";

/// A moment, as Unix milliseconds: the only form in which moments are stored, because text
/// timestamps of different precision sort wrongly.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Instant(pub i64);

impl Instant {
    /// The moment `ms` milliseconds later (earlier if negative).
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Instant {
        Instant(self.0.saturating_add(ms))
    }

    /// The moment `minutes` later.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Instant {
        self.plus_ms(minutes * 60_000)
    }

    /// The moment `hours` later.
    #[must_use]
    pub const fn plus_hours(self, hours: i64) -> Instant {
        self.plus_ms(hours * 3_600_000)
    }

    /// The moment `days` times 24 hours later.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Instant {
        self.plus_hours(days * 24)
    }

    /// The moment on the wall clock of the Werkbank. Moments beyond the calendar are clamped.
    pub fn berlin(self) -> Zoned {
        let moment = Timestamp::from_millisecond(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        });
        moment.to_zoned(berlin())
    }

    /// The day in Berlin.
    pub fn day(self) -> Date {
        self.berlin().date()
    }
}

impl From<Timestamp> for Instant {
    fn from(moment: Timestamp) -> Instant {
        Instant(moment.as_millisecond())
    }
}

impl From<&Zoned> for Instant {
    fn from(moment: &Zoned) -> Instant {
        Instant(moment.timestamp().as_millisecond())
    }
}

/// Europe/Berlin from the bundled database.
///
/// # Panics
/// Never in practice: the time zone database is compiled in.
pub fn berlin() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn berlin_is_bundled_and_has_summer_time() {
        let winter = Instant(1_795_305_600_000).berlin();
        assert_eq!(winter.offset().seconds(), 3600);
        let summer = winter.checked_add(jiff::Span::new().months(7)).unwrap();
        assert_eq!(summer.offset().seconds(), 7200);
    }
}
