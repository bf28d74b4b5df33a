//! Funding programmes.

use super::{Html, Localized, Meta};
use crate::{FirmSize, codes};
use jiff::civil::Date;

codes! {
    /// What kind of money.
    FundingKind {
        /// Does not have to be paid back.
        Grant = "grant",
        /// Has to be paid back.
        Loan = "loan",
        /// Subsidised advice.
        Advice = "advice",
    }
}

/// A funding programme.
#[derive(Clone, Debug)]
pub struct Funding {
    /// Shared facts.
    pub meta: Meta,
    /// What kind of money.
    pub kind: FundingKind,
    /// Share of the cost, per cent.
    pub share: Option<u8>,
    /// First day.
    pub valid_from: Date,
    /// Last day, inclusive.
    pub valid_until: Date,
    /// Goal ids; empty means all.
    pub goals: Vec<String>,
    /// Sector ids; empty means all.
    pub sectors: Vec<String>,
    /// Sizes; empty means all.
    pub sizes: Vec<FirmSize>,
    /// "Nicht vor Bewilligung beginnen".
    pub apply_first: bool,
    /// The programme's own page.
    pub link: Option<String>,
    /// Texts per language.
    pub text: Localized<FundingText>,
}

impl Funding {
    /// Whether it can be applied for on `day`; an expired programme vanishes by itself.
    pub fn is_open(&self, day: Date) -> bool {
        self.valid_from <= day && day <= self.valid_until
    }
}

/// A programme's texts in one language.
#[derive(Clone, Debug)]
pub struct FundingText {
    /// Name.
    pub title: String,
    /// Two sentences.
    pub teaser: String,
    /// Who funds.
    pub body_name: String,
    /// "bis 4.000 €".
    pub amount: String,
    /// Details.
    pub body: Html,
}
