//! What stands above every layout of the calendar: where one is, where one can go, and whose
//! calendar it is.

use super::{Shape, Wanted, Whose};
use crate::context::Context;
use crate::text::{Msg, desk, meeting_desk as text};
use crate::ui::form::{Choice, SelectField, TextField, hidden, select_field, text_field};
use crate::ui::icon;
use leptos::prelude::*;

/// The heading and the way to what is before and after.
pub fn head(cx: &Context, wanted: Wanted) -> AnyView {
    let (before, after) = match wanted.shape {
        Shape::Day => (text::PREVIOUS_DAY, text::NEXT_DAY),
        Shape::Week => (text::PREVIOUS_WEEK, text::NEXT_WEEK),
        Shape::List => (text::EARLIER, text::LATER),
    };
    let link = |steps: i32, label: Msg, drawing: AnyView| {
        view! {
            <a
                class="button outline small"
                href=wanted.step(steps).href(cx)
                aria-label=cx.t(label)
            >
                {drawing}
            </a>
        }
    };
    let today = Wanted { day: cx.today, ..wanted };
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(desk::CALENDAR)}</h1>
                <p>{wanted.title()}</p>
            </div>
            <nav class="row gap-2" aria-label=cx.t(text::STEPS)>
                {link(-1, before, icon::back())}
                <a class="button outline small" href=today.href(cx)>
                    {cx.t(text::GO_TODAY)}
                </a>
                {link(1, after, icon::arrow())}
            </nav>
        </div>
    }
    .into_any()
}

/// The layouts, and a form for whose calendar from which day.
pub fn choice(cx: &Context, wanted: Wanted) -> AnyView {
    let shapes = [
        (Shape::Day, text::SHAPE_DAY),
        (Shape::Week, text::SHAPE_WEEK),
        (Shape::List, text::SHAPE_LIST),
    ]
    .map(|(shape, label)| {
        let current = (shape == wanted.shape).then_some("page");
        let href = Wanted { shape, ..wanted }.href(cx);
        view! {
            <a href=href aria-current=current>
                {cx.t(label)}
            </a>
        }
    })
    .collect_view();
    view! {
        <nav class="tabs" aria-label=cx.t(desk::TABS)>
            {shapes}
        </nav>
        {form(cx, wanted)}
    }
    .into_any()
}

fn form(cx: &Context, wanted: Wanted) -> AnyView {
    let choices = [
        (Whose::All, text::WHOSE_ALL),
        (Whose::Own, text::WHOSE_OWN),
        (Whose::Room, text::WHOSE_ROOM),
    ]
    .map(|(whose, label)| Choice::new(whose.code(), cx.t(label)));
    let whose = SelectField {
        id: "wer",
        name: "wer",
        label: cx.t(text::WHOSE),
        help: None,
        value: wanted.whose.code(),
        choices: &choices,
        required: false,
    };
    let day = wanted.day.to_string();
    let day = TextField {
        name: "tag",
        label: cx.t(text::FROM_DAY),
        kind: "date",
        value: &day,
        ..TextField::default()
    };
    view! {
        <form class="calendar-choice" action=cx.href("/kalender")>
            {hidden("ansicht", wanted.shape.code())} {select_field(whose, &[])}
            {text_field(day, &[])}
            <button class="button outline small">{cx.t(text::SHOW_DAYS)}</button>
        </form>
    }
    .into_any()
}
