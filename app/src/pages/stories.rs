//! `/geschichten`: all stories, narrowed down by goal, sector, size and cost.

use crate::context::{Context, Cx, Outcome, Page};
use crate::facet::{Facet, Held, Narrowing};
use crate::text::{common, filter, format, story as text};
use crate::ui::filters::{self, Shelf};
use crate::ui::pager::{self, Paging};
use crate::ui::story_card;
use domain::content::{Site, Story};
use domain::{Lang, OnceBand};
use jiff::civil::Date;
use leptos::prelude::*;

const PATH: &str = "/geschichten";

/// Rows on one page.
const PER_PAGE: usize = 24;

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    let site = cx.site()?;
    let (title, description) = (cx.t(common::NAV_STORIES), cx.t(text::LIST_LEAD));
    let first = narrowed(&cx, site).1.hits().first().map(|story| story_card::href(&cx, story));
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
        held: |story: &Story| Held::One(story.cost.once_band().code()),
    };
    vec![
        Facet::goal(site, lang, |story: &Story| Held::Terms(&story.goals)),
        Facet::sector(site, lang, |story| Held::One(&story.sector)),
        Facet::size(lang, |story| Held::One(story.size.code())),
        cost,
    ]
}

/// The stories in the order of the day that is asked for.
fn narrowed<'a>(cx: &'a Context, site: &Site) -> (Date, Narrowing<'a, Story>) {
    let day = pager::day_shown(cx.query.get("datum"), cx.today);
    (day, Narrowing::new(&cx.query, facets(site, cx.lang()), cx.content.stories_of(day)))
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let (day, list) = narrowed(cx, site);
    let hits = list.hits();
    let paging = Paging::new(cx.query.get("seite"), hits.len(), PER_PAGE);
    let rows = hits[paging.range()]
        .iter()
        .map(|story| view! { <li>{story_card::story_row(cx, site, story)}</li> })
        .collect_view();
    let shelf = Shelf {
        hits: text::hits(cx.lang(), hits.len(), list.all.len()),
        notice: None,
        list: view! { <ul role="list">{rows}</ul> }.into_any(),
        paging: Some((paging, day)),
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
