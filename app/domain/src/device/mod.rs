//! Kiosks: the code that pairs one, how large its screen is, and whether it is missed.

mod health;
mod outage;
mod screen;

pub use health::{MISSED_MINUTES, RUNNING_MINUTES, is_missed};
pub use outage::{Outage, OutageKind, Span, outages};
pub use screen::{DEFAULT_SCALE, MAX_INCHES, MIN_INCHES, Scale, Screen};

use crate::request::Reference;
use std::fmt;

/// The code an unpaired kiosk shows and staff types: eight characters as in a [`Reference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PairingCode(Reference);

/// Minutes for which a pairing code works.
pub const CODE_MINUTES: i64 = 10;

impl PairingCode {
    /// The code made of 40 random bits.
    pub fn from_random(random: [u8; 5]) -> PairingCode {
        PairingCode(Reference::from_random(random))
    }

    /// Reads what somebody typed, as forgiving as [`Reference::parse`].
    pub fn parse(typed: &str) -> Option<PairingCode> {
        Reference::parse(typed).map(PairingCode)
    }

    /// The eight characters without a hyphen.
    pub fn plain(self) -> String {
        self.0.stored()
    }
}

impl fmt::Display for PairingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
