//! From a typed word to words of the content: the same word, another form of it, a longer word it
//! is part of, or, if there is none of these, what it may have been meant to be.

use super::vocabulary::{END, SpellingId, Trigram, Vocabulary, WordId, trigrams};
use super::words::{Rules, Stems, spellings};
use std::collections::{BTreeMap, HashMap};
use strsim::osa_distance;

/// Spellings a single lookup looks at, at most.
const MOST_VISITS: usize = 8_000;

/// Spellings whose distance from the typed word is computed, at most.
const MOST_DISTANCES: usize = 200;

/// Letters of a word that may have slips in it: the distance of longer ones takes too long.
const LONGEST_LIKE: usize = 30;

/// Letters of a piece of a word that the content does not write together.
const SHORTEST_PIECE: usize = 4;

/// Words a typed word stands for, at most.
const MOST_WORDS: usize = 200;

/// How a word of the content was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is the typed word.
    Same,
    /// It is another form of it.
    Form,
    /// It contains it.
    Part,
    /// It is like it.
    Like,
}

/// A word of the content that a typed word stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The word.
    pub word: WordId,
    /// How it was found.
    pub how: How,
    /// How much of a match it is, from 0 to 1.
    pub weight: f64,
}

/// What was looked at for a query: the proof that nothing anybody types is expensive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Spellings that were looked at.
    pub visits: usize,
    /// Distances that were computed.
    pub distances: usize,
    /// Places of words in entries that were read.
    pub postings: usize,
}

/// Looks words up for the readers of one language.
pub struct Lookup<'a> {
    /// The words.
    pub vocabulary: &'a Vocabulary,
    /// The stemmers.
    pub stems: &'a Stems,
    /// Whose stems help the reader.
    pub rules: &'static [Rules],
    /// Whether a word occurs in what the reader can find.
    pub occurs: &'a dyn Fn(WordId) -> bool,
}

/// Words found so far, each at its best.
type Best = BTreeMap<WordId, (How, f64)>;

