//! Text inside XML (Extensible Markup Language 1.0, section 2.4 and 2.2).

/// `text` as character data or an attribute's value. Characters XML 1.0 cannot hold are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_ends_the_text_it_stands_in() {
        assert_eq!(
            escape("<a b=\"c\">&]]>\u{0}\u{b}\u{ffff}ä"),
            "&lt;a b=&quot;c&quot;&gt;&amp;]]&gt;ä"
        );
    }
}
