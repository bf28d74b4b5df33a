//! What the files under `content/` say, parsed: facts once, texts per language.

mod catalog;
mod entry;
mod film;
mod funding;
mod html;
mod orders;
mod page;
mod picture;
mod provider;
mod signpost;
mod site;
mod story;

pub use catalog::Content;
pub use entry::{Kind, Localized, Meta, Tested};
pub use film::{Film, Poster, Video, VideoText};
pub use funding::{Funding, FundingKind, FundingText};
pub use html::Html;
pub use page::{Page, PageText};
pub use picture::{Coding, Copies, Picture, PictureSource};
pub use provider::{Adviser, AdviserText, Provider, ProviderText};
pub use signpost::{Signpost, SignpostText, Trend, TrendText};
pub use site::{Closure, Desk, Hours, LegalForm, Operator, Room, Site, SiteText, Term, Weekday};
pub use story::{Gain, Says, Smaller, Story, StoryText, Verdict, WorkCost};
