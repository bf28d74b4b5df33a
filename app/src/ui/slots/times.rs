//! The times to tick: as a list of rows, or as a table beside what the other side said.

use super::{NONE, SLOT, Sided, value};
use crate::context::Context;
use crate::text::{format, slots as text};
use crate::ui::form::{self, Problem};
use crate::ui::icon;
use domain::meeting::Slot;
use leptos::prelude::*;

/// The times as a list of whole rows to tick.
pub fn tick_list(cx: &Context, sided: &Sided<'_>, problems: &[Problem]) -> AnyView {
    let rows = sided
        .offered()
        .into_iter()
        .enumerate()
        .map(|(index, slot)| {
            let plate = (!sided.others_open()
                && sided.fits_others(slot)
                && sided.others().next().is_some())
            .then(|| {
                let words = text::fits_them(cx.lang(), &sided.other);
                view! { <span class="plate signal">{words}</span> }
            });
            view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        name=SLOT
                        id=(index == 0 && !problems.is_empty()).then_some(SLOT)
                        value=value(slot)
                        checked=sided.is_ticked(&value(slot), Some(slot))
                        data-books=sided.would_book(cx.lang(), slot)
                        aria-describedby=(!problems.is_empty()).then_some("slot-error")
                    />
                    <span>
                        <b>{format::weekday_date(cx.lang(), slot.day())}</b>
                        <span class="clock">{text::clock(cx.lang(), slot)}</span>
                    </span>
                    {plate}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field-group">
            <legend class="visually-hidden">{cx.t(text::TIMES)}</legend>
            <div class="tick-slots">{rows} {none(cx, sided)}</div>
            {slot_error(problems)}
        </fieldset>
    }
    .into_any()
}

/// The times as a table that shows beside each what the other side said.
pub fn table(cx: &Context, sided: &Sided<'_>, problems: &[Problem]) -> AnyView {
    let rows = sided
        .offered()
        .into_iter()
        .enumerate()
        .map(|(index, slot)| table_row(cx, sided, slot, index == 0, !problems.is_empty()))
        .collect_view();
    view! {
        <div class="slots-frame">
            <table class="slots">
                <caption class="visually-hidden">{cx.t(text::TIMES)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cx.t(text::TIME)}</th>
                        <th scope="col">{cx.t(text::YOU)}</th>
                        <th scope="col">{sided.other.clone()}</th>
                        <th scope="col">
                            <span class="visually-hidden">{cx.t(text::RESULT)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {slot_error(problems)}
        <div class="tick-slots mt-5">{none(cx, sided)}</div>
    }
    .into_any()
}

fn table_row(
    cx: &Context,
    sided: &Sided<'_>,
    slot: Slot,
    is_first: bool,
    has_error: bool,
) -> AnyView {
    let ticked = sided.is_ticked(&value(slot), Some(slot));
    let says = sided.other_says(slot);
    let both = ticked && says == Some(true);
    let answer = match says {
        Some(true) => {
            view! { <span class="answer yes">{icon::check()} " " {cx.t(text::FITS)}</span> }
                .into_any()
        }
        Some(false) => {
            view! { <span class="answer no">{icon::cross()} " " {cx.t(text::FITS_NOT)}</span> }
                .into_any()
        }
        None => {
            view! { <span class="answer">{icon::clock()} " " {cx.t(text::OPEN)}</span> }.into_any()
        }
    };
    view! {
        <tr class=both.then_some("both")>
            <th scope="row">
                <span class="day">
                    {format::weekday_date(cx.lang(), slot.day())}
                </span>
                <span class="clock">{text::clock(cx.lang(), slot)}</span>
            </th>
            <td>
                <label class="choice">
                    <input
                        type="checkbox"
                        name=SLOT
                        id=(is_first && has_error).then_some(SLOT)
                        value=value(slot)
                        checked=ticked
                        data-books=sided.would_book(cx.lang(), slot)
                        aria-describedby=has_error.then_some("slot-error")
                    />
                    <span>
                        {cx.t(text::FITS_ME)}
                        <span class="visually-hidden">
                            {format!(": {}", text::slot(cx.lang(), slot))}
                        </span>
                    </span>
                </label>
            </td>
            <td data-label=sided.other.clone()>{answer}</td>
            <td>
                {both.then(|| view! { <span class="plate signal">{cx.t(text::FITS_BOTH)}</span> })}
            </td>
        </tr>
    }
    .into_any()
}

fn none(cx: &Context, sided: &Sided<'_>) -> AnyView {
    view! {
        <label class="choice">
            <input type="checkbox" name=SLOT value=NONE checked=sided.is_ticked(NONE, None) />
            <span>
                <b>{cx.t(text::NONE)}</b>
                <span class="muted">{cx.t(text::NONE_NOTE)}</span>
            </span>
        </label>
    }
    .into_any()
}

fn slot_error(problems: &[Problem]) -> Option<AnyView> {
    form::problem_of(problems, SLOT).map(|problem| form::error_text(SLOT, &problem.sentence))
}
