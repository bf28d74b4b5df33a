//! Whether a provider gets a place on the wall. A refusal names a published criterion and says in
//! words why it is not met: there are no other reasons.

use super::desk::{Edit, open};
use super::history::{self, Change};
use super::notify;
use super::request::Request;
use crate::mail::templates::listing;
use crate::{Actor, Backend, BackendError, Result, run, transaction};
use domain::content::Content;
use domain::request::{MailKind, Outcome, RequestEvent, RequestKind};
use domain::text::Paragraph;
use std::sync::Arc;

/// What staff decides.
#[derive(Clone, Debug)]
pub enum Listing {
    /// All criteria are met: a visit comes next.
    Accepted,
    /// One is not.
    Refused {
        /// Id of the criterion in the site's file.
        criterion: String,
        /// Why it is not met; the firm reads it.
        reason: Paragraph<2000>,
    },
}

/// Closes the request of a provider with the decision, and writes to the firm.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `request_kind` if it is no request of a provider, `criterion` if the site has no such criterion,
/// `request_state` if nobody confirmed it yet or it has ended.
pub async fn decide_listing(
    backend: &Backend,
    content: &Arc<Content>,
    edit: Edit,
    decision: Listing,
) -> Result<Request> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let request = open(tx, &backend, &edit).await?;
            if request.kind != RequestKind::ProviderListing {
                return Err(BackendError::Refused("request_kind"));
            }
            if request.confirmed_at.is_none() {
                return Err(BackendError::Refused("request_state"));
            }
            let site = content.sites.get(request.site.as_str()).ok_or(BackendError::NotFound)?;
            let (outcome, refusal) = match &decision {
                Listing::Accepted => (Outcome::Listed, None),
                Listing::Refused { criterion, reason } => {
                    let met = site.criteria.iter().find(|known| known.id == *criterion);
                    let criterion = met.ok_or(BackendError::Refused("criterion"))?;
                    (Outcome::NotListed, Some((criterion, reason.as_str())))
                }
            };
            let note = refusal.map(|(criterion, reason)| format!("{} {reason}", criterion.de));
            let actor = Actor::Staff(edit.viewer.staff.clone());
            let change = Change {
                event: RequestEvent::Closed,
                actor: &actor,
                detail: Some(outcome.code()),
                note: note.as_deref(),
            };
            let request = history::apply_to(tx, &backend, &request, change, Some(outcome)).await?;
            let (lang, reference) = (request.lang, request.reference);
            let letter = |link: &str| match refusal {
                None => listing::accepted(site, lang, reference, link),
                Some((criterion, reason)) => {
                    listing::refused(site, lang, reference, criterion.label(lang), reason, link)
                }
            };
            notify::firm(tx, &backend, site, &request, MailKind::ListingDecided, letter).await?;
            Ok(request)
        })
    })
    .await
}
