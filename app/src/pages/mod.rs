//! Pages, one file each: load, then view.

pub mod failure;
pub mod home;
pub mod stories;
pub mod story;
