//! Pages of plain text with a fixed address: imprint, privacy, accessibility, about, how a first
//! meeting works.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{common, visit as text};
use crate::ui::contents::{contents, with_ids};
use crate::ui::crumbs::crumbs;
use crate::ui::{contact, film, icon, notice};
use leptos::prelude::*;

/// The page whose id is the path.
pub async fn page(cx: Cx) -> Outcome {
    let id = cx.path.trim_start_matches('/').to_owned();
    let Some(entry) = cx.content.pages.get(id.as_str()) else {
        return Err(PageError::NotFound);
    };
    let words = entry.text.text(cx.lang());
    let (title, description) = (words.title.clone(), words.description.clone());
    let view = move || cx.content.pages.get(id.as_str()).map(|entry| view(&cx, entry)).into_any();
    Page::new(title, view).description(description).main_class("legal").ok()
}

fn view(cx: &Context, entry: &domain::content::Page) -> AnyView {
    let (words, lang) = cx.texts(&entry.text);
    let (headings, body) = with_ids(&words.body.for_place(cx.place));
    view! {
        <div class="wrap page-head">
            {crumbs(cx, &[])} <h1 lang=lang>{words.title.clone()}</h1>
            {notice::only_german(cx, lang)} {notice::tested(cx, &entry.text)}
            {entry.sign_language.as_ref().map(|film| film::sign_language(cx, film))}
        </div>
        <div class="wrap text-page pb-section">
            {contents(cx.t(text::CONTENTS), &headings)}
            <article class="prose" lang=lang inner_html=body></article>
            {(cx.path == "/kennenlernen").then(|| next_step(cx))}
        </div>
    }
    .into_any()
}

/// Beside the explanation of a first meeting: the button, and a person for those who rather talk.
fn next_step(cx: &Context) -> AnyView {
    let person = contact::of_site(cx);
    view! {
        <aside class="sheet stack" aria-label=cx.t(common::ARRANGE)>
            {person} <a class="button signal full" href=cx.href("/anfrage")>
                {cx.t(common::ARRANGE)}
                " "
                {icon::arrow()}
            </a>
        </aside>
    }
    .into_any()
}
