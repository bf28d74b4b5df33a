//! Mails about meetings. Everybody gets a mail of their own with a link of their own; nobody
//! learns more about the others than the page behind the link shows.

mod desk;

use super::load::Locked;
use super::{Meeting, Seat};
use crate::ical::Method;
use crate::mail::templates::meeting::{self as letters, About};
use crate::mail::templates::{joint as joint_letters, outcome, staff as staff_letters};
use crate::outbox::{self, Enqueued, Mail};
use crate::tokens::{self, Purpose};
use crate::{Actor, Backend, Result, Tx};
use desk::Desk;
use domain::Instant;
use domain::content::Content;
use domain::meeting::{MeetingKind, MeetingNote, MeetingState, Party, Slot};
use domain::outcome::Stage;
use domain::request::MailKind;
use domain::when;

/// Days after a meeting for which the provider's links still work.
const LINK_DAYS: i64 = 30;

/// What calendars are asked to do.
#[derive(Clone, Copy, Debug)]
pub(super) enum Calendar {
    /// Enter the meeting.
    Booked,
    /// Move it from here.
    Moved(Slot),
    /// Take it out.
    Cancelled,
}

/// Offers the times to everybody who has to answer.
pub(super) async fn times(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
) -> Result<()> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    let slots = &locked.meeting.offered;
    let until = locked.meeting.hold_until.unwrap_or_else(|| backend.now());
    for seat in &locked.meeting.seats {
        let Some(reader) = desk.reader(seat) else { continue };
        // The hold ends with the last moment before `until`.
        let until = when::weekday_date(reader.lang, until.plus_ms(-1).day());
        match seat.participant.party {
            Party::Sme if locked.meeting.kind == MeetingKind::Joint => {
                let goal = desk.shared_goal(reader.lang);
                let (goal, others) = (goal.as_deref(), locked.requests.len() - 1);
                let letter =
                    |about: &About<'_>| joint_letters::proposal(about, slots, &until, goal, others);
                desk.send(tx, &reader, MailKind::MeetingProposed, None, letter).await?;
            }
            Party::Sme => {
                let letter = |about: &About<'_>| letters::proposal(about, slots, &until);
                desk.send(tx, &reader, MailKind::MeetingProposed, None, letter).await?;
            }
            Party::Provider => {
                let letter = |about: &About<'_>| letters::provider_asked(about, slots, &until);
                desk.send(tx, &reader, MailKind::ProviderAsked, None, letter).await?;
            }
            Party::Adviser => {}
        }
    }
    Ok(())
}

/// Brings every participant's calendar up to date with the meeting's time.
pub(super) async fn calendar(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    what: Calendar,
) -> Result<()> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    for seat in &locked.meeting.seats {
        calendar_of(tx, &desk, seat, what).await?;
    }
    let now = backend.now();
    let end = match what {
        Calendar::Cancelled => now,
        _ => locked.meeting.slot.map_or(now, Slot::end),
    };
    end_links(tx, &locked.meeting, end).await
}

/// Ends the provider's links some time after the meeting, those of the mails just written included.
async fn end_links(tx: &mut Tx, meeting: &Meeting, end: Instant) -> Result<()> {
    let Some(provider) = &meeting.provider else { return Ok(()) };
    let (purpose, request) = (Purpose::ProviderMeeting, meeting.request.as_str());
    tokens::expire(tx, purpose, request, Some(provider), end.plus_days(LINK_DAYS)).await
}

/// Reminds everybody of the booked meeting.
pub(super) async fn reminder(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
) -> Result<()> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    let Some(slot) = locked.meeting.slot else { return Ok(()) };
    for seat in &locked.meeting.seats {
        let Some(reader) = desk.reader(seat) else { continue };
        let way = desk.way(&reader);
        let letter = |about: &About<'_>| letters::reminder(about, slot, way);
        desk.send(tx, &reader, MailKind::MeetingReminder, None, letter).await?;
    }
    end_links(tx, &locked.meeting, slot.end()).await
}

/// Asks one side what became of the meeting; `false` if it cannot be written to, or not today. Nobody
/// has asked for these mails, so they count as those to an address that is not confirmed.
pub(crate) async fn question(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    seat: &Seat,
    stage: Stage,
) -> Result<bool> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    let (Some(slot), Some(reader)) = (locked.meeting.slot, desk.reader(seat)) else {
        return Ok(false);
    };
    let letter = |about: &About<'_>| match seat.participant.party {
        Party::Provider => outcome::provider_asked(about, slot),
        _ => outcome::asked(about, slot, stage, locked.meeting.id.as_str()),
    };
    let mail = desk.mail(tx, &reader, MailKind::OutcomeAsked, None, letter).await?;
    let sent = outbox::enqueue(tx, backend, Mail { unconfirmed: true, ..mail }).await?;
    end_links(tx, &locked.meeting, slot.end()).await?;
    Ok(sent != Enqueued::OverQuota)
}

