//! Accounts and what they may do.

use super::{password, sql};
use crate::audit::{self, Actor};
use crate::sessions;
use crate::{Backend, BackendError, Conn, Id, Result, transaction};
use domain::Slug;
use domain::staff::{Password, PasswordError, Role};
use domain::text::{Email, Line};

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Row id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Address, lower case: what they sign in with and where their mails go.
    pub email: String,
    /// Their public profile.
    pub adviser: Option<Slug>,
    /// Whether they may sign in.
    pub active: bool,
    /// What they may do where.
    pub roles: Vec<(String, Role)>,
}

impl Member {
    /// Whether they have the role at the site.
    pub fn has(&self, site: &str, role: Role) -> bool {
        self.roles.iter().any(|(at, has)| at == site && *has == role)
    }

    /// Whether they work on requests of the site.
    pub fn sees_requests(&self, site: &str) -> bool {
        self.roles.iter().any(|(at, role)| at == site && role.sees_requests())
    }

    /// The sites they have a role at, each once.
    pub fn sites(&self) -> Vec<&str> {
        let mut sites: Vec<&str> = self.roles.iter().map(|(site, _)| site.as_str()).collect();
        sites.sort_unstable();
        sites.dedup();
        sites
    }

    /// The site under which the audit log keeps what concerns the account itself.
    pub(crate) fn audit_site(&self) -> &str {
        self.sites().first().copied().unwrap_or("-")
    }
}

/// A new member of staff. They sign in for the first time with an [`invite`](super::invite).
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// Name.
    pub name: Line<80>,
    /// Address.
    pub email: Email,
    /// Their public profile.
    pub adviser: Option<Slug>,
    /// What they may do where.
    pub roles: Vec<(String, Role)>,
}

/// Adds a member of staff and returns their id.
///
/// # Errors
/// [`BackendError::Refused`] with `email_taken` if the address has an account.
pub async fn add(backend: &Backend, new: &NewStaff, by: &Actor) -> Result<Id> {
    let id = backend.id();
    let email = new.email.as_str().to_lowercase();
    let site = new.roles.first().map_or("-", |(site, _)| site.as_str());
    let added = transaction!(backend.db, |tx| {
        sql::insert_staff(tx, &id, new, &email, backend.now()).await?;
        for (site, role) in &new.roles {
            sql::insert_role(tx, &id, site, role.code()).await?;
        }
        write_audit(tx, backend, site, by, "staff.added", &id).await
    });
    match added {
        Err(error) if error.is_unique_violation() => Err(BackendError::Refused("email_taken")),
        other => other.map(|()| id),
    }
}

/// The member with this id, active or not.
pub async fn find(conn: &mut Conn, id: &Id) -> Result<Option<Member>> {
    sql::member(conn, id).await
}

/// The member with this address, active or not.
pub async fn by_email(conn: &mut Conn, email: &str) -> Result<Option<Member>> {
    sql::member_by_email(conn, &email.trim().to_lowercase()).await
}

/// Every member with a role at the site, by name.
pub async fn all(conn: &mut Conn, site: &str) -> Result<Vec<Member>> {
    sql::members(conn, site).await
}

/// Allows or forbids somebody to sign in. Forbidding ends their sessions: their next request
/// fails.
pub async fn set_active(backend: &Backend, id: &Id, active: bool, by: &Actor) -> Result<()> {
    transaction!(backend.db, |tx| {
        let member = sql::member(tx, id).await?.ok_or(BackendError::NotFound)?;
        sql::set_active(tx, id, active).await?;
        sessions::end_all(tx, id).await?;
        let action = if active { "staff.enabled" } else { "staff.disabled" };
        write_audit(tx, backend, member.audit_site(), by, action, id).await
    })
}

/// Changes what somebody may do at a site. Their sessions end, so that no page goes on with the
/// rights it was opened with.
pub async fn set_roles(
    backend: &Backend,
    id: &Id,
    site: &str,
    roles: &[Role],
    by: &Actor,
) -> Result<()> {
    transaction!(backend.db, |tx| {
        sql::member(tx, id).await?.ok_or(BackendError::NotFound)?;
        sql::delete_roles(tx, id, site).await?;
        for role in roles {
            sql::insert_role(tx, id, site, role.code()).await?;
        }
        sessions::end_all(tx, id).await?;
        write_audit(tx, backend, site, by, "staff.roles_changed", id).await
    })
}

/// What became of a wish for a new password.
#[derive(Clone, Debug)]
pub enum PasswordChange {
    /// Done; every session ended, this one begins.
    Done(sessions::NewSession),
    /// The present password was not the one typed.
    WrongPassword,
    /// The new password was refused.
    Refused(PasswordError),
}

/// Changes the password of the person whose session it is.
pub async fn change_password(
    backend: &Backend,
    session: &sessions::Session,
    old: &str,
    new: &str,
) -> Result<PasswordChange> {
    let me = &session.member;
    let chosen = match Password::choose(new, &me.name, &me.email) {
        Ok(chosen) => chosen,
        Err(why) => return Ok(PasswordChange::Refused(why)),
    };
    let mut conn = backend.db.read().await?;
    let stored = sql::credential(&mut conn, &me.id).await?.map(|c| c.password);
    drop(conn);
    if !password::verify(old, stored.as_deref()).await? {
        return Ok(PasswordChange::WrongPassword);
    }
    let hash = password::hash(chosen.reveal(), backend.salt()).await?;
    let begun = sessions::NewSession::draw(backend, me.clone());
    transaction!(backend.db, |tx| {
        sql::set_password(tx, &me.id, &hash, backend.now()).await?;
        sessions::end_all(tx, &me.id).await?;
        begun.insert(tx, &session.device, backend.now()).await?;
        let by = Actor::Staff(me.id.clone());
        write_audit(tx, backend, me.audit_site(), &by, "staff.password_changed", &me.id).await
    })?;
    Ok(PasswordChange::Done(begun))
}

pub(crate) async fn write_audit(
    tx: &mut crate::Tx,
    backend: &Backend,
    site: &str,
    actor: &Actor,
    action: &str,
    staff: &Id,
) -> Result<()> {
    let subject = staff.as_str();
    let entry = audit::Entry { site, actor, action, subject_kind: "staff", subject, detail: None };
    audit::write(tx, backend, entry).await
}

impl Backend {
    /// A new salt for a password.
    pub(super) fn salt(&self) -> [u8; 16] {
        let mut salt = [0; 16];
        self.entropy.fill(&mut salt);
        salt
    }
}
