//! Texts of a request as staff sees it, German only.

use domain::content::Site;
use domain::matching::{Against, For};
use domain::request::{Budget, Channel, Outcome, ReleaseField, RequestKind, RequestState};
use domain::{FirmSize, Lang};

/// What is asked for.
pub const fn kind(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::Advice => "Beratung oder Besuch",
        RequestKind::Introduction => "Kennenlernen",
        RequestKind::Funding => "Fördermittel",
        RequestKind::ProviderListing => "Möchte an die Wand",
        RequestKind::StoryOffer => "Bietet eine Geschichte an",
        RequestKind::BarrierReport => "Meldet eine Barriere",
    }
}

/// Where it came from.
pub const fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Kiosk => "am Bildschirm im Raum",
        Channel::Handoff => "vom Bildschirm aufs Telefon mitgenommen",
        Channel::Home => "im Netz",
        Channel::Phone => "am Telefon",
        Channel::Visit => "im Raum, vom Team eingetragen",
        Channel::Staff => "vom Team eingetragen",
    }
}

/// Where it stands.
pub const fn state(state: RequestState) -> &'static str {
    match state {
        RequestState::Unconfirmed => "nicht bestätigt",
        RequestState::Open => "offen",
        RequestState::Proposing => "Termine vorgeschlagen",
        RequestState::MeetingBooked => "Termin steht",
        RequestState::Met => "getroffen",
        RequestState::Closed => "abgeschlossen",
        RequestState::Withdrawn => "zurückgezogen",
        RequestState::Expired => "nie bestätigt",
    }
}

/// How much the firm can think of spending.
pub const fn budget(budget: Budget) -> &'static str {
    match budget {
        Budget::Small => "bis 1.000 €",
        Budget::Medium => "bis 5.000 €",
        Budget::Large => "über 5.000 €",
    }
}

/// People working there.
pub fn size(size: FirmSize) -> String {
    match size {
        FirmSize::Solo => "arbeitet allein".to_owned(),
        other => format!("{} Beschäftigte", super::format::size(Lang::De, other)),
    }
}

/// What came of it.
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Project => "Zusammenarbeit vereinbart",
        Outcome::Advised => "Beratung hat gereicht",
        Outcome::Referred => "weiterverwiesen",
        Outcome::NoMatch => "hat nicht gepasst",
        Outcome::Unreachable => "nicht erreicht",
        Outcome::NoNeed => "kein Bedarf mehr",
        Outcome::Spam => "Unfug oder Werbung",
        Outcome::Done => "erledigt",
        Outcome::Listed => "kommt an die Wand",
        Outcome::NotListed => "erfüllt eine Bedingung nicht",
    }
}

/// What the firm can release.
pub const fn field(field: ReleaseField) -> &'static str {
    match field {
        ReleaseField::Name => "Name",
        ReleaseField::Email => "E-Mail",
        ReleaseField::Phone => "Telefon",
        ReleaseField::Message => "Anliegen",
    }
}

/// What speaks for a provider.
pub const fn pro(reason: For) -> &'static str {
    match reason {
        For::Wished => "vom Betrieb selbst genannt",
        For::MainGoal => "hilft beim wichtigsten Ziel",
        For::OtherGoal => "hilft bei einem weiteren Ziel",
        For::Sector => "kennt die Branche",
        For::Size => "arbeitet für Betriebe dieser Größe",
        For::District => "sitzt im selben Bezirk",
    }
}

/// What speaks against a provider.
pub const fn con(reason: Against) -> &'static str {
    match reason {
        Against::NoGoal => "hilft bei keinem der Ziele",
        Against::NoSector => "nennt die Branche nicht",
        Against::OtherSize => "arbeitet meist für andere Größen",
        Against::AboveBudget => "übliche Vorhaben liegen über dem Rahmen",
    }
}

/// Labels of goals, or "weiß ich nicht".
pub fn goals(site: &Site, ids: &[String]) -> String {
    if ids.is_empty() {
        return "weiß ich nicht".to_owned();
    }
    ids.iter().map(|id| site.goal(id, Lang::De)).collect::<Vec<_>>().join(", ")
}

/// "1 mal vorgeschlagen in 30 Tagen".
pub fn proposed_lately(n: i64) -> String {
    format!("{n} mal vorgeschlagen in 30 Tagen")
}
