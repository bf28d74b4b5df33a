//! Proposing times, or booking one at once where everybody was asked on the telephone.

use super::claims;
use super::follow::{Step, follow};
use super::load::{self, Locked};
use super::notify::{self, Calendar};
use super::possible::{Wanted, taken, unavailable};
use super::{Meeting, Seat, sql};
use crate::requests::{self, Edit, Request, history};
use crate::staff::Member;
use crate::{Actor, Backend, BackendError, Conn, Id, Result, Tx, run, staff, transaction};
use domain::calendar::{Unavailable, hold_until};
use domain::content::{Content, Site};
use domain::meeting::{Answer, MeetingKind, MeetingPlace, MeetingState, Participant, Party, Slot};
use domain::request::RequestEvent;
use domain::text::Line;
use domain::{Instant, Slug};
use std::sync::Arc;

/// Firms that can sit at one joint table.
pub const MOST_FIRMS: usize = 6;

/// A meeting that staff wants to arrange.
#[derive(Clone, Debug)]
pub struct NewMeeting {
    /// What it is for.
    pub kind: MeetingKind,
    /// Where it is.
    pub place: MeetingPlace,
    /// Where else than in the room: an address, a number, a link.
    pub place_note: Option<Line<200>>,
    /// The provider, in an introduction.
    pub provider: Option<Slug>,
    /// The member of staff who hosts it.
    pub adviser: Id,
    /// The other firms' requests, in a joint meeting.
    pub others: Vec<Id>,
    /// Times to choose from, all of the same duration.
    pub slots: Vec<Slot>,
    /// Everybody agreed on the telephone: book the one time at once.
    pub agreed: bool,
}

/// What became of a wish for times.
#[derive(Clone, Debug)]
pub enum Claimed {
    /// They are claimed.
    Done(Box<Meeting>),
    /// Some are impossible by the calendar; nothing was changed.
    Unavailable(Vec<(Slot, Unavailable)>),
    /// Somebody else has some of them; nothing was changed. Answer with 409.
    Taken {
        /// Those that are taken.
        taken: Vec<Slot>,
        /// Free ones close by.
        alternatives: Vec<Slot>,
    },
}

/// The refusal inside the transaction when the claims' key says no; outside it is
/// [`Claimed::Taken`].
pub(super) const TAKEN: &str = "slot_taken";

/// Proposes a meeting to everybody concerned (or books it, if they agreed). Sending the same
/// proposal twice makes one.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`] as for any change of a request;
/// [`BackendError::Refused`] with `request_state` before confirmation and after the end,
/// `slot_count`, `slot_durations`, `provider_missing`, `provider_not_listed`,
/// `provider_not_proposed`, `no_such_adviser`, `joint_firms`, `joint_place`.
pub async fn propose(
    backend: &Backend,
    content: &Arc<Content>,
    edit: Edit,
    new: NewMeeting,
) -> Result<Claimed> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        let made = transaction!(backend.db, |tx| {
            propose_in(tx, &backend, &content, &edit, &new).await
        });
        match made {
            Err(BackendError::Refused(TAKEN)) => {
                let mut conn = backend.db.read().await?;
                let request = requests::find(&mut conn, &edit.request).await?;
                let request = request.ok_or(BackendError::NotFound)?;
                let site = site_of(&content, &request)?;
                let wanted = Wanted { place: new.place, adviser: &new.adviser, except: None };
                taken(&mut conn, site, wanted, &new.slots, backend.now()).await
            }
            other => other,
        }
    })
    .await
}

