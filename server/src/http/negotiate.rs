//! What the browser takes and what it already has: encodings and tags.

use http::HeaderMap;
use http::header;

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    /// As it is.
    Plain,
    /// gzip.
    Gzip,
    /// brotli, the smallest.
    Brotli,
}

impl Coding {
    /// The value of `Content-Encoding`, and what is added to a tag.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Coding::Plain => None,
            Coding::Gzip => Some("gzip"),
            Coding::Brotli => Some("br"),
        }
    }

    /// The best coding the browser takes.
    pub fn accepted(headers: &HeaderMap) -> Coding {
        let mut best = Coding::Plain;
        for entry in list(headers, &header::ACCEPT_ENCODING) {
            let mut parts = entry.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let refused = parts.any(|part| {
                part.strip_prefix("q=")
                    .and_then(|q| q.parse::<f32>().ok())
                    .is_some_and(|q| q <= 0.0)
            });
            match name {
                _ if refused => {}
                "br" => return Coding::Brotli,
                "gzip" => best = Coding::Gzip,
                _ => {}
            }
        }
        best
    }
}

/// Whether the browser already has what `tag` names. `tag` is the bare hash: every coding of one
/// content has the hash with the coding's name behind it.
pub fn already_has(headers: &HeaderMap, tag: &str) -> bool {
    list(headers, &header::IF_NONE_MATCH).any(|entry| {
        let entry = entry.strip_prefix("W/").unwrap_or(entry).trim_matches('"');
        entry == "*"
            || entry.strip_suffix("-br").or(entry.strip_suffix("-gzip")).unwrap_or(entry) == tag
    })
}

/// The tag of one coding.
pub fn etag(tag: &str, coding: Coding) -> String {
    match coding.name() {
        None => format!("\"{tag}\""),
        Some(name) => format!("\"{tag}-{name}\""),
    }
}

fn list<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(name)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().unwrap())])
    }

    #[test]
    fn the_smallest_accepted_coding_wins() {
        for (value, coding) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("gzip;q=0.5", Coding::Gzip),
            ("br;q=0, gzip", Coding::Gzip),
            ("br;q=0.0", Coding::Plain),
            ("identity", Coding::Plain),
        ] {
            assert_eq!(
                Coding::accepted(&headers(header::ACCEPT_ENCODING, value)),
                coding,
                "{value}"
            );
        }
        assert_eq!(Coding::accepted(&HeaderMap::new()), Coding::Plain);
    }

    #[test]
    fn a_tag_is_known_in_every_coding() {
        for value in ["\"abc\"", "\"x\", \"abc-br\"", "W/\"abc-gzip\"", "*"] {
            assert!(already_has(&headers(header::IF_NONE_MATCH, value), "abc"), "{value}");
        }
        assert!(!already_has(&headers(header::IF_NONE_MATCH, "\"abd\""), "abc"));
        assert!(already_has(&headers(header::IF_NONE_MATCH, &etag("abc", Coding::Brotli)), "abc"));
    }
}
