use super::{Device, NewDevice};
use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::device::{Scale, Screen};
use domain::text::Line;

#[derive(sqlx::FromRow)]
struct DeviceRow {
    id: Id,
    site: String,
    name: String,
    place: String,
    created_at: i64,
    cookie: Option<Vec<u8>>,
    paired_at: Option<i64>,
    unpaired_at: Option<i64>,
    px_per_metre: Option<i64>,
    screen_width: Option<i64>,
    screen_height: Option<i64>,
    seen_at: Option<i64>,
    touched_at: Option<i64>,
    programme: Option<String>,
    bundle: Option<String>,
    bundle_since: Option<i64>,
    cleaning_until: Option<i64>,
    alarmed_at: Option<i64>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, site, name, place, created_at, cookie, paired_at, unpaired_at, \
             px_per_metre, screen_width, screen_height, seen_at, touched_at, programme, bundle, \
             bundle_since, cleaning_until, alarmed_at from device ",
            $rest
        )
    };
}

impl DeviceRow {
    fn device(self) -> Device {
        let scale = self.px_per_metre.and_then(Scale::of_metre);
        let screen = match (scale, self.screen_width, self.screen_height) {
            (Some(scale), Some(width), Some(height)) => Screen::new(scale, width, height),
            _ => None,
        };
        Device {
            id: self.id,
            site: self.site,
            name: self.name,
            place: self.place,
            created_at: Instant(self.created_at),
            is_paired: self.cookie.is_some(),
            paired_at: self.paired_at.map(Instant),
            unpaired_at: self.unpaired_at.map(Instant),
            screen,
            seen_at: self.seen_at.map(Instant),
            touched_at: self.touched_at.map(Instant),
            programme: self.programme,
            bundle: self.bundle.zip(self.bundle_since.map(Instant)),
            cleaning_until: self.cleaning_until.map(Instant),
            alarmed_at: self.alarmed_at.map(Instant),
        }
    }
}

pub(super) async fn by_cookie(conn: &mut Conn, cookie: &[u8]) -> Result<Option<Device>> {
    let sql = select!("where cookie = $1");
    let row: Option<DeviceRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(cookie).fetch_optional(c).await)?;
    Ok(row.map(DeviceRow::device))
}

pub(super) async fn by_id(conn: &mut Conn, site: &str, id: &Id) -> Result<Option<Device>> {
    let sql = select!("where id = $1 and site = $2");
    let row: Option<DeviceRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(id).bind(site).fetch_optional(c).await)?;
    Ok(row.map(DeviceRow::device))
}

pub(super) async fn of_site(conn: &mut Conn, site: &str) -> Result<Vec<Device>> {
    let sql = select!("where site = $1 order by name, id");
    let rows: Vec<DeviceRow> = on!(conn, |c| sqlx::query_as(sql).bind(site).fetch_all(c).await)?;
    Ok(rows.into_iter().map(DeviceRow::device).collect())
}

pub(super) async fn insert(
    tx: &mut Tx,
    id: &Id,
    site: &str,
    new: &NewDevice,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into device (id, site, name, place, created_at) values ($1, $2, $3, $4, $5)";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(site)
        .bind(new.name.as_str())
        .bind(new.place.as_ref().map_or("", Line::as_str))
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn rename(tx: &mut Tx, site: &str, id: &Id, new: &NewDevice) -> Result<bool> {
    let sql = "update device set name = $3, place = $4 where id = $1 and site = $2";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(site)
        .bind(new.name.as_str())
        .bind(new.place.as_ref().map_or("", Line::as_str))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn set_cleaning(
    tx: &mut Tx,
    site: &str,
    id: &Id,
    until: Option<Instant>,
) -> Result<bool> {
    let sql = "
        update device set cleaning_until = $3
        where id = $1 and site = $2 and cookie is not null";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(site)
        .bind(until.map(|at| at.0))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

/// Makes a kiosk the device. What is known of the one before goes, its screen included.
pub(super) async fn pair(tx: &mut Tx, id: &Id, kiosk: &[u8], now: Instant) -> Result<()> {
    let sql = "
        update device set cookie = $2, paired_at = $3, unpaired_at = null,
            px_per_metre = null, screen_width = null, screen_height = null,
            seen_at = null, touched_at = null, programme = null, bundle = null,
            bundle_since = null, cleaning_until = null, alarmed_at = null
        where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(kiosk).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Ends a pairing; `false` if there was none.
pub(super) async fn unpair(tx: &mut Tx, site: &str, id: &Id, now: Instant) -> Result<bool> {
    let sql = "
        update device set cookie = null, unpaired_at = $3, cleaning_until = null, alarmed_at = null
        where id = $1 and site = $2 and cookie is not null";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(site)
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn delete(tx: &mut Tx, site: &str, id: &Id) -> Result<bool> {
    let sql = "delete from device where id = $1 and site = $2";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(site)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn measure(tx: &mut Tx, cookie: &[u8], screen: Screen) -> Result<bool> {
    let sql = "
        update device set px_per_metre = $2, screen_width = $3, screen_height = $4
        where cookie = $1";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(cookie)
        .bind(i64::from(screen.scale().per_metre()))
        .bind(i64::from(screen.width()))
        .bind(i64::from(screen.height()))
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn insert_code(
    tx: &mut Tx,
    code: &[u8],
    kiosk: &[u8],
    until: Instant,
) -> Result<()> {
    let sql = "insert into pairing_code (code, kiosk, expires_at) values ($1, $2, $3)";
    on!(tx, |c| sqlx::query(sql)
        .bind(code)
        .bind(kiosk)
        .bind(until.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Whether a code is shown for this kiosk.
pub(super) async fn has_code(tx: &mut Tx, kiosk: &[u8], now: Instant) -> Result<bool> {
    let sql = "select count(*) from pairing_code where kiosk = $1 and expires_at > $2";
    let (n,): (i64,) = on!(tx, |c| sqlx::query_as(sql).bind(kiosk).bind(now.0).fetch_one(c).await)?;
    Ok(n > 0)
}

/// Uses up a code and says which kiosk shows it; of two who type it, one gets an answer.
pub(super) async fn take_code(tx: &mut Tx, code: &[u8], now: Instant) -> Result<Option<Vec<u8>>> {
    let sql = "delete from pairing_code where code = $1 and expires_at > $2 returning kiosk";
    let row: Option<(Vec<u8>,)> =
        on!(tx, |c| sqlx::query_as(sql).bind(code).bind(now.0).fetch_optional(c).await)?;
    Ok(row.map(|(kiosk,)| kiosk))
}

pub(super) async fn delete_codes_of(tx: &mut Tx, kiosk: &[u8]) -> Result<()> {
    let sql = "delete from pairing_code where kiosk = $1";
    on!(tx, |c| sqlx::query(sql).bind(kiosk).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_codes(tx: &mut Tx, now: Instant) -> Result<()> {
    let sql = "delete from pairing_code where expires_at <= $1";
    on!(tx, |c| sqlx::query(sql).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}
