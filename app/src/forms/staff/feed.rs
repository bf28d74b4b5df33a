//! Calendars to subscribe to: a new address, or none any more. A new address is shown on the page
//! that answers the form: it is nowhere else.

use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::{account, admit, calendar};
use backend::meetings::{Feed, FeedEdit, subscribe, unsubscribe};

/// The own calendar.
fn own_feed(cx: &Context) -> Result<FeedEdit, PageError> {
    let me = admit(cx)?;
    let feed = Feed::Person(me.session.member.id.clone());
    Ok(FeedEdit { site: me.site_id().to_owned(), feed, by: me.by })
}

/// The room's.
fn room_feed(cx: &Context) -> Result<FeedEdit, PageError> {
    let me = admit(cx)?;
    let feed = calendar::room_feed(me.site);
    Ok(FeedEdit { site: me.site_id().to_owned(), feed, by: me.by })
}

async fn begin(cx: &Context, edit: FeedEdit) -> Result<String, PageError> {
    let secret = subscribe(&cx.app.backend, edit).await?;
    Ok(cx.public(&format!("/kalender/{secret}.ics")))
}

/// POST `/mitarbeit/konto/kalender`.
pub async fn own(cx: Cx) -> Outcome {
    let address = begin(&cx, own_feed(&cx)?).await?;
    account::show_address(cx, address).await
}

/// POST `/mitarbeit/konto/kalender/beenden`.
pub async fn end_own(cx: Cx) -> Outcome {
    unsubscribe(&cx.app.backend, own_feed(&cx)?).await?;
    see_other(cx.href("/konto?getan=kalender"))
}

/// POST `/mitarbeit/kalender/abo`.
pub async fn room(cx: Cx) -> Outcome {
    let address = begin(&cx, room_feed(&cx)?).await?;
    calendar::show(cx, Some(address)).await
}

/// POST `/mitarbeit/kalender/abo/beenden`.
pub async fn end_room(cx: Cx) -> Outcome {
    unsubscribe(&cx.app.backend, room_feed(&cx)?).await?;
    see_other(cx.href("/kalender?getan=kalender"))
}

#[cfg(test)]
mod tests;
