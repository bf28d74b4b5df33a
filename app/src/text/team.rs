//! Texts of the team's pages and of the own account, German only.

use super::desk::desk;
use super::{Msg, format, outbox_desk};
use backend::outbox::DeliveryState;
use domain::days::DayError;
use domain::staff::Role;
use domain::{Instant, Lang};
use jiff::civil::Date;

pub const PEOPLE: Msg = desk("Personen");
pub const SEATS: Msg = desk("Plätze");
pub const VIEWS: Msg = desk("Ansichten des Teams");
pub const INVITE: Msg = desk("Person einladen");
pub const TABLE: Msg = desk("Tabelle der Personen im Team");
pub const COL_NAME: Msg = desk("Name");
pub const COL_ROLES: Msg = desk("Rollen");
pub const COL_ACCESS: Msg = desk("Zugang");
pub const COL_SEATS: Msg = desk("Plätze");
pub const COL_HERE: Msg = desk("Anwesend");
pub const ALONE: Msg = desk("Noch sind Sie hier allein");
pub const ALONE_HINT: Msg =
    desk("Laden Sie Kolleginnen und Kollegen ein. Alle bekommen eine Mail mit einem Link, der einmal gilt.");
pub const NO_SEAT: Msg = desk("kein Platz");
pub const IN_PLACE_OF: Msg = desk("Vertretung");
pub const YOU: Msg = desk("Sie");

pub const LOCKED: Msg = desk("gesperrt");
pub const ACTIVE: Msg = desk("aktiv");
pub const NEVER_IN: Msg = desk("keine gültige Einladung");
pub const SECOND_KEY: Msg = desk("Zweiter Schlüssel eingerichtet");

pub const NAME: Msg = desk("Vor- und Nachname");
pub const EMAIL_HELP: Msg = desk("Damit meldet sich die Person an. Dorthin geht die Einladung.");
pub const PROFILE: Msg = desk("Öffentliches Profil");
pub const PROFILE_HELP: Msg = desk("Wer auf der Website als Berater/in steht. Die Profile liegen unter content/advisers.");
pub const NO_PROFILE: Msg = desk("keins");
pub const ROLES: Msg = desk("Was darf die Person?");
pub const ROLES_TITLE: Msg = desk("Rollen");
pub const ROLES_NOTE: Msg =
    desk("Nach einer Änderung muss sich die Person neu anmelden, auch wenn Sie es selbst sind.");
pub const ROLES_SAVE: Msg = desk("Rollen speichern");
pub const ROLES_MISSING_SHORT: Msg = desk("Rollen: mindestens eine");
pub const ROLES_MISSING: Msg =
    desk("Bitte wählen Sie mindestens eine Rolle. Wer nicht mehr mitarbeitet, wird gesperrt.");
pub const OWN_ADMIN_SHORT: Msg = desk("Rollen: Ihre eigene Verwaltung bleibt");
pub const OWN_ADMIN: Msg =
    desk("Die Rolle Verwaltung können Sie sich nicht selbst nehmen. Das kann eine andere Person mit dieser Rolle.");
pub const LAST_ADMIN_SHORT: Msg = desk("Die letzte Verwaltung bleibt");
pub const LAST_ADMIN: Msg =
    desk("Das ist die letzte aktive Person mit der Rolle Verwaltung. Geben Sie die Rolle zuerst jemand anderem.");
pub const OWN_ACCOUNT_SHORT: Msg = desk("Ihr eigenes Konto bleibt offen");
pub const OWN_ACCOUNT: Msg =
    desk("Sich selbst können Sie nicht sperren. Das kann eine andere Person mit der Rolle Verwaltung.");
pub const ROLES_CHANGED_SHORT: Msg = desk("Rollen: inzwischen geändert");
pub const ROLES_CHANGED: Msg =
    desk("Jemand hat die Rollen dieser Person inzwischen geändert. Hier steht der neue Stand. Bitte wählen Sie noch einmal.");
