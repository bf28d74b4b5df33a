//! What the firm does with its link: confirm, look, release, withdraw. Opening the link changes
//! nothing; each of these is the answer to a button.

mod sql;

use super::history::{self, Change};
use super::request::{Event, Request, RequestProvider};
use super::{notify, providers, submit};
use crate::mail::templates::{firm, staff};
use crate::tokens::{self, Purpose};
use crate::{Actor, Backend, BackendError, Result, Tx, meetings, run, transaction};
use domain::content::Content;
use domain::request::{History, MailKind, ReleaseField, RequestEvent, RequestState};
use std::sync::Arc;

/// What the status page shows.
#[derive(Clone, Debug)]
pub struct StatusView {
    /// The firm's own request.
    pub request: Request,
    /// The public profile (`content/advisers`) of whoever looks after it, if there is one.
    pub adviser: Option<String>,
    /// Providers it named or was proposed.
    pub providers: Vec<RequestProvider>,
    /// What happened, oldest first, without words of staff.
    pub history: Vec<Event>,
}

impl StatusView {
    /// Whether the button "Bestätigen" is there.
    pub fn can_confirm(&self) -> bool {
        self.request.state == RequestState::Unconfirmed
    }

    /// Whether the firm can change what it has told: not after the end.
    pub fn can_amend(&self) -> bool {
        self.request.state.is_live()
    }

    /// Whether the firm can take the request back.
    pub fn can_withdraw(&self) -> bool {
        self.request.state.after(RequestEvent::Withdrawn).is_ok()
    }
}

/// The status page behind a link; `None` if the link leads nowhere (any more).
pub async fn status(backend: &Backend, secret: &str) -> Result<Option<StatusView>> {
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::SmeStatus, secret, backend.now()).await?;
    let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(None) };
    let Some(request) = super::sql::find(&mut conn, &id).await? else { return Ok(None) };
    let adviser = match &request.assigned {
        Some(staff) => sql::adviser(&mut conn, staff).await?,
        None => None,
    };
    let mut history = history::events(&mut conn, &id).await?;
    for event in &mut history {
        event.note = None;
    }
    let providers = providers::of(&mut conn, &id).await?;
    Ok(Some(StatusView { request, adviser, providers, history }))
}

/// The firm confirms. Doing it again changes nothing. `None` if the link leads nowhere.
pub async fn confirm(
    backend: &Backend,
    content: &Arc<Content>,
    secret: &str,
) -> Result<Option<Request>> {
    command(backend, content, secret, Action::Confirm).await
}

/// The firm takes the request back: what it released is closed again at once, and everything is
/// deleted on the day the plan says. Doing it again changes nothing. `None` if the link
/// leads nowhere.
///
/// # Errors
/// [`BackendError::Refused`] with `request_state` if the request is already closed.
pub async fn withdraw(
    backend: &Backend,
    content: &Arc<Content>,
    secret: &str,
) -> Result<Option<Request>> {
    command(backend, content, secret, Action::Withdraw).await
}

/// The firm decides what `provider` may see: exactly `fields` from now on, nothing else. `None`
/// if the link leads nowhere.
///
/// # Errors
/// [`BackendError::NotFound`] if the provider plays no part in the request;
/// [`BackendError::Refused`] with `request_state` before confirmation and after the end.
pub async fn release(
    backend: &Backend,
    content: &Arc<Content>,
    secret: &str,
    provider: &str,
    fields: &[ReleaseField],
) -> Result<Option<Request>> {
    let action = Action::Release { provider: provider.to_owned(), fields: fields.to_vec() };
    command(backend, content, secret, action).await
}

/// The request a firm's link speaks for, nobody else changing it until the end of the transaction.
/// `None` if the link leads nowhere.
pub(crate) async fn by_link(
    tx: &mut Tx,
    backend: &Backend,
    secret: &str,
) -> Result<Option<Request>> {
    let bearer = tokens::redeem(tx, Purpose::SmeStatus, secret, backend.now()).await?;
    match bearer.and_then(|bearer| bearer.id()) {
        Some(id) => history::lock(tx, &id).await,
        None => Ok(None),
    }
}

enum Action {
    Confirm,
    Withdraw,
    Release { provider: String, fields: Vec<ReleaseField> },
}

async fn command(
    backend: &Backend,
    content: &Arc<Content>,
    secret: &str,
    action: Action,
) -> Result<Option<Request>> {
    let (backend, content, secret) = (backend.clone(), Arc::clone(content), secret.to_owned());
    run(async move {
        transaction!(backend.db, |tx| {
            let Some(request) = by_link(tx, &backend, &secret).await? else { return Ok(None) };
            act(tx, &backend, &content, request, &action).await.map(Some)
        })
    })
    .await
}

async fn act(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    request: Request,
    action: &Action,
) -> Result<Request> {
    let site = content.sites.get(request.site.as_str()).ok_or(BackendError::NotFound)?;
    match action {
        Action::Confirm if request.state == RequestState::Unconfirmed => {
            let change = Change::new(RequestEvent::Confirmed, &Actor::Sme);
            let request = history::apply_to(tx, backend, &request, change, None).await?;
            submit::announce(tx, backend, site, &request).await?;
            Ok(request)
        }
        Action::Withdraw if request.state != RequestState::Withdrawn => {
            meetings::call_off_all(tx, backend, content, &request, &Actor::Sme).await?;
            let request = super::sql::find(tx, &request.id).await?.ok_or(BackendError::NotFound)?;
            let change = Change::new(RequestEvent::Withdrawn, &Actor::Sme);
            let request = history::apply_to(tx, backend, &request, change, None).await?;
            sql::delete_releases(tx, &request.id).await?;
            let (lang, reference, day) =
                (request.mail_lang(), request.reference, request.delete_on);
            let letter = |_: &str| firm::withdrawn(site, lang, reference, day);
            notify::firm(tx, backend, site, &request, MailKind::RequestWithdrawn, letter).await?;
            let letter = |link: &str| staff::withdrawn(site, reference, link);
            notify::staff(tx, backend, site, &request, MailKind::StaffWithdrawn, letter).await?;
            Ok(request)
        }
        Action::Release { provider, fields } => {
            set_release(tx, backend, &request, provider, fields).await?;
            Ok(request)
        }
        // Pressed twice: the page shows what is.
        Action::Confirm | Action::Withdraw => Ok(request),
    }
}

async fn set_release(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    provider: &str,
    wanted: &[ReleaseField],
) -> Result<()> {
    let known = providers::of(tx, &request.id).await?;
    let known = known.iter().find(|p| p.provider == provider).ok_or(BackendError::NotFound)?;
    let taking_back_only = wanted.iter().all(|field| known.released.contains(field));
    if !request.state.is_live() || (request.state == RequestState::Unconfirmed && !taking_back_only)
    {
        return Err(BackendError::Refused("request_state"));
    }
    for &field in ReleaseField::ALL {
        let (was, is) = (known.released.contains(&field), wanted.contains(&field));
        if was == is {
            continue;
        }
        let code = if is { History::Released } else { History::Revoked };
        let detail = format!("{provider} {}", field.code());
        if is {
            sql::insert_release(tx, &request.id, provider, field, backend.now()).await?;
        } else {
            sql::delete_release(tx, &request.id, provider, field).await?;
        }
        let (code, actor) = (code.code(), &Actor::Sme);
        history::note(tx, backend, &request.id, code, actor, Some(&detail), None).await?;
    }
    // The first field that a provider is shown is the firm's choice of that provider.
    if known.released.is_empty() && !wanted.is_empty() {
        providers::log_chosen(tx, backend, request, provider).await?;
    }
    Ok(())
}
