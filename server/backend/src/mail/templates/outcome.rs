//! Mails that ask what became of a meeting: one question, and a link for each answer. The link only
//! marks the answer on the page; a button there sends it, so that a scanner that follows links answers
//! nothing.

use super::meeting::About;
use crate::mail::Letter;
use crate::mail::letter::Draft;
use domain::meeting::Slot;
use domain::outcome::{Answer, Stage};
use domain::{Lang, when};

/// To the firm. `meeting` is the id by which its page knows which meeting is meant.
pub fn asked(about: &About<'_>, slot: Slot, stage: Stage, meeting: &str) -> Letter {
    let lang = about.lang;
    let reference = about.reference;
    let subject = match (lang, stage) {
        (Lang::En, Stage::After) => format!("How was the meeting? Request {reference}"),
        (Lang::En, _) => format!("What became of it? Request {reference}"),
        (_, Stage::After) => format!("Wie war das Treffen? Anfrage {reference}"),
        (_, _) => format!("Was ist daraus geworden? Anfrage {reference}"),
    };
    let end = lang.pick(
        "Sie möchten nicht mehr gefragt werden? Auf derselben Seite schalten Sie die Fragen ab.",
        "You would rather not be asked again? You can switch the questions off on the same page.",
    );
    let question = lang.pick(
        "Hat es sich gelohnt? Ein Klick genügt; auf der Seite drücken Sie nur noch „Absenden“. Auch \
         ein Nein hilft uns.",
        "Was it worth it? One click is enough; on the page you only press “Send”. A no helps us, too.",
    );
    let draft = begin(about, &subject, slot).paragraph(question);
    let link = format!("{}?treffen={meeting}&", about.link);
    answers(draft, &link, |answer| answer.by_firm(lang)).paragraph(end).sign_off(about.site, lang)
}

/// To the provider.
pub fn provider_asked(about: &About<'_>, slot: Slot) -> Letter {
    let lang = about.lang;
    let subject = match lang {
        Lang::En => format!("How was the meeting? Request {}", about.reference),
        Lang::De | Lang::Ls => format!("Wie war das Treffen? Anfrage {}", about.reference),
    };
    let question = lang.pick(
        "Was ist daraus geworden? Ein Klick genügt; auf der Seite drücken Sie nur noch „Absenden“. \
         Der Betrieb erfährt Ihre Antwort nicht.",
        "What became of it? One click is enough; on the page you only press “Send”. The firm does not \
         learn your answer.",
    );
    let draft = begin(about, &subject, slot).paragraph(question);
    let link = format!("{}?", about.link);
    answers(draft, &link, |answer| answer.by_provider(lang)).sign_off(about.site, lang)
}

fn begin(about: &About<'_>, subject: &str, slot: Slot) -> Draft {
    let lang = about.lang;
    let day = when::date(lang, slot.day());
    let met = match lang {
        Lang::De | Lang::Ls => format!("am {day} war Ihr Treffen: {}.", about.with),
        Lang::En => format!("On {day} you had a meeting: {}.", about.with),
    };
    Draft::new(lang, subject).paragraph(lang.pick("Guten Tag,", "Hello,")).paragraph(&met)
}

fn answers(draft: Draft, link: &str, label: impl Fn(Answer) -> &'static str) -> Draft {
    Answer::ALL.iter().fold(draft, |draft, &answer| {
        draft.link(label(answer), &format!("{link}antwort={}", answer.code()))
    })
}
