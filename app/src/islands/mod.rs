//! Islands: small interactive parts. Every task works without them; each says on its first line
//! what happens then. They are drawn on the server but not yet in the browser bundle, which would be
//! over its budget with them.

#[cfg(feature = "ssr")]
pub mod draft;
#[cfg(feature = "ssr")]
pub mod live_filter;
#[cfg(feature = "ssr")]
pub mod shortlist;
#[cfg(feature = "ssr")]
pub mod slot_picker;
