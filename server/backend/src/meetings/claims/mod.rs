//! Who has what when. A claim is one quarter hour of one room or person.

mod sql;

use super::Meeting;
use crate::{Backend, Conn, Id, Result, Tx, staff};
use domain::calendar::{FreeStarts, Opening, free_starts};
use domain::content::Site;
use domain::meeting::{MeetingPlace, QUARTER_MS, Slot};
use domain::{Instant, calendar};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Free time that is offered before and after other meetings, in minutes. It is a courtesy, not a
/// rule: staff may propose times that touch.
pub const BUFFER_MINUTES: u16 = 15;

/// Something of which there is one: a room or a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Resource {
    kind: &'static str,
    id: String,
}

impl Resource {
    /// A site's room.
    pub(crate) fn room(site: &str, room: &str) -> Resource {
        Resource { kind: "room", id: format!("{site}/{room}") }
    }

    /// A member of staff.
    pub(crate) fn person(staff: &Id) -> Resource {
        Resource { kind: "staff", id: staff.to_string() }
    }
}

/// Claims every quarter hour of `slots` for the meeting; `false` if anything is taken, and then
/// the caller must roll back. What expired is taken over. Claims are made in the order of their
/// key, so that rivals wait for each other and not in a circle.
pub(super) async fn claim(
    tx: &mut Tx,
    meeting: &Id,
    mut resources: Vec<Resource>,
    slots: &[Slot],
    hold_until: Option<Instant>,
    now: Instant,
) -> Result<bool> {
    resources.sort_unstable();
    let quarters: BTreeSet<i64> = slots.iter().flat_map(|slot| slot.quarters()).collect();
    for resource in &resources {
        for &quarter in &quarters {
            sql::delete_expired(tx, resource.kind, &resource.id, quarter, now).await?;
            let row = sql::Row { kind: resource.kind, id: &resource.id, quarter };
            if !sql::insert(tx, &row, meeting, hold_until).await? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// Turns the holds of `slot` into a booking and gives the meeting's other claims back; `false` if
/// a hold had run out and somebody else has taken the time, and then all of them are given back.
pub(super) async fn settle(tx: &mut Tx, meeting: &Meeting, slot: Slot) -> Result<bool> {
    let quarters = slot.quarters();
    let wanted = meeting.resources().len() * quarters.clone().count();
    let kept = sql::book(tx, &meeting.id, quarters.start, quarters.end).await?;
    if usize::try_from(kept) == Ok(wanted) {
        sql::delete_holds(tx, &meeting.id).await?;
        return Ok(true);
    }
    release(tx, &meeting.id).await?;
    Ok(false)
}

/// Gives back everything the meeting has.
pub(super) async fn release(tx: &mut Tx, meeting: &Id) -> Result<()> {
    sql::delete_all(tx, meeting).await
}

/// Those of `slots` that another meeting holds or has booked.
pub(super) async fn taken(
    conn: &mut Conn,
    resources: &[Resource],
    slots: &[Slot],
    except: Option<&Id>,
    now: Instant,
) -> Result<Vec<Slot>> {
    let first = slots.iter().map(|slot| slot.quarters().start).min().unwrap_or_default();
    let last = slots.iter().map(|slot| slot.quarters().end).max().unwrap_or_default();
    let busy = busy(conn, resources, first..last, except, now).await?;
    let is_taken = |slot: &&Slot| slot.quarters().any(|quarter| busy.contains(&quarter));
    Ok(slots.iter().filter(is_taken).copied().collect())
}

async fn busy(
    conn: &mut Conn,
    resources: &[Resource],
    quarters: std::ops::Range<i64>,
    except: Option<&Id>,
    now: Instant,
) -> Result<BTreeSet<i64>> {
    let mut busy = BTreeSet::new();
    for resource in resources {
        let found =
            sql::quarters(conn, resource.kind, &resource.id, &quarters, except, now).await?;
        busy.extend(found);
    }
    Ok(busy)
}

/// What to look for in a calendar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish<'a> {
    pub site: &'a Site,
    pub place: MeetingPlace,
    pub adviser: &'a Id,
    pub days: (Date, Date),
    pub minutes: u16,
    pub except: Option<&'a Id>,
}

/// Times at which the place is open and both the room (if the place is one) and the adviser are
/// free, from the first to the last day, at most 62 days.
///
/// # Errors
/// Only if the database fails.
pub async fn free_starts_for(
    backend: &Backend,
    site: &Site,
    place: MeetingPlace,
    adviser: &Id,
    days: (Date, Date),
    minutes: u16,
) -> Result<Vec<Slot>> {
    let mut conn = backend.db.read().await?;
    let wish = Wish { site, place, adviser, days, minutes, except: None };
    free(&mut conn, wish, backend.now()).await
}

/// Free times for a meeting that is there already, where it is and with its host. What it takes
/// itself counts as free.
///
/// # Errors
/// Only if the database fails.
pub async fn free_starts_anew(
    backend: &Backend,
    site: &Site,
    meeting: &Meeting,
    days: (Date, Date),
) -> Result<Vec<Slot>> {
    let Meeting { place, adviser, minutes, id, .. } = meeting;
    let mut conn = backend.db.read().await?;
    let (place, minutes) = (*place, *minutes);
    let wish = Wish { site, place, adviser, days, minutes, except: Some(id) };
    free(&mut conn, wish, backend.now()).await
}

pub(super) async fn free(conn: &mut Conn, wish: Wish<'_>, now: Instant) -> Result<Vec<Slot>> {
    let (from, to) = wish.days;
    let farthest = from.checked_add(jiff::Span::new().days(61)).unwrap_or(to);
    let to = to.min(farthest);
    let after = to.tomorrow().unwrap_or(to);
    let buffer = i64::from(BUFFER_MINUTES.div_ceil(15));
    let first = calendar::midnight(from).0.div_euclid(QUARTER_MS) - buffer;
    let last = calendar::midnight(after).0.div_euclid(QUARTER_MS) + buffer;
    let site_id = wish.site.meta.id.as_str();
    let mut resources = vec![Resource::person(wish.adviser)];
    if wish.place == MeetingPlace::Room {
        resources.push(Resource::room(site_id, &wish.site.room.id));
    }
    let taken = busy(conn, &resources, first..last, wish.except, now).await?;
    let mut free = free_starts(&FreeStarts {
        opening: Opening::of(wish.site, wish.place),
        days: (from, to),
        taken: &taken,
        now,
        minutes: wish.minutes,
        buffer: BUFFER_MINUTES,
    });
    let away = staff::absences(conn, wish.adviser, from).await?;
    free.retain(|slot| away.iter().all(|(from, to)| !(*from..=*to).contains(&slot.day())));
    Ok(free)
}
