//! Where a page stands: the way back to the home page and to its list.

use crate::context::Context;
use crate::text::{Msg, common as text};
use leptos::prelude::*;

/// Home, then the pages between it and this one.
pub fn crumbs(cx: &Context, between: &[(Msg, &'static str)]) -> AnyView {
    let steps: Vec<(&str, &str)> = std::iter::once(&(text::START, "/"))
        .chain(between)
        .map(|(label, path)| (cx.t(*label), *path))
        .collect();
    trail(cx, &steps)
}

/// The pages above this one with their names, from the outermost; the desk has no home above them.
pub fn trail(cx: &Context, steps: &[(&str, &str)]) -> AnyView {
    let steps = steps
        .iter()
        .map(|(label, path)| {
            view! {
                <li>
                    <a href=cx.href(path)>{(*label).to_owned()}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="crumbs" aria-label=cx.t(text::CRUMBS)>
            <ol role="list">{steps}</ol>
        </nav>
    }
    .into_any()
}
