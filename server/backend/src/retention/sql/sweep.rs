use crate::{Conn, Result, Tx, on};
use domain::Instant;
use domain::retention::Class;
use jiff::civil::Date;

/// The two texts of a class that goes by a column of its own.
#[derive(Clone, Copy)]
pub(in super::super) struct Sweep {
    count: &'static str,
    delete: &'static str,
    /// Whether the column holds days; else moments.
    by_day: bool,
}

macro_rules! sweep {
    ($by_day:literal, $column:literal, $from:literal) => {
        Some(Sweep {
            count: concat!("select count(*), min(", $column, ") from ", $from),
            delete: concat!("delete from ", $from),
            by_day: $by_day,
        })
    };
}

/// How the rows of a class are found; `None` for classes that go in another way or stay.
pub(in super::super) const fn sweep(class: Class) -> Option<Sweep> {
    match class {
        Class::Mails => {
            sweep!(false, "done_at", "outbox where state <> 'waiting' and done_at < $1")
        }
        Class::MailCounts => sweep!(true, "day", "mail_quota where day < $1"),
        Class::Links => sweep!(false, "expires_at", "link_token where expires_at < $1"),
        Class::Absences => sweep!(true, "until_day", "absence where until_day < $1"),
        Class::Seats => sweep!(true, "until_day", "desk_assignment where until_day < $1"),
        Class::Outages => sweep!(false, "until_at", "device_outage where until_at < $1"),
        _ => None,
    }
}

/// How many rows are due, and the day of the oldest.
pub(in super::super) async fn count(
    conn: &mut Conn,
    sweep: Sweep,
    before: Instant,
) -> Result<(i64, Option<Date>)> {
    if sweep.by_day {
        let day = before.day().to_string();
        let (n, oldest): (i64, Option<String>) =
            on!(conn, |c| sqlx::query_as(sweep.count).bind(&day).fetch_one(c).await)?;
        return Ok((n, oldest.and_then(|day| day.parse().ok())));
    }
    let (n, oldest): (i64, Option<i64>) =
        on!(conn, |c| sqlx::query_as(sweep.count).bind(before.0).fetch_one(c).await)?;
    Ok((n, oldest.map(|at| Instant(at).day())))
}

pub(in super::super) async fn delete(tx: &mut Tx, sweep: Sweep, before: Instant) -> Result<()> {
    let sql = sweep.delete;
    if sweep.by_day {
        let day = before.day().to_string();
        on!(tx, |c| sqlx::query(sql).bind(&day).execute(c).await.map(|_| ()))?;
    } else {
        on!(tx, |c| sqlx::query(sql).bind(before.0).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}
