//! Takes a file apart: TOML between two lines `+++`, then the text.

use super::problem::{At, Lines, Report};

/// No file of texts is larger than this many bytes.
pub const MAX_FILE: usize = 1024 * 1024;

/// The two halves of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Halves {
    /// The whole file, without byte order mark, lines ending in LF.
    pub text: String,
    /// Where the TOML lies in `text`.
    pub head: std::ops::Range<usize>,
    /// Where the body begins in `text`.
    pub body: usize,
}

/// What `+++` is for, told wherever it is missing.
const FENCE_EXAMPLE: &str = "+++\ntitle = \"Sonntagsbrötchen mit Nummer\"\n+++\n\nDer Text …";

/// A file that is TOML from its first line to its last, as one half.
pub(super) fn whole(bytes: &[u8], report: &mut Report<'_>) -> Option<Halves> {
    let text = readable(bytes, report)?;
    Some(Halves { head: 0..text.len(), body: text.len(), text })
}

/// The text of a file, lines ending in LF. What can be read is returned even if the encoding is
/// wrong, so that all problems of a file are told at once.
fn readable(bytes: &[u8], report: &mut Report<'_>) -> Option<String> {
    if bytes.len() > MAX_FILE {
        report.error(
            At::START,
            "Die Datei ist größer als 1024 KiB.",
            "kürzere Texte; Bilder liegen als eigene Dateien daneben",
            "",
        );
        return None;
    }
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => {
            report.error(
                At::START,
                "Die Datei beginnt mit einer Byte-Reihenfolge-Marke (BOM).",
                "UTF-8 ohne BOM: im Editor beim Speichern einstellen",
                "",
            );
            rest
        }
        None => bytes,
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            report.error(
                Lines::new(&valid).at(valid.len()),
                "Hier steht ein Zeichen, das nicht in UTF-8 gespeichert ist.",
                "die ganze Datei in UTF-8, nicht in Windows-1252 oder Latin-1",
                "",
            );
            return None;
        }
    };
    if let Some(first) = text.find('\r') {
        report.error(
            Lines::new(text).at(first),
            "Die Zeilen enden mit CR LF (Windows).",
            "Zeilenende LF: im Editor „LF“ oder „Unix“ wählen",
            "",
        );
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = Lines::new(&text);
    if let Some((offset, found)) = text.char_indices().find(|&(_, c)| is_invisible(c)) {
        report.error(
            lines.at(offset),
            format!("Hier steht ein unsichtbares Steuerzeichen (U+{:04X}).", u32::from(found)),
            "sichtbare Zeichen; löschen Sie die Stelle und tippen Sie sie neu",
            "",
        );
        return None;
    }
    Some(text)
}

/// Splits `bytes`.
pub(super) fn split(bytes: &[u8], report: &mut Report<'_>) -> Option<Halves> {
    let text = readable(bytes, report)?;
    let lines = Lines::new(&text);
    let mut offset = 0;
    let mut fences = text.split_inclusive('\n').filter_map(|line| {
        let start = offset;
        offset += line.len();
        (line.trim_end() == "+++").then_some((start, offset))
    });
    let open = fences.next();
    let close = fences.next();
    let Some((_, head)) = open.filter(|&(start, _)| start == 0) else {
        report.error(
            At::START,
            "Die Datei beginnt nicht mit Kopfdaten.",
            "als erste Zeile drei Pluszeichen",
            FENCE_EXAMPLE,
        );
        return None;
    };
    let Some((end, body)) = close else {
        report.error(
            lines.at(text.trim_end().len()),
            "Die Kopfdaten hören nicht auf.",
            "nach den Kopfdaten eine zweite Zeile mit drei Pluszeichen",
            FENCE_EXAMPLE,
        );
        return None;
    };
    Some(Halves { head: head..end, body, text })
}

/// Characters that nobody types and that change how others are read: control characters but line
/// feed and tab, bidirectional controls, line separators, a byte order mark within the text.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::problem::Problem;

    fn run(bytes: &[u8]) -> (Option<Halves>, Vec<Problem>) {
        let mut list = Vec::new();
        let halves = split(bytes, &mut Report { file: "x", list: &mut list });
        (halves, list)
    }

    #[test]
    fn a_file_has_two_halves() {
        let (halves, problems) = run(b"+++\na = 1\n+++\n\nText +++\n+++\n");
        let halves = halves.unwrap();
        assert_eq!(&halves.text[halves.head.clone()], "a = 1\n");
        assert_eq!(&halves.text[halves.body..], "\nText +++\n+++\n");
        assert_eq!(problems, []);
        let (halves, problems) = run(b"+++\n+++");
        assert_eq!(halves.unwrap().head, 4..4);
        assert_eq!(problems, []);
    }

    #[test]
    fn every_fault_of_the_frame_is_told_where_it_is() {
        for (bytes, message, at) in [
            (&b"\xef\xbb\xbf+++\na = 1\n+++\n"[..], "BOM", (1, 1)),
            (b"+++\r\na = 1\r\n+++\r\n", "CR LF", (1, 4)),
            (b"+++\na = \"\xfc\"\n+++\n", "UTF-8", (2, 6)),
            (b"+++\na = \"\0\"\n+++\n", "U+0000", (2, 6)),
            ("+++\n+++\nText \u{202e}txet\n".as_bytes(), "U+202E", (3, 6)),
            (b"title = 1\n", "beginnt nicht mit Kopfdaten", (1, 1)),
            (b"\n+++\n+++\n", "beginnt nicht mit Kopfdaten", (1, 1)),
            (b"", "beginnt nicht mit Kopfdaten", (1, 1)),
            (b"+++\na = 1\n\nText\n", "hören nicht auf", (4, 5)),
        ] {
            let (_, problems) = run(bytes);
            assert_eq!(problems.len(), 1, "{bytes:?}: {problems:?}");
            assert!(problems[0].message.contains(message), "{:?}", problems[0]);
            assert_eq!((problems[0].at.line, problems[0].at.column), at, "{bytes:?}");
        }
    }

    #[test]
    fn a_windows_file_is_read_on_so_that_all_its_faults_are_told() {
        let (halves, problems) = run(b"\xef\xbb\xbf+++\r\na = 1\r\n+++\r\nText\r\n");
        assert_eq!(problems.len(), 2);
        let halves = halves.unwrap();
        assert_eq!(&halves.text[halves.body..], "Text\n");
    }

    #[test]
    fn a_huge_file_is_refused() {
        let mut bytes = b"+++\n+++\n".to_vec();
        bytes.resize(10 * 1024 * 1024, b'a');
        let (halves, problems) = run(&bytes);
        assert_eq!(halves, None);
        assert!(problems[0].message.contains("größer als 1024 KiB"));
    }
}
