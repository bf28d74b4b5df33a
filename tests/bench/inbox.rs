//! The inbox when 100,000 requests are in the database.

use crate::figures::{quantile, timed};
use backend::{Id, on, transaction};
use domain::staff::Role;
use std::fmt::Write as _;
use tests::{Browser, Database, Office, Stage, Werkbank};

pub const INTRODUCTION: &str = "\
The inbox with 100,000 requests, 40,000 of them not ended, shared by five advisers and a pool. \
Milliseconds until the last byte, one person at a time, and how many queries the page makes, \
signing in included.

| Database | Who | Page | Median | p99 (target: at most 50 ms) | Queries |
|---|---|---|---|---|---|";

const REQUESTS: i64 = 100_000;
const ADVISERS: usize = 5;
const ROUNDS: usize = 100;

/// Everything the inbox shows, first and later pages.
const PAGES: [&str; 9] = [
    "/mitarbeit/anfragen",
    "/mitarbeit/anfragen?ansicht=team",
    "/mitarbeit/anfragen?ansicht=team&seite=20",
    "/mitarbeit/anfragen?ansicht=pool",
    "/mitarbeit/anfragen?ansicht=waiting",
    "/mitarbeit/anfragen?ansicht=closed",
    "/mitarbeit/anfragen?ansicht=closed&seite=20",
    "/mitarbeit/anfragen?suche=betrieb+4711",
    "/mitarbeit/anfragen?suche=00004711",
];

/// Copies of one request, spread over states, people and time.
const COPIES: &str = "
    insert into request (id, site, reference, idempotency_key, kind, channel, lang, state, version,
        firm, person, email, phone, contact_by, message, goal, goals, budget, sector, district, size,
        ask_later, desk, routing_reason, assigned, created_at, changed_at, confirmed_at, delete_on,
        found_by)
    with recursive numbers (n) as (
        select 1 union all select n + 1 from numbers where n < $1
    )
    select substr(t.id, 1, 29) || cast(1000000 + n as text), t.site,
        '0' || cast(1000000 + n as text), t.id || cast(n as text), t.kind, t.channel, t.lang,
        case when n % 10 < 6 then 'closed' when n % 10 = 6 then 'proposing'
            when n % 10 = 7 then 'unconfirmed' when n % 10 = 8 then 'met' else 'open' end,
        1, 'Betrieb ' || cast(n as text), t.person, t.email, t.phone, t.contact_by, t.message, t.goal,
        t.goals, t.budget, t.sector, t.district, t.size, 0, t.desk, t.routing_reason, null,
        t.created_at - n * 60000, t.changed_at, t.confirmed_at, t.delete_on,
        'betrieb ' || cast(n as text)
    from request t, numbers";

/// Gives each adviser a seventh; two sevenths stay in the pool.
const SHARE: &str = "
    update request set assigned = $1
    where cast(substr(reference, 2) as integer) % 7 = $2 and reference like '01%'";

/// Measures one database.
pub fn rows(name: &str, database: &Database) -> String {
    let start = |log: &str| Werkbank::builder().database(database).env("RUST_LOG", log).start();
    let werkbank = start("warn");
    let office = Office::open(&werkbank, database);
    let advisers: Vec<_> = (0..ADVISERS).map(|_| office.member(Role::Adviser)).collect();
    fill(&office, &advisers);
    let people = [
        ("adviser", office.sign_in(&werkbank, &advisers[0])),
        ("coordinator", office.sign_in(&werkbank, &office.member(Role::Coordinator))),
    ];
    let mut measured = Vec::new();
    for (who, mut browser) in people.clone() {
        for page in PAGES {
            get(&mut browser, page);
            let times: Vec<f64> =
                (0..ROUNDS).map(|_| timed(|| get(&mut browser, page)).0).collect();
            measured.push((who, page, times));
        }
    }
    werkbank.stop();
    let werkbank = start("warn,sqlx::query=debug");
    let mut text = String::new();
    for (who, page, times) in measured {
        let browser = people.iter().find(|(name, _)| *name == who).map(|(_, browser)| browser);
        let queries =
            queries(&werkbank, &mut browser.expect("a browser").at(werkbank.address), page);
        let _ = writeln!(
            text,
            "| {name} | {who} | `{page}` | {:.1} | {:.1} | {queries} |",
            quantile(&times, 0.5),
            quantile(&times, 0.99),
        );
    }
    text
}

/// Fills the database.
fn fill(office: &Office, advisers: &[Id]) {
    office.case(Stage::Unconfirmed, None);
    office.run(async {
        transaction!(office.backend.db, |tx| {
            on!(tx, |c| sqlx::query(COPIES).bind(REQUESTS).execute(c).await.map(|_| ()))?;
            for (n, adviser) in (1_i64..).zip(advisers) {
                on!(tx, |c| sqlx::query(SHARE).bind(adviser).bind(n).execute(c).await.map(|_| ()))?;
            }
            Ok(())
        })
        .expect("rows");
    });
}

/// How many queries a page makes, counted in the log. Jobs make some as well, so the fewest count.
fn queries(werkbank: &Werkbank, browser: &mut Browser, page: &str) -> usize {
    let count = || werkbank.log().matches("sqlx::query").count();
    let once = |browser: &mut Browser| {
        let before = count();
        get(browser, page);
        count() - before
    };
    (0..20).map(|_| once(browser)).min().unwrap_or_default()
}

fn get(browser: &mut Browser, page: &str) {
    let answer = browser.get(page);
    assert_eq!(answer.status, 200, "{page}");
}
