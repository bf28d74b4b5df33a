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
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Numbers on their way to the database.
#[derive(Default)]
pub struct Views(Mutex<BTreeMap<Date, BTreeMap<Count, i64>>>);

impl Views {
    /// Counts a page that was served to somebody, and the providers it lists. What a browser
    /// fetches beforehand is not looked at yet.
    pub fn seen(
        &self,
        cx: &Context,
        method: &http::Method,
        headers: &HeaderMap,
        listed: &[String],
    ) {
        let beforehand = prefetch::is_beforehand(headers);
        // Programs read data, people look at pages.
        if method != http::Method::GET || beforehand || cx.route.on == On::Data {
            return;
        }
        let Ok(site) = cx.site() else { return };
        let (site, surface, lang) = (site.meta.id.as_str(), cx.place.surface, cx.place.lang);
        let count = |kind: &str, key: &str| Count::new(site, surface, lang, kind, key);
        // The kiosk's own layout of a page is the same page on another surface.
        let page = cx.route.name.trim_start_matches("kiosk_");
        let key = cx.params.first().map_or("all", String::as_str);
        let mut all = self.lock();
        let today = all.entry(cx.today).or_default();
        let impressions = listed.iter().map(|provider| count("impression", provider));
        for count in impressions.chain([count(&format!("{page}_view"), key)]) {
            *today.entry(count).or_default() += 1;
        }
    }

    /// Writes what has gathered. Numbers that cannot be written wait for the next time.
    ///
    /// # Errors
    /// Only if the database fails.
    pub async fn write(&self, backend: &Backend) -> Result<(), BackendError> {
        let days = std::mem::take(&mut *self.lock());
        for (day, numbers) in days {
            let rows: Vec<(Count, i64)> = numbers.clone().into_iter().collect();
            let done = transaction!(backend.db, |tx| counts::add(tx, day, rows.clone()).await);
            if let Err(error) = done {
                let mut all = self.lock();
                for (count, n) in numbers {
                    *all.entry(day).or_default().entry(count).or_default() += n;
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<Date, BTreeMap<Count, i64>>> {
        // A panic while the lock was held cannot leave more than a wrong count behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
