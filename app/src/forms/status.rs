//! The buttons of a firm's own page. Each is one command; pressed twice it changes nothing more.

use crate::context::{Cx, Outcome, PageError, see_other};
use crate::pages::status::{PROVIDER, RELEASE, REVOKE, href};
use backend::BackendError;
use backend::requests::{self, Request};
use domain::request::ReleaseField;

/// "Ja, das ist meine Anfrage".
pub async fn confirm(cx: Cx) -> Outcome {
    let done = requests::confirm(&cx.app.backend, &cx.content, cx.param(0)).await;
    answer(&cx, done, "bestaetigt")
}

/// Releases one field to one provider, or takes it back.
pub async fn release(cx: Cx) -> Outcome {
    let backend = &cx.app.backend;
    let view = requests::status(backend, cx.param(0)).await?.ok_or(PageError::BadLink)?;
    let provider = cx.form.get(PROVIDER);
    let known = view.providers.iter().find(|known| known.provider == provider);
    let mut fields = known.ok_or(PageError::NotFound)?.released.clone();
    if let Some(field) = ReleaseField::parse(cx.form.get(RELEASE)) {
        fields.push(field);
    }
    if let Some(field) = ReleaseField::parse(cx.form.get(REVOKE)) {
        fields.retain(|released| *released != field);
    }
    let done = requests::release(backend, &cx.content, cx.param(0), provider, &fields).await;
    answer(&cx, done, "freigabe")
}

/// The firm takes its request back.
pub async fn withdraw(cx: Cx) -> Outcome {
    let done = requests::withdraw(&cx.app.backend, &cx.content, cx.param(0)).await;
    answer(&cx, done, "zurueckgezogen")
}

/// Back to the page, which says what was done, or that it was too late.
fn answer(cx: &Cx, done: Result<Option<Request>, BackendError>, did: &str) -> Outcome {
    let did = match done {
        Ok(Some(_)) => did,
        Ok(None) => return Err(PageError::BadLink),
        Err(BackendError::Refused(_)) => "zu-spaet",
        Err(error) => return Err(error.into()),
    };
    see_other(format!("{}?getan={did}", href(cx, "")))
}

#[cfg(test)]
mod tests;
