//! An entry as its files say it, before its type is built.

use super::film::Attachment;
use super::markdown::Body;
use super::media::{Media, Photo};
use super::values::Values;
use domain::content::{
    Copies, Film, Html, Kind, Localized, Meta, Picture, PictureSource, Poster, Tested,
};
use domain::{Lang, Slug};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

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
    /// The transcript it names, once rendered.
    pub transcript: Html,
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
    /// Width and height of the upright picture; `None` if it is not a picture.
    pub size: Option<(u32, u32)>,
    /// What copies are made from, unless it is a drawing.
    pub photo: Option<Arc<Photo>>,
}

impl Shot {
    /// What is sent of it, with addresses that may be cached for ever.
    pub fn source(&self) -> PictureSource {
        match &self.photo {
            None => PictureSource::Drawing(format!("{}?v={}", self.address, &self.hash[..8])),
            Some(photo) => PictureSource::Photo(Copies {
                base: self.address.clone(),
                version: photo.version().to_owned(),
                width: photo.width,
            }),
        }
    }
}

/// A file in the folder of an entry that is no picture.
#[derive(Clone, Debug)]
pub(super) enum Beside {
    /// A film, with its address without version.
    Film(String, Media),
    /// Captions, likewise.
    Captions(String, Media),
    /// What is said and shown in a film, in Markdown.
    Transcript(String),
}

impl Beside {
    /// What it is for.
    pub const fn attachment(&self) -> Attachment {
        match self {
            Beside::Film(..) => Attachment::Film,
            Beside::Captions(..) => Attachment::Captions,
            Beside::Transcript(_) => Attachment::Transcript,
        }
    }

    /// The address and file of what is sent.
    pub fn sent(self) -> Option<(String, Media)> {
        match self {
            Beside::Film(address, media) | Beside::Captions(address, media) => {
                Some((address, media))
            }
            Beside::Transcript(_) => None,
        }
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
    /// Other files by name.
    pub besides: BTreeMap<String, Beside>,
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
        let focus_y = facts.percent("picture.focus_y");
        let credit = facts.text("picture.credit")?;
        Some(Picture { source: shot.source(), credit, focus, focus_y, width, height })
    }

    /// The film in a table of its front matter.
    pub fn film(&self, table: &str) -> Option<Film> {
        let facts = &self.index.values;
        let field = |name: &str| format!("{table}.{name}");
        let Beside::Film(address, media) = self.besides.get(facts.str(&field("file"))?)? else {
            return None;
        };
        let poster = facts.str(&field("poster")).and_then(|name| self.shots.get(name));
        Some(Film {
            src: format!("{address}?v={}", &media.hash[..8]),
            mime: media.mime,
            bytes: media.len,
            seconds: facts.number(&field("duration"))?,
            poster: poster.and_then(|shot| {
                let (width, height) = shot.size?;
                Some(Poster { source: shot.source(), width, height })
            }),
        })
    }

    /// The address of the captions that a file names.
    pub fn captions(&self, doc: &Doc) -> Option<String> {
        match self.besides.get(doc.values.str("video.captions")?)? {
            Beside::Captions(address, media) => Some(format!("{address}?v={}", &media.hash[..8])),
            _ => None,
        }
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
