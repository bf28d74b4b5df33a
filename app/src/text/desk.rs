//! Texts of the desk. It is German only; both languages of each message are therefore the same.

use super::Msg;

const fn desk(text: &'static str) -> Msg {
    Msg { de: text, en: text }
}

pub const MENU: Msg = desk("Dienstmenü");
pub const INBOX: Msg = desk("Eingang");
pub const CALENDAR: Msg = desk("Raumkalender");
pub const SIGN_OUT: Msg = desk("Abmelden");
pub const SIGN_IN: Msg = desk("Anmelden");
pub const EMAIL: Msg = desk("Dienstliche E-Mail-Adresse");
pub const PASSWORD: Msg = desk("Passwort");
pub const CODE: Msg = desk("Code aus der App");
pub const CODE_HELP: Msg = desk("Sechs Ziffern aus der Code-App auf Ihrem Telefon. Sie ändern sich alle 30 Sekunden.");
pub const WRONG: Msg = desk("Adresse, Passwort oder Code stimmt nicht");
pub const WRONG_SENTENCE: Msg = desk(
    "Bitte prüfen Sie alle drei Angaben. Jeder Code gilt nur einmal; warten Sie im Zweifel auf den nächsten.",
);
pub const FORGOTTEN: Msg = desk(
    "Passwort vergessen oder Telefon verloren? Die Verwaltung der Werkbank schickt Ihnen eine neue Einladung.",
);
pub const INVITATION: Msg = desk("Willkommen in der Werkbank");
pub const INVITATION_LEAD: Msg =
    desk("Legen Sie ein Passwort fest und verbinden Sie die Code-App auf Ihrem Telefon.");
pub const NEW_PASSWORD: Msg = desk("Neues Passwort");
pub const NEW_PASSWORD_HELP: Msg =
    desk("Mindestens 12 Zeichen. Drei oder vier Wörter hintereinander sind gut zu merken.");
pub const APP_TITLE: Msg = desk("Zweiter Schlüssel");
pub const APP_HELP: Msg = desk(
    "Scannen Sie das Bild mit einer Code-App. Oder tippen Sie diesen Schlüssel dort ein:",
);
pub const QR_LABEL: Msg = desk("QR-Code für die Code-App");
pub const ACCEPT: Msg = desk("Festlegen und anmelden");
pub const ONE_TIME: Msg = desk("Einmal anmelden");
pub const ONE_TIME_LEAD: Msg = desk("Dieser Link meldet Sie einmal an, ohne Passwort. Danach ist er verbraucht.");
pub const WRONG_CODE: Msg = desk("Der Code passt nicht zum Schlüssel");
pub const WRONG_CODE_SENTENCE: Msg =
    desk("Stimmt die Uhrzeit auf dem Telefon? Tippen Sie den Code, der jetzt in der App steht.");

/// Why a new password was refused, and what to do.
pub const fn password(why: domain::staff::PasswordError) -> &'static str {
    use domain::staff::PasswordError as E;
    match why {
        E::TooShort => "Bitte nehmen Sie mindestens 12 Zeichen.",
        E::TooLong => "Bitte nehmen Sie höchstens 200 Zeichen.",
        E::Guessable => "Das ist zu leicht zu erraten. Nehmen Sie Wörter, die nichts mit Ihnen zu tun haben.",
    }
}
