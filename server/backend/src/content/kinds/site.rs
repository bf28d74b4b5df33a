//! Sites.

use super::super::entry::Entry;
use super::super::fields::{Field, MOST, Shape, Vocabulary};
use super::super::plain;
use super::super::problem::{At, Report};
use super::super::values::Values;
use domain::content::{
    Closure, Desk, Hours, Kind, LegalForm, Operator, Room, Site, SiteText, Term, Weekday,
};

const HOURS: &[Field] = &[
    Field::new("day", Shape::Code(Weekday::CODES), "\"di\""),
    Field::new("from", Shape::Time, "\"10:00\""),
    Field::new("to", Shape::Time, "\"18:00\""),
];

const CLOSURES: &[Field] = &[
    Field::new("from", Shape::Date, "2026-12-24"),
    Field::new("to", Shape::Date, "2027-01-02"),
    Field::new("reason", Shape::Text(120), "\"Zwischen den Jahren geschlossen\""),
];

const DISTRICTS: &[Field] = &[
    Field::new("id", Shape::Id, "\"hoerde\""),
    Field::new("de", Shape::Text(60), "\"Hörde\""),
    Field::new("en", Shape::Text(60), "\"Hörde\"").optional(),
    Field::new("region", Shape::Flag, "true").optional(),
];

const SECTORS: &[Field] = &[
    Field::new("id", Shape::Id, "\"handwerk\""),
    Field::new("de", Shape::Text(60), "\"Handwerk\""),
    Field::new("en", Shape::Text(60), "\"Skilled trades\""),
];

const GOALS: &[Field] = &[
    Field::new("id", Shape::Id, "\"kosten\""),
    Field::new("de", Shape::Text(40), "\"Kosten senken\""),
    Field::new("en", Shape::Text(40), "\"Cut costs\""),
    Field::new("ls", Shape::Text(60), "\"Weniger Geld ausgeben\"").optional(),
];

const CRITERIA: &[Field] = &[
    Field::new("id", Shape::Id, "\"region\""),
    Field::new("de", Shape::Text(240), "\"Ihr Betrieb sitzt in der Region.\""),
    Field::new("en", Shape::Text(240), "\"Your firm is based in the region.\""),
];

const DESKS: &[Field] = &[
    Field::new("id", Shape::Id, "\"hoerde\""),
    Field::new("name", Shape::Text(80), "\"Hörde und Aplerbeck\""),
    Field::new("districts", Shape::Terms(Vocabulary::Districts, 0, MOST), "[\"hoerde\"]"),
    Field::new("sectors", Shape::Terms(Vocabulary::Sectors, 0, MOST), "[]"),
    Field::new("adviser", Shape::Entry(Kind::Adviser), "\"jens-albrecht\""),
];

pub(super) const FIELDS: &[Field] = &[
    Field::text("short", 40, "\"Dortmund\""),
    Field::new("phone", Shape::Phone, "\"0231 000000\""),
    Field::new("email", Shape::Email, "\"werkbank@example.org\""),
    Field::new("contact", Shape::Entry(Kind::Adviser), "\"jens-albrecht\""),
    Field::new("pilot_until", Shape::Date, "2027-12-31").optional(),
    Field::new("hours", Shape::Rows(HOURS), ""),
    Field::new("closures", Shape::Rows(CLOSURES), "").optional(),
    Field::new("districts", Shape::Rows(DISTRICTS), ""),
    Field::new("sectors", Shape::Rows(SECTORS), ""),
    Field::new("goals", Shape::Rows(GOALS), ""),
    Field::new("criteria", Shape::Rows(CRITERIA), ""),
    Field::new("desks", Shape::Rows(DESKS), ""),
    Field::new("room.id", Shape::Id, "\"runder-tisch\""),
    Field::new("room.name", Shape::Text(80), "\"Werkbank\""),
    Field::new("room.seats", Shape::Number(1, 1000), "8"),
    Field::new("room.street", Shape::Text(100), "\"Musterstraße 1\""),
    Field::new("room.postcode", Shape::Text(10), "\"44135\""),
    Field::new("room.city", Shape::Text(60), "\"Dortmund\""),
    Field::text("room.access", 600, "\"Der Eingang ist ebenerdig.\""),
    Field::text("room.directions", 600, "\"Vom Hauptbahnhof zu Fuß zehn Minuten.\""),
    Field::new("room.lat", Shape::Decimal(-90.0, 90.0), "51.5140").optional(),
    Field::new("room.lon", Shape::Decimal(-180.0, 180.0), "7.4650").optional(),
    Field::new("operator.name", Shape::Text(120), "\"Wirtschaftsförderung Musterstadt\""),
    Field::new("operator.legal_form", Shape::Code(LegalForm::CODES), "\"city\""),
    Field::new("operator.represented_by", Shape::Text(160), "\"Name der Leitung\""),
    Field::new("operator.street", Shape::Text(100), "\"Musterstraße 1\""),
    Field::new("operator.postcode", Shape::Text(10), "\"44135\""),
    Field::new("operator.city", Shape::Text(60), "\"Dortmund\""),
    Field::new("operator.phone", Shape::Phone, "\"0231 000000\""),
    Field::new("operator.email", Shape::Email, "\"werkbank@example.org\""),
    Field::new("operator.vat_id", Shape::Text(40), "\"DE000000000\"").optional(),
    Field::new("operator.editor", Shape::Text(200), "\"Name, Anschrift wie oben\""),
    Field::new("operator.dpo", Shape::Text(200), "\"datenschutz@example.org\""),
    Field::new("operator.supervisory", Shape::Text(200), "\"Bezirksregierung Musterstadt\""),
];

