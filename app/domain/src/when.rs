//! Dates and times in words, on the Werkbank's wall clock.

use crate::{Instant, Lang};
use jiff::civil::{Date, Time};

/// The months, German and English.
pub(crate) const MONTHS: [(&str, &str); 12] = [
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
];

const DAYS: [(&str, &str); 7] = [
    ("Montag", "Monday"),
    ("Dienstag", "Tuesday"),
    ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
    ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
];

/// The name of a weekday, Monday = 0.
pub fn weekday(lang: Lang, from_monday: usize) -> &'static str {
    let (de, en) = DAYS[from_monday % 7];
    lang.pick(de, en)
}

/// The weekday of a date.
pub fn weekday_of(lang: Lang, day: Date) -> &'static str {
    weekday(lang, usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()))
}

/// "22. November 2026", "22 November 2026".
pub fn date(lang: Lang, day: Date) -> String {
    format!("{} {}", day_month(lang, day), day.year())
}

/// "22. November", "22 November".
pub fn day_month(lang: Lang, day: Date) -> String {
    let index = usize::from(day.month().unsigned_abs()).saturating_sub(1);
    let (de, en) = MONTHS[index % 12];
    let month = lang.pick(de, en);
    match lang {
        Lang::De | Lang::Ls => format!("{}. {month}", day.day()),
        Lang::En => format!("{} {month}", day.day()),
    }
}

/// "Dienstag, 2. Dezember", "Tuesday, 2 December".
pub fn weekday_date(lang: Lang, day: Date) -> String {
    format!("{}, {}", weekday_of(lang, day), day_month(lang, day))
}

/// "10:00".
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Opening hours of a day: "10 bis 18 Uhr", "10:30 bis 18 Uhr", "10:00 to 18:00".
pub fn hours(lang: Lang, from: Time, to: Time) -> String {
    let short = |time: Time| {
        if time.minute() == 0 { time.hour().to_string() } else { clock(time) }
    };
    match lang {
        Lang::De | Lang::Ls => format!("{} bis {} Uhr", short(from), short(to)),
        Lang::En => format!("{} to {}", clock(from), clock(to)),
    }
}

/// A moment on the Werkbank's wall clock: "Dienstag, 2. Dezember, 10:00 Uhr".
pub fn moment(lang: Lang, at: Instant) -> String {
    let at = at.berlin();
    match lang {
        Lang::De | Lang::Ls => {
            format!("{}, {} Uhr", weekday_date(lang, at.date()), clock(at.time()))
        }
        Lang::En => format!("{}, {}", weekday_date(lang, at.date()), clock(at.time())),
    }
}

/// From – to of a meeting: "10:00 bis 10:45 Uhr", "10:00 to 10:45".
pub fn span(lang: Lang, from: Instant, minutes: i64) -> String {
    let start = clock(from.berlin().time());
    let end = clock(from.plus_minutes(minutes).berlin().time());
    match lang {
        Lang::De | Lang::Ls => format!("{start} bis {end} Uhr"),
        Lang::En => format!("{start} to {end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date as day, time};

    #[test]
    fn dates_and_times_as_people_write_them() {
        assert_eq!(weekday_date(Lang::De, day(2026, 11, 22)), "Sonntag, 22. November");
        assert_eq!(date(Lang::En, day(2026, 3, 1)), "1 March 2026");
        assert_eq!(hours(Lang::De, time(10, 0, 0, 0), time(18, 30, 0, 0)), "10 bis 18:30 Uhr");
        let noon = Instant(1_795_518_000_000);
        assert_eq!(moment(Lang::De, noon), "Dienstag, 24. November, 12:00 Uhr");
        assert_eq!(span(Lang::En, noon, 45), "12:00 to 12:45");
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(date(Lang::De, day(2027, 12, 31)), "31. Dezember 2027");
        assert_eq!(date(Lang::En, day(2027, 3, 1)), "1 March 2027");
    }
}
