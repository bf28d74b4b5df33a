//! Stories.

use super::entry::{Head, Image, Texts, html, image, texts};
use crate::context::Context;
use domain::Slug;
use domain::content::{Story, StoryText};
use jiff::civil::Date;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct StoryData {
    #[serde(flatten)]
    head: Head,
    firm: String,
    district: String,
    sector: String,
    size: &'static str,
    employees: u32,
    goals: Vec<String>,
    published: Date,
    verdict: &'static str,
    cost: Cost,
    gain: Gain,
    says: Says,
    smaller: Smaller,
    providers: Vec<Slug>,
    funding: Vec<Slug>,
    picture: Image,
    title: Texts,
    teaser: Texts,
    lead: Texts,
    body_html: Texts,
}

#[derive(Serialize)]
struct Cost {
    once_euros: u32,
    once_band: &'static str,
    monthly_euros: u32,
    monthly_band: &'static str,
    own_time: &'static str,
    own_time_note: Texts,
    until_it_worked: Texts,
}

#[derive(Serialize)]
struct Gain {
    figure: Texts,
    sentence: Texts,
}

#[derive(Serialize)]
struct Says {
    who: &'static str,
    note: Texts,
}

#[derive(Serialize)]
struct Smaller {
    not_bought: Texts,
    went_wrong: Texts,
    first_step: Texts,
}

/// A story with its work card.
pub(super) fn data(cx: &Context, story: &Story) -> StoryData {
    let t = |text: fn(&StoryText) -> &String| texts(&story.text, |w| text(w).clone());
    StoryData {
        head: Head::new(cx, "geschichten", &story.meta),
        firm: story.firm.clone(),
        district: story.district.clone(),
        sector: story.sector.clone(),
        size: story.size.code(),
        employees: story.employees,
        goals: story.goals.clone(),
        published: story.published,
        verdict: story.verdict.code(),
        cost: Cost {
            once_euros: story.cost.once,
            once_band: story.cost.once_band().code(),
            monthly_euros: story.cost.monthly,
            monthly_band: story.cost.monthly_band().code(),
            own_time: story.cost.own_time.code(),
            own_time_note: t(|w| &w.own_time_note),
            until_it_worked: t(|w| &w.until_it_worked),
        },
        gain: Gain { figure: t(|w| &w.gain.figure), sentence: t(|w| &w.gain.sentence) },
        says: Says { who: story.says.code(), note: t(|w| &w.says_note) },
        smaller: Smaller {
            not_bought: t(|w| &w.smaller.not_bought),
            went_wrong: t(|w| &w.smaller.went_wrong),
            first_step: t(|w| &w.smaller.first_step),
        },
        providers: story.providers.clone(),
        funding: story.funding.clone(),
        picture: image(cx, &story.picture, &story.text, |w| &w.alt),
        title: t(|w| &w.title),
        teaser: t(|w| &w.teaser),
        lead: t(|w| &w.lead),
        body_html: html(&story.text, |w| &w.body),
    }
}
