//! What is booked and has become impossible.

use super::super::possible::is_away;
use super::{CalendarEntry, in_order};
use crate::requests::Viewer;
use crate::{Backend, Result, staff};
use domain::calendar::{Opening, Unavailable};
use domain::content::Site;
use std::collections::BTreeMap;

/// A time in the calendar that has become impossible: a closure was added, the hours changed, the
/// host is away or gone, or the room is no longer there. Nothing is dropped by itself; staff
/// decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The time.
    pub entry: CalendarEntry,
    /// Everything that makes it impossible; at least one thing.
    pub why: Vec<Trouble>,
}

/// Why a meeting cannot be as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its room is no longer the site's.
    Room,
    /// Its host no longer works on requests of the site.
    Host,
    /// There is no meeting at this time.
    Time(Unavailable),
}

/// Every clash from now on for a year that the viewer can do something about, in order: those of
/// requests they may see, and those they host.
///
/// # Errors
/// Only if the database fails.
pub async fn clashes(backend: &Backend, site: &Site, viewer: &Viewer) -> Result<Vec<Clash>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let span = (now.plus_ms(1), now.plus_days(366));
    let entries = in_order(&mut conn, viewer, now, span).await?;
    let mut away = BTreeMap::new();
    let mut clashes = Vec::new();
    for entry in entries {
        if !entry.visible && entry.adviser != viewer.staff {
            continue;
        }
        if !away.contains_key(&entry.adviser) {
            let absences = staff::absences(&mut conn, &entry.adviser, now.day()).await?;
            away.insert(entry.adviser.clone(), absences);
        }
        let withdrawn = entry.room.as_ref().is_some_and(|room| *room != site.room.id);
        let closed = Opening::of(site, entry.place).check(entry.slot, now).err();
        let absent = is_away(&away[&entry.adviser], entry.slot).then_some(Unavailable::Away);
        let why: Vec<Trouble> = withdrawn
            .then_some(Trouble::Room)
            .into_iter()
            .chain((!entry.adviser_here).then_some(Trouble::Host))
            .chain(closed.into_iter().chain(absent).map(Trouble::Time))
            .collect();
        if !why.is_empty() {
            clashes.push(Clash { entry, why });
        }
    }
    Ok(clashes)
}
