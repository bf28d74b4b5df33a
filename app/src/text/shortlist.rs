//! Texts of the shortlist.

use super::{Msg, msg};
use domain::Lang;

pub const LEAD: Msg = msg(
    "Geschichten, die Sie sich gemerkt haben. Die Liste steht in der Adresse dieser Seite und, wenn Sie es möchten, in Ihrem Browser. Wir bekommen sie nicht.",
    "Stories you have kept. The list is in the address of this page and, if you like, in your browser. We do not receive it.",
);
pub const KEEP: Msg = msg("Auf den Merkzettel", "Put on the shortlist");
pub const KEPT: Msg = msg("Steht auf dem Merkzettel", "On the shortlist");
pub const DROPPED: Msg = msg("Vom Merkzettel genommen", "Taken off the shortlist");
pub const OPEN: Msg = msg("Merkzettel ansehen", "See the shortlist");
pub const REMOVE: Msg = msg("Entfernen", "Remove");
pub const ADD: Msg = msg("Dazulegen", "Add");
pub const MORE: Msg = msg("Noch etwas dazulegen?", "Add something else?");
pub const EMPTY: Msg = msg("Noch nichts gemerkt", "Nothing kept yet");
pub const EMPTY_TEXT: Msg = msg(
    "Bei jeder Geschichte steht „Auf den Merkzettel“. Oder legen Sie hier etwas dazu:",
    "Every story has “Put on the shortlist”. Or add something here:",
);
pub const HAND_OVER: Msg = msg("Mitnehmen und weitergeben", "Take it along, pass it on");
pub const HAND_OVER_TEXT: Msg = msg(
    "Scannen Sie den Code mit dem Telefon oder kopieren Sie die Adresse dieser Seite. Wer sie öffnet, sieht dieselbe Liste.",
    "Scan the code with your phone or copy the address of this page. Whoever opens it sees the same list.",
);
pub const KEEP_HERE: Msg = msg("Liste auf diesem Gerät merken", "Keep the list on this device");
pub const KEPT_HERE: Msg =
    msg("Die Liste ist auf diesem Gerät gemerkt.", "The list is kept on this device.");
pub const TALK: Msg = msg(
    "Über diese Geschichten möchten Sie mit jemandem reden?",
    "Would you like to talk to somebody about these stories?",
);

/// What a screen reader hears after a button's word: the story's title.
pub fn about(lang: Lang, title: &str) -> String {
    match lang {
        Lang::De => format!(": „{title}“"),
        Lang::En => format!(": “{title}”"),
    }
}
