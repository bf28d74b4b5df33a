//! `/kiosk/anbieter`: the wall of the day, six portraits on a sheet, everybody the same card.

use super::parts::{self, PER_SHEET};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{common, home, kiosk as text};
use crate::ui::{
    icon,
    picture::{Spot, picture},
};
use domain::content::{Provider, Site};
use leptos::prelude::*;

/// The wall.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(text::WALL);
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).main_class("kiosk-wall pegboard").ok()
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let wall = cx.content.wall(cx.today);
    let sheets = wall.len().div_ceil(PER_SHEET).max(1);
    let at = parts::number(cx.query.get("seite"), sheets);
    let cards = wall
        .iter()
        .skip((at - 1) * PER_SHEET)
        .take(PER_SHEET)
        .map(|provider| view! { <li>{card(cx, site, provider)}</li> })
        .collect_view();
    let pager = parts::pager(cx, at, sheets, |n| cx.href(&format!("/anbieter?seite={n}")));
    view! {
        <div class="kiosk-wall-head poster">
            <div>
                <h1>{cx.t(common::NAV_WALL)}</h1>
                <p class="lot">{icon::shuffle()} <span>{cx.t(home::ORDER)}</span></p>
            </div>
            {pager}
        </div>
        <ul role="list" class="hook-grid">
            {cards}
        </ul>
    }
    .into_any()
}

fn card(cx: &Context, site: &Site, provider: &Provider) -> AnyView {
    cx.list(&provider.meta.id);
    let (words, lang) = cx.texts(&provider.text);
    let place = site.district(&provider.district, cx.lang());
    view! {
        <article class="hanging-card">
            {picture(&provider.picture, Spot::Hook, "", true)} <h2>
                <a href=cx.href(&format!("/anbieter/{}", provider.meta.id))>
                    {provider.person.clone()}
                </a>
            </h2> <p class="firm">{words.title.clone()}</p>
            <p class="muted">
                {format!("{}, {place}", common::people(cx.lang(), provider.people))}
            </p> <p class="can-do" lang=lang>
                {words.tagline.clone()}
            </p>
        </article>
    }
    .into_any()
}
