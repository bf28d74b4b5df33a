use super::super::Viewer;
use super::super::inbox::visible;
use super::super::request::Request;
use super::super::sql::{Row, columns};
use super::MOST_SIMILAR;
use crate::{Conn, Result, on};
use domain::FirmSize;
use jiff::civil::Date;

/// Other confirmed requests under way whose first goal is `$5`, beside request `$6`, whose firms do
/// not sit at one table with its firm already.
macro_rules! same_goal {
    () => {
        " and r.goal = $5 and r.id <> $6
          and r.state in ('open', 'proposing', 'meeting_booked', 'met')
          and r.kind in ('advice', 'introduction', 'funding')
          and not exists (
            select 1 from participant own
            join meeting m on m.id = own.meeting and m.state <> 'cancelled'
            join participant other on other.meeting = own.meeting and other.request = r.id
            where own.request = $6)"
    };
}

pub(super) async fn alike(
    conn: &mut Conn,
    viewer: &Viewer,
    request: &Request,
    day: Date,
) -> Result<Vec<Request>> {
    let sql = concat!(
        "select ",
        columns!(),
        " from request r where ",
        visible!(),
        same_goal!(),
        " order by case when r.sector = $7 then 0 when r.size = $8 then 1 else 2 end,
             r.created_at desc, r.id limit $9"
    );
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .bind(request.goals.first())
        .bind(&request.id)
        .bind(request.sector.as_deref())
        .bind(request.size.map(FirmSize::code))
        .bind(MOST_SIMILAR)
        .fetch_all(c)
        .await)?;
    rows.into_iter().map(Request::try_from).collect()
}

/// Who looks after those that the viewer may not see, and how many.
pub(super) async fn elsewhere(
    conn: &mut Conn,
    viewer: &Viewer,
    request: &Request,
    day: Date,
) -> Result<Vec<(String, i64)>> {
    let sql = concat!(
        "select s.name, count(*) from request r join staff s on s.id = r.assigned
         where r.site = $1 and not (",
        visible!(),
        ")",
        same_goal!(),
        " group by s.id, s.name order by s.name, s.id"
    );
    Ok(on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .bind(request.goals.first())
        .bind(&request.id)
        .fetch_all(c)
        .await)?)
}
