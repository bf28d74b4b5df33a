//! Texts around the times of a meeting: ticking, booked, called off.

use super::{Msg, format, msg};
use domain::meeting::{DayPart, MeetingKind, MeetingPlace, Slot, WishError};
use domain::{Instant, Lang};

pub const YOUR_TURN: Msg =
    msg("Jetzt sind Sie dran: Wann passt es?", "It is your turn: when would suit you?").ls("Jetzt sind Sie dran. Wann haben Sie Zeit?");
pub const WHEN: Msg = msg("Wann passt es Ihnen?", "When would suit you?").ls("Wann haben Sie Zeit?");
pub const TICK: Msg = msg(
    "Kreuzen Sie alles an, was geht. Gebucht wird der früheste Termin, der allen passt. Die anderen geben wir frei.",
    "Tick everything that works. The earliest time that suits everybody is booked. We release the others.",
).ls("Kreuzen Sie alle Termine an, die gut sind. Wir nehmen den ersten Termin, der allen passt.");
pub const ANSWERED: Msg = msg(
    "Ihre Antwort ist da. Sie können sie noch ändern, bis alle geantwortet haben.",
    "We have your answer. You can still change it until everybody has answered.",
).ls("Wir haben Ihre Antwort. Sie können sie noch ändern.");
pub const TIMES: Msg = msg("Vorgeschlagene Termine", "Proposed times").ls("Diese Termine gibt es");
pub const NONE: Msg = msg("Nichts davon", "None of these").ls("Kein Termin passt");
pub const NONE_NOTE: Msg =
    msg("Wir schlagen Ihnen neue Termine vor.", "We will propose new times.").ls("Dann bekommen Sie neue Termine.");
pub const MESSAGE: Msg =
    msg("Wann ginge es stattdessen? (freiwillig)", "When would it work instead? (optional)").ls("Wann haben Sie Zeit? (Sie müssen nichts schreiben.)");
pub const MESSAGE_HELP: Msg = msg(
    "Nur wenn Sie „Nichts davon“ ankreuzen. Das liest nur, wer den Termin vereinbart.",
    "Only if you tick “None of these”. Only the person arranging the meeting reads it.",
).ls("Schreiben Sie hier nur, wenn kein Termin passt.");
pub const WISHES: Msg = msg("Wann hätten Sie Zeit? (freiwillig)", "When would you have time? (optional)")
    .ls("An welchen Tagen haben Sie Zeit? (Sie müssen nichts schreiben.)");
pub const WISHES_HELP: Msg = msg(
    "Bis zu drei Wünsche. Das liest nur, wer den Termin vereinbart.",
    "Up to three wishes. Only the person arranging the meeting reads them.",
).ls("Sie können 3 Tage nennen.");
pub const EXACTLY: Msg = msg("Genau um", "At exactly");
pub const NONE_FITTED: Msg = msg("Keine der Zeiten passte", "None of the times suited").ls("Kein Termin hat gepasst");
pub const RAN_OUT: Msg = msg("Die Zeiten sind abgelaufen", "The times have run out").ls("Die Termine gelten nicht mehr");
pub const WISHES_LEAD: Msg = msg(
    "Wir schlagen Ihnen neue Zeiten vor. Schneller geht es, wenn Sie uns sagen, wann Sie Zeit hätten.",
    "We will propose new times. It is faster if you tell us when you would have time.",
).ls("Sie bekommen neue Termine. Sagen Sie uns bitte: Wann haben Sie Zeit?");
pub const WISHES_KNOWN: Msg = msg(
    "Ihre Wünsche sind da, wir schlagen neue Zeiten vor. Sie können sie noch ändern.",
    "We have your wishes and will propose new times. You can still change them.",
).ls("Wir haben Ihre Wünsche. Sie bekommen neue Termine. Sie können Ihre Wünsche noch ändern.");
pub const WISHES_SEND: Msg = msg("Wünsche senden", "Send wishes").ls("Jetzt senden");
pub const HOST: Msg = msg("Soll jemand von uns dabei sein?", "Should one of us be there?").ls("Sollen wir beim Treffen dabei sein?");
pub const HOST_YES: Msg = msg("Ja, gern", "Yes, please");
pub const HOST_NO: Msg = msg("Nein, wir kommen zurecht", "No, we will manage").ls("Nein, danke");
pub const SEND: Msg = msg("Auswahl senden", "Send choice").ls("Jetzt senden");
pub const TIME: Msg = msg("Termin", "Time");
pub const YOU: Msg = msg("Sie", "You");
pub const RESULT: Msg = msg("Ergebnis", "Result");
pub const FITS_ME: Msg = msg("Passt mir", "Suits me");
pub const FITS: Msg = msg("Passt", "Suits");
pub const FITS_NOT: Msg = msg("Passt nicht", "Does not suit");
pub const OPEN: Msg = msg("Antwort offen", "No answer yet").ls("Noch keine Antwort");
pub const FITS_BOTH: Msg = msg("Passt beiden", "Suits both");
pub const NO_COMMON: Msg = msg(
    "Das passt dem anderen nicht. Kreuzen Sie mehr an, oder wir schlagen neue Termine vor.",
    "That does not suit the other side. Tick more, or we will propose new times.",
).ls("Das passt den anderen nicht. Kreuzen Sie mehr Termine an.");
pub const OTHERS_OPEN: Msg = msg(
    "Die Gegenseite hat noch nicht geantwortet. Sobald ein Termin allen passt, laden wir ein.",
    "The other side has not answered yet. As soon as a time suits everybody, we send the invitation.",
).ls("Die anderen haben noch nicht geantwortet. Bitte warten Sie.");

