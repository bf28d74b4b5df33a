//! Changing a meeting: which version somebody saw, and what came of it in the end.

use super::follow::{Step, follow};
use super::load::{self, Locked};
use super::{Meeting, sql};
use crate::requests::Viewer;
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::Instant;
use domain::meeting::{MeetingEvent, MeetingState};
use domain::request::RequestEvent;

/// Which meeting in which version, and who wants to change it.
#[derive(Clone, Debug)]
pub struct MeetingEdit {
    /// Who.
    pub viewer: Viewer,
    /// The request on whose page they saw it.
    pub request: Id,
    /// Which meeting.
    pub meeting: Id,
    /// The version they saw.
    pub version: i64,
}

impl MeetingEdit {
    pub(super) fn actor(&self) -> Actor {
        Actor::Staff(self.viewer.staff.clone())
    }
}

impl Meeting {
    /// Moves on to the state after `event`.
    pub(super) fn turn(&mut self, event: MeetingEvent) -> Result<()> {
        self.state = self.state.after(event).map_err(|_| BackendError::Refused("meeting_state"))?;
        if self.state != MeetingState::Proposed {
            self.hold_until = None;
        }
        Ok(())
    }

    /// Booked, and begun or over: nothing can be changed any more but what came of it.
    pub(super) fn has_begun(&self, now: Instant) -> bool {
        self.state == MeetingState::Booked && self.slot.is_some_and(|slot| slot.start() <= now)
    }
}

/// The meeting, locked, if the viewer may see it, it belongs to the request they saw it with, and
/// nobody changed it meanwhile. Where it
/// already is as they want it to be, they are not told of a conflict: it may be their own.
pub(super) async fn open(
    tx: &mut Tx,
    backend: &Backend,
    edit: &MeetingEdit,
    is_done: impl Fn(&Meeting) -> bool,
) -> Result<Locked> {
    let locked = load::lock(tx, &edit.meeting).await?.ok_or(BackendError::NotFound)?;
    let day = backend.now().day();
    load::visible(tx, &edit.viewer, &locked.meeting.request, day).await?;
    if edit.request != locked.meeting.request {
        // The page of another firm at a joint table shows the meeting as well.
        load::visible(tx, &edit.viewer, &edit.request, day).await?;
        if !locked.requests.iter().any(|request| request.id == edit.request) {
            return Err(BackendError::NotFound);
        }
    }
    if locked.meeting.version == edit.version || is_done(&locked.meeting) {
        return Ok(locked);
    }
    Err(BackendError::Conflict)
}

/// Notes whether a booked meeting took place; staff may correct itself.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `meeting_not_yet` before it began, `meeting_state`.
pub async fn note_outcome(
    backend: &Backend,
    edit: MeetingEdit,
    took_place: bool,
) -> Result<Meeting> {
    let backend = backend.clone();
    run(async move {
        transaction!(backend.db, |tx| {
            let after = if took_place { MeetingState::Held } else { MeetingState::NoShow };
            let is_done = |meeting: &Meeting| meeting.state == after;
            let mut locked = open(tx, &backend, &edit, is_done).await?;
            let (now, before) = (backend.now(), locked.meeting.state);
            if before == after {
                return Ok(locked.meeting);
            }
            if locked.meeting.slot.is_none_or(|slot| slot.start() > now) {
                return Err(BackendError::Refused("meeting_not_yet"));
            }
            let (turn, event) = if took_place {
                (MeetingEvent::TookPlace, RequestEvent::TookPlace)
            } else {
                (MeetingEvent::Missed, RequestEvent::Missed)
            };
            locked.meeting.turn(turn)?;
            sql::update(tx, &locked.meeting, now).await?;
            locked.meeting.version += 1;
            let detail = locked.meeting.subject_code();
            let step = Step { before, event, detail: &detail, note: None };
            follow(tx, &backend, &mut locked, &edit.actor(), step).await?;
            Ok(locked.meeting)
        })
    })
    .await
}
