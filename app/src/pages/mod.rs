//! Pages, one file each: load, then view.

pub mod failure;
pub mod home;
pub mod kiosk;
pub mod order;
pub mod provider;
pub mod staff;
pub mod stories;
pub mod story;
pub mod wall;
