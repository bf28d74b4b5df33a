//! Links that sign in once: the invitation of a new member, who sets a password and a second
//! factor, and the demonstration's, which needs neither.

use super::account::{self, Member};
use super::{TotpSecret, password, sql};
use crate::audit::Actor;
use crate::sessions::{self, NewSession};
use crate::tokens::{self, Purpose};
use crate::{Backend, BackendError, Id, Result, Tx, transaction};
use domain::staff::{Password, PasswordError};

/// Makes an invitation and returns its link's secret; earlier invitations of this person end. It
/// also replaces a forgotten password or a lost telephone: what is set now stays valid until the
/// invitation is accepted.
pub async fn invite(backend: &Backend, staff: &Id, by: &Actor) -> Result<String> {
    transaction!(backend.db, |tx| {
        let member = sql::member(tx, staff).await?.ok_or(BackendError::NotFound)?;
        mint(tx, backend, member.audit_site(), staff, by).await
    })
}

/// Makes an invitation as part of `tx`.
pub(super) async fn mint(
    tx: &mut Tx,
    backend: &Backend,
    site: &str,
    staff: &Id,
    by: &Actor,
) -> Result<String> {
    let mut random = [0; 20];
    backend.entropy.fill(&mut random);
    let offered = TotpSecret::new(random);
    let now = backend.now();
    tokens::expire(tx, Purpose::StaffInvite, staff.as_str(), None, now).await?;
    sql::put_enrolment(tx, staff, &offered.base32(), now).await?;
    account::write_audit(tx, backend, site, by, "staff.invited", staff).await?;
    tokens::mint(tx, backend, Purpose::StaffInvite, staff.as_str(), None).await
}

/// What the invitation's page shows.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Who is invited.
    pub member: Member,
    /// The second factor offered, for the QR code.
    pub totp: TotpSecret,
}

/// The invitation behind a link; looking does not use it up.
pub async fn invitation(backend: &Backend, secret: &str) -> Result<Option<Enrolment>> {
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::StaffInvite, secret, backend.now()).await?;
    let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(None) };
    let Some(member) = sql::member(&mut conn, &id).await?.filter(|member| member.active) else {
        return Ok(None);
    };
    let Some(offered) = sql::enrolment(&mut conn, &id).await? else { return Ok(None) };
    Ok(Some(Enrolment { member, totp: TotpSecret::from_base32(&offered)? }))
}

/// What became of accepting an invitation.
#[derive(Clone, Debug)]
pub enum Accepted {
    /// Password and second factor are set; the session has begun.
    Done(NewSession),
    /// The link is wrong, used or too old.
    LinkGone,
    /// The password was refused; the link still works.
    Password(PasswordError),
    /// The code does not match the second factor; the link still works.
    WrongCode,
}

/// Accepts an invitation: sets password and second factor, ends all other sessions, signs in.
pub async fn accept(
    backend: &Backend,
    secret: &str,
    typed: &str,
    code: &str,
    device: &str,
) -> Result<Accepted> {
    let Some(Enrolment { member, totp }) = invitation(backend, secret).await? else {
        return Ok(Accepted::LinkGone);
    };
    let chosen = match Password::choose(typed, &member.name, &member.email) {
        Ok(chosen) => chosen,
        Err(why) => return Ok(Accepted::Password(why)),
    };
    let Some(step) = totp.step_of(code, backend.now())? else { return Ok(Accepted::WrongCode) };
    let hash = password::hash(chosen.reveal(), backend.salt()).await?;
    let begun = NewSession::draw(backend, member);
    let id = &begun.member.id;
    let accepted = transaction!(backend.db, |tx| {
        let now = backend.now();
        if tokens::redeem(tx, Purpose::StaffInvite, secret, now).await?.is_none() {
            return Ok(false);
        }
        sql::put_credential(tx, id, &hash, &totp.base32(), step, now).await?;
        sql::delete_enrolment(tx, id).await?;
        sessions::end_all(tx, id).await?;
        begun.insert(tx, device, now).await?;
        let by = Actor::Staff(id.clone());
        let site = begun.member.audit_site();
        account::write_audit(tx, backend, site, &by, "staff.enrolled", id).await?;
        Ok(true)
    })?;
    Ok(if accepted { Accepted::Done(begun) } else { Accepted::LinkGone })
}

/// Makes a link that signs in once without password and second factor, and returns its secret.
/// Only for whoever already runs the program: the demonstration prints it to the terminal.
pub async fn sign_in_link(backend: &Backend, staff: &Id) -> Result<String> {
    transaction!(backend.db, |tx| {
        let member = sql::member(tx, staff).await?.ok_or(BackendError::NotFound)?;
        let site = member.audit_site();
        account::write_audit(tx, backend, site, &Actor::System, "staff.link_made", staff).await?;
        tokens::mint(tx, backend, Purpose::StaffSignIn, staff.as_str(), None).await
    })
}

/// Whether such a link still works; looking does not use it up.
pub async fn is_sign_in_link(backend: &Backend, secret: &str) -> Result<bool> {
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::StaffSignIn, secret, backend.now()).await?;
    let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(false) };
    Ok(sql::member(&mut conn, &id).await?.is_some_and(|member| member.active))
}

/// Signs in with such a link; `None` if it is wrong, used or too old.
pub async fn sign_in_with_link(
    backend: &Backend,
    secret: &str,
    device: &str,
) -> Result<Option<NewSession>> {
    transaction!(backend.db, |tx| {
        let now = backend.now();
        let bearer = tokens::redeem(tx, Purpose::StaffSignIn, secret, now).await?;
        let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(None) };
        let Some(member) = sql::member(tx, &id).await?.filter(|member| member.active) else {
            return Ok(None);
        };
        let begun = NewSession::draw(backend, member);
        begun.insert(tx, device, now).await?;
        let by = Actor::Staff(id.clone());
        let site = begun.member.audit_site();
        account::write_audit(tx, backend, site, &by, "session.begun_by_link", &id).await?;
        Ok(Some(begun))
    })
}
