//! What time does to requests. Run it as often as you like, on as many servers as you like, with
//! a clock that jumps: each step looks at what is in the row and happens once.

mod sql;

use super::history::{self, Change};
use super::request::Request;
use super::{amend, found_by, inbox, notify, submit};
use crate::mail::templates::{firm, staff};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, retention, run, transaction};
use domain::Instant;
use domain::content::{Content, Site};
use domain::request::{History, MailKind, RequestEvent, RequestState};
use std::sync::Arc;

/// Days after which a firm that has not confirmed is reminded.
pub const REMIND_DAYS: i64 = 2;

/// Days after which staff is told of a request that nobody confirmed.
pub const ALERT_DAYS: i64 = 5;

/// Requests handled per run and step; the next run takes the rest.
const BATCH: i64 = 500;

/// What one run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Firms reminded of the confirmation.
    pub reminded: usize,
    /// Unconfirmed requests brought to staff's attention.
    pub alerted: usize,
    /// Confirmed requests that waited too long, brought to the coordinators' attention.
    pub waiting: usize,
    /// Requests whose changed answers staff was told of.
    pub amended: usize,
    /// Requests deleted because their day had come.
    pub deleted: usize,
}

/// What is due for one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Remind,
    Alert,
    Waiting,
}

/// Does everything that is due: once a day what the plan for deletion says, reminder on day 2, alert
/// on day 5, one alarm for a request that waits too long, one mail about what a firm has changed. A
/// request that cannot be handled is logged and does not keep the others waiting.
pub async fn tick(backend: &Backend, content: &Arc<Content>) -> Result<Ticked> {
    let now = backend.now();
    let mut ticked = Ticked::default();
    if let Some(done) = retention::daily(backend, content).await? {
        ticked.deleted = usize::try_from(done.requests()).unwrap_or_default();
    }
    for step in [Step::Remind, Step::Alert, Step::Waiting] {
        let mut conn = backend.db.read().await?;
        let due = sql::candidates(&mut conn, step, now, BATCH).await?;
        drop(conn);
        for id in due {
            match take_step(backend, content, id.clone(), step).await {
                Ok(done) => *ticked.of(step) += usize::from(done),
                Err(error) => tracing::error!(request = %id, ?step, %error, "job failed"),
            }
        }
    }
    ticked.amended = amend::tell_staff(backend, content, BATCH).await?;
    let backend = backend.clone();
    run(async move { transaction!(backend.db, |tx| found_by::fill(tx, BATCH).await) }).await?;
    Ok(ticked)
}

impl Ticked {
    fn of(&mut self, step: Step) -> &mut usize {
        match step {
            Step::Remind => &mut self.reminded,
            Step::Alert => &mut self.alerted,
            Step::Waiting => &mut self.waiting,
        }
    }
}

/// Does `step` for one request if it is still due once the request is locked.
async fn take_step(backend: &Backend, content: &Arc<Content>, id: Id, step: Step) -> Result<bool> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let now = backend.now();
            let Some(request) = history::lock(tx, &id).await? else { return Ok(false) };
            let Some(site) = content.sites.get(request.site.as_str()) else {
                return Err(BackendError::Unreadable(format!("site {}", request.site)));
            };
            if !is_due(&request, step, now) || !sql::claim(tx, &id, step, now).await? {
                return Ok(false);
            }
            do_step(tx, &backend, site, &request, step).await?;
            Ok(true)
        })
    })
    .await
}

fn is_due(request: &Request, step: Step, now: Instant) -> bool {
    let unconfirmed = request.state == RequestState::Unconfirmed;
    let since = |days: i64| now >= request.created_at.plus_days(days);
    match step {
        Step::Remind => unconfirmed && request.email.is_some() && since(REMIND_DAYS),
        Step::Alert => unconfirmed && since(ALERT_DAYS),
        Step::Waiting => {
            request.state == RequestState::Open
                && inbox::due(request).is_some_and(|due| due < now.day())
        }
    }
}

async fn do_step(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
    step: Step,
) -> Result<()> {
    let (reference, lang, day) = (request.reference, request.mail_lang(), request.delete_on);
    let reason = submit::reason_text(site, request);
    let code = match step {
        Step::Remind => {
            let letter = |link: &str| firm::reminder(site, lang, reference, day, link);
            notify::firm(tx, backend, site, request, MailKind::RequestReminder, letter).await?;
            History::Reminded
        }
        Step::Alert => {
            let letter = |link: &str| staff::unconfirmed(site, reference, day, link);
            notify::staff(tx, backend, site, request, MailKind::StaffUnconfirmed, letter).await?;
            History::UnconfirmedAlert
        }
        Step::Waiting => {
            let letter = |link: &str| staff::waiting(site, reference, &reason, link);
            notify::coordinators(tx, backend, site, request, MailKind::StaffWaiting, letter)
                .await?;
            History::WaitingAlert
        }
    };
    history::note(tx, backend, &request.id, code.code(), &Actor::System, None, None).await
}

/// Writes that nobody confirmed a request that is about to be deleted, so that it is counted.
pub(crate) async fn note_expiry(tx: &mut Tx, backend: &Backend, request: &Request) -> Result<()> {
    if request.state == RequestState::Unconfirmed {
        let change = Change::new(RequestEvent::Expired, &Actor::System);
        history::apply_to(tx, backend, request, change, None).await?;
    }
    Ok(())
}
