//! Mails about a meeting: to the firm, to a provider and to staff. Who sits on the other side is
//! named only as far as the caller says.

use crate::mail::Letter;
use crate::mail::letter::Draft;
use domain::content::Site;
use domain::meeting::Slot;
use domain::request::Reference;
use domain::{Lang, when};

/// What a mail about a meeting says.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The site.
    pub site: &'a Site,
    /// The reader's language.
    pub lang: Lang,
    /// The request's reference.
    pub reference: Reference,
    /// Who else comes, as the reader may know them: "Aylin Demir (Demir Digital)", "ein Betrieb
    /// aus dem Handwerk, 10 bis 49 Beschäftigte".
    pub with: &'a str,
    /// Where: the room's name and address, or what was agreed.
    pub place: &'a str,
    /// The reader's own page: times, moving, calling off.
    pub link: &'a str,
}

/// Words and what they stand for.
type Fact = (&'static str, String);

/// "Dienstag, 2. Dezember, 10:00 bis 10:45 Uhr".
pub fn slot_text(lang: Lang, slot: Slot) -> String {
    let minutes = i64::from(slot.minutes());
    format!("{}, {}", when::weekday_date(lang, slot.day()), when::span(lang, slot.start(), minutes))
}

/// Times to choose from; `until` says how long they are held: "Donnerstag, 26. November".
pub fn proposal(about: &About<'_>, slots: &[Slot], until: &str) -> Letter {
    let lang = about.lang;
    let times: Vec<String> = slots.iter().map(|&slot| slot_text(lang, slot)).collect();
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Wann passt es Ihnen? Anfrage {}", about.reference),
        Lang::En => format!("When would suit you? Request {}", about.reference),
    };
    let held = match lang {
        Lang::De | Lang::Ls => format!(
            "Kreuzen Sie alles an, was passt. Der früheste Termin, der allen passt, gilt. Wir halten \
             die Zeiten bis {until} frei."
        ),
        Lang::En => format!(
            "Tick everything that suits you. The earliest time that suits everybody is booked. We \
             keep the times free until {until}."
        ),
    };
    greeting(lang, &subject)
        .paragraph(lang.pick(
            "wir schlagen Ihnen diese Zeiten für ein Gespräch vor:",
            "We propose these times for a meeting:",
        ))
        .list(times.iter().map(String::as_str))
        .facts(who_and_where(about))
        .paragraph(&held)
        .link(lang.pick("Zeiten ankreuzen", "Tick the times"), about.link)
        .sign_off(about.site, lang)
}

/// A provider is asked whether it would meet a firm, which it does not know yet.
pub fn provider_asked(about: &About<'_>, slots: &[Slot], until: &str) -> Letter {
    let lang = about.lang;
    let times: Vec<String> = slots.iter().map(|&slot| slot_text(lang, slot)).collect();
    let subject = match lang {
        Lang::De | Lang::Ls => {
            format!("Ein Betrieb möchte Sie kennenlernen: Anfrage {}", about.reference)
        }
        Lang::En => format!("A firm would like to meet you: request {}", about.reference),
    };
    let held = match lang {
        Lang::De | Lang::Ls => format!("Wir halten die Zeiten bis {until} frei."),
        Lang::En => format!("We keep the times free until {until}."),
    };
    greeting(lang, &subject)
        .paragraph(lang.pick(
            "ein Betrieb möchte Sie kennenlernen. Es ist ein erstes Gespräch auf neutralem Boden, \
             kein Verkaufsgespräch. Was der Betrieb von sich zeigt, sehen Sie auf Ihrer Seite.",
            "A firm would like to meet you. It is a first conversation on neutral ground, not a \
             sales talk. Your page shows what the firm lets you see.",
        ))
        .list(times.iter().map(String::as_str))
        .facts(who_and_where(about))
        .paragraph(&held)
        .link(lang.pick("Zeiten ankreuzen", "Tick the times"), about.link)
        .sign_off(about.site, lang)
}

