//! The reminder the day before.

use super::follow::remark;
use super::load::{self, Locked};
use super::{Meeting, notify, sql};
use crate::{Actor, Backend, Id, Result, run, transaction};
use domain::Instant;
use domain::content::Content;
use domain::meeting::{MeetingNote, MeetingState};
use std::sync::Arc;

/// Most meetings in one run; the next run does the rest.
const BATCH: i64 = 200;

/// Hours before a meeting from which its row may be due: the longest day has 25.
const LONGEST_DAY: i64 = 25;

/// A meeting that was booked fewer hours before it begins needs no reminder.
const FRESH: i64 = 24;

/// Reminds everybody who takes part in a meeting of the next day, once, and returns how many
/// meetings there were. Several servers may do this at the same time, with clocks that jump: what
/// counts is the mark in the row.
pub async fn remind(backend: &Backend, content: &Arc<Content>) -> Result<usize> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let soon = sql::to_remind(&mut conn, now, now.plus_hours(LONGEST_DAY), BATCH).await?;
    drop(conn);
    let mut reminded = 0;
    for id in soon {
        match remind_one(backend, content, id.clone()).await {
            Ok(done) => reminded += usize::from(done),
            Err(error) => tracing::error!(meeting = %id, %error, "job failed"),
        }
    }
    Ok(reminded)
}

/// Reminds of one meeting, if that is due and nobody else has done it.
pub(super) async fn remind_one(backend: &Backend, content: &Arc<Content>, id: Id) -> Result<bool> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let now = backend.now();
            let Some(locked) = load::lock(tx, &id).await? else { return Ok(false) };
            if !locked.meeting.reminder_is_due(now) || !sql::mark_reminded(tx, &id, now).await? {
                return Ok(false);
            }
            tell(tx, &backend, &content, &locked).await?;
            Ok(true)
        })
    })
    .await
}

async fn tell(
    tx: &mut crate::Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
) -> Result<()> {
    notify::reminder(tx, backend, content, locked).await?;
    let what = MeetingNote::Reminded;
    remark(tx, backend, locked, &Actor::System, what, (None, None)).await
}

impl Meeting {
    /// Whether it is tomorrow and was agreed on so long ago that people may have forgotten.
    fn reminder_is_due(&self, now: Instant) -> bool {
        let (MeetingState::Booked, Some(slot), Some(booked)) =
            (self.state, self.slot, self.booked_at)
        else {
            return false;
        };
        let from = slot.remind_from();
        let is_old = booked <= from && booked <= slot.start().plus_hours(-FRESH);
        is_old && from <= now && now < slot.start()
    }
}
