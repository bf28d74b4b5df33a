use super::super::runs::Run;
use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::retention::Class;
use jiff::civil::Date;

/// Whether the run of this day is still to be done.
pub(in super::super) async fn is_open(conn: &mut Conn, day: Date, now: Instant) -> Result<bool> {
    let sql = "
        select count(*) from retention_run
        where day = $1 and (finished_at is not null or lease_until > $2)";
    let (n,): (i64,) =
        on!(conn, |c| sqlx::query_as(sql).bind(day.to_string()).bind(now.0).fetch_one(c).await)?;
    Ok(n == 0)
}

/// Takes the run of a day; its id, or `None` if somebody else has it or it is done.
pub(in super::super) async fn claim_run(
    tx: &mut Tx,
    id: &Id,
    day: Date,
    now: Instant,
    lease_until: Instant,
) -> Result<Option<Id>> {
    let sql = "
        insert into retention_run (id, day, started_at, lease_until) values ($1, $2, $3, $4)
        on conflict (day) do update set lease_until = $4
            where retention_run.finished_at is null and retention_run.lease_until <= $3
        returning id";
    let row: Option<(Id,)> = on!(tx, |c| sqlx::query_as(sql)
        .bind(id)
        .bind(day.to_string())
        .bind(now.0)
        .bind(lease_until.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(id,)| id))
}

/// Begins a run that belongs to no day.
pub(in super::super) async fn insert_run(tx: &mut Tx, id: &Id, now: Instant) -> Result<()> {
    let sql = "insert into retention_run (id, started_at, lease_until) values ($1, $2, $2)";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(in super::super) async fn finish_run(tx: &mut Tx, id: &Id, now: Instant) -> Result<()> {
    let sql = "update retention_run set finished_at = $2 where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Adds to what a run deleted of a class.
pub(in super::super) async fn count_deleted(
    tx: &mut Tx,
    run: &Id,
    class: Class,
    n: i64,
    oldest: Option<Date>,
) -> Result<()> {
    if n == 0 {
        return Ok(());
    }
    // Within a run the oldest rows come first.
    let sql = "
        insert into retention_count (run, class, n, oldest) values ($1, $2, $3, $4)
        on conflict (run, class) do update set n = retention_count.n + $3";
    on!(tx, |c| sqlx::query(sql)
        .bind(run)
        .bind(class.code())
        .bind(n)
        .bind(oldest.map(|day| day.to_string()))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

type RunRow = (Id, Option<String>, i64, Option<i64>);

pub(in super::super) async fn runs(conn: &mut Conn, limit: i64) -> Result<Vec<Run>> {
    let sql = "
        select id, day, started_at, finished_at from retention_run
        order by started_at desc, id desc limit $1";
    let rows: Vec<RunRow> = on!(conn, |c| sqlx::query_as(sql).bind(limit).fetch_all(c).await)?;
    let sql = "
        select run, class, n, oldest from retention_count
        where run in (
            select id from retention_run order by started_at desc, id desc limit $1)";
    let counts: Vec<(Id, String, i64, Option<String>)> =
        on!(conn, |c| sqlx::query_as(sql).bind(limit).fetch_all(c).await)?;
    let of = |run: &Id| {
        let mut own: Vec<(Class, i64, Option<Date>)> = counts
            .iter()
            .filter(|(of, ..)| of == run)
            .filter_map(|(_, class, n, oldest)| {
                let oldest = oldest.as_deref().and_then(|day| day.parse().ok());
                Some((Class::parse(class)?, *n, oldest))
            })
            .collect();
        own.sort();
        own
    };
    let run = |(id, day, started, finished): RunRow| Run {
        started: Instant(started),
        finished: finished.map(Instant),
        daily: day.is_some(),
        counts: of(&id),
    };
    Ok(rows.into_iter().map(run).collect())
}
