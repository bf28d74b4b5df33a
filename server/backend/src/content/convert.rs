//! One value of the front matter: does it fit the shape of its field?

use super::fields::{Field, MOST, MOST_EUROS, Shape};
use super::problem::{At, Report};
use super::suggest::nearest;
use super::values::Value;
use ammonia::Url;
use domain::text::{Email, Phone, TextError, line};
use domain::{Slug, id::RESERVED};
use jiff::civil::{Date, Time};
use toml_edit::Value as Toml;

/// Reads `value` into the shape of `field`; `at` tells where a byte offset lies.
pub(super) fn convert(
    field: &Field,
    value: &Toml,
    at: &dyn Fn(usize) -> At,
    report: &mut Report<'_>,
) -> Option<Value> {
    let here = place(value, at);
    match field.shape {
        Shape::Texts(min, max, each) => {
            list(field, value, (min, max), at, report, |text| one_line(text, each))
        }
        Shape::Codes(codes, min) => {
            list(field, value, (min, MOST), at, report, |text| code(text, codes))
        }
        Shape::Former | Shape::Entries(_) => list(field, value, (0, MOST), at, report, slug),
        Shape::Terms(_, min, max) => list(field, value, (min, max), at, report, id),
        Shape::Languages => list(field, value, (1, MOST), at, report, language),
        shape => match single(shape, value) {
            Ok(value) => Some(value),
            Err(fault) => {
                tell(field, &fault, here, report);
                None
            }
        },
    }
}

/// Where a value stands.
fn place(value: &Toml, at: &dyn Fn(usize) -> At) -> At {
    value.span().map_or(At::START, |span| at(span.start))
}

/// Reports what is wrong with a field.
pub(super) fn tell(field: &Field, fault: &str, here: At, report: &mut Report<'_>) {
    let (_, key) = field.place();
    report.error(here, format!("„{key}“: {fault}"), field.shape.describe(), field.written());
}

/// What stands there, for "hier steht …".
pub(super) fn kind_of(value: &Toml) -> &'static str {
    match value {
        Toml::String(_) => "ein Text in Anführungszeichen",
        Toml::Integer(_) => "eine ganze Zahl",
        Toml::Float(_) => "eine Kommazahl",
        Toml::Boolean(_) => "true oder false",
        Toml::Datetime(_) => "ein Datum oder eine Uhrzeit",
        Toml::Array(_) => "eine Liste",
        Toml::InlineTable(_) => "eine Tabelle",
    }
}

fn wrong_kind(value: &Toml) -> String {
    format!("Hier steht {}.", kind_of(value))
}

fn list(
    field: &Field,
    value: &Toml,
    (min, max): (usize, usize),
    at: &dyn Fn(usize) -> At,
    report: &mut Report<'_>,
    check: impl Fn(&str) -> Result<String, String>,
) -> Option<Value> {
    let here = place(value, at);
    let Some(array) = value.as_array() else {
        let fault =
            format!("{} Auch ein einzelner Eintrag gehört in eckige Klammern.", wrong_kind(value));
        tell(field, &fault, here, report);
        return None;
    };
    let mut out: Vec<(String, At)> = Vec::new();
    let mut whole = true;
    for element in array {
        let here = place(element, at);
        let checked = match element.as_str() {
            Some(text) => check(text),
            None => Err(wrong_kind(element)),
        };
        match checked {
            Ok(text) if out.iter().any(|(other, _)| *other == text) => {
                tell(field, &format!("„{text}“ steht zweimal in der Liste."), here, report);
                whole = false;
            }
            Ok(text) => out.push((text, here)),
            Err(fault) => {
                tell(field, &fault, here, report);
                whole = false;
            }
        }
    }
    if array.len() < min || array.len() > max {
        tell(field, &format!("Die Liste hat {} Einträge.", array.len()), here, report);
        whole = false;
    }
    whole.then_some(Value::List(out))
}

fn single(shape: Shape, value: &Toml) -> Result<Value, String> {
    match shape {
        Shape::Flag => value.as_bool().map(Value::Flag).ok_or_else(|| wrong_kind(value)),
        Shape::Number(from, to) => number(value, from, to),
        Shape::Euro => match value {
            Toml::Float(_) => Err("Hier steht eine Kommazahl; 4.000 heißt hier vier.".to_owned()),
            _ => number(value, 0, MOST_EUROS),
        },
        Shape::Decimal(from, to) => {
            #[expect(clippy::cast_precision_loss, reason = "degrees are small")]
            let number = value.as_float().or_else(|| value.as_integer().map(|n| n as f64));
            match number {
                Some(number) if (from..=to).contains(&number) => Ok(Value::Decimal(number)),
                Some(number) => Err(format!("{number} liegt außerhalb.")),
                None => Err(wrong_kind(value)),
            }
        }
        Shape::Date => date(value).map(Value::Date),
        _ => {
            let text = value.as_str().ok_or_else(|| wrong_kind(value))?;
            match shape {
                Shape::Text(max) => one_line(text, max).map(Value::Text),
                Shape::Time => time(text).map(Value::Time),
                Shape::Code(codes) => code(text, codes).map(Value::Text),
                Shape::Entry(_) => slug(text).map(Value::Text),
                Shape::Email => match Email::parse(text) {
                    Ok(email) => Ok(Value::Text(email.as_str().to_owned())),
                    Err(_) => Err(format!("„{text}“ ist keine E-Mail-Adresse.")),
                },
                Shape::Phone => match Phone::parse(text) {
                    Ok(phone) => Ok(Value::Text(phone.as_str().to_owned())),
                    Err(_) => Err(format!("„{text}“ ist keine Telefonnummer.")),
                },
                Shape::Web => web(text).map(Value::Text),
                // Whether the file is there is checked with the folder at hand.
                Shape::File | Shape::Beside(_) => one_line(text, 100).map(Value::Text),
                Shape::Duration => duration(text).map(Value::Number),
                _ => id(text).map(Value::Text),
            }
        }
    }
}

