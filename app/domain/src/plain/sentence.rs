//! Where sentences end. A full stop also stands in numbers, times, dates and abbreviations.

use crate::when::MONTHS;

/// Abbreviations that are written as one word. One letter before a full stop is one, too.
const ABBREVIATIONS: [&str; 18] = [
    "abs", "art", "bzw", "ca", "dr", "etc", "evtl", "ggf", "inkl", "mio", "mrd", "nr", "prof",
    "str", "tel", "usw", "vgl", "zzgl",
];

/// Words after which a number with a full stop is an ordinal: "am 3. Tag".
const BEFORE_ORDINAL: [&str; 12] =
    ["am", "beim", "bis", "das", "dem", "den", "der", "des", "die", "im", "vom", "zum"];

fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|(de, _)| *de == word)
}

/// The sentences of a text and where they begin. A colon ends one, and so does an empty line.
pub fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let ends = match c {
            '.' => ends_here(&text[start..at], &text[next..]),
            '!' | '?' | '…' | ':' => closes(&text[next..]),
            '\n' => text[next..].starts_with('\n'),
            _ => false,
        };
        if ends {
            // Quotation marks and brackets close with their sentence.
            let tail = text[next..].find(|c: char| !CLOSING.contains(&c));
            let end = tail.map_or(text.len(), |tail| next + tail);
            push(&mut found, text, start, end);
            start = end;
        }
    }
    push(&mut found, text, start, text.len());
    found
}

/// What may stand between the last mark of a sentence and the space after it.
const CLOSING: [char; 6] = ['“', '”', '"', '‘', ')', '*'];

fn push<'a>(found: &mut Vec<(usize, &'a str)>, text: &'a str, start: usize, end: usize) {
    // A mark inside closing marks ends its sentence only once.
    let Some(part) = text.get(start..end) else { return };
    let sentence = part.trim();
    if sentence.chars().any(char::is_alphanumeric) {
        found.push((start + (part.len() - part.trim_start().len()), sentence));
    }
}

/// Whether nothing but closing marks stands before the next space or the end.
fn closes(rest: &str) -> bool {
    rest.trim_start_matches(CLOSING).chars().next().is_none_or(char::is_whitespace)
}

/// Whether a full stop between `before` (from the sentence's beginning) and `rest` ends the
/// sentence.
fn ends_here(before: &str, rest: &str) -> bool {
    if !closes(rest) {
        return false;
    }
    let following = rest.split_whitespace().next().unwrap_or_default();
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default().trim_start_matches(['„', '(', '"']);
    if is_abbreviation(last) {
        // "usw." may also be the end of the sentence; a capital after "Dr." says nothing.
        let lists = matches!(last, "usw" | "etc") && following.starts_with(char::is_uppercase);
        return following.is_empty() || lists;
    }
    let ordinal = !last.is_empty() && last.len() <= 2 && last.bytes().all(|b| b.is_ascii_digit());
    if ordinal && !following.is_empty() {
        let month = is_month(following.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let small = following.starts_with(char::is_lowercase);
        let announced =
            words.next().is_none_or(|word| BEFORE_ORDINAL.contains(&word.to_lowercase().as_str()));
        return !(month || small || announced);
    }
    true
}

fn is_abbreviation(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let letter = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    letter || ABBREVIATIONS.contains(&last.to_lowercase().as_str())
}

/// The first abbreviation in a sentence.
pub(super) fn abbreviation(sentence: &str) -> Option<String> {
    let words = sentence.split_whitespace().map(|word| word.trim_start_matches(['„', '(', '"']));
    words
        .filter_map(|word| word.find('.').map(|stop| &word[..=stop]))
        .find(|word| is_abbreviation(word.trim_end_matches('.')))
        .map(str::to_owned)
}
