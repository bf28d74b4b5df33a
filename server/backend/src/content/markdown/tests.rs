use super::*;
use crate::content::media::Photo;
use crate::content::picture;
use crate::content::problem::Problem;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

mod hostile;
mod payloads;

fn shots() -> BTreeMap<String, Shot> {
    let shot = Shot {
        path: "bild.svg".into(),
        address: "/media/stories/x/bild.svg".into(),
        hash: "0123456789abcdef".into(),
        len: 1,
        mime: "image/svg+xml",
        size: Some((400, 300)),
        photo: None,
    };
    let header = picture::Header { width: 500, height: 300, orientation: 1, memory: 0, note: None };
    let photo = Photo::new(Path::new("foto.jpg"), "x", picture::Format::Jpeg, &header);
    let other = Shot {
        address: "/media/stories/x/foto.jpg".into(),
        size: Some((500, 300)),
        photo: Some(Arc::new(photo)),
        ..shot.clone()
    };
    BTreeMap::from([("bild.svg".to_owned(), shot), ("foto.jpg".to_owned(), other)])
}

fn run(markdown: &str, lead: bool) -> (Body, Vec<Problem>) {
    let shots = shots();
    let known = BTreeMap::from([
        ("operator.name".to_owned(), "Müller & <Söhne> \"GmbH\"".to_owned()),
        ("operator.legal_form".to_owned(), "Stadt".to_owned()),
        ("operator.email".to_owned(), "a@b.example".to_owned()),
        ("operator.phone".to_owned(), "0231 50-12345".to_owned()),
    ]);
    let source =
        Source { text: markdown, body: 0, shots: &shots, placeholders: Some(&known), lead };
    let mut list = Vec::new();
    let body = render(&source, &mut Report { file: "x", list: &mut list });
    (body, list)
}

fn html(markdown: &str) -> String {
    let (body, problems) = run(markdown, false);
    assert_eq!(problems, [], "{markdown}");
    body.html.as_str().to_owned()
}

#[test]
fn what_editors_write() {
    for (markdown, want) in [
        (
            "Ein **fetter** *kursiver* `Satz`.",
            "<p>Ein <strong>fetter</strong> <em>kursiver</em> <code>Satz</code>.</p>\n",
        ),
        ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("> Zitat", "<blockquote>\n<p>Zitat</p>\n</blockquote>\n"),
        ("a\\\nb\n\n---\n", "<p>a<br>\nb</p>\n<hr>\n"),
        (
            "„Gänsefüßchen“ – und … ‚so‘ -- bleiben",
            "<p>„Gänsefüßchen“ – und … ‚so‘ -- bleiben</p>\n",
        ),
        ("~~durch~~ [^1] $x$", "<p>~~durch~~ [^1] $x$</p>\n"),
        ("a<!-- nicht zeigen -->b", "<p>ab</p>\n"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>\n"),
        ("[x](/anbieter)", "<p><a href=\"/anbieter\">x</a></p>\n"),
        (
            "[x](https://a.example/?b=1&c=2 \"Titel\")",
            "<p><a href=\"https://a.example/?b=1&amp;c=2\" rel=\"external noopener\">x</a></p>\n",
        ),
        (
            "<https://a.example>",
            "<p><a href=\"https://a.example\" rel=\"external noopener\">https://a.example</a></p>\n",
        ),
        (
            "<a@b.example>",
            "<p><a href=\"mailto:a@b.example\" rel=\"external noopener\">a@b.example</a></p>\n",
        ),
        (
            "![Ein \"Bild\" & &lt;mehr&gt;](bild.svg)",
            "<p><img src=\"/media/stories/x/bild.svg?v=01234567\" alt=\"Ein &quot;Bild&quot; &amp; &lt;mehr&gt;\" width=\"400\" height=\"300\" loading=\"lazy\"></p>\n",
        ),
        ("```rust\nlet a = 1;\n```", "<pre><code>let a = 1;\n</code></pre>\n"),
        (
            "|a|b|\n|:-|-:|\n|1|2|\n",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table>\n",
        ),
    ] {
        assert_eq!(html(markdown), want, "{markdown}");
    }
}

#[test]
fn headings_begin_at_the_second_level_and_never_jump() {
    for (markdown, want) in [
        ("# a", "<h2>a</h2>\n"),
        ("## a\n### b\n## c", "<h2>a</h2>\n<h3>b</h3>\n<h2>c</h2>\n"),
        (
            "#### a\n## b\n#### c\n###### d\n### e",
            "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h4>d</h4>\n<h3>e</h3>\n",
        ),
        ("a\n=\n\nb\n-", "<h2>a</h2>\n<h3>b</h3>\n"),
        (
            "# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6",
            "<h2>1</h2>\n<h3>2</h3>\n<h4>3</h4>\n<h5>4</h5>\n<h6>5</h6>\n<h6>6</h6>\n",
        ),
    ] {
        assert_eq!(html(markdown), want, "{markdown}");
    }
}

#[test]
fn placeholders_are_filled_in_and_escaped() {
    assert_eq!(
        html("{{operator.name}}, {{ operator.legal_form }}"),
        "<p>Müller &amp; &lt;Söhne&gt; \"GmbH\", Stadt</p>\n"
    );
    assert_eq!(
        html("[{{operator.email}}](mailto:{{operator.email}}) [Anruf](tel:{{operator.phone}})"),
        "<p><a href=\"mailto:a@b.example\" rel=\"external noopener\">a@b.example</a> \
         <a href=\"tel:+492315012345\" rel=\"external noopener\">Anruf</a></p>\n"
    );
    assert_eq!(
        html("`{{operator.name}}` {{ und }"),
        "<p><code>{{operator.name}}</code> {{ und }</p>\n"
    );
    let (_, problems) = run("a\n\n{{operator.fax}}", false);
    assert_eq!((problems.len(), problems[0].at.line), (1, 3));
}

#[test]
fn the_first_paragraph_stands_apart() {
    let (body, problems) =
        run("Ein **fetter**\nAnfang mit [Link](/a) & mehr.\n\nDann weiter.", true);
    assert_eq!(problems, []);
    assert_eq!(body.lead, "Ein fetter Anfang mit Link & mehr.");
    assert_eq!(body.html.as_str(), "<p>Dann weiter.</p>\n");
    assert_eq!(body.words, 8);
    let (body, problems) = run("<!-- Notiz für die Redaktion -->\n\nAnfang.\n\nWeiter.", true);
    assert_eq!((body.lead.as_str(), problems), ("Anfang.", vec![]));
    for markdown in ["## Überschrift\n\nText", "- Liste", "> Zitat", "|a|\n|-|\n"] {
        let (_, problems) = run(markdown, true);
        assert_eq!(problems[0].message, "Der Text beginnt nicht mit einem Absatz.", "{markdown}");
    }
}

#[test]
fn a_photo_in_a_text_is_one_of_its_copies() {
    let (body, problems) = run("![Der Hof](foto.jpg)", false);
    assert!(problems.is_empty());
    let html = body.html.as_str();
    for part in [
        "<p><picture><source ",
        "type=\"image/webp\"",
        "srcset=\"/media/stories/x/foto.jpg/320.webp?v=",
        ", /media/stories/x/foto.jpg/500.webp?v=",
        "<img src=\"/media/stories/x/foto.jpg/500.jpg?v=",
        "alt=\"Der Hof\" width=\"500\" height=\"300\" loading=\"lazy\"></picture></p>",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert!(!html.contains("foto.jpg?"), "the photo itself: {html}");
}
