//! Hashing passwords: Argon2id, off the async threads, and at most two at once, so that signing
//! in cannot take the machine's memory from everybody else.

use crate::error::{BackendError, Result};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use std::sync::OnceLock;
use tokio::sync::Semaphore;

/// Seats for hashes; each takes 19 MiB for some tens of milliseconds.
static SEATS: Semaphore = Semaphore::const_new(2);

/// The hash that is checked when there is no account, so that the same work is done.
static NOBODY: OnceLock<String> = OnceLock::new();

/// Hashes a password with a salt of its own.
pub(super) async fn hash(password: &str, salt: [u8; 16]) -> Result<String> {
    let password = password.to_owned();
    seated(move || derive(&password, &salt)).await?
}

/// Whether `password` is the one `stored` was made from. Without `stored` the answer is no, after
/// the same work.
pub(super) async fn verify(password: &str, stored: Option<&str>) -> Result<bool> {
    let (password, stored) = (password.to_owned(), stored.map(str::to_owned));
    seated(move || {
        let nobody = if let Some(hash) = NOBODY.get() {
            hash
        } else {
            let made = derive("nobody has this password", &[0; 16])?;
            NOBODY.get_or_init(|| made)
        };
        let hash = stored.as_deref().unwrap_or(nobody);
        let fits = Argon2::default().verify_password(password.as_bytes(), hash).is_ok();
        Ok(fits && stored.is_some())
    })
    .await?
}

fn derive(password: &str, salt: &[u8]) -> Result<String> {
    let hashed: Result<PasswordHash, _> =
        Argon2::default().hash_password_with_salt(password.as_bytes(), salt);
    hashed.map(|hash| hash.to_string()).map_err(|e| BackendError::Unreadable(format!("hash: {e}")))
}

async fn seated<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let seat = SEATS.acquire().await.map_err(|_| BackendError::Panicked)?;
    let done = tokio::task::spawn_blocking(move || {
        // The seat belongs to the work: a caller that goes away does not free it early.
        let _seat = seat;
        work()
    });
    done.await.map_err(|_| BackendError::Panicked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_verifies_its_password_and_no_other() {
        let stored = hash("drei Stühle im Regen", [7; 16]).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(verify("drei Stühle im Regen", Some(&stored)).await.unwrap());
        assert!(!verify("drei Stühle im Rege", Some(&stored)).await.unwrap());
        assert!(!verify("drei Stühle im Regen", None).await.unwrap());
        assert!(!verify("nobody has this password", None).await.unwrap());
        assert!(!verify("x", Some("not a hash")).await.unwrap());
        let other = hash("drei Stühle im Regen", [8; 16]).await.unwrap();
        assert_ne!(stored, other);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn no_more_than_two_at_once() {
        use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
        static NOW: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..20 {
            tasks.spawn(seated(|| {
                let now = NOW.fetch_add(1, SeqCst) + 1;
                MOST.fetch_max(now, SeqCst);
                let _ = derive("drei Stühle im Regen", &[1; 16]);
                NOW.fetch_sub(1, SeqCst);
            }));
        }
        while tasks.join_next().await.is_some() {}
        assert!((1..=2).contains(&MOST.load(SeqCst)));
    }
}
