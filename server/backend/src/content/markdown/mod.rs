//! Markdown to HTML that may be put into a page: only what an editor needs, nothing that runs.
//!
//! Two layers, each enough on its own: the filter lets through known events and writes links and
//! pictures itself, and the sanitiser parses the result as a browser would and keeps what is on
//! its list.

mod filter;
mod inline;
mod link;
mod sanitise;

use super::entry::Shot;
use super::problem::{Lines, Report};
use domain::content::Html;
use filter::Filter;
use pulldown_cmark::{Options, Parser, html};
pub(super) use sanitise::sanitise;
use std::collections::BTreeMap;

/// No body is longer than this many bytes.
const MAX_BODY: usize = 256 * 1024;

/// A rendered body.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// The first paragraph as plain text, where it was asked for.
    pub lead: String,
    /// The rest, or all of it.
    pub html: Html,
    /// Words of both.
    pub words: usize,
    /// Links to pages of this website and where they are.
    pub links: Vec<(String, super::problem::At)>,
}

/// A body and what it may refer to.
pub(super) struct Source<'a> {
    /// The whole file.
    pub text: &'a str,
    /// Where the body begins in it.
    pub body: usize,
    /// The pictures beside the file.
    pub shots: &'a BTreeMap<String, Shot>,
    /// Values for `{{…}}`; `None` where there are no placeholders.
    pub placeholders: Option<&'a BTreeMap<String, String>>,
    /// Whether the first paragraph stands apart.
    pub lead: bool,
}

/// Renders a body.
pub(super) fn render(source: &Source<'_>, report: &mut Report<'_>) -> Body {
    let markdown = source.text.get(source.body..).unwrap_or_default();
    let lines = Lines::new(source.text);
    if markdown.len() > MAX_BODY {
        report.error(
            lines.at(source.body),
            "Der Text ist länger als 256 KiB.",
            "kürzere Texte; was lang ist, auf mehrere Seiten verteilt",
            "",
        );
        return Body::default();
    }
    if let Some(offset) = too_deep(markdown) {
        filter::refuse_depth(lines.at(source.body + offset), report);
        return Body::default();
    }
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let mut filter = Filter::new(source, &lines, report);
    for (event, range) in parser.into_offset_iter() {
        if !filter.event(event, range.start) {
            return Body::default();
        }
    }
    let (events, body) = filter.finish();
    let mut raw = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut raw, events.into_iter());
    Body { html: Html::sanitised(sanitise(&raw)), ..body }
}

/// Where a line opens more containers than anybody nests, before the parser sees them: it would
/// look at each of them again in every following line.
fn too_deep(markdown: &str) -> Option<usize> {
    let mut offset = 0;
    for line in markdown.split_inclusive('\n') {
        let mut opened = 0;
        for byte in line.bytes() {
            match byte {
                b' ' | b'\t' | b'0'..=b'9' => {}
                b'>' | b'-' | b'*' | b'+' | b'.' | b')' => opened += 1,
                _ => break,
            }
        }
        // A line of dashes is a rule, not a hundred lists.
        let rule = line.trim().bytes().all(|b| matches!(b, b'-' | b'*' | b' '));
        if opened > filter::MAX_DEPTH && !rule {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}

#[cfg(test)]
mod tests;
