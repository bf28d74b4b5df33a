//! What an account says about somebody: name, address, public profile.

use super::account::{self, Member};
use super::edit::{self, AccountEdit};
use super::sql;
use crate::{Backend, BackendError, Result, sessions, transaction};
use domain::Slug;
use domain::text::{Email, Line};
use sha2::{Digest, Sha256};

/// Name, address and public profile.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Name.
    pub name: Line<80>,
    /// Address.
    pub email: Email,
    /// Their public profile.
    pub adviser: Option<Slug>,
}

impl Member {
    /// Stands for name, address and profile as they are now: whoever changes them says by it what
    /// they have read.
    pub fn facts_version(&self) -> String {
        let profile = self.adviser.as_ref().map_or("", Slug::as_str);
        let digest = Sha256::digest(format!("{}\n{}\n{profile}", self.name, self.email));
        data_encoding::HEXLOWER.encode(&digest[..8])
    }
}

/// Changes what an account says about somebody. With another address they sign in anew, and links
/// that went to the old one end.
///
/// # Errors
/// [`BackendError::Conflict`] if the account no longer says what was `read`;
/// [`BackendError::Refused`] with `email_taken`, or `other_site` for another address of somebody
/// who also works where the editor is no administrator; see also [`AccountEdit`].
pub async fn set_facts(
    backend: &Backend,
    edit: AccountEdit<'_>,
    read: &str,
    facts: &Facts,
) -> Result<()> {
    let email = facts.email.as_str().to_lowercase();
    account::email_taken(transaction!(backend.db, |tx| {
        let member = edit.begin(tx).await?;
        let moves = member.email != email;
        if !moves && member.name == facts.name.as_str() && member.adviser == facts.adviser {
            return Ok(());
        }
        if member.facts_version() != read {
            return Err(BackendError::Conflict);
        }
        if moves {
            // Whoever reads the mails of an account can have it: all of it.
            edit.stay_here(tx, &member).await?;
            edit::end_links(tx, backend, &member.id).await?;
            sessions::end_all(tx, &member.id).await?;
        }
        sql::set_facts(tx, &member.id, facts, &email).await?;
        let action = if moves { "staff.address_changed" } else { "staff.facts_changed" };
        edit.audit(tx, backend, action).await
    }))
}
