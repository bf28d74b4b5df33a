//! What has happened so far, without anything that only staff needs to know.

use super::provider_name;
use crate::context::Context;
use crate::text::{amend, format, status as text};
use backend::requests::{Event, StatusView};
use domain::meeting::Party;
use domain::request::{Field, History, ReleaseField, RequestEvent};
use leptos::prelude::*;

/// The section.
pub fn history(cx: &Context, view: &StatusView) -> AnyView {
    let items = view
        .history
        .iter()
        .filter_map(|event| words(cx, event).map(|words| (event, words)))
        .map(|(event, (title, sentence))| {
            view! {
                <li class="done">
                    <p class="when">{format::moment(cx.lang(), event.at)}</p>
                    <h3>{title}</h3>
                    {sentence.map(|sentence| view! { <p>{sentence}</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="log">
            <h2 id="log">{cx.t(text::HISTORY)}</h2>
            <ol class="timeline" role="list">
                {items}
            </ol>
        </section>
    }
    .into_any()
}

/// Whether a question was put to the firm: what its provider is asked and says is the provider's.
fn is_of_firm(detail: &str) -> bool {
    detail.split(' ').nth(1) == Some(Party::Sme.code())
}

/// The title of a line, and a sentence where there is more to say. `None` for what concerns
/// staff alone.
fn words(cx: &Context, event: &Event) -> Option<(&'static str, Option<String>)> {
    if let Some(event) = RequestEvent::parse(&event.event) {
        return Some((cx.t(text::event(event)?), None));
    }
    let history = History::parse(&event.event)?;
    let title = cx.t(text::history(history)?);
    let detail = event.detail.as_deref().unwrap_or_default();
    let asked_or_told = matches!(history, History::OutcomeAsked | History::OutcomeTold);
    if asked_or_told && !is_of_firm(detail) {
        return None;
    }
    let sentence = match history {
        History::ProviderProposed => Some(provider_name(cx, detail).0),
        History::Released | History::Revoked => {
            let (provider, field) = detail.split_once(' ')?;
            let field = cx.t(text::field(ReleaseField::parse(field)?));
            Some(format!("{}: {field}", provider_name(cx, provider).0))
        }
        History::Amended => {
            let fields = detail.split_whitespace().filter_map(Field::parse);
            let fields: Vec<&str> = fields.map(|field| cx.t(amend::field(field))).collect();
            Some(fields.join(", "))
        }
        _ => None,
    };
    Some((title, sentence))
}
