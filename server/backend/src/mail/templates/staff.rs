//! Mails to staff, in German. They name a request by its reference and say why they come; who
//! asked for what stays behind the sign-in.

use crate::mail::Letter;
use crate::mail::letter::Draft;
use domain::content::Site;
use domain::meeting::MeetingNote;
use domain::request::{Field, Reference};
use domain::{Instant, Lang, when};
use jiff::civil::Date;

const OPEN: &str = "Anfrage öffnen";

fn letter(site: &Site, subject: &str, text: &str, link: &str) -> Letter {
    Draft::new(Lang::De, subject)
        .paragraph("Guten Tag,")
        .paragraph(text)
        .link(OPEN, link)
        .sign_off(site, Lang::De)
}

/// Somebody gets an account, or a new password and code after losing them.
pub fn invitation(site: &Site, name: &str, link: &str) -> Letter {
    let title = &site.text.text(Lang::De).title;
    Draft::new(Lang::De, &format!("Ihr Zugang zum Dienst: {title}"))
        .paragraph(&format!("Guten Tag {name},"))
        .paragraph(
            "für Sie ist ein Zugang zum Dienst der Werkbank vorbereitet. Unter diesem Link legen Sie \
             ein Passwort fest und verbinden eine Code-App auf Ihrem Telefon. Hatten Sie schon einen \
             Zugang, gilt er weiter, bis Sie hier neu beginnen.",
        )
        .link("Passwort festlegen", link)
        .paragraph(
            "Der Link gilt 72 Stunden und nur einmal. Geben Sie ihn bitte nicht weiter. Haben Sie ihn \
             nicht erwartet, brauchen Sie nichts zu tun.",
        )
        .sign_off(site, Lang::De)
}

/// Nothing was heard of a kiosk since `since`, though it is open.
pub fn kiosk_silent(site: &Site, name: &str, since: Instant, link: &str) -> Letter {
    Draft::new(Lang::De, &format!("Meldet sich nicht: {name}"))
        .paragraph("Guten Tag,")
        .paragraph(&format!(
            "dieser Kiosk hat sich seit {} nicht mehr gemeldet, obwohl geöffnet ist. Läuft er, und hat \
             er Netz? Sobald er wieder da ist, bekommen Sie eine Nachricht.",
            when::moment(Lang::De, since)
        ))
        .link("Gerät ansehen", link)
        .sign_off(site, Lang::De)
}

/// A kiosk of whose silence was told is back.
pub fn kiosk_back(site: &Site, name: &str, at: Instant, link: &str) -> Letter {
    Draft::new(Lang::De, &format!("Wieder da: {name}"))
        .paragraph("Guten Tag,")
        .paragraph(&format!(
            "dieser Kiosk meldet sich wieder, seit {}. Sie brauchen nichts mehr zu tun.",
            when::moment(Lang::De, at)
        ))
        .link("Gerät ansehen", link)
        .sign_off(site, Lang::De)
}

/// A new request; `reason` is "weil Bezirk Hörde".
pub fn new_request(site: &Site, reference: Reference, reason: &str, link: &str) -> Letter {
    let text = format!("eine Anfrage ist bei Ihnen angekommen. Grund: {reason}.");
    letter(site, &format!("Neue Anfrage {reference}"), &text, link)
}

/// Nobody confirmed a request for five days. `day` is the day of deletion.
pub fn unconfirmed(site: &Site, reference: Reference, day: Date, link: &str) -> Letter {
    let text = format!(
        "diese Anfrage hat seit fünf Tagen niemand bestätigt. Vielleicht hilft ein Anruf. Am {} wird \
         sie gelöscht, außer Sie bestätigen sie telefonisch oder behalten sie.",
        when::date(Lang::De, day)
    );
    letter(site, &format!("Noch nicht bestätigt: Anfrage {reference}"), &text, link)
}

/// A confirmed request has waited too long.
pub fn waiting(site: &Site, reference: Reference, reason: &str, link: &str) -> Letter {
    let text = format!(
        "diese Anfrage wartet seit mehr als zwei Werktagen auf eine erste Antwort. Zugeteilt \
         ist sie so: {reason}. Bitte kümmern Sie sich darum oder geben Sie sie ab."
    );
    letter(site, &format!("Wartet auf Antwort: Anfrage {reference}"), &text, link)
}

