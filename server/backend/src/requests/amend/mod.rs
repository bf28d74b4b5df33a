//! The firm puts right what it has told about itself and its plan. What is wrong with an answer is
//! found out before; here it is stored, noted by field, and told to whoever looks after the request.

mod address;
mod notice;
mod sql;

pub(super) use address::record;
pub use address::{AddressView, address, confirm_address};
pub use notice::BUNDLE_MINUTES;
pub(super) use notice::tell_staff;

use super::history;
use super::request::Request;
use super::{by_link, notify, submit};
use crate::mail::templates::firm;
use crate::tokens::{self, Purpose};
use crate::{Actor, Backend, BackendError, Conn, Result, Tx, audit, run, transaction};
use domain::content::{Content, Site};
use domain::request::{
    ContactBy, Details, Field, History, MailKind, RequestForm, RequestState, Stated,
};
use domain::text::Phone;
use jiff::civil::Date;
use std::sync::Arc;

/// A request as its firm finds it in the form.
#[derive(Clone, Debug)]
pub struct Own {
    /// The request.
    pub request: Request,
    /// The answers as the form shows them; the address is the one that waits to be confirmed, if
    /// there is one.
    pub form: RequestForm,
    /// The address that waits to be confirmed.
    pub waiting: Option<String>,
    /// Names of providers that some answer is released to.
    pub released_to: Vec<String>,
}

impl Own {
    /// Whether anything can be changed: not after the end.
    pub fn can_amend(&self) -> bool {
        self.request.state.is_live()
    }

    /// Names these answers, so that a form can say which ones it was filled in over. Unlike the
    /// request's version it stays the same when staff does something else meanwhile.
    pub fn seen(&self) -> String {
        seen(&self.form)
    }
}

fn seen(form: &RequestForm) -> String {
    // A day that is no day of the form: answers are the same whenever they were given.
    submit::FormKey::of_answers(form, Date::ZERO).as_str().to_owned()
}

/// New answers, and which ones they were typed over.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// [`Own::seen`] of the form.
    pub seen: String,
    /// The answers.
    pub details: Details,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amended {
    /// Everything was so already; nothing happened.
    Same,
    /// Stored.
    Saved,
    /// Stored, but for the address: a mail went there, and it counts once somebody has pressed the
    /// button behind its link.
    AddressAsked,
}

/// The answers behind a firm's link; `None` if the link leads nowhere.
pub async fn own(backend: &Backend, secret: &str) -> Result<Option<Own>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::SmeStatus, secret, now).await?;
    let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(None) };
    match super::sql::find(&mut conn, &id).await? {
        Some(request) => load(&mut conn, backend, request).await.map(Some),
        None => Ok(None),
    }
}

async fn load(conn: &mut Conn, backend: &Backend, request: Request) -> Result<Own> {
    let waiting = sql::waiting(conn, &request.id, backend.now()).await?.map(|(_, email)| email);
    let form = Stated {
        firm: request.firm.as_deref(),
        person: &request.person,
        email: waiting.as_deref().or(request.email.as_deref()),
        phone: request.phone.as_deref(),
        contact_by: request.contact_by.code(),
        message: request.message.as_deref(),
        goals: &request.goals,
        budget: request.budget,
        sector: request.sector.as_deref(),
        district: request.district.as_deref(),
        size: request.size,
    }
    .form(request.kind);
    let providers = super::providers::of(conn, &request.id).await?;
    let released = providers.into_iter().filter(|provider| !provider.released.is_empty());
    let released_to = released.map(|provider| provider.provider).collect();
    Ok(Own { request, form, waiting, released_to })
}