pub const EMAIL_TAKEN_SHORT: Msg = desk("E-Mail-Adresse: schon vergeben");
pub const EMAIL_TAKEN: Msg =
    desk("Mit dieser Adresse gibt es schon ein Konto. Jede Person hat nur eines.");
pub const PROFILE_GONE: Msg = desk("Öffentliches Profil: nicht mehr da");
pub const PROFILE_GONE_SENTENCE: Msg = desk("Dieses Profil gibt es nicht mehr. Bitte wählen Sie neu.");
pub const SEND_INVITATION: Msg = desk("Einladung senden");
pub const NEW_LEAD: Msg =
    desk("Die Person bekommt eine Mail mit einem Link. Er gilt 72 Stunden und einmal. Dort legt sie Passwort und zweiten Schlüssel selbst fest.");

pub const FACTS_EDIT: Msg = desk("Name, Adresse oder Profil ändern");
pub const FACTS_NOTE: Msg =
    desk("Mit einer neuen Adresse muss sich die Person neu anmelden. Offene Einladungen gelten dann nicht mehr.");
pub const FACTS_SAVE: Msg = desk("Konto speichern");
pub const DID_FACTS: Msg = desk("Das Konto ist gespeichert.");
pub const FACTS_CHANGED_SHORT: Msg = desk("Konto: inzwischen geändert");
pub const FACTS_CHANGED: Msg =
    desk("Jemand hat dieses Konto inzwischen geändert. Hier steht der neue Stand. Bitte prüfen Sie, was noch fehlt.");
pub const OTHER_SITE_SHORT: Msg = desk("Die Person arbeitet auch an einem anderen Standort");
pub const OTHER_SITE: Msg =
    desk("Adresse und Sperre gelten überall. Ändern kann sie, wer an allen Standorten der Person die Rolle Verwaltung hat.");
pub const ACCOUNT_FACTS: Msg = desk("Das Konto");
pub const EMAIL: Msg = desk("E-Mail");
pub const ACCESS: Msg = desk("Zugang");
pub const LAST_INVITATION: Msg = desk("Einladung");
pub const SIGNED_IN: Msg = desk("Anmeldungen");
pub const REQUESTS: Msg = desk("Anfragen");
pub const SEATS_OF: Msg = desk("Plätze");

pub const INVITATION_TITLE: Msg = desk("Neue Einladung");
pub const INVITATION_NOTE: Msg = desk(
    "Für den ersten Zugang, ein vergessenes Passwort oder ein verlorenes Telefon. Eine frühere Einladung gilt dann nicht mehr.",
);
pub const INVITATION_SEND: Msg = desk("Neue Einladung senden");
pub const INVITATION_NOT_SENT_SHORT: Msg = desk("Die Einladung ging nicht hinaus");
pub const INVITATION_NOT_SENT: Msg =
    desk("An dieses Konto kann gerade keine Einladung gehen: Es ist gesperrt, oder die Adresse nimmt keine Mails an.");
pub const SIGN_OUT_TITLE: Msg = desk("Überall abmelden");
pub const SIGN_OUT_NOTE: Msg = desk("Zum Beispiel, wenn ein Gerät verloren ging. Die Person kann sich danach neu anmelden.");
pub const SIGN_OUT: Msg = desk("Alle Anmeldungen beenden");
pub const LOCK_TITLE: Msg = desk("Konto sperren");
pub const LOCK_NOTE: Msg = desk(
    "Die Person ist sofort überall abgemeldet und kommt nicht mehr herein. Offene Einladungen enden. Was sie getan hat, bleibt stehen.",
);
pub const LOCK_SURE: Msg = desk("Ja, dieses Konto sperren");
pub const LOCK: Msg = desk("Sperren");
pub const UNLOCK_NOTE: Msg = desk("Dieses Konto ist gesperrt. Nach dem Entsperren gelten Passwort und zweiter Schlüssel wie vorher.");
pub const UNLOCK: Msg = desk("Entsperren");
pub const NOT_SURE_SHORT: Msg = desk("Der Haken fehlt noch");
pub const NOT_SURE: Msg = desk("Bitte setzen Sie den Haken, wenn Sie das wirklich möchten.");
pub const ALL_OUT_TITLE: Msg = desk("Das ganze Team abmelden");
pub const ALL_OUT_NOTE: Msg =
    desk("Beendet jede Anmeldung an diesem Standort außer dieser hier. Alle können sich danach neu anmelden.");
