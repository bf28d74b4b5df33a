//! The program is killed while requests arrive and mails leave. What it acknowledged is there
//! afterwards, nothing is half there, sending again what was not acknowledged makes one request, and
//! each mail arrives; more than once only if it was in hand at a kill.

use backend::{Db, on};
use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};
use tests::{Browser, Database, Dice, Folder, MailServer, Office, Werkbank, is_long, now, prove};

/// Firms that send at the same time.
const FIRMS: usize = 4;

/// A round in which fewer were acknowledged says nothing.
const LEAST: usize = 20;

/// How long a killed program may take to be back: the aim is three seconds, deadlines are ten
/// times as generous.
const BACK: Duration = Duration::from_secs(30);

type Form = Vec<(String, String)>;

/// A form that was sent.
struct Sent {
    form: Form,
    /// What the answer called it, if there was one.
    reference: Option<String>,
}

impl Sent {
    fn key(&self) -> &str {
        self.form.iter().find(|(name, _)| name == "key").map_or("", |(_, value)| value)
    }
}

fn post(browser: &mut Browser, form: &Form, go: &str) -> Option<tests::Answer> {
    let mut fields: Vec<(&str, &str)> =
        form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push(("go", go));
    browser.attempt("/anfrage", &fields)
}

/// Fills in the three steps and sends; nothing if the program is gone before the last.
fn send(address: SocketAddr, mut form: Form, events: &Sender<bool>) -> Option<Sent> {
    let mut browser = Browser::new(address);
    for step in ["firm", "review"] {
        let answer = post(&mut browser, &form, step)?;
        if answer.status == 200 && !answer.text().ends_with("</html>\n") {
            return None;
        }
        assert_eq!(answer.status, 200, "{}", answer.text());
        if let Some(key) = answer.hidden().into_iter().find(|(name, _)| name == "key") {
            form.retain(|(name, _)| name != "key");
            form.push(key);
        }
    }
    let _ = events.send(false);
    let answer = post(&mut browser, &form, "send");
    let reference = answer.map(|answer| reference(&answer));
    let _ = events.send(reference.is_some());
    Some(Sent { form, reference })
}

fn reference(answer: &tests::Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let (_, reference) = answer.location().rsplit_once('/').unwrap();
    reference.replace('-', "")
}

/// Firms send until the program is gone.
fn until_killed(
    werkbank: Werkbank,
    template: &Form,
    made: &AtomicUsize,
    dice: &mut Dice,
) -> Vec<Sent> {
    let address = werkbank.address;
    let (events, seen) = channel();
    std::thread::scope(|scope| {
        let firms: Vec<_> = (0..FIRMS)
            .map(|_| {
                let events = events.clone();
                scope.spawn(move || {
                    let mut all = Vec::new();
                    loop {
                        let n = made.fetch_add(1, Ordering::Relaxed);
                        let Some(sent) = send(address, of_firm(template, n), &events) else {
                            return all;
                        };
                        let gone = sent.reference.is_none();
                        all.push(sent);
                        if gone {
                            return all;
                        }
                    }
                })
            })
            .collect();
        drop(events);
        wait(&seen, dice);
        werkbank.kill();
        firms.into_iter().flat_map(|firm| firm.join().unwrap()).collect()
    })
}

/// Waits for enough acknowledgements, and then for a moment nobody can foresee.
fn wait(seen: &Receiver<bool>, dice: &mut Dice) {
    let mut acknowledged = 0;
    while acknowledged < LEAST {
        acknowledged += usize::from(seen.recv().unwrap());
    }
    for _ in 0..dice.below(12) {
        seen.recv().unwrap();
    }
    let (began, moment) = (now(), Duration::from_micros(dice.below(30_000)));
    while let Some(rest) = moment.checked_sub(began.elapsed()) {
        let _ = seen.recv_timeout(rest);
    }
}

fn of_firm(template: &Form, n: usize) -> Form {
    let mut form = template.clone();
    for (name, value) in &mut form {
        if name == "email" {
            *value = format!("firma{n}@betrieb.example");
        }
    }
    form
}

/// The first column of every row, seen past the program.
fn column(database: &Database, sql: &'static str) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&database.url).await.unwrap();
        let mut conn = db.read().await.unwrap();
        let rows: Vec<(String,)> = on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
        drop(conn);
        db.close().await;
        rows.into_iter().map(|(text,)| text).collect()
    })
}

/// Changes rows past the program.
fn change(database: &Database, sql: &'static str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&database.url).await.unwrap();
        backend::transaction!(db, |tx| {
            on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
            Ok(())
        })
        .unwrap();
        db.close().await;
    });
}

/// Requests without their history or without their mail.
const HALF: &str = "
    select r.reference from request r
    where (select count(*) from request_event e where e.request = r.id) <> 2
        or (select count(*) from outbox o
            where o.request = r.id and o.kind = 'request_received') <> 1";

