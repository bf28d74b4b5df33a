//! A text that must never be printed.

use std::fmt;

/// A password, or an address that contains one. `Debug` and `Display` show a placeholder.
#[derive(Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the one place that hands it on.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Secret {
        Secret(text)
    }
}

impl std::str::FromStr for Secret {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Secret, Self::Err> {
        Ok(Secret(text.to_owned()))
    }
}

/// An address keeps everything but its password, any other text is hidden whole.
impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((scheme, rest)) = self.0.split_once("://") else {
            return f.write_str("[hidden]");
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at(end);
        // What follows a question mark may hold a password too.
        let tail = tail.split_once(['?', '#']).map_or(tail, |(path, _)| path);
        match authority.rsplit_once('@') {
            Some((_, host)) if !tail.contains('@') => write!(f, "{scheme}://[hidden]@{host}{tail}"),
            None if !tail.contains('@') => write!(f, "{scheme}://{authority}{tail}"),
            // A password with an unescaped slash: better show nothing.
            _ => write!(f, "{scheme}://[hidden]"),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn no_password_is_ever_shown() {
        for (text, shown) in [
            ("postgres://werkbank:geheim@db:5432/werkbank", "postgres://[hidden]@db:5432/werkbank"),
            ("smtps://a%40b:geheim@mail.example", "smtps://[hidden]@mail.example"),
            ("postgres://db/werkbank?password=geheim", "postgres://db/werkbank"),
            ("postgres://u:ge/heim@db/werkbank", "postgres://[hidden]"),
            ("postgres://u:ge@heim@db/werkbank", "postgres://[hidden]@db/werkbank"),
            ("smtp://127.0.0.1:2525", "smtp://127.0.0.1:2525"),
            ("geheim", "[hidden]"),
        ] {
            let secret = Secret::from(text.to_owned());
            assert_eq!(secret.to_string(), shown);
            assert!(!format!("{secret:?} {secret}").contains("heim"));
            assert_eq!(secret.reveal(), text);
        }
    }
}