/// There is a time. The calendar entry comes with the mail.
pub fn booked(about: &About<'_>, slot: Slot) -> Letter {
    let lang = about.lang;
    let text = slot_text(lang, slot);
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Termin steht: {text}"),
        Lang::En => format!("Your meeting is booked: {text}"),
    };
    settled(
        about,
        &subject,
        lang.pick(
            "Ihr Termin steht. Der Kalendereintrag hängt an dieser Mail.",
            "Your meeting is booked. The calendar entry comes with this mail.",
        ),
        facts(about, vec![(lang.pick("Wann", "When"), text)]),
    )
}

/// The time has changed. The calendar entry moves with it.
pub fn moved(about: &About<'_>, from: Slot, to: Slot) -> Letter {
    let lang = about.lang;
    let text = slot_text(lang, to);
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Termin verschoben: {text}"),
        Lang::En => format!("Your meeting has moved: {text}"),
    };
    settled(
        about,
        &subject,
        lang.pick(
            "Ihr Termin ist verschoben. Der Kalendereintrag zieht mit um.",
            "Your meeting has moved. The calendar entry moves with it.",
        ),
        facts(
            about,
            vec![
                (lang.pick("Neu", "Now"), text),
                (lang.pick("Bisher", "Before"), slot_text(lang, from)),
            ],
        ),
    )
}

/// How a meeting was before somebody rearranged it; only what has changed.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// Where it was.
    pub place: Option<&'a str>,
    /// Who hosted it.
    pub host: Option<&'a str>,
}

/// Another place or host; the time stays. With a `slot` it is booked, and the calendar entry changes
/// with it; without one times are proposed.
pub fn rearranged(about: &About<'_>, slot: Option<Slot>, before: Before<'_>) -> Letter {
    let lang = about.lang;
    let subject = match (lang, slot.map(|slot| slot_text(lang, slot))) {
        (Lang::De | Lang::Ls, Some(text)) => format!("Termin geändert: {text}"),
        (Lang::En, Some(text)) => format!("Your meeting has changed: {text}"),
        (Lang::De | Lang::Ls, None) => {
            format!("Geändert: Terminvorschläge, Anfrage {}", about.reference)
        }
        (Lang::En, None) => format!("Changed: proposed times, request {}", about.reference),
    };
    let text = if slot.is_some() {
        lang.pick(
            "an Ihrem Termin hat sich etwas geändert. Die Zeit bleibt. Der Kalendereintrag ändert sich \
             von selbst.",
            "Something about your meeting has changed. The time stays. The calendar entry changes by \
             itself.",
        )
    } else {
        lang.pick(
            "an den vorgeschlagenen Terminen hat sich etwas geändert. Die Zeiten bleiben, und was Sie \
             angekreuzt haben, gilt weiter. Passt es so nicht mehr, ändern Sie Ihre Auswahl.",
            "Something about the proposed times has changed. The times stay, and so does what you have \
             ticked. If it no longer suits you, change your choice.",
        )
    };
    let when = slot.map(|slot| (lang.pick("Wann", "When"), slot_text(lang, slot)));
    let place = before.place.map(|place| (lang.pick("Bisher", "Before"), place.to_owned()));
    let host =
        before.host.map(|host| (lang.pick("Gastgeber bisher", "Host before"), host.to_owned()));
    let facts = when.into_iter().chain(who_and_where(about)).chain(place).chain(host).collect();
    settled(about, &subject, text, facts)
}

/// Somebody else hosts the meeting from now on: this goes to the one who did.
pub fn handed_over(about: &About<'_>, slot: Slot, host: &str) -> Letter {
    let text = slot_text(about.lang, slot);
    let lead = format!(
        "diesen Termin begleitet jetzt {host}. Ihr Kalendereintrag verschwindet von selbst."
    );
    let facts = facts(about, vec![(about.lang.pick("Wann", "When"), text.clone())]);
    settled(about, &format!("Termin abgegeben: {text}"), &lead, facts)
}

