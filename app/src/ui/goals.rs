//! The goals as plain links: a way in where they are not what the page is about.

use crate::context::Context;
use crate::text::Msg;
use domain::content::Site;
use leptos::prelude::*;

/// Every goal, each leading to its stories, below `heading`.
pub fn goals(cx: &Context, site: &Site, heading: Msg) -> AnyView {
    let links = site
        .goals
        .iter()
        .map(|goal| {
            let href = cx.href(&format!("/geschichten?ziel={}", goal.id));
            view! {
                <li>
                    <a href=href>{goal.label(cx.lang()).to_owned()}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack gap-3" aria-labelledby="goals">
            <h2 class="size-2" id="goals">
                {cx.t(heading)}
            </h2>
            <ul class="sector-links" role="list">
                {links}
            </ul>
        </section>
    }
    .into_any()
}