impl Lookup<'_> {
    /// The words that `typed` stands for, best first. `unfinished` is for a word somebody is still
    /// typing: then its first two letters are enough.
    pub fn find(&self, typed: &str, unfinished: bool, work: &mut Work) -> Vec<Found> {
        let mut best = self.same(typed);
        self.parts(typed, unfinished, &mut best, work);
        if best.is_empty() {
            self.like(typed, 0, &mut best, work);
        }
        if best.is_empty() {
            self.pieces(typed, &mut best);
        }
        self.sorted(best)
    }

    /// Two words typed apart that the content writes together.
    pub fn find_joined(&self, first: &str, second: &str) -> Vec<Found> {
        let joined = format!("{first}{second}");
        let best = self.same(&joined);
        self.sorted(best)
    }

    /// What `typed` may have been meant to be if it is nothing, with one letter more forgiven.
    pub fn guess(&self, typed: &str, work: &mut Work) -> Option<WordId> {
        let mut best = Best::new();
        self.like(typed, 1, &mut best, work);
        self.sorted(best).first().map(|found| found.word)
    }

    fn sorted(&self, best: Best) -> Vec<Found> {
        let mut all: Vec<Found> =
            best.into_iter().map(|(word, (how, weight))| Found { word, how, weight }).collect();
        // By the words themselves and not by their numbers, which depend on what was read first.
        all.sort_by(|a, b| {
            let text = |found: &Found| &self.vocabulary.word(found.word).text;
            b.weight.total_cmp(&a.weight).then_with(|| text(a).cmp(text(b)))
        });
        all.truncate(MOST_WORDS);
        all
    }

    fn take(&self, words: &[WordId], how: How, weight: f64, best: &mut Best) {
        for word in words.iter().filter(|word| (self.occurs)(**word)) {
            let known = best.entry(*word).or_insert((how, weight));
            if weight > known.1 {
                *known = (how, weight);
            }
        }
    }

    /// The same word in any spelling, and other forms of it.
    fn same(&self, typed: &str) -> Best {
        let mut best = Best::new();
        for spelling in spellings(typed) {
            self.take(self.vocabulary.spelt(&spelling), How::Same, 1.0, &mut best);
        }
        for rules in self.rules {
            let stem = (*rules, self.stems.stem(*rules, typed));
            self.take(self.vocabulary.stemmed(&stem), How::Form, 0.8, &mut best);
        }
        best
    }

    /// Longer words with the typed one in front, in the middle or at the end. German builds such
    /// words, English hardly does, so that on English pages only long words are looked for inside
    /// others.
    fn parts(&self, typed: &str, unfinished: bool, best: &mut Best, work: &mut Work) {
        let english = self.rules.contains(&Rules::English);
        let (at_end, inside) = if english { (5, 6) } else { (4, 5) };
        let mut wanted = spellings(typed);
        let as_spelt = wanted.len();
        // "ü" and "ue" are one letter, however it is typed.
        let fewest = wanted.iter().map(|part| part.chars().count()).min().unwrap_or_default();
        wanted.extend(self.rules.iter().map(|rules| self.stems.stem(*rules, typed)));
        for (index, part) in wanted.iter().enumerate() {
            let length = part.chars().count();
            let letters = if index < as_spelt { fewest } else { length };
            let in_front = if unfinished { 2 } else { at_end };
            if letters < in_front || wanted[..index].contains(part) {
                continue;
            }
            for id in self.rarest(part, work) {
                let spelling = self.vocabulary.spelling(*id);
                let fits = spelling.text.starts_with(part.as_str())
                    || (letters >= at_end && spelling.text.ends_with(part.as_str()))
                    || (letters >= inside && spelling.text.contains(part.as_str()));
                if fits {
                    let whole = spelling.text.chars().count();
                    self.take(&spelling.words, How::Part, 0.2 + 0.4 * share(length, whole), best);
                }
            }
        }
    }

    /// The spellings that have the rarest trigram of `part`: all that contain it are among them.
    fn rarest(&self, part: &str, work: &mut Work) -> &[SpellingId] {
        let chars: Vec<char> = part.chars().collect();
        let lists = chars.windows(3).map(|c| self.vocabulary.with([c[0], c[1], c[2]]));
        let rarest = match chars.as_slice() {
            [a, b] => Some(self.vocabulary.with([END, *a, *b])),
            _ => lists.min_by_key(|list| list.len()),
        };
        let list = rarest.unwrap_or_default();
        let list = &list[..list.len().min(MOST_VISITS)];
        work.visits += list.len();
        list
    }

    /// Words that differ by a few slips of the finger: one in short words, two in long ones, and
    /// `more` besides. Also the ends of longer words.
    fn like(&self, typed: &str, more: usize, best: &mut Best, work: &mut Work) {
        let all = spellings(typed);
        let Some(typed) = all.first() else { return };
        let letters = typed.chars().count();
        let slips = more
            + match letters {
                4..=7 => 1,
                8..=LONGEST_LIKE => 2,
                _ => return,
            };
        let mut nearest: Vec<(usize, SpellingId)> = Vec::new();
        for id in self.similar(typed, slips, work) {
            let other = &*self.vocabulary.spelling(id).text;
            let distance = distance(typed, other, letters, slips, work);
            nearest.extend(distance.map(|distance| (distance, id)));
        }
        // Whoever makes one mistake does not mean what is two away.
        let Some(least) = nearest.iter().map(|(distance, _)| *distance).min() else { return };
        for (_, id) in nearest.into_iter().filter(|(distance, _)| *distance == least) {
            let weight = 0.5 - 0.1 * share(least, 1);
            self.take(&self.vocabulary.spelling(id).words, How::Like, weight.max(0.1), best);
        }
    }

    /// Spellings that share enough trigrams with `typed`, those that share most first.
    fn similar(&self, typed: &str, slips: usize, work: &mut Work) -> Vec<SpellingId> {
        let grams = trigrams(typed);
        let mut lists: Vec<(Trigram, &[SpellingId])> =
            grams.iter().map(|gram| (*gram, self.vocabulary.with(*gram))).collect();
        lists.sort_by_key(|(gram, list)| (list.len(), *gram));
        let mut shared: HashMap<SpellingId, usize> = HashMap::new();
        let mut left = MOST_VISITS;
        for (_, list) in lists {
            let list = &list[..list.len().min(left)];
            left -= list.len();
            work.visits += list.len();
            for id in list {
                *shared.entry(*id).or_default() += 1;
            }
        }
        // A slip spoils three trigrams, two letters in the wrong order spoil four.
        let enough = grams.len().saturating_sub(4 * slips).max(slips.min(2));
        let mut similar: Vec<(usize, SpellingId)> = shared
            .into_iter()
            .filter(|(id, count)| *count >= enough && self.is_alive(*id))
            .map(|(id, count)| (count, id))
            .collect();
        similar.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        similar.truncate(MOST_DISTANCES);
        similar.into_iter().map(|(_, id)| id).collect()
    }

    /// Whether somebody still writes so.
    fn is_alive(&self, spelling: SpellingId) -> bool {
        self.vocabulary.spelling(spelling).words.iter().any(|word| (self.occurs)(*word))
    }

    /// A word the content does not write together: two that it knows, perhaps with a letter or two
    /// between them, as in "Arbeitsplatz".
    fn pieces(&self, typed: &str, best: &mut Best) {
        let chars: Vec<char> = typed.chars().collect();
        for at in (SHORTEST_PIECE..chars.len().saturating_sub(SHORTEST_PIECE - 1)).rev() {
            let front: String = chars[..at].iter().collect();
            let front = [Some(&*front), front.strip_suffix('s'), front.strip_suffix("es")];
            let back: String = chars[at..].iter().collect();
            let second = self.same(&back);
            if second.is_empty() {
                continue;
            }
            let first = front.into_iter().flatten().map(|front| self.same(front));
            if let Some(first) = first.into_iter().find(|first| !first.is_empty()) {
                for word in first.into_keys().chain(second.into_keys()) {
                    self.take(&[word], How::Like, 0.3, best);
                }
                return;
            }
        }
    }
}

