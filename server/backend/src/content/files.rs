//! Walks `content/` and reads its files, each once: what is not read here is not content.

use super::entry::Shot;
use super::front_matter::MAX_FILE;
use super::picture::{self, Format, MAX_PICTURE};
use super::problem::{At, Problem, Report};
use super::{convert, suggest};
use data_encoding::HEXLOWER;
use domain::Slug;
use domain::content::Kind;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

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
}

/// Everything that was read.
pub(super) struct Tree {
    pub folders: Vec<Folder>,
    /// SHA-256 over names and bytes of all files, 16 hexadecimal digits.
    pub version: String,
}

/// Reads all files below `root`.
pub(super) fn read(root: &Path, problems: &mut Vec<Problem>) -> Tree {
    let mut walker = Walker { root: PathBuf::new(), problems, hash: Sha256::new() };
    let mut folders = Vec::new();
    match root.canonicalize() {
        Ok(root) => {
            walker.root.clone_from(&root);
            walker.kinds(&root, &mut folders);
        }
        Err(error) => walker.unreadable("", &error),
    }
    let version = HEXLOWER.encode(&walker.hash.finalize()[..8]);
    Tree { folders, version }
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

    fn kinds(&mut self, root: &Path, folders: &mut Vec<Folder>) {
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
        let mut folder = Folder { kind, id, texts: BTreeMap::new(), shots: BTreeMap::new() };
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
        } else if Path::new(name).extension().is_some_and(|extension| extension == "md") {
            let hint = convert::meant(name, TEXTS);
            let message = format!("Diese Datei wird nicht gelesen.{hint}");
            self.error(file, message, "index.md, en.md (Englisch), ls.md (Leichte Sprache)", "");
        } else {
            Report { file, list: self.problems }.warning(
                At::START,
                "Diese Datei wird nicht benutzt.",
                "Texte (index.md, en.md, ls.md) und Bilder (svg, png, jpg, webp)",
            );
        }
    }

    fn shot(&mut self, folder: &mut Folder, path: &Path, name: &str, file: &str, format: Format) {
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
        if !name.bytes().all(plain) || name.len() > 100 {
            let expected = "Buchstaben ohne Umlaute, Ziffern, Punkt und Bindestrich";
            self.error(file, "Der Dateiname ergibt keine gute Adresse.", expected, "bild-1.jpg");
            return;
        }
        let Some(bytes) = self.bytes(path, file, MAX_PICTURE + 1) else { return };
        let len = bytes.len() as u64;
        let size = if len > MAX_PICTURE {
            Err("Die Bilddatei ist größer als 12 MiB.")
        } else {
            picture::size(format, &bytes)
        };
        if let Err(fault) = size {
            let expected = "ein stehendes Bild, höchstens 40 Millionen Bildpunkte und 12 MiB";
            self.error(file, fault, expected, "");
        }
        let shot = Shot {
            path: path.to_owned(),
            address: format!("/media/{}/{}/{name}", folder.kind.code(), folder.id),
            hash: HEXLOWER.encode(&Sha256::digest(&bytes)),
            len,
            mime: format.mime(),
            size: size.ok(),
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
