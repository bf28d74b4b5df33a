//! Holds that run out.

use super::claims;
use super::follow::{Step, follow};
use super::{load, notify, sql};
use crate::{Actor, Backend, Id, Result, run, transaction};
use domain::content::Content;
use domain::meeting::{MeetingEvent, MeetingNote, MeetingState};
use domain::request::RequestEvent;
use std::sync::Arc;

/// Most meetings in one run; the next run does the rest.
const BATCH: i64 = 200;

/// Gives back the times of every proposal whose holds have run out, tells the adviser, and
/// returns how many there were. Several servers may do this at the same time.
pub async fn expire(backend: &Backend, content: &Arc<Content>) -> Result<usize> {
    let mut conn = backend.db.read().await?;
    let due = sql::run_out(&mut conn, backend.now(), BATCH).await?;
    drop(conn);
    let mut expired = 0;
    for id in due {
        match expire_one(backend, content, id.clone()).await {
            Ok(done) => expired += usize::from(done),
            Err(error) => tracing::error!(meeting = %id, %error, "job failed"),
        }
    }
    Ok(expired)
}

async fn expire_one(backend: &Backend, content: &Arc<Content>, id: Id) -> Result<bool> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let now = backend.now();
            let Some(mut locked) = load::lock(tx, &id).await? else { return Ok(false) };
            let before = locked.meeting.state;
            let over = locked.meeting.hold_until.is_some_and(|until| until <= now);
            if before != MeetingState::Proposed || !over {
                return Ok(false);
            }
            locked.meeting.turn(MeetingEvent::RanOut)?;
            claims::release(tx, &id).await?;
            sql::update(tx, &locked.meeting, now).await?;
            let (event, detail) = (RequestEvent::TimesGone, MeetingNote::RanOut.code());
            let step = Step { before, event, detail, note: None };
            follow(tx, &backend, &mut locked, &Actor::System, step).await?;
            notify::adviser(tx, &backend, &content, &locked, MeetingNote::RanOut).await?;
            Ok(true)
        })
    })
    .await
}
