//! The real program for tests: [`Werkbank`] starts the binary that `cargo xtask test` built, on a
//! free port and in a folder of its own, and stops it politely; [`Browser`] asks it over HTTP as a
//! browser without scripts would.
//!
//! Suites run with `cargo xtask test`, which builds the program, starts PostgreSQL and sets
//! `WERKBANK_BIN` and `WERKBANK_TEST_POSTGRES`.
#![expect(clippy::expect_used, reason = "a fixture that fails fails its test")]

mod browser;
mod database;
mod folder;
mod mail;
mod office;
mod proof;
mod state;
mod werkbank;

pub use browser::{Answer, Browser, raw};
pub use database::Database;
pub use folder::{Folder, copy};
pub use mail::MailServer;
pub use office::{Case, Office, Stage};
pub use proof::{Dice, now, prove};
pub use state::State;
pub use werkbank::{Builder, Werkbank, is_long, program, repository};
