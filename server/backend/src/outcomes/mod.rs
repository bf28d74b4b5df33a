//! What became of a meeting: both sides are asked, the firm again after months, and the desk makes
//! story proposals and lessons of what they say.
//!
//! The question right after a meeting belongs to arranging it; those after months need the firm's
//! consent, which it gives with its request or later and takes back with one button.

mod answer;
mod ask;
mod desk;
mod draft;
mod page;
mod sql;

pub use answer::{Heard, Telling, set_asking, tell};
pub use ask::ask;
pub use desk::{
    Lesson, Line, MOST_LINES, Overview, RequestOutcomes, decide_story, of_request, overview,
    remove_lesson, write_lesson,
};
pub use draft::{Draft, draft};
pub use page::{FirmOutcomes, Question, firm_outcomes, provider_question};

pub(crate) use sql::of_request as rows_of;

use crate::meetings::Meeting;
use crate::requests::Request;
use domain::Instant;
use domain::meeting::{MeetingState, Party, Slot};
use domain::outcome::{Answer, Stage};
use domain::request::RequestState;

/// A question to one side of a meeting, and what it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Which meeting.
    pub meeting: crate::Id,
    /// Whose side.
    pub party: Party,
    /// The request of the firm, or the id of the provider.
    pub subject: String,
    /// Which question.
    pub stage: Stage,
    /// When it went out by mail; `None` if the answer came without.
    pub asked_at: Option<Instant>,
    /// The answer, once there is one.
    pub told: Option<Told>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What they chose.
    pub answer: Answer,
    /// In their own words.
    pub words: Option<String>,
    /// What it cost and what it brought, of a good answer.
    pub figures: Option<String>,
    /// Whether the firm may be spoken to about a story.
    pub may_tell: bool,
    /// When they last said so.
    pub at: Instant,
}

/// When the meeting was, if it is over and nobody has said that it did not take place.
fn took_place(meeting: &Meeting, now: Instant) -> Option<Slot> {
    let counts = matches!(meeting.state, MeetingState::Booked | MeetingState::Held);
    meeting.slot.filter(|slot| counts && slot.end() <= now)
}

/// The questions that a firm can answer now: right after each of its meetings, and about the last
/// one again after months. A later meeting is what the firm will think of by then.
fn open_to_firm(meetings: &[Meeting], now: Instant) -> Vec<(&Meeting, Stage)> {
    let past = |meeting| took_place(meeting, now).map(|slot| (meeting, slot));
    let past: Vec<(&Meeting, Slot)> = meetings.iter().filter_map(past).collect();
    let last = past.iter().map(|(_, slot)| slot.start()).max();
    past.into_iter()
        .filter_map(|(meeting, slot)| {
            let stage = Stage::open(slot, now)?;
            let is_last = last == Some(slot.start());
            (stage == Stage::After || is_last).then_some((meeting, stage))
        })
        .collect()
}

/// The question that a provider can answer now. It is asked once.
fn open_to_provider(meeting: &Meeting, now: Instant) -> Option<Stage> {
    let slot = took_place(meeting, now)?;
    (Stage::After.due(slot) <= now).then_some(Stage::After)
}

/// Whether anybody is asked about meetings of this request at all.
const fn is_asked_about(request: &Request) -> bool {
    !matches!(
        request.state,
        RequestState::Unconfirmed | RequestState::Withdrawn | RequestState::Expired
    )
}

#[cfg(test)]
mod tests;
