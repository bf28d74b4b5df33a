use super::*;
use domain::calendar::{Opening, at};
use domain::content::{Closure, Hours, Weekday};
use icalendar::parser::{Component, Property, read_calendar, unfold};
use jiff::civil::{Date, date, time};

fn invitation() -> Invitation<'static> {
    let start = at(date(2026, 12, 2), time(10, 0, 0, 0));
    Invitation {
        method: Method::Request,
        uid: "0199-7f3k@werkbank.example",
        sequence: 2,
        stamp: Instant(1_795_305_600_123),
        slot: Slot::new(start, 45).unwrap(),
        summary: "Kennenlernen in der Werkbank",
        description: "Vorgang 7F3K-92QX; 45 Minuten, kostenlos.\nBitte am Empfang melden.",
        location: "Digitale Werkbank, Musterstraße 1, 44135 Dortmund",
        organizer: Mailbox { name: "Digitale Werkbank", email: "dortmund@werkbank.example" },
        attendee: Mailbox { name: "Martina Hoffmeister", email: "m.h@sanitaer.example" },
    }
}

/// The object as an independent parser reads it, its VEVENT found.
fn event(unfolded: &str) -> Component<'_> {
    let calendar = read_calendar(unfolded).expect("a calendar");
    let names: Vec<String> = calendar.components.iter().map(|c| c.name.to_string()).collect();
    assert_eq!(names, ["VTIMEZONE", "VEVENT"]);
    calendar.components.into_iter().nth(1).unwrap()
}

fn named<'a>(event: &'a Component, name: &str) -> &'a Property<'a> {
    let mut found = event.properties.iter().filter(|p| p.name == name);
    let first = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "{name} twice");
    first
}

fn names(event: &Component) -> Vec<String> {
    event.properties.iter().map(|p| p.name.to_string()).collect()
}

#[test]
fn an_ordinary_invitation_letter_by_letter() {
    let want = "BEGIN:VCALENDAR
PRODID:-//Digitale Werkbank//DE
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:0199-7f3k@werkbank.example
SEQUENCE:2
DTSTAMP:20261122T000000Z
DTSTART;TZID=Europe/Berlin:20261202T100000
DTEND;TZID=Europe/Berlin:20261202T104500
SUMMARY:Kennenlernen in der Werkbank
DESCRIPTION:Vorgang 7F3K-92QX\\; 45 Minuten\\, kostenlos.\\nBitte am Empfang m
 elden.
LOCATION:Digitale Werkbank\\, Musterstraße 1\\, 44135 Dortmund
ORGANIZER;CN=\"Digitale Werkbank\":mailto:dortmund@werkbank.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALS
 E;CN=\"Martina Hoffmeister\":mailto:m.h@sanitaer.example
TRANSP:OPAQUE
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
";
    assert_eq!(invitation().write(), want.replace('\n', "\r\n"));
}

#[test]
fn a_cancellation_is_one() {
    let text = Invitation { method: Method::Cancel, sequence: 3, ..invitation() }.write();
    assert!(text.contains("\r\nMETHOD:CANCEL\r\n"));
    let unfolded = unfold(&text);
    let event = event(&unfolded);
    assert_eq!(named(&event, "STATUS").val.to_string(), "CANCELLED");
    assert_eq!(named(&event, "SEQUENCE").val.to_string(), "3");
    assert_eq!(named(&event, "UID").val.to_string(), "0199-7f3k@werkbank.example");
    assert!(Method::Cancel.content_type().ends_with("method=CANCEL"));
}

/// What people may try in a name, a firm or a message.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "\"",
    "Müller & Söhne, \"Bob\"; Inc: 50 %",
    "a\r\nATTENDEE:mailto:x@y.example",
    "a\nATTENDEE:mailto:x@y.example",
    "a\rATTENDEE:mailto:x@y.example",
    "a\r\n ATTENDEE:mailto:x@y.example",
    "a\u{2028}ATTENDEE:mailto:x@y.example",
    "a\u{2029}b\u{85}ATTENDEE:mailto:x@y.example",
    "a\u{b}b\u{c}c\u{1c}d\u{1d}e\u{1e}ATTENDEE:x",
    "a\0b\u{7f}c\u{9b}d",
    "\";X=\"y\":mailto:evil@x.example",
    "\"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR",
    "\\n\\N\\;\\,\\\\",
    "trailing backslash\\",
    "^n^'^^ATTENDEE",
    "mailto:x@y.example,mailto:z@y.example",
    "李明 🔧 e\u{301} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    ";;;;,,,,::::====",
    "END:VEVENT",
    "\tTab\tTab",
];