/// Tells everybody that the meeting is somewhere else or has another host than it had `before`.
/// Where times are only proposed, nothing is in a calendar yet; where they are gone, nobody has to
/// know.
pub(super) async fn rearranged(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    before: &Meeting,
) -> Result<()> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    let meeting = &locked.meeting;
    if !meeting.state.is_live() {
        return Ok(());
    }
    let host = (before.adviser != meeting.adviser).then_some(before.adviser_name.as_str());
    for seat in &meeting.seats {
        let Some(reader) = desk.reader(seat) else { continue };
        if meeting.slot.is_none() && seat.participant.party == Party::Adviser {
            continue;
        }
        let object = meeting.slot.map(|slot| desk.object(&reader, Method::Request, slot));
        let place = desk.place_of(before, reader.lang);
        let place = (place != desk.place_of(meeting, reader.lang)).then_some(place);
        let was = letters::Before { place: place.as_deref(), host };
        let letter = |about: &About<'_>| letters::rearranged(about, meeting.slot, was);
        desk.send(tx, &reader, MailKind::MeetingRearranged, object, letter).await?;
    }
    match meeting.slot {
        Some(slot) => end_links(tx, meeting, slot.end()).await,
        None if host.is_some() => {
            adviser(tx, backend, content, locked, MeetingNote::Rearranged).await
        }
        None => Ok(()),
    }
}

/// Tells the host that somebody else takes over, and takes the meeting out of their calendar.
pub(super) async fn handed_over(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    seat: &Seat,
    to: &str,
) -> Result<()> {
    let Some(slot) = locked.meeting.slot.filter(|_| locked.meeting.state.is_live()) else {
        if locked.meeting.state == MeetingState::Proposed {
            return adviser(tx, backend, content, locked, MeetingNote::Rearranged).await;
        }
        return Ok(());
    };
    let desk = Desk::open(tx, backend, content, locked).await?;
    let Some(reader) = desk.reader(seat) else { return Ok(()) };
    let object = Some(desk.object(&reader, Method::Cancel, slot));
    let letter = |about: &About<'_>| letters::handed_over(about, slot, to);
    desk.send(tx, &reader, MailKind::MeetingRearranged, object, letter).await
}

/// Brings one participant's calendar up to date: of a firm that leaves, or that reads its mails
/// elsewhere.
pub(super) async fn calendar_for(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    seat: &Seat,
    what: Calendar,
) -> Result<()> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    calendar_of(tx, &desk, seat, what).await
}

async fn calendar_of(tx: &mut Tx, desk: &Desk<'_>, seat: &Seat, what: Calendar) -> Result<()> {
    let (Some(slot), Some(reader)) = (desk.meeting.slot, desk.reader(seat)) else {
        return Ok(());
    };
    let method = match what {
        Calendar::Booked | Calendar::Moved(_) => Method::Request,
        Calendar::Cancelled => Method::Cancel,
    };
    let object = Some(desk.object(&reader, method, slot));
    match what {
        Calendar::Booked => {
            let letter = |about: &About<'_>| letters::booked(about, slot);
            desk.send(tx, &reader, MailKind::MeetingBooked, object, letter).await
        }
        Calendar::Moved(from) => {
            let letter = |about: &About<'_>| letters::moved(about, from, slot);
            desk.send(tx, &reader, MailKind::MeetingMoved, object, letter).await
        }
        Calendar::Cancelled => {
            let letter = |about: &About<'_>| letters::cancelled(about, slot);
            desk.send(tx, &reader, MailKind::MeetingCancelled, object, letter).await
        }
    }
}

/// Tells the others that there will be no meeting, where no time was booked yet.
pub(super) async fn withdrawn(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    by: &Actor,
    before: MeetingState,
) -> Result<()> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    for seat in &locked.meeting.seats {
        let asked = before == MeetingState::Proposed;
        let own = match (by, seat.participant.party) {
            (Actor::Sme, Party::Sme) => locked.requests.len() == 1,
            (Actor::Provider(_), Party::Provider) => true,
            _ => false,
        };
        match desk.reader(seat) {
            Some(reader) if asked && !own && seat.participant.party != Party::Adviser => {
                desk.send(tx, &reader, MailKind::MeetingWithdrawn, None, letters::withdrawn)
                    .await?;
            }
            _ => {}
        }
    }
    if !matches!(by, Actor::Staff(_)) {
        adviser(tx, backend, content, locked, MeetingNote::CalledOff).await?;
    }
    Ok(())
}

/// Tells the adviser that it is their turn.
pub(super) async fn adviser(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    what: MeetingNote,
) -> Result<()> {
    let desk = Desk::open(tx, backend, content, locked).await?;
    for seat in &locked.meeting.seats {
        if seat.participant.party != Party::Adviser {
            continue;
        }
        let Some(reader) = desk.reader(seat) else { continue };
        let (site, reference) = (desk.site, reader.request.reference);
        let letter = |about: &About<'_>| staff_letters::meeting(site, reference, what, about.link);
        desk.send(tx, &reader, MailKind::StaffMeeting, None, letter).await?;
    }
    Ok(())
}
