//! Sending a request: once, whatever the network does.

use super::history;
use super::request::Request;
use super::{notify, providers, sql};
use crate::mail::templates::{firm, staff};
use crate::outbox::Enqueued;
use crate::routing::{self, Placement};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::content::{Content, Site};
use domain::request::{History, MailKind, NewRequest, Reference, RequestForm, RequestState};
use domain::{Instant, Slug, Surface};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// Names one filled-in form, so that sending it twice makes one request. Minted in the answer to
/// step 1 and carried along in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormKey(String);

impl FormKey {
    /// A new key.
    pub fn mint(backend: &Backend) -> FormKey {
        let token = backend.entropy.token();
        FormKey(data_encoding::BASE64URL_NOPAD.encode(&token[..18]))
    }

    /// The key of a form of one step, which has no earlier answer to carry one: the same answers
    /// on the same day are the same request.
    pub fn of_answers(form: &RequestForm, day: Date) -> FormKey {
        let mut hash = Sha256::new_with_prefix(day.to_string());
        for (name, value) in form.pairs() {
            hash.update(format!("\n{name}={}:{value}", value.len()));
        }
        FormKey(data_encoding::BASE64URL_NOPAD.encode(&hash.finalize()[..18]))
    }

    /// The key a form carries; `None` if it is not one of ours.
    pub fn parse(typed: &str) -> Option<FormKey> {
        let fits = typed.len() == 24
            && typed.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        fits.then(|| FormKey(typed.to_owned()))
    }

    /// The key for the form's hidden field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A request on its way in.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The site that is asked.
    pub site: Slug,
    /// What was parsed from the form.
    pub new: NewRequest,
    /// The form's key.
    pub key: FormKey,
    /// Where the form was shown.
    pub surface: Surface,
    /// Who entered it, if staff did.
    pub by: Option<Id>,
}

/// What became of the confirmation mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmationMail {
    /// On its way.
    Sent,
    /// There is no address; staff will call.
    NoAddress,
    /// The address has had too many mails today; staff sees the request and will call.
    OverQuota,
}

/// A request that is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// Row id.
    pub id: Id,
    /// What people call it.
    pub reference: Reference,
    /// Whether the same form had been sent before; nothing happened this time.
    pub repeated: bool,
    /// The confirmation mail; of a repetition `Sent`.
    pub mail: ConfirmationMail,
    /// Who looks after it.
    pub assigned: Option<Id>,
    /// The desk it went to.
    pub desk: Option<String>,
}

/// What `sql::insert` writes.
pub(super) struct Row<'a> {
    pub id: &'a Id,
    pub site: &'a str,
    pub reference: Reference,
    pub key: &'a str,
    pub request: &'a NewRequest,
    pub placement: &'a Placement,
    pub state: RequestState,
    pub confirmed_by: Option<&'static str>,
    pub now: Instant,
    pub delete_on: Date,
}

/// Stores a request, routes it and queues its mails, in one transaction.
///
/// # Errors
/// [`BackendError::NotFound`] without such a site.
pub async fn submit(
    backend: &Backend,
    content: &Arc<Content>,
    submission: Submission,
) -> Result<Submitted> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        let site = content.sites.get(&submission.site).ok_or(BackendError::NotFound)?;
        transaction!(backend.db, |tx| submit_once(tx, &backend, site, &submission).await)
    })
    .await
}

async fn submit_once(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    submission: &Submission,
) -> Result<Submitted> {
    tx.lock("form", submission.key.as_str()).await?;
    if let Some(request) = sql::find_by_key(tx, submission.key.as_str()).await? {
        return Ok(submitted(request, true, ConfirmationMail::Sent));
    }
    let request = store(tx, backend, site, submission).await?;
    let mail = write_mails(tx, backend, site, &request).await?;
    Ok(submitted(request, false, mail))
}

async fn store(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    submission: &Submission,
) -> Result<Request> {
    let (now, new) = (backend.now(), &submission.new);
    let (district, sector) = (new.district.as_deref(), new.sector.as_deref());
    let placement = routing::place(tx, site, district, sector, now.day()).await?;
    let by_staff = submission.by.is_some();
    let state = if by_staff { RequestState::Open } else { RequestState::Unconfirmed };
    let id = backend.id();
    let mut random = [0; 5];
    backend.entropy.fill(&mut random);
    let row = Row {
        id: &id,
        site: submission.site.as_str(),
        reference: Reference::from_random(random),
        key: submission.key.as_str(),
        request: new,
        placement: &placement,
        state,
        confirmed_by: by_staff.then_some("staff"),
        now,
        delete_on: backend.plan().delete_on(state, now),
    };
    // The only key that can be taken is the reference: a new one is drawn with the repetition.
    sql::insert(tx, &row)
        .await
        .map_err(|e| if e.is_unique_violation() { BackendError::Busy } else { e })?;
    for provider in &new.providers {
        providers::insert_wish(tx, &id, provider.as_str()).await?;
    }
    let actor = submission.by.clone().map_or(Actor::Sme, Actor::Staff);
    let submitted = History::Submitted.code();
    history::note(tx, backend, &id, submitted, &actor, Some(new.channel.code()), None).await?;
    let to = placement.staff.as_ref().map(Id::as_str);
    let placed = History::Placed.code();
    let reason = Some(placement.reason.code());
    history::note(tx, backend, &id, placed, &Actor::System, to.or(reason), None).await?;
    let request = sql::find(tx, &id).await?.ok_or(BackendError::NotFound)?;
    let steps: &[&str] =
        if by_staff { &["request_sent", "request_confirmed"] } else { &["request_sent"] };
    for step in steps {
        history::count_step(tx, &request, Some(step), submission.surface, now).await?;
    }
    Ok(request)
}

async fn write_mails(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
) -> Result<ConfirmationMail> {
    let (lang, reference) = (request.mail_lang(), request.reference);
    let by_staff = request.confirmed_at.is_some();
    let letter = |link: &str| {
        if by_staff {
            firm::entered_by_staff(site, lang, reference, link)
        } else {
            firm::please_confirm(site, lang, reference, link)
        }
    };
    let sent = notify::firm(tx, backend, site, request, MailKind::RequestReceived, letter).await?;
    let mail = match sent {
        Some(Enqueued::Queued(_)) => ConfirmationMail::Sent,
        Some(Enqueued::OverQuota) => ConfirmationMail::OverQuota,
        None => ConfirmationMail::NoAddress,
    };
    if mail == ConfirmationMail::OverQuota {
        let code = History::MailOverQuota.code();
        history::note(tx, backend, &request.id, code, &Actor::System, None, None).await?;
    }
    // With a link to confirm, staff hears of it once somebody has shown that it is real.
    if mail != ConfirmationMail::Sent || by_staff {
        announce(tx, backend, site, request).await?;
    }
    Ok(mail)
}

/// Tells whoever is responsible that there is a new request.
pub(super) async fn announce(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
) -> Result<()> {
    let reason = reason_text(site, request);
    let letter = |link: &str| staff::new_request(site, request.reference, &reason, link);
    notify::staff(tx, backend, site, request, MailKind::StaffNewRequest, letter).await
}

/// Why a request is where it is, in German words.
pub fn reason_text(site: &Site, request: &Request) -> String {
    request.reason.text(site, request.district.as_deref(), request.sector.as_deref())
}

fn submitted(request: Request, repeated: bool, mail: ConfirmationMail) -> Submitted {
    Submitted {
        id: request.id,
        reference: request.reference,
        repeated,
        mail,
        assigned: request.assigned,
        desk: request.desk,
    }
}