// What is wrong with an answer.
pub const NOTHING_SHORT: Msg = msg("Termine: nichts angekreuzt", "Times: nothing ticked").ls("Sie haben nichts angekreuzt");
pub const NOTHING: Msg = msg(
    "Bitte kreuzen Sie mindestens einen Termin an, oder „Nichts davon“.",
    "Please tick at least one time, or “None of these”.",
).ls("Bitte kreuzen Sie etwas an. Passt nichts? Dann kreuzen Sie an: Kein Termin passt.");
pub const BOTH_SHORT: Msg = msg("Termine: beides geht nicht", "Times: not both").ls("Das passt nicht zusammen");
pub const BOTH: Msg = msg(
    "Sie haben Termine und „Nichts davon“ angekreuzt. Bitte lassen Sie eines weg.",
    "You ticked times and “None of these”. Please leave one out.",
).ls("Sie haben zu viel angekreuzt. Kreuzen Sie Termine an. Oder: Kein Termin passt.");

// What became of an answer.
pub const DID_BOOK: Msg = msg(
    "Der Termin steht. Die Einladung für Ihren Kalender kommt per E-Mail.",
    "The meeting is set. The invitation for your calendar comes by e-mail.",
).ls("Sie haben einen Termin. Sie bekommen eine E-Mail.");
pub const DID_ANSWER: Msg = msg(
    "Danke, Ihre Auswahl ist gespeichert. Sobald ein Termin allen passt, laden wir ein.",
    "Thank you, your choice is stored. As soon as a time suits everybody, we send the invitation.",
).ls("Danke. Ihre Antwort ist gespeichert. Sie bekommen bald eine Einladung.");
pub const DID_NOT_AGREE: Msg = msg(
    "Danke. Leider passt kein Termin allen. Wir schlagen neue vor.",
    "Thank you. Unfortunately no time suits everybody. We will propose new ones.",
).ls("Danke. Kein Termin passt allen. Sie bekommen neue Termine.");
pub const DID_DECLINE: Msg = msg(
    "Danke für Ihre Nachricht. Wir schlagen neue Termine vor.",
    "Thank you for telling us. We will propose new times.",
).ls("Danke. Sie bekommen neue Termine.");
pub const DID_CALL_OFF: Msg = msg(
    "Abgesagt. Wir haben allen Bescheid gesagt, auch den Kalendern.",
    "Called off. We have told everybody, calendars included.",
).ls("Der Termin ist abgesagt. Alle wissen Bescheid.");
pub const DID_ASK_TO_MOVE: Msg = msg(
    "Notiert. Der alte Termin ist frei, wir schlagen Ihnen neue vor.",
    "Noted. The old time is free again, we will propose new ones.",
).ls("Der alte Termin gilt nicht mehr. Sie bekommen neue Termine.");

