//! What the firm, the provider and the desk see of meetings.

use super::{Meeting, load};
use crate::requests::{self, ProviderView, Viewer};
use crate::tokens::{self, Purpose};
use crate::{Backend, Id, Result};
use domain::meeting::Party;

/// The firm's meetings behind its status link, newest first; `None` if the link leads nowhere.
pub async fn firm_meetings(backend: &Backend, secret: &str) -> Result<Option<Vec<Meeting>>> {
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::SmeStatus, secret, backend.now()).await?;
    let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(None) };
    let meetings = load::of_request(&mut conn, &id).await?;
    let seen = |meeting: Meeting| meeting.seen_by(Party::Sme, id.as_str());
    Ok(Some(meetings.into_iter().map(seen).collect()))
}

/// What a provider's page shows.
#[derive(Clone, Debug)]
pub struct ProviderPage {
    /// Which provider.
    pub provider: String,
    /// An anonymous summary of the request, and what the firm released to this provider.
    pub request: ProviderView,
    /// The meetings of the two, newest first.
    pub meetings: Vec<Meeting>,
}

/// The provider's page behind its link; `None` if the link leads nowhere.
pub async fn provider_page(backend: &Backend, secret: &str) -> Result<Option<ProviderPage>> {
    let mut conn = backend.db.read().await?;
    let now = backend.now();
    let bearer = tokens::look_up(&mut conn, Purpose::ProviderMeeting, secret, now).await?;
    let Some(bearer) = bearer else { return Ok(None) };
    let (Some(id), Some(provider)) = (bearer.id(), bearer.party) else { return Ok(None) };
    let view = requests::provider_view(&mut conn, &id, &provider).await?;
    let Some(request) = view else { return Ok(None) };
    let meetings = load::of_request(&mut conn, &id).await?;
    let meetings = meetings
        .into_iter()
        .filter(|meeting| meeting.provider.as_deref() == Some(provider.as_str()))
        .map(|meeting| meeting.seen_by(Party::Provider, &provider))
        .collect();
    Ok(Some(ProviderPage { provider, request, meetings }))
}

/// The meetings of a request for the desk, newest first.
///
/// # Errors
/// [`BackendError::NotFound`](crate::BackendError::NotFound) if the viewer may not see the
/// request.
pub async fn of_request(backend: &Backend, viewer: &Viewer, request: &Id) -> Result<Vec<Meeting>> {
    let mut conn = backend.db.read().await?;
    load::visible(&mut conn, viewer, request, backend.now().day()).await?;
    load::of_request(&mut conn, request).await
}
