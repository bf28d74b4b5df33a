//! `/kiosk/koppeln`: shows the code that makes this screen a device of the desk. The script asks for
//! it by itself and for a new one in time; without it there are buttons.

use super::device::{MAIN, asking};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{format, kiosk_setup as text};
use crate::ui::icon;
use backend::devices::{Device, ShownCode};
use domain::Lang;
use domain::device::CODE_MINUTES;
use leptos::prelude::*;

/// Seconds before its end at which a code is replaced.
const EARLY: i64 = 20;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    match asking(&cx).await? {
        Some(device) => paired(cx, device),
        None => Page::new(cx.t(text::PAIR), move || unpaired(&cx, None)).main_class(MAIN).ok(),
    }
}

/// The page with a code.
pub fn with_code(cx: Cx, shown: ShownCode) -> Outcome {
    let cookie = cx.app.kiosk_cookie.set(&shown.secret);
    let title = cx.t(text::PAIR);
    let view = move || unpaired(&cx, Some(&shown));
    Page::new(title, view).main_class(MAIN).cookie(cookie).ok()
}

/// The page of a kiosk that is paired.
pub fn paired(cx: Cx, device: Device) -> Outcome {
    Page::new(cx.t(text::PAIRED), move || paired_view(&cx, &device)).main_class(MAIN).ok()
}

fn unpaired(cx: &Context, shown: Option<&ShownCode>) -> AnyView {
    let seconds = shown.map(|_| (CODE_MINUTES * 60 - EARLY).to_string());
    let (label, class) = match shown {
        None => (text::SHOW_CODE, "button signal"),
        Some(_) => (text::NEW_CODE, "button outline"),
    };
    let typed = shown.map(|_| {
        view! {
            <a class="button signal" href=cx.href("/koppeln") data-unscripted="">
                {cx.t(text::TYPED)}
            </a>
        }
    });
    view! {
        <h1>{cx.t(text::PAIR)}</h1>
        <p class="lead">{cx.t(text::PAIR_LEAD)}</p>
        <div class="setup-code" aria-live="polite" data-seconds=seconds>
            {shown.map(|shown| code(cx, shown))}
            <p class="setup-lost" hidden=true>
                {icon::warning()}
                <span>{cx.t(text::LOST)}</span>
            </p>
        </div>
        <ol class="setup-steps">
            <li>{cx.t(text::STEP_OPEN)}</li>
            <li>{cx.t(text::STEP_TYPE)}</li>
            <li>{cx.t(text::STEP_WAIT)}</li>
        </ol>
        <form class="setup-buttons" id="pair" method="post" action=cx.href("/koppeln")>
            {typed} <button class=class data-unscripted="">
                {cx.t(label)}
            </button> {exhibition(cx, "button outline")}
        </form>
        <p class="kiosk-note">{icon::info()} <span>{cx.t(text::PAIR_NOTE)}</span></p>
    }
    .into_any()
}

/// The code in two groups, read out sign by sign.
fn code(cx: &Context, shown: &ShownCode) -> AnyView {
    let plain = shown.code.stored();
    let spoken: Vec<String> = plain.chars().map(String::from).collect();
    let (first, second) = plain.split_at(4);
    let until = text::works_until(cx.lang(), &format::clock(shown.until.berlin().time()));
    view! {
        <p class="visually-hidden">{format!("{}: {}", cx.t(text::CODE), spoken.join(" "))}</p>
        <p class="setup-signs" id="code" aria-hidden="true">
            <span>{first.to_owned()}</span>
            <span>{second.to_owned()}</span>
        </p>
        <p>{until}</p>
    }
    .into_any()
}

fn paired_view(cx: &Context, device: &Device) -> AnyView {
    let (lead, measure, go) = match device.screen {
        None => (text::PAIRED_LEAD, "button signal", "button outline"),
        Some(_) => (text::MEASURED_LEAD, "button outline", "button signal"),
    };
    view! {
        <h1>{text::this_is(cx.lang(), &device.name)}</h1>
        <p class="lead" data-paired="">
            {cx.t(lead)}
        </p>
        <div class="setup-buttons">
            <a class=measure href=cx.href("/einmessen")>
                {cx.t(text::MEASURE)}
            </a>
            {exhibition(cx, go)}
        </div>
        <p class="kiosk-note">{icon::info()} <span>{cx.t(text::UNPAIR_NOTE)}</span></p>
    }
    .into_any()
}

/// The way into the exhibition, which begins in German.
pub fn exhibition(cx: &Context, class: &'static str) -> AnyView {
    let start = domain::Place { lang: Lang::De, ..cx.place }.href("/");
    view! {
        <a class=class href=start>
            {cx.t(text::EXHIBITION)}
        </a>
    }
    .into_any()
}
