//! Which times are free.

use super::Opening;
use crate::{Instant, meeting::QUARTER_MS, meeting::Slot};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What to look for.
#[derive(Clone, Copy, Debug)]
pub struct FreeStarts<'a> {
    /// Where and when it is open.
    pub opening: Opening<'a>,
    /// First and last day, both included.
    pub days: (Date, Date),
    /// Quarter hours since the epoch at which the room or the adviser is taken.
    pub taken: &'a BTreeSet<i64>,
    /// Nothing that has begun by now.
    pub now: Instant,
    /// How long the meeting is, in minutes.
    pub minutes: u16,
    /// Free time wanted before and after other meetings, in minutes; rounded up to quarters.
    pub buffer: u16,
}

/// Every time that is free, in order, starting on quarter hours. Times that the clocks skip in
/// spring are not there; times that come twice in autumn are there once.
pub fn free_starts(search: &FreeStarts) -> Vec<Slot> {
    let mut free = Vec::new();
    let mut day = search.days.0;
    while day <= search.days.1 {
        for (opens, closes) in search.opening.spans(day) {
            // The first quarter hour that is not before opening.
            let mut start = -((-opens.0).div_euclid(QUARTER_MS)) * QUARTER_MS;
            while start < closes.0 {
                if let Ok(slot) = Slot::new(Instant(start), search.minutes)
                    && search.opening.check(slot, search.now).is_ok()
                    && !search.is_taken(slot)
                {
                    free.push(slot);
                }
                start += QUARTER_MS;
            }
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    // Hours of a day may overlap or touch; a slot is still offered once.
    free.sort_unstable();
    free.dedup();
    free
}

impl FreeStarts<'_> {
    fn is_taken(&self, slot: Slot) -> bool {
        let buffer = i64::from(self.buffer.div_ceil(15));
        let quarters = slot.quarters();
        self.taken.range(quarters.start - buffer..quarters.end + buffer).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calendar::{at, midnight},
        content::{Hours, Weekday},
    };
    use jiff::civil::{Time, date, time};

    fn search<'a>(
        hours: &'a [Hours],
        day: Date,
        minutes: u16,
        taken: &'a BTreeSet<i64>,
    ) -> FreeStarts<'a> {
        let opening = Opening { hours, closures: &[] };
        let now = midnight(date(2026, 1, 1));
        FreeStarts { opening, days: (day, day), taken, now, minutes, buffer: 0 }
    }

    fn shown(slots: &[Slot]) -> Vec<String> {
        slots.iter().map(|s| s.start().berlin().strftime("%H:%M").to_string()).collect()
    }

    fn hours(day: Weekday, from: Time, to: Time) -> Vec<Hours> {
        vec![Hours { day, from, to }]
    }

    #[test]
    fn an_ordinary_day() {
        let open = hours(Weekday::Tuesday, time(10, 0, 0, 0), time(12, 0, 0, 0));
        let none = BTreeSet::new();
        let day = date(2026, 11, 24);
        let free = free_starts(&search(&open, day, 60, &none));
        assert_eq!(shown(&free), ["10:00", "10:15", "10:30", "10:45", "11:00"]);
        let mut late = search(&open, day, 60, &none);
        late.now = at(day, time(10, 20, 0, 0));
        assert_eq!(shown(&free_starts(&late)), ["10:30", "10:45", "11:00"]);
    }

    #[test]
    fn what_is_taken_keeps_its_distance() {
        let open = hours(Weekday::Tuesday, time(10, 0, 0, 0), time(14, 0, 0, 0));
        let day = date(2026, 11, 24);
        let meeting = Slot::new(at(day, time(11, 30, 0, 0)), 45).unwrap();
        let taken: BTreeSet<i64> = meeting.quarters().collect();
        let mut wanted = search(&open, day, 45, &taken);
        let close = shown(&free_starts(&wanted));
        assert!(close.contains(&"10:45".into()) && close.contains(&"12:15".into()));
        assert!(!close.contains(&"11:00".into()) && !close.contains(&"12:00".into()));
        wanted.buffer = 15;
        let far = shown(&free_starts(&wanted));
        assert!(far.contains(&"10:30".into()) && far.contains(&"12:30".into()));
        assert!(!far.contains(&"10:45".into()) && !far.contains(&"12:15".into()));
    }

    #[test]
    fn hours_off_the_quarter_and_overlapping_hours() {
        let day = date(2026, 11, 24);
        let mut open = hours(Weekday::Tuesday, time(10, 5, 0, 0), time(11, 0, 0, 0));
        open.extend(hours(Weekday::Tuesday, time(10, 30, 0, 0), time(11, 20, 0, 0)));
        let free = free_starts(&search(&open, day, 30, &BTreeSet::new()));
        assert_eq!(shown(&free), ["10:15", "10:30", "10:45"]);
    }

    #[test]
    fn the_night_the_clocks_go_forward() {
        let open = hours(Weekday::Sunday, time(1, 0, 0, 0), time(4, 30, 0, 0));
        let none = BTreeSet::new();
        let free = free_starts(&search(&open, date(2027, 3, 28), 60, &none));
        let want = ["01:00", "01:15", "01:30", "01:45", "03:00", "03:15", "03:30"];
        assert_eq!(shown(&free), want);
        let across = free[3];
        assert_eq!(across.end().berlin().strftime("%H:%M").to_string(), "03:45");
        assert_eq!(across.end().0 - across.start().0, 3_600_000);
        // Hours that open or close inside the gap open or close at the change.
        let inside = hours(Weekday::Sunday, time(2, 30, 0, 0), time(3, 30, 0, 0));
        let free = free_starts(&search(&inside, date(2027, 3, 28), 30, &none));
        assert_eq!(shown(&free), ["03:00"]);
        let until = hours(Weekday::Sunday, time(1, 0, 0, 0), time(2, 30, 0, 0));
        let free = free_starts(&search(&until, date(2027, 3, 28), 30, &none));
        assert_eq!(shown(&free), ["01:00", "01:15", "01:30"]);
    }

    #[test]
    fn the_night_the_clocks_go_back() {
        let open = hours(Weekday::Sunday, time(1, 0, 0, 0), time(4, 0, 0, 0));
        let free = free_starts(&search(&open, date(2026, 10, 25), 60, &BTreeSet::new()));
        let want =
            ["01:00", "01:15", "01:30", "01:45", "02:00", "02:15", "02:30", "02:45", "03:00"];
        assert_eq!(shown(&free), want, "every time on the wall once");
        for slot in &free {
            assert_eq!(slot.end().0 - slot.start().0, 3_600_000);
        }
        // The first 02:45 ends at the second 02:45.
        assert_eq!(free[7].end().berlin().strftime("%H:%M %Z").to_string(), "02:45 CET");
    }

    #[test]
    fn leap_day_and_the_turn_of_the_year() {
        let mut open = Vec::new();
        for &day in Weekday::ALL {
            open.extend(hours(day, time(10, 0, 0, 0), time(11, 0, 0, 0)));
        }
        let none = BTreeSet::new();
        let mut wanted = search(&open, date(2028, 2, 28), 60, &none);
        wanted.days.1 = date(2028, 3, 1);
        let days: Vec<String> =
            free_starts(&wanted).iter().map(|slot| slot.day().to_string()).collect();
        assert_eq!(days, ["2028-02-28", "2028-02-29", "2028-03-01"]);
        wanted.days = (date(2026, 12, 30), date(2027, 1, 3));
        let days: Vec<String> =
            free_starts(&wanted).iter().map(|slot| slot.day().to_string()).collect();
        assert_eq!(days, ["2026-12-30", "2026-12-31", "2027-01-02", "2027-01-03"]);
    }

    #[test]
    fn every_quarter_of_two_years_agrees_with_the_wall_clock() {
        let mut open = Vec::new();
        for &day in Weekday::ALL {
            open.extend(hours(day, time(0, 0, 0, 0), time(6, 0, 0, 0)));
        }
        let none = BTreeSet::new();
        let mut wanted = search(&open, date(2026, 6, 1), 15, &none);
        wanted.days.1 = date(2028, 5, 31);
        let free = free_starts(&wanted);
        let mut checked = 0;
        let mut seen = BTreeSet::new();
        for slot in &free {
            let wall = slot.start().berlin().datetime();
            assert!(wall.hour() < 6 && wall.minute() % 15 == 0);
            assert!(seen.insert(wall), "{wall} offered twice");
            checked += 1;
        }
        assert!(checked > 16_000, "{checked}");
    }
}