pub const ALL_OUT_SURE: Msg = desk("Ja, alle abmelden");
pub const ALL_OUT: Msg = desk("Alle abmelden");

pub const DID_ADD: Msg = desk("Das Konto ist angelegt, die Einladung ist unterwegs. Sie gilt 72 Stunden.");
pub const DID_INVITE: Msg = desk("Die neue Einladung ist unterwegs. Sie gilt 72 Stunden; frühere gelten nicht mehr.");
pub const DID_ROLES: Msg = desk("Die Rollen sind gespeichert. Die Person muss sich neu anmelden.");
pub const DID_LOCK: Msg = desk("Das Konto ist gesperrt. Alle Anmeldungen und Einladungen sind beendet.");
pub const DID_UNLOCK: Msg = desk("Das Konto ist wieder offen.");
pub const DID_SIGN_OUT: Msg = desk("Alle Anmeldungen dieser Person sind beendet.");
pub const DID_ALL_OUT: Msg = desk("Alle sind abgemeldet, nur Sie nicht.");
pub const DID_ABSENT: Msg = desk("Die Abwesenheit ist eingetragen.");
pub const DID_END_FEED: Msg = desk("Die Adresse gilt nicht mehr. Kalender, die sie abonniert haben, bleiben auf dem letzten Stand.");
pub const DID_BACK: Msg = desk("Die Abwesenheit ist gelöscht.");
pub const DID_ASSIGN: Msg = desk("Eingetragen.");
pub const DID_END: Msg = desk("Der letzte Tag ist gespeichert.");
pub const DID_REMOVE: Msg = desk("Ausgetragen.");
pub const DID_PASSWORD: Msg = desk("Das neue Passwort gilt. Alle anderen Anmeldungen sind beendet.");
pub const DID_END_SESSION: Msg = desk("Diese Anmeldung ist beendet.");
pub const DID_END_OTHERS: Msg = desk("Alle anderen Anmeldungen sind beendet.");

pub const ABSENCES: Msg = desk("Abwesenheiten");
pub const ABSENCES_NONE: Msg = desk("Zurzeit ist nichts eingetragen.");
pub const ABSENCE_ADD: Msg = desk("Abwesenheit eintragen");
pub const ABSENCE_REMOVE: Msg = desk("Löschen");
pub const OVERLAP_SHORT: Msg = desk("Überschneidung mit einer anderen Abwesenheit");
pub const NO_STAND_IN_NEEDED: Msg = desk("Kein fester Platz, also niemand zu vertreten.");

pub const SEATS_LEAD: Msg = desk(
    "Die Plätze stehen in der Datei des Standorts. Hier steht, wer dort sitzt. Neue Anfragen gehen an die Person mit den wenigsten, in Abwesenheit an die Vertretung.",
);
pub const SEATS_NONE: Msg = desk("Für diesen Standort ist kein Platz eingerichtet");
pub const SEATS_NONE_HINT: Msg =
    desk("Alle Anfragen gehen in den gemeinsamen Topf. Plätze stehen unter [[desks]] in content/sites.");
