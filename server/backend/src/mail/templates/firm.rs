//! Mails to the firm about its request.

use crate::mail::Letter;
use crate::mail::letter::Draft;
use domain::content::Site;
use domain::request::Reference;
use domain::{Lang, when};
use jiff::civil::Date;

/// Somebody sent a request with this address: please confirm.
pub fn please_confirm(site: &Site, lang: Lang, reference: Reference, link: &str) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Bitte bestätigen: Ihre Anfrage {reference}"),
        Lang::En => format!("Please confirm: your request {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "mit dieser E-Mail-Adresse ist bei uns eine Anfrage angekommen. Wenn sie von Ihnen ist, \
             bestätigen Sie sie bitte. Dann wissen wir, dass wir Sie so erreichen.",
            "We have received a request with this e-mail address. If it is yours, please confirm \
             it. Then we know that we can reach you this way.",
        ))
        .link(lang.pick("Anfrage ansehen und bestätigen", "See and confirm the request"), link)
        .paragraph(lang.pick(
            "Auf derselben Seite sehen Sie jederzeit, wie es steht. Dort können Sie die Anfrage \
             auch zurückziehen. Geben Sie den Link bitte nicht weiter.",
            "The same page always tells you how things stand. You can also withdraw the request \
             there. Please do not pass the link on.",
        ))
        .facts([(lang.pick("Nummer der Anfrage", "Number of the request"), reference.to_string())])
        .paragraph(lang.pick(
            "Die Anfrage ist nicht von Ihnen? Dann brauchen Sie nichts zu tun. Was niemand \
             bestätigt, löschen wir nach 14 Tagen.",
            "The request is not yours? Then there is nothing to do. What nobody confirms is \
             deleted after 14 days.",
        ))
        .sign_off(site, lang)
}

/// Staff entered a request on the firm's behalf.
pub fn entered_by_staff(site: &Site, lang: Lang, reference: Reference, link: &str) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Ihre Anfrage {reference}"),
        Lang::En => format!("Your request {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "wie besprochen haben wir Ihre Anfrage aufgeschrieben. Auf dieser Seite sehen Sie \
             jederzeit, wie es steht, und können sie zurückziehen:",
            "As discussed, we have written down your request. This page always tells you how \
             things stand, and you can withdraw the request there:",
        ))
        .link(lang.pick("Anfrage ansehen", "See the request"), link)
        .facts([(lang.pick("Nummer der Anfrage", "Number of the request"), reference.to_string())])
        .sign_off(site, lang)
}

/// Two days without confirmation. `day` is the day of deletion.
pub fn reminder(site: &Site, lang: Lang, reference: Reference, day: Date, link: &str) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Noch nicht bestätigt: Ihre Anfrage {reference}"),
        Lang::En => format!("Not confirmed yet: your request {reference}"),
    };
    let until = match lang {
        Lang::De | Lang::Ls => {
            format!("Ohne Bestätigung löschen wir sie am {}.", when::date(lang, day))
        }
        Lang::En => {
            format!("Without confirmation we will delete it on {}.", when::date(lang, day))
        }
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "vor zwei Tagen ist mit dieser E-Mail-Adresse eine Anfrage bei uns angekommen. Sie ist \
             noch nicht bestätigt.",
            "Two days ago we received a request with this e-mail address. It has not been \
             confirmed yet.",
        ))
        .link(lang.pick("Anfrage ansehen und bestätigen", "See and confirm the request"), link)
        .paragraph(&until)
        .sign_off(site, lang)
}

/// Staff proposes providers; `names` are the firms.
pub fn providers_proposed(
    site: &Site,
    lang: Lang,
    reference: Reference,
    names: &[&str],
    link: &str,
) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Diese Betriebe könnten passen: Ihre Anfrage {reference}"),
        Lang::En => format!("These firms might fit: your request {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "für Ihr Vorhaben könnten diese Betriebe passen:",
            "These firms might fit what you have in mind:",
        ))
        .list(names.iter().copied())
        .paragraph(lang.pick(
            "Keiner von ihnen kennt Ihren Namen. Auf Ihrer Seite lesen Sie, warum wir sie \
             vorschlagen, und bestimmen, wer was von Ihnen sehen darf.",
            "None of them knows your name. Your page tells you why we propose them, and you \
             decide there who may see what about you.",
        ))
        .link(lang.pick("Vorschläge ansehen", "See the proposals"), link)
        .sign_off(site, lang)
}

