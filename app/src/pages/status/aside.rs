//! Who is responsible, what is stored until when, and the way out.

use super::{amend, call, href};
use crate::context::Context;
use crate::text::{amend as amend_text, format, status as text};
use crate::ui::contact;
use backend::requests::StatusView;
use domain::content::Site;
use domain::retention::Class;
use leptos::prelude::*;

/// The column beside; `asking` says whether we may ask what became of it.
pub fn aside(cx: &Context, site: &Site, view: &StatusView, asking: Option<AnyView>) -> AnyView {
    let adviser = view.adviser.as_deref().and_then(|id| cx.content.advisers.get(id));
    let responsible = match adviser {
        Some(adviser) => contact::contact_card(cx, adviser),
        None => view! {
            <p>{cx.t(text::RESPONSIBLE_TEAM)}</p>
            <p>{call(cx, site)}</p>
        }
        .into_any(),
    };
    view! {
        <aside aria-label=cx.t(text::ASIDE)>
            <div class="sheet stack">
                <h2 class="size-2">{cx.t(text::RESPONSIBLE)}</h2>
                {responsible}
            </div>
            {asking}
            <div class="sheet stack gap-3 mt-5">
                <h2 class="size-2">{cx.t(text::YOUR_DATA)}</h2>
                {data(cx, site, view)} {change(cx, view)} {download(cx)}
                {withdraw(cx, view)}
            </div>
        </aside>
    }
    .into_any()
}

fn data(cx: &Context, site: &Site, view: &StatusView) -> AnyView {
    let request = &view.request;
    let district = request.district.as_ref().map(|id| site.district(id, cx.lang()));
    let firm: Vec<String> = request.firm.iter().cloned().chain(district).collect();
    let reached: Vec<String> = request.email.iter().chain(&request.phone).cloned().collect();
    let row = |label: &'static str, value: String| {
        (!value.is_empty()).then(|| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd class="as-typed">{value}</dd>
                </div>
            }
        })
    };
    let day = request.delete_on;
    view! {
        <dl class="facts">
            <div>
                <dt>{cx.t(text::DELETED_ON)}</dt>
                <dd>
                    <time datetime=day.to_string()>{format::date(cx.lang(), day)}</time>
                    {offered_first(cx, view)}
                </dd>
            </div> {row(cx.t(text::FIRM), firm.join(", "))}
            {row(cx.t(text::REACHED_AT), reached.join(", "))}
            {row(cx.t(text::MESSAGE), request.message.clone().unwrap_or_default())}
        </dl>
    }
    .into_any()
}

/// Says that the day may pass, where the archive has to be asked first.
fn offered_first(cx: &Context, view: &StatusView) -> Option<AnyView> {
    let plan = cx.app.backend.plan();
    plan.must_offer(Class::of(view.request.state))
        .then(|| view! { <p class="small muted">{cx.t(text::OFFERED_FIRST)}</p> }.into_any())
}

/// The way to put something right, while that is possible.
fn change(cx: &Context, view: &StatusView) -> Option<AnyView> {
    view.can_amend().then(|| {
        view! {
            <p>
                <a class="button outline small" href=href(cx, amend::PATH)>
                    {cx.t(amend_text::TITLE)}
                </a>
            </p>
        }
        .into_any()
    })
}

/// Everything that is stored, as one file.
fn download(cx: &Context) -> AnyView {
    view! {
        <p class="small">
            <a href=href(cx, "/daten") download=true>
                {cx.t(text::DOWNLOAD)}
            </a>
            " "
            {cx.t(text::DOWNLOAD_NOTE)}
        </p>
    }
    .into_any()
}

fn withdraw(cx: &Context, view: &StatusView) -> Option<AnyView> {
    let days = cx.app.backend.plan().days(Class::Withdrawn).unwrap_or_default();
    view.can_withdraw().then(|| {
        view! {
            <details class="danger">
                <summary>{cx.t(text::WITHDRAW)}</summary>
                <form method="post" action=href(cx, "/zurueckziehen")>
                    <p>{text::withdraw_note(cx.lang(), days)}</p>
                    <button class="button">{cx.t(text::WITHDRAW_BUTTON)}</button>
                </form>
            </details>
        }
        .into_any()
    })
}
