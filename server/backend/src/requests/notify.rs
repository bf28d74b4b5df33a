//! Mails to the people who have to know about a request.

use super::request::Request;
use crate::mail::Letter;
use crate::outbox::{Enqueued, Mail, Sender};
use crate::tokens::{self, Purpose};
use crate::{Backend, Id, Result, Tx, outbox, routing};
use domain::content::Site;
use domain::request::MailKind;
use domain::text::Email;
use domain::{Lang, Place};

/// Who mails of this site come from.
pub fn sender(site: &Site, lang: Lang) -> Sender {
    Sender {
        site: site.meta.id.to_string(),
        name: site.text.text(lang).title.clone(),
        email: site.email.clone(),
    }
}

/// Mints a link to the status page of a request, for one mail.
pub async fn status_link(tx: &mut Tx, backend: &Backend, request: &Request) -> Result<String> {
    let secret = tokens::mint(tx, backend, Purpose::SmeStatus, request.id.as_str(), None).await?;
    Ok(backend.link(&Place::web(request.lang).href(&format!("/status/{secret}"))))
}

/// Writes to the firm. `letter` gets the link to the status page. Nothing happens without an
/// address.
pub async fn firm(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
    kind: MailKind,
    letter: impl FnOnce(&str) -> Letter,
) -> Result<Option<Enqueued>> {
    let Some(to) = request.mailbox() else { return Ok(None) };
    let link = status_link(tx, backend, request).await?;
    let mail = Mail {
        kind,
        request: Some(request.id.clone()),
        from: sender(site, request.mail_lang()),
        to,
        letter: letter(&link),
        calendar: None,
        unconfirmed: request.confirmed_at.is_none(),
    };
    outbox::enqueue(tx, backend, mail).await.map(Some)
}

/// Writes to whoever is responsible: the person, else the coordinators, else the site's mailbox.
/// `letter` gets the address of the request at the desk, where the personal data stay.
pub async fn staff(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
    kind: MailKind,
    letter: impl Fn(&str) -> Letter,
) -> Result<()> {
    let to = routing::responsible(tx, &request.site, request.assigned.as_ref()).await?;
    staff_at(tx, backend, site, request, kind, to, letter).await
}

/// As [`staff`], to the coordinators.
pub async fn coordinators(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
    kind: MailKind,
    letter: impl Fn(&str) -> Letter,
) -> Result<()> {
    let to = routing::coordinators(tx, &request.site).await?;
    staff_at(tx, backend, site, request, kind, to, letter).await
}

async fn staff_at(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    request: &Request,
    kind: MailKind,
    to: Vec<String>,
    letter: impl Fn(&str) -> Letter,
) -> Result<()> {
    let path = format!("/mitarbeit/anfragen/{}", request.id);
    let matter = Matter { request: Some(&request.id), path: &path };
    members(tx, backend, site, matter, kind, to, letter).await
}

/// What a mail to staff is about.
pub(crate) struct Matter<'a> {
    /// The request with which the mail is deleted, if it is about one.
    pub request: Option<&'a Id>,
    /// Its page at the desk.
    pub path: &'a str,
}

/// Writes to these members of staff, one mail each; if there is none, to the site's mailbox. `letter`
/// gets the address of the page at the desk.
pub(crate) async fn members(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    Matter { request, path }: Matter<'_>,
    kind: MailKind,
    mut to: Vec<String>,
    letter: impl Fn(&str) -> Letter,
) -> Result<()> {
    if to.is_empty() {
        to.push(site.email.clone());
    }
    let link = backend.link(path);
    for address in to {
        let Ok(to) = Email::parse(&address) else {
            tracing::warn!(path, "staff address cannot be written to");
            continue;
        };
        let mail = Mail {
            kind,
            request: request.cloned(),
            from: sender(site, Lang::De),
            to,
            letter: letter(&link),
            calendar: None,
            unconfirmed: false,
        };
        outbox::enqueue(tx, backend, mail).await?;
    }
    Ok(())
}
