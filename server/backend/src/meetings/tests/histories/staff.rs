//! What staff does at random.

use super::*;

impl Run {
    pub(super) async fn propose(&mut self) {
        let firm = self.here[self.dice.roll(self.here.len())];
        self.propose_to(vec![firm]).await;
    }

    /// Two to four firms at one table.
    pub(super) async fn propose_jointly(&mut self) {
        let (first, more) = (self.dice.roll(self.here.len()), 1 + self.dice.roll(3));
        let around = self.here.iter().cycle().skip(first);
        let firms = around.take(1 + more).copied().collect();
        self.propose_to(firms).await;
    }

    async fn propose_to(&mut self, firms: Vec<usize>) {
        let joint = firms.len() > 1;
        let takes = Takes { adviser: self.anybody(), room: true };
        let adviser = takes.adviser.clone();
        let slots = self.dice.slots(4);
        if joint && slots.len() < 2 {
            return;
        }
        let invited: BTreeSet<usize> = firms.iter().copied().collect();
        let same = self.model.meetings.values().any(|known| {
            known.firms.iter().copied().collect::<BTreeSet<_>>() == invited
                && known.state == MeetingState::Proposed
                && known.takes == takes
                && known.offered == slots
        });
        if same {
            return;
        }
        let (b, content) = (&self.office.b, &self.office.content);
        let ids: Vec<Id> = firms.iter().map(|firm| self.firms[*firm].request.clone()).collect();
        let edit = edit(&self.office, &ids[0]).await;
        let kind = if joint { MeetingKind::Joint } else { MeetingKind::Advice };
        let new = NewMeeting { kind, others: ids[1..].to_vec(), ..advice(&adviser, &slots) };
        let made = propose(b, content, edit, new).await.unwrap();
        let now = b.now();
        match made {
            Claimed::Done(meeting) => {
                let hold = meeting.hold_until;
                assert!(self.model.claim(&meeting.id, &takes, &slots, hold, now), "double booked");
                let known = Known {
                    firms,
                    joint,
                    ticks: BTreeMap::new(),
                    takes,
                    state: MeetingState::Proposed,
                    offered: slots,
                    slot: None,
                    hold,
                    sequence: -1,
                };
                self.model.meetings.insert(meeting.id, known);
            }
            Claimed::Taken { .. } => {
                let nobody = b.id();
                let free = self.model.claim(&nobody, &takes, &slots, None, now);
                assert!(!free, "refused although free");
            }
            Claimed::Unavailable(_) => assert!(slots.iter().any(|slot| slot.start() <= now)),
        }
    }

    pub(super) async fn move_to(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let to = self.dice.slots(1)[0];
        let edit = meeting_edit(&self.office, &id).await;
        let (b, content) = (&self.office.b, &self.office.content);
        let moved = move_to(b, content, edit, to.start()).await;
        self.retimed(&id, &[to], moved, true);
    }

    pub(super) async fn repropose(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let slots = self.dice.slots(4);
        let known = &self.model.meetings[&id];
        if known.joint && known.takes.room && slots.len() < 2 {
            return;
        }
        let edit = meeting_edit(&self.office, &id).await;
        let (b, content) = (&self.office.b, &self.office.content);
        let moved = repropose(b, content, edit, slots.clone()).await;
        self.retimed(&id, &slots, moved, false);
    }

    fn retimed(&mut self, id: &Id, slots: &[Slot], done: crate::Result<Claimed>, book: bool) {
        let now = self.office.b.now();
        let known = self.model.meetings[id].clone();
        let begun = known.has_begun(now);
        match done {
            Ok(Claimed::Done(meeting)) => {
                assert!(known.state.is_open());
                if book && known.slot == Some(slots[0]) && known.state == MeetingState::Booked {
                    return;
                }
                assert!(!begun);
                let hold = meeting.hold_until;
                assert!(self.model.claim(id, &known.takes, slots, hold, now), "double booked");
                let entry = self.model.meetings.get_mut(id).unwrap();
                entry.hold = hold;
                if book {
                    (entry.state, entry.slot) = (MeetingState::Booked, Some(slots[0]));
                    entry.sequence += 1;
                } else {
                    entry.sequence += i64::from(known.state == MeetingState::Booked);
                    (entry.state, entry.slot) = (MeetingState::Proposed, None);
                    entry.offered = slots.to_vec();
                    entry.ticks.clear();
                }
            }
            Ok(Claimed::Taken { .. }) => {
                let free = self.model.claim(id, &known.takes, slots, None, now);
                assert!(!free, "refused although free");
            }
            Ok(Claimed::Unavailable(_)) => assert!(slots.iter().any(|slot| slot.start() <= now)),
            Err(crate::BackendError::Refused("meeting_state")) => assert!(!known.state.is_open()),
            Err(crate::BackendError::Refused("meeting_begun")) => assert!(begun),
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Another host, or in the room and on the telephone; the times stay.
    pub(super) async fn rearrange(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let takes = Takes { adviser: self.anybody(), room: self.dice.roll(2) == 0 };
        let known = self.model.meetings[&id].clone();
        let edit = meeting_edit(&self.office, &id).await;
        let place = if takes.room { MeetingPlace::Room } else { MeetingPlace::Phone };
        let setting = Setting { place, place_note: None, adviser: takes.adviser.clone() };
        let (b, content) = (&self.office.b, &self.office.content);
        let done = rearrange(b, content, edit, setting).await;
        let now = b.now();
        let begun = known.has_begun(now);
        let slots: Vec<Slot> = match known.state {
            MeetingState::Booked => known.slot.into_iter().collect(),
            MeetingState::Proposed => {
                known.offered.iter().filter(|slot| slot.start() > now).copied().collect()
            }
            _ => Vec::new(),
        };
        match done {
            Ok(Claimed::Done(meeting)) => {
                assert_eq!((meeting.adviser, meeting.place), (takes.adviser.clone(), place));
                if known.takes == takes {
                    return;
                }
                assert!(known.state.is_open() && !begun);
                assert!(self.model.claim(&id, &takes, &slots, known.hold, now), "double booked");
                let entry = self.model.meetings.get_mut(&id).unwrap();
                entry.takes = takes;
                entry.sequence += i64::from(known.state == MeetingState::Booked);
            }
            Ok(Claimed::Taken { .. }) => {
                let free = self.model.claim(&id, &takes, &slots, None, now);
                assert!(!free, "refused although free");
            }
            Err(crate::BackendError::Refused("meeting_state")) => assert!(!known.state.is_open()),
            Err(crate::BackendError::Refused("meeting_begun")) => assert!(begun),
            other => panic!("{other:?}"),
        }
    }
}
