//! A search: which entries match, how well, and in which order they are listed.

use super::document::{Document, Field};
use super::excerpt::Marks;
use super::index::{Index, Language, Standing};
use super::lookup::{Found, How, Lookup, Work};
use super::query::Query;
use super::vocabulary::WordId;
use super::words::Rules;
use domain::Lang;
use domain::content::Kind;
use jiff::civil::Date;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Hits of one kind that are listed; whoever finds more wants another word.
pub const MOST_HITS: usize = 500;

/// Places of words in entries that a search reads, at most.
const MOST_POSTINGS: usize = 400_000;

/// How an entry matches, best first. Inside a class, providers are in the neutral order of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// By title, firm or person.
    Name,
    /// By goal, sector, district, skill, …
    Tag,
    /// By what it says.
    Text,
    /// By a word that is merely like one of its own.
    Fuzzy,
}

/// An entry that matches.
#[derive(Clone, Debug)]
pub struct Hit<'a> {
    /// The entry.
    pub document: &'a Document,
    /// How many of the words it does not have.
    pub missing: usize,
    /// How the weakest of the words it has matches.
    pub class: Class,
    /// How well it matches within its class.
    pub score: f64,
    /// A provider's place in the order of the day.
    place: Option<usize>,
}

/// What was found.
#[derive(Debug)]
pub struct Results<'a> {
    /// Hits, those of a kind together, the kind with the best hit first.
    pub hits: Vec<Hit<'a>>,
    /// Kinds of which more match than are listed.
    pub cut: Vec<Kind>,
    /// Words that occur nowhere, each with the word that was found instead.
    pub instead: Vec<(String, String)>,
    /// Words that occur nowhere and are like none that does.
    pub unknown: Vec<String>,
    /// What to look for instead, where an unknown word is a little like a known one.
    pub guess: Option<String>,
    /// The words that were found, for highlighting.
    pub marks: Marks,
    /// What it took.
    pub work: Work,
}

/// What a search gathers about an entry.
#[derive(Clone, Copy, Debug)]
struct Match {
    missing: usize,
    class: Class,
    score: f64,
    /// How much of what the query says the entry covers.
    covered: f64,
}

/// The saturation of repeated words and the influence of length, as BM25 usually has them.
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// How much a word in each field counts.
const WEIGHTS: [f64; 4] = [8.0, 4.0, 2.0, 1.0];

/// The share of the query's weight that an entry has to cover: one that only has the common word
/// of "geht in Rente" is no hit.
const ENOUGH: f64 = 0.45;

impl Index {
    /// Searches for readers of `lang` on `day`.
    pub fn find(&self, query: &Query, lang: Lang, day: Date) -> Results<'_> {
        self.find_typed(query, lang, day, false)
    }

    /// As [`Index::find`]; `unfinished` if the last word may still be typed.
    pub fn find_typed(
        &self,
        query: &Query,
        lang: Lang,
        day: Date,
        unfinished: bool,
    ) -> Results<'_> {
        let mut results = Results {
            hits: Vec::new(),
            cut: Vec::new(),
            instead: Vec::new(),
            unknown: Vec::new(),
            guess: None,
            marks: Marks::of(query.words.len()),
            work: Work::default(),
        };
        let Some(language) = self.language(lang) else { return results };
        let occurs = |word: WordId| !language.postings(word).is_empty();
        let lookup = Lookup {
            vocabulary: &self.vocabulary,
            stems: &self.stems,
            rules: Rules::of(lang),
            occurs: &occurs,
        };
        let mut found: Vec<Vec<Found>> = query
            .words
            .iter()
            .map(|typed| {
                let unfinished = unfinished && typed.is_last;
                lookup.find(&typed.word, unfinished, &mut results.work)
            })
            .collect();
        for (second, typed) in query.words.iter().enumerate().filter(|(_, typed)| typed.follows) {
            let Some(first) = second.checked_sub(1) else { continue };
            for joined in lookup.find_joined(&query.words[first].word, &typed.word) {
                for words in [first, second] {
                    found[words].retain(|found| found.how != How::Like);
                    found[words].push(joined);
                }
            }
        }
        for (typed, found) in query.words.iter().zip(&found) {
            if found.is_empty() {
                results.unknown.push(typed.shown.clone());
            }
            if let Some(best) = found.first().filter(|best| best.how == How::Like) {
                let shown = self.vocabulary.word(best.word).shown.to_string();
                results.instead.push((typed.shown.clone(), shown));
            }
            for found in found {
                results.marks.add(&self.vocabulary.word(found.word).text);
            }
        }
        let matches = matches(language, &found, &mut results.work);
        self.list(language, matches, day, &mut results);
        if !results.unknown.is_empty() {
            results.guess = self.guess(query, &found, &lookup, &mut results.work);
        }
        results
    }

    /// The query with its unknown words replaced by what they are like.
    fn guess(
        &self,
        query: &Query,
        found: &[Vec<Found>],
        lookup: &Lookup<'_>,
        work: &mut Work,
    ) -> Option<String> {
        let mut any = false;
        let words: Vec<String> = query
            .words
            .iter()
            .zip(found)
            .filter_map(|(typed, found)| {
                if !found.is_empty() {
                    return Some(typed.shown.clone());
                }
                let word = lookup.guess(&typed.word, work)?;
                any = true;
                Some(self.vocabulary.word(word).shown.to_string())
            })
            .collect();
        any.then(|| words.join(" "))
    }

    /// Sorts the matches into the list.
    fn list<'a>(
        &'a self,
        language: &'a Language,
        matches: Vec<Option<Match>>,
        day: Date,
        results: &mut Results<'a>,
    ) {
        let standing = self.standing(language, day);
        let mut kinds: BTreeMap<Kind, Vec<Hit<'a>>> = BTreeMap::new();
        for ((document, standing), found) in
            language.documents.iter().zip(standing.iter()).zip(matches)
        {
            let Some(Match { missing, class, score, covered }) = found else { continue };
            let place = match standing {
                Standing::Hidden => continue,
                Standing::Shown => None,
                Standing::Listed(place) => Some(*place),
            };
            if covered < ENOUGH {
                continue;
            }
            let document = document.as_ref();
            let hit = Hit { document, missing, class, score, place };
            kinds.entry(document.kind()).or_default().push(hit);
        }
        let rank = |hit: &Hit<'_>| (hit.missing, hit.class);
        let mut groups: Vec<Vec<Hit<'a>>> = kinds.into_values().collect();
        for hits in &mut groups {
            hits.sort_by(|a, b| {
                let inside = match (a.place, b.place) {
                    (Some(a), Some(b)) => a.cmp(&b),
                    _ => b.score.total_cmp(&a.score),
                };
                rank(a).cmp(&rank(b)).then(inside).then_with(|| a.document.key.cmp(&b.document.key))
            });
        }
        // The kind with the best hit comes first; among providers that is the best of the class
        // that leads, wherever the day's order puts it.
        let best = |hits: &[Hit<'_>]| {
            let first = hits.first().map(rank);
            let leading = hits.iter().take_while(|hit| Some(rank(hit)) == first);
            let score = leading.map(|hit| hit.score).max_by(f64::total_cmp).unwrap_or_default();
            (first, score)
        };
        groups.sort_by(|a, b| {
            let ((a_rank, a_score), (b_rank, b_score)) = (best(a), best(b));
            a_rank.cmp(&b_rank).then(b_score.total_cmp(&a_score)).then(Ordering::Equal)
        });
        for mut hits in groups {
            if hits.len() > MOST_HITS {
                results.cut.extend(hits.first().map(|hit| hit.document.kind()));
                hits.truncate(MOST_HITS);
            }
            results.hits.append(&mut hits);
        }
    }
}

