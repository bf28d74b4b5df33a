use super::super::request::{Request, RequestProvider};
use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::request::ReleaseField;
use jiff::civil::Date;

pub(in super::super) async fn insert_wish(tx: &mut Tx, id: &Id, provider: &str) -> Result<()> {
    let sql = "insert into request_provider (request, provider, wished) values ($1, $2, 1)";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(provider).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(in super::super) async fn providers(
    conn: &mut Conn,
    request: &Id,
) -> Result<Vec<RequestProvider>> {
    let sql = "
        select provider, wished, proposed_at, note from request_provider
        where request = $1 order by wished desc, provider";
    let rows: Vec<(String, i64, Option<i64>, Option<String>)> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    let sql = "select provider, field from contact_release where request = $1";
    let released: Vec<(String, String)> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    Ok(rows
        .into_iter()
        .map(|(provider, wished, proposed_at, note)| RequestProvider {
            released: ReleaseField::ALL
                .iter()
                .copied()
                .filter(|field| {
                    released.iter().any(|(to, code)| *to == provider && code == field.code())
                })
                .collect(),
            provider,
            wished: wished != 0,
            proposed_at: proposed_at.map(Instant),
            note,
        })
        .collect())
}

/// Notes that staff proposes a provider; a later proposal replaces the words of an earlier one.
pub(super) async fn propose(
    tx: &mut Tx,
    request: &Id,
    provider: &str,
    staff: &Id,
    note: Option<&str>,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into request_provider (request, provider, wished, proposed_at, proposed_by, note)
        values ($1, $2, 0, $3, $4, $5)
        on conflict (request, provider) do update set
            proposed_at = excluded.proposed_at, proposed_by = excluded.proposed_by,
            note = excluded.note";
    on!(tx, |c| sqlx::query(sql)
        .bind(request)
        .bind(provider)
        .bind(now.0)
        .bind(staff)
        .bind(note)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) struct Neutrality<'a> {
    pub request: &'a Request,
    pub provider: &'a str,
    pub step: &'a str,
    pub place: Option<i64>,
    pub why: &'a str,
}

pub(super) async fn log(tx: &mut Tx, id: &Id, day: Date, row: &Neutrality<'_>) -> Result<()> {
    let sql = "
        insert into neutrality (id, site, day, request, provider, step, place, why)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(&row.request.site)
        .bind(day.to_string())
        .bind(&row.request.id)
        .bind(row.provider)
        .bind(row.step)
        .bind(row.place)
        .bind(row.why)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn is_chosen(conn: &mut Conn, request: &Id, provider: &str) -> Result<bool> {
    let sql = "
        select count(*) from neutrality
        where request = $1 and provider = $2 and step = 'chosen'";
    let (n,): (i64,) =
        on!(conn, |c| sqlx::query_as(sql).bind(request).bind(provider).fetch_one(c).await)?;
    Ok(n > 0)
}

/// How often each provider was proposed at the site since `day`.
pub(super) async fn proposed_since(
    conn: &mut Conn,
    site: &str,
    day: Date,
) -> Result<Vec<(String, i64)>> {
    let sql = "
        select provider, count(*) from neutrality
        where site = $1 and day >= $2 and step = 'proposed' group by provider";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(site).bind(day.to_string()).fetch_all(c).await)?)
}
