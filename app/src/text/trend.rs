//! Texts of the trends and the signposts.

use super::{Msg, msg};
use domain::Lang;

pub const LEAD: Msg = msg(
    "Was sich gerade ändert, woran Sie es im eigenen Betrieb merken, und was Sie getrost lassen können.",
    "What is changing, how you notice it in your own firm, and what you can safely leave alone.",
).ls("Hier lesen Sie: Das ändert sich gerade. Und das brauchen Sie nicht.");
pub const YOUR_SECTOR: Msg = msg("Ihre Branche", "Your line of business").ls("Ihre Art von Firma");
pub const YOUR_GOAL: Msg = msg("Ihr Ziel", "Your goal");
pub const NONE: Msg = msg(
    "Dazu haben wir noch nichts aufgeschrieben. Vielleicht hilft, was anderswo passiert:",
    "We have not written anything about this yet. Perhaps what is happening elsewhere will help:",
);
pub const STORIES: Msg = msg("Geschichten dazu", "Stories about this");
pub const PROVIDERS: Msg = msg("Wer sich damit auskennt", "Who knows about this").ls("Diese Firmen kennen sich aus");
pub const PROVIDERS_NOTE: Msg = msg(
    "In der Reihenfolge des Tages. Andere Betriebe an der Wand bieten Ähnliches an.",
    "In the order of the day. Other firms on the wall offer something similar.",
);
pub const ASK: Msg = msg("Wer darüber Bescheid weiß", "Who knows about this").ls("Diese Person weiß mehr");

pub const SIGNPOSTS_LEAD: Msg = msg(
    "Manchmal sind andere die Richtigen. Dann sagen wir Ihnen, wer.",
    "Sometimes somebody else is the right person to ask. Then we tell you who.",
).ls("Manchmal helfen andere besser als wir. Hier steht, wer das ist.");
pub const SIGNPOSTS_NOTE: Msg = msg(
    "Wir haben auf diese Angebote keinen Einfluss und bekommen nichts dafür, dass wir darauf hinweisen.",
    "We have no influence on these offers and receive nothing for pointing to them.",
).ls("Wir bekommen dafür kein Geld.");
pub const STILL_UNSURE: Msg = msg("Immer noch unsicher?", "Still unsure?").ls("Haben Sie noch Fragen?");

/// "2 von 6 Themen".
pub fn hits(lang: Lang, n: usize, all: usize) -> (String, &'static str) {
    match lang {
        Lang::De | Lang::Ls => (format!("{n} von {all}"), " Themen"),
        Lang::En => (format!("{n} of {all}"), " topics"),
    }
}
