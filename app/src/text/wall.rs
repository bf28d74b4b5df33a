//! Texts of the wall, its order and the portraits.

use super::{Msg, format, msg};
use domain::{FirmSize, Lang};
use jiff::civil::Date;

pub const LEAD: Msg = msg(
    "IT-Betriebe aus der Region, mit denen wir im Gespräch sind. Wir haben jeden besucht. Geld fließt dafür keines.",
    "IT firms from the region that we are in touch with. We have visited every one of them. No money changes hands.",
);
pub const ORDER: Msg = msg("Jeden Tag eine neue Reihenfolge.", "A new order every day.").ls("Die Reihen·folge ist jeden Tag anders.");
pub const ORDER_LINK: Msg = msg("Reihenfolge nachrechnen", "Check the order yourself").ls("Wie entsteht die Reihen·folge?");
pub const TO_TODAY: Msg = msg("Zur Reihenfolge von heute", "To today’s order");
pub const PORTRAITS: Msg = msg("Porträts", "Portraits").ls("IT-Firmen");
pub const NONE: Msg = msg(
    "Für genau diese Auswahl hängt noch niemand an der Wand. Wir kennen aber mehr Betriebe, als hier hängen.",
    "Nobody on the wall fits exactly this choice yet. But we know more firms than those on the wall.",
);
pub const ASK_US: Msg = msg("Fragen Sie uns", "Ask us");

pub const ORDER_TITLE: Msg = msg("So entsteht die Reihenfolge", "How the order comes about");
pub const ORDER_LEAD: Msg = msg(
    "Wer oben steht, wird öfter angesehen. Deshalb entscheidet hier niemand, wer oben steht: weder das Alphabet noch wir. Sie können es nachrechnen.",
    "Whoever is at the top is looked at more often. So nobody decides who is at the top, neither the alphabet nor us. You can check it yourself.",
);
pub const RULE: Msg = msg("Die Regel", "The rule");
pub const RULE_STEPS: [Msg; 3] = [
    msg(
        "Man schreibt das Datum des Tages in Berlin, einen Zeilenumbruch und die Kennung des Betriebs. Die Kennung ist der letzte Teil der Adresse seines Porträts.",
        "Write down the day’s date in Berlin, a line break and the firm’s ID. The ID is the last part of the address of its portrait.",
    ),
    msg(
        "Daraus berechnet man die Prüfsumme SHA-256, geschrieben mit den Ziffern 0 bis 9 und den Buchstaben a bis f.",
        "From this compute the SHA-256 checksum, written with the digits 0 to 9 and the letters a to f.",
    ),
    msg(
        "Man sortiert nach dieser Prüfsumme, die kleinste zuerst.",
        "Sort by this checksum, the smallest first.",
    ),
];
pub const RULE_AFTER: Msg = msg(
    "Filter und Seiten ändern nichts daran: Sie zeigen dieselbe Reihenfolge, nur kürzer. Auf lange Sicht hängt jeder Betrieb gleich oft oben.",
    "Filters and pages do not change it: they show the same order, only shorter. In the long run every firm is at the top equally often.",
);
pub const RECOMPUTE: Msg = msg("Selbst nachrechnen", "Work it out yourself");
pub const RECOMPUTE_LEAD: Msg = msg(
    "Auf einem Rechner mit Linux oder macOS genügen diese Zeilen. Sie drucken die Reihenfolge, die in der Tabelle darunter steht.",
    "On a computer with Linux or macOS these lines are enough. They print the order that stands in the table below.",
);
pub const SNIPPET: Msg = msg("Befehle zum Nachrechnen", "Commands to work out the order");
pub const PLACE: Msg = msg("Platz", "Place");
pub const FIRM: Msg = msg("Betrieb", "Firm");
pub const ID: Msg = msg("Kennung", "ID");
pub const KEY: Msg = msg("Prüfsumme", "Checksum");

pub const HELPS_WITH: Msg = msg("Hilft bei", "Helps with");
pub const KNOWS: Msg = msg("Kennt sich aus in", "Knows").ls("Kennt sich aus mit");
pub const SKILLS: Msg = msg("Kann", "Can do");
pub const PROJECTS: Msg = msg("Übliche Vorhaben", "Usual projects").ls("Das kostet es meistens");
pub const FOR_FIRMS: Msg = msg("Für Betriebsgrößen", "For firms of").ls("Für Firmen mit");
pub const DAY_RATE: Msg = msg("Tagessatz", "Day rate").ls("Preis für einen Tag");
pub const ON_REQUEST: Msg = msg("auf Anfrage", "on request");
pub const LANGUAGES: Msg = msg("Sprachen", "Languages");
pub const WEBSITE: Msg = msg("Website", "Website").ls("Internet-Seite");
pub const VISITED: Msg = msg("Von uns besucht", "Visited by us").ls("Wir waren dort am");
pub const CONFIRMED: Msg = msg("Vom Betrieb bestätigt", "Confirmed by the firm").ls("Die Firma sagt: stimmt");
pub const PARTNER_NOTE: Msg = msg(
    "Dieser Betrieb hilft uns beim Betrieb der Werkbank. Einen Vorteil in der Reihenfolge oder bei Vorschlägen hat er dadurch nicht.",
    "This firm helps us run the Werkbank. That gives it no advantage in the order or in our suggestions.",
);
pub const HOW_WE_WORK: Msg = msg("So arbeiten wir", "How we work");
pub const NOT_DOING: Msg = msg("Was wir nicht machen", "What we do not do").ls("Das machen wir nicht");
pub const MEETING: Msg = msg("Kennenlernen in der Werkbank", "A first meeting at the Werkbank").ls("Kennen·lernen in der Werkbank");
pub const TWO_MORE: Msg = msg(
    "Auf Wunsch schlagen wir weitere Betriebe vor, die Ähnliches können.",
    "If you like, we suggest other firms that do similar things.",
);
pub const NEUTRAL: Msg =
    msg("Wir stellen vor, wir empfehlen nicht.", "We introduce, we do not recommend.").ls("Wir sagen nicht: Diese Firma ist die beste.");
