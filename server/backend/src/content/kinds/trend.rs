//! Trends.

use super::super::entry::Entry;
use super::super::fields::{Field, MOST, Shape, Vocabulary};
use domain::content::{Kind, Trend, TrendText};

pub(super) const FIELDS: &[Field] = &[
    Field::text("teaser", 200, "\"Zwei Sätze: was gerade passiert.\""),
    Field::new("sectors", Shape::Terms(Vocabulary::Sectors, 1, MOST), "[\"handwerk\"]"),
    Field::new("goals", Shape::Terms(Vocabulary::Goals, 1, MOST), "[\"ablaeufe\"]"),
    Field::new("providers", Shape::Entries(Kind::Provider), "[\"formblatt-digital\"]").optional(),
    Field::new("stories", Shape::Entries(Kind::Story), "[\"drohne-aufmass\"]").optional(),
];

pub(super) fn build(entry: &Entry) -> Option<Trend> {
    let facts = &entry.index.values;
    Some(Trend {
        meta: entry.meta(),
        sectors: facts.list("sectors"),
        goals: facts.list("goals"),
        providers: facts.slugs("providers"),
        stories: facts.slugs("stories"),
        text: entry.texts(|doc| {
            Some(TrendText {
                title: doc.values.text("title")?,
                teaser: doc.values.text("teaser")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}
