//! Walks `content/` and reads its files, each once: what is not read here is not content.

use super::entry::{Beside, Shot};
use super::film::{self, Attachment};
use super::front_matter::MAX_FILE;
use super::media::{Media, Photo};
use super::picture::{self, Format, Header, MAX_PICTURE};
use super::problem::{At, Problem, Report};
use super::{convert, retention, suggest};
use data_encoding::HEXLOWER;
use domain::Slug;
use domain::content::Kind;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The files an entry may have besides pictures.
pub(super) const TEXTS: [&str; 3] = ["index.md", "en.md", "ls.md"];

/// The files of one entry.
pub(super) struct Folder {
    pub kind: Kind,
    pub id: Slug,
    /// Text files by name.
    pub texts: BTreeMap<&'static str, Vec<u8>>,
    /// Pictures by name.
    pub shots: BTreeMap<String, Shot>,
    /// Films and what belongs to them by name.
    pub besides: BTreeMap<String, Beside>,
}

/// Everything that was read.
pub(super) struct Tree {
    pub folders: Vec<Folder>,
    /// The plan for how long what is kept, if there is one.
    pub retention: Option<Vec<u8>>,
    /// SHA-256 over names and bytes of all files, 16 hexadecimal digits.
    pub version: String,
}

/// Reads all files below `root`.
pub(super) fn read(root: &Path, problems: &mut Vec<Problem>) -> Tree {
    let mut walker = Walker { root: PathBuf::new(), problems, hash: Sha256::new() };
    let (mut folders, mut retention) = (Vec::new(), None);
    match root.canonicalize() {
        Ok(root) => {
            walker.root.clone_from(&root);
            walker.kinds(&root, &mut folders, &mut retention);
        }
        Err(error) => walker.unreadable("", &error),
    }
    let version = HEXLOWER.encode(&walker.hash.finalize()[..8]);
    Tree { folders, retention, version }
}

struct Walker<'a> {
    root: PathBuf,
    problems: &'a mut Vec<Problem>,
    hash: Sha256,
}

