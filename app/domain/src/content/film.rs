//! Films: beside a story, and in sign language beside a page.

use super::{Html, PictureSource};

/// A film's file.
#[derive(Clone, Debug)]
pub struct Film {
    /// Where the server answers with it, with its version.
    pub src: String,
    /// Its media type.
    pub mime: &'static str,
    /// Its length in bytes.
    pub bytes: u64,
    /// How long it is.
    pub seconds: u32,
    /// What is seen before it plays.
    pub poster: Option<Poster>,
}

/// The picture of a film that does not play yet; its shape is the film's.
#[derive(Clone, Debug)]
pub struct Poster {
    /// The picture.
    pub source: PictureSource,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The film of a story. It speaks German.
#[derive(Clone, Debug)]
pub struct Video {
    /// The file.
    pub film: Film,
    /// Who made it.
    pub credit: String,
}

/// What belongs to a film in one language.
#[derive(Clone, Debug)]
pub struct VideoText {
    /// Heading.
    pub title: String,
    /// Where the captions are.
    pub captions: String,
    /// What is said and shown, to read.
    pub transcript: Html,
}
