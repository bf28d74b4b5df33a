//! Parts of a file (RFC 9110, section 14): a player asks for the end of a film before its middle.

use http::{HeaderMap, Method, header};

/// What of a file a request wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of it.
    All,
    /// From the first to the last byte, both included.
    Part(u64, u64),
    /// A part that the file does not have.
    Nothing,
}

/// What a request wants of a file of `length` bytes with this tag. A range this server does not
/// understand counts as none, and several at once are answered with the whole file, as the
/// standard allows.
pub fn wanted(method: &Method, headers: &HeaderMap, tag: &str, length: u64) -> Wanted {
    let Some(range) = headers.get(header::RANGE) else { return Wanted::All };
    // The rest of another version would not fit the beginning that the player has. There is no
    // `Last-Modified`, so a date never matches, nor does a weak tag.
    let same = headers.get(header::IF_RANGE).is_none_or(|known| known.as_bytes() == tag.as_bytes());
    if method != Method::GET || !same {
        return Wanted::All;
    }
    let range = range.to_str().ok().and_then(|range| range.split_once('='));
    match range {
        Some((unit, set)) if unit.trim().eq_ignore_ascii_case("bytes") => one(set.trim(), length),
        _ => Wanted::All,
    }
}

fn one(set: &str, length: u64) -> Wanted {
    let Some((first, last)) = set.split_once('-') else { return Wanted::All };
    match (number(first), number(last)) {
        (None, None) => Wanted::All,
        // The last so many bytes.
        (None, Some(_)) if !first.is_empty() => Wanted::All,
        (None, Some(0)) => Wanted::Nothing,
        (None, Some(_)) if length == 0 => Wanted::Nothing,
        (None, Some(many)) => Wanted::Part(length.saturating_sub(many), length - 1),
        (Some(_), None) if !last.is_empty() => Wanted::All,
        (Some(first), Some(last)) if last < first => Wanted::All,
        (Some(first), _) if first >= length => Wanted::Nothing,
        (Some(first), last) => Wanted::Part(first, last.unwrap_or(u64::MAX).min(length - 1)),
    }
}

/// A number of digits alone; one that is too large is larger than every file.
fn number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(range: &str) -> Wanted {
        let headers = HeaderMap::from_iter([(header::RANGE, range.parse().unwrap())]);
        wanted(&Method::GET, &headers, "\"a\"", 1000)
    }

    #[test]
    fn ranges_are_read_as_the_standard_has_them() {
        for (range, expected) in [
            ("bytes=0-0", Wanted::Part(0, 0)),
            ("bytes=0-499", Wanted::Part(0, 499)),
            ("bytes=500-", Wanted::Part(500, 999)),
            ("bytes=999-", Wanted::Part(999, 999)),
            ("bytes=900-5000", Wanted::Part(900, 999)),
            ("BYTES=0-1", Wanted::Part(0, 1)),
            ("bytes=-1", Wanted::Part(999, 999)),
            ("bytes=-1000", Wanted::Part(0, 999)),
            ("bytes=-5000", Wanted::Part(0, 999)),
            ("bytes=0-99999999999999999999999", Wanted::Part(0, 999)),
            ("bytes=-99999999999999999999999", Wanted::Part(0, 999)),
            ("bytes=1000-", Wanted::Nothing),
            ("bytes=1000-2000", Wanted::Nothing),
            ("bytes=99999999999999999999999-", Wanted::Nothing),
            ("bytes=-0", Wanted::Nothing),
            // Not understood, so as if it were not there.
            ("bytes=5-2", Wanted::All),
            ("bytes=-", Wanted::All),
            ("bytes=", Wanted::All),
            ("bytes=a-b", Wanted::All),
            ("bytes=1-b", Wanted::All),
            ("bytes=a-1", Wanted::All),
            ("bytes=+1-2", Wanted::All),
            ("bytes=0--1", Wanted::All),
            ("bytes 0-1", Wanted::All),
            ("rows=0-1", Wanted::All),
            // Several at once.
            ("bytes=0-1,5-6", Wanted::All),
            ("bytes=0-,0-,0-,0-", Wanted::All),
        ] {
            assert_eq!(ask(range), expected, "{range}");
        }
    }

    #[test]
    fn a_part_of_another_version_is_not_sent() {
        let with = |tag: &str| {
            let headers = [
                (header::RANGE, "bytes=1-2".parse().unwrap()),
                (header::IF_RANGE, tag.parse().unwrap()),
            ];
            wanted(&Method::GET, &HeaderMap::from_iter(headers), "\"a\"", 10)
        };
        assert_eq!(with("\"a\""), Wanted::Part(1, 2));
        for tag in ["\"b\"", "W/\"a\"", "a", "Sun, 22 Nov 2026 10:00:00 GMT"] {
            assert_eq!(with(tag), Wanted::All, "{tag}");
        }
    }

    #[test]
    fn only_a_get_wants_a_part_and_an_empty_file_has_none() {
        let headers = HeaderMap::from_iter([(header::RANGE, "bytes=0-".parse().unwrap())]);
        assert_eq!(wanted(&Method::HEAD, &headers, "\"a\"", 10), Wanted::All);
        assert_eq!(wanted(&Method::GET, &headers, "\"a\"", 0), Wanted::Nothing);
    }
}
