//! The text of a mail, written once and given out twice: as plain text and as plain HTML that
//! reads well aloud, needs nothing from the network and follows the reader's own colours.

use domain::Lang;
use std::fmt::Write as _;

/// A mail's subject and its two bodies. Whatever goes in is text: it is escaped here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, one line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as an HTML document.
    pub html: String,
}

/// Writes a [`Letter`] block by block.
#[derive(Debug)]
pub struct Draft {
    lang: Lang,
    subject: String,
    text: String,
    html: String,
}

impl Draft {
    /// Begins a letter. A line break in the subject becomes a space.
    pub fn new(lang: Lang, subject: &str) -> Draft {
        let subject = subject.replace(['\r', '\n'], " ");
        let lang = lang.standard();
        Draft { lang, subject, text: String::new(), html: String::new() }
    }

    /// A paragraph.
    #[must_use]
    pub fn paragraph(mut self, text: &str) -> Draft {
        self.text.push_str(text);
        self.text.push_str("\n\n");
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(self.html, "<p>{}</p>", escape(text));
        self
    }

    /// Words and what they stand for, one pair a line.
    #[must_use]
    pub fn facts<'a>(mut self, facts: impl IntoIterator<Item = (&'a str, String)>) -> Draft {
        self.html.push_str("<dl>\n");
        for (term, fact) in facts {
            let _ = writeln!(self.text, "{term}: {fact}");
            let _ = writeln!(
                self.html,
                "<dt><strong>{}</strong></dt>\n<dd>{}</dd>",
                escape(term),
                escape(&fact)
            );
        }
        self.text.push('\n');
        self.html.push_str("</dl>\n");
        self
    }

    /// A list.
    #[must_use]
    pub fn list<'a>(mut self, items: impl IntoIterator<Item = &'a str>) -> Draft {
        self.html.push_str("<ul>\n");
        for item in items {
            let _ = writeln!(self.text, "- {item}");
            let _ = writeln!(self.html, "<li>{}</li>", escape(item));
        }
        self.text.push('\n');
        self.html.push_str("</ul>\n");
        self
    }

    /// A link that says what happens. The address stands on a line of its own in the text.
    #[must_use]
    pub fn link(mut self, label: &str, href: &str) -> Draft {
        let _ = write!(self.text, "{label}:\n{href}\n\n");
        let _ = writeln!(
            self.html,
            "<p><a href=\"{}\"><strong>{}</strong></a></p>",
            escape(href),
            escape(label)
        );
        self
    }

    /// The letter.
    pub fn finish(self) -> Letter {
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
             name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n</head>\n<body>\n{}</body>\n\
             </html>\n",
            self.lang,
            escape(&self.subject),
            self.html
        );
        Letter { subject: self.subject, text: format!("{}\n", self.text.trim_end()), html }
    }
}

/// Text for HTML content and double-quoted attributes; line feeds become breaks.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br>"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_typed_stays_text() {
        let letter = Draft::new(Lang::De, "Betreff\r\nBcc: x@y.de")
            .paragraph("<script>alert(1)</script> & \"so\"")
            .link("Hier", "https://werkbank.example/a?b=1&c=\"2")
            .finish();
        assert_eq!(letter.subject, "Betreff  Bcc: x@y.de");
        assert!(!letter.html.contains("<script>"));
        assert!(letter.html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;"));
        assert!(letter.text.contains("<script>alert(1)</script> & \"so\""));
        assert!(letter.html.contains("href=\"https://werkbank.example/a?b=1&amp;c=&quot;2\""));
        for remote in ["src=", "url(", "<link", "<style", "style="] {
            assert!(!letter.html.contains(remote), "{remote}");
        }
    }
}
