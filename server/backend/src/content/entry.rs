//! An entry as its files say it, before its type is built.

use super::markdown::Body;
use super::values::Values;
use domain::content::{Kind, Localized, Meta, Picture, Tested};
use domain::{Lang, Slug};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// One text file.
#[derive(Debug)]
pub(super) struct Doc {
    /// The file, relative to `content/`.
    pub file: String,
    /// The language it is written in.
    pub lang: Lang,
    /// Its front matter.
    pub values: Values,
    /// The whole file, and where its body begins; `None` if it could not be taken apart.
    pub text: Option<(String, usize)>,
    /// Its body, once rendered.
    pub body: Body,
}

/// A picture in the folder of an entry.
#[derive(Clone, Debug)]
pub(super) struct Shot {
    /// The file on disk.
    pub path: PathBuf,
    /// Its address without version, `/media/<kind>/<id>/<file>`.
    pub address: String,
    /// SHA-256 in hexadecimal.
    pub hash: String,
    /// Length in bytes.
    pub len: u64,
    /// Its media type.
    pub mime: &'static str,
    /// Width and height; `None` if it is not a picture.
    pub size: Option<(u32, u32)>,
}

impl Shot {
    /// The address with the version, which may be cached for ever.
    pub fn src(&self) -> String {
        format!("{}?v={}", self.address, &self.hash[..8])
    }
}

/// One folder.
#[derive(Debug)]
pub(super) struct Entry {
    /// The kind.
    pub kind: Kind,
    /// The folder name.
    pub id: Slug,
    /// `index.md`.
    pub index: Doc,
    /// `en.md`.
    pub en: Option<Doc>,
    /// `ls.md`.
    pub ls: Option<Doc>,
    /// Pictures by file name.
    pub shots: BTreeMap<String, Shot>,
}

impl Entry {
    /// The files of the entry.
    pub fn docs(&self) -> impl Iterator<Item = &Doc> {
        std::iter::once(&self.index).chain(&self.en).chain(&self.ls)
    }

    /// The facts that every entry has.
    pub fn meta(&self) -> Meta {
        let facts = &self.index.values;
        Meta {
            id: self.id.clone(),
            former: facts.slugs("former"),
            example: facts.flag("example", false),
            owner: facts.slug("owner"),
            checked_on: facts.date("checked_on"),
            next_check: facts.date("next_check"),
            sites: facts.slugs("sites"),
        }
    }

    /// The picture of the entry.
    pub fn picture(&self) -> Option<Picture> {
        let facts = &self.index.values;
        let shot = self.shots.get(facts.str("picture.file")?)?;
        let (width, height) = shot.size?;
        let focus = facts.percent("picture.focus").unwrap_or(50);
        let credit = facts.text("picture.credit")?;
        Some(Picture { src: shot.src(), credit, focus, width, height })
    }

    /// The texts of the entry in the languages it has.
    pub fn texts<T>(&self, build: impl Fn(&Doc) -> Option<T>) -> Option<Localized<T>> {
        let translated = |doc: &Option<Doc>| match doc {
            Some(doc) => build(doc).map(Some),
            None => Some(None),
        };
        let (en, ls) = (translated(&self.en)?, translated(&self.ls)?);
        Some(Localized { de: build(&self.index)?, en, ls, tested: self.tested() })
    }

    /// Who read the texts in Leichte Sprache.
    fn tested(&self) -> Option<Tested> {
        let values = &self.ls.as_ref()?.values;
        Some(Tested { by: values.text("tested_by")?, on: values.date("tested_on")? })
    }
}
