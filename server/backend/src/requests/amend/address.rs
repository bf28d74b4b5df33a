//! Another address for mails. It counts once somebody has opened the link in a mail to it and
//! pressed the button there; until then everything goes on at the old one.
//!
//! The links in all mails before, which are in a mailbox that the firm has left, end at that moment.
//! Whoever changes the address gets a fresh one by pressing the button and another by mail, so that
//! nobody who still reads the old mailbox reads the firm's page, and nobody is locked out. Where an
//! address is given up and none takes its place, the links stay: they are the firm's only way to its
//! page, and it has opened one of them just now.

use super::{note_fields, say_goodbye, sql};
use crate::mail::templates::firm;
use crate::outbox::{self, Enqueued, Mail};
use crate::requests::request::Request;
use crate::requests::{history, notify};
use crate::tokens::{self, Purpose};
use crate::{Actor, Backend, BackendError, Conn, Id, Result, Tx, meetings, run, transaction};
use domain::content::{Content, Site};
use domain::request::{Field, History, MailKind, Reference, RequestState};
use domain::text::Email;
use domain::{Instant, Place};
use serde_json::{Value, json};
use std::sync::Arc;

/// What the page behind the link in a mail to a new address shows: nothing but what its reader knows
/// already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressView {
    /// What people call the request.
    pub reference: Reference,
    /// The address.
    pub email: String,
    /// Whether it counts already.
    pub confirmed: bool,
}

/// The page behind a link; `None` if the link leads nowhere, has ended, or another address was named
/// since.
pub async fn address(backend: &Backend, secret: &str) -> Result<Option<AddressView>> {
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::SmeAddress, secret, backend.now()).await?;
    let found = match bearer {
        Some(bearer) => behind(&mut conn, &bearer).await?,
        None => None,
    };
    Ok(found.map(|(request, change)| AddressView {
        reference: request.reference,
        confirmed: change.confirmed_at.is_some(),
        email: change.email,
    }))
}

/// The new address counts from now on. Returns the address of the firm's page with a fresh link.
/// Pressing again changes nothing more. `None` if the link leads nowhere (any more).
///
/// # Errors
/// [`BackendError::Refused`] with `request_state` after the end of the request.
pub async fn confirm_address(
    backend: &Backend,
    content: &Arc<Content>,
    secret: &str,
) -> Result<Option<String>> {
    let (backend, content, secret) = (backend.clone(), Arc::clone(content), secret.to_owned());
    run(async move {
        transaction!(backend.db, |tx| {
            let now = backend.now();
            let bearer = tokens::redeem(tx, Purpose::SmeAddress, &secret, now).await?;
            let Some(bearer) = bearer else { return Ok(None) };
            let Some(id) = bearer.id() else { return Ok(None) };
            let Some(_) = meetings::lock_with_companions(tx, &id).await? else { return Ok(None) };
            let Some((request, change)) = behind(tx, &bearer).await? else { return Ok(None) };
            if change.confirmed_at.is_none() {
                let site =
                    content.sites.get(request.site.as_str()).ok_or(BackendError::NotFound)?;
                take_over(tx, &backend, &content, site, &request, &change.email).await?;
            }
            let purpose = Purpose::SmeStatus;
            let secret = tokens::mint(tx, &backend, purpose, request.id.as_str(), None).await?;
            Ok(Some(Place::web(request.lang).href(&format!("/status/{secret}"))))
        })
    })
    .await
}

/// The request and the change that a link is about, if that is still its latest.
async fn behind(
    conn: &mut Conn,
    bearer: &tokens::Bearer,
) -> Result<Option<(Request, sql::ChangeRow)>> {
    let Some(id) = bearer.id() else { return Ok(None) };
    let Some(request) = crate::requests::sql::find(conn, &id).await? else { return Ok(None) };
    let change = sql::change(conn, &id).await?;
    let change = change.filter(|change| bearer.party.as_deref() == Some(change.id.as_str()));
    Ok(change.map(|change| (request, change)))
}

