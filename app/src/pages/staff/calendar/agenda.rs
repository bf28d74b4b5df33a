//! The coming weeks as a table: one line for each time.

use super::{Shown, name, provider};
use crate::context::Context;
use crate::pages::staff::{empty, table};
use crate::text::{format, meeting_desk as text};
use crate::ui::icon;
use backend::meetings::CalendarEntry;
use domain::Lang;
use domain::content::Site;
use domain::meeting::MeetingState;
use leptos::prelude::*;

/// The table, or that there is nothing.
pub fn agenda(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    if shown.entries.is_empty() {
        return empty(cx, text::NOTHING_ON, text::NOTHING_ON_HINT, None);
    }
    let columns =
        [text::COL_WHEN, text::COL_FIRM, text::COL_WITH, text::COL_PLACE, text::COL_STATE];
    let lines = shown.entries.iter().map(|entry| line(cx, site, shown, entry)).collect_view();
    table(cx, "agenda", text::MEETINGS, &columns, lines.into_any())
}

fn line(cx: &Context, site: &Site, shown: &Shown, entry: &CalendarEntry) -> AnyView {
    let day = format::weekday_date(Lang::De, entry.slot.day());
    let span = format::span(Lang::De, entry.slot.start(), i64::from(entry.slot.minutes()));
    let with = provider(cx, entry).map(|name| format!("{name}, ")).unwrap_or_default();
    let place = match &entry.room {
        Some(room) if *room == site.room.id => site.room.name.clone(),
        Some(room) => room.clone(),
        None => text::place(entry.place).to_owned(),
    };
    let state = match entry.state {
        MeetingState::Proposed => cx.t(text::HELD),
        other => text::state(other),
    };
    let clash = shown.clashes_with(entry).then(|| {
        view! { <strong class="clash">{icon::warning()} " " {cx.t(text::CLASH)}</strong> }
    });
    view! {
        <tr class=(entry.slot.day() == cx.today).then_some("is-new")>
            <th scope="row">
                <b>{day}</b>
                <span>{span}</span>
            </th>
            <td data-label=cx.t(text::COL_FIRM)>
                <div>
                    {name(cx, entry)} <br />
                    <span class="small muted">{text::kind(entry.kind)}</span>
                </div>
            </td>
            <td data-label=cx.t(text::COL_WITH)>{with} {entry.adviser_name.clone()}</td>
            <td data-label=cx.t(text::COL_PLACE)>{place}</td>
            <td data-label=cx.t(text::COL_STATE)>
                <div>{state} " " {clash}</div>
            </td>
        </tr>
    }
    .into_any()
}
