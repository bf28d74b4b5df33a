//! Kiosks: the code that pairs one, how large its screen is, and whether it is missed.

mod health;
mod outage;
mod screen;

pub use health::{MISSED_MINUTES, RUNNING_MINUTES, is_missed};
pub use outage::{Outage, OutageKind, Span, outages};
pub use screen::{DEFAULT_SCALE, MAX_INCHES, MIN_INCHES, Scale, Screen};

/// Minutes for which a pairing code works.
pub const CODE_MINUTES: i64 = 10;
