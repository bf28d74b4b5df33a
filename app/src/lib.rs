//! Everything a person sees in the browser: pages, forms, components and islands.
//!
//! Pages and forms are rendered on the server (feature `ssr`); the islands alone are also compiled
//! for the browser (features `public` and `desk`, one bundle each). Only this file and the lists of
//! modules in `text/mod.rs` and `islands/mod.rs` contain `cfg(feature)`.

pub mod islands;
pub mod text;

#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod facet;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod open;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod state;
#[cfg(feature = "ssr")]
pub mod ui;

#[cfg(all(test, feature = "ssr"))]
mod test_desk;
#[cfg(all(test, feature = "ssr"))]
mod test_site;
#[cfg(all(test, feature = "ssr"))]
mod testing;
