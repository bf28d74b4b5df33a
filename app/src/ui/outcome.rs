//! The question what became of a meeting, with its answers. A link in a mail marks one of them; only
//! the button sends it.

use crate::context::Context;
use crate::text::outcome as text;
use crate::ui::form::{
    ChoiceGroup, Problem, TextField, choice_group, error_summary, hidden, text_field,
};
use crate::ui::icon;
use backend::outcomes::Question;
use domain::meeting::Party;
use domain::outcome::Answer;
use leptos::prelude::*;

/// Name of the field with the meeting.
pub const MEETING: &str = "meeting";
/// Name of the field with the question.
pub const STAGE: &str = "frage";
/// Name of the answers, also in the address.
pub const ANSWER: &str = "antwort";
/// Name of the field for own words.
pub const WORDS: &str = "worte";
/// Name of the field for costs and gains.
pub const FIGURES: &str = "zahlen";
/// Name of the tick that allows speaking about a story.
pub const MAY_TELL: &str = "geschichte";

/// An answer that came back.
#[derive(Clone, Debug, Default)]
pub struct Returned {
    /// About which meeting.
    pub meeting: String,
    /// What was chosen, or empty.
    pub answer: String,
    /// Own words.
    pub words: String,
    /// Costs and gains.
    pub figures: String,
    /// Whether the tick was set.
    pub may_tell: bool,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// What the form shows: what came back, else what was answered, with what the address marks.
fn filled(cx: &Context, question: &Question, returned: Option<&Returned>) -> Returned {
    let ours = |returned: &&Returned| returned.meeting == question.meeting.id.as_str();
    if let Some(returned) = returned.filter(ours) {
        return returned.clone();
    }
    let told = question.told.as_ref();
    let marked = Answer::parse(cx.query.get(ANSWER)).or(told.map(|told| told.answer));
    let text = |words: Option<&String>| words.cloned().unwrap_or_default();
    Returned {
        meeting: question.meeting.id.to_string(),
        answer: marked.map_or_else(String::new, |answer| answer.code().to_owned()),
        words: text(told.and_then(|told| told.words.as_ref())),
        figures: text(told.and_then(|told| told.figures.as_ref())),
        may_tell: told.is_some_and(|told| told.may_tell),
        problems: Vec::new(),
    }
}

/// The question. `about` says which meeting is meant; there is one such form on a page.
pub fn form(
    cx: &Context,
    question: &Question,
    party: Party,
    about: String,
    action: String,
    returned: Option<&Returned>,
) -> AnyView {
    let filled = filled(cx, question, returned);
    let is_firm = party == Party::Sme;
    let class = if is_firm { "next" } else { "sheet" };
    let label = |answer: Answer| match party {
        Party::Provider => answer.by_provider(cx.lang()),
        _ => answer.by_firm(cx.lang()),
    };
    let option = |answer: &Answer| (answer.code().to_owned(), label(*answer).to_owned(), "");
    let answers = ChoiceGroup {
        name: ANSWER,
        legend: cx.t(text::ANSWER),
        help: None,
        kind: "radio",
        fit: "fit-20",
        options: Answer::ALL.iter().map(option).collect(),
        chosen: &[filled.answer.as_str()],
    };
    let words = TextField {
        name: WORDS,
        label: cx.t(text::WORDS),
        help: Some(cx.t(text::WORDS_HELP)),
        value: &filled.words,
        rows: 3,
        ..TextField::default()
    };
    let note = match (&question.told, is_firm) {
        (Some(told), _) => Some(text::answered(cx.lang(), told.at.day())),
        (None, true) => None,
        (None, false) => Some(cx.t(text::FIRM_LEARNS_NOTHING).to_owned()),
    };
    view! {
        <section aria-labelledby="outcome">
            <form id="ergebnis" class=class method="post" action=action novalidate=true>
                {error_summary(cx, &filled.problems)}
                <h2 id="outcome" class="size-3">
                    {cx.t(text::QUESTION)}
                </h2>
                <p class="mb-4">{about}</p>
                {hidden(MEETING, question.meeting.id.as_str())}
                {hidden(STAGE, question.stage.code())}
                {choice_group(answers, &filled.problems)}
                {text_field(words, &filled.problems)}
                {is_firm.then(|| good(cx, &filled))}
                <p class="mt-5">
                    <button class="button signal">
                        {cx.t(text::SEND)}
                        " "
                        {icon::arrow()}
                    </button>
                </p>
                {note.map(|note| view! { <p class="small muted mt-4">{note}</p> })}
            </form>
        </section>
    }
    .into_any()
}

/// What is asked only if it was worth it. Without support in the browser it is always there, and
/// does not count with other answers.
fn good(cx: &Context, filled: &Returned) -> AnyView {
    let figures = TextField {
        name: FIGURES,
        label: cx.t(text::FIGURES),
        value: &filled.figures,
        rows: 2,
        ..TextField::default()
    };
    view! {
        <div class="if-worth-it">
            {text_field(figures, &filled.problems)}
            <label class="choice">
                <input type="checkbox" name=MAY_TELL value="ja" checked=filled.may_tell />
                <span>
                    <b>{cx.t(text::MAY_TELL)}</b>
                    <span class="muted">{cx.t(text::MAY_TELL_NOTE)}</span>
                </span>
            </label>
        </div>
    }
    .into_any()
}
