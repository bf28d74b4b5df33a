//! Providers.

use super::super::entry::Entry;
use super::super::fields::{Field, MOST, Shape, Vocabulary};
use super::super::problem::Report;
use super::super::values::Values;
use domain::FirmSize;
use domain::content::{Provider, ProviderText};

pub(super) const FIELDS: &[Field] = &[
    Field::text("tagline", 40, "\"Chat und Bestellung\""),
    Field::text("summary", 240, "\"Zwei Sätze fürs Porträt. Was sie können und für wen.\""),
    Field::new("person", Shape::Text(80), "\"Aylin Demir\""),
    Field::text("role", 60, "\"Gründerin\""),
    Field::new("email", Shape::Email, "\"aylin.demir@example.org\""),
    Field::new("phone", Shape::Phone, "\"0231 000000\"").optional(),
    Field::new("website", Shape::Web, "\"https://www.example.org\"").optional(),
    Field::new("people", Shape::Number(1, 100_000), "3"),
    Field::new("district", Shape::Term(Vocabulary::Districts), "\"hoerde\""),
    Field::new("goals", Shape::Terms(Vocabulary::Goals, 1, MOST), "[\"kundenbindung\"]"),
    Field::new("sectors", Shape::Terms(Vocabulary::Sectors, 1, MOST), "[\"handel\"]"),
    Field::new("sizes", Shape::Codes(FirmSize::CODES, 1), "[\"1-9\", \"10-49\"]"),
    Field::new(
        "skills",
        Shape::Texts(2, 6, 60),
        "[\"Bestellung per Nachricht\", \"Kassen anbinden\"]",
    )
    .translated(),
    Field::new("project_from", Shape::Euro, "800"),
    Field::new("project_to", Shape::Euro, "12000"),
    Field::new("day_rate", Shape::Euro, "760").optional(),
    Field::new("languages", Shape::Languages, "[\"de\", \"tr\"]"),
    Field::new("visited_on", Shape::Date, "2026-02-12"),
    Field::new("confirmed_on", Shape::Date, "2026-03-01"),
    Field::new("partner", Shape::Flag, "true").optional(),
    Field::new("not_doing", Shape::Texts(1, 5, 240), "[\"Wir bauen keine Warenwirtschaft.\"]")
        .translated(),
];

pub(super) fn check(values: &Values, report: &mut Report<'_>) {
    if let (Some(from), Some(to)) = (values.number("project_from"), values.number("project_to"))
        && from > to
    {
        report.error(
            values.at("project_to"),
            "Das größte Vorhaben kostet weniger als das kleinste.",
            format!("mindestens {from}, wie „project_from“"),
            format!("project_from = {to}\nproject_to = {from}"),
        );
    }
}

pub(super) fn build(entry: &Entry) -> Option<Provider> {
    let facts = &entry.index.values;
    Some(Provider {
        meta: entry.meta(),
        person: facts.text("person")?,
        email: facts.text("email")?,
        phone: facts.text("phone"),
        website: facts.text("website"),
        people: facts.number("people")?,
        district: facts.text("district")?,
        goals: facts.list("goals"),
        sectors: facts.list("sectors"),
        sizes: facts.list("sizes").iter().filter_map(|code| FirmSize::parse(code)).collect(),
        project: (facts.number("project_from")?, facts.number("project_to")?),
        day_rate: facts.number("day_rate"),
        languages: facts.list("languages"),
        visited_on: facts.date("visited_on")?,
        confirmed_on: facts.date("confirmed_on")?,
        partner: facts.flag("partner", false),
        picture: entry.picture()?,
        text: entry.texts(|doc| {
            let text = |name| doc.values.text(name);
            Some(ProviderText {
                title: text("title")?,
                tagline: text("tagline")?,
                summary: text("summary")?,
                role: text("role")?,
                skills: doc.values.list("skills"),
                not_doing: doc.values.list("not_doing"),
                alt: text("picture.alt")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}
