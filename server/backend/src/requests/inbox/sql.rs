use super::super::Viewer;
use super::super::request::Request;
use super::super::sql::{Row, columns};
use super::{Filter, InboxCounts, PAGE};
use crate::{Conn, Result, on};
use jiff::civil::Date;

/// Whether `$2` (staff, with `$3` = 1 for coordinators) may see request `r` on day `$4`: all,
/// their own, the pool, and those of colleagues who are away and for whom they are substitutes.
macro_rules! visible {
    () => {
        "r.site = $1 and ($3 = 1 or r.assigned = $2 or r.assigned is null or r.assigned in (
            select a.staff from absence a
            join desk_assignment m on m.staff = a.staff and m.site = $1 and m.substitute = 0
            join desk_assignment s on s.site = m.site and s.desk = m.desk and s.substitute = 1
            where s.staff = $2 and a.from_day <= $4 and a.until_day >= $4
                and s.from_day <= $4 and (s.until_day is null or s.until_day >= $4)))"
    };
}
pub(crate) use visible;

macro_rules! live {
    () => {
        "r.state in ('unconfirmed', 'open', 'proposing', 'meeting_booked', 'met')"
    };
}

/// How many of the counted requests are so.
macro_rules! total {
    ($condition:expr) => {
        concat!("cast(coalesce(sum(case when ", $condition, " then r.n else 0 end), 0) as bigint)")
    };
}

/// A request with the names of those it is with and the number of its live joint meetings, up to
/// `where`.
macro_rules! named_columns {
    () => {
        concat!(
            "select ",
            columns!(),
            ", a.name as assigned_name, b.name as instead_of,
                (select count(*) from participant p join meeting m on m.id = p.meeting
                 where p.request = r.id and m.kind = 'joint'
                     and m.state in ('proposed', 'booked')) as joint
             from request r
             left join staff a on a.id = r.assigned left join staff b on b.id = r.substitute_for
             where "
        )
    };
}
pub(in super::super) use named_columns;

macro_rules! page {
    ($filter:expr, $order:literal) => {
        concat!(
            named_columns!(),
            visible!(),
            " and ",
            $filter,
            " order by ",
            $order,
            " limit $5 offset $6"
        )
    };
}

#[derive(sqlx::FromRow)]
pub(in super::super) struct Line {
    #[sqlx(flatten)]
    row: Row,
    assigned_name: Option<String>,
    instead_of: Option<String>,
    joint: i64,
}

/// A request, whose it is, whom that person stands in for, and whether it has a joint meeting.
pub(in super::super) type Named = (Request, Option<String>, Option<String>, bool);

impl Line {
    pub(in super::super) fn named(self) -> Result<Named> {
        Ok((Request::try_from(self.row)?, self.assigned_name, self.instead_of, self.joint > 0))
    }
}

pub(super) async fn page(
    conn: &mut Conn,
    viewer: &Viewer,
    filter: Filter,
    day: Date,
    page: u32,
) -> Result<Vec<Named>> {
    let sql = match filter {
        Filter::Mine => {
            page!(concat!("r.assigned = $2 and ", live!()), "r.created_at, r.id")
        }
        Filter::Team => page!(live!(), "r.created_at, r.id"),
        Filter::Pool => {
            page!(concat!("r.assigned is null and ", live!()), "r.created_at, r.id")
        }
        Filter::Waiting => {
            page!("r.state in ('unconfirmed', 'proposing')", "r.created_at, r.id")
        }
        Filter::Closed => {
            page!("r.state in ('closed', 'withdrawn')", "r.created_at desc, r.id desc")
        }
    };
    let lines: Vec<Line> = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .bind(i64::from(PAGE))
        .bind(i64::from(page) * i64::from(PAGE))
        .fetch_all(c)
        .await)?;
    lines.into_iter().map(Line::named).collect()
}

pub(super) async fn counts(conn: &mut Conn, viewer: &Viewer, day: Date) -> Result<InboxCounts> {
    // Counted first and chosen then: who sees a request depends on nothing but these columns.
    let sql = concat!(
        "select ",
        total!(concat!("r.assigned = $2 and ", live!())),
        ", ",
        total!(live!()),
        ", ",
        total!(concat!("r.assigned is null and ", live!())),
        ", ",
        total!("r.state in ('unconfirmed', 'proposing')"),
        ", ",
        total!("r.state in ('closed', 'withdrawn')"),
        " from (
            select site, state, assigned, count(*) as n from request
            where site = $1 group by site, state, assigned
         ) r where ",
        visible!()
    );
    let row: (i64, i64, i64, i64, i64) = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .fetch_one(c)
        .await)?;
    let (mine, team, pool, waiting, closed) = row;
    Ok(InboxCounts { mine, team, pool, waiting, closed })
}

/// The request, if this viewer may see it.
pub(crate) async fn find_visible(
    conn: &mut Conn,
    viewer: &Viewer,
    id: &crate::Id,
    day: Date,
) -> Result<Option<Request>> {
    let sql = concat!("select ", columns!(), " from request r where r.id = $5 and ", visible!());
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .bind(id)
        .fetch_optional(c)
        .await)?;
    row.map(Request::try_from).transpose()
}
