//! Advisers.

use super::super::entry::Entry;
use super::super::fields::{Field, Shape};
use domain::content::{Adviser, AdviserText};

pub(super) const FIELDS: &[Field] = &[
    Field::text("role", 80, "\"Berater für Hörde und Aplerbeck\""),
    Field::new("phone", Shape::Phone, "\"0231 000000\""),
    Field::new("email", Shape::Email, "\"jens.albrecht@example.org\""),
    Field::text("field", 80, "\"Handwerk und Handel\""),
    Field::new("languages", Shape::Languages, "[\"de\", \"en\"]"),
];

pub(super) fn build(entry: &Entry) -> Option<Adviser> {
    let facts = &entry.index.values;
    Some(Adviser {
        meta: entry.meta(),
        phone: facts.text("phone")?,
        email: facts.text("email")?,
        languages: facts.list("languages"),
        picture: entry.picture()?,
        text: entry.texts(|doc| {
            Some(AdviserText {
                title: doc.values.text("title")?,
                role: doc.values.text("role")?,
                field: doc.values.text("field")?,
                alt: doc.values.text("picture.alt")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}
