//! What staff does with a request. Every change names the version that was read: whoever is
//! second gets a conflict and sees what the first one did.

use super::history::{self, Change};
use super::request::Request;
use super::{Viewer, inbox, sql, submit};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::content::Content;
use domain::request::{History, Outcome, RequestEvent, RequestState};
use domain::routing::Reason;
use domain::text::Paragraph;
use jiff::civil::Date;
use std::sync::Arc;

/// Days for which an unconfirmed request can be kept at most.
pub const KEEP_DAYS: i64 = 90;

/// Which request in which version, and who wants to change it.
#[derive(Clone, Debug)]
pub struct Edit {
    /// Who.
    pub viewer: Viewer,
    /// Which request.
    pub request: Id,
    /// The version they saw.
    pub version: i64,
}

impl Edit {
    fn actor(&self) -> Actor {
        Actor::Staff(self.viewer.staff.clone())
    }
}

/// Where a request is handed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// To this person.
    Person(Id),
    /// Into the pool.
    Pool,
}

/// The request, locked, if `edit`'s viewer may see it and nobody changed it meanwhile.
pub(super) async fn open(tx: &mut Tx, backend: &Backend, edit: &Edit) -> Result<Request> {
    tx.lock("request", edit.request.as_str()).await?;
    let day = backend.now().day();
    let found = inbox::find_visible(tx, &edit.viewer, &edit.request, day).await?;
    let request = found.ok_or(BackendError::NotFound)?;
    if request.version == edit.version { Ok(request) } else { Err(BackendError::Conflict) }
}

/// Hands a request to somebody else or back into the pool, and tells the new person.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `request_state` if it has ended, `no_such_adviser` if the person does not work on requests of
/// this site.
pub async fn hand_over(
    backend: &Backend,
    content: &Arc<Content>,
    edit: Edit,
    to: Placed,
    note: Option<Paragraph<2000>>,
) -> Result<Request> {
    place(backend, content, edit, to, Reason::HandedOver, note).await
}

/// Takes a request out of the pool, or from a colleague one stands in for.
///
/// # Errors
/// As [`hand_over`].
pub async fn take(backend: &Backend, content: &Arc<Content>, edit: Edit) -> Result<Request> {
    let to = Placed::Person(edit.viewer.staff.clone());
    place(backend, content, edit, to, Reason::Taken, None).await
}

/// Puts a request into the pool.
///
/// # Errors
/// As [`hand_over`].
pub async fn to_pool(
    backend: &Backend,
    content: &Arc<Content>,
    edit: Edit,
    note: Option<Paragraph<2000>>,
) -> Result<Request> {
    place(backend, content, edit, Placed::Pool, Reason::Pool, note).await
}

async fn place(
    backend: &Backend,
    content: &Arc<Content>,
    edit: Edit,
    to: Placed,
    reason: Reason,
    note: Option<Paragraph<2000>>,
) -> Result<Request> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let request = open(tx, &backend, &edit).await?;
            if !request.state.is_live() {
                return Err(BackendError::Refused("request_state"));
            }
            let (person, reason, code) = match &to {
                Placed::Person(id) if reason == Reason::Taken => (Some(id), reason, History::Taken),
                Placed::Person(id) => (Some(id), reason, History::HandedOver),
                Placed::Pool => (None, Reason::Pool, History::ToPool),
            };
            if let Some(id) = person
                && !sql::works_on_requests(tx, id, &request.site).await?
            {
                return Err(BackendError::Refused("no_such_adviser"));
            }
            sql::assign(tx, &request.id, person, reason, backend.now()).await?;
            let words = note.as_ref().map(Paragraph::as_str);
            let (actor, detail) = (edit.actor(), person.map(Id::as_str));
            history::note(tx, &backend, &request.id, code.code(), &actor, detail, words).await?;
            let request = sql::find(tx, &request.id).await?.ok_or(BackendError::NotFound)?;
            if reason == Reason::HandedOver && person != Some(&edit.viewer.staff) {
                let site =
                    content.sites.get(request.site.as_str()).ok_or(BackendError::NotFound)?;
                submit::announce(tx, &backend, site, &request).await?;
            }
            Ok(request)
        })
    })
    .await
}

