//! Text that people enter, parsed at the door. Whatever leaves this module has no character that
//! could start a new mail header, a new calendar property or reverse the reading direction.

use std::fmt;
use unicode_normalization::UnicodeNormalization as _;

/// Why a text was refused. The page chooses the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextError {
    /// Nothing but white space.
    Empty,
    /// More than this many characters.
    TooLong(usize),
    /// A line break, a control or an invisible character.
    Control,
    /// An e-mail address without `@` or with nothing before it.
    EmailNoAt,
    /// An e-mail address whose domain has no dot or an impossible one.
    EmailDomain,
    /// An e-mail address we do not accept: quoted, bracketed, over 254 bytes.
    EmailForm,
    /// A telephone number with fewer than six digits or with letters.
    Phone,
}

/// One line of text: NFC, trimmed, 1 to `MAX` characters, no control, bidirectional, zero-width or
/// line-separating character. Names may contain anything else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line<const MAX: usize>(String);

impl<const MAX: usize> Line<MAX> {
    /// Parses what was typed.
    pub fn parse(typed: &str) -> Result<Self, TextError> {
        line(typed, MAX).map(Line)
    }

    /// Parses an optional field: nothing typed is `None`.
    pub fn optional(typed: &str) -> Result<Option<Self>, TextError> {
        match Self::parse(typed) {
            Err(TextError::Empty) => Ok(None),
            other => other.map(Some),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Several lines of text: as [`Line`], but line feeds are kept (CRLF becomes LF) and tabs become
/// spaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Paragraph<const MAX: usize>(String);

impl<const MAX: usize> Paragraph<MAX> {
    /// Parses what was typed.
    pub fn parse(typed: &str) -> Result<Self, TextError> {
        let text: String = typed.replace("\r\n", "\n").replace('\t', " ").trim().nfc().collect();
        if text.chars().any(|c| c != '\n' && is_refused(c)) {
            return Err(TextError::Control);
        }
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        if text.chars().count() > MAX {
            return Err(TextError::TooLong(MAX));
        }
        Ok(Paragraph(text))
    }

    /// Parses an optional field: nothing typed is `None`.
    pub fn optional(typed: &str) -> Result<Option<Self>, TextError> {
        match Self::parse(typed) {
            Err(TextError::Empty) => Ok(None),
            other => other.map(Some),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One line of text with a limit known only at run time; see [`Line`].
pub fn line(typed: &str, max: usize) -> Result<String, TextError> {
    let text: String = typed.trim_matches([' ', '\u{a0}']).nfc().collect();
    if text.chars().any(is_refused) {
        return Err(TextError::Control);
    }
    if text.trim().is_empty() {
        return Err(TextError::Empty);
    }
    if text.chars().count() > max {
        return Err(TextError::TooLong(max));
    }
    Ok(text)
}

/// Control characters, line and paragraph separators, bidirectional controls, zero-width
/// characters, the byte order mark and noncharacters.
fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e007f}')
}

/// An e-mail address that can be put into a header and handed to a mail server: an unquoted
/// local part (RFC 5322 dot-atom, ASCII) and a domain with a dot, international domains in their
/// ASCII form (RFC 5890).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Parses what was typed.
    pub fn parse(typed: &str) -> Result<Email, TextError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(TextError::Empty);
        }
        if typed.chars().any(is_refused) {
            return Err(TextError::Control);
        }
        let (local, domain) = typed.rsplit_once('@').ok_or(TextError::EmailNoAt)?;
        if local.is_empty() {
            return Err(TextError::EmailNoAt);
        }
        let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        if local.len() > 64
            || !local.chars().all(atom)
            || local.starts_with('.')
            || local.ends_with('.')
            || local.contains("..")
        {
            return Err(TextError::EmailForm);
        }
        if domain.starts_with('[') {
            return Err(TextError::EmailForm);
        }
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| TextError::EmailDomain)?;
        let last = domain.rsplit('.').next().unwrap_or_default();
        if !domain.contains('.') || last.len() < 2 || last.bytes().all(|b| b.is_ascii_digit()) {
            return Err(TextError::EmailDomain);
        }
        let address = format!("{local}@{domain}");
        if address.len() > 254 {
            return Err(TextError::EmailForm);
        }
        Ok(Email(address))
    }