pub const INVENTED: Msg =
    msg("Beispiel: Betrieb und Person sind erfunden.", "Example: the firm and the person are invented.").ls("Das ist ein Beispiel. Die Firma gibt es nicht.");

/// The unit after the number of hits: "Betriebe".
pub const fn firms(lang: Lang, n: usize) -> &'static str {
    match (lang, n) {
        (Lang::De | Lang::Ls, 1) => "Betrieb",
        (Lang::De | Lang::Ls, _) => "Betriebe",
        (Lang::En, 1) => "firm",
        (Lang::En, _) => "firms",
    }
}

/// What the order follows from: "Sie folgt allein aus dem Datum, 22. November 2026, …".
pub fn order_note(lang: Lang, day: Date) -> String {
    let day = format::date(lang, day);
    match lang {
        Lang::De => format!(
            "Diese gilt am {day}. Sie folgt allein aus dem Datum und den Kennungen der Betriebe."
        ),
        Lang::Ls => format!("Diese Reihen·folge ist vom {day}."),
        Lang::En => {
            format!("This one applies on {day}. It follows from the date and the firms’ IDs alone.")
        }
    }
}

/// The heading above the table of keys.
pub fn table_of(lang: Lang, day: Date) -> String {
    let day = format::date(lang, day);
    match lang {
        Lang::De | Lang::Ls => format!("Die Reihenfolge am {day}"),
        Lang::En => format!("The order on {day}"),
    }
}

/// "800 € bis 9.000 €".
pub fn project(lang: Lang, (from, to): (u32, u32)) -> String {
    let (from, to) = (format::euros(lang, from), format::euros(lang, to));
    match lang {
        Lang::De | Lang::Ls => format!("{from} bis {to}"),
        Lang::En => format!("{from} to {to}"),
    }
}

/// Sizes in words: "allein, 1 bis 9, 10 bis 49 Beschäftigte".
pub fn sizes(lang: Lang, sizes: &[FirmSize]) -> String {
    let names: Vec<String> = sizes.iter().map(|size| format::size(lang, *size)).collect();
    let names = names.join(", ");
    match (lang, sizes) {
        (_, [] | [FirmSize::Solo]) => names,
        (Lang::De | Lang::Ls, _) => format!("{names} Beschäftigte"),
        (Lang::En, _) => format!("{names} employees"),
    }
}

/// Where the request goes, beside the button.
pub fn goes_to_us(lang: Lang, firm: &str) -> String {
    match lang {
        Lang::De => format!(
            "Ihre Anfrage geht an die Wirtschaftsförderung, nicht an {firm}. Wir stimmen einen Termin ab und sitzen auf Wunsch dabei."
        ),
        Lang::Ls => "Ihre Anfrage geht an uns. Wir fragen dann die IT-Firma. Wenn Sie möchten, sind wir beim Treffen dabei.".to_owned(),
        Lang::En => format!(
            "Your request goes to the economic development agency, not to {firm}. We arrange a date and sit in if you like."
        ),
    }
}

/// The heading above the stories: "Werkstücke mit Demir Digital".
pub fn stories_with(lang: Lang, firm: &str) -> String {
    match lang {
        Lang::De => format!("Werkstücke mit {firm}"),
        Lang::Ls => format!("Geschichten mit {firm}"),
        Lang::En => format!("Workpieces with {firm}"),
    }
}

/// Where the facts come from: "Angaben vom Betrieb, von uns geprüft am …".
pub fn facts_from(lang: Lang, checked: Option<Date>) -> String {
    let day = checked.map(|day| format::date(lang, day));
    match (lang, day) {
        (Lang::De | Lang::Ls, None) => "Die Angaben stammen vom Betrieb.".to_owned(),
        (Lang::En, None) => "The facts come from the firm.".to_owned(),
        (Lang::De | Lang::Ls, Some(day)) => {
            format!("Die Angaben stammen vom Betrieb, von uns geprüft am {day}.")
        }
        (Lang::En, Some(day)) => format!("The facts come from the firm; we checked them on {day}."),
    }
}
