//! Identifiers.

use std::fmt;

/// The identity of a content entry: its folder name, which is also its address. It is never
/// derived from a title (ADR "Identity").
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Slug(String);

/// Path segments that an entry may not use.
pub const RESERVED: [&str; 3] = ["reihenfolge", "aufnahme", "seite"];

impl Slug {
    /// Accepts 3 to 60 characters of `a-z`, `0-9` and `-` that are not reserved.
    pub fn parse(text: &str) -> Option<Slug> {
        let fits = (3..=60).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !RESERVED.contains(&text);
        fits.then(|| Slug(text.to_owned()))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_plain_folder_name() {
        assert!(Slug::parse("baustoffhaendler-chat").is_some());
        for bad in ["", "ab", "Groß", "a b c", "../etc", "reihenfolge", "seite", "a/b", "äöü"] {
            assert!(Slug::parse(bad).is_none(), "{bad}");
        }
        assert!(Slug::parse(&"a".repeat(61)).is_none());
    }
}
