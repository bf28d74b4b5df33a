//! Reading a meeting whole, and locking it with every request it touches.

use super::{Claimed, Meeting, sql, wishes};
use crate::requests::{self, Request, history};
use crate::{BackendError, Conn, Id, Result, Tx};
use domain::meeting::Party;

pub(super) async fn find(conn: &mut Conn, id: &Id) -> Result<Option<Meeting>> {
    match sql::find(conn, id).await? {
        Some(row) => complete(conn, row, id).await.map(Some),
        None => Ok(None),
    }
}

async fn complete(conn: &mut Conn, row: sql::Row, id: &Id) -> Result<Meeting> {
    let offered = sql::offered(conn, id).await?;
    let seats = sql::seats(conn, id).await?;
    let ticks = sql::ticks(conn, id).await?;
    let wishes = wishes::of_meeting(conn, id).await?;
    sql::assemble(row, &offered, seats, &ticks, &wishes)
}

/// Every meeting in which the request's firm takes part, newest first.
pub(crate) async fn of_request(conn: &mut Conn, request: &Id) -> Result<Vec<Meeting>> {
    let mut meetings = Vec::new();
    for row in sql::of_request(conn, request).await? {
        let id = row.id().clone();
        meetings.push(complete(conn, row, &id).await?);
    }
    Ok(meetings)
}

/// A meeting and the requests of its firms, all locked until the end of the transaction. The
/// meeting's own request is the first.
pub(crate) struct Locked {
    pub meeting: Meeting,
    pub requests: Vec<Request>,
}

impl Locked {
    /// The meeting's own request.
    pub(crate) fn request(&self) -> &Request {
        &self.requests[0]
    }
}

/// Locks a meeting. Its requests are locked first and in the order of their ids, so that nobody
/// waits in a circle. Nobody joins later; a firm that left while we waited is not there any more.
pub(crate) async fn lock(tx: &mut Tx, id: &Id) -> Result<Option<Locked>> {
    let mut found = Vec::new();
    for request in sql::requests(tx, id).await? {
        if let Some(request) = history::lock(tx, &request).await? {
            found.push(request);
        }
    }
    tx.lock("meeting", id.as_str()).await?;
    let Some(meeting) = find(tx, id).await? else { return Ok(None) };
    found.retain(|request| meeting.seat(Party::Sme, request.id.as_str()).is_some());
    let own = found.iter().position(|request| request.id == meeting.request);
    let own = own.ok_or_else(|| BackendError::Unreadable(format!("request of meeting {id}")))?;
    found.swap(0, own);
    Ok(Some(Locked { meeting, requests: found }))
}

/// The meeting as it is after a change, for the answer.
pub(super) async fn claimed(tx: &mut Tx, locked: &Locked) -> Result<Claimed> {
    let meeting = find(tx, &locked.meeting.id).await?.ok_or(BackendError::NotFound)?;
    Ok(Claimed::Done(Box::new(meeting)))
}

/// The request if the viewer may see it, for reading.
pub(super) async fn visible(
    conn: &mut Conn,
    viewer: &requests::Viewer,
    request: &Id,
    day: jiff::civil::Date,
) -> Result<Request> {
    requests::find_visible(conn, viewer, request, day).await?.ok_or(BackendError::NotFound)
}
