//! `/mitarbeit/anfragen/neu`: a request written down for somebody in the room or on the telephone.
//! One page, because who writes it listens at the same time.

use super::viewer;
use crate::context::{Context, Cx, Outcome, Page};
use crate::pages::request::{firm, plan, problem};
use crate::text::{Msg, common, desk, entry_desk as text, form as form_text};
use crate::ui::crumbs::trail;
use crate::ui::form::{self, ChoiceGroup, Problem, choice_group};
use crate::ui::icon;
use axum::http::StatusCode;
use backend::requests::FormKey;
use domain::Lang;
use domain::content::Site;
use domain::request::{Channel, Field, FieldError, RequestForm, RequestKind};
use leptos::prelude::*;

/// Name of the field for the language of mails.
pub const LANGUAGE: &str = "sprache";

/// Path of the page below the desk.
pub const PATH: &str = "/anfragen/neu";

/// The empty form.
pub async fn page(cx: Cx) -> Outcome {
    let key = FormKey::mint(&cx.app.backend);
    let form = RequestForm::from_pairs([
        (Field::Kind.code(), RequestKind::Advice.code()),
        (Field::Channel.code(), Channel::Visit.code()),
        (Field::Key.code(), key.as_str()),
    ]);
    show(cx, form, Lang::De, Vec::new())
}

/// The form with what was typed and what is wrong with it.
pub fn show(cx: Cx, form: RequestForm, lang: Lang, errors: Vec<FieldError>) -> Outcome {
    viewer(&cx)?;
    let problems: Vec<Problem> = errors.into_iter().map(|error| problem(&cx, error)).collect();
    let (mut title, mut status) = (cx.t(text::TITLE).to_owned(), StatusCode::OK);
    if !problems.is_empty() {
        title = format!("{}: {title}", cx.t(form_text::ERROR_PREFIX));
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let view =
        move || cx.site().ok().map(|site| view(&cx, site, &form, lang, &problems)).into_any();
    Page::new(title, view).status(status).ok()
}

fn view(
    cx: &Context,
    site: &Site,
    form: &RequestForm,
    lang: Lang,
    problems: &[Problem],
) -> AnyView {
    view! {
        {trail(cx, &[(cx.t(desk::INBOX), "/anfragen")])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::TITLE)}</h1>
                <p>{cx.t(text::LEAD)}</p>
            </div>
        </div>
        <form class="desk-entry" method="post" action=cx.href(PATH) novalidate=true>
            {form::error_summary(cx, problems)}
            <section class="desk-box" aria-labelledby="entry-plan">
                <h2 id="entry-plan">{cx.t(text::PLAN)}</h2>
                {channel(cx, form, problems)}
                {plan::questions(cx, site, form, problems)}
            </section>
            <section class="desk-box" aria-labelledby="entry-firm">
                <h2 id="entry-firm">{cx.t(text::FIRM)}</h2>
                {firm::questions(cx, site, form, problems)}
                {language(cx, lang)}
            </section>
            <section class="desk-box" aria-labelledby="entry-say">
                <h2 id="entry-say">{cx.t(text::SAY)}</h2>
                <ul class="stack gap-2">
                    {[text::SAY_WHY, text::SAY_PROVIDER, text::SAY_LINK]
                        .map(|line| view! { <li>{cx.t(line)}</li> })
                        .collect_view()}
                </ul>
                <label class="choice">
                    <input
                        type="checkbox"
                        name=Field::AskLater.code()
                        value="on"
                        checked=!form.get(Field::AskLater).is_empty()
                    />
                    <span>{cx.t(text::ASK_LATER)}</span>
                </label>
            </section>
            {form::hidden(Field::Key.code(), form.get(Field::Key))}
            <div class="action-bar">
                <a class="button outline" href=cx.href("/anfragen")>
                    {cx.t(text::CANCEL)}
                </a>
                <button class="button">{cx.t(text::SEND)} " " {icon::arrow()}</button>
            </div>
        </form>
    }
    .into_any()
}

fn channel(cx: &Context, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let option = |channel: Channel, label: Msg, note: &'static str| {
        (channel.code().to_owned(), cx.t(label).to_owned(), note)
    };
    choice_group(
        ChoiceGroup {
            name: Field::Channel.code(),
            legend: cx.t(text::CHANNEL),
            help: None,
            kind: "radio",
            fit: "fit-11",
            options: vec![
                option(Channel::Visit, text::CHANNEL_VISIT, ""),
                option(Channel::Phone, text::CHANNEL_PHONE, ""),
                option(Channel::Staff, text::CHANNEL_STAFF, cx.t(text::CHANNEL_STAFF_NOTE)),
            ],
            chosen: &[form.get(Field::Channel)],
        },
        problems,
    )
}

fn language(cx: &Context, lang: Lang) -> AnyView {
    let options = Lang::ALL
        .into_iter()
        .map(|lang| (lang.code().to_owned(), common::language_name(lang).to_owned(), ""))
        .collect();
    let group = ChoiceGroup {
        name: LANGUAGE,
        legend: cx.t(text::LANGUAGE),
        help: None,
        kind: "radio",
        fit: "fit-8",
        options,
        chosen: &[lang.code()],
    };
    choice_group(group, &[])
}
