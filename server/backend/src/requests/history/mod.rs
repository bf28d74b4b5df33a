//! What happened to a request, and the one way in which its state changes.

mod sql;

use super::request::{Event, Request};
use super::sql as requests_sql;
use super::sql::Update;
use crate::{Actor, Backend, BackendError, Conn, Id, Result, Tx, counts};
use counts::Count;
use domain::request::{Outcome, RequestEvent, RequestState};
use domain::{Instant, Surface};

/// Something that happens to a request.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// What.
    pub event: RequestEvent,
    /// Who did it.
    pub actor: &'a Actor,
    /// Which, ids and codes only.
    pub detail: Option<&'a str>,
    /// Words for colleagues.
    pub note: Option<&'a str>,
}

impl<'a> Change<'a> {
    /// A change without further words.
    pub const fn new(event: RequestEvent, actor: &'a Actor) -> Change<'a> {
        Change { event, actor, detail: None, note: None }
    }
}

/// The request, locked until the end of the transaction, so that what is decided about it still
/// holds when it is written.
pub async fn lock(tx: &mut Tx, id: &Id) -> Result<Option<Request>> {
    tx.lock("request", id.as_str()).await?;
    requests_sql::find(tx, id).await
}

/// Moves a request to the state that `change` leads to, writes its history and counts it.
///
/// # Errors
/// [`BackendError::NotFound`] without such a request; [`BackendError::Refused`] with
/// `request_state` if it cannot happen now.
pub async fn apply(tx: &mut Tx, backend: &Backend, id: &Id, change: Change<'_>) -> Result<Request> {
    let request = lock(tx, id).await?.ok_or(BackendError::NotFound)?;
    apply_to(tx, backend, &request, change, None).await
}

/// As [`apply`], for a request that is already locked.
pub(super) async fn apply_to(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    change: Change<'_>,
    outcome: Option<Outcome>,
) -> Result<Request> {
    let state =
        request.state.after(change.event).map_err(|_| BackendError::Refused("request_state"))?;
    write(tx, backend, request, change, state, outcome).await
}

/// As [`apply`], for what happened to one of several meetings of a request that is already
/// locked. `own` is where that meeting alone had led the request, `others` where the others do.
pub(crate) async fn apply_meeting(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    change: Change<'_>,
    own: RequestState,
    others: &[RequestState],
) -> Result<Request> {
    let state = request
        .state
        .after_meeting(own, change.event, others)
        .map_err(|_| BackendError::Refused("request_state"))?;
    write(tx, backend, request, change, state, None).await
}

async fn write(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    change: Change<'_>,
    state: RequestState,
    outcome: Option<Outcome>,
) -> Result<Request> {
    let now = backend.now();
    let confirmed_by = match change.event {
        RequestEvent::Confirmed => Some("link"),
        RequestEvent::ConfirmedByPhone => Some("phone"),
        _ => None,
    };
    let update = Update {
        state: Some(state),
        delete_on: Some(backend.plan().delete_on(state, now)),
        confirmed_by,
        closed: (state.is_live() != request.state.is_live()).then_some(!state.is_live()),
        outcome,
        keep_until: None,
        answered: matches!(change.actor, Actor::Staff(_)),
    };
    requests_sql::update(tx, &request.id, now, &update).await?;
    record(tx, backend, &request.id, change.event.code(), change).await?;
    count_step(tx, request, step(change.event), surface(change.actor), now).await?;
    requests_sql::find(tx, &request.id).await?.ok_or(BackendError::NotFound)
}

/// Writes a line of history that changes no state. `code` may be one of the meetings'.
pub async fn note(
    tx: &mut Tx,
    backend: &Backend,
    request: &Id,
    code: &str,
    actor: &Actor,
    detail: Option<&str>,
    note: Option<&str>,
) -> Result<()> {
    let event = Event {
        at: backend.now(),
        actor: actor.clone(),
        event: code.to_owned(),
        detail: detail.map(str::to_owned),
        note: note.map(str::to_owned),
    };
    sql::insert_event(tx, &backend.id(), request, &event).await
}

async fn record(
    tx: &mut Tx,
    backend: &Backend,
    request: &Id,
    code: &str,
    change: Change<'_>,
) -> Result<()> {
    note(tx, backend, request, code, change.actor, change.detail, change.note).await
}

/// The history of a request, oldest first.
pub async fn events(conn: &mut Conn, request: &Id) -> Result<Vec<Event>> {
    sql::events(conn, request).await
}

/// Takes the words of a firm whose request is about to be deleted out of the histories of the
/// others in a joint meeting: what one firm writes about it stands in each of them.
pub(crate) async fn forget_shared_words(tx: &mut Tx, request: &Id) -> Result<()> {
    sql::forget_shared_words(tx, request).await
}

/// The name of a step in the figures; `None` for steps nobody asks about.
const fn step(event: RequestEvent) -> Option<&'static str> {
    match event {
        RequestEvent::Confirmed | RequestEvent::ConfirmedByPhone => Some("request_confirmed"),
        RequestEvent::TimesProposed => Some("request_proposed"),
        RequestEvent::Booked => Some("request_booked"),
        RequestEvent::TookPlace => Some("request_met"),
        RequestEvent::Closed => Some("request_closed"),
        RequestEvent::Withdrawn => Some("request_withdrawn"),
        RequestEvent::Expired => Some("request_expired"),
        _ => None,
    }
}

const fn surface(actor: &Actor) -> Surface {
    match actor {
        Actor::Sme | Actor::Provider(_) => Surface::Web,
        Actor::Staff(_) | Actor::System => Surface::Desk,
    }
}

/// Counts a step of a request once for each thing the evaluation looks at.
pub(crate) async fn count_step(
    tx: &mut Tx,
    request: &Request,
    step: Option<&str>,
    surface: Surface,
    now: Instant,
) -> Result<()> {
    let Some(step) = step else { return Ok(()) };
    let counts = step_counts(request, step, surface).into_iter().map(|count| (count, 1)).collect();
    counts::add(tx, now.day(), counts).await
}

/// What is counted at a step of a request.
pub(crate) fn step_counts(request: &Request, step: &str, surface: Surface) -> Vec<Count> {
    let unknown = || "unknown".to_owned();
    let by = [
        ("", "all".to_owned()),
        (".kind", request.kind.code().to_owned()),
        (".channel", request.channel.code().to_owned()),
        (".goal", request.goals.first().cloned().unwrap_or_else(unknown)),
        (".sector", request.sector.clone().unwrap_or_else(unknown)),
        (".district", request.district.clone().unwrap_or_else(unknown)),
        (".size", request.size.map_or_else(unknown, |size| size.code().to_owned())),
        (".story", request.story.clone().unwrap_or_else(|| "none".to_owned())),
    ];
    by.into_iter()
        .map(|(what, key)| {
            let kind = format!("{step}{what}");
            Count::new(&request.site, surface, request.lang, &kind, &key)
        })
        .collect()
}
