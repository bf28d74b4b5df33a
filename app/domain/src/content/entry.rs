//! What all kinds of entries share.

use crate::{Lang, Slug, codes};
use jiff::civil::Date;

codes! {
    /// The kinds of entries; the code is the folder under `content/`.
    Kind {
        /// A firm's story.
        Story = "stories",
        /// A local IT firm.
        Provider = "providers",
        /// A member of staff with districts and sectors.
        Adviser = "advisers",
        /// A funding programme.
        Funding = "funding",
        /// What happens digitally in one sector.
        Trend = "trends",
        /// "Not us, but they".
        Signpost = "signposts",
        /// A page of text.
        Page = "pages",
        /// One Werkbank.
        Site = "sites",
    }
}

/// Facts that every entry carries.
#[derive(Clone, Debug)]
pub struct Meta {
    /// Folder name, identity and address.
    pub id: Slug,
    /// Earlier folder names; their addresses redirect.
    pub former: Vec<Slug>,
    /// Invented, and said so on the page.
    pub example: bool,
    /// The adviser who looks after the entry.
    pub owner: Option<Slug>,
    /// When somebody last checked the facts.
    pub checked_on: Option<Date>,
    /// When somebody has to check them again.
    pub next_check: Option<Date>,
    /// Sites that show it; empty means all.
    pub sites: Vec<Slug>,
}

/// Texts in German and, where somebody translated them, in other languages.
#[derive(Clone, Debug)]
pub struct Localized<T> {
    /// The German texts.
    pub de: T,
    /// The English texts.
    pub en: Option<T>,
    /// The texts in Leichte Sprache.
    pub ls: Option<T>,
    /// Who read the texts in Leichte Sprache.
    pub tested: Option<Tested>,
}

/// A test group that read texts in Leichte Sprache and understood them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tested {
    /// Who.
    pub by: String,
    /// When.
    pub on: Date,
}

impl<T> Localized<T> {
    /// The texts for a reader of `lang`, and the language they really are in: German where a
    /// translation is missing. The page marks foreign text with `lang` and says so.
    pub fn get(&self, lang: Lang) -> (&T, Lang) {
        let translated = match lang {
            Lang::De => None,
            Lang::En => self.en.as_ref(),
            Lang::Ls => self.ls.as_ref(),
        };
        translated.map_or((&self.de, Lang::De), |text| (text, lang))
    }

    /// The texts alone.
    pub fn text(&self, lang: Lang) -> &T {
        self.get(lang).0
    }
}
