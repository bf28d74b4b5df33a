//! Leichte Sprache: what a program can see of its rules. At most twelve words and one subordinate
//! clause a sentence, no abbreviations, no subjunctive, long words split. Whether a text is
//! understood, only people who need it can tell.

mod sentence;

pub use sentence::sentences;

/// The most words of a sentence.
pub const MAX_WORDS: usize = 12;

/// The most subordinate clauses of a sentence.
pub const MAX_CLAUSES: usize = 1;

/// The most letters of a word, or of its parts between `·` and `-`.
pub const MAX_LETTERS: usize = 14;

/// What is wrong with a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// So many words.
    Words(usize),
    /// So many subordinate clauses.
    Clauses(usize),
    /// This abbreviation.
    Abbreviation(String),
    /// This verb in the subjunctive.
    Subjunctive(String),
    /// This word without a point or hyphen inside.
    LongWord(String),
}

/// A fault and where its sentence begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// Byte offset of the sentence in the text.
    pub at: usize,
    /// The sentence.
    pub sentence: &'a str,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Everything that is wrong with a paragraph, a heading, or one line of a list.
pub fn check(text: &str) -> Vec<Finding<'_>> {
    let mut findings = Vec::new();
    for (at, sentence) in sentences(text) {
        let found = faults(sentence).into_iter().map(|fault| Finding { at, sentence, fault });
        findings.extend(found);
    }
    findings
}

fn faults(sentence: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let words = words(sentence).count();
    if words > MAX_WORDS {
        faults.push(Fault::Words(words));
    }
    let clauses = clauses(sentence);
    if clauses > MAX_CLAUSES {
        faults.push(Fault::Clauses(clauses));
    }
    if let Some(short) = sentence::abbreviation(sentence) {
        faults.push(Fault::Abbreviation(short));
    }
    for word in self::words(sentence).map(bare) {
        if SUBJUNCTIVE.contains(&word.to_lowercase().trim_end_matches(['n', 't'])) {
            faults.push(Fault::Subjunctive(word.to_owned()));
        }
        let longest = word.split(['·', '-', '\u{ad}', '/']).map(|part| part.chars().count()).max();
        let is_word = word.chars().all(|c| c.is_alphabetic() || "·-\u{ad}/".contains(c));
        if is_word && longest > Some(MAX_LETTERS) {
            faults.push(Fault::LongWord(word.to_owned()));
        }
    }
    faults
}

/// The words: what stands between spaces and has a letter or digit.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric))
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Words that open a subordinate clause, wherever they stand first in it.
const CONJUNCTIONS: [&str; 20] = [
    "als", "bevor", "bis", "da", "damit", "dass", "ehe", "falls", "indem", "nachdem", "ob",
    "obwohl", "seit", "seitdem", "sobald", "sodass", "solange", "während", "weil", "wenn",
];

/// Relative pronouns and question words; behind a comma they open a clause, too.
const RELATIVES: [&str; 22] = [
    "das", "dem", "den", "denen", "der", "deren", "dessen", "die", "um", "wann", "warum", "was",
    "welche", "welchem", "welchen", "welcher", "welches", "wer", "wie", "wo", "wohin", "womit",
];

/// What may stand between the comma and the word that opens the clause: "…, mit dem …".
const BEFORE: [&str; 16] = [
    "an", "auch", "auf", "aus", "bei", "durch", "für", "in", "mit", "oder", "sondern", "und",
    "unter", "von", "zu", "über",
];

/// Verbs in the subjunctive, without the ending of the plural.
const SUBJUNCTIVE: [&str; 6] = ["dürfte", "hätte", "könnte", "müsste", "wäre", "würde"];

/// How many subordinate clauses a sentence has, by its commas: one for each comma that a
/// conjunction, a relative pronoun or a question word follows, with at most one small word
/// between; and one if the sentence begins with a conjunction or a question word and goes on after
/// a comma ("Wenn Sie möchten, …").
fn clauses(sentence: &str) -> usize {
    let lower = sentence.to_lowercase();
    let mut parts = lower.split(',');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let opening = first.split_whitespace().map(bare).find(|word| !word.is_empty());
    let question = lower.trim_end_matches(['“', '"', ')']).ends_with('?');
    let asks = |word: &str| word.starts_with('w') && RELATIVES.contains(&word);
    let led = !rest.is_empty()
        && opening.is_some_and(|w| CONJUNCTIONS.contains(&w) || (asks(w) && !question));
    let opened = rest.iter().filter(|part| opens(part)).count();
    usize::from(led) + opened
}

/// Whether what follows a comma begins with a subordinate clause.
fn opens(part: &str) -> bool {
    let mut words = part.split_whitespace().map(bare);
    let subordinates = |word: &str| CONJUNCTIONS.contains(&word) || RELATIVES.contains(&word);
    match words.next() {
        Some(word) if subordinates(word) => true,
        Some(word) if BEFORE.contains(&word) => words.next().is_some_and(subordinates),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