#[test]
fn hostile_text_stays_inside_its_property() {
    let text = invitation().write();
    let unfolded = unfold(&text);
    let want = names(&event(&unfolded));
    let mut checked = 0;
    for hostile in HOSTILE {
        for field in 0..6 {
            let mut invitation = invitation();
            match field {
                0 => invitation.summary = hostile,
                1 => invitation.description = hostile,
                2 => invitation.location = hostile,
                3 => invitation.attendee.name = hostile,
                4 => invitation.organizer.name = hostile,
                _ => invitation.attendee.email = hostile,
            }
            check(&invitation, &want);
            checked += 1;
        }
    }
    assert_eq!(checked, HOSTILE.len() * 6);
}

#[test]
fn random_text_stays_inside_its_property() {
    const PIECES: &[&str] = &[
        "\r",
        "\n",
        "\r\n",
        " ",
        "\"",
        ";",
        ":",
        ",",
        "\\",
        "^",
        "=",
        "n",
        "N",
        "ATTENDEE",
        "X-A",
        "mailto:",
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "ß",
        "🔧",
        "\u{2028}",
        "\u{85}",
        "\0",
        "\t",
        "Hoffmeister",
        "\u{feff}",
        "a",
        "%",
        "@",
        "(",
        "<",
        "\u{301}",
    ];
    let text = invitation().write();
    let unfolded = unfold(&text);
    let want = names(&event(&unfolded));
    let mut seed = start_of_sequence();
    for _ in 0..2_000 {
        let mut some = || {
            let mut text = String::new();
            for _ in 0..next(&mut seed) % 40 {
                let piece = next(&mut seed) % PIECES.len() as u64;
                text.push_str(PIECES[usize::try_from(piece).unwrap()]);
            }
            text
        };
        let texts = [some(), some(), some(), some(), some()];
        let mut invitation = invitation();
        invitation.summary = &texts[0];
        invitation.description = &texts[1];
        invitation.location = &texts[2];
        invitation.attendee.name = &texts[3];
        invitation.organizer.name = &texts[4];
        check(&invitation, &want);
    }
}

/// A fixed start, so that a failure can be seen again.
const fn start_of_sequence() -> u64 {
    0x7f3c_92a5_0000_0001
}

/// The next number of a fixed sequence (splitmix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *seed;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Folded rightly, one event with the properties it should have, addresses untouched.
fn check(invitation: &Invitation, want: &[String]) {
    let text = invitation.write();
    for line in text.strip_suffix("\r\n").expect("ends with CRLF").split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
        assert!(!line.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')));
        let name = line.split([':', ';']).next().unwrap_or_default();
        let is_property = !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase());
        assert!(line.starts_with(' ') || is_property, "{line:?}");
    }
    let unfolded = unfold(&text);
    let event = event(&unfolded);
    assert_eq!(names(&event), want, "{text}");
    let organizer = named(&event, "ORGANIZER");
    assert_eq!(organizer.val.to_string(), "mailto:dortmund@werkbank.example");
    assert!(organizer.params.iter().all(|p| p.key == "CN"), "{text}");
    let attendee = named(&event, "ATTENDEE");
    let keys: Vec<String> = attendee.params.iter().map(|p| p.key.to_string()).collect();
    let plain = ["CUTYPE", "ROLE", "PARTSTAT", "RSVP", "CN"];
    assert!(keys == plain || keys == plain[..4], "{text}");
    if invitation.attendee.email.ends_with("sanitaer.example") {
        assert_eq!(attendee.val.to_string(), "mailto:m.h@sanitaer.example");
    }
}

#[test]
fn text_comes_back_as_it_was() {
    let given = "Müller, Söhne; \\ \"Bob\" \u{1F527}: a=b\nzweite Zeile, mit vielen Worten, die \
                 weit über fünfundsiebzig Zeichen hinausgehen, damit sie gefaltet werden muß";
    let text = Invitation { description: given, ..invitation() }.write();
    let unfolded = text.replace("\r\n ", "");
    let line = unfolded.lines().find(|l| l.starts_with("DESCRIPTION:")).unwrap();
    let mut back = String::new();
    let mut chars = line["DESCRIPTION:".len()..].chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => back.push('\n'),
            ('\\', Some(escaped)) => back.push(escaped),
            (c, _) => back.push(c),
        }
    }
    assert_eq!(back, given);
}

#[test]
fn folding_never_tears_a_character() {
    for shift in 0..8 {
        let given = format!("{}{}", "x".repeat(shift), "🔧ßa".repeat(60));
        let text = Invitation { summary: &given, ..invitation() }.write();
        for line in text.split("\r\n") {
            assert!(line.len() <= 75);
        }
        assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{given}\r\n")));
    }
}

