//! Sanitised HTML, and how its links read in another language or on the touchscreen.

use crate::{Place, Surface, text::dialable};
use std::borrow::Cow;
use std::ops::Range;

/// HTML that went through the sanitiser and may be inserted into a page as it is.
///
/// Links to pages of this website are written as German web addresses (`/anbieter/x`);
/// [`Html::for_place`] turns them into the addresses of the surface and language that shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Takes HTML that the caller has sanitised. Only the Markdown renderer calls this.
    pub fn sanitised(html: String) -> Html {
        Html(html)
    }

    /// The HTML as it reads on the German website.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a reader reads, without markup. Blocks are separated by line feeds, so that words of
    /// different paragraphs never run together.
    pub fn text(&self) -> String {
        let html = self.0.as_str();
        let mut out = String::with_capacity(html.len());
        let mut done = 0;
        for tag in tags(html) {
            unescape(&html[done..tag.start], &mut out);
            if is_block(&html[tag.clone()]) {
                out.truncate(out.trim_end_matches(' ').len());
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
            }
            done = tag.end;
        }
        unescape(&html[done..], &mut out);
        out.truncate(out.trim_end().len());
        out
    }

    /// The HTML as it reads at `place`: links to pages of this website keep surface and language.
    /// On the touchscreen nothing leads out of the application, so a link to somewhere else, an
    /// e-mail address or a telephone number becomes its text, followed by the address in
    /// parentheses unless the text is the address. The desk links to the public pages.
    pub fn for_place(&self, place: Place) -> Cow<'_, str> {
        let kiosk = place.surface == Surface::Kiosk;
        let place = if place.surface == Surface::Desk { Place::default() } else { place };
        if place == Place::default() {
            return Cow::Borrowed(&self.0);
        }
        let html = self.0.as_str();
        let mut out = String::with_capacity(html.len() + 64);
        let mut done = 0;
        // The link being turned into text: its address and where its text begins in `out`.
        let mut dropped: Option<(&str, usize)> = None;
        for tag in tags(html) {
            let text = &html[tag.clone()];
            if let Some(href) = href(text) {
                out.push_str(&html[done..tag.start]);
                done = tag.end;
                if href.starts_with('/') && !is_file(href) {
                    let (_, path) = Place::split(href);
                    out.push_str(&text.replacen(
                        &format!("href=\"{href}\""),
                        &format!("href=\"{}\"", place.href(path)),
                        1,
                    ));
                } else if kiosk {
                    dropped = Some((href, out.len()));
                } else {
                    out.push_str(text);
                }
            } else if text == "</a>"
                && let Some((href, start)) = dropped.take()
            {
                out.push_str(&html[done..tag.start]);
                done = tag.end;
                if let Some(address) = address(href, &out[start..]) {
                    out.push_str(" (");
                    out.push_str(address);
                    out.push(')');
                }
            }
        }
        out.push_str(&html[done..]);
        Cow::Owned(out)
    }
}

/// The tags of serialised HTML. Text has no bare `<` there; a quoted value may contain `>`.
fn tags(html: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + html[from..].find('<')?;
        let mut quoted = false;
        let length = html[start..].bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        })?;
        from = start + length + 1;
        Some(start..from)
    })
}

/// Whether a tag begins or ends something that stands on a line of its own.
fn is_block(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    !matches!(
        name,
        "a" | "abbr"
            | "b"
            | "cite"
            | "code"
            | "del"
            | "em"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "wbr"
    )
}