/// The distance, if it is at most `slips`. A longer word counts with its beginning or end,
/// which must be right but for one slip, and comes after whole words.
fn distance(
    typed: &str,
    other: &str,
    letters: usize,
    slips: usize,
    work: &mut Work,
) -> Option<usize> {
    let chars: Vec<char> = other.chars().collect();
    if chars.len() + slips < letters {
        return None;
    }
    work.distances += 1;
    if chars.len() <= letters + slips {
        let distance = osa_distance(typed, other);
        return (distance <= slips).then_some(distance);
    }
    if letters < 6 {
        return None;
    }
    work.distances += 1;
    let front: String = chars[..letters].iter().collect();
    let back: String = chars[chars.len() - letters..].iter().collect();
    // A letter too few or too many shifts the window by one.
    let one =
        |window: &str| osa_distance(typed, window) <= 2 && starts_or_ends_alike(typed, window);
    (one(&front) || one(&back)).then_some(slips)
}

/// Whether a window into a longer word is about the typed word, shifted by a slip or not.
fn starts_or_ends_alike(typed: &str, window: &str) -> bool {
    let first_three = |text: &str| text.chars().take(3).collect::<String>();
    let last_three = |text: &str| text.chars().rev().take(3).collect::<String>();
    first_three(typed) == first_three(window) || last_three(typed) == last_three(window)
}

#[expect(clippy::cast_precision_loss, reason = "lengths of words are small numbers")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