/// Scores every entry by BM25F: the counts of a word are weighted by field and divided by the
/// field's length before they saturate, and all words of the content that a typed word stands for
/// count as one. (S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework: BM25 and
/// Beyond, 2009, chapter 3.)
fn matches(language: &Language, found: &[Vec<Found>], work: &mut Work) -> Vec<Option<Match>> {
    let documents = &language.documents;
    let mut all: Vec<Option<Match>> = vec![None; documents.len()];
    let mut mass = 0.0;
    for words in found {
        let mut weighted: Vec<(f64, Option<Class>)> = vec![(0.0, None); documents.len()];
        let mut having = 0_usize;
        for found in words {
            for posting in language.postings(found.word) {
                if work.postings == MOST_POSTINGS {
                    break;
                }
                work.postings += 1;
                let at = posting.document as usize;
                let (sum, class) = &mut weighted[at];
                for field in Field::ALL {
                    let count = f64::from(posting.counts[field as usize]);
                    if count == 0.0 {
                        continue;
                    }
                    let length = f64::from(documents[at].lengths[field as usize]);
                    let norm = 1.0 - B + B * length / language.mean[field as usize];
                    *sum += found.weight * WEIGHTS[field as usize] * count / norm;
                    let this = class_of(found.how, field);
                    if class.is_none() {
                        having += 1;
                    }
                    *class = Some(class.map_or(this, |class| class.min(this)));
                }
            }
        }
        // A word that is nowhere tells no entry from another.
        if having == 0 {
            continue;
        }
        let rarity = rarity(documents.len(), having);
        mass += rarity;
        for (sum, entry) in weighted.iter().zip(&mut all) {
            let (weight, Some(class)) = sum else { continue };
            let known = entry.get_or_insert(Match {
                missing: found.len(),
                class: *class,
                score: 0.0,
                covered: 0.0,
            });
            known.missing -= 1;
            known.class = known.class.max(*class);
            known.score += rarity * weight / (K1 + weight);
            known.covered += rarity;
        }
    }
    for entry in all.iter_mut().flatten() {
        entry.covered /= mass;
    }
    all
}

fn class_of(how: How, field: Field) -> Class {
    match (how, field) {
        (How::Like, _) => Class::Fuzzy,
        (_, Field::Name) => Class::Name,
        (_, Field::Tag) => Class::Tag,
        (_, Field::Lead | Field::Text) => Class::Text,
    }
}

/// The inverse document frequency, in the form that is never negative.
#[expect(clippy::cast_precision_loss, reason = "numbers of entries are far below 2^52")]
fn rarity(all: usize, having: usize) -> f64 {
    let (all, having) = (all as f64, having as f64);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}
