//! What holds for whatever is typed and whatever is written.

use super::{DAY, Dice, find, index};
use crate::content::Store;
use crate::search::index::Standing;
use crate::search::{LONGEST_QUERY, Query};
use domain::{Instant, Lang, sample};
use std::path::Path;

/// Letters, accents, signs, emoji, right-to-left, controls, half a surrogate's worth of trouble.
const ALPHABET: &[&str] = &[
    "a", "b", "e", "k", "n", "r", "s", "t", "ä", "ö", "ü", "ß", "ẞ", "İ", "ı", "Ş", "ł", "é",
    "e\u{301}", "\u{301}", "\u{ad}", "\u{200b}", "-", " ", " ", "*", "?", "%", "_", "\"", "'", "<",
    ">", "&", "\\", "/", ".", "0", "7", "🔧", "李", "א", "\u{202e}", "\0", "\n", "ﬁ", "𝔞", "ǆ",
];

fn thrown(dice: &mut Dice, longest: usize) -> String {
    let length = dice.roll(longest);
    (0..length).map(|_| ALPHABET[dice.roll(ALPHABET.len())]).collect()
}

#[test]
fn anything_may_be_typed_and_gets_the_same_answer_twice() {
    let index = index(sample::content());
    let mut dice = Dice(1);
    let mut longest = 0;
    for round in 0..600 {
        let typed = thrown(&mut dice, if round % 20 == 0 { 10_000 } else { 60 });
        longest = longest.max(typed.len());
        for lang in Lang::ALL {
            let ids = find(&index, &typed, lang);
            assert_eq!(ids, find(&index, &typed, lang), "{typed:?}");
            let _ = index.suggest(&typed, lang, DAY);
        }
        let results = index.find(&Query::parse(&typed), Lang::De, DAY);
        for text in [typed.as_str(), "Müller & Söhne-Straße"] {
            let marked: String =
                results.marks.mark(text).into_iter().map(|stretch| stretch.text).collect();
            assert_eq!(marked, text, "marking changes nothing");
        }
        // What comes after the longest query is as if it were not there.
        let cut: String = typed.chars().take(LONGEST_QUERY).collect();
        assert_eq!(Query::parse(&typed).words.len(), Query::parse(&cut).words.len());
    }
    assert!(longest > 9_000, "only {longest} bytes");
}

#[test]
fn every_entry_is_found_by_each_word_of_its_title() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let store = Store::open(&root, Instant(0)).unwrap();
    let index = &store.snapshot().search;
    let mut asked = 0;
    for lang in Lang::ALL {
        let language = index.language(lang).unwrap();
        let standing = index.standing(language, DAY);
        let hidden = |key: &crate::search::source::EntryKey| {
            let at = language.documents.iter().position(|document| document.key == *key);
            at.is_none_or(|at| standing[at] == Standing::Hidden)
        };
        for (key, source) in crate::search::source::sources(index.content(), lang) {
            if hidden(&key) {
                continue;
            }
            for token in crate::search::words::tokens(&source.names[0].text) {
                let typed = &source.names[0].text[token.at];
                let found = index.find(&Query::parse(typed), lang, DAY);
                let is_found = found.hits.iter().any(|hit| hit.document.key == key);
                assert!(is_found, "{lang} {key:?} by {typed}");
                asked += 1;
            }
        }
    }
    println!("{asked} words");
    assert!(asked > 200, "only {asked} words");
}

#[test]
fn however_umlauts_are_typed_the_hits_are_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let store = Store::open(&root, Instant(0)).unwrap();
    let index = &store.snapshot().search;
    let mut asked = 0;
    for (_, source) in crate::search::source::sources(index.content(), Lang::De) {
        for token in crate::search::words::tokens(&source.names[0].text) {
            let word = token.word.replace('ß', "ss");
            if !word.contains(['ä', 'ö', 'ü']) {
                continue;
            }
            let digraphs = word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
            let bare = word.replace('ä', "a").replace('ö', "o").replace('ü', "u");
            let wanted = find(index, &word, Lang::De);
            for typed in [digraphs, bare, word.to_uppercase()] {
                let mut found = find(index, &typed, Lang::De);
                // Fewer letters may be part of more words; the entries themselves stay in front.
                found.retain(|id| wanted.contains(id));
                assert_eq!(found, wanted, "{typed} for {word}");
            }
            asked += 1;
        }
    }
    assert!(asked > 10, "only {asked} words with umlauts");
}
