use crate::{Id, Result, Tx, on};
use domain::Instant;

/// Notes that the administrators are told; `false` if they were, or if the kiosk was heard of since
/// `before`.
pub(super) async fn claim(tx: &mut Tx, id: &Id, now: Instant, before: Instant) -> Result<bool> {
    let sql = "
        update device set alarmed_at = $2
        where id = $1 and alarmed_at is null and cookie is not null and paired_at <= $3
            and (seen_at is null or seen_at <= $3)";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(now.0)
        .bind(before.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}
