//! Requests: sent once, routed with a reason, confirmed without losing anybody, worked on at the
//! desk, released field by field, deleted on the day that was promised.

mod amend;
mod desk;
mod detail;
mod found_by;
pub mod history;
mod inbox;
mod listing;
pub mod notify;
mod providers;
mod record;
mod request;
mod similar;
mod sme;
mod sql;
mod submit;
mod tick;

pub use amend::{
    AddressView, Amended, Amendment, BUNDLE_MINUTES, Own, address, amend, confirm_address, own,
};
pub use desk::{
    Edit, Placed, close, confirm_by_phone, hand_over, keep_until, note, reopen, take, to_pool,
};
pub use detail::{Detail, StaffName, detail};
pub use found_by::{LONGEST_QUESTION, search};
pub use inbox::{Filter, InboxCounts, InboxRow, PAGE, counts, inbox};
pub use listing::{Listing, decide_listing};
pub use providers::{Pick, ProviderView, Suggested, propose, provider_view, suggestions};
pub use record::own_record;
pub use request::{Event, Request, RequestProvider};
pub use similar::{Alike, Likeness, MOST_SIMILAR, Similar, similar, titles};
pub(crate) use sme::by_link;
pub use sme::{StatusView, confirm, release, status, withdraw};
pub use submit::{ConfirmationMail, FormKey, Submission, Submitted, reason_text, submit};
pub use tick::{Ticked, tick};

pub(crate) use history::forget_shared_words;
pub(crate) use inbox::{find_visible, visible};
pub(crate) use record::record_of;
pub(crate) use tick::note_expiry;

use crate::{Conn, Id, Result};

/// Who looks at requests, and of which site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The member of staff.
    pub staff: Id,
    /// The site.
    pub site: String,
    /// Coordinators see all requests of the site; advisers their own, those of absent colleagues
    /// they stand in for, and the pool.
    pub sees_all: bool,
}

/// A request by its id, without a question who asks; for use cases that have checked that.
pub async fn find(conn: &mut Conn, id: &Id) -> Result<Option<Request>> {
    sql::find(conn, id).await
}

#[cfg(test)]
pub(crate) mod tests;
