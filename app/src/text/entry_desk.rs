//! Texts for writing down what somebody says in the room or on the telephone, German only.

use super::{Msg, msg};
use domain::request::Reference;

const fn desk(text: &'static str) -> Msg {
    msg(text, text)
}

pub const TITLE: Msg = desk("Anfrage aufnehmen");
pub const LEAD: Msg = desk(
    "Für Menschen, die vor Ihnen stehen oder anrufen. Die Anfrage gilt sofort als bestätigt.",
);
pub const CHANNEL: Msg = desk("Wie haben Sie miteinander gesprochen?");
pub const CHANNEL_VISIT: Msg = desk("Im Raum");
pub const CHANNEL_PHONE: Msg = desk("Am Telefon");
pub const CHANNEL_STAFF: Msg = desk("Anders");
pub const CHANNEL_STAFF_NOTE: Msg = desk("zum Beispiel auf einer Veranstaltung");
pub const PLAN: Msg = desk("Das Anliegen");
pub const FIRM: Msg = desk("Der Betrieb");
pub const LANGUAGE: Msg = desk("In welcher Sprache schreiben wir dem Betrieb?");
pub const SAY: Msg = desk("Sagen Sie bitte dazu");
pub const SAY_WHY: Msg = desk("Wir brauchen die Angaben, um zu beraten und ein Kennenlernen zu vereinbaren.");
pub const SAY_PROVIDER: Msg =
    desk("Kein Anbieter erfährt Namen oder Nummer, bevor der Betrieb es ihm erlaubt.");
pub const SAY_LINK: Msg = desk(
    "Mit einer E-Mail-Adresse kommt ein Link: Dort steht der Stand, und dort lässt sich alles zurückziehen.",
);
pub const ASK_LATER: Msg = desk("Wir dürfen 3, 6 und 12 Monate nach dem Treffen fragen, was daraus geworden ist.");
pub const SEND: Msg = desk("Anfrage aufnehmen");
pub const CANCEL: Msg = desk("Zurück zum Eingang");

pub const SEARCH: Msg = desk("Anfragen suchen");
pub const SEARCH_LABEL: Msg = desk("Name, Betrieb, Nummer oder Zeichen");
pub const LOOK: Msg = desk("Suchen");
pub const SEARCH_END: Msg = desk("Suche beenden");
pub const NOTHING: Msg = desk("Nichts gefunden");
pub const NOTHING_HINT: Msg = desk(
    "Gesucht wird in Betrieb, Name, E-Mail-Adresse, Telefonnummer und Zeichen, auch in abgeschlossenen Anfragen. Ein Stück des Wortes genügt.",
);

pub const COUNT_VISIT: Msg = desk("Besuch zählen");
pub const TAKE_BACK: Msg = desk("einen zurücknehmen");

/// Tells that a request lies with somebody else now.
pub fn taken_down(reference: Reference) -> String {
    format!(
        "Die Anfrage {reference} ist aufgenommen. Sie liegt bei einer Kollegin oder einem Kollegen; dorthin ist eine E-Mail unterwegs."
    )
}

/// "Treffer für „Kaya“".
pub fn hits(typed: &str) -> String {
    format!("Treffer für „{typed}“")
}

/// "heute 3 Besuche".
pub fn visits(n: i64) -> String {
    match n {
        0 => "heute noch keiner".to_owned(),
        1 => "heute einer".to_owned(),
        n => format!("heute {n}"),
    }
}
