//! The records that have to be offered to the archive, and its answer.

use super::{ANSWER, RECORD, TAKES, WAIVES};
use crate::context::Context;
use crate::pages::staff::table;
use crate::text::{format, request_desk, retention_desk as text};
use crate::ui::form;
use backend::retention::{Decision, Offer};
use domain::Lang;
use domain::retention::Plan;
use leptos::prelude::*;

/// The section; nothing where nothing has to be offered at all.
pub fn section(cx: &Context, plan: &Plan, offers: &[Offer], may_answer: bool) -> Option<AnyView> {
    let is_offered = plan.rules.iter().any(|rule| rule.offer);
    if !is_offered && offers.is_empty() {
        return None;
    }
    let content = match &plan.waiver {
        Some(waiver) => view! { <p>{text::waiver(waiver.on, &waiver.reference)}</p> }.into_any(),
        None if offers.is_empty() => {
            view! { <p class="muted">{cx.t(text::ARCHIVE_NOTHING)}</p> }.into_any()
        }
        None => asked(cx, offers, may_answer),
    };
    Some(
        view! {
            <section class="desk-box mt-5" aria-labelledby="archive">
                <h2 class="size-1" id="archive">
                    {cx.t(text::ARCHIVE)}
                </h2>
                {content}
            </section>
        }
        .into_any(),
    )
}

fn asked(cx: &Context, offers: &[Offer], may_answer: bool) -> AnyView {
    let columns = [
        text::COL_REFERENCE,
        text::COL_KIND,
        text::COL_FROM_TO,
        text::COL_PROMISED,
        text::COL_ANSWER,
    ];
    let rows = offers.iter().map(|offer| row(cx, offer)).collect_view();
    let open: Vec<&Offer> = offers.iter().filter(|offer| offer.answer.is_none()).collect();
    let takes = |offer: &Offer| matches!(offer.answer, Some((Decision::Exported, _)));
    let answer = (may_answer && !open.is_empty()).then(|| answer(cx, &open));
    let save = (may_answer && offers.iter().any(takes)).then(|| save(cx));
    let elsewhere =
        (!may_answer).then(|| view! { <p class="muted">{cx.t(text::ARCHIVE_ADMIN)}</p> });
    view! {
        <p>{cx.t(text::ARCHIVE_LEAD)}</p>
        <div id=RECORD tabindex="-1">
            {table(cx, "even", text::ARCHIVE_TABLE, &columns, rows.into_any())}
        </div>
        {elsewhere}
        {answer}
        {save}
    }
    .into_any()
}

fn row(cx: &Context, offer: &Offer) -> AnyView {
    let day = |day| format::date(Lang::De, day);
    let days = format!("{} bis {}", day(offer.created_on), day(offer.changed_on));
    let answer = match offer.answer {
        Some((decision, on)) => text::answered(decision == Decision::Exported, on),
        None => cx.t(text::NOT_ASKED).to_owned(),
    };
    view! {
        <tr>
            <th scope="row">
                <b class="reference">{offer.reference.to_string()}</b>
            </th>
            <td data-label=cx.t(text::COL_KIND)>
                <div class="desk-why">
                    <span>{request_desk::kind(offer.kind)}</span>
                    <span class="small muted">{offer.class.german()}</span>
                </div>
            </td>
            <td data-label=cx.t(text::COL_FROM_TO)>{days}</td>
            <td data-label=cx.t(text::COL_PROMISED)>{day(offer.delete_on)}</td>
            <td data-label=cx.t(text::COL_ANSWER)>{answer}</td>
        </tr>
    }
    .into_any()
}

fn answer(cx: &Context, open: &[&Offer]) -> AnyView {
    let records = open.iter().map(|offer| form::hidden(RECORD, offer.id.as_str())).collect_view();
    view! {
        <form method="post" action=cx.href("/aufbewahrung/archiv")>
            {records} <p class="small">{cx.t(text::ANSWER_NOTE)}</p>
            <div class="row gap-2 mt-4">
                <button class="button small" name=ANSWER value=TAKES>
                    {cx.t(text::TAKES)}
                </button>
                <button class="button outline small" name=ANSWER value=WAIVES>
                    {cx.t(text::WAIVES)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn save(cx: &Context) -> AnyView {
    view! {
        <form method="post" action=cx.href("/aufbewahrung/ausgabe")>
            <p class="small">{cx.t(text::SAVE_NOTE)}</p>
            <button class="button outline small mt-4">{cx.t(text::SAVE)}</button>
        </form>
    }
    .into_any()
}
