//! Pages, one file each: load, then view.

pub mod address;
pub mod failure;
pub mod funding;
pub mod handover;
pub mod home;
mod home_plain;
pub mod kiosk;
pub mod listing;
pub mod open_data;
pub mod order;
pub mod programme;
pub mod provider;
pub mod request;
pub mod search;
pub mod shortlist;
pub mod signposts;
pub mod slots;
pub mod staff;
pub mod status;
pub mod stories;
pub mod story;
pub mod text_page;
pub mod trend;
pub mod trends;
pub mod visit;
pub mod wall;

#[cfg(test)]
mod tests;
