//! Texts of the page behind a firm's own link.

use super::{Msg, format, msg};
use domain::request::{History, Outcome, ReleaseField, RequestEvent, RequestKind};
use domain::{Instant, Lang};
use jiff::civil::Date;

pub const TITLE: Msg = msg("Ihre Anfrage", "Your request");
pub const PERSONAL_LINK: Msg =
    msg("Persönlicher Link, bitte nicht weitergeben", "Personal link, please do not pass on").ls("Nur für Sie. Bitte nicht weitergeben.");
pub const DONE_HIDDEN: Msg = msg(", erledigt", ", done");
pub const STEP_ARRIVED: Msg = msg("Anfrage da", "Received").ls("Anfrage ist da");
pub const STEP_CONFIRMED: Msg = msg("Bestäti\u{ad}gung", "Confir\u{ad}mation").ls("E-Mail ist richtig");
pub const STEP_TIMES: Msg = msg("Termin finden", "Find a time");
pub const STEP_REVIEW: Msg = msg("Rück\u{ad}blick", "Looking back").ls("Wie war es?");

// What was just done.
pub const DID_CONFIRM: Msg = msg(
    "Danke, Ihre Anfrage ist bestätigt. Wir sind dran.",
    "Thank you, your request is confirmed. It is our turn now.",
).ls("Danke. Jetzt machen wir weiter.");
pub const DID_RELEASE: Msg = msg(
    "Gespeichert. Der Anbieter sieht ab sofort genau das, was hier als freigegeben steht.",
    "Saved. From now on the provider sees exactly what is marked as released here.",
).ls("Das ist gespeichert. Die IT-Firma sieht nur, was Sie erlaubt haben.");
pub const DID_WITHDRAW: Msg = msg(
    "Ihre Anfrage ist zurückgezogen. Anbieter sehen nichts mehr davon.",
    "Your request is withdrawn. Providers can no longer see any of it.",
).ls("Ihre Anfrage ist beendet. Keine IT-Firma sieht sie mehr.");
pub const TOO_LATE: Msg = msg(
    "Das ging nicht mehr: inzwischen hat sich etwas geändert. Hier steht, was jetzt gilt.",
    "That was no longer possible: something has changed in the meantime. This is how things stand now.",
).ls("Das geht nicht mehr. Hier steht, was jetzt gilt.");

// Unconfirmed.
pub const CONFIRM: Msg = msg("Bitte bestätigen Sie Ihre Anfrage", "Please confirm your request").ls("Bitte drücken Sie auf die Taste");
pub const CONFIRM_LEAD: Msg = msg(
    "Mit dem Knopf zeigen Sie uns, dass die Adresse Ihnen gehört. Erst danach geht etwas an einen Anbieter.",
    "With this button you show us that the address is yours. Only then does anything go to a provider.",
).ls("Dann wissen wir: Die E-Mail-Adresse ist richtig. Erst dann fragen wir IT-Firmen.");
pub const CONFIRM_BUTTON: Msg = msg("Ja, das ist meine Anfrage", "Yes, this is my request");

// Waiting for us.
pub const OUR_TURN: Msg = msg("Wir sind dran", "It is our turn").ls("Wir machen jetzt weiter");
pub const PROPOSED: Msg = msg("Wir haben Vorschläge für Sie", "We have suggestions for you").ls("Wir haben IT-Firmen für Sie gefunden");
pub const PROPOSED_LEAD: Msg = msg(
    "Unten stehen die Anbieter, die passen können. Geben Sie frei, was ein Anbieter von Ihnen wissen darf. Danach suchen wir einen Termin.",
    "Below are the providers that may fit. Release what a provider may know about you. Then we look for a time.",
).ls("Unten stehen die IT-Firmen. Entscheiden Sie, was die IT-Firma wissen darf. Dann suchen wir einen Termin.");
pub const NO_TIMES: Msg = msg("Wir suchen gerade Termine", "We are looking for times").ls("Wir suchen Termine für Sie");
pub const BOOKED: Msg = msg("Ihr Termin steht", "Your meeting is set").ls("Sie haben einen Termin");
pub const MET: Msg = msg("Sie haben sich getroffen", "You have met");
pub const MET_LEAD: Msg = msg(
    "Wie es weitergeht, entscheiden Sie. Brauchen Sie noch etwas, rufen Sie an.",
    "What happens next is up to you. If you need anything else, call us.",
).ls("Sie entscheiden, wie es weiter geht. Brauchen Sie Hilfe? Dann rufen Sie an.");
pub const CLOSED: Msg = msg("Diese Anfrage ist abgeschlossen", "This request is closed").ls("Diese Anfrage ist zu Ende");
pub const WITHDRAWN: Msg =
    msg("Sie haben diese Anfrage zurückgezogen", "You have withdrawn this request").ls("Sie haben die Anfrage beendet");