pub(super) fn check(values: &Values, report: &mut Report<'_>) {
    for table in ["districts", "sectors", "goals", "criteria", "desks"] {
        unique_ids(table, values.rows(table), report);
    }
    for (at, goal) in values.rows("goals") {
        let words = goal.str("de").map_or(0, |label| label.split_whitespace().count());
        if words > 4 {
            report.error(
                goal.get("de").map_or(*at, |(at, _)| at),
                format!("Das Ziel hat {words} Wörter."),
                "ein Verb, höchstens vier Wörter",
                "de = \"Kosten senken\"",
            );
        }
    }
    plain::check_labels(values, report);
    hours(values.rows("hours"), report);
    for (at, closure) in values.rows("closures") {
        if let (Some(from), Some(to)) = (closure.date("from"), closure.date("to"))
            && from > to
        {
            report.error(
                *at,
                "Die Schließung endet, bevor sie anfängt.",
                "„to“ nicht vor „from“",
                "",
            );
        }
    }
    desks(values.rows("desks"), report);
    if values.decimal("room.lat").is_some() != values.decimal("room.lon").is_some() {
        report.error(
            At::START,
            "Zur Lage des Raums gehören beide Angaben, „lat“ und „lon“.",
            "beide oder keine",
            "[room]\nlat = 51.5140\nlon = 7.4650",
        );
    }
}

fn unique_ids(table: &str, rows: &[(At, Values)], report: &mut Report<'_>) {
    for (n, (at, row)) in rows.iter().enumerate() {
        let id = row.str("id");
        if id.is_some() && rows[..n].iter().any(|(_, other)| other.str("id") == id) {
            report.error(
                *at,
                format!("Die Kennung „{}“ gibt es in [[{table}]] schon.", id.unwrap_or_default()),
                "jede Kennung genau einmal",
                "",
            );
        }
    }
}

/// Opening hours end after they begin and do not overlap.
fn hours(rows: &[(At, Values)], report: &mut Report<'_>) {
    for (n, (at, row)) in rows.iter().enumerate() {
        let (Some(from), Some(to)) = (row.time("from"), row.time("to")) else { continue };
        if from >= to {
            report.error(*at, "Die Öffnungszeit endet, bevor sie anfängt.", "„to“ nach „from“", "");
        }
        let overlaps = rows[..n].iter().any(|(_, other)| {
            other.str("day") == row.str("day")
                && other.time("from").is_some_and(|start| start < to)
                && other.time("to").is_some_and(|end| from < end)
        });
        if overlaps {
            report.error(
                *at,
                "Diese Öffnungszeit überschneidet sich mit einer anderen am selben Tag.",
                "Zeiten ohne Überschneidung; mehrere am Tag sind erlaubt",
                "",
            );
        }
    }
}

