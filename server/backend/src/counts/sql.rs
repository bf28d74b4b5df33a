use super::Count;
use crate::{Conn, Result, Tx, on};

/// In one statement: a request adds to eight counts, and others wait for the rows until it is done.
pub(super) async fn add(tx: &mut Tx, day: &str, counts: &[(Count, i64)]) -> Result<()> {
    on!(tx, |c| {
        let mut sql =
            sqlx::QueryBuilder::new("insert into counts (day, site, surface, lang, kind, key, n) ");
        sql.push_values(counts, |mut row, (count, n)| {
            row.push_bind(day)
                .push_bind(&count.site)
                .push_bind(count.surface)
                .push_bind(count.lang)
                .push_bind(&count.kind)
                .push_bind(&count.key)
                .push_bind(n);
        });
        sql.push(
            " on conflict (day, site, surface, lang, kind, key) \
             do update set n = counts.n + excluded.n",
        );
        sql.build().execute(c).await.map(|_| ())
    })?;
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
