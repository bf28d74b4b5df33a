use super::Count;
use crate::{Result, Tx, on};

pub(super) async fn add(tx: &mut Tx, day: &str, count: &Count, n: i64) -> Result<()> {
    let sql = "
        insert into counts (day, site, surface, lang, kind, key, n)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (day, site, surface, lang, kind, key) do update set n = counts.n + excluded.n";
    on!(tx, |c| sqlx::query(sql)
        .bind(day)
        .bind(&count.site)
        .bind(count.surface)
        .bind(count.lang)
        .bind(&count.kind)
        .bind(&count.key)
        .bind(n)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
