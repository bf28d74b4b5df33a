//! Suggestions while somebody types.

use super::find::{Class, Hit, Results};
use super::index::Index;
use super::query::Query;
use domain::Lang;
use jiff::civil::Date;

/// Suggestions at once, of one kind and in all.
const OF_A_KIND: usize = 3;
const MOST: usize = 8;

impl Index {
    /// What somebody who has typed this much may be looking for: the first hits of every kind, in
    /// the order of the list. Nothing for a single letter. Where names or tags match, what merely
    /// mentions the word is no suggestion.
    pub fn suggest(&self, typed: &str, lang: Lang, day: Date) -> Vec<Hit<'_>> {
        let query = Query::parse(typed);
        let letters: usize = query.words.iter().map(|typed| typed.word.chars().count()).sum();
        if letters < 2 {
            return Vec::new();
        }
        let Results { hits, .. } = self.find_typed(&query, lang, day, true);
        let is_about = |hit: &Hit<'_>| hit.class <= Class::Tag;
        let any = hits.iter().any(is_about);
        let mut shown: Vec<Hit<'_>> = Vec::new();
        for hit in hits.into_iter().filter(|hit| !any || is_about(hit)) {
            let kind = hit.document.kind();
            let same = shown.iter().filter(|known| known.document.kind() == kind).count();
            if same < OF_A_KIND {
                shown.push(hit);
            }
        }
        shown.truncate(MOST);
        shown
    }
}
