//! Signposts for those who need somebody else, and trends per sector.

use super::{Html, Localized, Meta};
use crate::Slug;

/// "Not us, but they".
#[derive(Clone, Debug)]
pub struct Signpost {
    /// Shared facts.
    pub meta: Meta,
    /// Their website.
    pub link: String,
    /// Position in the list.
    pub order: u32,
    /// Texts per language.
    pub text: Localized<SignpostText>,
}

/// A signpost's texts in one language.
#[derive(Clone, Debug)]
pub struct SignpostText {
    /// Name.
    pub title: String,
    /// Two sentences.
    pub teaser: String,
    /// Whom they help.
    pub for_whom: String,
    /// Details.
    pub body: Html,
}

/// What happens digitally in one sector.
#[derive(Clone, Debug)]
pub struct Trend {
    /// Shared facts.
    pub meta: Meta,
    /// Sector ids.
    pub sectors: Vec<String>,
    /// Goal ids.
    pub goals: Vec<String>,
    /// Providers who know it.
    pub providers: Vec<Slug>,
    /// Stories that show it.
    pub stories: Vec<Slug>,
    /// Texts per language.
    pub text: Localized<TrendText>,
}

/// A trend's texts in one language.
#[derive(Clone, Debug)]
pub struct TrendText {
    /// Heading.
    pub title: String,
    /// Two sentences.
    pub teaser: String,
    /// Details.
    pub body: Html,
}
