//! What machines read: the JSON interface with its description, the Atom feed, the calendar of the
//! opening hours, the sitemap, and the linked data in pages. All of it is public, says nothing a
//! page does not say, and is kept rendered like a page; but for the calendars of the team, which are
//! for those who hold their address.

pub mod addresses;
pub mod agenda;
pub mod data;
pub mod feed;
pub mod hours;
pub mod linked;
pub mod openapi;
pub mod sitemap;
mod xml;

#[cfg(test)]
mod tests;

use crate::context::{Answer, Outcome, PageError};
use serde::Serialize;

/// A document of type `mime`.
pub(crate) fn document(mime: &'static str, body: String) -> Answer {
    Answer::File { mime, body: body.into_bytes(), name: None }
}

/// A JSON document.
fn json(value: &impl Serialize) -> Outcome {
    let body = serde_json::to_string(value).map_err(|error| {
        PageError::Backend(backend::BackendError::Unreadable(format!("as JSON: {error}")))
    })?;
    Ok(document("application/json", body))
}
