use crate::{Conn, Id, Result, on};

#[derive(sqlx::FromRow)]
pub(super) struct MailRow {
    pub kind: String,
    pub recipient: String,
    pub subject: String,
    pub state: String,
    pub created_at: i64,
    pub done_at: Option<i64>,
}

/// Provider, field and since when, of everything that is released.
pub(super) async fn releases(conn: &mut Conn, request: &Id) -> Result<Vec<(String, String, i64)>> {
    let sql = "
        select provider, field, since from contact_release where request = $1
        order by provider, since, field";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?)
}

pub(super) async fn mails(conn: &mut Conn, request: &Id) -> Result<Vec<MailRow>> {
    let sql = "
        select kind, recipient, subject, state, created_at, done_at from outbox
        where request = $1 order by nr";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?)
}

/// Day, provider, step and why, of every provider that played a part.
pub(super) async fn neutrality(
    conn: &mut Conn,
    request: &Id,
) -> Result<Vec<(String, String, String, String)>> {
    let sql = "
        select day, provider, step, why from neutrality where request = $1 order by day, id";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?)
}

/// Purpose, creation and end of every link to the request.
pub(super) async fn links(
    conn: &mut Conn,
    request: &Id,
) -> Result<Vec<(String, i64, Option<i64>)>> {
    let sql = "
        select purpose, created_at, expires_at from link_token where request = $1
        order by created_at, purpose";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?)
}

pub(super) async fn confirmed_by(conn: &mut Conn, request: &Id) -> Result<Option<String>> {
    let sql = "select confirmed_by from request where id = $1";
    let row: Option<(Option<String>,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_optional(c).await)?;
    Ok(row.and_then(|(by,)| by))
}
