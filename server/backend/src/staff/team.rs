//! The team as its list shows it.

use super::account::Member;
use super::sql;
use crate::sessions;
use crate::{Conn, Id, Result};
use domain::Instant;

/// A member of staff, and what there is to know about their account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub member: Member,
    /// Whether password and second factor are set.
    pub enrolled: bool,
    /// Until when an invitation can be accepted, if one is open.
    pub invited_until: Option<Instant>,
    /// Running sessions.
    pub sessions: i64,
    /// Requests of the site they look after.
    pub requests: i64,
}

/// Every member with a role at the site, by name.
pub async fn team(conn: &mut Conn, site: &str, now: Instant) -> Result<Vec<Colleague>> {
    let facts = sql::facts(conn, site, now, sessions::idle_since(now)).await?;
    let members = super::all(conn, site).await?;
    let colleague = |member: Member| {
        let facts = facts.iter().find(|row| row.id == member.id)?;
        Some(Colleague {
            enrolled: facts.enrolled > 0,
            invited_until: facts.invited_until.map(Instant),
            sessions: facts.sessions,
            requests: facts.requests,
            member,
        })
    };
    Ok(members.into_iter().filter_map(colleague).collect())
}

/// The member of the site with this id.
pub async fn colleague(
    conn: &mut Conn,
    site: &str,
    id: &Id,
    now: Instant,
) -> Result<Option<Colleague>> {
    // A team is a few dozen people: what reads all of them reads one of them.
    Ok(team(conn, site, now).await?.into_iter().find(|colleague| &colleague.member.id == id))
}
