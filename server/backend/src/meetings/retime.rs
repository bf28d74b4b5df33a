//! Moving a meeting, and offering other times.

use super::change::{MeetingEdit, open};
use super::claims;
use super::follow::{Step, follow, remark};
use super::load::{self, Locked};
use super::notify::{self, Calendar};
use super::possible::{Wanted, taken, unavailable};
use super::propose::{self, Claimed, TAKEN};
use super::{Meeting, sql};
use crate::{Backend, BackendError, Result, Tx, run, transaction};
use domain::Instant;
use domain::content::Content;
use domain::meeting::{MeetingEvent, MeetingNote, MeetingPlace, MeetingState, Slot};
use domain::request::RequestEvent;
use std::sync::Arc;

/// Times that replace what was there.
enum New<'a> {
    /// Booked at once.
    Start(Instant),
    /// To choose from.
    Offer(&'a [Slot]),
}

impl New<'_> {
    /// Whether the meeting is like that already: the button was pressed twice.
    fn is_done(&self, meeting: &Meeting) -> bool {
        match self {
            New::Start(start) => {
                let there = meeting.slot.is_some_and(|slot| slot.start() == *start);
                meeting.state == MeetingState::Booked && there
            }
            New::Offer(slots) => {
                let mut slots = slots.to_vec();
                slots.sort_unstable();
                slots.dedup();
                meeting.state == MeetingState::Proposed && meeting.offered == slots
            }
        }
    }
}

/// Sets the time of a meeting, everybody having agreed on the telephone: books it, or moves what
/// is booked. Calendars follow.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `meeting_state`, `meeting_begun`, or `slot_start` for a start off the quarter hour.
pub async fn move_to(
    backend: &Backend,
    content: &Arc<Content>,
    edit: MeetingEdit,
    start: Instant,
) -> Result<Claimed> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move { retime(&backend, &content, &edit, New::Start(start)).await }).await
}

/// Offers other times instead of those that were offered or booked. What was booked is called off
/// in the calendars.
///
/// # Errors
/// As [`move_to`]; `slot_count`, `slot_durations`.
pub async fn repropose(
    backend: &Backend,
    content: &Arc<Content>,
    edit: MeetingEdit,
    slots: Vec<Slot>,
) -> Result<Claimed> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move { retime(&backend, &content, &edit, New::Offer(&slots)).await }).await
}

async fn retime(
    backend: &Backend,
    content: &Content,
    edit: &MeetingEdit,
    new: New<'_>,
) -> Result<Claimed> {
    let done = transaction!(backend.db, |tx| {
        let mut locked = open(tx, backend, edit, |meeting| new.is_done(meeting)).await?;
        if new.is_done(&locked.meeting) {
            return Ok(Claimed::Done(Box::new(locked.meeting)));
        }
        match new {
            New::Start(start) => set(tx, backend, content, &mut locked, start, edit).await,
            New::Offer(slots) => offer(tx, backend, content, &mut locked, slots, edit).await,
        }
    });
    let Err(BackendError::Refused(TAKEN)) = done else { return done };
    let mut conn = backend.db.read().await?;
    let meeting = load::find(&mut conn, &edit.meeting).await?.ok_or(BackendError::NotFound)?;
    let site = content.sites.get(meeting.site.as_str()).ok_or(BackendError::NotFound)?;
    let slots = match new {
        New::Start(start) => vec![slot(start, &meeting)?],
        New::Offer(slots) => slots.to_vec(),
    };
    let (place, adviser) = (meeting.place, &meeting.adviser);
    let wanted = Wanted { place, adviser, except: Some(&meeting.id) };
    taken(&mut conn, site, wanted, &slots, backend.now()).await
}

fn slot(start: Instant, meeting: &Meeting) -> Result<Slot> {
    Slot::new(start, meeting.minutes).map_err(|_| BackendError::Refused("slot_start"))
}