pub const NEW_REQUEST: Msg = msg("Neue Anfrage stellen", "Make a new request").ls("Neue Anfrage schreiben");

// What providers know.
pub const RELEASE: Msg = msg("Was die Anbieter von Ihnen wissen", "What the providers know about you").ls("Das wissen die IT-Firmen über Sie");
pub const RELEASE_MORE: Msg = msg(
    "Mehr erst, wenn Sie es freigeben, für jeden Anbieter einzeln. Sie können alles zurücknehmen.",
    "They learn more only if you release it, for each provider separately. You can take everything back.",
).ls("Mehr erfahren sie nur, wenn Sie es erlauben. Sie können das wieder ändern.");
pub const RELEASED: Msg = msg("freigegeben", "released").ls("erlaubt");
pub const NOT_RELEASED: Msg = msg("nicht freigegeben", "not released").ls("nicht erlaubt");
pub const DO_RELEASE: Msg = msg("Freigeben", "Release").ls("Erlauben");
pub const TAKE_BACK: Msg = msg("Zurücknehmen", "Take back").ls("Nicht mehr erlauben");
pub const WISHED: Msg = msg("von Ihnen genannt", "named by you").ls("von Ihnen ausgesucht");
pub const WHY_PROPOSED: Msg = msg("Warum wir ihn vorschlagen:", "Why we suggest them:").ls("Darum passt die IT-Firma:");

// What happened.
pub const HISTORY: Msg = msg("Was bisher war", "What has happened").ls("Das war bisher");
pub const NEXT: Msg = msg("als Nächstes", "next").ls("das kommt jetzt");

// Aside.
pub const ASIDE: Msg = msg("Zuständig und Daten", "Your contact and your data").ls("Wer hilft Ihnen?");
pub const RESPONSIBLE: Msg = msg("Für Sie zuständig", "In charge of your request").ls("Diese Person hilft Ihnen");
pub const RESPONSIBLE_TEAM: Msg = msg(
    "Ihre Anfrage liegt bei unserem Team. Wer sie übernimmt, steht dann hier.",
    "Your request is with our team. Whoever takes it on will be named here.",
).ls("Unser Team hat Ihre Anfrage. Bald steht hier ein Name.");
pub const YOUR_DATA: Msg = msg("Ihre Daten", "Your data");
pub const DELETED_ON: Msg = msg("Wird gelöscht am", "Will be deleted on").ls("Wir löschen alles am");
pub const OFFERED_FIRST: Msg = msg(
    "Vorher bieten wir die Unterlagen dem Stadtarchiv an; das verlangt das Archivgesetz. Bis es geantwortet hat, kann es etwas länger dauern.",
    "Before that we offer the records to the city archive, as the Archives Act demands. Until it has answered, it may take a little longer.",
).ls("Vorher fragen wir das Archiv. Das kann etwas länger dauern.");
pub const DOWNLOAD: Msg = msg("Alle Ihre Daten herunterladen.", "Download all your data.").ls("Alle Daten auf Ihr Gerät holen.");
pub const DOWNLOAD_NOTE: Msg = msg(
    "Eine Datei (JSON) mit allem, was wir zu dieser Anfrage gespeichert haben, auch mit unseren Notizen.",
    "One file (JSON) with everything we have stored about this request, our notes included.",
).ls("In der Datei steht alles über Ihre Anfrage.");
pub const FIRM: Msg = msg("Betrieb", "Firm").ls("Firma");
pub const REACHED_AT: Msg = msg("Erreichbar unter", "Reachable at");
pub const MESSAGE: Msg = msg("Vorhaben", "Plan").ls("Ihre Frage");
pub const WITHDRAW: Msg = msg("Anfrage zurückziehen", "Withdraw request").ls("Anfrage beenden");
pub const WITHDRAW_BUTTON: Msg = msg("Anfrage zurückziehen", "Withdraw the request").ls("Anfrage beenden");

