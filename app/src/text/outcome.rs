//! Texts about what became of a meeting, for the firm and the provider.

use super::{Msg, format, msg};
use domain::Lang;
use domain::outcome::Stage;
use jiff::civil::Date;

pub const QUESTION: Msg = msg("Was ist daraus geworden?", "What became of it?").ls("Wie ging es weiter?");
pub const ANSWER: Msg = msg("Ihre Antwort", "Your answer");
pub const WORDS: Msg = msg(
    "Möchten Sie etwas dazu sagen? (freiwillig)",
    "Would you like to say something about it? (optional)",
).ls("Wollen Sie noch etwas sagen? (Sie müssen nicht.)");
pub const WORDS_HELP: Msg = msg(
    "Das lesen nur wir. Ein Satz genügt.",
    "Only we read this. One sentence is enough.",
).ls("Nur wir lesen das.");
pub const FIGURES: Msg = msg(
    "Was hat es gekostet, was hat es gebracht? (freiwillig)",
    "What did it cost, and what did it bring? (optional)",
).ls("Was hat es gekostet? Was ist jetzt besser? (Sie müssen nicht.)");
pub const MAY_TELL: Msg = msg(
    "Sie dürfen mich auf eine Geschichte ansprechen.",
    "You may speak to me about a story.",
).ls("Sie dürfen mich fragen: Wollen Sie Ihre Geschichte erzählen?");
pub const MAY_TELL_NOTE: Msg = msg(
    "Nichts erscheint ohne Ihre ausdrückliche Zustimmung.",
    "Nothing is published without your explicit consent.",
).ls("Wir zeigen nichts, wenn Sie nicht Ja sagen.");
pub const SEND: Msg = msg("Absenden", "Send").ls("Jetzt senden");
pub const MISSING_SHORT: Msg = msg("Ihre Antwort fehlt noch", "Your answer is missing");
pub const MISSING: Msg = msg(
    "Bitte wählen Sie eine der Antworten.",
    "Please choose one of the answers.",
).ls("Bitte kreuzen Sie eine Antwort an.");
pub const FIRM_LEARNS_NOTHING: Msg = msg(
    "Der Betrieb erfährt Ihre Antwort nicht.",
    "The firm will not see your answer.",
).ls("Die Firma sieht Ihre Antwort nicht.");
pub const EARLIER: Msg = msg("Was Sie bisher gesagt haben", "What you have told us so far").ls("Das haben Sie schon gesagt");
pub const ANSWER_THIS: Msg = msg("Beantworten", "Answer this").ls("Antwort geben");
pub const CHANGE_THIS: Msg = msg("Antwort ändern", "Change the answer");

// Whether we may ask.
pub const ASKING: Msg = msg("Unsere Nachfragen", "Our questions").ls("Unsere Fragen an Sie");
pub const ASKING_ON: Msg = msg(
    "Wir fragen nach einem Treffen, und 3, 6 und 12 Monate danach noch einmal, was daraus geworden ist.",
    "We ask after a meeting, and again 3, 6 and 12 months later, what became of it.",
).ls("Wir fragen Sie nach dem Treffen. Und 3 Monate, 6 Monate und 12 Monate später.");
pub const ASKING_ONCE: Msg = msg(
    "Wir fragen einmal nach einem Treffen, was daraus geworden ist. Später nur, wenn Sie möchten.",
    "We ask once after a meeting what became of it. Later only if you wish.",
).ls("Wir fragen Sie 1 Mal nach dem Treffen. Später nur, wenn Sie das wollen.");
pub const ASKING_OFF: Msg = msg("Wir fragen Sie nicht mehr.", "We do not ask you any more.");
pub const ASK_LATER: Msg = msg(
    "Auch nach 3, 6 und 12 Monaten fragen",
    "Ask after 3, 6 and 12 months, too",
).ls("Auch später fragen");
pub const ASK_AGAIN: Msg = msg("Doch wieder fragen", "Ask me again after all").ls("Wieder fragen");
pub const STOP: Msg = msg("Nicht mehr fragen", "Stop asking me");

// What was just done.
pub const DID_TELL: Msg = msg(
    "Danke, Ihre Antwort ist gespeichert.",
    "Thank you, your answer is stored.",
).ls("Danke. Ihre Antwort ist gespeichert.");
pub const DID_STOP: Msg = msg(
    "Gespeichert. Wir fragen Sie nicht mehr.",
    "Saved. We will not ask you any more.",
).ls("Das ist gespeichert. Wir fragen nicht mehr.");
pub const DID_ALLOW: Msg = msg(
    "Gespeichert. Wir fragen nach 3, 6 und 12 Monaten noch einmal.",
    "Saved. We will ask again after 3, 6 and 12 months.",
).ls("Das ist gespeichert. Wir fragen Sie später noch einmal.");

/// Which meeting a question is about: "Ihr Treffen mit Demir Digital am 2. Dezember 2026".
pub fn about(lang: Lang, with: Option<&str>, day: Date) -> String {
    let day = format::date(lang, day);
    match (lang, with) {
        (Lang::De | Lang::Ls, Some(with)) => format!("Ihr Treffen mit {with} am {day}"),
        (Lang::De | Lang::Ls, None) => format!("Ihr Treffen am {day}"),
        (Lang::En, Some(with)) => format!("Your meeting with {with} on {day}"),
        (Lang::En, None) => format!("Your meeting on {day}"),
    }
}

/// That there is an answer, which can still be changed.
pub fn answered(lang: Lang, day: Date) -> String {
    let day = format::date(lang, day);
    match lang {
        Lang::De => format!("Beantwortet am {day}. Sie können Ihre Antwort noch ändern."),
        Lang::Ls => format!("Ihre Antwort ist vom {day}. Sie können sie noch ändern."),
        Lang::En => format!("Answered on {day}. You can still change your answer."),
    }
}

/// How long after the meeting.
pub const fn stage(stage: Stage) -> Msg {
    match stage {
        Stage::After => msg("nach dem Treffen", "after the meeting"),
        Stage::Months3 => msg("nach 3 Monaten", "after 3 months"),
        Stage::Months6 => msg("nach 6 Monaten", "after 6 months"),
        Stage::Months12 => msg("nach 12 Monaten", "after 12 months"),
    }
}
