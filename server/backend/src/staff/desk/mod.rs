//! Who sits at which desk, and who is away. Files name the desks, the database the people.

mod sql;

use super::account;
use crate::audit::Actor;
use crate::{Backend, BackendError, Conn, Id, Result, transaction};
use jiff::civil::Date;

/// A person at a desk, from a day to a day (both included).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Row id.
    pub id: Id,
    /// Desk id, as in the site's file.
    pub desk: String,
    /// Who.
    pub staff: Id,
    /// Whether only while the one who sits there is away.
    pub substitute: bool,
    /// First day.
    pub from: Date,
    /// Last day, if it is known.
    pub until: Option<Date>,
}

/// Puts somebody at a desk.
///
/// # Errors
/// [`BackendError::Refused`] with `dates_reversed`; [`BackendError::NotFound`] for nobody.
pub async fn assign_desk(
    backend: &Backend,
    site: &str,
    new: &Assignment,
    by: &Actor,
) -> Result<()> {
    if new.until.is_some_and(|until| until < new.from) {
        return Err(BackendError::Refused("dates_reversed"));
    }
    transaction!(backend.db, |tx| {
        super::find(tx, &new.staff).await?.ok_or(BackendError::NotFound)?;
        sql::insert_assignment(tx, site, new).await?;
        account::write_audit(tx, backend, site, by, "desk.assigned", &new.staff).await
    })
}

/// Ends an assignment with `last` as its last day.
pub async fn end_assignment(backend: &Backend, id: &Id, last: Date) -> Result<()> {
    transaction!(backend.db, |tx| {
        if sql::end_assignment(tx, id, last).await? { Ok(()) } else { Err(BackendError::NotFound) }
    })
}

/// All assignments of a site that are not over on `day`, by desk.
pub async fn assignments(conn: &mut Conn, site: &str, day: Date) -> Result<Vec<Assignment>> {
    sql::assignments(conn, site, day).await
}

/// Notes that somebody is away, from a day to a day (both included).
///
/// # Errors
/// [`BackendError::Refused`] with `dates_reversed`; [`BackendError::NotFound`] for nobody.
pub async fn add_absence(
    backend: &Backend,
    staff: &Id,
    from: Date,
    until: Date,
    by: &Actor,
) -> Result<()> {
    if until < from {
        return Err(BackendError::Refused("dates_reversed"));
    }
    let id = backend.id();
    transaction!(backend.db, |tx| {
        let member = super::find(tx, staff).await?.ok_or(BackendError::NotFound)?;
        sql::insert_absence(tx, &id, staff, from, until).await?;
        account::write_audit(tx, backend, member.audit_site(), by, "staff.absent", staff).await
    })
}

/// First and last days of the absences of a member that are not over on `day`.
pub async fn absences(conn: &mut Conn, staff: &Id, day: Date) -> Result<Vec<(Date, Date)>> {
    sql::absences(conn, staff, day).await
}
