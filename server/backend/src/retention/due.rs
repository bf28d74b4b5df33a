//! What is due: the dry run, and the list that a run goes through.

use super::sql::{self, DueRequest};
use super::sweep::{self, Rows};
use crate::{Backend, Conn, Result};
use domain::Instant;
use domain::retention::{Class, Plan, Rule};
use jiff::civil::Date;

/// What is due of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What the plan says about it.
    pub rule: Rule,
    /// Rows that the next run deletes.
    pub rows: i64,
    /// Rows whose day has come and that wait for the archive.
    pub waiting: i64,
    /// The day of the oldest of both.
    pub oldest: Option<Date>,
    /// Requests whose day comes within the next [`SOON_DAYS`].
    pub soon: i64,
}

/// How far the page at the desk looks ahead.
pub const SOON_DAYS: i64 = 30;

impl DueRequest {
    /// Whether it may be deleted: the archive need not be asked, or was, on an earlier day, and
    /// nothing has happened to the request since. The day in between leaves time to save the export.
    pub(super) fn is_clear(&self, plan: &Plan, today: Date) -> bool {
        !plan.must_offer(self.class) || self.answered_on().is_some_and(|day| day < today)
    }

    /// The day of the archive's answer, if it still holds.
    pub(super) fn answered_on(&self) -> Option<Date> {
        self.decided_at.filter(|at| *at >= self.changed_at).map(Instant::day)
    }
}

/// What is due of every class; looking changes nothing.
pub async fn due(backend: &Backend) -> Result<Vec<Due>> {
    let (now, plan) = (backend.now(), backend.plan());
    let mut conn = backend.db.read().await?;
    let requests = sql::due_requests(&mut conn, now).await?;
    let soon = sql::due_until(&mut conn, now.day(), now.plus_days(SOON_DAYS).day()).await?;
    let mut all = Vec::with_capacity(Class::ALL.len());
    for &class in Class::ALL {
        let rule = plan.rule(class);
        all.push(if class.is_of_requests() {
            let soon = soon.iter().filter(|(of, _)| *of == class).map(|(_, n)| n).sum();
            of_requests(rule, &plan, &requests, now.day(), soon)
        } else {
            let rows = others(&mut conn, &plan, class, now).await?;
            Due { rule, rows: rows.n, waiting: 0, oldest: rows.oldest, soon: 0 }
        });
    }
    Ok(all)
}

fn of_requests(rule: Rule, plan: &Plan, requests: &[DueRequest], today: Date, soon: i64) -> Due {
    let own = || requests.iter().filter(|request| request.class == rule.class);
    let clear = own().filter(|request| request.is_clear(plan, today)).count();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Due {
        rows: count(clear),
        waiting: count(own().count() - clear),
        oldest: own().map(|request| request.created_at.day()).min(),
        rule,
        soon,
    }
}

async fn others(conn: &mut Conn, plan: &Plan, class: Class, now: Instant) -> Result<Rows> {
    if class != Class::FormerStaff {
        return sweep::count(conn, plan, class, now).await;
    }
    let Some(days) = plan.days(class) else { return Ok(Rows::default()) };
    let left = sql::former_staff(conn, now.plus_days(-days)).await?;
    Ok(Rows {
        n: i64::try_from(left.len()).unwrap_or(i64::MAX),
        oldest: left.iter().map(|(_, at)| at.day()).min(),
    })
}
