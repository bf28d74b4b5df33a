//! What happens to a joint meeting when one of its firms is deleted: it stays with the others.

use super::sql;
use crate::{Conn, Id, Result, Tx};

/// The requests that share a meeting with this one, and itself, in the order in which they are
/// locked.
pub(crate) async fn companions(conn: &mut Conn, request: &Id) -> Result<Vec<Id>> {
    let mut all = sql::companions(conn, request).await?;
    all.push(request.clone());
    all.sort();
    all.dedup();
    Ok(all)
}

/// Gives meetings in which other firms take part to one of them, so that they are not deleted with
/// a request of this one. Where they were to be may be the address or number of the firm that goes.
pub(crate) async fn hand_over_joint(tx: &mut Tx, request: &Id) -> Result<()> {
    sql::hand_over_joint(tx, request).await
}
