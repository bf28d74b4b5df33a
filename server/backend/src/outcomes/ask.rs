//! Asking by mail.

use super::sql::{self, Candidate, Key};
use super::{is_asked_about, open_to_firm, open_to_provider};
use crate::meetings::{self, Locked};
use crate::requests::{Request, history};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::content::Content;
use domain::meeting::Party;
use domain::outcome::Stage;
use domain::request::History;
use jiff::civil::Date;
use std::sync::Arc;

/// Most questions of a stage in one run; the next run does the rest.
const BATCH: i64 = 200;

/// Asks everybody whose question is due, once, and returns how many there were. Several servers may
/// do this at the same time, with clocks that jump: what counts is the row of the question.
pub async fn ask(backend: &Backend, content: &Arc<Content>) -> Result<usize> {
    let mut asked = 0;
    for &stage in Stage::ALL {
        let mut conn = backend.db.read().await?;
        let due = sql::candidates(&mut conn, stage, backend.now(), BATCH).await?;
        drop(conn);
        for candidate in due {
            let meeting = candidate.meeting.clone();
            match ask_one(backend, content, candidate, stage).await {
                Ok(done) => asked += usize::from(done),
                Err(error) => tracing::error!(%meeting, ?stage, %error, "job failed"),
            }
        }
    }
    Ok(asked)
}

/// The refusal that takes a question back that could not be sent today.
const UNSENT: &str = "unsent";

/// Asks one side, if that is due and nobody else has done it. Where the address has had its mails for
/// today, nothing is written, and the next day's runs try again.
pub(super) async fn ask_one(
    backend: &Backend,
    content: &Arc<Content>,
    candidate: Candidate,
    stage: Stage,
) -> Result<bool> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    let asked = run(async move {
        transaction!(backend.db, |tx| {
            let Some(locked) = meetings::lock(tx, &candidate.meeting).await? else {
                return Ok(false);
            };
            let Some(request) = due(tx, &backend, &locked, &candidate, stage).await? else {
                return Ok(false);
            };
            let key = Key {
                meeting: &candidate.meeting,
                party: candidate.party,
                subject: &candidate.subject,
                stage,
            };
            if !sql::claim(tx, &backend.id(), &request, key, backend.now()).await? {
                return Ok(false);
            }
            if !send(tx, &backend, &content, &locked, &candidate, stage).await? {
                return Err(BackendError::Refused(UNSENT));
            }
            let detail = format!("{} {}", stage.code(), candidate.party.code());
            let code = History::OutcomeAsked.code();
            history::note(tx, &backend, &request, code, &Actor::System, Some(&detail), None)
                .await?;
            Ok(true)
        })
    })
    .await;
    match asked {
        Err(BackendError::Refused(UNSENT)) => Ok(false),
        other => other,
    }
}

/// The request in whose name the question is asked, if it is due.
async fn due(
    tx: &mut Tx,
    backend: &Backend,
    locked: &Locked,
    candidate: &Candidate,
    stage: Stage,
) -> Result<Option<Id>> {
    let (now, meeting) = (backend.now(), &locked.meeting);
    if !meeting.slot.is_some_and(|slot| stage.is_timely(slot, now)) {
        return Ok(None);
    }
    let subject = candidate.subject.as_str();
    match candidate.party {
        Party::Sme => {
            let own = locked.requests.iter().find(|request| request.id.as_str() == subject);
            let Some(request) = own.filter(|request| wants(request, stage, now.day())) else {
                return Ok(None);
            };
            let all = meetings::of_firm(tx, &request.id).await?;
            let is_open = open_to_firm(&all, now)
                .iter()
                .any(|(open, at)| open.id == meeting.id && *at == stage);
            Ok(is_open.then(|| request.id.clone()))
        }
        Party::Provider => {
            let request = locked.request();
            let is_due = is_asked_about(request)
                && meeting.provider.as_deref() == Some(subject)
                && open_to_provider(meeting, now) == Some(stage);
            Ok(is_due.then(|| request.id.clone()))
        }
        Party::Adviser => Ok(None),
    }
}

/// Whether the firm agrees to be asked, and can still answer tomorrow.
fn wants(request: &Request, stage: Stage, today: Date) -> bool {
    let agrees = !request.unasked && (stage == Stage::After || request.ask_later);
    is_asked_about(request) && agrees && today < request.delete_on
}

/// Writes the mail; false if it cannot go out today.
async fn send(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    candidate: &Candidate,
    stage: Stage,
) -> Result<bool> {
    match locked.meeting.seat(candidate.party, &candidate.subject) {
        Some(seat) => meetings::send_question(tx, backend, content, locked, seat, stage).await,
        None => Ok(false),
    }
}
