//! `/mitarbeit/geraete/neu`: a new kiosk.

use crate::context::{Context, Cx, Outcome, Page};
use crate::pages::staff::{Returned, admit};
use crate::text::device_desk as text;
use crate::ui::crumbs::trail;
use crate::ui::form::{Problem, TextField, error_summary, text_field};
use crate::ui::icon;
use leptos::prelude::*;

/// Name of the field for what it is called.
pub const NAME: &str = "name";
/// Name of the field for where it stands.
pub const PLACE: &str = "ort";

/// The empty form.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default())
}

/// The form with what was typed.
pub fn show(cx: Cx, returned: Returned) -> Outcome {
    admit(&cx)?;
    let (title, status) = (returned.titled(&cx, cx.t(text::ADD)), returned.status);
    let view = move || view(&cx, &returned.problems);
    Page::new(title, view).status(status).ok()
}

/// Fields for name and place, with these values.
pub fn fields(cx: &Context, [name, place]: [&str; 2], problems: &[Problem]) -> AnyView {
    let field = |name, label, help, value, required| {
        let (autocomplete, rest) = ("off", TextField::default());
        let field = TextField { name, label, help, value, autocomplete, required, ..rest };
        text_field(field, problems)
    };
    view! {
        {field(NAME, cx.t(text::NAME), Some(cx.t(text::NAME_HELP)), name, true)}
        {field(PLACE, cx.t(text::PLACE), Some(cx.t(text::PLACE_HELP)), place, false)}
    }
    .into_any()
}

fn view(cx: &Context, problems: &[Problem]) -> AnyView {
    let typed = [NAME, PLACE].map(|field| cx.form.get(field));
    view! {
        {trail(cx, &[(cx.t(text::TITLE), "/geraete")])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::ADD)}</h1>
                <p class="lead">{cx.t(text::ADD_LEAD)}</p>
            </div>
        </div>
        {error_summary(cx, problems)}
        <form method="post" action=cx.href("/geraete/neu") novalidate=true class="desk-form">
            {fields(cx, typed, problems)}
            <div class="action-bar">
                <a href=cx.href("/geraete")>{cx.t(crate::text::form::BACK)}</a>
                <button class="button signal">{cx.t(text::ADD_SAVE)} " " {icon::arrow()}</button>
            </div>
        </form>
    }
    .into_any()
}
