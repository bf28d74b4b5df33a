//! How a kiosk is, in words.

use crate::context::Context;
use crate::text::{device_desk as text, format};
use backend::devices::{Device, State};
use domain::Lang;
use leptos::prelude::*;

/// Its state, and since when.
pub fn plate(cx: &Context, device: &Device) -> AnyView {
    let heard = |at| text::last_heard(at, cx.now);
    let (class, word, more) = match device.state(cx.now) {
        State::New => ("plate", text::NEVER_PAIRED, None),
        State::Unpaired(since) => ("plate", text::NOT_PAIRED, Some(text::since(since, cx.now))),
        State::Paired(since) => ("plate", text::FRESH, Some(text::paired_since(since, cx.now))),
        State::Running if device.is_cleaning(cx.now) => {
            ("plate steel", text::CLEANING, device.cleaning_until.map(text::cleaning_until))
        }
        State::Running => ("plate steel", text::RUNNING, device.seen_at.map(heard)),
        State::Silent(since) => ("plate error", text::SILENT, Some(text::since(since, cx.now))),
    };
    view! {
        <span class=class>{cx.t(word)}</span>
        {more.map(|more| view! { <span class="small muted">{more}</span> })}
    }
    .into_any()
}

/// Which exhibition it holds, for how long, and its programme.
pub fn holds(cx: &Context, device: &Device) -> AnyView {
    let Some(programme) = device.programme.as_ref().filter(|_| device.is_paired) else {
        return view! { <span class="muted">{cx.t(text::NOTHING_KNOWN)}</span> }.into_any();
    };
    let bundle = match &device.bundle {
        Some((version, since)) => view! {
            <span>{text::holds_since(*since, cx.now)}</span>
            <span class="small muted">{text::bundle(version)}</span>
        }
        .into_any(),
        None => view! { <span>{cx.t(text::NO_BUNDLE)}</span> }.into_any(),
    };
    view! {
        <div class="desk-why">
            {bundle} <span class="small muted">{text::programme(programme)}</span>
        </div>
    }
    .into_any()
}

/// When it was last touched.
pub fn touched(cx: &Context, device: &Device) -> AnyView {
    match device.touched_at.filter(|_| device.is_paired) {
        Some(at) => text::ago(at, cx.now).into_any(),
        None => view! { <span class="muted">{cx.t(text::NOTHING_KNOWN)}</span> }.into_any(),
    }
}

/// How large its screen is.
pub fn screen(cx: &Context, device: &Device) -> AnyView {
    let Some(screen) = device.screen else { return cx.t(text::NOT_MEASURED).into_any() };
    let (width, height) = (screen.width(), screen.height());
    let per_mm = screen.scale().per_mm().replace('.', ",");
    view! {
        <div class="desk-why">
            <span>{text::screen(screen.inches(), width, height)}</span>
            <span class="small muted">{text::per_mm(&per_mm)}</span>
        </div>
    }
    .into_any()
}

/// Since when a kiosk is paired.
pub fn paired(cx: &Context, device: &Device) -> AnyView {
    match device.paired_at.filter(|_| device.is_paired) {
        Some(at) => format::moment(Lang::De, at).into_any(),
        None => cx.t(text::NOT_PAIRED).into_any(),
    }
}
