//! Texts of the desk's pages about kiosks, German only.

use super::desk::desk;
use super::{Msg, format};
use domain::device::{Outage, OutageKind, Span};
use domain::{Instant, Lang};

pub const TITLE: Msg = desk("Geräte");
pub const TABLE: Msg = desk("Die Geräte mit Zustand, Inhalt und letzter Berührung");
pub const NONE: Msg = desk("Noch kein Gerät");
pub const NONE_HINT: Msg = desk(
    "Legen Sie für jeden Kiosk ein Gerät an. Danach koppeln Sie es mit dem Code, den der Bildschirm unter /kiosk/koppeln zeigt.",
);
pub const COL_DEVICE: Msg = desk("Gerät");
pub const COL_STATE: Msg = desk("Zustand");
pub const COL_HOLDS: Msg = desk("Inhalt");
pub const COL_TOUCHED: Msg = desk("Zuletzt berührt");

pub const NEVER_PAIRED: Msg = desk("nie gekoppelt");
pub const NOT_PAIRED: Msg = desk("nicht gekoppelt");
pub const FRESH: Msg = desk("gekoppelt");
pub const RUNNING: Msg = desk("läuft");
pub const CLEANING: Msg = desk("wird gereinigt");
pub const SILENT: Msg = desk("still");
pub const NOTHING_KNOWN: Msg = desk("nichts bekannt");
pub const NO_BUNDLE: Msg = desk("nichts für Zeiten ohne Netz");
pub const NOT_MEASURED: Msg = desk("nicht eingemessen; am Kiosk unter /kiosk/einmessen");
pub const LOOK: Msg = desk("Gerät ansehen");

pub const ADD: Msg = desk("Gerät anlegen");
pub const ADD_LEAD: Msg = desk("Danach koppeln Sie es mit dem Code, den der Bildschirm zeigt.");
pub const ADD_SAVE: Msg = desk("Anlegen");
pub const NAME: Msg = desk("Name");
pub const NAME_HELP: Msg = desk("Woran das Team es erkennt, zum Beispiel „Kiosk Eingang“.");
pub const PLACE: Msg = desk("Wo es steht (kann leer bleiben)");
pub const PLACE_HELP: Msg = desk("Zum Beispiel „links neben der Tür, hochkant“.");

pub const HOW: Msg = desk("Wie es ihm geht");
pub const SCREEN: Msg = desk("Bildschirm");
pub const PAIRED_AT: Msg = desk("Gekoppelt");
pub const OUTAGES: Msg = desk("Ausfälle");
pub const OUTAGES_NONE: Msg = desk("Keine bekannt.");
pub const COL_WHEN: Msg = desk("Wann");
pub const COL_LENGTH: Msg = desk("Dauer");
pub const COL_KIND: Msg = desk("Was war");

pub const PAIR: Msg = desk("Koppeln");
pub const PAIR_NOTE: Msg = desk("Öffnen Sie am Kiosk die Adresse /kiosk/koppeln. Er zeigt einen Code.");
pub const PAIR_AGAIN: Msg = desk("Anderen Kiosk koppeln");
pub const PAIR_AGAIN_NOTE: Msg = desk("Der bisherige gilt dann sofort nicht mehr.");
pub const CODE: Msg = desk("Code vom Bildschirm");
pub const CODE_HELP: Msg = desk("Acht Zeichen. Er gilt zehn Minuten und nur einmal.");
pub const PAIR_SAVE: Msg = desk("Koppeln");
pub const WRONG_SHORT: Msg = desk("Code: stimmt nicht oder ist abgelaufen");
pub const WRONG: Msg = desk(
    "Diesen Code zeigt gerade kein Kiosk. Bitte vergleichen Sie ihn mit dem Bildschirm; vielleicht steht dort schon ein neuer.",
);
pub const SLOWED_SHORT: Msg = desk("Code: zu oft falsch");