// A booked meeting.
pub const BOOKED: Msg = msg("Ihr Termin steht", "Your meeting is set").ls("Sie haben einen Termin");
pub const WAS: Msg = msg("Ihr Treffen ist vorbei", "Your meeting is over").ls("Das Treffen ist vorbei");
pub const AT: Msg = msg("Wann", "When");
pub const WHERE: Msg = msg("Wo", "Where");
pub const WITH: Msg = msg("Mit", "With");
pub const HOST_NAME: Msg = msg("Gastgeber", "Host").ls("Von uns dabei");
pub const LENGTH: Msg = msg("Wie lange", "How long");
pub const CALENDAR: Msg = msg(
    "Die Einladung für Ihren Kalender haben Sie per E-Mail bekommen.",
    "The invitation for your calendar has been sent to you by e-mail.",
).ls("Sie haben eine E-Mail mit der Einladung bekommen.");
pub const MOVE: Msg = msg("Anderen Termin wünschen", "Ask for another time").ls("Einen anderen Termin bekommen");
pub const MOVE_WHEN: Msg = msg("Wann ginge es?", "When would it work?").ls("Wann haben Sie Zeit?");
pub const MOVE_NOTE: Msg = msg(
    "Wir geben diesen Termin frei, sagen der Gegenseite Bescheid und schlagen neue Zeiten vor.",
    "We release this time, tell the other side and propose new times.",
).ls("Dieser Termin gilt dann nicht mehr. Wir sagen es den anderen. Sie bekommen neue Termine.");
pub const MOVE_BUTTON: Msg = msg("Termin freigeben und neue wünschen", "Release this time and ask for new ones").ls("Neue Termine bekommen");
pub const CALL_OFF: Msg = msg("Termin absagen", "Call the meeting off");
pub const CALL_OFF_NOTE: Msg = msg(
    "Wir sagen allen ab, auch in den Kalendern. Das lässt sich nicht rückgängig machen.",
    "We tell everybody, calendars included. This cannot be undone.",
).ls("Wir sagen es den anderen. Das können Sie nicht mehr ändern.");
pub const WHY: Msg = msg("Warum? (freiwillig)", "Why? (optional)").ls("Warum? (Sie müssen nichts schreiben.)");
pub const CALL_OFF_BUTTON: Msg = msg("Jetzt absagen", "Call off now");
pub const RATHER_NOT: Msg = msg("Doch kein Treffen", "No meeting after all");

// A joint meeting.
pub const RATHER_ALONE: Msg = msg("Lieber nicht gemeinsam", "Rather not together").ls("Ich will nicht mit anderen Firmen sprechen");
pub const LEAVE_NOTE: Msg = msg(
    "Sie sind dann nicht mehr dabei, Ihre Anfrage läuft weiter wie bisher. Die anderen erfahren nicht, wer abgesagt hat.",
    "You will then not take part, and your request goes on as before. The others do not learn who said no.",
).ls("Sie machen dann nicht mehr mit. Wir helfen Ihnen weiter. Die anderen erfahren Ihren Namen nicht.");
pub const DID_LEAVE: Msg = msg(
    "Sie sind nicht mehr dabei. Ihre Anfrage läuft weiter wie bisher.",
    "You no longer take part. Your request goes on as before.",
).ls("Sie machen nicht mehr mit. Wir helfen Ihnen weiter.");
pub const LEAVE_BUTTON: Msg = msg("Ohne mich", "Without me");

/// Who comes to a joint meeting, for a firm of `firms`.
pub fn together(lang: Lang, firms: usize) -> String {
    let others = firms.saturating_sub(1);
    match (lang, others) {
        (Lang::De, 1) => "Ein gemeinsames Treffen mit einem weiteren Betrieb, der dasselbe Ziel hat. Niemand erfährt vorher, wer der andere ist.".to_owned(),
        (Lang::De, n) => format!(
            "Ein gemeinsames Treffen mit {n} weiteren Betrieben, die dasselbe Ziel haben. Niemand erfährt vorher, wer die anderen sind."
        ),
        (Lang::Ls, _) => "Sie treffen andere Firmen. Alle haben das gleiche Ziel. Wir sagen vorher keine Namen.".to_owned(),
        (Lang::En, 1) => "A joint meeting with one other firm that has the same goal. Nobody learns beforehand who the other is.".to_owned(),
        (Lang::En, n) => format!(
            "A joint meeting with {n} other firms that have the same goal. Nobody learns beforehand who the others are."
        ),
    }
}

