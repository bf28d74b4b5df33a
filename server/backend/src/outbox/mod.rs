//! Mails wait in the database, written by the transaction that causes them: what happened and the
//! mail about it are both there or both not.

mod desk;
mod sql;
pub mod worker;

pub use desk::{Remedy, Undelivered, given_up, remedy, undelivered};
pub use worker::{Delivery, DeliveryState, deliveries, latest};

use crate::ical;
use crate::mail::Letter;
use crate::{Backend, Conn, Id, Result, Tx};
use domain::Instant;
use domain::request::MailKind;
use domain::text::Email;
use sha2::{Digest, Sha256};

/// Mails a day that go to an address that nobody has confirmed yet.
pub const UNCONFIRMED_A_DAY: i64 = 3;

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct Mail {
    /// What it is about.
    pub kind: MailKind,
    /// The request it belongs to; mails of one request leave in the order they were written, and
    /// are deleted with it.
    pub request: Option<Id>,
    /// Whose mail it is: the site's name and mailbox.
    pub from: Sender,
    /// The one recipient.
    pub to: Email,
    /// What it says.
    pub letter: Letter,
    /// The calendar object it carries.
    pub calendar: Option<Calendar>,
    /// Whether `to` was typed by somebody and never confirmed: then at most
    /// [`UNCONFIRMED_A_DAY`] go out.
    pub unconfirmed: bool,
}

/// Who a mail comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The site's id.
    pub site: String,
    /// Display name.
    pub name: String,
    /// Mailbox.
    pub email: String,
}

/// A calendar object (RFC 5545) and what it asks the calendar to do.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// REQUEST or CANCEL.
    pub method: ical::Method,
    /// The whole object.
    pub ics: String,
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enqueued {
    /// It will be sent.
    Queued(Id),
    /// The address has had its share today; nothing will be sent.
    OverQuota,
}

/// Puts `mail` into the outbox as part of `tx`. Lock the request first if it belongs to one.
pub async fn enqueue(tx: &mut Tx, backend: &Backend, mail: Mail) -> Result<Enqueued> {
    let now = backend.now();
    if mail.unconfirmed && !within_quota(tx, &mail.to, now).await? {
        return Ok(Enqueued::OverQuota);
    }
    let id = backend.id();
    let domain = mail.from.email.rsplit('@').next().unwrap_or("localhost");
    let message_id = format!("<{id}@{domain}>");
    sql::insert(tx, &id, &message_id, &mail, now).await?;
    Ok(Enqueued::Queued(id))
}

/// How full the outbox is, for the metrics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Mails to be sent.
    pub waiting: i64,
    /// When the oldest of them was written.
    pub oldest: Option<Instant>,
    /// Mails given up.
    pub failed: i64,
}

/// How full the outbox is.
pub async fn backlog(conn: &mut Conn) -> Result<Backlog> {
    let (waiting, oldest, failed) = sql::backlog(conn).await?;
    Ok(Backlog { waiting, oldest: oldest.map(Instant), failed })
}

/// After this many minutes without a mail taken, staff is told.
const STOPPED_MINUTES: i64 = 15;

/// That our mail server takes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// When the first mail that still waits was written.
    pub since: Instant,
    /// What the last attempt at it met.
    pub failure: String,
}

/// Whether mails wait for our mail server: it cannot be reached, refuses us, or does not encrypt as
/// it must. A recipient's server that puts one mail off is not meant.
pub async fn stopped(backend: &Backend) -> Result<Option<Stopped>> {
    let mut conn = backend.db.read().await?;
    sql::stopped(&mut conn, backend.now().plus_minutes(-STOPPED_MINUTES)).await
}

async fn within_quota(tx: &mut Tx, to: &Email, now: Instant) -> Result<bool> {
    let address = Sha256::digest(to.as_str().to_lowercase());
    let day = now.day().to_string();
    Ok(sql::count_up(tx, &address, &day).await? <= UNCONFIRMED_A_DAY)
}

#[cfg(test)]
mod tests;
