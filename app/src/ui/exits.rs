//! The three exits: every story and every list of results ends with them.

use crate::context::Context;
use crate::text::common as text;
use leptos::prelude::*;

/// Funding, what happens in my line of business, a first meeting. `query` narrows the first two
/// (`?ziel=…&branche=…`) and tells the request where it came from.
pub fn exits(cx: &Context, query: &str, request_query: &str) -> AnyView {
    let exits = [
        (text::EXIT_FUNDING, text::EXIT_FUNDING_TEXT, format!("{}{query}", cx.href("/foerderung"))),
        (text::EXIT_TREND, text::EXIT_TREND_TEXT, format!("{}{query}", cx.href("/trends"))),
        (
            text::EXIT_MEETING,
            text::EXIT_MEETING_TEXT,
            format!("{}{request_query}", cx.href("/anfrage")),
        ),
    ];
    let items = exits
        .map(|(title, sentence, href)| {
            view! {
                <li>
                    <a href=href>
                        <b>{cx.t(title)}</b>
                        <span>{cx.t(sentence)}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="exits screen-only" aria-labelledby="exits">
            <div class="wrap">
                <h2 id="exits">{cx.t(text::EXITS)}</h2>
                <ol role="list">{items}</ol>
            </div>
        </nav>
    }
    .into_any()
}
