//! Pages that browsers may fetch before somebody opens them: the page names them, one header says
//! so. Browsers that know the header (Chromium, Firefox) keep what they fetched and ask whether it
//! is still current when it is opened, so that opening is counted and fetching is not; others
//! ignore it. Only who comes from one of our own pages gets it: on a first page the line belongs
//! to typefaces and pictures, from the second on they are there already.

use app::context::encode;
use domain::Surface;
use http::{HeaderMap, HeaderName, HeaderValue, Response, header};

/// Headers by which browsers say that nobody looks at the answer yet: the standard one, and those
/// of Chromium before 2025 and of Firefox before 2023.
const BEFOREHAND: [&str; 3] = ["sec-purpose", "purpose", "x-moz"];

/// By which readers say that they pay for every byte.
const SAVE_DATA: HeaderName = HeaderName::from_static("save-data");

/// By which browsers say where they come from (Fetch Metadata Request Headers, W3C).
const FROM: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What the answer depends on once a page names others.
const VARY: HeaderValue = HeaderValue::from_static("Accept-Encoding, Save-Data, Sec-Fetch-Site");

/// Whether a browser asks before anybody opens the page.
pub fn is_beforehand(request: &HeaderMap) -> bool {
    let values = BEFOREHAND.iter().filter_map(|name| request.get(*name));
    values.filter_map(|value| value.to_str().ok()).any(|value| value.starts_with("prefetch"))
}

/// The header for the pages likely to be opened next; none at the touchscreen, which loads nothing
/// that nobody touched, and none at the desk.
pub fn link(surface: Surface, next: &[String]) -> Option<HeaderValue> {
    if surface != Surface::Web || next.is_empty() {
        return None;
    }
    let links: Vec<String> =
        next.iter().map(|to| format!("<{}>; rel=prefetch; as=document", address(to))).collect();
    HeaderValue::from_str(&links.join(", ")).ok()
}

/// An address as it may stand between angle brackets in a header.
fn address(to: &str) -> String {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"');
    to.chars().map(|c| if is_plain(c) { c.to_string() } else { encode(&c.to_string()) }).collect()
}

/// Whether to name other pages to this reader: one who looks around here and does not save data.
pub fn is_welcome(request: &HeaderMap) -> bool {
    let says = |name: &HeaderName, value: &[u8]| {
        request.get(name).is_some_and(|header| header.as_bytes() == value)
    };
    says(&FROM, b"same-origin") && !says(&SAVE_DATA, b"on")
}

/// Adds the header where it is welcome. That is why the answer varies by the reader's wishes: a
/// cache between us and two readers would otherwise give one the other's answer. A browser's own
/// cache belongs to one reader and does not notice.
pub fn add<B>(response: &mut Response<B>, request: &HeaderMap, link: Option<&HeaderValue>) {
    let Some(link) = link else { return };
    let headers = response.headers_mut();
    headers.insert(header::VARY, VARY);
    if is_welcome(request) {
        headers.insert(header::LINK, link.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stays_inside_its_brackets() {
        let next = ["/anfrage?geschichte=ä>x".to_owned(), "/en/geschichten".to_owned()];
        let header = link(Surface::Web, &next).unwrap();
        assert_eq!(
            header,
            "</anfrage?geschichte=%C3%A4%3Ex>; rel=prefetch; as=document, \
             </en/geschichten>; rel=prefetch; as=document"
        );
        assert_eq!(link(Surface::Web, &[]), None);
        assert_eq!(link(Surface::Kiosk, &next), None);
        assert_eq!(link(Surface::Desk, &next), None);
    }

    #[test]
    fn every_browsers_way_to_say_it_is_understood() {
        for (name, value, wanted) in [
            ("sec-purpose", "prefetch", true),
            ("sec-purpose", "prefetch;prerender", true),
            ("purpose", "prefetch", true),
            ("x-moz", "prefetch", true),
            ("purpose", "preview", false),
            ("accept", "prefetch", false),
        ] {
            let headers = HeaderMap::from_iter([(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )]);
            assert_eq!(is_beforehand(&headers), wanted, "{name}: {value}");
        }
    }
}
