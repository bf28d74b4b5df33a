//! Texts of the frame around every page, and words used all over.

use super::{Msg, msg};
use domain::Lang;

pub const PRODUCT: Msg = msg("Digitale Werkbank", "Digitale Werkbank");
pub const SKIP: Msg = msg("Zum Inhalt springen", "Skip to content");
pub const TOP_LINE: Msg = msg("Hinweise der Stadt", "Notes from the city");
pub const FREE_OF_CHARGE: Msg = msg(
    "Kostenlos, von der Wirtschaftsförderung Dortmund",
    "Free of charge, from Dortmund’s economic development agency",
);
pub const LANGUAGES: Msg = msg("Sprache", "Language");
pub const MAIN_NAV: Msg = msg("Hauptmenü", "Main menu");
pub const MENU: Msg = msg("Menü", "Menu");
pub const NAV_STORIES: Msg = msg("Geschichten", "Stories");
pub const NAV_WALL: Msg = msg("Wand der Lösungsanbieter", "Wall of providers");
pub const NAV_FUNDING: Msg = msg("Fördermittel", "Funding");
pub const NAV_MEETING: Msg = msg("So läuft ein Kennenlernen", "How a first meeting works");
pub const NAV_MEETING_SHORT: Msg = msg("Kennenlernen", "First meeting");
pub const NAV_ROOM: Msg = msg("Der Raum", "The room");
pub const NAV_TRENDS: Msg =
    msg("Was in Ihrer Branche passiert", "What’s happening in your line of business");
pub const NAV_SIGNPOSTS: Msg = msg("Wegweiser", "Signposts");
pub const NAV_ABOUT: Msg = msg("Über uns", "About us");
pub const NAV_SHORTLIST: Msg = msg("Merkzettel", "Shortlist");
pub const ARRANGE: Msg = msg("Kennenlernen vereinbaren", "Arrange a first meeting");
pub const CRUMBS: Msg = msg("Brotkrumen", "Breadcrumbs");
pub const START: Msg = msg("Start", "Home");
pub const FOOTER_CLAIM: Msg = msg(
    "Ein Raum der Wirtschaftsförderung Dortmund. Wir verkaufen nichts und empfehlen niemanden. Wir bringen Leute an einen Tisch.",
    "A room run by Dortmund’s economic development agency. We sell nothing and recommend nobody. We bring people to one table.",
);
pub const QUESTIONS: Msg = msg("Fragen", "Questions");
pub const LEGAL: Msg = msg("Rechtliches", "Legal");
pub const IMPRINT: Msg = msg("Impressum", "Imprint");
pub const PRIVACY: Msg = msg("Datenschutz", "Privacy");
pub const ACCESSIBILITY: Msg = msg("Erklärung zur Barrierefreiheit", "Accessibility statement");
pub const SOURCE: Msg = msg("Quelltext (freie Software)", "Source code (free software)");
pub const STAFF_DOOR: Msg = msg("Mitarbeit", "Staff");
pub const MORE: Msg = msg("Mehr", "More");
pub const CLOSED: Msg = msg("geschlossen", "closed");
pub const EXAMPLE_STORY: Msg = msg("Beispielgeschichte", "Example story");
pub const EXAMPLE_FIRM: Msg = msg("Beispielbetrieb", "Example firm");
pub const PARTNER: Msg = msg("Projektpartner der Werkbank", "Project partner of the Werkbank");
pub const EXAMPLE: Msg = msg("Beispiel", "Example");
pub const COST: Msg = msg("Kosten", "Cost");
pub const BRINGS: Msg = msg("Bringt", "Gain");
pub const DURATION: Msg = msg("Dauer", "Duration");
pub const WHAT_DOES_IT_COST: Msg = msg("Was kostet es?", "What does it cost?");
pub const WHAT_DOES_IT_BRING: Msg = msg("Was bringt es?", "What does it bring?");
pub const ALL_STORIES: Msg = msg("Alle Geschichten", "All stories");
pub const TO_THE_WALL: Msg = msg("Zur Wand", "To the wall");
pub const ONLY_GERMAN: Msg = msg(
    "Diesen Text gibt es bisher nur auf Deutsch.",
    "So far this text is only available in German.",
);
pub const FIRM: Msg = msg("Betrieb", "Firm");
pub const CHECKED_ON: Msg = msg("Geprüft am", "Checked on");
pub const FURTHER: Msg = msg("Mehr dazu", "More about this");

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

