//! `/mitarbeit/kalender`: a day, a week or the coming weeks of the room and the advisers.

mod agenda;
pub mod clashes;
mod frame;
mod grid;
mod lanes;

use super::subscription::Subscription;
use super::{viewer, week_of};
use crate::context::{Context, Cx, Fields, Outcome, Page};
use crate::routes::Right;
use crate::text::{desk, format, meeting_desk as text, team};
use crate::ui::notice;
use backend::Id;
use backend::meetings::{self, CalendarEntry, Clash, Feed};
use domain::content::Site;
use domain::meeting::MeetingPlace;
use domain::{Lang, codes};
use jiff::civil::{Date, Weekday};
use leptos::prelude::*;

codes! {
    /// How the calendar is laid out.
    Shape {
        /// One day, each host beside the other.
        Day = "tag",
        /// One week, each day beside the other.
        Week = "woche",
        /// The coming weeks, one below the other.
        List = "liste",
    }
}

codes! {
    /// Whose calendar it is.
    Whose {
        /// Everybody's at the site.
        All = "alle",
        /// That of whoever looks.
        Own = "ich",
        /// The room's.
        Room = "raum",
    }
}

/// Days of the list.
const LIST_DAYS: i32 = 28;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    shape: Shape,
    whose: Whose,
    day: Date,
}

impl Wanted {
    /// Reads the address; anything unreadable becomes the usual.
    fn read(query: &Fields, today: Date) -> Wanted {
        let shape = Shape::parse(query.get("ansicht")).unwrap_or(Shape::Week);
        // On a Sunday the week that has not begun is of more use than the one that is over.
        let sunday = shape == Shape::Week && today.weekday() == Weekday::Sunday;
        let soon = if sunday { today.tomorrow().unwrap_or(today) } else { today };
        Wanted {
            shape,
            whose: Whose::parse(query.get("wer")).unwrap_or(Whose::All),
            day: query.get("tag").parse().unwrap_or(soon),
        }
    }

    /// The first and the last day shown.
    fn days(self) -> (Date, Date) {
        let days = |n: i32| jiff::Span::new().days(n);
        match self.shape {
            Shape::Day => (self.day, self.day),
            Shape::Week => {
                let monday = week_of(self.day);
                (monday, monday.saturating_add(days(6)))
            }
            Shape::List => (self.day, self.day.saturating_add(days(LIST_DAYS - 1))),
        }
    }

    /// The same further on, or back.
    fn step(self, steps: i32) -> Wanted {
        let days = match self.shape {
            Shape::Day => steps,
            Shape::Week => 7 * steps,
            Shape::List => LIST_DAYS * steps,
        };
        Wanted { day: self.day.saturating_add(jiff::Span::new().days(days)), ..self }
    }

    /// Its address.
    fn href(self, cx: &Context) -> String {
        let (shape, whose) = (self.shape.code(), self.whose.code());
        cx.href(&format!("/kalender?ansicht={shape}&wer={whose}&tag={}", self.day))
    }

    /// The days in words.
    fn title(self) -> String {
        let (first, last) = self.days();
        match self.shape {
            Shape::Day => {
                let weekday = format::weekday_of(Lang::De, first);
                format!("{weekday}, {}", format::date(Lang::De, first))
            }
            Shape::Week => text::week(first),
            Shape::List => text::from_to(first, last),
        }
    }

    fn shows(self, entry: &CalendarEntry, me: &Id) -> bool {
        match self.whose {
            Whose::All => true,
            Whose::Own => entry.adviser == *me,
            Whose::Room => entry.place == MeetingPlace::Room,
        }
    }
}

/// Everything the page shows.
struct Shown {
    wanted: Wanted,
    entries: Vec<CalendarEntry>,
    clashes: Vec<Clash>,
    subscription: Option<Subscription>,
}

impl Shown {
    /// Whether this time has become impossible.
    fn clashes_with(&self, entry: &CalendarEntry) -> bool {
        let same = |clash: &&Clash| {
            (&clash.entry.meeting, clash.entry.slot) == (&entry.meeting, entry.slot)
        };
        self.clashes.iter().find(same).is_some()
    }
}

/// The calendar.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, None).await
}

/// The room's calendar to subscribe to.
pub fn room_feed(site: &Site) -> Feed {
    Feed::Room { site: site.meta.id.to_string(), room: site.room.id.clone() }
}

/// The calendar, with the address of the room's that was just made.
pub async fn show(cx: Cx, address: Option<String>) -> Outcome {
    let viewer = viewer(&cx)?;
    let wanted = Wanted::read(&cx.query, cx.today);
    let (backend, site) = (&cx.app.backend, cx.site()?);
    let mut entries = meetings::calendar(backend, &viewer, wanted.days()).await?;
    entries.retain(|entry| wanted.shows(entry, &viewer.staff));
    let clashes = meetings::clashes(backend, site, &viewer).await?;
    let subscription = if cx.may(Right::Coordination) {
        Some(Subscription::load(&cx, &room_feed(site), address).await?)
    } else {
        None
    };
    let shown = Shown { wanted, entries, clashes, subscription };
    let title = format!("{}: {}", cx.t(desk::CALENDAR), wanted.title());
    let view = move || cx.site().ok().map(|site| view(&cx, site, &shown)).into_any();
    Page::new(title, view).ok()
}

fn view(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let body = match shown.wanted.shape {
        Shape::Day => grid::day(cx, site, shown),
        Shape::Week => grid::week(cx, site, shown),
        Shape::List => agenda::agenda(cx, site, shown),
    };
    let subscription = shown.subscription.as_ref().map(|subscription| {
        let section = subscription.section(cx, text::FEED_ROOM, "/kalender/abo");
        view! { <div class="mt-6 desk-narrow screen-only">{section}</div> }
    });
    view! {
        {frame::head(cx, shown.wanted)}
        {notice::done(cx, &[("kalender", team::DID_END_FEED)])
            .map(|note| view! { <div class="mb-5">{note}</div> })}
        {clashes::banner(cx, &shown.clashes)}
        {frame::choice(cx, shown.wanted)}
        {body}
        {subscription}
    }
    .into_any()
}

/// What an entry is called: the firm, as a link where its request may be seen, or its reference.
fn name(cx: &Context, entry: &CalendarEntry) -> AnyView {
    let shown = entry.firm.clone().unwrap_or_else(|| entry.reference.to_string());
    if !entry.visible {
        return shown.into_any();
    }
    let href = cx.href(&format!("/anfragen/{}#treffen-{}", entry.request, entry.meeting));
    view! { <a href=href>{shown}</a> }.into_any()
}

/// The provider's name, if one takes part.
fn provider<'a>(cx: &'a Context, entry: &CalendarEntry) -> Option<&'a str> {
    let provider = cx.content.providers.get(entry.provider.as_deref()?)?;
    Some(&provider.text.de.title)
}

#[cfg(test)]
mod tests;
