//! What may happen to a meeting.

use crate::codes;

codes! {
    /// Where a meeting stands.
    MeetingState {
        /// Times are proposed and held; answers are awaited.
        Proposed = "proposed",
        /// A required participant said that none of the times fits. Nothing is held; it is the
        /// adviser's turn.
        Declined = "declined",
        /// The holds ran out without an agreement. It is the adviser's turn.
        Expired = "expired",
        /// There is a time; room and adviser are claimed.
        Booked = "booked",
        /// It will not take place.
        Cancelled = "cancelled",
        /// It took place.
        Held = "held",
        /// Somebody did not come.
        NoShow = "no_show",
    }
}

codes! {
    /// What happens to a meeting.
    MeetingEvent {
        /// The required participants have a time in common.
        Agreed = "agreed",
        /// A required participant can make none of the times.
        NoneFits = "none_fits",
        /// The holds ran out.
        RanOut = "ran_out",
        /// Staff offers new times instead of what was there.
        Reproposed = "reproposed",
        /// Staff sets the time, having spoken to everybody.
        Moved = "moved",
        /// Staff, the firm or the provider calls it off.
        Cancelled = "cancelled",
        /// Staff notes that it took place.
        TookPlace = "took_place",
        /// Staff notes that somebody did not come.
        Missed = "missed",
        /// Staff changes where it is or who hosts it; the times stay.
        Rearranged = "rearranged",
    }
}

/// An event that is impossible in a state: somebody else was quicker, or a link is old.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Refused {
    /// The state it met.
    pub state: MeetingState,
    /// The event.
    pub event: MeetingEvent,
}

impl MeetingState {
    /// The state after `event`.
    ///
    /// # Errors
    /// [`Refused`] if the event cannot happen here.
    #[expect(clippy::match_same_arms, reason = "one line for each thing that can happen")]
    pub const fn after(self, event: MeetingEvent) -> Result<MeetingState, Refused> {
        use MeetingEvent as E;
        use MeetingState as S;
        match (self, event) {
            (S::Proposed, E::Agreed) => Ok(S::Booked),
            (S::Proposed, E::NoneFits) => Ok(S::Declined),
            (S::Proposed, E::RanOut) => Ok(S::Expired),
            (S::Proposed | S::Declined | S::Expired | S::Booked, E::Reproposed) => Ok(S::Proposed),
            (S::Proposed | S::Declined | S::Expired | S::Booked, E::Moved) => Ok(S::Booked),
            (S::Proposed | S::Declined | S::Expired | S::Booked, E::Cancelled) => Ok(S::Cancelled),
            // Staff may correct itself: "took place" and "did not come" are one click each.
            (S::Booked | S::NoShow, E::TookPlace) => Ok(S::Held),
            (S::Booked | S::Held, E::Missed) => Ok(S::NoShow),
            (S::Proposed | S::Declined | S::Expired | S::Booked, E::Rearranged) => Ok(self),
            (state, event) => Err(Refused { state, event }),
        }
    }

    /// Whether quarter hours are claimed for it.
    pub const fn is_live(self) -> bool {
        matches!(self, MeetingState::Proposed | MeetingState::Booked)
    }

    /// Whether staff can still do something about it.
    pub const fn is_open(self) -> bool {
        self.after(MeetingEvent::Cancelled).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every state (row) and event (column); `-` is refused.
    #[test]
    fn the_whole_table() {
        use MeetingState as S;
        let table = "
            state      agreed none_fits ran_out reproposed moved  cancelled took_place missed  rearranged
            proposed   booked declined  expired proposed   booked cancelled -          -       proposed
            declined   -      -         -       proposed   booked cancelled -          -       declined
            expired    -      -         -       proposed   booked cancelled -          -       expired
            booked     -      -         -       proposed   booked cancelled held       no_show booked
            cancelled  -      -         -       -          -      -         -          -       -
            held       -      -         -       -          -      -         -          no_show -
            no_show    -      -         -       -          -      -         held       -       -
        ";
        let mut rows = table.lines().map(str::split_whitespace).filter(|r| r.clone().count() > 0);
        let events: Vec<MeetingEvent> =
            rows.next().unwrap().skip(1).map(|code| MeetingEvent::parse(code).unwrap()).collect();
        assert_eq!(events, MeetingEvent::ALL);
        let mut cells = 0;
        for (mut row, &state) in rows.zip(S::ALL) {
            assert_eq!(row.next().map(S::parse), Some(Some(state)));
            for (&event, want) in events.iter().zip(row) {
                let want = S::parse(want).ok_or(Refused { state, event });
                assert_eq!(state.after(event), want, "{} + {}", state.code(), event.code());
                cells += 1;
            }
        }
        assert_eq!(cells, S::ALL.len() * MeetingEvent::ALL.len());
    }

    #[test]
    fn only_live_meetings_claim_anything() {
        let live: Vec<&str> =
            MeetingState::ALL.iter().filter(|s| s.is_live()).map(|s| s.code()).collect();
        assert_eq!(live, ["proposed", "booked"]);
        let open: Vec<&str> =
            MeetingState::ALL.iter().filter(|s| s.is_open()).map(|s| s.code()).collect();
        assert_eq!(open, ["proposed", "declined", "expired", "booked"]);
    }
}
