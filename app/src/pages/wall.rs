//! `/anbieter`: the wall. Everybody gets the same card, in the neutral order of the day.

use crate::context::{Context, Cx, Fields, Outcome, Page};
use crate::facet::{Facet, Held, Narrowing};
use crate::text::{common, listing, wall as text};
use crate::ui::pager::{self, Paging, pager};
use crate::ui::{exits, filters, icon, provider_card};
use domain::Lang;
use domain::content::{Provider, Site};
use jiff::civil::Date;
use leptos::prelude::*;

const PATH: &str = "/anbieter";

/// Cards on one page.
const PER_PAGE: usize = 24;

/// The wall.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(common::NAV_WALL), cx.t(text::LEAD));
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).description(description).ok()
}

fn facets(site: &Site, lang: Lang) -> Vec<Facet<Provider>> {
    vec![
        Facet::goal(site, lang, |p: &Provider| Held::Terms(&p.goals)),
        Facet::sector(site, lang, |p| Held::Terms(&p.sectors)),
        Facet::district(site, lang, |p| Held::One(&p.district)),
        Facet::size(lang, |p| Held::Sizes(&p.sizes)),
    ]
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let day = pager::day_shown(cx.query.get("datum"), cx.today);
    let list = Narrowing::new(&cx.query, facets(site, cx.lang()), cx.content.wall(day));
    let hits = list.hits();
    let paging = Paging::new(cx.query.get("seite"), hits.len(), PER_PAGE);
    let cards = hits[paging.range()]
        .iter()
        .map(|p| view! { <li>{provider_card::hanging_card(cx, site, p)}</li> })
        .collect_view();
    // Today's order is what a link without a date shows anyway; yesterday's has to be said.
    let date = vec![("datum", day.to_string())];
    let hidden = if day == cx.today { &[] } else { date.as_slice() };
    let kept = pager::kept(list.chosen(), day);
    let narrow = list.query_of(&["ziel", "branche"]);
    let cards = if hits.is_empty() {
        let ask = view! {
            <p>
                {cx.t(text::NONE)}
                " "
                <a href=format!("{}{narrow}", cx.href("/anfrage"))>{cx.t(text::ASK_US)}</a>
            </p>
        };
        view! { <div class="poster">{filters::empty(cx, PATH, &list, ask.into_any())}</div> }
            .into_any()
    } else {
        view! {
            <h2 class="visually-hidden">{cx.t(text::PORTRAITS)}</h2>
            <ul role="list" class="hook-grid">
                {cards}
            </ul>
        }
        .into_any()
    };
    let pages =
        pager(cx, PATH, &kept, paging).map(|pager| view! { <div class="poster">{pager}</div> });
    let firms = text::firms(cx.lang(), hits.len());
    filters::live(
        view! {
            <div class="pegboard wall-page">
                <div class="wrap">
                    {head(cx, day)} {filters::selects(cx, PATH, &list, hidden, (hits.len(), firms))}
                    {filters::chips(cx, PATH, &list)} {cards} {pages}
                </div>
            </div>
            <p class="wrap wall-invitation">
                {cx.t(listing::INVITATION)} " "
                <a href=cx.href("/anbieter/aufnahme")>{cx.t(listing::TITLE)}</a>
            </p>
            {exits::exits(cx, &narrow, &narrow)}
        }
        .into_any(),
    )
}

fn head(cx: &Context, day: Date) -> AnyView {
    let order = if day == cx.today {
        cx.href("/anbieter/reihenfolge")
    } else {
        let query = Fields(vec![("datum".to_owned(), day.to_string())]).to_query();
        format!("{}{query}", cx.href("/anbieter/reihenfolge"))
    };
    let to_today = (day != cx.today).then(|| {
        view! {
            " "
            <a href=cx.href(PATH)>{cx.t(text::TO_TODAY)}</a>
        }
    });
    view! {
        <div class="poster wall-head">
            <div>
                <h1>{cx.t(common::NAV_WALL)}</h1>
                <p class="lead">{cx.t(text::LEAD)}</p>
            </div>
            <div class="lot-box">
                <p class="lot">{icon::shuffle()} <b>{cx.t(text::ORDER)}</b></p>
                <p class="small">
                    {text::order_note(cx.lang(), day)} " "
                    <a href=order>{cx.t(text::ORDER_LINK)}</a> {to_today}
                </p>
            </div>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
