use super::account::{Member, NewStaff};
use super::facts::Facts;
use crate::{Conn, Id, Result, Tx, on};
use domain::staff::Role;
use domain::{Instant, Slug};

#[derive(sqlx::FromRow)]
struct StaffRow {
    id: Id,
    name: String,
    email: String,
    adviser: Option<String>,
    active: i64,
}

impl StaffRow {
    async fn with_roles(self, conn: &mut Conn) -> Result<Member> {
        let sql = "select site, role from staff_role where staff = $1 order by site, role";
        let roles = on!(conn, |c| sqlx::query_as(sql).bind(&self.id).fetch_all(c).await)?;
        Ok(self.member(roles))
    }

    fn member(self, roles: Vec<(String, String)>) -> Member {
        let known = |(site, role): (String, String)| Some((site, Role::parse(&role)?));
        Member {
            id: self.id,
            name: self.name,
            email: self.email,
            adviser: self.adviser.as_deref().and_then(Slug::parse),
            active: self.active == 1,
            roles: roles.into_iter().filter_map(known).collect(),
        }
    }
}

pub(super) async fn insert_staff(
    tx: &mut Tx,
    id: &Id,
    new: &NewStaff,
    email: &str,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into staff (id, name, email, adviser, active, created_at)
        values ($1, $2, $3, $4, 1, $5)";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(new.name.as_str())
        .bind(email)
        .bind(new.adviser.as_ref().map(Slug::as_str))
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn insert_role(tx: &mut Tx, id: &Id, site: &str, role: &str) -> Result<()> {
    let sql = "
        insert into staff_role (staff, site, role) values ($1, $2, $3) on conflict do nothing";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(site).bind(role).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_roles(tx: &mut Tx, id: &Id, site: &str) -> Result<()> {
    let sql = "delete from staff_role where staff = $1 and site = $2";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(site).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn set_facts(tx: &mut Tx, id: &Id, facts: &Facts, email: &str) -> Result<()> {
    let sql = "update staff set name = $2, email = $3, adviser = $4 where id = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(facts.name.as_str())
        .bind(email)
        .bind(facts.adviser.as_ref().map(Slug::as_str))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn set_active(tx: &mut Tx, id: &Id, active: bool) -> Result<()> {
    let sql = "update staff set active = $2 where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(i64::from(active)).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn member(conn: &mut Conn, id: &Id) -> Result<Option<Member>> {
    let sql = "select id, name, email, adviser, active from staff where id = $1";
    let row: Option<StaffRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(id).fetch_optional(c).await)?;
    match row {
        Some(row) => row.with_roles(conn).await.map(Some),
        None => Ok(None),
    }
}

pub(super) async fn member_by_email(conn: &mut Conn, email: &str) -> Result<Option<Member>> {
    let sql = "select id, name, email, adviser, active from staff where email = $1";
    let row: Option<StaffRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(email).fetch_optional(c).await)?;
    match row {
        Some(row) => row.with_roles(conn).await.map(Some),
        None => Ok(None),
    }
}

pub(super) async fn members(conn: &mut Conn, site: &str) -> Result<Vec<Member>> {
    let sql = "
        select id, name, email, adviser, active from staff
        where exists (select 1 from staff_role where staff = staff.id and site = $1)
        order by name, id";
    let rows: Vec<StaffRow> = on!(conn, |c| sqlx::query_as(sql).bind(site).fetch_all(c).await)?;
    let sql = "
        select staff, site, role from staff_role
        where staff in (select staff from staff_role where site = $1)
        order by site, role";
    let roles: Vec<(Id, String, String)> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).fetch_all(c).await)?;
    let of = |id: &Id| {
        let theirs = roles.iter().filter(|(staff, ..)| staff == id);
        theirs.map(|(_, site, role)| (site.clone(), role.clone())).collect()
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let roles = of(&row.id);
            row.member(roles)
        })
        .collect())
}

/// Active administrators of the site besides this one.
pub(super) async fn other_admins(tx: &mut Tx, site: &str, id: &Id) -> Result<i64> {
    let sql = "
        select count(*) from staff s
        join staff_role r on r.staff = s.id and r.site = $1 and r.role = 'admin'
        where s.active = 1 and s.id <> $2";
    let (n,): (i64,) = on!(tx, |c| sqlx::query_as(sql).bind(site).bind(id).fetch_one(c).await)?;
    Ok(n)
}

#[derive(sqlx::FromRow)]
pub(super) struct FactsRow {
    pub id: Id,
    pub enrolled: i64,
    pub invited_until: Option<i64>,
    pub sessions: i64,
    pub requests: i64,
}

