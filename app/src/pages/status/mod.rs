//! `/status/{token}`: a firm's own page. Opening it changes nothing; every change is a button.

pub mod amend;
mod aside;
pub mod data;
mod history;
mod meetings;
mod next;
pub mod outcome;
mod release;

pub use release::{PROVIDER, RELEASE, REVOKE};

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{
    Msg, amend as amend_text, outcome as outcome_text, request as request_text,
    slots as slots_text, status as text,
};
use crate::ui::slots::Returned;
use crate::ui::{notice, outcome as ui_outcome};
use axum::http::StatusCode;
use backend::meetings::{Meeting, firm_meetings};
use backend::outcomes::{FirmOutcomes, firm_outcomes};
use backend::requests::{self, StatusView};
use domain::content::Site;
use domain::request::{RequestKind, RequestState};
use leptos::prelude::*;

/// What was just done, said on top of the page; the code stands in the address.
const DID: [(&str, Msg); 18] = [
    ("bestaetigt", text::DID_CONFIRM),
    ("freigabe", text::DID_RELEASE),
    ("zurueckgezogen", text::DID_WITHDRAW),
    ("zu-spaet", text::TOO_LATE),
    ("geaendert", amend_text::DID_AMEND),
    ("unveraendert", amend_text::DID_SAME),
    ("adresse-gefragt", amend_text::DID_ASK),
    ("adresse", amend_text::DID_ADDRESS),
    ("gebucht", slots_text::DID_BOOK),
    ("geantwortet", slots_text::DID_ANSWER),
    ("nichts-gemeinsam", slots_text::DID_NOT_AGREE),
    ("nichts-passt", slots_text::DID_DECLINE),
    ("abgesagt", slots_text::DID_CALL_OFF),
    ("nicht-dabei", slots_text::DID_LEAVE),
    ("verschieben", slots_text::DID_ASK_TO_MOVE),
    ("ergebnis", outcome_text::DID_TELL),
    ("keine-fragen", outcome_text::DID_STOP),
    ("fragen", outcome_text::DID_ALLOW),
];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show_with(cx, None, None).await
}

/// The page, with an answer to the times that came back.
pub async fn show(cx: Cx, returned: Option<Returned>) -> Outcome {
    show_with(cx, returned, None).await
}

/// The page, with an answer to the question what became of a meeting that came back.
pub async fn show_outcome(cx: Cx, told: ui_outcome::Returned) -> Outcome {
    show_with(cx, None, Some(told)).await
}

