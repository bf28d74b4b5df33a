//! The sheet for a meeting: who comes, and what it is about. It lies on the table, so it says of
//! each firm only what everybody at the table may know; the team's own copy says more.

use super::{Meeting, load};
use crate::requests::{self, Request, Viewer};
use crate::{Backend, BackendError, Conn, Id, Result};
use domain::codes;
use domain::meeting::{MeetingKind, MeetingState, Party, Slot};
use domain::request::Reference;
use jiff::civil::Date;

codes! {
    /// Whom a sheet is for.
    SheetCopy {
        /// Everybody at the table.
        Table = "tisch",
        /// The team alone.
        Team = "team",
    }
}

/// A sheet to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The meeting as staff sees it.
    pub meeting: Meeting,
    /// When it is.
    pub slot: Slot,
    /// What it is called in a conversation. A table of several firms is not told: it is the number
    /// of one of them.
    pub reference: Option<Reference>,
    /// Each firm, as far as the copy may say.
    pub firms: Vec<SheetFirm>,
}

/// A firm on a sheet. What the readers may not know is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetFirm {
    /// What its request is called; on the team's copy.
    pub reference: Option<Reference>,
    /// The firm.
    pub firm: Option<String>,
    /// Who comes.
    pub person: Option<String>,
    /// How to reach them; on the team's copy.
    pub contact: Vec<String>,
    /// Goal ids.
    pub goals: Vec<String>,
    /// Their own words.
    pub message: Option<String>,
}

/// The sheet of a meeting that has a time.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer may not see the request, the meeting is not one of it,
/// or there is nothing to print: it has no time, or was called off.
pub async fn sheet(
    backend: &Backend,
    viewer: &Viewer,
    request: &Id,
    meeting: &Id,
    copy: SheetCopy,
) -> Result<Sheet> {
    let today = backend.now().day();
    let mut conn = backend.db.read().await?;
    let request = load::visible(&mut conn, viewer, request, today).await?;
    let meetings = load::of_request(&mut conn, &request.id).await?;
    let found = meetings.into_iter().find(|found| found.id == *meeting);
    let mut meeting = found.ok_or(BackendError::NotFound)?;
    let takes_place =
        |state| matches!(state, MeetingState::Booked | MeetingState::Held | MeetingState::NoShow);
    let slot = meeting.slot.filter(|_| takes_place(meeting.state)).ok_or(BackendError::NotFound)?;
    let mut firms = Vec::new();
    for seat in meeting.seats.iter().filter(|seat| seat.participant.party == Party::Sme) {
        let Some(id) = Id::parse(&seat.subject) else { continue };
        firms.push(match copy {
            SheetCopy::Team => for_the_team(&mut conn, viewer, &id, today).await?,
            SheetCopy::Table => for_the_table(&mut conn, &meeting, &id).await?,
        });
    }
    let reference = match (copy, meeting.kind) {
        (SheetCopy::Table, MeetingKind::Joint) => None,
        _ => Some(request.reference),
    };
    if copy == SheetCopy::Table {
        // Who comes stands in `firms`; what they wrote to staff is not for the table.
        meeting.seats.clear();
    }
    Ok(Sheet { meeting, slot, reference, firms })
}

/// Everything, of firms whose request the viewer may see; of others what it is called.
async fn for_the_team(conn: &mut Conn, viewer: &Viewer, id: &Id, today: Date) -> Result<SheetFirm> {
    if let Some(request) = requests::find_visible(conn, viewer, id, today).await? {
        let contact = request.phone.iter().chain(&request.email).cloned().collect();
        let reference = Some(request.reference);
        return Ok(SheetFirm { reference, contact, ..whole(request) });
    }
    let hidden = requests::find(conn, id).await?.ok_or(BackendError::NotFound)?;
    Ok(SheetFirm { reference: Some(hidden.reference), ..SheetFirm::default() })
}

/// What everybody at the table may know: a firm among itself everything, a provider what was
/// released to it, and of several firms nobody anything.
async fn for_the_table(conn: &mut Conn, meeting: &Meeting, id: &Id) -> Result<SheetFirm> {
    match (meeting.kind, &meeting.provider) {
        (MeetingKind::Joint, _) => Ok(SheetFirm::default()),
        (_, Some(provider)) => {
            let view = requests::provider_view(conn, id, provider).await?;
            Ok(view.map_or_else(SheetFirm::default, |view| SheetFirm {
                firm: view.firm,
                person: view.person,
                goals: view.goals,
                message: view.message,
                ..SheetFirm::default()
            }))
        }
        (_, None) => Ok(whole(requests::find(conn, id).await?.ok_or(BackendError::NotFound)?)),
    }
}

fn whole(request: Request) -> SheetFirm {
    SheetFirm {
        firm: request.firm,
        person: Some(request.person),
        goals: request.goals,
        message: request.message,
        ..SheetFirm::default()
    }
}
