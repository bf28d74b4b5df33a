//! What happens to a meeting happens to the requests of its firms, too.

use super::load::Locked;
use super::{Meeting, sql};
use crate::requests::history::{self, Change};
use crate::{Actor, Backend, Result, Tx};
use domain::meeting::{MeetingNote, MeetingState};
use domain::request::{RequestEvent, RequestState};

/// A change of a meeting that changes where its requests stand.
#[derive(Clone, Copy)]
pub(super) struct Step<'a> {
    /// Where the meeting stood before.
    pub before: MeetingState,
    /// What it is for a request.
    pub event: RequestEvent,
    /// Which or why, a code.
    pub detail: &'a str,
    /// Words for colleagues.
    pub note: Option<&'a str>,
}

/// Writes the step into every request of the meeting and moves them to where all of their
/// meetings together lead.
pub(super) async fn follow(
    tx: &mut Tx,
    backend: &Backend,
    locked: &mut Locked,
    by: &Actor,
    step: Step<'_>,
) -> Result<()> {
    for request in &mut locked.requests {
        if !request.state.allows_proposals() {
            // It ended while the meeting was under way; what happened is still worth a line.
            let (code, detail) = (step.event.code(), Some(step.detail));
            history::note(tx, backend, &request.id, code, by, detail, step.note).await?;
            continue;
        }
        let others = sql::other_states(tx, &request.id, &locked.meeting.id).await?;
        let others: Vec<RequestState> = others.into_iter().map(RequestState::by_meeting).collect();
        let own = RequestState::by_meeting(step.before);
        let change =
            Change { event: step.event, actor: by, detail: Some(step.detail), note: step.note };
        *request = history::apply_meeting(tx, backend, request, change, own, &others).await?;
    }
    Ok(())
}

/// Writes a line into the history of every request of the meeting; their states stay.
pub(super) async fn remark(
    tx: &mut Tx,
    backend: &Backend,
    locked: &Locked,
    by: &Actor,
    what: MeetingNote,
    words: (Option<&str>, Option<&str>),
) -> Result<()> {
    for request in &locked.requests {
        history::note(tx, backend, &request.id, what.code(), by, words.0, words.1).await?;
    }
    Ok(())
}

impl Meeting {
    /// What a line of history calls the meeting: its provider, or its kind.
    pub(super) fn subject_code(&self) -> String {
        self.provider.clone().unwrap_or_else(|| self.kind.code().to_owned())
    }
}
