//! Funding programmes.

use super::super::entry::Entry;
use super::super::fields::{Field, MOST, Shape, Vocabulary};
use super::super::problem::Report;
use super::super::values::Values;
use domain::FirmSize;
use domain::content::{Funding, FundingKind, FundingText};

pub(super) const FIELDS: &[Field] = &[
    Field::text("teaser", 200, "\"Zwei Sätze: wofür es Geld gibt und für wen.\""),
    Field::text("body_name", 80, "\"Beispielprogramm des Landes\""),
    Field::new("kind", Shape::Code(FundingKind::CODES), "\"grant\""),
    Field::text("amount", 80, "\"bis 4.000 €\""),
    Field::new("share", Shape::Number(1, 100), "50").optional(),
    Field::new("valid_from", Shape::Date, "2026-01-01"),
    Field::new("valid_until", Shape::Date, "2027-12-31"),
    Field::new("goals", Shape::Terms(Vocabulary::Goals, 0, MOST), "[\"ablaeufe\"]").optional(),
    Field::new("sectors", Shape::Terms(Vocabulary::Sectors, 0, MOST), "[\"handwerk\"]").optional(),
    Field::new("sizes", Shape::Codes(FirmSize::CODES, 0), "[\"solo\", \"1-9\"]").optional(),
    Field::new("apply_first", Shape::Flag, "false").optional(),
    Field::new("link", Shape::Web, "\"https://www.example.org/programm\"").optional(),
];

pub(super) fn check(values: &Values, report: &mut Report<'_>) {
    if let (Some(from), Some(until)) = (values.date("valid_from"), values.date("valid_until"))
        && from > until
    {
        report.error(
            values.at("valid_until"),
            "Das Programm endet, bevor es anfängt.",
            format!("der {from} oder später; der letzte Tag zählt mit"),
            "valid_until = 2027-12-31",
        );
    }
}

pub(super) fn build(entry: &Entry) -> Option<Funding> {
    let facts = &entry.index.values;
    Some(Funding {
        meta: entry.meta(),
        kind: FundingKind::parse(facts.str("kind")?)?,
        share: facts.percent("share"),
        valid_from: facts.date("valid_from")?,
        valid_until: facts.date("valid_until")?,
        goals: facts.list("goals"),
        sectors: facts.list("sectors"),
        sizes: facts.list("sizes").iter().filter_map(|code| FirmSize::parse(code)).collect(),
        apply_first: facts.flag("apply_first", true),
        link: facts.text("link"),
        text: entry.texts(|doc| {
            Some(FundingText {
                title: doc.values.text("title")?,
                teaser: doc.values.text("teaser")?,
                body_name: doc.values.text("body_name")?,
                amount: doc.values.text("amount")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}
