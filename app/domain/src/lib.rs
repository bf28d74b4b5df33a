//! Types and rules of the Digitale Werkbank: what a story, a provider, a request and a meeting
//! are, and what may happen to them. No I/O, no clock, no framework: everything that varies is
//! an argument, so every rule can be tested alone.

pub mod band;
pub mod calendar;
pub mod content;
pub mod days;
pub mod device;
pub mod handover;
pub mod id;
pub mod lang;
pub mod matching;
pub mod meeting;
pub mod order;
pub mod outcome;
pub mod plain;
pub mod request;
pub mod retention;
pub mod routing;
#[cfg(any(test, feature = "sample"))]
pub mod sample;
pub mod spoken;
pub mod staff;
pub mod text;
pub mod time;
pub mod when;

pub use band::{FirmSize, MonthlyBand, OnceBand, OwnTime};
pub use id::Slug;
pub use lang::{Lang, Place, Surface};
pub use time::Instant;
