//! Hands waiting mails over: each under a lease, so that several programs may share the work and
//! a killed one loses nothing. A mail may then go out twice, with the same Message-ID; none is
//! lost.

use super::sql;
use crate::mail::{Failure, Mailer, Parcel};
use crate::requests::history;
use crate::{Actor, Backend, BackendError, Result, Tx, transaction};
use domain::Instant;
use domain::request::{History, MailKind};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Longer than a conversation with a mail server may take.
const LEASE_MINUTES: i64 = 2;

/// After this long a mail that was never taken is given up and shown to staff.
const GIVE_UP_DAYS: i64 = 5;

/// Minutes after which a mail that its recipient's server puts off no longer holds up mails to
/// others about the same request.
const HOLDS_UP_MINUTES: i64 = 60;

/// Mails in hand at the same time: a server that hangs on one does not hold up all.
const HANDS: usize = 4;

/// How often an idle worker looks.
const IDLE: Duration = Duration::from_millis(500);

/// What a worker did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing was due.
    Idle,
    /// A mail was handed over.
    Sent,
    /// A mail waits for another attempt.
    Delayed,
    /// A mail was given up.
    Failed,
}

/// Works until `stop` turns true, finishing the mail in hand.
pub async fn work(backend: Backend, mailer: Arc<dyn Mailer>, stop: watch::Receiver<bool>) {
    let mut hands = JoinSet::new();
    for _ in 0..HANDS {
        hands.spawn(hand(backend.clone(), Arc::clone(&mailer), stop.clone()));
    }
    hands.join_all().await;
}

async fn hand(backend: Backend, mailer: Arc<dyn Mailer>, mut stop: watch::Receiver<bool>) {
    let name = backend.id().to_string();
    while !*stop.borrow() {
        let step = step(&backend, &mailer, &name).await;
        if let Err(error) = &step {
            tracing::warn!(%error, "outbox");
        }
        if matches!(step, Ok(Step::Idle) | Err(_)) {
            // A closed channel means that the program is ending, too.
            if let Ok(Err(_)) = tokio::time::timeout(IDLE, stop.changed()).await {
                return;
            }
        }
    }
}

/// Takes the next due mail, if there is one, and tries to hand it over.
pub async fn step(backend: &Backend, mailer: &Arc<dyn Mailer>, worker: &str) -> Result<Step> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let any = sql::any_due(&mut conn, now).await?;
    drop(conn);
    if !any {
        return Ok(Step::Idle);
    }
    let lease_until = now.plus_minutes(LEASE_MINUTES);
    let claimed = transaction!(backend.db, |tx| {
        tx.lock("mail", "outbox").await?;
        let put_off_since = now.plus_minutes(-HOLDS_UP_MINUTES);
        sql::claim(tx, worker, now, lease_until, put_off_since).await
    })?;
    let Some(claimed) = claimed else { return Ok(Step::Idle) };
    let parcel = &claimed.parcel;
    let handed_over = hand_over(mailer, parcel.clone()).await;
    let now = backend.now();
    let (step, end) = match handed_over {
        Ok(()) => (Step::Sent, sql::End::Sent),
        Err(Failure::Later(reason)) if now < parcel.written.plus_days(GIVE_UP_DAYS) => {
            let next = delay(backend, now, claimed.attempts);
            (Step::Delayed, sql::End::Later { next, reason })
        }
        Err(Failure::Later(reason) | Failure::Never(reason)) => {
            (Step::Failed, sql::End::Failed { reason })
        }
    };
    if step == Step::Failed {
        // The reason may quote an address; it is in the database, for staff, not in the log.
        tracing::error!(mail = parcel.id, "mail given up");
    }
    transaction!(backend.db, |tx| settle(tx, backend, &claimed, worker, &end, now).await)?;
    Ok(step)
}

/// Writes down how it ended; a mail that is given up is a line in its request's history.
async fn settle(
    tx: &mut Tx,
    backend: &Backend,
    claimed: &sql::Claimed,
    worker: &str,
    end: &sql::End,
    now: Instant,
) -> Result<()> {
    if let Some(request) = &claimed.request {
        tx.lock("request", request.as_str()).await?;
    }
    let mine = sql::settle(tx, &claimed.parcel.id, worker, end, now).await?;
    if let (true, sql::End::Failed { reason }, Some(request)) = (mine, end, &claimed.request) {
        let (code, actor) = (History::MailFailed.code(), &Actor::System);
        let detail = format!("{} {reason}", claimed.kind);
        history::note(tx, backend, request, code, actor, Some(&detail), None).await?;
    }
    Ok(())
}

/// In a task of its own: a mail that makes the library panic is given up, the worker goes on.
async fn hand_over(mailer: &Arc<dyn Mailer>, parcel: Parcel) -> Result<(), Failure> {
    let mailer = Arc::clone(mailer);
    match tokio::spawn(async move { mailer.hand_over(&parcel).await }).await {
        Ok(result) => result,
        Err(_) => Err(Failure::Never("the mail could not be written".into())),
    }
}

/// 15 seconds, doubling up to half an hour, with up to a quarter more so that mails that failed
/// together do not return together.
fn delay(backend: &Backend, now: Instant, attempts: i64) -> Instant {
    let base = 15_000_i64 << attempts.clamp(1, 8).saturating_sub(1);
    let base = base.min(30 * 60_000);
    let mut random = [0; 4];
    backend.entropy.fill(&mut random);
    now.plus_ms(base + i64::from(u32::from_le_bytes(random)) % (base / 4))
}

/// A mail as staff sees it on the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Row id.
    pub id: crate::Id,
    /// What it is about.
    pub kind: MailKind,
    /// To whom.
    pub recipient: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// When it was written.
    pub written: Instant,
}

/// Where a mail stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// Being sent; and what the last attempt met, if there was one.
    Waiting(Option<String>),
    /// A mail server has taken it.
    Sent(Instant),
    /// Given up, and why.
    Failed(String),
    /// Given up, and staff has dealt with it.
    Discarded,
}

/// The latest mail about `kind` to an address, for mails that belong to no request.
pub async fn latest(
    conn: &mut crate::Conn,
    kind: MailKind,
    recipient: &str,
) -> Result<Option<Delivery>, BackendError> {
    sql::latest(conn, kind, recipient).await
}

/// The mails of a request, oldest first.
pub async fn deliveries(
    backend: &Backend,
    request: &crate::Id,
) -> Result<Vec<Delivery>, BackendError> {
    let mut conn = backend.db.read().await?;
    sql::deliveries(&mut conn, request).await
}
