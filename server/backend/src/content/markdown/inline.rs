//! What stands within a paragraph and points elsewhere: links, pictures, placeholders.

use super::super::convert::meant;
use super::filter::Filter;
use super::link::{Target, target};
use domain::content::{Coding, PictureSource};
use pulldown_cmark::{CowStr, Event, LinkType};

/// How wide a picture within a text is: as wide as the text, which has a widest.
const PROSE_SIZES: &str = "(min-width: 48rem) 42rem, 92vw";

/// The copy for browsers that cannot choose.
const PROSE_WIDTH: u32 = 1000;

impl<'a> Filter<'a, '_, '_> {
    pub(super) fn link(&mut self, link_type: LinkType, dest: CowStr<'a>, offset: usize) {
        let dest = self.filled(dest, offset);
        let dest = match link_type {
            LinkType::Email => format!("mailto:{dest}").into(),
            _ => dest,
        };
        let start = match target(&dest) {
            Ok(Target::Inside(path)) => {
                self.body.links.push((path.clone(), self.at(offset)));
                Some(format!("<a href=\"{}\">", escaped(&path)))
            }
            Ok(Target::Outside(address)) => {
                Some(format!("<a href=\"{}\" rel=\"external noopener\">", escaped(&address)))
            }
            Err(fault) => {
                let at = self.at(offset);
                self.report.error(
                    at,
                    fault,
                    "https://…, mailto:…, tel:… oder eine Seite dieser Website, die mit / beginnt",
                    "[Demir Digital](/anbieter/demir-digital)",
                );
                None
            }
        };
        self.links.push(start.is_some());
        if let Some(start) = start {
            self.out.push(Event::InlineHtml(start.into()));
        }
    }

    /// Closes a link, if it was opened as one.
    pub(super) fn end_link(&mut self) {
        if self.links.pop() == Some(true) {
            self.out.push(Event::InlineHtml("</a>".into()));
        }
    }

    pub(super) fn picture_end(&mut self) {
        let Some((dest, offset, alt)) = self.picture.take() else { return };
        let at = self.at(offset);
        let example = "![Die neue Theke von vorn](theke.jpg)";
        if alt.trim().is_empty() {
            let expected = "eine Beschreibung in den eckigen Klammern";
            self.report.error(at, "Das Bild hat keine Beschreibung.", expected, example);
        }
        let shot = self.source.shots.get(&*dest);
        let Some((shot, (width, height))) =
            shot.and_then(|shot| shot.size.map(|size| (shot, size)))
        else {
            let message = format!("Das Bild „{dest}“ liegt nicht in diesem Ordner.");
            self.report.error(at, message, "der Name einer Bilddatei im selben Ordner", example);
            return;
        };
        // The lead is plain text; a picture in it stands at the beginning of the rest.
        let source = shot.source();
        let img = format!(
            "<img src=\"{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\">",
            escaped(&source.one(PROSE_WIDTH)),
            escaped(alt.trim()),
        );
        let html = match &source {
            PictureSource::Drawing(_) => img,
            PictureSource::Photo(copies) => format!(
                "<picture><source type=\"image/webp\" srcset=\"{}\" sizes=\"{PROSE_SIZES}\">{img}\
                 </picture>",
                escaped(&copies.srcset(Coding::WebP)),
            ),
        };
        self.out.push(Event::InlineHtml(html.into()));
    }

    /// Fills in `{{operator.name}}` and its like.
    pub(super) fn filled(&mut self, text: CowStr<'a>, offset: usize) -> CowStr<'a> {
        if !text.contains("{{") {
            return text;
        }
        let Some(known) = self.source.placeholders else {
            let at = self.at(offset);
            self.report.error(at, "Platzhalter gibt es nur in Textseiten.", "der Text selbst", "");
            return text;
        };
        let mut out = String::new();
        let mut rest = &*text;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((name, after)) = after.split_once("}}") else { break };
            out.push_str(before);
            if let Some(value) = known.get(name.trim()) {
                out.push_str(value);
            } else {
                let shown: String = name.trim().chars().take(40).collect();
                let meant = meant(&shown, known.keys().map(String::as_str));
                let names: Vec<&str> = known.keys().map(String::as_str).collect();
                let at = self.at(offset);
                let message = format!("Den Platzhalter „{shown}“ gibt es nicht.{meant}");
                self.report.error(at, message, names.join(", "), "{{operator.name}}");
            }
            rest = after;
        }
        out.push_str(rest);
        out.into()
    }
}

/// Text as it stands in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
