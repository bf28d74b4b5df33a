//! The index: all entries of one state of the content for the readers of every language.

use super::document::{Counts, Document, Field};
use super::source::{EntryKey, sources};
use super::vocabulary::{Vocabulary, WordId};
use super::words::Stems;
use domain::content::{Content, Kind};
use domain::{Lang, Slug};
use jiff::civil::Date;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Number of an entry within a language.
pub(super) type DocumentId = u32;

/// A word in an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    pub document: DocumentId,
    pub counts: Counts,
}

/// Everything that can be found in one state of the content. It belongs to that state: whoever
/// shows hits takes both from the same snapshot.
pub struct Index {
    pub(super) content: Arc<Content>,
    pub(super) vocabulary: Arc<Vocabulary>,
    pub(super) stems: Arc<Stems>,
    languages: Vec<Language>,
    analysed: usize,
}

/// What a day makes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is on no page.
    Hidden,
    /// It is on a page.
    Shown,
    /// A provider, with its place in the neutral order.
    Listed(usize),
}

/// The entries as readers of one language find them.
pub(super) struct Language {
    pub lang: Lang,
    pub documents: Vec<Arc<Document>>,
    /// Mean number of words in each field.
    pub mean: [f64; 4],
    /// Where in `postings` those of a word begin; the next word's beginning is their end.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    /// Of each entry, for the day that was asked for last.
    standing: Mutex<Option<(Date, Arc<[Standing]>)>>,
}

impl Index {
    /// The index of `content`. Entries that read in `before` as they read now are taken over from
    /// there; only the others are analysed.
    pub fn new(content: Arc<Content>, before: Option<&Index>) -> Index {
        let index = Index::build(content, before);
        // Words of texts that are gone stay in the vocabulary until they outnumber the others.
        if before.is_some() && index.vocabulary.len() > 2 * index.live_words() + 1_000 {
            return Index::build(index.content, None);
        }
        index
    }

    fn build(content: Arc<Content>, before: Option<&Index>) -> Index {
        let mut vocabulary = before.map(|index| Arc::clone(&index.vocabulary)).unwrap_or_default();
        let stems = before.map(|index| Arc::clone(&index.stems)).unwrap_or_default();
        let mut analysed = 0;
        let mut taken_apart: Vec<(Lang, Vec<Arc<Document>>)> = Vec::new();
        for lang in Lang::ALL {
            let known = before.and_then(|index| index.language(lang)).map(Language::by_key);
            let documents = sources(&content, lang).into_iter().map(|(key, source)| {
                let same = known.as_ref().and_then(|known| known.get(&key)).copied();
                if let Some(same) = same.filter(|document| document.source == source) {
                    return Arc::clone(same);
                }
                analysed += 1;
                // Copied once at most, and only if a text has changed: the index before is in use.
                let vocabulary = Arc::make_mut(&mut vocabulary);
                Arc::new(Document::new(key, source, vocabulary, &stems))
            });
            let documents = documents.collect();
            taken_apart.push((lang, documents));
        }
        let languages = taken_apart
            .into_iter()
            .map(|(lang, documents)| Language::new(lang, documents, vocabulary.len()))
            .collect();
        Index { content, vocabulary, stems, languages, analysed }
    }

    /// The state of the content whose entries are found.
    pub fn content(&self) -> &Arc<Content> {
        &self.content
    }

    /// How many entries were analysed to make this index, counted once for each language.
    pub fn analysed(&self) -> usize {
        self.analysed
    }

    /// Its size, for operators and tests.
    pub fn size(&self) -> Size {
        Size {
            documents: self.languages.iter().map(|language| language.documents.len()).sum(),
            words: self.vocabulary.len(),
            postings: self.languages.iter().map(|language| language.postings.len()).sum(),
        }
    }

    pub(super) fn language(&self, lang: Lang) -> Option<&Language> {
        self.languages.iter().find(|language| language.lang == lang)
    }

    /// What `day` makes of each entry of a language, worked out once a day: what is on no page is
    /// no hit either.
    pub(super) fn standing(&self, language: &Language, day: Date) -> Arc<[Standing]> {
        let mut kept = language.standing.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, standing)) = &*kept
            && *known == day
        {
            return Arc::clone(standing);
        }
        let content = &self.content;
        let wall = content.wall(day);
        let places: HashMap<&Slug, usize> =
            wall.iter().enumerate().map(|(place, provider)| (&provider.meta.id, place)).collect();
        let shown = |is: bool| if is { Standing::Shown } else { Standing::Hidden };
        let of = |(kind, id): &EntryKey| match kind {
            Kind::Provider => places.get(id).map_or(Standing::Hidden, |at| Standing::Listed(*at)),
            Kind::Story => shown(content.story(id.as_str(), day).is_some()),
            Kind::Funding => shown(content.funding.get(id).is_some_and(|one| one.is_open(day))),
            _ => Standing::Shown,
        };
        let standing: Arc<[Standing]> =
            language.documents.iter().map(|document| of(&document.key)).collect();
        *kept = Some((day, Arc::clone(&standing)));
        standing
    }

    fn live_words(&self) -> usize {
        let mut live = vec![false; self.vocabulary.len()];
        for document in self.languages.iter().flat_map(|language| &language.documents) {
            for (word, _) in &document.words {
                live[*word as usize] = true;
            }
        }
        live.into_iter().filter(|live| *live).count()
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("size", &self.size()).finish_non_exhaustive()
    }
}

/// How large an index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Entries, counted once for each language.
    pub documents: usize,
    /// Different words.
    pub words: usize,
    /// Words in entries, each counted once for each entry and language.
    pub postings: usize,
}

impl Language {
    fn new(lang: Lang, documents: Vec<Arc<Document>>, words: usize) -> Language {
        let mut starts = vec![0_u32; words + 1];
        for (word, _) in documents.iter().flat_map(|document| &document.words) {
            starts[*word as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let empty = Posting { document: 0, counts: [0; 4] };
        let mut postings = vec![empty; starts.last().map_or(0, |end| *end as usize)];
        let mut next = starts.clone();
        for (document, number) in documents.iter().zip(0..) {
            for (word, counts) in &document.words {
                let at = &mut next[*word as usize];
                postings[*at as usize] = Posting { document: number, counts: *counts };
                *at += 1;
            }
        }
        let mean = Field::ALL.map(|field| {
            let sum: u64 = documents.iter().map(|d| u64::from(d.lengths[field as usize])).sum();
            mean(sum, documents.len())
        });
        Language { lang, documents, mean, starts, postings, standing: Mutex::new(None) }
    }

    fn by_key(&self) -> HashMap<EntryKey, &Arc<Document>> {
        self.documents.iter().map(|document| (document.key.clone(), document)).collect()
    }

    /// Where a word stands, by entry.
    pub fn postings(&self, word: WordId) -> &[Posting] {
        let at = |word: usize| self.starts.get(word).map(|at| *at as usize);
        let word = word as usize;
        let range = at(word).zip(at(word + 1));
        range.and_then(|(from, to)| self.postings.get(from..to)).unwrap_or_default()
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of words are far below 2^52")]
fn mean(sum: u64, n: usize) -> f64 {
    // Never zero, so that it may divide.
    (sum as f64 / n.max(1) as f64).max(1.0)
}
