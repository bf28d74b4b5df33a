//! Whether `ls.md` keeps the rules of Leichte Sprache that a program can check.

use super::entry::Doc;
use super::kinds;
use super::problem::{At, Lines, Report};
use super::values::{Value, Values};
use domain::content::Kind;
use domain::plain::{self, Fault, Finding};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Checks the texts in the front matter and every paragraph, heading and line of a list below it.
pub(super) fn check(kind: Kind, doc: &Doc, report: &mut Report<'_>) {
    for field in kinds::fields(kind).into_iter().filter(|field| field.translatable) {
        match doc.values.get(field.name) {
            Some((at, Value::Text(text))) => tell_all(text, |_| at, report),
            Some((_, Value::List(list))) => {
                for (text, at) in list {
                    tell_all(text, |_| *at, report);
                }
            }
            _ => {}
        }
    }
    let Some((text, body)) = &doc.text else { return };
    let lines = Lines::new(text);
    for block in blocks(text.get(*body..).unwrap_or_default()) {
        tell_all(&block.text, |offset| lines.at(body + block.source(offset)), report);
    }
}

/// Checks the labels in Leichte Sprache that stand among the facts of a site.
pub(super) fn check_labels(values: &Values, report: &mut Report<'_>) {
    for (_, goal) in values.rows("goals") {
        if let Some((at, Value::Text(text))) = goal.get("ls") {
            tell_all(text, |_| at, report);
        }
    }
}

fn tell_all(text: &str, at: impl Fn(usize) -> At, report: &mut Report<'_>) {
    for finding in plain::check(text) {
        tell(&finding, at(finding.at), report);
    }
}

fn tell(finding: &Finding<'_>, at: At, report: &mut Report<'_>) {
    let sentence = beginning(finding.sentence);
    match &finding.fault {
        Fault::Words(words) => report.error(
            at,
            format!("Leichte Sprache: Der Satz „{sentence}“ hat {words} Wörter."),
            format!("höchstens {} Wörter in einem Satz", plain::MAX_WORDS),
            "Kommen Sie in die Werkbank. Das kostet nichts.",
        ),
        Fault::Clauses(clauses) => report.error(
            at,
            format!("Leichte Sprache: Der Satz „{sentence}“ hat {clauses} Nebensätze."),
            format!("höchstens {} Nebensatz in einem Satz", plain::MAX_CLAUSES),
            "Sie haben eine Frage? Dann rufen Sie uns an.",
        ),
        Fault::Abbreviation(word) => report.warning(
            at,
            format!("Leichte Sprache: „{word}“ ist eine Abkürzung."),
            "ausgeschriebene Wörter: „zum Beispiel“",
        ),
        Fault::Subjunctive(word) => report.warning(
            at,
            format!("Leichte Sprache: „{word}“ sagt, was nicht ist."),
            "was ist oder sein wird, oder „vielleicht“",
        ),
        Fault::LongWord(word) => report.warning(
            at,
            format!("Leichte Sprache: „{word}“ ist ein langes Wort."),
            "ein kürzeres Wort, oder getrennt mit · oder Bindestrich: „Förder·mittel“",
        ),
    }
}

/// The first words of a sentence, enough to find it.
fn beginning(sentence: &str) -> String {
    let mut words = sentence.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(6).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{}{more}", first.join(" "))
}

/// A paragraph, a heading, a line of a list: what is read in one go.
#[derive(Default)]
struct Block {
    text: String,
    /// Where each piece of the text begins in it and in the body.
    pieces: Vec<(usize, usize)>,
}

impl Block {
    fn push(&mut self, text: &str, source: usize) {
        self.pieces.push((self.text.len(), source));
        self.text.push_str(text);
    }

    /// The offset in the body of an offset in the text.
    fn source(&self, offset: usize) -> usize {
        let index = self.pieces.partition_point(|&(start, _)| start <= offset).saturating_sub(1);
        self.pieces.get(index).map_or(0, |&(start, source)| source + offset - start)
    }
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = vec![Block::default()];
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        take(&mut blocks, &event, &range);
    }
    blocks.retain(|block| !block.text.is_empty());
    blocks
}

fn take(blocks: &mut Vec<Block>, event: &Event<'_>, range: &Range<usize>) {
    match event {
        Event::Text(text) | Event::Code(text) => {
            if let Some(block) = blocks.last_mut() {
                block.push(text, range.start);
            }
        }
        Event::SoftBreak | Event::HardBreak => {
            if let Some(block) = blocks.last_mut() {
                block.push(" ", range.start);
            }
        }
        Event::Start(tag) if !is_inline(tag.to_end()) => blocks.push(Block::default()),
        Event::End(tag) if !is_inline(*tag) => blocks.push(Block::default()),
        // The description of a picture is a text of its own.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {
            blocks.push(Block::default());
        }
        _ => {}
    }
}

fn is_inline(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Image | Link | Strong | Strikethrough)
}
