//! `/kiosk/ohne-netz`: what the touchscreen shows in place of a page it does not keep and cannot
//! fetch. The exhibition goes on from here, and a request can still be made: on the visitor's own
//! telephone, which has a network of its own, or by voice.

use super::{parts, take};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::kiosk as text;
use domain::Place;
use domain::content::Site;
use leptos::prelude::*;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(text::OFFLINE_TITLE);
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).main_class("kiosk-arrange").ok()
}

/// `data-retry` has the script try again what really was asked for, which is the address it is
/// shown at.
fn view(cx: &Context, site: &Site) -> AnyView {
    let form = cx.public(&Place::web(cx.lang()).href("/anfrage"));
    view! {
        <div class="kiosk-title" data-retry="">
            <h1>{cx.t(text::OFFLINE_TITLE)}</h1>
            <p>{cx.t(text::OFFLINE_LEAD)}</p>
        </div>
        <section class="kiosk-code" aria-labelledby="by-phone">
            {parts::code(cx, &format!("{form}?kanal=handoff"))}
        </section>
        <div class="kiosk-steps">
            <section>
                <h2>{cx.t(text::OFFLINE_ON)}</h2>
                <p class="row">
                    <a class="button" href=cx.href("/start")>
                        {cx.t(text::START_TITLE)}
                    </a>
                    <a class="button outline" href=cx.href("/anbieter")>
                        {cx.t(text::WALL)}
                    </a>
                </p>
            </section>
            <section>
                <h2 id="by-phone">{cx.t(text::BY_PHONE)}</h2>
                <p>{cx.t(text::OFFLINE_PHONE)}</p>
                <p class="kiosk-address">{take::address_lines(&form)}</p>
            </section>
            {parts::by_call(cx, site, None)}
        </div>
    }
    .into_any()
}
