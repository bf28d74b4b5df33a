//! Pages of text.

use super::super::entry::Entry;
use super::super::fields::{Field, Shape};
use super::super::film::Attachment;
use domain::content::{Page, PageText};

pub(super) const FIELDS: &[Field] = &[
    Field::text("description", 160, "\"Wer diese Seite betreibt und wie Sie uns erreichen.\""),
    Field::new("dgs.file", Shape::Beside(Attachment::Film), "\"gebaerden.mp4\"")
        .in_optional_table(),
    Field::new("dgs.poster", Shape::File, "\"bild.svg\"").in_optional_table(),
    Field::new("dgs.duration", Shape::Duration, "\"1:40\"").in_optional_table(),
];

pub(super) fn build(entry: &Entry) -> Option<Page> {
    Some(Page {
        meta: entry.meta(),
        sign_language: entry.film("dgs"),
        text: entry.texts(|doc| {
            Some(PageText {
                title: doc.values.text("title")?,
                description: doc.values.text("description")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}
