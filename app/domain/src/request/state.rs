//! What may happen to a request.

use crate::codes;
use crate::meeting::MeetingState;

codes! {
    /// Where a request stands.
    RequestState {
        /// Sent, but nobody has shown that the address or number is theirs.
        Unconfirmed = "unconfirmed",
        /// Confirmed; it is the adviser's turn.
        Open = "open",
        /// Times for a meeting are proposed.
        Proposing = "proposing",
        /// A meeting is booked.
        MeetingBooked = "meeting_booked",
        /// The meeting took place.
        Met = "met",
        /// Done, with an outcome.
        Closed = "closed",
        /// Taken back by the firm.
        Withdrawn = "withdrawn",
        /// Never confirmed. The row is deleted by the same transaction.
        Expired = "expired",
    }
}

codes! {
    /// What happens to a request.
    RequestEvent {
        /// The firm pressed the button behind its link.
        Confirmed = "confirmed",
        /// Staff spoke with the firm and ticked it.
        ConfirmedByPhone = "confirmed_by_phone",
        /// Times for a meeting went out.
        TimesProposed = "times_proposed",
        /// The proposed times are gone without a booking: declined, run out or called off.
        TimesGone = "times_gone",
        /// A time is agreed.
        Booked = "booked",
        /// The booked meeting was called off.
        BookingCancelled = "booking_cancelled",
        /// The meeting took place.
        TookPlace = "took_place",
        /// Somebody did not come, also as a correction.
        Missed = "missed",
        /// Staff closes it.
        Closed = "closed",
        /// Staff takes it up again.
        Reopened = "reopened",
        /// The firm takes it back.
        Withdrawn = "withdrawn",
        /// Two weeks without confirmation.
        Expired = "expired",
    }
}

/// An event that is impossible in a state: somebody else was quicker, or a link is old.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Refused {
    /// The state it met.
    pub state: RequestState,
    /// The event.
    pub event: RequestEvent,
}

impl RequestState {
    /// The state after `event`.
    ///
    /// # Errors
    /// [`Refused`] if the event cannot happen here.
    #[expect(clippy::match_same_arms, reason = "one line for each thing that can happen")]
    pub const fn after(self, event: RequestEvent) -> Result<RequestState, Refused> {
        use RequestEvent as E;
        use RequestState as S;
        match (self, event) {
            (S::Unconfirmed, E::Confirmed | E::ConfirmedByPhone) => Ok(S::Open),
            // A firm may meet more than one provider, and again after a first meeting.
            (S::Open | S::Proposing | S::MeetingBooked | S::Met, E::TimesProposed) => {
                Ok(S::Proposing)
            }
            (S::Proposing, E::TimesGone) => Ok(S::Open),
            // Staff may also book at once, having spoken to everybody.
            (S::Open | S::Proposing | S::MeetingBooked | S::Met, E::Booked) => Ok(S::MeetingBooked),
            (S::MeetingBooked, E::BookingCancelled) => Ok(S::Open),
            (S::MeetingBooked, E::TookPlace) => Ok(S::Met),
            // "Did not come" and its correction are one click each.
            (S::MeetingBooked | S::Met, E::Missed) => Ok(S::Open),
            (S::Open, E::TookPlace) => Ok(S::Met),
            // While a meeting is under way it has to be called off first.
            (S::Unconfirmed | S::Open | S::Met, E::Closed) => Ok(S::Closed),
            (S::Closed, E::Reopened) => Ok(S::Open),
            (S::Unconfirmed | S::Open | S::Proposing | S::MeetingBooked | S::Met, E::Withdrawn) => {
                Ok(S::Withdrawn)
            }
            (S::Unconfirmed, E::Expired) => Ok(S::Expired),
            (state, event) => Err(Refused { state, event }),
        }
    }

    /// The state after `event` happened to one of several meetings. `own` is where that meeting
    /// alone had led the request, `others` where the other meetings lead it. What somebody still
    /// has to answer comes first, then what is booked.
    ///
    /// # Errors
    /// [`Refused`] if the request is not confirmed or has ended, or if the event cannot happen to
    /// that meeting.
    pub fn after_meeting(
        self,
        own: RequestState,
        event: RequestEvent,
        others: &[RequestState],
    ) -> Result<RequestState, Refused> {
        if !self.allows_proposals() {
            return Err(Refused { state: self, event });
        }
        let alone = own.after(event)?;
        let first = [RequestState::Proposing, RequestState::MeetingBooked];
        Ok(first.into_iter().find(|s| alone == *s || others.contains(s)).unwrap_or(alone))
    }

