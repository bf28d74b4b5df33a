//! `/kalender/….ics`: the meetings of a member of the team or of the room, for whoever holds the
//! address. It names no firm and no person.

use crate::context::{Cx, Outcome, PageError};
use backend::meetings;

/// The calendar. Whatever is wrong with the address, the answer is the same.
pub async fn page(cx: Cx) -> Outcome {
    let secret = cx.param(0).strip_suffix(".ics").ok_or(PageError::BadLink)?;
    let found = meetings::feed(&cx.app.backend, &cx.content, secret).await?;
    let calendar = found.ok_or(PageError::BadLink)?;
    Ok(super::document("text/calendar; charset=utf-8", calendar))
}