/// Somebody named this address for mails about a request: is it theirs?
pub fn confirm_address(site: &Site, lang: Lang, reference: Reference, link: &str) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Ihre neue E-Mail-Adresse: Anfrage {reference}"),
        Lang::En => format!("Your new e-mail address: request {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "für eine Anfrage bei uns ist diese E-Mail-Adresse als neue angegeben. Wenn sie Ihnen \
             gehört, bestätigen Sie sie bitte. Ab dann schreiben wir nur noch hierher.",
            "This e-mail address was given as the new one for a request. If it is yours, please \
             confirm it. From then on we will write only to this address.",
        ))
        .link(lang.pick("Adresse bestätigen", "Confirm the address"), link)
        .facts([(lang.pick("Nummer der Anfrage", "Number of the request"), reference.to_string())])
        .paragraph(lang.pick(
            "Der Link gilt sieben Tage. Sie haben keine Anfrage gestellt? Dann brauchen Sie nichts \
             zu tun, und wir schreiben nicht noch einmal.",
            "The link works for seven days. You made no request? Then there is nothing to do, and \
             we will not write again.",
        ))
        .sign_off(site, lang)
}

/// The address counts now. The link takes the place of all earlier ones.
pub fn address_changed(site: &Site, lang: Lang, reference: Reference, link: &str) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Adresse geändert: Ihre Anfrage {reference}"),
        Lang::En => format!("Address changed: your request {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "ab jetzt schreiben wir Ihnen an diese Adresse. Die Links in unseren früheren Mails \
             gelten nicht mehr. Zu Ihrer Seite kommen Sie von nun an so:",
            "From now on we write to you at this address. The links in our earlier mails no longer \
             work. This is the way to your page from now on:",
        ))
        .link(lang.pick("Anfrage ansehen", "See the request"), link)
        .sign_off(site, lang)
}

/// Says at the former address that nothing more comes there. No link: who reads it may be anybody.
pub fn address_left(site: &Site, lang: Lang, reference: Reference) -> Letter {
    let subject = match lang {
        Lang::De | Lang::Ls => format!("Ihre Adresse gilt nicht mehr: Anfrage {reference}"),
        Lang::En => format!("Your address no longer counts: request {reference}"),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(lang.pick(
            "bei dieser Anfrage ist die E-Mail-Adresse geändert oder gestrichen worden. An diese \
             Adresse schreiben wir deshalb nicht mehr.",
            "The e-mail address of this request has been changed or removed. We will therefore no \
             longer write to this one.",
        ))
        .paragraph(lang.pick(
            "Das waren nicht Sie? Dann rufen Sie uns bitte gleich an.",
            "That was not you? Then please call us at once.",
        ))
        .sign_off(site, lang)
}

/// The firm took the request back. `day` is the day of deletion.
pub fn withdrawn(site: &Site, lang: Lang, reference: Reference, day: Date) -> Letter {
    let (subject, text) = match lang {
        Lang::De | Lang::Ls => (
            format!("Zurückgezogen: Ihre Anfrage {reference}"),
            format!(
                "Ihre Anfrage ist zurückgezogen. Kein Anbieter sieht mehr etwas davon. Am {} \
                 löschen wir Ihre Angaben.",
                when::date(lang, day)
            ),
        ),
        Lang::En => (
            format!("Withdrawn: your request {reference}"),
            format!(
                "Your request has been withdrawn. No provider can see any of it any more. We will \
                 delete your details on {}.",
                when::date(lang, day)
            ),
        ),
    };
    Draft::new(lang, &subject)
        .paragraph(lang.pick("Guten Tag,", "Hello,"))
        .paragraph(&text)
        .sign_off(site, lang)
}