pub const VACANT: Msg = desk("unbesetzt");
pub const NOBODY_HERE: Msg = desk("heute niemand da");
pub const POOL_NOTE: Msg = desk("Anfragen gehen in den gemeinsamen Topf.");
pub const EVERYTHING: Msg = desk("alles, was zu keinem anderen Platz passt");
pub const CHANGE: Msg = desk("Ändern");
pub const ASSIGN: Msg = desk("Jemanden eintragen");
pub const ENTER: Msg = desk("Eintragen");
pub const SEAT: Msg = desk("Platz");
pub const PERSON: Msg = desk("Person");
pub const PERSON_HELP: Msg = desk("Zur Wahl steht, wer hier an Anfragen arbeitet.");
pub const AS: Msg = desk("Wie?");
pub const AS_REGULAR: Msg = desk("Sitzt fest am Platz");
pub const AS_SUBSTITUTE: Msg = desk("Vertritt, wenn sonst niemand da ist");
pub const FROM: Msg = desk("Erster Tag");
pub const UNTIL: Msg = desk("Letzter Tag (leer: bis auf Weiteres)");
pub const LAST_DAY: Msg = desk("Letzter Tag");
pub const GONE_SEAT: Msg = desk("Plätze, die es nicht mehr gibt");
pub const GONE_SEAT_HINT: Msg =
    desk("Diese Plätze stehen nicht mehr in der Datei des Standorts. Dort kommt keine Anfrage mehr an.");
pub const NOT_WORKING: Msg = desk("bekommt hier nichts: gesperrt oder ohne Rolle für Anfragen");
pub const AWAY_TODAY: Msg = desk("heute abwesend");
pub const ALREADY_SEATED_SHORT: Msg = desk("Person: sitzt in dieser Zeit schon dort");
pub const ALREADY_SEATED: Msg =
    desk("Diese Person ist in dieser Zeit schon an diesem Platz eingetragen. Beenden Sie zuerst den anderen Eintrag.");
pub const CANNOT_SIT_SHORT: Msg = desk("Person: arbeitet nicht an Anfragen");
pub const CANNOT_SIT: Msg =
    desk("Diese Person ist gesperrt oder hat keine Rolle für Anfragen. Bitte wählen Sie eine andere.");
pub const CHOOSE_SEAT: Msg = desk("Bitte wählen Sie einen Platz aus der Liste.");
pub const CHOOSE_PERSON: Msg = desk("Bitte wählen Sie eine Person aus der Liste.");
pub const MISSING: Msg = desk("fehlt noch");
pub const SEAT_END: Msg = desk("Letzten Tag festlegen");
pub const SEAT_END_SAVE: Msg = desk("Speichern");
pub const SEAT_REMOVE: Msg = desk("Austragen");
pub const SEAT_REMOVE_NOTE: Msg =
    desk("Das hat noch keinen Tag gegolten. Austragen löscht den Eintrag.");
pub const SEAT_BEGUN_SHORT: Msg = desk("Der Eintrag gilt schon");
pub const SEAT_BEGUN: Msg = desk("Er kann nicht mehr gelöscht werden. Legen Sie einen letzten Tag fest.");
pub const SEAT_CHANGED_SHORT: Msg = desk("Letzter Tag: inzwischen geändert");
pub const SEAT_CHANGED: Msg =
    desk("Jemand hat diesen Eintrag inzwischen geändert. Hier ist der neue Stand. Bitte prüfen Sie den Tag noch einmal.");

pub const ACCOUNT_LEAD: Msg = desk("Ihr Passwort, Ihre Anmeldungen und Ihre Abwesenheiten.");
pub const PASSWORD_TITLE: Msg = desk("Passwort ändern");
pub const PASSWORD_NOTE: Msg = desk("Danach sind Sie auf allen anderen Geräten abgemeldet.");
pub const OLD_PASSWORD: Msg = desk("Jetziges Passwort");
pub const PASSWORD_SAVE: Msg = desk("Passwort ändern");
pub const WRONG_PASSWORD_SHORT: Msg = desk("Jetziges Passwort: stimmt nicht");
pub const WRONG_PASSWORD: Msg = desk("Das jetzige Passwort stimmt nicht. Ist die Feststelltaste an?");
pub const SLOWED_SHORT: Msg = desk("Jetziges Passwort: zu oft falsch");
pub const SESSIONS: Msg = desk("Ihre Anmeldungen");
pub const SESSIONS_NOTE: Msg =
    desk("Eine Anmeldung endet von selbst: nach 30 Minuten ohne Klick, spätestens nach 12 Stunden.");
