//! `/ls`: the home page in Leichte Sprache. The goals, what this is, how to find one's way around,
//! a person to ask, and the three exits; nothing else.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{common, home as home_text, visit as text};
use crate::ui::contents::{contents, with_ids};
use crate::ui::{contact, exits, goals, icon, notice};
use leptos::prelude::*;

/// The page of text it is made from.
pub const ID: &str = "start";

/// The home page in Leichte Sprache.
pub fn page(cx: Cx) -> Outcome {
    let Some(entry) = cx.content.pages.get(ID) else {
        return Err(PageError::NotFound);
    };
    let description = entry.text.text(cx.lang()).description.clone();
    let title = cx.t(common::PRODUCT);
    let view = move || cx.content.pages.get(ID).map(|entry| view(&cx, entry)).into_any();
    Page::new(title, view).description(description).main_class("plain-home").ok()
}

fn view(cx: &Context, entry: &domain::content::Page) -> AnyView {
    let (words, lang) = cx.texts(&entry.text);
    let (headings, body) = with_ids(&words.body.for_place(cx.place));
    view! {
        <div class="wrap page-head">
            <h1 lang=lang>{words.title.clone()}</h1>
            {notice::only_german(cx, lang)} {notice::tested(cx, &entry.text)}
            {cx.site().ok().map(|site| goals::goals(cx, site, home_text::GOALS))}
        </div>
        <div class="wrap text-page pb-section">
            {contents(cx.t(text::CONTENTS), &headings)}
            <article class="prose" lang=lang inner_html=body></article>
            {help(cx)}
        </div>
        {exits::exits(cx, "", "?art=advice")}
    }
    .into_any()
}

/// A person, and the two ways that need no reading on: stories, and a request.
fn help(cx: &Context) -> AnyView {
    view! {
        <aside class="sheet stack" aria-labelledby="help">
            <h2 id="help" class="size-2">
                {cx.t(text::CONTACT)}
            </h2>
            {contact::of_site(cx)}
            <a class="button signal full" href=cx.href("/anfrage")>
                {cx.t(common::ARRANGE)}
                " "
                {icon::arrow()}
            </a>
            <a class="button outline full" href=cx.href("/geschichten")>
                {cx.t(home_text::LOOK)}
                " "
                {icon::arrow()}
            </a>
        </aside>
    }
    .into_any()
}
