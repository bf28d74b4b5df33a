//! `/api/v1/…`: what the exhibition shows, as JSON, for everybody and without a key. Read only.
//! [`openapi`](super::openapi) describes it; a change that breaks a reader is a new version.

mod entry;
mod funding;
mod provider;
mod site;
mod story;

use crate::context::{Context, Cx, Outcome, PageError};
use domain::content::{Content, Trend};
use serde::Serialize;

/// Entries on one page of a list.
const PAGE: usize = 50;

/// A part of a list.
#[derive(Serialize)]
struct List<T> {
    total: usize,
    page: usize,
    pages: usize,
    items: Vec<T>,
}

/// The page of `entries` that the query asks for; the first one exists even if it is empty.
fn list<E, T: Serialize>(cx: &Context, entries: &[E], data: impl Fn(&Context, &E) -> T) -> Outcome {
    let pages = entries.len().div_ceil(PAGE).max(1);
    let page = match cx.query.get("page") {
        "" => 1,
        text => text
            .parse()
            .ok()
            .filter(|page| (1..=pages).contains(page))
            .ok_or(PageError::NotFound)?,
    };
    let items = entries.iter().skip((page - 1) * PAGE).take(PAGE);
    let items = items.map(|entry| data(cx, entry)).collect();
    super::json(&List { total: entries.len(), page, pages, items })
}

/// The entry that the address names.
fn one<E, T: Serialize>(
    cx: &Context,
    entry: impl Fn(&Content) -> Option<&E>,
    data: impl Fn(&Context, &E) -> T,
) -> Outcome {
    super::json(&data(cx, entry(&cx.content).ok_or(PageError::NotFound)?))
}

/// Stories in today's neutral order.
pub async fn stories(cx: Cx) -> Outcome {
    list(&cx, &cx.content.stories_of(cx.today), |cx, entry| story::data(cx, entry))
}

/// A story.
pub async fn story_by_id(cx: Cx) -> Outcome {
    let id = cx.param(0);
    one(&cx, |content| content.story(id, cx.today), story::data)
}

/// Providers in today's neutral order.
pub async fn providers(cx: Cx) -> Outcome {
    list(&cx, &cx.content.wall(cx.today), |cx, entry| provider::data(cx, entry))
}

/// A provider.
pub async fn provider_by_id(cx: Cx) -> Outcome {
    let id = cx.param(0);
    one(&cx, |content| content.providers.get(id).filter(|p| p.is_listed(cx.today)), provider::data)
}

/// Funding that can be applied for today, in neutral order.
pub async fn programmes(cx: Cx) -> Outcome {
    list(&cx, &cx.content.open_funding(cx.today), |cx, entry| funding::programme(cx, entry))
}

/// A programme.
pub async fn programme_by_id(cx: Cx) -> Outcome {
    let id = cx.param(0);
    one(&cx, |content| content.funding.get(id).filter(|f| f.is_open(cx.today)), funding::programme)
}

/// Trends by id.
pub async fn trends(cx: Cx) -> Outcome {
    let trends: Vec<&Trend> = cx.content.trends.values().collect();
    list(&cx, &trends, |cx, entry| funding::trend(cx, entry))
}

/// A trend.
pub async fn trend_by_id(cx: Cx) -> Outcome {
    let id = cx.param(0);
    one(&cx, |content| content.trends.get(id), funding::trend)
}

/// Signposts in their own order.
pub async fn signposts(cx: Cx) -> Outcome {
    list(&cx, &cx.content.signposts(), |cx, entry| funding::signpost(cx, entry))
}

/// The room: where, when, whom to call, and the words that entries are filed under.
pub async fn site(cx: Cx) -> Outcome {
    super::json(&site::data(&cx, cx.site()?))
}
