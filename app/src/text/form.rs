//! Texts of forms everywhere: what is wrong with a field, and how to put it right.

use super::{Msg, msg};
use domain::Lang;
use domain::text::TextError;

pub const ERROR_PREFIX: Msg = msg("Fehler", "Error");
pub const PLEASE_CHOOSE: Msg = msg("Bitte wählen", "Please choose").ls("Bitte aussuchen");
pub const BACK: Msg = msg("Zurück", "Back");

/// Heading of the summary.
pub fn summary(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::De, 1) => "Ein Feld braucht noch einen Blick".to_owned(),
        (Lang::En, 1) => "One field needs another look".to_owned(),
        (Lang::De, _) => format!("{n} Felder brauchen noch einen Blick"),
        (Lang::En, _) => format!("{n} fields need another look"),
        (Lang::Ls, 1) => "1 Sache fehlt noch oder ist falsch".to_owned(),
        (Lang::Ls, _) => format!("{n} Sachen fehlen noch oder sind falsch"),
    }
}

/// What is wrong, for the summary, after the field's name and a colon.
pub fn short(lang: Lang, error: TextError) -> String {
    let msg = match error {
        TextError::Empty => msg("fehlt noch", "is missing"),
        TextError::TooLong(_) => msg("zu lang", "too long"),
        TextError::Control => msg("unsichtbare Zeichen", "invisible characters").ls("falsche Zeichen"),
        TextError::EmailNoAt => msg("das @ fehlt", "the @ is missing").ls("das Zeichen @ fehlt"),
        TextError::EmailDomain => msg("das Ende fehlt", "the end is missing"),
        TextError::EmailForm => msg("diese Form geht nicht", "this form does not work").ls("diese Adresse geht nicht"),
        TextError::Phone => msg("keine Telefonnummer", "not a telephone number").ls("das ist keine Nummer"),
    };
    msg.get(lang).to_owned()
}

/// What to do about it, for the place beside the field.
pub fn sentence(lang: Lang, error: TextError) -> String {
    let msg = match (error, lang) {
        (TextError::TooLong(max), Lang::De) => {
            return format!("Bitte kürzen Sie auf höchstens {max} Zeichen.");
        }
        (TextError::TooLong(max), Lang::Ls) => {
            return format!("Der Text ist zu lang. Sie dürfen {max} Zeichen schreiben.");
        }
        (TextError::TooLong(max), Lang::En) => {
            return format!("Please shorten this to at most {max} characters.");
        }
        (TextError::Empty, _) => msg("Bitte füllen Sie dieses Feld aus.", "Please fill in this field.").ls("Hier fehlt etwas. Bitte schreiben Sie etwas in dieses Feld."),
        (TextError::Control, _) => msg(
            "Hier stehen unsichtbare Zeichen oder ein Zeilenumbruch. Bitte tippen Sie den Text noch einmal, statt ihn einzufügen.",
            "This contains invisible characters or a line break. Please type the text again instead of pasting it.",
        ).ls("In dem Text sind falsche Zeichen. Bitte tippen Sie den Text noch einmal."),
        (TextError::EmailNoAt, _) => msg(
            "In der Adresse fehlt das @ oder der Teil davor, zum Beispiel info@mein-betrieb.de.",
            "The address is missing the @ or the part before it, for example info@my-firm.de.",
        ).ls("In der Adresse fehlt etwas. Sie braucht das Zeichen @. Ein Beispiel: info@meine-firma.de."),
        (TextError::EmailDomain, _) => msg(
            "Hinter dem @ fehlt das Ende der Adresse, zum Beispiel mein-betrieb.de.",
            "The end of the address after the @ is missing, for example my-firm.de.",
        ).ls("Nach dem Zeichen @ fehlt etwas. Ein Beispiel: info@meine-firma.de."),
        (TextError::EmailForm, _) => msg(
            "An eine Adresse in dieser Form können wir nicht schreiben. Bitte geben Sie eine andere an, zum Beispiel info@mein-betrieb.de.",
            "We cannot write to an address of this form. Please give another one, for example info@my-firm.de.",
        ).ls("An diese Adresse können wir nicht schreiben. Bitte geben Sie eine andere an. Ein Beispiel: info@meine-firma.de."),
        (TextError::Phone, _) => msg(
            "Bitte nur Ziffern mit Vorwahl, zum Beispiel 0231 123456.",
            "Please use digits only, with the area code, for example 0231 123456.",
        ).ls("Bitte schreiben Sie nur Zahlen. Ein Beispiel: 0231 123456."),
    };
    msg.get(lang).to_owned()
}
