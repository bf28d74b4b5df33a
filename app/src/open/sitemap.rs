//! `/sitemap.xml` (sitemaps.org protocol 0.9) and `/robots.txt` (RFC 9309).

use super::addresses::addresses;
use super::xml::escape;
use crate::context::{Context, Cx, Outcome};
use crate::routes::ROUTES;
use domain::{Lang, Place};
use std::fmt::Write as _;

/// What the protocol allows in one file.
const MOST: usize = 50_000;

/// Every page a search engine should know, each in every language with its alternates.
pub async fn sitemap(cx: Cx) -> Outcome {
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
        " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    ));
    let pages = ROUTES
        .iter()
        .filter(|route| route.is_indexed())
        .flat_map(|route| addresses(route, &cx.content, cx.today));
    for page in pages.take(MOST / Lang::ALL.len()) {
        let changed =
            page.checked_on.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
        let others = alternates(&cx, &page.path);
        for lang in Lang::ALL {
            let address = escape(&cx.public(&Place::web(lang).href(&page.path)));
            // Writing to a String cannot fail.
            let _ = writeln!(xml, "<url><loc>{address}</loc>{changed}{others}</url>");
        }
    }
    xml.push_str("</urlset>\n");
    Ok(super::document("application/xml", xml))
}

/// The same page in every language, as each of them must list them.
fn alternates(cx: &Context, path: &str) -> String {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let address = escape(&cx.public(&Place::web(lang).href(path)));
            format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\"/>",
                lang.tag()
            )
        })
        .collect()
}

/// What search engines may fetch. Pages behind a link are nobody's to find, and the touchscreen
/// shows what the website shows.
pub async fn robots(cx: Cx) -> Outcome {
    let closed = ["/mitarbeit", "/kiosk", "/status/", "/adresse/", "/termin/", "/g/"];
    let mut text = String::from("User-agent: *\n");
    for path in closed {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "Disallow: {path}");
        if path.ends_with('/') {
            for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::De) {
                let _ = writeln!(text, "Disallow: {}", Place::web(lang).href(path));
            }
        }
    }
    let _ = writeln!(text, "\nSitemap: {}", cx.public("/sitemap.xml"));
    Ok(super::document("text/plain; charset=utf-8", text))
}
