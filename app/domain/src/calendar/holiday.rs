//! Public holidays in North Rhine-Westphalia (Feiertagsgesetz NW § 2), computed, so that no
//! year's list can be forgotten.

use jiff::{ToSpan as _, civil::Date};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// Two days before Easter Sunday.
    GoodFriday,
    /// The day after Easter Sunday.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 39 days after Easter Sunday.
    Ascension,
    /// 50 days after Easter Sunday.
    WhitMonday,
    /// 60 days after Easter Sunday.
    CorpusChristi,
    /// 3 October.
    GermanUnity,
    /// 1 November.
    AllSaints,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
}

impl Holiday {
    /// The German name.
    pub const fn name(self) -> &'static str {
        match self {
            Holiday::NewYear => "Neujahr",
            Holiday::GoodFriday => "Karfreitag",
            Holiday::EasterMonday => "Ostermontag",
            Holiday::LabourDay => "Tag der Arbeit",
            Holiday::Ascension => "Christi Himmelfahrt",
            Holiday::WhitMonday => "Pfingstmontag",
            Holiday::CorpusChristi => "Fronleichnam",
            Holiday::GermanUnity => "Tag der Deutschen Einheit",
            Holiday::AllSaints => "Allerheiligen",
            Holiday::ChristmasDay => "1. Weihnachtstag",
            Holiday::SecondChristmasDay => "2. Weihnachtstag",
        }
    }
}

/// Easter Sunday of a Gregorian year (the algorithm of Meeus, Jones and Butcher).
#[expect(clippy::many_single_char_names, reason = "the published algorithm's own names")]
pub fn easter_sunday(year: i16) -> Date {
    let y = i32::from(year);
    let a = y.rem_euclid(19);
    let (b, c) = (y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let days = h + l - 7 * m + 114;
    // `days` counts from 1 March with a 31-day offset: the quotient is the month, 3 or 4.
    let month = i8::try_from(days.div_euclid(31)).unwrap_or(3);
    let day = i8::try_from(days.rem_euclid(31) + 1).unwrap_or(31);
    Date::new(year, month, day).unwrap_or(Date::MAX)
}

/// The public holiday on `day`, if it is one.
pub fn holiday(day: Date) -> Option<Holiday> {
    let fixed = match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (5, 1) => Some(Holiday::LabourDay),
        (10, 3) => Some(Holiday::GermanUnity),
        (11, 1) => Some(Holiday::AllSaints),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::SecondChristmasDay),
        _ => None,
    };
    fixed.or_else(|| {
        let easter = easter_sunday(day.year());
        let movable = [
            (-2, Holiday::GoodFriday),
            (1, Holiday::EasterMonday),
            (39, Holiday::Ascension),
            (50, Holiday::WhitMonday),
            (60, Holiday::CorpusChristi),
        ];
        movable
            .into_iter()
            .find(|(after, _)| easter.checked_add(after.days()).is_ok_and(|date| date == day))
            .map(|(_, name)| name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_of_many_years() {
        // Published tables, with both extremes and the two known exceptions of simpler rules.
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
            (2285, 3, 22),
        ] {
            assert_eq!(easter_sunday(year), date(year, month, day));
        }
    }

    #[test]
    fn all_eleven_holidays_of_2026() {
        let mut found = Vec::new();
        let mut day = date(2026, 1, 1);
        while day.year() == 2026 {
            if let Some(which) = holiday(day) {
                found.push((day.to_string(), which.name()));
            }
            day = day.tomorrow().unwrap();
        }
        let want = [
            ("2026-01-01", "Neujahr"),
            ("2026-04-03", "Karfreitag"),
            ("2026-04-06", "Ostermontag"),
            ("2026-05-01", "Tag der Arbeit"),
            ("2026-05-14", "Christi Himmelfahrt"),
            ("2026-05-25", "Pfingstmontag"),
            ("2026-06-04", "Fronleichnam"),
            ("2026-10-03", "Tag der Deutschen Einheit"),
            ("2026-11-01", "Allerheiligen"),
            ("2026-12-25", "1. Weihnachtstag"),
            ("2026-12-26", "2. Weihnachtstag"),
        ];
        assert_eq!(found, want.map(|(day, name)| (day.to_owned(), name)));
    }

    #[test]
    fn days_that_are_holidays_elsewhere_are_not_here() {
        for day in [date(2026, 1, 6), date(2026, 10, 31), date(2026, 12, 24), date(2027, 3, 28)] {
            assert_eq!(holiday(day), None, "{day}");
        }
    }
}
