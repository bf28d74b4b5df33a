//! Texts of the pages that say why there is no page.

use super::{Msg, msg};
use domain::Lang;

pub const MISSING: Msg = msg("Hier hängt nichts mehr", "Nothing hangs here any more").ls("Diese Seite gibt es nicht");
pub const MISSING_LEAD: Msg = msg(
    "Die Seite gibt es nicht oder nicht mehr. Vielleicht hat sich in der Adresse ein Zeichen verirrt.",
    "This page does not exist, or no longer does. Perhaps a character went astray in the address.",
).ls("Vielleicht ist in der Adresse ein Fehler. Oder die Seite ist nicht mehr da. Suchen Sie hier weiter.");
pub const TO_STORIES: Msg = msg("Zu den Geschichten", "To the stories");
pub const TO_HOME: Msg = msg("Zur Startseite", "To the home page").ls("Zur ersten Seite");
pub const TO_DESK: Msg = msg("Zum Eingang", "To the inbox");

pub const BAD_LINK: Msg = msg("Dieser Link öffnet nichts", "This link does not open anything").ls("Dieser Link geht nicht mehr");
pub const BAD_LINK_LEAD: Msg = msg(
    "Er ist unvollständig, abgelaufen oder wurde durch einen neueren ersetzt. Öffnen Sie bitte den Link aus der letzten Mail, die Sie von uns haben.",
    "It is incomplete, has expired or was replaced by a newer one. Please open the link in the latest e-mail you have from us.",
).ls("Vielleicht ist der Link zu alt. Sehen Sie in Ihren E-Mails nach. Nehmen Sie den Link aus der neuesten E-Mail von uns.");

pub const FORBIDDEN: Msg = msg("Das gehört nicht zu Ihrem Platz", "This is not part of your role");
pub const FORBIDDEN_LEAD: Msg = msg(
    "Ihr Konto darf diese Seite nicht öffnen. Wer Konten verwaltet, kann das ändern.",
    "Your account may not open this page. Whoever manages accounts can change that.",
);

pub const FOREIGN: Msg = msg("Von dort nehmen wir nichts an", "We take nothing from there").ls("Das geht von dort nicht");
pub const FOREIGN_LEAD: Msg = msg(
    "Dieses Formular wurde von einer anderen Website abgeschickt. Zu Ihrem Schutz haben wir es nicht angenommen. Öffnen Sie die Seite bitte bei uns und senden Sie es von dort.",
    "This form was sent by another website. To protect you, we did not accept it. Please open the page here and send it from there.",
).ls("Das kam von einer fremden Internet-Seite. Darum haben wir es nicht genommen. Bitte füllen Sie alles auf unserer Seite aus.");

pub const CONFLICT: Msg = msg("Da war jemand schneller", "Somebody was quicker").ls("Hier hat sich etwas geändert");
pub const CONFLICT_LEAD: Msg = msg(
    "Inzwischen hat sich hier etwas geändert, deshalb haben wir nichts gespeichert. Laden Sie die Seite bitte neu und sehen Sie nach, was jetzt gilt.",
    "Something has changed here in the meantime, so we have not saved anything. Please reload the page and see how things stand now.",
).ls("Darum haben wir nichts gespeichert. Bitte laden Sie die Seite neu. Dann sehen Sie, was jetzt gilt.");

pub const TOO_MANY: Msg = msg("Bitte einen Augenblick", "One moment, please").ls("Bitte warten Sie kurz");
pub const TOO_MANY_LEAD: Msg = msg(
    "Von Ihrem Anschluss kamen sehr viele Eingaben in kurzer Zeit. Warten Sie bitte eine Minute und versuchen Sie es dann noch einmal.",
    "A great many entries came from your connection in a short time. Please wait a minute and try again.",
).ls("Das waren zu viele Versuche. Bitte warten Sie eine Minute. Dann versuchen Sie es noch einmal.");

pub const TOO_LARGE: Msg = msg("Das ist zu viel auf einmal", "That is too much at once").ls("Das ist zu viel Text");
pub const TOO_LARGE_LEAD: Msg = msg(
    "Was Sie abgeschickt haben, ist größer, als wir annehmen. Kürzen Sie bitte den Text.",
    "What you sent is larger than we accept. Please shorten the text.",
).ls("Ihr Text ist zu lang. Bitte schreiben Sie weniger.");

pub const UNREADABLE: Msg = msg("Das konnten wir nicht lesen", "We could not read that");
pub const UNREADABLE_LEAD: Msg = msg(
    "Was hier ankam, ist kein ausgefülltes Formular von uns. Gehen Sie bitte zurück und senden Sie es noch einmal.",
    "What arrived here is not a completed form from this website. Please go back and send it again.",
).ls("Bitte gehen Sie eine Seite zurück. Dann senden Sie es noch einmal.");

pub const METHOD: Msg = msg("So geht es hier nicht", "It does not work like that here");
pub const METHOD_LEAD: Msg = msg(
    "Diese Adresse versteht die Anfrage nicht. Öffnen Sie sie bitte als gewöhnliche Seite.",
    "This address does not understand the request. Please open it as an ordinary page.",
).ls("Bitte öffnen Sie die Seite noch einmal neu.");

pub const BUSY: Msg = msg("Gerade ist kein Platz frei", "There is no room just now").ls("Hier ist gerade zu viel los");
pub const BUSY_LEAD: Msg = msg(
    "Wir kommen im Moment nicht nach. Es wurde nichts gespeichert. Versuchen Sie es bitte in einer Minute noch einmal.",
    "We cannot keep up at the moment. Nothing was saved. Please try again in a minute.",
).ls("Wir haben nichts gespeichert. Bitte warten Sie eine Minute. Dann versuchen Sie es noch einmal.");

pub const FAULT: Msg = msg("Das liegt an uns", "This is our fault").ls("Hier ist etwas kaputt");
pub const FAULT_LEAD: Msg = msg(
    "Hier ist etwas schiefgegangen. Gehen Sie einen Schritt zurück und versuchen Sie es noch einmal; was Sie eingegeben haben, steht dort noch im Formular.",
    "Something went wrong here. Go back one step and try again; what you typed is still in the form there.",
).ls("Das ist unser Fehler. Bitte gehen Sie eine Seite zurück. Ihr Text ist dort noch da. Versuchen Sie es noch einmal.");

/// "Fehler 404".
pub fn number(lang: Lang, status: u16) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Fehler {status}"),
        Lang::En => format!("Error {status}"),
    }
}

/// What comes before the reference number: "… rufen Sie uns an: 0231 … Nennen Sie dann bitte".
pub fn call(lang: Lang, phone: &str) -> String {
    match lang {
        Lang::Ls => format!("Geht es wieder nicht? Rufen Sie an: {phone}. Sagen Sie uns: "),
        Lang::De => {
            format!("Klappt es wieder nicht, rufen Sie uns an: {phone}. Nennen Sie dann bitte ")
        }
        Lang::En => format!("If it fails again, please call us: {phone}. Please quote "),
    }
}