/// Stores what the firm has put right. The same answers once more change nothing. A new address
/// counts only once it is confirmed there. `None` if the link leads nowhere.
///
/// # Errors
/// [`BackendError::Conflict`] if the answers are others than those it was typed over;
/// [`BackendError::Refused`] with `request_state` after the end, with `mail_quota` if a new address
/// has had its share of mails today. Nothing is stored then.
pub async fn amend(
    backend: &Backend,
    content: &Arc<Content>,
    secret: &str,
    amendment: Amendment,
) -> Result<Option<Amended>> {
    let (backend, content, secret) = (backend.clone(), Arc::clone(content), secret.to_owned());
    run(async move {
        transaction!(backend.db, |tx| {
            let Some(request) = by_link(tx, &backend, &secret).await? else { return Ok(None) };
            let site = content.sites.get(request.site.as_str()).ok_or(BackendError::NotFound)?;
            let own = load(tx, &backend, request).await?;
            store(tx, &backend, site, &own, &amendment).await.map(Some)
        })
    })
    .await
}

async fn store(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    own: &Own,
    amendment: &Amendment,
) -> Result<Amended> {
    let (request, details) = (&own.request, &amendment.details);
    if !own.can_amend() {
        return Err(BackendError::Refused("request_state"));
    }
    let form = details.form(request.kind);
    let mut changed = own.form.differences(&form, Details::fields(request.kind));
    if changed.is_empty() {
        return Ok(Amended::Same);
    }
    if amendment.seen != own.seen() {
        return Err(BackendError::Conflict);
    }
    let asked = changed.contains(&Field::Email)
        && address::replace(tx, backend, site, request, details.contact.email.as_ref()).await?;
    if asked || (own.waiting.is_some() && form.get(Field::Email) == stored_email(request)) {
        // The address itself stays as it is, for now or because a change of it was taken back.
        changed.retain(|field| *field != Field::Email);
    }
    if !changed.is_empty() {
        write(tx, backend, request, details, &changed).await?;
    }
    Ok(if asked { Amended::AddressAsked } else { Amended::Saved })
}

fn stored_email(request: &Request) -> &str {
    request.email.as_deref().unwrap_or_default()
}

async fn write(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    details: &Details,
    changed: &[Field],
) -> Result<()> {
    let now = backend.now();
    let moved = |field: Field| changed.contains(&field);
    let reason = request.reason.after_change(moved(Field::District), moved(Field::Sector));
    // An address that is given up goes at once; a new one is written when it is confirmed. Until
    // then the number stays that would be the only way to reach the firm.
    let email = if details.contact.email.is_none() { None } else { request.email.as_deref() };
    let phone = details.contact.phone.as_ref().map(Phone::as_str);
    let phone = phone.or_else(|| request.phone.as_deref().filter(|_| email.is_none()));
    let by = if email.is_none() { ContactBy::Phone } else { details.contact.by };
    let new = sql::New { details, email, phone, by, reason };
    sql::write(tx, request, &new, now).await?;
    note_fields(tx, backend, request, changed).await?;
    if request.state != RequestState::Unconfirmed {
        sql::note_unsaid(tx, &request.id, now).await?;
    }
    Ok(())
}

/// Writes into history and audit log which answers changed, never what they were or are.
async fn note_fields(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    changed: &[Field],
) -> Result<()> {
    let fields: Vec<&str> = changed.iter().map(|field| field.code()).collect();
    let fields = fields.join(" ");
    let code = History::Amended.code();
    history::note(tx, backend, &request.id, code, &Actor::Sme, Some(&fields), None).await?;
    let entry = audit::Entry {
        site: &request.site,
        actor: &Actor::Sme,
        action: "request.amended",
        subject_kind: "request",
        subject: request.id.as_str(),
        detail: Some(&fields),
    };
    audit::write(tx, backend, entry).await
}

/// Says at an address that no more mails come there. It carries no link: whoever reads there now may
/// not be the firm any more.
async fn say_goodbye(tx: &mut Tx, backend: &Backend, site: &Site, request: &Request) -> Result<()> {
    let Some(to) = request.mailbox() else { return Ok(()) };
    let lang = request.mail_lang();
    let mail = crate::outbox::Mail {
        kind: MailKind::AddressLeft,
        request: Some(request.id.clone()),
        from: notify::sender(site, lang),
        to,
        letter: firm::address_left(site, lang, request.reference),
        calendar: None,
        unconfirmed: request.confirmed_at.is_none(),
    };
    crate::outbox::enqueue(tx, backend, mail).await.map(|_| ())
}
