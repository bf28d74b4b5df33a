use super::super::found_by;
use super::super::request::Request;
use crate::{Conn, Id, Result, Tx, on};
use domain::request::{Budget, ContactBy, Details};
use domain::routing::Reason;
use domain::text::{Email, Line, Paragraph};
use domain::{FirmSize, Instant};

#[derive(sqlx::FromRow)]
pub(super) struct ChangeRow {
    pub id: String,
    pub email: String,
    pub asked_at: i64,
    pub ends_at: i64,
    pub confirmed_at: Option<i64>,
}

/// The latest change of address of a request, confirmed or not.
pub(super) async fn change(conn: &mut Conn, request: &Id) -> Result<Option<ChangeRow>> {
    let sql = "
        select id, email, asked_at, ends_at, confirmed_at from address_change where request = $1";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_optional(c).await)?)
}

/// The address that waits to be confirmed, and which change it is.
pub(super) async fn waiting(
    conn: &mut Conn,
    request: &Id,
    now: Instant,
) -> Result<Option<(String, String)>> {
    let sql = "
        select id, email from address_change
        where request = $1 and confirmed_at is null and ends_at > $2";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(request).bind(now.0).fetch_optional(c).await)?)
}

pub(super) async fn insert_change(
    tx: &mut Tx,
    request: &Id,
    change: &Id,
    email: &Email,
    now: Instant,
    ends: Instant,
) -> Result<()> {
    let sql = "
        insert into address_change (request, id, email, asked_at, ends_at)
        values ($1, $2, $3, $4, $5)";
    on!(tx, |c| sqlx::query(sql)
        .bind(request)
        .bind(change)
        .bind(email.as_str())
        .bind(now.0)
        .bind(ends.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn forget_change(tx: &mut Tx, request: &Id) -> Result<()> {
    let sql = "delete from address_change where request = $1";
    on!(tx, |c| sqlx::query(sql).bind(request).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Forgets addresses whose time is over: the unconfirmed ones were never the firm's.
pub(super) async fn forget_unconfirmed(tx: &mut Tx, now: Instant) -> Result<()> {
    let sql = "delete from address_change where ends_at <= $1";
    on!(tx, |c| sqlx::query(sql).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What [`write`] writes.
pub(super) struct New<'a> {
    pub details: &'a Details,
    pub email: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub by: ContactBy,
    pub reason: Reason,
}

/// Writes new answers and counts the version up. Facts that the form of this kind does not ask for
/// stay as they are.
pub(super) async fn write(
    tx: &mut Tx,
    request: &Request,
    new: &New<'_>,
    now: Instant,
) -> Result<()> {
    let sql = "
        update request set version = version + 1, changed_at = $2, firm = $3, person = $4,
            email = $5, phone = $6, contact_by = $7, message = $8, goal = $9, goals = $10,
            budget = $11, sector = $12, district = $13, size = $14, routing_reason = $15,
            found_by = $16
        where id = $1";
    let (details, asked) = (new.details, request.kind.is_matchmaking());
    let goals = if asked { &details.goals } else { &request.goals };
    let budget = if asked { details.budget } else { request.budget };
    let sector = if asked { &details.sector } else { &request.sector };
    let district = if asked { &details.district } else { &request.district };
    let size = if asked { details.size } else { request.size };
    let firm = details.firm.as_ref().map(Line::as_str);
    let texts = [firm, Some(details.person.as_str()), new.email];
    let found_by = found_by::words(request.reference, texts, new.phone);
    on!(tx, |c| sqlx::query(sql)
        .bind(&request.id)
        .bind(now.0)
        .bind(firm)
        .bind(details.person.as_str())
        .bind(new.email)
        .bind(new.phone)
        .bind(new.by.code())
        .bind(details.message.as_ref().map(Paragraph::as_str))
        .bind(goals.first())
        .bind(goals.join(" "))
        .bind(budget.map(Budget::code))
        .bind(sector.as_deref())
        .bind(district.as_deref())
        .bind(size.map(FirmSize::code))
        .bind(new.reason.code())
        .bind(&found_by)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Writes a confirmed address and counts the version up.
pub(super) async fn write_address(
    tx: &mut Tx,
    request: &Request,
    email: &str,
    now: Instant,
) -> Result<()> {
    let texts = [request.firm.as_deref(), Some(request.person.as_str()), Some(email)];
    let found_by = found_by::words(request.reference, texts, request.phone.as_deref());
    let sql = "
        update request set version = version + 1, changed_at = $2, email = $3, found_by = $4
        where id = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(&request.id)
        .bind(now.0)
        .bind(email)
        .bind(&found_by)
        .execute(c)
        .await
        .map(|_| ()))?;
    let sql = "update address_change set confirmed_at = $2 where request = $1";
    on!(tx, |c| sqlx::query(sql).bind(&request.id).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Remembers since when staff has not heard of a change.
pub(super) async fn note_unsaid(tx: &mut Tx, request: &Id, now: Instant) -> Result<()> {
    let sql = "update request set amended_at = coalesce(amended_at, $2) where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(request).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Requests with changes from before `until` that staff has not heard of.
pub(super) async fn unsaid(conn: &mut Conn, until: Instant, limit: i64) -> Result<Vec<Id>> {
    let sql = "select id from request where amended_at <= $1 order by amended_at limit $2";
    let rows: Vec<(Id,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(until.0).bind(limit).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Since when staff has not heard of changes, marked as said; `None` if somebody has said it.
pub(super) async fn claim_unsaid(
    tx: &mut Tx,
    request: &Id,
    until: Instant,
) -> Result<Option<Instant>> {
    let sql = "select amended_at from request where id = $1 and amended_at <= $2";
    let since: Option<(i64,)> =
        on!(tx, |c| sqlx::query_as(sql).bind(request).bind(until.0).fetch_optional(c).await)?;
    if since.is_some() {
        let sql = "update request set amended_at = null where id = $1";
        on!(tx, |c| sqlx::query(sql).bind(request).execute(c).await.map(|_| ()))?;
    }
    Ok(since.map(|(at,)| Instant(at)))
}
