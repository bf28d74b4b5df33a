//! The three exits: every story and every list of results ends with them.

use crate::context::Context;
use crate::text::common as text;
use crate::ui::icon;
use leptos::prelude::*;

/// Funding, what happens in my line of business, a first meeting. `query` narrows the first two
/// (`?ziel=…&branche=…`) and `request_query` tells the request where it came from.
pub fn exits(cx: &Context, query: &str, request_query: &str) -> AnyView {
    let funding = format!("{}{query}", cx.href("/foerderung"));
    let trends = format!("{}{query}", cx.href("/trends"));
    let request = format!("{}{request_query}", cx.href("/anfrage"));
    view! {
        <section class="exits screen-only" aria-labelledby="exits">
            <div class="wrap">
                <h2 id="exits">{cx.t(text::EXITS)}</h2>
                <ul role="list">
                    {exit(cx, icon::euro(), text::EXIT_FUNDING, funding)}
                    {exit(cx, icon::trend(), text::EXIT_TREND, trends)}
                    {exit(cx, icon::meeting(), text::EXIT_MEETING, request)}
                </ul>
            </div>
            <div class="bench-edge empty"></div>
        </section>
    }
    .into_any()
}

/// One sign: the whole of it is the target, its title is the link.
fn exit(cx: &Context, drawing: AnyView, words: text::Exit, href: String) -> AnyView {
    view! {
        <li>
            {drawing} <h3>
                <a href=href>{cx.t(words.title)}</a>
            </h3> <p>{cx.t(words.sentence)}</p> <span class="arrow-link" aria-hidden="true">
                {cx.t(words.action)} " " {icon::arrow()}
            </span>
        </li>
    }
    .into_any()
}
