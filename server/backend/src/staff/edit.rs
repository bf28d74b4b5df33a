//! What an administrator changes about an account. Changes to accounts wait for each other, so that
//! two administrators cannot shut each other out and no site is left without one.

use super::account::{self, Member};
use super::sql;
use crate::audit::{self, Actor};
use crate::sessions::{self, Session};
use crate::tokens::{self, Purpose};
use crate::{Backend, BackendError, Id, Result, Tx, transaction};
use domain::staff::Role;

/// Somebody changes the account of a member of a site.
#[derive(Clone, Copy, Debug)]
pub struct AccountEdit<'a> {
    /// Where.
    pub site: &'a str,
    /// Whose account.
    pub member: &'a Id,
    /// Who changes it.
    pub by: &'a Actor,
}

impl AccountEdit<'_> {
    /// Whether it is the own account.
    fn is_own(&self) -> bool {
        matches!(self.by, Actor::Staff(by) if by == self.member)
    }

    /// The member as they are now. Until the end of `tx` nobody else changes an account.
    ///
    /// # Errors
    /// [`BackendError::NotFound`] for nobody of this site; [`BackendError::Refused`] with
    /// `no_longer_admin` if whoever edits has lost that role since they asked.
    pub(super) async fn begin(&self, tx: &mut Tx) -> Result<Member> {
        begin(tx, self.site, self.by).await?;
        let member = sql::member(tx, self.member).await?;
        member.filter(|member| member.sites().contains(&self.site)).ok_or(BackendError::NotFound)
    }

    /// Refuses what would reach into another site, unless whoever edits administers that, too.
    pub(super) async fn stay_here(&self, tx: &mut Tx, member: &Member) -> Result<()> {
        let Actor::Staff(by) = self.by else { return Ok(()) };
        let editor = sql::member(tx, by).await?;
        let administers = |site: &str| {
            site == self.site || editor.as_ref().is_some_and(|editor| editor.has(site, Role::Admin))
        };
        if member.sites().into_iter().all(administers) {
            return Ok(());
        }
        Err(BackendError::Refused("other_site"))
    }

    pub(super) async fn audit(&self, tx: &mut Tx, backend: &Backend, action: &str) -> Result<()> {
        account::write_audit(tx, backend, self.site, self.by, action, self.member).await
    }
}

/// Waits for other changes to accounts, and then makes sure that `by` may still make one.
pub(super) async fn begin(tx: &mut Tx, site: &str, by: &Actor) -> Result<()> {
    tx.lock("staff", "accounts").await?;
    let Actor::Staff(by) = by else { return Ok(()) };
    let editor = sql::member(tx, by).await?;
    if editor.is_some_and(|editor| editor.active && editor.has(site, Role::Admin)) {
        return Ok(());
    }
    Err(BackendError::Refused("no_longer_admin"))
}

/// Allows or forbids somebody to sign in. Forbidding ends their sessions, their invitations and
/// the address of their calendar: their next request fails. Doing it twice is no error.
///
/// # Errors
/// [`BackendError::Refused`] with `own_account`, `last_admin` or `other_site`; see also
/// [`AccountEdit`].
pub async fn set_active(backend: &Backend, edit: AccountEdit<'_>, active: bool) -> Result<()> {
    transaction!(backend.db, |tx| {
        let member = edit.begin(tx).await?;
        if member.active == active {
            return Ok(());
        }
        edit.stay_here(tx, &member).await?;
        if !active {
            if edit.is_own() {
                return Err(BackendError::Refused("own_account"));
            }
            for site in member.sites() {
                if member.has(site, Role::Admin) {
                    leave_an_admin(tx, site, &member.id).await?;
                }
            }
            end_links(tx, backend, &member.id).await?;
            let (feed, subject) = (Purpose::CalendarFeed, member.id.as_str());
            tokens::expire(tx, feed, subject, None, backend.now()).await?;
        }
        sql::set_active(tx, &member.id, active).await?;
        sessions::end_all(tx, &member.id).await?;
        edit.audit(tx, backend, if active { "staff.enabled" } else { "staff.disabled" }).await
    })
}