/// "Guten Tag, Martina Hoffmeister".
pub fn greeting(lang: Lang, person: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Guten Tag, {person}"),
        Lang::En => format!("Hello, {person}"),
    }
}

/// What the request is about, after its reference.
pub fn about(lang: Lang, kind: RequestKind, firm: Option<&str>) -> String {
    let what = self::kind(kind).get(lang);
    match (firm, lang) {
        (None, _) => format!("{what}."),
        (Some(firm), Lang::De | Lang::Ls) => format!("{what} für {firm}."),
        (Some(firm), Lang::En) => format!("{what} for {firm}."),
    }
}

/// The name of a kind.
pub const fn kind(kind: RequestKind) -> Msg {
    match kind {
        RequestKind::Advice => msg("Beratung", "Advice"),
        RequestKind::Introduction => msg("Kennenlernen", "First meeting").ls("Kennen·lernen"),
        RequestKind::Funding => msg("Frage zu Fördermitteln", "Question about funding").ls("Frage zu Förder·geld"),
        RequestKind::ProviderListing => msg("Aufnahme an die Wand", "Listing on the wall"),
        RequestKind::StoryOffer => msg("Angebot einer Geschichte", "Offer of a story"),
        RequestKind::BarrierReport => msg("Gemeldete Barriere", "Reported barrier"),
    }
}

/// The step at which people sit together.
pub const fn step_meeting(kind: RequestKind) -> Msg {
    match kind {
        RequestKind::Introduction => msg("Kennen\u{ad}lernen", "First meeting").ls("Kennen·lernen"),
        _ => msg("Ge\u{ad}spräch", "Conver\u{ad}sation"),
    }
}

/// "Wo Ihr Vorgang steht: Schritt 3 von 5".
pub fn steps_label(lang: Lang, now: usize, all: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Wo Ihre Anfrage steht: Schritt {now} von {all}"),
        Lang::En => format!("Where your request stands: step {now} of {all}"),
    }
}

/// What happens if nobody confirms.
pub fn unless_confirmed(lang: Lang, day: Date) -> String {
    let day = format::date(lang, day);
    match lang {
        Lang::Ls => format!("Ist das nicht Ihre Anfrage? Dann tun Sie nichts. Wir löschen sie am {day}."),
        Lang::De => {
            format!("Nicht von Ihnen? Dann tun Sie nichts. Am {day} löschen wir die Anfrage.")
        }
        Lang::En => {
            format!("Not yours? Then do nothing. On {day} we will delete the request.")
        }
    }
}

/// Who comes back to the firm.
pub fn our_turn(lang: Lang, adviser: Option<&str>) -> String {
    match (lang, adviser) {
        (Lang::Ls, Some(name)) => {
            format!("{name} liest Ihre Anfrage und meldet sich. Sie müssen nichts tun.")
        }
        (Lang::Ls, None) => "Ein Mensch liest Ihre Anfrage und meldet sich. Sie müssen nichts tun.".to_owned(),
        (Lang::De, Some(name)) => format!(
            "{name} liest Ihre Anfrage, in der Regel am selben Werktag, und meldet sich. Sie müssen nichts tun."
        ),
        (Lang::De, None) => {
            "Ein Mensch liest Ihre Anfrage, in der Regel am selben Werktag, und meldet sich. Sie müssen nichts tun.".to_owned()
        }
        (Lang::En, Some(name)) => format!(
            "{name} reads your request, usually on the same working day, and gets in touch. You don’t have to do anything."
        ),
        (Lang::En, None) => {
            "A person reads your request, usually on the same working day, and gets in touch. You don’t have to do anything.".to_owned()
        }
    }
}

