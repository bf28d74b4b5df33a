//! All entries of one consistent state of `content/`.

use super::orders::Orders;
use super::{Adviser, Funding, Kind, Page, Provider, Signpost, Site, Story, Trend};
use crate::Slug;
use crate::retention::Plan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// All entries. Immutable; a change on disk makes a new one.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Hash of every file: two servers with the same content have the same version.
    pub version: String,
    /// Stories by id.
    pub stories: BTreeMap<Slug, Story>,
    /// Providers by id.
    pub providers: BTreeMap<Slug, Provider>,
    /// Advisers by id.
    pub advisers: BTreeMap<Slug, Adviser>,
    /// Funding by id.
    pub funding: BTreeMap<Slug, Funding>,
    /// Trends by id.
    pub trends: BTreeMap<Slug, Trend>,
    /// Signposts by id.
    pub signposts: BTreeMap<Slug, Signpost>,
    /// Pages by id.
    pub pages: BTreeMap<Slug, Page>,
    /// Sites by id.
    pub sites: BTreeMap<Slug, Site>,
    /// How long what is kept.
    pub retention: Plan,
    /// The neutral orders of the days somebody asked for.
    orders: Orders,
}

impl Content {
    /// The site in `sites/` that comes first by id. `load` guarantees at least one.
    pub fn site(&self) -> Option<&Site> {
        self.sites.values().next()
    }

    /// Stories in the neutral order of `day`.
    pub fn stories_of(&self, day: Date) -> Vec<&Story> {
        self.orders.of(Kind::Story, day, &self.stories, |story| story.published <= day)
    }

    /// The story with this id, once it is published.
    pub fn story(&self, id: &str, day: Date) -> Option<&Story> {
        self.stories.get(id).filter(|story| story.published <= day)
    }

    /// The wall of `day`: confirmed providers in neutral order.
    pub fn wall(&self, day: Date) -> Vec<&Provider> {
        self.orders.of(Kind::Provider, day, &self.providers, |provider| provider.is_listed(day))
    }

    /// Funding open on `day`, in neutral order.
    pub fn open_funding(&self, day: Date) -> Vec<&Funding> {
        self.orders.of(Kind::Funding, day, &self.funding, |funding| funding.is_open(day))
    }

    /// Signposts in their own order.
    pub fn signposts(&self) -> Vec<&Signpost> {
        let mut signposts: Vec<&Signpost> = self.signposts.values().collect();
        signposts.sort_by_key(|signpost| signpost.order);
        signposts
    }

    /// Stories a provider took part in.
    pub fn stories_with(&self, provider: &Slug, day: Date) -> Vec<&Story> {
        self.stories_of(day).into_iter().filter(|s| s.providers.contains(provider)).collect()
    }

    /// The present id of an entry that was renamed.
    pub fn moved(&self, kind: Kind, former: &str) -> Option<&Slug> {
        fn find<'a, T>(
            map: &'a BTreeMap<Slug, T>,
            meta: impl Fn(&T) -> &super::Meta,
            former: &str,
        ) -> Option<&'a Slug> {
            map.iter()
                .find(|(_, e)| meta(e).former.iter().any(|f| f.as_str() == former))
                .map(|(id, _)| id)
        }
        match kind {
            Kind::Story => find(&self.stories, |e| &e.meta, former),
            Kind::Provider => find(&self.providers, |e| &e.meta, former),
            Kind::Adviser => find(&self.advisers, |e| &e.meta, former),
            Kind::Funding => find(&self.funding, |e| &e.meta, former),
            Kind::Trend => find(&self.trends, |e| &e.meta, former),
            Kind::Signpost => find(&self.signposts, |e| &e.meta, former),
            Kind::Page => find(&self.pages, |e| &e.meta, former),
            Kind::Site => find(&self.sites, |e| &e.meta, former),
        }
    }

    /// Whether any entry is invented.
    pub fn has_examples(&self) -> bool {
        self.stories.values().any(|e| e.meta.example)
            || self.providers.values().any(|e| e.meta.example)
            || self.funding.values().any(|e| e.meta.example)
            || self.sites.values().any(|e| e.meta.example)
            || self.retention.example
    }
}
