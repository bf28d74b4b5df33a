//! What is kept in memory up to a number of bytes, the least recently asked-for leaving first.

use lru::LruCache;
use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// How much memory something takes.
pub trait Weigh {
    /// Bytes, about.
    fn weight(&self) -> usize;
}

/// A cache of at most so many bytes.
pub struct BySize<K, V> {
    most: usize,
    inner: Mutex<Inner<K, V>>,
}

struct Inner<K, V> {
    kept: LruCache<K, V>,
    weight: usize,
}

impl<K: Hash + Eq + Weigh, V: Clone + Weigh> BySize<K, V> {
    /// An empty cache of at most `most` bytes.
    pub fn new(most: usize) -> BySize<K, V> {
        BySize { most, inner: Mutex::new(Inner { kept: LruCache::unbounded(), weight: 0 }) }
    }

    /// What is kept under this key.
    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.lock().kept.get(key).cloned()
    }

    /// Keeps something. What nobody can ask for any more goes as soon as room is needed, because
    /// nobody asks for it.
    pub fn put(&self, key: K, value: V) {
        let added = key.weight() + value.weight();
        // One may take a tenth at most: a giant one would only push out all others.
        if added > self.most / 10 {
            return;
        }
        let mut inner = self.lock();
        let inner = &mut *inner;
        inner.weight += added;
        if let Some((key, old)) = inner.kept.push(key, value) {
            inner.weight -= key.weight() + old.weight();
        }
        while inner.weight > self.most {
            let Some((key, old)) = inner.kept.pop_lru() else { break };
            inner.weight -= key.weight() + old.weight();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner<K, V>> {
        // A panic while the lock was held cannot leave more than a wrong weight behind.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Weigh for String {
        fn weight(&self) -> usize {
            self.len()
        }
    }

    #[test]
    fn it_stays_within_its_size_and_keeps_what_is_used() {
        let cache: BySize<String, String> = BySize::new(100_000);
        let text = |size| "x".repeat(size);
        cache.put("used".to_owned(), text(5_000));
        for n in 0..1000 {
            assert!(cache.get("used").is_some(), "lost after {n}");
            cache.put(n.to_string(), text(5_000));
            cache.put("same".to_owned(), text(4_000));
        }
        let inner = cache.lock();
        assert!(inner.weight <= 100_000);
        assert_eq!(inner.weight, inner.kept.iter().map(|(k, v)| k.len() + v.len()).sum::<usize>());
        drop(inner);
        cache.put("giant".to_owned(), text(50_000));
        assert!(cache.get("giant").is_none());
    }
}
