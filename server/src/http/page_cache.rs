//! Pages kept rendered and compressed.
//!
//! A cached page is a function of path, canonical query, content version and Berlin date, nothing
//! else, so it never has to be thrown away for being wrong, only for lack of room.

use super::by_size::{BySize, Weigh};
use super::file::Stored;
use super::views::Tally;
use http::HeaderValue;
use jiff::civil::Date;
use std::sync::Arc;

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

impl Weigh for Key {
    fn weight(&self) -> usize {
        self.path.len() + self.query.len() + self.content.len() + 100
    }
}

/// A page as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What is sent.
    pub page: Stored,
    /// What sending it counts.
    pub tally: Arc<Tally>,
    /// The header that names the pages likely to be opened next.
    pub link: Option<HeaderValue>,
}

impl Weigh for Kept {
    fn weight(&self) -> usize {
        let link = self.link.as_ref().map_or(0, HeaderValue::len);
        self.page.size() + self.tally.size() + link
    }
}

/// Rendered pages.
pub type PageCache = BySize<Key, Kept>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_day_or_content_is_another_page() {
        let cache = PageCache::new(1 << 20);
        let key = Key {
            path: "/".to_owned(),
            query: String::new(),
            content: "1".to_owned(),
            day: jiff::civil::date(2026, 11, 22),
        };
        let page = Stored::plain("text/html; charset=utf-8", vec![b'x'; 10]);
        cache.put(key.clone(), Kept { page, tally: Arc::default(), link: None });
        assert!(cache.get(&key).is_some());
        assert!(cache.get(&Key { content: "2".to_owned(), ..key.clone() }).is_none());
        assert!(cache.get(&Key { day: jiff::civil::date(2026, 11, 23), ..key }).is_none());
    }
}
