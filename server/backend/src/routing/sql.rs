use crate::{Conn, Id, Result, on};
use domain::routing::Seat;
use domain::staff::Role;

/// Everybody who sits at the desk on `day` and works on requests there, with the number of live requests they look after.
pub(super) async fn seats(conn: &mut Conn, site: &str, desk: &str, day: &str) -> Result<Vec<Seat>> {
    let sql = "
        select a.staff, a.substitute,
            (select count(*) from absence b
             where b.staff = a.staff and b.from_day <= $3 and b.until_day >= $3) as away,
            (select count(*) from request r
             where r.assigned = a.staff
                and r.state in ('unconfirmed', 'open', 'proposing', 'meeting_booked', 'met')) as load
        from desk_assignment a
        join staff s on s.id = a.staff and s.active = 1
            and exists (select 1 from staff_role o where o.staff = s.id and o.site = a.site
                and o.role in ('adviser', 'coordinator'))
        where a.site = $1 and a.desk = $2
            and a.from_day <= $3 and (a.until_day is null or a.until_day >= $3)";
    let rows: Vec<(String, i64, i64, i64)> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(desk).bind(day).fetch_all(c).await)?;
    Ok(rows
        .into_iter()
        .map(|(staff, substitute, away, load)| Seat {
            staff,
            substitute: substitute != 0,
            away: away != 0,
            load,
        })
        .collect())
}

pub(super) async fn email(conn: &mut Conn, staff: &Id) -> Result<Option<String>> {
    let sql = "select email from staff where id = $1 and active = 1";
    let row: Option<(String,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(staff).fetch_optional(c).await)?;
    Ok(row.map(|(email,)| email))
}

pub(super) async fn with_role(conn: &mut Conn, site: &str, role: Role) -> Result<Vec<String>> {
    let sql = "
        select s.email from staff s
        join staff_role r on r.staff = s.id and r.site = $1 and r.role = $2
        where s.active = 1
        order by s.email";
    let role = role.code();
    let rows: Vec<(String,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(role).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(email,)| email).collect())
}
