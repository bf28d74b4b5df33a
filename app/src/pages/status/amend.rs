//! `/status/{token}/angaben`: a firm puts right what it has told. The questions are those of the
//! request form; opening the page changes nothing.

use super::{href, provider_name};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::pages::request::{firm, plan, problem, told};
use crate::text::{Msg, amend as text, form as form_text, request as request_text, status};
use crate::ui::form::{self, ChoiceGroup, Problem, TextField, choice_group, text_field};
use crate::ui::{contact, icon};
use axum::http::StatusCode;
use backend::requests::{self, Own};
use domain::content::Site;
use domain::request::{ContactBy, Details, Field, FieldError, RequestForm};
use leptos::prelude::*;

/// Name of the hidden field that says which answers the form was filled in over.
pub const SEEN: &str = "stand";

/// Path of the page below the status page.
pub const PATH: &str = "/angaben";

/// Why the form is shown again.
pub enum Back {
    /// It is shown for the first time.
    No,
    /// Something about it needs another look.
    Wrong(Vec<FieldError>),
    /// The new address has had too many mails today.
    OverQuota,
    /// The answers changed while it was open.
    Conflict,
}

/// The form with what is stored.
pub async fn page(cx: Cx) -> Outcome {
    let own = requests::own(&cx.app.backend, cx.param(0)).await?.ok_or(PageError::BadLink)?;
    let form = own.form.clone();
    show(cx, own, form, Back::No)
}

/// The form with what was typed and why it is back; instead of it the page that says that it is too
/// late.
pub fn show(cx: Cx, own: Own, form: RequestForm, back: Back) -> Outcome {
    cx.site()?;
    if !own.can_amend() {
        let title = cx.t(text::ENDED);
        let view = move || cx.site().ok().map(|site| ended(&cx, site)).into_any();
        return Page::new(title, view).status(StatusCode::CONFLICT).ok();
    }
    let mut title = cx.t(text::TITLE).to_owned();
    let (problems, status) = match &back {
        Back::No => (Vec::new(), StatusCode::OK),
        Back::Wrong(errors) => (
            errors.iter().map(|error| problem(&cx, *error)).collect(),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Back::OverQuota => (vec![over_quota(&cx)], StatusCode::UNPROCESSABLE_ENTITY),
        Back::Conflict => (Vec::new(), StatusCode::CONFLICT),
    };
    if status != StatusCode::OK {
        title = format!("{}: {title}", cx.t(form_text::ERROR_PREFIX));
    }
    let conflict = matches!(back, Back::Conflict);
    let view = move || {
        let shown = Shown { own: &own, form: &form, problems: &problems, conflict };
        cx.site().ok().map(|site| body(&cx, site, &shown)).into_any()
    };
    Page::new(title, view).status(status).ok()
}

/// What the page is made of.
struct Shown<'a> {
    own: &'a Own,
    form: &'a RequestForm,
    problems: &'a [Problem],
    conflict: bool,
}

fn over_quota(cx: &Context) -> Problem {
    Problem {
        field: Field::Email.code(),
        short: cx.t(text::QUOTA_SHORT).to_owned(),
        sentence: cx.t(text::QUOTA).to_owned(),
    }
}

fn body(cx: &Context, site: &Site, shown: &Shown<'_>) -> AnyView {
    let Shown { own, form, problems, conflict } = shown;
    view! {
        <div class="wrap request">
            <p class="request-title">
                <a href=href(cx, "")>{cx.t(status::TITLE)}</a>
                " "
                <span class="reference">{own.request.reference.to_string()}</span>
            </p>
            <div class="with-aside">
                <form method="post" action=href(cx, PATH) novalidate=true>
                    {form::error_summary(cx, problems)}
                    {conflict.then(|| changed(cx, site, own, form))}
                    <h1>{cx.t(text::TITLE)}</h1>
                    <p class="lead">{cx.t(text::LEAD)}</p>
                    {questions(cx, site, shown)}
                    {form::hidden(SEEN, &own.seen())}
                    <div class="action-bar">
                        <a class="button outline" href=href(cx, "")>
                            {cx.t(text::CANCEL)}
                        </a>
                        <button class="button">{cx.t(text::SAVE)} " " {icon::check()}</button>
                    </div>
                </form>
                {aside(cx, site, own)}
            </div>
        </div>
    }
    .into_any()
}

