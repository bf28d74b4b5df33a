//! Whole folders: what loads, what is refused and how it is told.

mod contract;
mod example;
mod faults;
mod films;
pub(crate) mod folder;
mod names;
mod problems;
mod replace;
