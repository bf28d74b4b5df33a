//! Who sits at which desk, and who is away. Files name the desks, the database the people.

mod roster;
mod sql;

pub use roster::{Roster, StandIn};

use super::account;
use crate::audit::Actor;
use crate::{Backend, BackendError, Conn, Id, Result, Tx, transaction};
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

impl Assignment {
    /// Whether it holds on `day`.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Days on which somebody is not here, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Row id.
    pub id: Id,
    /// Who.
    pub staff: Id,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

impl Absence {
    /// Whether somebody is away on `day`.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

/// Puts somebody at a desk.
///
/// # Errors
/// [`BackendError::Refused`] with `dates_reversed`, `already_seated` if they sit there on one of
/// the days, `sees_no_requests` if they have no role for requests or may not sign in;
/// [`BackendError::NotFound`] for nobody of this site.
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
        // The same lock as for finding whose turn it is at the desk.
        tx.lock("staff", &format!("{site}/{}", new.desk)).await?;
        let member = of_site(tx, site, &new.staff).await?;
        if !member.active || !member.sees_requests(site) {
            return Err(BackendError::Refused("sees_no_requests"));
        }
        if sql::is_seated(tx, site, new).await? {
            return Err(BackendError::Refused("already_seated"));
        }
        sql::insert_assignment(tx, site, new).await?;
        account::write_audit(tx, backend, site, by, "desk.assigned", &new.staff).await
    })
}

/// Ends an assignment with `last` as its last day. `seen` is its last day as whoever ends it read
/// it.
///
/// # Errors
/// [`BackendError::Conflict`] if somebody changed it meanwhile; [`BackendError::Refused`] with
/// `dates_reversed`; [`BackendError::NotFound`] if the site has no such assignment.
pub async fn end_assignment(
    backend: &Backend,
    site: &str,
    id: &Id,
    seen: Option<Date>,
    last: Date,
    by: &Actor,
) -> Result<()> {
    transaction!(backend.db, |tx| {
        let seat = sql::assignment(tx, site, id).await?.ok_or(BackendError::NotFound)?;
        if last < seat.from {
            return Err(BackendError::Refused("dates_reversed"));
        }
        if !sql::end_assignment(tx, id, seen, last).await? {
            return Err(BackendError::Conflict);
        }
        account::write_audit(tx, backend, site, by, "desk.ended", &seat.staff).await
    })
}

/// Takes an assignment back that has not begun before `today`: what was never true leaves no trace
/// but in the audit log.
///
/// # Errors
/// [`BackendError::Refused`] with `begun`; [`BackendError::NotFound`] if the site has no such
/// assignment.
pub async fn remove_assignment(
    backend: &Backend,
    site: &str,
    id: &Id,
    today: Date,
    by: &Actor,
) -> Result<()> {
    transaction!(backend.db, |tx| {
        let seat = sql::assignment(tx, site, id).await?.ok_or(BackendError::NotFound)?;
        if seat.from < today {
            return Err(BackendError::Refused("begun"));
        }
        sql::delete_assignment(tx, id).await?;
        account::write_audit(tx, backend, site, by, "desk.unassigned", &seat.staff).await
    })
}

/// All assignments of a site that are not over on `day`, by desk.
pub async fn assignments(conn: &mut Conn, site: &str, day: Date) -> Result<Vec<Assignment>> {
    sql::assignments(conn, site, day).await
}

/// Notes that somebody is away, from a day to a day (both included).
///
/// # Errors
/// [`BackendError::Refused`] with `dates_reversed`, or `overlap` if they are away on one of the days
/// already; [`BackendError::NotFound`] for nobody of this site.
pub async fn add_absence(
    backend: &Backend,
    site: &str,
    staff: &Id,
    (from, until): (Date, Date),
    by: &Actor,
) -> Result<()> {
    if until < from {
        return Err(BackendError::Refused("dates_reversed"));
    }
    let id = backend.id();
    transaction!(backend.db, |tx| {
        tx.lock("staff", staff.as_str()).await?;
        of_site(tx, site, staff).await?;
        if sql::is_absent(tx, staff, from, until).await? {
            return Err(BackendError::Refused("overlap"));
        }
        sql::insert_absence(tx, &id, staff, from, until).await?;
        account::write_audit(tx, backend, site, by, "staff.absent", staff).await
    })
}

/// Takes an absence back.
///
/// # Errors
/// [`BackendError::NotFound`] if this member of the site has no such absence.
pub async fn remove_absence(
    backend: &Backend,
    site: &str,
    staff: &Id,
    id: &Id,
    by: &Actor,
) -> Result<()> {
    transaction!(backend.db, |tx| {
        of_site(tx, site, staff).await?;
        if !sql::delete_absence(tx, staff, id).await? {
            return Err(BackendError::NotFound);
        }
        account::write_audit(tx, backend, site, by, "staff.absence_removed", staff).await
    })
}

/// First and last days of the absences of a member that are not over on `day`.
pub async fn absences(conn: &mut Conn, staff: &Id, day: Date) -> Result<Vec<(Date, Date)>> {
    let all = absences_of(conn, staff, day).await?;
    Ok(all.into_iter().map(|absence| (absence.from, absence.until)).collect())
}

/// The absences of a member that are not over on `day`, by their first days.
pub async fn absences_of(conn: &mut Conn, staff: &Id, day: Date) -> Result<Vec<Absence>> {
    sql::absences_of(conn, staff, day).await
}

async fn of_site(tx: &mut Tx, site: &str, staff: &Id) -> Result<super::Member> {
    let member = super::find(tx, staff).await?;
    member.filter(|member| member.sites().contains(&site)).ok_or(BackendError::NotFound)
}
