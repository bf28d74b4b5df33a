//! `/mitarbeit/kalender/konflikte`: what is booked and has become impossible, and what to do about
//! it. Nothing is dropped by itself.

use super::name;
use crate::context::{Context, Cx, Outcome, Page};
use crate::pages::staff::{empty, table, viewer};
use crate::text::{desk, format, meeting_desk as text};
use crate::ui::crumbs::trail;
use crate::ui::icon;
use backend::meetings::{self, Clash};
use domain::Lang;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The path of the page.
const PATH: &str = "/kalender/konflikte";

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let clashes = meetings::clashes(&cx.app.backend, cx.site()?, &viewer).await?;
    let title = cx.t(text::CLASHES);
    Page::new(title, move || view(&cx, &clashes)).ok()
}

/// How many meetings they are.
fn count(clashes: &[Clash]) -> usize {
    clashes.iter().map(|clash| &clash.entry.meeting).collect::<BTreeSet<_>>().len()
}

/// Says on the calendar that there are some.
pub fn banner(cx: &Context, clashes: &[Clash]) -> Option<AnyView> {
    (!clashes.is_empty()).then(|| {
        view! {
            <div class="desk-banner error">
                {icon::warning()}
                <p>
                    {text::clashes(count(clashes))} " "
                    <a href=cx.href(PATH)>{cx.t(text::TO_CLASHES)}</a>
                </p>
            </div>
        }
        .into_any()
    })
}

fn view(cx: &Context, clashes: &[Clash]) -> AnyView {
    let list = if clashes.is_empty() {
        let back = view! { <a href=cx.href("/kalender")>{cx.t(desk::TO_CALENDAR)}</a> };
        empty(cx, text::NO_CLASHES, text::NO_CLASHES_HINT, Some(back.into_any()))
    } else {
        list(cx, clashes)
    };
    view! {
        {trail(cx, &[(cx.t(desk::CALENDAR), "/kalender")])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::CLASHES)}</h1>
                <p>{cx.t(text::CLASHES_LEAD)}</p>
            </div>
        </div>
        {list}
    }
    .into_any()
}

fn list(cx: &Context, clashes: &[Clash]) -> AnyView {
    let columns = [text::COL_WHEN, text::COL_FIRM, text::COL_WHY, text::COL_TO_DO];
    let lines = clashes.iter().map(|clash| line(cx, clash)).collect_view();
    table(cx, "agenda", text::CLASHES, &columns, lines.into_any())
}

fn line(cx: &Context, clash: &Clash) -> AnyView {
    let entry = &clash.entry;
    let day = format::weekday_date(Lang::De, entry.slot.day());
    let span = format::span(Lang::De, entry.slot.start(), i64::from(entry.slot.minutes()));
    let why = clash
        .why
        .iter()
        .map(|trouble| view! { <p>{text::trouble(trouble, &entry.adviser_name)}</p> })
        .collect_view();
    let what = format!("{}, {}", text::kind(entry.kind), text::state(entry.state));
    let to_do = if entry.visible {
        let href = cx.href(&format!("/anfragen/{}#treffen-{}", entry.request, entry.meeting));
        view! { <a href=href>{cx.t(text::TO_MEETING)}</a> }.into_any()
    } else {
        cx.t(text::ASK_COORDINATION).into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <b>{day}</b>
                <span>{span}</span>
            </th>
            <td data-label=cx.t(text::COL_FIRM)>
                <div>
                    {name(cx, entry)} <br />
                    <span class="small muted">{what}</span>
                </div>
            </td>
            <td data-label=cx.t(text::COL_WHY)>
                <div>{why}</div>
            </td>
            <td data-label=cx.t(text::COL_TO_DO)>{to_do}</td>
        </tr>
    }
    .into_any()
}
