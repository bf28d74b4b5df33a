//! `/anfrage/danke/{reference}`: what happens next. The address says only what may be said aloud,
//! and the page says nothing that the address does not: whoever guesses a reference learns
//! nothing, not even whether it exists.

use super::Step;
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::islands::draft::ForgetDrafts;
use crate::text::{Msg, request as text};
use domain::Surface;
use domain::request::Reference;
use leptos::prelude::*;

/// Value of `kontakt` if there is no e-mail address to confirm.
pub const BY_PHONE: &str = "telefon";

/// Where the thanks for a request stand.
pub fn href(cx: &Context, reference: Reference, by_phone: bool) -> String {
    let query = if by_phone { format!("?kontakt={BY_PHONE}") } else { String::new() };
    format!("{}{query}", cx.href(&format!("/anfrage/danke/{reference}")))
}

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    // One request, one address: what only reads as a reference is none.
    let reference = Reference::parse(cx.param(0))
        .filter(|reference| reference.to_string() == cx.param(0))
        .ok_or(PageError::NotFound)?;
    let title = cx.t(text::THANKS);
    Page::new(title, move || view(&cx, reference)).ok()
}

fn view(cx: &Context, reference: Reference) -> AnyView {
    let by_phone = cx.query.has("kontakt", BY_PHONE);
    let drafts: Vec<&str> = Step::ALL.iter().filter_map(|step| step.draft()).collect();
    let lead = if by_phone { text::THANKS_LEAD_PHONE } else { text::THANKS_LEAD_MAIL };
    view! {
        <div class="wrap request thanks" data-drafts=drafts.join(" ")>
            <div class="with-aside">
                <div>
                    <h1>{cx.t(text::THANKS)}</h1>
                    <p class="lead">{cx.t(lead)}</p>
                    <p class="mt-5">
                        {cx.t(text::REFERENCE)} ": "
                        <span class="reference">{reference.to_string()}</span> <br />
                        <span class="small muted">{cx.t(text::REFERENCE_NOTE)}</span>
                    </p>
                    <h2 class="size-3 mt-7 mb-5">{cx.t(text::NEXT)}</h2>
                    {timeline(cx, by_phone)}
                </div>
                {until_then(cx, by_phone)}
            </div>
            {(cx.place.surface == Surface::Web).then(|| view! { <ForgetDrafts /> })}
        </div>
    }
    .into_any()
}

fn timeline(cx: &Context, by_phone: bool) -> AnyView {
    let second = if by_phone { text::CALL } else { text::CONFIRM };
    let steps: [(Msg, Msg, Msg); 5] =
        [text::ARRIVED, second, text::READ, text::PROPOSE, text::MEET];
    let items = steps
        .into_iter()
        .enumerate()
        .map(|(index, (when, title, sentence))| {
            view! {
                <li class=(index == 0).then_some("done")>
                    <p class="when">{cx.t(when)}</p>
                    <h3>{cx.t(title)}</h3>
                    <p>{cx.t(sentence)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="timeline" role="list">
            {items}
        </ol>
    }
    .into_any()
}

fn until_then(cx: &Context, by_phone: bool) -> AnyView {
    let questions = text::UNTIL_THEN_QUESTIONS
        .map(|question| view! { <li>{cx.t(question)}</li> })
        .collect_view();
    let changed = if by_phone { text::CHANGED_MIND_PHONE } else { text::CHANGED_MIND };
    view! {
        <aside aria-label=cx.t(text::UNTIL_THEN)>
            <div class="sheet stack">
                <h2 class="size-2">{cx.t(text::UNTIL_THEN)}</h2>
                <p>{cx.t(text::UNTIL_THEN_LEAD)}</p>
                <ul>{questions}</ul>
                <a class="button outline full" href=cx.href("/geschichten")>
                    {cx.t(text::MORE_STORIES)}
                </a>
            </div>
            <p class="small muted mt-4">{cx.t(changed)}</p>
        </aside>
    }
    .into_any()
}
