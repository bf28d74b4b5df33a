//! Texts of taking something along from the kiosk to the own telephone, on both sides.

use super::{Msg, msg};
use domain::Lang;
use domain::handover::Taken;
use domain::spoken::Code;

// At the kiosk.
pub const TITLE: Msg = msg("Aufs eigene Telefon mitnehmen", "Take it along on your own phone")
    .ls("Auf das Handy mitnehmen");
pub const WITH_CODE: Msg = msg("Mitnehmen mit kurzem Code", "Take it along with a short code")
    .ls("Mitnehmen mit kurzem Code");
pub const TYPE: Msg = msg("Oder eintippen", "Or type it in").ls("Oder tippen Sie");
pub const TYPE_ADDRESS: Msg = msg("Diese Adresse öffnen:", "Open this address:")
    .ls("Öffnen Sie diese Adresse auf dem Handy:");
pub const TYPE_CODE: Msg = msg("Dort diesen Code eingeben:", "Enter this code there:")
    .ls("Tippen Sie dort diesen Code ein:");
pub const LASTS: Msg = msg(
    "Beides gilt 15 Minuten, auch mehrmals, und enthält nichts über Sie.",
    "Both are valid for 15 minutes, more than once, and hold nothing about you.",
)
.ls("Der Code gilt 15 Minuten. Im Code steht nichts über Sie.");
pub const SCAN_TEXT: Msg =
    msg("Ihre Auswahl öffnet sich auf Ihrem Telefon.", "Your selection opens on your phone.")
        .ls("Dann sehen Sie alles auf Ihrem Handy.");
pub const STAFF: Msg = msg(
    "Sprechen Sie uns an. Wir drucken es aus oder schreiben die Anfrage mit Ihnen.",
    "Talk to us. We print it for you or write the request with you.",
)
.ls("Sprechen Sie uns an. Wir drucken es aus. Oder wir schreiben die Anfrage mit Ihnen.");
pub const NOT_NOW: Msg = msg(
    "Gerade gibt es keinen Code. Nehmen Sie bitte das Muster oder die Adresse.",
    "There is no code just now. Please use the pattern or the address.",
)
.ls("Gerade gibt es keinen Code. Nehmen Sie bitte das Muster.");
pub const ENDED_TITLE: Msg = msg("Dieser Code gilt nicht mehr", "This code is no longer valid")
    .ls("Dieser Code geht nicht mehr");
pub const ENDED_KIOSK: Msg = msg(
    "Codes gelten 15 Minuten. Öffnen Sie noch einmal, was Sie mitnehmen möchten, dann bekommen Sie einen neuen.",
    "Codes are valid for 15 minutes. Open what you would like to take along once more and you will get a new one.",
).ls("Ein Code gilt 15 Minuten. Sie können einen neuen Code bekommen. Öffnen Sie noch einmal, was Sie mitnehmen wollen.");
pub const PROVIDER_TITLE: Msg =
    msg("Diesen Betrieb mitnehmen", "Take this firm along").ls("Diese Firma mitnehmen");
pub const PROVIDER_SCAN: Msg = msg(
    "Das Porträt öffnet sich auf Ihrem Telefon. Dort können Sie ein Kennenlernen vereinbaren.",
    "The portrait opens on your phone. You can arrange a first meeting there.",
)
.ls("Dann sehen Sie die Firma auf Ihrem Handy.");
pub const TO_SHORTLIST: Msg = msg("Mehrere Geschichten mitnehmen", "Take several stories along")
    .ls("Noch mehr Geschichten mitnehmen");

// On the phone.
pub const ENTER: Msg = msg("Code vom Bildschirm eingeben", "Enter the code from the screen")
    .ls("Code vom Bildschirm eintippen");
pub const ENTER_LEAD: Msg = msg(
    "Der Bildschirm in der Digitalen Werkbank zeigt Ihnen acht Zeichen. Mit ihnen kommt Ihre Auswahl auf dieses Gerät.",
    "The screen in the Digitale Werkbank shows you eight characters. They bring your selection to this device.",
).ls("Auf dem Bildschirm steht ein Code. Er hat 8 Zeichen. Tippen Sie ihn hier ein.");
pub const CODE: Msg = msg("Code eingeben", "Enter code").ls("Code eintippen");
pub const CODE_HELP: Msg = msg(
    "Zum Beispiel 7F3K-92QX. Groß oder klein ist egal, der Strich auch.",
    "For example 7F3K-92QX. Capitals do not matter, nor does the hyphen.",
)
.ls("Zum Beispiel: 7F3K-92QX.");
pub const OPEN: Msg = msg("Öffnen", "Open");
pub const NO_CODE: Msg =
    msg("Code: es sind acht Zeichen", "Code: it has eight characters").ls("Der Code hat 8 Zeichen");
pub const NO_CODE_SENTENCE: Msg = msg(
    "Geben Sie alle acht Zeichen ein, Ziffern und Buchstaben. I, L, O und U kommen nicht vor.",
    "Enter all eight characters, digits and letters. There is no I, L, O or U in it.",
)
.ls("Bitte tippen Sie alle 8 Zeichen ein. Es sind Zahlen und Buchstaben.");
pub const ENDED: Msg = msg("Code: gilt nicht oder nicht mehr", "Code: not valid, or no longer")
    .ls("Der Code geht nicht");