async fn propose_in(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    edit: &Edit,
    new: &NewMeeting,
) -> Result<Claimed> {
    let now = backend.now();
    let firms = lock_firms(tx, edit, new, now).await?;
    let request = &firms[0];
    let mut slots = new.slots.clone();
    slots.sort_unstable();
    slots.dedup();
    if let Some(same) = same_again(tx, request, new, &slots).await? {
        return Ok(Claimed::Done(Box::new(same)));
    }
    if request.version != edit.version {
        return Err(BackendError::Conflict);
    }
    if firms.iter().any(|firm| !firm.state.allows_proposals()) {
        return Err(BackendError::Refused("request_state"));
    }
    let site = site_of(content, request)?;
    let host = check_rules(tx, content, request, new, &slots, now).await?;
    let impossible = unavailable(tx, site, new.place, &host.id, &slots, now).await?;
    if !impossible.is_empty() {
        return Ok(Claimed::Unavailable(impossible));
    }
    let meeting = assemble(backend, site, &firms, new, host, &slots);
    sql::insert(tx, &meeting, now).await?;
    for seat in &meeting.seats {
        sql::insert_seat(tx, &meeting.id, seat).await?;
    }
    sql::offer(tx, &meeting.id, &slots).await?;
    let hold = meeting.hold_until;
    if !claims::claim(tx, &meeting.id, meeting.resources(), &slots, hold, now).await? {
        return Err(BackendError::Refused(TAKEN));
    }
    let mut locked = Locked { meeting, requests: firms };
    let by = Actor::Staff(edit.viewer.staff.clone());
    let event = if new.agreed { RequestEvent::Booked } else { RequestEvent::TimesProposed };
    let detail = locked.meeting.subject_code();
    let step = Step { before: MeetingState::Cancelled, event, detail: &detail, note: None };
    follow(tx, backend, &mut locked, &by, step).await?;
    if new.agreed {
        notify::calendar(tx, backend, content, &locked, Calendar::Booked).await?;
    } else {
        notify::times(tx, backend, content, &locked).await?;
    }
    Ok(Claimed::Done(Box::new(locked.meeting)))
}

/// Locks the requests in the order of their ids and returns the meeting's own first.
async fn lock_firms(
    tx: &mut Tx,
    edit: &Edit,
    new: &NewMeeting,
    now: Instant,
) -> Result<Vec<Request>> {
    let mut ids: Vec<&Id> = new.others.iter().chain([&edit.request]).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut firms = Vec::with_capacity(ids.len());
    for id in ids {
        history::lock(tx, id).await?.ok_or(BackendError::NotFound)?;
        firms.push(load::visible(tx, &edit.viewer, id, now.day()).await?);
    }
    let own = firms.iter().position(|firm| firm.id == edit.request).unwrap_or_default();
    firms.swap(0, own);
    Ok(firms)
}

/// The meeting that an identical wish has already made: a double click, a page sent again.
async fn same_again(
    conn: &mut Conn,
    request: &Request,
    new: &NewMeeting,
    slots: &[Slot],
) -> Result<Option<Meeting>> {
    let state = if new.agreed { MeetingState::Booked } else { MeetingState::Proposed };
    let meetings = load::of_request(conn, &request.id).await?;
    let invited =
        |id: &str| id == request.id.as_str() || new.others.iter().any(|other| other.as_str() == id);
    let same_firms = |old: &Meeting| {
        let mut firms = old.seats.iter().filter(|seat| seat.participant.party == Party::Sme);
        firms.all(|firm| invited(&firm.subject)) && old.firms == count_firms(request, new)
    };
    Ok(meetings.into_iter().find(|old| {
        old.state == state
            && (old.kind, old.place) == (new.kind, new.place)
            && old.provider.as_deref() == new.provider.as_ref().map(Slug::as_str)
            && old.adviser == new.adviser
            && old.offered == slots
            && same_firms(old)
    }))
}

