//! Linked data inside pages (JSON-LD 1.1 in the words of schema.org), so that search engines know
//! what a page is about. It says nothing the page does not say.

use crate::context::Context;
use crate::text::common;
use domain::content::{Funding, FundingKind, Provider, Site, Story};
use domain::{Lang, Place, when};
use serde_json::{Value, json};

/// How wide a picture is for search engines, at best.
const WIDTH: u32 = 1280;

/// The Werkbank itself, for the home page.
pub fn website(cx: &Context, site: &Site) -> Value {
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebSite",
                "name": cx.t(common::PRODUCT),
                "url": cx.public(&cx.href("/")),
                "inLanguage": cx.lang().tag(),
                "publisher": { "@id": identity(cx) },
            },
            office(cx, site),
        ],
    })
}

/// The room with address and hours, for the page about visiting it.
pub fn room(cx: &Context, site: &Site) -> Value {
    let mut value = office(cx, site);
    value["@context"] = json!("https://schema.org");
    value
}

/// The same thing on every page that speaks of it.
fn identity(cx: &Context) -> String {
    cx.public("/besuch#werkbank")
}

fn office(cx: &Context, site: &Site) -> Value {
    let room = &site.room;
    let hours: Vec<Value> = site
        .hours
        .iter()
        .map(|hours| {
            json!({
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": when::weekday(Lang::En, usize::from(hours.day.number() - 1)),
                "opens": when::clock(hours.from),
                "closes": when::clock(hours.to),
            })
        })
        .collect();
    // Closed all day, as schema.org has it: opens and closes at the same time.
    let closed: Vec<Value> = site
        .closures
        .iter()
        .filter(|closure| closure.to >= cx.today)
        .map(|closure| {
            json!({
                "@type": "OpeningHoursSpecification",
                "opens": "00:00",
                "closes": "00:00",
                "validFrom": closure.from,
                "validThrough": closure.to,
            })
        })
        .collect();
    let mut value = json!({
        "@type": "GovernmentOffice",
        "@id": identity(cx),
        "name": site.text.text(cx.lang()).title,
        "url": cx.public(&cx.href("/besuch")),
        "telephone": site.phone,
        "email": site.email,
        "isAccessibleForFree": true,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": room.street,
            "postalCode": room.postcode,
            "addressLocality": room.city,
            "addressCountry": "DE",
        },
        "openingHoursSpecification": hours,
        "specialOpeningHoursSpecification": closed,
        "parentOrganization": { "@type": "GovernmentOrganization", "name": site.operator.name },
    });
    if let Some((latitude, longitude)) = room.position {
        value["geo"] =
            json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude });
    }
    value
}

/// A story as an article of the operator.
pub fn story(cx: &Context, site: &Site, story: &Story) -> Value {
    let (words, real) = story.text.get(cx.lang());
    let path = format!("/geschichten/{}", story.meta.id);
    let operator = json!({
        "@type": "GovernmentOrganization",
        "name": site.operator.name,
        "url": cx.public(&Place::web(Lang::De).href("/ueber-uns")),
    });
    json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": words.title,
        "description": words.teaser,
        "inLanguage": real.tag(),
        "datePublished": story.published,
        "dateModified": story.meta.checked_on.unwrap_or(story.published).max(story.published),
        "url": cx.public(&cx.href(&path)),
        "mainEntityOfPage": cx.public(&cx.href(&path)),
        "image": cx.public(&story.picture.one(WIDTH).0),
        "author": operator,
        "publisher": operator,
        "isAccessibleForFree": true,
        // Whoever takes the text without the page must still see that it is invented.
        "genre": story.meta.example.then(|| cx.t(common::EXAMPLE_STORY)),
        "keywords": story.goals.iter().map(|goal| site.goal(goal, cx.lang())).collect::<Vec<_>>(),
        "mentions": story
            .providers
            .iter()
            .filter_map(|id| cx.content.providers.get(id))
            .filter(|provider| provider.is_listed(cx.today))
            .map(|provider| json!({ "@type": "Organization", "name": provider.text.text(cx.lang()).title }))
            .collect::<Vec<_>>(),
    })
}

/// A provider as an organisation. Invented ones stay unknown to search engines.
pub fn provider(cx: &Context, site: &Site, provider: &Provider) -> Option<Value> {
    let words = provider.text.text(cx.lang());
    (!provider.meta.example).then(|| {
        json!({
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": words.title,
            "description": words.summary,
            "url": provider.website,
            "mainEntityOfPage": cx.public(&cx.href(&format!("/anbieter/{}", provider.meta.id))),
            "image": cx.public(&provider.picture.one(WIDTH).0),
            "knowsAbout": words.skills,
            "knowsLanguage": provider.languages,
            "areaServed": site.district(&provider.district, cx.lang()),
            "employee": { "@type": "Person", "name": provider.person, "jobTitle": words.role },
        })
    })
}

/// A funding programme. Invented ones stay unknown to search engines.
pub fn funding(cx: &Context, funding: &Funding) -> Option<Value> {
    let words = funding.text.text(cx.lang());
    (!funding.meta.example).then(|| {
        json!({
            "@context": "https://schema.org",
            "@type": match funding.kind {
                FundingKind::Grant => "MonetaryGrant",
                FundingKind::Loan => "LoanOrCredit",
                FundingKind::Advice => "GovernmentService",
            },
            "name": words.title,
            "description": words.teaser,
            "url": cx.public(&cx.href(&format!("/foerderung/{}", funding.meta.id))),
            "funder": { "@type": "Organization", "name": words.body_name },
        })
    })
}

/// The value as the content of a script element: nothing in it can end the element.
pub fn script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