/// Exactly one desk, or the pool, is responsible for every district and sector, whatever the
/// order of the file: two desks that are equally specific must not share a case.
fn desks(rows: &[(At, Values)], report: &mut Report<'_>) {
    let meet = |a: &[String], b: &[String]| a.is_empty() || a.iter().any(|id| b.contains(id));
    for (n, (at, row)) in rows.iter().enumerate() {
        let (districts, sectors) = (row.list("districts"), row.list("sectors"));
        let known = row.get("districts").is_some() && row.get("sectors").is_some();
        if known && districts.is_empty() && sectors.is_empty() {
            report.error(
                *at,
                "Diese Zuständigkeit nennt weder Bezirk noch Branche.",
                "mindestens eins von beiden; was niemand nennt, kommt in den gemeinsamen Topf",
                "districts = [\"hoerde\"]\nsectors = []",
            );
            continue;
        }
        for (_, other) in &rows[..n] {
            let (d, s) = (other.list("districts"), other.list("sectors"));
            let same_rank =
                d.is_empty() == districts.is_empty() && s.is_empty() == sectors.is_empty();
            if same_rank && meet(&districts, &d) && meet(&sectors, &s) {
                report.error(
                    *at,
                    format!(
                        "„{}“ und „{}“ sind für dieselben Fälle zuständig.",
                        row.str("id").unwrap_or_default(),
                        other.str("id").unwrap_or_default()
                    ),
                    "für jeden Bezirk und jede Branche höchstens eine Zuständigkeit gleicher Art",
                    "",
                );
            }
        }
    }
}

pub(super) fn build(entry: &Entry) -> Option<Site> {
    let facts = &entry.index.values;
    Some(Site {
        meta: entry.meta(),
        room: Room {
            id: facts.text("room.id")?,
            name: facts.text("room.name")?,
            seats: facts.number("room.seats")?,
            street: facts.text("room.street")?,
            postcode: facts.text("room.postcode")?,
            city: facts.text("room.city")?,
            position: facts.decimal("room.lat").zip(facts.decimal("room.lon")),
        },
        phone: facts.text("phone")?,
        email: facts.text("email")?,
        contact: facts.slug("contact")?,
        pilot_until: facts.date("pilot_until"),
        hours: each(facts.rows("hours"), |row| {
            let day = Weekday::parse(row.str("day")?)?;
            Some(Hours { day, from: row.time("from")?, to: row.time("to")? })
        })?,
        closures: each(facts.rows("closures"), |row| {
            let reason = row.text("reason")?;
            Some(Closure { from: row.date("from")?, to: row.date("to")?, reason })
        })?,
        districts: each(facts.rows("districts"), term)?,
        sectors: each(facts.rows("sectors"), term)?,
        goals: each(facts.rows("goals"), term)?,
        criteria: each(facts.rows("criteria"), term)?,
        desks: each(facts.rows("desks"), |row| {
            Some(Desk {
                id: row.text("id")?,
                name: row.text("name")?,
                districts: row.list("districts"),
                sectors: row.list("sectors"),
                adviser: row.slug("adviser")?,
            })
        })?,
        operator: operator(facts)?,
        text: entry.texts(|doc| {
            Some(SiteText {
                title: doc.values.text("title")?,
                short: doc.values.text("short")?,
                access: doc.values.text("room.access")?,
                directions: doc.values.text("room.directions")?,
                body: doc.body.html.clone(),
            })
        })?,
    })
}

fn each<T>(rows: &[(At, Values)], build: impl Fn(&Values) -> Option<T>) -> Option<Vec<T>> {
    rows.iter().map(|(_, row)| build(row)).collect()
}

fn term(row: &Values) -> Option<Term> {
    let de = row.text("de")?;
    let en = row.text("en").unwrap_or_else(|| de.clone());
    let ls = row.text("ls").unwrap_or_else(|| de.clone());
    Some(Term { id: row.text("id")?, de, en, ls, region: row.flag("region", false) })
}

fn operator(facts: &Values) -> Option<Operator> {
    Some(Operator {
        name: facts.text("operator.name")?,
        legal_form: LegalForm::parse(facts.str("operator.legal_form")?)?,
        represented_by: facts.text("operator.represented_by")?,
        street: facts.text("operator.street")?,
        postcode: facts.text("operator.postcode")?,
        city: facts.text("operator.city")?,
        phone: facts.text("operator.phone")?,
        email: facts.text("operator.email")?,
        vat_id: facts.text("operator.vat_id"),
        editor: facts.text("operator.editor")?,
        dpo: facts.text("operator.dpo")?,
        supervisory: facts.text("operator.supervisory")?,
    })
}