/// Begins or ends a change of address as the firm's answer demands, and says whether a mail asks for
/// confirmation now.
pub(super) async fn replace(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
    wanted: Option<&Email>,
) -> Result<bool> {
    sql::forget_change(tx, &request.id).await?;
    match wanted {
        Some(email) if Some(email.as_str()) != request.email.as_deref() => {
            ask(tx, backend, site, request, email).await?;
            Ok(true)
        }
        Some(_) => Ok(false),
        None => {
            if request.email.is_some() {
                say_goodbye(tx, backend, site, request).await?;
                note(tx, backend, &request.id, History::AddressChanged, Some("none")).await?;
            }
            Ok(false)
        }
    }
}

async fn ask(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
    email: &Email,
) -> Result<()> {
    let (change, now, lang) = (backend.id(), backend.now(), request.mail_lang());
    let (subject, party) = (request.id.as_str(), Some(change.as_str()));
    let secret = tokens::mint(tx, backend, Purpose::SmeAddress, subject, party).await?;
    let link = backend.link(&Place::web(request.lang).href(&format!("/adresse/{secret}")));
    let mail = Mail {
        kind: MailKind::AddressConfirm,
        request: Some(request.id.clone()),
        from: notify::sender(site, lang),
        to: email.clone(),
        letter: firm::confirm_address(site, lang, request.reference, &link),
        calendar: None,
        // Somebody typed it and nobody has confirmed it: a stranger's mailbox has a limit.
        unconfirmed: true,
    };
    if outbox::enqueue(tx, backend, mail).await? == Enqueued::OverQuota {
        return Err(BackendError::Refused("mail_quota"));
    }
    let ends = now.plus_days(tokens::ADDRESS_DAYS);
    sql::insert_change(tx, &request.id, &change, email, now, ends).await?;
    note(tx, backend, &request.id, History::AddressAsked, None).await
}

async fn take_over(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    site: &Site,
    request: &Request,
    email: &str,
) -> Result<()> {
    if !request.state.is_live() {
        return Err(BackendError::Refused("request_state"));
    }
    let now = backend.now();
    say_goodbye(tx, backend, site, request).await?;
    sql::write_address(tx, request, email, now).await?;
    tokens::expire(tx, Purpose::SmeStatus, request.id.as_str(), None, now).await?;
    note_fields(tx, backend, request, &[Field::Email]).await?;
    note(tx, backend, &request.id, History::AddressChanged, Some("other")).await?;
    if request.state != RequestState::Unconfirmed {
        sql::note_unsaid(tx, &request.id, now).await?;
    }
    let request = crate::requests::sql::find(tx, &request.id).await?;
    let request = request.ok_or(BackendError::NotFound)?;
    let (lang, reference) = (request.mail_lang(), request.reference);
    let letter = |link: &str| firm::address_changed(site, lang, reference, link);
    notify::firm(tx, backend, site, &request, MailKind::AddressChanged, letter).await?;
    meetings::send_again(tx, backend, content, &request).await
}

async fn note(
    tx: &mut Tx,
    backend: &Backend,
    request: &Id,
    line: History,
    detail: Option<&str>,
) -> Result<()> {
    history::note(tx, backend, request, line.code(), &Actor::Sme, detail, None).await
}

/// What is stored about a change of address, for the person it is about; null if there is none.
pub(in crate::requests) async fn record(
    conn: &mut Conn,
    request: &Id,
    moment: fn(Instant) -> String,
) -> Result<Value> {
    Ok(sql::change(conn, request).await?.map_or(Value::Null, |change| {
        json!({
            "email": change.email,
            "asked_at": moment(Instant(change.asked_at)),
            "ends_at": moment(Instant(change.ends_at)),
            "confirmed_at": change.confirmed_at.map(|at| moment(Instant(at))),
        })
    }))
}
