//! Calling a meeting off.

use super::answer::{self, Link};
use super::change::{MeetingEdit, open};
use super::claims;
use super::follow::{Step, follow, remark};
use super::joint::{self, Why};
use super::load::{self, Locked};
use super::notify::{self, Calendar};
use super::{Meeting, sql};
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
                    let Some(seat) = bearer.seat(&locked) else {
                        let left = joint::has_left(tx, &bearer, meeting).await?;
                        return Ok(left.then_some(locked.meeting));
                    };
                    let actor = bearer.actor();
                    let leaver = locked.goes_on_without(&seat).then_some(seat);
                    (locked, actor, leaver)
                }
            };
            let words = why.as_ref().map(Paragraph::as_str);
            if let Some(firm) = leaver {
                let why = Why { note: MeetingNote::CalledOff, words };
                joint::leave(tx, &backend, &content, &mut locked, &firm, why).await?;
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
                let why = Why { note: MeetingNote::CalledOff, words: None };
                joint::leave(tx, backend, content, &mut locked, &seat, why).await?;
            }
            _ => cancel(tx, backend, content, &mut locked, by, None).await?,
        }
    }
    Ok(())
}
