//! Reads the folder `content/`: every file is checked against the contract in
//! `content/README.md`, everything that is wrong is told at once, and readers always see one
//! consistent state.

mod convert;
mod cross;
mod entry;
mod fields;
mod files;
mod film;
mod front_matter;
mod kinds;
mod load;
mod markdown;
mod media;
mod picture;
mod placeholders;
mod plain;
mod problem;
mod reader;
mod retention;
mod store;
mod suggest;
mod toml;
mod values;
mod watch;

#[cfg(test)]
pub(crate) mod tests;

pub use fields::{Field, Shape, Vocabulary};
pub use film::Attachment;
pub use front_matter::MAX_FILE;
pub use kinds::{fields, plain_fields};
pub use load::{Loaded, load};
pub use media::{Media, Photo};
pub(crate) use picture::{Format, MAX_MEMORY, MAX_SIDE};
#[cfg(test)]
pub(crate) use picture::{Header, header};
pub use problem::{At, Problem, Severity, report};
pub use retention::retention_fields;
pub use store::{Reload, Snapshot, Store};
pub use watch::watch;