fn number(value: &Toml, from: u32, to: u32) -> Result<Value, String> {
    let number = value.as_integer().ok_or_else(|| wrong_kind(value))?;
    match u32::try_from(number) {
        Ok(number) if (from..=to).contains(&number) => Ok(Value::Number(number)),
        _ if number < i64::from(from) => Err(format!("{number} ist zu klein.")),
        _ => Err(format!("{number} ist zu groß.")),
    }
}

fn date(value: &Toml) -> Result<Date, String> {
    let Toml::Datetime(found) = value else {
        return Err(match value.as_str() {
            Some(text) if text.parse::<Date>().is_ok() => {
                "Das Datum steht in Anführungszeichen.".to_owned()
            }
            _ => wrong_kind(value),
        });
    };
    let found = found.value();
    let (Some(date), None) = (found.date, found.time) else {
        return Err("Hier steht eine Uhrzeit.".to_owned());
    };
    let year = i16::try_from(date.year).unwrap_or_default();
    let month = i8::try_from(date.month).unwrap_or_default();
    let day = i8::try_from(date.day).unwrap_or_default();
    match Date::new(year, month, day) {
        Ok(date) if (2000..2200).contains(&date.year()) => Ok(date),
        Ok(_) => Err(format!("Das Jahr {year} kann nicht stimmen.")),
        Err(_) => Err("Diesen Tag gibt es nicht.".to_owned()),
    }
}

fn time(text: &str) -> Result<Time, String> {
    let parsed = text.split_once(':').filter(|(hour, minute)| {
        let digits = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
        digits(hour) && digits(minute)
    });
    parsed
        .and_then(|(hour, minute)| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok())
        .ok_or_else(|| format!("„{text}“ ist keine Uhrzeit wie „10:00“."))
}

/// Seconds of `2:35`.
fn duration(text: &str) -> Result<u32, String> {
    let parsed = text.split_once(':').filter(|(minutes, seconds)| {
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        (1..=3).contains(&minutes.len()) && seconds.len() == 2 && digits(minutes) && digits(seconds)
    });
    parsed
        .and_then(|(minutes, seconds)| Some((minutes.parse::<u32>().ok()?, seconds.parse().ok()?)))
        .filter(|&(_, seconds): &(u32, u32)| seconds < 60)
        .map(|(minutes, seconds)| minutes * 60 + seconds)
        .filter(|&seconds| seconds > 0)
        .ok_or_else(|| format!("„{text}“ ist keine Dauer wie „2:35“."))
}

fn one_line(text: &str, max: usize) -> Result<String, String> {
    line(text, max).map_err(|error| match error {
        TextError::Empty => "Der Text ist leer.".to_owned(),
        TextError::TooLong(max) => {
            let length = text.trim().chars().count();
            format!("Der Text ist {length} Zeichen lang, {} zu viel.", length.saturating_sub(max))
        }
        _ => "Der Text enthält einen Zeilenumbruch oder ein unsichtbares Zeichen.".to_owned(),
    })
}

fn code(text: &str, codes: &[&str]) -> Result<String, String> {
    if codes.contains(&text) {
        return Ok(text.to_owned());
    }
    Err(format!("„{text}“ gibt es hier nicht.{}", meant(text, codes.iter().copied())))
}

/// " Meinten Sie …?" or nothing.
pub(super) fn meant<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    nearest(typed, names).map_or(String::new(), |name| format!(" Meinten Sie „{name}“?"))
}

/// The name of a folder.
pub(super) fn slug(text: &str) -> Result<String, String> {
    if Slug::parse(text).is_some() {
        return Ok(text.to_owned());
    }
    if RESERVED.contains(&text) {
        return Err(format!("„{text}“ ist für Seiten des Programms vergeben."));
    }
    Err(format!("„{text}“ ist kein Ordnername: 3 bis 60 Zeichen aus a-z, 0-9 und -."))
}

fn id(text: &str) -> Result<String, String> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if (2..=60).contains(&text.len()) && text.bytes().all(plain) {
        return Ok(text.to_owned());
    }
    Err(format!("„{text}“ ist keine Kennung: 2 bis 60 Zeichen aus a-z, 0-9 und -."))
}

fn language(text: &str) -> Result<String, String> {
    if (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase()) {
        return Ok(text.to_owned());
    }
    Err(format!("„{text}“ ist kein Sprachkürzel wie „de“ oder „tr“."))
}

/// An address people may be sent to: https, a host, no user, nothing that looks like another one.
fn web(text: &str) -> Result<String, String> {
    let fault = || format!("„{text}“ ist keine Adresse wie „https://www.example.org“.");
    let rest = text.strip_prefix("https://").ok_or_else(fault)?;
    let url = Url::parse(text).map_err(|_| fault())?;
    let plain = !rest.starts_with(['/', '\\']) && text.chars().all(|c| c > ' ' && c != '\\');
    let anonymous = url.username().is_empty() && url.password().is_none();
    let host = url.domain().is_some_and(|host| host.contains('.'));
    if plain && anonymous && host && text.len() <= 300 { Ok(text.to_owned()) } else { Err(fault()) }
}
