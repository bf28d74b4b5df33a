//! What is looked at, counted by the day: pages, and how often each provider was listed. No person,
//! no address, no moment. Numbers gather here and reach the database every few seconds, so that
//! reading never waits for writing; a server that is killed loses those seconds, nothing else.

use super::prefetch;
use app::context::Context;
use app::routes::On;
use backend::counts::{self, Count};
use backend::{Backend, BackendError, transaction};
use http::HeaderMap;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What one look at a page counts, and how many looks are not written yet.
#[derive(Debug, Default)]
pub struct Tally {
    day: Date,
    counts: Vec<Count>,
    looks: AtomicI64,
}

impl Tally {
    /// The tally of a page that was rendered: itself, and the providers it lists.
    pub fn of(cx: &Context) -> Tally {
        let site = match cx.site() {
            // Programs read data, people look at pages.
            Ok(site) if cx.route.on != On::Data => site.meta.id.as_str(),
            _ => return Tally::default(),
        };
        let (surface, lang) = (cx.place.surface, cx.place.lang);
        let count = |kind: &str, key: &str| Count::new(site, surface, lang, kind, key);
        // The kiosk's own layout of a page is the same page on another surface.
        let page = cx.route.name.trim_start_matches("kiosk_");
        let key = cx.params.first().map_or("all", String::as_str);
        let impressions = cx.listed().iter().map(|id| count("impression", id)).collect::<Vec<_>>();
        let counts = impressions.into_iter().chain([count(&format!("{page}_view"), key)]).collect();
        Tally { day: cx.today, counts, looks: AtomicI64::new(0) }
    }

    /// What one look counts, and to what.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, &str)> {
        self.counts.iter().map(|count| (count.kind.as_str(), count.key.as_str()))
    }

    /// How much memory it takes.
    pub fn size(&self) -> usize {
        let texts = |count: &Count| count.site.len() + count.kind.len() + count.key.len();
        self.counts.iter().map(|count| texts(count) + size_of::<Count>()).sum()
    }
}

/// Numbers on their way to the database.
#[derive(Default)]
pub struct Views {
    /// Tallies with looks that are not written.
    looked_at: Mutex<Vec<Arc<Tally>>>,
}

impl Views {
    /// Counts a page that was served to somebody. What a browser fetches beforehand
    /// is not looked at yet.
    pub fn seen(&self, tally: &Arc<Tally>, method: &http::Method, headers: &HeaderMap) {
        if method == http::Method::GET && !prefetch::is_beforehand(headers) {
            self.looked(tally);
        }
    }

    /// Counts one look.
    pub fn looked(&self, tally: &Arc<Tally>) {
        self.add(tally, 1);
    }

    fn add(&self, tally: &Arc<Tally>, looks: i64) {
        if !tally.counts.is_empty() && tally.looks.fetch_add(looks, Ordering::Relaxed) == 0 {
            self.waiting().push(Arc::clone(tally));
        }
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Arc<Tally>>> {
        // A panic while the lock was held cannot leave half a tally behind.
        self.looked_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what has gathered. Numbers that cannot be written wait for the next time.
    ///
    /// # Errors
    /// Only if the database fails.
    pub async fn write(&self, backend: &Backend) -> Result<(), BackendError> {
        let tallies = std::mem::take(&mut *self.waiting());
        let mut days: BTreeMap<Date, Vec<(Arc<Tally>, i64)>> = BTreeMap::new();
        for tally in tallies {
            // Whoever looks from here on finds zero and puts the tally on the list again.
            let looks = tally.looks.swap(0, Ordering::Relaxed);
            days.entry(tally.day).or_default().push((tally, looks));
        }
        let mut outcome = Ok(());
        for (day, tallies) in days {
            let mut sums: BTreeMap<&Count, i64> = BTreeMap::new();
            for (tally, looks) in &tallies {
                for count in &tally.counts {
                    *sums.entry(count).or_default() += looks;
                }
            }
            let rows: Vec<(Count, i64)> =
                sums.into_iter().map(|(count, n)| (count.clone(), n)).collect();
            let done = transaction!(backend.db, |tx| counts::add(tx, day, rows.clone()).await);
            if let Err(error) = done {
                for (tally, looks) in &tallies {
                    self.add(tally, *looks);
                }
                outcome = Err(error);
            }
        }
        outcome
    }
}
