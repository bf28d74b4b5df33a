//! `/mitarbeit/anfragen/{id}`: one request: what is wanted, what happened, whom to propose, what
//! to do next.

use super::{
    request_facts, request_meetings, request_outcomes, request_similar, request_tasks, viewer,
};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{Msg, desk as text, format, request_desk};
use crate::ui::crumbs::trail;
use crate::ui::icon;
use axum::http::StatusCode;
use backend::meetings::{self, Meeting, free_starts_anew};
use backend::outbox::{Delivery, deliveries};
use backend::outcomes::{self, RequestOutcomes};
use backend::requests::{self, Detail, Similar, Suggested, Viewer};
use backend::staff::{self, Member};
use backend::{BackendError, Id};
use domain::Lang;
use domain::content::Site;
use domain::meeting::{MeetingKind, MeetingState, Slot};
use domain::outcome::ProposalState;
use leptos::prelude::*;

/// Everything the page shows.
pub struct Loaded {
    /// The request with its history.
    pub detail: Detail,
    /// Providers, best fit first.
    pub suggestions: Vec<Suggested>,
    /// Other firms with the same goal.
    pub similar: Similar,
    /// What the firms of its meetings are called, as far as whoever looks may know.
    pub names: Vec<(Id, String)>,
    /// Its meetings, newest first.
    pub meetings: Vec<Meeting>,
    /// Times to which a booked meeting could move.
    pub free: Vec<Slot>,
    /// What became of its meetings.
    pub outcomes: RequestOutcomes,
    /// The draft of its story, if it is to have one.
    pub draft: Option<String>,
    /// Its mails.
    pub mails: Vec<Delivery>,
    /// Whom it can be handed to.
    pub colleagues: Vec<Member>,
    /// Who looks.
    pub me: Id,
}

/// The request.
pub async fn page(cx: Cx) -> Outcome {
    answer(cx, None).await
}

/// The request as it is now, with what stood in the way of a change.
pub async fn answer(cx: Cx, problem: Option<(StatusCode, Msg)>) -> Outcome {
    let loaded = load(&cx).await?;
    let title = loaded.detail.request.title().to_owned();
    let status = problem.map_or(StatusCode::OK, |(status, _)| status);
    let view = move || {
        cx.site().ok().map(|site| view(&cx, site, &loaded, problem.map(|p| p.1))).into_any()
    };
    Page::new(title, view).status(status).ok()
}

async fn load(cx: &Context) -> Result<Loaded, PageError> {
    let viewer = viewer(cx)?;
    let id = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let backend = &cx.app.backend;
    let detail = requests::detail(backend, cx.site()?, &viewer, &id).await?;
    let suggestions = requests::suggestions(backend, &cx.content, &viewer, &id).await?;
    let meetings = meetings::of_request(backend, &viewer, &id).await?;
    let similar = requests::similar(backend, &viewer, &id).await?;
    let free = movable(cx, &meetings).await?;
    let outcomes = outcomes::of_request(backend, &viewer, &id).await?;
    let draft = match outcomes.proposal {
        Some(ProposalState::Proposed | ProposalState::Taken) => {
            story_draft(cx, &viewer, &id).await?
        }
        _ => None,
    };
    let mails = deliveries(backend, &id).await?;
    let mut conn = backend.db.read().await?;
    let firms = meetings.iter().filter(|meeting| meeting.kind == MeetingKind::Joint);
    let firms = firms.flat_map(|meeting| &meeting.seats);
    let mut firms: Vec<Id> = firms.filter_map(|seat| Id::parse(&seat.subject)).collect();
    firms.sort_unstable();
    firms.dedup();
    let names = requests::titles(&mut conn, &viewer, &firms, cx.today).await?;
    let mut colleagues = staff::all(&mut conn, &viewer.site).await?;
    colleagues.retain(|member| {
        member.active
            && member.sees_requests(&viewer.site)
            && Some(&member.id) != detail.request.assigned.as_ref()
    });
    let me = viewer.staff;
    Ok(Loaded {
        detail,
        suggestions,
        similar,
        names,
        meetings,
        free,
        outcomes,
        draft,
        mails,
        colleagues,
        me,
    })
}

/// The draft; none if the firm has taken its good answer back since.
async fn story_draft(cx: &Context, viewer: &Viewer, id: &Id) -> Result<Option<String>, PageError> {
    match outcomes::draft(&cx.app.backend, &cx.content, viewer, id).await {
        Ok(draft) => Ok(Some(draft.markdown)),
        Err(BackendError::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// Free times of the coming two weeks for the meeting that is booked, if one is.
async fn movable(cx: &Context, meetings: &[Meeting]) -> Result<Vec<Slot>, PageError> {
    let booked = meetings.iter().find(|meeting| meeting.state == MeetingState::Booked);
    let Some(meeting) = booked else { return Ok(Vec::new()) };
    let days = (cx.today, cx.now.plus_days(14).day());
    let mut free = free_starts_anew(&cx.app.backend, cx.site()?, meeting, days).await?;
    free.retain(|slot| Some(*slot) != meeting.slot);
    Ok(free)
}

fn view(cx: &Context, site: &Site, loaded: &Loaded, problem: Option<Msg>) -> AnyView {
    let detail = &loaded.detail;
    view! {
        {trail(cx, &[(cx.t(text::INBOX), "/anfragen")])}
        {head(cx, detail)}
        {problem
            .map(|msg| {
                view! {
                    <div class="error-summary" role="alert" tabindex="-1">
                        <p>{cx.t(msg)}</p>
                    </div>
                }
            })}
        {request_tasks::unconfirmed_banner(cx, detail)}
        <div class="desk-detail">
            {request_facts::facts(cx, site, loaded)}
            <div class="stack gap-6">
                {request_meetings::meetings(cx, loaded)}
                {request_tasks::propose(cx, &loaded.detail)}
                {request_outcomes::section(cx, loaded)}
                {request_similar::similar(cx, site, loaded)}
                {request_tasks::tasks(cx, site, loaded)}
            </div>
        </div>
    }
    .into_any()
}

fn head(cx: &Context, detail: &Detail) -> AnyView {
    let request = &detail.request;
    let whose = request.assigned.as_ref().and_then(|id| detail.name(id));
    let whose = whose.unwrap_or_else(|| cx.t(text::NOBODY)).to_owned();
    let arrived = format!(
        "{}, {}, eingegangen {} {}",
        request.reference,
        request_desk::state(request.state),
        request_desk::channel(request.channel),
        format::moment(Lang::De, request.created_at),
    );
    view! {
        <div class="desk-head">
            <div>
                <h1>{request.title().to_owned()}</h1>
                <p class="row gap-2">
                    <span class="plate steel">
                        {icon::pin()} " " {format!("{whose}, {}", detail.reason)}
                    </span>
                    <span>{arrived}</span>
                </p>
            </div>
        </div>
    }
    .into_any()
}
