//! What runs did, for the desk.

use super::sql;
use crate::{Backend, Result};
use domain::Instant;
use domain::retention::Class;
use jiff::civil::Date;

/// A run of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it began.
    pub started: Instant,
    /// When it ended; `None` while it goes on, or if its server died.
    pub finished: Option<Instant>,
    /// Whether it was the run of its day; else somebody asked for it.
    pub daily: bool,
    /// How many rows of each class were deleted, and the day of the oldest.
    pub counts: Vec<(Class, i64, Option<Date>)>,
}

/// The last runs, newest first.
pub async fn runs(backend: &Backend, limit: i64) -> Result<Vec<Run>> {
    let mut conn = backend.db.read().await?;
    sql::runs(&mut conn, limit).await
}
