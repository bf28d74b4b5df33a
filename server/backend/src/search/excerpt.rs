//! What of an entry a list of hits shows, with the found words marked.

use super::document::Document;
use super::source::Phrase;
use super::words::{Token, tokens};
use std::collections::HashSet;
use std::ops::Range;

/// Characters of an excerpt, about.
const LENGTH: usize = 200;

/// The words that were found.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    words: HashSet<Box<str>>,
    /// How many words were typed: a paragraph that has as many is not bettered.
    typed: usize,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The text.
    pub text: String,
    /// Whether it is a found word.
    pub is_marked: bool,
}

impl Marks {
    /// No words yet, of so many that were typed.
    pub(super) fn of(typed: usize) -> Marks {
        Marks { typed, ..Marks::default() }
    }

    pub(super) fn add(&mut self, word: &str) {
        self.words.insert(word.into());
    }

    /// A text with the found words marked.
    pub fn mark(&self, text: &str) -> Vec<Stretch> {
        cut(text, &self.places(text), 0..text.len())
    }

    /// The tags of an entry that have a found word.
    pub fn tags<'a>(&self, document: &'a Document) -> Vec<&'a Phrase> {
        let all = document.source.tags.iter();
        all.filter(|tag| !self.places(&tag.text).is_empty()).collect()
    }

    /// The names of an entry besides its title that have a found word.
    pub fn names<'a>(&self, document: &'a Document) -> Vec<&'a Phrase> {
        let others = document.source.names.iter().skip(1);
        others.filter(|name| !self.places(&name.text).is_empty()).collect()
    }

    /// The sentences around the found words: the two sentences for lists if they have one, else
    /// the paragraph that has most. Without any, the two sentences.
    pub fn excerpt(&self, document: &Document) -> Vec<Stretch> {
        let lead = document.source.lead.as_str();
        let places = self.places(lead);
        if !places.is_empty() {
            return cut(lead, &places, 0..lead.len());
        }
        let paragraphs = document.source.text.split('\n').map(|text| (text, self.places(text)));
        let mut best: Option<(&str, Vec<Token>)> = None;
        let mut most = 0;
        for (text, places) in paragraphs {
            let has = different(&places);
            if has > most {
                most = has;
                best = Some((text, places));
            }
            if most >= self.typed.max(1) {
                break;
            }
        }
        match best {
            Some((text, places)) => cut(text, &places, around(text, &places)),
            None if lead.is_empty() => {
                let text = document.source.text.split('\n').next().unwrap_or_default();
                cut(text, &[], around(text, &[]))
            }
            None => cut(lead, &[], 0..lead.len()),
        }
    }

    /// Where found words stand.
    fn places(&self, text: &str) -> Vec<Token> {
        let all = tokens(text);
        let mut places: Vec<Token> = Vec::new();
        for (index, token) in all.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| all.get(before));
            let whole = before.filter(|_| token.joined).map(|before| {
                let word = format!("{}{}", before.word, token.word);
                Token { at: before.at.start..token.at.end, word, joined: false }
            });
            if let Some(whole) = whole.filter(|whole| self.words.contains(whole.word.as_str())) {
                places.retain(|place| place.at.end <= whole.at.start);
                places.push(whole);
            } else if self.words.contains(token.word.as_str()) {
                places.push(token.clone());
            }
        }
        places
    }
}

fn different(places: &[Token]) -> usize {
    places.iter().map(|place| place.word.as_str()).collect::<HashSet<_>>().len()
}

/// About [`LENGTH`] characters around the first place, from the beginning of a sentence if one is
/// near, to the end of a word.
fn around(text: &str, places: &[Token]) -> Range<usize> {
    let first = places.first().map_or(0, |place| place.at.start);
    let back = |n: usize| text[..first].char_indices().rev().nth(n).map_or(0, |(at, _)| at);
    let near = back(LENGTH / 2);
    let before = &text[near..first];
    let ends = [". ", "? ", "! ", ": "].iter().filter_map(|end| before.rfind(end));
    let sentence = ends.max().map(|at| near + at + 1);
    let from = match sentence {
        Some(from) => from,
        None if near == 0 => 0,
        None => before.find(' ').map_or(near, |at| near + at),
    };
    let to = text[from..].char_indices().nth(LENGTH).map_or(text.len(), |(at, _)| from + at);
    let to = if to == text.len() {
        to
    } else {
        let end = text[from..to].rfind(' ').map_or(to, |at| from + at);
        // Never before the word the excerpt is about.
        end.max(places.first().map_or(0, |place| place.at.end))
    };
    from..to
}

/// A part of a text with its places marked, and dots where it was cut.
fn cut(text: &str, places: &[Token], part: Range<usize>) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    let mut done = part.start;
    let mut add = |text: &str, is_marked: bool| {
        if !text.is_empty() {
            out.push(Stretch { text: text.to_owned(), is_marked });
        }
    };
    if part.start > 0 {
        add("… ", false);
        done += text[part.clone()].len() - text[part.clone()].trim_start().len();
    }
    let from = done;
    for place in places.iter().filter(|p| p.at.start >= from && p.at.end <= part.end) {
        add(&text[done..place.at.start], false);
        add(&text[place.at.clone()], true);
        done = place.at.end;
    }
    add(&text[done..part.end], false);
    if part.end < text.len() {
        add(" …", false);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{LENGTH, Marks, around, cut};

    fn shown(text: &str, words: &[&str]) -> String {
        let mut marks = Marks::default();
        for word in words {
            marks.add(word);
        }
        let places = marks.places(text);
        let stretches = cut(text, &places, around(text, &places));
        stretches
            .into_iter()
            .map(
                |stretch| {
                    if stretch.is_marked { format!("[{}]", stretch.text) } else { stretch.text }
                },
            )
            .collect()
    }

    #[test]
    fn an_excerpt_begins_with_a_sentence_and_ends_with_a_word() {
        let text = format!(
            "{} Sie kostet 1.900 Euro und die Kasse {}",
            "Vorher. ".repeat(40),
            "danach ".repeat(60)
        );
        let shown = shown(&text, &["kasse"]);
        assert!(shown.starts_with("… Sie kostet 1.900 Euro und die [Kasse] danach"), "{shown}");
        assert!(shown.ends_with("danach …"), "{shown}");
        assert!(shown.chars().count() <= LENGTH + 8);
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(
            shown("Eine Kasse, zwei Kassen.", &["kasse", "kassen"]),
            "Eine [Kasse], zwei [Kassen]."
        );
        assert_eq!(shown("Nichts davon", &["kasse"]), "Nichts davon");
        assert_eq!(shown("", &["kasse"]), "");
        assert_eq!(shown("Ein Start-up", &["startup"]), "Ein [Start-up]");
    }

    #[test]
    fn no_place_is_between_the_bytes_of_a_letter() {
        for n in 0..60 {
            let text = format!("{}Kasse{}", "äß ".repeat(n * 7), " öü".repeat(120));
            assert!(shown(&text, &["kasse"]).contains("[Kasse]"));
        }
    }
}
