//! Requests arriving from many firms at the same time.

use crate::bare::Bare;
use crate::figures::{quantile, timed};
use backend::on;
use backend::requests::FormKey;
use std::time::Duration;
use tests::{Browser, Database, MailServer, Office, Werkbank, now};

pub const INTRODUCTION: &str = "\
A request counts as accepted when the firm has the answer: it is then in the database and on disk, \
with its first line of history, its routing and its mails to be sent. Beside it, by turns in the \
same run, the same database takes nothing but rows of the same length, each in a transaction of \
its own that is as durable: SQLite through Python's own module, PostgreSQL through `pgbench`. 16 \
firms at the same time, 16 connections of `pgbench`; one connection for SQLite, which has one \
writer. Five pairs of 5 s, medians. The Werkbank sends its mails at the same time. \"Handed over\" \
is how long after the commit the mail server has a mail, with ten requests a second.

| Database | Accepted/s | p99 | Bare inserts/s | Ratio (target: at least 0.5) | Handed over: median | p95 |
|---|---|---|---|---|---|---|";

const FIRMS: usize = 16;
const PAIRS: usize = 5;
const SECONDS: u64 = 5;
/// Requests sent one after the other to see how soon their mails leave.
const CALM: usize = 100;

/// Measures one database.
pub fn row(name: &str, database: &Database) -> String {
    let mail = MailServer::start();
    let werkbank = Werkbank::builder().database(database).arg(mail.arg()).env("RUST_LOG", "warn");
    let werkbank = werkbank.start();
    let office = Office::open(&werkbank, database);
    let calm = calm(&werkbank, &office);
    let bare = Bare::prepare(database);
    let (mut accepted, mut inserted, mut times) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let took = flood(&werkbank, &office);
        accepted.push(per_second(took.len()));
        times.extend(took);
        inserted.push(bare.rate(SECONDS));
    }
    let ratios: Vec<f64> = accepted.iter().zip(&inserted).map(|(a, i)| a / i).collect();
    let middle = |values: &[f64]| quantile(values, 0.5);
    format!(
        "| {name} | {:.0} | {:.1} ms | {:.0} | {:.2} | {:.1} s | {:.1} s |",
        middle(&accepted),
        quantile(&times, 0.99),
        middle(&inserted),
        middle(&ratios),
        quantile(&calm, 0.5) / 1000.0,
        quantile(&calm, 0.95) / 1000.0,
    )
}

fn per_second(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX)) / Duration::from_secs(SECONDS).as_secs_f64()
}

/// Firms send as fast as they get answers; how long each answer took, in milliseconds.
fn flood(werkbank: &Werkbank, office: &Office) -> Vec<f64> {
    std::thread::scope(|scope| {
        let firms: Vec<_> = (0..FIRMS)
            .map(|_| {
                scope.spawn(|| {
                    let (began, mut took) = (now(), Vec::new());
                    while began.elapsed() < Duration::from_secs(SECONDS) {
                        took.push(send(werkbank, office));
                    }
                    took
                })
            })
            .collect();
        firms.into_iter().flat_map(|firm| firm.join().expect("a firm")).collect()
    })
}

/// Sends the last step of a form that nobody has sent before.
fn send(werkbank: &Werkbank, office: &Office) -> f64 {
    let mut browser = Browser::new(werkbank.address);
    let form = office.form();
    let key = FormKey::mint(&office.backend);
    let mut fields: Vec<(&str, &str)> =
        form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend([("key", key.as_str()), ("go", "send")]);
    let (took, answer) = timed(|| browser.post("/anfrage", &fields));
    assert_eq!(answer.status, 303, "{}", answer.text());
    took
}

/// Ten requests a second; how long after the commit each of their mails was handed over, in
/// milliseconds.
fn calm(werkbank: &Werkbank, office: &Office) -> Vec<f64> {
    for _ in 0..CALM {
        send(werkbank, office);
        std::thread::sleep(Duration::from_millis(100));
    }
    while office.number("select count(*) from outbox where state = 'waiting'") > 0 {
        std::thread::sleep(Duration::from_millis(100));
    }
    office.run(async {
        let mut conn = office.read().await;
        let sql = "select done_at - created_at from outbox where state = 'sent'";
        let rows: Vec<(i64,)> =
            on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).expect("the times");
        let ms = |(ms,): (i64,)| f64::from(i32::try_from(ms).unwrap_or(i32::MAX));
        rows.into_iter().map(ms).collect()
    })
}
