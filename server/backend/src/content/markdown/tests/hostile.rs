//! What people write who want something to run, or the program to fall over.

use super::payloads::PAYLOADS;
use super::*;

const TAGS: &[&str] = &[
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
];

/// Goes through the tags as written and finds everything that is not on the list.
fn inert(html: &str) -> Result<(), String> {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let mut quoted = false;
        let end = rest
            .find(|c| {
                quoted ^= c == '"';
                c == '>' && !quoted
            })
            .ok_or("a tag without end")?;
        let (tag, after) = rest.split_at(end);
        rest = after;
        let tag = tag.trim_start_matches('/');
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !TAGS.contains(&name) {
            return Err(format!("element {name}"));
        }
        while let Some((attribute, value)) = attributes.split_once("=\"") {
            let (value, others) = value.split_once('"').ok_or("an open quote")?;
            let good = match (name, attribute.trim()) {
                ("a", "href") => {
                    (value.starts_with('/') && !value.starts_with("//") && !value.contains('\\'))
                        || ["https://", "http://", "mailto:", "tel:"]
                            .iter()
                            .any(|scheme| value.starts_with(scheme))
                }
                ("a", "rel") => value == "external noopener",
                ("img", "src") => value.starts_with("/media/"),
                ("source", "srcset") => value.split(", ").all(|one| one.starts_with("/media/")),
                ("source", "type") => value == "image/webp",
                ("img", "alt" | "width" | "height" | "loading")
                | ("ol", "start")
                | ("source", "sizes") => true,
                _ => false,
            };
            if !good {
                return Err(format!("{name} {attribute}=\"{value}\""));
            }
            attributes = others;
        }
        if !attributes.trim().is_empty() {
            return Err(format!("{name} with {attributes}"));
        }
    }
    Ok(())
}

#[test]
fn nothing_an_editor_writes_runs() {
    assert!(PAYLOADS.len() >= 60);
    let around = ["", "Text ", "> ", "- ", "<div>\n\n", "<b>", "**", "<!-- x\n\n", "<svg>\n\n"];
    for payload in PAYLOADS {
        for before in around {
            let markdown = format!("{before}{payload}");
            let (body, _) = run(&markdown, false);
            let html = body.html.as_str();
            assert_eq!(inert(html), Ok(()), "{markdown:?} became {html:?}");
            assert_eq!(sanitise(html), html, "{markdown:?} changes when it is read again");
            let (body, _) = run(&markdown, true);
            assert_eq!(inert(body.html.as_str()), Ok(()), "{markdown:?}");
        }
    }
}

/// The second layer alone: were the filter to let everything through, nothing would run.
#[test]
fn the_sanitiser_needs_no_filter() {
    for payload in PAYLOADS {
        for html in
            [(*payload).to_owned(), format!("<p>{payload}</p>"), format!("<table>{payload}")]
        {
            let clean = sanitise(&html);
            assert_eq!(inert(&clean), Ok(()), "{html:?} became {clean:?}");
            assert_eq!(sanitise(&clean), clean, "{html:?} changes when it is read again");
        }
    }
}

/// The first layer alone: were the sanitiser to do nothing, nothing would run either.
#[test]
fn the_filter_needs_no_sanitiser() {
    for payload in PAYLOADS {
        let shots = shots();
        let source =
            Source { text: payload, body: 0, shots: &shots, placeholders: None, lead: false };
        let mut list = Vec::new();
        let lines = Lines::new(payload);
        let mut report = Report { file: "x", list: &mut list };
        let mut filter = Filter::new(&source, &lines, &mut report);
        let parser = Parser::new_ext(payload, Options::ENABLE_TABLES).into_offset_iter();
        for (event, range) in parser {
            assert!(filter.event(event, range.start));
        }
        let mut raw = String::new();
        html::push_html(&mut raw, filter.finish().0.into_iter());
        // What the HTML writer itself adds, the sanitiser takes away.
        let raw =
            raw.replace(" />", ">").replace("<code class=\"language-&quot;&gt;&lt;img\"", "<code");
        assert_eq!(inert(&raw), Ok(()), "{payload:?} became {raw:?}");
    }
}

/// The promise is a second; a debug build on a busy machine gets ten, which still tells apart
/// what grows with the square of its input.
fn quick(name: &str, markdown: &str) -> (Body, Vec<Problem>) {
    #[expect(clippy::disallowed_methods, reason = "measures how long it takes")]
    let start = Instant::now();
    let result = run(markdown, false);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(10), "{name} took {took:?}");
    result
}

#[test]
fn nesting_is_refused_before_it_hurts() {
    let deep = |open: &str, n: usize| open.repeat(n) + "x\n";
    let stairs = |n: usize| (0..n).map(|n| format!("{}- x\n", "  ".repeat(n))).collect();
    for (name, markdown) in [
        ("10,000 quotes", deep("> ", 10_000)),
        ("10,000 tight quotes", deep(">", 10_000)),
        ("10,000 lists", deep("- ", 10_000)),
        ("10,000 numbered lists", deep("1. ", 10_000)),
        ("quotes in many lines", deep(">", 5_000).repeat(50)),
        ("quotes and lists", deep("> - ", 5_000)),
        ("indented lists", stairs(450)),
    ] {
        let (body, problems) = quick(name, &markdown);
        assert!(body.html.is_empty(), "{name}");
        assert_eq!(problems[0].message, "Der Text ist zu tief verschachtelt.", "{name}");
    }
}

#[test]
fn a_body_full_of_anything_is_quick() {
    let parts = [
        "[",
        "![",
        "*",
        "_",
        "**a ",
        "*a_",
        "`",
        "``` ",
        "<",
        "<a ",
        "<!--",
        "&",
        "&#",
        "\\",
        "[a](",
        "[a]: ",
        "|",
        "|a\n|-\n",
        "# ",
        "- a\n",
        "> a\n",
        "a\n",
        "\n",
        "<b>",
        "https://a.example ",
        "]",
        "![a](b",
        "~",
        ":",
        "[x](/a) ",
        "{{",
        "{{a}}",
        "}}",
        "\u{a0}",
        "&\n\n",
        "1. ",
        "\t",
        "[^1]",
        "<https://a.example>",
        "<div>\n",
        "&amp;",
        "\\\n",
        "a|b\n-|-\n",
    ];
    for part in parts {
        let _ = quick(part, &part.repeat(super::super::MAX_BODY / part.len()));
        // Just below the length at which a paragraph is refused.
        let paragraph = part.repeat(8_000 / part.len());
        let body = format!("{paragraph}\n\n").repeat(6);
        let _ = quick(part, &body);
    }
}

#[test]
fn a_body_or_paragraph_without_end_is_refused() {
    for (markdown, message) in [
        ("Wort ".repeat(60_000), "Der Text ist länger als 256 KiB."),
        ("Wort ".repeat(20_000), "Dieser Absatz nimmt kein Ende."),
        ("**Wort** ".repeat(20_000), "Dieser Absatz nimmt kein Ende."),
    ] {
        let (body, problems) = run(&markdown, false);
        assert!(body.html.is_empty());
        assert_eq!(problems[0].message, message);
    }
    let (_, problems) = run(&"Ein Absatz von üblicher Länge.\n\n".repeat(5_000), false);
    assert_eq!(problems, []);
}
