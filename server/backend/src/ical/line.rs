//! Content lines: escaping, quoting and folding (RFC 5545, 3.1 to 3.3).

use super::{Mailbox, zone};
use domain::Instant;

/// Most octets in a line, its CRLF not counted.
const FOLD: usize = 75;

/// The lines of an object.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value is ours and needs no escaping.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A property of type TEXT.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{}", escaped(value)));
    }

    /// A moment on Berlin's wall clock; in UTC where the wall clock shows it twice.
    pub(super) fn moment(&mut self, name: &str, moment: Instant) {
        match zone::local(moment) {
            Some(local) => self.local(name, &[local]),
            None => self.raw(name, &zone::utc(moment)),
        }
    }

    /// Times on Berlin's wall clock.
    pub(super) fn local(&mut self, name: &str, times: &[String]) {
        self.fold(&format!("{name};TZID={}:{}", domain::time::ZONE, times.join(",")));
    }

    /// A calendar address with its name.
    pub(super) fn mailbox(&mut self, name: &str, parameters: &[(&str, &str)], who: Mailbox) {
        let mut line = name.to_owned();
        for (parameter, value) in parameters {
            line.extend([";", parameter, "=", value]);
        }
        let shown = quotable(who.name);
        if !shown.is_empty() {
            line.extend([";CN=\"", &shown, "\""]);
        }
        line.extend([":mailto:", &address(who.email)]);
        self.fold(&line);
    }

    /// The text of all lines.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Appends a line, broken so that no line has more than 75 octets and no character is torn.
    fn fold(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > FOLD {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Whether some reader takes the character for the end of a line.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}')
        || matches!(c, '\u{2028}' | '\u{2029}')
}

/// TEXT: backslash, semicolon, comma and line ends escaped, other control characters left out.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 8);
    for c in value.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                text.push('\\');
                text.push(c);
            }
            '\t' => text.push(' '),
            c if ends_line(c) => text.push_str("\\n"),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

/// A quoted parameter value has no escape for its own quotation mark, and the caret starts one
/// for readers of RFC 6868 only: the first becomes an apostrophe, line ends and carets a space.
fn quotable(value: &str) -> String {
    let text: String = value
        .chars()
        .filter_map(|c| match c {
            '"' => Some('\''),
            '^' | '\t' => Some(' '),
            c if ends_line(c) => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address in a `mailto:` (RFC 6068): what is not plain in an address is percent-encoded.
fn address(email: &str) -> String {
    let mut encoded = String::with_capacity(email.len());
    for byte in email.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$'*+@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push_str(&data_encoding::HEXUPPER.encode(&[byte]));
        }
    }
    encoded
}
