//! Changing the own password. Whoever sits down at somebody's open desk must not be able to try
//! passwords: wrong ones count as they do when signing in.

use super::{account, password, sign_in, sql};
use crate::audit::Actor;
use crate::sessions::{self, NewSession, Session};
use crate::{Backend, Result, transaction};
use domain::Instant;
use domain::staff::{Password, PasswordError};

/// What was typed, and from where.
#[derive(Clone, Copy)]
pub struct NewPassword<'a> {
    /// The present password.
    pub old: &'a str,
    /// The wished one.
    pub new: &'a str,
    /// Their network, as in [`Credentials`](super::Credentials).
    pub network: &'a str,
}

/// What became of a wish for a new password.
#[derive(Clone, Debug)]
pub enum PasswordChange {
    /// Done; every session ended, this one begins.
    Done(NewSession),
    /// The present password was not the one typed.
    WrongPassword,
    /// Too many wrong ones; try again at this moment.
    Slowed(Instant),
    /// The new password was refused.
    Refused(PasswordError),
}

/// Changes the password of the person whose session it is.
pub async fn change_password(
    backend: &Backend,
    session: &Session,
    typed: NewPassword<'_>,
) -> Result<PasswordChange> {
    let me = &session.member;
    let chosen = match Password::choose(typed.new, &me.name, &me.email) {
        Ok(chosen) => chosen,
        Err(why) => return Ok(PasswordChange::Refused(why)),
    };
    let (account, network) = sign_in::attempt_of(&me.email, typed.network);
    if let Some(until) = sign_in::count(backend, &account, &network).await? {
        return Ok(PasswordChange::Slowed(until));
    }
    let mut conn = backend.db.read().await?;
    let stored = sql::credential(&mut conn, &me.id).await?.map(|c| c.password);
    drop(conn);
    if !password::verify(typed.old, stored.as_deref()).await? {
        return Ok(PasswordChange::WrongPassword);
    }
    let hash = password::hash(chosen.reveal(), backend.salt()).await?;
    let begun = NewSession::draw(backend, me.clone());
    transaction!(backend.db, |tx| {
        sql::set_password(tx, &me.id, &hash, backend.now()).await?;
        sql::delete_attempt(tx, &account, &network).await?;
        sessions::end_all(tx, &me.id).await?;
        begun.insert(tx, &session.device, backend.now()).await?;
        let (by, site) = (Actor::Staff(me.id.clone()), me.audit_site());
        account::write_audit(tx, backend, site, &by, "staff.password_changed", &me.id).await
    })?;
    Ok(PasswordChange::Done(begun))
}