/// What the team's list says about each member of the site besides the account itself.
pub(super) async fn facts(
    conn: &mut Conn,
    site: &str,
    now: Instant,
    idle_since: Instant,
) -> Result<Vec<FactsRow>> {
    let sql = "
        select s.id,
            (select count(*) from staff_credential c where c.staff = s.id) as enrolled,
            (select max(t.expires_at) from link_token t
             where t.purpose = 'staff_invite' and t.subject = s.id and t.used_at is null
                and t.expires_at > $2) as invited_until,
            (select count(*) from staff_session x
             where x.staff = s.id and x.ends_at > $2 and x.seen_at > $3) as sessions,
            (select count(*) from request q
             where q.assigned = s.id and q.site = $1
                and q.state in ('unconfirmed', 'open', 'proposing', 'meeting_booked', 'met'))
                as requests
        from staff s
        where exists (select 1 from staff_role r where r.staff = s.id and r.site = $1)";
    Ok(on!(conn, |c| sqlx::query_as(sql)
        .bind(site)
        .bind(now.0)
        .bind(idle_since.0)
        .fetch_all(c)
        .await)?)
}

#[derive(sqlx::FromRow)]
pub(super) struct Credential {
    pub password: String,
    pub totp_secret: String,
}

pub(super) async fn credential(conn: &mut Conn, staff: &Id) -> Result<Option<Credential>> {
    let sql = "select password, totp_secret from staff_credential where staff = $1";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(staff).fetch_optional(c).await)?)
}

pub(super) async fn put_credential(
    tx: &mut Tx,
    staff: &Id,
    password: &str,
    totp_secret: &str,
    step: i64,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into staff_credential (staff, password, totp_secret, totp_step, changed_at)
        values ($1, $2, $3, $4, $5)
        on conflict (staff) do update set password = excluded.password,
            totp_secret = excluded.totp_secret, totp_step = excluded.totp_step,
            changed_at = excluded.changed_at";
    on!(tx, |c| sqlx::query(sql)
        .bind(staff)
        .bind(password)
        .bind(totp_secret)
        .bind(step)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn set_password(
    tx: &mut Tx,
    staff: &Id,
    password: &str,
    now: Instant,
) -> Result<()> {
    let sql = "update staff_credential set password = $2, changed_at = $3 where staff = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(staff)
        .bind(password)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Whether the code of this time step counts: it is later than every code before it, the password
/// is still the one that was checked, and the account is still active.
pub(super) async fn accept_step(
    tx: &mut Tx,
    staff: &Id,
    step: i64,
    password: &str,
) -> Result<bool> {
    let sql = "
        update staff_credential set totp_step = $2
        where staff = $1 and totp_step < $2 and password = $3
            and exists (select 1 from staff where id = $1 and active = 1)";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(staff)
        .bind(step)
        .bind(password)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn put_enrolment(
    tx: &mut Tx,
    staff: &Id,
    totp_secret: &str,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into staff_enrolment (staff, totp_secret, created_at) values ($1, $2, $3)
        on conflict (staff) do update set totp_secret = excluded.totp_secret,
            created_at = excluded.created_at";
    on!(tx, |c| sqlx::query(sql)
        .bind(staff)
        .bind(totp_secret)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn enrolment(conn: &mut Conn, staff: &Id) -> Result<Option<String>> {
    let sql = "select totp_secret from staff_enrolment where staff = $1";
    let row: Option<(String,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(staff).fetch_optional(c).await)?;
    Ok(row.map(|(secret,)| secret))
}

pub(super) async fn delete_enrolment(tx: &mut Tx, staff: &Id) -> Result<()> {
    let sql = "delete from staff_enrolment where staff = $1";
    on!(tx, |c| sqlx::query(sql).bind(staff).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Wrong attempts and the moment of the last.
pub(super) async fn attempt(
    conn: &mut Conn,
    account: &[u8],
    network: &[u8],
) -> Result<Option<(i64, i64)>> {
    let sql = "select failures, last_at from sign_in_attempt where account = $1 and network = $2";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(account).bind(network).fetch_optional(c).await)?)
}

pub(super) async fn put_attempt(
    tx: &mut Tx,
    account: &[u8],
    network: &[u8],
    failures: i64,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into sign_in_attempt (account, network, failures, last_at) values ($1, $2, $3, $4)
        on conflict (account, network) do update set failures = excluded.failures,
            last_at = excluded.last_at";
    on!(tx, |c| sqlx::query(sql)
        .bind(account)
        .bind(network)
        .bind(failures)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_attempt(tx: &mut Tx, account: &[u8], network: &[u8]) -> Result<()> {
    let sql = "delete from sign_in_attempt where account = $1 and network = $2";
    on!(tx, |c| sqlx::query(sql).bind(account).bind(network).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_attempts(tx: &mut Tx, before: Instant) -> Result<()> {
    let sql = "delete from sign_in_attempt where last_at <= $1";
    on!(tx, |c| sqlx::query(sql).bind(before.0).execute(c).await.map(|_| ()))?;
    Ok(())
}