/// What somebody may do at a site: as whoever changes it read it, and as it is to be.
#[derive(Clone, Copy, Debug)]
pub struct RoleChange<'a> {
    /// As it was read.
    pub before: &'a [Role],
    /// As it is to be.
    pub after: &'a [Role],
}

/// Changes what somebody may do at a site. Their sessions end, so that no page goes on with the
/// rights it was opened with.
///
/// # Errors
/// [`BackendError::Conflict`] if the roles are no longer those that were read;
/// [`BackendError::Refused`] with `no_roles`, `own_admin_role` or `last_admin`; see also
/// [`AccountEdit`].
pub async fn set_roles(
    backend: &Backend,
    edit: AccountEdit<'_>,
    change: RoleChange<'_>,
) -> Result<()> {
    let sorted = |roles: &[Role]| -> Vec<Role> {
        Role::ALL.iter().copied().filter(|role| roles.contains(role)).collect()
    };
    let (before, after) = (sorted(change.before), sorted(change.after));
    if after.is_empty() {
        return Err(BackendError::Refused("no_roles"));
    }
    transaction!(backend.db, |tx| {
        let member = edit.begin(tx).await?;
        let present = member.roles_at(edit.site);
        if present == after {
            return Ok(());
        }
        if present != before {
            return Err(BackendError::Conflict);
        }
        if present.contains(&Role::Admin) && !after.contains(&Role::Admin) {
            if edit.is_own() {
                return Err(BackendError::Refused("own_admin_role"));
            }
            leave_an_admin(tx, edit.site, &member.id).await?;
        }
        if !after.iter().any(|role| role.sees_requests()) {
            let (subject, now) = (member.id.as_str(), backend.now());
            tokens::expire(tx, Purpose::CalendarFeed, subject, None, now).await?;
        }
        sql::delete_roles(tx, &member.id, edit.site).await?;
        for role in &after {
            sql::insert_role(tx, &member.id, edit.site, role.code()).await?;
        }
        sessions::end_all(tx, &member.id).await?;
        edit.audit(tx, backend, "staff.roles_changed").await
    })
}

/// Ends every session of a member.
///
/// # Errors
/// See [`AccountEdit`].
pub async fn end_sessions(backend: &Backend, edit: AccountEdit<'_>) -> Result<()> {
    transaction!(backend.db, |tx| {
        edit.begin(tx).await?;
        sessions::end_all(tx, edit.member).await?;
        edit.audit(tx, backend, "staff.sessions_ended").await
    })
}

/// Ends every session of everybody at the site but the one in which this is asked for.
///
/// # Errors
/// [`BackendError::Refused`] with `no_longer_admin`.
pub async fn end_everybodys_sessions(backend: &Backend, site: &str, mine: &Session) -> Result<()> {
    let by = Actor::Staff(mine.member.id.clone());
    transaction!(backend.db, |tx| {
        begin(tx, site, &by).await?;
        sessions::end_all_of_site(tx, site, &mine.id).await?;
        let action = "site.sessions_ended";
        let (subject_kind, subject) = ("site", site);
        let actor = &by;
        let entry = audit::Entry { site, actor, action, subject_kind, subject, detail: None };
        audit::write(tx, backend, entry).await
    })
}

/// Ends the links that were sent to a member.
pub(super) async fn end_links(tx: &mut Tx, backend: &Backend, member: &Id) -> Result<()> {
    let (subject, now) = (member.as_str(), backend.now());
    tokens::expire(tx, Purpose::StaffInvite, subject, None, now).await?;
    tokens::expire(tx, Purpose::StaffSignIn, subject, None, now).await
}

/// Refuses to take the last active administrator from a site.
async fn leave_an_admin(tx: &mut Tx, site: &str, leaving: &Id) -> Result<()> {
    if sql::other_admins(tx, site, leaving).await? == 0 {
        return Err(BackendError::Refused("last_admin"));
    }
    Ok(())
}
