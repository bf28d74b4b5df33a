//! From a desk to a person: the rules are in the domain, who sits where is in the database.

mod sql;

use crate::{Conn, Id, Result, Tx};
use domain::content::Site;
use domain::routing::{self, Reason};
use domain::staff::Role;
use jiff::civil::Date;

/// Where a request belongs on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The desk, or `None` for the pool.
    pub desk: Option<String>,
    /// Why.
    pub reason: Reason,
    /// Who sits there; `None` if nobody does or nobody is here.
    pub staff: Option<Id>,
    /// Whom that person stands in for.
    pub substitute_for: Option<Id>,
}

/// Finds desk and person for a request. Nobody else places a request at the same desk until the
/// end of the transaction, so that equals really share the work.
pub async fn place(
    tx: &mut Tx,
    site: &Site,
    district: Option<&str>,
    sector: Option<&str>,
    day: Date,
) -> Result<Placement> {
    let route = routing::route(site, district, sector);
    let mut placement =
        Placement { desk: None, reason: route.reason, staff: None, substitute_for: None };
    let Some(desk) = route.desk else { return Ok(placement) };
    let site = site.meta.id.as_str();
    tx.lock("staff", &format!("{site}/{}", desk.id)).await?;
    let seats = sql::seats(tx, site, &desk.id, &day.to_string()).await?;
    if let Some((seat, instead)) = routing::choose(&seats, day) {
        placement.staff = Id::parse(&seat.staff);
        placement.substitute_for = instead.and_then(|absent| Id::parse(&absent.staff));
    }
    placement.desk = Some(desk.id.clone());
    Ok(placement)
}

/// Addresses of those who have to hear about a request: the person it is assigned to, or, if it
/// lies in the pool, the coordinators of the site. May be empty.
pub async fn responsible(
    conn: &mut Conn,
    site: &str,
    assigned: Option<&Id>,
) -> Result<Vec<String>> {
    if let Some(staff) = assigned
        && let Some(email) = sql::email(conn, staff).await?
    {
        return Ok(vec![email]);
    }
    coordinators(conn, site).await
}

/// Addresses of the coordinators of a site.
pub async fn coordinators(conn: &mut Conn, site: &str) -> Result<Vec<String>> {
    sql::with_role(conn, site, Role::Coordinator).await
}

/// Addresses of the administrators of a site.
pub async fn admins(conn: &mut Conn, site: &str) -> Result<Vec<String>> {
    sql::with_role(conn, site, Role::Admin).await
}

#[cfg(test)]
mod tests;
