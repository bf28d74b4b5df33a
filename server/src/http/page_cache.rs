//! Pages kept rendered and compressed.
//!
//! A cached page is a function of path, canonical query, content version and Berlin date, nothing
//! else, so it never has to be thrown away for being wrong, only for lack of room.

use super::file::Stored;
use http::HeaderValue;
use jiff::civil::Date;
use lru::LruCache;
use std::sync::{Arc, Mutex, PoisonError};

/// What a page depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The full path.
    pub path: String,
    /// The query as the route knows it: known parameters only, in the route's order.
    pub query: String,
    /// Which content it shows.
    pub content: String,
    /// The day in Berlin.
    pub day: Date,
}

/// A page as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What is sent.
    pub page: Stored,
    /// The providers it lists: sending it again lists them again.
    pub listed: Arc<[String]>,
    /// The header that names the pages likely to be opened next.
    pub link: Option<HeaderValue>,
}

/// Rendered pages, the least recently asked-for leaving first.
pub struct PageCache {
    most: usize,
    inner: Mutex<Inner>,
}

struct Inner {
    pages: LruCache<Key, Kept>,
    size: usize,
}

impl PageCache {
    /// A cache of at most `most` bytes.
    pub fn new(most: usize) -> PageCache {
        PageCache { most, inner: Mutex::new(Inner { pages: LruCache::unbounded(), size: 0 }) }
    }

    /// The page, if it is there.
    pub fn get(&self, key: &Key) -> Option<Kept> {
        self.lock().pages.get(key).cloned()
    }

    /// Keeps a page. Pages of other content or another day can never be asked for again; they go
    /// as soon as room is needed because nobody asks for them.
    pub fn put(&self, key: Key, page: Kept) {
        let added = cost(&key, &page);
        // One page may take a tenth at most: a giant one would only push out all others.
        if added > self.most / 10 {
            return;
        }
        let mut inner = self.lock();
        let inner = &mut *inner;
        inner.size += added;
        if let Some((key, old)) = inner.pages.push(key, page) {
            inner.size -= cost(&key, &old);
        }
        while inner.size > self.most {
            let Some((key, old)) = inner.pages.pop_lru() else { break };
            inner.size -= cost(&key, &old);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        // A panic while the lock was held cannot leave more than a wrong count behind.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn cost(key: &Key, kept: &Kept) -> usize {
    let listed: usize = kept.listed.iter().map(|id| id.len() + 24).sum();
    let link = kept.link.as_ref().map_or(0, HeaderValue::len);
    kept.page.size() + listed + link + key.path.len() + key.query.len() + key.content.len() + 100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(path: &str) -> Key {
        Key {
            path: path.to_owned(),
            query: String::new(),
            content: "1".to_owned(),
            day: jiff::civil::date(2026, 11, 22),
        }
    }

    fn page(size: usize) -> Kept {
        let page = Stored::plain("text/html; charset=utf-8", vec![b'x'; size]);
        Kept { page, listed: Arc::from([]), link: None }
    }

    #[test]
    fn another_day_or_content_is_another_page() {
        let cache = PageCache::new(1 << 20);
        cache.put(key("/"), page(10));
        assert!(cache.get(&key("/")).is_some());
        assert!(cache.get(&Key { content: "2".to_owned(), ..key("/") }).is_none());
        assert!(cache.get(&Key { day: jiff::civil::date(2026, 11, 23), ..key("/") }).is_none());
    }

    #[test]
    fn it_stays_within_its_size_and_keeps_what_is_used() {
        let cache = PageCache::new(100_000);
        cache.put(key("/used"), page(5_000));
        for n in 0..1000 {
            assert!(cache.get(&key("/used")).is_some(), "lost after {n}");
            cache.put(key(&format!("/{n}")), page(5_000));
            cache.put(key("/same"), page(4_000));
        }
        let inner = cache.lock();
        assert!(inner.size <= 100_000);
        assert_eq!(inner.size, inner.pages.iter().map(|(k, p)| cost(k, p)).sum::<usize>());
        drop(inner);
        cache.put(key("/giant"), page(50_000));
        assert!(cache.get(&key("/giant")).is_none());
    }
}
