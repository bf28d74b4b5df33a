//! Other firms with the same goal, for whom a joint meeting may be worth more than one each.
//!
//! Whoever looks sees no more of them than anywhere else at the desk: of requests that colleagues
//! look after only how many there are and whom to ask.

mod sql;

use super::Viewer;
use super::inbox;
use super::request::Request;
use crate::{Backend, BackendError, Conn, Id, Result};
use domain::codes;

/// How many similar requests are shown.
pub const MOST_SIMILAR: i64 = 5;

codes! {
    /// What a request has in common beside the goal, the more the earlier.
    Likeness {
        /// The same line of business.
        Sector = "sector",
        /// As many people work there.
        Size = "size",
        /// Nothing but the goal.
        Goal = "goal",
    }
}

/// A request with the same goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The request.
    pub request: Request,
    /// What else it has in common.
    pub likeness: Likeness,
}

/// Requests that are similar to one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Similar {
    /// Those the viewer may see, the most similar first, then the newest; at most
    /// [`MOST_SIMILAR`].
    pub alike: Vec<Alike>,
    /// Colleagues who look after others, and how many.
    pub elsewhere: Vec<(String, i64)>,
}

impl Similar {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.alike.is_empty() && self.elsewhere.is_empty()
    }
}

/// Confirmed requests of the same site that are under way and name the same goal first.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer may not see the request.
pub async fn similar(backend: &Backend, viewer: &Viewer, request: &Id) -> Result<Similar> {
    let day = backend.now().day();
    let mut conn = backend.db.read().await?;
    let found = inbox::find_visible(&mut conn, viewer, request, day).await?;
    let request = found.ok_or(BackendError::NotFound)?;
    if !request.state.allows_proposals() || request.goals.is_empty() {
        return Ok(Similar::default());
    }
    let alike = sql::alike(&mut conn, viewer, &request, day).await?;
    let alike = alike
        .into_iter()
        .map(|other| Alike { likeness: likeness(&request, &other), request: other });
    Ok(Similar {
        alike: alike.collect(),
        elsewhere: sql::elsewhere(&mut conn, viewer, &request, day).await?,
    })
}

/// What `other`, which has the same goal, has in common with `request` beside it. The order in the
/// database is by the same rule.
fn likeness(request: &Request, other: &Request) -> Likeness {
    if request.sector.is_some() && request.sector == other.sector {
        Likeness::Sector
    } else if request.size.is_some() && request.size == other.size {
        Likeness::Size
    } else {
        Likeness::Goal
    }
}

/// What the viewer calls these requests; those they may not see are left out.
pub async fn titles(
    conn: &mut Conn,
    viewer: &Viewer,
    requests: &[Id],
    day: jiff::civil::Date,
) -> Result<Vec<(Id, String)>> {
    let mut titles = Vec::with_capacity(requests.len());
    for id in requests {
        if let Some(request) = inbox::find_visible(conn, viewer, id, day).await? {
            titles.push((id.clone(), request.title().to_owned()));
        }
    }
    Ok(titles)
}
