//! Texts of the frame around every page, and words used all over.

use super::{Msg, msg};
use domain::Lang;

pub const PRODUCT: Msg = msg("Digitale Werkbank", "Digitale Werkbank");
pub const SKIP: Msg = msg("Zum Inhalt springen", "Skip to content").ls("Direkt zum Text");
pub const TOP_LINE: Msg = msg("Hinweise der Stadt", "Notes from the city").ls("Hinweise und Sprachen");
pub const FREE_OF_CHARGE: Msg = msg(
    "Kostenlos, von der Wirtschaftsförderung Dortmund",
    "Free of charge, from Dortmund’s economic development agency",
).ls("Kostet nichts. Von der Wirtschafts·förderung Dortmund.");
pub const LANGUAGES: Msg = msg("Sprache", "Language");
pub const MAIN_NAV: Msg = msg("Hauptmenü", "Main menu").ls("Haupt·menü");
pub const MENU: Msg = msg("Menü", "Menu");
pub const NAV_STORIES: Msg = msg("Geschichten", "Stories");
pub const NAV_WALL: Msg = msg("Wand der Lösungsanbieter", "Wall of providers").ls("IT-Firmen");
pub const NAV_FUNDING: Msg = msg("Fördermittel", "Funding").ls("Förder·geld");
pub const NAV_MEETING: Msg = msg("So läuft ein Kennenlernen", "How a first meeting works").ls("So geht ein Kennen·lernen");
pub const NAV_MEETING_SHORT: Msg = msg("Kennenlernen", "First meeting").ls("Kennen·lernen");
pub const NAV_ROOM: Msg = msg("Der Raum", "The room");
pub const NAV_TRENDS: Msg =
    msg("Was in Ihrer Branche passiert", "What’s happening in your line of business").ls("Neues für Ihre Firma");
pub const NAV_SIGNPOSTS: Msg = msg("Wegweiser", "Signposts").ls("Andere Hilfen");
pub const NAV_ABOUT: Msg = msg("Über uns", "About us");
pub const NAV_SHORTLIST: Msg = msg("Merkzettel", "Shortlist").ls("Merk·zettel");
pub const ARRANGE: Msg = msg("Kennenlernen vereinbaren", "Arrange a first meeting").ls("Kennen·lernen ausmachen");
pub const CRUMBS: Msg = msg("Brotkrumen", "Breadcrumbs").ls("Wo Sie gerade sind");
pub const START: Msg = msg("Start", "Home");
pub const FOOTER_CLAIM: Msg = msg(
    "Ein Raum der Wirtschaftsförderung Dortmund. Wir verkaufen nichts und empfehlen niemanden. Wir bringen Leute an einen Tisch.",
    "A room run by Dortmund’s economic development agency. We sell nothing and recommend nobody. We bring people to one table.",
).ls("Das ist ein Raum von der Wirtschafts·förderung Dortmund. Wir verkaufen nichts. Wir bringen Menschen an einen Tisch.");
pub const QUESTIONS: Msg = msg("Fragen", "Questions");
pub const LEGAL: Msg = msg("Rechtliches", "Legal");
pub const IMPRINT: Msg = msg("Impressum", "Imprint");
pub const PRIVACY: Msg = msg("Datenschutz", "Privacy").ls("Daten·schutz");
pub const ACCESSIBILITY: Msg = msg("Erklärung zur Barrierefreiheit", "Accessibility statement").ls("Erklärung zur Barriere·freiheit");
pub const SOURCE: Msg = msg("Quelltext (freie Software)", "Source code (free software)");
pub const STAFF_DOOR: Msg = msg("Mitarbeit", "Staff").ls("Für das Team");
pub const MORE: Msg = msg("Mehr", "More");
pub const CLOSED: Msg = msg("geschlossen", "closed");
pub const EXAMPLE_STORY: Msg = msg("Beispielgeschichte", "Example story").ls("Erfundenes Beispiel");
pub const EXAMPLE_FIRM: Msg = msg("Beispielbetrieb", "Example firm").ls("Erfundene Firma");
pub const PARTNER: Msg = msg("Projektpartner der Werkbank", "Project partner of the Werkbank").ls("Hilft der Werkbank");
pub const EXAMPLE: Msg = msg("Beispiel", "Example").ls("Erfunden");
pub const COST: Msg = msg("Kosten", "Cost");
pub const BRINGS: Msg = msg("Bringt", "Gain").ls("Nutzen");
pub const OWN_PICTURE: Msg = msg(
    "Eine Werkbank mit einer Frage: Was kostet es, und was bringt es?",
    "A workbench with a question: what does it cost, and what does it bring?",
);
pub const DURATION: Msg = msg("Dauer", "Duration");
pub const WHAT_DOES_IT_COST: Msg = msg("Was kostet es?", "What does it cost?");
pub const WHAT_DOES_IT_BRING: Msg = msg("Was bringt es?", "What does it bring?");
pub const ALL_STORIES: Msg = msg("Alle Geschichten", "All stories");
pub const TO_THE_WALL: Msg = msg("Zur Wand", "To the wall").ls("Zu den IT-Firmen");
pub const ONLY_GERMAN: Msg =
    msg("Diesen Text gibt es bisher nur auf Deutsch.", "So far this text is only available in German.").ls("Diesen Text gibt es noch nicht in Leichter Sprache.");
