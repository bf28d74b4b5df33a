//! Writing a request at a kiosk. A kiosk takes no personal data, unless somebody wants it and a
//! person from the Werkbank stands beside: staff opens one device from the desk, for ten minutes.
//! No credential is ever typed at the kiosk; its pairing says which device it is.

mod sql;

use crate::devices::{self, Device, write_audit};
use crate::{Actor, Backend, BackendError, Conn, Id, Result, Tx, transaction};
use domain::Instant;

/// For how long a device is opened.
pub const MINUTES: i64 = 10;

/// For how long after that a form that was begun may still be sent.
pub const GRACE_MINUTES: i64 = 5;

/// Leave to write at a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Which one.
    pub device: Id,
    /// Where it stands.
    pub site: String,
    /// Who opened it.
    pub opened_by: Id,
    /// Until when a form may be begun.
    pub until: Instant,
}

impl Grant {
    /// Whether a form may be begun.
    pub fn is_open(&self, now: Instant) -> bool {
        now < self.until
    }

    /// Whether a form that was begun may be sent.
    pub fn may_finish(&self, now: Instant) -> bool {
        now < self.until.plus_minutes(GRACE_MINUTES)
    }
}

/// Opens a paired device of the site for [`MINUTES`]; one that is open gets them anew.
///
/// # Errors
/// [`BackendError::NotFound`] for none of this site, or for one that is not paired.
pub async fn open(backend: &Backend, site: &str, device: &Id, by: &Id) -> Result<Instant> {
    let now = backend.now();
    let until = now.plus_minutes(MINUTES);
    transaction!(backend.db, |tx| {
        // Nobody unpairs it in between.
        tx.lock("device", "pairing").await?;
        paired(tx, site, device).await?;
        sql::put(tx, device, by, now, until).await?;
        let by = Actor::Staff(by.clone());
        write_audit(tx, backend, site, &by, "device.entry_opened", device).await
    })?;
    Ok(until)
}

/// Ends it before its time; also what was begun can no longer be sent. Ending twice is no error.
///
/// # Errors
/// [`BackendError::NotFound`] for none of this site.
pub async fn end(backend: &Backend, site: &str, device: &Id, by: &Id) -> Result<()> {
    transaction!(backend.db, |tx| {
        devices::find(tx, site, device).await?.ok_or(BackendError::NotFound)?;
        if sql::delete(tx, device).await? {
            let by = Actor::Staff(by.clone());
            write_audit(tx, backend, site, &by, "device.entry_ended", device).await?;
        }
        Ok(())
    })
}

/// Ends it with the pairing under which it was given.
pub(crate) async fn forget(tx: &mut Tx, device: &Id) -> Result<()> {
    sql::delete(tx, device).await.map(|_| ())
}

/// The leave of a device, as long as a form may be begun or finished.
pub async fn of_device(backend: &Backend, device: &Device) -> Result<Option<Grant>> {
    let mut conn = backend.db.read().await?;
    let grant = sql::of_device(&mut conn, &device.id).await?;
    Ok(grant.filter(|grant| grant.site == device.site && grant.may_finish(backend.now())))
}

/// Every leave at a site under which a form may be begun at `now`.
pub async fn of_site(conn: &mut Conn, site: &str, now: Instant) -> Result<Vec<Grant>> {
    sql::of_site(conn, site, now).await
}

/// Removes what is over.
///
/// # Errors
/// Only if the database fails.
pub async fn tidy(backend: &Backend) -> Result<()> {
    let before = backend.now().plus_minutes(-GRACE_MINUTES);
    transaction!(backend.db, |tx| sql::delete_over(tx, before).await)
}

async fn paired(conn: &mut Conn, site: &str, device: &Id) -> Result<()> {
    let found = devices::find(conn, site, device).await?;
    if found.is_some_and(|device| device.is_paired) { Ok(()) } else { Err(BackendError::NotFound) }
}

#[cfg(test)]
mod tests;
