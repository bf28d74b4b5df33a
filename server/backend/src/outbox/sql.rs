use super::Mail;
use crate::{Id, Result, Tx, on};
use domain::Instant;

pub(super) async fn insert(
    tx: &mut Tx,
    id: &Id,
    message_id: &str,
    mail: &Mail,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into outbox
            (id, request, nr, kind, message_id, sender_name, sender, recipient, subject,
             body_text, body_html, calendar_method, calendar,
             state, attempts, next_at, lease_until, created_at)
        values ($1, $2, (select coalesce(max(nr), 0) + 1 from outbox where request = $2),
            $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', 0, $13, 0, $13)";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(mail.request.as_ref())
        .bind(mail.kind)
        .bind(message_id)
        .bind(&mail.from.name)
        .bind(&mail.from.email)
        .bind(mail.to.as_str())
        .bind(&mail.letter.subject)
        .bind(&mail.letter.text)
        .bind(&mail.letter.html)
        .bind(mail.calendar.as_ref().map(|calendar| calendar.method.name()))
        .bind(mail.calendar.as_ref().map(|calendar| calendar.ics.as_str()))
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Counts one more mail to this address on this day; the new number.
pub(super) async fn count_up(tx: &mut Tx, address: &[u8], day: &str) -> Result<i64> {
    let sql = "
        insert into mail_quota (address, day, n) values ($1, $2, 1)
        on conflict (address, day) do update set n = mail_quota.n + 1
        returning n";
    let (n,): (i64,) = on!(tx, |c| sqlx::query_as(sql).bind(address).bind(day).fetch_one(c).await)?;
    Ok(n)
}