pub const ENDED_SENTENCE: Msg = msg(
    "Prüfen Sie die Zeichen. Codes gelten 15 Minuten; danach gibt Ihnen der Bildschirm einen neuen.",
    "Check the characters. Codes are valid for 15 minutes; after that the screen gives you a new one.",
).ls("Vielleicht ist ein Zeichen falsch. Oder der Code ist zu alt. Ein Code gilt 15 Minuten. Am Bildschirm bekommen Sie einen neuen.");
pub const ENDED_LEAD: Msg = msg(
    "Codes gelten 15 Minuten. Stehen Sie noch am Bildschirm, holen Sie sich dort einen neuen. Sind Sie schon unterwegs, finden Sie alles auch hier:",
    "Codes are valid for 15 minutes. If you are still at the screen, get a new one there. If you have left, you will find everything here, too:",
).ls("Ein Code gilt 15 Minuten. Sie sind noch am Bildschirm? Dann holen Sie dort einen neuen Code. Sie sind nicht mehr da? Dann suchen Sie hier:");
pub const OR_CALL: Msg = msg("Oder rufen Sie uns an:", "Or call us:");

/// What is taken along, as a heading above its names.
pub const fn taken(taken: Taken) -> Msg {
    match taken {
        Taken::Story => msg("Diese Geschichte:", "This story:"),
        Taken::Provider => msg("Dieser Betrieb:", "This firm:").ls("Diese Firma:"),
        Taken::Shortlist => msg("Ihr Merkzettel:", "Your shortlist:").ls("Ihr Merk·zettel:"),
        Taken::Request => msg("Das Formular für Ihre Anfrage", "The form for your request")
            .ls("Die Seite für Ihre Frage"),
        Taken::RequestOnStory | Taken::RequestToProvider => {
            msg("Das Formular für Ihre Anfrage zu:", "The form for your request about:")
                .ls("Die Seite für Ihre Frage zu:")
        }
    }
}

/// "3 Geschichten".
pub fn stories(lang: Lang, n: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("{n} Geschichten"),
        Lang::En => format!("{n} stories"),
    }
}

/// The letters of codes with a word for each: German after DIN 5009, English after ICAO.
const WORDS: [(char, &str, &str); 22] = [
    ('A', "Aachen", "Alfa"),
    ('B', "Berlin", "Bravo"),
    ('C', "Chemnitz", "Charlie"),
    ('D', "Düsseldorf", "Delta"),
    ('E', "Essen", "Echo"),
    ('F', "Frankfurt", "Foxtrot"),
    ('G', "Goslar", "Golf"),
    ('H', "Hamburg", "Hotel"),
    ('J', "Jena", "Juliett"),
    ('K', "Köln", "Kilo"),
    ('M', "München", "Mike"),
    ('N', "Nürnberg", "November"),
    ('P', "Potsdam", "Papa"),
    ('Q', "Quickborn", "Quebec"),
    ('R', "Rostock", "Romeo"),
    ('S', "Salzwedel", "Sierra"),
    ('T', "Tübingen", "Tango"),
    ('V', "Völklingen", "Victor"),
    ('W', "Wuppertal", "Whiskey"),
    ('X', "Xanten", "X-ray"),
    ('Y', "Ypsilon", "Yankee"),
    ('Z', "Zwickau", "Zulu"),
];

/// A code as it is read out: "7, F wie Frankfurt, 3, K wie Köln; 9, 2, Q wie Quickborn, X wie
/// Xanten".
pub fn spelled(lang: Lang, code: Code) -> String {
    let word = |c: char| {
        WORDS.iter().find(|(letter, ..)| *letter == c).map_or_else(
            || c.to_string(),
            |(_, german, english)| match lang {
                Lang::De | Lang::Ls => format!("{c} wie {german}"),
                Lang::En => format!("{c} as in {english}"),
            },
        )
    };
    let groups = code.to_string();
    let group = |half: &str| half.chars().map(word).collect::<Vec<_>>().join(", ");
    groups.split('-').map(group).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_spelled_in_words() {
        let code = Code::parse("7F3K-92QX").unwrap();
        assert_eq!(
            spelled(Lang::De, code),
            "7, F wie Frankfurt, 3, K wie Köln; 9, 2, Q wie Quickborn, X wie Xanten"
        );
        assert_eq!(
            spelled(Lang::En, code),
            "7, F as in Foxtrot, 3, K as in Kilo; 9, 2, Q as in Quebec, X as in X-ray"
        );
    }

    #[test]
    fn every_letter_of_a_code_has_words_that_begin_with_it() {
        for (letter, german, english) in WORDS {
            assert!(Code::parse(&letter.to_string().repeat(8)).is_some(), "{letter}");
            assert!(german.starts_with(letter) && english.starts_with(letter), "{letter}");
        }
    }
}
