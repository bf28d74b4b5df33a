//! The room, and the words entries are filed under.

use super::entry::{Texts, texts};
use crate::context::Context;
use domain::content::{Adviser, Site, Term};
use domain::when::clock;
use domain::{Lang, Slug};
use jiff::civil::Date;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct SiteData {
    id: Slug,
    url: String,
    title: Texts,
    address: Address,
    phone: String,
    email: String,
    contact: Option<Contact>,
    pilot_until: Option<Date>,
    opening_hours: Vec<Opening>,
    closures: Vec<Closed>,
    goals: Vec<Named>,
    sectors: Vec<Named>,
    districts: Vec<Named>,
}

#[derive(Serialize)]
struct Address {
    street: String,
    postcode: String,
    city: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

#[derive(Serialize)]
struct Contact {
    name: String,
    phone: String,
    email: String,
}

#[derive(Serialize)]
struct Opening {
    /// ISO 8601: Monday is 1.
    weekday: u8,
    /// Local time in Europe/Berlin, `HH:MM`.
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Closed {
    from: Date,
    to: Date,
    reason: String,
}

#[derive(Serialize)]
struct Named {
    id: String,
    label: Texts,
}

fn named(terms: &[Term]) -> Vec<Named> {
    terms
        .iter()
        .map(|term| Named {
            id: term.id.clone(),
            label: [Lang::De, Lang::En]
                .into_iter()
                .map(|lang| (lang.tag(), term.label(lang).to_owned()))
                .collect(),
        })
        .collect()
}

/// The site.
pub(super) fn data(cx: &Context, site: &Site) -> SiteData {
    let contact = cx.content.advisers.get(&site.contact).map(|adviser: &Adviser| Contact {
        name: adviser.text.de.title.clone(),
        phone: adviser.phone.clone(),
        email: adviser.email.clone(),
    });
    SiteData {
        id: site.meta.id.clone(),
        url: cx.public("/besuch"),
        title: texts(&site.text, |w| w.title.clone()),
        address: Address {
            street: site.room.street.clone(),
            postcode: site.room.postcode.clone(),
            city: site.room.city.clone(),
            latitude: site.room.position.map(|(latitude, _)| latitude),
            longitude: site.room.position.map(|(_, longitude)| longitude),
        },
        phone: site.phone.clone(),
        email: site.email.clone(),
        contact,
        pilot_until: site.pilot_until,
        opening_hours: site
            .hours
            .iter()
            .map(|hours| Opening {
                weekday: hours.day.number(),
                from: clock(hours.from),
                to: clock(hours.to),
            })
            .collect(),
        closures: site
            .closures
            .iter()
            .filter(|closure| closure.to >= cx.today)
            .map(|closure| Closed {
                from: closure.from,
                to: closure.to,
                reason: closure.reason.clone(),
            })
            .collect(),
        goals: named(&site.goals),
        sectors: named(&site.sectors),
        districts: named(&site.districts),
    }
}
