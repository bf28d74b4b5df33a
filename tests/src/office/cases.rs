//! Requests and meetings at any stage.

use super::Office;
use backend::meetings::{self, Claimed, Link, MeetingEdit, NewMeeting, free_starts_for};
use backend::outcomes::{self, Heard, Telling};
use backend::requests::{self, Placed};
use backend::tokens::Purpose;
use backend::{Backend, FixedClock, Id};
use domain::meeting::{MeetingKind, MeetingPlace, Slot};
use domain::outcome::{Answer, Stage as Question};
use domain::request::{Outcome, RequestKind};
use std::sync::Arc;

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Sent, not confirmed.
    Unconfirmed,
    /// Confirmed.
    Open,
    /// Confirmed, of a provider that asks for a place on the wall.
    Listing,
    /// Ended.
    Closed,
    /// Times are proposed to the firm.
    Proposed,
    /// Times are proposed to the firm and the provider it wished for.
    Introduced,
    /// A meeting is booked.
    Booked,
    /// A meeting was booked and is over.
    Past,
    /// The firm has met the provider it wished for.
    Met,
    /// The firm has met it and says that it was worth it.
    Answered,
}

/// A request as a suite needs it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its id.
    pub request: Id,
    /// What the desk has to name when it changes something.
    pub version: i64,
    /// Its meeting and that one's version.
    pub meeting: Option<(Id, i64)>,
    /// Who hosts the meeting.
    pub host: Id,
    /// Times of the meeting.
    pub slots: Vec<Slot>,
    /// The secret of the firm's link.
    pub firm: String,
    /// The secret of the link of the provider it wished for.
    pub provider: String,
}

impl Office {
    /// A request at a stage, with somebody or in the pool.
    ///
    /// # Panics
    /// If it cannot get there.
    pub fn case(&self, stage: Stage, assigned: Option<&Id>) -> Case {
        let listing = stage == Stage::Listing;
        let request = self.submitted(listing.then_some(RequestKind::ProviderListing));
        let to = assigned.map_or(Placed::Pool, |person| Placed::Person(person.clone()));
        let (backend, content) = (&self.backend, &self.content);
        let placed = requests::hand_over(backend, content, self.edit(&request), to, None);
        self.run(placed).expect("a desk");
        if stage != Stage::Unconfirmed {
            self.run(requests::confirm_by_phone(backend, self.edit(&request))).expect("confirmed");
        }
        let host = assigned.unwrap_or(&self.coordinator);
        let made = match stage {
            Stage::Unconfirmed | Stage::Open | Stage::Listing => None,
            Stage::Closed => {
                let outcome = *Outcome::ALL.first().expect("an outcome");
                let closed = requests::close(backend, self.edit(&request), outcome, None);
                self.run(closed).expect("closed");
                None
            }
            Stage::Proposed | Stage::Introduced | Stage::Booked => {
                Some(self.meeting(&request, host, stage, 0))
            }
            // So long ago that no server asks any more what became of it.
            Stage::Past => Some(self.meeting(&request, host, stage, -20)),
            Stage::Met | Stage::Answered => Some(self.meeting(&request, host, stage, -40)),
        };
        let firm = self.link(Purpose::SmeStatus, &request, None);
        if let Some(meeting) = made.as_ref().filter(|_| stage == Stage::Answered) {
            self.answer(&firm, &meeting.id);
        }
        let slots = made.as_ref().map(|meeting| meeting.offered.clone()).unwrap_or_default();
        Case {
            version: self.request(&request).version,
            meeting: made.map(|meeting| (meeting.id, meeting.version)),
            host: host.clone(),
            slots,
            firm,
            provider: self.link(Purpose::ProviderMeeting, &request, Some(self.wish.as_str())),
            request,
        }
    }

    fn meeting(&self, request: &Id, host: &Id, stage: Stage, days: i64) -> meetings::Meeting {
        let agreed = matches!(stage, Stage::Booked | Stage::Past | Stage::Met | Stage::Answered);
        let backend = self.days_later(days);
        let count = if agreed { 1 } else { 2 };
        let slots = self.free(&backend, MeetingPlace::Phone, host, 30).into_iter().take(count);
        let with = matches!(stage, Stage::Introduced | Stage::Met | Stage::Answered);
        let provider = with.then(|| self.wish.clone());
        let new = NewMeeting {
            kind: if provider.is_some() { MeetingKind::Introduction } else { MeetingKind::Advice },
            place: MeetingPlace::Phone,
            place_note: None,
            provider,
            adviser: host.clone(),
            others: Vec::new(),
            slots: slots.collect(),
            agreed,
        };
        self.proposed(&backend, request, new)
    }

    /// The firm says that a meeting was worth it.
    fn answer(&self, secret: &str, meeting: &Id) {
        let telling =
            Telling { answer: Answer::WorthIt, words: None, figures: None, may_tell: true };
        let link = Link::Firm(secret.to_owned());
        let told = outcomes::tell(&self.backend, link, meeting.clone(), Question::After, telling);
        assert_eq!(self.run(told).expect("the database"), Some(Heard::Noted));
    }

    /// The backend some days later, or earlier: what it makes now looks as if it had been made
    /// then.
    pub fn days_later(&self, days: i64) -> Backend {
        let mut backend = self.backend.clone();
        if days != 0 {
            backend.clock = Arc::new(FixedClock::new(backend.now().plus_days(days)));
        }
        backend
    }

    /// Free times of `minutes` within the next weeks that do not overlap.
    ///
    /// # Panics
    /// If the database fails.
    pub fn free(
        &self,
        backend: &Backend,
        place: MeetingPlace,
        host: &Id,
        minutes: u16,
    ) -> Vec<Slot> {
        let days = (backend.now().day(), backend.now().plus_days(60).day());
        let free = free_starts_for(backend, self.site(), place, host, days, minutes);
        let mut apart: Vec<Slot> = Vec::new();
        for slot in self.run(free).expect("the calendar") {
            if !apart.last().is_some_and(|last| last.overlaps(slot)) {
                apart.push(slot);
            }
        }
        apart
    }

    /// The meeting that comes of a proposal.
    ///
    /// # Panics
    /// If it is refused.
    pub fn proposed(&self, backend: &Backend, request: &Id, new: NewMeeting) -> meetings::Meeting {
        match self.run(meetings::propose(backend, &self.content, self.edit(request), new)) {
            Ok(Claimed::Done(meeting)) => *meeting,
            other => panic!("{other:?}"),
        }
    }

    /// The meetings of a request, newest first.
    ///
    /// # Panics
    /// If the database fails.
    pub fn meetings(&self, request: &Id) -> Vec<meetings::Meeting> {
        let viewer = self.viewer();
        self.run(meetings::of_request(&self.backend, &viewer, request)).expect("its meetings")
    }

    /// Calls every meeting of a request off that is still to come.
    ///
    /// # Panics
    /// If that is refused.
    pub fn call_off(&self, request: &Id) {
        for meeting in self.meetings(request) {
            if meeting.state.is_live() {
                let edit = MeetingEdit {
                    viewer: self.viewer(),
                    request: request.clone(),
                    meeting: meeting.id,
                    version: meeting.version,
                };
                let by = meetings::By::Staff(edit);
                let done = meetings::call_off(&self.backend, &self.content, by, None);
                self.run(done).expect("called off");
            }
        }
    }
}
