//! Every word of the content once, with what it takes to find it: its spellings, its stems and
//! the trigrams of its spellings. Words are only ever added, so that a change of one file analyses
//! the words of that file and no others.

use super::words::{Rules, Stem, Stems, spellings};
use std::collections::HashMap;

/// Number of a word.
pub type WordId = u32;

/// Number of a spelling.
pub type SpellingId = u32;

/// A word.
#[derive(Clone, Debug)]
pub struct Word {
    /// Lower case, with its accents.
    pub text: Box<str>,
    /// As the content writes it where it first occurs.
    pub shown: Box<str>,
}

/// A spelling without accents, and the words that are spelt so.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// The spelling.
    pub text: Box<str>,
    /// The words.
    pub words: Vec<WordId>,
}

/// Three neighbouring characters of a spelling; its ends count as characters, too.
pub type Trigram = [char; 3];

/// What stands before and behind a spelling in its trigrams. No word contains it.
pub const END: char = '\u{0}';

/// All words.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    ids: HashMap<Box<str>, WordId>,
    spellings: Vec<Spelling>,
    spelling_ids: HashMap<Box<str>, SpellingId>,
    stems: HashMap<Stem, Vec<WordId>>,
    trigrams: HashMap<Trigram, Vec<SpellingId>>,
}

impl Vocabulary {
    /// The number of a word in lower case, which is added if it is new; `shown` is how the text
    /// writes it.
    pub fn add(&mut self, stems: &Stems, word: &str, shown: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = number(self.words.len());
        self.words.push(Word { text: word.into(), shown: shown.into() });
        self.ids.insert(word.into(), id);
        for rules in [Rules::German, Rules::English] {
            self.stems.entry((rules, stems.stem(rules, word))).or_default().push(id);
        }
        for spelling in spellings(word) {
            self.spell(spelling, id);
        }
        id
    }

    fn spell(&mut self, spelling: String, word: WordId) {
        if let Some(id) = self.spelling_ids.get(spelling.as_str()) {
            self.spellings[*id as usize].words.push(word);
            return;
        }
        let id = number(self.spellings.len());
        let mut grams = trigrams(&spelling);
        grams.sort_unstable();
        grams.dedup();
        for gram in grams {
            self.trigrams.entry(gram).or_default().push(id);
        }
        self.spelling_ids.insert(spelling.as_str().into(), id);
        self.spellings.push(Spelling { text: spelling.into(), words: vec![word] });
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// A word.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// The words spelt so.
    pub fn spelt(&self, spelling: &str) -> &[WordId] {
        self.spelling_ids.get(spelling).map_or(&[], |id| &self.spelling(*id).words)
    }

    /// The words with this stem.
    pub fn stemmed(&self, stem: &Stem) -> &[WordId] {
        self.stems.get(stem).map_or(&[], Vec::as_slice)
    }

    /// A spelling.
    pub fn spelling(&self, id: SpellingId) -> &Spelling {
        &self.spellings[id as usize]
    }

    /// The spellings with this trigram.
    pub fn with(&self, trigram: Trigram) -> &[SpellingId] {
        self.trigrams.get(&trigram).map_or(&[], Vec::as_slice)
    }
}

/// The trigrams of a spelling, with its ends.
pub fn trigrams(spelling: &str) -> Vec<Trigram> {
    let chars: Vec<char> =
        std::iter::once(END).chain(spelling.chars()).chain(std::iter::once(END)).collect();
    chars.windows(3).map(|three| [three[0], three[1], three[2]]).collect()
}

/// Content with more than four thousand million different words is not searched beyond them.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
