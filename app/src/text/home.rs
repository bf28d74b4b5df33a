//! Texts of the home page.

use super::{Msg, msg};
use domain::Lang;

pub const LEAD: Msg = msg(
    "Unternehmerinnen und Unternehmer aus Dortmund erzählen, wie digitale Technik ihnen nützt. Mit Preis, Dauer und dem, was anfangs gehakt hat.",
    "Business owners from Dortmund tell you how digital technology helps them. With the price, the time it took, and what went wrong at first.",
);
pub const DESCRIPTION: Msg = msg(
    "Geschichten aus Dortmunder Betrieben: was digitale Technik kostet und was sie bringt.",
    "Stories from firms in Dortmund: what digital technology costs and what it brings.",
).ls("Die Digitale Werkbank in Leichter Sprache.");
pub const LOOK: Msg = msg("Geschichten ansehen", "See the stories");
pub const GOALS: Msg = msg("Was wollen Sie erreichen?", "What do you want to achieve?");
pub const GOALS_HINT: Msg = msg(
    "Ziehen Sie eine Schublade auf. Welche Technik passt, klären wir später.",
    "Pull open a drawer. We can sort out later which technology fits.",
).ls("Suchen Sie ein Ziel aus.");
pub const GOAL_UNKNOWN: Msg = msg("Ich weiß es noch nicht", "I don’t know yet").ls("Das weiß ich noch nicht");
pub const GOAL_UNKNOWN_NOTE: Msg = msg("Reden wir", "Let’s talk").ls("Wir helfen");
pub const THREE: Msg = msg("Drei Betriebe, drei Werkstücke", "Three firms, three workpieces");
pub const WALL: Msg = msg("Die Wand der Lösungsanbieter", "The wall of providers");
pub const ORDER: Msg =
    msg("Reihenfolge heute gemischt, morgen neu.", "Shuffled today, reshuffled tomorrow.");
pub const MEETING: Msg = msg("Kennenlernen auf neutralem Boden", "A first meeting on neutral ground");
pub const MEETING_LEAD: Msg = msg(
    "Auch Digitalisierung beginnt mit einem Gespräch. Wir stellen den Tisch und sitzen auf Wunsch dabei.",
    "Going digital also begins with a conversation. We provide the table and sit in if you like.",
);
pub const STEPS: [(Msg, Msg); 3] = [
    (
        msg("Sie sagen, was Sie vorhaben", "You say what you have in mind"),
        msg(
            "Drei kurze Schritte, ohne Fachwörter. Ihre Anfrage liest ein Mensch bei der Wirtschaftsförderung.",
            "Three short steps, no jargon. A person at the economic development agency reads your request.",
        ),
    ),
    (
        msg("Wir schlagen zwei bis drei Betriebe vor", "We suggest two or three firms"),
        msg(
            "Mit Begründung. Ihre Daten bekommt nur, wem Sie zustimmen.",
            "With reasons. Your details go only to those you agree to.",
        ),
    ),
    (
        msg("Sie treffen sich in der Werkbank", "You meet at the Werkbank"),
        msg(
            "45 Minuten, kostenlos, ohne Verkaufsgespräch. Danach entscheiden Sie allein.",
            "45 minutes, free of charge, no sales pitch. Afterwards the decision is yours alone.",
        ),
    ),
];
pub const ROOM: Msg = msg("Kommen Sie rein, es kostet nichts", "Come in, it costs nothing");
pub const ROOM_LEAD: Msg = msg(
    "Ein Raum in der Innenstadt: Werkstücke zum Anfassen, eine Wand voller Porträts und ein Tisch zum Reden.",
    "A room in the city centre: workpieces to touch, a wall full of portraits and a table to talk at.",
);
pub const ROOM_MORE: Msg = msg("Anfahrt und Zeiten", "How to get there, opening hours");
pub const OPEN: Msg = msg("Geöffnet", "Open").ls("Dann ist offen");
pub const HOURS: Msg =
    msg("Öffnungszeiten der Digitalen Werkbank", "Opening hours of the Digitale Werkbank").ls("Dann hat die Werkbank offen");
pub const TODAY: Msg = msg("heute", "today");
pub const PLAN: Msg = msg(
    "Grundriss: links der Eingang mit Bildschirm, in der Mitte die Werkbank mit Geschichten, hinten die Lochwand, rechts der Besprechungstisch",
    "Floor plan: on the left the entrance with a screen, in the middle the workbench with stories, at the back the pegboard, on the right the meeting table",
);
pub const PLAN_WALL: Msg = msg("Wand der Lösungsanbieter", "Wall of providers");
pub const PLAN_BENCH: Msg = msg("Werkbank", "Workbench");
pub const PLAN_TABLE: Msg = msg("Treffen", "Meeting");
pub const PLAN_SCREEN: Msg = msg("Schirm", "Screen");
pub const PLAN_DOOR: Msg = msg("Eingang", "Entrance");
pub const PLAN_LENGTH: Msg = msg("9 Meter", "9 metres");

/// What hangs on the wall: "24 IT-Betriebe aus Dortmund …".
pub fn wall_lead(lang: Lang, n: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!(
            "{n} IT-Betriebe aus der Region, mit Gesicht. Wir empfehlen keinen davon. Wir stellen sie vor."
        ),
        Lang::En => format!(
            "{n} IT firms from the region, each with a face. We recommend none of them. We introduce them."
        ),
    }
}

/// "Alle 12 Geschichten".
pub fn all_stories(lang: Lang, n: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Alle {n} Geschichten"),
        Lang::En => format!("All {n} stories"),
    }
}
