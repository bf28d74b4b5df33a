use super::Count;
use crate::{Conn, Result, Tx, on};

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

/// One less, down to none.
pub(super) async fn take_one(tx: &mut Tx, day: &str, count: &Count) -> Result<()> {
    let sql = "
        update counts set n = n - 1 where day = $1 and site = $2 and surface = $3 and lang = $4
            and kind = $5 and key = $6 and n > 0";
    on!(tx, |c| sqlx::query(sql)
        .bind(day)
        .bind(&count.site)
        .bind(count.surface)
        .bind(count.lang)
        .bind(&count.kind)
        .bind(&count.key)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn number(conn: &mut Conn, day: &str, count: &Count) -> Result<i64> {
    let sql = "
        select n from counts where day = $1 and site = $2 and surface = $3 and lang = $4
            and kind = $5 and key = $6";
    let row: Option<(i64,)> = on!(conn, |c| sqlx::query_as(sql)
        .bind(day)
        .bind(&count.site)
        .bind(count.surface)
        .bind(count.lang)
        .bind(&count.kind)
        .bind(&count.key)
        .fetch_optional(c)
        .await)?;
    Ok(row.map_or(0, |(n,)| n))
}
