//! A firm that reads its mails elsewhere has its meetings in another calendar from now on.

use super::load;
use super::notify::{self, Calendar};
use crate::requests::Request;
use crate::{Backend, Result, Tx};
use domain::content::Content;
use domain::meeting::{MeetingState, Party};

/// Sends the firm of a request its booked meetings once more. Lock the request together with those
/// that share a meeting with it first.
pub(crate) async fn send_again(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    request: &Request,
) -> Result<()> {
    for meeting in load::of_request(tx, &request.id).await? {
        if meeting.state != MeetingState::Booked || meeting.has_begun(backend.now()) {
            continue;
        }
        let Some(locked) = load::lock(tx, &meeting.id).await? else { continue };
        if let Some(seat) = locked.meeting.seat(Party::Sme, request.id.as_str()) {
            notify::calendar_for(tx, backend, content, &locked, seat, Calendar::Booked).await?;
        }
    }
    Ok(())
}
