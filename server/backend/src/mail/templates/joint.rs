//! The mail that asks a firm to a joint meeting: one mail, one page, one answer. It says how many
//! other firms there are and which goal they share, nothing else about them.

use super::meeting::{About, slot_text};
use crate::mail::Letter;
use crate::mail::letter::Draft;
use domain::Lang;
use domain::meeting::Slot;

/// How many other firms come, as "with whom": "zwei weitere Betriebe mit demselben Ziel".
pub fn others(lang: Lang, n: usize) -> String {
    let (one, many) = match lang {
        Lang::De | Lang::Ls => {
            ("ein weiterer Betrieb mit demselben Ziel", "weitere Betriebe mit demselben Ziel")
        }
        Lang::En => ("one other firm with the same goal", "other firms with the same goal"),
    };
    if n == 1 { one.to_owned() } else { format!("{} {many}", number(lang, n)) }
}

/// "zusammen mit zwei weiteren Betrieben".
fn together(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::De | Lang::Ls, 1) => "einem weiteren Betrieb".to_owned(),
        (Lang::De | Lang::Ls, _) => format!("{} weiteren Betrieben", number(lang, n)),
        (Lang::En, 1) => "one other firm".to_owned(),
        (Lang::En, _) => format!("{} other firms", number(lang, n)),
    }
}

fn number(lang: Lang, n: usize) -> String {
    let words: [&str; 6] = match lang {
        Lang::De | Lang::Ls => ["keine", "ein", "zwei", "drei", "vier", "fünf"],
        Lang::En => ["no", "one", "two", "three", "four", "five"],
    };
    words.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// Times for a joint meeting of the reader and `n` other firms; `goal` is what they share and
/// `until` how long the times are held.
pub fn proposal(
    about: &About<'_>,
    slots: &[Slot],
    until: &str,
    goal: Option<&str>,
    n: usize,
) -> Letter {
    let lang = about.lang;
    let times: Vec<String> = slots.iter().map(|&slot| slot_text(lang, slot)).collect();
    let together = together(lang, n);
    let (subject, lead, held) = match lang {
        Lang::De | Lang::Ls => (
            format!("Gemeinsam mit anderen Betrieben? Anfrage {}", about.reference),
            format!(
                "Sie sind mit Ihrem Ziel nicht allein. Wir schlagen Ihnen ein gemeinsames Treffen mit \
                 {together} vor. Niemand erfährt vorher, wer die anderen sind, auch nicht, wer ablehnt."
            ),
            format!(
                "Kreuzen Sie alles an, was passt. Der früheste Termin, der allen passt, gilt. Wir \
                 halten die Zeiten bis {until} frei. Passt nichts, oder sprechen Sie lieber allein mit \
                 uns? Auch das sagen Sie dort. Ihre Anfrage läuft dann weiter wie bisher."
            ),
        ),
        Lang::En => (
            format!("Together with other firms? Request {}", about.reference),
            format!(
                "You are not alone with your goal. We propose a joint meeting with {together}. Nobody \
                 learns beforehand who the others are, nor who says no."
            ),
            format!(
                "Tick everything that suits you. The earliest time that suits everybody is booked. We \
                 keep the times free until {until}. Nothing suits, or you would rather talk to us \
                 alone? Say so there. Your request then goes on as before."
            ),
        ),
    };
    let goal = goal.map(|goal| (lang.pick("Gemeinsames Ziel", "Shared goal"), goal.to_owned()));
    let facts = [
        (lang.pick("Wo", "Where"), about.place.to_owned()),
        (lang.pick("Gastgeber und Runde", "Host and firms"), about.with.to_owned()),
        (lang.pick("Nummer", "Number"), about.reference.to_string()),
    ];
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(&lead)
        .list(times.iter().map(String::as_str))
        .facts(goal.into_iter().chain(facts))
        .paragraph(&held)
        .link(lang.pick("Zeiten ankreuzen", "Tick the times"), about.link)
        .sign_off(about.site, lang)
}