pub const CLEANING_TITLE: Msg = desk("Reinigen");
pub const CLEANING_NOTE: Msg = desk(
    "Der Bildschirm wird innerhalb einer halben Minute dunkel und reagiert 15 Minuten auf keine Berührung. Danach geht er von selbst wieder an.",
);
pub const CLEANING_BEGIN: Msg = desk("Zum Reinigen sperren");
pub const CLEANING_END: Msg = desk("Sauber, wieder öffnen");
pub const RENAME: Msg = desk("Name und Ort ändern");
pub const RENAME_SAVE: Msg = desk("Speichern");
pub const UNPAIR: Msg = desk("Entkoppeln");
pub const UNPAIR_NOTE: Msg = desk(
    "Zum Beispiel, wenn der Rechner gestohlen wurde. Er ist sofort keines unserer Geräte mehr. Die Ausstellung zeigt er weiter, denn sie ist öffentlich.",
);
pub const UNPAIR_SAVE: Msg = desk("Jetzt entkoppeln");
pub const REMOVE: Msg = desk("Gerät entfernen");
pub const REMOVE_NOTE: Msg = desk("Löscht das Gerät mit seinen Ausfällen. Die gezählten Besuche bleiben.");
pub const REMOVE_SURE: Msg = desk("Ja, dieses Gerät entfernen");
pub const REMOVE_SAVE: Msg = desk("Entfernen");

pub const DID_ADD: Msg = desk("Das Gerät ist angelegt. Jetzt fehlt der Code vom Bildschirm.");
pub const DID_PAIR: Msg = desk("Gekoppelt. Der Bildschirm merkt es nach wenigen Sekunden.");
pub const DID_RENAME: Msg = desk("Gespeichert.");
pub const DID_CLEAN: Msg = desk("Der Bildschirm wird innerhalb einer halben Minute dunkel.");
pub const DID_CLEANED: Msg = desk("Der Bildschirm geht innerhalb einer halben Minute wieder an.");
pub const DID_UNPAIR: Msg = desk("Entkoppelt. Der Kiosk gilt ab sofort nicht mehr als unserer.");
pub const DID_REMOVE: Msg = desk("Das Gerät ist entfernt.");

/// "2 Geräte."
pub fn how_many(n: usize) -> String {
    match n {
        0 => "Kein Gerät.".to_owned(),
        1 => "Ein Gerät.".to_owned(),
        n => format!("{n} Geräte."),
    }
}

fn clock(at: Instant) -> String {
    format::clock(at.berlin().time())
}

/// "22. November, 10:42 Uhr".
fn day_and_clock(at: Instant) -> String {
    format!("{}, {} Uhr", format::day_month(Lang::De, at.day()), clock(at))
}

/// "10:42 Uhr" on the same day, else with the day.
fn when(at: Instant, now: Instant) -> String {
    if at.day() == now.day() { format!("{} Uhr", clock(at)) } else { day_and_clock(at) }
}

/// "seit 10:42 Uhr".
pub fn since(at: Instant, now: Instant) -> String {
    format!("seit {}", when(at, now))
}

/// "zuletzt gehört 10:42 Uhr".
pub fn last_heard(at: Instant, now: Instant) -> String {
    format!("zuletzt gehört {}", when(at, now))
}

/// "seit 10:42 Uhr, noch kein Lebenszeichen".
pub fn paired_since(at: Instant, now: Instant) -> String {
    format!("{}, noch kein Lebenszeichen", since(at, now))
}

/// "bis 10:57 Uhr gesperrt".
pub fn cleaning_until(at: Instant) -> String {
    format!("bis {} Uhr gesperrt", clock(at))
}

/// How old what it holds is: "seit 10:42 Uhr unverändert".
pub fn holds_since(at: Instant, now: Instant) -> String {
    format!("{} unverändert", since(at, now))
}

/// "Stand 3f9a12c0".
pub fn bundle(version: &str) -> String {
    let short: String = version.chars().take(12).collect();
    format!("Stand {short}")
}

/// "Programm 0.5.0".
pub fn programme(version: &str) -> String {
    format!("Programm {version}")
}

