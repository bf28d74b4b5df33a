//! Deleting one request.

use super::deletions::{Deletion, Subject};
use super::{Decision, sql};
use crate::requests::Request;
use crate::{Actor, Backend, Result, Tx, audit, meetings, requests};
use domain::content::Content;
use domain::retention::Class;

/// Deletes a locked request with everything that hangs on it: history, releases, meetings, links,
/// mails, what it is found by and the key of its form. What stays is a line in the audit log and
/// one in the list of deletions, the figures, and the neutrality log without the request.
pub(super) async fn erase(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    request: &Request,
    archive: Option<Decision>,
) -> Result<()> {
    let class = Class::of(request.state);
    requests::note_expiry(tx, backend, request).await?;
    meetings::leave_all(tx, backend, content, request).await?;
    requests::forget_shared_words(tx, &request.id).await?;
    let entry = audit::Entry {
        site: &request.site,
        actor: &Actor::System,
        action: "request.deleted",
        subject_kind: "request",
        subject: request.id.as_str(),
        detail: Some(request.state.code()),
    };
    audit::write(tx, backend, entry).await?;
    let deletion = Deletion {
        subject: request.id.clone(),
        kind: Subject::Request,
        class,
        at: backend.now(),
        archive,
    };
    sql::insert_deletion(tx, &deletion).await?;
    sql::delete_request(tx, &request.id).await
}