// The provider's page.
pub const TITLE: Msg = msg("Kennenlernen", "First meeting");
pub const A_FIRM: Msg = msg("Ein Betrieb", "A firm");
pub const WITH_A_FIRM: Msg = msg("einem Betrieb", "a firm").ls("einer Firma");
pub const THE_FIRM: Msg = msg("Der Betrieb", "The firm");
pub const NO_TIMES_YET: Msg = msg("Noch keine Termine", "No times yet");
pub const NO_TIMES_LEAD: Msg = msg(
    "Wir melden uns, sobald es Vorschläge gibt. Sie müssen nichts tun.",
    "We get in touch as soon as there are suggestions. You don’t have to do anything.",
);
pub const IS_OVER: Msg = msg("Hier ist nichts mehr zu tun", "There is nothing left to do here");
pub const IS_OVER_LEAD: Msg = msg(
    "Das Treffen ist abgesagt oder vorbei, oder der Betrieb hat seine Anfrage zurückgezogen.",
    "The meeting was called off or is over, or the firm has withdrawn its request.",
);
pub const SUMMARY: Msg = msg("Worum es geht", "What it is about");
pub const ONLY_RELEASED: Msg = msg(
    "Sie sehen, was der Betrieb freigegeben hat. Mehr erfahren Sie im Gespräch.",
    "You see what the firm has released. You will learn more when you meet.",
);
pub const NEUTRAL: Msg = msg(
    "Ein erstes Gespräch auf neutralem Boden, ohne Angebot und ohne Unterschrift.",
    "A first conversation on neutral ground, with no quote and nothing to sign.",
);
pub const ASIDE: Msg = msg("Zum Treffen", "About the meeting");
pub const WHO: Msg = msg("Wer sich trifft", "Who meets");
pub const EARLIEST: Msg = msg(
    "Sobald ein Termin beiden passt, laden wir ein. Passen mehrere, nehmen wir den frühesten.",
    "As soon as a time suits both, we send the invitation. If several do, we take the earliest.",
);
pub const HOSTED_BY: Msg = msg("Wirtschaftsförderung", "economic development agency");

/// "Dienstag, 2. Dezember, 10:00 bis 10:45 Uhr".
pub fn slot(lang: Lang, slot: Slot) -> String {
    format!("{}, {}", format::weekday_date(lang, slot.day()), clock(lang, slot))
}

/// "10:00 bis 10:45 Uhr".
pub fn clock(lang: Lang, slot: Slot) -> String {
    format::span(lang, slot.start(), i64::from(slot.minutes()))
}

/// "45 Minuten".
pub fn minutes(lang: Lang, minutes: u16) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("{minutes} Minuten"),
        Lang::En => format!("{minutes} minutes"),
    }
}

/// "Wunsch 1: Tag".
pub fn wish_day(lang: Lang, number: usize) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("Wunsch {number}: Tag"),
        Lang::En => format!("Wish {number}: day"),
    }
}

/// "Wunsch 1: Tageszeit".
pub fn wish_part(lang: Lang, number: usize) -> String {
    match lang {
        Lang::De => format!("Wunsch {number}: Tageszeit"),
        Lang::Ls => format!("Wunsch {number}: Uhrzeit"),
        Lang::En => format!("Wish {number}: time of day"),
    }
}

/// "vormittags", "10:30 Uhr".
pub fn part(lang: Lang, part: DayPart) -> String {
    match (part, lang) {
        (DayPart::Any, _) => lang.pick("egal wann", "any time").to_owned(),
        (DayPart::Morning, _) => lang.pick("vormittags", "in the morning").to_owned(),
        (DayPart::Afternoon, _) => lang.pick("nachmittags", "in the afternoon").to_owned(),
        (DayPart::At(at), Lang::De | Lang::Ls) => format!("{} Uhr", format::clock(at)),
        (DayPart::At(at), Lang::En) => format::clock(at),
    }
}

