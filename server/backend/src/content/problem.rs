//! What is wrong with a file, so that the person who wrote it can put it right.

use std::fmt;

/// A place in a text file, both counted from one; columns are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The line.
    pub line: u32,
    /// The character within the line.
    pub column: u32,
}

impl At {
    /// The first character of a file.
    pub const START: At = At { line: 1, column: 1 };
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content cannot be published like this.
    Error,
    /// It can be published; somebody should look at it.
    Warning,
}

/// One thing that is wrong, in plain German.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to `content/`, with `/`.
    pub file: String,
    /// Where in the file.
    pub at: At,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What was expected instead; may be empty.
    pub expected: String,
    /// How it looks when it is right; may be empty or have several lines.
    pub example: String,
}

impl Problem {
    /// Whether the content cannot be published.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Problem {
    /// `file:line:column: Fehler: message`, then what was expected and an example.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.is_error() { "Fehler" } else { "Hinweis" };
        let At { line, column } = self.at;
        write!(f, "{}:{line}:{column}: {word}: {}", self.file, self.message)?;
        for (label, text) in [("Erwartet", &self.expected), ("Beispiel", &self.example)] {
            for (n, line) in text.lines().enumerate() {
                let label = if n == 0 { format!("{label}:") } else { String::new() };
                write!(f, "\n    {label:<10}{line}")?;
            }
        }
        Ok(())
    }
}

/// All problems as `werkbank check-content` prints them, with a closing line that counts them.
pub fn report(problems: &[Problem]) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&problem.to_string());
        text.push_str("\n\n");
    }
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    let errors = match errors {
        0 => "Kein Fehler".to_owned(),
        1 => "1 Fehler".to_owned(),
        n => format!("{n} Fehler"),
    };
    text.push_str(&match warnings {
        0 => format!("{errors}.\n"),
        1 => format!("{errors}, 1 Hinweis.\n"),
        n => format!("{errors}, {n} Hinweise.\n"),
    });
    text
}

/// Collects the problems of one file.
pub(super) struct Report<'a> {
    /// The file, relative to `content/`.
    pub file: &'a str,
    /// Where they go.
    pub list: &'a mut Vec<Problem>,
}

/// More problems in one file help nobody; a file made to annoy has millions.
const MOST: usize = 100;

impl Report<'_> {
    /// Something that cannot be published.
    pub fn error(
        &mut self,
        at: At,
        message: impl Into<String>,
        expected: impl Into<String>,
        example: impl Into<String>,
    ) {
        self.push(Severity::Error, at, message.into(), expected.into(), example.into());
    }

    /// Something somebody should look at.
    pub fn warning(&mut self, at: At, message: impl Into<String>, expected: impl Into<String>) {
        self.push(Severity::Warning, at, message.into(), expected.into(), String::new());
    }

    fn push(
        &mut self,
        severity: Severity,
        at: At,
        message: String,
        expected: String,
        example: String,
    ) {
        let here = self.list.iter().rev().take_while(|problem| problem.file == self.file).count();
        if here < MOST {
            let file = self.file.to_owned();
            self.list.push(Problem { file, at, severity, message, expected, example });
        } else if here == MOST {
            self.list.push(Problem {
                file: self.file.to_owned(),
                at,
                severity: Severity::Error,
                message: "In dieser Datei ist noch mehr falsch. Das ist hier nicht aufgeführt."
                    .to_owned(),
                expected: String::new(),
                example: String::new(),
            });
        }
    }
}

/// Where the lines of a text begin.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`.
    pub fn new(text: &'a str) -> Lines<'a> {
        let starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(n, _)| n + 1)).collect();
        Lines { text, starts }
    }

    /// Line and column of a byte offset; one that lies inside a character counts as its end.
    pub fn at(&self, offset: usize) -> At {
        let index = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        let start = self.starts.get(index).copied().unwrap_or(0);
        let end = self.text.ceil_char_boundary(offset.min(self.text.len()));
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
        At { line: count(index), column: count(self.text[start.min(end)..end].chars().count()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let lines = Lines::new("ä = 1\nüü = 2\n");
        assert_eq!(lines.at(0), At { line: 1, column: 1 });
        assert_eq!(lines.at("ä = ".len()), At { line: 1, column: 5 });
        assert_eq!(lines.at("ä = 1\nüü".len()), At { line: 2, column: 3 });
        assert_eq!(lines.at(10_000), At { line: 3, column: 1 });
        assert_eq!(Lines::new("").at(0), At::START);
    }

    #[test]
    fn a_problem_reads_like_a_compiler_message() {
        let mut list = Vec::new();
        let mut report = Report { file: "stories/a-b-c/index.md", list: &mut list };
        report.error(
            At { line: 12, column: 8 },
            "„once“ ist keine ganze Zahl.",
            "Euro, ganze Zahl",
            "[cost]\nonce = 1200",
        );
        report.warning(At::START, "Der Text ist kurz.", "350 bis 700 Wörter");
        assert_eq!(
            super::report(&list),
            "stories/a-b-c/index.md:12:8: Fehler: „once“ ist keine ganze Zahl.\n    \
             Erwartet: Euro, ganze Zahl\n    Beispiel: [cost]\n              once = 1200\n\n\
             stories/a-b-c/index.md:1:1: Hinweis: Der Text ist kurz.\n    \
             Erwartet: 350 bis 700 Wörter\n\n1 Fehler, 1 Hinweis.\n"
        );
    }

    #[test]
    fn a_file_cannot_flood_the_report() {
        let mut list = Vec::new();
        let mut report = Report { file: "a", list: &mut list };
        for _ in 0..10_000 {
            report.error(At::START, "x", "", "");
        }
        assert_eq!(list.len(), MOST + 1);
    }
}
