//! What staff does with meetings: propose, move, call off, note what came of it.

use super::version;
use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::{request, slots, viewer};
use crate::text::{Msg, desk, joint_desk, meeting_desk as text};
use crate::ui::form::Problem;
use axum::http::StatusCode;
use backend::meetings::{self, By, Claimed, MeetingEdit, NewMeeting};
use backend::requests::Edit;
use backend::{BackendError, Id};
use domain::calendar::Unavailable;
use domain::meeting::{MeetingKind, Slot};
use domain::text::{Line, Paragraph};
use domain::{Instant, Slug};

/// POST `/mitarbeit/anfragen/{id}/termine`.
pub async fn propose(cx: Cx) -> Outcome {
    let loaded = slots::load(&cx).await?;
    let wish = slots::Wish::read(&cx.form, &loaded, &cx);
    let viewer = viewer(&cx)?;
    let request = loaded.detail.request.id.clone();
    let (backend, content, version) = (&cx.app.backend, &cx.content, version(&cx));
    let result = match (times(&cx, wish.minutes), &wish.anew) {
        (Err(code), _) => Err(BackendError::Refused(code)),
        (Ok(times), Some(meeting)) => {
            let edit = MeetingEdit { viewer, request, meeting: meeting.id.clone(), version };
            meetings::repropose(backend, content, edit, times).await
        }
        (Ok(times), None) => {
            let assigned = loaded.detail.request.assigned.clone();
            let host = assigned.unwrap_or_else(|| viewer.staff.clone());
            match new_meeting(&cx, &wish, host, times) {
                Ok(new) => {
                    let edit = Edit { viewer, request, version };
                    meetings::propose(backend, content, edit, new).await
                }
                Err(code) => Err(BackendError::Refused(code)),
            }
        }
    };
    let (problem, status) = match result {
        Ok(Claimed::Done(_)) => {
            return see_other(cx.href(&format!("/anfragen/{}", cx.param(0))));
        }
        Ok(Claimed::Unavailable(which)) => {
            let problem = problem(cx.t(text::IMPOSSIBLE), impossible(&which));
            (problem, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Ok(Claimed::Taken { .. }) => {
            let sentence = cx.t(text::TAKEN_SENTENCE).to_owned();
            (problem(cx.t(text::TAKEN), sentence), StatusCode::CONFLICT)
        }
        Err(BackendError::Refused(code)) => (refusal(&cx, code), StatusCode::UNPROCESSABLE_ENTITY),
        Err(BackendError::Conflict) => {
            return request::answer(cx, Some((StatusCode::CONFLICT, desk::CHANGED))).await;
        }
        Err(other) => return Err(other.into()),
    };
    slots::answer(cx, loaded, wish, vec![problem], status).await
}

/// Which times are impossible, and why.
pub(super) fn impossible(which: &[(Slot, Unavailable)]) -> String {
    let line = |(slot, why): &(Slot, Unavailable)| {
        format!("{}: {}", text::slot(*slot), text::unavailable(why))
    };
    which.iter().map(line).collect::<Vec<_>>().join(". ")
}

/// The ticked times.
fn times(cx: &Context, minutes: u16) -> Result<Vec<Slot>, &'static str> {
    let slot = |start: &str| Slot::new(Instant(start.parse().ok()?), minutes).ok();
    let times: Option<Vec<Slot>> = cx.form.all("zeit").into_iter().map(slot).collect();
    times.ok_or("slot_count")
}

fn new_meeting(
    cx: &Context,
    wish: &slots::Wish,
    host: Id,
    slots: Vec<Slot>,
) -> Result<NewMeeting, &'static str> {
    let provider = match wish.provider.as_str() {
        "" => None,
        id => Some(Slug::parse(id).ok_or("provider_not_listed")?),
    };
    Ok(NewMeeting {
        kind: match &provider {
            _ if !wish.others.is_empty() => MeetingKind::Joint,
            Some(_) => MeetingKind::Introduction,
            None => MeetingKind::Advice,
        },
        place: wish.place,
        place_note: Line::optional(cx.form.get("anderswo")).map_err(|_| "place_note")?,
        provider,
        adviser: host,
        others: wish.others.clone(),
        slots,
        agreed: cx.form.get("vereinbart") == "ja",
    })
}

fn refusal(cx: &Context, code: &str) -> Problem {
    let (short, sentence) = match code {
        "slot_count" | "slot_durations" => (text::COUNT, text::COUNT_SENTENCE),
        "provider_not_proposed" | "provider_not_listed" | "provider_missing" => {
            (text::PROVIDER_FIRST, text::PROVIDER_FIRST_SENTENCE)
        }
        "joint_firms" | "joint_place" => (joint_desk::NOT_THERE, joint_desk::NOT_THERE_SENTENCE),
        _ => (text::NOT_NOW, desk::REFUSED),
    };
    problem(cx.t(short), cx.t(sentence).to_owned())
}

fn problem(short: &str, sentence: String) -> Problem {
    Problem { field: "zeit", short: format!("{short}. {sentence}"), sentence }
}

/// The meeting of the address in the version of the form.
pub(super) fn edit(cx: &Context) -> Result<MeetingEdit, PageError> {
    let id = |index| Id::parse(cx.param(index)).ok_or(PageError::NotFound);
    let (request, meeting, version) = (id(0)?, id(1)?, version(cx));
    Ok(MeetingEdit { viewer: viewer(cx)?, request, meeting, version })
}

async fn settle<T>(cx: Cx, result: Result<T, BackendError>) -> Outcome {
    let problem: (StatusCode, Msg) = match result {
        Ok(_) => return see_other(cx.href(&format!("/anfragen/{}", cx.param(0)))),
        Err(BackendError::Conflict) => (StatusCode::CONFLICT, desk::CHANGED),
        Err(BackendError::Refused(_)) => (StatusCode::UNPROCESSABLE_ENTITY, desk::REFUSED),
        Err(other) => return Err(other.into()),
    };
    request::answer(cx, Some(problem)).await
}

/// POST `…/treffen/{meeting}/absagen`.
pub async fn call_off(cx: Cx) -> Outcome {
    let by = By::Staff(edit(&cx)?);
    let result = match Paragraph::optional(cx.form.get("grund")) {
        Ok(why) => meetings::call_off(&cx.app.backend, &cx.content, by, why).await,
        Err(_) => Err(BackendError::Refused("note")),
    };
    settle(cx, result).await
}

/// POST `…/treffen/{meeting}/verlegen`.
pub async fn move_to(cx: Cx) -> Outcome {
    let edit = edit(&cx)?;
    // No time is one that is long over: nothing can be moved there.
    let start = cx.form.get("neu").parse().map_or(Instant(0), Instant);
    let result = meetings::move_to(&cx.app.backend, &cx.content, edit, start).await;
    let result = match result {
        Ok(Claimed::Done(meeting)) => Ok(meeting),
        Ok(Claimed::Taken { .. }) => {
            return request::answer(cx, Some((StatusCode::CONFLICT, text::MOVE_TAKEN))).await;
        }
        Ok(Claimed::Unavailable(_)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return request::answer(cx, Some((status, text::MOVE_IMPOSSIBLE))).await;
        }
        Err(error) => Err(error),
    };
    settle(cx, result).await
}

/// POST `…/treffen/{meeting}/ergebnis`.
pub async fn note_outcome(cx: Cx) -> Outcome {
    let took_place = cx.form.get("kam") == "ja";
    let result = meetings::note_outcome(&cx.app.backend, edit(&cx)?, took_place).await;
    settle(cx, result).await
}

#[cfg(test)]
mod tests;
