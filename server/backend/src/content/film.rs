//! Films with their captions and transcripts: the files beside a text that are no pictures.

use super::watch::Mark;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// No film is larger than this many bytes: five minutes at a good quality.
pub(super) const MAX_FILM: u64 = 200 * 1024 * 1024;

/// No captions and no transcript is longer than this many bytes.
pub(super) const MAX_TEXT: u64 = 256 * 1024;

/// What a file beside a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attachment {
    /// A film.
    Film,
    /// Its captions.
    Captions,
    /// What is said and shown in it, to read.
    Transcript,
}

impl Attachment {
    /// In German, as `content/README.md` says it.
    pub const fn describe(self) -> &'static str {
        match self {
            Attachment::Film => "Videodatei im Ordner",
            Attachment::Captions => "Untertiteldatei im Ordner",
            Attachment::Transcript => "Textdatei im Ordner",
        }
    }

    /// What a file with this name is, and its media type.
    pub(super) fn of_name(name: &str) -> Option<(Attachment, &'static str)> {
        match name.rsplit_once('.')?.1 {
            "mp4" => Some((Attachment::Film, "video/mp4")),
            "webm" => Some((Attachment::Film, "video/webm")),
            "vtt" => Some((Attachment::Captions, "text/vtt; charset=utf-8")),
            "txt" => Some((Attachment::Transcript, "text/plain; charset=utf-8")),
            _ => None,
        }
    }
}

/// A film's file, read once.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub mark: Mark,
    /// SHA-256 in hexadecimal.
    pub hash: String,
    pub len: u64,
    /// Whether it begins like a film of its kind.
    pub is_film: bool,
}

/// Looks at a film. It is read through only if it has changed since the last look: the folder is
/// read twice at every change of any file, and films are large.
pub(super) fn look(path: &Path, mime: &str) -> io::Result<Seen> {
    static KNOWN: Mutex<BTreeMap<PathBuf, Seen>> = Mutex::new(BTreeMap::new());
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut file = File::open(path)?;
    let meta = file.metadata()?;
    let mark = Mark::of(&meta);
    if let Some(seen) = known().get(path).filter(|seen| seen.mark == mark) {
        return Ok(seen.clone());
    }
    let mut hash = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    let (mut len, mut head) = (0, Vec::new());
    // A file that is too large is refused by its length; there is no need to read it all.
    while len <= MAX_FILM {
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        if head.is_empty() {
            head = piece[..read.min(16)].to_vec();
        }
        hash.update(&piece[..read]);
        len += read as u64;
    }
    let is_film = match mime {
        "video/mp4" => head.get(4..8) == Some(b"ftyp"),
        _ => head.starts_with(b"\x1a\x45\xdf\xa3"),
    };
    let seen = Seen { mark, hash: HEXLOWER.encode(&hash.finalize()), len, is_film };
    known().insert(path.to_owned(), seen.clone());
    Ok(seen)
}

/// Checks captions (WebVTT): the first line, and times that begin before they end and never go
/// back. The line of the first mistake, counted from one, and what is wrong.
pub(super) fn check_captions(text: &str) -> Result<(), (u32, &'static str)> {
    let mut lines = text.lines().zip(1_u32..).peekable();
    let header = lines.next().map_or("", |(line, _)| line);
    if header != "WEBVTT" && !header.starts_with("WEBVTT ") && !header.starts_with("WEBVTT\t") {
        return Err((1, "Die erste Zeile ist nicht „WEBVTT“."));
    }
    if lines.next().is_some_and(|(line, _)| !line.trim().is_empty()) {
        return Err((2, "Nach der ersten Zeile fehlt eine leere."));
    }
    let (mut before, mut cues) = (0, 0);
    while let Some((line, number)) = lines.next() {
        let Some((start, rest)) = line.split_once("-->") else { continue };
        let end = rest.split_whitespace().next().unwrap_or_default();
        let (Some(start), Some(end)) = (time(start.trim()), time(end)) else {
            return Err((number, "Diese Zeit ist nicht geschrieben wie 00:01.500 --> 00:04.000."));
        };
        if end <= start {
            return Err((number, "Dieser Untertitel endet, bevor er anfängt."));
        }
        if start < before {
            return Err((number, "Dieser Untertitel beginnt vor dem davor."));
        }
        if lines.peek().is_none_or(|(line, _)| line.trim().is_empty()) {
            return Err((number, "Zu dieser Zeit steht kein Text."));
        }
        (before, cues) = (start, cues + 1);
    }
    if cues == 0 { Err((1, "In der Datei steht kein Untertitel.")) } else { Ok(()) }
}

/// Milliseconds of `01:02:03.004` or `02:03.004`.
fn time(text: &str) -> Option<u32> {
    let (rest, thousandths) = text.split_once('.')?;
    let digits = |text: &str, few: usize| {
        let plain =
            text.len() >= few && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let parts: Vec<&str> = rest.split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [hours, minutes, seconds] => (digits(hours, 2)?, minutes, seconds),
        [minutes, seconds] => (0, minutes, seconds),
        _ => return None,
    };
    let sixty = |text: &str| digits(text, 2).filter(|&n| text.len() == 2 && n < 60);
    let thousandths = digits(thousandths, 3).filter(|_| thousandths.len() == 3)?;
    Some(((hours * 60 + sixty(minutes)?) * 60 + sixty(seconds)?) * 1000 + thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_have_a_header_and_rising_times() {
        let good = "WEBVTT\n\nNOTE von Hand\n\n1\n00:01.000 --> 00:02.500 line:0\nGuten Tag.\n\n\
                    01:00:00.000 --> 01:00:03.000\n- Und?\n- Ja.\n";
        assert_eq!(check_captions(good), Ok(()));
        assert_eq!(check_captions("WEBVTT Film\n\n00:00.000 --> 00:01.000\nx"), Ok(()));
        for (text, line) in [
            ("", 1),
            ("WEBVTTX\n\n00:00.000 --> 00:01.000\nx\n", 1),
            ("1\n00:00:00,000 --> 00:00:01,000\nx\n", 1),
            ("WEBVTT\n", 1),
            ("WEBVTT\n00:00.000 --> 00:01.000\nx\n", 2),
            ("WEBVTT\n\n00:00,000 --> 00:01,000\nx\n", 3),
            ("WEBVTT\n\n0:00.000 --> 00:01.000\nx\n", 3),
            ("WEBVTT\n\n00:00.000 --> 00:61.000\nx\n", 3),
            ("WEBVTT\n\n00:00.000 -->\nx\n", 3),
            ("WEBVTT\n\n00:02.000 --> 00:01.000\nx\n", 3),
            ("WEBVTT\n\n00:02.000 --> 00:03.000\nx\n\n00:01.000 --> 00:04.000\ny\n", 6),
            ("WEBVTT\n\n00:02.000 --> 00:03.000\n\n", 3),
        ] {
            assert_eq!(check_captions(text).unwrap_err().0, line, "{text:?}");
        }
    }
}
