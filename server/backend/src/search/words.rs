//! From text to words, and from a word to the keys under which it is found: lower case, umlauts
//! and accents folded in every way people type them, and Snowball stems.

use domain::Lang;
use frostem::{Algorithm, Stemmer};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Characters of a word that count; no word of any language we speak is longer.
pub const LONGEST: usize = 60;

/// A word in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub at: Range<usize>,
    /// The word in lower case and NFC, at most [`LONGEST`] characters.
    pub word: String,
    /// Whether only a hyphen stands between it and the word before.
    pub joined: bool,
}

/// The words of a text, in order. Hyphens separate: "IT-Betrieb" is two words.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(Some).chain([None]);
    for next in ends {
        match next {
            Some((at, c)) if is_inside(c) => {
                start.get_or_insert(at);
            }
            other => {
                let end = other.map_or(text.len(), |(at, _)| at);
                let Some(from) = start.take() else { continue };
                let word = lower(&text[from..end]);
                if word.is_empty() {
                    continue;
                }
                let joined = tokens.last().is_some_and(|before| {
                    matches!(&text[before.at.end..from], "-" | "\u{2010}" | "\u{2011}")
                });
                tokens.push(Token { at: from..end, word, joined });
            }
        }
    }
    tokens
}

/// Letters, digits, accents on their own, and what is invisible within a word (soft hyphens).
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || !c.is_ascii() && (is_combining_mark(c) || is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn lower(word: &str) -> String {
    // Nearly every word: there is nothing to compose and nothing invisible.
    let is_german = |c: char| c.is_ascii_alphanumeric() || "äöüÄÖÜß".contains(c);
    if word.chars().all(is_german) {
        return word.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    }
    let composed: String = word.chars().filter(|c| !is_invisible(*c)).nfc().collect();
    // Lower-casing may decompose (İ), so the parts are put together once more.
    let lower: String = composed.to_lowercase().nfc().take(LONGEST).collect();
    if lower.chars().any(char::is_alphanumeric) { lower } else { String::new() }
}

/// The spellings under which a word is found, without accents: "müller" is `muller` and `mueller`,
/// "mueller" is `mueller` and `muller`, "straße" is `strasse`. Two words are the same to a reader
/// with any keyboard if they share one. The first is the plainest.
pub fn spellings(word: &str) -> Vec<String> {
    let mut all = vec![plain(word)];
    all.extend(collapse(&all[0]));
    if word.contains(['ä', 'ö', 'ü']) {
        all.push(plain(&word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue")));
    }
    all
}

/// The words of a text as anybody may have typed them: without accents, and each umlaut as one
/// letter. Two texts that only differ in how they write umlauts have the same words.
pub fn plain_words(text: &str) -> impl Iterator<Item = String> {
    tokens(text).into_iter().map(|token| {
        let plain = plain(&token.word);
        collapse(&plain).unwrap_or(plain)
    })
}

/// Without accents, and with letters of other alphabets as Germans type them.
fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            c => out.push(c),
        }
    }
    out
}

/// "mueller" as "muller": `ae`, `oe` and `ue` stand for umlauts, except where `ue` follows a vowel
/// or q ("neue", "Quelle"). Where they do not ("Poet"), the word merely has one key more.
fn collapse(plain: &str) -> Option<String> {
    let mut out = String::with_capacity(plain.len());
    let mut before = ' ';
    let mut chars = plain.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        let umlaut = matches!(c, 'a' | 'o') || (c == 'u' && !"aeiouq".contains(before));
        if umlaut && chars.peek() == Some(&'e') {
            chars.next();
        }
        before = c;
    }
    (out.len() < plain.len()).then_some(out)
}

/// Reduces words to what their forms share.
pub struct Stems {
    german: Stemmer,
    english: Stemmer,
}

/// The stem of a word, and which language's rules made it: stems of different languages say
/// nothing to each other.
pub type Stem = (Rules, String);

/// Whose rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rules {
    /// Of German, in whatever language the page is: everything that has no translation is German.
    German,
    /// Of English.
    English,
}

impl Rules {
    /// Whose stems a reader of `lang` is helped by. Leichte Sprache is German.
    pub fn of(lang: Lang) -> &'static [Rules] {
        if lang == Lang::En { &[Rules::English, Rules::German] } else { &[Rules::German] }
    }
}

impl Default for Stems {
    fn default() -> Stems {
        Stems { german: Stemmer::new(Algorithm::German), english: Stemmer::new(Algorithm::English) }
    }
}

impl Stems {
    /// The stem of a lower-case word with its umlauts: a stemmer that gets "hauser" cannot know
    /// that it is a plural of Haus.
    pub fn stem(&self, rules: Rules, word: &str) -> String {
        let stemmer = match rules {
            Rules::German => &self.german,
            Rules::English => &self.english,
        };
        plain(&stemmer.stem(word))
    }
}

