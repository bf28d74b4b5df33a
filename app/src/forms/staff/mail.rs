//! POST `/mitarbeit/anfragen/{id}/mail`: a mail that was given up is tried once more or put away.

use crate::context::{Cx, Outcome, PageError, see_other};
use crate::pages::staff::{outbox as page, viewer};
use crate::text::outbox_desk as text;
use backend::outbox::{self, Remedy};
use backend::{BackendError, Id};

/// Value of the button that tries once more.
pub const RETRY: &str = "nochmal";

/// Value of the button that puts it away.
pub const DISCARD: &str = "ablegen";

/// Does it and shows what is left.
pub async fn post(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let request = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let remedy = match cx.form.get("was") {
        DISCARD => Remedy::Discard,
        _ => Remedy::Retry,
    };
    // An id that is none belongs to no mail of the request.
    let mail = Id::parse(cx.form.get("mail")).unwrap_or_else(|| request.clone());
    match outbox::remedy(&cx.app.backend, &viewer, &request, &mail, remedy).await {
        Ok(()) => see_other(cx.href("/postausgang")),
        Err(BackendError::Refused(_)) => page::answer(cx, Some(text::GONE)).await,
        Err(other) => Err(other.into()),
    }
}
