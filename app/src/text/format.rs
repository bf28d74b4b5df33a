//! How numbers, money and dates are written for people.

pub use domain::when::{
    clock, date, day_month, hours, moment, span, weekday, weekday_date, weekday_of,
};
use domain::{FirmSize, Lang, OnceBand};

/// Whole euros: "1.900 €", "€1,900".
pub fn euros(lang: Lang, amount: u32) -> String {
    let digits = grouped(amount, if lang == Lang::En { ',' } else { '.' });
    match lang {
        Lang::De | Lang::Ls => format!("{digits}\u{a0}€"),
        Lang::En => format!("€{digits}"),
    }
}

/// A whole number with thousands separated.
pub fn number(lang: Lang, amount: u32) -> String {
    grouped(amount, if lang == Lang::En { ',' } else { '.' })
}

fn grouped(amount: u32, separator: char) -> String {
    let digits = amount.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Words in the quotation marks of `lang`, which is the language of the words and not of the page:
/// a German sentence on an English page keeps its German marks.
pub fn quoted(lang: Lang, words: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("„{words}“"),
        Lang::En => format!("“{words}”"),
    }
}

/// A size band: "10 bis 49".
pub fn size(lang: Lang, size: FirmSize) -> String {
    let pair = match size {
        FirmSize::Solo => ("allein", "alone"),
        FirmSize::Micro => ("1 bis 9", "1 to 9"),
        FirmSize::Small => ("10 bis 49", "10 to 49"),
        FirmSize::Medium => ("50 bis 249", "50 to 249"),
        FirmSize::Large => ("250 und mehr", "250 or more"),
    };
    lang.pick(pair.0, pair.1).to_owned()
}

/// A cost band: "1.000 bis 5.000 €".
pub fn once_band(lang: Lang, band: OnceBand) -> String {
    let range = |from: u32, to: u32| match lang {
        Lang::De | Lang::Ls => format!("{} bis {}", number(lang, from), euros(lang, to)),
        Lang::En => format!("{} to {}", euros(lang, from), euros(lang, to)),
    };
    match (band, lang) {
        (OnceBand::Free, Lang::De | Lang::Ls) => "nichts".to_owned(),
        (OnceBand::Free, Lang::En) => "nothing".to_owned(),
        (OnceBand::Under1000, Lang::De | Lang::Ls) => format!("unter {}", euros(lang, 1_000)),
        (OnceBand::Under1000, Lang::En) => format!("under {}", euros(lang, 1_000)),
        (OnceBand::To5000, _) => range(1_000, 5_000),
        (OnceBand::To15000, _) => range(5_000, 15_000),
        (OnceBand::To50000, _) => range(15_000, 50_000),
        (OnceBand::Over50000, Lang::De | Lang::Ls) => format!("über {}", euros(lang, 50_000)),
        (OnceBand::Over50000, Lang::En) => format!("over {}", euros(lang, 50_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_as_people_write_it() {
        assert_eq!(euros(Lang::De, 1_900), "1.900\u{a0}€");
        assert_eq!(euros(Lang::En, 1_234_567), "€1,234,567");
        assert_eq!(euros(Lang::De, 0), "0\u{a0}€");
    }
}
