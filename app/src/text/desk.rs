//! Texts of the desk. It is German only; both languages of each message are therefore the same.

use super::{Msg, msg};

/// A message of the desk.
pub(super) const fn desk(text: &'static str) -> Msg {
    msg(text, text)
}

pub const MENU: Msg = desk("Dienstmenü");
pub const INBOX: Msg = desk("Eingang");
pub const CALENDAR: Msg = desk("Kalender");
pub const TEAM: Msg = desk("Team");
pub const ACCOUNT: Msg = desk("Ihr Konto");
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

pub const INBOX_EMPTY: Msg = desk("Hier liegt gerade nichts.");
pub const INBOX_EMPTY_HINT: Msg = desk("Neue Anfragen erscheinen hier von selbst, mit dem Grund, warum sie bei Ihnen sind.");
pub const TAB_MINE: Msg = desk("Meine");
pub const TAB_TEAM: Msg = desk("Team");
pub const TAB_POOL: Msg = desk("Gemeinsamer Topf");
pub const TAB_WAITING: Msg = desk("Warten auf Antwort");
pub const TAB_CLOSED: Msg = desk("Abgeschlossen");
pub const TABS: Msg = desk("Ansicht");
pub const TABLE: Msg = desk("Tabelle der Anfragen");
pub const COL_FIRM: Msg = desk("Betrieb und Anliegen");
pub const COL_GOAL: Msg = desk("Ziel");
pub const COL_WHY: Msg = desk("Warum hier");
pub const COL_STATE: Msg = desk("Stand");
pub const COL_DUE: Msg = desk("Frist");
pub const NOBODY: Msg = desk("niemand zugeteilt");
pub const OLDER: Msg = desk("Weitere Anfragen");
pub const NEWER: Msg = desk("Frühere Seite");
pub const CONCERN: Msg = desk("Das Anliegen");
pub const NO_WORDS: Msg = desk("Ohne eigene Worte.");
pub const GOAL: Msg = desk("Ziel");
pub const KIND: Msg = desk("Art");
pub const BUDGET: Msg = desk("Rahmen");
pub const SECTOR: Msg = desk("Branche");
pub const DISTRICT: Msg = desk("Bezirk");
pub const SIZE: Msg = desk("Größe");
pub const CONTACT: Msg = desk("Kontakt");
pub const READ: Msg = desk("Gelesen");
pub const RELEASED: Msg = desk("Freigegeben");
pub const DELETION: Msg = desk("Löschung");
pub const UNKNOWN: Msg = desk("weiß ich nicht");
pub const HISTORY: Msg = desk("Verlauf");
pub const MAILS: Msg = desk("E-Mails");
pub const MAIL_WAITING: Msg = desk("wird gesendet");
pub const MAIL_SENT: Msg = desk("übergeben");
pub const MAIL_FAILED: Msg = desk("gescheitert");
pub const MAIL_DISCARDED: Msg = desk("gescheitert und abgelegt");
pub const PROPOSALS: Msg = desk("Vorschläge");
pub const PROPOSALS_HINT: Msg = desk("Wählen Sie zwei oder drei. Unter gleich guten entscheidet das Los des Tages.");
pub const PROPOSALS_BLOCKED: Msg = desk(
    "Erst bestätigen, dann vorschlagen: Bevor die Anfrage bestätigt ist, geht nichts an einen Anbieter.",
);
pub const PROPOSALS_MORE: Msg = desk("Weitere Betriebe kommen in Frage");
pub const PROPOSALS_SEND: Msg = desk("Vorschläge senden");
pub const PROPOSALS_NOTE: Msg =
    desk("Der Betrieb sieht Namen und Porträt und entscheidet, wem er was freigibt.");
pub const ALREADY_PROPOSED: Msg = desk("schon vorgeschlagen");
pub const WHY: Msg = desk("Warum dieser Betrieb? (liest der Betrieb, freiwillig)");
pub const HAND_OVER: Msg = desk("Abgeben");
pub const HAND_OVER_TO: Msg = desk("An wen?");
pub const TO_POOL: Msg = desk("In den gemeinsamen Topf");
pub const TAKE: Msg = desk("Übernehmen");
pub const NOTE: Msg = desk("Notiz für Kolleginnen und Kollegen");
pub const NOTE_HELP: Msg =
    desk("Die Person kann lesen, was über sie notiert ist. Schreiben Sie nichts über Dritte.");
