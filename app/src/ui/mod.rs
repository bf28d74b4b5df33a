//! Presentational components shared by pages.

pub mod contact;
pub mod contents;
pub mod crumbs;
pub mod exits;
pub mod facts;
pub mod film;
pub mod filters;
pub mod form;
pub mod funding_card;
pub mod goals;
pub mod hit;
pub mod icon;
pub mod keyboard;
pub mod notice;
pub mod outcome;
pub mod pager;
pub mod picture;
pub mod provider_card;
pub mod qr;
pub mod search_form;
pub mod slots;
pub mod story_card;
pub mod work_card;