/// Writes a note for colleagues.
///
/// # Errors
/// [`BackendError::NotFound`]. A note cannot conflict: the version does not matter.
pub async fn note(
    backend: &Backend,
    viewer: &Viewer,
    request: &Id,
    text: &Paragraph<2000>,
) -> Result<()> {
    let (backend, viewer, id) = (backend.clone(), viewer.clone(), request.clone());
    let text = text.as_str().to_owned();
    run(async move {
        transaction!(backend.db, |tx| {
            tx.lock("request", id.as_str()).await?;
            let day = backend.now().day();
            let found = inbox::find_visible(tx, &viewer, &id, day).await?;
            found.ok_or(BackendError::NotFound)?;
            let (code, actor) = (History::Note.code(), Actor::Staff(viewer.staff.clone()));
            history::note(tx, &backend, &id, code, &actor, None, Some(&text)).await
        })
    })
    .await
}

/// "Telefonisch bestätigt".
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `request_state` if it is confirmed already.
pub async fn confirm_by_phone(backend: &Backend, edit: Edit) -> Result<Request> {
    change(backend, edit, RequestEvent::ConfirmedByPhone, None, None).await
}

/// Ends a request with its outcome.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `request_state`, also while a meeting is under way: it has to be called off first.
pub async fn close(
    backend: &Backend,
    edit: Edit,
    outcome: Outcome,
    note: Option<Paragraph<2000>>,
) -> Result<Request> {
    change(backend, edit, RequestEvent::Closed, Some(outcome), note).await
}

/// Takes up a closed request again.
///
/// # Errors
/// As [`close`].
pub async fn reopen(backend: &Backend, edit: Edit) -> Result<Request> {
    change(backend, edit, RequestEvent::Reopened, None, None).await
}

async fn change(
    backend: &Backend,
    edit: Edit,
    event: RequestEvent,
    outcome: Option<Outcome>,
    note: Option<Paragraph<2000>>,
) -> Result<Request> {
    let backend = backend.clone();
    run(async move {
        transaction!(backend.db, |tx| {
            let request = open(tx, &backend, &edit).await?;
            let actor = edit.actor();
            let change = Change {
                event,
                actor: &actor,
                detail: outcome.map(Outcome::code),
                note: note.as_ref().map(Paragraph::as_str),
            };
            history::apply_to(tx, &backend, &request, change, outcome).await
        })
    })
    .await
}

/// "Behalten bis": an unconfirmed request is not deleted before the day after `until`.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `request_state` if it is confirmed, `keep_until` if the day is over or more than [`KEEP_DAYS`]
/// away.
pub async fn keep_until(backend: &Backend, edit: Edit, until: Date) -> Result<Request> {
    let backend = backend.clone();
    run(async move {
        transaction!(backend.db, |tx| {
            let request = open(tx, &backend, &edit).await?;
            if request.state != RequestState::Unconfirmed {
                return Err(BackendError::Refused("request_state"));
            }
            let now = backend.now();
            let day_after = until.tomorrow().map_err(|_| BackendError::Refused("keep_until"))?;
            if until < now.day() || until > now.plus_days(KEEP_DAYS).day() {
                return Err(BackendError::Refused("keep_until"));
            }
            let update = sql::Update {
                keep_until: Some(until),
                delete_on: Some(day_after),
                answered: true,
                ..sql::Update::default()
            };
            sql::update(tx, &request.id, now, &update).await?;
            let (code, actor, day) = (History::KeptUntil.code(), edit.actor(), until.to_string());
            history::note(tx, &backend, &request.id, code, &actor, Some(&day), None).await?;
            sql::find(tx, &request.id).await?.ok_or(BackendError::NotFound)
        })
    })
    .await
}
