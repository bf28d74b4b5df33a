use super::super::archive::Decision;
use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::request::{Reference, RequestKind, RequestState};
use domain::retention::Class;
use jiff::civil::Date;

/// A request whose day has come.
#[derive(Clone, Debug)]
pub(in super::super) struct DueRequest {
    pub id: Id,
    pub site: String,
    pub reference: Reference,
    pub kind: RequestKind,
    pub class: Class,
    pub created_at: Instant,
    pub changed_at: Instant,
    pub delete_on: Date,
    pub decision: Option<Decision>,
    pub decided_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct DueRow {
    id: Id,
    site: String,
    reference: String,
    kind: String,
    state: String,
    created_at: i64,
    changed_at: i64,
    delete_on: String,
    decision: Option<String>,
    decided_at: Option<i64>,
}

impl TryFrom<DueRow> for DueRequest {
    type Error = BackendError;

    fn try_from(row: DueRow) -> Result<DueRequest> {
        let bad =
            |column: &str| BackendError::Unreadable(format!("request.{column} of {}", row.id));
        let state = RequestState::parse(&row.state).ok_or_else(|| bad("state"))?;
        Ok(DueRequest {
            reference: Reference::parse(&row.reference).ok_or_else(|| bad("reference"))?,
            kind: RequestKind::parse(&row.kind).ok_or_else(|| bad("kind"))?,
            class: Class::of(state),
            delete_on: row.delete_on.parse().map_err(|_| bad("delete_on"))?,
            decision: row.decision.as_deref().and_then(Decision::parse),
            decided_at: row.decided_at.map(Instant),
            created_at: Instant(row.created_at),
            changed_at: Instant(row.changed_at),
            site: row.site,
            id: row.id,
        })
    }
}

macro_rules! due_columns {
    () => {
        "select r.id, r.site, r.reference, r.kind, r.state, r.created_at, r.changed_at, \
         r.delete_on, a.decision, a.at as decided_at \
         from request r left join archive_offer a on a.request = r.id \
         where r.delete_on <= $1 and r.created_at <= $2 "
    };
}

/// Requests whose day has come, oldest first.
pub(in super::super) async fn due_requests(
    conn: &mut Conn,
    now: Instant,
) -> Result<Vec<DueRequest>> {
    let sql = concat!(due_columns!(), "order by r.created_at, r.id");
    let rows: Vec<DueRow> = on!(conn, |c| sqlx::query_as(sql)
        .bind(now.day().to_string())
        .bind(now.0)
        .fetch_all(c)
        .await)?;
    // One that cannot be read must not keep the others from being deleted.
    let read = |row: DueRow| {
        DueRequest::try_from(row).inspect_err(|error| tracing::error!(%error, "retention")).ok()
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// How many requests of each class have their day after `today`, up to `until`.
pub(in super::super) async fn due_until(
    conn: &mut Conn,
    today: Date,
    until: Date,
) -> Result<Vec<(Class, i64)>> {
    let sql = "
        select state, count(*) from request where delete_on > $1 and delete_on <= $2
        group by state";
    let rows: Vec<(String, i64)> = on!(conn, |c| sqlx::query_as(sql)
        .bind(today.to_string())
        .bind(until.to_string())
        .fetch_all(c)
        .await)?;
    let class = |(state, n): (String, i64)| Some((Class::of(RequestState::parse(&state)?), n));
    Ok(rows.into_iter().filter_map(class).collect())
}

/// The request, if its day has come.
pub(in super::super) async fn due_request(
    conn: &mut Conn,
    id: &Id,
    now: Instant,
) -> Result<Option<DueRequest>> {
    let sql = concat!(due_columns!(), "and r.id = $3");
    let row: Option<DueRow> = on!(conn, |c| sqlx::query_as(sql)
        .bind(now.day().to_string())
        .bind(now.0)
        .bind(id)
        .fetch_optional(c)
        .await)?;
    row.map(DueRequest::try_from).transpose()
}

pub(in super::super) async fn delete_request(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "delete from request where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Notes the archive's answer over one that no longer holds.
pub(in super::super) async fn upsert_offer(
    tx: &mut Tx,
    request: &Id,
    decision: Decision,
    now: Instant,
    by: Option<&Id>,
) -> Result<()> {
    let sql = "
        insert into archive_offer (request, decision, at, by_staff) values ($1, $2, $3, $4)
        on conflict (request) do update set decision = $2, at = $3, by_staff = $4";
    on!(tx, |c| sqlx::query(sql)
        .bind(request)
        .bind(decision.code())
        .bind(now.0)
        .bind(by)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
