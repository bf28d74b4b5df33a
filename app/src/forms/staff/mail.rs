//! POST `/mitarbeit/anfragen/{id}/mail`: a mail that was given up is tried once more or put away.

use crate::context::{Cx, Outcome, PageError, see_other};
use crate::pages::staff::{outbox as page, viewer};
use crate::text::outbox_desk as text;
use axum::http::StatusCode;
use backend::outbox::{self, Remedy};
use backend::{BackendError, Id, requests};

/// Value of the button that tries once more.
pub const RETRY: &str = "nochmal";

/// Value of the button that puts it away.
pub const DISCARD: &str = "ablegen";

/// Does it and shows what is left.
pub async fn post(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let request = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let remedy = match cx.form.get("was") {
        RETRY => Remedy::Retry,
        DISCARD => Remedy::Discard,
        _ => {
            // Whoever may not see the request learns nothing else about it, either.
            requests::detail(&cx.app.backend, cx.site()?, &viewer, &request).await?;
            return page::answer(cx, StatusCode::UNPROCESSABLE_ENTITY, Some(text::CHOOSE)).await;
        }
    };
    // An id that is none belongs to no mail of the request.
    let mail = Id::parse(cx.form.get("mail")).unwrap_or_else(|| request.clone());
    match outbox::remedy(&cx.app.backend, &viewer, &request, &mail, remedy).await {
        Ok(()) => see_other(cx.href("/postausgang")),
        Err(BackendError::Refused(_)) => {
            page::answer(cx, StatusCode::CONFLICT, Some(text::GONE)).await
        }
        Err(other) => Err(other.into()),
    }
}
