//! The page that says why there is no page, on every surface and in every language.

use crate::context::{Context, Cx, Page, PageError};
use crate::routes::{Bundle, Method, On, Right, Route};
use crate::text::{Msg, failure as text, search};
use crate::ui::search_form::search_form;
use axum::http::StatusCode;
use backend::BackendError;
use domain::Surface;
use leptos::prelude::*;

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// 404.
    Missing,
    /// 404: a link that is wrong, expired or used.
    BadLink,
    /// 403: signed in, but not allowed.
    Forbidden,
    /// 403: a form of another website.
    Foreign,
    /// 405.
    Method,
    /// 409.
    Conflict,
    /// 413.
    TooLarge,
    /// 400: no form, or not text.
    Unreadable,
    /// 429.
    TooMany,
    /// 503: too much to do, or the database is away for a moment.
    Busy,
    /// 500, with the number under which the operator finds it in the log.
    Fault(String),
}

impl Failure {
    /// What a page's error is shown as; `None` for a redirect.
    pub fn of(error: &PageError) -> Option<Failure> {
        match error {
            PageError::NotFound => Some(Failure::Missing),
            PageError::BadLink => Some(Failure::BadLink),
            PageError::Forbidden => Some(Failure::Forbidden),
            PageError::Conflict => Some(Failure::Conflict),
            PageError::Unreadable => Some(Failure::Unreadable),
            PageError::TooMany => Some(Failure::TooMany),
            PageError::Backend(BackendError::Busy | BackendError::Unavailable(_)) => {
                Some(Failure::Busy)
            }
            PageError::Backend(_) => Some(Failure::Fault(String::new())),
            PageError::Moved(_) => None,
        }
    }

    /// The HTTP status.
    pub const fn status(&self) -> StatusCode {
        match self {
            Failure::Missing | Failure::BadLink => StatusCode::NOT_FOUND,
            Failure::Forbidden | Failure::Foreign => StatusCode::FORBIDDEN,
            Failure::Method => StatusCode::METHOD_NOT_ALLOWED,
            Failure::Conflict => StatusCode::CONFLICT,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::Unreadable => StatusCode::BAD_REQUEST,
            Failure::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Failure::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    const fn texts(&self) -> (Msg, Msg) {
        match self {
            Failure::Missing => (text::MISSING, text::MISSING_LEAD),
            Failure::BadLink => (text::BAD_LINK, text::BAD_LINK_LEAD),
            Failure::Forbidden => (text::FORBIDDEN, text::FORBIDDEN_LEAD),
            Failure::Foreign => (text::FOREIGN, text::FOREIGN_LEAD),
            Failure::Method => (text::METHOD, text::METHOD_LEAD),
            Failure::Conflict => (text::CONFLICT, text::CONFLICT_LEAD),
            Failure::TooLarge => (text::TOO_LARGE, text::TOO_LARGE_LEAD),
            Failure::Unreadable => (text::UNREADABLE, text::UNREADABLE_LEAD),
            Failure::TooMany => (text::TOO_MANY, text::TOO_MANY_LEAD),
            Failure::Busy => (text::BUSY, text::BUSY_LEAD),
            Failure::Fault(_) => (text::FAULT, text::FAULT_LEAD),
        }
    }

    const fn drawing(&self) -> &'static str {
        match self {
            Failure::Busy | Failure::Fault(_) => "illu/state-fault.svg",
            _ => "illu/state-missing.svg",
        }
    }
}

/// The row that stands for no row of the route table: no script, not for search engines.
pub static NOWHERE: Route = Route {
    name: "nowhere",
    method: Method::Get,
    path: "",
    right: Right::Link,
    on: On::Web,
    cached: false,
    bundle: Bundle::None,
    query: &[],
    handler: |cx| Box::pin(async move { page(&cx, Failure::Missing).ok() }),
};

/// The page for `failure`.
pub fn page(cx: &Cx, failure: Failure) -> Page {
    let (title, _) = failure.texts();
    let view_cx = cx.clone();
    Page::new(cx.t(title), {
        let failure = failure.clone();
        move || view(&view_cx, &failure)
    })
    .status(failure.status())
}

fn view(cx: &Context, failure: &Failure) -> AnyView {
    let (title, lead) = failure.texts();
    let ways = match cx.place.surface {
        Surface::Web => vec![
            ("button", text::TO_STORIES, "/geschichten"),
            ("button outline", text::TO_HOME, "/"),
        ],
        Surface::Kiosk => vec![("button", text::TO_STORIES, "/geschichten")],
        Surface::Desk => vec![("button", text::TO_DESK, "/")],
    };
    let ways = ways
        .into_iter()
        .map(|(class, label, path)| {
            view! {
                <a class=class href=cx.href(path)>
                    {cx.t(label)}
                </a>
            }
        })
        .collect_view();
    let last = match failure {
        Failure::Fault(reference) => {
            let phone = cx.site().map(|site| site.phone.clone()).unwrap_or_default();
            view! { <p>{text::call(cx.lang(), &phone)} <b class="figure">{reference.clone()}</b> "."</p> }
                .into_any()
        }
        other => {
            let number = text::number(cx.lang(), other.status().as_u16());
            view! { <p class="small muted">{number}</p> }.into_any()
        }
    };
    // Whoever came to the wrong address may know what they came for.
    let search = (cx.place.surface == Surface::Web && *failure == Failure::Missing)
        .then(|| search_form(cx, "q", search::SEARCH, search::WORDS, ""));
    view! {
        <div class="wrap state-page">
            <img src=cx.asset(failure.drawing()) alt="" width="800" height="500" />
            <div class="stack gap-5">
                <h1>{cx.t(title)}</h1>
                <p class="lead">{cx.t(lead)}</p>
                {search}
                <div class="row">{ways}</div>
                {last}
            </div>
        </div>
    }
    .into_any()
}
