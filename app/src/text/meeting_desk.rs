//! Texts of meetings at the desk, German only.

use super::{Msg, format, msg};
use backend::meetings::Trouble;
use domain::calendar::Unavailable;
use domain::meeting::{MeetingKind, MeetingPlace, MeetingState, Slot};
use domain::{Instant, Lang};

const fn desk(text: &'static str) -> Msg {
    msg(text, text)
}

pub const PROPOSE: Msg = desk("Termine vorschlagen");
pub const PROPOSE_HINT: Msg =
    desk("Wählen Sie zwei bis vier. Alle werden für drei Werktage freigehalten.");
pub const SHOW: Msg = desk("Freie Zeiten zeigen");
pub const WHERE: Msg = desk("Wo?");
pub const HOW_LONG: Msg = desk("Wie lange?");
pub const WITH: Msg = desk("Mit wem?");
pub const WITH_NOBODY: Msg = desk("Beratung ohne Anbieter");
pub const WEEK: Msg = desk("Woche");
pub const WHEN: Msg = desk("Wann sind Raum und Sie frei?");
pub const WHEN_HELP: Msg =
    desk("Gezeigt sind nur Anfänge, bei denen die ganze Dauer frei ist. Zeiten gelten in Dortmund.");
pub const NO_TIMES: Msg = desk("nichts frei");
pub const ELSEWHERE: Msg = desk("Anschrift, Nummer oder Link (wenn nicht in der Werkbank)");
pub const AGREED: Msg = desk("Am Telefon mit allen vereinbart: die eine gewählte Zeit gleich buchen");
pub const SEND: Msg = desk("Vorschlagen");
pub const SEND_NOTE: Msg =
    desk("Jede Seite bekommt einen eigenen Link. Keine sieht die Adresse der anderen.");
pub const TAKEN: Msg = desk("Eine der Zeiten ist inzwischen vergeben");
pub const TAKEN_SENTENCE: Msg = desk("Diese Liste ist der neue Stand. Bitte wählen Sie noch einmal.");
pub const IMPOSSIBLE: Msg = desk("Eine der Zeiten geht nicht");
pub const COUNT: Msg = desk("Anzahl der Zeiten");
pub const COUNT_SENTENCE: Msg = desk(
    "Bitte wählen Sie zwei bis vier Zeiten. Mit dem Haken „am Telefon vereinbart“ genau eine.",
);
pub const PROVIDER_FIRST: Msg = desk("Der Anbieter ist noch nicht vorgeschlagen");
pub const PROVIDER_FIRST_SENTENCE: Msg =
    desk("Schlagen Sie den Betrieb erst vor, oder wählen Sie einen vorgeschlagenen.");
