use super::detail::StaffName;
use super::found_by;
use super::request::Request;
use super::submit::Row as NewRow;
use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::request::{Budget, Channel, ContactBy, Outcome, Reference, RequestKind, RequestState};
use domain::routing::Reason;
use domain::text::{Email, Line, Paragraph, Phone};
use domain::{FirmSize, Instant, Lang, Slug};
use jiff::civil::Date;

/// The columns of [`Row`].
macro_rules! columns {
    () => {
        "r.id, r.site, r.reference, r.kind, r.channel, r.lang, r.state, r.version, r.firm, \
         r.person, r.email, r.phone, r.contact_by, r.message, r.goals, r.budget, r.sector, \
         r.district, r.size, r.origin_story, r.ask_later, r.unasked, r.desk, r.routing_reason, r.assigned, \
         r.substitute_for, r.created_at, r.changed_at, r.confirmed_at, r.answered_at, \
         r.keep_until, r.closed_at, r.outcome, r.delete_on"
    };
}
pub(super) use columns;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Id,
    site: String,
    reference: String,
    kind: String,
    channel: String,
    lang: String,
    state: String,
    version: i64,
    firm: Option<String>,
    person: String,
    email: Option<String>,
    phone: Option<String>,
    contact_by: String,
    message: Option<String>,
    goals: String,
    budget: Option<String>,
    sector: Option<String>,
    district: Option<String>,
    size: Option<String>,
    origin_story: Option<String>,
    ask_later: i64,
    unasked: i64,
    desk: Option<String>,
    routing_reason: String,
    assigned: Option<Id>,
    substitute_for: Option<Id>,
    created_at: i64,
    changed_at: i64,
    confirmed_at: Option<i64>,
    answered_at: Option<i64>,
    keep_until: Option<String>,
    closed_at: Option<i64>,
    outcome: Option<String>,
    delete_on: String,
}

impl TryFrom<Row> for Request {
    type Error = BackendError;

    fn try_from(row: Row) -> Result<Request> {
        let bad =
            |column: &str| BackendError::Unreadable(format!("request.{column} of {}", row.id));
        let day = |text: &str, column: &str| text.parse::<Date>().map_err(|_| bad(column));
        Ok(Request {
            reference: Reference::parse(&row.reference).ok_or_else(|| bad("reference"))?,
            kind: RequestKind::parse(&row.kind).ok_or_else(|| bad("kind"))?,
            channel: Channel::parse(&row.channel).ok_or_else(|| bad("channel"))?,
            lang: Lang::parse(&row.lang).ok_or_else(|| bad("lang"))?,
            state: RequestState::parse(&row.state).ok_or_else(|| bad("state"))?,
            contact_by: ContactBy::parse(&row.contact_by).ok_or_else(|| bad("contact_by"))?,
            reason: Reason::parse(&row.routing_reason).ok_or_else(|| bad("routing_reason"))?,
            keep_until: row.keep_until.as_deref().map(|d| day(d, "keep_until")).transpose()?,
            delete_on: day(&row.delete_on, "delete_on")?,
            goals: row.goals.split_whitespace().map(str::to_owned).collect(),
            // Codes that a later version no longer knows are as good as unknown.
            budget: row.budget.as_deref().and_then(Budget::parse),
            size: row.size.as_deref().and_then(FirmSize::parse),
            outcome: row.outcome.as_deref().and_then(Outcome::parse),
            id: row.id,
            site: row.site,
            version: row.version,
            firm: row.firm,
            person: row.person,
            email: row.email,
            phone: row.phone,
            message: row.message,
            sector: row.sector,
            district: row.district,
            story: row.origin_story,
            ask_later: row.ask_later != 0,
            unasked: row.unasked != 0,
            desk: row.desk,
            assigned: row.assigned,
            substitute_for: row.substitute_for,
            created_at: Instant(row.created_at),
            changed_at: Instant(row.changed_at),
            confirmed_at: row.confirmed_at.map(Instant),
            answered_at: row.answered_at.map(Instant),
            closed_at: row.closed_at.map(Instant),
        })
    }
}

pub(super) async fn find(conn: &mut Conn, id: &Id) -> Result<Option<Request>> {
    let sql = concat!("select ", columns!(), " from request r where r.id = $1");
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(sql).bind(id).fetch_optional(c).await)?;
    row.map(Request::try_from).transpose()
}

pub(super) async fn find_by_key(conn: &mut Conn, key: &str) -> Result<Option<Request>> {
    let sql = concat!("select ", columns!(), " from request r where r.idempotency_key = $1");
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(sql).bind(key).fetch_optional(c).await)?;
    row.map(Request::try_from).transpose()
}

