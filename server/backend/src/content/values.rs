//! What the front matter of a file says, each value with its place.

use super::problem::At;
use domain::Slug;
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

/// A value that fits the shape of its field.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// Texts, codes, ids, addresses.
    Text(String),
    /// Lists of them.
    List(Vec<(String, At)>),
    /// True or false.
    Flag(bool),
    /// Whole numbers.
    Number(u32),
    /// Numbers with decimals.
    Decimal(f64),
    /// A date.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// Repeated tables, each with the place of its header.
    Rows(Vec<(At, Values)>),
}

/// The values of a file or of one repeated table by the name of their field. A value that did not
/// fit is not here; its problem was reported when it was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    map: BTreeMap<&'static str, (At, Value)>,
}

impl Values {
    pub fn insert(&mut self, name: &'static str, at: At, value: Value) {
        self.map.insert(name, (at, value));
    }

    pub fn get(&self, name: &str) -> Option<(At, &Value)> {
        self.map.get(name).map(|(at, value)| (*at, value))
    }

    pub fn at(&self, name: &str) -> At {
        self.map.get(name).map_or(At::START, |&(at, _)| at)
    }

    pub fn str(&self, name: &str) -> Option<&str> {
        match self.map.get(name) {
            Some((_, Value::Text(text))) => Some(text),
            _ => None,
        }
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.str(name).map(str::to_owned)
    }

    pub fn slug(&self, name: &str) -> Option<Slug> {
        self.str(name).and_then(Slug::parse)
    }

    /// A list with the places of its elements; a field that was left out is an empty list.
    pub fn elements(&self, name: &str) -> &[(String, At)] {
        match self.map.get(name) {
            Some((_, Value::List(list))) => list,
            _ => &[],
        }
    }

    pub fn list(&self, name: &str) -> Vec<String> {
        self.elements(name).iter().map(|(text, _)| text.clone()).collect()
    }

    pub fn slugs(&self, name: &str) -> Vec<Slug> {
        self.elements(name).iter().filter_map(|(text, _)| Slug::parse(text)).collect()
    }

    pub fn flag(&self, name: &str, default: bool) -> bool {
        match self.map.get(name) {
            Some((_, Value::Flag(flag))) => *flag,
            _ => default,
        }
    }

    pub fn number(&self, name: &str) -> Option<u32> {
        match self.map.get(name) {
            Some((_, Value::Number(number))) => Some(*number),
            _ => None,
        }
    }

    /// A number whose field allows 0 to 100.
    pub fn percent(&self, name: &str) -> Option<u8> {
        self.number(name).and_then(|number| u8::try_from(number).ok())
    }

    pub fn decimal(&self, name: &str) -> Option<f64> {
        match self.map.get(name) {
            Some((_, Value::Decimal(number))) => Some(*number),
            _ => None,
        }
    }

    pub fn date(&self, name: &str) -> Option<Date> {
        match self.map.get(name) {
            Some((_, Value::Date(date))) => Some(*date),
            _ => None,
        }
    }

    pub fn time(&self, name: &str) -> Option<Time> {
        match self.map.get(name) {
            Some((_, Value::Time(time))) => Some(*time),
            _ => None,
        }
    }

    pub fn rows(&self, name: &str) -> &[(At, Values)] {
        match self.map.get(name) {
            Some((_, Value::Rows(rows))) => rows,
            _ => &[],
        }
    }
}
