//! Calling a meeting off, and leaving a joint one that goes on.

use super::answer::{self, Link};
use super::change::{MeetingEdit, open};
use super::claims;
use super::follow::{Step, follow, remark};
use super::load::{self, Locked};
use super::notify::{self, Calendar};
use super::{Meeting, Seat, sql};
use crate::requests::Request;
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::content::Content;
use domain::meeting::{MeetingEvent, MeetingNote, MeetingState, Party};
use domain::request::RequestEvent;
use domain::text::Paragraph;
use std::sync::Arc;

/// Who calls a meeting off.
#[derive(Clone)]
pub enum By {
    /// Staff.
    Staff(MeetingEdit),
    /// The firm or the provider, with their link, and which meeting.
    Link(Link, Id),
}

/// Calls a meeting off. Calendars follow; the others are told. Doing it again changes nothing.
/// `None` if a link leads nowhere, or not to this meeting.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `meeting_begun`, or `meeting_state` if it is over.
pub async fn call_off(
    backend: &Backend,
    content: &Arc<Content>,
    by: By,
    why: Option<Paragraph<500>>,
) -> Result<Option<Meeting>> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let (mut locked, actor, leaver) = match &by {
                By::Staff(edit) => {
                    let is_done = |meeting: &Meeting| meeting.state == MeetingState::Cancelled;
                    (open(tx, &backend, edit, is_done).await?, edit.actor(), None)
                }
                By::Link(link, meeting) => {
                    let bearer = answer::redeem(tx, link, backend.now()).await?;
                    let Some(bearer) = bearer else { return Ok(None) };
                    let Some(locked) = load::lock(tx, meeting).await? else { return Ok(None) };
                    let Some(seat) = bearer.seat(&locked) else { return Ok(None) };
                    let actor = bearer.actor();
                    let leaver = locked.goes_on_without(&seat).then_some(seat);
                    (locked, actor, leaver)
                }
            };
            let words = why.as_ref().map(Paragraph::as_str);
            if let Some(firm) = leaver {
                leave(tx, &backend, &content, &mut locked, &firm, words).await?;
                return Ok(Some(locked.meeting));
            }
            cancel(tx, &backend, &content, &mut locked, &actor, words).await?;
            Ok(Some(locked.meeting))
        })
    })
    .await
}

async fn cancel(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    by: &Actor,
    why: Option<&str>,
) -> Result<()> {
    let (now, before) = (backend.now(), locked.meeting.state);
    if before == MeetingState::Cancelled {
        return Ok(());
    }
    if locked.meeting.has_begun(now) {
        return Err(BackendError::Refused("meeting_begun"));
    }
    locked.meeting.turn(MeetingEvent::Cancelled)?;
    claims::release(tx, &locked.meeting.id).await?;
    let booked = before == MeetingState::Booked;
    locked.meeting.sequence += i64::from(booked);
    sql::update(tx, &locked.meeting, now).await?;
    locked.meeting.version += 1;
    let detail = MeetingNote::CalledOff;
    let event = match before {
        MeetingState::Booked => Some(RequestEvent::BookingCancelled),
        MeetingState::Proposed => Some(RequestEvent::TimesGone),
        _ => None,
    };
    match event {
        Some(event) => {
            let step = Step { before, event, detail: detail.code(), note: why };
            follow(tx, backend, locked, by, step).await?;
        }
        None => remark(tx, backend, locked, by, detail, (None, why)).await?,
    }
    if booked {
        notify::calendar(tx, backend, content, locked, Calendar::Cancelled).await?;
    } else {
        notify::withdrawn(tx, backend, content, locked, by, before).await?;
    }
    Ok(())
}

impl Locked {
    /// Whether this is a joint meeting that still makes sense without this firm.
    fn goes_on_without(&self, seat: &Seat) -> bool {
        let firm = seat.participant.party == Party::Sme;
        firm && self.meeting.state.is_open() && self.requests.len() > 2
    }
}

/// One firm of several leaves a joint meeting, which goes on.
async fn leave(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    seat: &Seat,
    why: Option<&str>,
) -> Result<()> {
    let (now, before) = (backend.now(), locked.meeting.state);
    if locked.meeting.has_begun(now) {
        return Err(BackendError::Refused("meeting_begun"));
    }
    if before == MeetingState::Booked {
        locked.meeting.sequence += 1;
        notify::calendar_gone(tx, backend, content, locked, seat).await?;
    }
    sql::delete_seat(tx, &seat.id).await?;
    locked.meeting.seats.retain(|other| other.id != seat.id);
    let gone = locked.requests.iter().position(|request| request.id.as_str() == seat.subject);
    let gone = locked.requests.remove(gone.unwrap_or_default());
    let own = locked.requests[0].id.clone();
    if locked.meeting.request == gone.id {
        sql::set_request(tx, &locked.meeting.id, &own).await?;
        locked.meeting.request = own;
    }
    sql::update(tx, &locked.meeting, now).await?;
    locked.meeting.version += 1;
    let mut alone = Locked { meeting: locked.meeting.clone(), requests: vec![gone] };
    let (event, detail) = match before {
        MeetingState::Booked => (RequestEvent::BookingCancelled, MeetingNote::CalledOff.code()),
        MeetingState::Proposed => (RequestEvent::TimesGone, MeetingNote::CalledOff.code()),
        _ => return Ok(()),
    };
    let step = Step { before, event, detail, note: why };
    follow(tx, backend, &mut alone, &Actor::Sme, step).await?;
    let what = MeetingNote::CalledOff;
    remark(tx, backend, locked, &Actor::System, what, (None, None)).await?;
    notify::adviser(tx, backend, content, locked, what).await
}

/// Calls off everything of a request that is taken back, as part of `tx`, in which the request is
/// locked. What has begun stays.
pub(crate) async fn call_off_all(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    request: &Request,
    by: &Actor,
) -> Result<()> {
    let now = backend.now();
    for meeting in load::of_request(tx, &request.id).await? {
        if !meeting.state.is_open() || meeting.has_begun(now) {
            continue;
        }
        let Some(mut locked) = load::lock(tx, &meeting.id).await? else { continue };
        let seat = locked.meeting.seat(Party::Sme, request.id.as_str()).cloned();
        match seat {
            Some(seat) if locked.goes_on_without(&seat) => {
                leave(tx, backend, content, &mut locked, &seat, None).await?;
            }
            _ => cancel(tx, backend, content, &mut locked, by, None).await?,
        }
    }
    Ok(())
}
