//! When somebody could come who can make none of the proposed times.

use super::Slot;
use crate::days::{DayError, parse_day};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time, time};

/// Most wishes of one person.
pub const MOST_WISHES: usize = 3;

/// Nobody plans a conversation further ahead, in days.
const DAYS: i32 = 366;

/// When on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// At any time.
    Any,
    /// Before noon.
    Morning,
    /// From noon on.
    Afternoon,
    /// At this time.
    At(Time),
}

impl DayPart {
    /// The code in forms and in the database: `any`, `morning`, `afternoon`, `10:30`.
    pub fn code(self) -> String {
        match self {
            DayPart::Any => "any".to_owned(),
            DayPart::Morning => "morning".to_owned(),
            DayPart::Afternoon => "afternoon".to_owned(),
            DayPart::At(at) => crate::when::clock(at),
        }
    }

    /// The part with this code. Times are on quarter hours.
    pub fn parse(code: &str) -> Option<DayPart> {
        match code {
            "any" => Some(DayPart::Any),
            "morning" => Some(DayPart::Morning),
            "afternoon" => Some(DayPart::Afternoon),
            _ => {
                let (hour, minute) = code.split_once(':')?;
                let digits =
                    |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
                if !digits(hour) || !digits(minute) {
                    return None;
                }
                let at = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
                (at.minute() % 15 == 0).then_some(DayPart::At(at))
            }
        }
    }

    /// The times a form offers: every half hour in which people work.
    pub fn times() -> impl Iterator<Item = DayPart> {
        (8..18).flat_map(|hour| [0, 30].map(|minute| DayPart::At(time(hour, minute, 0, 0))))
    }
}

/// A day, and when on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeWish {
    /// The day.
    pub day: Date,
    /// When on it.
    pub part: DayPart,
}

impl TimeWish {
    /// Whether a meeting at this time is what was wished for.
    pub fn fits(&self, slot: Slot) -> bool {
        let start = slot.start().berlin();
        let noon = time(12, 0, 0, 0);
        let part = match self.part {
            DayPart::Any => true,
            DayPart::Morning => start.time() < noon,
            DayPart::Afternoon => start.time() >= noon,
            DayPart::At(at) => start.time() == at,
        };
        part && start.date() == self.day
    }
}

/// Why a wish was refused. The page chooses the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WishError {
    /// A time of day, but no day.
    NoDay,
    /// No day of the calendar.
    Unreadable,
    /// The day is over.
    Over,
    /// More than a year away.
    FarAway,
    /// No time of day we know.
    Part,
}

/// Reads wishes as day and part, in order. Rows with nothing in them are left out, and so is what
/// is wished for twice; nobody has more than [`MOST_WISHES`].
///
/// # Errors
/// Everything that is wrong, with the number of its row from 0.
pub fn parse_wishes(
    rows: &[(&str, &str)],
    today: Date,
) -> Result<Vec<TimeWish>, Vec<(usize, WishError)>> {
    let (mut wishes, mut errors) = (Vec::new(), Vec::new());
    for (index, (day, part)) in rows.iter().enumerate().take(MOST_WISHES) {
        match parse_row(day, part, today) {
            Ok(Some(wish)) if !wishes.contains(&wish) => wishes.push(wish),
            Ok(_) => {}
            Err(error) => errors.push((index, error)),
        }
    }
    if errors.is_empty() { Ok(wishes) } else { Err(errors) }
}

fn parse_row(day: &str, part: &str, today: Date) -> Result<Option<TimeWish>, WishError> {
    let part = match part.trim() {
        "" => Some(DayPart::Any),
        code => DayPart::parse(code),
    };
    let part = part.ok_or(WishError::Part)?;
    let day = match parse_day(day, today) {
        Ok(day) => day,
        Err(DayError::Missing) if part == DayPart::Any => return Ok(None),
        Err(DayError::Missing) => return Err(WishError::NoDay),
        Err(DayError::FarAway) => return Err(WishError::FarAway),
        Err(_) => return Err(WishError::Unreadable),
    };
    if day < today {
        return Err(WishError::Over);
    }
    if day > today.saturating_add(DAYS.days()) {
        return Err(WishError::FarAway);
    }
    Ok(Some(TimeWish { day, part }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::at;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 24);

    #[test]
    fn a_wish_is_a_day_and_a_time_of_day() {
        let rows = [("2026-12-02", "morning"), ("3.12.2026", "10:30"), ("", "any")];
        let wishes = parse_wishes(&rows, TODAY).unwrap();
        let want = [
            TimeWish { day: date(2026, 12, 2), part: DayPart::Morning },
            TimeWish { day: date(2026, 12, 3), part: DayPart::At(time(10, 30, 0, 0)) },
        ];
        assert_eq!(wishes, want);
        let twice = [("2026-11-24", ""), ("2026-11-24", "any"), ("", "")];
        assert_eq!(parse_wishes(&twice, TODAY).unwrap().len(), 1);
        let many = [("2026-12-02", "any"); 5];
        assert_eq!(parse_wishes(&many, TODAY).unwrap().len(), 1);
    }

    #[test]
    fn everything_that_is_wrong_is_named() {
        for (day, part, error) in [
            ("", "morning", WishError::NoDay),
            ("2026-02-30", "any", WishError::Unreadable),
            ("morgen", "any", WishError::Unreadable),
            ("2026-11-23", "any", WishError::Over),
            ("2027-11-26", "any", WishError::FarAway),
            ("9999-01-01", "any", WishError::FarAway),
            ("2026-12-02", "nachts", WishError::Part),
            ("2026-12-02", "10:07", WishError::Part),
            ("2026-12-02", "25:00", WishError::Part),
            ("2026-12-02", "-1:00", WishError::Part),
        ] {
            let rows = [("2026-12-01", "any"), (day, part)];
            assert_eq!(parse_wishes(&rows, TODAY), Err(vec![(1, error)]), "{day} {part}");
        }
    }

    #[test]
    fn codes_come_back() {
        let parts = [DayPart::Any, DayPart::Morning, DayPart::Afternoon];
        let all: Vec<DayPart> = parts.into_iter().chain(DayPart::times()).collect();
        assert_eq!(all.len(), 23);
        assert!(all.iter().all(|part| DayPart::parse(&part.code()) == Some(*part)));
    }

    #[test]
    fn what_fits() {
        let slot =
            |hour, minute| Slot::new(at(date(2026, 12, 2), time(hour, minute, 0, 0)), 45).unwrap();
        let fits = |part, slot| TimeWish { day: date(2026, 12, 2), part }.fits(slot);
        assert!(fits(DayPart::Any, slot(8, 0)));
        assert!(fits(DayPart::Morning, slot(11, 45)) && !fits(DayPart::Morning, slot(12, 0)));
        assert!(fits(DayPart::Afternoon, slot(12, 0)) && !fits(DayPart::Afternoon, slot(11, 45)));
        let at = DayPart::At(time(10, 30, 0, 0));
        assert!(fits(at, slot(10, 30)) && !fits(at, slot(10, 45)));
        let other = TimeWish { day: date(2026, 12, 3), part: DayPart::Any };
        assert!(!other.fits(slot(10, 0)));
    }
}
