//! Islands: small interactive parts. Every task works without them; each says on its first line
//! what happens then.

#[cfg(any(feature = "ssr", feature = "public"))]
mod dom;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod draft;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod live_filter;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod shortlist;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod slot_picker;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod suggest;
