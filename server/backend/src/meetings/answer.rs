//! Participants tick what fits. The tick that completes an agreement books the meeting; the same
//! tick again finds it booked and says so.

use super::claims;
use super::follow::{Step, follow, remark};
use super::joint::{self, Why};
use super::load::{self, Locked};
use super::notify::{self, Calendar};
use super::wishes::{self, Said};
use super::{Seat, sql};
use crate::requests::Viewer;
use crate::tokens::{self, Purpose};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::Instant;
use domain::content::Content;
use domain::meeting::{
    Answer, MOST_WISHES, MeetingEvent, MeetingNote, MeetingState, Party, Slot, TimeWish,
};
use domain::request::RequestEvent;
use domain::text::Paragraph;
use std::sync::Arc;

/// The link in whose name somebody acts.
#[derive(Clone, PartialEq, Eq)]
pub enum Link {
    /// The firm's status link.
    Firm(String),
    /// The provider's link.
    Provider(String),
}

/// What a participant says to the offered times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// These starts fit.
    Fits {
        /// Starts of the ticked times; at least one.
        starts: Vec<Instant>,
        /// Whether somebody of the Werkbank should sit at the table.
        host_wanted: Option<bool>,
    },
    /// None of them fits.
    NoneFits {
        /// What would, in words.
        message: Option<Paragraph<500>>,
        /// When they could come; the first three count.
        wishes: Vec<TimeWish>,
    },
}

/// What became of an answer. All but [`Answered::Booked`] are pages of their own; none is an
/// error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The meeting is booked, by this answer or already before.
    Booked(Slot),
    /// Noted; others have to answer.
    Waiting,
    /// Everybody has answered, and no time fits all. The adviser was told.
    NoCommonTime,
    /// Noted that nothing fits. The adviser was told.
    Declined,
    /// The times had run out and somebody else has got one of them. The adviser was told.
    Gone,
    /// The ticked times are no longer offered; other ones are.
    Changed,
    /// Nothing can be answered any more.
    Over(MeetingState),
}

/// Answers with a link; `None` if the link leads nowhere, or not to this meeting.
///
/// # Errors
/// [`BackendError::Refused`] with `nothing_ticked`.
pub async fn answer(
    backend: &Backend,
    content: &Arc<Content>,
    link: Link,
    meeting: Id,
    reply: Reply,
) -> Result<Option<Answered>> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let Some(party) = redeem(tx, &link, backend.now()).await? else { return Ok(None) };
            let Some(mut locked) = load::lock(tx, &meeting).await? else { return Ok(None) };
            let Some(seat) = party.seat(&locked) else {
                let left = joint::has_left(tx, &party, &meeting).await?;
                return Ok(left.then_some(Answered::Declined));
            };
            let by = party.actor();
            note(tx, &backend, &content, &mut locked, seat, &by, &reply).await.map(Some)
        })
    })
    .await
}

/// Answers for somebody who said it on the telephone.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer may not see the meeting or nobody sits there;
/// [`BackendError::Refused`] with `nothing_ticked`.
pub async fn answer_for(
    backend: &Backend,
    content: &Arc<Content>,
    viewer: Viewer,
    meeting: Id,
    seat: Id,
    reply: Reply,
) -> Result<Answered> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let locked = load::lock(tx, &meeting).await?;
            let mut locked = locked.ok_or(BackendError::NotFound)?;
            let day = backend.now().day();
            load::visible(tx, &viewer, &locked.meeting.request, day).await?;
            let seats = &locked.meeting.seats;
            let found = seats
                .iter()
                .find(|s| s.id == seat && s.participant.party != Party::Adviser)
                .cloned()
                .ok_or(BackendError::NotFound)?;
            let by = Actor::Staff(viewer.staff.clone());
            note(tx, &backend, &content, &mut locked, found, &by, &reply).await
        })
    })
    .await
}

/// Whom a link speaks for.
pub(super) struct Bearer {
    pub party: Party,
    pub request: Id,
    subject: String,
}

impl Bearer {
    /// The bearer's seat at this meeting, if there is one.
    pub(super) fn seat(&self, locked: &Locked) -> Option<Seat> {
        let foreign = self.party == Party::Provider && locked.meeting.request != self.request;
        let seat = locked.meeting.seat(self.party, &self.subject);
        seat.filter(|_| !foreign).cloned()
    }

    pub(super) fn actor(&self) -> Actor {
        match self.party {
            Party::Provider => Actor::Provider(self.subject.clone()),
            Party::Sme | Party::Adviser => Actor::Sme,
        }
    }
}

pub(super) async fn redeem(tx: &mut Tx, link: &Link, now: Instant) -> Result<Option<Bearer>> {
    let (purpose, secret) = match link {
        Link::Firm(secret) => (Purpose::SmeStatus, secret),
        Link::Provider(secret) => (Purpose::ProviderMeeting, secret),
    };
    let Some(bearer) = tokens::redeem(tx, purpose, secret, now).await? else { return Ok(None) };
    let Some(request) = bearer.id() else { return Ok(None) };
    Ok(match link {
        Link::Firm(_) => {
            let subject = request.to_string();
            Some(Bearer { party: Party::Sme, request, subject })
        }
        Link::Provider(_) => {
            bearer.party.map(|subject| Bearer { party: Party::Provider, request, subject })
        }
    })
}

