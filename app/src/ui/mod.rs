//! Presentational components shared by pages.

pub mod exits;
pub mod form;
pub mod icon;
pub mod picture;
pub mod provider_card;
pub mod qr;
pub mod story_card;
pub mod work_card;
