//! What staff does with a request. Every handler calls one use case; a conflict or a refusal shows
//! the request as it is now.

use super::version;
use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::{request::answer, viewer};
use crate::text::{Msg, desk as text};
use axum::http::StatusCode;
use backend::requests::{self, Edit, Listing, Pick, Placed};
use backend::{BackendError, Id};
use domain::Slug;
use domain::request as rules;
use domain::text::Paragraph;

fn request_id(cx: &Context) -> Result<Id, PageError> {
    Id::parse(cx.param(0)).ok_or(PageError::NotFound)
}

fn edit(cx: &Context) -> Result<Edit, PageError> {
    Ok(Edit { viewer: viewer(cx)?, request: request_id(cx)?, version: version(cx) })
}

/// Back to the request, or the request as it is now with what stood in the way.
async fn settle<T>(cx: Cx, result: Result<T, BackendError>, refused: Msg) -> Outcome {
    match result {
        Ok(_) => see_other(cx.href(&format!("/anfragen/{}", cx.param(0)))),
        Err(BackendError::Conflict) => {
            answer(cx, Some((StatusCode::CONFLICT, text::CHANGED))).await
        }
        Err(BackendError::Refused(_)) => {
            answer(cx, Some((StatusCode::UNPROCESSABLE_ENTITY, refused))).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What was typed for colleagues; impossible characters and overlong texts are refused.
fn words(cx: &Context, field: &str) -> Result<Option<Paragraph<2000>>, BackendError> {
    Paragraph::optional(cx.form.get(field)).map_err(|_| BackendError::Refused("note"))
}

/// POST `…/uebernehmen`.
pub async fn take(cx: Cx) -> Outcome {
    let result = requests::take(&cx.app.backend, &cx.content, edit(&cx)?).await;
    settle(cx, result, text::REFUSED).await
}

/// POST `…/abgeben`.
pub async fn hand_over(cx: Cx) -> Outcome {
    let edit = edit(&cx)?;
    let to = match cx.form.get("an") {
        "pool" => Placed::Pool,
        id => Placed::Person(Id::parse(id).ok_or(PageError::NotFound)?),
    };
    let result = match words(&cx, "warum") {
        Ok(note) => requests::hand_over(&cx.app.backend, &cx.content, edit, to, note).await,
        Err(error) => Err(error),
    };
    settle(cx, result, text::REFUSED).await
}

/// POST `…/notiz`.
pub async fn note(cx: Cx) -> Outcome {
    let (viewer, id) = (viewer(&cx)?, request_id(&cx)?);
    let result = match words(&cx, "notiz") {
        Ok(Some(note)) => requests::note(&cx.app.backend, &viewer, &id, &note).await,
        // Nothing written changes nothing; there still has to be such a request.
        Ok(None) => requests::detail(&cx.app.backend, cx.site()?, &viewer, &id).await.map(|_| ()),
        Err(error) => Err(error),
    };
    settle(cx, result, text::REFUSED).await
}

/// POST `…/bestaetigt`.
pub async fn confirm_by_phone(cx: Cx) -> Outcome {
    let result = requests::confirm_by_phone(&cx.app.backend, edit(&cx)?).await;
    settle(cx, result, text::REFUSED).await
}

/// POST `…/behalten`.
pub async fn keep(cx: Cx) -> Outcome {
    let until = cx.now.plus_days(30).day();
    let result = requests::keep_until(&cx.app.backend, edit(&cx)?, until).await;
    settle(cx, result, text::REFUSED).await
}

/// POST `…/abschliessen`.
pub async fn close(cx: Cx) -> Outcome {
    let edit = edit(&cx)?;
    let result = match rules::Outcome::parse(cx.form.get("ergebnis")) {
        Some(outcome) => requests::close(&cx.app.backend, edit, outcome, None).await,
        None => Err(BackendError::Refused("outcome")),
    };
    settle(cx, result, text::REFUSED).await
}

/// POST `…/aufnahme`: a place on the wall, or a refusal with its reason.
pub async fn listing(cx: Cx) -> Outcome {
    let edit = edit(&cx)?;
    let decision = match (cx.form.get("entscheidung"), words(&cx, "begruendung")) {
        ("aufnehmen", _) => Listing::Accepted,
        ("absagen", Ok(Some(reason))) => {
            Listing::Refused { criterion: cx.form.get("bedingung").to_owned(), reason }
        }
        _ => {
            let incomplete = Err::<(), _>(BackendError::Refused("listing"));
            return settle(cx, incomplete, text::LISTING_INCOMPLETE).await;
        }
    };
    let result = requests::decide_listing(&cx.app.backend, &cx.content, edit, decision).await;
    let refused = match &result {
        Err(BackendError::Refused("criterion")) => text::LISTING_INCOMPLETE,
        _ => text::REFUSED,
    };
    settle(cx, result, refused).await
}

/// POST `…/wieder`.
pub async fn reopen(cx: Cx) -> Outcome {
    let result = requests::reopen(&cx.app.backend, edit(&cx)?).await;
    settle(cx, result, text::REFUSED).await
}

/// POST `…/vorschlaege`.
pub async fn propose(cx: Cx) -> Outcome {
    let edit = edit(&cx)?;
    let picks: Option<Vec<Pick>> = cx
        .form
        .all("anbieter")
        .into_iter()
        .map(|id| Slug::parse(id).map(|provider| Pick { provider, why: None }))
        .collect();
    let result = match picks {
        Some(picks) => requests::propose(&cx.app.backend, &cx.content, edit, picks).await,
        None => Err(BackendError::Refused("picks")),
    };
    settle(cx, result, text::PICK_SOME).await
}
