use super::{Absence, Assignment};
use crate::{BackendError, Conn, Id, Result, Tx, on};
use jiff::civil::Date;

pub(super) async fn insert_assignment(tx: &mut Tx, site: &str, new: &Assignment) -> Result<()> {
    let sql = "
        insert into desk_assignment (id, site, desk, staff, substitute, from_day, until_day)
        values ($1, $2, $3, $4, $5, $6, $7)";
    on!(tx, |c| sqlx::query(sql)
        .bind(&new.id)
        .bind(site)
        .bind(&new.desk)
        .bind(&new.staff)
        .bind(i64::from(new.substitute))
        .bind(new.from.to_string())
        .bind(new.until.map(|day| day.to_string()))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Sets the last day of an assignment, if it still is the one that was read.
pub(super) async fn end_assignment(
    tx: &mut Tx,
    id: &Id,
    seen: Option<Date>,
    last: Date,
) -> Result<bool> {
    let sql = "
        update desk_assignment set until_day = $2
        where id = $1 and coalesce(until_day, '') = $3";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(last.to_string())
        .bind(seen.map(|day| day.to_string()).unwrap_or_default())
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

pub(super) async fn delete_assignment(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "delete from desk_assignment where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Whether the person sits at the same desk on one of the days.
pub(super) async fn is_seated(tx: &mut Tx, site: &str, new: &Assignment) -> Result<bool> {
    let sql = "
        select count(*) from desk_assignment
        where site = $1 and desk = $2 and staff = $3
            and (until_day is null or until_day >= $4) and ($5 = '' or from_day <= $5)";
    let (n,): (i64,) = on!(tx, |c| sqlx::query_as(sql)
        .bind(site)
        .bind(&new.desk)
        .bind(&new.staff)
        .bind(new.from.to_string())
        .bind(new.until.map(|day| day.to_string()).unwrap_or_default())
        .fetch_one(c)
        .await)?;
    Ok(n > 0)
}

#[derive(sqlx::FromRow)]
struct AssignmentRow {
    id: Id,
    desk: String,
    staff: Id,
    substitute: i64,
    from_day: String,
    until_day: Option<String>,
}

impl AssignmentRow {
    fn read(self) -> Result<Assignment> {
        Ok(Assignment {
            id: self.id,
            desk: self.desk,
            staff: self.staff,
            substitute: self.substitute == 1,
            from: date(&self.from_day)?,
            until: self.until_day.as_deref().map(date).transpose()?,
        })
    }
}

pub(super) async fn assignment(conn: &mut Conn, site: &str, id: &Id) -> Result<Option<Assignment>> {
    let sql = "
        select id, desk, staff, substitute, from_day, until_day from desk_assignment
        where site = $1 and id = $2";
    let row: Option<AssignmentRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(id).fetch_optional(c).await)?;
    row.map(AssignmentRow::read).transpose()
}

pub(super) async fn assignments(conn: &mut Conn, site: &str, day: Date) -> Result<Vec<Assignment>> {
    let sql = "
        select id, desk, staff, substitute, from_day, until_day from desk_assignment
        where site = $1 and (until_day is null or until_day >= $2)
        order by desk, substitute, from_day, id";
    let rows: Vec<AssignmentRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(day.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(AssignmentRow::read).collect()
}

pub(super) async fn insert_absence(
    tx: &mut Tx,
    id: &Id,
    staff: &Id,
    from: Date,
    until: Date,
) -> Result<()> {
    let sql = "insert into absence (id, staff, from_day, until_day) values ($1, $2, $3, $4)";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(staff)
        .bind(from.to_string())
        .bind(until.to_string())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Whether somebody is away on one of the days.
pub(super) async fn is_absent(tx: &mut Tx, staff: &Id, from: Date, until: Date) -> Result<bool> {
    let sql = "
        select count(*) from absence where staff = $1 and until_day >= $2 and from_day <= $3";
    let (n,): (i64,) = on!(tx, |c| sqlx::query_as(sql)
        .bind(staff)
        .bind(from.to_string())
        .bind(until.to_string())
        .fetch_one(c)
        .await)?;
    Ok(n > 0)
}

pub(super) async fn delete_absence(tx: &mut Tx, staff: &Id, id: &Id) -> Result<bool> {
    let sql = "delete from absence where id = $1 and staff = $2";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(staff)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

#[derive(sqlx::FromRow)]
struct AbsenceRow {
    id: Id,
    staff: Id,
    from_day: String,
    until_day: String,
}

impl AbsenceRow {
    fn read(self) -> Result<Absence> {
        let (from, until) = (date(&self.from_day)?, date(&self.until_day)?);
        Ok(Absence { id: self.id, staff: self.staff, from, until })
    }
}

/// The absences of one member.
pub(super) async fn absences_of(conn: &mut Conn, staff: &Id, day: Date) -> Result<Vec<Absence>> {
    let sql = "
        select id, staff, from_day, until_day from absence where staff = $1 and until_day >= $2
        order by from_day, until_day, id";
    let rows: Vec<AbsenceRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(staff).bind(day.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(AbsenceRow::read).collect()
}

/// The absences of everybody with a role at the site.
pub(super) async fn absences(conn: &mut Conn, site: &str, day: Date) -> Result<Vec<Absence>> {
    let sql = "
        select id, staff, from_day, until_day from absence
        where until_day >= $2 and staff in (select staff from staff_role where site = $1)
        order by from_day, until_day, id";
    let rows: Vec<AbsenceRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(day.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(AbsenceRow::read).collect()
}

fn date(text: &str) -> Result<Date> {
    text.parse().map_err(|_| BackendError::Unreadable(format!("day {text}")))
}
