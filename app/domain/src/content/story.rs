//! Stories and their work card.

use super::{Html, Localized, Meta, Picture, Video, VideoText};
use crate::{FirmSize, MonthlyBand, OnceBand, OwnTime, Slug, codes};
use jiff::civil::Date;

codes! {
    /// Was it worth it? Stories are deliberately not best practice.
    Verdict {
        /// Yes.
        WorthIt = "worth-it",
        /// In part.
        Partly = "partly",
        /// No.
        NotWorthIt = "not-worth-it",
    }
}

codes! {
    /// Who says so.
    Says {
        /// The firm.
        Firm = "firm",
        /// Somebody estimated it.
        Estimated = "estimated",
        /// The team checked it.
        Checked = "checked",
    }
}

/// One firm's story.
#[derive(Clone, Debug)]
pub struct Story {
    /// Shared facts.
    pub meta: Meta,
    /// The firm's name.
    pub firm: String,
    /// District id.
    pub district: String,
    /// Sector id.
    pub sector: String,
    /// Size band.
    pub size: FirmSize,
    /// People working there.
    pub employees: u32,
    /// Goal ids, the most important first.
    pub goals: Vec<String>,
    /// Was it worth it?
    pub verdict: Verdict,
    /// When it was published.
    pub published: Date,
    /// Who helped.
    pub providers: Vec<Slug>,
    /// What funded it.
    pub funding: Vec<Slug>,
    /// What it cost.
    pub cost: WorkCost,
    /// Who says so.
    pub says: Says,
    /// The picture.
    pub picture: Picture,
    /// A film, where there is one.
    pub video: Option<Video>,
    /// Texts per language.
    pub text: Localized<StoryText>,
}

/// The cost half of the work card.
#[derive(Clone, Copy, Debug)]
pub struct WorkCost {
    /// One-off, whole euros.
    pub once: u32,
    /// Whole euros a month.
    pub monthly: u32,
    /// The firm's own working time.
    pub own_time: OwnTime,
}

impl WorkCost {
    /// The band of the one-off cost.
    pub const fn once_band(&self) -> OnceBand {
        OnceBand::of(self.once)
    }

    /// The band of the running cost.
    pub const fn monthly_band(&self) -> MonthlyBand {
        MonthlyBand::of(self.monthly)
    }
}

/// What it brought: a figure and a sentence.
#[derive(Clone, Debug)]
pub struct Gain {
    /// "6 Stunden".
    pub figure: String,
    /// "weniger Telefon in der Woche".
    pub sentence: String,
}

/// "Die kleinere Lösung".
#[derive(Clone, Debug)]
pub struct Smaller {
    /// What was deliberately not bought.
    pub not_bought: String,
    /// What went wrong.
    pub went_wrong: String,
    /// The first step for a small budget.
    pub first_step: String,
}

/// A story's texts in one language.
#[derive(Clone, Debug)]
pub struct StoryText {
    /// Heading.
    pub title: String,
    /// Two sentences for lists.
    pub teaser: String,
    /// "keine gebraucht", or what was used.
    pub funding_note: String,
    /// "läuft seit März 2025".
    pub since: String,
    /// Sentences of "Das könnte auch bei Ihnen gehen".
    pub fits: Vec<String>,
    /// "12 Stunden, verteilt".
    pub own_time_note: String,
    /// "5 Wochen bis zum Start".
    pub until_it_worked: String,
    /// What it brought.
    pub gain: Gain,
    /// How we know: "gemessen über acht Wochen".
    pub says_note: String,
    /// The smaller solution.
    pub smaller: Smaller,
    /// Quote, without quotation marks.
    pub quote: String,
    /// Who said it.
    pub quote_by: String,
    /// Picture description.
    pub alt: String,
    /// What belongs to the film in this language.
    pub video: Option<VideoText>,
    /// First paragraph of the body, plain text.
    pub lead: String,
    /// The rest of the body.
    pub body: Html,
}
