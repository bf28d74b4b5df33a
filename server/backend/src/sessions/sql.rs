use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;

#[derive(sqlx::FromRow)]
pub(super) struct SessionRow {
    pub id: Id,
    pub staff: Id,
    pub device: String,
    pub created_at: i64,
    pub seen_at: i64,
    pub ends_at: i64,
}

pub(super) async fn insert_session(tx: &mut Tx, token: &[u8], row: &SessionRow) -> Result<()> {
    let sql = "
        insert into staff_session (id, token, staff, device, created_at, seen_at, ends_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    on!(tx, |c| sqlx::query(sql)
        .bind(&row.id)
        .bind(token)
        .bind(&row.staff)
        .bind(&row.device)
        .bind(row.created_at)
        .bind(row.seen_at)
        .bind(row.ends_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn session(
    conn: &mut Conn,
    token: &[u8],
    now: Instant,
    idle_since: Instant,
) -> Result<Option<SessionRow>> {
    let sql = "
        select id, staff, device, created_at, seen_at, ends_at from staff_session
        where token = $1 and ends_at > $2 and seen_at > $3";
    Ok(on!(conn, |c| sqlx::query_as(sql)
        .bind(token)
        .bind(now.0)
        .bind(idle_since.0)
        .fetch_optional(c)
        .await)?)
}

/// Notes the use of a session; `false` if it is gone by now.
pub(super) async fn touch_session(
    tx: &mut Tx,
    token: &[u8],
    now: Instant,
    idle_since: Instant,
) -> Result<bool> {
    let sql = "
        update staff_session set seen_at = $2
        where token = $1 and ends_at > $2 and seen_at > $3";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(token)
        .bind(now.0)
        .bind(idle_since.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn sessions_of(
    conn: &mut Conn,
    staff: &Id,
    now: Instant,
    idle_since: Instant,
) -> Result<Vec<SessionRow>> {
    let sql = "
        select id, staff, device, created_at, seen_at, ends_at from staff_session
        where staff = $1 and ends_at > $2 and seen_at > $3 order by created_at desc, id desc";
    Ok(on!(conn, |c| sqlx::query_as(sql)
        .bind(staff)
        .bind(now.0)
        .bind(idle_since.0)
        .fetch_all(c)
        .await)?)
}

/// Ends a session and says whose it was.
pub(super) async fn delete_session(tx: &mut Tx, token: &[u8]) -> Result<Option<Id>> {
    let sql = "delete from staff_session where token = $1 returning staff";
    let row: Option<(Id,)> = on!(tx, |c| sqlx::query_as(sql).bind(token).fetch_optional(c).await)?;
    Ok(row.map(|(staff,)| staff))
}

pub(super) async fn delete_session_by_id(tx: &mut Tx, staff: &Id, id: &Id) -> Result<bool> {
    let sql = "delete from staff_session where id = $1 and staff = $2";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(staff)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn delete_sessions_of(tx: &mut Tx, staff: &Id) -> Result<()> {
    let sql = "delete from staff_session where staff = $1";
    on!(tx, |c| sqlx::query(sql).bind(staff).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_other_sessions_of(tx: &mut Tx, staff: &Id, keep: &Id) -> Result<u64> {
    let sql = "delete from staff_session where staff = $1 and id <> $2";
    Ok(on!(tx, |c| sqlx::query(sql)
        .bind(staff)
        .bind(keep)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}

pub(super) async fn delete_sessions_of_site(tx: &mut Tx, site: &str, keep: &Id) -> Result<()> {
    let sql = "
        delete from staff_session
        where id <> $2 and staff in (select staff from staff_role where site = $1)";
    on!(tx, |c| sqlx::query(sql).bind(site).bind(keep).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_ended_sessions(
    tx: &mut Tx,
    now: Instant,
    idle_since: Instant,
) -> Result<()> {
    let sql = "delete from staff_session where ends_at <= $1 or seen_at <= $2";
    on!(tx, |c| sqlx::query(sql).bind(now.0).bind(idle_since.0).execute(c).await.map(|_| ()))?;
    Ok(())
}