#[test]
fn the_zone_says_what_the_time_zone_database_says() {
    // Applies the two rules of the VTIMEZONE by hand and compares every change of ten years.
    let last_sunday = |year: i16, month: i8| -> Date {
        let mut day = date(year, month, 31);
        while day.weekday() != jiff::civil::Weekday::Sunday {
            day = day.yesterday().unwrap();
        }
        day
    };
    let mut changes = 0;
    for year in 2026..=2035 {
        let spring = last_sunday(year, 3).at(1, 0, 0, 0);
        let autumn = last_sunday(year, 10).at(1, 0, 0, 0);
        for (utc, before, after) in [(spring, 3_600, 7_200), (autumn, 7_200, 3_600)] {
            let moment = jiff::tz::TimeZone::UTC.to_timestamp(utc).unwrap();
            let at = Instant::from(moment);
            assert_eq!(at.plus_ms(-1).berlin().offset().seconds(), before, "{utc}");
            assert_eq!(at.berlin().offset().seconds(), after, "{utc}");
            changes += 1;
        }
    }
    assert_eq!(changes, 20);
}

#[test]
fn a_time_the_clock_shows_twice_is_written_in_utc() {
    let first = at(date(2026, 10, 25), time(2, 30, 0, 0));
    let text = Invitation { slot: Slot::new(first, 60).unwrap(), ..invitation() }.write();
    assert!(text.contains("\r\nDTSTART;TZID=Europe/Berlin:20261025T023000\r\n"));
    assert!(text.contains("\r\nDTEND:20261025T013000Z\r\n"), "{text}");
    let spring = at(date(2027, 3, 28), time(1, 45, 0, 0));
    let text = Invitation { slot: Slot::new(spring, 30).unwrap(), ..invitation() }.write();
    assert!(text.contains("\r\nDTEND;TZID=Europe/Berlin:20270328T031500\r\n"));
}

/// The opening hours of two weekdays with a closure, as in the autumn of 2026.
fn opening_hours(hours: &[Hours]) -> String {
    let closures = [Closure {
        from: date(2026, 12, 24),
        to: date(2027, 1, 2),
        reason: "Zwischen den Jahren".to_owned(),
    }];
    OpeningHours {
        opening: Opening { hours, closures: &closures },
        identity: "dortmund@werkbank.example",
        name: "Werkbank; offen",
        summary: "Werkbank geöffnet",
        description: "Kostenlos, ohne Anmeldung.",
        location: "Musterstraße 1, 44135 Dortmund",
        position: Some((51.514, 7.465)),
        url: "https://werkbank.example/besuch",
        today: date(2026, 11, 22),
    }
    .write()
}

fn open_on(day: Weekday, from: i8, to: i8) -> Hours {
    Hours { day, from: time(from, 0, 0, 0), to: time(to, 0, 0, 0) }
}

#[test]
fn opening_hours_letter_by_letter() {
    let text = opening_hours(&[open_on(Weekday::Friday, 10, 18)]);
    let want = "BEGIN:VEVENT
UID:fr-0-dortmund@werkbank.example
DTSTAMP:20261121T230000Z
DTSTART;TZID=Europe/Berlin:20260102T100000
DTEND;TZID=Europe/Berlin:20260102T180000
RRULE:FREQ=WEEKLY;UNTIL=20271231T225959Z
EXDATE;TZID=Europe/Berlin:20260403T100000,20260501T100000,20261225T100000,2
 0270101T100000,20270326T100000
SUMMARY:Werkbank geöffnet
DESCRIPTION:Kostenlos\\, ohne Anmeldung.
LOCATION:Musterstraße 1\\, 44135 Dortmund
GEO:51.514000;7.465000
URL:https://werkbank.example/besuch
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
";
    assert!(text.ends_with(&want.replace('\n', "\r\n")), "{text}");
    assert!(text.contains("\r\nNAME:Werkbank\\; offen\r\n") && !text.contains("METHOD"));
    assert!(!text.contains("ATTENDEE") && !text.contains("ORGANIZER"));
}

/// Two spells on one day are two events; hours that never come are none; an event begins on a day
/// that is open.
#[test]
fn every_spell_of_opening_hours_is_an_event_of_its_own() {
    let hours = [
        open_on(Weekday::Thursday, 10, 13),
        open_on(Weekday::Thursday, 14, 18),
        open_on(Weekday::Monday, 18, 10),
    ];
    let text = opening_hours(&hours);
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let events: Vec<_> = calendar.components.iter().filter(|c| c.name == "VEVENT").collect();
    let uids: Vec<String> = events.iter().map(|e| named(e, "UID").val.to_string()).collect();
    assert_eq!(uids, ["do-0-dortmund@werkbank.example", "do-1-dortmund@werkbank.example"]);
    // New Year's Day of 2026 is a Thursday.
    let starts: Vec<String> = events.iter().map(|e| named(e, "DTSTART").val.to_string()).collect();
    assert_eq!(starts, ["20260108T100000", "20260108T140000"]);
    // Summer time begins on 28 March 2027: the wall clock stays, without an exception.
    assert!(!named(events[0], "EXDATE").val.to_string().contains("20270401"));
}
