//! What a page of ours leads to and what it needs, read off its markup. It is valid and quotes
//! every value, so this need not be more than it is.

use std::collections::BTreeSet;

/// Folders whose files may be kept.
const FOLDERS: [&str; 3] = ["/assets/", "/pkg/", "/media/"];

/// What a page names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Addresses of pages, in the order in which they stand there.
    pub pages: Vec<String>,
    /// Addresses of files.
    pub files: BTreeSet<String>,
}

/// What a page names. Films are not among it: they are too large to be kept.
pub fn page(html: &str) -> Named {
    let mut named = Named::default();
    let mut webp = None;
    for tag in tags(html) {
        let value = |name: &str| attribute(tag, name);
        let file = match name(tag) {
            "a" | "area" => {
                named.pages.extend(value("href").filter(|to| to.starts_with('/')));
                None
            }
            "link" => value("href"),
            "script" => value("src"),
            "video" => value("poster"),
            "source" => {
                webp = value("srcset");
                None
            }
            "img" => {
                let plain = value("src");
                let copy = webp.take().zip(plain.as_deref()).and_then(|(all, src)| near(&all, src));
                copy.or(plain)
            }
            _ => None,
        };
        named.files.extend(file.filter(|to| is_file(to)));
    }
    named
}

/// What a style sheet or script names.
pub fn code(text: &str) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for folder in FOLDERS {
        for (at, _) in text.match_indices(folder) {
            let end = |c: char| matches!(c, '"' | '\'' | '`' | ')' | '#') || c.is_whitespace();
            let rest = text.get(at..).unwrap_or_default();
            let address = rest.split(end).next().unwrap_or_default();
            files.insert(address.to_owned());
        }
    }
    files
}

fn is_file(address: &str) -> bool {
    FOLDERS.iter().any(|folder| address.starts_with(folder))
}

/// The copy in a `srcset` that is at least as wide as the one at `src`, else the widest: browsers
/// choose by their screen, a touchscreen keeps the one its place was drawn for.
fn near(srcset: &str, src: &str) -> Option<String> {
    let wanted = width(src)?;
    let copies = srcset.split(", ").filter_map(|one| Some(one.split_once(' ')?.0));
    let mut copies: Vec<(u32, &str)> = copies.filter_map(|to| Some((width(to)?, to))).collect();
    copies.sort_unstable();
    let enough = copies.iter().find(|(width, _)| *width >= wanted);
    enough.or(copies.last()).map(|(_, to)| (*to).to_owned())
}

/// The width in the address of a copy: `…/photo.jpg/1280.webp?v=…`.
fn width(address: &str) -> Option<u32> {
    let name = address.split('?').next()?.rsplit('/').next()?;
    name.split('.').next()?.parse().ok()
}

/// The start tags of a document, without their brackets.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())).map(
        |rest| {
            // A bracket inside a quoted value does not end the tag.
            let mut quoted = false;
            let end = rest.find(|c| {
                quoted ^= c == '"';
                c == '>' && !quoted
            });
            end.and_then(|end| rest.get(..end)).unwrap_or(rest)
        },
    )
}

fn name(tag: &str) -> &str {
    tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split('"').next()?.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_pages_and_files() {
        let html = r##"<!DOCTYPE html><html><head>
            <link rel="stylesheet" href="/assets/main.1.css"><link rel="stylesheet" href="/kiosk/geraet.css">
            <script src="/assets/kiosk.2.js" defer></script></head><body>
            <a class="a > b" href="/kiosk/geschichten?ziel=a&amp;seite=2">x</a><a href="#top">y</a>
            <a href="https://example.org/">z</a>
            <picture><source type="image/webp" srcset="/media/a/b.jpg/320.webp?v=1 320w, /media/a/b.jpg/960.webp?v=1 960w, /media/a/b.jpg/1000.webp?v=1 1000w" sizes="1px">
            <img src="/media/a/b.jpg/640.jpg?v=1" srcset="/media/a/b.jpg/640.jpg?v=1 640w" alt=""></picture>
            <img src="/media/c.svg?v=2" alt="">
            <video poster="/media/d.jpg/1280.jpg?v=3"><source src="/media/d.mp4?v=3" type="video/mp4"></video>
            </body></html>"##;
        let named = page(html);
        assert_eq!(named.pages, ["/kiosk/geschichten?ziel=a&seite=2"]);
        assert_eq!(
            named.files.iter().map(String::as_str).collect::<Vec<_>>(),
            [
                "/assets/kiosk.2.js",
                "/assets/main.1.css",
                "/media/a/b.jpg/960.webp?v=1",
                "/media/c.svg?v=2",
                "/media/d.jpg/1280.jpg?v=3"
            ]
        );
    }

    #[test]
    fn code_names_files() {
        let css = "a{src:url(\"/assets/x.woff2\")format(\"woff2\")}b{c:url(/assets/y.svg)}";
        assert_eq!(code(css), ["/assets/x.woff2", "/assets/y.svg"].map(str::to_owned).into());
        assert_eq!(code("import('/pkg/public.js')"), ["/pkg/public.js".to_owned()].into());
    }
}
