//! Texts of the page on which a firm puts right what it has told, and of the one that confirms a new
//! address.

use super::{Msg, msg};
use domain::Lang;
use domain::request::Field;

pub const TITLE: Msg = msg("Angaben ändern", "Change your details").ls("Daten ändern");
pub const LEAD: Msg = msg(
    "Ändern Sie, was nicht stimmt, und speichern Sie. Alles andere bleibt, wie es ist.",
    "Change what is wrong and save. Everything else stays as it is.",
).ls("Hier stehen Ihre Daten. Ändern Sie, was falsch ist. Dann drücken Sie auf „Speichern“.");
pub const PLAN: Msg = msg("Ihr Vorhaben", "Your plan").ls("Ihre Frage");
pub const FIRM: Msg = msg("Ihr Betrieb und wie wir Sie erreichen", "Your firm and how to reach you").ls("Ihre Firma und Ihr Kontakt");
pub const MESSAGE: Msg = msg("Ihre Nachricht", "Your message");
pub const CONTACT_BY: Msg = msg("Wie erreichen wir Sie am besten?", "How can we best reach you?").ls("Sollen wir schreiben oder anrufen?");
pub const BY_EMAIL: Msg = msg("per E-Mail", "by e-mail");
pub const BY_PHONE: Msg = msg("am Telefon", "by telephone");
pub const EMAIL_HELP: Msg = msg(
    "Eine neue Adresse gilt erst, wenn Sie sie bestätigen. Dazu schicken wir eine Mail dorthin.",
    "A new address is used only once you have confirmed it. We will send a mail to it.",
).ls("Die Adresse ist neu? Dann schicken wir eine E-Mail an die neue Adresse. Dort müssen Sie auf den Link drücken.");
pub const SAVE: Msg = msg("Speichern", "Save");
pub const CANCEL: Msg = msg("Abbrechen", "Cancel");
pub const ASIDE: Msg = msg("Was dann passiert", "What happens then").ls("Das passiert dann");
pub const ASIDE_TOLD: Msg = msg(
    "Wer Ihre Anfrage betreut, erfährt, was sich geändert hat. Zuständig bleibt dieselbe Person, auch wenn Bezirk oder Branche jetzt andere sind.",
    "Whoever looks after your request is told what has changed. The same person stays in charge, even if your district or line of business is now a different one.",
).ls("Wir sagen es der Person, die Ihnen hilft. Es bleibt die gleiche Person.");
pub const ASIDE_NOT_HERE: Msg = msg(
    "Wobei wir helfen und welche Anbieter gefragt sind, klären Sie am besten am Telefon.",
    "What we help with, and which providers are asked, is best settled on the telephone.",
).ls("Sie wollen etwas anderes von uns? Dann rufen Sie bitte an.");

// Somebody was faster, or it is too late.
pub const CONFLICT: Msg =
    msg("Inzwischen hat sich etwas geändert", "Something has changed in the meantime").ls("Jemand hat schon etwas geändert");
pub const CONFLICT_LEAD: Msg = msg(
    "Ihre Angaben wurden geändert, während dieses Formular offen war. Nichts ist verloren: In diesem Kasten steht, was jetzt gespeichert ist, im Formular darunter, was Sie eingegeben haben. Stimmt das Formular, speichern Sie es noch einmal.",
    "Your details were changed while this form was open. Nothing is lost: this box shows what is stored now, the form below what you entered. If the form is right, save it once more.",
).ls("Hier steht, was jetzt gespeichert ist. Unten steht, was Sie geschrieben haben. Ist das richtig? Dann drücken Sie noch einmal auf „Speichern“.");
pub const NOTHING: Msg = msg("nichts", "nothing");
pub const ENDED: Msg =
    msg("Diese Anfrage lässt sich nicht mehr ändern", "This request can no longer be changed").ls("Sie können die Anfrage nicht mehr ändern");
pub const ENDED_LEAD: Msg = msg(
    "Sie ist abgeschlossen oder zurückgezogen. Auf Ihrer Seite steht, wann wir Ihre Angaben löschen. Stimmt etwas nicht, rufen Sie an.",
    "It is closed or withdrawn. Your page says when we delete your details. If something is wrong, call us.",
).ls("Die Anfrage ist zu Ende. Ist etwas falsch? Dann rufen Sie bitte an.");
pub const TO_STATUS: Msg = msg("Zu Ihrer Anfrage", "To your request");
pub const QUOTA_SHORT: Msg = msg("E-Mail-Adresse: heute zu viele Mails", "E-mail address: too many mails today").ls("E-Mail-Adresse: heute geht das nicht mehr");
pub const QUOTA: Msg = msg(
    "An diese Adresse ging heute schon zu viel Unbestätigtes. Bitte versuchen Sie es morgen noch einmal oder rufen Sie an. Gespeichert ist noch nichts.",
    "Too many unconfirmed mails have gone to this address today. Please try again tomorrow or call us. Nothing has been saved yet.",
).ls("Wir haben heute schon zu viele E-Mails an diese Adresse geschickt. Versuchen Sie es bitte morgen. Oder rufen Sie an.");

