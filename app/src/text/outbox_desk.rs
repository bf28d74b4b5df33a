//! Texts of the page of mails that have not arrived, German only.

use super::{Msg, format, msg};
use backend::outbox::Stopped;
use domain::Lang;

const fn desk(text: &'static str) -> Msg {
    msg(text, text)
}

pub const TITLE: Msg = desk("Postausgang");
pub const LEAD: Msg = desk(
    "Was noch nicht angekommen ist. Zugestellte E-Mails stehen bei der Anfrage, ohne ihren Text.",
);
pub const EMPTY: Msg = desk("Alles ist zugestellt.");
pub const EMPTY_HINT: Msg =
    desk("Was nicht gleich ankommt, erscheint hier mit dem Grund und wird von selbst noch einmal versucht.");
pub const TABLE: Msg = desk("Nicht zugestellte E-Mails");
pub const COL_MAIL: Msg = desk("E-Mail");
pub const COL_TO: Msg = desk("An");
pub const COL_STATE: Msg = desk("Stand");
pub const COL_WHAT: Msg = desk("Was tun?");
pub const GIVEN_UP: Msg = desk("aufgegeben");
pub const UNDER_WAY: Msg = desk("wird gesendet");
pub const RETRY: Msg = desk("Noch einmal versuchen");
pub const DISCARD: Msg = desk("Erledigt, ablegen");
pub const BY_ITSELF: Msg = desk("läuft von selbst");
pub const ACCOUNT: Msg = desk("Zugang eines Teammitglieds");
pub const INVITE_AGAIN: Msg = desk("Neu einladen hilft.");
pub const GONE: Msg = desk("Diese E-Mail ist inzwischen unterwegs oder abgelegt. Hier ist der neue Stand.");
pub const CHOOSE: Msg = desk("Bitte wählen Sie, was mit der E-Mail geschehen soll. Bisher ist nichts passiert.");
pub const TO_OUTBOX: Msg = desk("Zum Postausgang");

/// What a mail server's refusal means, for somebody who is no administrator.
pub fn meaning(failure: &str) -> &'static str {
    let code = failure.get(..3).unwrap_or_default();
    match code {
        "550" | "551" | "553" | "501" => "Die Adresse gibt es so nicht. Bitte nachfragen.",
        "552" | "452" => "Das Postfach ist voll.",
        "554" | "571" => "Der Server des Empfängers lehnt uns ab. Bitte die Technik fragen.",
        _ if code.starts_with('4') => "Der Server des Empfängers vertröstet uns.",
        _ if code.starts_with('5') => "Der Server des Empfängers hat abgelehnt.",
        _ if unencrypted(failure) => {
            "Unser Mailserver verschlüsselt nicht so, wie es verlangt ist. Bitte die Technik fragen."
        }
        _ => "Unser Mailserver ist gerade nicht zu erreichen.",
    }
}

/// Whether the library says that encryption failed: it has words for that, but no code.
fn unencrypted(failure: &str) -> bool {
    let failure = failure.to_lowercase();
    ["certificate", "tls"].iter().any(|word| failure.contains(word))
}

/// "Seit Dienstag, 2. Dezember, 10:00 Uhr geht keine E-Mail hinaus. Unser Mailserver …"
pub fn stopped(stopped: &Stopped) -> String {
    let since = format::moment(Lang::De, stopped.since);
    format!("Seit {since} geht keine E-Mail hinaus. {}", meaning(&stopped.failure))
}

/// "3. Versuch um 14:05".
pub fn next(attempts: i64, clock: &str) -> String {
    format!("{}. Versuch um {clock} Uhr", attempts + 1)
}

/// "2 E-Mails konnten nicht zugestellt werden."
pub fn given_up(n: i64) -> String {
    if n == 1 {
        "Eine E-Mail konnte nicht zugestellt werden.".to_owned()
    } else {
        format!("{n} E-Mails konnten nicht zugestellt werden.")
    }
}
