use super::Mail;
use super::worker::{Delivery, DeliveryState};
use crate::mail::Parcel;
use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::request::MailKind;

pub(super) async fn insert(
    tx: &mut Tx,
    id: &Id,
    message_id: &str,
    mail: &Mail,
    now: Instant,
) -> Result<()> {
    let sql = "
        insert into outbox
            (id, site, request, nr, kind, message_id, sender_name, sender, recipient, subject,
             body_text, body_html, calendar_method, calendar,
             state, attempts, next_at, lease_until, created_at)
        values ($1, $14, $2, (select coalesce(max(nr), 0) + 1 from outbox where request = $2),
            $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', 0, $13, 0, $13)";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(mail.request.as_ref())
        .bind(mail.kind.code())
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
        .bind(&mail.from.site)
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

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    request: Option<Id>,
    kind: String,
    message_id: String,
    created_at: i64,
    sender_name: String,
    sender: String,
    recipient: String,
    subject: String,
    body_text: Option<String>,
    body_html: Option<String>,
    calendar_method: Option<String>,
    calendar: Option<String>,
    attempts: i64,
}

/// A mail in a worker's hands.
#[derive(Debug)]
pub(super) struct Claimed {
    pub parcel: Parcel,
    pub request: Option<Id>,
    pub kind: String,
    /// Attempts with this one.
    pub attempts: i64,
}

/// Whether it is worth asking for a mail: looking disturbs no writer.
pub(super) async fn any_due(conn: &mut Conn, now: Instant) -> Result<bool> {
    let sql = "
        select id from outbox
        where state = 'waiting' and next_at <= $1 and lease_until <= $1 limit 1";
    let row: Option<(Id,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(now.0).fetch_optional(c).await)?;
    Ok(row.is_some())
}

/// Leases the next due mail that no earlier mail of its request is waiting before. An earlier one
/// that its own recipient's server (4xx) has been putting off since `put_off_since` no longer
/// holds up mails to others.
pub(super) async fn claim(
    tx: &mut Tx,
    worker: &str,
    now: Instant,
    lease_until: Instant,
    put_off_since: Instant,
) -> Result<Option<Claimed>> {
    let sql = "
        update outbox set lease_until = $3, lease_by = $1, attempts = attempts + 1
        where id = (
            select o.id from outbox o
            where o.state = 'waiting' and o.next_at <= $2 and o.lease_until <= $2
              and not exists (
                select 1 from outbox earlier
                where earlier.request = o.request and earlier.nr < o.nr
                  and earlier.state = 'waiting'
                  and not (earlier.recipient <> o.recipient and earlier.created_at < $4
                    and coalesce(earlier.failure, '') like '4%'))
            order by o.next_at, o.id limit 1)
        returning id, request, kind, message_id, created_at, sender_name, sender, recipient, subject,
            body_text, body_html, calendar_method, calendar, attempts";
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(sql)
        .bind(worker)
        .bind(now.0)
        .bind(lease_until.0)
        .bind(put_off_since.0)
        .fetch_optional(c)
        .await)?;
    Ok(row.map(|row| {
        let parcel = Parcel {
            id: row.id,
            message_id: row.message_id,
            written: Instant(row.created_at),
            sender_name: row.sender_name,
            sender: row.sender,
            recipient: row.recipient,
            subject: row.subject,
            text: row.body_text.unwrap_or_default(),
            html: row.body_html.unwrap_or_default(),
            calendar: row.calendar_method.zip(row.calendar),
        };
        Claimed { parcel, request: row.request, kind: row.kind, attempts: row.attempts }
    }))
}

/// How an attempt ended.
pub(super) enum End {
    Sent,
    Later { next: Instant, reason: String },
    Failed { reason: String },
}

