//! `/mitarbeit/geraete/{id}`: one kiosk: how it is and was, and what can be done with it.

use super::new::{NAME, PLACE, fields};
use super::{Missed, banner, state};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::pages::staff::team::{SURE, sure};
use crate::pages::staff::{Returned, admit, table};
use crate::text::{Msg, device_desk as text};
use crate::ui::crumbs::trail;
use crate::ui::form::{Problem, TextField, error_summary, hidden, problem_of, text_field};
use crate::ui::notice;
use backend::Id;
use backend::devices::{self, Device};
use domain::device::Outage;
use leptos::prelude::*;

/// Name of the field for the code on the kiosk's screen.
pub const CODE: &str = "code";
/// Name of the field that says whether cleaning begins or ends.
pub const CLEANING: &str = "reinigung";
/// The value that begins it.
pub const ON: &str = "an";

/// Outages that are shown.
const OUTAGES: i64 = 50;

/// What was just done.
const DID: [(&str, Msg); 6] = [
    ("angelegt", text::DID_ADD),
    ("gekoppelt", text::DID_PAIR),
    ("benannt", text::DID_RENAME),
    ("reinigen", text::DID_CLEAN),
    ("gereinigt", text::DID_CLEANED),
    ("entkoppelt", text::DID_UNPAIR),
];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// What the page is made of.
struct Shown {
    device: Device,
    outages: Vec<Outage>,
    problems: Vec<Problem>,
}

/// The page, with a form that came back.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    let me = admit(&cx)?;
    let id = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let mut conn = cx.app.backend.db.read().await?;
    let device = devices::find(&mut conn, me.site_id(), &id).await?.ok_or(PageError::NotFound)?;
    let outages = devices::outages_of(&mut conn, &device, OUTAGES).await?;
    drop(conn);
    let (title, status) = (returned.titled(&cx, &device.name), returned.status);
    let shown = Shown { device, outages, problems: returned.problems };
    Page::new(title, move || view(&cx, &shown)).status(status).ok()
}

fn view(cx: &Context, shown: &Shown) -> AnyView {
    let Shown { device, problems, .. } = shown;
    let place = (!device.place.is_empty()).then(|| view! { <p>{device.place.clone()}</p> });
    let missed = Missed::among(std::slice::from_ref(device));
    view! {
        {trail(cx, &[(cx.t(text::TITLE), "/geraete")])}
        <div class="desk-head">
            <div>
                <h1>{device.name.clone()}</h1>
                {place}
            </div>
        </div>
        {error_summary(cx, problems)}
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        {banner(cx, &missed)}
        <div class="desk-columns">
            <div class="stack gap-5">{facts(cx, device)} {history(cx, &shown.outages)}</div>
            <div class="stack gap-5">
                {pair(cx, device, problems)} {device.is_paired.then(|| cleaning(cx, device))}
                {rename(cx, device, problems)} {device.is_paired.then(|| unpair(cx, device))}
                {remove(cx, device, problems)}
            </div>
        </div>
    }
    .into_any()
}

fn action(cx: &Context, device: &Device, step: &str) -> String {
    cx.href(&format!("/geraete/{}/{step}", device.id))
}