fn check(name: &str, database: &Database, werkbank: &Werkbank, sent: &[Sent]) {
    if name == "SQLite" {
        assert_eq!(column(database, "pragma integrity_check"), ["ok"]);
        let orphans = column(database, "select \"table\" from pragma_foreign_key_check");
        assert!(orphans.is_empty(), "{orphans:?}");
    }
    let stored: HashSet<String> =
        column(database, "select reference from request").into_iter().collect();
    for reference in sent.iter().filter_map(|sent| sent.reference.as_ref()) {
        assert!(stored.contains(reference), "{name}: {reference} was acknowledged and is gone");
    }
    assert_eq!(column(database, HALF), Vec::<String>::new(), "{name}: half a request");
    // Nobody knows whether these arrived; the firm presses the button again, twice. And one that
    // was acknowledged is sent again, too.
    let lost = sent.iter().filter(|sent| sent.reference.is_none());
    for sent in lost.chain(sent.iter().find(|sent| sent.reference.is_some())) {
        let again = || {
            let answer = post(&mut werkbank.browser(), &sent.form, "send");
            reference(&answer.unwrap())
        };
        let first = again();
        assert_eq!(first, again(), "{name}: sent twice");
        assert!(sent.reference.as_ref().is_none_or(|known| *known == first), "{name}");
    }
}

/// Mails the program may have in hand when it is killed.
const HANDS: usize = 4;

/// Waits until no mail waits, and counts what arrived: all of it, and how much of it again.
fn mails(
    name: &str,
    database: &Database,
    mail: &MailServer,
    start: impl Fn() -> Werkbank,
) -> (usize, usize) {
    // What was in hand at the last kill is under a lease of two minutes: here it ends at once.
    change(database, "update outbox set lease_until = 0, next_at = 0 where state = 'waiting'");
    let werkbank = start();
    let began = now();
    while !column(database, "select id from outbox where state = 'waiting'").is_empty() {
        assert!(began.elapsed() < 10 * BACK, "{name}: mails are still waiting");
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(werkbank);
    let sent = column(database, "select message_id from outbox where state = 'sent'");
    let arrived = mail.arrived();
    for id in &sent {
        assert!(arrived.contains_key(id), "{name}: {id} is lost");
    }
    let others = column(database, "select id from outbox where state <> 'sent'");
    assert_eq!(others, Vec::<String>::new(), "{name}: given up");
    (sent.len(), arrived.values().sum::<usize>() - arrived.len())
}

fn rounds(name: &str, database: &Database, rounds: usize) -> Vec<(&'static str, String)> {
    let folder = Folder::new();
    let mail = MailServer::start();
    let start = || {
        let werkbank = Werkbank::builder().data(folder.path()).database(database).arg(mail.arg());
        werkbank.env("RUST_LOG", "warn").start()
    };
    let mut werkbank = start();
    let template: Form = {
        let office = Office::open(&werkbank, database);
        let form = office.form().into_iter().map(|(name, value)| (name.to_owned(), value));
        let form = form.collect();
        // Only the program has the database open when it is killed.
        office.run(office.backend.db.close());
        form
    };
    let (mut dice, made) = (Dice::new(), AtomicUsize::new(1_000));
    println!("{name}: seed {}", dice.seed);
    let (mut all, mut acknowledged, mut unknown) = (Vec::new(), 0, 0);
    let mut slowest = Duration::ZERO;
    for round in 0..rounds {
        let sent = until_killed(werkbank, &template, &made, &mut dice);
        let known = sent.iter().filter(|sent| sent.reference.is_some()).count();
        assert!(known >= LEAST, "round {round} is inconclusive: {known} acknowledged");
        let began: Instant = now();
        werkbank = start();
        assert_eq!(werkbank.get("/healthz").status, 200, "{name}");
        slowest = slowest.max(began.elapsed());
        assert!(slowest < BACK, "{name}: back after {slowest:?}");
        check(name, database, &werkbank, &sent);
        acknowledged += known;
        unknown += sent.len() - known;
        all.extend(sent.iter().map(|sent| sent.key().to_owned()));
    }
    let mut stored = column(database, "select idempotency_key from request");
    stored.sort();
    all.sort();
    assert!(stored == all, "{name}: {} forms, {} requests", all.len(), stored.len());
    drop(werkbank);
    let (sent, again) = mails(name, database, &mail, start);
    assert!(again <= HANDS * rounds, "{name}: {again} mails twice after {rounds} kills");
    vec![
        ("Kills", rounds.to_string()),
        ("Seed", dice.seed.to_string()),
        ("Acknowledged requests, all present", acknowledged.to_string()),
        ("Sent without an answer, one request each after sending again", unknown.to_string()),
        ("Mails, all arrived", sent.to_string()),
        ("Of them a second time, with the same Message-ID", again.to_string()),
        ("Slowest start after a kill", format!("{:.2} s", slowest.as_secs_f64())),
    ]
}

#[test]
fn what_was_acknowledged_survives_kill_minus_nine() {
    let count = if is_long() { 100 } else { 1 };
    for (name, database) in Database::both() {
        let figures = rounds(name, &database, count);
        prove(&format!("kill-{name}"), &format!("Killed during requests: {name}"), &figures);
    }
}