/// Words that say nothing about what a text is about.
const STOP: &str = "
    ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis
    bist da dabei damit dann das dass dein deine dem den denn der deren des dessen dich die dies
    diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es
    etwa etwas euch euer eure für gegen gibt habe haben hat hatte hier hin ich ihm ihn ihnen ihr
    ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine
    keinem keinen keiner können könnte man mehr mein meine meinem meinen meiner mich mir mit muss
    nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie
    sind so soll sollte sondern über um und uns unser unsere unserem unseren unserer unter viel
    viele vom von vor war waren warum was weil welche welchem welchen welcher welches wenn wer
    werden wie wieder will wir wird wo wollen würde zu zum zur zwischen
    a about all also an and any are as at be been but by can could did do does for from get had has
    have he her his how i if in into is just me more my no not of on or our out she should
    so some than that the their them then there these they this those to too up us was we were what
    when where which who why will with would you your
";

/// Whether a word is one that neither helps nor hurts, however its umlauts are typed. A single
/// letter is one, too.
pub fn is_stop(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<String>> =
        LazyLock::new(|| STOP.split_whitespace().flat_map(spellings).collect());
    let mut chars = word.chars();
    let single = chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none();
    single || KNOWN.contains(&plain(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    fn alike(a: &str, b: &str) -> bool {
        let (a, b) = (spellings(&words(a)[0]), spellings(&words(b)[0]));
        a.iter().any(|spelling| b.contains(spelling))
    }

    #[test]
    fn text_falls_into_words() {
        assert_eq!(
            words("Die IT-Beratung kostet 1.900 € (O’Neill)"),
            ["die", "it", "beratung", "kostet", "1", "900", "o", "neill"]
        );
        assert_eq!(words("Werk\u{ad}statt e\u{301}t\u{e9}"), ["werkstatt", "été"]);
        assert_eq!(words("\u{301} – \u{ad} 🔧 !"), Vec::<String>::new());
        let start_up = tokens("ein Start-up");
        assert_eq!((start_up[1].joined, start_up[2].joined), (false, true));
        assert_eq!(start_up[2].at, 10..12);
        assert_eq!(words(&"ab".repeat(500))[0].chars().count(), LONGEST);
    }

    #[test]
    fn a_german_word_is_read_like_any_other() {
        for word in ["Straße", "ÄRZTEHAUS", "übergrößen", "7Zwerge", &"Öl".repeat(LONGEST)] {
            let typed: String = word.nfd().collect();
            let (short, long) = (words(word), words(&format!("{typed}\u{301}")));
            let accent = |word: &str| word.nfd().filter(|c| *c != '\u{301}').nfc().collect();
            let plain: Vec<String> = long.iter().map(|word| accent(word)).collect();
            assert_eq!(short, plain);
        }
    }

    #[test]
    fn every_spelling_of_a_name_is_the_same_name() {
        for same in [
            &["Müller", "Mueller", "Muller", "MÜLLER", "mu\u{308}ller"][..],
            &["Straße", "Strasse", "STRASSE", "STRAẞE"],
            &["Bäckerei", "Baeckerei", "Backerei"],
            &["Yıldırım", "Yildirim", "YILDIRIM"],
            &["Şahin", "Sahin"],
            &["Wójcik", "Wojcik"],
            &["Łukasz", "Lukasz"],
            &["Größe", "Groesse", "Grosse"],
        ] {
            for one in same {
                for other in same {
                    assert!(alike(one, other), "{one} {other}");
                }
            }
        }
        for (one, other) in
            [("Haus", "Maus"), ("neue", "neu"), ("Steuer", "Stur"), ("Quelle", "Qlle")]
        {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn forms_of_a_word_share_their_stem() {
        let stems = Stems::default();
        for (rules, one, other) in [
            (Rules::German, "häuser", "haus"),
            (Rules::German, "haeuser", "haus"),
            (Rules::German, "kassen", "kasse"),
            (Rules::German, "händlerinnen", "händler"),
            (Rules::German, "webseite", "webseiten"),
            (Rules::English, "loans", "loan"),
            (Rules::English, "bakeries", "bakery"),
        ] {
            assert_eq!(stems.stem(rules, one), stems.stem(rules, other), "{one} {other}");
        }
    }

    #[test]
    fn function_words_are_known() {
        assert!(is_stop("der") && is_stop("the") && is_stop("zwischen") && is_stop("x"));
        assert!(
            !is_stop("kasse")
                && !is_stop("7")
                && is_stop("für")
                && is_stop("fuer")
                && is_stop("fur")
                && !is_stop("it")
        );
    }
}