fn facts(cx: &Context, device: &Device) -> AnyView {
    let row = |label: Msg, value: AnyView| {
        view! {
            <div>
                <dt>{cx.t(label)}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let state = view! { <div class="desk-why">{state::plate(cx, device)}</div> };
    view! {
        <section class="desk-box" aria-labelledby="how">
            <h2 class="size-1" id="how">
                {cx.t(text::HOW)}
            </h2>
            <dl class="facts">
                {row(text::COL_STATE, state.into_any())}
                {row(text::COL_HOLDS, state::holds(cx, device))}
                {row(text::COL_TOUCHED, state::touched(cx, device))}
                {row(text::SCREEN, state::screen(cx, device))}
                {row(text::PAIRED_AT, state::paired(cx, device))}
            </dl>
        </section>
    }
    .into_any()
}

fn history(cx: &Context, outages: &[Outage]) -> AnyView {
    let list = if outages.is_empty() {
        view! { <p class="muted">{cx.t(text::OUTAGES_NONE)}</p> }.into_any()
    } else {
        let rows = outages
            .iter()
            .map(|outage| {
                view! {
                    <tr>
                        <th scope="row">{text::span(outage.span)}</th>
                        <td data-label=cx.t(text::COL_LENGTH)>{text::length(outage.span)}</td>
                        <td data-label=cx.t(text::COL_KIND)>{text::kind(outage.kind)}</td>
                    </tr>
                }
            })
            .collect_view();
        let columns = [text::COL_WHEN, text::COL_LENGTH, text::COL_KIND];
        table(cx, "outages", text::OUTAGES, &columns, rows.into_any())
    };
    view! {
        <section class="desk-box" aria-labelledby="outages">
            <h2 class="size-1" id="outages">
                {cx.t(text::OUTAGES)}
            </h2>
            {list}
        </section>
    }
    .into_any()
}

fn pair(cx: &Context, device: &Device, problems: &[Problem]) -> AnyView {
    let (title, note, class) = if device.is_paired {
        (text::PAIR_AGAIN, text::PAIR_AGAIN_NOTE, "button outline small")
    } else {
        (text::PAIR, text::PAIR_NOTE, "button signal small")
    };
    let code = TextField {
        name: CODE,
        label: cx.t(text::CODE),
        help: Some(cx.t(text::CODE_HELP)),
        value: cx.form.get(CODE),
        autocomplete: "off",
        required: true,
        ..TextField::default()
    };
    view! {
        <section class="desk-box" aria-labelledby="pair">
            <h2 class="size-1" id="pair">
                {cx.t(title)}
            </h2>
            <p class="small muted">{cx.t(note)}</p>
            <form
                method="post"
                action=action(cx, device, "koppeln")
                novalidate=true
                class="desk-fields mt-4"
            >
                {text_field(code, problems)}
                <button class=class>{cx.t(text::PAIR_SAVE)}</button>
            </form>
        </section>
    }
    .into_any()
}

fn cleaning(cx: &Context, device: &Device) -> AnyView {
    let (label, value, note) = if device.is_cleaning(cx.now) {
        let until = device.cleaning_until.map(text::cleaning_until).unwrap_or_default();
        (text::CLEANING_END, "", until)
    } else {
        (text::CLEANING_BEGIN, ON, cx.t(text::CLEANING_NOTE).to_owned())
    };
    view! {
        <section class="desk-box" aria-labelledby="cleaning">
            <h2 class="size-1" id="cleaning">
                {cx.t(text::CLEANING_TITLE)}
            </h2>
            <p class="small muted">{note}</p>
            <form method="post" action=action(cx, device, "reinigen") class="mt-4">
                {hidden(CLEANING, value)}
                <button class="button outline small">{cx.t(label)}</button>
            </form>
        </section>
    }
    .into_any()
}

fn rename(cx: &Context, device: &Device, problems: &[Problem]) -> AnyView {
    let came_back = problem_of(problems, NAME).or(problem_of(problems, PLACE)).is_some();
    let values = if came_back {
        [NAME, PLACE].map(|field| cx.form.get(field))
    } else {
        [device.name.as_str(), device.place.as_str()]
    };
    view! {
        <details class="desk-box edit-account" open=came_back>
            <summary>{cx.t(text::RENAME)}</summary>
            <form
                method="post"
                action=action(cx, device, "name")
                class="desk-fields"
                novalidate=true
            >
                {fields(cx, values, problems)}
                <button class="button outline small">{cx.t(text::RENAME_SAVE)}</button>
            </form>
        </details>
    }
    .into_any()
}

fn unpair(cx: &Context, device: &Device) -> AnyView {
    view! {
        <details class="danger">
            <summary>{cx.t(text::UNPAIR)}</summary>
            <form method="post" action=action(cx, device, "entkoppeln")>
                <p>{cx.t(text::UNPAIR_NOTE)}</p>
                <button class="button outline small">{cx.t(text::UNPAIR_SAVE)}</button>
            </form>
        </details>
    }
    .into_any()
}

fn remove(cx: &Context, device: &Device, problems: &[Problem]) -> AnyView {
    let came_back = problem_of(problems, SURE).is_some();
    view! {
        <details class="danger" open=came_back>
            <summary>{cx.t(text::REMOVE)}</summary>
            <form method="post" action=action(cx, device, "entfernen")>
                <p>{cx.t(text::REMOVE_NOTE)}</p>
                {sure(cx, text::REMOVE_SURE, problems)}
                <button class="button outline small">{cx.t(text::REMOVE_SAVE)}</button>
            </form>
        </details>
    }
    .into_any()
}
