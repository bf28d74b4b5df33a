//! How participants agree on a time.

use super::Slot;
use crate::{Instant, codes};

codes! {
    /// Which side a participant is on.
    Party {
        /// The small or medium business that asked.
        Sme = "sme",
        /// The provider it wants to meet.
        Provider = "provider",
        /// The adviser who hosts.
        Adviser = "adviser",
    }
}

/// What a participant said to the proposed times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Open,
    /// These fit; at least one.
    Fits(Vec<Slot>),
    /// None of them fits.
    NoneFits,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The side.
    pub party: Party,
    /// Whether the meeting cannot be without them.
    pub required: bool,
    /// What they said.
    pub answer: Answer,
}

/// The time the meeting is at, if there is one by now: the earliest that is still offered, has
/// not begun and was ticked by every required participant. `None` while an answer is missing,
/// where they have no time in common, and where nobody is required (nothing books itself
/// without a person having ticked it).
pub fn agreed_slot(offered: &[Slot], participants: &[Participant], now: Instant) -> Option<Slot> {
    let required: Vec<&Participant> = participants.iter().filter(|p| p.required).collect();
    if required.is_empty() {
        return None;
    }
    let fits = |slot: &Slot| {
        required.iter().all(|p| matches!(&p.answer, Answer::Fits(ticked) if ticked.contains(slot)))
    };
    offered.iter().filter(|slot| slot.start() > now && fits(slot)).min().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_795_305_600_000);

    fn slots() -> Vec<Slot> {
        (1..=3).map(|day| Slot::new(NOW.plus_days(day), 45).unwrap()).collect()
    }

    fn who(party: Party, required: bool, answer: Answer) -> Participant {
        Participant { party, required, answer }
    }

    #[test]
    fn the_earliest_common_time_wins_whatever_the_order() {
        let all = slots();
        let mut people = vec![
            who(Party::Adviser, true, Answer::Fits(all.clone())),
            who(Party::Sme, true, Answer::Fits(vec![all[2], all[1]])),
            who(Party::Provider, true, Answer::Fits(vec![all[1], all[0], all[2]])),
        ];
        assert_eq!(agreed_slot(&all, &people, NOW), Some(all[1]));
        people.reverse();
        let mut offered = all.clone();
        offered.reverse();
        assert_eq!(agreed_slot(&offered, &people, NOW), Some(all[1]));
    }

    #[test]
    fn every_required_answer_counts_and_no_other() {
        let all = slots();
        let sme = who(Party::Sme, true, Answer::Fits(all.clone()));
        for answer in [Answer::Open, Answer::NoneFits] {
            let required = [sme.clone(), who(Party::Provider, true, answer.clone())];
            assert_eq!(agreed_slot(&all, &required, NOW), None);
            let optional = [sme.clone(), who(Party::Provider, false, answer)];
            assert_eq!(agreed_slot(&all, &optional, NOW), Some(all[0]));
        }
        assert_eq!(agreed_slot(&all, &[who(Party::Sme, false, Answer::Open)], NOW), None);
    }

    #[test]
    fn nothing_is_agreed_for_a_time_that_is_gone() {
        let all = slots();
        let people = [who(Party::Sme, true, Answer::Fits(all.clone()))];
        assert_eq!(agreed_slot(&all, &people, all[0].start()), Some(all[1]));
        assert_eq!(agreed_slot(&all[1..], &people, NOW), Some(all[1]), "withdrawn by staff");
        assert_eq!(agreed_slot(&all, &people, all[2].start()), None);
    }
}
