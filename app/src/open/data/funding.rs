//! Funding, trends and signposts.

use super::entry::{Head, Texts, html, texts};
use crate::context::Context;
use domain::Slug;
use domain::content::{Funding, FundingText, Signpost, Trend};
use jiff::civil::Date;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct FundingData {
    #[serde(flatten)]
    head: Head,
    kind: &'static str,
    share_percent: Option<u8>,
    valid_from: Date,
    valid_until: Date,
    goals: Vec<String>,
    sectors: Vec<String>,
    sizes: Vec<&'static str>,
    /// Nothing may begin before the approval.
    apply_first: bool,
    link: Option<String>,
    title: Texts,
    teaser: Texts,
    funder: Texts,
    amount: Texts,
    body_html: Texts,
}

pub(super) fn programme(cx: &Context, funding: &Funding) -> FundingData {
    let t = |text: fn(&FundingText) -> &String| texts(&funding.text, |w| text(w).clone());
    FundingData {
        head: Head::new(cx, "foerderung", &funding.meta),
        kind: funding.kind.code(),
        share_percent: funding.share,
        valid_from: funding.valid_from,
        valid_until: funding.valid_until,
        goals: funding.goals.clone(),
        sectors: funding.sectors.clone(),
        sizes: funding.sizes.iter().map(|size| size.code()).collect(),
        apply_first: funding.apply_first,
        link: funding.link.clone(),
        title: t(|w| &w.title),
        teaser: t(|w| &w.teaser),
        funder: t(|w| &w.body_name),
        amount: t(|w| &w.amount),
        body_html: html(&funding.text, |w| &w.body),
    }
}

#[derive(Serialize)]
pub(super) struct TrendData {
    #[serde(flatten)]
    head: Head,
    sectors: Vec<String>,
    goals: Vec<String>,
    providers: Vec<Slug>,
    stories: Vec<Slug>,
    title: Texts,
    teaser: Texts,
    body_html: Texts,
}

pub(super) fn trend(cx: &Context, trend: &Trend) -> TrendData {
    TrendData {
        head: Head::new(cx, "trends", &trend.meta),
        sectors: trend.sectors.clone(),
        goals: trend.goals.clone(),
        providers: trend.providers.clone(),
        stories: trend.stories.clone(),
        title: texts(&trend.text, |w| w.title.clone()),
        teaser: texts(&trend.text, |w| w.teaser.clone()),
        body_html: html(&trend.text, |w| &w.body),
    }
}

#[derive(Serialize)]
pub(super) struct SignpostData {
    id: Slug,
    link: String,
    checked_on: Option<Date>,
    title: Texts,
    teaser: Texts,
    for_whom: Texts,
}

pub(super) fn signpost(_: &Context, signpost: &Signpost) -> SignpostData {
    SignpostData {
        id: signpost.meta.id.clone(),
        link: signpost.link.clone(),
        checked_on: signpost.meta.checked_on,
        title: texts(&signpost.text, |w| w.title.clone()),
        teaser: texts(&signpost.text, |w| w.teaser.clone()),
        for_whom: texts(&signpost.text, |w| w.for_whom.clone()),
    }
}
