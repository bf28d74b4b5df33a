use super::super::archive::Decision;
use super::super::deletions::{Deletion, Subject};
use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::retention::Class;

pub(in super::super) async fn insert_deletion(tx: &mut Tx, deletion: &Deletion) -> Result<()> {
    let sql = "
        insert into deletion (subject, kind, class, at, archive) values ($1, $2, $3, $4, $5)
        on conflict (subject) do nothing";
    on!(tx, |c| sqlx::query(sql)
        .bind(&deletion.subject)
        .bind(deletion.kind.code())
        .bind(deletion.class.code())
        .bind(deletion.at.0)
        .bind(deletion.archive.map(Decision::code))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

type DeletionRow = (Id, String, String, i64, Option<String>);

/// How much was deleted.
pub(in super::super) async fn count_deletions(conn: &mut Conn) -> Result<i64> {
    let sql = "select count(*) from deletion";
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await)?;
    Ok(n)
}

/// Everything that was deleted, oldest first.
pub(in super::super) async fn deletions(conn: &mut Conn) -> Result<Vec<Deletion>> {
    let sql = "select subject, kind, class, at, archive from deletion order by at, subject";
    let rows: Vec<DeletionRow> = on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(subject, kind, class, at, archive)| {
            Some(Deletion {
                subject,
                kind: Subject::parse(&kind)?,
                class: Class::parse(&class)?,
                at: Instant(at),
                archive: archive.as_deref().and_then(Decision::parse),
            })
        })
        .collect())
}