    /// The address, its domain in ASCII.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A telephone number as people write it: digits, spaces and `+ - / ( )`, at least six digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(String);

impl Phone {
    /// Parses what was typed.
    pub fn parse(typed: &str) -> Result<Phone, TextError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(TextError::Empty);
        }
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        let form = typed.chars().all(|c| c.is_ascii_digit() || " +-/()".contains(c));
        if !form || !(6..=20).contains(&digits) || typed.len() > 40 {
            return Err(TextError::Phone);
        }
        Ok(Phone(typed.to_owned()))
    }

    /// The number as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number for a `tel:` address: digits and a leading plus.
    pub fn dialable(&self) -> String {
        dialable(&self.0)
    }
}

/// The `tel:` form of a number: its digits, with a leading plus if it has one; a German number
/// written with a leading zero gets `+49`.
pub fn dialable(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match (number.trim_start().starts_with('+'), digits.strip_prefix('0')) {
        (true, _) => format!("+{digits}"),
        (false, Some(rest)) => format!("+49{rest}"),
        (false, None) => digits,
    }
}

macro_rules! displays {
    ($($name:ident $(<$max:ident>)?),+) => { $(
        impl $(<const $max: usize>)? fmt::Display for $name $(<$max>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+ };
}
displays!(Line<MAX>, Paragraph<MAX>, Email, Phone);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_refuses_what_could_start_a_header() {
        for bad in [
            "a\nb",
            "a\r\nBcc: x@y.de",
            "a\0b",
            "a\u{7f}",
            "a\u{202e}b",
            "a\u{200b}b",
            "a\u{2028}b",
        ] {
            assert_eq!(Line::<80>::parse(bad), Err(TextError::Control), "{bad:?}");
        }
        assert_eq!(Line::<80>::parse("  \u{a0} "), Err(TextError::Empty));
        assert_eq!(Line::<3>::parse("abcd"), Err(TextError::TooLong(3)));
    }

    #[test]
    fn a_name_may_contain_anything_else() {
        for good in [
            "Müller & Söhne <GmbH>",
            "Şahin",
            "O'Neill \"Bob\"",
            "李明",
            "🔧 Werkstatt",
            "e\u{301}",
        ] {
            assert!(Line::<80>::parse(good).is_ok(), "{good}");
        }
        assert_eq!(Line::<80>::parse(" e\u{301} ").unwrap().as_str(), "\u{e9}");
    }

    #[test]
    fn addresses() {
        for (typed, want) in [
            ("m.hoffmeister@sanitaer-hoffmeister.de", "m.hoffmeister@sanitaer-hoffmeister.de"),
            ("info@müller.de", "info@xn--mller-kva.de"),
            (" a+b@c.example ", "a+b@c.example"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().as_str(), want);
        }
        for (typed, why) in [
            ("", TextError::Empty),
            ("hoffmeister", TextError::EmailNoAt),
            ("@x.de", TextError::EmailNoAt),
            ("a@localhost", TextError::EmailDomain),
            ("a@sanitaer-hoffmeister", TextError::EmailDomain),
            ("a@[127.0.0.1]", TextError::EmailForm),
            ("a@127.0.0.1", TextError::EmailDomain),
            ("\"a b\"@x.de", TextError::EmailForm),
            ("a@x.de\nBcc: b@x.de", TextError::Control),
        ] {
            assert_eq!(Email::parse(typed), Err(why), "{typed:?}");
        }
        assert!(Email::parse(&format!("{}@x.de", "a".repeat(65))).is_err());
    }

    #[test]
    fn telephone_numbers() {
        assert_eq!(Phone::parse("0231 / 50-123 45").unwrap().dialable(), "+492315012345");
        assert_eq!(Phone::parse("+49 (231) 123456").unwrap().dialable(), "+49231123456");
        assert_eq!(Phone::parse("12345"), Err(TextError::Phone));
        assert_eq!(Phone::parse("0231 abc 123"), Err(TextError::Phone));
    }
}
