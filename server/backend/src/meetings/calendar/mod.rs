//! The calendar of a site's room and advisers, for the desk.

mod clashes;
mod sql;

pub use clashes::{Clash, Trouble, clashes};

use crate::requests::Viewer;
use crate::{Backend, Conn, Id, Result};
use domain::Instant;
use domain::calendar::midnight;
use domain::meeting::{MeetingKind, MeetingPlace, MeetingState, Slot};
use domain::request::Reference;
use jiff::civil::Date;

/// A time in the calendar: a booked meeting, or one of the times that are held for a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The meeting.
    pub meeting: Id,
    /// Its request.
    pub request: Id,
    /// Whether the viewer may see the request.
    pub visible: bool,
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
    /// Whether they still work on requests of the site.
    pub adviser_here: bool,
    /// The firm, only if the viewer may see the request or hosts the meeting.
    pub firm: Option<String>,
    /// The provider.
    pub provider: Option<String>,
    /// Where it stands: proposed means that this time is only held.
    pub state: MeetingState,
    /// When.
    pub slot: Slot,
}

/// Every time from the first to the last day, in order.
///
/// # Errors
/// Only if the database fails.
pub async fn calendar(
    backend: &Backend,
    viewer: &Viewer,
    (first, last): (Date, Date),
) -> Result<Vec<CalendarEntry>> {
    let span = (midnight(first), last.tomorrow().map_or(Instant(i64::MAX), midnight));
    let mut conn = backend.db.read().await?;
    in_order(&mut conn, viewer, backend.now(), span).await
}

async fn in_order(
    conn: &mut Conn,
    viewer: &Viewer,
    now: Instant,
    span: (Instant, Instant),
) -> Result<Vec<CalendarEntry>> {
    let mut entries = sql::between(conn, viewer, now, span).await?;
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
