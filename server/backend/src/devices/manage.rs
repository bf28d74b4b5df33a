//! What staff does with a kiosk, and measuring its screen.

use super::{hash, sql, write_audit};
use crate::{Actor, Backend, BackendError, Id, Result, assisted, transaction};
use domain::device::Screen;
use domain::text::Line;

/// Minutes after which a screen that is blank for cleaning comes back by itself: one that somebody
/// forgot would look broken.
const CLEANING_MINUTES: i64 = 15;

/// What staff enters about a kiosk.
#[derive(Clone, Debug)]
pub struct NewDevice {
    /// What it is called.
    pub name: Line<60>,
    /// Where it stands.
    pub place: Option<Line<120>>,
}

/// Enters a kiosk and returns its id.
pub async fn add(backend: &Backend, site: &str, new: &NewDevice, by: &Actor) -> Result<Id> {
    let id = backend.id();
    transaction!(backend.db, |tx| {
        sql::insert(tx, &id, site, new, backend.now()).await?;
        write_audit(tx, backend, site, by, "device.added", &id).await
    })?;
    Ok(id)
}

/// Changes what it is called and where it stands.
///
/// # Errors
/// [`BackendError::NotFound`] for none of this site.
pub async fn rename(
    backend: &Backend,
    site: &str,
    id: &Id,
    new: &NewDevice,
    by: &Actor,
) -> Result<()> {
    transaction!(backend.db, |tx| {
        found(sql::rename(tx, site, id, new).await?)?;
        write_audit(tx, backend, site, by, "device.renamed", id).await
    })
}

/// Blanks the screen for cleaning, or ends that.
///
/// # Errors
/// [`BackendError::NotFound`] for none of this site that is paired.
pub async fn set_cleaning(
    backend: &Backend,
    site: &str,
    id: &Id,
    on: bool,
    by: &Actor,
) -> Result<()> {
    let until = on.then(|| backend.now().plus_minutes(CLEANING_MINUTES));
    transaction!(backend.db, |tx| {
        found(sql::set_cleaning(tx, site, id, until).await?)?;
        let action = if on { "device.cleaning_begun" } else { "device.cleaning_ended" };
        write_audit(tx, backend, site, by, action, id).await
    })
}

/// Ends the pairing: from now on the kiosk's cookie is worth nothing. Doing it twice is no error.
///
/// # Errors
/// [`BackendError::NotFound`] for none of this site.
pub async fn unpair(backend: &Backend, site: &str, id: &Id, by: &Actor) -> Result<()> {
    transaction!(backend.db, |tx| {
        tx.lock("device", "pairing").await?;
        if sql::unpair(tx, site, id, backend.now()).await? {
            assisted::forget(tx, id).await?;
            return write_audit(tx, backend, site, by, "device.unpaired", id).await;
        }
        found(sql::by_id(tx, site, id).await?.is_some())
    })
}

/// Removes a kiosk with everything that is known of it.
///
/// # Errors
/// [`BackendError::NotFound`] for none of this site.
pub async fn remove(backend: &Backend, site: &str, id: &Id, by: &Actor) -> Result<()> {
    transaction!(backend.db, |tx| {
        tx.lock("device", "pairing").await?;
        found(sql::delete(tx, site, id).await?)?;
        write_audit(tx, backend, site, by, "device.removed", id).await
    })
}

/// Notes how large the screen of the kiosk with this cookie is; `false` if it is not paired.
pub async fn measure(backend: &Backend, secret: &str, screen: Screen) -> Result<bool> {
    let cookie = hash(secret);
    transaction!(backend.db, |tx| {
        let Some(device) = sql::by_cookie(tx, &cookie).await? else { return Ok(false) };
        if !sql::measure(tx, &cookie, screen).await? {
            return Ok(false);
        }
        let by = Actor::System;
        write_audit(tx, backend, &device.site, &by, "device.measured", &device.id).await?;
        Ok(true)
    })
}

fn found(is_there: bool) -> Result<()> {
    if is_there { Ok(()) } else { Err(BackendError::NotFound) }
}
