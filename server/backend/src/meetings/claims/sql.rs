use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;
use std::ops::Range;

/// The key of a claim.
pub(super) struct Row<'a> {
    pub kind: &'a str,
    pub id: &'a str,
    pub quarter: i64,
}

/// Makes a claim; `false` if somebody has it.
pub(super) async fn insert(
    tx: &mut Tx,
    row: &Row<'_>,
    meeting: &Id,
    hold_until: Option<Instant>,
) -> Result<bool> {
    let sql = "
        insert into claim (resource_kind, resource_id, quarter_hour, meeting, hold_until)
        values ($1, $2, $3, $4, $5) on conflict do nothing";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(row.kind)
        .bind(row.id)
        .bind(row.quarter)
        .bind(meeting)
        .bind(hold_until.map(|until| until.0))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn delete_expired(
    tx: &mut Tx,
    kind: &str,
    id: &str,
    quarter: i64,
    now: Instant,
) -> Result<()> {
    let sql = "
        delete from claim
        where resource_kind = $1 and resource_id = $2 and quarter_hour = $3 and hold_until <= $4";
    on!(tx, |c| sqlx::query(sql)
        .bind(kind)
        .bind(id)
        .bind(quarter)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Books what the meeting holds from quarter `first` to before `end`; how many rows that were.
pub(super) async fn book(tx: &mut Tx, meeting: &Id, first: i64, end: i64) -> Result<u64> {
    let sql = "
        update claim set hold_until = null
        where meeting = $1 and quarter_hour >= $2 and quarter_hour < $3";
    Ok(on!(tx, |c| sqlx::query(sql)
        .bind(meeting)
        .bind(first)
        .bind(end)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?)
}

pub(super) async fn delete_holds(tx: &mut Tx, meeting: &Id) -> Result<()> {
    let sql = "delete from claim where meeting = $1 and hold_until is not null";
    on!(tx, |c| sqlx::query(sql).bind(meeting).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_all(tx: &mut Tx, meeting: &Id) -> Result<()> {
    let sql = "delete from claim where meeting = $1";
    on!(tx, |c| sqlx::query(sql).bind(meeting).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Quarter hours of a resource that are booked or held, by others than `except`.
pub(super) async fn quarters(
    conn: &mut Conn,
    kind: &str,
    id: &str,
    range: &Range<i64>,
    except: Option<&Id>,
    now: Instant,
) -> Result<Vec<i64>> {
    let sql = "
        select quarter_hour from claim
        where resource_kind = $1 and resource_id = $2 and quarter_hour >= $3 and quarter_hour < $4
            and (hold_until is null or hold_until > $5) and meeting <> coalesce($6, '')
        order by quarter_hour";
    let rows: Vec<(i64,)> = on!(conn, |c| sqlx::query_as(sql)
        .bind(kind)
        .bind(id)
        .bind(range.start)
        .bind(range.end)
        .bind(now.0)
        .bind(except)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(quarter,)| quarter).collect())
}
