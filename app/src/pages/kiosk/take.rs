//! `/kiosk/geschichten/{id}/mitnehmen` and `/kiosk/anbieter/{id}/mitnehmen`: a story or a portrait
//! for the visitor's own telephone, by QR code or by its address. Neither needs the server to
//! answer a second time; the short code that does is a button.

use super::{code, parts};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{handover, kiosk as text};
use crate::ui::{icon, story_card};
use domain::Place;
use domain::content::{Kind, Provider, Story};
use domain::handover::{Selection, Taken};
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
    let view = move || cx.content.story(&id, cx.today).map(|s| story_view(&cx, s)).into_any();
    Page::new(title, view).main_class("kiosk-take").ok()
}

/// Takes a portrait home.
pub async fn provider(cx: Cx) -> Outcome {
    let id = cx.param(0).to_owned();
    if listed(&cx, &id).is_none() {
        return Err(moved(&cx, Kind::Provider, &id, "anbieter"));
    }
    let title = cx.t(handover::PROVIDER_TITLE);
    let view = move || listed(&cx, &id).map(|p| provider_view(&cx, p)).into_any();
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

/// What one entry's page says.
struct Entry {
    heading: &'static str,
    title: String,
    lang: Option<&'static str>,
    address: String,
    scan: &'static str,
    selection: Option<Selection>,
    back: String,
    /// Another way on, beside the way back.
    more: Option<AnyView>,
}

fn story_view(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let entry = Entry {
        heading: cx.t(text::TAKE_TITLE),
        title: words.title.clone(),
        lang,
        address: story_address(cx, story),
        scan: cx.t(text::TAKE_SCAN_TEXT),
        selection: Selection::new(Taken::Story, vec![story.meta.id.clone()]),
        back: story_card::href(cx, story),
        more: Some(parts::several(cx, &story.meta.id)),
    };
    view(cx, entry)
}

fn provider_view(cx: &Context, provider: &Provider) -> AnyView {
    let (words, lang) = cx.texts(&provider.text);
    let entry = Entry {
        heading: cx.t(handover::PROVIDER_TITLE),
        title: words.title.clone(),
        lang,
        address: provider_address(cx, provider),
        scan: cx.t(handover::PROVIDER_SCAN),
        selection: Selection::new(Taken::Provider, vec![provider.meta.id.clone()]),
        back: cx.href(&format!("/anbieter/{}", provider.meta.id)),
        more: None,
    };
    view(cx, entry)
}

fn view(cx: &Context, entry: Entry) -> AnyView {
    let Entry { heading, title, lang, address, scan, selection, back, more } = entry;
    view! {
        <div class="kiosk-title">
            <h1>{heading}</h1>
            <p lang=lang>{title}</p>
        </div>
        <div class="kiosk-code">{parts::code(cx, &address)}</div>
        <div class="kiosk-steps">
            <section>
                <h2>{cx.t(text::TAKE_SCAN)}</h2>
                <p>{scan}</p>
            </section>
            <section>
                <h2>{cx.t(text::TAKE_TYPE)}</h2>
                <p class="kiosk-address">{address_lines(&address)}</p>
                {selection.map(|selection| code::offer(cx, &selection))}
            </section>
            <section>
                <h2>{cx.t(text::TAKE_PAPER)}</h2>
                <p>{cx.t(text::TAKE_PAPER_TEXT)}</p>
            </section>
            <p class="kiosk-note">{icon::info()} <span>{cx.t(text::TAKE_NOTHING_KEPT)}</span></p>
            <p class="row">
                <a class="button outline" href=back>
                    {icon::back()}
                    " "
                    {cx.t(text::BACK)}
                </a>
                {more}
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
