//! `/status/{token}/daten`: everything that is stored about the request, as one file to save. Asking
//! for it changes nothing.

use crate::context::{Answer, Cx, Outcome, PageError};
use backend::{BackendError, requests};

/// The file.
pub async fn file(cx: Cx) -> Outcome {
    let found = requests::own_record(&cx.app.backend, cx.param(0)).await?;
    let (reference, record) = found.ok_or(PageError::BadLink)?;
    let body = serde_json::to_vec_pretty(&record).map_err(|error| {
        PageError::Backend(BackendError::Unreadable(format!("as JSON: {error}")))
    })?;
    let name = Some(format!("{}-{reference}.json", cx.lang().pick("anfrage", "request")));
    Ok(Answer::File { mime: "application/json", body, name })
}
