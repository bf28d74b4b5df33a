//! Step 1: what somebody has in mind. Not knowing is an answer to every question.

use crate::context::Context;
use crate::forms::request::GO;
use crate::pages::request::{Step, wishes};
use crate::text::{Msg, request as text};
use crate::ui::form::{ChoiceGroup, Problem, TextField, choice_group, text_field};
use crate::ui::icon;
use domain::content::Site;
use domain::request::{Budget, Field, RequestForm, RequestKind, UNKNOWN};
use leptos::prelude::*;

/// The step.
pub fn fields(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    view! {
        <h1>{cx.t(text::PLAN)}</h1>
        <p class="lead">{cx.t(text::PLAN_LEAD)}</p>
        {origin(cx, form)}
        {questions(cx, site, form, problems)}
    }
    .into_any()
}

/// The questions alone.
pub fn questions(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    view! {
        {kind(cx, form, problems)}
        {answers(cx, site, form, problems)}
        {wishes::wishes(cx, form, problems)}
    }
    .into_any()
}

/// The questions about the plan itself.
pub fn answers(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    view! {
        {goals(cx, site, form, problems)}
        {text_field(
            TextField {
                name: Field::Message.code(),
                label: cx.t(text::MESSAGE),
                help: Some(cx.t(text::MESSAGE_HELP)),
                value: form.get(Field::Message),
                rows: 5,
                ..TextField::default()
            },
            problems,
        )}
        {budget(cx, form, problems)}
    }
    .into_any()
}

/// The way out and the way on.
pub fn bar(cx: &Context, form: &RequestForm) -> AnyView {
    let story = form.get(Field::Story);
    let leave = if story.is_empty() { "/".to_owned() } else { format!("/geschichten/{story}") };
    view! {
        <div class="action-bar">
            <a class="button outline" href=cx.href(&leave)>
                {cx.t(text::CANCEL)}
            </a>
            <button class="button" name=GO value=Step::Firm.code()>
                {cx.t(text::TO_FIRM)}
                " "
                {icon::arrow()}
            </button>
        </div>
    }
    .into_any()
}

/// The story it began with.
fn origin(cx: &Context, form: &RequestForm) -> Option<AnyView> {
    let story = cx.content.story(form.get(Field::Story), cx.today)?;
    let (words, lang) = cx.texts(&story.text);
    Some(
        view! {
            <p class="mb-5">
                <span class="muted">{cx.t(text::ORIGIN)} ": "</span>
                <b lang=lang>{words.title.clone()}</b>
            </p>
        }
        .into_any(),
    )
}

fn kind(cx: &Context, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let option = |kind: RequestKind, note: Msg| {
        (kind.code().to_owned(), cx.t(text::kind(kind)).to_owned(), cx.t(note))
    };
    choice_group(
        ChoiceGroup {
            name: Field::Kind.code(),
            legend: cx.t(text::KIND),
            help: None,
            kind: "radio",
            fit: "fit-14",
            options: vec![
                option(RequestKind::Introduction, text::KIND_INTRODUCTION_NOTE),
                option(RequestKind::Advice, text::KIND_ADVICE_NOTE),
                option(RequestKind::Funding, text::KIND_FUNDING_NOTE),
            ],
            chosen: &[form.get(Field::Kind)],
        },
        problems,
    )
}

fn goals(cx: &Context, site: &Site, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let mut options: Vec<(String, String, &'static str)> = site
        .goals
        .iter()
        .map(|goal| (goal.id.clone(), goal.label(cx.lang()).to_owned(), ""))
        .collect();
    options.push((UNKNOWN.to_owned(), cx.t(text::GOAL_UNKNOWN).to_owned(), ""));
    let chosen: Vec<&str> = form.all(Field::Goal).collect();
    choice_group(
        ChoiceGroup {
            name: Field::Goal.code(),
            legend: cx.t(text::GOAL),
            help: Some(cx.t(text::GOAL_HELP)),
            kind: "checkbox",
            fit: "",
            options,
            chosen: &chosen,
        },
        problems,
    )
}

fn budget(cx: &Context, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let mut options: Vec<(String, String, &'static str)> = Budget::ALL
        .iter()
        .map(|budget| (budget.code().to_owned(), text::budget(cx.lang(), *budget), ""))
        .collect();
    options.push((UNKNOWN.to_owned(), cx.t(text::BUDGET_UNKNOWN).to_owned(), ""));
    choice_group(
        ChoiceGroup {
            name: Field::Budget.code(),
            legend: cx.t(text::BUDGET),
            help: None,
            kind: "radio",
            fit: "fit-11",
            options,
            chosen: &[form.get(Field::Budget)],
        },
        problems,
    )
}
