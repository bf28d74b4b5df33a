//! The program seen over HTTP, without a browser: what every answer carries, what is refused, how
//! it starts and ends.
#![expect(clippy::unwrap_used, reason = "a test that fails")]

mod assisted;
mod bundle;
mod calendar;
mod desk;
mod devices;
#[path = "../faults/mod.rs"]
mod faults;
mod handover;
mod headers;
mod lifecycle;
mod limits;
mod media;
mod open_data;
mod pages;
mod prefetch;
mod ready;
mod retention;
mod rights;
mod search;
mod team;
mod views;
