//! Invitations that go out by mail: the account, the link and the mail are one transaction.

use super::account::{self, NewStaff};
use super::edit::{self, AccountEdit};
use super::link;
use crate::audit::Actor;
use crate::mail::templates;
use crate::outbox::{self, Mail};
use crate::requests::notify::sender;
use crate::{Backend, BackendError, Id, Result, Tx, transaction};
use domain::content::Site;
use domain::request::MailKind;
use domain::text::Email;
use domain::{Lang, Place, Surface};

/// Adds a member of staff, invites them, and returns their id.
///
/// # Errors
/// [`BackendError::Refused`] with `email_taken`, `no_roles` or `no_longer_admin`.
pub async fn add_and_invite(
    backend: &Backend,
    site: &Site,
    new: &NewStaff,
    by: &Actor,
) -> Result<Id> {
    if new.roles.is_empty() {
        return Err(BackendError::Refused("no_roles"));
    }
    let id = backend.id();
    let to = mailbox(new.email.as_str())?;
    account::email_taken(transaction!(backend.db, |tx| {
        edit::begin(tx, site.meta.id.as_str(), by).await?;
        account::insert(tx, backend, &id, new, by).await?;
        let invited = Invited { id: &id, name: new.name.as_str(), to: &to };
        send(tx, backend, site, &invited, by).await
    }))?;
    Ok(id)
}

/// Invites a member once more; earlier invitations end.
///
/// # Errors
/// [`BackendError::Refused`] with `inactive`, or `address` if mails cannot go there; see also
/// [`AccountEdit`].
pub async fn invite_by_mail(backend: &Backend, site: &Site, edit: AccountEdit<'_>) -> Result<()> {
    transaction!(backend.db, |tx| {
        let member = edit.begin(tx).await?;
        if !member.active {
            return Err(BackendError::Refused("inactive"));
        }
        let to = mailbox(&member.email)?;
        let invited = Invited { id: &member.id, name: &member.name, to: &to };
        send(tx, backend, site, &invited, edit.by).await
    })
}

/// Whom to write to.
struct Invited<'a> {
    id: &'a Id,
    name: &'a str,
    to: &'a Email,
}

/// Where an account's mails go: its address, which is lower case.
fn mailbox(email: &str) -> Result<Email> {
    Email::parse(&email.to_lowercase()).map_err(|_| BackendError::Refused("address"))
}

async fn send(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    invited: &Invited<'_>,
    by: &Actor,
) -> Result<()> {
    let secret = link::mint(tx, backend, site.meta.id.as_str(), invited.id, by).await?;
    let desk = Place { surface: Surface::Desk, lang: Lang::De };
    let href = backend.link(&desk.href(&format!("/einladung/{secret}")));
    let mail = Mail {
        kind: MailKind::StaffInvitation,
        request: None,
        from: sender(site, Lang::De),
        to: invited.to.clone(),
        letter: templates::staff::invitation(site, invited.name, &href),
        calendar: None,
        unconfirmed: false,
    };
    outbox::enqueue(tx, backend, mail).await?;
    Ok(())
}
