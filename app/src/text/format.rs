//! How numbers, money and dates are written for people.

use domain::{FirmSize, Instant, Lang, OnceBand};
use jiff::civil::{Date, Time};

/// Whole euros: "1.900 €", "€1,900".
pub fn euros(lang: Lang, amount: u32) -> String {
    let digits = grouped(amount, if lang == Lang::De { '.' } else { ',' });
    match lang {
        Lang::De => format!("{digits}\u{a0}€"),
        Lang::En => format!("€{digits}"),
    }
}

/// A whole number with thousands separated.
pub fn number(lang: Lang, amount: u32) -> String {
    grouped(amount, if lang == Lang::De { '.' } else { ',' })
}

fn grouped(amount: u32, separator: char) -> String {
    let digits = amount.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

const MONTHS: [(&str, &str); 12] = [
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

const fn pick(lang: Lang, pair: (&'static str, &'static str)) -> &'static str {
    match lang {
        Lang::De => pair.0,
        Lang::En => pair.1,
    }
}

/// The name of a weekday, Monday = 0.
pub fn weekday(lang: Lang, from_monday: usize) -> &'static str {
    pick(lang, DAYS[from_monday % 7])
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
    let month = pick(lang, MONTHS[index % 12]);
    match lang {
        Lang::De => format!("{}. {month}", day.day()),
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
        Lang::De => format!("{} bis {} Uhr", short(from), short(to)),
        Lang::En => format!("{} to {}", clock(from), clock(to)),
    }
}

/// A moment on the Werkbank's wall clock: "Dienstag, 2. Dezember, 10:00 Uhr".
pub fn moment(lang: Lang, at: Instant) -> String {
    let at = at.berlin();
    match lang {
        Lang::De => format!("{}, {} Uhr", weekday_date(lang, at.date()), clock(at.time())),
        Lang::En => format!("{}, {}", weekday_date(lang, at.date()), clock(at.time())),
    }
}

/// From – to of a meeting: "10:00 bis 10:45 Uhr", "10:00 to 10:45".
pub fn span(lang: Lang, from: Instant, minutes: i64) -> String {
    let start = clock(from.berlin().time());
    let end = clock(from.plus_minutes(minutes).berlin().time());
    match lang {
        Lang::De => format!("{start} bis {end} Uhr"),
        Lang::En => format!("{start} to {end}"),
    }
}

/// A size band: "10 bis 49".
pub fn size(lang: Lang, size: FirmSize) -> String {
    let pair = match size {
        FirmSize::Solo => ("allein", "alone"),
        FirmSize::Micro => ("1 bis 9", "1 to 9"),
        FirmSize::Small => ("10 bis 49", "10 to 49"),
        FirmSize::Medium => ("50 bis 249", "50 to 249"),
        FirmSize::Large => ("250 und mehr", "250 and more"),
    };
    pick(lang, pair).to_owned()
}

/// A cost band: "1.000 bis 5.000 €".
pub fn once_band(lang: Lang, band: OnceBand) -> String {
    let range = |from: u32, to: u32| match lang {
        Lang::De => format!("{} bis {}", number(lang, from), euros(lang, to)),
        Lang::En => format!("{} to {}", euros(lang, from), number(lang, to)),
    };
    match (band, lang) {
        (OnceBand::Free, Lang::De) => "nichts".to_owned(),
        (OnceBand::Free, Lang::En) => "nothing".to_owned(),
        (OnceBand::Under1000, Lang::De) => format!("unter {}", euros(lang, 1_000)),
        (OnceBand::Under1000, Lang::En) => format!("under {}", euros(lang, 1_000)),
        (OnceBand::To5000, _) => range(1_000, 5_000),
        (OnceBand::To15000, _) => range(5_000, 15_000),
        (OnceBand::To50000, _) => range(15_000, 50_000),
        (OnceBand::Over50000, Lang::De) => format!("über {}", euros(lang, 50_000)),
        (OnceBand::Over50000, Lang::En) => format!("over {}", euros(lang, 50_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date as day, time};

    #[test]
    fn money_and_dates_as_people_write_them() {
        assert_eq!(euros(Lang::De, 1_900), "1.900\u{a0}€");
        assert_eq!(euros(Lang::En, 1_234_567), "€1,234,567");
        assert_eq!(euros(Lang::De, 0), "0\u{a0}€");
        assert_eq!(weekday_date(Lang::De, day(2026, 11, 22)), "Sonntag, 22. November");
        assert_eq!(date(Lang::En, day(2026, 3, 1)), "1 March 2026");
        assert_eq!(hours(Lang::De, time(10, 0, 0, 0), time(18, 30, 0, 0)), "10 bis 18:30 Uhr");
    }
}
