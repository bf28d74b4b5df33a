//! Accounts of people who left: what they did stays without their name, and once nothing points to
//! the account any more it is gone.

use super::deletions::{Deletion, Subject};
use super::sql;
use crate::{Backend, Id, Result, Tx};
use domain::retention::Class;

/// What an account is called whose person left.
pub const FORMER: &str = "Ausgeschiedenes Mitglied";

/// Takes name, address and access from an account.
pub(super) async fn forget(tx: &mut Tx, backend: &Backend, id: &Id) -> Result<()> {
    sql::strip_account(tx, id, FORMER).await?;
    let deletion = Deletion {
        subject: id.clone(),
        kind: Subject::Staff,
        class: Class::FormerStaff,
        at: backend.now(),
        archive: None,
    };
    sql::insert_deletion(tx, &deletion).await
}