// What was just done, on the status page.
pub const DID_AMEND: Msg = msg("Gespeichert. Ihre Angaben sind geändert.", "Saved. Your details are changed.").ls("Das ist gespeichert.");
pub const DID_SAME: Msg = msg("Es war schon alles so gespeichert.", "Everything was saved that way already.").ls("Das war schon gespeichert.");
pub const DID_ASK: Msg = msg(
    "Gespeichert. An die neue E-Mail-Adresse ging eine Mail. Sie gilt, sobald Sie dort auf den Link gehen und bestätigen.",
    "Saved. A mail went to the new e-mail address. We will use it as soon as you open the link in that mail and confirm.",
).ls("Das ist gespeichert. Wir haben eine E-Mail an die neue Adresse geschickt. Drücken Sie dort auf den Link.");
pub const DID_ADDRESS: Msg = msg(
    "Ihre neue E-Mail-Adresse gilt. Die Links in früheren Mails führen nicht mehr hierher; einen neuen haben wir Ihnen geschickt.",
    "Your new e-mail address is confirmed. Links in earlier mails no longer lead here; we have sent you a new one.",
).ls("Die neue Adresse ist gespeichert. Die alten Links gehen nicht mehr. Wir haben Ihnen einen neuen Link geschickt.");

// Confirming the new address.
pub const ADDRESS: Msg = msg("Gehört diese Adresse Ihnen?", "Is this address yours?").ls("Ist das Ihre Adresse?");
pub const ADDRESS_OF: Msg = msg("Anfrage", "Request");
pub const ADDRESS_LEAD: Msg = msg(
    "Sie wurde für diese Anfrage als neue Adresse angegeben. Wenn Sie das bestätigen, schreiben wir nur noch an diese Adresse.",
    "It was given as the new address for this request. Once you confirm that, we will write only to this address.",
).ls("Jemand hat diese Adresse bei einer Anfrage angegeben. Ist es Ihre Adresse? Dann drücken Sie auf die Taste.");
pub const ADDRESS_BUTTON: Msg = msg("Ja, das ist meine Adresse", "Yes, this is my address");
pub const ADDRESS_NOT_YOURS: Msg = msg(
    "Sie haben keine Anfrage gestellt? Dann schließen Sie die Seite einfach. Es ändert sich nichts.",
    "You made no request? Then simply close this page. Nothing will change.",
).ls("Das waren nicht Sie? Dann machen Sie die Seite zu. Nichts passiert.");
pub const ADDRESS_DONE: Msg = msg("Diese Adresse gilt schon", "This address is already confirmed").ls("Die Adresse ist schon gespeichert");
pub const ADDRESS_DONE_LEAD: Msg = msg(
    "Sie ist bestätigt. Den Link zu Ihrer Anfrage haben wir Ihnen dorthin geschickt.",
    "There is nothing left to do. We have sent the link to your request to this address.",
).ls("Sie müssen nichts tun. Wir haben Ihnen einen Link geschickt.");

/// What a change means for providers that see some of it; `names` are their firms.
pub fn released_to(lang: Lang, names: &str) -> String {
    match lang {
        Lang::De => format!(
            "Was Sie freigegeben haben, sieht der Anbieter immer so, wie es jetzt ist: auch was Sie hier ändern. Das betrifft: {names}."
        ),
        Lang::Ls => format!(
            "Sie haben einer IT-Firma etwas erlaubt. Diese IT-Firma sieht auch, was Sie hier ändern: {names}."
        ),
        Lang::En => format!(
            "What you have released, the provider always sees as it is now, including what you change here. This concerns: {names}."
        ),
    }
}

/// That an address waits for its confirmation, and which one counts until then.
pub fn waiting(lang: Lang, email: &str, present: Option<&str>) -> String {
    match (lang, present) {
        (Lang::De, Some(present)) => {
            format!("{email} wartet noch auf Ihre Bestätigung. Bis dahin schreiben wir an {present}.")
        }
        (Lang::De, None) => format!("{email} wartet noch auf Ihre Bestätigung."),
        (Lang::Ls, _) => {
            format!("Die neue Adresse ist: {email}. Bitte drücken Sie auf den Link in der E-Mail.")
        }
        (Lang::En, Some(present)) => {
            format!("{email} still waits for your confirmation. Until then we write to {present}.")
        }
        (Lang::En, None) => format!("{email} still waits for your confirmation."),
    }
}

/// The name of a field in a list.
pub const fn field(field: Field) -> Msg {
    match field {
        Field::Goal => msg("Ziel", "goal"),
        Field::Message => msg("Anliegen", "message").ls("Frage"),
        Field::Budget => msg("Rahmen", "budget").ls("Geld"),
        Field::Firm => msg("Betrieb", "firm").ls("Firma"),
        Field::Sector => msg("Branche", "line of business"),
        Field::District => msg("Bezirk", "district"),
        Field::Size => msg("Größe", "size"),
        Field::Person => msg("Name", "name"),
        Field::Email => msg("E-Mail-Adresse", "e-mail address"),
        Field::Phone => msg("Telefon", "telephone"),
        Field::ContactBy => msg("bevorzugter Weg", "preferred way").ls("schreiben oder anrufen"),
        Field::Kind
        | Field::Channel
        | Field::Provider
        | Field::Story
        | Field::AskLater
        | Field::Key => msg("weitere Angaben", "further details"),
    }
}
