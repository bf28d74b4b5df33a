//! `/mitarbeit/postausgang`: mails that have not arrived, why, and what can be done.

use super::{empty, table, viewer};
use crate::context::{Context, Cx, Outcome, Page};
use crate::forms::staff::mail::{DISCARD, RETRY};
use crate::text::{Msg, entry_desk, format, history_desk, outbox_desk as text};
use crate::ui::{form, icon};
use axum::http::StatusCode;
use backend::outbox::{self, Undelivered};
use leptos::prelude::*;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    answer(cx, StatusCode::OK, None).await
}

/// The page as it is now, with what stood in the way of a change.
pub async fn answer(cx: Cx, status: StatusCode, problem: Option<Msg>) -> Outcome {
    let viewer = viewer(&cx)?;
    let mails = outbox::undelivered(&cx.app.backend, &viewer).await?;
    Page::new(cx.t(text::TITLE), move || view(&cx, &mails, problem)).status(status).ok()
}

fn view(cx: &Context, mails: &[Undelivered], problem: Option<Msg>) -> AnyView {
    let banner = problem.map(|problem| {
        view! {
            <div class="desk-banner" role="alert">
                {icon::warning()} <p>{cx.t(problem)}</p>
            </div>
        }
    });
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::TITLE)}</h1>
                <p>{cx.t(text::LEAD)}</p>
            </div>
        </div>
        {banner}
        {if mails.is_empty() { nothing(cx) } else { list(cx, mails) }}
    }
    .into_any()
}

fn nothing(cx: &Context) -> AnyView {
    let inbox = view! {
        <p>
            <a href=cx.href("/anfragen")>{cx.t(entry_desk::CANCEL)}</a>
        </p>
    };
    empty(cx, text::EMPTY, text::EMPTY_HINT, Some(inbox.into_any()))
}

fn list(cx: &Context, mails: &[Undelivered]) -> AnyView {
    let columns = [text::COL_MAIL, text::COL_TO, text::COL_STATE, text::COL_WHAT];
    let rows = mails.iter().map(|mail| row(cx, mail)).collect_view();
    table(cx, "", text::TABLE, &columns, rows.into_any())
}

fn row(cx: &Context, mail: &Undelivered) -> AnyView {
    let about = match &mail.request {
        Some((id, reference)) => {
            let href = cx.href(&format!("/anfragen/{id}"));
            view! { <a href=href>{reference.to_string()}</a> }.into_any()
        }
        None => cx.t(text::ACCOUNT).into_any(),
    };
    let state = match mail.next {
        None => view! { <b>{cx.t(text::GIVEN_UP)}</b> }.into_any(),
        Some(next) if mail.attempts > 0 => {
            text::next(mail.attempts, &format::clock(next.berlin().time())).into_any()
        }
        Some(_) => cx.t(text::UNDER_WAY).into_any(),
    };
    let why = mail.failure.as_deref().map(|failure| {
        view! {
            <br />
            {text::meaning(failure)}
            <br />
            <span class="small muted" lang="en">
                {failure.to_owned()}
            </span>
        }
    });
    view! {
        <tr>
            <td data-label=cx.t(text::COL_MAIL)>
                <div>
                    <b>{history_desk::mail(mail.kind)}</b>
                    <br />
                    {about}
                </div>
            </td>
            <td data-label=cx.t(text::COL_TO)>
                <div>{mail.recipient.clone()}</div>
            </td>
            <td data-label=cx.t(text::COL_STATE)>
                <div>{state} {why}</div>
            </td>
            <td data-label=cx.t(text::COL_WHAT)>{remedies(cx, mail)}</td>
        </tr>
    }
    .into_any()
}

fn remedies(cx: &Context, mail: &Undelivered) -> AnyView {
    let Some((request, _)) = mail.request.as_ref().filter(|_| mail.next.is_none()) else {
        let what = if mail.next.is_some() { text::BY_ITSELF } else { text::INVITE_AGAIN };
        return cx.t(what).into_any();
    };
    let button = |what: &'static str, label: Msg| {
        view! {
            <button class="button outline small" name="was" value=what>
                {cx.t(label)}
            </button>
        }
    };
    view! {
        <form
            class="row gap-2"
            method="post"
            action=cx.href(&format!("/anfragen/{request}/mail"))
        >
            {form::hidden("mail", mail.id.as_str())}
            {button(RETRY, text::RETRY)}
            {button(DISCARD, text::DISCARD)}
        </form>
    }
    .into_any()
}
