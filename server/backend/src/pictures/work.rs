//! Makes what is missing in the background, after the start and whenever the content has changed.

use super::{Pictures, folder};
use crate::content::{Photo, Snapshot, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

/// How long after the start to begin: the first seconds belong to those who already wait for a page.
const AFTER_START: Duration = Duration::from_secs(5);

/// How often to look whether there is something to do.
const LOOK: Duration = Duration::from_millis(500);

/// How often the log says how far it is, in milliseconds.
const TELL: i64 = 5_000;

/// How often to come back without a change of the content, in milliseconds: after a full disk soon,
/// to keep the folder tidy daily.
const AGAIN: i64 = 30_000;
const TIDY: i64 = 24 * 60 * 60 * 1000;

impl Pictures {
    /// Keeps the copies of everything in `store` ready. Ends when `shutdown` is done, at the latest
    /// after the picture that is being made.
    pub async fn work(self, store: Store, shutdown: impl Future<Output = ()>) {
        let mut shutdown = pin!(shutdown);
        let mut ticks = interval_at(Instant::now() + AFTER_START, LOOK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        // Done for this state of the content, and when to come back all the same.
        let mut done: Option<(Arc<Snapshot>, i64)> = None;
        loop {
            tokio::select! {
                () = &mut shutdown => return,
                _ = ticks.tick() => {}
            }
            let (snapshot, now) = (store.snapshot(), self.0.clock.now().0);
            if done.as_ref().is_some_and(|(seen, next)| Arc::ptr_eq(seen, &snapshot) && now < *next)
            {
                continue;
            }
            let all_made = tokio::select! {
                () = &mut shutdown => return,
                all_made = self.pass(&snapshot) => all_made,
            };
            let next = self.0.clock.now().0 + if all_made { TIDY } else { AGAIN };
            done = Some((snapshot, next));
        }
    }

    /// Makes the copies that `snapshot` needs and are not there. False if some could not be stored.
    pub(super) async fn pass(&self, snapshot: &Snapshot) -> bool {
        let missing = self.missing(snapshot).await;
        let (total, began) = (missing.len(), self.0.clock.now().0);
        let (mut told, mut made, mut failed, mut stored) = (began, 0, 0, true);
        for (n, photo) in missing.iter().enumerate() {
            match self.make(photo).await {
                Ok(()) => made += 1,
                Err(super::PictureError::Storage) => {
                    // The others would fail as well.
                    stored = false;
                    break;
                }
                Err(_) => failed += 1,
            }
            let now = self.0.clock.now().0;
            if now - told >= TELL {
                told = now;
                tracing::info!("pictures: {} of {total} ready", n + 1);
            }
        }
        if made > 0 {
            let seconds = (self.0.clock.now().0 - began) / 1000;
            tracing::info!(made, failed, seconds, "pictures: copies made");
        }
        self.tidy(snapshot).await;
        stored
    }

    /// The photos without whole copies, each once.
    async fn missing(&self, snapshot: &Snapshot) -> Vec<Arc<Photo>> {
        let photos: BTreeMap<String, Arc<Photo>> =
            snapshot.photos.values().map(|photo| (photo.key.clone(), Arc::clone(photo))).collect();
        let root = self.0.folder.clone();
        let look = spawn_blocking(move || {
            let is_missing =
                |photo: &Arc<Photo>| !folder::is_whole(&root, &photo.key, &photo.names());
            photos.into_values().filter(is_missing).collect()
        });
        look.await.unwrap_or_default()
    }

    async fn tidy(&self, snapshot: &Snapshot) {
        let keys: BTreeSet<String> =
            snapshot.photos.values().map(|photo| photo.key.clone()).collect();
        let (root, now) = (self.0.folder.clone(), self.0.clock.now().0);
        let tidied = spawn_blocking(move || folder::tidy(&root, &|key| keys.contains(key), now));
        match tidied.await {
            Ok(Ok(0)) | Err(_) => {}
            Ok(Ok(removed)) => tracing::info!(removed, "pictures: unused copies removed"),
            Ok(Err(error)) => tracing::warn!(%error, "pictures: unused copies stay"),
        }
    }
}
