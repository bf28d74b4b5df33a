//! The week of a site's room and advisers, for the desk.

mod sql;

use super::possible::why_not;
use crate::requests::Viewer;
use crate::{Backend, Conn, Id, Result, staff};
use domain::Instant;
use domain::calendar::{Opening, Unavailable, midnight};
use domain::content::Site;
use domain::meeting::{MeetingKind, MeetingPlace, MeetingState, Slot};
use domain::request::Reference;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A time in the calendar: a booked meeting, or one of the times that are held for a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekEntry {
    /// The meeting.
    pub meeting: Id,
    /// Its request.
    pub request: Id,
    /// What it is called in a conversation.
    pub reference: Reference,
    /// What it is for.
    pub kind: MeetingKind,
    /// Where it is.
    pub place: MeetingPlace,
    /// The room, if it is in one.
    pub room: Option<String>,
    /// Who hosts it.
    pub adviser: Id,
    /// Their name.
    pub adviser_name: String,
    /// The firm, only if the viewer may see the request or hosts the meeting.
    pub firm: Option<String>,
    /// The provider.
    pub provider: Option<String>,
    /// Where it stands: proposed means that this time is only held.
    pub state: MeetingState,
    /// When.
    pub slot: Slot,
}

/// Every time from `monday` on for seven days, in order.
///
/// # Errors
/// Only if the database fails.
pub async fn week(backend: &Backend, viewer: &Viewer, monday: Date) -> Result<Vec<WeekEntry>> {
    let until = monday.saturating_add(jiff::Span::new().days(7));
    let (from, to) = (midnight(monday), midnight(until));
    let mut conn = backend.db.read().await?;
    let mut entries = sql::between(&mut conn, viewer, backend.now(), (from, to)).await?;
    entries.sort_by(|a, b| (a.slot, &a.meeting).cmp(&(b.slot, &b.meeting)));
    Ok(entries)
}

/// The days of the booked meetings that somebody hosts, from `day` on; one entry for each meeting.
///
/// # Errors
/// Only if the database fails.
pub async fn hosted_days(conn: &mut Conn, adviser: &Id, day: Date) -> Result<Vec<Date>> {
    let starts = sql::hosted(conn, adviser, midnight(day)).await?;
    Ok(starts.into_iter().map(Instant::day).collect())
}

/// A time in the calendar that has become impossible: a closure was added, the hours changed, the
/// adviser is away, or the room is no longer there. Nothing is dropped by itself; staff decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The time.
    pub entry: WeekEntry,
    /// Why it is impossible; `None` if its room is no longer the site's.
    pub why: Option<Unavailable>,
}

/// Every clash from now on for a year, in order.
///
/// # Errors
/// Only if the database fails.
pub async fn clashes(backend: &Backend, site: &Site, viewer: &Viewer) -> Result<Vec<Clash>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let span = (now.plus_ms(1), now.plus_days(366));
    let mut entries = sql::between(&mut conn, viewer, now, span).await?;
    entries.sort_by(|a, b| (a.slot, &a.meeting).cmp(&(b.slot, &b.meeting)));
    let mut away = BTreeMap::new();
    let mut clashes = Vec::new();
    for entry in entries {
        if !away.contains_key(&entry.adviser) {
            let absences = staff::absences(&mut conn, &entry.adviser, now.day()).await?;
            away.insert(entry.adviser.clone(), absences);
        }
        let withdrawn = entry.room.as_ref().is_some_and(|room| *room != site.room.id);
        let absences = &away[&entry.adviser];
        let why = why_not(Opening::of(site, entry.place), absences, entry.slot, now);
        if withdrawn || why.is_some() {
            clashes.push(Clash { entry, why });
        }
    }
    Ok(clashes)
}
