//! Texts of the shortlist.

use super::{Msg, msg};

pub const LEAD: Msg = msg(
    "Geschichten, die Sie sich gemerkt haben. Die Liste steht in der Adresse dieser Seite und, wenn Sie es möchten, in Ihrem Browser. Wir bekommen sie nicht.",
    "Stories you have kept. The list is in the address of this page and, if you like, in your browser. We do not receive it.",
).ls("Hier sind Ihre Geschichten. Wir sehen die Liste nicht.");
pub const LEAD_KIOSK: Msg = msg(
    "Geschichten, die Sie mitnehmen möchten. Dieser Bildschirm vergisst sie, sobald Sie fertig sind.",
    "Stories you would like to take along. This screen forgets them as soon as you are done.",
).ls("Hier sind Ihre Geschichten. Sind Sie fertig? Dann löscht der Bildschirm die Liste.");
pub const KEEP: Msg = msg("Auf den Merkzettel", "Put on the shortlist").ls("Geschichte merken");
pub const KEPT: Msg =
    msg("Steht auf dem Merkzettel", "On the shortlist").ls("Steht auf dem Merk·zettel");
pub const DROPPED: Msg =
    msg("Vom Merkzettel genommen", "Taken off the shortlist").ls("Nicht mehr auf dem Merk·zettel");
pub const OPEN: Msg = msg("Merkzettel ansehen", "See the shortlist").ls("Merk·zettel ansehen");
pub const REMOVE: Msg = msg("Entfernen", "Remove").ls("Weg damit");
pub const ADD: Msg = msg("Dazulegen", "Add");
pub const MORE: Msg = msg("Noch etwas dazulegen?", "Add something else?");
pub const EMPTY: Msg =
    msg("Noch nichts gemerkt", "Nothing kept yet").ls("Der Merk·zettel ist leer");
pub const EMPTY_TEXT: Msg = msg(
    "Bei jeder Geschichte steht „Auf den Merkzettel“. Oder legen Sie hier etwas dazu:",
    "Every story has “Put on the shortlist”. Or add something here:",
).ls("Bei jeder Geschichte ist eine Taste. Sie heißt: Geschichte merken. Oder suchen Sie hier etwas aus:");
pub const HAND_OVER: Msg = msg("Mitnehmen und weitergeben", "Take it along, pass it on");
pub const HAND_OVER_TEXT: Msg = msg(
    "Scannen Sie den Code mit dem Telefon oder kopieren Sie die Adresse dieser Seite. Wer sie öffnet, sieht dieselbe Liste.",
    "Scan the code with your phone or copy the address of this page. Whoever opens it sees the same list.",
).ls("Halten Sie das Handy auf das Muster. Dann haben Sie die Liste auf dem Handy.");
pub const HAND_OVER_KIOSK: Msg = msg(
    "Scannen Sie den Code mit dem Telefon. Er enthält nur diese Liste und nichts über Sie.",
    "Scan the code with your phone. It holds this list alone and nothing about you.",
)
.ls("Halten Sie das Handy auf das Muster. Dann haben Sie die Liste auf dem Handy.");
pub const KEEP_HERE: Msg = msg("Liste auf diesem Gerät merken", "Keep the list on this device");
pub const KEPT_HERE: Msg =
    msg("Die Liste ist auf diesem Gerät gemerkt.", "The list is kept on this device.");
pub const TALK: Msg = msg(
    "Über diese Geschichten möchten Sie mit jemandem reden?",
    "Would you like to talk to somebody about these stories?",
)
.ls("Wollen Sie mit uns darüber sprechen?");
