//! What is found, in which order, at which cost.

mod bounds;
mod examples;
mod properties;
mod queries;
mod update;

use super::{Index, Query};
use domain::Lang;
use domain::content::{Content, Provider};
use domain::sample;
use jiff::civil::{Date, date};
use std::sync::Arc;

/// Inside the validity of every sample.
const DAY: Date = date(2026, 11, 22);

/// The sample content, whose first provider is another one.
fn with_provider(change: impl FnOnce(&mut Provider)) -> Content {
    let mut content = sample::content();
    let provider = content.providers.values_mut().next().unwrap();
    change(provider);
    content
}

fn index(content: Content) -> Index {
    Index::new(Arc::new(content), None)
}

/// The ids that are found, in order.
fn find(index: &Index, typed: &str, lang: Lang) -> Vec<String> {
    let results = index.find(&Query::parse(typed), lang, DAY);
    results.hits.iter().map(|hit| hit.document.id().to_string()).collect()
}

/// Numbers that look thrown, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}