pub const NOT_NOW: Msg = desk("In diesem Stand der Anfrage geht das nicht");
pub const MEETINGS: Msg = desk("Treffen");
pub const TIME: Msg = desk("Termin");
pub const YOU: Msg = desk("Sie");
pub const FITS: Msg = desk("passt");
pub const FITS_NOT: Msg = desk("passt nicht");
pub const STILL_OPEN: Msg = desk("noch offen");
pub const ALL_FIT: Msg = desk("passt allen");
pub const MISSING: Msg = desk("fehlt eine Antwort");
pub const RESULT: Msg = desk("Ergebnis");
pub const CALL_OFF: Msg = desk("Absagen");
pub const WHY: Msg = desk("Grund (liest die andere Seite, freiwillig)");
pub const MOVE: Msg = desk("Verlegen");
pub const MOVE_TO: Msg = desk("Neue Zeit");
pub const MOVE_HELP: Msg = desk("Nur Zeiten, zu denen Raum und Gastgeber frei sind. Vorher bitte mit allen sprechen.");
pub const MOVE_TAKEN: Msg = desk("Diese Zeit ist inzwischen vergeben. Es bleibt, wie es war. Bitte wählen Sie eine andere.");
pub const MOVE_IMPOSSIBLE: Msg = desk(
    "Zu dieser Zeit ist geschlossen, oder der Gastgeber ist nicht da. Es bleibt, wie es war. Bitte wählen Sie eine andere.",
);
pub const OFFER_ANEW: Msg = desk("Andere Zeiten anbieten");
pub const WISHES: Msg = desk("Was die anderen sagen");
pub const WISHED: Msg = desk("Wunsch");
pub const CORRECT: Msg = desk("Doch nicht?");
pub const FEED_OWN: Msg = desk("Ihr Kalender als Abo");
pub const FEED_ROOM: Msg = desk("Der Raum als Kalender-Abo");
pub const FEED_NOTE: Msg = desk(
    "Für Outlook, Thunderbird oder das Telefon. Im Kalender stehen Zeit, Ort und Vorgangszeichen, keine Namen. Freigehaltene Zeiten sind als vorläufig markiert.",
);
pub const FEED_NONE: Msg = desk("Noch nicht eingerichtet.");
pub const FEED_BEGIN: Msg = desk("Adresse erzeugen");
pub const FEED_RENEW: Msg = desk("Neue Adresse erzeugen");
pub const FEED_END: Msg = desk("Abo beenden");
pub const FEED_ADDRESS: Msg = desk("Adresse des Kalenders");
pub const FEED_ONCE: Msg = desk(
    "Sie steht nur jetzt hier. Kopieren Sie sie in Ihr Kalenderprogramm („Kalender abonnieren“). Wer sie kennt, sieht diese Termine; geben Sie sie nicht weiter.",
);
pub const REARRANGE: Msg = desk("Ort oder Gastgeber ändern");
pub const HOST: Msg = desk("Wer ist Gastgeber?");
pub const REARRANGE_NOTE: Msg = desk(
    "Die Zeit bleibt. Alle Beteiligten erfahren per E-Mail, was sich geändert hat; gebuchte Termine ändern sich auch in den Kalendern.",
);
pub const REARRANGE_SEND: Msg = desk("Ändern und Bescheid sagen");
pub const IMPOSSIBLE_THERE: Msg = desk("So geht es zu dieser Zeit nicht");
pub const TAKEN_THERE: Msg = desk("Zu dieser Zeit ist der Raum oder der Gastgeber vergeben");
pub const TAKEN_THERE_SENTENCE: Msg =
    desk("Bitte wählen Sie jemand anderen oder einen anderen Ort, oder verlegen Sie das Treffen.");
pub const MEETING_CHANGED: Msg = desk("Jemand war schneller");
pub const NO_HOST: Msg = desk("Gastgeber fehlt");
pub const NO_HOST_SENTENCE: Msg = desk("Bitte wählen Sie jemanden, der hier mit Anfragen arbeitet.");
pub const TOOK_PLACE: Msg = desk("Hat stattgefunden");
pub const NO_SHOW: Msg = desk("Jemand kam nicht");
pub const PREVIOUS_DAY: Msg = desk("Voriger Tag");
pub const NEXT_DAY: Msg = desk("Nächster Tag");
pub const PREVIOUS_WEEK: Msg = desk("Vorige Woche");
pub const NEXT_WEEK: Msg = desk("Nächste Woche");
pub const EARLIER: Msg = desk("Vier Wochen früher");
pub const LATER: Msg = desk("Vier Wochen später");
pub const GO_TODAY: Msg = desk("Heute");
pub const STEPS: Msg = desk("Zeit wählen");
pub const SHAPE_DAY: Msg = desk("Tag");
pub const SHAPE_WEEK: Msg = desk("Woche");
pub const SHAPE_LIST: Msg = desk("Liste");
pub const WHOSE: Msg = desk("Wessen Kalender?");
pub const WHOSE_ALL: Msg = desk("Alle am Standort");
pub const WHOSE_OWN: Msg = desk("Nur meiner");
pub const WHOSE_ROOM: Msg = desk("Nur der Raum");
pub const FROM_DAY: Msg = desk("Ab wann?");
pub const SHOW_DAYS: Msg = desk("Zeigen");
pub const NOTHING_ON: Msg = desk("Nichts eingetragen");
pub const NOTHING_ON_HINT: Msg =
    desk("In diesen vier Wochen gibt es weder Treffen noch freigehaltene Zeiten.");
