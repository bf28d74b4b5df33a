//! What both sides of a request's meetings say, and what staff makes of it.

use super::request::Loaded;
use crate::context::Context;
use crate::forms::staff::outcome::{STATE, WORDS};
use crate::text::{format, outcome_desk as text};
use crate::ui::form::{TextField, hidden, in_textarea, text_field};
use backend::outcomes::{Outcome, Told};
use domain::Lang;
use domain::meeting::Party;
use domain::outcome::ProposalState;
use leptos::prelude::*;

/// The section; nothing before anybody was asked.
pub fn section(cx: &Context, loaded: &Loaded) -> Option<AnyView> {
    let outcomes = &loaded.outcomes.outcomes;
    if outcomes.is_empty() {
        return None;
    }
    let lines = outcomes.iter().map(|outcome| line(cx, outcome)).collect_view();
    let is_answered = outcomes.iter().any(|outcome| outcome.told.is_some());
    Some(
        view! {
            <section aria-labelledby="outcomes" class="stack gap-4">
                <h2 id="outcomes">{cx.t(text::SECTION)}</h2>
                <div class="desk-box">
                    <dl class="facts answers">{lines}</dl>
                </div>
                {story(cx, loaded)}
                {is_answered.then(|| lesson(cx, loaded))}
            </section>
        }
        .into_any(),
    )
}

/// The name of a provider, or its id if it has left the wall.
pub fn provider(cx: &Context, outcome: &Outcome) -> String {
    let known = cx.content.providers.get(outcome.subject.as_str());
    known.map_or_else(|| outcome.subject.clone(), |p| p.text.de.title.clone())
}

fn line(cx: &Context, outcome: &Outcome) -> AnyView {
    let who = text::who(outcome.party, &provider(cx, outcome), outcome.stage);
    let said = match &outcome.told {
        Some(told) => said(outcome.party, told),
        None => view! { <span class="muted">{cx.t(text::ASKED_ONLY)}</span> }.into_any(),
    };
    view! {
        <div>
            <dt>{who}</dt>
            <dd>{said}</dd>
        </div>
    }
    .into_any()
}

/// An answer with its words.
pub fn said(party: Party, told: &Told) -> AnyView {
    let words = told.words.clone().into_iter().chain(told.figures.clone());
    let words = words.map(|words| view! { <p class="as-typed muted">{words}</p> }).collect_view();
    view! {
        <b>{text::answer(party, told.answer)}</b>
        {format!(" ({})", format::date(Lang::De, told.at.day()))}
        {words}
    }
    .into_any()
}

/// The story proposal with what can be done about it.
fn story(cx: &Context, loaded: &Loaded) -> Option<AnyView> {
    let state = loaded.outcomes.proposal?;
    let address = cx.href(&format!("/anfragen/{}/geschichte", loaded.detail.request.id));
    let may_tell = loaded
        .outcomes
        .outcomes
        .iter()
        .any(|outcome| outcome.told.as_ref().is_some_and(|told| told.may_tell));
    let consent = if may_tell { text::MAY_TELL } else { text::MAY_NOT_TELL };
    let file = address.clone();
    let button = |to: ProposalState, label, class: &'static str| {
        (state != to).then(|| {
            view! {
                <form method="post" action=address.clone()>
                    {hidden(STATE, to.code())}
                    <button class=class>{cx.t(label)}</button>
                </form>
            }
        })
    };
    let take = button(ProposalState::Taken, text::TAKE, "button small");
    let aside = button(ProposalState::Aside, text::PUT_ASIDE, "button outline small");
    let draft = loaded.draft.as_deref().map(|markdown| draft(cx, markdown, file));
    Some(
        view! {
            <div class="desk-box stack gap-3">
                <h3 class="size-1">
                    {format!("{}: {}", cx.t(text::STORY), text::proposal(state))}
                </h3>
                <p>
                    <b>{cx.t(consent)}</b>
                    " "
                    {cx.t(text::STORY_NOTE)}
                </p>
                <div class="row gap-2">{take} {aside}</div>
                {draft}
            </div>
        }
        .into_any(),
    )
}

fn draft(cx: &Context, markdown: &str, file: String) -> AnyView {
    view! {
        <p>
            <a href=file download=true>
                {cx.t(text::DOWNLOAD)}
            </a>
        </p>
        <details class="fold">
            <summary>{cx.t(text::DRAFT)}</summary>
            <textarea class="draft" rows="18" readonly=true aria-label=cx.t(text::DRAFT)>
                {in_textarea(markdown)}
            </textarea>
        </details>
    }
    .into_any()
}

fn lesson(cx: &Context, loaded: &Loaded) -> AnyView {
    let words = loaded.outcomes.lesson.as_ref().map_or("", |lesson| lesson.words.as_str());
    let field = TextField {
        name: WORDS,
        label: cx.t(text::LESSON),
        help: Some(cx.t(text::LESSON_HELP)),
        value: words,
        rows: 3,
        ..TextField::default()
    };
    view! {
        <form
            method="post"
            action=cx.href(&format!("/anfragen/{}/lehre", loaded.detail.request.id))
        >
            {text_field(field, &[])}
            <button class="button outline small mt-4">{cx.t(text::LESSON_SAVE)}</button>
        </form>
    }
    .into_any()
}
