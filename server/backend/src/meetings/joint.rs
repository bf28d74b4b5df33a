//! A joint meeting goes on without a firm that does not want it, cannot make it, or is deleted, as
//! long as two are left. The others are not told which it was.

use super::answer::{self, Bearer};
use super::call_off::call_off_all;
use super::follow::{Step, follow, remark};
use super::load::Locked;
use super::notify;
use super::{Seat, sql};
use crate::requests::{Request, history};
use crate::{Actor, Backend, BackendError, Conn, Id, Result, Tx};
use domain::content::Content;
use domain::meeting::{MeetingNote, MeetingState, Party};
use domain::request::RequestEvent;

/// Why a firm leaves.
#[derive(Clone, Copy)]
pub(super) struct Why<'a> {
    /// No time fits, or it calls off.
    pub note: MeetingNote,
    /// What it says, for staff.
    pub words: Option<&'a str>,
}

impl Locked {
    /// Whether this is a joint meeting that still makes sense without this firm.
    pub(super) fn goes_on_without(&self, seat: &Seat) -> bool {
        let firm = seat.participant.party == Party::Sme;
        firm && self.meeting.state.is_open() && self.requests.len() > 2
    }
}

/// One firm of several leaves a joint meeting, which goes on. Those who stay may have agreed by now:
/// then the meeting is booked.
pub(super) async fn leave(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    seat: &Seat,
    why: Why<'_>,
) -> Result<()> {
    let (now, before) = (backend.now(), locked.meeting.state);
    if locked.meeting.has_begun(now) {
        return Err(BackendError::Refused("meeting_begun"));
    }
    if before == MeetingState::Booked {
        locked.meeting.sequence += 1;
        let gone = notify::Calendar::Cancelled;
        notify::calendar_for(tx, backend, content, locked, seat, gone).await?;
    }
    sql::delete_seat(tx, &seat.id).await?;
    locked.meeting.seats.retain(|other| other.id != seat.id);
    locked.meeting.firms = locked.meeting.firms.saturating_sub(1);
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
    let event = match before {
        MeetingState::Booked => Some(RequestEvent::BookingCancelled),
        MeetingState::Proposed => Some(RequestEvent::TimesGone),
        _ => None,
    };
    match event {
        Some(event) => {
            let step = Step { before, event, detail: why.note.code(), note: why.words };
            follow(tx, backend, &mut alone, &Actor::Sme, step).await?;
        }
        None => remark(tx, backend, &alone, &Actor::Sme, why.note, (None, why.words)).await?,
    }
    let meeting = Some(locked.meeting.id.as_str());
    remark(tx, backend, &alone, &Actor::Sme, MeetingNote::Left, (meeting, None)).await?;
    let what = MeetingNote::Fewer;
    remark(tx, backend, locked, &Actor::System, what, (None, None)).await?;
    notify::adviser(tx, backend, content, locked, what).await?;
    if before == MeetingState::Proposed {
        answer::conclude(tx, backend, content, locked, None, &Actor::System).await?;
    }
    Ok(())
}

/// Whether the firm has left this meeting: what it sends once more then is no mistake.
pub(super) async fn has_left(conn: &mut Conn, bearer: &Bearer, meeting: &Id) -> Result<bool> {
    if bearer.party != Party::Sme {
        return Ok(false);
    }
    let events = history::events(conn, &bearer.request).await?;
    Ok(events.iter().any(|event| {
        event.event == MeetingNote::Left.code() && event.detail.as_deref() == Some(meeting.as_str())
    }))
}

/// Locks a request and whatever shares a meeting with it, in the order in which everybody locks.
pub(crate) async fn lock_with_companions(tx: &mut Tx, request: &Id) -> Result<Option<Request>> {
    let mut all = sql::companions(tx, request).await?;
    all.push(request.clone());
    all.sort();
    for one in all {
        tx.lock("request", one.as_str()).await?;
    }
    history::lock(tx, request).await
}

/// Takes a request that is about to be deleted out of its meetings: those of several firms go on, or
/// are called off where only one is left. Nobody else's calendar keeps what will not be.
pub(crate) async fn leave_all(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    request: &Request,
) -> Result<()> {
    hand_over_joint(tx, &request.id).await?;
    call_off_all(tx, backend, content, request, &Actor::System).await
}

/// Gives meetings in which other firms take part to one of them, so that they are not deleted with
/// a request of this one. Where they were to be may be the address or number of the firm that goes.
async fn hand_over_joint(tx: &mut Tx, request: &Id) -> Result<()> {
    sql::hand_over_joint(tx, request).await
}
