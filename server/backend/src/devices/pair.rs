//! Pairing. The kiosk shows a code and gets a secret of its own; whoever types the code at the desk
//! makes that secret the device's. The secret never leaves the kiosk's cookie, so nothing has to be
//! collected afterwards that could get lost on the way.

use super::{Device, hash, sql, write_audit};
use crate::staff::{count_attempt, delete_attempt};
use crate::{Actor, Backend, BackendError, Id, Result, assisted, transaction};
use data_encoding::BASE64URL_NOPAD;
use domain::Instant;
use domain::device::CODE_MINUTES;
use domain::spoken::Code;

/// A code for the screen. Its debug output does not show the secret.
#[derive(Clone)]
pub struct ShownCode {
    /// The code.
    pub code: Code,
    /// Until when it works.
    pub until: Instant,
    /// The value of the kiosk's cookie.
    pub secret: String,
}

impl std::fmt::Debug for ShownCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShownCode").field("until", &self.until).finish_non_exhaustive()
    }
}

/// What a kiosk that asks for a code gets.
#[derive(Clone, Debug)]
pub enum Pairing {
    /// A code.
    Code(ShownCode),
    /// None: it is paired.
    Paired(Box<Device>),
}

/// Draws a code for the kiosk with this cookie, or for one without. A kiosk that asks again keeps
/// its secret, and the code it showed before works to its end: somebody may be typing it.
pub async fn show_code(backend: &Backend, cookie: Option<&str>) -> Result<Pairing> {
    let mut random = [0; 5];
    backend.entropy.fill(&mut random);
    let code = Code::from_random(random);
    let drawn = BASE64URL_NOPAD.encode(&backend.entropy.token());
    let now = backend.now();
    let until = now.plus_minutes(CODE_MINUTES);
    transaction!(backend.db, |tx| {
        tx.lock("device", "pairing").await?;
        let mut secret = drawn.as_str();
        if let Some(cookie) = cookie {
            let hash = hash(cookie);
            if let Some(device) = sql::by_cookie(tx, &hash).await? {
                return Ok(Pairing::Paired(Box::new(device)));
            }
            // Only a secret that came from here: nobody else chooses one.
            if sql::has_code(tx, &hash, now).await? {
                secret = cookie;
            }
        }
        sql::delete_codes(tx, now).await?;
        sql::insert_code(tx, &hash(&code.stored()), &hash(secret), until).await?;
        Ok(Pairing::Code(ShownCode { code, until, secret: secret.to_owned() }))
    })
}

/// What became of a code that staff typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The kiosk that showed it is the device now.
    Paired,
    /// No kiosk shows it, or not any more.
    WrongCode,
    /// Too many wrong ones; try again at this moment.
    Slowed(Instant),
}

/// Pairs the device `id` with the kiosk that shows `typed`. Whatever was paired before is no longer.
/// Wrong codes count as wrong passwords do, for `by` in their network.
///
/// # Errors
/// [`BackendError::NotFound`] for no device of this site.
pub async fn confirm(
    backend: &Backend,
    site: &str,
    id: &Id,
    typed: &str,
    network: &str,
    by: &Id,
) -> Result<Confirmed> {
    // What cannot be a code is a slip of the pen, no guess.
    let Some(code) = Code::parse(typed) else { return Ok(Confirmed::WrongCode) };
    let mut conn = backend.db.read().await?;
    if sql::by_id(&mut conn, site, id).await?.is_none() {
        return Err(BackendError::NotFound);
    }
    drop(conn);
    let account = format!("pairing {by}");
    if let Some(until) = count_attempt(backend, &account, network).await? {
        return Ok(Confirmed::Slowed(until));
    }
    let now = backend.now();
    transaction!(backend.db, |tx| {
        tx.lock("device", "pairing").await?;
        if sql::by_id(tx, site, id).await?.is_none() {
            return Err(BackendError::NotFound);
        }
        let Some(kiosk) = sql::take_code(tx, &hash(&code.stored()), now).await? else {
            return Ok(Confirmed::WrongCode);
        };
        sql::delete_codes_of(tx, &kiosk).await?;
        sql::pair(tx, id, &kiosk, now).await?;
        assisted::forget(tx, id).await?;
        delete_attempt(tx, &account, network).await?;
        write_audit(tx, backend, site, &Actor::Staff(by.clone()), "device.paired", id).await?;
        Ok(Confirmed::Paired)
    })
}