/// What a provider sees before anything is released.
pub fn anonymous(lang: Lang, facts: &str) -> String {
    match lang {
        Lang::De => format!("Ein Anbieter, den wir fragen, sieht bisher nur: {facts}."),
        Lang::Ls => format!("Eine IT-Firma sieht jetzt nur das: {facts}."),
        Lang::En => format!("So far a provider we ask sees only: {facts}."),
    }
}

/// "freigegeben am 24. November".
pub fn released_on(lang: Lang, at: Instant) -> String {
    let day = format::day_month(lang, at.day());
    match lang {
        Lang::De => format!("freigegeben am {day}"),
        Lang::Ls => format!("erlaubt am {day}"),
        Lang::En => format!("released on {day}"),
    }
}

/// A releasable field, as it is called after a button's label.
pub const fn field(field: ReleaseField) -> Msg {
    match field {
        ReleaseField::Name => msg("Ihr Name und der Betrieb", "your name and the firm").ls("Ihr Name und Ihre Firma"),
        ReleaseField::Email => msg("Ihre E-Mail-Adresse", "your e-mail address"),
        ReleaseField::Phone => msg("Ihre Telefonnummer", "your telephone number"),
        ReleaseField::Message => msg("was Sie geschrieben haben", "what you wrote"),
    }
}

/// What withdrawing does.
pub fn withdraw_note(lang: Lang, days: i64) -> String {
    match lang {
        Lang::Ls => format!(
            "Wir sagen alle Termine ab. Keine IT-Firma sieht noch etwas. Nach {days} Tagen löschen wir alles. Das können Sie nicht mehr ändern."
        ),
        Lang::De => format!(
            "Wir sagen allen ab, Anbieter sehen nichts mehr, und nach {days} Tagen löschen wir Ihre Angaben. Das lässt sich nicht rückgängig machen."
        ),
        Lang::En => format!(
            "We call everything off, providers can no longer see anything, and after {days} days we delete what you told us. This cannot be undone."
        ),
    }
}

/// Until when the data is kept, at the end of a request.
pub fn deleted_on(lang: Lang, day: Date) -> String {
    let day = format::date(lang, day);
    match lang {
        Lang::De => format!("Ihre Angaben löschen wir am {day}."),
        Lang::Ls => format!("Wir löschen alles am {day}."),
        Lang::En => format!("We delete what you told us on {day}."),
    }
}

/// What came of it.
pub const fn outcome(outcome: Outcome) -> Msg {
    match outcome {
        Outcome::Project => msg("Sie arbeiten mit einem Anbieter zusammen.", "You are working with a provider.").ls("Sie arbeiten mit einer IT-Firma zusammen."),
        Outcome::Advised => msg("Das Gespräch hat geholfen.", "The conversation helped."),
        Outcome::Referred => msg(
            "Wir haben Sie an eine Stelle verwiesen, die besser passt.",
            "We referred you to somebody who fits better.",
        ).ls("Jemand anders kann Ihnen besser helfen."),
        Outcome::NoMatch => msg("Es hat nicht gepasst.", "It was not a match."),
        Outcome::Unreachable => {
            msg("Wir haben Sie leider nicht erreicht.", "Unfortunately we could not reach you.")
        }
        Outcome::NoNeed => msg("Es gab keinen Bedarf mehr.", "It was no longer needed.").ls("Sie brauchen keine Hilfe mehr."),
        Outcome::Spam | Outcome::Done => msg("Erledigt.", "Done."),
        Outcome::Listed => msg(
            "Ihr Betrieb kommt an die Wand. Wir melden uns für den Besuch.",
            "Your firm will be on the wall. We will get in touch about the visit.",
        ),
        Outcome::NotListed => msg(
            "Ihr Betrieb erfüllt eine Bedingung der Wand nicht. Welche, haben wir Ihnen geschrieben.",
            "Your firm does not meet a criterion of the wall. We have written to you which one.",
        ),
    }
}

