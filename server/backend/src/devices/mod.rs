//! The kiosks of a site. A paired kiosk carries a cookie with 256 random bits, the table their
//! SHA-256. The cookie gives a screen its size and an address for its signs of life; it opens
//! nothing at the desk.

mod alarm;
mod heartbeat;
mod manage;
mod pair;
mod sql;

pub use alarm::{missed, watch};
pub use heartbeat::{Heard, Told, ToldCount, ToldSpan, hear, outages_of, recent_outages};
pub use manage::{NewDevice, add, measure, remove, rename, set_cleaning, unpair};
pub use pair::{Confirmed, Pairing, ShownCode, confirm, show_code};

use crate::{Actor, Backend, Conn, Id, Result, Tx, audit};
use domain::Instant;
use domain::device::{RUNNING_MINUTES, Screen};
use sha2::{Digest, Sha256};

/// A kiosk as staff knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Row id.
    pub id: Id,
    /// Where.
    pub site: String,
    /// What staff calls it.
    pub name: String,
    /// Where it stands; may be empty.
    pub place: String,
    /// When it was entered.
    pub created_at: Instant,
    /// Whether a kiosk is paired.
    pub is_paired: bool,
    /// When it was last paired.
    pub paired_at: Option<Instant>,
    /// When that ended.
    pub unpaired_at: Option<Instant>,
    /// Its screen, if it was measured.
    pub screen: Option<Screen>,
    /// Its last sign of life.
    pub seen_at: Option<Instant>,
    /// When it was last touched.
    pub touched_at: Option<Instant>,
    /// The version of its programme.
    pub programme: Option<String>,
    /// The version of the exhibition it holds, and since when.
    pub bundle: Option<(String, Instant)>,
    /// Until when its screen is blank for cleaning.
    pub cleaning_until: Option<Instant>,
    /// When the administrators were told of its silence, if it lasts.
    pub alarmed_at: Option<Instant>,
}

/// How a kiosk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No kiosk was ever paired.
    New,
    /// It is no longer paired, since this moment.
    Unpaired(Instant),
    /// It is paired, and has not given a sign of life yet.
    Paired(Instant),
    /// It runs.
    Running,
    /// Nothing was heard of it since this moment.
    Silent(Instant),
}

impl Device {
    /// How it is now.
    pub fn state(&self, now: Instant) -> State {
        match (self.is_paired, self.paired_at, self.seen_at) {
            (false, None, _) => State::New,
            (false, Some(paired), _) => State::Unpaired(self.unpaired_at.unwrap_or(paired)),
            (true, paired, None) => State::Paired(paired.unwrap_or(self.created_at)),
            (true, _, Some(seen)) if now < seen.plus_minutes(RUNNING_MINUTES) => State::Running,
            (true, _, Some(seen)) => State::Silent(seen),
        }
    }

    /// Whether its screen is blank for cleaning.
    pub fn is_cleaning(&self, now: Instant) -> bool {
        self.cleaning_until.is_some_and(|until| now < until)
    }
}

/// The kiosk with this cookie, if it is paired.
pub async fn of_cookie(backend: &Backend, secret: &str) -> Result<Option<Device>> {
    let mut conn = backend.db.read().await?;
    sql::by_cookie(&mut conn, &hash(secret)).await
}

/// Every kiosk of the site, by name.
pub async fn all(conn: &mut Conn, site: &str) -> Result<Vec<Device>> {
    sql::of_site(conn, site).await
}

/// The kiosk with this id, if it is one of the site.
pub async fn find(conn: &mut Conn, site: &str, id: &Id) -> Result<Option<Device>> {
    sql::by_id(conn, site, id).await
}

/// Removes codes that nobody typed in time, and batches that can no longer be sent again.
///
/// # Errors
/// Only if the database fails.
pub async fn tidy(backend: &Backend) -> Result<()> {
    let now = backend.now();
    crate::transaction!(backend.db, |tx| {
        sql::delete_codes(tx, now).await?;
        heartbeat::sweep(tx, now).await
    })
}

fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret).into()
}

/// A line of the audit log about a kiosk.
pub(crate) async fn write_audit(
    tx: &mut Tx,
    backend: &Backend,
    site: &str,
    actor: &Actor,
    action: &str,
    device: &Id,
) -> Result<()> {
    let subject = device.as_str();
    let entry = audit::Entry { site, actor, action, subject_kind: "device", subject, detail: None };
    audit::write(tx, backend, entry).await
}

#[cfg(test)]
mod tests;