impl Walker<'_> {
    fn error(&mut self, file: &str, message: impl Into<String>, expected: &str, example: &str) {
        Report { file, list: self.problems }.error(At::START, message, expected, example);
    }

    fn unreadable(&mut self, file: &str, error: &io::Error) {
        let message = match error.kind() {
            io::ErrorKind::NotFound => "Das gibt es nicht.".to_owned(),
            io::ErrorKind::PermissionDenied => "Das Programm darf das nicht lesen.".to_owned(),
            _ => format!("Das lässt sich nicht lesen ({error})."),
        };
        self.error(file, message, "Dateien und Ordner, die das Programm lesen darf", "");
    }

    /// The names in a folder in order, without the hidden and backup files of editors and Git.
    fn names(&mut self, dir: &Path, shown: &str) -> Vec<String> {
        let mut names = Vec::new();
        let listing = match fs::read_dir(dir) {
            Ok(listing) => listing,
            Err(error) => {
                self.unreadable(shown, &error);
                return names;
            }
        };
        for item in listing {
            match item.map(|item| item.file_name().into_string()) {
                Ok(Ok(name)) if name.starts_with(['.', '#']) || name.ends_with('~') => {}
                Ok(Ok(name)) => names.push(name),
                Ok(Err(name)) => self.error(
                    &format!("{shown}/{}", name.to_string_lossy()),
                    "Der Name enthält Zeichen, die nicht in UTF-8 gespeichert sind.",
                    "Namen aus a-z, 0-9, Punkt und Bindestrich",
                    "",
                ),
                Err(error) => self.unreadable(shown, &error),
            }
        }
        names.sort();
        names
    }

    fn kinds(&mut self, root: &Path, folders: &mut Vec<Folder>, retention: &mut Option<Vec<u8>>) {
        for name in self.names(root, "") {
            let path = root.join(&name);
            let Some(meta) = self.metadata(&path, &name) else { continue };
            match Kind::parse(&name) {
                Some(kind) if meta.is_dir() => {
                    for id in self.names(&path, &name) {
                        let shown = format!("{name}/{id}");
                        folders.extend(self.entry(kind, &path.join(&id), &id, &shown));
                    }
                }
                None if meta.is_file() && name == retention::FILE => {
                    *retention = self.bytes(&path, &name, MAX_FILE as u64 + 1);
                }
                None if !meta.is_dir() => {} // README.md and the like.
                _ => {
                    let kinds = Kind::ALL.iter().map(|kind| kind.code());
                    let hint = suggest::nearest(&name, kinds)
                        .map_or(String::new(), |kind| format!(" Meinten Sie „{kind}“?"));
                    let message = format!("Diesen Ordner kennt das Programm nicht.{hint}");
                    let codes: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
                    self.error(&name, message, &codes.join(", "), "");
                }
            }
        }
    }

    fn entry(&mut self, kind: Kind, dir: &Path, id: &str, shown: &str) -> Option<Folder> {
        let meta = self.metadata(dir, shown)?;
        if !meta.is_dir() {
            let expected = "für jeden Eintrag ein eigener Ordner";
            let example = format!("{}/mein-eintrag/index.md", kind.code());
            self.error(shown, "Hier liegt eine Datei.", expected, &example);
            return None;
        }
        if let Err(fault) = convert::slug(id) {
            self.error(shown, fault, "ein Ordnername, der zur Adresse wird", "sonntagsbroetchen");
            return None;
        }
        let id = Slug::parse(id)?;
        let mut folder = Folder {
            kind,
            id,
            texts: BTreeMap::new(),
            shots: BTreeMap::new(),
            besides: BTreeMap::new(),
        };
        let names = self.names(dir, shown);
        for (n, name) in names.iter().enumerate() {
            let file = format!("{shown}/{name}");
            let twin = names[..n].iter().find(|other| other.eq_ignore_ascii_case(name));
            if let Some(twin) = twin {
                let message =
                    format!("„{twin}“ und „{name}“ unterscheiden sich nur in der Schreibung.");
                self.error(&file, message, "Namen, die auch auf Windows verschieden sind", "");
            }
            self.file(&mut folder, &dir.join(name), name, &file);
        }
        if !names.iter().any(|name| name == "index.md") {
            let expected = "eine Datei index.md mit Kopfdaten und deutschem Text";
            self.error(&format!("{shown}/index.md"), "Die Datei fehlt.", expected, "");
            return None;
        }
        Some(folder)
    }

    fn file(&mut self, folder: &mut Folder, path: &Path, name: &str, file: &str) {
        let Some(meta) = self.metadata(path, file) else { return };
        if !meta.is_file() {
            self.error(file, "Das ist keine Datei.", "Texte und Bilder direkt im Ordner", "");
        } else if let Some(text) = TEXTS.iter().copied().find(|text| *text == name) {
            // One byte more than allowed tells that a file is too large without reading it all.
            if let Some(bytes) = self.bytes(path, file, MAX_FILE as u64 + 1) {
                folder.texts.insert(text, bytes);
            }
        } else if let Some(format) = Format::of_name(name) {
            self.shot(folder, path, name, file, format);
        } else if let Some((attachment, mime)) = Attachment::of_name(name) {
            self.beside(folder, path, name, file, attachment, mime);
        } else if let Some(refusal) = picture::refused_name(name) {
            self.error(file, refusal, "ein Bild als JPEG, PNG oder WebP", "");
        } else if Path::new(name).extension().is_some_and(|extension| extension == "md") {
            let hint = convert::meant(name, TEXTS);
            let message = format!("Diese Datei wird nicht gelesen.{hint}");
            self.error(file, message, "index.md, en.md (Englisch), ls.md (Leichte Sprache)", "");
        } else {
            Report { file, list: self.problems }.warning(
                At::START,
                "Diese Datei wird nicht benutzt.",
                "Texte (index.md, en.md, ls.md), Bilder (svg, png, jpg, webp) und Videos (mp4, webm) \
                 mit Untertiteln (vtt) und Text (txt)",
            );
        }
    }

    /// Whether the name of a file makes a good address.
    fn is_addressable(&mut self, name: &str, file: &str) -> bool {
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
        if name.bytes().all(plain) && name.len() <= 100 {
            return true;
        }
        let expected = "Buchstaben ohne Umlaute, Ziffern, Punkt und Bindestrich";
        self.error(file, "Der Dateiname ergibt keine gute Adresse.", expected, "bild-1.jpg");
        false
    }

    /// A film, its captions or its transcript.
    fn beside(
        &mut self,
        folder: &mut Folder,
        path: &Path,
        name: &str,
        file: &str,
        attachment: Attachment,
        mime: &'static str,
    ) {
        if !self.is_addressable(name, file) {
            return;
        }
        let address = format!("/media/{}/{}/{name}", folder.kind.code(), folder.id);
        let beside = if attachment == Attachment::Film {
            let Some(seen) = self.film(path, file, mime) else { return };
            let (hash, len, mark) = (seen.hash, seen.len, Some(seen.mark));
            Beside::Film(address, Media { path: path.to_owned(), hash, mime, len, mark })
        } else {
            let Some((bytes, text)) = self.short_text(path, file) else { return };
            if attachment == Attachment::Transcript {
                // What is not text was told already.
                Beside::Transcript(text.unwrap_or_else(|| "?".to_owned()))
            } else {
                if let Some(Err((line, fault))) = text.as_deref().map(film::check_captions) {
                    let at = At { line, column: 1 };
                    let example = "WEBVTT\n\n00:01.000 --> 00:04.000\nGuten Morgen.";
                    let expected = "Untertitel im Format WebVTT";
                    Report { file, list: self.problems }.error(at, fault, expected, example);
                }
                let hash = HEXLOWER.encode(&Sha256::digest(&bytes));
                let len = bytes.len() as u64;
                Beside::Captions(
                    address,
                    Media { path: path.to_owned(), hash, mime, len, mark: None },
                )
            }
        };
        folder.besides.insert(name.to_owned(), beside);
    }

    fn film(&mut self, path: &Path, file: &str, mime: &str) -> Option<film::Seen> {
        let seen = match film::look(path, mime) {
            Ok(seen) => seen,
            Err(error) => {
                self.unreadable(file, &error);
                return None;
            }
        };
        self.hash.update((file.len() as u64).to_le_bytes());
        self.hash.update(file);
        self.hash.update(&seen.hash);
        let expected = "ein Video als MP4 (H.264) oder WebM, höchstens 200 MiB";
        if seen.len > film::MAX_FILM {
            self.error(file, "Das Video ist größer als 200 MiB.", expected, "");
        } else if !seen.is_film {
            self.error(
                file,
                "Die Datei ist kein Video des Formats, das ihr Name verspricht.",
                expected,
                "",
            );
        }
        Some(seen)
    }

    /// A small file, and its text if it is one.
    fn short_text(&mut self, path: &Path, file: &str) -> Option<(Vec<u8>, Option<String>)> {
        let bytes = self.bytes(path, file, film::MAX_TEXT + 1)?;
        let expected = "Text in UTF-8, höchstens 256 KiB";
        let text = if bytes.len() as u64 > film::MAX_TEXT {
            self.error(file, "Die Datei ist größer als 256 KiB.", expected, "");
            None
        } else if let Ok(text) = std::str::from_utf8(&bytes) {
            Some(text.to_owned())
        } else {
            self.error(file, "Die Datei ist nicht in UTF-8 gespeichert.", expected, "");
            None
        };
        Some((bytes, text))
    }

    fn shot(&mut self, folder: &mut Folder, path: &Path, name: &str, file: &str, format: Format) {
        if !self.is_addressable(name, file) {
            return;
        }
        let Some(bytes) = self.bytes(path, file, MAX_PICTURE + 1) else { return };
        let len = bytes.len() as u64;
        let header = if len > MAX_PICTURE {
            Err("Die Bilddatei ist größer als 12 MiB.".to_owned())
        } else {
            picture::header(format, &bytes)
        };
        match &header {
            Ok(Header { note: None, .. }) => {}
            Ok(Header { note: Some(note), .. }) => {
                let report = &mut Report { file, list: self.problems };
                report.warning(At::START, *note, "ein Bild in RGB-Farben (sRGB)");
            }
            Err(fault) => {
                let expected = "ein stehendes Bild, höchstens 40 Millionen Bildpunkte und 12 MiB";
                self.error(file, fault.as_str(), expected, "");
            }
        }
        let hash = HEXLOWER.encode(&Sha256::digest(&bytes));
        let header = header.ok();
        let photo = header
            .filter(|_| format != Format::Svg)
            .map(|header| Arc::new(Photo::new(path, &hash, format, &header)));
        let shot = Shot {
            path: path.to_owned(),
            address: format!("/media/{}/{}/{name}", folder.kind.code(), folder.id),
            hash,
            len,
            mime: "image/svg+xml",
            size: header.map(|header| (header.width, header.height)),
            photo,
        };
        folder.shots.insert(name.to_owned(), shot);
    }

    /// What stands at `path`. A link is followed to a file within `content/` and nowhere else.
    fn metadata(&mut self, path: &Path, shown: &str) -> Option<Metadata> {
        let result = fs::symlink_metadata(path).and_then(|meta| {
            if !meta.is_symlink() {
                return Ok(Some(meta));
            }
            let target = path.canonicalize()?;
            let meta = fs::metadata(&target)?;
            Ok((target.starts_with(&self.root) && meta.is_file()).then_some(meta))
        });
        match result {
            Ok(Some(meta)) => return Some(meta),
            Ok(None) => self.error(
                shown,
                "Diese Verknüpfung führt aus dem Ordner „content“ hinaus oder auf einen Ordner.",
                "eine echte Datei",
                "",
            ),
            Err(error) => self.unreadable(shown, &error),
        }
        None
    }

    /// Reads at most `limit` bytes and takes them into the version.
    fn bytes(&mut self, path: &Path, file: &str, limit: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        match File::open(path).and_then(|open| open.take(limit).read_to_end(&mut bytes)) {
            Ok(_) => {
                self.hash.update((file.len() as u64).to_le_bytes());
                self.hash.update(file);
                self.hash.update((bytes.len() as u64).to_le_bytes());
                self.hash.update(&bytes);
                Some(bytes)
            }
            Err(error) => {
                self.unreadable(file, &error);
                None
            }
        }
    }
}
