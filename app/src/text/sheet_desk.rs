//! Texts of the sheet for a meeting, German only.

use super::Msg;
use super::desk::desk;

pub const TITLE: Msg = desk("Blatt zum Treffen");
pub const PRINT: Msg = desk("Blatt zum Ausdrucken");
pub const BACK: Msg = desk("Zurück zur Anfrage");
pub const TO_TEAM: Msg = desk("Blatt für das Team");
pub const TO_TABLE: Msg = desk("Blatt für den Tisch");
pub const HOW_TO_PRINT: Msg = desk("Drucken mit Strg + P, eine Seite A4.");
pub const TEAM_ONLY: Msg = desk("Nur für das Team, nicht auslegen");
pub const AGENCY: Msg = desk("Wirtschaftsförderung");
pub const WHEN: Msg = desk("Wann");
pub const WHERE: Msg = desk("Wo");
pub const HOST: Msg = desk("Gastgeber");
pub const REFERENCE: Msg = desk("Vorgang");
pub const PEOPLE: Msg = desk("Wer dabei ist");
pub const NAME: Msg = desk("Name");
pub const FIRM: Msg = desk("Betrieb");
pub const SIGNATURE: Msg = desk("Unterschrift");
pub const A_FIRM: Msg = desk("Betrieb (stellt sich selbst vor)");
pub const BLANK: Msg = desk("wird am Tisch eingetragen");
pub const AGREED: Msg = desk("Notizen und nächste Schritte");
pub const VOLUNTARY: Msg = desk(
    "Die Unterschrift bestätigt nur, dass Sie da waren. Sie ist freiwillig und verpflichtet zu nichts.",
);