/// A line of the history; `None` for what a firm need not see.
pub const fn event(event: RequestEvent) -> Option<Msg> {
    Some(match event {
        RequestEvent::Confirmed => msg("Sie haben bestätigt", "You confirmed").ls("Sie haben auf den Link geklickt"),
        RequestEvent::ConfirmedByPhone => msg("Am Telefon bestätigt", "Confirmed by phone").ls("Sie haben Ja gesagt, am Telefon"),
        RequestEvent::TimesProposed => msg("Termine vorgeschlagen", "Times proposed"),
        RequestEvent::TimesGone => {
            msg("Die vorgeschlagenen Termine gelten nicht mehr", "The proposed times are no longer valid").ls("Die Termine gelten nicht mehr")
        }
        RequestEvent::Booked => msg("Termin vereinbart", "Meeting arranged").ls("Termin ausgemacht"),
        RequestEvent::BookingCancelled => msg("Termin abgesagt", "Meeting called off"),
        RequestEvent::TookPlace => msg("Treffen hat stattgefunden", "The meeting took place").ls("Sie haben sich getroffen"),
        RequestEvent::Missed => msg("Treffen kam nicht zustande", "The meeting did not take place").ls("Das Treffen war nicht"),
        RequestEvent::Closed => msg("Abgeschlossen", "Closed").ls("Zu Ende"),
        RequestEvent::Reopened => msg("Wieder aufgenommen", "Reopened").ls("Es geht weiter"),
        RequestEvent::Withdrawn => msg("Von Ihnen zurückgezogen", "Withdrawn by you").ls("Sie haben die Anfrage beendet"),
        RequestEvent::Expired => return None,
    })
}

/// As [`event`], for what changes no state.
pub const fn history(line: History) -> Option<Msg> {
    Some(match line {
        History::Submitted => msg("Anfrage angekommen", "Request received").ls("Wir haben Ihre Anfrage"),
        History::ProviderProposed => msg("Anbieter vorgeschlagen", "Provider suggested").ls("Wir haben eine IT-Firma gefunden"),
        History::Released => msg("Von Ihnen freigegeben", "Released by you").ls("Sie haben etwas erlaubt"),
        History::Revoked => msg("Von Ihnen zurückgenommen", "Taken back by you").ls("Sie erlauben das nicht mehr"),
        History::Amended => msg("Von Ihnen geändert", "Changed by you").ls("Sie haben Daten geändert"),
        History::AddressAsked => msg("Neue E-Mail-Adresse angegeben", "New e-mail address given"),
        History::AddressChanged => msg("E-Mail-Adresse geändert", "E-mail address changed"),
        History::Reminded => msg("An die Bestätigung erinnert", "Reminded to confirm").ls("Wir haben noch einmal geschrieben"),
        History::OutcomeAsked => msg("Gefragt, was daraus geworden ist", "Asked what became of it").ls("Wir haben gefragt: Wie ging es weiter?"),
        History::OutcomeTold => msg("Sie haben geantwortet, was daraus geworden ist", "You told us what became of it").ls("Sie haben gesagt, wie es weiter ging"),
        History::AskingAllowed => msg("Sie möchten später gefragt werden", "You would like to be asked later").ls("Wir dürfen Sie später fragen"),
        History::AskingEnded => msg("Sie möchten nicht mehr gefragt werden", "You would rather not be asked any more").ls("Wir dürfen Sie nicht mehr fragen"),
        _ => return None,
    })
}