pub const EXITS: Msg = msg("Wie es für Sie weitergeht", "Where to go from here");
pub const EXIT_FUNDING: Exit = Exit {
    title: msg("Geld dazu", "Money for it"),
    sentence: msg(
        "Förderprogramme, die zu Vorhaben und Betrieb passen. Erst der Bescheid, dann der Auftrag.",
        "Funding that fits the project and the firm. First the approval, then the order.",
    ),
    action: msg("Fördermittel ansehen", "See funding"),
};
pub const EXIT_TREND: Exit = Exit {
    title: msg("Was in meiner Branche passiert", "What’s happening in my line of business"),
    sentence: msg(
        "Was andere gerade anfassen, und was man getrost lassen kann.",
        "What others are working on, and what you can safely leave alone.",
    ),
    action: msg("Branche ansehen", "See this line of business"),
};
pub const EXIT_MEETING: Exit = Exit {
    title: msg("Jemanden kennenlernen", "Meet somebody"),
    sentence: msg(
        "45 Minuten am runden Tisch, kostenlos und ohne Verkaufsgespräch.",
        "45 minutes at the round table, free of charge, no sales pitch.",
    ),
    action: ARRANGE,
};

/// The number of people in a firm.
pub fn people(lang: Lang, n: u32) -> String {
    match (lang, n) {
        (Lang::De, 1) => "allein".to_owned(),
        (Lang::En, 1) => "on their own".to_owned(),
        (Lang::De, _) => format!("{n} Leute"),
        (Lang::En, _) => format!("{n} people"),
    }
}

/// The number of employees of a story's firm.
pub fn employees(lang: Lang, n: u32) -> String {
    match (lang, n) {
        (Lang::De, 1) => "arbeitet allein".to_owned(),
        (Lang::En, 1) => "works alone".to_owned(),
        (Lang::De, _) => format!("{n} Beschäftigte"),
        (Lang::En, _) => format!("{n} employees"),
    }
}

/// "3 Geschichten".
pub fn stories(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::De, 1) => "1 Geschichte".to_owned(),
        (Lang::En, 1) => "1 story".to_owned(),
        (Lang::De, _) => format!("{n} Geschichten"),
        (Lang::En, _) => format!("{n} stories"),
    }
}

/// "Geschichten" after a number that stands apart.
pub const fn stories_unit(lang: Lang, n: usize) -> &'static str {
    match (lang, n) {
        (Lang::De, 1) => "Geschichte",
        (Lang::De, _) => "Geschich\u{ad}ten",
        (Lang::En, 1) => "story",
        (Lang::En, _) => "stories",
    }
}

/// The languages people speak, in words: "Deutsch, Türkisch".
pub fn languages(lang: Lang, tags: &[String]) -> String {
    let names = tags.iter().map(|tag| match (tag.as_str(), lang) {
        ("de", Lang::De) => "Deutsch",
        ("de", Lang::En) => "German",
        ("en", Lang::De) => "Englisch",
        ("en", Lang::En) => "English",
        ("tr", Lang::De) => "Türkisch",
        ("tr", Lang::En) => "Turkish",
        ("pl", Lang::De) => "Polnisch",
        ("pl", Lang::En) => "Polish",
        ("ar", Lang::De) => "Arabisch",
        ("ar", Lang::En) => "Arabic",
        ("fr", Lang::De) => "Französisch",
        ("fr", Lang::En) => "French",
        ("it", Lang::De) => "Italienisch",
        ("it", Lang::En) => "Italian",
        ("es", Lang::De) => "Spanisch",
        ("es", Lang::En) => "Spanish",
        ("ru", Lang::De) => "Russisch",
        ("ru", Lang::En) => "Russian",
        ("uk", Lang::De) => "Ukrainisch",
        ("uk", Lang::En) => "Ukrainian",
        ("hr", Lang::De) => "Kroatisch",
        ("hr", Lang::En) => "Croatian",
        ("nl", Lang::De) => "Niederländisch",
        ("nl", Lang::En) => "Dutch",
        ("so", _) => "Somali",
        ("vi", Lang::De) => "Vietnamesisch",
        ("vi", Lang::En) => "Vietnamese",
        (other, _) => other,
    });
    names.collect::<Vec<_>>().join(", ")
}
