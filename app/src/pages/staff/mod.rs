//! The desk: what members of staff see. German only.

mod aside;
pub mod calendar;
pub mod entry;
pub mod inbox;
pub mod outbox;
pub mod request;
mod request_facts;
mod request_meetings;
mod request_tasks;
pub mod sign_in;
pub mod slots;

use crate::context::{Context, PageError};
use backend::requests::Viewer;
use domain::staff::Role;
use jiff::civil::Date;

/// The Monday of a day's week.
fn week_of(day: Date) -> Date {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(jiff::Span::new().days(back))
}

/// Who looks, for the use cases. Whoever does not work on requests of this site sees nothing.
pub fn viewer(cx: &Context) -> Result<Viewer, PageError> {
    let member = &cx.staff.as_ref().ok_or(PageError::NotFound)?.member;
    let site = cx.site()?.meta.id.to_string();
    if !member.sees_requests(&site) {
        return Err(PageError::Forbidden);
    }
    let sees_all = member.has(&site, Role::Coordinator);
    Ok(Viewer { staff: member.id.clone(), site, sees_all })
}
