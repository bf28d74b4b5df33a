//! What people do at random, and what has to come of it.

use super::slot;
use crate::Id;
use domain::Instant;
use domain::meeting::{MeetingState, Slot};
use std::collections::{BTreeMap, BTreeSet};

/// What the database has to look like.
#[derive(Default)]
pub struct Model {
    /// Room or person and quarter hour → meeting and the end of its hold.
    pub claims: BTreeMap<(String, i64), (Id, Option<Instant>)>,
    pub meetings: BTreeMap<Id, Known>,
}

#[derive(Clone)]
pub struct Known {
    /// Who sits at the table.
    pub firms: Vec<usize>,
    /// Whether several firms were asked.
    pub joint: bool,
    /// What each firm has ticked.
    pub ticks: BTreeMap<usize, Vec<Slot>>,
    pub takes: Takes,
    pub state: MeetingState,
    pub offered: Vec<Slot>,
    pub slot: Option<Slot>,
    pub hold: Option<Instant>,
    pub sequence: i64,
}

impl Known {
    pub fn has_begun(&self, now: Instant) -> bool {
        self.state == MeetingState::Booked && self.slot.unwrap().start() <= now
    }

    /// Whether it goes on without one of its firms.
    pub fn goes_on(&self) -> bool {
        self.state.is_open() && self.firms.len() > 2
    }
}

/// Who hosts a meeting, and whether it takes the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Takes {
    pub adviser: Id,
    pub room: bool,
}

impl Takes {
    pub fn keys(&self, slots: &[Slot]) -> BTreeSet<(String, i64)> {
        let room = self.room.then(|| "room".to_owned());
        let what: Vec<String> = room.into_iter().chain([self.adviser.to_string()]).collect();
        slots
            .iter()
            .flat_map(|slot| slot.quarters())
            .flat_map(|quarter| what.iter().map(move |what| (what.clone(), quarter)))
            .collect()
    }
}

impl Model {
    /// Claims for a meeting, or says that something is taken and leaves everything as it was.
    pub fn claim(
        &mut self,
        id: &Id,
        takes: &Takes,
        slots: &[Slot],
        hold: Option<Instant>,
        now: Instant,
    ) -> bool {
        let wanted = takes.keys(slots);
        let free = |key: &(String, i64)| match self.claims.get(key) {
            Some((other, until)) => other == id || until.is_some_and(|until| until <= now),
            None => true,
        };
        if !wanted.iter().all(free) {
            return false;
        }
        self.release(id);
        self.claims.extend(wanted.into_iter().map(|key| (key, (id.clone(), hold))));
        true
    }

    /// Books if everybody has agreed: the time, and whether it could be kept.
    pub fn conclude(&mut self, id: &Id, now: Instant) -> Option<(Slot, bool)> {
        let known = self.meetings.get_mut(id).unwrap();
        if known.state != MeetingState::Proposed {
            return None;
        }
        let fits = |slot: &&Slot| {
            let ticked = |firm| known.ticks.get(firm).is_some_and(|ticks| ticks.contains(slot));
            slot.start() > now && known.firms.iter().all(ticked)
        };
        let slot = known.offered.iter().find(fits).copied()?;
        let wanted = known.takes.keys(&[slot]);
        let own = |key| self.claims.get(key).is_some_and(|(owner, _)| owner == id);
        let kept = wanted.iter().all(own);
        known.hold = None;
        if kept {
            (known.state, known.slot) = (MeetingState::Booked, Some(slot));
            known.sequence += 1;
        } else {
            known.state = MeetingState::Expired;
        }
        self.release(id);
        let claims = wanted.into_iter().filter(|_| kept).map(|key| (key, (id.clone(), None)));
        self.claims.extend(claims);
        Some((slot, kept))
    }

    /// One firm of several leaves.
    pub fn leave(&mut self, id: &Id, firm: usize, now: Instant) {
        let known = self.meetings.get_mut(id).unwrap();
        known.firms.retain(|other| *other != firm);
        known.ticks.remove(&firm);
        known.sequence += i64::from(known.state == MeetingState::Booked);
        self.conclude(id, now);
    }

    pub fn cancel(&mut self, id: &Id) {
        let known = self.meetings.get_mut(id).unwrap();
        known.sequence += i64::from(known.state == MeetingState::Booked);
        (known.state, known.hold) = (MeetingState::Cancelled, None);
        self.release(id);
    }

    /// A firm's request is deleted, and with it a meeting of nobody else.
    pub fn forget(&mut self, id: &Id, firm: usize) {
        let known = self.meetings.get_mut(id).unwrap();
        known.firms.retain(|other| *other != firm);
        if known.firms.is_empty() {
            self.meetings.remove(id);
            self.release(id);
        }
    }

    pub fn release(&mut self, id: &Id) {
        self.claims.retain(|_, (owner, _)| owner != id);
    }
}

/// The next number of a fixed sequence (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(sides).unwrap()).unwrap()
    }

    /// Up to `most` distinct times from a narrow calendar, so that they often collide.
    pub fn slots(&mut self, most: usize) -> Vec<Slot> {
        let mut slots = BTreeSet::new();
        for _ in 0..=self.roll(most) {
            let quarter = i8::try_from(self.roll(8)).unwrap();
            slots.insert(slot(
                1 + i8::try_from(self.roll(3)).unwrap(),
                10 + quarter / 4,
                quarter % 4 * 15,
            ));
        }
        slots.into_iter().collect()
    }
}
