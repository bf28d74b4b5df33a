//! The list of what may stand in a page.

use ammonia::Builder;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

static RULES: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::empty();
    rules
        .tags(HashSet::from([
            "a",
            "blockquote",
            "br",
            "code",
            "em",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "img",
            "li",
            "ol",
            "p",
            "picture",
            "pre",
            "source",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ]))
        .clean_content_tags(HashSet::from([
            "iframe",
            "math",
            "noembed",
            "noframes",
            "noscript",
            "object",
            "plaintext",
            "script",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "xmp",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt", "width", "height", "loading"])),
            ("ol", HashSet::from(["start"])),
            ("source", HashSet::from(["srcset", "sizes"])),
        ]))
        .tag_attribute_values(HashMap::from([
            ("a", HashMap::from([("rel", HashSet::from(["external noopener"]))])),
            ("source", HashMap::from([("type", HashSet::from(["image/webp"]))])),
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("img", "src") => value.starts_with("/media/").then_some(Cow::Borrowed(value)),
            ("source", "srcset") => {
                let own = value.split(", ").all(|one| one.starts_with("/media/"));
                own.then_some(Cow::Borrowed(value))
            }
            ("a", "href") => is_link(value).then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        });
    rules
});

/// The addresses the filter writes; the second look at them.
fn is_link(value: &str) -> bool {
    let inside = value.starts_with('/') && !value.starts_with("//") && !value.contains('\\');
    inside || ["https://", "http://", "mailto:", "tel:"].iter().any(|s| value.starts_with(s))
}

/// Parses HTML as a browser does and writes only what is on the list.
pub fn sanitise(html: &str) -> String {
    RULES.clean(html).to_string()
}
