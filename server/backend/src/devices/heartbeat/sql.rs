use super::{Device, Told};
use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::device::{Outage, OutageKind, Span};

/// Remembers a batch; `false` if it was sent before.
pub(super) async fn remember(tx: &mut Tx, device: &Id, batch: &str, now: Instant) -> Result<bool> {
    let sql = "
        insert into device_batch (device, batch, received_at) values ($1, $2, $3)
        on conflict do nothing";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(device)
        .bind(batch)
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn delete_batches(tx: &mut Tx, before: Instant) -> Result<()> {
    let sql = "delete from device_batch where received_at < $1";
    on!(tx, |c| sqlx::query(sql).bind(before.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Notes a sign of life; `false` if the kiosk was unpaired meanwhile.
pub(super) async fn hear(
    tx: &mut Tx,
    cookie: &[u8],
    before: &Device,
    told: &Told,
    touched: Option<Instant>,
    now: Instant,
) -> Result<bool> {
    let since = match &before.bundle {
        Some((version, since)) if Some(version) == told.bundle.as_ref() => Some(*since),
        _ => told.bundle.as_ref().map(|_| now),
    };
    let sql = "
        update device set seen_at = $2, touched_at = $3, programme = $4, bundle = $5,
            bundle_since = $6, alarmed_at = null
        where cookie = $1";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(cookie)
        .bind(now.0)
        .bind(touched.map(|at| at.0))
        .bind(&told.programme)
        .bind(&told.bundle)
        .bind(since.map(|at| at.0))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn insert_outage(tx: &mut Tx, device: &Id, outage: Outage) -> Result<()> {
    let sql = "
        insert into device_outage (device, kind, from_at, until_at) values ($1, $2, $3, $4)
        on conflict do nothing";
    on!(tx, |c| sqlx::query(sql)
        .bind(device)
        .bind(outage.kind.code())
        .bind(outage.span.from.0)
        .bind(outage.span.until.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The outages of a site's kiosks that ended after a moment, the newest first.
pub(super) async fn recent(
    conn: &mut Conn,
    site: &str,
    since: Instant,
) -> Result<Vec<(Id, Outage)>> {
    let sql = "
        select o.device, o.kind, o.from_at, o.until_at from device_outage o
        join device d on d.id = o.device and d.site = $1
        where o.until_at > $2 order by o.from_at desc, o.kind";
    let rows: Vec<(Id, String, i64, i64)> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(since.0).fetch_all(c).await)?;
    let outage = |(id, kind, from, until): (Id, String, i64, i64)| {
        let span = Span { from: Instant(from), until: Instant(until) };
        Some((id, Outage { kind: OutageKind::parse(&kind)?, span }))
    };
    Ok(rows.into_iter().filter_map(outage).collect())
}

pub(super) async fn outages_of(conn: &mut Conn, device: &Id, limit: i64) -> Result<Vec<Outage>> {
    let sql = "
        select kind, from_at, until_at from device_outage where device = $1
        order by from_at desc, kind limit $2";
    let rows: Vec<(String, i64, i64)> =
        on!(conn, |c| sqlx::query_as(sql).bind(device).bind(limit).fetch_all(c).await)?;
    let outage = |(kind, from, until): (String, i64, i64)| {
        let span = Span { from: Instant(from), until: Instant(until) };
        Some(Outage { kind: OutageKind::parse(&kind)?, span })
    };
    Ok(rows.into_iter().filter_map(outage).collect())
}
