//! Randomness as an argument, and the two kinds of names made from it: row ids, which are no
//! secret, and tokens, which are.

use domain::Instant;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// A source of random bytes.
pub trait Entropy: Send + Sync + 'static {
    /// Fills `bytes` with random ones.
    fn fill(&self, bytes: &mut [u8]);

    /// A new row id; ids of later moments sort later.
    fn id(&self, now: Instant) -> Id {
        let mut random = [0; 10];
        self.fill(&mut random);
        let millis = u64::try_from(now.0).unwrap_or_default();
        Id(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string())
    }

    /// 256 random bits for a link.
    fn token(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        bytes
    }
}

/// The operating system's random numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// # Panics
    /// If the operating system has no random numbers: nothing may go on without them.
    #[expect(clippy::disallowed_methods, reason = "the one place where randomness comes in")]
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            panic!("the operating system gives no random numbers: {error}");
        }
    }
}

/// Numbers that look random and are the same in every run with the same seed: for tests and
/// demonstrations, never for secrets.
#[derive(Debug)]
pub struct SeededEntropy {
    seed: u64,
    drawn: AtomicU64,
}

impl SeededEntropy {
    /// A source that begins at `seed`.
    pub const fn new(seed: u64) -> SeededEntropy {
        SeededEntropy { seed, drawn: AtomicU64::new(0) }
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let n = self.drawn.fetch_add(1, Ordering::SeqCst);
            let mut hash = Sha256::new();
            hash.update(self.seed.to_be_bytes());
            hash.update(n.to_be_bytes());
            chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
        }
    }
}

/// The id of a row: a UUID (version 7) in its hyphenated lower-case form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
#[sqlx(transparent)]
pub struct Id(String);

impl Id {
    /// Reads an id from an address or a form; anything but the canonical form is `None`.
    pub fn parse(text: &str) -> Option<Id> {
        let uuid = uuid::Uuid::try_parse(text).ok()?;
        (uuid.to_string() == text).then(|| Id(text.to_owned()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_later_moments_sort_later() {
        let entropy = SeededEntropy::new(1);
        let early = entropy.id(Instant(1_795_305_600_000));
        let late = entropy.id(Instant(1_795_305_600_001));
        assert!(early < late, "{early} {late}");
        assert_eq!(Id::parse(early.as_str()), Some(early));
    }

    #[test]
    fn an_id_has_one_form() {
        for bad in [
            "",
            "1",
            "0199AB00-0000-7000-8000-000000000000",
            "\0",
            "{0199ab00-0000-7000-8000-000000000000}",
        ] {
            assert_eq!(Id::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn tokens_differ_and_a_seed_repeats_them() {
        let (a, b) = (SeededEntropy::new(7), SeededEntropy::new(7));
        let first = a.token();
        assert_ne!(first, a.token());
        assert_eq!(first, b.token());
        assert_ne!(SystemEntropy.token(), SystemEntropy.token());
    }
}
