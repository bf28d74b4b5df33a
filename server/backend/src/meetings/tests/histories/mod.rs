//! Random histories against a model: whatever people do in whatever order, no room and no person
//! is in two places, no firm sits at a joint table alone, the database is what the model says, and
//! calendar numbers rise.

mod checks;
mod firms;
mod model;
mod staff;

use super::*;
use crate::testing::{Fixture, NOON};
use domain::request::RequestState;
use model::{Dice, Known, Model, Takes};
use std::collections::{BTreeMap, BTreeSet};

/// What has become of a request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Here,
    Withdrawn,
    Deleted,
}

struct Firm {
    request: Id,
    secret: String,
    stands: Stands,
}

impl Firm {
    async fn ask(office: &Office, n: usize) -> Firm {
        let (request, secret) = firm(office, n).await;
        Firm { request: request.id, secret, stands: Stands::Here }
    }
}

/// How often the histories came to what they are about.
#[derive(Debug, Default)]
struct Seen {
    booked_jointly: usize,
    left: usize,
}

struct Run {
    office: Office,
    /// All that ever asked; others name them by their place here.
    firms: Vec<Firm>,
    /// Those whose requests are under way.
    here: Vec<usize>,
    model: Model,
    dice: Dice,
    /// Event and number → what the mail did.
    calendars: BTreeMap<String, BTreeMap<i64, String>>,
    /// Events of those that were deleted.
    forgotten: BTreeSet<String>,
    seen: Seen,
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

    async fn step(&mut self) {
        match self.dice.roll(21) {
            0..=2 => self.propose().await,
            3..=5 => self.propose_jointly().await,
            6..=9 => self.tick().await,
            10 => self.decline().await,
            11 | 12 => self.move_to().await,
            13 => self.repropose().await,
            14 | 15 => self.call_off().await,
            16 | 17 => self.rearrange().await,
            18 => self.end_request().await,
            _ => self.time_passes().await,
        }
    }

    /// Whatever is still open is called off, so that the next history begins empty.
    async fn clear(&mut self) {
        self.office.fixture.clock.set(NOON);
        for id in std::mem::take(&mut self.model).meetings.keys() {
            let edit = meeting_edit(&self.office, id).await;
            let (b, content) = (&self.office.b, &self.office.content);
            call_off(b, content, By::Staff(edit), None).await.unwrap();
        }
    }
}

async fn run(fixture: Fixture) {
    let office = Office::open(fixture).await;
    let mut firms = Vec::new();
    for n in 0..5 {
        firms.push(Firm::ask(&office, n).await);
    }
    let mut run = Run {
        office,
        firms,
        here: (0..5).collect(),
        model: Model::default(),
        dice: Dice(0),
        calendars: BTreeMap::new(),
        forgotten: BTreeSet::new(),
        seen: Seen::default(),
    };
    let (histories, steps) = (rounds(2, 40), 60);
    for history in 0..histories {
        run.office.fixture.clock.set(NOON);
        let seed = 0x0bad_cafe + u64::try_from(history).unwrap();
        println!("history {seed:#x}");
        run.dice = Dice(seed);
        for _ in 0..steps {
            run.step().await;
            run.check().await;
        }
        run.check_calendars().await;
        run.clear().await;
    }
    let sent: usize = run.calendars.values().map(BTreeMap::len).sum();
    println!("{sent} calendar mails, {:?}", run.seen);
    let tame = sent <= 20 || run.seen.booked_jointly == 0 || run.seen.left == 0;
    assert!(!tame, "the histories are too tame");
}

test_db!(whatever_people_do_nobody_is_in_two_places, run);
