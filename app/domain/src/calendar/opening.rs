//! When meetings may take place.

use super::{Holiday, at, holiday, is_second_pass, midnight};
use crate::{
    Instant,
    content::{Closure, Hours, Site, Weekday},
    meeting::{MeetingPlace, Slot},
};
use jiff::civil::{Date, Time};

/// When advisers meet people outside the room: on working days, 8 to 18.
const OFFICE: [Hours; 5] = [
    office(Weekday::Monday),
    office(Weekday::Tuesday),
    office(Weekday::Wednesday),
    office(Weekday::Thursday),
    office(Weekday::Friday),
];

const fn office(day: Weekday) -> Hours {
    Hours { day, from: Time::constant(8, 0, 0, 0), to: Time::constant(18, 0, 0, 0) }
}

/// Opening hours with their exceptions.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// Weekly hours; a weekday may occur more than once.
    pub hours: &'a [Hours],
    /// Closed days, beside public holidays.
    pub closures: &'a [Closure],
}

/// Why no meeting can be at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// It has begun or is over.
    Past,
    /// Outside the hours.
    Hours,
    /// A public holiday.
    Holiday(Holiday),
    /// A closure; the reason is the site's own text.
    Closed(String),
    /// The adviser is away that day. (Known to the database, not to [`Opening::check`].)
    Away,
    /// Its time comes twice in that night and this is the second: nobody could say which.
    Twice,
}

impl<'a> Opening<'a> {
    /// The hours that count at a place: the room's own, or office hours anywhere else.
    pub fn of(site: &'a Site, place: MeetingPlace) -> Opening<'a> {
        match place {
            MeetingPlace::Room => Opening { hours: &site.hours, closures: &site.closures },
            MeetingPlace::Firm | MeetingPlace::Phone | MeetingPlace::Video => {
                Opening { hours: &OFFICE, closures: &[] }
            }
        }
    }

    /// The moments between which it is open on `day`, in order; none on holidays and closures.
    pub fn spans(&self, day: Date) -> Vec<(Instant, Instant)> {
        if self.exception(day).is_some() {
            return Vec::new();
        }
        self.weekly_spans(day)
    }

    /// Why the whole of `day` is closed, if it is an exception to the weekly hours.
    pub fn exception(&self, day: Date) -> Option<Unavailable> {
        if let Some(which) = holiday(day) {
            return Some(Unavailable::Holiday(which));
        }
        self.closures
            .iter()
            .find(|closure| closure.from <= day && day <= closure.to)
            .map(|closure| Unavailable::Closed(closure.reason.clone()))
    }

    /// Whether a meeting may be at `slot`, as far as the calendar goes.
    ///
    /// # Errors
    /// [`Unavailable`] with the first reason that applies.
    pub fn check(&self, slot: Slot, now: Instant) -> Result<(), Unavailable> {
        if slot.start() <= now {
            return Err(Unavailable::Past);
        }
        let day = slot.day();
        if let Some(why) = self.exception(day) {
            return Err(why);
        }
        if is_second_pass(slot.start()) {
            return Err(Unavailable::Twice);
        }
        let inside = self
            .weekly_spans(day)
            .into_iter()
            .any(|(opens, closes)| opens <= slot.start() && slot.end() <= closes);
        if inside { Ok(()) } else { Err(Unavailable::Hours) }
    }

    fn weekly_spans(&self, day: Date) -> Vec<(Instant, Instant)> {
        let weekday = Weekday::of(day);
        let end = day.tomorrow().map_or(Instant(i64::MAX), midnight);
        let mut spans: Vec<(Instant, Instant)> = self
            .hours
            .iter()
            .filter(|hours| hours.day == weekday && hours.from < hours.to)
            .map(|hours| (at(day, hours.from), at(day, hours.to).min(end)))
            .filter(|(opens, closes)| opens < closes)
            .collect();
        spans.sort_unstable();
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn hours(day: Weekday, from: i8, to: i8) -> Hours {
        Hours { day, from: time(from, 0, 0, 0), to: time(to, 0, 0, 0) }
    }

    fn slot(day: Date, hour: i8, minute: i8) -> Slot {
        Slot::new(at(day, time(hour, minute, 0, 0)), 45).unwrap()
    }

    #[test]
    fn a_slot_has_to_fit_into_the_hours() {
        let week = [hours(Weekday::Tuesday, 10, 13), hours(Weekday::Tuesday, 14, 18)];
        let opening = Opening { hours: &week, closures: &[] };
        let day = date(2026, 11, 24);
        let now = midnight(day);
        assert_eq!(opening.check(slot(day, 10, 0), now), Ok(()));
        assert_eq!(opening.check(slot(day, 12, 15), now), Ok(()));
        assert_eq!(opening.check(slot(day, 17, 15), now), Ok(()));
        for (hour, minute) in [(9, 45), (12, 30), (13, 30), (17, 30)] {
            let found = opening.check(slot(day, hour, minute), now);
            assert_eq!(found, Err(Unavailable::Hours), "{hour}:{minute}");
        }
        let wednesday = slot(date(2026, 11, 25), 10, 0);
        assert_eq!(opening.check(wednesday, now), Err(Unavailable::Hours));
        let at_ten = slot(day, 10, 0);
        assert_eq!(opening.check(at_ten, at_ten.start()), Err(Unavailable::Past));
    }

    #[test]
    fn holidays_and_closures_name_themselves() {
        let friday = [hours(Weekday::Friday, 10, 18)];
        let closed = [Closure {
            from: date(2026, 11, 26),
            to: date(2026, 11, 27),
            reason: "Neue Karten hängen".into(),
        }];
        let opening = Opening { hours: &friday, closures: &closed };
        let now = midnight(date(2026, 11, 1));
        let found = opening.check(slot(date(2026, 11, 27), 10, 0), now);
        assert_eq!(found, Err(Unavailable::Closed("Neue Karten hängen".into())));
        let christmas = opening.check(slot(date(2026, 12, 25), 10, 0), now);
        assert_eq!(christmas, Err(Unavailable::Holiday(Holiday::ChristmasDay)));
        assert!(opening.spans(date(2026, 12, 25)).is_empty());
        assert_eq!(opening.spans(date(2026, 12, 4)).len(), 1);
    }

    #[test]
    fn a_visit_to_a_firm_does_not_depend_on_the_room() {
        let opening = Opening { hours: &OFFICE, closures: &[] };
        let now = midnight(date(2026, 11, 1));
        assert_eq!(opening.check(slot(date(2026, 11, 23), 8, 0), now), Ok(()));
        let saturday = opening.check(slot(date(2026, 11, 28), 10, 0), now);
        assert_eq!(saturday, Err(Unavailable::Hours));
    }
}
