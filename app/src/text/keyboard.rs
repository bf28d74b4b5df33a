//! Names of the keys of the keyboard on the screen, as a screen reader says them.

use super::{Msg, msg};
use domain::Lang;

pub const KEYBOARD: Msg = msg("Tastatur auf dem Bildschirm", "On-screen keyboard").ls("Tasten zum Schreiben");
pub const SHIFT: Msg = msg("Großbuchstaben und Zeichen", "Capital letters and signs").ls("Große Buchstaben");
pub const BACKSPACE: Msg = msg("Zeichen löschen", "Delete the character before").ls("Buchstaben löschen");
pub const LEFT: Msg = msg("Ein Zeichen nach links", "One character to the left");
pub const RIGHT: Msg = msg("Ein Zeichen nach rechts", "One character to the right");
pub const ACCENT: Msg = msg("Akzent auf den letzten Buchstaben", "Accent on the last letter").ls("Zeichen über dem Buchstaben");
pub const SPACE: Msg = msg("Leerzeichen", "Space").ls("Abstand");
pub const DOT_DE: Msg = msg("Punkt de", "Dot de");
pub const NEW_LINE: Msg = msg("Neue Zeile", "New line");
pub const NEXT: Msg = msg("Nächstes Feld", "Next field");
pub const DONE: Msg = msg("Fertig", "Done");

/// What a sign is called; letters and digits are their own names.
pub fn name(lang: Lang, sign: char) -> String {
    let pair = match sign {
        '!' => ("Ausrufezeichen", "Exclamation mark"),
        '"' => ("Anführungszeichen", "Quotation mark"),
        '§' => ("Paragraf", "Section sign"),
        '€' => ("Euro", "Euro"),
        '%' => ("Prozent", "Per cent"),
        '&' => ("Und-Zeichen", "Ampersand"),
        '/' => ("Schrägstrich", "Slash"),
        '(' => ("Klammer auf", "Opening bracket"),
        ')' => ("Klammer zu", "Closing bracket"),
        '=' => ("Gleichheitszeichen", "Equals sign"),
        '?' => ("Fragezeichen", "Question mark"),
        '+' => ("Plus", "Plus"),
        '\'' => ("Apostroph", "Apostrophe"),
        '-' => ("Bindestrich", "Hyphen"),
        '_' => ("Unterstrich", "Underscore"),
        ',' => ("Komma", "Comma"),
        ';' => ("Semikolon", "Semicolon"),
        '.' => ("Punkt", "Full stop"),
        ':' => ("Doppelpunkt", "Colon"),
        '@' => ("At-Zeichen", "At sign"),
        'ß' => ("scharfes S", "Sharp s"),
        'Ä' => ("großes A Umlaut", "Capital A umlaut"),
        'Ö' => ("großes O Umlaut", "Capital O umlaut"),
        'Ü' => ("großes U Umlaut", "Capital U umlaut"),
        'ä' => ("A Umlaut", "A umlaut"),
        'ö' => ("O Umlaut", "O umlaut"),
        'ü' => ("U Umlaut", "U umlaut"),
        letter if letter.is_ascii_uppercase() => {
            return match lang {
                Lang::De | Lang::Ls => format!("großes {letter}"),
                Lang::En => format!("capital {letter}"),
            };
        }
        other => return other.to_string(),
    };
    lang.pick(pair.0, pair.1).to_owned()
}