pub const THIS_ONE: Msg = desk("diese hier");
pub const END_SESSION: Msg = desk("Beenden");
pub const END_OTHERS: Msg = desk("Alle anderen beenden");

/// What a role may do.
pub const fn explained(role: Role) -> &'static str {
    match role {
        Role::Adviser => "Eigene Anfragen, Vertretungen und der gemeinsame Topf",
        Role::Coordinator => "Alle Anfragen des Standorts, Plätze und Abwesenheiten",
        Role::Curator => "Inhalte der Website, keine Anfragen",
        Role::Head => "Zahlen, keine Daten von Betrieben",
        Role::Admin => "Konten, Plätze und Abwesenheiten, keine Anfragen",
    }
}

/// "Beratung, Koordination".
pub fn roles(roles: &[Role]) -> String {
    roles.iter().map(|role| role.german()).collect::<Vec<_>>().join(", ")
}

/// "7 Personen, eine davon gesperrt."
pub fn head_count(all: usize, locked: usize) -> String {
    let people = if all == 1 { "Eine Person".to_owned() } else { format!("{all} Personen") };
    match locked {
        0 => format!("{people}."),
        1 => format!("{people}, eine davon gesperrt."),
        n => format!("{people}, {n} davon gesperrt."),
    }
}

/// "Einladung offen bis 27. November 2026, 12:00 Uhr".
pub fn invited(until: Instant) -> String {
    format!("Einladung offen bis {}", format::moment(Lang::De, until))
}

/// Where the mail with the invitation is.
pub fn delivery(state: &DeliveryState, written: Instant) -> String {
    let moment = |at| format::moment(Lang::De, at);
    match state {
        DeliveryState::Waiting(_) => format!("wird gesendet, geschrieben {}", moment(written)),
        DeliveryState::Sent(at) => format!("übergeben {}", moment(*at)),
        DeliveryState::Failed(why) => {
            let meaning = outbox_desk::meaning(why);
            format!("gescheitert, geschrieben {}: {meaning} ({why})", moment(written))
        }
        DeliveryState::Discarded => format!("gescheitert, geschrieben {}", moment(written)),
    }
}

/// "2 laufende".
pub fn running(n: i64) -> String {
    match n {
        0 => "keine laufende".to_owned(),
        1 => "eine laufende".to_owned(),
        n => format!("{n} laufende"),
    }
}

/// What has to be handed over when somebody leaves.
pub fn requests_left(name: &str, n: i64) -> String {
    match n {
        1 => format!("Eine laufende Anfrage liegt noch bei {name}. Die Koordination kann sie abgeben."),
        n => format!("{n} laufende Anfragen liegen noch bei {name}. Die Koordination kann sie abgeben."),
    }
}

/// "1. bis 5. Dezember 2026", "am 1. Dezember 2026".
pub fn days(from: Date, until: Date) -> String {
    let date = |day| format::date(Lang::De, day);
    if from == until {
        return format!("am {}", date(from));
    }
    let first = match (from.year() == until.year(), from.month() == until.month()) {
        (true, true) => format!("{}.", from.day()),
        (true, false) => format::day_month(Lang::De, from),
        _ => date(from),
    };
    format!("{first} bis {}", date(until))
}

/// From when until when somebody sits at a desk: "seit 1. November 2026", "ab 1. Dezember 2026".
pub fn seated(from: Date, until: Option<Date>, today: Date) -> String {
    let date = |day| format::date(Lang::De, day);
    let begin = if from <= today { "seit" } else { "ab" };
    match until {
        None => format!("{begin} {}", date(from)),
        Some(until) => format!("{begin} {} bis {}", date(from), date(until)),
    }
}

/// Whether somebody is here: "abwesend bis 5. Dezember", "ab 1. Dezember abwesend".
pub fn presence(next: Option<(Date, Date)>, today: Date) -> String {
    match next {
        Some((from, until)) if from <= today => {
            format!("abwesend bis {}", format::day_month(Lang::De, until))
        }
        Some((from, until)) => format!("ja; abwesend {}", days(from, until)),
        None => "ja".to_owned(),
    }
}

