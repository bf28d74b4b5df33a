//! Goes through the events of the Markdown parser and lets through what is known.

use super::super::problem::{At, Lines, Report};
use super::{Body, Source};
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Tag, TagEnd};

/// Lists in lists in quotes: nobody reads deeper than this.
pub(super) const MAX_DEPTH: usize = 24;

/// A paragraph is no longer than this many bytes. Readers are grateful, and the serialiser of the
/// sanitiser looks at the rest of a text again for every `&` in it.
const MAX_PARAGRAPH: usize = 8 * 1024;

/// Reports a body that is nested too deeply.
pub(super) fn refuse_depth(at: At, report: &mut Report<'_>) {
    report.error(
        at,
        "Der Text ist zu tief verschachtelt.",
        format!("höchstens {MAX_DEPTH} Ebenen von Zitaten und Listen"),
        "",
    );
}

pub(super) struct Filter<'a, 's, 'r> {
    pub(super) source: &'s Source<'a>,
    lines: &'s Lines<'a>,
    pub(super) report: &'s mut Report<'r>,
    pub(super) out: Vec<Event<'a>>,
    pub(super) body: Body,
    depth: usize,
    /// The levels of the headings around, as written.
    levels: Vec<HeadingLevel>,
    /// The level the open heading gets.
    heading: HeadingLevel,
    /// For each open link whether its end is written.
    pub(super) links: Vec<bool>,
    /// The picture being read: its address, where it stands, its description so far.
    pub(super) picture: Option<(CowStr<'a>, usize, String)>,
    lead: Lead,
    /// Text in a row, which the parser hands over in pieces; the parser's own way of joining them
    /// copies everything for every piece.
    text: String,
    /// Where it begins.
    text_offset: usize,
    /// Bytes since the last block began.
    paragraph: usize,
}

#[derive(PartialEq, Eq)]
enum Lead {
    Expected,
    Open,
    Done,
}

impl<'a, 's, 'r> Filter<'a, 's, 'r> {
    pub fn new(source: &'s Source<'a>, lines: &'s Lines<'a>, report: &'s mut Report<'r>) -> Self {
        Filter {
            source,
            lines,
            report,
            out: Vec::new(),
            body: Body::default(),
            depth: 0,
            levels: Vec::new(),
            heading: HeadingLevel::H2,
            links: Vec::new(),
            picture: None,
            lead: if source.lead { Lead::Expected } else { Lead::Done },
            text: String::new(),
            text_offset: 0,
            paragraph: 0,
        }
    }

    /// The events to write, and what was learned about the body.
    pub fn finish(mut self) -> (Vec<Event<'a>>, Body) {
        self.flush();
        let lead = self.body.lead.trim().to_owned();
        (self.out, Body { lead, ..self.body })
    }

    /// Takes an event that begins at `offset` of the body. False: stop, the body is refused.
    pub fn event(&mut self, event: Event<'a>, offset: usize) -> bool {
        self.paragraph += match &event {
            Event::Text(text) | Event::Code(text) => text.len(),
            _ => 1,
        };
        if self.paragraph > MAX_PARAGRAPH {
            let at = self.at(offset);
            self.report.error(at, "Dieser Absatz nimmt kein Ende.", "kürzere Absätze", "");
            return false;
        }
        if let Event::Text(text) = event {
            if self.text.is_empty() {
                self.text_offset = offset;
            }
            self.text.push_str(&text);
            return true;
        }
        self.flush();
        match &event {
            Event::Start(tag) => {
                self.depth += 1;
                if !is_inline(tag.to_end()) {
                    self.paragraph = 0;
                }
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                if !is_inline(*tag) {
                    self.paragraph = 0;
                }
            }
            _ => {}
        }
        if self.depth > MAX_DEPTH {
            refuse_depth(self.at(offset), self.report);
            return false;
        }
        self.known(event, offset);
        true
    }

