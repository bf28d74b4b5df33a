//! Islands: small interactive parts. Every task works without them; each says on its first line
//! what happens then. A bundle contains the islands of its own pages only.

#[cfg(any(feature = "ssr", feature = "public"))]
pub mod draft;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod live_filter;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod shortlist;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod slot_picker;
