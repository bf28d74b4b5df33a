//! Members of staff: accounts and roles, signing in with two factors, invitations, and who sits
//! at which desk.

mod account;
mod desk;
mod link;
mod password;
mod second_factor;
mod sign_in;
mod sql;

pub use account::{
    Member, NewStaff, PasswordChange, add, all, by_email, change_password, find, set_active,
    set_roles,
};
pub use desk::{Assignment, absences, add_absence, assign_desk, assignments, end_assignment};
pub use link::{
    Accepted, Enrolment, accept, invitation, invite, is_sign_in_link, sign_in_link,
    sign_in_with_link,
};
pub use second_factor::TotpSecret;
pub use sign_in::{Credentials, FREE_ATTEMPTS, SignIn, sign_in, sweep};

pub(crate) use account::write_audit;

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
