//! Texts of the visit page and of the pages of plain text.

use super::{Msg, format, msg};
use domain::Lang;
use domain::calendar::Holiday;
use jiff::civil::Date;

pub const CONTENTS: Msg = msg("Auf dieser Seite", "On this page");
pub const OPEN: Msg = msg("Geöffnet", "Open").ls("Dann ist offen");
pub const IS_OPEN: Msg = msg("geöffnet", "open");
pub const CALENDAR: Msg = msg("In den Kalender übernehmen", "Add to your calendar");
pub const WHERE: Msg = msg("Hier finden Sie uns", "Where to find us").ls("Hier sind wir");
pub const CLOSURES: Msg = msg("Demnächst geschlossen", "Upcoming closures").ls("Dann ist zu");
pub const HOLIDAYS: Msg =
    msg("An Feiertagen ist geschlossen.", "The room is closed on public holidays.").ls("An Feier·tagen ist zu.");
pub const FREE: Msg = msg("Kostenlos, ohne Anmeldung.", "Free of charge, no appointment needed.").ls("Es kostet nichts. Sie brauchen keinen Termin.");
pub const WAYS: Msg = msg("So kommen Sie hin und hinein", "How to get here and get in").ls("So kommen Sie zu uns");
pub const GETTING_THERE: Msg = msg("Anfahrt", "Getting there").ls("Der Weg");
pub const ACCESS: Msg = msg("Zugang", "Access").ls("So kommen Sie hinein");
pub const CONTACT: Msg = msg("Wer Sie empfängt", "Who welcomes you").ls("Diese Person hilft Ihnen");
pub const CONTACT_TEXT: Msg = msg(
    "Sie wollen sicher jemanden antreffen oder kommen mit einer Gruppe? Sagen Sie uns vorher Bescheid.",
    "Do you want to be sure to meet somebody, or are you coming with a group? Tell us beforehand.",
).ls("Kommen Sie mit mehreren Menschen? Dann sagen Sie uns das vorher.");
pub const ANNOUNCE: Msg = msg("Besuch anmelden", "Announce a visit");

/// A public holiday's name.
pub const fn holiday(lang: Lang, holiday: Holiday) -> &'static str {
    match (lang, holiday) {
        (Lang::De | Lang::Ls, holiday) => holiday.name(),
        (Lang::En, Holiday::NewYear) => "New Year’s Day",
        (Lang::En, Holiday::GoodFriday) => "Good Friday",
        (Lang::En, Holiday::EasterMonday) => "Easter Monday",
        (Lang::En, Holiday::LabourDay) => "Labour Day",
        (Lang::En, Holiday::Ascension) => "Ascension Day",
        (Lang::En, Holiday::WhitMonday) => "Whit Monday",
        (Lang::En, Holiday::CorpusChristi) => "Corpus Christi",
        (Lang::En, Holiday::GermanUnity) => "Day of German Unity",
        (Lang::En, Holiday::AllSaints) => "All Saints’ Day",
        (Lang::En, Holiday::ChristmasDay) => "Christmas Day",
        (Lang::En, Holiday::SecondChristmasDay) => "Boxing Day",
    }
}

/// "24. Dezember 2026 bis 2. Januar 2027", or the one day.
pub fn days(lang: Lang, from: Date, to: Date) -> String {
    let (first, last) = (format::date(lang, from), format::date(lang, to));
    match (lang, from == to) {
        (_, true) => last,
        (Lang::De | Lang::Ls, false) => format!("{first} bis {last}"),
        (Lang::En, false) => format!("{first} to {last}"),
    }
}
