//! Texts of the pages on which a kiosk is paired and measured. Staff reads them.

use super::{Msg, msg};
use domain::Lang;

pub const PAIR: Msg = msg("Diesen Kiosk koppeln", "Pair this kiosk");
pub const PAIR_LEAD: Msg = msg(
    "Der Code verbindet diesen Bildschirm mit einem Gerät im Dienst.",
    "The code connects this screen with a device at the staff desk.",
);
pub const CODE: Msg = msg("Code", "Code");
pub const SHOW_CODE: Msg = msg("Code anzeigen", "Show the code");
pub const NEW_CODE: Msg = msg("Neuer Code", "New code");
pub const TYPED: Msg = msg("Code ist eingetippt, weiter", "Code is typed in, go on");
pub const STEP_OPEN: Msg = msg(
    "Im Dienst unter „Geräte“ dieses Gerät öffnen oder neu anlegen.",
    "At the desk, under “Geräte”, open this device or create it.",
);
pub const STEP_TYPE: Msg = msg("Dort den Code eintippen.", "Type in the code there.");
pub const STEP_WAIT: Msg = msg(
    "Dieser Bildschirm merkt es nach wenigen Sekunden.",
    "This screen notices within a few seconds.",
);
pub const PAIR_NOTE: Msg = msg(
    "Die Ausstellung läuft auch ohne Kopplung. Ein gekoppelter Kiosk kennt seine Größe und meldet, ob er läuft. Anmelden muss sich hier nie jemand.",
    "The exhibition also runs unpaired. A paired kiosk knows its size and reports whether it runs. Nobody ever has to sign in here.",
);
pub const LOST: Msg = msg(
    "Gerade keine Verbindung. Es geht von selbst weiter.",
    "No connection just now. It will continue by itself.",
);
pub const PAIRED: Msg = msg("Gekoppelt", "Paired");
pub const PAIRED_LEAD: Msg = msg(
    "Der Kiosk ist gekoppelt. Messen Sie jetzt den Bildschirm ein, damit Schrift und Tasten die richtige Größe haben.",
    "The kiosk is paired. Now measure the screen, so that text and buttons have the right size.",
);
pub const MEASURED_LEAD: Msg = msg(
    "Der Kiosk ist gekoppelt und eingemessen.",
    "The kiosk is paired and measured.",
);
pub const UNPAIR_NOTE: Msg = msg(
    "Die Kopplung beenden Sie im Dienst, unter „Geräte“.",
    "You end the pairing at the desk, under “Geräte”.",
);
pub const EXHIBITION: Msg = msg("Zur Ausstellung", "To the exhibition");

pub const MEASURE: Msg = msg("Bildschirm einmessen", "Measure the screen");
pub const PAIR_FIRST: Msg = msg(
    "Koppeln Sie diesen Kiosk zuerst. Dann lässt sich sein Bildschirm einmessen.",
    "Pair this kiosk first. Then its screen can be measured.",
);
pub const MEASURE_LEAD: Msg = msg(
    "Halten Sie eine Bankkarte in den Rahmen. Machen Sie ihn größer oder kleiner, bis die Karte genau hineinpasst.",
    "Hold a bank card against the outline. Make it larger or smaller until the card fits exactly.",
);
pub const CARD: Msg = msg("Karte hier anlegen", "Place the card here");
pub const SMALLER: Msg = msg("Rahmen kleiner", "Make the outline smaller");
pub const LARGER: Msg = msg("Rahmen größer", "Make the outline larger");
pub const WOULD_BE: Msg = msg("Das wären ", "That would be ");
pub const RIGHT: Msg = msg(" Zoll. Stimmt das?", " inches. Is that right?");
pub const BEGIN_WITH: Msg = msg("Anfangen mit:", "Begin with:");
pub const SAVE: Msg = msg("Passt, speichern", "It fits, save");
pub const SAVED: Msg = msg(
    "Gespeichert. Schrift und Tasten richten sich jetzt nach diesem Bildschirm.",
    "Saved. Text and buttons now follow this screen.",
);
pub const NOT_SAVED: Msg = msg(
    "Das ließ sich gerade nicht speichern. Bitte versuchen Sie es noch einmal.",
    "That could not be saved just now. Please try again.",
);
pub const DIAGONAL: Msg = msg("Bildschirmdiagonale in Zoll", "Screen diagonal in inches");
pub const DIAGONAL_HELP: Msg = msg(
    "Sie steht auf dem Typenschild, zum Beispiel 43.",
    "It is on the rating plate, for example 43.",
);
pub const RESOLUTION: Msg = msg("Auflösung", "Resolution");
pub const RESOLUTION_HELP: Msg = msg(
    "Vergrößert das System auf 200 %, wählen Sie halb so viele Punkte.",
    "If the system enlarges to 200 %, choose half as many points.",
);
pub const NO_SCREEN_SHORT: Msg = msg("Diagonale: prüfen", "Diagonal: please check");
pub const NO_SCREEN: Msg = msg(
    "Bitte geben Sie eine Zahl zwischen 7 und 120 an, zum Beispiel 43.",
    "Please give a number between 7 and 120, for example 43.",
);

/// "Gilt bis 10:42 Uhr."
pub fn works_until(lang: Lang, clock: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Gilt bis {clock} Uhr."),
        Lang::En => format!("Works until {clock}."),
    }
}

/// "Das ist „Kiosk Foyer“".
pub fn this_is(lang: Lang, name: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Das ist „{name}“"),
        Lang::En => format!("This is “{name}”"),
    }
}

/// "43 Zoll".
pub fn inches(lang: Lang, inches: u16) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("{inches} Zoll"),
        Lang::En => format!("{inches} inches"),
    }
}

/// "1920 × 1080, quer".
pub fn resolution(lang: Lang, width: u16, height: u16) -> String {
    let way = match (lang, width > height) {
        (Lang::De | Lang::Ls, true) => "quer",
        (Lang::De | Lang::Ls, false) => "hoch",
        (Lang::En, true) => "landscape",
        (Lang::En, false) => "portrait",
    };
    format!("{width} × {height}, {way}")
}
