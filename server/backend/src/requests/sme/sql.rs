use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::request::ReleaseField;

pub(super) async fn adviser(conn: &mut Conn, staff: &Id) -> Result<Option<String>> {
    let sql = "select adviser from staff where id = $1";
    let row: Option<(Option<String>,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(staff).fetch_optional(c).await)?;
    Ok(row.and_then(|(adviser,)| adviser))
}

pub(super) async fn insert_release(
    tx: &mut Tx,
    request: &Id,
    provider: &str,
    field: ReleaseField,
    now: Instant,
) -> Result<()> {
    let sql =
        "insert into contact_release (request, provider, field, since) values ($1, $2, $3, $4)";
    on!(tx, |c| sqlx::query(sql)
        .bind(request)
        .bind(provider)
        .bind(field.code())
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_release(
    tx: &mut Tx,
    request: &Id,
    provider: &str,
    field: ReleaseField,
) -> Result<()> {
    let sql = "delete from contact_release where request = $1 and provider = $2 and field = $3";
    on!(tx, |c| sqlx::query(sql)
        .bind(request)
        .bind(provider)
        .bind(field.code())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_releases(tx: &mut Tx, request: &Id) -> Result<()> {
    let sql = "delete from contact_release where request = $1";
    on!(tx, |c| sqlx::query(sql).bind(request).execute(c).await.map(|_| ()))?;
    Ok(())
}
