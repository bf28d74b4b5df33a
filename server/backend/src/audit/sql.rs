use super::Entry;
use crate::{Id, Result, Tx, on};
use domain::Instant;

pub(super) async fn insert(tx: &mut Tx, id: &Id, at: Instant, entry: &Entry<'_>) -> Result<()> {
    let sql = "
        insert into audit
            (id, at, site, actor_kind, actor, action, subject_kind, subject, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(at.0)
        .bind(entry.site)
        .bind(entry.actor.kind())
        .bind(entry.actor.id())
        .bind(entry.action)
        .bind(entry.subject_kind)
        .bind(entry.subject)
        .bind(entry.detail)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
