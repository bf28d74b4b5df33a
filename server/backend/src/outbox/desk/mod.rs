//! Mails that have not arrived, as staff sees them: what waits and why, what was given up, and what
//! can be done about it.

mod sql;

use crate::requests::{Viewer, find_visible, history};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::Instant;
use domain::request::{History, MailKind, Reference};

/// Most lines of the list; whoever has more has one cause for all.
const MOST: i64 = 200;

/// A mail that has not been handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// Row id.
    pub id: Id,
    /// The request it is about; none in a mail to a member of staff about their account.
    pub request: Option<(Id, Reference)>,
    /// What it is about.
    pub kind: MailKind,
    /// To whom.
    pub recipient: String,
    /// When it was written.
    pub written: Instant,
    /// Attempts so far.
    pub attempts: i64,
    /// When it is tried next; `None` if it was given up.
    pub next: Option<Instant>,
    /// What the last attempt met.
    pub failure: Option<String>,
}

/// What staff does with a mail that was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Try once more: the address or the server has been mended.
    Retry,
    /// Leave it: the people know by telephone. Its words are erased.
    Discard,
}

/// Mails that have not arrived, those given up first, then the oldest; of requests the viewer may
/// see, and for coordinators also those about accounts of
/// their site.
pub async fn undelivered(backend: &Backend, viewer: &Viewer) -> Result<Vec<Undelivered>> {
    let mut conn = backend.db.read().await?;
    sql::undelivered(&mut conn, viewer, backend.now().day(), MOST).await
}

/// How many mails were given up, of requests the viewer may see.
pub async fn given_up(backend: &Backend, viewer: &Viewer) -> Result<i64> {
    let mut conn = backend.db.read().await?;
    sql::given_up(&mut conn, viewer, backend.now().day()).await
}

/// Does something about a mail that was given up. Doing it twice does it once.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer sees no such request; [`BackendError::Refused`] with
/// `mail_state` if the request has no such mail that was given up.
pub async fn remedy(
    backend: &Backend,
    viewer: &Viewer,
    request: &Id,
    mail: &Id,
    remedy: Remedy,
) -> Result<()> {
    let (backend, viewer) = (backend.clone(), viewer.clone());
    let (request, mail) = (request.clone(), mail.clone());
    run(async move {
        transaction!(backend.db, |tx| {
            tx.lock("request", request.as_str()).await?;
            let found = find_visible(tx, &viewer, &request, backend.now().day()).await?;
            found.ok_or(BackendError::NotFound)?;
            apply(tx, &backend, &viewer, (&request, &mail), remedy).await
        })
    })
    .await
}

async fn apply(
    tx: &mut Tx,
    backend: &Backend,
    viewer: &Viewer,
    (request, mail): (&Id, &Id),
    remedy: Remedy,
) -> Result<()> {
    let (kind, code) = match remedy {
        Remedy::Retry => {
            (sql::retry(tx, mail, request, backend.now()).await?, History::MailRetried)
        }
        Remedy::Discard => (sql::discard(tx, mail, request).await?, History::MailDiscarded),
    };
    let kind = kind.ok_or(BackendError::Refused("mail_state"))?;
    let actor = Actor::Staff(viewer.staff.clone());
    history::note(tx, backend, request, code.code(), &actor, Some(&kind), None).await
}

#[cfg(test)]
mod tests;
