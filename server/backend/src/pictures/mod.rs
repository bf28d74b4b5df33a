//! The copies of photos that the website sends: made once each, kept in the data folder. A photo
//! itself never leaves the server, for it may say where and when it was taken.

mod folder;
mod make;
mod work;

#[cfg(test)]
mod tests;

pub use make::{MakeError, PIPELINE, try_out};

use crate::Clock;
use crate::content::Photo;
use std::collections::{HashMap, HashSet};
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::spawn_blocking;

/// After copies could not be stored, how many milliseconds pass before the next are made: a full
/// disk shall not keep a processor busy.
const PAUSE: i64 = 15_000;

/// Why there is no copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The file is no picture that can be decoded; making it again does not help.
    #[error("the file is not a picture that can be decoded")]
    Broken,
    /// The file has changed since the content was loaded, or cannot be read; the next look at the
    /// folder clears that up.
    #[error("the file has changed or cannot be read")]
    Changed,
    /// The data folder takes no copies: full, or read-only. Later it may.
    #[error("the copies cannot be stored")]
    Storage,
}

type Running = Arc<OnceCell<Result<(), PictureError>>>;

/// The copies of the photos. Clones share them.
#[derive(Clone)]
pub struct Pictures(Arc<Shared>);

struct Shared {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    /// One picture at a time, whoever asks: a large one takes a quarter of a gigabyte.
    turn: Semaphore,
    /// What is being made, by key, so that nobody makes it twice.
    running: Mutex<HashMap<String, Running>>,
    /// Keys of what cannot be decoded.
    broken: Mutex<HashSet<String>>,
    /// Until when nothing is made because it could not be stored.
    stalled: AtomicI64,
}

impl Pictures {
    /// Copies in `folder`, which need not exist yet.
    pub fn at(folder: PathBuf, clock: Arc<dyn Clock>) -> Pictures {
        Pictures(Arc::new(Shared {
            folder,
            clock,
            turn: Semaphore::new(1),
            running: Mutex::default(),
            broken: Mutex::default(),
            stalled: AtomicI64::new(0),
        }))
    }

    /// The copy of `photo` called `name`, one of [`Photo::names`]. It is made now if it is not
    /// there.
    pub async fn copy(&self, photo: &Arc<Photo>, name: &str) -> Result<Vec<u8>, PictureError> {
        if let Some(bytes) = self.stored(photo, name).await? {
            return Ok(bytes);
        }
        self.make(photo).await?;
        self.stored(photo, name).await?.ok_or(PictureError::Storage)
    }

    /// Makes the copies of `photo` unless they are there.
    pub async fn make(&self, photo: &Arc<Photo>) -> Result<(), PictureError> {
        if lock(&self.0.broken).contains(&photo.key) {
            return Err(PictureError::Broken);
        }
        let running = Arc::clone(lock(&self.0.running).entry(photo.key.clone()).or_default());
        let result = *running.get_or_init(|| self.make_now(photo)).await;
        let mut all = lock(&self.0.running);
        if all.get(&photo.key).is_some_and(|current| Arc::ptr_eq(current, &running)) {
            all.remove(&photo.key);
        }
        result
    }

    async fn make_now(&self, photo: &Arc<Photo>) -> Result<(), PictureError> {
        // The semaphore is never closed.
        let Ok(_turn) = self.0.turn.acquire().await else { return Err(PictureError::Changed) };
        if self.0.clock.now().0 < self.0.stalled.load(Ordering::Relaxed) {
            return Err(PictureError::Storage);
        }
        let (photo, root) = (Arc::clone(photo), self.0.folder.clone());
        let file = photo.path.clone();
        let key = photo.key.clone();
        let made = spawn_blocking(move || {
            if folder::is_whole(&root, &photo.key, &photo.names()) {
                return Ok(());
            }
            let original = photo.read().map_err(Fault::Changed)?;
            let copies = make::make(&photo, &original).map_err(Fault::Broken)?;
            folder::write(&root, &photo.key, &copies).map_err(Fault::Storage)
        });
        // A panic of a decoder is one more way in which a file can be broken.
        let fault = match made.await {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(fault)) => fault,
            Err(panic) => Fault::Broken(MakeError::Encode(panic.to_string())),
        };
        let file = file.display();
        match fault {
            Fault::Changed(error) => {
                tracing::warn!(%file, %error, "a picture cannot be read");
                Err(PictureError::Changed)
            }
            Fault::Broken(error) => {
                tracing::error!(%file, %error, "a picture cannot be decoded and is not shown");
                lock(&self.0.broken).insert(key);
                Err(PictureError::Broken)
            }
            Fault::Storage(error) => {
                tracing::error!(%file, %error, "a picture cannot be stored; trying again");
                self.0.stalled.store(self.0.clock.now().0 + PAUSE, Ordering::Relaxed);
                Err(PictureError::Storage)
            }
        }
    }

    async fn stored(&self, photo: &Photo, name: &str) -> Result<Option<Vec<u8>>, PictureError> {
        let (root, key, name) = (self.0.folder.clone(), photo.key.clone(), name.to_owned());
        match spawn_blocking(move || folder::read(&root, &key, &name)).await {
            Ok(Ok(found)) => Ok(found),
            Ok(Err(error)) => {
                tracing::error!(%error, "the folder of pictures cannot be read");
                Err(PictureError::Storage)
            }
            Err(_) => Err(PictureError::Storage),
        }
    }
}

enum Fault {
    Changed(io::Error),
    Broken(MakeError),
    Storage(io::Error),
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What is kept under these locks is whole between any two lines.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