async fn set(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    start: Instant,
    edit: &MeetingEdit,
) -> Result<Claimed> {
    let now = backend.now();
    let (before, from) = (locked.meeting.state, locked.meeting.slot);
    let to = slot(start, &locked.meeting)?;
    let early = claim_instead(tx, content, locked, &[to], None, now, MeetingEvent::Moved).await?;
    if let Some(refused) = early {
        return Ok(refused);
    }
    locked.meeting.slot = Some(to);
    locked.meeting.booked_at = Some(now);
    locked.meeting.sequence += 1;
    sql::update(tx, &locked.meeting, now).await?;
    let by = edit.actor();
    let what = if let (MeetingState::Booked, Some(from)) = (before, from) {
        let day = from.day().to_string();
        remark(tx, backend, locked, &by, MeetingNote::Moved, (Some(&day), None)).await?;
        Calendar::Moved(from)
    } else {
        let detail = locked.meeting.subject_code();
        let event = RequestEvent::Booked;
        let step = Step { before, event, detail: &detail, note: None };
        follow(tx, backend, locked, &by, step).await?;
        Calendar::Booked
    };
    notify::calendar(tx, backend, content, locked, what).await?;
    load::claimed(tx, locked).await
}

async fn offer(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    slots: &[Slot],
    edit: &MeetingEdit,
) -> Result<Claimed> {
    let now = backend.now();
    let mut slots = slots.to_vec();
    slots.sort_unstable();
    slots.dedup();
    if !locked.meeting.kind.proposals(locked.meeting.place).contains(&slots.len()) {
        return Err(BackendError::Refused("slot_count"));
    }
    if slots.iter().any(|slot| slot.minutes() != locked.meeting.minutes) {
        return Err(BackendError::Refused("slot_durations"));
    }
    let (before, from) = (locked.meeting.state, locked.meeting.slot);
    let hold = Some(propose::held_until(&slots, now));
    let event = MeetingEvent::Reproposed;
    if let Some(refused) = claim_instead(tx, content, locked, &slots, hold, now, event).await? {
        return Ok(refused);
    }
    let by = edit.actor();
    if before == MeetingState::Booked && from.is_some() {
        locked.meeting.sequence += 1;
        notify::calendar(tx, backend, content, locked, Calendar::Cancelled).await?;
    }
    locked.meeting.slot = None;
    locked.meeting.booked_at = None;
    locked.meeting.hold_until = hold;
    locked.meeting.offered.clone_from(&slots);
    sql::update(tx, &locked.meeting, now).await?;
    sql::offer(tx, &locked.meeting.id, &slots).await?;
    if before == MeetingState::Proposed {
        remark(tx, backend, locked, &by, MeetingNote::Reproposed, (None, None)).await?;
    } else {
        let detail = locked.meeting.subject_code();
        let step = Step { before, event: RequestEvent::TimesProposed, detail: &detail, note: None };
        follow(tx, backend, locked, &by, step).await?;
    }
    notify::times(tx, backend, content, locked).await?;
    load::claimed(tx, locked).await
}

/// Gives back what the meeting has and claims `slots` instead. `Some` if the calendar forbids
/// them; nothing is changed then.
async fn claim_instead(
    tx: &mut Tx,
    content: &Content,
    locked: &mut Locked,
    slots: &[Slot],
    hold: Option<Instant>,
    now: Instant,
    event: MeetingEvent,
) -> Result<Option<Claimed>> {
    if locked.meeting.has_begun(now) {
        return Err(BackendError::Refused("meeting_begun"));
    }
    locked.meeting.turn(event)?;
    let site = propose::site_of(content, locked.request())?;
    let (place, host) = (locked.meeting.place, &locked.meeting.adviser);
    let impossible = unavailable(tx, site, place, host, slots, now).await?;
    if !impossible.is_empty() {
        return Ok(Some(Claimed::Unavailable(impossible)));
    }
    if place == MeetingPlace::Room {
        // The room it was in may have been withdrawn.
        locked.meeting.room = Some(site.room.id.clone());
    }
    let (id, resources) = (&locked.meeting.id, locked.meeting.resources());
    claims::release(tx, id).await?;
    if !claims::claim(tx, id, resources, slots, hold, now).await? {
        return Err(BackendError::Refused(TAKEN));
    }
    Ok(None)
}
