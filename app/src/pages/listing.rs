//! `/anbieter/aufnahme`: how a provider gets onto the wall: the published criteria, the steps and
//! the form; and the page that thanks for it.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::pages::request::{BY_PHONE, problem};
use crate::text::{Msg, common, form as form_text, listing as text, request as request_text};
use crate::ui::crumbs::crumbs;
use crate::ui::form::{
    Choice, Problem, SelectField, TextField, error_summary, select_field, text_field,
};
use crate::ui::{contact, icon};
use axum::http::StatusCode;
use domain::content::Site;
use domain::request::{Field, FieldError, Reference, RequestForm, UNKNOWN};
use leptos::prelude::*;

const PATH: &str = "/anbieter/aufnahme";

/// What the form asks for.
pub const FIELDS: [Field; 6] =
    [Field::Firm, Field::District, Field::Message, Field::Person, Field::Email, Field::Phone];

/// The page with an empty form.
pub async fn page(cx: Cx) -> Outcome {
    page_with(cx, RequestForm::default(), Vec::new())
}

/// The page with what was typed and what is wrong with it.
pub fn page_with(cx: Cx, form: RequestForm, errors: Vec<FieldError>) -> Outcome {
    cx.site()?;
    let problems: Vec<Problem> = errors.into_iter().map(|error| problem(&cx, error)).collect();
    let mut title = cx.t(text::TITLE).to_owned();
    let mut status = StatusCode::OK;
    if !problems.is_empty() {
        title = format!("{}: {title}", cx.t(form_text::ERROR_PREFIX));
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let description = cx.t(text::DESCRIPTION);
    let view = move || cx.site().ok().map(|site| view(&cx, site, &form, &problems)).into_any();
    Page::new(title, view).description(description).status(status).ok()
}

fn view(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let criteria = site
        .criteria
        .iter()
        .map(|criterion| view! { <li>{criterion.label(cx.lang()).to_owned()}</li> })
        .collect_view();
    let steps = [text::STEP_ASK, text::STEP_READ, text::STEP_VISIT, text::STEP_WALL]
        .map(|step| view! { <li>{cx.t(step)}</li> })
        .collect_view();
    // What came back is read first.
    let explained = problems.is_empty().then(|| {
        view! {
            <section class="prose" aria-labelledby="criteria">
                <h2 id="criteria" class="mt-0">
                    {cx.t(text::CRITERIA)}
                </h2>
                <p>{cx.t(text::CRITERIA_LEAD)}</p>
                <ol>{criteria}</ol>
                <h2>{cx.t(text::STEPS)}</h2>
                <ol>{steps}</ol>
            </section>
        }
    });
    view! {
        <div class="wrap page-head">
            {crumbs(cx, &[(common::NAV_WALL, "/anbieter")])} <h1>{cx.t(text::TITLE)}</h1>
            <p class="lead">{cx.t(text::LEAD)}</p>
        </div>
        <div class="wrap with-aside pb-section">
            <div class="stack gap-7">{explained} {fields(cx, site, form, problems)}</div>
            <aside aria-label=cx.t(text::ASIDE)>
                <div class="sheet stack">
                    <h2 class="size-3">{cx.t(text::ASIDE)}</h2>
                    <p>{cx.t(text::ASIDE_TEXT)}</p>
                    <p class="lead">{contact::phone(cx, &site.phone)}</p>
                </div>
            </aside>
        </div>
    }
    .into_any()
}

fn fields(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let field =
        |field: Field, label: Msg, help: Option<Msg>, kind: (&'static str, &'static str)| {
            let (kind, autocomplete) = kind;
            let text = TextField {
                name: field.code(),
                label: cx.t(label),
                help: help.map(|help| cx.t(help)),
                value: form.get(field),
                kind,
                autocomplete,
                required: matches!(field, Field::Firm | Field::Message | Field::Person),
                rows: if field == Field::Message { 6 } else { 0 },
                ..TextField::default()
            };
            text_field(text, problems)
        };
    view! {
        <section aria-labelledby="form">
            <h2 id="form" class="size-2 mt-0 mb-5">
                {cx.t(text::FORM)}
            </h2>
            <form method="post" action=cx.href(PATH) novalidate=true>
                {error_summary(cx, problems)}
                {field(Field::Firm, text::FIRM, None, ("text", "organization"))}
                {district(cx, site, form, problems)}
                {field(Field::Message, text::MESSAGE, Some(text::MESSAGE_HELP), ("text", ""))}
                {field(Field::Person, text::PERSON, None, ("text", "name"))}
                {field(Field::Email, request_text::EMAIL, Some(text::EMAIL_HELP), ("email", "email"))}
                {field(Field::Phone, request_text::PHONE, Some(text::PHONE_HELP), ("tel", "tel"))}
                <p class="small muted mt-5">{cx.t(text::PRIVACY)}</p>
                <div class="action-bar">
                    <button class="button signal">{cx.t(text::SEND)} " " {icon::arrow()}</button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn district(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let mut choices = vec![Choice::new("", cx.t(form_text::PLEASE_CHOOSE))];
    choices.extend(site.districts.iter().map(|t| Choice::new(t.id.as_str(), t.label(cx.lang()))));
    choices.push(Choice::new(UNKNOWN, cx.t(request_text::DISTRICT_UNKNOWN)));
    let (id, value) = (Field::District.code(), form.get(Field::District));
    let list = SelectField {
        id,
        name: id,
        label: cx.t(text::DISTRICT),
        help: None,
        value,
        choices: &choices,
        required: false,
    };
    select_field(list, problems)
}

/// Where the thanks stand.
pub fn thanks_href(cx: &Context, reference: Reference, by_phone: bool) -> String {
    let query = if by_phone { format!("?kontakt={BY_PHONE}") } else { String::new() };
    format!("{}{query}", cx.href(&format!("{PATH}/danke/{reference}")))
}

/// `/anbieter/aufnahme/danke/{reference}`: says nothing that the address does not say.
pub async fn thanks(cx: Cx) -> Outcome {
    let reference = Reference::parse(cx.param(0))
        .filter(|reference| reference.to_string() == cx.param(0))
        .ok_or(PageError::NotFound)?;
    Page::new(cx.t(text::THANKS), move || thanks_view(&cx, reference)).ok()
}

fn thanks_view(cx: &Context, reference: Reference) -> AnyView {
    let by_phone = cx.query.has("kontakt", BY_PHONE);
    let lead = if by_phone { text::THANKS_PHONE } else { text::THANKS_MAIL };
    let steps = [text::STEP_READ, text::STEP_VISIT, text::STEP_WALL]
        .map(|step| view! { <li>{cx.t(step)}</li> })
        .collect_view();
    view! {
        <div class="wrap page-head">
            {crumbs(cx, &[(common::NAV_WALL, "/anbieter")])} <h1>{cx.t(text::THANKS)}</h1>
            <p class="lead">{cx.t(lead)}</p>
        </div>
        <div class="wrap pb-section">
            <div class="prose">
                <p>
                    {cx.t(request_text::REFERENCE)} ": "
                    <span class="reference">{reference.to_string()}</span>
                </p>
                <h2>{cx.t(text::STEPS)}</h2>
                <ol>{steps}</ol>
                <p>
                    <a href=cx.href("/anbieter")>{cx.t(common::TO_THE_WALL)}</a>
                </p>
            </div>
        </div>
    }
    .into_any()
}
