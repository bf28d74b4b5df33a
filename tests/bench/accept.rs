//! Requests arriving from many firms at the same time.

use crate::bare::Bare;
use crate::figures::{quantile, timed};
use backend::on;
use backend::requests::FormKey;
use std::time::Duration;
use tests::{Browser, Database, Folder, MailServer, Office, Werkbank, now};

pub const INTRODUCTION: &str = "\
A request counts as accepted when the firm has the answer: it is then in the database and on disk, \
with its first line of history, its routing and its mails to be sent. Beside it, by turns in the \
same run, the same database takes nothing but rows of the same length, each in a transaction of \
its own that is as durable: SQLite through Python's own module, PostgreSQL through `pgbench`. 16 \
firms send at the same time; beside them one connection and, for PostgreSQL, 16, as SQLite has one \
writer. The Werkbank sends its mails while requests arrive, and is stopped while bare rows are \
written. Five rounds of 5 s each, medians. \"Handed over\" is how long after the commit the mail \
server has a mail, with ten requests a second.

| Database | Accepted/s | p99 | Bare/s, one connection | Ratio (target: 0.5) | 16 connections | Ratio | Handed over: median | p95 |
|---|---|---|---|---|---|---|---|---|";

const FIRMS: usize = 16;
const ROUNDS: usize = 5;
const SECONDS: u64 = 5;
/// Requests sent one after the other to see how soon their mails leave.
const CALM: usize = 100;

/// Measures one database.
pub fn row(name: &str, database: &Database) -> String {
    let (mail, data) = (MailServer::start(), Folder::new());
    let start = || {
        let werkbank = Werkbank::builder().database(database).data(data.path());
        werkbank.arg(mail.arg()).env("RUST_LOG", "warn").start()
    };
    let werkbank = start();
    let office = Office::open(&werkbank, database);
    let calm = calm(&werkbank, &office);
    werkbank.stop();
    let bare = Bare::prepare(database);
    let (mut accepted, mut times) = (Vec::new(), Vec::new());
    let (mut one, mut many) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let werkbank = start();
        let took = flood(&werkbank, &office);
        werkbank.stop();
        accepted.push(per_second(took.len()));
        times.extend(took);
        one.push(bare.rate(1, SECONDS));
        many.extend(bare.takes_many().then(|| bare.rate(FIRMS, SECONDS)));
    }
    format!(
        "| {name} | {:.0} | {:.1} ms | {} | {} | {:.1} s | {:.1} s |",
        middle(&accepted),
        quantile(&times, 0.99),
        beside(&accepted, &one),
        beside(&accepted, &many),
        quantile(&calm, 0.5) / 1000.0,
        quantile(&calm, 0.95) / 1000.0,
    )
}

fn middle(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// Two cells: bare inserts a second, and the accepted requests as a share of them.
fn beside(accepted: &[f64], inserted: &[f64]) -> String {
    if inserted.is_empty() {
        return "– | –".to_owned();
    }
    let ratios: Vec<f64> = accepted.iter().zip(inserted).map(|(a, i)| a / i).collect();
    format!("{:.0} | {:.2}", middle(inserted), middle(&ratios))
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
