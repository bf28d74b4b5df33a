use super::Bearer;
use crate::{Conn, Result, Tx, on};
use domain::Instant;

pub(super) struct NewToken<'a> {
    pub hash: &'a [u8],
    pub purpose: &'a str,
    pub subject: &'a str,
    pub party: Option<&'a str>,
    pub request: Option<&'a str>,
    pub created_at: Instant,
    pub expires_at: Option<Instant>,
    pub single_use: bool,
}

pub(super) async fn insert(tx: &mut Tx, new: &NewToken<'_>) -> Result<()> {
    let sql = "
        insert into link_token
            (hash, purpose, subject, party, request, created_at, expires_at, single_use)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, |c| sqlx::query(sql)
        .bind(new.hash)
        .bind(new.purpose)
        .bind(new.subject)
        .bind(new.party)
        .bind(new.request)
        .bind(new.created_at.0)
        .bind(new.expires_at.map(|at| at.0))
        .bind(i64::from(new.single_use))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn find(
    conn: &mut Conn,
    hash: &[u8],
    purpose: &str,
    now: Instant,
) -> Result<Option<Bearer>> {
    let sql = "
        select subject, party from link_token
        where hash = $1 and purpose = $2 and used_at is null
            and (expires_at is null or expires_at > $3)";
    let row: Option<(String, Option<String>)> = on!(conn, |c| sqlx::query_as(sql)
        .bind(hash)
        .bind(purpose)
        .bind(now.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(subject, party)| Bearer { subject, party }))
}

pub(super) async fn use_up(tx: &mut Tx, hash: &[u8], purpose: &str, now: Instant) -> Result<bool> {
    let sql = "
        update link_token set used_at = $3
        where hash = $1 and purpose = $2 and used_at is null
            and (expires_at is null or expires_at > $3)";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(hash)
        .bind(purpose)
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn find_used(conn: &mut Conn, hash: &[u8]) -> Result<Option<Bearer>> {
    let sql = "select subject, party from link_token where hash = $1";
    let row: Option<(String, Option<String>)> =
        on!(conn, |c| sqlx::query_as(sql).bind(hash).fetch_optional(c).await)?;
    Ok(row.map(|(subject, party)| Bearer { subject, party }))
}

pub(super) async fn expire(
    tx: &mut Tx,
    purpose: &str,
    subject: &str,
    party: Option<&str>,
    at: Instant,
) -> Result<()> {
    let sql = "
        update link_token set expires_at = $4
        where purpose = $1 and subject = $2 and ($3 is null or party = $3)
            and (expires_at is null or expires_at > $4)";
    on!(tx, |c| sqlx::query(sql)
        .bind(purpose)
        .bind(subject)
        .bind(party)
        .bind(at.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn since(
    conn: &mut Conn,
    purpose: &str,
    subject: &str,
    party: &str,
    now: Instant,
) -> Result<Option<Instant>> {
    let sql = "
        select max(created_at) from link_token
        where purpose = $1 and subject = $2 and party = $3 and used_at is null
            and (expires_at is null or expires_at > $4)";
    let (at,): (Option<i64>,) = on!(conn, |c| sqlx::query_as(sql)
        .bind(purpose)
        .bind(subject)
        .bind(party)
        .bind(now.0)
        .fetch_one(c)
        .await)?;
    Ok(at.map(Instant))
}
