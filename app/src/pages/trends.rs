//! `/trends`: what happens digitally, by line of business.

use crate::context::{Context, Cx, Outcome, Page};
use crate::facet::{Facet, Held, Narrowing};
use crate::text::{Msg, common, trend as text};
use crate::ui::pager::{self, Paging};
use crate::ui::{exits, notice};
use domain::Lang;
use domain::content::{Site, Trend};
use domain::order;
use leptos::prelude::*;

const PATH: &str = "/trends";

/// Entries on one page.
const PER_PAGE: usize = 24;

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(common::NAV_TRENDS), cx.t(text::LEAD));
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).description(description).ok()
}

fn facets(site: &Site, lang: Lang) -> Vec<Facet<Trend>> {
    vec![
        Facet::sector(site, lang, |t: &Trend| Held::Terms(&t.sectors)),
        Facet::goal(site, lang, |t| Held::Terms(&t.goals)),
    ]
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let day = pager::day_shown(cx.query.get("datum"), cx.today);
    let mut all: Vec<&Trend> = cx.content.trends.values().collect();
    order::sort(&mut all, day, |trend| trend.meta.id.as_str());
    let list = Narrowing::new(&cx.query, facets(site, cx.lang()), all);
    let hits = list.hits();
    let (figure, unit) = text::hits(cx.lang(), hits.len(), list.all.len());
    // A line of business nobody has written about yet is no dead end: the others follow.
    let none = hits.is_empty().then(|| view! { <p class="lead mb-5">{cx.t(text::NONE)}</p> });
    let shown = if hits.is_empty() { &list.all } else { &hits };
    let paging = Paging::new(cx.query.get("seite"), shown.len(), PER_PAGE);
    let pages = pager::pager(cx, PATH, &pager::kept(list.chosen(), day), paging);
    let entries = shown[paging.range()].iter().map(|trend| entry(cx, site, trend)).collect_view();
    let choices = list
        .facets
        .iter()
        .zip([text::YOUR_SECTOR, text::YOUR_GOAL])
        .map(|(facet, label)| links(cx, &list, facet, label))
        .collect_view();
    let narrow = list.query_of(&["ziel", "branche"]);
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(common::NAV_TRENDS)}</h1>
            <p class="lead">{cx.t(text::LEAD)}</p>
            {choices}
        </div>
        <div class="wrap">
            <div class="hits-row">
                <p>
                    <b>{figure}</b>
                    {unit}
                </p>
            </div>
            {none}
            <ul class="entries" role="list">
                {entries}
            </ul>
            {pages}
        </div>
        {exits::exits(cx, &narrow, &narrow)}
    }
    .into_any()
}

/// The options of a facet as links; the chosen one takes itself back.
fn links(cx: &Context, list: &Narrowing<Trend>, facet: &Facet<Trend>, label: Msg) -> AnyView {
    let link = |code: Option<&str>, label: &str, current: bool| {
        let href = format!("{}{}", cx.href(PATH), list.with_only(facet, code));
        view! {
            <li>
                <a href=href aria-current=current.then_some("true")>
                    {label.to_owned()}
                </a>
            </li>
        }
    };
    let links = facet
        .options
        .iter()
        .map(|(code, label)| (list.is_chosen(facet, code), list.count(facet, code), code, label))
        .filter(|(chosen, n, ..)| *chosen || *n > 0)
        .map(|(chosen, n, code, label)| link(Some(code), &format!("{label} ({n})"), chosen))
        .collect_view();
    let id = format!("by-{}", facet.name);
    let heading = id.clone();
    view! {
        <nav class="stack gap-2" aria-labelledby=id>
            <h2 class="size-1" id=heading>
                {cx.t(label)}
            </h2>
            <ul class="sector-links" role="list">
                {link(None, cx.t(facet.any), list.is_open(facet))}
                {links}
            </ul>
        </nav>
    }
    .into_any()
}

fn entry(cx: &Context, site: &Site, trend: &Trend) -> AnyView {
    let (words, lang) = cx.texts(&trend.text);
    let sectors = trend
        .sectors
        .iter()
        .map(|id| view! { <span class="plate">{site.sector(id, cx.lang())}</span> })
        .collect_view();
    view! {
        <li>
            <article class="entry">
                <div class="row gap-2">{sectors} {notice::example(cx, &trend.meta)}</div>
                <h2>
                    <a href=cx.href(&format!("/trends/{}", trend.meta.id)) lang=lang>
                        {words.title.clone()}
                    </a>
                </h2>
                <p lang=lang>{words.teaser.clone()}</p>
                {notice::checked_on(cx, &trend.meta)}
            </article>
        </li>
    }
    .into_any()
}
