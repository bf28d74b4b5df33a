//! From an HTTP request to a page's `Context`, and from its `Outcome` to an HTTP response.

pub mod answer;
pub mod assets;
pub mod bundle;
mod by_size;
pub mod csrf;
pub mod failure;
pub mod fields;
pub mod file;
pub mod headers;
pub mod health;
pub mod media;
pub mod negotiate;
pub mod network;
pub mod page_cache;
pub mod prefetch;
pub mod range;
pub mod ready;
pub mod request;
pub mod stream;
pub mod views;
