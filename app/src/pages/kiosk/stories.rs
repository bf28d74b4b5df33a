//! `/kiosk/geschichten`: all stories on sheets of six, narrowed to a goal by the keys below.

use super::parts::{self, PER_SHEET};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{common, kiosk as text};
use domain::content::{Site, Story};
use leptos::prelude::*;

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(common::NAV_STORIES);
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).main_class("kiosk-stories").ok()
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let goal = cx.query.get("ziel");
    let goal = site.goals.iter().find(|term| term.id == goal);
    let stories: Vec<&Story> = cx
        .content
        .stories_of(cx.today)
        .into_iter()
        .filter(|story| goal.is_none_or(|goal| story.goals.contains(&goal.id)))
        .collect();
    let sheets = stories.len().div_ceil(PER_SHEET).max(1);
    let at = parts::number(cx.query.get("seite"), sheets);
    let cards = stories
        .iter()
        .skip((at - 1) * PER_SHEET)
        .take(PER_SHEET)
        .map(|story| view! { <li>{parts::list_card(cx, story)}</li> })
        .collect_view();
    let heading = goal.map_or_else(
        || text::how_many(cx.lang(), stories.len()),
        |goal| text::stories_for(cx.lang(), stories.len(), goal.label(cx.lang())),
    );
    let narrow = goal.map_or_else(String::new, |goal| format!("ziel={}&", goal.id));
    let pager =
        parts::pager(cx, at, sheets, |n| cx.href(&format!("/geschichten?{narrow}seite={n}")));
    view! {
        <div class="kiosk-list-head">
            <h1>{cx.t(common::NAV_STORIES)} " " <small>{heading}</small></h1>
            {pager}
        </div>
        <ul role="list">{cards}</ul>
        {goals(cx, site, goal.map(|goal| goal.id.as_str()))}
    }
    .into_any()
}

fn goals(cx: &Context, site: &Site, current: Option<&str>) -> AnyView {
    let key = |href: String, label: &str, on: bool| {
        view! {
            <a class="key" href=href aria-current=on.then_some("true")>
                {label.to_owned()}
            </a>
        }
    };
    let keys = site
        .goals
        .iter()
        .map(|goal| {
            let href = cx.href(&format!("/geschichten?ziel={}", goal.id));
            key(href, goal.label(cx.lang()), current == Some(&goal.id))
        })
        .collect_view();
    view! {
        <nav class="kiosk-goals" aria-label=cx.t(text::CHOOSE_GOAL)>
            {key(cx.href("/geschichten"), cx.t(text::ALL_GOALS), current.is_none())}
            {keys}
        </nav>
    }
    .into_any()
}
