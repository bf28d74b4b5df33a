//! Parses TOML and goes on after a mistake: the parser stops at the first one, an editor wants to
//! know all of them.

use std::collections::BTreeSet;
use toml_edit::Document;

/// A mistake in the notation itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    /// Byte offset.
    pub offset: usize,
    /// The field of the line, as `table.key`, if it can be recognised.
    pub field: Option<String>,
    /// What is wrong, in German.
    pub message: &'static str,
    /// What was expected.
    pub expected: &'static str,
}

/// What could be understood.
pub(super) struct Parsed {
    /// The document without the lines that hold mistakes; `None` if nothing sensible remains.
    pub document: Option<Document<String>>,
    /// The mistakes.
    pub mistakes: Vec<Mistake>,
    /// The fields in lines with mistakes: they are not missing, only illegible.
    pub illegible: BTreeSet<String>,
}

/// How many mistakes are worked around in one file.
const ROUNDS: usize = 20;

/// Parses `head`. A line with a mistake is turned into a comment of the same length, so that all
/// offsets stay true, and the rest is parsed again.
pub(super) fn parse(head: &str) -> Parsed {
    let mut text = head.to_owned();
    let mut mistakes: Vec<Mistake> = Vec::new();
    let mut illegible = BTreeSet::new();
    for _ in 0..ROUNDS {
        let error = match Document::parse(text.clone()) {
            Ok(document) => {
                mistakes.sort_by_key(|mistake| mistake.offset);
                return Parsed { document: Some(document), mistakes, illegible };
            }
            Err(error) => error,
        };
        let (message, expected) = german(error.message());
        let offset = error.span().map_or(0, |span| span.start).min(text.len());
        let offset = text.floor_char_boundary(offset);
        let (start, end) = culprit(&text, offset, error.message());
        let line = &text[start..end];
        let field = field(&text[..start], line);
        let is_header = line.trim_start().starts_with('[');
        if field.is_none() && !mistakes.is_empty() && !is_header {
            // The line is a consequence of an earlier mistake, not one of its own.
            break;
        }
        let offset = if (start..end).contains(&offset) { offset } else { start };
        mistakes.push(Mistake { offset, field: field.clone(), message, expected });
        if is_header || line.is_empty() || line.starts_with('#') {
            break;
        }
        if message != DUPLICATE {
            illegible.extend(field);
        }
        let comment = format!("#{}", " ".repeat(line.len() - 1));
        text.replace_range(start..end, &comment);
    }
    mistakes.truncate(ROUNDS);
    Parsed { document: None, mistakes, illegible }
}

const DUPLICATE: &str = "Dieses Feld steht zweimal in den Kopfdaten.";

/// The parser's message, for people who do not know TOML.
fn german(message: &str) -> (&'static str, &'static str) {
    let has = |part: &str| message.contains(part);
    if has("duplicate key") {
        (DUPLICATE, "jedes Feld genau einmal")
    } else if has("recurs") {
        ("Die Kopfdaten sind zu tief verschachtelt.", "höchstens eine Liste in einer Tabelle")
    } else if has("date") || has("out of range") {
        ("Das ist kein Datum aus dem Kalender.", "Jahr-Monat-Tag ohne Anführungszeichen")
    } else if has("array") {
        ("Diese Liste ist nicht richtig geschrieben.", "eckige Klammern, Kommas dazwischen")
    } else if has("table") {
        ("Diese Zeile gehört zu keinem Abschnitt.", "ein Abschnitt in eckigen Klammern")
    } else if has("string") || has("escape") || has("quote") {
        (
            "Dieser Text ist nicht richtig geschrieben.",
            "Anführungszeichen davor und dahinter; innen \\\" statt \" und \\\\ statt \\",
        )
    } else if has("no value") || has("missing value") || has("assignment") {
        ("Hier fehlt ein Wert.", "Feld, Gleichheitszeichen, Wert")
    } else {
        ("Diese Zeile ist nicht richtig geschrieben.", "Feld, Gleichheitszeichen, Wert")
    }
}

/// The line to blame. A list that is never closed is noticed lines later, so the line where it
/// was opened is blamed.
fn culprit(text: &str, offset: usize, message: &str) -> (usize, usize) {
    let (start, end) = line_around(text, offset);
    if !message.contains("array") && start < text.len() {
        return (start, end);
    }
    let mut at = start;
    loop {
        let (start, end) = line_around(text, at);
        let line = &text[start..end];
        let opens = line
            .split_once('=')
            .is_some_and(|(_, value)| value.trim_start().starts_with('[') && !value.contains(']'));
        if opens {
            return (start, end);
        }
        if start == 0 {
            break;
        }
        at = start - 1;
    }
    (start, end)
}

fn line_around(text: &str, offset: usize) -> (usize, usize) {
    let start = text[..offset].rfind('\n').map_or(0, |n| n + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |n| offset + n);
    (start, end)
}

/// The field a line sets, with the table of the last header before it.
fn field(before: &str, line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-' || c == '.';
    if key.is_empty() || !key.chars().all(plain) {
        return None;
    }
    let header = before.lines().rev().find(|line| line.trim_start().starts_with('['));
    let table = header.map_or("", |line| line.trim().trim_matches(['[', ']']).trim());
    Some(if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(head: &str) -> Vec<(usize, Option<String>)> {
        let parsed = parse(head);
        assert_eq!(parsed.document.is_none(), parsed.mistakes.is_empty() && head.is_empty());
        parsed
            .mistakes
            .iter()
            .map(|m| (head[..m.offset].matches('\n').count() + 1, m.field.clone()))
            .collect()
    }

    #[test]
    fn every_line_with_a_mistake_is_found() {
        let head = "title = Hallo\nteaser = \"offen\nchecked_on = 2026-02-30\nfirm = \"ok\"\n\
                    goals = [\"a\", \"b\"\nverdict = \"partly\"\n[cost]\nonce = 1.000,00\nfirm =\n";
        let found = mistakes(head);
        let field = |name: &str| Some(name.to_owned());
        assert_eq!(
            found,
            [
                (1, field("title")),
                (2, field("teaser")),
                (3, field("checked_on")),
                (5, field("goals")),
                (8, field("cost.once")),
                (9, field("cost.firm")),
            ]
        );
        let document = parse(head).document.unwrap();
        assert_eq!(document.get("firm").and_then(|item| item.as_str()), Some("ok"));
        assert_eq!(document.get("verdict").and_then(|item| item.as_str()), Some("partly"));
    }

    #[test]
    fn a_field_given_twice_is_told_at_the_second_place() {
        let parsed = parse("a = 1\nb = 2\na = 3\n");
        assert_eq!(parsed.mistakes.len(), 1);
        assert_eq!((parsed.mistakes[0].offset, parsed.mistakes[0].message), (12, DUPLICATE));
        assert!(parsed.document.is_some());
        assert!(parsed.illegible.is_empty());
    }

    #[test]
    fn nothing_sensible_left_is_one_mistake() {
        for head in ["[cost\nonce = 1\n", "hallo welt\n", "= 1\n", "a = [[[[", "\"\"\"", "]"] {
            let parsed = parse(head);
            assert!(!parsed.mistakes.is_empty(), "{head:?}");
            assert!(parsed.mistakes.len() <= 2, "{head:?}: {:?}", parsed.mistakes);
        }
    }

    #[test]
    fn deep_nesting_is_refused_quickly() {
        let head = format!("a = {}1{}\n", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(parse(&head).mistakes.len(), 1);
    }
}
