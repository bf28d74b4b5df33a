//! One request with everything staff needs to decide.

use super::request::{Event, Request, RequestProvider};
use super::{Viewer, history, inbox, providers, sql, submit};
use crate::{Backend, BackendError, Id, Result};
use domain::content::Site;
use jiff::civil::Date;

/// A member of staff that the history names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffName {
    /// Row id.
    pub id: Id,
    /// Name.
    pub name: String,
}

/// A request for the desk.
#[derive(Clone, Debug)]
pub struct Detail {
    /// The request.
    pub request: Request,
    /// Why it is where it is: "weil Bezirk Hörde".
    pub reason: String,
    /// Providers the firm named or staff proposed, with what is released to each.
    pub providers: Vec<RequestProvider>,
    /// What happened, oldest first.
    pub history: Vec<Event>,
    /// Everybody of staff who occurs in it.
    pub staff: Vec<StaffName>,
    /// The day by which something has to happen, if there is one.
    pub due: Option<Date>,
}

impl Detail {
    /// The name of a member of staff who occurs in this request.
    pub fn name(&self, id: &Id) -> Option<&str> {
        self.staff.iter().find(|person| person.id == *id).map(|person| person.name.as_str())
    }
}

/// The request, if `viewer` may see it.
///
/// # Errors
/// [`BackendError::NotFound`], also for requests of others: they do not exist for this viewer.
pub async fn detail(backend: &Backend, site: &Site, viewer: &Viewer, id: &Id) -> Result<Detail> {
    let mut conn = backend.db.read().await?;
    let found = inbox::find_visible(&mut conn, viewer, id, backend.now().day()).await?;
    let request = found.ok_or(BackendError::NotFound)?;
    Ok(Detail {
        reason: submit::reason_text(site, &request),
        providers: providers::of(&mut conn, id).await?,
        history: history::events(&mut conn, id).await?,
        staff: sql::staff_of(&mut conn, id).await?,
        due: inbox::due(&request),
        request,
    })
}