/// The firm took its request back.
pub fn withdrawn(site: &Site, reference: Reference, link: &str) -> Letter {
    let text = "der Betrieb hat seine Anfrage zurückgezogen. Sie brauchen nichts mehr zu tun.";
    letter(site, &format!("Zurückgezogen: Anfrage {reference}"), text, link)
}

/// The firm has put these answers right. What they are now stays behind the sign-in.
pub fn amended(site: &Site, reference: Reference, fields: &[Field], link: &str) -> Letter {
    let names: Vec<&str> = fields.iter().map(|field| field_name(*field)).collect();
    let mut text =
        format!("der Betrieb hat seine Angaben geändert. Neu sind: {}.", names.join(", "));
    if fields.iter().any(|field| matches!(field, Field::District | Field::Sector)) {
        text.push_str(
            " Die Anfrage bleibt bei Ihnen. Passt sie jetzt besser zu jemand anderem, geben Sie \
             sie bitte ab.",
        );
    }
    letter(site, &format!("Angaben geändert: Anfrage {reference}"), &text, link)
}

const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Goal => "Ziel",
        Field::Message => "Anliegen",
        Field::Budget => "Rahmen",
        Field::Firm => "Betrieb",
        Field::Sector => "Branche",
        Field::District => "Bezirk",
        Field::Size => "Größe",
        Field::Person => "Name",
        Field::Email => "E-Mail-Adresse",
        Field::Phone => "Telefon",
        Field::ContactBy => "bevorzugter Weg",
        _ => "weitere Angaben",
    }
}

/// A meeting of the request needs its adviser.
pub fn meeting(site: &Site, reference: Reference, what: MeetingNote, link: &str) -> Letter {
    let (subject, text) = match what {
        MeetingNote::NoneFits => (
            "Keiner der Termine passt",
            "von den vorgeschlagenen Terminen passt keiner. Sie sind wieder frei. Was stattdessen \
             ginge, steht neben den freien Zeiten. Bitte schlagen Sie innerhalb eines Werktags neue \
             vor.",
        ),
        MeetingNote::NoCommonTime => (
            "Kein gemeinsamer Termin",
            "alle haben geantwortet, aber kein Termin passt allen. Bitte schlagen Sie neue vor oder \
             rufen Sie an.",
        ),
        MeetingNote::RanOut => (
            "Terminvorschläge abgelaufen",
            "auf Ihre Terminvorschläge kam keine Einigung zustande. Die Zeiten sind wieder frei. Bitte \
             fragen Sie nach oder schlagen Sie neue vor.",
        ),
        MeetingNote::CalledOff => {
            ("Treffen abgesagt", "ein Treffen wurde abgesagt. Die Zeiten sind wieder frei.")
        }
        MeetingNote::Fewer => (
            "Ein Betrieb weniger",
            "bei einem gemeinsamen Treffen macht ein Betrieb nicht mehr mit. Mit den anderen geht es \
             weiter. Was der Betrieb dazu sagt, steht bei seiner Anfrage.",
        ),
        MeetingNote::Rearranged => (
            "Ort oder Gastgeber geändert",
            "bei einem vorgeschlagenen Treffen hat sich der Ort oder der Gastgeber geändert. Die Zeiten \
             bleiben. Wie es jetzt ist, steht bei der Anfrage.",
        ),
        MeetingNote::Wished => (
            "Wünsche für einen Termin",
            "jemand sagt, wann ein Treffen ginge, für das noch keine Zeit gefunden ist. Die Wünsche \
             stehen neben den freien Zeiten. Bitte schlagen Sie neue Termine vor.",
        ),
        MeetingNote::Answered
        | MeetingNote::Left
        | MeetingNote::Reproposed
        | MeetingNote::Moved
        | MeetingNote::Reminded => ("Neues zum Treffen", "zu einem Treffen gibt es etwas Neues."),
    };
    letter(site, &format!("{subject}: Anfrage {reference}"), text, link)
}
