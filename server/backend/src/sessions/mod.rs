//! Sessions. The cookie holds 256 random bits, the table their SHA-256. Using a session only ever
//! updates its row: an insert-or-update would bring back a session that somebody ended at the
//! same moment.

mod sql;

use crate::audit::Actor;
use crate::staff::{self, Member};
use crate::{Backend, Id, Result, Tx, transaction};
use data_encoding::BASE64URL_NOPAD;
use domain::Instant;
use domain::staff::{SESSION_HOURS, SESSION_IDLE_MINUTES};
use sha2::{Digest, Sha256};

/// The moment of last use is written down at most this often.
const TOUCH_EVERY_MS: i64 = 60_000;

/// A running session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Row id; no secret.
    pub id: Id,
    /// Whose it is, as the account is now.
    pub member: Member,
    /// What it was opened with.
    pub device: String,
}

/// A session that has just begun. Its debug output does not show the token.
#[derive(Clone)]
pub struct NewSession {
    /// The value of the cookie; it is not kept anywhere.
    pub token: String,
    /// Row id.
    pub id: Id,
    /// Whose it is.
    pub member: Member,
}

impl std::fmt::Debug for NewSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewSession").field("id", &self.id).finish_non_exhaustive()
    }
}

impl NewSession {
    pub(crate) fn draw(backend: &Backend, member: Member) -> NewSession {
        let token = BASE64URL_NOPAD.encode(&backend.entropy.token());
        NewSession { token, id: backend.id(), member }
    }

    pub(crate) async fn insert(&self, tx: &mut Tx, device: &str, now: Instant) -> Result<()> {
        let row = sql::SessionRow {
            id: self.id.clone(),
            staff: self.member.id.clone(),
            device: device.chars().filter(|c| !c.is_control()).take(80).collect(),
            created_at: now.0,
            seen_at: now.0,
            ends_at: now.plus_hours(SESSION_HOURS).0,
        };
        sql::insert_session(tx, &hash(&self.token), &row).await
    }
}

/// The running session with this cookie; `None` if it ended, idled too long, or the account was
/// disabled. Counts as use.
pub async fn session(backend: &Backend, token: &str) -> Result<Option<Session>> {
    let now = backend.now();
    let hash = hash(token);
    let mut conn = backend.db.read().await?;
    let Some(row) = sql::session(&mut conn, &hash, now, idle_since(now)).await? else {
        return Ok(None);
    };
    let member = staff::find(&mut conn, &row.staff).await?.filter(|member| member.active);
    drop(conn);
    let Some(member) = member else { return Ok(None) };
    if now.0 - row.seen_at >= TOUCH_EVERY_MS {
        let alive = transaction!(backend.db, |tx| {
            sql::touch_session(tx, &hash, now, idle_since(now)).await
        })?;
        if !alive {
            return Ok(None);
        }
    }
    Ok(Some(Session { id: row.id, member, device: row.device }))
}

/// Ends the session with this cookie: signing out. Ending it twice is no error.
pub async fn end(backend: &Backend, token: &str) -> Result<()> {
    let hash = hash(token);
    transaction!(backend.db, |tx| {
        let Some(staff) = sql::delete_session(tx, &hash).await? else { return Ok(()) };
        ended(tx, backend, &staff).await
    })
}

/// A session in the list of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSession {
    /// Row id.
    pub id: Id,
    /// What it was opened with.
    pub device: String,
    /// When.
    pub created_at: Instant,
    /// When it was last used, to the minute.
    pub seen_at: Instant,
}

/// The running sessions of a member, newest first.
pub async fn list(backend: &Backend, staff: &Id) -> Result<Vec<ListedSession>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let rows = sql::sessions_of(&mut conn, staff, now, idle_since(now)).await?;
    let listed = |row: sql::SessionRow| ListedSession {
        id: row.id,
        device: row.device,
        created_at: Instant(row.created_at),
        seen_at: Instant(row.seen_at),
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// Ends one of the member's own sessions; another's is not found.
pub async fn end_by_id(backend: &Backend, staff: &Id, id: &Id) -> Result<bool> {
    transaction!(backend.db, |tx| {
        let gone = sql::delete_session_by_id(tx, staff, id).await?;
        if gone {
            ended(tx, backend, staff).await?;
        }
        Ok(gone)
    })
}

/// Ends every other session of the person whose session this is; says how many there were.
pub async fn end_others(backend: &Backend, mine: &Session) -> Result<u64> {
    let staff = &mine.member.id;
    transaction!(backend.db, |tx| {
        let gone = sql::delete_other_sessions_of(tx, staff, &mine.id).await?;
        if gone > 0 {
            ended(tx, backend, staff).await?;
        }
        Ok(gone)
    })
}

/// Ends every session of a site's members but the one with the id `keep`, as part of `tx`.
pub(crate) async fn end_all_of_site(tx: &mut Tx, site: &str, keep: &Id) -> Result<()> {
    sql::delete_sessions_of_site(tx, site, keep).await
}

/// Ends every session of a member as part of `tx`.
pub(crate) async fn end_all(tx: &mut Tx, staff: &Id) -> Result<()> {
    sql::delete_sessions_of(tx, staff).await
}

/// Removes the rows of sessions that are over.
pub async fn sweep(tx: &mut Tx, now: Instant) -> Result<()> {
    sql::delete_ended_sessions(tx, now, idle_since(now)).await
}

async fn ended(tx: &mut Tx, backend: &Backend, staff_id: &Id) -> Result<()> {
    let by = Actor::Staff(staff_id.clone());
    let member = staff::find(tx, staff_id).await?;
    let site = member.as_ref().map_or("-", Member::audit_site);
    staff::write_audit(tx, backend, site, &by, "session.ended", staff_id).await
}

/// Whoever was last seen before this moment is no longer signed in.
pub(crate) fn idle_since(now: Instant) -> Instant {
    now.plus_minutes(-SESSION_IDLE_MINUTES)
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}
