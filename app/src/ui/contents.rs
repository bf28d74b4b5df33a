//! The table of contents of a long text, made from its headings.

use leptos::prelude::*;

/// A heading of the second level.
#[derive(Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its id in the page.
    pub id: String,
    /// Its text, still with HTML entities.
    pub text: String,
}

/// Gives every second-level heading of sanitised HTML an id, and says what they are called.
pub fn with_ids(html: &str) -> (Vec<Heading>, String) {
    let mut headings = Vec::new();
    let mut parts = html.split("<h2>");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = format!("abschnitt-{}", headings.len() + 1);
        let inner = part.split("</h2>").next().unwrap_or_default();
        out.push_str("<h2 id=\"");
        out.push_str(&id);
        out.push_str("\">");
        out.push_str(part);
        headings.push(Heading { id, text: without_tags(inner) });
    }
    (headings, out)
}

fn without_tags(html: &str) -> String {
    let mut inside = false;
    html.chars()
        .filter(|&c| {
            let tag = inside || c == '<';
            inside = c == '<' || (inside && c != '>');
            !tag
        })
        .collect()
}

/// Links to the headings, folded on small screens so that the text comes first.
pub fn contents(label: &'static str, headings: &[Heading]) -> AnyView {
    let links = headings
        .iter()
        .map(|heading| {
            view! {
                <li>
                    <a href=format!("#{}", heading.id) inner_html=heading.text.clone()></a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="contents" aria-label=label>
            <h2>{label}</h2>
            <details>
                <summary>{label}</summary>
                <ul role="list">{links}</ul>
            </details>
        </nav>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_get_ids_and_lose_their_tags_in_the_list() {
        let html =
            "<p>a</p><h2>Rechte &amp; <em>Pflichten</em></h2><p>b</p><h3>x</h3><h2>Ende</h2>";
        let (headings, out) = with_ids(html);
        let texts: Vec<&str> = headings.iter().map(|heading| heading.text.as_str()).collect();
        assert_eq!(texts, ["Rechte &amp; Pflichten", "Ende"]);
        assert!(out.starts_with("<p>a</p><h2 id=\"abschnitt-1\">Rechte"));
        assert!(out.ends_with("<h2 id=\"abschnitt-2\">Ende</h2>"));
        assert_eq!(with_ids("<p>nichts</p>"), (vec![], "<p>nichts</p>".to_owned()));
    }
}
