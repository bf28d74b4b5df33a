//! Providers on the wall, and the advisers of the Wirtschaftsförderung.

use super::{Html, Localized, Meta, Picture};
use crate::FirmSize;
use jiff::{Span, civil::Date};

/// A local IT firm that staff has visited.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Shared facts.
    pub meta: Meta,
    /// The person to talk to.
    pub person: String,
    /// For arranging meetings; never published.
    pub email: String,
    /// For arranging meetings; never published.
    pub phone: Option<String>,
    /// Their website.
    pub website: Option<String>,
    /// People working there.
    pub people: u32,
    /// District id.
    pub district: String,
    /// Goal ids.
    pub goals: Vec<String>,
    /// Sector ids.
    pub sectors: Vec<String>,
    /// Sizes of firms they work for.
    pub sizes: Vec<FirmSize>,
    /// Usual projects: from, to, whole euros.
    pub project: (u32, u32),
    /// Day rate in whole euros.
    pub day_rate: Option<u32>,
    /// Language tags.
    pub languages: Vec<String>,
    /// When staff visited.
    pub visited_on: Date,
    /// When the entry was last confirmed.
    pub confirmed_on: Date,
    /// A project partner of the Werkbank, flagged as such.
    pub partner: bool,
    /// Portrait, 5:6.
    pub picture: Picture,
    /// Texts per language.
    pub text: Localized<ProviderText>,
}

impl Provider {
    /// Whether the entry hangs on the wall: it leaves by itself 15 months after its last
    /// confirmation.
    pub fn is_listed(&self, day: Date) -> bool {
        self.confirmed_on.checked_add(Span::new().months(15)).is_ok_and(|end| day <= end)
    }
}

/// A provider's texts in one language.
#[derive(Clone, Debug)]
pub struct ProviderText {
    /// The firm's name.
    pub title: String,
    /// What they can do, for the card.
    pub tagline: String,
    /// Two sentences.
    pub summary: String,
    /// The person's role.
    pub role: String,
    /// What they work with, in everyday words.
    pub skills: Vec<String>,
    /// "Was wir nicht machen".
    pub not_doing: Vec<String>,
    /// Picture description.
    pub alt: String,
    /// "So arbeiten wir".
    pub body: Html,
}

/// A member of staff with districts, sectors and a field, as the public sees them.
#[derive(Clone, Debug)]
pub struct Adviser {
    /// Shared facts.
    pub meta: Meta,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Language tags.
    pub languages: Vec<String>,
    /// Portrait.
    pub picture: Picture,
    /// Texts per language.
    pub text: Localized<AdviserText>,
}

/// An adviser's texts in one language.
#[derive(Clone, Debug)]
pub struct AdviserText {
    /// Name.
    pub title: String,
    /// Role.
    pub role: String,
    /// Strategy field.
    pub field: String,
    /// Picture description.
    pub alt: String,
    /// A few sentences.
    pub body: Html,
}
