//! One run: everything that is due, each row or class in a transaction of its own, counted in the
//! same transaction.

use super::erase::erase;
use super::{Decision, former, sql, sweep};
use crate::{Backend, Id, Result, meetings, run, transaction};
use domain::content::Content;
use domain::retention::{Class, Period, Plan};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// After this long a run that has not finished is taken up by whoever looks next: its server died.
const LEASE_MINUTES: i64 = 30;

/// What a run deleted, by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome(pub BTreeMap<Class, i64>);

impl Outcome {
    /// Requests of all classes.
    pub fn requests(&self) -> i64 {
        self.0.iter().filter(|(class, _)| class.is_of_requests()).map(|(_, n)| n).sum()
    }

    fn add(&mut self, class: Class, n: i64) {
        if n > 0 {
            *self.0.entry(class).or_default() += n;
        }
    }
}

/// The run of this day. Ask as often as you like, on as many servers as you like, with a clock that
/// jumps: there is one each day. `None` if it was done or somebody is at it.
pub async fn daily(backend: &Backend, content: &Arc<Content>) -> Result<Option<Outcome>> {
    let now = backend.now();
    let day = now.day();
    let mut conn = backend.db.read().await?;
    let is_open = sql::is_open(&mut conn, day, now).await?;
    drop(conn);
    if !is_open {
        return Ok(None);
    }
    let id = backend.id();
    let claimed = transaction!(backend.db, |tx| {
        sql::claim_run(tx, &id, day, now, now.plus_minutes(LEASE_MINUTES)).await
    })?;
    match claimed {
        Some(id) => do_run(backend, content, &id).await.map(Some),
        None => Ok(None),
    }
}

/// A run that somebody asks for.
pub async fn run_now(backend: &Backend, content: &Arc<Content>) -> Result<Outcome> {
    let (id, now) = (backend.id(), backend.now());
    transaction!(backend.db, |tx| sql::insert_run(tx, &id, now).await)?;
    do_run(backend, content, &id).await
}

async fn do_run(backend: &Backend, content: &Arc<Content>, id: &Id) -> Result<Outcome> {
    let (now, plan) = (backend.now(), backend.plan());
    let mut outcome = Outcome::default();
    requests(backend, content, id, &plan, &mut outcome).await?;
    accounts(backend, id, &plan, &mut outcome).await?;
    for &class in Class::ALL.iter().filter(|class| sql::sweep(**class).is_some()) {
        let swept = transaction!(backend.db, |tx| {
            let rows = sweep::delete(tx, &plan, class, now).await?;
            sql::count_deleted(tx, id, class, rows.n, rows.oldest).await?;
            Ok(rows.n)
        });
        match swept {
            Ok(n) => outcome.add(class, n),
            Err(error) => tracing::error!(class = class.code(), %error, "retention failed"),
        }
    }
    let end = backend.now();
    transaction!(backend.db, |tx| sql::finish_run(tx, id, end).await)?;
    Ok(outcome)
}

/// A request that cannot be deleted is logged and does not keep the others waiting; it is due again
/// tomorrow.
async fn requests(
    backend: &Backend,
    content: &Arc<Content>,
    id: &Id,
    plan: &Plan,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut conn = backend.db.read().await?;
    let due = sql::due_requests(&mut conn, backend.now()).await?;
    drop(conn);
    let today = backend.now().day();
    for request in due.into_iter().filter(|request| request.is_clear(plan, today)) {
        match delete_if_due(backend, content, id, plan, &request.id).await {
            Ok(Some(class)) => outcome.add(class, 1),
            Ok(None) => {}
            Err(error) => tracing::error!(request = %request.id, %error, "deletion failed"),
        }
    }
    Ok(())
}

/// Deletes a request if it is still due once it is locked; its class then.
async fn delete_if_due(
    backend: &Backend,
    content: &Arc<Content>,
    id: &Id,
    plan: &Plan,
    request: &Id,
) -> Result<Option<Class>> {
    let (backend, content, plan) = (backend.clone(), Arc::clone(content), plan.clone());
    let (id, request) = (id.clone(), request.clone());
    run(async move {
        transaction!(backend.db, |tx| {
            let now = backend.now();
            let Some(locked) = meetings::lock_with_companions(tx, &request).await? else {
                return Ok(None);
            };
            let Some(due) = sql::due_request(tx, &request, now).await? else { return Ok(None) };
            if !due.is_clear(&plan, now.day()) {
                return Ok(None);
            }
            let answer: Option<Decision> = due.decision.filter(|_| due.answered_on().is_some());
            erase(tx, &backend, &content, &locked, answer).await?;
            let oldest: Date = locked.created_at.day();
            sql::count_deleted(tx, &id, due.class, 1, Some(oldest)).await?;
            Ok(Some(due.class))
        })
    })
    .await
}

async fn accounts(backend: &Backend, id: &Id, plan: &Plan, outcome: &mut Outcome) -> Result<()> {
    let class = Class::FormerStaff;
    debug_assert_eq!(class.period(), Period::Optional);
    let Some(days) = plan.days(class) else { return Ok(()) };
    let before = backend.now().plus_days(-days);
    let forgotten = transaction!(backend.db, |tx| {
        tx.lock("staff", "accounts").await?;
        let left = sql::former_staff(tx, before).await?;
        for (person, at) in &left {
            former::forget(tx, backend, person).await?;
            sql::count_deleted(tx, id, class, 1, Some(at.day())).await?;
        }
        sql::delete_stripped_accounts(tx).await?;
        Ok(left.len())
    });
    match forgotten {
        Ok(n) => outcome.add(class, i64::try_from(n).unwrap_or(i64::MAX)),
        Err(error) => tracing::error!(%error, "forgetting accounts failed"),
    }
    Ok(())
}
