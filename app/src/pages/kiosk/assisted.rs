//! `/kiosk/anfrage/ausfuellen`: the request written at the kiosk itself, with a person from the
//! Werkbank beside. Only where staff opened this very device from the desk, and only for minutes;
//! everywhere else the address leads to the usual ways. The form is the website's own.

use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::request::{Step, page as step_page, prefill};
use crate::text::{format, kiosk as text};
use crate::ui::icon;
use backend::assisted::{self, GRACE_MINUTES, Grant};
use backend::devices;
use domain::Instant;
use leptos::prelude::*;

/// Path of the form.
pub const PATH: &str = "/anfrage/ausfuellen";

/// The first step, with what the visitor was looking at.
pub async fn page(cx: Cx) -> Outcome {
    match grant(&cx).await? {
        Some(grant) if grant.is_open(cx.now) => {
            let form = prefill(&cx);
            step_page(cx, form, Step::Plan, Vec::new(), Some(grant.until))
        }
        _ => see_other(cx.href("/anfrage")),
    }
}

/// The leave this device has, as long as something may be begun or finished.
pub async fn grant(cx: &Context) -> Result<Option<Grant>, PageError> {
    let Some(secret) = &cx.kiosk_secret else { return Ok(None) };
    let backend = &cx.app.backend;
    let Some(device) = devices::of_cookie(backend, secret).await? else { return Ok(None) };
    Ok(assisted::of_device(backend, &device).await?)
}

/// How long there is to write. The script counts from what is left now, since the device's own
/// clock may be wrong, and clears everything when it is over.
pub fn until(cx: &Context, until: Instant) -> AnyView {
    let left = (until.0 - cx.now.0).max(0) / 1_000;
    let clock = format::clock(until.berlin().time());
    view! {
        <p class="kiosk-note" id="assisted" data-left=left data-grace=GRACE_MINUTES * 60>
            {icon::lock()}
            <span>{text::writing_until(cx.lang(), &clock)}</span>
        </p>
        <p class="note error" id="not-sent" role="alert" tabindex="-1" hidden=true>
            {cx.t(text::NOT_SENT)}
        </p>
    }
    .into_any()
}

/// The way here from the page about requests. Hidden: that page is the same for everybody, and
/// only the script can ask whether this device is open.
pub fn way(cx: &Context, query: &str) -> AnyView {
    let query = query.trim_end_matches('&');
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    view! {
        <a class="button signal" id="assisted-way" href=format!("{}{query}", cx.href(PATH)) hidden=true>
            {icon::pencil()}
            " "
            {cx.t(text::WRITE_HERE)}
        </a>
    }
    .into_any()
}
