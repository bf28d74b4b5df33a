//! The state that readers see, and how it is replaced.

use super::files;
use super::load::{Loaded, load};
use super::media::{Media, Photo};
use super::problem::Problem;
use super::watch::fingerprint;
use crate::search::Index;
use domain::Instant;
use domain::content::Content;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// One consistent state of the folder.
#[derive(Debug)]
pub struct Snapshot {
    /// All entries.
    pub content: Arc<Content>,
    /// What can be found in these entries.
    pub search: Arc<Index>,
    /// The files the server answers with, by address without version.
    pub media: BTreeMap<String, Media>,
    /// The photos whose copies it answers with, by the beginning of their address.
    pub photos: BTreeMap<String, Arc<Photo>>,
    /// What somebody should look at; nothing here forbids publishing.
    pub warnings: Vec<Problem>,
    /// When it was loaded.
    pub loaded_at: Instant,
}

/// The content of a running program. Clones share it.
#[derive(Clone, Debug)]
pub struct Store(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    root: PathBuf,
    state: RwLock<State>,
    /// One reload at a time, so that an older reading never replaces a newer one.
    loading: Mutex<()>,
}

#[derive(Clone, Debug)]
struct State {
    snapshot: Arc<Snapshot>,
    problems: Arc<Vec<Problem>>,
}

/// What a reload did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reload {
    /// Readers see a new state.
    Swapped,
    /// The files say what they said before.
    Same,
    /// Something is wrong with the files; readers see the last good state.
    Refused,
    /// The files changed while they were read; readers see what they saw.
    Disturbed,
}

/// How often files that change while they are read are read again before giving up.
const ATTEMPTS: usize = 5;

impl Store {
    /// Reads `root` for the first time at `now`. Blocks.
    ///
    /// # Errors
    /// All problems, if anything forbids publishing: there is no last good state yet.
    pub fn open(root: &Path, now: Instant) -> Result<Store, Vec<Problem>> {
        // At the start whatever was read is better than nothing; the watcher looks again at once.
        let loaded = undisturbed(root, load).unwrap_or_else(|| load(root));
        let Some(content) = loaded.content else { return Err(loaded.problems) };
        let content = Arc::new(content);
        let snapshot = Arc::new(Snapshot {
            search: Arc::new(Index::new(Arc::clone(&content), None)),
            content,
            media: loaded.media,
            photos: loaded.photos,
            warnings: loaded.problems.clone(),
            loaded_at: now,
        });
        let state = RwLock::new(State { snapshot, problems: Arc::new(loaded.problems) });
        Ok(Store(Arc::new(Shared { root: root.to_owned(), state, loading: Mutex::new(()) })))
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.0.root
    }

    /// The state readers see. Whoever answers a request takes it once and keeps it.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.state().snapshot)
    }

    /// All entries of the state readers see.
    pub fn content(&self) -> Arc<Content> {
        Arc::clone(&self.state().snapshot.content)
    }

    /// What is wrong with the files as they are now: warnings, or errors that keep the last good
    /// state in place. Staff sees them.
    pub fn problems(&self) -> Arc<Vec<Problem>> {
        Arc::clone(&self.state().problems)
    }

    /// Reads the folder again at `now`. Blocks.
    pub fn reload(&self, now: Instant) -> Reload {
        let _turn = self.0.loading.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(loaded) = undisturbed(&self.0.root, load) else { return Reload::Disturbed };
        let problems = Arc::new(loaded.problems);
        let before = self.snapshot();
        // Made before the door is locked: whoever asks meanwhile is answered from the old state.
        let fresh = loaded.content.map(Arc::new);
        let search = fresh
            .as_ref()
            .filter(|content| content.version != before.content.version)
            .map(|content| Arc::new(Index::new(Arc::clone(content), Some(&before.search))));
        let mut state = self.0.state.write().unwrap_or_else(PoisonError::into_inner);
        state.problems = Arc::clone(&problems);
        let Some(content) = fresh else { return Reload::Refused };
        let Some(search) = search else { return Reload::Same };
        state.snapshot = Arc::new(Snapshot {
            content,
            search,
            media: loaded.media,
            photos: loaded.photos,
            warnings: problems.to_vec(),
            loaded_at: now,
        });
        Reload::Swapped
    }

    fn state(&self) -> State {
        self.0.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Loads `root` if nobody writes to it meanwhile. Times of files are as coarse as the ticks of the
/// kernel, so a file that is rewritten twice within one tick looks untouched; therefore the bytes
/// are read a second time and compared too.
fn undisturbed(root: &Path, load: impl Fn(&Path) -> Loaded) -> Option<Loaded> {
    (0..ATTEMPTS).find_map(|_| {
        let before = fingerprint(root);
        let loaded = load(root);
        let again = files::read(root, &mut Vec::new()).version;
        (again == loaded.version && fingerprint(root) == before).then_some(loaded)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::fs;

    /// A writer who comes by during the first `visits` readings.
    fn read_with_visitor(root: &Path, visits: usize) -> (Option<Loaded>, usize) {
        let readings = Cell::new(0);
        let file = root.join("sites.txt");
        let loaded = undisturbed(root, |root| {
            let loaded = load(root);
            readings.set(readings.get() + 1);
            if readings.get() <= visits {
                fs::write(&file, format!("{}", readings.get())).unwrap();
            }
            loaded
        });
        (loaded, readings.get())
    }

    #[test]
    fn a_reading_that_was_disturbed_does_not_count() {
        let root = std::env::temp_dir().join(format!("undisturbed-{}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        for (visits, readings) in [(0, 1), (1, 2), (ATTEMPTS - 1, ATTEMPTS)] {
            let (loaded, read) = read_with_visitor(&root, visits);
            assert!(loaded.is_some());
            assert_eq!(read, readings, "{visits} visits");
        }
        let (loaded, read) = read_with_visitor(&root, ATTEMPTS);
        assert!(loaded.is_none());
        assert_eq!(read, ATTEMPTS);
        fs::remove_dir_all(&root).unwrap();
    }
}
