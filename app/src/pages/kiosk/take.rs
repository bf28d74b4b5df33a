//! `/kiosk/geschichten/{id}/mitnehmen`: a story for the visitor's own telephone, by QR code or by
//! an address short enough to be said across the room.

use super::parts;
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::kiosk as text;
use crate::ui::{icon, story_card};
use domain::Place;
use domain::content::{Kind, Provider, Story};
use leptos::prelude::*;

/// A story's short public address: `/g/{id}`.
pub fn story_address(cx: &Context, story: &Story) -> String {
    cx.public(&Place::web(cx.lang()).href(&format!("/g/{}", story.meta.id)))
}

/// A provider's public address.
pub fn provider_address(cx: &Context, provider: &Provider) -> String {
    cx.public(&Place::web(cx.lang()).href(&format!("/anbieter/{}", provider.meta.id)))
}

/// Takes a story home.
pub async fn story(cx: Cx) -> Outcome {
    let id = cx.param(0).to_owned();
    if cx.content.story(&id, cx.today).is_none() {
        return Err(moved(&cx, Kind::Story, &id, "geschichten"));
    }
    let title = cx.t(text::TAKE_TITLE);
    let view = move || cx.content.story(&id, cx.today).map(|s| view(&cx, s)).into_any();
    Page::new(title, view).main_class("kiosk-take").ok()
}

/// A provider who hangs on the wall today.
pub fn listed<'a>(cx: &'a Context, id: &str) -> Option<&'a Provider> {
    cx.content.providers.get(id).filter(|provider| provider.is_listed(cx.today))
}

/// Where a renamed entry went, else nothing.
pub fn moved(cx: &Context, kind: Kind, id: &str, folder: &str) -> PageError {
    match cx.content.moved(kind, id) {
        Some(now) => PageError::Moved(cx.href(&format!("/{folder}/{now}"))),
        None => PageError::NotFound,
    }
}

fn view(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let address = story_address(cx, story);
    view! {
        <div class="kiosk-title">
            <h1>{cx.t(text::TAKE_TITLE)}</h1>
            <p lang=lang>{words.title.clone()}</p>
        </div>
        <div class="kiosk-code">{parts::code(cx, &address)}</div>
        <div class="kiosk-steps">
            <section>
                <h2>{cx.t(text::TAKE_SCAN)}</h2>
                <p>{cx.t(text::TAKE_SCAN_TEXT)}</p>
            </section>
            <section>
                <h2>{cx.t(text::TAKE_TYPE)}</h2>
                <p class="kiosk-address">{address_lines(&address)}</p>
            </section>
            <section>
                <h2>{cx.t(text::TAKE_PAPER)}</h2>
                <p>{cx.t(text::TAKE_PAPER_TEXT)}</p>
            </section>
            <p class="kiosk-note">{icon::info()} <span>{cx.t(text::TAKE_NOTHING_KEPT)}</span></p>
            <p>
                <a class="button outline" href=story_card::href(cx, story)>
                    {icon::back()}
                    " "
                    {cx.t(text::BACK)}
                </a>
            </p>
        </div>
    }
    .into_any()
}

/// The address with places to break a line after each slash, and nowhere else.
pub fn address_lines(address: &str) -> AnyView {
    let spoken = parts::spoken(address).to_owned();
    let last = spoken.matches('/').count();
    spoken
        .split('/')
        .enumerate()
        .map(|(at, part)| {
            let slash = if at < last { "/" } else { "" };
            view! {
                <span class="nowrap">{format!("{part}{slash}")}</span>
                <wbr />
            }
        })
        .collect_view()
        .into_any()
}
