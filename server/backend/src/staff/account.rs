//! Accounts and what they may do.

use super::sql;
use crate::audit::{self, Actor};
use crate::{Backend, BackendError, Conn, Id, Result, Tx, transaction};
use domain::Slug;
use domain::staff::Role;
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

    /// What they may do at the site, in the order of [`Role::ALL`].
    pub fn roles_at(&self, site: &str) -> Vec<Role> {
        Role::ALL.iter().copied().filter(|role| self.has(site, *role)).collect()
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
    email_taken(transaction!(backend.db, |tx| insert(tx, backend, &id, new, by).await))?;
    Ok(id)
}

/// Adds a member as part of `tx`.
pub(super) async fn insert(
    tx: &mut Tx,
    backend: &Backend,
    id: &Id,
    new: &NewStaff,
    by: &Actor,
) -> Result<()> {
    let email = new.email.as_str().to_lowercase();
    sql::insert_staff(tx, id, new, &email, backend.now()).await?;
    for (site, role) in &new.roles {
        sql::insert_role(tx, id, site, role.code()).await?;
    }
    let site = new.roles.first().map_or("-", |(site, _)| site.as_str());
    write_audit(tx, backend, site, by, "staff.added", id).await
}

/// Says what it means that a new member's row was refused: only the address has to be unique.
pub(super) fn email_taken<T>(added: Result<T>) -> Result<T> {
    match added {
        Err(error) if error.is_unique_violation() => Err(BackendError::Refused("email_taken")),
        other => other,
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

pub(crate) async fn write_audit(
    tx: &mut Tx,
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
