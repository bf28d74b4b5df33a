//! `/geschichten`: all stories, narrowed down by goal, sector, size and cost.

use crate::context::{Context, Cx, Outcome, Page};
use crate::facet::{Facet, Narrowing};
use crate::text::{common, filter, format, story as text};
use crate::ui::filters::{self, Shelf};
use crate::ui::story_card;
use domain::content::{Site, Story};
use domain::{Lang, OnceBand};
use leptos::prelude::*;

const PATH: &str = "/geschichten";

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    let site = cx.site()?;
    let (title, description) = (cx.t(common::NAV_STORIES), cx.t(text::LIST_LEAD));
    let first = narrowed(&cx, site).hits().first().map(|story| story_card::href(&cx, story));
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).description(description).next(first).ok()
}

fn facets(site: &Site, lang: Lang) -> Vec<Facet<Story>> {
    let cost = Facet {
        name: "kosten",
        label: filter::ONCE,
        any: filter::ANY_COST,
        options: OnceBand::ALL
            .iter()
            .map(|band| (band.code().to_owned(), format::once_band(lang, *band)))
            .collect(),
        matches: |story: &Story, code| story.cost.once_band().code() == code,
    };
    vec![
        Facet::goal(site, lang, |story: &Story, id| story.goals.iter().any(|goal| goal == id)),
        Facet::sector(site, lang, |story, id| story.sector == id),
        Facet::size(lang, |story, code| story.size.code() == code),
        cost,
    ]
}

fn narrowed<'a>(cx: &'a Context, site: &Site) -> Narrowing<'a, Story> {
    Narrowing::new(&cx.query, facets(site, cx.lang()), cx.content.stories_of(cx.today))
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let list = narrowed(cx, site);
    let hits = list.hits();
    let rows = hits
        .iter()
        .map(|story| view! { <li>{story_card::story_row(cx, site, story)}</li> })
        .collect_view();
    let shelf = Shelf {
        hits: text::hits(cx.lang(), hits.len(), list.all.len()),
        notice: None,
        list: view! { <ul role="list">{rows}</ul> }.into_any(),
        otherwise: ().into_any(),
        note: view! { <p class="small muted">{cx.t(text::ORDER_NOTE)}</p> }.into_any(),
    };
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(common::NAV_STORIES)}</h1>
            <p class="lead">{cx.t(text::LIST_LEAD)}</p>
        </div>
        {filters::frame(cx, PATH, &list, shelf)}
    }
    .into_any()
}