/// "gerade eben", "vor 20 Minuten", "vor 3 Stunden", then the day.
pub fn ago(at: Instant, now: Instant) -> String {
    let minutes = (now.0 - at.0) / 60_000;
    match minutes {
        ..=1 => "gerade eben".to_owned(),
        2..=59 => format!("vor {minutes} Minuten"),
        60..=119 => "vor einer Stunde".to_owned(),
        120..=719 => format!("vor {} Stunden", minutes / 60),
        _ => when(at, now),
    }
}

/// "43 Zoll, 1920 × 1080".
pub fn screen(inches: f64, width: u16, height: u16) -> String {
    format!("{inches:.0} Zoll, {width} × {height}")
}

/// "2,017 CSS-Pixel je Millimeter".
pub fn per_mm(per_mm: &str) -> String {
    format!("{per_mm} CSS-Pixel je Millimeter")
}

/// "22. November, 10:02 bis 10:30 Uhr".
pub fn span(span: Span) -> String {
    let Span { from, until } = span;
    if from.day() == until.day() {
        let day = format::day_month(Lang::De, from.day());
        return format!("{day}, {} bis {} Uhr", clock(from), clock(until));
    }
    format!("{} bis {}", day_and_clock(from), day_and_clock(until))
}

/// "28 Minuten".
pub fn length(span: Span) -> String {
    let seconds = (span.until.0 - span.from.0) / 1000;
    match (seconds / 60, seconds / 3600) {
        (0, _) => "unter einer Minute".to_owned(),
        (1, _) => "eine Minute".to_owned(),
        (minutes @ 2..=119, _) => format!("{minutes} Minuten"),
        (_, hours @ 0..=47) => format!("{hours} Stunden"),
        (_, hours) => format!("{} Tage", hours / 24),
    }
}

/// What was the matter.
pub const fn kind(kind: OutageKind) -> &'static str {
    match kind {
        OutageKind::Offline => "ohne Netz, lief weiter",
        OutageKind::Silent => "still: aus oder hängengeblieben",
    }
}

/// "ohne Netz am 22. November von 10:02 bis 10:30 Uhr".
pub fn outage(outage: Outage) -> String {
    let word = match outage.kind {
        OutageKind::Offline => "ohne Netz",
        OutageKind::Silent => "still",
    };
    let Span { from, until } = outage.span;
    if from.day() == until.day() {
        let day = format::day_month(Lang::De, from.day());
        return format!("{word} am {day} von {} bis {} Uhr", clock(from), clock(until));
    }
    format!("{word} vom {} bis zum {}", day_and_clock(from), day_and_clock(until))
}

/// "„Kiosk Foyer“ meldet sich nicht, seit 10:42 Uhr."
pub fn missed(name: &str, at: Instant, now: Instant) -> String {
    format!("„{name}“ meldet sich nicht, {}.", since(at, now))
}

/// When a code may be tried again.
pub fn slowed(until: Instant) -> String {
    format!("Das war zu oft ein falscher Code. Ab {} Uhr geht es wieder.", clock(until))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Instant = Instant(1_795_518_000_000);

    #[test]
    fn moments_are_told_as_one_says_them() {
        assert_eq!(ago(NOON.plus_ms(-30_000), NOON), "gerade eben");
        assert_eq!(ago(NOON.plus_minutes(-20), NOON), "vor 20 Minuten");
        assert_eq!(ago(NOON.plus_hours(-3), NOON), "vor 3 Stunden");
        assert_eq!(since(NOON.plus_hours(-2), NOON), "seit 10:00 Uhr");
        let yesterday = since(NOON.plus_days(-1), NOON);
        assert_eq!(yesterday, "seit 23. November, 12:00 Uhr");
        let of = |minutes| Span { from: NOON, until: NOON.plus_minutes(minutes) };
        assert_eq!([length(of(0)), length(of(28)), length(of(300)), length(of(60 * 72))],
            ["unter einer Minute", "28 Minuten", "5 Stunden", "3 Tage"].map(str::to_owned));
        let offline = Outage { kind: OutageKind::Offline, span: of(28) };
        assert_eq!(outage(offline), "ohne Netz am 24. November von 12:00 bis 12:28 Uhr");
    }
}