async fn show_with(
    cx: Cx,
    returned: Option<Returned>,
    told: Option<ui_outcome::Returned>,
) -> Outcome {
    let backend = &cx.app.backend;
    let view = requests::status(backend, cx.param(0)).await?.ok_or(PageError::BadLink)?;
    let meetings = firm_meetings(backend, cx.param(0)).await?.ok_or(PageError::BadLink)?;
    let outcomes = firm_outcomes(backend, cx.param(0)).await?.ok_or(PageError::BadLink)?;
    cx.site()?;
    let mut title = cx.t(text::TITLE).to_owned();
    let mut status = StatusCode::OK;
    if returned.is_some() || told.is_some() {
        title = format!("{}: {title}", cx.t(crate::text::form::ERROR_PREFIX));
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let shown = Shown { view, meetings, outcomes, returned, told };
    let body = move || cx.site().ok().map(|site| body(&cx, site, &shown)).into_any();
    Page::new(title, body).status(status).ok()
}

/// What the page is made of.
struct Shown {
    view: StatusView,
    meetings: Vec<Meeting>,
    outcomes: FirmOutcomes,
    returned: Option<Returned>,
    told: Option<ui_outcome::Returned>,
}

/// The address of the page or of one of its buttons: `action` is empty or begins with `/`.
pub fn href(cx: &Context, action: &str) -> String {
    cx.href(&format!("/status/{}{action}", cx.param(0)))
}

fn body(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let Shown { view, meetings, outcomes, returned, told } = shown;
    let request = &view.request;
    let mut boxes = meetings::boxes(cx, site, request.id.as_str(), meetings, returned.as_ref());
    if boxes.is_empty() {
        boxes.push(next::next(cx, view));
    }
    if let Some(question) = outcome::question(cx, outcomes, told.as_ref()) {
        let is_first = outcome::is_waiting(cx, outcomes, told.as_ref());
        boxes.insert(if is_first { 0 } else { boxes.len() }, question);
    }
    let about = text::about(cx.lang(), request.kind, request.firm.as_deref());
    view! {
        <div class="wrap status">
            <div class="status-head">
                <p>
                    <span class="plate">{cx.t(text::PERSONAL_LINK)}</span>
                </p>
                <h1 class="size-4">{text::greeting(cx.lang(), &request.person)}</h1>
                <p>
                    <span class="reference">{request.reference.to_string()}</span>
                    ": "
                    {about}
                </p>
                {did(cx)}
            </div>
            {steps(cx, view)}
            <div class="with-aside">
                <div>
                    {boxes} {release::release(cx, site, view)}
                    {history::history(cx, view)}
                </div>
                {aside::aside(cx, site, view, outcome::asking(cx, outcomes))}
            </div>
        </div>
    }
    .into_any()
}

/// What was just done, as the address says it.
pub fn did(cx: &Context) -> Option<AnyView> {
    notice::done(cx, &DID)
}

/// The five steps, for requests that are about a meeting and still under way.
fn steps(cx: &Context, view: &StatusView) -> Option<AnyView> {
    let now = match view.request.state {
        RequestState::Unconfirmed => 1,
        RequestState::Open | RequestState::Proposing => 2,
        RequestState::MeetingBooked => 3,
        RequestState::Met => 4,
        RequestState::Closed | RequestState::Withdrawn | RequestState::Expired => return None,
    };
    let kind: RequestKind = view.request.kind;
    if !kind.is_matchmaking() {
        return None;
    }
    let labels = [
        text::STEP_ARRIVED,
        text::STEP_CONFIRMED,
        text::STEP_TIMES,
        text::step_meeting(kind),
        text::STEP_REVIEW,
    ];
    let items = labels
        .into_iter()
        .enumerate()
        .map(|(index, label)| {
            let done = (index < now)
                .then(|| view! { <span class="visually-hidden">{cx.t(text::DONE_HIDDEN)}</span> });
            view! {
                <li
                    class=(index > now).then_some("open")
                    aria-current=(index == now).then_some("step")
                >
                    {cx.t(label)}
                    {done}
                </li>
            }
        })
        .collect_view();
    let label = text::steps_label(cx.lang(), now + 1, labels.len());
    Some(
        view! {
            <ol class="ruler steps" role="list" aria-label=label>
                {items}
            </ol>
        }
        .into_any(),
    )
}

/// The name of a provider's firm and of its person, or the id of one that left the wall.
fn provider_name(cx: &Context, id: &str) -> (String, String) {
    cx.content.providers.get(id).map_or_else(
        || (id.to_owned(), String::new()),
        |provider| (provider.text.text(cx.lang()).title.clone(), provider.person.clone()),
    )
}

/// The name of whoever looks after the request.
fn adviser_name<'a>(cx: &'a Context, view: &StatusView) -> Option<&'a str> {
    let adviser = cx.content.advisers.get(view.adviser.as_deref()?)?;
    Some(&adviser.text.text(cx.lang()).title)
}

/// "0231 000000", for sentences that end in a telephone number.
fn call(cx: &Context, site: &Site) -> AnyView {
    view! {
        <span class="nowrap">
            {cx.t(request_text::RATHER_TALK)} " " {crate::ui::contact::phone(cx, &site.phone)}
        </span>
    }
    .into_any()
}
