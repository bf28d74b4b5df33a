use super::{ALERT_DAYS, REMIND_DAYS, Step};
use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;

/// Requests for which `step` may be due, oldest first. The rule itself is `is_due`.
pub(super) async fn candidates(
    conn: &mut Conn,
    step: Step,
    now: Instant,
    limit: i64,
) -> Result<Vec<Id>> {
    let (sql, until) = match step {
        Step::Remind => (
            "select id from request where state = 'unconfirmed' and email is not null
                and reminded_at is null and created_at <= $1 and delete_on > $2
             order by created_at limit $3",
            now.plus_days(-REMIND_DAYS),
        ),
        Step::Alert => (
            "select id from request where state = 'unconfirmed'
                and alerted_at is null and created_at <= $1 and delete_on > $2
             order by created_at limit $3",
            now.plus_days(-ALERT_DAYS),
        ),
        Step::Waiting => (
            "select id from request where state = 'open' and answered_at is null
                and waiting_alerted_at is null and confirmed_at <= $1 and delete_on > $2
             order by created_at limit $3",
            now.plus_days(-1),
        ),
    };
    let rows: Vec<(Id,)> = on!(conn, |c| sqlx::query_as(sql)
        .bind(until.0)
        .bind(now.day().to_string())
        .bind(limit)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Marks a step as done; false if it was done before.
pub(super) async fn claim(tx: &mut Tx, id: &Id, step: Step, now: Instant) -> Result<bool> {
    let sql = match step {
        Step::Remind => "update request set reminded_at = $2 where id = $1 and reminded_at is null",
        Step::Alert => "update request set alerted_at = $2 where id = $1 and alerted_at is null",
        Step::Waiting => {
            "update request set waiting_alerted_at = $2
             where id = $1 and waiting_alerted_at is null"
        }
    };
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}
