//! Offering requests to the archive before they are deleted, as the archive act of North
//! Rhine-Westphalia demands (§ 10 with § 4): what is due, and the archive's answer.

use super::sql::{self, DueRequest};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, audit, requests, run, transaction};
use domain::codes;
use domain::request::{Reference, RequestKind};
use domain::retention::{Class, Plan};
use jiff::civil::Date;
use serde_json::Value;

codes! {
    /// What the archive said.
    Decision {
        /// It takes the record, which was exported for it.
        Exported = "exported",
        /// It does not want it.
        Waived = "waived",
    }
}

/// A request that is due and has to be offered: no name, no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Row id.
    pub id: Id,
    /// What people call it.
    pub reference: Reference,
    /// What was asked for.
    pub kind: RequestKind,
    /// Its class.
    pub class: Class,
    /// When it came.
    pub created_on: Date,
    /// When it last changed.
    pub changed_on: Date,
    /// The day that was promised.
    pub delete_on: Date,
    /// The archive's answer and its day; `None` if it has to be asked.
    pub answer: Option<(Decision, Date)>,
}

/// Every request of the site that is due and has to be offered, oldest first.
pub async fn offers(backend: &Backend, site: &str) -> Result<Vec<Offer>> {
    let mut conn = backend.db.read().await?;
    let due = sql::due_requests(&mut conn, backend.now()).await?;
    Ok(due.into_iter().filter(|due| to_offer(due, &backend.plan(), site)).map(offer).collect())
}

fn to_offer(due: &DueRequest, plan: &Plan, site: &str) -> bool {
    due.site == site && plan.must_offer(due.class)
}

fn offer(due: DueRequest) -> Offer {
    Offer {
        answer: due.decision.zip(due.answered_on()),
        created_on: due.created_at.day(),
        changed_on: due.changed_at.day(),
        id: due.id,
        reference: due.reference,
        kind: due.kind,
        class: due.class,
        delete_on: due.delete_on,
    }
}

/// Notes the archive's answer about these requests: about all of them or none. The answer that was
/// noted first stays.
///
/// # Errors
/// [`BackendError::Refused`] with `archive_changed` if one of them need not be offered (any more),
/// or there is none.
pub async fn decide(
    backend: &Backend,
    site: &str,
    by: &Actor,
    ids: &[Id],
    decision: Decision,
) -> Result<()> {
    if ids.is_empty() {
        return Err(BackendError::Refused("archive_changed"));
    }
    let (backend, site, by) = (backend.clone(), site.to_owned(), by.clone());
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    run(async move {
        transaction!(backend.db, |tx| {
            for id in &ids {
                decide_one(tx, &backend, &site, &by, id, decision).await?;
            }
            Ok(())
        })
    })
    .await
}

async fn decide_one(
    tx: &mut Tx,
    backend: &Backend,
    site: &str,
    by: &Actor,
    id: &Id,
    decision: Decision,
) -> Result<()> {
    tx.lock("request", id.as_str()).await?;
    let now = backend.now();
    let due = sql::due_request(tx, id, now).await?;
    let due = due.filter(|due| to_offer(due, &backend.plan(), site));
    let due = due.ok_or(BackendError::Refused("archive_changed"))?;
    if due.answered_on().is_some() {
        return Ok(());
    }
    let staff = match by {
        Actor::Staff(staff) => Some(staff),
        _ => None,
    };
    sql::upsert_offer(tx, id, decision, now, staff).await?;
    let action = match decision {
        Decision::Exported => "archive.exported",
        Decision::Waived => "archive.waived",
    };
    note(tx, backend, site, by, action, id).await
}

/// The whole records of the requests of the site that the archive takes and that are still there:
/// until the run of the next day the export can be saved once more. That somebody did is a line in
/// the audit log for each of them.
pub async fn exported(backend: &Backend, site: &str, by: &Actor) -> Result<Vec<Value>> {
    let mut conn = backend.db.read().await?;
    let (mut records, mut taken_out) = (Vec::new(), Vec::new());
    for due in sql::due_requests(&mut conn, backend.now()).await? {
        let taken = due.answered_on().is_some() && due.decision == Some(Decision::Exported);
        if due.site == site && taken {
            records.extend(requests::record_of(&mut conn, &due.id).await?);
            taken_out.push(due.id);
        }
    }
    drop(conn);
    transaction!(backend.db, |tx| {
        for id in &taken_out {
            note(tx, backend, site, by, "archive.saved", id).await?;
        }
        Ok(())
    })?;
    Ok(records)
}

async fn note(
    tx: &mut Tx,
    backend: &Backend,
    site: &str,
    actor: &Actor,
    action: &str,
    request: &Id,
) -> Result<()> {
    let subject = request.as_str();
    let entry =
        audit::Entry { site, actor, action, subject_kind: "request", subject, detail: None };
    audit::write(tx, backend, entry).await
}
