//! What happened to a request, as staff reads it, German only.

use super::{amend, outcome_desk};
use domain::Lang;
use domain::content::Content;
use domain::meeting::MeetingNote;
use domain::outcome::ProposalState;
use domain::request::{Field, History, MailKind, RequestEvent};

/// A line of the history in words; `detail` as its event defines it, `person` the name behind a
/// staff id.
pub fn event(code: &str, detail: Option<&str>, person: Option<&str>, content: &Content) -> String {
    let detail = detail.unwrap_or_default();
    let person = person.unwrap_or("das Team");
    if code == History::AddressChanged.code() && detail == "none" {
        return "E-Mail-Adresse gestrichen".to_owned();
    }
    if code == History::Amended.code() {
        return format!("Der Betrieb hat Angaben geändert: {}", fields(detail));
    }
    if let Some(line) = History::parse(code) {
        return history(line, detail, &provider(detail, content), person);
    }
    let meeting = || MeetingNote::parse(detail).map(note).map(str::to_owned);
    match (RequestEvent::parse(code), MeetingNote::parse(code)) {
        (Some(change), _) => meeting().unwrap_or_else(|| state(change).to_owned()),
        (None, Some(remark)) => note(remark).to_owned(),
        (None, None) => code.to_owned(),
    }
}

/// The names of the fields a detail lists.
fn fields(detail: &str) -> String {
    let fields = detail.split_whitespace().filter_map(Field::parse);
    fields.map(|field| amend::field(field).get(Lang::De)).collect::<Vec<_>>().join(", ")
}

/// The name of the provider a detail begins with.
fn provider(detail: &str, content: &Content) -> String {
    let id = detail.split(' ').next().unwrap_or_default();
    content.providers.get(id).map_or(id, |p| p.text.de.title.as_str()).to_owned()
}

fn history(line: History, detail: &str, provider: &str, person: &str) -> String {
    match line {
        History::Submitted => "Anfrage eingegangen".to_owned(),
        History::Placed => format!("Nach Zuständigkeit an {person}"),
        History::HandedOver => format!("Abgegeben an {person}"),
        History::ToPool => "In den gemeinsamen Topf gelegt".to_owned(),
        History::Taken => "Übernommen".to_owned(),
        History::Note => "Notiz".to_owned(),
        History::KeptUntil => "Trotz fehlender Bestätigung behalten".to_owned(),
        History::ProviderProposed => format!("{provider} vorgeschlagen"),
        History::Released => format!("Angaben freigegeben für {provider}"),
        History::Revoked => format!("Freigabe zurückgenommen für {provider}"),
        History::Amended => "Der Betrieb hat Angaben geändert".to_owned(),
        History::AddressAsked => "Neue E-Mail-Adresse angegeben, noch nicht bestätigt".to_owned(),
        History::AddressChanged => "E-Mail-Adresse geändert".to_owned(),
        History::Reminded => "An die Bestätigung erinnert".to_owned(),
        History::UnconfirmedAlert => "Hinweis: noch nicht bestätigt".to_owned(),
        History::WaitingAlert => "Leitung benachrichtigt: wartet zu lange".to_owned(),
        History::MailFailed => "Eine E-Mail konnte nicht zugestellt werden".to_owned(),
        History::MailRetried => "E-Mail noch einmal auf den Weg gebracht".to_owned(),
        History::MailDiscarded => "Nicht zugestellte E-Mail abgelegt".to_owned(),
        History::MailOverQuota => {
            "Keine E-Mail gesendet: An diese Adresse gingen heute schon zu viele".to_owned()
        }
        History::OutcomeAsked | History::OutcomeTold => outcome_desk::told(detail),
        History::AskingAllowed => "Betrieb möchte später gefragt werden".to_owned(),
        History::AskingEnded => "Betrieb möchte nicht mehr gefragt werden".to_owned(),
        History::StoryDecided => {
            let state = ProposalState::parse(detail).map_or("", outcome_desk::proposal);
            format!("Geschichte: {state}")
        }
        History::LessonWritten => "Aufgeschrieben, was daraus zu lernen ist".to_owned(),
    }
}

