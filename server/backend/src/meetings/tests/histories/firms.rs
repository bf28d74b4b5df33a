//! What firms do at random, each with its own link.

use super::*;
use crate::requests::withdraw;
use crate::retention;

impl Run {
    /// Firms at the table whose request is under way.
    fn at_the_table(&self, id: &Id) -> Vec<usize> {
        let firms = self.model.meetings[id].firms.iter().copied();
        firms.filter(|firm| self.firms[*firm].stands == Stands::Here).collect()
    }

    fn one_of(&mut self, firms: &[usize]) -> Option<usize> {
        (!firms.is_empty()).then(|| firms[self.dice.roll(firms.len())])
    }

    /// One firm ticks, or all of them the same: else several would hardly ever agree.
    pub(super) async fn tick(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let all = self.at_the_table(&id);
        let one = self.one_of(&all);
        let all = if self.dice.roll(3) > 0 { all } else { one.into_iter().collect() };
        let from = self.dice.roll(self.model.meetings[&id].offered.len());
        for firm in all {
            self.tick_of(&id, firm, from).await;
        }
    }

    async fn tick_of(&mut self, id: &Id, firm: usize, from: usize) {
        let known = self.model.meetings[id].clone();
        let ticked = known.offered[from..].to_vec();
        let secret = self.firms[firm].secret.clone();
        let now = self.office.b.now();
        let answered = firm_answers(&self.office, &secret, id, fits(&ticked)).await.unwrap();
        match known.state {
            MeetingState::Booked => assert_eq!(answered, Answered::Booked(known.slot.unwrap())),
            MeetingState::Proposed => {
                let entry = self.model.meetings.get_mut(id).unwrap();
                entry.ticks.insert(firm, ticked);
                let complete = entry.ticks.len() == entry.firms.len();
                let want = match self.model.conclude(id, now) {
                    Some((slot, true)) => Answered::Booked(slot),
                    Some((_, false)) => Answered::Gone,
                    None if complete => Answered::NoCommonTime,
                    None => Answered::Waiting,
                };
                assert_eq!(answered, want);
                self.seen.booked_jointly +=
                    usize::from(known.joint && matches!(answered, Answered::Booked(_)));
            }
            state => assert!(
                answered == Answered::Over(state)
                    || (state == MeetingState::Declined && answered == Answered::Declined)
            ),
        }
    }

    /// "Nichts davon", or "Lieber nicht gemeinsam".
    pub(super) async fn decline(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let all = self.at_the_table(&id);
        let Some(firm) = self.one_of(&all) else { return };
        let secret = self.firms[firm].secret.clone();
        let reply = Reply::NoneFits { message: None, wishes: Vec::new() };
        firm_answers(&self.office, &secret, &id, reply).await.unwrap();
        let now = self.office.b.now();
        let known = self.model.meetings.get_mut(&id).unwrap();
        if known.state != MeetingState::Proposed {
            return;
        }
        if known.firms.len() > 2 {
            self.model.leave(&id, firm, now);
            self.seen.left += 1;
        } else {
            (known.state, known.hold) = (MeetingState::Declined, None);
            self.model.release(&id);
        }
    }

    /// Staff or a firm calls off; of several firms only that one is out.
    pub(super) async fn call_off(&mut self) {
        let Some(id) = self.any_meeting() else { return };
        let known = self.model.meetings[&id].clone();
        let all = self.at_the_table(&id);
        let firm = self.one_of(&all).filter(|_| self.dice.roll(3) > 0);
        let by = match firm {
            Some(firm) => By::Link(Link::Firm(self.firms[firm].secret.clone()), id.clone()),
            None => By::Staff(meeting_edit(&self.office, &id).await),
        };
        let now = self.office.b.now();
        let begun = known.has_begun(now);
        match call_off(&self.office.b, &self.office.content, by, None).await {
            Ok(done) => {
                assert!(!begun && done.is_some());
                match firm.filter(|_| known.goes_on()) {
                    Some(firm) => {
                        self.model.leave(&id, firm, now);
                        self.seen.left += 1;
                    }
                    None => self.model.cancel(&id),
                }
            }
            Err(crate::BackendError::Refused("meeting_begun")) => assert!(begun),
            Err(other) => panic!("{other:?}"),
        }
    }

    /// A firm takes its request back, or its day has come; another one asks instead.
    pub(super) async fn end_request(&mut self) {
        let place = self.dice.roll(self.here.len());
        let (firm, now) = (self.here[place], self.office.b.now());
        let stands = if self.dice.roll(2) == 0 { Stands::Withdrawn } else { Stands::Deleted };
        let takes_part = |known: &&Known| known.firms.contains(&firm);
        let meetings = self.model.meetings.iter().filter(|(_, known)| takes_part(known));
        let meetings: Vec<Id> = meetings.map(|(id, _)| id.clone()).collect();
        if stands == Stands::Deleted {
            self.delete(firm, &meetings).await;
        } else {
            let (b, content) = (&self.office.b, &self.office.content);
            withdraw(b, content, &self.firms[firm].secret).await.unwrap().unwrap();
        }
        for id in meetings {
            let known = self.model.meetings[&id].clone();
            if known.goes_on() && !known.has_begun(now) {
                self.model.leave(&id, firm, now);
                self.seen.left += 1;
            } else if known.state.is_open() && !known.has_begun(now) {
                self.model.cancel(&id);
            }
            if stands == Stands::Deleted {
                self.model.forget(&id, firm);
            }
        }
        self.firms[firm].stands = stands;
        self.here[place] = self.firms.len();
        self.firms.push(Firm::ask(&self.office, self.firms.len()).await);
    }

    /// Deletes the firm's request by the plan. Its calendars and mails are nobody's any more.
    async fn delete(&mut self, firm: usize, meetings: &[Id]) {
        self.collect_calendars().await;
        let request = self.firms[firm].request.clone();
        for id in meetings {
            let alone = self.model.meetings[id].firms.len() == 1;
            for seat in now(&self.office, id).await.seats {
                if alone || seat.subject == request.as_str() {
                    self.forgotten.insert(seat.uid);
                }
            }
        }
        let sql = format!(
            "update request set delete_on = '2020-01-01', created_at = 0 where id = '{request}'"
        );
        self.office.run_text(sql).await;
        let done = retention::run_now(&self.office.b, &self.office.content).await.unwrap();
        assert_eq!(done.requests(), 1);
    }
}
