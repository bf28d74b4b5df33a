//! Signposts.

use super::super::entry::Entry;
use super::super::fields::{Field, Shape};
use domain::content::{Signpost, SignpostText};

pub(super) const FIELDS: &[Field] = &[
    Field::text("teaser", 200, "\"Zwei Sätze: was man dort bekommt.\""),
    Field::text("for_whom", 120, "\"Betriebe, die gerade gründen\""),
    Field::new("link", Shape::Web, "\"https://www.example.org\""),
    Field::new("order", Shape::Number(0, 1000), "10"),
];

pub(super) fn build(entry: &Entry) -> Option<Signpost> {
    let facts = &entry.index.values;
    Some(Signpost {
        meta: entry.meta(),
        link: facts.text("link")?,
        order: facts.number("order")?,
        text: entry.texts(|doc| {
            Some(SignpostText {
                title: doc.values.text("title")?,
                teaser: doc.values.text("teaser")?,
                for_whom: doc.values.text("for_whom")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}
