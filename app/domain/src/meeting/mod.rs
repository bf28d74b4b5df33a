//! Meetings: what they are, how their times are agreed on and what may happen to them.
//!
//! Staff proposes times, the required participants tick what fits, and the earliest time that
//! all of them ticked is the meeting. The rules are here; who holds which room is in the
//! database.

mod agreement;
mod slot;
mod state;
mod wish;

pub use agreement::{Answer, Participant, Party, agreed_slot};
pub use slot::{QUARTER_MS, Slot, SlotError};
pub use state::{MeetingEvent, MeetingState, Refused};
pub use wish::{DayPart, MOST_WISHES, TimeWish, WishError, parse_wishes};

use crate::codes;

codes! {
    /// What a meeting is for.
    MeetingKind {
        /// An adviser and one firm.
        Advice = "advice",
        /// A firm gets to know a provider, an adviser is the host: the Kennenlernen.
        Introduction = "introduction",
        /// Several firms with the same goal.
        Joint = "joint",
    }
}

codes! {
    /// Where a meeting takes place.
    MeetingPlace {
        /// In the Werkbank's room, which is then claimed.
        Room = "room",
        /// At the firm's.
        Firm = "firm",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
    }
}

codes! {
    /// Lines of a request's history about its meetings, beside the changes of its state; also
    /// why times are gone or a booking ended.
    MeetingNote {
        /// Somebody ticked times; the detail is the party.
        Answered = "meeting_answered",
        /// None of the times fits somebody; the note is what they wrote.
        NoneFits = "meeting_none_fits",
        /// Everybody answered, and there is no time in common.
        NoCommonTime = "meeting_no_common_time",
        /// The times ran out unanswered.
        RanOut = "meeting_ran_out",
        /// Staff offers other times instead.
        Reproposed = "meeting_reproposed",
        /// The booked time changed.
        Moved = "meeting_moved",
        /// Called off; the note is what they wrote.
        CalledOff = "meeting_called_off",
        /// The firm takes no part in a joint meeting any more; the detail is the meeting.
        Left = "meeting_left",
        /// A joint meeting goes on with one firm less. It does not say which.
        Fewer = "meeting_fewer",
        /// Another place or host, the times stay; the detail is `place`, `host` or both.
        Rearranged = "meeting_rearranged",
        /// Somebody says when they could, after the times were gone; the detail is the party.
        Wished = "meeting_wished",
        /// Everybody was reminded of the meeting.
        Reminded = "meeting_reminded",
    }
}

impl MeetingKind {
    /// How many times may be proposed at once. A single one is enough where only the adviser
    /// and one firm have to agree, or where nobody has to travel.
    pub const fn proposals(self, place: MeetingPlace) -> std::ops::RangeInclusive<usize> {
        match (self, place) {
            (MeetingKind::Advice, _) | (_, MeetingPlace::Phone) => 1..=4,
            _ => 2..=4,
        }
    }

    /// Whether a provider takes part.
    pub const fn needs_provider(self) -> bool {
        matches!(self, MeetingKind::Introduction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_introduction_in_the_room_leaves_a_choice() {
        assert!(!MeetingKind::Introduction.proposals(MeetingPlace::Room).contains(&1));
        assert!(MeetingKind::Introduction.proposals(MeetingPlace::Phone).contains(&1));
        assert!(MeetingKind::Advice.proposals(MeetingPlace::Room).contains(&1));
        assert!(!MeetingKind::Joint.proposals(MeetingPlace::Room).contains(&5));
    }
}
