//! The week of a site's room and advisers, for the desk.

mod sql;

use crate::requests::Viewer;
use crate::{Backend, Id, Result};
use domain::calendar::midnight;
use domain::meeting::{MeetingKind, MeetingPlace, MeetingState, Slot};
use domain::request::Reference;
use jiff::civil::Date;

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
