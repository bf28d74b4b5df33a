//! Neutral orders that were asked for before: among thousands of entries, most of a page's time
//! would go into putting all of them in order to show a few.

use super::Kind;
use crate::{Slug, order};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Orders that are kept: of three kinds, of today, yesterday and whoever's clock is ahead.
const MOST: usize = 12;

/// For a kind and a day, how many entries there are, and the places of those shown among them.
type Known = BTreeMap<(Kind, Date), (usize, Arc<[usize]>)>;

/// The orders of one state of the content.
#[derive(Debug, Default)]
pub(super) struct Orders(RwLock<Known>);

/// A copy may be changed before it is used, so it begins without any.
impl Clone for Orders {
    fn clone(&self) -> Orders {
        Orders::default()
    }
}

impl Orders {
    /// Those of `entries` that are `shown`, in the order of `day`.
    pub fn of<'a, T>(
        &self,
        kind: Kind,
        day: Date,
        entries: &'a BTreeMap<Slug, T>,
        shown: impl Fn(&T) -> bool,
    ) -> Vec<&'a T> {
        let all: Vec<(&Slug, &T)> = entries.iter().collect();
        let places = self.known(kind, day, all.len()).unwrap_or_else(|| {
            let mut places: Vec<usize> = (0..all.len()).filter(|at| shown(all[*at].1)).collect();
            order::sort(&mut places, day, |at| all[*at].0.as_str());
            self.keep(kind, day, all.len(), places.into())
        });
        places.iter().map(|at| all[*at].1).collect()
    }

    fn known(&self, kind: Kind, day: Date, of: usize) -> Option<Arc<[usize]>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (entries, places) = known.get(&(kind, day))?;
        (*entries == of).then(|| Arc::clone(places))
    }

    fn keep(&self, kind: Kind, day: Date, of: usize, places: Arc<[usize]>) -> Arc<[usize]> {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.clear();
        }
        known.insert((kind, day), (of, Arc::clone(&places)));
        places
    }
}