pub const ONLY_GERMAN_SHORT: Msg =
    msg("Nur auf Deutsch", "In German only").ls("In schwerer Sprache");
pub const UNTESTED: Msg = msg(
    "Dieser Text in Leichter Sprache ist noch nicht geprüft.",
    "This text in plain language has not been tested yet.",
)
.ls("Dieser Text ist noch nicht geprüft.");
pub const UNTESTED_ASK: Msg = msg(
    "Sagen Sie uns, was Sie nicht verstehen.",
    "Tell us what you do not understand.",
)
.ls("Sagen Sie uns, wenn Sie etwas nicht verstehen.");
pub const FIRM: Msg = msg("Betrieb", "Firm").ls("Firma");
pub const CHECKED_ON: Msg = msg("Geprüft am", "Checked on");
pub const FURTHER: Msg = msg("Mehr dazu", "More about this").ls("Hier steht mehr");

/// One of the three exits.
#[derive(Clone, Copy, Debug)]
pub struct Exit {
    /// Title, and the link.
    pub title: Msg,
    /// One sentence.
    pub sentence: Msg,
    /// What a press does.
    pub action: Msg,
}

pub const EXITS: Msg = msg("Wie es für Sie weitergeht", "Where to go from here").ls("So geht es weiter");
pub const EXIT_FUNDING: Exit = Exit {
    title: msg("Geld dazu", "Money for it").ls("Geld bekommen"),
    sentence: msg(
        "Förderprogramme, die zu Vorhaben und Betrieb passen. Erst der Bescheid, dann der Auftrag.",
        "Funding that fits the project and the firm. First the approval, then the order.",
    ).ls("Manche Firmen bekommen Geld für neue Technik. Das Geld heißt: Förder·geld. Fragen Sie immer vor dem Kauf."),
    action: msg("Fördermittel ansehen", "See funding").ls("Förder·geld ansehen"),
};
pub const EXIT_TREND: Exit = Exit {
    title: msg("Was in meiner Branche passiert", "What’s happening in my line of business").ls("Neues für meine Firma"),
    sentence: msg(
        "Was andere gerade anfassen, und was man getrost lassen kann.",
        "What others are working on, and what you can safely leave alone.",
    ).ls("Hier sehen Sie: Das machen andere Firmen wie Ihre. Und das brauchen Sie nicht."),
    action: msg("Branche ansehen", "See this line of business").ls("Neues ansehen"),
};
pub const EXIT_MEETING: Exit = Exit {
    title: msg("Jemanden kennenlernen", "Meet somebody").ls("Eine IT-Firma kennen·lernen"),
    sentence: msg(
        "45 Minuten am runden Tisch, kostenlos und ohne Verkaufsgespräch.",
        "45 minutes at the round table, free of charge, no sales pitch.",
    ).ls("Sie treffen eine IT-Firma. Das dauert 45 Minuten. Es kostet nichts."),
    action: ARRANGE,
};