pub const COL_WHEN: Msg = desk("Wann");
pub const COL_FIRM: Msg = desk("Treffen");
pub const COL_WITH: Msg = desk("Mit");
pub const COL_PLACE: Msg = desk("Wo");
pub const COL_STATE: Msg = desk("Stand");
pub const COL_WHY: Msg = desk("Warum es nicht mehr geht");
pub const COL_TO_DO: Msg = desk("Was tun?");
pub const CLASH: Msg = desk("Konflikt");
pub const CLASHES: Msg = desk("Konflikte im Kalender");
pub const CLASHES_LEAD: Msg = desk(
    "Diese Zeiten waren möglich, als sie gebucht wurden. Nichts davon fällt von selbst weg: Sie entscheiden, und alle Beteiligten bekommen Bescheid.",
);
pub const TO_CLASHES: Msg = desk("Ansehen und lösen");
pub const NO_CLASHES: Msg = desk("Alles passt zusammen");
pub const NO_CLASHES_HINT: Msg = desk(
    "Hier steht, was gebucht ist und nicht mehr geht: weil geschlossen ist, jemand fehlt oder der Raum wegfiel.",
);
pub const TO_MEETING: Msg = desk("Verlegen, absagen oder Ort und Gastgeber ändern");
pub const ASK_COORDINATION: Msg = desk("Bitte mit der Koordination sprechen: Die Anfrage liegt bei jemand anderem.");
pub const HELD: Msg = desk("freigehalten");
pub const SHUT: Msg = desk("geschlossen");
pub const LEGEND_NOTE: Msg = desk(
    "Hinterlegt ist, was außerhalb der Öffnungszeit liegt. Freigehaltene Zeiten lösen sich nach drei Werktagen von selbst.",
);

/// Where a meeting is.
pub const fn place(place: MeetingPlace) -> &'static str {
    match place {
        MeetingPlace::Room => "in der Werkbank",
        MeetingPlace::Firm => "im Betrieb",
        MeetingPlace::Phone => "am Telefon",
        MeetingPlace::Video => "per Video",
    }
}

/// What a meeting is for.
pub const fn kind(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Advice => "Beratung",
        MeetingKind::Introduction => "Kennenlernen",
        MeetingKind::Joint => "Gemeinsames Treffen",
    }
}

/// "Kennenlernen in der Werkbank. Ort, Dauer und Beteiligte bleiben …".
pub fn anew(kind: MeetingKind, place: MeetingPlace) -> String {
    format!(
        "{} {}. Ort, Dauer und Beteiligte bleiben; was vorher angeboten oder gebucht war, gilt dann nicht mehr.",
        self::kind(kind),
        self::place(place)
    )
}

/// The same as a heading.
pub const fn kind_title(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Joint => "Gemeinsames Treffen",
        other => self::kind(other),
    }
}

/// Where a meeting stands.
pub fn state(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Proposed => "vorgeschlagen",
        MeetingState::Booked => "gebucht",
        MeetingState::Cancelled => "abgesagt",
        MeetingState::Expired => "verfallen",
        MeetingState::Declined => "keine Zeit passte",
        MeetingState::Held => "hat stattgefunden",
        MeetingState::NoShow => "jemand kam nicht",
    }
}

/// "Di 2. Dezember, 10:00 bis 10:45 Uhr".
pub fn slot(slot: Slot) -> String {
    let span = format::span(Lang::De, slot.start(), i64::from(slot.minutes()));
    format!("{}, {span}", format::weekday_date(Lang::De, slot.day()))
}

