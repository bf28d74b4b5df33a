//! Forms of other websites are refused: a browser says where a request comes from.

use http::{HeaderMap, Method, header};

/// Whether a request that changes something was sent by another website.
///
/// `Sec-Fetch-Site` decides if the browser sends it; `same-site` is refused too, because another
/// host of the city's domain is another website. An older browser sends `Origin`, which must be
/// the public address or, for a server on this computer, the host that was asked. A program that
/// sends neither carries nobody's cookies by accident.
pub fn is_foreign(method: &Method, headers: &HeaderMap, public_url: &str) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match text("sec-fetch-site") {
        Some("same-origin" | "none") => false,
        Some(_) => true,
        None => match text(header::ORIGIN.as_str()) {
            None => false,
            Some(origin) if origin.eq_ignore_ascii_case(public_url) => false,
            Some(origin) => {
                let host = text(header::HOST.as_str()).unwrap_or_default();
                let local = public_url.starts_with("http://");
                !(local && origin.strip_prefix("http://") == Some(host))
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_forms_may_post() {
        const LOCAL: &str = "http://127.0.0.1:3000";
        const PUBLIC: &str = "https://werkbank.example";
        type Given = &'static [(&'static str, &'static str)];
        let cases: [(&str, Given, bool); 11] = [
            (LOCAL, &[], false),
            (LOCAL, &[("sec-fetch-site", "same-origin")], false),
            (LOCAL, &[("sec-fetch-site", "none")], false),
            (LOCAL, &[("sec-fetch-site", "same-site")], true),
            (LOCAL, &[("sec-fetch-site", "cross-site"), ("origin", LOCAL)], true),
            (LOCAL, &[("origin", "http://localhost:3000"), ("host", "localhost:3000")], false),
            (LOCAL, &[("origin", "null"), ("host", "127.0.0.1:3000")], true),
            (PUBLIC, &[("origin", PUBLIC)], false),
            (PUBLIC, &[("origin", "https://boese.example")], true),
            // Behind a proxy the host is whatever the client says; it proves nothing.
            (PUBLIC, &[("origin", "http://boese.example"), ("host", "boese.example")], true),
            (PUBLIC, &[("origin", "null")], true),
        ];
        for (public, given, foreign) in cases {
            let headers = given
                .iter()
                .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
                .collect();
            assert_eq!(is_foreign(&Method::POST, &headers, public), foreign, "{given:?}");
            assert!(!is_foreign(&Method::GET, &headers, public));
        }
    }
}
