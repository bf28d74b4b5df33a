//! POST handlers of the desk.

pub mod entry;
pub mod mail;
pub mod meeting;
pub mod request;
pub mod sign_in;

use crate::context::Context;

/// The version the form names. One that names none knows no version that ever was: whoever may see
/// the request is told that it changed meanwhile, everybody else that there is nothing.
fn version(cx: &Context) -> i64 {
    cx.form.get("version").parse().unwrap_or(-1)
}