/// What is wrong with a wish: for the summary, and what to do about it.
pub const fn wish_error(error: WishError) -> (Msg, Msg) {
    match error {
        WishError::NoDay => (
            msg("fehlt noch", "is missing"),
            msg(
                "Bitte geben Sie zur Tageszeit auch den Tag an, oder wählen Sie „egal wann“.",
                "Please give the day as well, or choose “any time”.",
            ).ls("Hier fehlt der Tag."),
        ),
        WishError::Unreadable => (
            msg("kein Tag", "not a day"),
            msg(
                "Diesen Tag gibt es im Kalender nicht. Bitte schreiben Sie ihn so: 24.12.2026.",
                "There is no such day in the calendar. Please write it like this: 24.12.2026.",
            ).ls("Diesen Tag gibt es nicht. Ein Beispiel: 24.12.2026."),
        ),
        WishError::Over => (
            msg("liegt schon zurück", "is over"),
            msg(
                "Dieser Tag ist vorbei. Bitte nehmen Sie heute oder einen späteren Tag.",
                "This day is over. Please take today or a later day.",
            ).ls("Dieser Tag ist vorbei. Bitte nehmen Sie einen anderen Tag."),
        ),
        WishError::FarAway => (
            msg("zu weit weg", "too far away"),
            msg(
                "Dieser Tag ist mehr als ein Jahr weg. Stimmt das Jahr?",
                "This day is more than a year away. Is the year right?",
            ).ls("Dieser Tag ist zu weit weg. Bitte prüfen Sie das Jahr."),
        ),
        WishError::Part => (
            msg("Tageszeit", "time of day"),
            msg(
                "Bitte wählen Sie eine Tageszeit aus der Liste.",
                "Please choose a time of day from the list.",
            ).ls("Bitte suchen Sie eine Uhrzeit aus."),
        ),
    }
}

/// "passt Demir Digital".
pub fn fits_them(lang: Lang, name: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("passt: {name}"),
        Lang::En => format!("suits {name}"),
    }
}

/// Which time would be booked.
pub fn would_book(lang: Lang, slot: Slot) -> String {
    let slot = self::slot(lang, slot);
    match lang {
        Lang::De | Lang::Ls => format!("Passt allen. Gebucht wird: {slot}."),
        Lang::En => format!("Suits everybody. This will be booked: {slot}."),
    }
}

/// Until when the times are held: the last whole day before `until`.
pub fn held_until(lang: Lang, until: Instant) -> String {
    let day = format::weekday_date(lang, until.plus_ms(-1).day());
    match lang {
        Lang::De | Lang::Ls => format!("Die Zeiten sind bis {day} für Sie freigehalten."),
        Lang::En => format!("The times are kept free for you until {day}."),
    }
}

/// Where, if it is not in the Werkbank.
pub const fn place(place: MeetingPlace) -> Msg {
    match place {
        MeetingPlace::Room => msg("In der Werkbank", "At the Werkbank"),
        MeetingPlace::Firm => msg("Beim Betrieb", "At the firm"),
        MeetingPlace::Phone => msg("Am Telefon", "By telephone"),
        MeetingPlace::Video => msg("Per Video", "By video"),
    }
}

/// What a meeting is.
pub const fn kind(kind: MeetingKind) -> Msg {
    match kind {
        MeetingKind::Advice => msg("Gespräch mit uns", "Conversation with us"),
        MeetingKind::Introduction => msg("Kennenlernen", "First meeting"),
        MeetingKind::Joint => msg("Gemeinsames Treffen", "Joint meeting"),
    }
}

/// What is asked of a provider; `firm` is the name as far as it may know it.
pub fn asked(lang: Lang, firm: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("{firm} möchte Sie kennenlernen."),
        Lang::En => format!("{firm} would like to meet you."),
    }
}

/// How staff reads the wish for another time.
pub fn move_wish(lang: Lang, when: &str) -> String {
    match (lang, when.is_empty()) {
        (Lang::De | Lang::Ls, true) => "Anderer Termin gewünscht".to_owned(),
        (Lang::De | Lang::Ls, false) => format!("Anderer Termin gewünscht: {when}"),
        (Lang::En, true) => "Asks for another time".to_owned(),
        (Lang::En, false) => format!("Asks for another time: {when}"),
    }
}