pub(super) async fn insert(tx: &mut Tx, new: &NewRow<'_>) -> Result<()> {
    let sql = "
        insert into request
            (id, site, reference, idempotency_key, kind, channel, lang, state, version,
             firm, person, email, phone, contact_by, message, goal, goals, budget,
             sector, district, size, origin_story, ask_later,
             desk, routing_reason, assigned, substitute_for,
             created_at, changed_at, confirmed_at, confirmed_by, delete_on, found_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $27, $28, $29, $30, $31)";
    let (r, p) = (new.request, new.placement);
    let email = r.contact.email.as_ref().map(Email::as_str);
    let phone = r.contact.phone.as_ref().map(Phone::as_str);
    let firm = r.firm.as_ref().map(Line::as_str);
    let found_by = found_by::words(new.reference, [firm, Some(r.person.as_str()), email], phone);
    on!(tx, |c| sqlx::query(sql)
        .bind(new.id)
        .bind(new.site)
        .bind(new.reference.stored())
        .bind(new.key)
        .bind(r.kind.code())
        .bind(r.channel.code())
        .bind(r.lang.code())
        .bind(new.state.code())
        .bind(firm)
        .bind(r.person.as_str())
        .bind(email)
        .bind(phone)
        .bind(r.contact.by.code())
        .bind(r.message.as_ref().map(Paragraph::as_str))
        .bind(r.goals.first())
        .bind(r.goals.join(" "))
        .bind(r.budget.map(Budget::code))
        .bind(r.sector.as_deref())
        .bind(r.district.as_deref())
        .bind(r.size.map(FirmSize::code))
        .bind(r.story.as_ref().map(Slug::as_str))
        .bind(i64::from(r.ask_later))
        .bind(p.desk.as_deref())
        .bind(p.reason.code())
        .bind(p.staff.as_ref())
        .bind(p.substitute_for.as_ref())
        .bind(new.now.0)
        .bind(new.confirmed_by.map(|_| new.now.0))
        .bind(new.confirmed_by)
        .bind(new.delete_on.to_string())
        .bind(&found_by)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// What [`update`] writes; `None` leaves a column as it is.
#[derive(Default)]
pub(super) struct Update<'a> {
    pub state: Option<RequestState>,
    pub delete_on: Option<Date>,
    pub confirmed_by: Option<&'a str>,
    pub closed: Option<bool>,
    pub outcome: Option<Outcome>,
    pub keep_until: Option<Date>,
    pub answered: bool,
}

/// Writes a change and counts the version up.
pub(super) async fn update(tx: &mut Tx, id: &Id, now: Instant, new: &Update<'_>) -> Result<()> {
    let sql = "
        update request set
            version = version + 1,
            changed_at = $2,
            state = coalesce($3, state),
            delete_on = coalesce($4, delete_on),
            confirmed_at = case when $5 is null then confirmed_at else $2 end,
            confirmed_by = coalesce($5, confirmed_by),
            closed_at = case $6 when 1 then $2 when 0 then null else closed_at end,
            outcome = case $6 when 1 then $7 when 0 then null else outcome end,
            keep_until = coalesce($8, keep_until),
            answered_at = case $9 when 1 then coalesce(answered_at, $2) else answered_at end
        where id = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(now.0)
        .bind(new.state.map(RequestState::code))
        .bind(new.delete_on.map(|day| day.to_string()))
        .bind(new.confirmed_by)
        .bind(new.closed.map(i64::from))
        .bind(new.outcome.map(Outcome::code))
        .bind(new.keep_until.map(|day| day.to_string()))
        .bind(i64::from(new.answered))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn assign(
    tx: &mut Tx,
    id: &Id,
    to: Option<&Id>,
    reason: Reason,
    now: Instant,
) -> Result<()> {
    let sql = "
        update request set version = version + 1, changed_at = $2, assigned = $3,
            substitute_for = null, routing_reason = $4, answered_at = coalesce(answered_at, $2)
        where id = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(now.0)
        .bind(to)
        .bind(reason.code())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Whether this person is here and works on requests of the site.
pub(super) async fn works_on_requests(conn: &mut Conn, staff: &Id, site: &str) -> Result<bool> {
    let sql = "
        select count(*) from staff s
        join staff_role r on r.staff = s.id and r.site = $2 and r.role in ('adviser', 'coordinator')
        where s.id = $1 and s.active = 1";
    let (n,): (i64,) =
        on!(conn, |c| sqlx::query_as(sql).bind(staff).bind(site).fetch_one(c).await)?;
    Ok(n > 0)
}

/// Everybody of staff who occurs in a request or its history.
pub(super) async fn staff_of(conn: &mut Conn, request: &Id) -> Result<Vec<StaffName>> {
    let sql = "
        select id, name from staff
        where id in (select actor from request_event where request = $1)
            or id in (select detail from request_event where request = $1)
            or id in (select assigned from request where id = $1)
            or id in (select substitute_for from request where id = $1)
        order by name, id";
    let rows: Vec<(Id, String)> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id, name)| StaffName { id, name }).collect())
}
