//! Search over everything the exhibition shows, in memory, for the readers of every language.
//!
//! Texts fall into [`words`], an entry's words make a [`document`], all documents make the
//! [`index`], which belongs to one state of the content. A [`query`] is looked up word by word
//! ([`lookup`]), and [`find`] sorts what matches.

mod document;
mod excerpt;
mod find;
mod index;
mod lookup;
mod query;
mod source;
mod suggest;
mod vocabulary;
mod words;

#[cfg(test)]
mod tests;

pub use document::Document;
pub use excerpt::{Marks, Stretch};
pub use find::{Class, Hit, MOST_HITS, Results};
pub use index::{Index, Size};
pub use lookup::Work;
pub use query::{LONGEST_QUERY, MOST_TYPED, Query};
pub use source::{EntryKey, Phrase, Source};
pub use words::plain_words;
