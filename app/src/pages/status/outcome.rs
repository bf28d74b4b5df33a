//! What became of it: the question that is open, what the firm has said so far, and whether we may
//! ask.

use super::{href, provider_name};
use crate::context::Context;
use crate::text::{Msg, format, outcome as text};
use crate::ui::form::hidden;
use crate::ui::outcome::{Returned, form};
use backend::outcomes::{FirmOutcomes, Outcome, Question};
use domain::meeting::Party;
use leptos::prelude::*;

/// Name of the field that switches the questions on and off.
pub const ASKING: &str = "fragen";
/// Its value for on.
pub const ON: &str = "ja";
/// Its value for off.
pub const OFF: &str = "nein";

/// The question to show: the one that came back, the one the address names, the first without an
/// answer, else the newest. Nobody who wants no questions is shown one they have not answered.
fn shown<'a>(
    cx: &Context,
    outcomes: &'a FirmOutcomes,
    returned: Option<&Returned>,
) -> Option<&'a Question> {
    let named = returned.map_or(cx.query.get("treffen"), |returned| returned.meeting.as_str());
    let questions = &outcomes.questions;
    let by_name = questions.iter().find(|question| question.meeting.id.as_str() == named);
    let open = || questions.iter().find(|question| question.told.is_none());
    by_name
        .or_else(|| open().filter(|_| !outcomes.request.unasked))
        .or_else(|| questions.iter().find(|question| question.told.is_some()))
}

/// Whether an answer is missing: then the question comes first on the page.
pub fn is_waiting(cx: &Context, outcomes: &FirmOutcomes, returned: Option<&Returned>) -> bool {
    shown(cx, outcomes, returned)
        .is_some_and(|question| question.told.is_none() || returned.is_some())
}

/// The question and the answers so far.
pub fn question(
    cx: &Context,
    outcomes: &FirmOutcomes,
    returned: Option<&Returned>,
) -> Option<AnyView> {
    let question = shown(cx, outcomes, returned)?;
    let form = form(cx, question, Party::Sme, about(cx, question), href(cx, "/ergebnis"), returned);
    let others: Vec<AnyView> = outcomes
        .questions
        .iter()
        .filter(|other| other.meeting.id != question.meeting.id)
        .map(|other| other_question(cx, other))
        .collect();
    let earlier: Vec<AnyView> =
        outcomes.earlier.iter().filter_map(|outcome| answer(cx, outcome)).collect();
    let lines = (!others.is_empty() || !earlier.is_empty()).then(|| {
        view! {
            <section aria-labelledby="told">
                <h2 id="told">{cx.t(text::EARLIER)}</h2>
                <ul class="stack gap-2">{others} {earlier}</ul>
            </section>
        }
    });
    Some(view! { {form} {lines} }.into_any())
}

fn about(cx: &Context, question: &Question) -> String {
    let meeting = &question.meeting;
    let with = meeting.provider.as_deref().map(|id| provider_name(cx, id).0);
    let day = meeting.slot.map_or(cx.today, domain::meeting::Slot::day);
    text::about(cx.lang(), with.as_deref(), day)
}

/// A question about another meeting, and the way to its form.
fn other_question(cx: &Context, question: &Question) -> AnyView {
    let told = question.told.as_ref().map(|told| told.answer.by_firm(cx.lang()));
    let label = if told.is_some() { text::CHANGE_THIS } else { text::ANSWER_THIS };
    let to = format!("{}?treffen={}#ergebnis", href(cx, ""), question.meeting.id);
    view! {
        <li>
            {about(cx, question)} ": " {told.map(|told| format!("{}. ", format::quoted(cx.lang(), told)))}
            <a href=to>{cx.t(label)}</a>
        </li>
    }
    .into_any()
}

fn answer(cx: &Context, outcome: &Outcome) -> Option<AnyView> {
    let told = outcome.told.as_ref()?;
    let (lang, day) = (cx.lang(), told.at.day());
    let said = format::quoted(lang, told.answer.by_firm(lang));
    let stage = cx.t(text::stage(outcome.stage));
    Some(
        view! {
            <li>
                <time datetime=day.to_string()>{format::date(lang, day)}</time>
                {format!(", {stage}: {said}")}
            </li>
        }
        .into_any(),
    )
}

/// Whether we ask, and the buttons that change it; nothing where there is nothing to ask about.
pub fn asking(cx: &Context, outcomes: &FirmOutcomes) -> Option<AnyView> {
    let request = &outcomes.request;
    if !outcomes.is_asked_about || !request.kind.is_matchmaking() {
        return None;
    }
    let stop = (OFF, text::STOP, "link-button");
    let (sentence, buttons): (Msg, Vec<_>) = match (request.unasked, request.ask_later) {
        (true, _) => (text::ASKING_OFF, vec![(ON, text::ASK_AGAIN, "button outline small")]),
        (false, true) => (text::ASKING_ON, vec![stop]),
        (false, false) => {
            (text::ASKING_ONCE, vec![(ON, text::ASK_LATER, "button outline small"), stop])
        }
    };
    let buttons = buttons
        .into_iter()
        .map(|(value, label, class)| {
            view! {
                <form method="post" action=href(cx, "/nachfragen")>
                    {hidden(ASKING, value)}
                    <button class=class>{cx.t(label)}</button>
                </form>
            }
        })
        .collect_view();
    Some(
        view! {
            <div class="sheet stack gap-3 mt-5">
                <h2 class="size-2">{cx.t(text::ASKING)}</h2>
                <p>{cx.t(sentence)}</p>
                {buttons}
            </div>
        }
        .into_any(),
    )
}