/// Adds `escaped` to `out` with the entities the sanitiser writes as the characters they stand for,
/// and with one space where the HTML has blanks or breaks its lines.
fn unescape(escaped: &str, out: &mut String) {
    const ENTITIES: [(&str, char); 6] =
        [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("nbsp", '\u{a0}'), ("#39", '\'')];
    let mut rest = escaped;
    while let Some(c) = rest.chars().next() {
        let entity = rest.strip_prefix('&').and_then(|after| {
            ENTITIES
                .iter()
                .find_map(|(name, c)| Some((*c, after.strip_prefix(name)?.strip_prefix(';')?)))
        });
        if let Some((c, after)) = entity {
            out.push(c);
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if !c.is_ascii_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }
}

/// The address of an `<a …>` tag, still with its entities.
fn href(tag: &str) -> Option<&str> {
    let attributes = tag.strip_prefix("<a ")?;
    let (_, rest) = attributes.split_once("href=\"")?;
    rest.split_once('"').map(|(href, _)| href)
}

/// Whether an address of this website is a file and so the same at every place.
fn is_file(href: &str) -> bool {
    href.starts_with("/media/") || href.starts_with("/assets/")
}

/// What a reader who cannot follow the link has to know besides its text.
fn address<'a>(href: &'a str, text: &str) -> Option<&'a str> {
    if is_file(href) {
        return None;
    }
    if let Some(number) = href.strip_prefix("tel:") {
        return (dialable(text) != number).then_some(number);
    }
    let shown = match href.strip_prefix("mailto:") {
        Some(mail) => mail.split('?').next().unwrap_or(mail),
        None => href.trim_start_matches("https://").trim_start_matches("http://"),
    };
    let shown = shown.trim_end_matches('/');
    (!text.contains(shown)).then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    const KIOSK: Place = Place { surface: Surface::Kiosk, lang: Lang::De };

    fn at(place: Place, html: &str) -> String {
        Html::sanitised(html.to_owned()).for_place(place).into_owned()
    }

    #[test]
    fn links_to_own_pages_keep_surface_and_language() {
        let html =
            r#"<p><a href="/anbieter/demir-digital">Demir</a> und <a href="/">Start</a></p>"#;
        assert_eq!(at(Place::default(), html), html);
        assert_eq!(
            at(Place::web(Lang::En), html),
            r#"<p><a href="/en/anbieter/demir-digital">Demir</a> und <a href="/en">Start</a></p>"#
        );
        let kiosk = Place { surface: Surface::Kiosk, lang: Lang::En };
        assert_eq!(
            at(kiosk, html),
            r#"<p><a href="/kiosk/en/anbieter/demir-digital">Demir</a> und <a href="/kiosk/en">Start</a></p>"#
        );
        let desk = Place { surface: Surface::Desk, lang: Lang::De };
        assert_eq!(at(desk, html), html);
    }

    #[test]
    fn an_address_with_a_language_is_not_prefixed_twice() {
        let html = r#"<a href="/en/anbieter/x-y-z?ziel=kosten&amp;b=1">x</a>"#;
        assert_eq!(at(Place::web(Lang::En), html), html);
    }

    #[test]
    fn the_kiosk_has_no_way_out() {
        for (html, want) in [
            (
                r#"<a href="https://example.org/a?b&amp;c" rel="external noopener">Die <em>Kammer</em></a>."#,
                "Die <em>Kammer</em> (example.org/a?b&amp;c).",
            ),
            (r#"<a href="https://example.org/">example.org</a>"#, "example.org"),
            (r#"<a href="mailto:a@b.example">Mail</a>"#, "Mail (a@b.example)"),
            (r#"<a href="mailto:a@b.example">a@b.example</a>"#, "a@b.example"),
            (r#"<a href="tel:+492315012345">0231 50-12345</a>"#, "0231 50-12345"),
            (r#"<a href="tel:+492315012345">Rufen Sie an</a>"#, "Rufen Sie an (+492315012345)"),
            (r#"<a href="/media/pages/impressum/plan.png">Plan</a>"#, "Plan"),
        ] {
            assert_eq!(at(KIOSK, html), want);
        }
    }

    #[test]
    fn files_are_the_same_everywhere() {
        let html = r#"<img src="/media/stories/a/b.svg" alt=""><a href="/assets/x.pdf">x</a>"#;
        assert_eq!(at(Place::web(Lang::En), html), html);
    }

    #[test]
    fn only_real_tags_are_links() {
        let html =
            r#"<p>&lt;a href="/x"&gt; href="/y"</p><img alt="<a href='/z'>" src="/media/a">"#;
        assert_eq!(at(KIOSK, html), html);
        let quoted = r#"<img alt="a > <a href=" src="/media/a"><a href="/b">b</a>"#;
        assert!(at(KIOSK, quoted).ends_with(r#"<a href="/kiosk/b">b</a>"#));
    }

    #[test]
    fn text_is_what_a_reader_reads() {
        for (html, want) in [
            ("<p>Eine <strong>Säge</strong>.</p>\n<p>Zwei</p>", "Eine Säge.\nZwei"),
            ("<p>in zwei\n Zeilen </p> <h2> danach</h2>", "in zwei Zeilen\ndanach"),
            ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
            ("a<br>b<img alt=\"x > y\" src=\"/z\">c", "a\nb\nc"),
            ("1 &lt; 2 &amp;amp; &quot;3&quot;&nbsp;4 & 5", "1 < 2 &amp; \"3\"\u{a0}4 & 5"),
            ("<a href=\"/x\">Werk</a>bank", "Werkbank"),
            ("", ""),
        ] {
            assert_eq!(Html::sanitised(html.to_owned()).text(), want);
        }
    }

    #[test]
    fn broken_html_is_copied_not_lost() {
        for html in ["<a href=\"/x", "a < b", "<", "", "<a href=\"https://x.de\">offen"] {
            let out = at(KIOSK, html);
            assert!(html.ends_with(&out) || out == html, "{html:?} became {out:?}");
        }
    }
}
