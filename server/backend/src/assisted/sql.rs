use super::Grant;
use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;

#[derive(sqlx::FromRow)]
struct GrantRow {
    device: Id,
    site: String,
    staff: Id,
    until_at: i64,
}

impl GrantRow {
    fn grant(self) -> Grant {
        let GrantRow { device, site, staff, until_at } = self;
        Grant { device, site, opened_by: staff, until: Instant(until_at) }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select e.device, d.site, e.staff, e.until_at from assisted_entry e \
             join device d on d.id = e.device ",
            $rest
        )
    };
}

pub(super) async fn of_device(conn: &mut Conn, device: &Id) -> Result<Option<Grant>> {
    let sql = select!("where e.device = $1");
    let row: Option<GrantRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(device).fetch_optional(c).await)?;
    Ok(row.map(GrantRow::grant))
}

pub(super) async fn of_site(conn: &mut Conn, site: &str, now: Instant) -> Result<Vec<Grant>> {
    let sql = select!("where d.site = $1 and e.until_at > $2 order by e.until_at, e.device");
    let rows: Vec<GrantRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(now.0).fetch_all(c).await)?;
    Ok(rows.into_iter().map(GrantRow::grant).collect())
}

pub(super) async fn put(
    tx: &mut Tx,
    device: &Id,
    by: &Id,
    now: Instant,
    until: Instant,
) -> Result<()> {
    let sql = "
        insert into assisted_entry (device, staff, opened_at, until_at)
        values ($1, $2, $3, $4)
        on conflict (device) do update set staff = excluded.staff,
            opened_at = excluded.opened_at, until_at = excluded.until_at";
    on!(tx, |c| sqlx::query(sql)
        .bind(device)
        .bind(by)
        .bind(now.0)
        .bind(until.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete(tx: &mut Tx, device: &Id) -> Result<bool> {
    let sql = "delete from assisted_entry where device = $1";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(device)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn delete_over(tx: &mut Tx, before: Instant) -> Result<()> {
    let sql = "delete from assisted_entry where until_at <= $1";
    on!(tx, |c| sqlx::query(sql).bind(before.0).execute(c).await.map(|_| ()))?;
    Ok(())
}
