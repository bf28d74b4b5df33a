use super::Event;
use crate::{Actor, Conn, Id, Result, Tx, on};
use domain::Instant;

pub(super) async fn insert_event(tx: &mut Tx, row: &Id, request: &Id, event: &Event) -> Result<()> {
    let sql = "
        insert into request_event (id, request, nr, at, actor_kind, actor, event, detail, note)
        values ($1, $2, (select coalesce(max(nr), 0) + 1 from request_event where request = $2),
            $3, $4, $5, $6, $7, $8)";
    on!(tx, |c| sqlx::query(sql)
        .bind(row)
        .bind(request)
        .bind(event.at.0)
        .bind(event.actor.kind())
        .bind(event.actor.id())
        .bind(&event.event)
        .bind(event.detail.as_deref())
        .bind(event.note.as_deref())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

type EventRow = (i64, String, Option<String>, String, Option<String>, Option<String>);

pub(super) async fn events(conn: &mut Conn, request: &Id) -> Result<Vec<Event>> {
    let sql = "
        select at, actor_kind, actor, event, detail, note from request_event
        where request = $1 order by nr";
    let rows: Vec<EventRow> = on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    Ok(rows
        .into_iter()
        .map(|(at, kind, actor, event, detail, note)| Event {
            at: Instant(at),
            actor: Actor::from_columns(&kind, actor),
            event,
            detail,
            note,
        })
        .collect())
}

/// Erases words in other histories that a firm wrote at the moment at which this one's were written,
/// too. Nothing says which of the firms wrote them.
pub(super) async fn forget_shared_words(tx: &mut Tx, request: &Id) -> Result<()> {
    let sql = "
        select at, event, note from request_event
        where request = $1 and actor_kind = 'sme' and note is not null";
    let words: Vec<(i64, String, String)> =
        on!(tx, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    for (at, event, note) in &words {
        let sql = "
            update request_event set note = null
            where request <> $1 and at = $2 and event = $3 and note = $4 and actor_kind = 'sme'";
        on!(tx, |c| sqlx::query(sql)
            .bind(request)
            .bind(at)
            .bind(event)
            .bind(note)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}
