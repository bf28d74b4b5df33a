//! `/kiosk/start`: three stories of the day above, the goals as drawers below, within reach.

use super::parts;
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{common, home, kiosk as text};
use domain::content::Site;
use leptos::prelude::*;

/// The start page.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(text::START_TITLE);
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).main_class("kiosk-start").ok()
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let stories = cx.content.stories_of(cx.today);
    let cards = stories.iter().take(3).map(|story| parts::card(cx, story)).collect_view();
    let drawers = site
        .goals
        .iter()
        .map(|goal| {
            let n = stories.iter().filter(|story| story.goals.contains(&goal.id)).count();
            let count = view! {
                <i>{n}</i>
                " "
                {common::stories_unit(cx.lang(), n)}
            };
            let href = cx.href(&format!("/geschichten?ziel={}", goal.id));
            drawer(href, goal.label(cx.lang()).to_owned(), count.into_any())
        })
        .collect_view();
    view! {
        <h1 class="visually-hidden">
            {format!("{}: {}", cx.t(common::PRODUCT), cx.t(text::START_TITLE))}
        </h1>
        <div class="kiosk-cards">{cards}</div>
        <section class="kiosk-cabinet" aria-labelledby="goals">
            <h2 id="goals">{cx.t(home::GOALS)}</h2>
            <div class="drawers">
                {drawers}
                {drawer(
                    cx.href("/anfrage"),
                    cx.t(home::GOAL_UNKNOWN).to_owned(),
                    cx.t(home::GOAL_UNKNOWN_NOTE).into_any(),
                )}
            </div>
        </section>
    }
    .into_any()
}

fn drawer(href: String, label: String, count: AnyView) -> AnyView {
    view! {
        <a class="drawer" href=href>
            <span class="drawer-label">
                <b>{label}</b>
                <span class="count">{count}</span>
            </span>
        </a>
    }
    .into_any()
}
