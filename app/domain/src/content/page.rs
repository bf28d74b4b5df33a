//! Pages of text: imprint, privacy, about, …

use super::{Film, Html, Localized, Meta};

/// A page of text.
#[derive(Clone, Debug)]
pub struct Page {
    /// Shared facts.
    pub meta: Meta,
    /// The page in German sign language.
    pub sign_language: Option<Film>,
    /// Texts per language.
    pub text: Localized<PageText>,
}

/// A page's texts in one language.
#[derive(Clone, Debug)]
pub struct PageText {
    /// Heading.
    pub title: String,
    /// For search engines and previews.
    pub description: String,
    /// The text, operator data filled in.
    pub body: Html,
}
