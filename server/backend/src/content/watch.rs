//! Notices changes on disk by looking twice a second: that works on every file system, also on
//! shared ones that tell nobody about changes.

use super::store::{Reload, Store};
use crate::Clock;
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::time::{Instant, MissedTickBehavior, interval};

/// What tells one state of a file from another without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    len: u64,
    modified: Option<SystemTime>,
    /// Identity and time of the last change of the inode: a file put in the place of another keeps
    /// neither, even if its length and its own time are the same.
    inode: (u64, i64, i64),
}

impl Mark {
    /// The mark of a file that looks like this.
    pub fn of(meta: &Metadata) -> Mark {
        Mark { len: meta.len(), modified: meta.modified().ok(), inode: inode(meta) }
    }
}

#[cfg(unix)]
fn inode(meta: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (meta.ino(), meta.ctime(), meta.ctime_nsec())
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

/// How many times as long as looking it rests.
const REST: u32 = 9;

/// Kind, entry, file: nothing deeper is content.
const DEPTH: usize = 3;

/// All files below `root` with their marks. What cannot be looked at is left out, which is a
/// difference to the time when it could.
pub(super) fn fingerprint(root: &Path) -> BTreeMap<PathBuf, Mark> {
    let mut marks = BTreeMap::new();
    let mut folders = vec![(root.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        for item in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = item.path();
            let Ok(meta) = fs::metadata(&path) else { continue };
            if item.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let is_link = item.file_type().is_ok_and(|kind| kind.is_symlink());
            if meta.is_dir() {
                if !is_link && depth + 1 < DEPTH {
                    folders.push((path.clone(), depth + 1));
                }
                // That it is there counts; its times change with every temporary file in it.
                marks.insert(path, Mark { len: 0, modified: None, inode: (0, 0, 0) });
            } else {
                marks.insert(path, Mark::of(&meta));
            }
        }
    }
    marks
}

/// Reloads `store` whenever the folder has changed and then come to rest: two looks in a row have
/// to agree, so five hundred changes in a second are one reload. Ends when `shutdown` is done.
pub async fn watch(
    store: Store,
    clock: Arc<dyn Clock>,
    every: Duration,
    shutdown: impl Future<Output = ()>,
) {
    let mut shutdown = pin!(shutdown);
    let mut ticks = interval(every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut watcher = Watcher::default();
    loop {
        tokio::select! {
            () = &mut shutdown => return,
            _ = ticks.tick() => {}
        }
        let (store, clock) = (store.clone(), Arc::clone(&clock));
        // A panic of the loader ends this look, not the watching.
        let look = tokio::task::spawn_blocking(move || {
            let reload = watcher.look(&store, &*clock);
            (watcher, reload)
        });
        let began = Instant::now();
        let reload;
        (watcher, reload) = look.await.unwrap_or_default();
        // A folder that takes long to look at is looked at less often.
        ticks.reset_after(every.max(REST * began.elapsed()));
        if let Some(reload) = reload {
            tracing::info!(?reload, "content changed on disk");
        }
    }
}

/// What was seen so far.
#[derive(Debug, Default)]
pub(super) struct Watcher {
    /// The last look.
    last: Option<BTreeMap<PathBuf, Mark>>,
    /// The look at which the store was last loaded.
    loaded: Option<BTreeMap<PathBuf, Mark>>,
}

impl Watcher {
    /// Looks once, and reloads if there is something new that has come to rest.
    pub fn look(&mut self, store: &Store, clock: &dyn Clock) -> Option<Reload> {
        let seen = fingerprint(store.root());
        let rests = self.last.as_ref() == Some(&seen);
        let is_new = self.loaded.as_ref() != Some(&seen);
        let mut reload = None;
        if rests && is_new {
            let done = store.reload(clock.now());
            if done != Reload::Disturbed {
                self.loaded = Some(seen.clone());
            }
            reload = Some(done).filter(|&done| done != Reload::Same);
        }
        self.last = Some(seen);
        reload
    }
}
