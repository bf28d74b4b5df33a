//! POST handlers of the desk.

pub mod absence;
pub mod account;
pub mod archive;
pub mod device;
pub mod entry;
pub mod feed;
pub mod kiosk_entry;
pub mod mail;
pub mod meeting;
pub mod member;
pub mod outcome;
pub mod rearrange;
pub mod request;
pub mod seat;
pub mod sign_in;

#[cfg(test)]
mod tests;

use crate::context::Context;
use crate::text::{Msg, team as text};
use crate::ui::form::Problem;
use domain::days::{DayError, Edge};

/// The version the form names. One that names none knows no version that ever was: whoever may see
/// the request is told that it changed meanwhile, everybody else that there is nothing.
fn version(cx: &Context) -> i64 {
    cx.form.get("version").parse().unwrap_or(-1)
}

/// What is wrong with days that were typed; `fields` are names and labels of the first and the last.
fn day_problems(
    cx: &Context,
    errors: Vec<(Edge, DayError)>,
    fields: [(&'static str, Msg); 2],
) -> Vec<Problem> {
    let problem = |(edge, error): (Edge, DayError)| {
        let [from, until] = fields;
        let (field, label) = if edge == Edge::From { from } else { until };
        let short = format!("{}: {}", cx.t(label), text::day_short(error));
        Problem { field, short, sentence: text::day_sentence(error).to_owned() }
    };
    errors.into_iter().map(problem).collect()
}