/// The meeting is tomorrow. `way` says how to get there, where that is known.
pub fn reminder(about: &About<'_>, slot: Slot, way: Option<&str>) -> Letter {
    let lang = about.lang;
    let text = slot_text(lang, slot);
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Erinnerung: {text}"),
        Lang::En => format!("Reminder: {text}"),
    };
    let call_off = match lang {
        Lang::De | Lang::Ls => format!(
            "Sie können nicht kommen? Sagen Sie bitte ab: über den Link, oder rufen Sie an, {}. Dann \
             wird die Zeit für andere frei.",
            about.site.phone
        ),
        Lang::En => format!(
            "You cannot come? Please call it off: use the link, or call {}. Then somebody else can \
             have the time.",
            about.site.phone
        ),
    };
    let way = way.map(|way| (lang.pick("Weg", "How to get there"), way.to_owned()));
    let facts = facts(about, vec![(lang.pick("Wann", "When"), text)]);
    greeting(lang, &subject)
        .paragraph(
            lang.pick("das ist Ihr nächster Termin bei uns:", "This is your next meeting with us:"),
        )
        .facts(facts.into_iter().chain(way))
        .paragraph(&call_off)
        .link(lang.pick("Termin ansehen oder absagen", "See or call off the meeting"), about.link)
        .sign_off(about.site, lang)
}

/// The meeting will not take place. The calendar entry goes.
pub fn cancelled(about: &About<'_>, slot: Slot) -> Letter {
    let lang = about.lang;
    let text = slot_text(lang, slot);
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Termin abgesagt: {text}"),
        Lang::En => format!("Your meeting is cancelled: {text}"),
    };
    settled(
        about,
        &subject,
        lang.pick(
            "dieser Termin findet nicht statt. Der Kalendereintrag verschwindet von selbst.",
            "This meeting will not take place. The calendar entry disappears by itself.",
        ),
        facts(about, vec![(lang.pick("Abgesagt", "Cancelled"), text)]),
    )
}

/// The proposed times are withdrawn; nothing was booked yet, so there is nothing in a calendar.
pub fn withdrawn(about: &About<'_>) -> Letter {
    let lang = about.lang;
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Kein Treffen: Anfrage {}", about.reference),
        Lang::En => format!("No meeting: request {}", about.reference),
    };
    greeting(lang, &subject)
        .paragraph(lang.pick(
            "das vorgeschlagene Treffen findet nicht statt. Sie brauchen nichts mehr anzukreuzen.",
            "The proposed meeting will not take place. There is nothing left to tick.",
        ))
        .facts(who_and_where(about))
        .link(lang.pick("Stand ansehen", "See how things stand"), about.link)
        .sign_off(about.site, lang)
}

fn greeting(lang: Lang, subject: &str) -> Draft {
    Draft::new(lang, subject).paragraph(lang.pick("Guten Tag,", "Hello,"))
}

fn settled(about: &About<'_>, subject: &str, text: &str, facts: Vec<Fact>) -> Letter {
    let lang = about.lang;
    greeting(lang, subject)
        .paragraph(text)
        .facts(facts)
        .link(lang.pick("Termin ansehen oder ändern", "See or change the meeting"), about.link)
        .sign_off(about.site, lang)
}

/// When, and then who and where.
fn facts(about: &About<'_>, when: Vec<Fact>) -> Vec<Fact> {
    when.into_iter().chain(who_and_where(about)).collect()
}

fn who_and_where(about: &About<'_>) -> Vec<Fact> {
    let lang = about.lang;
    vec![
        (lang.pick("Mit", "With"), about.with.to_owned()),
        (lang.pick("Wo", "Where"), about.place.to_owned()),
        (lang.pick("Anfrage", "Request"), about.reference.to_string()),
    ]
}
