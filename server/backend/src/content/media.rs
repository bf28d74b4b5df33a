//! What the server sends of the files in `content/`: some as they are, photos only as copies.

use super::picture::{Format, Header};
use super::watch::Mark;
use crate::pictures::PIPELINE;
use data_encoding::HEXLOWER;
use domain::content::Coding;
use sha2::{Digest as _, Sha256};
use std::fs::File;
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
    /// What tells that a film is still the one that was loaded: it is too large to read it whole
    /// for that.
    pub(super) mark: Option<Mark>,
}

impl Media {
    /// Whether it is sent from disk, piece by piece, instead of from memory.
    pub fn is_streamed(&self) -> bool {
        self.mark.is_some()
    }

    /// Opens the file. Fails with `InvalidData` if it is no longer the one that was loaded. Blocks.
    pub fn open(&self) -> io::Result<File> {
        let file = File::open(&self.path)?;
        let meta = file.metadata()?;
        let same = match &self.mark {
            Some(mark) => *mark == Mark::of(&meta),
            None => meta.len() == self.len,
        };
        if same { Ok(file) } else { Err(changed()) }
    }

    /// Reads the file. Fails with `InvalidData` if it is no longer the one that was loaded, so that
    /// nothing wrong is cached under its versioned address. Blocks.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        read(&self.path, &self.hash)
    }
}

/// A photo. It is never sent itself: it may say where and when it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Where it lies on disk.
    pub path: PathBuf,
    /// SHA-256 in hexadecimal.
    hash: String,
    /// What its copies are stored under: changes with the photo and with how copies are made.
    pub key: String,
    /// Its format.
    pub(crate) format: Format,
    /// Width of the upright picture.
    pub width: u32,
    /// Height of the upright picture.
    pub height: u32,
    /// How it is stored, as Exif counts.
    pub(crate) orientation: u8,
}

impl Photo {
    /// The photo in a file with this hash and header.
    pub(crate) fn new(path: &Path, hash: &str, format: Format, header: &Header) -> Photo {
        let key = Sha256::digest(format!("{hash} {PIPELINE}"));
        Photo {
            path: path.to_owned(),
            hash: hash.to_owned(),
            key: HEXLOWER.encode(&key[..16]),
            format,
            width: header.width,
            height: header.height,
            orientation: header.orientation,
        }
    }

    /// The `v` of the addresses of its copies.
    pub fn version(&self) -> &str {
        self.key.get(..8).unwrap_or(&self.key)
    }

    /// The names of its copies.
    pub fn names(&self) -> Vec<String> {
        let of = |coding: Coding| {
            coding.widths(self.width).into_iter().map(move |width| coding.name(width))
        };
        Coding::ALL.into_iter().flat_map(of).collect()
    }

    /// Reads the file, as [`Media::read`] does. Blocks.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        read(&self.path, &self.hash)
    }
}

fn read(path: &Path, hash: &str) -> io::Result<Vec<u8>> {
    let bytes = std::fs::read(path)?;
    if HEXLOWER.encode(&Sha256::digest(&bytes)) == hash { Ok(bytes) } else { Err(changed()) }
}

fn changed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the file has changed since it was loaded")
}
