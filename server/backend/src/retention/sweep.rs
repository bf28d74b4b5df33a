//! Classes whose rows go by a moment or a day of their own, whatever else there is.

use super::sql;
use crate::{Conn, Result, Tx};
use domain::Instant;
use domain::retention::{Class, Plan};
use jiff::civil::Date;

/// How many rows of a class are due, and the day of the oldest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    pub n: i64,
    pub oldest: Option<Date>,
}

/// Before when rows of a class are due, if the plan names a period.
fn before(plan: &Plan, class: Class, now: Instant) -> Option<Instant> {
    plan.days(class).map(|days| now.plus_days(-days))
}

/// How many rows of the class are due.
pub(super) async fn count(
    conn: &mut Conn,
    plan: &Plan,
    class: Class,
    now: Instant,
) -> Result<Rows> {
    let (Some(before), Some(sql)) = (before(plan, class, now), sql::sweep(class)) else {
        return Ok(Rows::default());
    };
    let (n, oldest) = sql::count(conn, sql, before).await?;
    Ok(Rows { n, oldest })
}

/// Deletes them.
pub(super) async fn delete(tx: &mut Tx, plan: &Plan, class: Class, now: Instant) -> Result<Rows> {
    let rows = count(tx, plan, class, now).await?;
    if let (Some(before), Some(sql)) = (before(plan, class, now), sql::sweep(class))
        && rows.n > 0
    {
        sql::delete(tx, sql, before).await?;
    }
    Ok(rows)
}
