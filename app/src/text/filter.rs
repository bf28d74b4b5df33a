//! Texts of the filters, the pages of a list and the empty shelf.

use super::{Msg, msg};
use domain::Lang;

pub const FILTER: Msg = msg("Filter", "Filter").ls("Genauer suchen");
pub const APPLY: Msg = msg("Filter anwenden", "Apply filters").ls("Suchen");
pub const GOAL: Msg = msg("Ziel", "Goal");
pub const ANY_GOAL: Msg = msg("Alle Ziele", "All goals");
pub const SECTOR: Msg = msg("Branche", "Line of business").ls("Was macht die Firma?");
pub const ANY_SECTOR: Msg = msg("Alle Branchen", "All lines of business").ls("Alle Firmen");
pub const DISTRICT: Msg = msg("Stadtbezirk", "District").ls("Stadt·teil");
pub const ANY_DISTRICT: Msg = msg("Überall", "Anywhere");
pub const SIZE: Msg = msg("Betriebsgröße", "Firm size").ls("So groß ist die Firma");
pub const ANY_SIZE: Msg = msg("Jede Größe", "Any size");
pub const ONCE: Msg = msg("Kosten einmalig", "One-off cost").ls("Kosten am Anfang");
pub const ANY_COST: Msg = msg("Egal", "Any");
pub const RESET: Msg = msg("Alle Filter entfernen", "Remove all filters").ls("Neu suchen");
pub const EMPTY: Msg = msg("Diese Schublade ist leer", "This drawer is empty").ls("Hier gibt es nichts");
pub const ACTIVE: Msg = msg("Gewählte Filter", "Selected filters").ls("Das haben Sie ausgesucht");

pub const PAGES: Msg = msg("Seiten", "Pages");
pub const PAGE: Msg = msg("Seite ", "Page ");
pub const BACK: Msg = msg("Zurück", "Back");
pub const ON: Msg = msg("Weiter", "Next");

/// What stands on the folded filter: "Filter, 2 aktiv".
pub fn fold(lang: Lang, active: usize) -> String {
    match (lang, active) {
        (_, 0) => FILTER.get(lang).to_owned(),
        (Lang::De | Lang::Ls, n) => format!("Filter, {n} aktiv"),
        (Lang::En, n) => format!("Filter, {n} active"),
    }
}

/// "Ohne ‚50 bis 249‘ wären es 2."
pub fn without(lang: Lang, filter: &str, n: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Ohne „{filter}“ wären es {n}."),
        Lang::En => format!("Without “{filter}” there would be {n}."),
    }
}

/// "Filter entfernen: Handwerk".
pub fn remove_filter(lang: Lang, label: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Filter entfernen: {label}"),
        Lang::En => format!("Remove filter: {label}"),
    }
}

/// "Seite 2 von 4".
pub fn position(lang: Lang, page: usize, pages: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Seite {page} von {pages}"),
        Lang::En => format!("Page {page} of {pages}"),
    }
}
