//! Providers.

use super::entry::{Head, Image, Texts, html, image, texts};
use crate::context::Context;
use domain::Lang;
use domain::content::{Provider, ProviderText};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A provider as on its page: how to write to it is staff's business.
#[derive(Serialize)]
pub(super) struct ProviderData {
    #[serde(flatten)]
    head: Head,
    name: Texts,
    person: String,
    people: u32,
    website: Option<String>,
    district: String,
    goals: Vec<String>,
    sectors: Vec<String>,
    sizes: Vec<&'static str>,
    project_euros: Range,
    day_rate_euros: Option<u32>,
    languages: Vec<String>,
    visited_on: Date,
    confirmed_on: Date,
    project_partner: bool,
    /// Key of today's order: the list is sorted by it, and anybody can compute it.
    order_key: String,
    picture: Image,
    tagline: Texts,
    summary: Texts,
    skills: BTreeMap<&'static str, Vec<String>>,
    not_doing: BTreeMap<&'static str, Vec<String>>,
    body_html: Texts,
}

#[derive(Serialize)]
struct Range {
    from: u32,
    to: u32,
}

/// A portrait.
pub(super) fn data(cx: &Context, provider: &Provider) -> ProviderData {
    let t = |text: fn(&ProviderText) -> &String| texts(&provider.text, |w| text(w).clone());
    let list = |of: fn(&ProviderText) -> &Vec<String>| {
        Lang::ALL
            .into_iter()
            .filter_map(|lang| {
                let (words, real) = provider.text.get(lang);
                (real == lang).then(|| (lang.tag(), of(words).clone()))
            })
            .collect()
    };
    ProviderData {
        head: Head::new(cx, "anbieter", &provider.meta),
        name: t(|w| &w.title),
        person: provider.person.clone(),
        people: provider.people,
        website: provider.website.clone(),
        district: provider.district.clone(),
        goals: provider.goals.clone(),
        sectors: provider.sectors.clone(),
        sizes: provider.sizes.iter().map(|size| size.code()).collect(),
        project_euros: Range { from: provider.project.0, to: provider.project.1 },
        day_rate_euros: provider.day_rate,
        languages: provider.languages.clone(),
        visited_on: provider.visited_on,
        confirmed_on: provider.confirmed_on,
        project_partner: provider.partner,
        order_key: domain::order::key(cx.today, provider.meta.id.as_str()),
        picture: image(cx, &provider.picture, &provider.text, |w| &w.alt),
        tagline: t(|w| &w.tagline),
        summary: t(|w| &w.summary),
        skills: list(|w| &w.skills),
        not_doing: list(|w| &w.not_doing),
        body_html: html(&provider.text, |w| &w.body),
    }
}
