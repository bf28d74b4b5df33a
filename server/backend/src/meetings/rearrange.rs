//! Another place or another host; the times stay.

use super::change::{MeetingEdit, open};
use super::claims;
use super::follow::remark;
use super::load::{self, Locked};
use super::notify;
use super::possible::{Wanted, taken, unavailable};
use super::propose::{self, Claimed, TAKEN};
use super::{Meeting, sql};
use crate::{Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::Instant;
use domain::content::{Content, Site};
use domain::meeting::{MeetingEvent, MeetingNote, MeetingPlace, MeetingState, Party, Slot};
use domain::text::Line;
use std::sync::Arc;

/// Where a meeting is to be, and who is to host it.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Where.
    pub place: MeetingPlace,
    /// Where else than in the room: an address, a number, a link.
    pub place_note: Option<Line<200>>,
    /// The member of staff who hosts it.
    pub adviser: Id,
}

impl Setting {
    fn room(&self, site: &Site) -> Option<String> {
        (self.place == MeetingPlace::Room).then(|| site.room.id.clone())
    }

    fn note(&self) -> Option<&str> {
        self.place_note.as_ref().map(Line::as_str)
    }

    /// Whether the meeting is like that already: the button was pressed twice.
    fn is_done(&self, meeting: &Meeting, site: &Site) -> bool {
        (meeting.place, meeting.place_note.as_deref()) == (self.place, self.note())
            && meeting.room == self.room(site)
            && meeting.adviser == self.adviser
    }
}

/// Changes where a meeting is and who hosts it. The times and what participants ticked stay; room
/// and host are claimed anew. Everybody is told what has changed, and calendars follow.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `meeting_state`, `meeting_begun`, `no_such_adviser`.
pub async fn rearrange(
    backend: &Backend,
    content: &Arc<Content>,
    edit: MeetingEdit,
    new: Setting,
) -> Result<Claimed> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        let done = transaction!(backend.db, |tx| {
            rearrange_in(tx, &backend, &content, &edit, &new).await
        });
        let Err(BackendError::Refused(TAKEN)) = done else { return done };
        let mut conn = backend.db.read().await?;
        let meeting = load::find(&mut conn, &edit.meeting).await?.ok_or(BackendError::NotFound)?;
        let site = content.sites.get(meeting.site.as_str()).ok_or(BackendError::NotFound)?;
        let (adviser, except) = (&new.adviser, Some(&meeting.id));
        let wanted = Wanted { place: new.place, adviser, except };
        let slots = meeting.claimable(backend.now());
        taken(&mut conn, site, wanted, &slots, backend.now()).await
    })
    .await
}

impl Meeting {
    /// The times for which room and host are claimed, without those that are over.
    fn claimable(&self, now: Instant) -> Vec<Slot> {
        match self.state {
            MeetingState::Booked => self.slot.into_iter().collect(),
            MeetingState::Proposed => {
                self.offered.iter().filter(|slot| slot.start() > now).copied().collect()
            }
            _ => Vec::new(),
        }
    }
}

async fn rearrange_in(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    edit: &MeetingEdit,
    new: &Setting,
) -> Result<Claimed> {
    let now = backend.now();
    let is_done = |meeting: &Meeting| {
        let site = content.sites.get(meeting.site.as_str());
        site.is_some_and(|site| new.is_done(meeting, site))
    };
    let mut locked = open(tx, backend, edit, is_done).await?;
    if is_done(&locked.meeting) {
        return Ok(Claimed::Done(Box::new(locked.meeting)));
    }
    if locked.meeting.has_begun(now) {
        return Err(BackendError::Refused("meeting_begun"));
    }
    locked.meeting.turn(MeetingEvent::Rearranged)?;
    let site = propose::site_of(content, locked.request())?;
    let host = propose::host(tx, &locked.meeting.site, &new.adviser).await?;
    let slots = locked.meeting.claimable(now);
    let impossible = unavailable(tx, site, new.place, &host.id, &slots, now).await?;
    if !impossible.is_empty() {
        return Ok(Claimed::Unavailable(impossible));
    }
    let before = locked.meeting.clone();
    locked.meeting.sequence += i64::from(before.state == MeetingState::Booked);
    if before.adviser != host.id {
        change_host(tx, backend, content, &mut locked, site, &host).await?;
    }
    locked.meeting.place = new.place;
    locked.meeting.place_note = new.note().map(str::to_owned);
    locked.meeting.room = new.room(site);
    let (id, resources) = (&locked.meeting.id, locked.meeting.resources());
    claims::release(tx, id).await?;
    let hold = locked.meeting.hold_until;
    if !claims::claim(tx, id, resources, &slots, hold, now).await? {
        return Err(BackendError::Refused(TAKEN));
    }
    sql::update(tx, &locked.meeting, now).await?;
    let what = changes(&before, &locked.meeting);
    remark(tx, backend, &locked, &edit.actor(), MeetingNote::Rearranged, (Some(what), None))
        .await?;
    notify::rearranged(tx, backend, content, &locked, &before).await?;
    load::claimed(tx, &locked).await
}

/// Gives the host's seat to somebody else. Whoever sat there is told, and their calendar follows;
/// the new seat is a new event in another calendar.
async fn change_host(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &mut Locked,
    site: &Site,
    host: &crate::staff::Member,
) -> Result<()> {
    let is_host = |seat: &&super::Seat| seat.participant.party == Party::Adviser;
    if let Some(old) = locked.meeting.seats.iter().find(is_host).cloned() {
        notify::handed_over(tx, backend, content, locked, &old, &host.name).await?;
        sql::delete_seat(tx, &old.id).await?;
        locked.meeting.seats.retain(|seat| seat.id != old.id);
    }
    let mut seat = propose::seat(backend, site, Party::Adviser, host.id.to_string());
    seat.participant.answer = domain::meeting::Answer::Fits(locked.meeting.offered.clone());
    sql::insert_seat(tx, &locked.meeting.id, &seat).await?;
    locked.meeting.seats.push(seat);
    locked.meeting.adviser = host.id.clone();
    locked.meeting.adviser_name.clone_from(&host.name);
    locked.meeting.adviser_profile = host.adviser.as_ref().map(ToString::to_string);
    Ok(())
}

/// What has changed, as the history keeps it.
fn changes(before: &Meeting, after: &Meeting) -> &'static str {
    let host = before.adviser != after.adviser;
    let place = (before.place, &before.place_note, &before.room)
        != (after.place, &after.place_note, &after.room);
    match (place, host) {
        (true, true) => "place host",
        (false, true) => "host",
        _ => "place",
    }
}