/// "Mittwoch, 2. Dezember 2026, 10:00 bis 10:45 Uhr".
pub fn slot_with_year(slot: Slot) -> String {
    let span = format::span(Lang::De, slot.start(), i64::from(slot.minutes()));
    let weekday = format::weekday_of(Lang::De, slot.day());
    format!("{weekday}, {}, {span}", format::date(Lang::De, slot.day()))
}

/// "Freigehalten bis Freitag, 28. November": the last whole day before `until`.
pub fn held_until(until: Instant) -> String {
    format!("Freigehalten bis {}", format::weekday_date(Lang::De, until.plus_ms(-1).day()))
}

/// "Eingerichtet seit 22. November 2026 …".
pub fn subscribed(since: Instant) -> String {
    let day = format::date(Lang::De, since.day());
    format!("Eingerichtet am {day}. Eine neue Adresse ersetzt die alte.")
}

/// Why a time is impossible.
pub fn unavailable(why: &Unavailable) -> String {
    match why {
        Unavailable::Past => "ist vorbei".to_owned(),
        Unavailable::Hours => "liegt außerhalb der Öffnungszeit".to_owned(),
        Unavailable::Holiday(_) => "ist ein Feiertag".to_owned(),
        Unavailable::Closed(reason) => format!("geschlossen: {reason}"),
        Unavailable::Away => "da ist die Berater/in abwesend".to_owned(),
        Unavailable::Twice => "gibt es in dieser Nacht zweimal".to_owned(),
    }
}

/// "Ein Termin kann so nicht stattfinden."
pub fn clashes(n: usize) -> String {
    if n == 1 {
        "Ein Termin kann so nicht stattfinden.".to_owned()
    } else {
        format!("{n} Termine können so nicht stattfinden.")
    }
}

/// What stands in the way of a booked meeting.
pub fn trouble(trouble: &Trouble, host: &str) -> String {
    match trouble {
        Trouble::Room => "Den Raum gibt es an diesem Standort nicht mehr.".to_owned(),
        Trouble::Host => format!("{host} arbeitet hier nicht mehr mit Anfragen."),
        Trouble::Time(Unavailable::Away) => format!("{host} ist an diesem Tag abwesend."),
        Trouble::Time(Unavailable::Holiday(_)) => "An diesem Tag ist Feiertag.".to_owned(),
        Trouble::Time(Unavailable::Closed(reason)) => {
            format!("An diesem Tag ist geschlossen: {reason}")
        }
        Trouble::Time(why) => format!("Die Zeit {}.", unavailable(why)),
    }
}

/// "45 Minuten".
pub fn minutes(minutes: u16) -> String {
    format!("{minutes} Minuten")
}

/// "23. bis 28. November 2026, Woche 48".
pub fn week(monday: jiff::civil::Date) -> String {
    let saturday = monday.saturating_add(jiff::Span::new().days(5));
    let number = monday.iso_week_date().week();
    let first = if monday.month() == saturday.month() {
        format!("{}.", monday.day())
    } else {
        format::day_month(Lang::De, monday)
    };
    format!("{first} bis {}, Woche {number}", format::date(Lang::De, saturday))
}

/// "28. November bis 3. Dezember 2026".
pub fn from_to(first: jiff::civil::Date, last: jiff::civil::Date) -> String {
    let from = if first.year() == last.year() {
        format::day_month(Lang::De, first)
    } else {
        format::date(Lang::De, first)
    };
    format!("{from} bis {}", format::date(Lang::De, last))
}

/// "10:00 bis 18:00", the opening hours of a day.
pub fn hours(open: &[(Instant, Instant)]) -> String {
    let clock = |at: Instant| format::clock(at.berlin().time());
    let span = |(from, to): &(Instant, Instant)| format!("{} bis {}", clock(*from), clock(*to));
    open.iter().map(span).collect::<Vec<_>>().join(", ")
}
