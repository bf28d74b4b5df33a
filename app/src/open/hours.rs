//! `/oeffnungszeiten.ics`: when the room is open, as a calendar (RFC 5545) to subscribe to.

use crate::context::{Cx, Outcome};
use crate::text::{common, home, visit as text};
use backend::ical::OpeningHours;
use domain::Lang;
use domain::calendar::Opening;

/// The calendar. It is one for all languages, like the hours, and in German.
pub async fn page(cx: Cx) -> Outcome {
    let site = cx.site()?;
    let (words, room) = (&site.text.de, &site.room);
    let host = cx.app.public_url.split("://").last().unwrap_or_default();
    let identity = format!("{}@{host}", site.meta.id);
    let free = text::FREE.get(Lang::De);
    let calendar = OpeningHours {
        opening: Opening { hours: &site.hours, closures: &site.closures },
        identity: &identity,
        name: &format!("{}, {}", home::HOURS.get(Lang::De), words.short),
        summary: &format!("{} {}", common::PRODUCT.get(Lang::De), text::IS_OPEN.get(Lang::De)),
        description: &format!("{free}\n{}", text::HOLIDAYS.get(Lang::De)),
        location: &format!("{}, {}, {} {}", words.title, room.street, room.postcode, room.city),
        position: room.position,
        url: &cx.public("/besuch"),
        today: cx.today,
    };
    Ok(super::document("text/calendar; charset=utf-8", calendar.write()))
}
