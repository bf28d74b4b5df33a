//! Members of staff: accounts and roles, signing in with two factors, invitations, and who sits
//! at which desk.

mod account;
mod desk;
mod edit;
mod facts;
mod invitation;
mod link;
mod own_password;
mod password;
mod second_factor;
mod sign_in;
mod sql;
mod team;

pub use account::{Member, NewStaff, add, all, by_email, find};
pub use desk::{
    Absence, Assignment, Roster, StandIn, absences, absences_of, add_absence, assign_desk,
    assignments, end_assignment, remove_absence, remove_assignment,
};
pub use edit::{AccountEdit, RoleChange, end_everybodys_sessions, end_sessions};
pub use edit::{set_active, set_roles};
pub use facts::{Facts, set_facts};
pub use invitation::{add_and_invite, invite_by_mail};
pub use link::{
    Accepted, Enrolment, accept, invitation, invite, is_sign_in_link, sign_in_link,
    sign_in_with_link,
};
pub use own_password::{NewPassword, PasswordChange, change_password};
pub use second_factor::TotpSecret;
pub use sign_in::{Credentials, FREE_ATTEMPTS, SignIn, sign_in, sweep};
pub use team::{Colleague, colleague, team};

pub(crate) use account::write_audit;
pub(crate) use sign_in::{count_attempt, delete_attempt};

#[cfg(test)]
mod tests;

/// Removes sessions that are over and sign-in attempts that no longer count.
///
/// # Errors
/// Only if the database fails.
pub async fn tidy(backend: &crate::Backend) -> crate::Result<()> {
    crate::transaction!(backend.db, |tx| {
        let now = backend.now();
        crate::sessions::sweep(tx, now).await?;
        sweep(tx, now).await
    })
}
