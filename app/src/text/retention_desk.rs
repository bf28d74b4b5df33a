//! Texts of the page about what is kept for how long, German only.

use super::desk::desk;
use super::{Msg, format};
use domain::retention::{Period, Rule};
use domain::{Instant, Lang};
use jiff::civil::Date;

pub const TITLE: Msg = desk("Aufbewahrung");
pub const LEAD: Msg = desk(
    "Wie lange was bleibt, was als Nächstes gelöscht wird und was gelöscht wurde. Den Plan ändert die Technik in der Datei retention.toml.",
);
pub const PROMISED: Msg = desk("Was die Datenschutzseite davon verspricht");
pub const EXAMPLE: Msg = desk("Dieser Plan ist ein Beispiel. Fristen und Rechtsgrundlagen müssen Datenschutz, Rechtsstelle und Archiv festlegen.");
pub const PLAN: Msg = desk("Der Plan");
pub const PLAN_TABLE: Msg = desk("Klassen von Daten mit Frist und Rechtsgrundlage");
pub const COL_CLASS: Msg = desk("Daten");
pub const COL_PERIOD: Msg = desk("Frist");
pub const COL_BASIS: Msg = desk("Grundlage");
pub const COL_DUE: Msg = desk("Fällig");
pub const NO_BASIS: Msg = desk("nicht angegeben");
pub const KEPT: Msg = desk("bleibt");
pub const OFFERED: Msg = desk("wird vorher dem Archiv angeboten");
pub const OFFERED_WAIVED: Msg = desk("Das Archiv hat verzichtet.");

pub const ARCHIVE: Msg = desk("Dem Stadtarchiv anbieten");
pub const ARCHIVE_LEAD: Msg = desk(
    "Diese Anfragen sind fällig. Bevor sie gelöscht werden, müssen sie dem Archiv angeboten werden (§ 10 ArchivG NRW). Die Liste enthält keine Namen.",
);
pub const ARCHIVE_TABLE: Msg = desk("Anfragen, die dem Archiv anzubieten sind");
pub const ARCHIVE_NOTHING: Msg = desk("Zurzeit ist nichts anzubieten.");
pub const ARCHIVE_ADMIN: Msg = desk("Anbieten kann sie die Verwaltung.");
pub const COL_REFERENCE: Msg = desk("Anfrage");
pub const COL_KIND: Msg = desk("Art");
pub const COL_FROM_TO: Msg = desk("Von wann");
pub const COL_PROMISED: Msg = desk("Löschen ab");
pub const COL_ANSWER: Msg = desk("Antwort");
pub const NOT_ASKED: Msg = desk("offen");
pub const TAKES: Msg = desk("Das Archiv übernimmt sie");
pub const WAIVES: Msg = desk("Das Archiv verzichtet");
pub const ANSWER_NOTE: Msg = desk(
    "Die Antwort gilt für alle offenen Anfragen der Liste. Gelöscht wird frühestens mit dem Lauf des nächsten Tages; bis dahin lässt sich die Ausgabe speichern.",
);
pub const SAVE: Msg = desk("Ausgabe für das Archiv speichern");
pub const SAVE_NOTE: Msg = desk(
    "Die Datei (JSON) enthält die vollständigen Anfragen mit Namen. Geben Sie sie nur dem Archiv, und löschen Sie sie danach.",
);

pub const RUNS: Msg = desk("Letzte Läufe");
pub const RUNS_TABLE: Msg = desk("Was die letzten Läufe gelöscht haben");
pub const RUNS_NONE: Msg = desk("Noch kein Lauf. Der erste kommt innerhalb einer Minute.");
pub const COL_WHEN: Msg = desk("Wann");
pub const COL_WHAT: Msg = desk("Gelöscht");
pub const NOTHING: Msg = desk("nichts");
pub const BY_HAND: Msg = desk("von Hand");
pub const UNFINISHED: Msg = desk("nicht zu Ende");

pub const DID_TAKE: Msg = desk("Notiert: Das Archiv übernimmt. Speichern Sie jetzt die Ausgabe.");
pub const DID_WAIVE: Msg = desk("Notiert: Das Archiv verzichtet. Gelöscht wird mit dem nächsten Lauf ab morgen.");
pub const DID_NOTHING: Msg = desk("Es gibt nichts auszugeben.");
pub const CHANGED_SHORT: Msg = desk("Die Liste hat sich geändert");
pub const CHANGED: Msg = desk("Inzwischen ist eine Anfrage dazugekommen, geändert oder gelöscht worden. Hier ist der neue Stand; notiert ist nichts.");

/// "365 Tage nach dem Abschluss", or that it stays.
pub fn period(rule: &Rule) -> String {
    match (rule.days, rule.class.period()) {
        (Some(1), _) => format!("1 Tag {}", rule.class.begins()),
        (Some(days), _) => format!("{days} Tage {}", rule.class.begins()),
        (None, Period::Optional) => KEPT.de.to_owned(),
        (None, _) => rule.class.ends().to_owned(),
    }
}

/// "3 beim nächsten Lauf".
pub fn due(n: i64) -> String {
    format!("{n} beim nächsten Lauf")
}

/// "2 warten auf das Archiv".
pub fn waiting(n: i64) -> String {
    if n == 1 { "1 wartet auf das Archiv".to_owned() } else { format!("{n} warten auf das Archiv") }
}

/// "4 in den nächsten 30 Tagen".
pub fn soon(n: i64, days: i64) -> String {
    format!("{n} in den nächsten {days} Tagen")
}

/// "älteste vom 3. März 2026".
pub fn oldest(day: Date) -> String {
    format!("älteste vom {}", format::date(Lang::De, day))
}

/// What a general waiver says.
pub fn waiver(on: Date, reference: &str) -> String {
    let day = format::date(Lang::De, on);
    format!("Das Archiv hat am {day} allgemein verzichtet: {reference}. Es muss nichts angeboten werden.")
}

/// "Das Archiv übernimmt, 24. November".
pub fn answered(takes: bool, day: Date) -> String {
    let what = if takes { "übernimmt" } else { "verzichtet" };
    format!("{what}, {}", format::day_month(Lang::De, day))
}

/// "24. November 2026, 00:01 Uhr".
pub fn moment(at: Instant) -> String {
    let day = format::date(Lang::De, at.day());
    format!("{day}, {} Uhr", format::clock(at.berlin().time()))
}
