//! Another place or another host for a meeting.

use super::meeting::{edit, impossible};
use crate::context::{Cx, Outcome, see_other};
use crate::pages::staff::rearrange::{HOST, NOTE, PLACE, back, show};
use crate::pages::staff::{Returned, problem};
use crate::text::{desk, form as form_text, meeting_desk as text};
use crate::ui::form::Problem;
use backend::meetings::{self, Claimed, Setting};
use backend::{BackendError, Id};
use domain::Lang;
use domain::meeting::MeetingPlace;
use domain::text::Line;

/// POST `…/treffen/{meeting}/aendern`.
pub async fn post(cx: Cx) -> Outcome {
    let edit = edit(&cx)?;
    let new = match read(&cx) {
        Ok(new) => new,
        Err(problems) => return show(cx, Returned::wrong(problems)).await,
    };
    let there = back(&cx, &edit.request, &edit.meeting);
    let returned = match meetings::rearrange(&cx.app.backend, &cx.content, edit, new).await {
        Ok(Claimed::Done(_)) => return see_other(there),
        Ok(Claimed::Unavailable(which)) => {
            let short = cx.t(text::IMPOSSIBLE_THERE);
            Returned::wrong(vec![problem(PLACE, short, &impossible(&which))])
        }
        Ok(Claimed::Taken { .. }) => {
            let (short, sentence) = (cx.t(text::TAKEN_THERE), cx.t(text::TAKEN_THERE_SENTENCE));
            let mut taken = Returned::wrong(vec![problem(HOST, short, sentence)]);
            taken.status = axum::http::StatusCode::CONFLICT;
            taken
        }
        Err(BackendError::Refused("no_such_adviser")) => Returned::wrong(vec![nobody(&cx)]),
        Err(BackendError::Conflict) => {
            Returned::conflict(problem(PLACE, cx.t(text::MEETING_CHANGED), cx.t(desk::CHANGED)))
        }
        Err(BackendError::Refused(_)) => {
            Returned::conflict(problem(PLACE, cx.t(text::NOT_NOW), cx.t(desk::REFUSED)))
        }
        Err(other) => return Err(other.into()),
    };
    show(cx, returned).await
}

fn nobody(cx: &Cx) -> Problem {
    problem(HOST, cx.t(text::NO_HOST), cx.t(text::NO_HOST_SENTENCE))
}

fn read(cx: &Cx) -> Result<Setting, Vec<Problem>> {
    let mut problems = Vec::new();
    let place = MeetingPlace::parse(cx.form.get(PLACE));
    if place.is_none() {
        problems.push(problem(PLACE, cx.t(text::WHERE), cx.t(form_text::PLEASE_CHOOSE)));
    }
    let note = Line::optional(cx.form.get(NOTE)).unwrap_or_else(|error| {
        let short = format!("{}: {}", cx.t(text::ELSEWHERE), form_text::short(Lang::De, error));
        problems.push(problem(NOTE, &short, &form_text::sentence(Lang::De, error)));
        None
    });
    let adviser = Id::parse(cx.form.get(HOST));
    if adviser.is_none() {
        problems.push(nobody(cx));
    }
    match (place, adviser) {
        (Some(place), Some(adviser)) if problems.is_empty() => {
            // The room needs no words: what was typed for another place is left behind.
            let place_note = note.filter(|_| place != MeetingPlace::Room);
            Ok(Setting { place, place_note, adviser })
        }
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests;
