//! Texts of the search.

use super::{Msg, msg};
use domain::Lang;
use domain::content::Kind;

pub const SEARCH: Msg = msg("Suche", "Search");
pub const LOOK: Msg = msg("Suchen", "Search");
pub const WORDS: Msg = msg("Wonach suchen Sie?", "What are you looking for?");
pub const SUGGESTIONS: Msg = msg("Vorschläge", "Suggestions");
pub const IN_HEADER: Msg = msg("Suche auf dieser Website", "Search this website");
pub const LEAD: Msg = msg(
    "Geschichten, Lösungsanbieter, Fördermittel, Trends und alles andere auf dieser Website. Tippfehler machen nichts.",
    "Stories, providers, funding, trends and everything else on this website. Typing mistakes do not matter.",
);
pub const EXAMPLES: Msg = msg("Zum Beispiel", "For example");
/// Words that find something with any content of this kind.
pub const EXAMPLE_WORDS: [Msg; 5] = [
    msg("Bäckerei", "bakery"),
    msg("Onlineshop", "web shop"),
    msg("Personal finden", "find staff"),
    msg("Zuschuss", "grant"),
    msg("Datenschutz", "data protection"),
];
pub const GOALS: Msg =
    msg("Oder fangen Sie bei Ihrem Ziel an", "Or begin with what you want to achieve");
pub const KIND: Msg = msg("Was", "What");
pub const ANY_KIND: Msg = msg("Alles", "Everything");
pub const INSTEAD: Msg = msg("Meinten Sie", "Did you mean");
pub const NONE_LEAD: Msg = msg(
    "Versuchen Sie ein kürzeres oder ein anderes Wort. Oder sagen Sie uns, was Sie vorhaben: Wir wissen meist, wer hilft.",
    "Try a shorter word or another one. Or tell us what you have in mind: we usually know who helps.",
);
pub const ASK: Msg = msg("Anfrage stellen", "Send a request");
pub const TALK: Msg = msg("Lieber mit jemandem sprechen?", "Rather talk to somebody?");
pub const PROVIDERS_NOTE: Msg = msg(
    "Lösungsanbieter, die gleich gut passen, stehen in der Reihenfolge des Tages.",
    "Providers that match equally well stand in the order of the day.",
);
pub const FOUND_IN: Msg = msg("Stichwort:", "Keyword:");
pub const ALSO_CALLED: Msg = msg("Name:", "Name:");

/// What a kind of entry is called in the singular.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    let (de, en) = match kind {
        Kind::Story => ("Geschichte", "Story"),
        Kind::Provider => ("Lösungsanbieter", "Provider"),
        Kind::Adviser => ("Berater/in", "Adviser"),
        Kind::Funding => ("Fördermittel", "Funding"),
        Kind::Trend => ("Trend", "Trend"),
        Kind::Signpost => ("Wegweiser", "Signpost"),
        Kind::Page | Kind::Site => ("Seite", "Page"),
    };
    lang.pick(de, en)
}

/// What entries of a kind are called.
pub fn kinds(lang: Lang, kind: Kind) -> &'static str {
    let (de, en) = match kind {
        Kind::Story => ("Geschichten", "Stories"),
        Kind::Provider => ("Lösungsanbieter", "Providers"),
        Kind::Adviser => ("Ansprechpersonen", "People to talk to"),
        Kind::Funding => ("Fördermittel", "Funding"),
        Kind::Trend => ("Trends", "Trends"),
        Kind::Signpost => ("Wegweiser", "Signposts"),
        Kind::Page | Kind::Site => ("Seiten", "Pages"),
    };
    lang.pick(de, en)
}

/// The number of hits and its unit; `cut` if more match than are listed.
pub fn hits(lang: Lang, n: usize, cut: bool) -> (String, &'static str) {
    let figure = match (cut, lang) {
        (false, _) => n.to_string(),
        (true, Lang::En) => format!("more than {n}"),
        (true, _) => format!("mehr als {n}"),
    };
    let unit = if n == 1 { lang.pick(" Treffer", " hit") } else { lang.pick(" Treffer", " hits") };
    (figure, unit)
}

/// "Suche: Kasse", the title of the page.
pub fn title(lang: Lang, typed: &str) -> String {
    format!("{}: {typed}", SEARCH.get(lang))
}

/// "Nichts zu ‚Zirkel‘ gefunden".
pub fn none(lang: Lang, typed: &str) -> String {
    match lang {
        Lang::En => format!("Nothing found for “{typed}”"),
        Lang::De | Lang::Ls => format!("Nichts zu „{typed}“ gefunden"),
    }
}

/// "Alle 12 Geschichten zeigen".
pub fn all(lang: Lang, n: usize, of: Kind) -> String {
    match lang {
        Lang::En => format!("{}: show all {n}", kinds(lang, of)),
        Lang::De | Lang::Ls => format!("{}: alle {n} zeigen", kinds(lang, of)),
    }
}

/// "‚bäckrei‘ steht nirgends, ‚Bäckerei‘ schon. Das sind die Treffer dazu."
pub fn instead(lang: Lang, typed: &str, found: &str) -> String {
    match lang {
        Lang::En => format!("“{typed}” occurs nowhere. These are hits for “{found}”."),
        Lang::De | Lang::Ls => format!("„{typed}“ kommt nirgends vor. Das sind Treffer zu „{found}“."),
    }
}

/// "‚xqzvwk‘ kommt nirgends vor."
pub fn unknown(lang: Lang, typed: &str) -> String {
    match lang {
        Lang::En => format!("“{typed}” occurs nowhere."),
        Lang::De | Lang::Ls => format!("„{typed}“ kommt nirgends vor."),
    }
}

/// What is said when suggestions have appeared.
pub fn said(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 0) => "No suggestions".to_owned(),
        (_, 0) => "Keine Vorschläge".to_owned(),
        (Lang::En, 1) => "1 suggestion, arrow keys choose".to_owned(),
        (Lang::En, n) => format!("{n} suggestions, arrow keys choose"),
        (_, 1) => "1 Vorschlag, mit den Pfeiltasten wählen".to_owned(),
        (_, n) => format!("{n} Vorschläge, mit den Pfeiltasten wählen"),
    }
}
