//! `/m` and `/m/{code}`: the telephone's side of taking something along from the kiosk. The code
//! leads to the website's own page of what was selected; nothing is kept of who opened it.

use crate::context::{Context, Cx, Outcome, Page, PageError, see_other};
use crate::text::{failure, form as form_text, handover as text};
use crate::ui::form::{Problem, TextField, error_summary, text_field};
use crate::ui::{contact, icon};
use axum::http::StatusCode;
use domain::content::Provider;
use domain::handover::{Selection, Taken};
use domain::request::Channel;
use domain::spoken::Code;
use leptos::prelude::*;

/// The address that stands beside a code, short enough to be typed.
pub const PATH: &str = "/m";

/// The field and its id.
pub const FIELD: &str = "code";

/// The page with an empty field.
pub async fn page(cx: Cx) -> Outcome {
    page_with(cx, String::new(), None)
}

/// The page with what was typed and what is wrong with it.
pub fn page_with(cx: Cx, typed: String, problem: Option<Problem>) -> Outcome {
    cx.site()?;
    let (mut title, mut status) = (cx.t(text::ENTER).to_owned(), StatusCode::OK);
    if problem.is_some() {
        title = format!("{}: {title}", cx.t(form_text::ERROR_PREFIX));
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let problems: Vec<Problem> = problem.into_iter().collect();
    let view = move || {
        view! {
            <div class="wrap request stack gap-5">
                <h1>{cx.t(text::ENTER)}</h1>
                <p class="lead">{cx.t(text::ENTER_LEAD)}</p>
                {entry(&cx, &typed, &problems)}
                {call(&cx)}
            </div>
        }
        .into_any()
    };
    Page::new(title, view).status(status).ok()
}

/// `/m/{code}`: on to what was selected.
pub async fn open(cx: Cx) -> Outcome {
    match find(&cx, cx.param(0)).await? {
        Some((_, selection)) => see_other(cx.href(&path(&selection))),
        None => ended(cx),
    }
}

/// The selection under a code as somebody typed it, while it lasts.
pub async fn find(cx: &Context, typed: &str) -> Result<Option<(Code, Selection)>, PageError> {
    let Some(code) = Code::parse(typed) else { return Ok(None) };
    let found = backend::handover::find(&cx.app.backend, code).await?;
    Ok(found.map(|selection| (code, selection)))
}

/// The page of the website a selection leads to. It says that the way led over the kiosk, so that a
/// request that follows says so too.
pub fn path(selection: &Selection) -> String {
    let id = selection.ids().first().map_or("", domain::Slug::as_str);
    let path = match selection.taken() {
        Taken::Story => format!("/geschichten/{id}?"),
        Taken::Provider => format!("/anbieter/{id}?"),
        Taken::Shortlist => {
            format!("{}&", crate::pages::shortlist::path_of_ids(selection.ids()))
        }
        Taken::Request => "/anfrage?".to_owned(),
        Taken::RequestOnStory => format!("/anfrage?geschichte={id}&"),
        Taken::RequestToProvider => format!("/anfrage?anbieter={id}&"),
    };
    format!("{path}kanal={}", Channel::Handoff.code())
}

/// What a request on this page adds to its address if the way here led over the kiosk.
pub fn channel(cx: &Context) -> String {
    let code = Channel::Handoff.code();
    if cx.query.has("kanal", code) { format!("&kanal={code}") } else { String::new() }
}

/// How a selection is called: what it is, and the titles of what is in it.
pub fn named(cx: &Context, selection: &Selection) -> (&'static str, String) {
    let title = |id: &domain::Slug| {
        if selection.taken().is_of_stories() {
            let story = cx.content.story(id.as_str(), cx.today)?;
            Some(cx.texts(&story.text).0.title.clone())
        } else {
            let provider: Option<&Provider> = cx.content.providers.get(id);
            Some(cx.texts(&provider?.text).0.title.clone())
        }
    };
    let names: Vec<String> = selection.ids().iter().filter_map(title).collect();
    let label = cx.t(text::taken(selection.taken()));
    // More than two titles are longer than what anybody reads before scanning.
    let names =
        if names.len() > 2 { text::stories(cx.lang(), names.len()) } else { names.join("; ") };
    (label, names)
}

fn entry(cx: &Context, typed: &str, problems: &[Problem]) -> AnyView {
    let field = TextField {
        name: FIELD,
        label: cx.t(text::CODE),
        help: Some(cx.t(text::CODE_HELP)),
        value: typed,
        autocomplete: "off",
        required: true,
        ..TextField::default()
    };
    view! {
        <form class="code-entry" method="post" action=cx.href(PATH) novalidate=true>
            {error_summary(cx, problems)}
            {text_field(field, problems)}
            <div class="action-bar">
                <button class="button signal">{cx.t(text::OPEN)} " " {icon::arrow()}</button>
            </div>
        </form>
    }
    .into_any()
}

/// The code has ended, or never was: one page for both, with a way on.
fn ended(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(text::ENDED_TITLE);
    let view = move || {
        view! {
            <div class="wrap request stack gap-5">
                <h1>{cx.t(text::ENDED_TITLE)}</h1>
                <p class="lead">{cx.t(text::ENDED_LEAD)}</p>
                <div class="row">
                    <a class="button" href=cx.href("/geschichten")>
                        {cx.t(failure::TO_STORIES)}
                    </a>
                    <a class="button outline" href=cx.href("/anbieter")>
                        {cx.t(crate::text::common::NAV_WALL)}
                    </a>
                </div>
                {entry(&cx, "", &[])}
                {call(&cx)}
            </div>
        }
        .into_any()
    };
    Page::new(title, view).status(StatusCode::NOT_FOUND).ok()
}

fn call(cx: &Context) -> Option<AnyView> {
    let site = cx.site().ok()?;
    Some(view! { <p>{cx.t(text::OR_CALL)} " " {contact::phone(cx, &site.phone)}</p> }.into_any())
}
