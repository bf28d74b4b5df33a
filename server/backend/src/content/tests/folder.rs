//! A small valid folder that tests change.

use crate::content::{Field, Loaded, Shape, fields, load};
use domain::content::Kind;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that is deleted when the test ends.
pub(crate) struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that is already gone is as good as deleted.
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(super) const DRAWING: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 300\"></svg>\n";

/// Enough of a film for everybody but a player.
pub(super) const FILM: &[u8] = b"\0\0\0\x18ftypisom\0\0\0\0";

pub(super) const CAPTIONS: &str = "WEBVTT\n\n00:01.000 --> 00:02.500\nGuten Morgen.\n";

/// Every field of the plan for how long what is kept.
const PLAN: &str = "example = true

[archive]
waived_on = 2026-11-02
reference = \"Schreiben des Stadtarchivs, Az. 41-7\"

[[rules]]
class = \"closed\"
days = 730
basis = \"§ 3 DSG NRW\"
offer = true

[[rules]]
class = \"unconfirmed\"
days = 21
basis = \"§ 3 DSG NRW\"

[[rules]]
class = \"counts\"
basis = \"ohne Personenbezug\"
";

/// The ids the examples of the field tables use, so that those examples hold together.
const ENTRIES: [(Kind, &str); 11] = [
    (Kind::Site, "dortmund"),
    (Kind::Adviser, "jens-albrecht"),
    (Kind::Provider, "demir-digital"),
    (Kind::Provider, "formblatt-digital"),
    (Kind::Funding, "digitalgutschein-klein"),
    (Kind::Story, "sonntagsbroetchen"),
    (Kind::Story, "drohne-aufmass"),
    (Kind::Trend, "handwerk-aufmass"),
    (Kind::Signpost, "ruhr-hub"),
    (Kind::Page, "impressum"),
    (Kind::Page, "datenschutz"),
];

impl Folder {
    /// A folder in which every field of every kind stands with its example.
    pub fn valid() -> Folder {
        let folder = Folder::empty();
        for (kind, id) in ENTRIES {
            let index = format!("{}/{id}/index.md", kind.code());
            folder.write(&index, file(kind, |field| field.name != "former"));
            folder.write(&index.replace("index.md", "bild.svg"), DRAWING);
            let beside = |name: &str| index.replace("index.md", name);
            if kind == Kind::Page {
                folder.write(&beside("gebaerden.mp4"), FILM);
            } else if kind == Kind::Story {
                folder.write(&beside("film.mp4"), FILM);
                folder.write(&beside("film.de.vtt"), CAPTIONS);
                folder.write(&beside("film.de.txt"), "Eine Frau öffnet die Tür.\n");
            }
        }
        folder.write("README.md", "Der Vertrag");
        folder.write("retention.toml", PLAN);
        // Vocabularies that the examples of other kinds name.
        folder.append_terms("dortmund");
        folder
    }

    pub fn empty() -> Folder {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("content-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    pub fn remove(&self, file: &str) {
        let path = self.0.join(file);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
    }

    /// Replaces text that has to be there.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{from:?} is not in {file}:\n{text}");
        self.write(file, text.replacen(from, to, 1));
    }

    pub fn load(&self) -> Loaded {
        load(&self.0)
    }

    /// All problems as `file:line:column message`.
    pub fn problems(&self) -> Vec<String> {
        let describe = |p: &crate::content::Problem| {
            format!("{}:{}:{} {}", p.file, p.at.line, p.at.column, p.message)
        };
        self.load().problems.iter().map(describe).collect()
    }

    fn append_terms(&self, site: &str) {
        let file = format!("sites/{site}/index.md");
        let terms = "[[districts]]\nid = \"eving\"\nde = \"Eving\"\n\
                     [[sectors]]\nid = \"handel\"\nde = \"Handel\"\nen = \"Retail\"\n\
                     [[goals]]\nid = \"kundenbindung\"\nde = \"Kunden binden\"\nen = \"Keep customers\"\n\
                     [[goals]]\nid = \"ablaeufe\"\nde = \"Abläufe einfacher machen\"\nen = \"Simpler\"\n";
        self.replace(&file, "\n+++\n\n", &format!("\n{terms}+++\n\n"));
    }
}

/// A file of `kind` with the fields that `keep` wants.
pub(super) fn file(kind: Kind, keep: impl Fn(&Field) -> bool) -> String {
    let mut head = String::new();
    let mut table = "";
    let all: Vec<&Field> = fields(kind).into_iter().filter(|field| keep(field)).collect();
    let (rows, plain): (Vec<&Field>, Vec<&Field>) =
        all.into_iter().partition(|field| matches!(field.shape, Shape::Rows(_)));
    for field in plain.iter().filter(|field| field.place().0.is_empty()) {
        head.push_str(&format!("{}\n", field.written()));
    }
    for field in plain.iter().filter(|field| !field.place().0.is_empty()) {
        let (group, key) = field.place();
        if group != table {
            head.push_str(&format!("\n[{group}]\n"));
            table = group;
        }
        head.push_str(&format!("{key} = {}\n", field.example));
    }
    for field in rows {
        head.push_str(&format!("\n{}\n", field.written()));
    }
    let body = match kind {
        Kind::Story => story_body(),
        _ => "Ein Absatz.\n\n## Überschrift\n\nNoch einer.\n".to_owned(),
    };
    format!("+++\n{head}+++\n\n{body}")
}

/// Long enough for no warning.
pub(super) fn story_body() -> String {
    let sentence = "Am Samstag standen sonst vierzig Leute vor der Tür und zwölf riefen an. ";
    format!("Der Vorspann steht zuerst.\n\n## Danach\n\n{}\n", sentence.repeat(30))
}

/// The same for a translation.
pub(super) fn translation(kind: Kind) -> String {
    file(kind, |field| field.translatable)
}
