//! Three races for one time, over HTTP: on PostgreSQL against two programs that share a database,
//! on SQLite against one.

mod late_tick;
mod proposals;
mod ticks;

use backend::Id;
use domain::meeting::Slot;
use std::net::SocketAddr;
use std::sync::Barrier;
use std::time::{Duration, Instant};
use tests::{Answer, Browser, Database, Office, Werkbank, is_long, now, prove};

/// Attempts of one round.
const RIVALS: usize = 50;

/// A round in which fewer were under way at the same time says nothing.
const OVERLAP: usize = 40;

/// How long one race may go on, on one database.
const PATIENCE: Duration = Duration::from_secs(150);

/// Programs on one database, and somebody who sees every request.
struct Track {
    name: &'static str,
    servers: Vec<Werkbank>,
    office: Office,
    coordinator: Browser,
    overlaps: Vec<usize>,
    inconclusive: usize,
    began: Instant,
    _database: Database,
}

impl Track {
    fn all() -> Vec<Track> {
        Database::both().into_iter().map(|(name, database)| Track::new(name, database)).collect()
    }

    fn new(name: &'static str, database: Database) -> Track {
        let count = if name == "SQLite" { 1 } else { 2 };
        let start = |_| Werkbank::builder().database(&database).env("RUST_LOG", "warn").start();
        let servers: Vec<Werkbank> = (0..count).map(start).collect();
        let office = Office::open(&servers[0], &database);
        let coordinator = office.member(domain::staff::Role::Coordinator);
        let coordinator = office.sign_in(&servers[0], &coordinator);
        let (overlaps, began) = (Vec::new(), now());
        let inconclusive = 0;
        Track {
            name,
            servers,
            office,
            coordinator,
            overlaps,
            inconclusive,
            began,
            _database: database,
        }
    }

    /// Whether there is to be another round. The clock starts with the first one: until then the
    /// other database's turn may have taken its time.
    fn goes_on(&mut self) -> bool {
        let rounds = if is_long() { 200 } else { 2 };
        if self.overlaps.is_empty() {
            self.began = now();
        }
        let in_time = self.began.elapsed() < PATIENCE;
        self.overlaps.len() < rounds && in_time
    }

    /// Rivals ask the programs in turn.
    fn address(&self, n: usize) -> SocketAddr {
        self.servers[n % self.servers.len()].address
    }

    /// Somebody without cookies.
    fn visitor(&self, n: usize) -> Browser {
        Browser::new(self.address(n))
    }

    /// A proposal of times, as the desk's page sends it.
    fn proposal(&self, n: usize, request: &Id, slots: &[Slot]) -> Attempt {
        let monday = slots[0].day();
        let back = i32::from(monday.weekday().to_monday_zero_offset());
        let monday = (0..back).fold(monday, |day, _| day.yesterday().unwrap());
        let version = self.office.request(request).version;
        let mut form = vec![
            ("version", version.to_string()),
            ("ort", "room".to_owned()),
            ("dauer", slots[0].minutes().to_string()),
            ("anbieter", "keiner".to_owned()),
            ("woche", monday.to_string()),
        ];
        form.extend(slots.iter().map(|slot| ("zeit", slot.start().0.to_string())));
        let path = format!("/mitarbeit/anfragen/{request}/termine");
        Attempt { browser: self.coordinator.at(self.address(n)), path, form }
    }

    /// Lets all attempts loose at the same moment.
    fn at_once(&mut self, attempts: Vec<Attempt>) -> Vec<Answer> {
        let barrier = Barrier::new(attempts.len());
        let done: Vec<(Answer, Instant, Instant)> = std::thread::scope(|scope| {
            let running: Vec<_> = attempts
                .into_iter()
                .map(|attempt| scope.spawn(|| attempt.make(&barrier)))
                .collect();
            running.into_iter().map(|attempt| attempt.join().unwrap()).collect()
        });
        // Each begins before another ends: the most that were under way when one of them began.
        let under_way = |moment: Instant| {
            done.iter().filter(|(_, began, ended)| *began <= moment && moment < *ended).count()
        };
        let overlap = done.iter().map(|(_, began, _)| under_way(*began)).max().unwrap_or(0);
        // A round that did not overlap proves nothing and is played again; a machine on which
        // that happens often cannot run this suite.
        if overlap >= OVERLAP {
            self.overlaps.push(overlap);
        } else {
            self.inconclusive += 1;
            let most = 5 + self.overlaps.len() / 10;
            assert!(
                self.inconclusive <= most,
                "{}: inconclusive, {overlap} at the same time",
                self.name
            );
        }
        done.into_iter().map(|(answer, ..)| answer).collect()
    }

    /// What is claimed, and how many meetings are proposed or booked.
    fn claimed(&self) -> (i64, i64) {
        let live = "select count(*) from meeting where state in ('proposed', 'booked')";
        (self.office.number("select count(*) from claim"), self.office.number(live))
    }

    fn prove(&self, file: &str, title: &str, mut more: Vec<(&str, String)>) {
        let least = self.overlaps.iter().min().unwrap();
        let mut figures = vec![
            ("Programs", self.servers.len().to_string()),
            ("Rounds", self.overlaps.len().to_string()),
            ("Attempts a round", RIVALS.to_string()),
            ("Of them under way at the same time, at least", least.to_string()),
            ("Rounds with fewer, played again", self.inconclusive.to_string()),
        ];
        figures.append(&mut more);
        let name = self.name;
        prove(&format!("race-{file}-{name}"), &format!("Race: {title}, {name}"), &figures);
    }
}

/// A form about to be sent.
struct Attempt {
    browser: Browser,
    path: String,
    form: Vec<(&'static str, String)>,
}

impl Attempt {
    fn make(mut self, barrier: &Barrier) -> (Answer, Instant, Instant) {
        let form: Vec<(&str, &str)> = self.form.iter().map(|(n, v)| (*n, v.as_str())).collect();
        barrier.wait();
        let began = now();
        let answer = self.browser.post(&self.path, &form);
        (answer, began, now())
    }
}

/// Whether the desk's page says that a time is gone and shows other ones.
fn offers_others(answer: &Answer, gone: Slot) -> bool {
    let (page, gone) = (answer.text(), format!("value=\"{}\"", gone.start().0));
    answer.status == 409
        && page.contains("Eine der Zeiten ist inzwischen vergeben")
        && page.contains("name=\"zeit\"")
        && !page.contains(&gone)
}