async fn check_rules(
    tx: &mut Tx,
    content: &Content,
    request: &Request,
    new: &NewMeeting,
    slots: &[Slot],
    now: Instant,
) -> Result<Member> {
    let refused = |code| Err(BackendError::Refused(code));
    let fits = if new.agreed {
        slots.len() == 1
    } else {
        new.kind.proposals(new.place).contains(&slots.len())
    };
    if !fits {
        return refused("slot_count");
    }
    if slots.iter().any(|slot| slot.minutes() != slots[0].minutes()) {
        return refused("slot_durations");
    }
    if new.kind.needs_provider() != new.provider.is_some() {
        return refused("provider_missing");
    }
    if let Some(id) = &new.provider {
        let listed = content.providers.get(id).is_some_and(|p| p.is_listed(now.day()));
        if !listed {
            return refused("provider_not_listed");
        }
        if requests::provider_view(tx, &request.id, id.as_str()).await?.is_none() {
            return refused("provider_not_proposed");
        }
    }
    let firms = count_firms(request, new);
    if (new.kind == MeetingKind::Joint) != (firms > 1) || firms > MOST_FIRMS {
        return refused("joint_firms");
    }
    // Where one of the firms is at home, the others learn which it is.
    if new.kind == MeetingKind::Joint && new.place == MeetingPlace::Firm {
        return refused("joint_place");
    }
    host(tx, &request.site, &new.adviser).await
}

/// How many firms are invited.
fn count_firms(request: &Request, new: &NewMeeting) -> usize {
    let mut firms: Vec<&Id> = new.others.iter().chain([&request.id]).collect();
    firms.sort_unstable();
    firms.dedup();
    firms.len()
}

/// Whoever is to host a meeting of the site.
pub(super) async fn host(tx: &mut Tx, site: &str, adviser: &Id) -> Result<Member> {
    let host = staff::find(tx, adviser).await?;
    let host = host.filter(|host| host.active && host.sees_requests(site));
    host.ok_or(BackendError::Refused("no_such_adviser"))
}

/// A new place at the table. Its identity in a calendar is its own for good.
pub(super) fn seat(backend: &Backend, site: &Site, party: Party, subject: String) -> Seat {
    let domain = site.email.rsplit('@').next().unwrap_or("localhost");
    let id = backend.id();
    Seat {
        uid: format!("{id}@{domain}"),
        id,
        subject,
        participant: Participant { party, required: true, answer: Answer::Open },
        host_wanted: None,
        message: None,
        wishes: Vec::new(),
        answered_at: None,
    }
}

fn assemble(
    backend: &Backend,
    site: &Site,
    firms: &[Request],
    new: &NewMeeting,
    host: Member,
    slots: &[Slot],
) -> Meeting {
    let seat = |party, subject| seat(backend, site, party, subject);
    let mut seats: Vec<Seat> =
        firms.iter().map(|firm| seat(Party::Sme, firm.id.to_string())).collect();
    seats.extend(new.provider.iter().map(|id| seat(Party::Provider, id.to_string())));
    let mut own = seat(Party::Adviser, host.id.to_string());
    own.participant.answer = Answer::Fits(slots.to_vec());
    seats.push(own);
    Meeting {
        id: backend.id(),
        site: site.meta.id.to_string(),
        request: firms[0].id.clone(),
        kind: new.kind,
        place: new.place,
        room: (new.place == MeetingPlace::Room).then(|| site.room.id.clone()),
        place_note: new.place_note.as_ref().map(ToString::to_string),
        provider: new.provider.as_ref().map(ToString::to_string),
        adviser: host.id,
        adviser_name: host.name,
        adviser_profile: host.adviser.as_ref().map(ToString::to_string),
        minutes: slots[0].minutes(),
        state: if new.agreed { MeetingState::Booked } else { MeetingState::Proposed },
        slot: new.agreed.then(|| slots[0]),
        offered: slots.to_vec(),
        booked_at: new.agreed.then(|| backend.now()),
        hold_until: (!new.agreed).then(|| held_until(slots, backend.now())),
        firms: firms.len(),
        seats,
        sequence: if new.agreed { 0 } else { -1 },
        version: 1,
    }
}

/// Three working days, but not longer than the last of the times lies ahead.
pub(super) fn held_until(slots: &[Slot], now: Instant) -> Instant {
    let last = slots.iter().map(|slot| slot.start()).max().unwrap_or(now);
    hold_until(now).min(last)
}

pub(super) fn site_of<'a>(content: &'a Content, request: &Request) -> Result<&'a Site> {
    content
        .sites
        .get(request.site.as_str())
        .ok_or_else(|| BackendError::Unreadable(format!("site {}", request.site)))
}