const fn state(change: RequestEvent) -> &'static str {
    match change {
        RequestEvent::Confirmed => "Vom Betrieb bestätigt",
        RequestEvent::ConfirmedByPhone => "Telefonisch bestätigt",
        RequestEvent::TimesProposed => "Termine vorgeschlagen",
        RequestEvent::TimesGone => "Vorgeschlagene Termine verfallen",
        RequestEvent::Booked => "Termin gebucht",
        RequestEvent::BookingCancelled => "Termin abgesagt",
        RequestEvent::TookPlace => "Treffen hat stattgefunden",
        RequestEvent::Missed => "Jemand ist nicht gekommen",
        RequestEvent::Closed => "Abgeschlossen",
        RequestEvent::Reopened => "Wieder aufgenommen",
        RequestEvent::Withdrawn => "Vom Betrieb zurückgezogen",
        RequestEvent::Expired => "Nie bestätigt",
    }
}

const fn note(remark: MeetingNote) -> &'static str {
    match remark {
        MeetingNote::Answered => "Jemand hat Termine angekreuzt",
        MeetingNote::NoneFits => "Kein Termin passte",
        MeetingNote::NoCommonTime => "Alle haben geantwortet, kein Termin passt allen",
        MeetingNote::RanOut => "Vorgeschlagene Termine verfallen",
        MeetingNote::Reproposed => "Andere Termine vorgeschlagen",
        MeetingNote::Moved => "Termin verlegt",
        MeetingNote::CalledOff => "Termin abgesagt",
        MeetingNote::Left => "Nicht mehr beim gemeinsamen Treffen dabei",
        MeetingNote::Fewer => "Das gemeinsame Treffen geht ohne einen der Betriebe weiter",
        MeetingNote::Rearranged => "Ort oder Gastgeber geändert",
        MeetingNote::Wished => "Jemand sagt, wann es ginge",
        MeetingNote::Reminded => "An den Termin erinnert",
    }
}

/// What a mail was about.
pub const fn mail(kind: MailKind) -> &'static str {
    match kind {
        MailKind::RequestReceived => "Bitte um Bestätigung",
        MailKind::RequestReminder => "Erinnerung an die Bestätigung",
        MailKind::RequestWithdrawn => "Rücknahme bestätigt",
        MailKind::ProvidersProposed => "Vorschläge",
        MailKind::AddressConfirm => "Bitte um Bestätigung der neuen Adresse",
        MailKind::AddressChanged => "Neue Adresse gilt",
        MailKind::AddressLeft => "Abschied von der alten Adresse",
        MailKind::StaffAmended => "Angaben geändert",
        MailKind::StaffNewRequest => "Neue Anfrage",
        MailKind::StaffWithdrawn => "Anfrage zurückgezogen",
        MailKind::StaffWaiting => "Anfrage wartet",
        MailKind::StaffUnconfirmed => "Anfrage nicht bestätigt",
        MailKind::MeetingProposed => "Terminvorschläge",
        MailKind::ProviderAsked => "Anfrage mit Terminvorschlägen",
        MailKind::StaffMeeting => "Stand des Treffens",
        MailKind::StaffInvitation => "Zugang zum Dienst",
        MailKind::KioskSilent => "Kiosk meldet sich nicht",
        MailKind::KioskBack => "Kiosk ist wieder da",
        MailKind::MeetingBooked => "Einladung",
        MailKind::MeetingMoved => "Neuer Termin",
        MailKind::MeetingRearranged => "Anderer Ort oder Gastgeber",
        MailKind::MeetingReminder => "Erinnerung an den Termin",
        MailKind::MeetingCancelled => "Absage",
        MailKind::MeetingWithdrawn => "Terminvorschläge zurückgenommen",
        MailKind::OutcomeAsked => "Frage, was daraus geworden ist",
        MailKind::ListingDecided => "Entscheidung über die Aufnahme",
    }
}

#[cfg(test)]
mod tests {
    use super::mail;
    use domain::request::MailKind;
    use std::collections::HashSet;

    #[test]
    fn every_kind_of_mail_has_a_label_of_its_own() {
        let labels: HashSet<&str> = MailKind::ALL.iter().map(|kind| mail(*kind)).collect();
        assert_eq!(labels.len(), MailKind::ALL.len());
    }
}
