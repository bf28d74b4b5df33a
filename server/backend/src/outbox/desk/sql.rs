use super::Undelivered;
use crate::requests::{Viewer, visible};
use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::request::{MailKind, Reference};
use jiff::civil::Date;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    request: Option<Id>,
    reference: Option<String>,
    kind: String,
    recipient: String,
    state: String,
    attempts: i64,
    next_at: i64,
    created_at: i64,
    failure: Option<String>,
}

pub(super) async fn undelivered(
    conn: &mut Conn,
    viewer: &Viewer,
    day: Date,
    limit: i64,
) -> Result<Vec<Undelivered>> {
    let sql = concat!(
        "select o.id, o.request, r.reference, o.kind, o.recipient, o.state, o.attempts, o.next_at,
            o.created_at, o.failure
         from outbox o left join request r on r.id = o.request
         where o.state in ('waiting', 'failed') and ((",
        visible!(),
        ") or (o.request is null and o.site = $1 and $3 = 1))
         order by o.state, o.created_at, o.id limit $5"
    );
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .bind(limit)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Undelivered::try_from).collect()
}

impl TryFrom<Row> for Undelivered {
    type Error = BackendError;

    fn try_from(row: Row) -> Result<Undelivered> {
        let bad = |column| BackendError::Unreadable(format!("outbox.{column} of {}", row.id));
        let reference = row.reference.as_deref().map(Reference::parse);
        let reference =
            reference.map(|parsed| parsed.ok_or_else(|| bad("reference"))).transpose()?;
        Ok(Undelivered {
            kind: MailKind::parse(&row.kind).ok_or_else(|| bad("kind"))?,
            request: row.request.zip(reference),
            next: (row.state == "waiting").then_some(Instant(row.next_at)),
            id: row.id,
            recipient: row.recipient,
            written: Instant(row.created_at),
            attempts: row.attempts,
            failure: row.failure,
        })
    }
}

pub(super) async fn given_up(conn: &mut Conn, viewer: &Viewer, day: Date) -> Result<i64> {
    let sql = concat!(
        "select count(*) from outbox o left join request r on r.id = o.request
         where o.state = 'failed' and ((",
        visible!(),
        ") or (o.request is null and o.site = $1 and $3 = 1))"
    );
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .fetch_one(c)
        .await)?;
    Ok(n)
}

/// Puts a mail that was given up back into the queue, as if it had been written now; its kind.
pub(super) async fn retry(
    tx: &mut Tx,
    id: &Id,
    request: &Id,
    now: Instant,
) -> Result<Option<String>> {
    let sql = "
        update outbox set state = 'waiting', attempts = 0, created_at = $3, next_at = $3,
            done_at = null, failure = null
        where id = $1 and request = $2 and state = 'failed' returning kind";
    let row: Option<(String,)> = on!(tx, |c| sqlx::query_as(sql)
        .bind(id)
        .bind(request)
        .bind(now.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|(kind,)| kind))
}

/// Marks a mail that was given up as dealt with and erases its words; its kind.
pub(super) async fn discard(tx: &mut Tx, id: &Id, request: &Id) -> Result<Option<String>> {
    let sql = "
        update outbox set state = 'discarded', subject = '', body_text = null, body_html = null,
            calendar = null
        where id = $1 and request = $2 and state = 'failed' returning kind";
    let row: Option<(String,)> =
        on!(tx, |c| sqlx::query_as(sql).bind(id).bind(request).fetch_optional(c).await)?;
    Ok(row.map(|(kind,)| kind))
}
