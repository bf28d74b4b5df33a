//! An entry taken apart into words.

use super::source::{EntryKey, Source};
use super::vocabulary::{Vocabulary, WordId};
use super::words::{Stems, Token, tokens};
use domain::content::Kind;
use domain::{Lang, Slug};
use std::collections::BTreeMap;

/// Where in an entry a word stands, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Title, firm, person.
    Name,
    /// Goal, sector, district, skill, …
    Tag,
    /// The two sentences for lists.
    Lead,
    /// The rest.
    Text,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 4] = [Field::Name, Field::Tag, Field::Lead, Field::Text];
}

/// How often a word stands in each field.
pub type Counts = [u8; 4];

/// An entry taken apart.
#[derive(Debug)]
pub struct Document {
    /// Where it stands in the content.
    pub key: EntryKey,
    /// What was taken apart.
    pub source: Source,
    /// Its words, each once.
    pub words: Vec<(WordId, Counts)>,
    /// Words in each field.
    pub lengths: [u32; 4],
}

impl Document {
    /// Takes `source` apart; new words are added to `vocabulary`.
    pub fn new(
        key: EntryKey,
        source: Source,
        vocabulary: &mut Vocabulary,
        stems: &Stems,
    ) -> Document {
        let mut words: BTreeMap<WordId, Counts> = BTreeMap::new();
        let mut lengths = [0; 4];
        for field in Field::ALL {
            let slot = field as usize;
            for text in texts(&source, field) {
                let mut before: Option<Token> = None;
                for token in tokens(text) {
                    let mut add = |word: &str, shown: &str| {
                        let id = vocabulary.add(stems, word, shown);
                        let count = &mut words.entry(id).or_default()[slot];
                        *count = count.saturating_add(1);
                    };
                    add(&token.word, &shown(&text[token.at.clone()]));
                    // "Start-up" is also found as "Startup".
                    if let Some(before) = before.filter(|_| token.joined) {
                        let (word, at) = (
                            format!("{}{}", before.word, token.word),
                            before.at.start..token.at.end,
                        );
                        add(&word, &shown(&text[at]));
                    }
                    lengths[slot] += 1;
                    before = Some(token);
                }
            }
        }
        Document { key, source, words: words.into_iter().collect(), lengths }
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.key.0
    }

    /// Its id.
    pub fn id(&self) -> &Slug {
        &self.key.1
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        self.source.names.first().map_or("", |name| &name.text)
    }

    /// The language of its texts.
    pub fn lang(&self) -> Lang {
        self.source.lang
    }
}

/// The texts of a field.
fn texts(source: &Source, field: Field) -> Vec<&str> {
    match field {
        Field::Name => source.names.iter().map(|name| name.text.as_str()).collect(),
        Field::Tag => source.tags.iter().map(|tag| tag.text.as_str()).collect(),
        Field::Lead => vec![&source.lead],
        Field::Text => vec![&source.text],
    }
}

/// A word as it is written, without the places where it may be broken.
fn shown(word: &str) -> String {
    word.chars().filter(|c| *c != '\u{ad}').collect()
}
