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
    pub request: usize,
    pub takes: Takes,
    pub state: MeetingState,
    pub offered: Vec<Slot>,
    pub slot: Option<Slot>,
    pub hold: Option<Instant>,
    pub sequence: i64,
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
