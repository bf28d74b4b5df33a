//! Texts for opening a kiosk so that a request can be written on it, German only.

use super::{Msg, msg};

const fn desk(text: &'static str) -> Msg {
    msg(text, text)
}

pub const TITLE: Msg = desk("Eingabe am Kiosk");
pub const LEAD: Msg = desk(
    "Am Kiosk gibt niemand etwas über sich ein, außer jemand möchte es und Sie stehen daneben. Dann öffnen Sie hier das Gerät für zehn Minuten.",
);
pub const HOW: Msg = desk("So geht es");
pub const HOW_OPEN: Msg = desk("Hier das Gerät freigeben.");
pub const HOW_START: Msg =
    desk("Am Kiosk „Kennenlernen“ antippen, dann „Hier ausfüllen, mit unserer Hilfe“.");
pub const HOW_END: Msg = desk(
    "Nach dem Senden „Fertig, alles löschen“. Wer nichts tut, dessen Angaben löscht der Bildschirm von selbst.",
);
pub const NONE: Msg = desk("Kein Gerät ist gekoppelt");
pub const NONE_HINT: Msg = desk("Sobald an diesem Standort ein Kiosk gekoppelt ist, steht er hier.");
pub const OPEN: Msg = desk("Eingabe für 10 Minuten freigeben");
pub const AGAIN: Msg = desk("Noch einmal 10 Minuten");
pub const END: Msg = desk("Eingabe beenden");
pub const CLOSED: Msg = desk("nicht freigegeben");
pub const DID_OPEN: Msg = desk("Das Gerät ist für zehn Minuten freigegeben.");
pub const DID_END: Msg = desk("Die Eingabe am Gerät ist beendet.");

/// "freigegeben bis 14:20 Uhr".
pub fn open_until(clock: &str) -> String {
    format!("freigegeben bis {clock} Uhr")
}