/// Who gets the requests of a desk while somebody is away: "Bea Meier für Hörde".
pub fn stand_in(desk: &str, who: &[&str], uncovered: Option<Date>) -> String {
    let names = who.join(" und ");
    let gap = uncovered.map(|day| {
        let day = format::day_month(Lang::De, day);
        format!(" (nicht an jedem Tag, zuerst nicht am {day})")
    });
    format!("Vertretung: {names} für {desk}{}", gap.unwrap_or_default())
}

/// The desks for which nobody stands in.
pub fn no_stand_in(desks: &[&str]) -> String {
    format!(
        "Ohne Vertretung: {}. Anfragen gehen in den gemeinsamen Topf.",
        desks.join("; ")
    )
}

/// What an absence runs into: nothing is dropped by itself.
pub fn meetings(n: usize) -> String {
    match n {
        1 => "Ein gebuchtes Treffen liegt in dieser Zeit. Bitte verlegen Sie es.".to_owned(),
        n => format!("{n} gebuchte Treffen liegen in dieser Zeit. Bitte verlegen Sie sie."),
    }
}

/// What is wrong with a day, after the field's name and a colon.
pub const fn day_short(error: DayError) -> &'static str {
    match error {
        DayError::Missing => "fehlt noch",
        DayError::Unreadable => "kein Tag",
        DayError::FarAway => "das Jahr prüfen",
        DayError::Reversed => "liegt vor dem ersten Tag",
        DayError::Over => "liegt schon zurück",
    }
}

/// What to do about it.
pub const fn day_sentence(error: DayError) -> &'static str {
    match error {
        DayError::Missing => "Bitte geben Sie einen Tag an, zum Beispiel 24.12.2026.",
        DayError::Unreadable => {
            "Diesen Tag gibt es im Kalender nicht. Bitte schreiben Sie ihn so: 24.12.2026."
        }
        DayError::FarAway => "Dieser Tag ist mehr als fünf Jahre weg. Stimmt das Jahr?",
        DayError::Reversed => "Der letzte Tag liegt vor dem ersten. Sind die Tage vertauscht?",
        DayError::Over => "Der letzte Tag ist schon vorbei. Bitte nehmen Sie heute oder einen späteren Tag.",
    }
}

/// Which absence the new one runs into.
pub fn overlap(other: Option<(Date, Date)>) -> String {
    let other = other.map(|(from, until)| format!(": {}", days(from, until))).unwrap_or_default();
    format!(
        "In dieser Zeit ist schon eine Abwesenheit eingetragen{other}. Löschen Sie sie zuerst, oder \
         wählen Sie andere Tage."
    )
}

/// When the password may be tried again.
pub fn slowed(until: Instant) -> String {
    let clock = format::clock(until.berlin().time());
    format!("Das war zu oft das falsche Passwort. Ab {clock} Uhr geht es wieder.")
}

/// "Firefox, Linux, angemeldet …, zuletzt benutzt …".
pub fn session(created: Instant, seen: Instant) -> String {
    let moment = |at| format::moment(Lang::De, at);
    format!("angemeldet {}, zuletzt benutzt {}", moment(created), moment(seen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_written_as_one_says_them() {
        let day = |month, day| date(2026, month, day);
        assert_eq!(days(day(12, 1), day(12, 5)), "1. bis 5. Dezember 2026");
        assert_eq!(days(day(11, 28), day(12, 5)), "28. November bis 5. Dezember 2026");
        assert_eq!(days(day(12, 1), day(12, 1)), "am 1. Dezember 2026");
        assert_eq!(
            days(day(12, 30), date(2027, 1, 2)),
            "30. Dezember 2026 bis 2. Januar 2027"
        );
        let today = day(11, 24);
        assert_eq!(presence(Some((day(11, 20), day(11, 24))), today), "abwesend bis 24. November");
        assert_eq!(seated(day(12, 1), None, today), "ab 1. Dezember 2026");
    }
}
