//! Facts, each with its label.

use crate::context::Context;
use crate::text::Msg;
use leptos::prelude::*;

/// A list of them, in this order.
pub fn facts(cx: &Context, rows: impl IntoIterator<Item = (Msg, AnyView)>) -> AnyView {
    let rows = rows
        .into_iter()
        .map(|(label, value)| {
            view! {
                <div>
                    <dt>{cx.t(label)}</dt>
                    <dd>{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
