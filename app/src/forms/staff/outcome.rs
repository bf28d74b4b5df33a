//! What staff makes of the answers after a meeting: stories and lessons, and the draft of a story.

use crate::context::{Answer, Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::{admit, request, viewer};
use crate::text::outcome_desk as text;
use axum::http::StatusCode;
use backend::{BackendError, Id, outcomes};
use domain::outcome::ProposalState;
use domain::text::Paragraph;

/// Name of the field with what becomes of a story proposal.
pub const STATE: &str = "stand";
/// Name of the field with what is to be learned.
pub const WORDS: &str = "lehre";

fn request_id(cx: &Context) -> Result<Id, PageError> {
    Id::parse(cx.param(0)).ok_or(PageError::NotFound)
}

async fn settle(cx: Cx, result: Result<(), BackendError>) -> Outcome {
    match result {
        Ok(()) => see_other(cx.href(&format!("/anfragen/{}", cx.param(0)))),
        Err(BackendError::Refused(_)) => {
            let refused = Some((StatusCode::UNPROCESSABLE_ENTITY, text::REFUSED));
            request::answer(cx, refused).await
        }
        Err(other) => Err(other.into()),
    }
}

/// POST `/mitarbeit/anfragen/{id}/geschichte`: somebody writes it, or it is put aside.
pub async fn decide(cx: Cx) -> Outcome {
    let (viewer, id) = (viewer(&cx)?, request_id(&cx)?);
    let result = match ProposalState::parse(cx.form.get(STATE)) {
        Some(state) => outcomes::decide_story(&cx.app.backend, &viewer, &id, state).await,
        // Nothing chosen changes nothing; there still has to be such a request.
        None => outcomes::of_request(&cx.app.backend, &viewer, &id).await.map(|_| ()),
    };
    settle(cx, result).await
}

/// GET `/mitarbeit/anfragen/{id}/geschichte`: the draft as a file.
pub async fn draft(cx: Cx) -> Outcome {
    let (viewer, id) = (viewer(&cx)?, request_id(&cx)?);
    let draft = outcomes::draft(&cx.app.backend, &cx.content, &viewer, &id).await?;
    let name = Some(format!("geschichte-{}.md", draft.reference));
    let body = draft.markdown.into_bytes();
    Ok(Answer::File { mime: "text/markdown; charset=utf-8", body, name })
}

/// POST `/mitarbeit/anfragen/{id}/lehre`: what is to be learned; no words take it back.
pub async fn learn(cx: Cx) -> Outcome {
    let (viewer, id) = (viewer(&cx)?, request_id(&cx)?);
    let result = match Paragraph::optional(cx.form.get(WORDS)) {
        Ok(words) => outcomes::write_lesson(&cx.app.backend, &viewer, &id, words).await,
        Err(_) => Err(BackendError::Refused("lesson")),
    };
    settle(cx, result).await
}

/// POST `/mitarbeit/ergebnisse/lehre`: removes a lesson that should not be there.
pub async fn forget(cx: Cx) -> Outcome {
    let site = admit(&cx)?.site_id().to_owned();
    if let Some(lesson) = Id::parse(cx.form.get(WORDS)) {
        outcomes::remove_lesson(&cx.app.backend, &site, &lesson).await?;
        return see_other(cx.href("/ergebnisse?getan=entfernt"));
    }
    see_other(cx.href("/ergebnisse"))
}

#[cfg(test)]
mod tests;
