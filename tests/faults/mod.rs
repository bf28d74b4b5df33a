//! Power cuts and races, against the real program.

mod kill;
mod races;
