//! One mail to staff about what a firm has changed, however many times it changed it: the first
//! change waits for those that follow it.

use super::sql;
use crate::mail::templates::staff;
use crate::requests::request::Event;
use crate::requests::{history, notify};
use crate::{Backend, BackendError, Id, Result, run, transaction};
use domain::Instant;
use domain::content::Content;
use domain::request::{Field, History, MailKind};
use std::sync::Arc;

/// Minutes in which further changes go into the same mail.
pub const BUNDLE_MINUTES: i64 = 10;

/// Tells whoever looks after a request of its changes, once, and forgets addresses that nobody has
/// confirmed in time. Returns how many requests it was about.
pub(in crate::requests) async fn tell_staff(
    backend: &Backend,
    content: &Arc<Content>,
    limit: i64,
) -> Result<usize> {
    let until = backend.now().plus_minutes(-BUNDLE_MINUTES);
    let mut conn = backend.db.read().await?;
    let due = sql::unsaid(&mut conn, until, limit).await?;
    drop(conn);
    let mut told = 0;
    for id in due {
        match tell(backend, content, id.clone(), until).await {
            Ok(done) => told += usize::from(done),
            Err(error) => tracing::error!(request = %id, %error, "job failed"),
        }
    }
    let backend = backend.clone();
    run(async move {
        transaction!(backend.db, |tx| sql::forget_unconfirmed(tx, backend.now()).await)
    })
    .await?;
    Ok(told)
}

async fn tell(backend: &Backend, content: &Arc<Content>, id: Id, until: Instant) -> Result<bool> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let Some(request) = history::lock(tx, &id).await? else { return Ok(false) };
            let Some(site) = content.sites.get(request.site.as_str()) else {
                return Err(BackendError::Unreadable(format!("site {}", request.site)));
            };
            let Some(since) = sql::claim_unsaid(tx, &id, until).await? else { return Ok(false) };
            // Of a request that has ended meanwhile staff was told its end.
            if request.state.is_live() {
                let fields = fields(&history::events(tx, &id).await?, since);
                let letter = |link: &str| staff::amended(site, request.reference, &fields, link);
                let kind = MailKind::StaffAmended;
                notify::staff(tx, &backend, site, &request, kind, letter).await?;
            }
            Ok(true)
        })
    })
    .await
}

/// The fields that changed since then, each once.
fn fields(events: &[Event], since: Instant) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let recent = events.iter().filter(|event| event.at >= since);
    for event in recent.filter(|event| event.event == History::Amended.code()) {
        let codes = event.detail.as_deref().unwrap_or_default().split_whitespace();
        for field in codes.filter_map(Field::parse) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
    }
    fields
}
