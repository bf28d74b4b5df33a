//! Every address a route answers, from the route table and the content, so that the sitemap and
//! the suites that visit all pages forget none.

use crate::routes::Route;
use domain::Lang;
use domain::content::{Content, Meta};
use jiff::civil::Date;

/// An address of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The path below the place's prefix.
    pub path: String,
    /// When somebody last checked what the page says, if it is about one entry.
    pub checked_on: Option<Date>,
}

/// Every address of `route` below a place's prefix: its path, or one for each entry of the kind
/// its path names that is on show on `day`. Nothing if it needs a token or an id of the database.
pub fn addresses(route: &Route, content: &Content, day: Date) -> Vec<Address> {
    let fixed = |path: String| Address { path, checked_on: None };
    if let Some((before, after)) = route.path.split_once("{lang}") {
        return Lang::ALL.map(|lang| fixed(format!("{before}{}{after}", lang.code()))).into();
    }
    let Some((before, after)) = route.path.split_once("{id}") else {
        let open = !route.path.contains('{');
        return open.then(|| fixed(route.path.to_owned())).into_iter().collect();
    };
    if after.contains('{') {
        return Vec::new();
    }
    let entries: Vec<&Meta> = match before {
        "/geschichten/" | "/api/v1/stories/" => {
            content.stories_of(day).into_iter().map(|entry| &entry.meta).collect()
        }
        "/anbieter/" | "/api/v1/providers/" => {
            content.wall(day).into_iter().map(|entry| &entry.meta).collect()
        }
        "/foerderung/" | "/api/v1/funding/" => {
            content.open_funding(day).into_iter().map(|entry| &entry.meta).collect()
        }
        "/trends/" | "/api/v1/trends/" => {
            content.trends.values().map(|entry| &entry.meta).collect()
        }
        _ => Vec::new(),
    };
    entries
        .into_iter()
        .map(|meta| Address {
            path: format!("{before}{}{after}", meta.id),
            checked_on: meta.checked_on,
        })
        .collect()
}