/// Writes down how an attempt ended. What was handed over loses its words. False if another
/// worker has taken the mail over meanwhile: then it is that one's to say.
pub(super) async fn settle(
    tx: &mut Tx,
    id: &str,
    worker: &str,
    end: &End,
    now: Instant,
) -> Result<bool> {
    let sql = match end {
        End::Sent => {
            "update outbox set state = 'sent', done_at = $3, lease_until = 0, failure = $4,
                next_at = $5, subject = '', body_text = null, body_html = null, calendar = null
             where id = $1 and lease_by = $2"
        }
        End::Later { .. } => {
            "update outbox set done_at = $3, lease_until = 0, failure = $4, next_at = $5
             where id = $1 and lease_by = $2"
        }
        End::Failed { .. } => {
            "update outbox set state = 'failed', done_at = $3, lease_until = 0, failure = $4,
                next_at = $5
             where id = $1 and lease_by = $2"
        }
    };
    let (done, reason, next) = match end {
        End::Sent => (Some(now.0), None, now.0),
        End::Later { next, reason } => (None, Some(reason.as_str()), next.0),
        End::Failed { reason } => (Some(now.0), Some(reason.as_str()), now.0),
    };
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(worker)
        .bind(done)
        .bind(reason)
        .bind(next)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

#[derive(sqlx::FromRow)]
struct DeliveryRow {
    id: Id,
    kind: String,
    recipient: String,
    state: String,
    created_at: i64,
    done_at: Option<i64>,
    failure: Option<String>,
}

/// The mails of a request, oldest first.
pub(super) async fn deliveries(conn: &mut Conn, request: &Id) -> Result<Vec<Delivery>> {
    let sql = "
        select id, kind, recipient, state, created_at, done_at, failure
        from outbox where request = $1 order by nr";
    let rows: Vec<DeliveryRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    rows.into_iter().map(DeliveryRow::read).collect()
}

/// The latest mail about `kind` to an address that belongs to no request.
pub(super) async fn latest(
    conn: &mut Conn,
    kind: MailKind,
    recipient: &str,
) -> Result<Option<Delivery>> {
    let sql = "
        select id, kind, recipient, state, created_at, done_at, failure
        from outbox where request is null and kind = $1 and recipient = $2
        order by created_at desc, id desc limit 1";
    let row: Option<DeliveryRow> = on!(conn, |c| sqlx::query_as(sql)
        .bind(kind.code())
        .bind(recipient)
        .fetch_optional(c)
        .await)?;
    row.map(DeliveryRow::read).transpose()
}

impl DeliveryRow {
    fn read(self) -> Result<Delivery> {
        let unreadable = || BackendError::Unreadable(format!("outbox.kind of {}", self.id));
        Ok(Delivery {
            kind: MailKind::parse(&self.kind).ok_or_else(unreadable)?,
            id: self.id,
            recipient: self.recipient,
            written: Instant(self.created_at),
            state: match (self.state.as_str(), self.done_at) {
                ("sent", Some(at)) => DeliveryState::Sent(Instant(at)),
                ("failed", _) => DeliveryState::Failed(self.failure.unwrap_or_default()),
                ("discarded", _) => DeliveryState::Discarded,
                _ => DeliveryState::Waiting(self.failure),
            },
        })
    }
}

/// Mails that wait, when the oldest of them was written, and mails given up.
pub(super) async fn backlog(conn: &mut Conn) -> Result<(i64, Option<i64>, i64)> {
    let sql = "
        select coalesce(sum(case when state = 'waiting' then 1 else 0 end), 0),
            min(case when state = 'waiting' then created_at end),
            coalesce(sum(case when state = 'failed' then 1 else 0 end), 0)
        from outbox where state <> 'sent'";
    Ok(on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await)?)
}

/// The oldest mail that our own server did not take, written up to `before`, if it has taken none
/// since. 4xx answers, except 421, come from recipients.
pub(super) async fn stopped(conn: &mut Conn, before: Instant) -> Result<Option<super::Stopped>> {
    let sql = "
        select w.created_at, w.failure from outbox w
        where w.state = 'waiting' and w.attempts > 0 and w.created_at <= $1
            and (w.failure not like '4%' or w.failure like '421%')
            and not exists (select 1 from outbox s where s.state = 'sent'
                and s.done_at > w.created_at)
        order by w.created_at limit 1";
    let row: Option<(i64, String)> =
        on!(conn, |c| sqlx::query_as(sql).bind(before.0).fetch_optional(c).await)?;
    Ok(row.map(|(since, failure)| super::Stopped { since: Instant(since), failure }))
}
