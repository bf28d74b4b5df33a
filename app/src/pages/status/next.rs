//! What is to be done now, and by whom.

use super::{adviser_name, href};
use crate::context::Context;
use crate::text::status as text;
use crate::ui::icon;
use backend::requests::StatusView;
use domain::request::RequestState;
use leptos::prelude::*;

/// The one box that says whose turn it is.
pub fn next(cx: &Context, view: &StatusView) -> AnyView {
    let request = &view.request;
    match request.state {
        RequestState::Unconfirmed => confirm(cx, view),
        RequestState::Open => open(cx, view),
        RequestState::Proposing => said(cx.t(text::NO_TIMES), our_turn(cx, view)),
        RequestState::MeetingBooked => said(cx.t(text::BOOKED), String::new()),
        RequestState::Met => said(cx.t(text::MET), cx.t(text::MET_LEAD).to_owned()),
        RequestState::Closed => {
            let outcome = request.outcome.map_or("", |outcome| cx.t(text::outcome(outcome)));
            over(cx, view, cx.t(text::CLOSED), outcome)
        }
        RequestState::Withdrawn | RequestState::Expired => {
            over(cx, view, cx.t(text::WITHDRAWN), "")
        }
    }
}

fn confirm(cx: &Context, view: &StatusView) -> AnyView {
    view! {
        <section aria-labelledby="next">
            <form class="next" method="post" action=href(cx, "/bestaetigen")>
                <h2 id="next">{cx.t(text::CONFIRM)}</h2>
                <p class="mb-4">{cx.t(text::CONFIRM_LEAD)}</p>
                <button class="button signal">
                    {cx.t(text::CONFIRM_BUTTON)}
                    " "
                    {icon::arrow()}
                </button>
                <p class="small muted mt-4">
                    {text::unless_confirmed(cx.lang(), view.request.delete_on)}
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn open(cx: &Context, view: &StatusView) -> AnyView {
    let proposed = view.providers.iter().any(|provider| provider.proposed_at.is_some());
    let released = view.providers.iter().any(|provider| !provider.released.is_empty());
    if proposed && !released {
        said(cx.t(text::PROPOSED), cx.t(text::PROPOSED_LEAD).to_owned())
    } else {
        said(cx.t(text::OUR_TURN), our_turn(cx, view))
    }
}

fn our_turn(cx: &Context, view: &StatusView) -> String {
    text::our_turn(cx.lang(), adviser_name(cx, view))
}

fn said(heading: &'static str, sentence: String) -> AnyView {
    view! {
        <section class="next" aria-labelledby="next">
            <h2 id="next">{heading}</h2>
            <p>{sentence}</p>
        </section>
    }
    .into_any()
}

fn over(cx: &Context, view: &StatusView, heading: &'static str, sentence: &'static str) -> AnyView {
    view! {
        <section class="next" aria-labelledby="next">
            <h2 id="next">{heading}</h2>
            <p>{sentence}</p>
            <p class="mb-4">{text::deleted_on(cx.lang(), view.request.delete_on)}</p>
            <a class="button outline" href=cx.href("/anfrage")>
                {cx.t(text::NEW_REQUEST)}
            </a>
        </section>
    }
    .into_any()
}