    /// Where a meeting in this state leads a request.
    pub const fn by_meeting(state: MeetingState) -> RequestState {
        match state {
            MeetingState::Proposed => RequestState::Proposing,
            MeetingState::Booked => RequestState::MeetingBooked,
            MeetingState::Held => RequestState::Met,
            MeetingState::Declined
            | MeetingState::Expired
            | MeetingState::Cancelled
            | MeetingState::NoShow => RequestState::Open,
        }
    }

    /// Whether somebody may still have to do something.
    pub const fn is_live(self) -> bool {
        !matches!(self, RequestState::Closed | RequestState::Withdrawn | RequestState::Expired)
    }

    /// Whether providers may be asked: not before somebody has confirmed, not after the end.
    pub const fn allows_proposals(self) -> bool {
        self.after(RequestEvent::TimesProposed).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole table: a row per event, a column per state, `-` where it cannot happen.
    const TABLE: &str = "
                          unconfirmed open           proposing      meeting_booked met            closed withdrawn expired
        confirmed          open        -              -              -              -              -      -         -
        confirmed_by_phone open        -              -              -              -              -      -         -
        times_proposed     -           proposing      proposing      proposing      proposing      -      -         -
        times_gone         -           -              open           -              -              -      -         -
        booked             -           meeting_booked meeting_booked meeting_booked meeting_booked -      -         -
        booking_cancelled  -           -              -              open           -              -      -         -
        took_place         -           met            -              met            -              -      -         -
        missed             -           -              -              open           open           -      -         -
        closed             closed      closed         -              -              closed         -      -         -
        reopened           -           -              -              -              -              open   -         -
        withdrawn          withdrawn   withdrawn      withdrawn      withdrawn      withdrawn      -      -         -
        expired            expired     -              -              -              -              -      -         -
    ";

    #[test]
    fn only_documented_changes_are_possible() {
        let mut lines = TABLE.trim().lines();
        let states: Vec<RequestState> = lines
            .next()
            .unwrap()
            .split_whitespace()
            .map(|code| RequestState::parse(code).unwrap())
            .collect();
        assert_eq!(states, RequestState::ALL);
        let mut cells = 0;
        let mut events = Vec::new();
        for line in lines {
            let mut words = line.split_whitespace();
            let event = RequestEvent::parse(words.next().unwrap()).unwrap();
            events.push(event);
            for (&state, code) in states.iter().zip(words) {
                let want = RequestState::parse(code).ok_or(Refused { state, event });
                assert_eq!(state.after(event), want, "{state:?} {event:?}");
                cells += 1;
            }
        }
        assert_eq!(events, RequestEvent::ALL);
        assert_eq!(cells, RequestState::ALL.len() * RequestEvent::ALL.len());
    }

    #[test]
    fn nothing_goes_out_before_confirmation_or_after_the_end() {
        for &state in RequestState::ALL {
            let ended = !state.is_live() || state == RequestState::Unconfirmed;
            assert_eq!(state.allows_proposals(), !ended, "{state:?}");
        }
    }

    #[test]
    fn one_of_several_meetings() {
        use RequestEvent as E;
        use RequestState as S;
        // Times for a second meeting are declined while the first one is booked.
        let declined = S::Proposing.after_meeting(S::Proposing, E::TimesGone, &[S::MeetingBooked]);
        assert_eq!(declined, Ok(S::MeetingBooked));
        // The booked one takes place while times for the second are out.
        let held = S::Proposing.after_meeting(S::MeetingBooked, E::TookPlace, &[S::Proposing]);
        assert_eq!(held, Ok(S::Proposing));
        let booked = S::Proposing.after_meeting(S::Proposing, E::Booked, &[S::Proposing, S::Met]);
        assert_eq!(booked, Ok(S::Proposing));
        let off = S::MeetingBooked.after_meeting(S::MeetingBooked, E::BookingCancelled, &[S::Open]);
        assert_eq!(off, Ok(S::Open));
        for state in [S::Unconfirmed, S::Closed, S::Withdrawn, S::Expired] {
            assert!(state.after_meeting(S::Open, E::TimesProposed, &[]).is_err(), "{state:?}");
        }
        assert!(S::Open.after_meeting(S::Open, E::BookingCancelled, &[]).is_err());
    }

    #[test]
    fn a_single_meeting_is_what_the_table_says() {
        for &state in RequestState::ALL {
            for &event in RequestEvent::ALL {
                if state.allows_proposals() {
                    assert_eq!(state.after_meeting(state, event, &[]), state.after(event));
                }
            }
        }
    }
}
