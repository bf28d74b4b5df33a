//! What somebody typed, bounded: nothing a visitor can type makes a search long.

use super::words::{is_stop, tokens};

/// Characters of a query that count.
pub const LONGEST_QUERY: usize = 200;

/// Words of a query that count.
pub const MOST_TYPED: usize = 8;

/// The words that are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, each once, in the order they were typed.
    pub words: Vec<Typed>,
}

/// A typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Lower case, NFC.
    pub word: String,
    /// As it was typed.
    pub shown: String,
    /// Whether the word before it is the one before it in the query.
    pub follows: bool,
    /// Whether nothing comes after it, so that somebody may still be typing it.
    pub is_last: bool,
}

impl Query {
    /// Reads a query. Function words are left out unless there is nothing else.
    pub fn parse(typed: &str) -> Query {
        let end = typed.char_indices().nth(LONGEST_QUERY).map_or(typed.len(), |(at, _)| at);
        let typed = &typed[..end];
        let all = tokens(typed);
        let is_wanted = |word: &str| !is_stop(word);
        let any = all.iter().any(|token| is_wanted(&token.word));
        let mut words: Vec<Typed> = Vec::new();
        let mut before = None;
        for (index, token) in all.iter().enumerate() {
            if words.len() == MOST_TYPED {
                break;
            }
            let is_known = words.iter().any(|known| known.word == token.word);
            if is_known || (any && !is_wanted(&token.word)) {
                continue;
            }
            words.push(Typed {
                word: token.word.clone(),
                shown: typed[token.at.clone()].to_owned(),
                follows: index > 0 && before == Some(index - 1),
                is_last: token.at.end == typed.len(),
            });
            before = Some(index);
        }
        Query { words }
    }

    /// Whether nothing was typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &str) -> Vec<String> {
        Query::parse(typed).words.into_iter().map(|typed| typed.word).collect()
    }

    #[test]
    fn function_words_go_unless_they_are_all() {
        assert_eq!(words("Was kostet eine Kasse?"), ["kostet", "kasse"]);
        assert_eq!(words("der die das"), ["der", "die", "das"]);
        assert_eq!(words("Kasse kasse KASSE"), ["kasse"]);
        assert_eq!(words(" *?% "), Vec::<String>::new());
    }

    #[test]
    fn a_query_is_bounded() {
        let many: String = (0..100).map(|n| format!("w{n} ")).collect();
        assert_eq!(words(&many).len(), MOST_TYPED);
        assert_eq!(words(&format!("{} ende", "ä".repeat(LONGEST_QUERY))).len(), 1);
        assert_eq!(words(&format!("{} ende", " ".repeat(LONGEST_QUERY))).len(), 0);
    }

    #[test]
    fn neighbours_and_the_last_word_are_known() {
        let query = Query::parse("online shop für Bau");
        let follows: Vec<bool> = query.words.iter().map(|typed| typed.follows).collect();
        assert_eq!(follows, [false, true, false]);
        assert!(query.words[2].is_last && !query.words[1].is_last);
        assert!(!Query::parse("Bau ").words[0].is_last);
    }
}
