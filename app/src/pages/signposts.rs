//! `/wegweiser`: who else helps, when the Werkbank is not the right place.

use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{common, trend as text};
use crate::ui::{contact, exits, notice};
use domain::content::Signpost;
use leptos::prelude::*;

/// The signposts, in their own order.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(common::NAV_SIGNPOSTS), cx.t(text::SIGNPOSTS_LEAD));
    Page::new(title, move || view(&cx)).description(description).ok()
}

fn view(cx: &Context) -> AnyView {
    let entries = cx.content.signposts().into_iter().map(|s| entry(cx, s)).collect_view();
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(common::NAV_SIGNPOSTS)}</h1>
            <p class="lead">{cx.t(text::SIGNPOSTS_LEAD)}</p>
        </div>
        <div class="wrap with-aside">
            <div class="stack gap-6">
                <ul class="entries" role="list">
                    {entries}
                </ul>
                <p class="muted">{cx.t(text::SIGNPOSTS_NOTE)}</p>
            </div>
            {unsure(cx)}
        </div>
        {exits::exits(cx, "", "")}
    }
    .into_any()
}

/// A person for those who still do not know whom to ask.
fn unsure(cx: &Context) -> AnyView {
    let person = contact::of_site(cx);
    view! {
        <aside aria-labelledby="unsure">
            <div class="sheet stack">
                <h2 class="size-2" id="unsure">
                    {cx.t(text::STILL_UNSURE)}
                </h2>
                {person}
                <a class="button full" href=cx.href("/anfrage?art=advice")>
                    {cx.t(crate::text::wall::ASK_US)}
                </a>
            </div>
        </aside>
    }
    .into_any()
}

fn entry(cx: &Context, signpost: &Signpost) -> AnyView {
    let (words, lang) = cx.texts(&signpost.text);
    let body = words.body.for_place(cx.place).into_owned();
    let id = signpost.meta.id.to_string();
    let heading = id.clone();
    view! {
        <li>
            <article class="entry" aria-labelledby=id>
                <h2 id=heading>{words.title.clone()}</h2>
                <p class="source" lang=lang>
                    {words.for_whom.clone()}
                </p>
                <p lang=lang>
                    <strong>{words.teaser.clone()}</strong>
                </p>
                {notice::only_german(cx, lang)}
                <div class="prose" lang=lang inner_html=body></div>
                <p>{contact::website(cx, &signpost.link, signpost.meta.example)}</p>
                {notice::checked_on(cx, &signpost.meta)}
            </article>
        </li>
    }
    .into_any()
}
