//! Keeping to the plan of `content/retention.toml`: once a day what is due is deleted, what the
//! archive has to be asked about waits until it was asked, and what was deleted is written down in
//! ids, so that it can be deleted again after a restore.

mod archive;
mod deletions;
mod due;
mod erase;
mod former;
mod plan;
pub mod register;
mod run;
mod runs;
mod sql;
mod sweep;

pub use archive::{Decision, Offer, decide, exported, offers};
pub use deletions::{Deletion, DeletionFile, Subject, reapply_deletions, write_deletions};
pub use due::{Due, SOON_DAYS, due};
pub use plan::PlanSource;
pub use run::{Outcome, daily, run_now};
pub use runs::{Run, runs};

#[cfg(test)]
mod tests;
