//! Texts about similar requests and joint meetings at the desk, German only.

use super::{Msg, msg};
use backend::requests::Likeness;

const fn desk(text: &'static str) -> Msg {
    msg(text, text)
}

pub const SIMILAR: Msg = desk("Ähnliche Anfragen");
pub const TOGETHER: Msg = desk("Gemeinsames Treffen vorschlagen");
pub const TOGETHER_HINT: Msg = desk(
    "Jeder Betrieb bekommt eine eigene Mail und sieht nur sich selbst, Sie und wie viele es sind. Wer nicht will oder nicht kann, ist nicht dabei, ohne dass die anderen es erfahren. Es bleibt dabei, solange zwei übrig sind.",
);
pub const FIRMS: Msg = desk("Betriebe");
pub const OPEN: Msg = desk("Ansehen");
pub const WITHOUT: Msg = desk("Ohne Häkchen ist der Betrieb nicht dabei.");
pub const NOT_THERE: Msg = desk("Diese Betriebe gehen nicht zusammen");
pub const NOT_THERE_SENTENCE: Msg = desk(
    "Für ein gemeinsames Treffen brauchen Sie zwei bis sechs Betriebe, deren Anfragen bestätigt und noch offen sind, und einen Ort, der keinen von ihnen verrät.",
);

/// "Drei Betriebe, gleiches Ziel: Abläufe vereinfachen".
pub fn heading(firms: usize, goal: &str) -> String {
    let number = match firms {
        2 => "Zwei",
        3 => "Drei",
        4 => "Vier",
        5 => "Fünf",
        _ => "Sechs",
    };
    format!("{number} Betriebe, gleiches Ziel: {goal}")
}

/// Why a request is in the list; `sector` and `size` are its own, in words.
pub fn why(likeness: Likeness, sector: &str, size: &str) -> String {
    match likeness {
        Likeness::Sector => format!("gleiche Branche: {sector}"),
        Likeness::Size => format!("gleiche Größe: {size}"),
        Likeness::Goal => "gleiches Ziel".to_owned(),
    }
}

/// Who looks after requests with the same goal that are not shown.
pub fn elsewhere(name: &str, n: i64) -> String {
    match n {
        1 => format!("Um eine weitere mit gleichem Ziel kümmert sich {name}."),
        _ => format!("Um {n} weitere mit gleichem Ziel kümmert sich {name}."),
    }
}

/// Beside the state of a request with a joint meeting.
pub const JOINT: Msg = desk("gemeinsam");

/// A firm at a joint table that whoever looks may not see.
pub const OTHER_FIRM: Msg = desk("weiterer Betrieb");
