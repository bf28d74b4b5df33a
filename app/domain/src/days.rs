//! Days that people enter: one day, or from a day to a day, both included.

use jiff::civil::Date;

/// Nobody plans further ahead, or enters what is longer ago: such a year is a slip.
const YEARS: i16 = 5;

/// Why a day was refused. The page chooses the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayError {
    /// Nothing was entered.
    Missing,
    /// No day of the calendar.
    Unreadable,
    /// More than five years away.
    FarAway,
    /// The last day is before the first.
    Reversed,
    /// The last day is over.
    Over,
}

/// Which of two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// The first.
    From,
    /// The last.
    Until,
}

/// Days from a first to a last one, both included; without a last one they go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    from: Date,
    until: Option<Date>,
}

impl Days {
    /// Reads what was entered for the first and the last day. The first may be over, the last may
    /// not. `open` says whether the last one may be left out.
    ///
    /// # Errors
    /// Everything that is wrong, at most one thing for each of the two.
    pub fn parse(
        from: &str,
        until: &str,
        today: Date,
        open: bool,
    ) -> Result<Days, Vec<(Edge, DayError)>> {
        let first = parse_day(from, today).map_err(|error| (Edge::From, error));
        let last = match parse_day(until, today) {
            Ok(day) if day < today => Err((Edge::Until, DayError::Over)),
            Ok(day) => Ok(Some(day)),
            Err(DayError::Missing) if open => Ok(None),
            Err(error) => Err((Edge::Until, error)),
        };
        match (first, last) {
            (Ok(from), Ok(Some(until))) if until < from => {
                Err(vec![(Edge::Until, DayError::Reversed)])
            }
            (Ok(from), Ok(until)) => Ok(Days { from, until }),
            (first, last) => Err(first.err().into_iter().chain(last.err()).collect()),
        }
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day, if there is one.
    pub fn until(self) -> Option<Date> {
        self.until
    }
}

/// Reads a day as browsers send it (`2026-12-24`) or as people write it (`24.12.2026`), where a
/// browser has no field for days.
///
/// # Errors
/// [`DayError::Missing`], [`DayError::Unreadable`] or [`DayError::FarAway`].
pub fn parse_day(typed: &str, today: Date) -> Result<Date, DayError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(DayError::Missing);
    }
    let mut parts = typed.split(['-', '.']).map(str::trim);
    let (Some(a), Some(b), Some(c), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(DayError::Unreadable);
    };
    let (year, month, day) = if typed.contains('.') { (c, b, a) } else { (a, b, c) };
    // Two digits could be any century.
    if year.len() != 4 {
        return Err(DayError::Unreadable);
    }
    let (year, month, day) = (number::<i16>(year)?, number::<i8>(month)?, number::<i8>(day)?);
    let date = Date::new(year, month, day).map_err(|_| DayError::Unreadable)?;
    if (date.year() - today.year()).abs() > YEARS {
        return Err(DayError::FarAway);
    }
    Ok(date)
}

fn number<T: std::str::FromStr>(digits: &str) -> Result<T, DayError> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DayError::Unreadable);
    }
    digits.parse().map_err(|_| DayError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 24);

    #[test]
    fn a_day_is_read_as_browsers_and_as_people_write_it() {
        for typed in ["2026-12-24", "24.12.2026", " 24. 12. 2026 "] {
            assert_eq!(parse_day(typed, TODAY), Ok(date(2026, 12, 24)), "{typed}");
        }
        assert_eq!(parse_day("1.2.2027", TODAY), Ok(date(2027, 2, 1)));
        assert_eq!(parse_day(" ", TODAY), Err(DayError::Missing));
        for typed in ["morgen", "24.12.", "24.12.26", "2026-02-30", "2026-1", "+026-1-1", "1-1-1-1"]
        {
            assert_eq!(parse_day(typed, TODAY), Err(DayError::Unreadable), "{typed}");
        }
        for typed in ["0026-12-24", "2062-12-24", "9999-12-31"] {
            assert_eq!(parse_day(typed, TODAY), Err(DayError::FarAway), "{typed}");
        }
    }

    #[test]
    fn days_go_from_a_day_to_a_day() {
        let parse = |from, until| Days::parse(from, until, TODAY, false);
        let good = parse("2026-11-20", "2026-11-24").unwrap();
        assert_eq!((good.from(), good.until()), (date(2026, 11, 20), Some(TODAY)));
        for (from, until, wrong) in [
            ("", "", vec![(Edge::From, DayError::Missing), (Edge::Until, DayError::Missing)]),
            ("2026-12-02", "2026-12-01", vec![(Edge::Until, DayError::Reversed)]),
            ("2026-11-20", "2026-11-23", vec![(Edge::Until, DayError::Over)]),
            ("gestern", "2026-12-01", vec![(Edge::From, DayError::Unreadable)]),
        ] {
            assert_eq!(parse(from, until), Err(wrong), "{from} {until}");
        }
        let open = Days::parse("2026-12-01", "", TODAY, true).unwrap();
        assert_eq!(open.until(), None);
    }
}
