//! Meetings: proposed, agreed on, booked, moved, called off. A proposal claims the room and the
//! adviser for every time it offers, so that whatever the participants tick can be kept; the
//! primary key of the claims is what makes double booking impossible, on either database and with
//! any number of servers.

mod answer;
mod calendar;
mod call_off;
mod change;
mod claims;
mod expire;
mod feed;
mod follow;
mod joint;
mod load;
mod notify;
mod page;
mod possible;
mod propose;
mod readdress;
mod rearrange;
mod remind;
mod retime;
mod sheet;
mod sql;
mod wishes;

pub use answer::{Answered, Link, Reply, answer, answer_for};
pub use calendar::{CalendarEntry, Clash, Trouble, calendar, clashes, hosted_days};
pub use call_off::{By, call_off};
pub use change::{MeetingEdit, note_outcome};
pub use claims::{BUFFER_MINUTES, free_starts_anew, free_starts_for};
pub use expire::expire;
pub use feed::{Feed, FeedEdit, feed, subscribe, subscribed_since, unsubscribe};
pub use page::{ProviderPage, firm_meetings, of_request, provider_page};
pub use propose::{Claimed, MOST_FIRMS, NewMeeting, propose};
pub use rearrange::{Setting, rearrange};
pub use remind::remind;
pub use retime::{move_to, repropose};
pub use sheet::{Sheet, SheetCopy, SheetFirm, sheet};

pub(crate) use call_off::call_off_all;
pub(crate) use joint::{leave_all, lock_with_companions};
pub(crate) use load::{Locked, lock, of_request as of_firm};
pub(crate) use notify::question as send_question;
pub(crate) use readdress::send_again;

use crate::Id;
use domain::Instant;
use domain::meeting::{
    Answer, MeetingKind, MeetingPlace, MeetingState, Participant, Party, Slot, TimeWish,
};

/// A meeting as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Row id.
    pub id: Id,
    /// The site.
    pub site: String,
    /// The request it belongs to.
    pub request: Id,
    /// What it is for.
    pub kind: MeetingKind,
    /// Where it is.
    pub place: MeetingPlace,
    /// The room, if it is in one.
    pub room: Option<String>,
    /// Where else: an address, a number, a link.
    pub place_note: Option<String>,
    /// The provider, in an introduction.
    pub provider: Option<String>,
    /// The member of staff who hosts it.
    pub adviser: Id,
    /// Their name.
    pub adviser_name: String,
    /// Their public profile (`content/advisers`), if they have one.
    pub adviser_profile: Option<String>,
    /// How long it is.
    pub minutes: u16,
    /// Where it stands.
    pub state: MeetingState,
    /// When it is, once that is agreed.
    pub slot: Option<Slot>,
    /// Times that are offered at present.
    pub offered: Vec<Slot>,
    /// Until when they are held.
    pub hold_until: Option<Instant>,
    /// When its time was agreed on, once that is.
    pub booked_at: Option<Instant>,
    /// How many firms take part; each of them may know that.
    pub firms: usize,
    /// Who takes part.
    pub seats: Vec<Seat>,
    /// Number of the last calendar mail; -1 before the first.
    pub sequence: i64,
    /// For changes: name the version you saw.
    pub version: i64,
}

/// A participant's place at the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Row id.
    pub id: Id,
    /// Whose side: the request of a firm, the id of a provider or of a member of staff.
    pub subject: String,
    /// The side, whether they are required, and what they said.
    pub participant: Participant,
    /// Whether they would like somebody of the Werkbank at the table.
    pub host_wanted: Option<bool>,
    /// What they wrote when nothing fitted; for staff only.
    pub message: Option<String>,
    /// When they could come if nothing fitted, at most three wishes; for staff only.
    pub wishes: Vec<TimeWish>,
    /// When they answered.
    pub answered_at: Option<Instant>,
    /// The identity of the event in their calendar.
    pub(crate) uid: String,
}

impl Meeting {
    /// The seat of this party.
    pub fn seat(&self, party: Party, subject: &str) -> Option<&Seat> {
        self.seats.iter().find(|s| s.participant.party == party && s.subject == subject)
    }

    /// Whether all required participants have answered and no offered time fits all of them.
    pub fn lacks_common_time(&self, now: Instant) -> bool {
        let answered = |seat: &Seat| {
            !seat.participant.required || !matches!(seat.participant.answer, Answer::Open)
        };
        self.state == MeetingState::Proposed
            && self.seats.iter().all(answered)
            && self.agreed(now).is_none()
    }

    /// The time that everybody required has ticked, if there is one.
    pub(crate) fn agreed(&self, now: Instant) -> Option<Slot> {
        let people: Vec<Participant> =
            self.seats.iter().map(|seat| seat.participant.clone()).collect();
        domain::meeting::agreed_slot(&self.offered, &people, now)
    }

    /// The rows of the claims' key that this meeting takes.
    pub(crate) fn resources(&self) -> Vec<claims::Resource> {
        let room = self.room.as_ref().map(|room| claims::Resource::room(&self.site, room));
        let adviser = claims::Resource::person(&self.adviser);
        room.into_iter().chain([adviser]).collect()
    }

    /// What one side may see: the other firms of a joint meeting are not there, and what others
    /// wrote to staff is not, either.
    #[must_use]
    pub fn seen_by(mut self, party: Party, subject: &str) -> Meeting {
        self.seats.retain(|seat| {
            let own = seat.participant.party == party && seat.subject == subject;
            own || seat.participant.party != Party::Sme || party == Party::Provider
        });
        for seat in &mut self.seats {
            if seat.participant.party != party || seat.subject != subject {
                seat.message = None;
                seat.wishes.clear();
                seat.host_wanted = None;
            }
        }
        self
    }
}

#[cfg(test)]
mod tests;
