//! Which times are possible, and what is free close to one that is taken.

use super::claims::{self, Resource, Wish};
use super::propose::Claimed;
use crate::{Conn, Id, Result, staff};
use domain::Instant;
use domain::calendar::{Opening, Unavailable};
use domain::content::Site;
use domain::meeting::{MeetingPlace, Slot};
use jiff::civil::Date;

/// How many other times are offered when one is taken.
const ALTERNATIVES: usize = 6;

/// Which of the times are impossible, whoever else wants them: the place is closed, or the adviser
/// is away.
pub(super) async fn unavailable(
    conn: &mut Conn,
    site: &Site,
    place: MeetingPlace,
    adviser: &Id,
    slots: &[Slot],
    now: Instant,
) -> Result<Vec<(Slot, Unavailable)>> {
    let away = staff::absences(conn, adviser, now.day()).await?;
    let opening = Opening::of(site, place);
    Ok(slots.iter().filter_map(|&slot| Some((slot, why_not(opening, &away, slot, now)?))).collect())
}

/// Why a meeting cannot be at this time, hosted by somebody who is `away` then.
fn why_not(
    opening: Opening<'_>,
    away: &[(Date, Date)],
    slot: Slot,
    now: Instant,
) -> Option<Unavailable> {
    opening.check(slot, now).err().or(is_away(away, slot).then_some(Unavailable::Away))
}

/// Whether somebody who is `away` then is away at this time.
pub(super) fn is_away(away: &[(Date, Date)], slot: Slot) -> bool {
    away.iter().any(|(from, to)| (*from..=*to).contains(&slot.day()))
}

/// Whose calendars count.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub place: MeetingPlace,
    pub adviser: &'a Id,
    pub except: Option<&'a Id>,
}

/// Says which of `slots` are taken and what is free close to them.
pub(super) async fn taken(
    conn: &mut Conn,
    site: &Site,
    wanted: Wanted<'_>,
    slots: &[Slot],
    now: Instant,
) -> Result<Claimed> {
    let Wanted { place, adviser, except } = wanted;
    let mut resources = vec![Resource::person(adviser)];
    if place == MeetingPlace::Room {
        resources.push(Resource::room(site.meta.id.as_str(), &site.room.id));
    }
    let taken = claims::taken(conn, &resources, slots, except, now).await?;
    let Some(first) = slots.iter().min().copied() else {
        return Ok(Claimed::Taken { taken, alternatives: Vec::new() });
    };
    let from = now.day().max(first.day().saturating_sub(jiff::Span::new().days(3)));
    let to = first.day().saturating_add(jiff::Span::new().days(14));
    let wish = Wish { site, place, adviser, days: (from, to), minutes: first.minutes(), except };
    let mut free = claims::free(conn, wish, now).await?;
    free.retain(|slot| !slots.iter().any(|wished| wished.overlaps(*slot)));
    let distance = |slot: &Slot| {
        let aims = if taken.is_empty() { slots } else { &taken };
        aims.iter().map(|aim| (aim.start().0 - slot.start().0).abs()).min().unwrap_or(i64::MAX)
    };
    free.sort_by_key(|slot| (distance(slot), *slot));
    let mut alternatives: Vec<Slot> = Vec::with_capacity(ALTERNATIVES);
    for slot in free {
        if alternatives.len() < ALTERNATIVES && !alternatives.iter().any(|a| a.overlaps(slot)) {
            alternatives.push(slot);
        }
    }
    alternatives.sort_unstable();
    Ok(Claimed::Taken { taken, alternatives })
}