    /// Hands on the text that was collected.
    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.known(Event::Text(text.into()), self.text_offset);
        }
    }

    fn known(&mut self, event: Event<'a>, offset: usize) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(&html, offset),
            // A comment before the first paragraph does not make it the second.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::Image { dest_url, .. }) if self.picture.is_none() => {
                self.picture = Some((dest_url, offset, String::new()));
            }
            Event::End(TagEnd::Image) => self.picture_end(),
            event if self.picture.is_some() => self.inside_picture(&event),
            event if self.lead != Lead::Done => self.lead(event, offset),
            event => self.block(event, offset),
        }
    }

    pub(super) fn at(&self, offset: usize) -> At {
        self.lines.at(self.source.body + offset)
    }

    fn raw_html(&mut self, html: &str, offset: usize) {
        let html = html.trim();
        if !html.is_empty() && !html.starts_with("<!--") && !html.starts_with("</") {
            let at = self.at(offset);
            self.report.warning(at, "HTML wird aus dem Text entfernt.", "Markdown");
        }
    }

    /// The first paragraph as plain text.
    fn lead(&mut self, event: Event<'a>, offset: usize) {
        match event {
            Event::Start(Tag::Paragraph) => self.lead = Lead::Open,
            Event::End(TagEnd::Paragraph) => self.lead = Lead::Done,
            Event::Text(text) | Event::Code(text) => {
                let text = self.filled(text, offset);
                self.body.words += words(&text);
                self.body.lead.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.body.lead.push(' '),
            event if self.lead == Lead::Expected => {
                let at = self.at(offset);
                self.report.error(
                    at,
                    "Der Text beginnt nicht mit einem Absatz.",
                    "zuerst ein Absatz als Vorspann, dann Überschriften und Listen",
                    "",
                );
                self.lead = Lead::Done;
                self.block(event, offset);
            }
            _ => {} // Emphasis and links of the lead.
        }
    }

    fn inside_picture(&mut self, event: &Event<'a>) {
        if let Some((_, _, alt)) = &mut self.picture {
            match event {
                Event::Text(text) | Event::Code(text) => alt.push_str(text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
    }

    fn block(&mut self, event: Event<'a>, offset: usize) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = self.shifted(level);
                let (id, classes, attrs) = (None, Vec::new(), Vec::new());
                self.out.push(Event::Start(Tag::Heading {
                    level: self.heading,
                    id,
                    classes,
                    attrs,
                }));
            }
            Event::End(TagEnd::Heading(_)) => {
                self.out.push(Event::End(TagEnd::Heading(self.heading)));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.link(link_type, dest_url, offset);
            }
            Event::End(TagEnd::Link) => self.end_link(),
            Event::Text(text) => {
                let text = self.filled(text, offset);
                self.body.words += words(&text);
                self.out.push(Event::Text(text));
            }
            Event::Code(text) => {
                self.body.words += words(&text);
                self.out.push(Event::Code(text));
            }
            Event::Start(Tag::Table(columns)) => {
                let columns = vec![Alignment::None; columns.len()];
                self.out.push(Event::Start(Tag::Table(columns)));
            }
            Event::Start(
                Tag::Paragraph
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::List(_)
                | Tag::Item
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Emphasis
                | Tag::Strong,
            )
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::Table
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::TableCell
                | TagEnd::Emphasis
                | TagEnd::Strong,
            )
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule => self.out.push(event),
            // Extensions that are not switched on.
            _ => {}
        }
    }

    /// The level a heading gets: the first is a second-level heading, because the page has its
    /// title, and none is more than one below the one around it.
    fn shifted(&mut self, level: HeadingLevel) -> HeadingLevel {
        while self.levels.last().is_some_and(|&around| around >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        HeadingLevel::try_from(self.levels.len() + 1).unwrap_or(HeadingLevel::H6)
    }
}

/// Whether a tag stands within a paragraph.
fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

/// Words people read: a dash between spaces is none.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
