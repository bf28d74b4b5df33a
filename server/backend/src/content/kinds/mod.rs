//! The kinds of entries: the table of fields of each, and how its type is built from them.

mod adviser;
mod funding;
mod page;
mod provider;
mod signpost;
mod site;
mod story;
mod trend;

use super::entry::{Doc, Entry};
use super::fields::{Field, Shape};
use super::problem::{Problem, Report};
use domain::content::{Content, Kind};

/// Fields of every kind.
const COMMON: &[Field] = &[
    Field::text("title", 90, "\"Sonntagsbrötchen mit Nummer\""),
    Field::new("example", Shape::Flag, "true").optional(),
    Field::new("former", Shape::Former, "[\"alter-name\"]").optional(),
    Field::new("sites", Shape::Entries(Kind::Site), "[\"dortmund\"]").optional(),
];

/// Who looks after an entry and when.
const CARE: [Field; 3] = [
    Field::new("owner", Shape::Entry(Kind::Adviser), "\"jens-albrecht\""),
    Field::new("checked_on", Shape::Date, "2026-03-01"),
    Field::new("next_check", Shape::Date, "2026-09-15"),
];

/// The same where nobody has to.
const OPTIONAL_CARE: [Field; 3] = [CARE[0].optional(), CARE[1].optional(), CARE[2].optional()];

/// A picture of the entry.
const PICTURE: &[Field] = &[
    Field::new("picture.file", Shape::File, "\"bild.svg\""),
    Field::text("picture.alt", 200, "\"Eine Frau hält ein Tablet vor ein Regal.\""),
    Field::new("picture.credit", Shape::Text(100), "\"Zeichnung: Digitale Werkbank\""),
    Field::new("picture.focus", Shape::Number(0, 100), "50").optional(),
    Field::new("picture.focus_y", Shape::Number(0, 100), "40").optional(),
];

/// Whether entries of a kind need somebody who looks after them.
const fn is_cared_for(kind: Kind) -> bool {
    !matches!(kind, Kind::Adviser | Kind::Page | Kind::Site)
}

/// Whether entries of a kind need a text below the front matter.
pub(super) const fn needs_body(kind: Kind) -> bool {
    matches!(kind, Kind::Story | Kind::Trend | Kind::Funding | Kind::Page)
}

/// The table of fields of a kind, in the order in which an editor fills them in.
pub fn fields(kind: Kind) -> Vec<&'static Field> {
    let care = if is_cared_for(kind) { &CARE } else { &OPTIONAL_CARE };
    let (own, picture) = match kind {
        Kind::Story => (story::FIELDS, PICTURE),
        Kind::Provider => (provider::FIELDS, PICTURE),
        Kind::Adviser => (adviser::FIELDS, PICTURE),
        Kind::Funding => (funding::FIELDS, &[][..]),
        Kind::Trend => (trend::FIELDS, &[][..]),
        Kind::Signpost => (signpost::FIELDS, &[][..]),
        Kind::Page => (page::FIELDS, &[][..]),
        Kind::Site => (site::FIELDS, &[][..]),
    };
    COMMON.iter().chain(care).chain(own).chain(picture).collect()
}

/// Who read a text in Leichte Sprache and understood it: what `ls.md` says besides the texts.
const TESTED: [Field; 2] = [
    Field::text("tested_by", 120, "\"Prüfgruppe der Werkstatt am Hafen\"").optional(),
    Field::new("tested_on", Shape::Date, "2026-10-05").translated().optional(),
];

/// The fields that `ls.md` has besides the translated ones.
pub fn plain_fields() -> impl Iterator<Item = &'static Field> {
    TESTED.iter()
}

/// What has to hold between the fields of one entry.
pub(super) fn check(entry: &Entry, report: &mut Report<'_>) {
    let values = &entry.index.values;
    if let (Some(checked), Some(next)) = (values.date("checked_on"), values.date("next_check"))
        && next <= checked
    {
        report.error(
            values.at("next_check"),
            "Die nächste Prüfung liegt nicht nach der letzten.",
            format!("ein Datum nach dem {checked}"),
            "next_check = 2026-09-15",
        );
    }
    if !is_cared_for(entry.kind)
        && values.slug("owner").is_none()
        && values.date("next_check").is_some()
    {
        report.warning(
            values.at("next_check"),
            "Niemand ist für die nächste Prüfung eingetragen.",
            "ein Feld „owner“",
        );
    }
    match entry.kind {
        Kind::Story => story::check(values, report),
        Kind::Provider => provider::check(values, report),
        Kind::Funding => funding::check(values, report),
        Kind::Site => site::check(values, report),
        _ => {}
    }
}

/// What has to hold between the texts of one file.
pub(super) fn check_texts(kind: Kind, doc: &Doc, report: &mut Report<'_>) {
    if kind == Kind::Story {
        story::check_texts(&doc.values, report);
    }
    let tested = ["tested_by", "tested_on"].map(|name| doc.values.get(name));
    if let [Some((at, _)), None] | [None, Some((at, _))] = tested {
        report.error(
            at,
            "Zur Prüfung gehören beide Angaben, „tested_by“ und „tested_on“.",
            "wer den Text geprüft hat und wann, oder keins von beiden",
            "tested_by = \"Prüfgruppe der Werkstatt am Hafen\"\ntested_on = 2026-10-05",
        );
    }
}

/// Builds the type of an entry and puts it into `content`. Called when nothing is wrong with any
/// file; `None` means that a builder asks for a field that its table does not have.
pub(super) fn build(entry: &Entry, content: &mut Content) -> Option<()> {
    let id = entry.id.clone();
    match entry.kind {
        Kind::Story => drop(content.stories.insert(id, story::build(entry)?)),
        Kind::Provider => drop(content.providers.insert(id, provider::build(entry)?)),
        Kind::Adviser => drop(content.advisers.insert(id, adviser::build(entry)?)),
        Kind::Funding => drop(content.funding.insert(id, funding::build(entry)?)),
        Kind::Trend => drop(content.trends.insert(id, trend::build(entry)?)),
        Kind::Signpost => drop(content.signposts.insert(id, signpost::build(entry)?)),
        Kind::Page => drop(content.pages.insert(id, page::build(entry)?)),
        Kind::Site => drop(content.sites.insert(id, site::build(entry)?)),
    }
    Some(())
}

/// The problem of an entry whose builder and table disagree.
pub(super) fn unbuilt(entry: &Entry) -> Problem {
    let mut list = Vec::new();
    let mut report = Report { file: &entry.index.file, list: &mut list };
    report.error(
        super::problem::At::START,
        "Der Eintrag ließ sich nicht übernehmen. Das ist ein Fehler im Programm.",
        "",
        "",
    );
    list.remove(0)
}