pub const NOTE_SAVE: Msg = desk("Notiz speichern");
pub const CONFIRM_BY_PHONE: Msg = desk("Telefonisch bestätigt");
pub const KEEP: Msg = desk("30 Tage behalten");
pub const CLOSE: Msg = desk("Abschließen");
pub const OUTCOME: Msg = desk("Was ist daraus geworden?");
pub const REOPEN: Msg = desk("Wieder aufnehmen");
pub const TO_SLOTS: Msg = desk("Termine vorschlagen");
pub const LISTING: Msg = desk("Platz an der Wand");
pub const LISTING_HINT: Msg =
    desk("Der Betrieb bekommt Ihre Antwort per E-Mail. Eine Absage nennt eine der veröffentlichten Bedingungen.");
pub const LISTING_ACCEPT: Msg = desk("Aufnehmen");
pub const LISTING_REFUSE: Msg = desk("Absagen");
pub const LISTING_CRITERION: Msg = desk("Welche Bedingung ist nicht erfüllt?");
pub const LISTING_WORDS: Msg = desk("Begründung (liest der Betrieb)");
pub const LISTING_INCOMPLETE: Msg =
    desk("Zur Absage gehören die Bedingung, die nicht erfüllt ist, und eine Begründung in Ihren Worten.");
pub const CHANGED: Msg = desk("Jemand hat diese Anfrage inzwischen geändert. Hier ist der neue Stand.");
pub const REFUSED: Msg = desk("Das geht in diesem Stand nicht mehr. Hier ist der neue Stand.");
pub const PICK_SOME: Msg = desk("Bitte wählen Sie mindestens einen Betrieb, höchstens fünf.");

pub const FRESH: Msg = desk("Neu");
pub const TODAY: Msg = desk("Heute im Raum");
pub const TODAY_EMPTY: Msg = desk("Heute ist kein Treffen.");
pub const TO_CALENDAR: Msg = desk("Zum Kalender");
pub const RULES: Msg = desk("So kommt etwas zu Ihnen");
pub const RULES_POOL: Msg = desk(
    "Sie sitzen an keinem Platz. Was niemandem gehört, liegt im gemeinsamen Topf und wird von Hand übernommen.",
);
pub const RULES_REST: Msg =
    desk("Zuerst zählt der Bezirk, dann die Branche. Was zu keinem Platz passt, kommt in den gemeinsamen Topf.");
pub const SUBSTITUTE: Msg = desk("in Vertretung");

/// A deadline as one says it: "heute", "morgen", "26. November".
pub fn due(day: jiff::civil::Date, today: jiff::civil::Date) -> String {
    match (day.until(today).map(|span| span.get_days()), today.tomorrow()) {
        (Ok(0), _) => "heute".to_owned(),
        (_, Ok(tomorrow)) if tomorrow == day => "morgen".to_owned(),
        (Ok(1), _) => "seit gestern".to_owned(),
        _ => super::format::day_month(domain::Lang::De, day),
    }
}

/// "6 Anfragen sind bei Ihnen. Eine ist überfällig."
pub fn waiting(mine: i64, overdue: usize) -> String {
    let mine = match mine {
        0 => "Bei Ihnen liegt nichts.".to_owned(),
        1 => "Eine Anfrage liegt bei Ihnen.".to_owned(),
        n => format!("{n} Anfragen liegen bei Ihnen."),
    };
    match overdue {
        0 => mine,
        1 => format!("{mine} Eine ist überfällig."),
        n => format!("{mine} {n} sind überfällig."),
    }
}

/// "Seit 5 Tagen nicht bestätigt …".
pub fn unconfirmed(
    created: domain::Instant,
    now: domain::Instant,
    delete_on: jiff::civil::Date,
) -> String {
    let days = (now.0 - created.0) / 86_400_000;
    let since = match days {
        0 => "Noch nicht bestätigt.".to_owned(),
        1 => "Seit gestern nicht bestätigt.".to_owned(),
        n => format!("Seit {n} Tagen nicht bestätigt. Vielleicht kam die Nachricht nicht an."),
    };
    let day = super::format::date(domain::Lang::De, delete_on);
    format!("{since} Am {day} löschen wir die Anfrage. Ein Anruf hilft.")
}
