//! Pages laid out for the touchscreen: one screen each, read by turning pages, nothing to type.
//! All other pages are the website's own, shown inside the kiosk's frame.

pub mod assisted;
pub mod attract;
pub mod code;
pub mod device;
pub mod measure;
pub mod more;
mod night;
pub mod offline;
pub mod pair;
pub mod parts;
pub mod provider;
pub mod request;
pub mod sheets;
pub mod sign_language;
pub mod start;
pub mod stories;
pub mod story;
pub mod take;
pub mod wall;