/// The number of people in a firm.
pub fn people(lang: Lang, n: u32) -> String {
    match (lang, n) {
        (Lang::De | Lang::Ls, 1) => "allein".to_owned(),
        (Lang::En, 1) => "on their own".to_owned(),
        (Lang::De | Lang::Ls, _) => format!("{n} Leute"),
        (Lang::En, _) => format!("{n} people"),
    }
}

/// The number of employees of a story's firm.
pub fn employees(lang: Lang, n: u32) -> String {
    match (lang, n) {
        (Lang::De | Lang::Ls, 1) => "arbeitet allein".to_owned(),
        (Lang::Ls, _) => format!("{n} Menschen arbeiten dort"),
        (Lang::En, 1) => "works alone".to_owned(),
        (Lang::De, _) => format!("{n} Beschäftigte"),
        (Lang::En, _) => format!("{n} employees"),
    }
}

/// "3 Geschichten".
pub fn stories(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::De | Lang::Ls, 1) => "1 Geschichte".to_owned(),
        (Lang::En, 1) => "1 story".to_owned(),
        (Lang::De | Lang::Ls, _) => format!("{n} Geschichten"),
        (Lang::En, _) => format!("{n} stories"),
    }
}

/// "Geschichten" after a number that stands apart.
pub const fn stories_unit(lang: Lang, n: usize) -> &'static str {
    match (lang, n) {
        (Lang::De | Lang::Ls, 1) => "Geschichte",
        (Lang::De | Lang::Ls, _) => "Geschich\u{ad}ten",
        (Lang::En, 1) => "story",
        (Lang::En, _) => "stories",
    }
}

/// A language as its own speakers call it.
pub const fn language_name(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "Deutsch",
        Lang::En => "English",
        Lang::Ls => "Leichte Sprache",
    }
}

/// Who read a text in Leichte Sprache.
pub fn tested(by: &str, on: jiff::civil::Date) -> String {
    format!("Diesen Text hat geprüft: {by}. Das war am {}.", super::format::date(Lang::Ls, on))
}

/// The languages people speak, in words: "Deutsch, Türkisch".
pub fn languages(lang: Lang, tags: &[String]) -> String {
    let names = tags.iter().map(|tag| match (tag.as_str(), lang) {
        ("de", Lang::De | Lang::Ls) => "Deutsch",
        ("de", Lang::En) => "German",
        ("en", Lang::De | Lang::Ls) => "Englisch",
        ("en", Lang::En) => "English",
        ("tr", Lang::De | Lang::Ls) => "Türkisch",
        ("tr", Lang::En) => "Turkish",
        ("pl", Lang::De | Lang::Ls) => "Polnisch",
        ("pl", Lang::En) => "Polish",
        ("ar", Lang::De | Lang::Ls) => "Arabisch",
        ("ar", Lang::En) => "Arabic",
        ("fr", Lang::De | Lang::Ls) => "Französisch",
        ("fr", Lang::En) => "French",
        ("it", Lang::De | Lang::Ls) => "Italienisch",
        ("it", Lang::En) => "Italian",
        ("es", Lang::De | Lang::Ls) => "Spanisch",
        ("es", Lang::En) => "Spanish",
        ("ru", Lang::De | Lang::Ls) => "Russisch",
        ("ru", Lang::En) => "Russian",
        ("uk", Lang::De | Lang::Ls) => "Ukrainisch",
        ("uk", Lang::En) => "Ukrainian",
        ("hr", Lang::De | Lang::Ls) => "Kroatisch",
        ("hr", Lang::En) => "Croatian",
        ("nl", Lang::De | Lang::Ls) => "Niederländisch",
        ("nl", Lang::En) => "Dutch",
        ("so", _) => "Somali",
        ("vi", Lang::De | Lang::Ls) => "Vietnamesisch",
        ("vi", Lang::En) => "Vietnamese",
        (other, _) => other,
    });
    names.collect::<Vec<_>>().join(", ")
}
