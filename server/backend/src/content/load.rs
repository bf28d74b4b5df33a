//! From the files to one consistent state.

use super::entry::{Doc, Entry};
use super::files::{self, Folder};
use super::markdown::{self, Body, Source};
use super::problem::{Lines, Problem, Report};
use super::reader::{self, Role};
use super::{cross, front_matter, kinds, placeholders, plain};
use data_encoding::HEXLOWER;
use domain::Lang;
use domain::content::{Content, Kind};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// A file the server answers with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Where it lies on disk.
    pub path: PathBuf,
    /// SHA-256 in hexadecimal; its first eight digits are the `v` of the address.
    pub hash: String,
    /// Its media type.
    pub mime: &'static str,
    /// Its length in bytes.
    pub len: u64,
}

impl Media {
    /// Reads the file. Fails with `InvalidData` if it is no longer the one that was loaded, so that
    /// nothing wrong is cached under its versioned address. Blocks.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let bytes = std::fs::read(&self.path)?;
        if HEXLOWER.encode(&Sha256::digest(&bytes)) == self.hash {
            Ok(bytes)
        } else {
            Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "the file has changed since it was loaded",
            ))
        }
    }
}

/// What was found in a folder.
#[derive(Debug)]
pub struct Loaded {
    /// The content; `None` if anything is wrong that forbids publishing it.
    pub content: Option<Content>,
    /// The files the server answers with, by address without version.
    pub media: BTreeMap<String, Media>,
    /// Everything that is wrong, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// Hash of the names and bytes that were read, also of content that cannot be published.
    pub version: String,
}

/// Reads everything below `root`. Blocks; never panics, whatever lies there.
pub fn load(root: &Path) -> Loaded {
    let mut problems = Vec::new();
    let tree = files::read(root, &mut problems);
    let ids: BTreeSet<(Kind, String)> =
        tree.folders.iter().map(|folder| (folder.kind, folder.id.to_string())).collect();
    let mut entries: Vec<Entry> =
        tree.folders.into_iter().filter_map(|folder| entry(folder, &mut problems)).collect();
    render(&mut entries, &mut problems);
    for entry in &entries {
        let file = &entry.index.file;
        kinds::check(entry, &mut Report { file, list: &mut problems });
        for doc in entry.docs() {
            let report = &mut Report { file: &doc.file, list: &mut problems };
            kinds::check_texts(entry.kind, doc, report);
            if doc.lang == Lang::Ls {
                plain::check(entry.kind, doc, report);
            }
        }
    }
    cross::check(&entries, &ids, &mut problems);

    let mut content = Content { version: tree.version.clone(), ..Content::default() };
    if !problems.iter().any(Problem::is_error) {
        for entry in &entries {
            if kinds::build(entry, &mut content).is_none() {
                problems.push(kinds::unbuilt(entry));
            }
        }
    }
    problems.sort_by(|a, b| (&a.file, a.at, a.severity).cmp(&(&b.file, b.at, b.severity)));
    let publishable = !problems.iter().any(Problem::is_error);
    let media = entries
        .into_iter()
        .flat_map(|entry| entry.shots.into_values())
        .map(|shot| {
            let media = Media { path: shot.path, hash: shot.hash, mime: shot.mime, len: shot.len };
            (shot.address, media)
        })
        .collect();
    Loaded { content: publishable.then_some(content), media, problems, version: tree.version }
}

/// Reads the text files of a folder.
fn entry(mut folder: Folder, problems: &mut Vec<Problem>) -> Option<Entry> {
    let kind = folder.kind;
    let dir = format!("{}/{}", kind.code(), folder.id);
    let mut doc = |name: &str, role: Role, lang: Lang| {
        let bytes = folder.texts.remove(name)?;
        let file = format!("{dir}/{name}");
        let mut report = Report { file: &file, list: problems };
        let halves = front_matter::split(&bytes, &mut report);
        let mut fields = kinds::fields(kind);
        fields.extend(kinds::plain_fields().filter(|_| lang == Lang::Ls));
        let values = halves.as_ref().map(|halves| reader::read(&fields, role, halves, &mut report));
        Some(Doc {
            lang,
            values: values.unwrap_or_default(),
            text: halves.map(|halves| (halves.text, halves.body)),
            body: Body::default(),
            file,
        })
    };
    let index = doc("index.md", Role::Index, Lang::De)?;
    let en = doc("en.md", Role::Translation, Lang::En);
    let ls = doc("ls.md", Role::Translation, Lang::Ls);
    Some(Entry { kind, id: folder.id, index, en, ls, shots: folder.shots })
}

/// Renders all bodies and checks what has to hold of them.
fn render(entries: &mut [Entry], problems: &mut Vec<Problem>) {
    let sites: Vec<(String, [BTreeMap<String, String>; Lang::ALL.len()])> = entries
        .iter()
        .filter(|entry| entry.kind == Kind::Site)
        .map(|site| (site.id.to_string(), Lang::ALL.map(|lang| placeholders::of(site, lang))))
        .collect();
    for entry in entries {
        let kind = entry.kind;
        let own = entry.index.values.elements("sites").first().map(|(id, _)| id.clone());
        let site = sites.iter().find(|(id, _)| own.as_ref().is_none_or(|own| own == id));
        let shots = &entry.shots;
        for doc in
            [Some(&mut entry.index), entry.en.as_mut(), entry.ls.as_mut()].into_iter().flatten()
        {
            let Some((text, body)) = &doc.text else { continue };
            let placeholders =
                site.filter(|_| kind == Kind::Page).map(|(_, known)| &known[doc.lang as usize]);
            let lead = kind == Kind::Story;
            let source = Source { text, body: *body, shots, placeholders, lead };
            let mut report = Report { file: &doc.file, list: problems };
            doc.body = markdown::render(&source, &mut report);
        }
        whole(entry, problems);
    }
}

/// Texts are there where they have to be, and stories have a length people read.
fn whole(entry: &Entry, problems: &mut Vec<Problem>) {
    for doc in entry.docs() {
        let Some((text, body)) = &doc.text else { continue };
        let at = Lines::new(text).at(*body);
        let mut report = Report { file: &doc.file, list: &mut *problems };
        let is_index = doc.file.ends_with("/index.md");
        let needed =
            if is_index { kinds::needs_body(entry.kind) } else { entry.index.body.words > 0 };
        if needed && text[*body..].trim().is_empty() {
            report.error(at, "Unter den Kopfdaten steht kein Text.", "ein Text in Markdown", "");
        }
        let words = doc.body.words;
        if entry.kind == Kind::Story && is_index && words > 0 && !(350..=700).contains(&words) {
            let message = format!("Die Geschichte hat {words} Wörter.");
            report.warning(at, message, "350 bis 700 Wörter");
        }
    }
}
