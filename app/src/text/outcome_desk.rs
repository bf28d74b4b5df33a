//! Texts of what became of meetings at the desk, German only.

use super::Msg;
use super::desk::desk;
use domain::meeting::Party;
use domain::outcome::{Answer, ProposalState, Stage};
use domain::{Lang, outcome};

pub const TITLE: Msg = desk("Ergebnisse");
pub const LEAD: Msg = desk(
    "Was Betriebe und Anbieter nach einem Treffen sagen. Aus guten Antworten können Geschichten werden, aus schlechten lernen wir.",
);
pub const EMPTY: Msg = desk("Noch keine Antwort");
pub const EMPTY_HINT: Msg = desk(
    "Am Tag nach einem Treffen fragen wir beide Seiten, den Betrieb nach 3, 6 und 12 Monaten noch einmal, wenn er das möchte.",
);
pub const TO_INBOX: Msg = desk("Zum Eingang");
pub const STORIES: Msg = desk("Vorschläge für Geschichten");
pub const STORIES_LEAD: Msg = desk(
    "Diese Betriebe sagen, dass es sich gelohnt hat. Eine Geschichte braucht ihre ausdrückliche Zustimmung: Sprechen Sie nur an, wer das erlaubt hat.",
);
pub const NO_STORIES: Msg = desk("Zurzeit kein Vorschlag.");
pub const TO_LEARN: Msg = desk("Daraus lernen");
pub const TO_LEARN_LEAD: Msg =
    desk("Hier hat es nichts gebracht, und noch niemand hat aufgeschrieben, woran es lag.");
pub const NOTHING_TO_LEARN: Msg = desk("Zurzeit nichts offen.");
pub const LESSONS: Msg = desk("Was wir gelernt haben");
pub const LESSONS_LEAD: Msg =
    desk("Diese Sätze nennen niemanden. Sie bleiben, wenn die Anfrage gelöscht ist.");
pub const NO_LESSONS: Msg = desk("Noch nichts aufgeschrieben.");
pub const REMOVE: Msg = desk("Entfernen");
pub const ANSWERS: Msg = desk("Alle Antworten");
pub const TABLE: Msg = desk("Antworten, die neuesten zuerst");
pub const COL_FIRM: Msg = desk("Anfrage");
pub const COL_WHO: Msg = desk("Wer, wann");
pub const COL_ANSWER: Msg = desk("Antwort");
pub const DID_REMOVE: Msg = desk("Der Satz ist entfernt.");

// On a request's page.
pub const SECTION: Msg = desk("Was beide Seiten sagen");
pub const ASKED_ONLY: Msg = desk("gefragt, noch keine Antwort");
pub const MAY_TELL: Msg = desk("Darf auf eine Geschichte angesprochen werden.");
pub const MAY_NOT_TELL: Msg = desk("Hat nicht erlaubt, auf eine Geschichte angesprochen zu werden.");
pub const MAY_ASK: Msg = desk("darf angesprochen werden");
pub const MAY_NOT_ASK: Msg = desk("bitte nicht ansprechen");
pub const STORY: Msg = desk("Geschichte");
pub const STORY_NOTE: Msg = desk(
    "Vor jeder Veröffentlichung muss der Betrieb ausdrücklich zustimmen. Im Entwurf sind alle Lücken markiert.",
);
pub const TAKE: Msg = desk("Geschichte schreiben");
pub const PUT_ASIDE: Msg = desk("Zurücklegen");
pub const DRAFT: Msg = desk("Entwurf zum Kopieren");
pub const DOWNLOAD: Msg = desk("Entwurf als Datei speichern");
pub const LESSON: Msg = desk("Was lernen wir daraus?");
pub const LESSON_HELP: Msg = desk(
    "Ein, zwei Sätze ohne Namen und ohne Einzelheiten, an denen man jemanden erkennt: Sie bleiben, wenn die Anfrage gelöscht ist, und alle in der Beratung lesen sie. Leer heißt: entfernen.",
);
pub const LESSON_SAVE: Msg = desk("Satz speichern");
pub const REFUSED: Msg = desk("Das geht noch nicht: Es gibt noch keine Antwort. Oder der Text ist zu lang.");

/// Who answered which question: "Betrieb, nach 3 Monaten".
pub fn who(party: Party, provider: &str, stage: Stage) -> String {
    let stage = super::outcome::stage(stage).get(Lang::De);
    match party {
        Party::Provider => format!("{provider}, {stage}"),
        _ => format!("Betrieb, {stage}"),
    }
}

/// What they chose.
pub const fn answer(party: Party, answer: Answer) -> &'static str {
    match party {
        Party::Provider => answer.by_provider(Lang::De),
        _ => answer.by_firm(Lang::De),
    }
}

/// Where a story proposal stands.
pub const fn proposal(state: ProposalState) -> &'static str {
    match state {
        ProposalState::Proposed => "vorgeschlagen",
        ProposalState::Taken => "wird geschrieben",
        ProposalState::Aside => "zurückgelegt",
    }
}

/// A line of the history: the question and the answer of its detail.
pub fn told(detail: &str) -> String {
    let mut words = detail.split(' ');
    let stage = words.next().and_then(outcome::Stage::parse);
    let party = words.next().and_then(Party::parse).unwrap_or(Party::Sme);
    let chosen = words.next().and_then(Answer::parse);
    let when = stage.map_or("", |stage| super::outcome::stage(stage).get(Lang::De));
    let side = if party == Party::Provider { "Anbieter" } else { "Betrieb" };
    match chosen {
        Some(chosen) => format!("{side} {when}: „{}“", answer(party, chosen)),
        None => format!("{side} {when} gefragt, was daraus geworden ist"),
    }
}
