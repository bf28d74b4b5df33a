//! Counting for the evaluation: how often something happened on a day, by site, surface and
//! language. No person, no address, no moment finer than a day.

mod sql;

use crate::{Backend, Result, Tx, transaction};
use domain::{Lang, Surface};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is counted, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// Site id.
    pub site: String,
    /// `web`, `kiosk` or `desk`; see [`Surface::tag`].
    pub surface: &'static str,
    /// Language tag.
    pub lang: &'static str,
    /// What happened: `story_view`, `request_sent`, `request_sent.goal` …
    pub kind: String,
    /// To what: a story, a goal, `all` …
    pub key: String,
}

impl Count {
    /// A count at this place.
    pub fn new(site: &str, surface: Surface, lang: Lang, kind: &str, key: &str) -> Count {
        Count {
            site: site.to_owned(),
            surface: surface.tag(),
            lang: lang.code(),
            kind: kind.to_owned(),
            key: key.to_owned(),
        }
    }
}

/// What a kiosk reports itself: pages it showed from its own memory, and how visits went; and that an
/// edition of the exhibition did not come whole. Pages that
/// the server sends it counts.
const KIOSK_KINDS: [&str; 31] = [
    "about_view",
    "accessibility_view",
    "attract_view",
    "bundle_fault",
    "funding_view",
    "how_it_works_view",
    "impression",
    "imprint_view",
    "more_view",
    "offline_view",
    "order_view",
    "privacy_view",
    "programme_view",
    "provider_view",
    "request_view",
    "shortlist_view",
    "sign_view",
    "signposts_view",
    "start_view",
    "stories_view",
    "story_view",
    "take_provider_view",
    "take_story_view",
    "trend_view",
    "trends_view",
    "visit_begun",
    "visit_ended",
    "visit_idle",
    "visit_offline",
    "visit_view",
    "wall_view",
];

/// Whether a kiosk may report this kind of count.
pub fn is_of_kiosk(kind: &str) -> bool {
    KIOSK_KINDS.contains(&kind)
}

/// Rows of one statement; databases limit its parameters.
const AT_ONCE: usize = 100;

/// Adds to the counts of `day`. Sorted first, so that two transactions that count the same do not
/// wait for each other in a circle.
pub async fn add(tx: &mut Tx, day: Date, counts: Vec<(Count, i64)>) -> Result<()> {
    let mut sums = BTreeMap::new();
    for (count, n) in counts {
        *sums.entry(count).or_insert(0) += n;
    }
    let sums: Vec<(Count, i64)> = sums.into_iter().collect();
    for some in sums.chunks(AT_ONCE) {
        sql::add(tx, &day.to_string(), some).await?;
    }
    Ok(())
}

/// Takes back what was counted on `day` for something that turned out differently.
pub(crate) async fn take_back(tx: &mut Tx, day: Date, counts: &[Count]) -> Result<()> {
    let mut counts: Vec<&Count> = counts.iter().collect();
    counts.sort();
    for count in counts {
        sql::take_one(tx, &day.to_string(), count).await?;
    }
    Ok(())
}

/// Counts somebody who came in without an appointment.
pub async fn add_visit(backend: &Backend, site: &str) -> Result<()> {
    transaction!(backend.db, |tx| add(tx, backend.now().day(), vec![(visit(site), 1)]).await)
}

/// Takes back the last visit of today; with none there is nothing to take back.
pub async fn take_back_visit(backend: &Backend, site: &str) -> Result<()> {
    let day = backend.now().day().to_string();
    transaction!(backend.db, |tx| sql::take_one(tx, &day, &visit(site)).await)
}

/// Visits counted today.
pub async fn visits(backend: &Backend, site: &str) -> Result<i64> {
    let mut conn = backend.db.read().await?;
    sql::number(&mut conn, &backend.now().day().to_string(), &visit(site)).await
}

fn visit(site: &str) -> Count {
    Count::new(site, Surface::Desk, Lang::De, "visit", "walk_in")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on;
    use crate::testing::{Fixture, NOON};

    test_db!(a_visit_is_counted_and_taken_back, |f: Fixture| async move {
        let b = &f.backend;
        let now = async || visits(b, "dortmund").await.unwrap();
        take_back_visit(b, "dortmund").await.unwrap();
        assert_eq!(now().await, 0);
        for _ in 0..3 {
            add_visit(b, "dortmund").await.unwrap();
        }
        take_back_visit(b, "dortmund").await.unwrap();
        take_back_visit(b, "hagen").await.unwrap();
        assert_eq!(now().await, 2);
        // Another day, another tally.
        f.clock.set(NOON.plus_days(1));
        assert_eq!(now().await, 0);
        for _ in 0..5 {
            take_back_visit(b, "dortmund").await.unwrap();
        }
        assert_eq!(now().await, 0);
    });

    test_db!(parallel_counts_add_up, |f: Fixture| async move {
        let b = f.backend.clone();
        let tasks: Vec<_> = (0..20)
            .map(|n| {
                let db = b.db.clone();
                tokio::spawn(async move {
                    let count = |key: &str| {
                        (Count::new("dortmund", Surface::Web, Lang::De, "story_view", key), 2)
                    };
                    let one = |(count, _): (Count, i64)| (count, 1);
                    let twice = [one(count("c")), one(count("c"))];
                    let counts = [vec![count("a"), count("b")], twice.into()].concat();
                    let counts =
                        if n % 2 == 0 { counts } else { counts.into_iter().rev().collect() };
                    transaction!(db, |tx| add(tx, NOON.day(), counts.clone()).await).unwrap();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let mut conn = b.db.read().await.unwrap();
        let sql = "select key, n from counts where day = '2026-11-24' order by key";
        let rows: Vec<(String, i64)> =
            on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
        assert_eq!(rows, [("a".into(), 40), ("b".into(), 40), ("c".into(), 40)]);
    });
}
