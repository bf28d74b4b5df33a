//! Random histories against a model: whatever people do in whatever order, no room and no person
//! is in two places, the database is what the model says, and calendar numbers rise.

use super::model::{Dice, Known, Model, Takes};
use super::*;
use crate::testing::{Fixture, NOON};
use domain::request::RequestState;
use std::collections::{BTreeMap, BTreeSet};

struct Run {
    office: Office,
    firms: Vec<(Id, String)>,
    model: Model,
    dice: Dice,
}

impl Run {
    fn any_meeting(&mut self) -> Option<Id> {
        let n = self.model.meetings.len();
        if n == 0 {
            return None;
        }
        self.model.meetings.keys().nth(self.dice.roll(n)).cloned()
    }

    fn anybody(&mut self) -> Id {
        let Office { jens, miriam, .. } = &self.office;
        if self.dice.roll(2) == 0 { jens.clone() } else { miriam.clone() }
    }

    async fn propose(&mut self) {
        let request = self.dice.roll(self.firms.len());
        let takes = Takes { adviser: self.anybody(), room: true };
        let adviser = takes.adviser.clone();
        let slots = self.dice.slots(4);
        let same = self.model.meetings.values().any(|known| {
            known.request == request
                && known.state == MeetingState::Proposed
                && known.takes == takes
                && known.offered == slots
        });
        if same {
            return;
        }
        let (b, content) = (&self.office.b, &self.office.content);
        let edit = edit(&self.office, &self.firms[request].0).await;
        let made = propose(b, content, edit, advice(&adviser, &slots)).await.unwrap();
        let now = b.now();
        match made {
            Claimed::Done(meeting) => {
                let hold = meeting.hold_until;
                assert!(self.model.claim(&meeting.id, &takes, &slots, hold, now), "double booked");
                let known = Known {
                    request,
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

    async fn tick(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let known = self.model.meetings[&id].clone();
        let n = self.dice.roll(known.offered.len());
        let ticked = known.offered[n..].to_vec();
        let secret = self.firms[known.request].1.clone();
        let now = self.office.b.now();
        let answered = firm_answers(&self.office, &secret, &id, fits(&ticked)).await.unwrap();
        let future = ticked.iter().find(|slot| slot.start() > now).copied();
        match (known.state, future) {
            (MeetingState::Booked, _) => {
                assert_eq!(answered, Answered::Booked(known.slot.unwrap()));
            }
            (MeetingState::Proposed, Some(slot)) => {
                let wanted = known.takes.keys(&[slot]);
                let kept = wanted
                    .iter()
                    .all(|key| self.model.claims.get(key).is_some_and(|(owner, _)| *owner == id));
                self.model.release(&id);
                let entry = self.model.meetings.get_mut(&id).unwrap();
                entry.hold = None;
                if kept {
                    assert_eq!(answered, Answered::Booked(slot));
                    let claims = wanted.into_iter().map(|key| (key, (id.clone(), None)));
                    self.model.claims.extend(claims);
                    (entry.state, entry.slot) = (MeetingState::Booked, Some(slot));
                    entry.sequence += 1;
                } else {
                    assert_eq!(answered, Answered::Gone);
                    entry.state = MeetingState::Expired;
                }
            }
            (MeetingState::Proposed, None) => {
                assert_eq!(answered, Answered::NoCommonTime);
            }
            (state, _) => assert!(
                answered == Answered::Over(state)
                    || (state == MeetingState::Declined && answered == Answered::Declined)
            ),
        }
    }

    async fn decline(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let secret = self.firms[self.model.meetings[&id].request].1.clone();
        let reply = Reply::NoneFits { message: None, wishes: Vec::new() };
        firm_answers(&self.office, &secret, &id, reply).await.unwrap();
        let known = self.model.meetings.get_mut(&id).unwrap();
        if known.state == MeetingState::Proposed {
            (known.state, known.hold) = (MeetingState::Declined, None);
            self.model.release(&id);
        }
    }

    async fn move_to(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let to = self.dice.slots(1)[0];
        let edit = meeting_edit(&self.office, &id).await;
        let (b, content) = (&self.office.b, &self.office.content);
        let moved = move_to(b, content, edit, to.start()).await;
        self.retimed(&id, &[to], moved, true);
    }

    async fn repropose(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let slots = self.dice.slots(4);
        let edit = meeting_edit(&self.office, &id).await;
        let (b, content) = (&self.office.b, &self.office.content);
        let moved = repropose(b, content, edit, slots.clone()).await;
        self.retimed(&id, &slots, moved, false);
    }

    fn retimed(&mut self, id: &Id, slots: &[Slot], done: crate::Result<Claimed>, book: bool) {
        let now = self.office.b.now();
        let known = self.model.meetings[id].clone();
        let begun = known.state == MeetingState::Booked && known.slot.unwrap().start() <= now;
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
    async fn rearrange(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let takes = Takes { adviser: self.anybody(), room: self.dice.roll(2) == 0 };
        let known = self.model.meetings[&id].clone();
        let edit = meeting_edit(&self.office, &id).await;
        let place = if takes.room { MeetingPlace::Room } else { MeetingPlace::Phone };
        let setting = Setting { place, place_note: None, adviser: takes.adviser.clone() };
        let (b, content) = (&self.office.b, &self.office.content);
        let done = rearrange(b, content, edit, setting).await;
        let now = b.now();
        let begun = known.state == MeetingState::Booked && known.slot.unwrap().start() <= now;
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

    async fn call_off(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let known = self.model.meetings[&id].clone();
        let by = if self.dice.roll(2) == 0 {
            By::Staff(meeting_edit(&self.office, &id).await)
        } else {
            By::Link(Link::Firm(self.firms[known.request].1.clone()), id.clone())
        };
        let now = self.office.b.now();
        let begun = known.state == MeetingState::Booked && known.slot.unwrap().start() <= now;
        let off = call_off(&self.office.b, &self.office.content, by, None).await;
        match off {
            Ok(_) => {
                assert!(!begun);
                let entry = self.model.meetings.get_mut(&id).unwrap();
                entry.sequence += i64::from(known.state == MeetingState::Booked);
                (entry.state, entry.hold) = (MeetingState::Cancelled, None);
                self.model.release(&id);
            }
            Err(crate::BackendError::Refused("meeting_begun")) => assert!(begun),
            Err(other) => panic!("{other:?}"),
        }
    }

    async fn time_passes(&mut self) {
        let minutes = [20, 400, 1_500][self.dice.roll(3)];
        self.office.fixture.clock.advance_ms(minutes * 60_000);
        if self.dice.roll(2) == 0 {
            return;
        }
        let expired = expire(&self.office.b, &self.office.content).await.unwrap();
        let now = self.office.b.now();
        let due: Vec<Id> = self
            .model
            .meetings
            .iter()
            .filter(|(_, known)| known.hold.is_some_and(|until| until <= now))
            .map(|(id, _)| id.clone())
            .collect();
        assert_eq!(expired, due.len());
        for id in due {
            self.model.release(&id);
            let known = self.model.meetings.get_mut(&id).unwrap();
            (known.state, known.hold) = (MeetingState::Expired, None);
        }
    }

    /// Compares everything, and looks for double bookings without help of the claims' key.
    async fn check(&self) {
        let mut conn = self.office.b.db.read().await.unwrap();
        let sql = "select resource_kind, resource_id, quarter_hour, meeting, hold_until from claim";
        let rows: Vec<(String, String, i64, Id, Option<i64>)> =
            on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
        let mut found = BTreeMap::new();
        for (kind, id, quarter, meeting, until) in rows {
            let what = if kind == "room" { kind } else { id };
            let twice = found.insert((what, quarter), (meeting, until.map(Instant)));
            assert_eq!(twice, None, "claimed twice");
        }
        assert_eq!(found, self.model.claims);
        let mut live: Vec<(Slot, Takes, Id)> = Vec::new();
        for (id, known) in &self.model.meetings {
            let meeting = load::find(&mut conn, id).await.unwrap().unwrap();
            assert_eq!(meeting.state, known.state);
            assert_eq!((meeting.sequence, meeting.hold_until), (known.sequence, known.hold));
            if meeting.state == MeetingState::Booked {
                assert_eq!(meeting.slot, known.slot);
                let takes = Takes {
                    room: meeting.place == MeetingPlace::Room,
                    adviser: meeting.adviser.clone(),
                };
                assert_eq!(takes, known.takes);
                live.push((meeting.slot.unwrap(), takes, id.clone()));
            }
        }
        for (n, (slot, takes, id)) in live.iter().enumerate() {
            for (other, rival, rivals) in &live[n + 1..] {
                let shared = (takes.room && rival.room) || takes.adviser == rival.adviser;
                assert!(!shared || !slot.overlaps(*other), "{id} and {rivals} at once");
            }
        }
        for (n, (request, _)) in self.firms.iter().enumerate() {
            let states = self.model.meetings.values().filter(|known| known.request == n);
            let states: Vec<MeetingState> = states.map(|known| known.state).collect();
            let want = if states.contains(&MeetingState::Proposed) {
                RequestState::Proposing
            } else if states.contains(&MeetingState::Booked) {
                RequestState::MeetingBooked
            } else {
                RequestState::Open
            };
            assert_eq!(self.office.request(request).await.unwrap().state, want);
        }
    }

    /// In every calendar the numbers rise, and the last word is what the meeting is.
    async fn check_calendars(&self) -> usize {
        let mut last: BTreeMap<String, (i64, String)> = BTreeMap::new();
        let sent = calendars(&self.office).await;
        for mail in &sent {
            let number: i64 = mail.value("SEQUENCE").parse().unwrap();
            if let Some((before, _)) = last.get(&mail.value("UID")) {
                assert!(number > *before, "{number} after {before}");
            }
            last.insert(mail.value("UID"), (number, mail.method.clone()));
        }
        let mut seated = BTreeSet::new();
        for (id, known) in &self.model.meetings {
            for seat in now(&self.office, id).await.seats {
                let word = last.get(&seat.uid).map(|(_, method)| method.as_str());
                let booked = known.state == MeetingState::Booked;
                let want = if booked { Some("REQUEST") } else { Some("CANCEL") };
                assert!(word == want || (word.is_none() && !booked));
                seated.insert(seat.uid);
            }
        }
        // Whoever no longer hosts has nothing left in the calendar.
        for (uid, (_, word)) in &last {
            assert!(seated.contains(uid) || word == "CANCEL", "{uid}");
        }
        sent.len()
    }
}

async fn run(fixture: Fixture) {
    let mut office = Office::open(fixture).await;
    let mut firms = Vec::new();
    for n in 0..5 {
        let (request, secret) = firm(&office, n).await;
        firms.push((request.id, secret));
    }
    let (histories, steps) = (rounds(2, 40), 60);
    let mut sent = 0;
    for history in 0..histories {
        office.fixture.clock.set(NOON);
        let seed = 0x0bad_cafe + u64::try_from(history).unwrap();
        println!("history {seed:#x}");
        let model = Model::default();
        let dice = Dice(seed);
        let mut run = Run { office, firms, model, dice };
        for _ in 0..steps {
            match run.dice.roll(14) {
                0..=3 => run.propose().await,
                4 | 5 => run.tick().await,
                6 => run.decline().await,
                7 | 8 => run.move_to().await,
                9 => run.repropose().await,
                10 => run.call_off().await,
                11 | 12 => run.rearrange().await,
                _ => run.time_passes().await,
            }
            run.check().await;
        }
        sent = run.check_calendars().await;
        // Whatever is still open is called off, so that the next history begins empty.
        run.office.fixture.clock.set(NOON);
        for id in run.model.meetings.keys() {
            let edit = meeting_edit(&run.office, id).await;
            let off = call_off(&run.office.b, &run.office.content, By::Staff(edit), None).await;
            off.unwrap();
        }
        (office, firms) = (run.office, run.firms);
    }
    assert!(sent > 20, "only {sent} calendar mails: the histories are too tame");
}

test_db!(whatever_people_do_nobody_is_in_two_places, run);
