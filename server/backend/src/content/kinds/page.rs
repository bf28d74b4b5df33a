//! Pages of text.

use super::super::entry::Entry;
use super::super::fields::Field;
use domain::content::{Page, PageText};

pub(super) const FIELDS: &[Field] =
    &[Field::text("description", 160, "\"Wer diese Seite betreibt und wie Sie uns erreichen.\"")];

pub(super) fn build(entry: &Entry) -> Option<Page> {
    Some(Page {
        meta: entry.meta(),
        text: entry.texts(|doc| {
            Some(PageText {
                title: doc.values.text("title")?,
                description: doc.values.text("description")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}
