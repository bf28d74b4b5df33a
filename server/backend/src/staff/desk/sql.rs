use super::Assignment;
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

pub(super) async fn end_assignment(tx: &mut Tx, id: &Id, last: Date) -> Result<bool> {
    let sql = "update desk_assignment set until_day = $2 where id = $1";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(last.to_string())
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
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

pub(super) async fn assignments(conn: &mut Conn, site: &str, day: Date) -> Result<Vec<Assignment>> {
    let sql = "
        select id, desk, staff, substitute, from_day, until_day from desk_assignment
        where site = $1 and (until_day is null or until_day >= $2)
        order by desk, substitute, from_day, id";
    let rows: Vec<AssignmentRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(day.to_string()).fetch_all(c).await)?;
    rows.into_iter()
        .map(|row| {
            Ok(Assignment {
                id: row.id,
                desk: row.desk,
                staff: row.staff,
                substitute: row.substitute == 1,
                from: date(&row.from_day)?,
                until: row.until_day.as_deref().map(date).transpose()?,
            })
        })
        .collect()
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

pub(super) async fn absences(conn: &mut Conn, staff: &Id, day: Date) -> Result<Vec<(Date, Date)>> {
    let sql = "
        select from_day, until_day from absence where staff = $1 and until_day >= $2
        order by from_day, until_day";
    let rows: Vec<(String, String)> =
        on!(conn, |c| sqlx::query_as(sql).bind(staff).bind(day.to_string()).fetch_all(c).await)?;
    rows.iter().map(|(from, until)| Ok((date(from)?, date(until)?))).collect()
}

fn date(text: &str) -> Result<Date> {
    text.parse().map_err(|_| BackendError::Unreadable(format!("day {text}")))
}
