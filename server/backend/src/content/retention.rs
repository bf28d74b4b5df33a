//! `retention.toml`: how long what is kept. A folder without the file has the default plan.

use super::fields::{Field, Shape};
use super::front_matter;
use super::problem::{At, Problem, Report};
use super::reader::{self, Role};
use super::values::Values;
use domain::retention::{Class, Period, Plan, Rule, UNCONFIRMED_AT_LEAST, Waiver};

/// The name of the file, directly below the folder.
pub(super) const FILE: &str = "retention.toml";

const RULES: &[Field] = &[
    Field::new("class", Shape::Code(Class::CODES), "\"closed\""),
    Field::new("days", Shape::Number(1, 3650), "365").optional(),
    Field::new("basis", Shape::Text(160), "\"Art. 6 Abs. 1 e DSGVO, § 3 DSG NRW\""),
    Field::new("offer", Shape::Flag, "true").optional(),
];

const FIELDS: &[Field] = &[
    Field::new("example", Shape::Flag, "true").optional(),
    Field::new("archive.waived_on", Shape::Date, "2026-11-02").in_optional_table(),
    Field::new("archive.reference", Shape::Text(160), "\"Schreiben des Stadtarchivs, Az. 41-7\"")
        .in_optional_table(),
    Field::new("rules", Shape::Rows(RULES), ""),
];

/// The table of its fields.
pub fn retention_fields() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter()
}

/// Reads the file.
pub(super) fn read(bytes: &[u8], problems: &mut Vec<Problem>) -> Plan {
    let report = &mut Report { file: FILE, list: problems };
    let Some(halves) = front_matter::whole(bytes, report) else { return Plan::default() };
    let fields: Vec<&'static Field> = FIELDS.iter().collect();
    let values = reader::read(&fields, Role::Index, &halves, report);
    check(values.rows("rules"), report);
    let waiver = values.date("archive.waived_on").zip(values.text("archive.reference"));
    Plan {
        rules: values.rows("rules").iter().filter_map(|(_, row)| rule(row)).collect(),
        waiver: waiver.map(|(on, reference)| Waiver { on, reference }),
        example: values.flag("example", false),
    }
}

fn rule(row: &Values) -> Option<Rule> {
    let class = Class::parse(row.str("class")?)?;
    let usual = Plan::default().rule(class).days;
    Some(Rule {
        class,
        days: row.number("days").or(usual),
        basis: row.text("basis")?,
        offer: row.flag("offer", false),
    })
}

fn check(rows: &[(At, Values)], report: &mut Report<'_>) {
    for (n, (at, row)) in rows.iter().enumerate() {
        let Some(class) = row.str("class").and_then(Class::parse) else { continue };
        if rows[..n].iter().any(|(_, other)| other.str("class") == Some(class.code())) {
            report.error(
                *at,
                format!("„{}“ gibt es in [[rules]] schon.", class.code()),
                "jede Klasse höchstens einmal",
                "",
            );
        }
        days(class, row, report);
        if row.flag("offer", false) && !class.is_of_requests() {
            report.error(
                row.at("offer"),
                format!("„{}“ ist keine Akte für das Archiv.", class.code()),
                "„offer“ nur bei unconfirmed, withdrawn, closed und open",
                "",
            );
        }
    }
}

fn days(class: Class, row: &Values, report: &mut Report<'_>) {
    let Some(days) = row.number("days") else { return };
    if matches!(class.period(), Period::AtOnce | Period::Kept) {
        report.error(
            row.at("days"),
            format!("„{}“ hat keine Frist: {}.", class.code(), class.ends()),
            "kein Feld „days“",
            "",
        );
    }
    if class == Class::Unconfirmed && days < UNCONFIRMED_AT_LEAST {
        report.error(
            row.at("days"),
            "Am fünften Tag erinnert das Programm das Team; vorher darf nichts gelöscht werden.",
            format!("mindestens {UNCONFIRMED_AT_LEAST} Tage"),
            "days = 14",
        );
    }
}