fn questions(cx: &Context, site: &Site, shown: &Shown<'_>) -> AnyView {
    let Shown { own, form, problems, .. } = shown;
    let asks_facts = own.request.kind.is_matchmaking();
    let plan = if asks_facts {
        plan::answers(cx, site, form, problems)
    } else {
        let field = TextField {
            name: Field::Message.code(),
            label: cx.t(text::MESSAGE),
            value: form.get(Field::Message),
            rows: 5,
            ..TextField::default()
        };
        text_field(field, problems)
    };
    let facts = asks_facts.then(|| firm::facts(cx, site, form, problems));
    view! {
        <section aria-labelledby="amend-plan">
            <h2 id="amend-plan" class="size-3 mt-6 mb-4">
                {cx.t(text::PLAN)}
            </h2>
            {plan}
        </section>
        <section aria-labelledby="amend-firm">
            <h2 id="amend-firm" class="size-3 mt-7 mb-4">
                {cx.t(text::FIRM)}
            </h2>
            {firm::line(cx, form, Field::Firm, problems)}
            {facts}
            {firm::line(cx, form, Field::Person, problems)}
            {email(cx, own, form, problems)}
            {firm::line(cx, form, Field::Phone, problems)}
            {contact_by(cx, form, problems)}
        </section>
    }
    .into_any()
}

fn email(cx: &Context, own: &Own, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let field = TextField {
        name: Field::Email.code(),
        label: cx.t(request_text::EMAIL),
        help: Some(cx.t(text::EMAIL_HELP)),
        value: form.get(Field::Email),
        kind: "email",
        autocomplete: "email",
        ..TextField::default()
    };
    let waiting = own.waiting.as_deref().map(|waiting| {
        let sentence = text::waiting(cx.lang(), waiting, own.request.email.as_deref());
        view! { <p class="note">{icon::warning()} <span>{sentence}</span></p> }
    });
    view! {
        {text_field(field, problems)}
        {waiting}
    }
    .into_any()
}

fn contact_by(cx: &Context, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let option = |by: ContactBy, label: Msg| (by.code().to_owned(), cx.t(label).to_owned(), "");
    choice_group(
        ChoiceGroup {
            name: Field::ContactBy.code(),
            legend: cx.t(text::CONTACT_BY),
            help: None,
            kind: "radio",
            fit: "fit-8",
            options: vec![
                option(ContactBy::Email, text::BY_EMAIL),
                option(ContactBy::Phone, text::BY_PHONE),
            ],
            chosen: &[form.get(Field::ContactBy)],
        },
        problems,
    )
}

/// What is stored where it is something else than what was typed.
fn changed(cx: &Context, site: &Site, own: &Own, form: &RequestForm) -> AnyView {
    let fields = own.form.differences(form, Details::fields(own.request.kind));
    let rows = fields
        .into_iter()
        .map(|field| {
            let stored = told(cx, site, &own.form, field);
            let stored = stored.unwrap_or_else(|| cx.t(text::NOTHING).to_owned());
            view! {
                <div>
                    <dt>{cx.t(text::field(field))}</dt>
                    <dd class="as-typed">{stored}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
            <h2>{cx.t(text::CONFLICT)}</h2>
            <p>{cx.t(text::CONFLICT_LEAD)}</p>
            <dl class="facts">{rows}</dl>
        </div>
    }
    .into_any()
}

fn aside(cx: &Context, site: &Site, own: &Own) -> AnyView {
    let names: Vec<String> = own.released_to.iter().map(|id| provider_name(cx, id).0).collect();
    let released = (!names.is_empty())
        .then(|| view! { <p>{text::released_to(cx.lang(), &names.join(", "))}</p> });
    view! {
        <aside aria-label=cx.t(text::ASIDE)>
            <div class="sheet stack gap-3">
                <h2 class="size-2">{cx.t(text::ASIDE)}</h2>
                {released}
                <p>{cx.t(text::ASIDE_TOLD)}</p>
                <p>{cx.t(text::ASIDE_NOT_HERE)} " " {contact::phone(cx, &site.phone)}</p>
            </div>
        </aside>
    }
    .into_any()
}

fn ended(cx: &Context, site: &Site) -> AnyView {
    view! {
        <div class="wrap request stack gap-5">
            <h1>{cx.t(text::ENDED)}</h1>
            <p class="lead">{cx.t(text::ENDED_LEAD)}</p>
            <p>{contact::phone(cx, &site.phone)}</p>
            <p>
                <a class="button" href=href(cx, "")>
                    {cx.t(text::TO_STATUS)}
                </a>
            </p>
        </div>
    }
    .into_any()
}