async fn note(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    mut seat: Seat,
    by: &Actor,
    reply: &Reply,
) -> Result<Answered> {
    let meeting = &locked.meeting;
    match (meeting.state, meeting.slot) {
        (MeetingState::Proposed, _) => {}
        (MeetingState::Declined | MeetingState::Expired, _)
            if let Reply::NoneFits { message, wishes } = reply
                && locked.request().state.allows_proposals() =>
        {
            let said =
                Said { message: message.as_ref().map(Paragraph::as_str), wishes: first(wishes) };
            return wishes::later(tx, backend, content, locked, seat, by, said).await;
        }
        (MeetingState::Booked, Some(slot)) => return Ok(Answered::Booked(slot)),
        (MeetingState::Declined, _) if seat.participant.answer == Answer::NoneFits => {
            return Ok(Answered::Declined);
        }
        (state, _) => return Ok(Answered::Over(state)),
    }
    if let Reply::NoneFits { message, wishes } = reply
        && locked.goes_on_without(&seat)
    {
        // The place at the table goes, and with it what stands there.
        let words = wishes::in_words(message.as_ref(), first(wishes));
        let why = Why { note: MeetingNote::NoneFits, words: words.as_deref() };
        joint::leave(tx, backend, content, locked, &seat, why).await?;
        return Ok(Answered::Declined);
    }
    let before = seat.clone();
    match reply {
        Reply::Fits { starts, host_wanted } => {
            if starts.is_empty() {
                return Err(BackendError::Refused("nothing_ticked"));
            }
            let offered = meeting.offered.iter().filter(|slot| starts.contains(&slot.start()));
            let ticked: Vec<Slot> = offered.copied().collect();
            if starts.iter().any(|start| ticked.iter().all(|slot| slot.start() != *start)) {
                return Ok(Answered::Changed);
            }
            seat.participant.answer = Answer::Fits(ticked);
            seat.host_wanted = host_wanted.or(seat.host_wanted);
            seat.message = None;
            seat.wishes.clear();
        }
        Reply::NoneFits { message, wishes } => {
            seat.participant.answer = Answer::NoneFits;
            seat.message = message.as_ref().map(ToString::to_string);
            seat.wishes = first(wishes).to_vec();
        }
    }
    let changed = seat != before;
    if changed {
        let now = backend.now();
        seat.answered_at = Some(now);
        sql::write_answer(tx, &seat, now).await?;
        if let Some(own) = locked.meeting.seats.iter_mut().find(|s| s.id == seat.id) {
            *own = seat.clone();
        }
    }
    if seat.participant.answer == Answer::NoneFits && seat.participant.required {
        return decline(tx, backend, content, locked, &seat, by).await;
    }
    conclude(tx, backend, content, locked, changed.then_some(&seat), by).await
}

/// As many wishes as one may have.
fn first(wishes: &[TimeWish]) -> &[TimeWish] {
    wishes.get(..MOST_WISHES).unwrap_or(wishes)
}

/// Books if there is an agreement now.
pub(super) async fn conclude(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    changed: Option<&Seat>,
    by: &Actor,
) -> Result<Answered> {
    let now = backend.now();
    if let Some(seat) = changed {
        let party = Some(seat.participant.party.code());
        remark(tx, backend, locked, by, MeetingNote::Answered, (party, None)).await?;
    }
    if let Some(slot) = locked.meeting.agreed(now) {
        return book(tx, backend, content, locked, slot, by).await;
    }
    if changed.is_some() {
        sql::update(tx, &locked.meeting, now).await?;
    }
    if !locked.meeting.lacks_common_time(now) {
        return Ok(Answered::Waiting);
    }
    if changed.is_some() {
        let what = MeetingNote::NoCommonTime;
        remark(tx, backend, locked, &Actor::System, what, (None, None)).await?;
        notify::adviser(tx, backend, content, locked, what).await?;
    }
    Ok(Answered::NoCommonTime)
}

async fn book(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    slot: Slot,
    by: &Actor,
) -> Result<Answered> {
    let kept = claims::settle(tx, &locked.meeting, slot).await?;
    let (event, detail) = if kept {
        (MeetingEvent::Agreed, locked.meeting.subject_code())
    } else {
        (MeetingEvent::RanOut, MeetingNote::RanOut.code().to_owned())
    };
    let before = locked.meeting.state;
    locked.meeting.turn(event)?;
    if kept {
        locked.meeting.slot = Some(slot);
        locked.meeting.booked_at = Some(backend.now());
        locked.meeting.sequence += 1;
    }
    sql::update(tx, &locked.meeting, backend.now()).await?;
    let event = if kept { RequestEvent::Booked } else { RequestEvent::TimesGone };
    let step = Step { before, event, detail: &detail, note: None };
    follow(tx, backend, locked, by, step).await?;
    if kept {
        notify::calendar(tx, backend, content, locked, Calendar::Booked).await?;
        return Ok(Answered::Booked(slot));
    }
    notify::adviser(tx, backend, content, locked, MeetingNote::RanOut).await?;
    Ok(Answered::Gone)
}

async fn decline(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    seat: &Seat,
    by: &Actor,
) -> Result<Answered> {
    let before = locked.meeting.state;
    locked.meeting.turn(MeetingEvent::NoneFits)?;
    claims::release(tx, &locked.meeting.id).await?;
    sql::update(tx, &locked.meeting, backend.now()).await?;
    let (event, detail) = (RequestEvent::TimesGone, MeetingNote::NoneFits.code());
    let step = Step { before, event, detail, note: seat.message.as_deref() };
    follow(tx, backend, locked, by, step).await?;
    notify::adviser(tx, backend, content, locked, MeetingNote::NoneFits).await?;
    Ok(Answered::Declined)
}
