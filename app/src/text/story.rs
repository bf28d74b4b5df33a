//! Texts of the story list and the story page.

use super::{Msg, format, msg};
use domain::Lang;
use domain::content::{Says, Verdict};

pub const WORK_CARD: Msg = msg("Laufzettel", "Work card").ls("Zahlen");
pub const OWN_WORK: Msg = msg("Eigene Arbeit", "Own time");
pub const BUILT_BY: Msg = msg("Gebaut von", "Built by").ls("Gemacht von");
pub const BUILT_ALONE: Msg = msg("selbst gemacht", "done in-house");
pub const FUNDING: Msg = msg("Förderung", "Funding").ls("Förder·geld");
pub const SINCE: Msg = msg("Stand", "Status").ls("Und heute?");
pub const WHO_SAYS_SO: Msg = msg("Wer das sagt", "Who says so").ls("Wer sagt das?");
pub const TAKE_HOME: Msg = msg("Zum Mitnehmen", "To take home");
pub const TAKE_HOME_TEXT: Msg = msg(
    "Mit dem Telefon abscannen oder als Blatt drucken.",
    "Scan it with your phone or print it on one sheet.",
).ls("Halten Sie das Handy auf das Muster. Oder drucken Sie die Seite.");
pub const PRINT: Msg = msg("Als ein Blatt drucken", "Print on one sheet").ls("Auf ein Blatt drucken");
pub const PRINT_HINT: Msg = msg(
    "Drucken: Menü des Browsers, die Seite passt auf ein Blatt",
    "To print, use your browser’s menu; the page fits on one sheet",
).ls("So drucken Sie: Gehen Sie in das Menü vom Browser.");
pub const THE_STORY: Msg = msg("Die Geschichte", "The story");
pub const SMALLER: Msg = msg("Die kleinere Lösung", "The smaller solution").ls("Es geht auch kleiner");
pub const NOT_BOUGHT: Msg = msg("Was sie nicht gekauft haben", "What they did not buy").ls("Das haben sie nicht gekauft");
pub const WENT_WRONG: Msg = msg("Was schiefging", "What went wrong").ls("Das ging nicht gut");
pub const FIRST_STEP: Msg =
    msg("Der erste Schritt für kleines Geld", "The first step for little money").ls("Das kostet am Anfang wenig");
pub const FITS: Msg = msg("Das könnte auch bei Ihnen gehen", "This could work for you, too").ls("Passt das auch für Sie?");
pub const FITS_WHEN: Msg = msg(
    "Wenn mindestens drei dieser Sätze stimmen.",
    "If at least three of these sentences are true.",
).ls("Stimmen 3 Sätze? Dann passt es vielleicht.");
pub const WHO_HELPED: Msg = msg("Wer geholfen hat", "Who helped").ls("Diese Firma hat geholfen");
pub const MORE_PROVIDERS: Msg =
    msg("Andere Betriebe bieten Ähnliches an.", "Other firms offer something similar.").ls("Andere Firmen können das auch.");
pub const SIMILAR: Msg = msg("Auch auf der Werkbank", "Also on the workbench").ls("Mehr Geschichten");
pub const SAME_GOAL: Msg = msg("gleiches Ziel", "same goal");
pub const SAME_SECTOR: Msg = msg("gleiche Branche", "same line of business").ls("ähnliche Firma");
pub const SAME_SIZE: Msg = msg("ähnlich groß", "similar size");
pub const PRINT_HEAD: Msg = msg(
    "Wirtschaftsförderung Dortmund · zum Mitnehmen",
    "Dortmund economic development agency · to take home",
).ls("Wirtschafts·förderung Dortmund · zum Mitnehmen");
pub const LIST_LEAD: Msg = msg(
    "Betriebe aus der Region nennen ihren Preis, ihre Dauer und was es gebracht hat. Vergleichen Sie ruhig.",
    "Firms from the region say what they paid, how long it took and what it brought. Go ahead and compare.",
).ls("Firmen erzählen, was sie gemacht haben. Sie sagen, was es kostet. Und sie sagen, was es bringt.");
pub const ORDER_NOTE: Msg =
    msg("Die Reihenfolge wird jeden Tag neu gemischt.", "The order is reshuffled every day.").ls("Die Reihen·folge ist jeden Tag anders.");

/// Whether it was worth it.
pub const fn verdict(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::WorthIt => msg("hat sich gelohnt", "was worth it").ls("Das war gut"),
        Verdict::Partly => msg("teils, teils", "partly worth it").ls("Das war zum Teil gut"),
        Verdict::NotWorthIt => msg("nicht gelohnt", "not worth it").ls("Das war nicht gut"),
    }
}

/// Who says so.
pub const fn says(says: Says) -> Msg {
    match says {
        Says::Firm => msg("der Betrieb", "the firm").ls("die Firma"),
        Says::Estimated => msg("geschätzt", "estimated"),
        Says::Checked => msg("vom Team geprüft", "checked by the team").ls("Wir haben das geprüft"),
    }
}

/// What follows the one-off price: "einmalig, dazu 89 € im Monat".
pub fn once_and_monthly(lang: Lang, monthly: u32) -> String {
    match (lang, monthly) {
        (Lang::De, 0) => "einmalig, nichts im Monat".to_owned(),
        (Lang::Ls, 0) => "am Anfang, danach nichts".to_owned(),
        (Lang::Ls, m) => format!("am Anfang, dann jeden Monat {}", format::euros(lang, m)),
        (Lang::En, 0) => "once, nothing a month".to_owned(),
        (Lang::De, m) => format!("einmalig, dazu {} im Monat", format::euros(lang, m)),
        (Lang::En, m) => format!("once, plus {} a month", format::euros(lang, m)),
    }
}

/// "7 von 12 Geschichten".
pub fn hits(lang: Lang, n: usize, all: usize) -> (String, &'static str) {
    match lang {
        Lang::De | Lang::Ls => (format!("{n} von {all}"), " Geschichten"),
        Lang::En => (format!("{n} of {all}"), " stories"),
    }
}

/// "QR-Code zur Adresse …".
pub fn qr_label(lang: Lang, address: &str) -> String {
    match lang {
        Lang::De | Lang::Ls => format!("QR-Code zur Adresse {address}"),
        Lang::En => format!("QR code for the address {address}"),
    }
}

/// The line at the foot of the printed sheet.
pub fn print_foot(lang: Lang, address: &str, phone: &str, example: bool) -> String {
    let invented = match (lang, example) {
        (_, false) => "",
        (Lang::De | Lang::Ls, true) => " Beispielgeschichte: Betrieb, Personen und Zahlen sind erfunden.",
        (Lang::En, true) => " Example story: firm, people and figures are invented.",
    };
    match lang {
        Lang::De | Lang::Ls => format!("Kennenlernen vereinbaren: {address} oder {phone}.{invented}"),
        Lang::En => format!("Arrange a first meeting: {address} or {phone}.{invented}"),
    }
}
