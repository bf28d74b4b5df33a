//! Where a page stands: the way back to the home page and to its list.

use crate::context::Context;
use crate::text::{Msg, common as text};
use leptos::prelude::*;

/// Home, then the pages between it and this one.
pub fn crumbs(cx: &Context, between: &[(Msg, &'static str)]) -> AnyView {
    let steps = std::iter::once((text::START, "/"))
        .chain(between.iter().copied())
        .map(|(label, path)| {
            view! {
                <li>
                    <a href=cx.href(path)>{cx.t(label)}</a>
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
