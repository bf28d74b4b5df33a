//! `/kiosk/mitnehmen/{code}`: a selection under its code, for the visitor's own telephone: to scan,
//! to type, to say aloud. The button that leads here is a form, because it makes the code.

use super::{parts, take};
use crate::context::{Context, Cx, Outcome, Page};
use crate::pages::handover;
use crate::text::{handover as text, kiosk as kiosk_text};
use crate::ui::{form, icon};
use axum::http::StatusCode;
use domain::Place;
use domain::handover::{Selection, Taken};
use domain::spoken::Code;
use leptos::prelude::*;

/// Where a form gets its code, below the place's prefix.
pub const PATH: &str = "/mitnehmen";

/// The field that holds a selection as it is stored.
pub const FIELD: &str = "auswahl";

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let Some((code, selection)) = handover::find(&cx, cx.param(0)).await? else {
        return ended(cx);
    };
    let title = cx.t(text::TITLE);
    Page::new(title, move || view(&cx, code, &selection)).main_class("kiosk-take").ok()
}

/// A form with one button that gets a code for a selection. `kiosk-handover.js` sends it without
/// leaving a trace in the history, and says so where no code is to be had.
pub fn offer(cx: &Context, selection: &Selection) -> AnyView {
    view! {
        <form class="kiosk-offer" method="post" action=cx.href(PATH) data-hand-over="">
            {form::hidden(FIELD, &selection.stored())}
            <button class="button">{cx.t(text::WITH_CODE)} " " {icon::arrow()}</button>
            <p role="status" data-failed=cx.t(text::NOT_NOW)></p>
        </form>
    }
    .into_any()
}

fn view(cx: &Context, code: Code, selection: &Selection) -> AnyView {
    let entry = cx.public(&Place::web(cx.lang()).href(handover::PATH));
    let address = format!("{entry}/{}", code.stored());
    let (label, names) = handover::named(cx, selection);
    let story = selection.ids().first().filter(|_| selection.taken() == Taken::Story);
    let more = story.map(|story| parts::several(cx, story));
    view! {
        <div class="kiosk-title">
            <h1>{cx.t(text::TITLE)}</h1>
            <p>
                {label} " "
                <b>{names}</b>
            </p>
        </div>
        <div class="kiosk-code">{parts::code(cx, &address)}</div>
        <div class="kiosk-steps">
            <section>
                <h2>{cx.t(kiosk_text::TAKE_SCAN)}</h2>
                <p>{cx.t(text::SCAN_TEXT)}</p>
            </section>
            <section>
                <h2>{cx.t(text::TYPE)}</h2>
                <div class="kiosk-typed">
                    <p>{cx.t(text::TYPE_ADDRESS)}</p>
                    <p class="kiosk-address">{take::address_lines(&entry)}</p>
                    <p>{cx.t(text::TYPE_CODE)}</p>
                    <p class="kiosk-spoken">
                        <span aria-hidden="true">{code.to_string()}</span>
                        <span class="visually-hidden">{text::spelled(cx.lang(), code)}</span>
                    </p>
                </div>
                <p>{cx.t(text::LASTS)}</p>
            </section>
            <section>
                <h2>{cx.t(kiosk_text::TAKE_PAPER)}</h2>
                <p>{cx.t(text::STAFF)}</p>
            </section>
            <div class="row">
                <a class="button outline" href=cx.href(&source(selection))>
                    {icon::back()}
                    " "
                    {cx.t(kiosk_text::BACK)}
                </a>
                {more}
            </div>
        </div>
    }
    .into_any()
}

/// Where the selection was made.
fn source(selection: &Selection) -> String {
    let id = selection.ids().first().map_or("", domain::Slug::as_str);
    match selection.taken() {
        Taken::RequestOnStory => format!("/anfrage?geschichte={id}"),
        Taken::RequestToProvider => format!("/anfrage?anbieter={id}"),
        Taken::Request => "/anfrage".to_owned(),
        Taken::Story => format!("/geschichten/{id}"),
        Taken::Provider => format!("/anbieter/{id}"),
        Taken::Shortlist => crate::pages::shortlist::path_of_ids(selection.ids()),
    }
}

/// The code has ended, or never was: one page for both.
fn ended(cx: Cx) -> Outcome {
    let title = cx.t(text::ENDED_TITLE);
    let view = move || {
        view! {
            <div class="wrap state-page">
                <img src=cx.asset("illu/state-missing.svg") alt="" width="800" height="500" />
                <div class="stack gap-5">
                    <h1>{cx.t(text::ENDED_TITLE)}</h1>
                    <p class="lead">{cx.t(text::ENDED_KIOSK)}</p>
                    <div class="row">
                        <a class="button" href=cx.href("/geschichten")>
                            {cx.t(crate::text::failure::TO_STORIES)}
                        </a>
                    </div>
                </div>
            </div>
        }
        .into_any()
    };
    Page::new(title, view).status(StatusCode::NOT_FOUND).ok()
}
