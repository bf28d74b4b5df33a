//! The inbox: requests by responsibility, each with the reason in words.

mod sql;

pub(super) use sql::{Line, Named, named_columns};
pub(crate) use sql::{find_visible, visible};

use super::request::Request;
use super::{Viewer, submit};
use crate::{Backend, Result};
use domain::calendar::add_working_days;
use domain::codes;
use domain::content::Site;
use domain::request::RequestState;
use jiff::civil::Date;

/// Requests on one page of the inbox.
pub const PAGE: u32 = 50;

/// Working days within which a confirmed request is to be answered.
pub const ANSWER_DAYS: u32 = 2;

codes! {
    /// The tabs of the inbox.
    Filter {
        /// Assigned to the viewer, not ended.
        Mine = "mine",
        /// Everything the viewer may see, not ended.
        Team = "team",
        /// Assigned to nobody, not ended.
        Pool = "pool",
        /// Somebody else has to answer: not confirmed yet, or times are proposed.
        Waiting = "waiting",
        /// Closed or withdrawn.
        Closed = "closed",
    }
}

/// A line of the inbox.
#[derive(Clone, Debug)]
pub struct InboxRow {
    /// The request.
    pub request: Request,
    /// Why it is where it is: "weil Bezirk Hörde".
    pub reason: String,
    /// Name of whoever looks after it.
    pub assigned_name: Option<String>,
    /// Name of the colleague that person stands in for.
    pub instead_of: Option<String>,
    /// Whether a joint meeting is proposed or booked.
    pub is_joint: bool,
    /// The day by which something has to happen, if there is one.
    pub due: Option<Date>,
    /// Whether that day is over.
    pub overdue: bool,
}

/// How many requests each tab has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InboxCounts {
    /// [`Filter::Mine`].
    pub mine: i64,
    /// [`Filter::Team`].
    pub team: i64,
    /// [`Filter::Pool`].
    pub pool: i64,
    /// [`Filter::Waiting`].
    pub waiting: i64,
    /// [`Filter::Closed`].
    pub closed: i64,
}

/// A page of the inbox, `page` counted from 0: live requests oldest first, ended ones newest
/// first.
pub async fn inbox(
    backend: &Backend,
    site: &Site,
    viewer: &Viewer,
    filter: Filter,
    page: u32,
) -> Result<Vec<InboxRow>> {
    let today = backend.now().day();
    let mut conn = backend.db.read().await?;
    let rows = sql::page(&mut conn, viewer, filter, today, page).await?;
    Ok(rows.into_iter().map(|named| row(site, today, named)).collect())
}

/// A request as a line of a list.
pub(super) fn row(site: &Site, today: Date, named: Named) -> InboxRow {
    let (request, assigned_name, instead_of, is_joint) = named;
    let due = due(&request);
    InboxRow {
        reason: submit::reason_text(site, &request),
        overdue: due.is_some_and(|due| due < today),
        request,
        assigned_name,
        instead_of,
        is_joint,
        due,
    }
}

/// How many requests each tab has for this viewer.
pub async fn counts(backend: &Backend, viewer: &Viewer) -> Result<InboxCounts> {
    let mut conn = backend.db.read().await?;
    sql::counts(&mut conn, viewer, backend.now().day()).await
}

/// A confirmed request that nobody has answered is due [`ANSWER_DAYS`] working days later; an
/// unconfirmed one on the day before it is deleted.
pub(super) fn due(request: &Request) -> Option<Date> {
    match (request.state, request.confirmed_at, request.answered_at) {
        (RequestState::Unconfirmed, _, _) => request.delete_on.yesterday().ok(),
        (RequestState::Open, Some(confirmed), None) => {
            Some(add_working_days(confirmed.day(), ANSWER_DAYS))
        }
        _ => None,
    }
}
