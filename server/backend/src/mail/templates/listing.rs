//! Mails to a provider that asked for a place on the wall.

use crate::mail::Letter;
use crate::mail::letter::Draft;
use domain::Lang;
use domain::content::Site;
use domain::request::Reference;

/// All criteria are met.
pub fn accepted(site: &Site, lang: Lang, reference: Reference, link: &str) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Ihr Platz an der Wand: {reference}"),
        Lang::En => format!("Your place on the wall: {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "Ihr Betrieb erfüllt alle Bedingungen. Wir melden uns in den nächsten Tagen, um den \
             Besuch zu vereinbaren. Danach schreiben wir Ihr Porträt, und Sie lesen es, bevor es \
             hängt.",
            "Your firm meets all criteria. We will get in touch in the coming days to arrange the \
             visit. After that we write your portrait, and you read it before it goes up.",
        ))
        .link(lang.pick("Anfrage ansehen", "See the request"), link)
        .sign_off(site, lang)
}

/// `criterion` is not met; `reason` says why, in the words of staff.
pub fn refused(
    site: &Site,
    lang: Lang,
    reference: Reference,
    criterion: &str,
    reason: &str,
    link: &str,
) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Ihre Anfrage um einen Platz an der Wand: {reference}"),
        Lang::En => format!("Your request for a place on the wall: {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "an der Wand hängt, wer alle veröffentlichten Bedingungen erfüllt. Diese erfüllt Ihr \
             Betrieb nach unserer Prüfung nicht:",
            "The wall shows whoever meets all published criteria. We have checked, and your firm \
             does not meet this one:",
        ))
        .list([criterion])
        .paragraph(reason)
        .paragraph(lang.pick(
            "Wenn sich das ändert oder wir etwas falsch verstanden haben, schreiben Sie uns bitte. \
             Sie können jederzeit wieder anfragen.",
            "If that changes, or if we have misunderstood something, please write to us. You can \
             ask again at any time.",
        ))
        .link(lang.pick("Anfrage ansehen", "See the request"), link)
        .sign_off(site, lang)
}
