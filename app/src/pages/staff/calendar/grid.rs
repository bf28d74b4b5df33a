//! A day or a week as columns. Each column is a heading and a list, so that it reads the same
//! aloud; the style sheet places the entries on quarter hours.

use super::lanes::{Lane, lanes};
use super::{Shown, Whose, name, provider};
use crate::context::Context;
use crate::text::{format, meeting_desk as text};
use crate::ui::icon;
use backend::meetings::CalendarEntry;
use domain::calendar::{Opening, midnight};
use domain::content::Site;
use domain::meeting::{MeetingPlace, MeetingState};
use domain::{Instant, Lang};
use jiff::civil::Date;
use leptos::prelude::*;

/// The first hour shown.
const FROM_HOUR: i64 = 8;
/// The hour at which the shown day ends.
const TO_HOUR: i64 = 19;
/// Most lanes that are drawn beside each other; further ones stand on the last.
const MOST_LANES: usize = 6;

/// The columns of a week, from Monday to Saturday, with a Sunday only if something is on it.
pub fn week(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let (monday, sunday) = shown.wanted.days();
    let on = |day: Date| -> Vec<&CalendarEntry> {
        shown.entries.iter().filter(|entry| entry.slot.day() == day).collect()
    };
    let last = if on(sunday).is_empty() { 6 } else { 7 };
    let days = (0..last)
        .map(|n| monday.saturating_add(jiff::Span::new().days(n)))
        .map(|day| {
            let short: String = format::weekday_of(Lang::De, day).chars().take(2).collect();
            let number = format!("{}.", day.day());
            let heading = view! { {short} " " <span>{number}</span> }.into_any();
            let label = format::weekday_date(Lang::De, day);
            column(cx, site, shown, Column { day, heading, label, entries: on(day) })
        })
        .collect_view();
    frame(cx, if last == 7 { "week seven-days" } else { "week" }, days.into_any())
}

/// The columns of a day: one for each host, or a single one.
pub fn day(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let day = shown.wanted.day;
    let mut hosts: Vec<(&str, Vec<&CalendarEntry>)> = Vec::new();
    if shown.wanted.whose == Whose::All {
        for entry in &shown.entries {
            match hosts.iter_mut().find(|(_, entries)| entries[0].adviser == entry.adviser) {
                Some((_, entries)) => entries.push(entry),
                None => hosts.push((&entry.adviser_name, vec![entry])),
            }
        }
        hosts.sort_by_key(|(name, _)| *name);
    }
    if hosts.is_empty() {
        let whose = match shown.wanted.whose {
            Whose::All | Whose::Room => cx.t(text::WHOSE_ROOM),
            Whose::Own => cx.t(text::WHOSE_OWN),
        };
        hosts.push((whose, shown.entries.iter().collect()));
    }
    let columns = hosts
        .into_iter()
        .map(|(host, entries)| {
            let heading = host.to_owned().into_any();
            column(cx, site, shown, Column { day, heading, label: host.to_owned(), entries })
        })
        .collect_view();
    frame(cx, "week one-day", columns.into_any())
}

fn frame(cx: &Context, class: &'static str, columns: AnyView) -> AnyView {
    let hours = (FROM_HOUR..TO_HOUR)
        .map(|hour| view! { <span>{format!("{hour} Uhr")}</span> })
        .collect_view();
    view! {
        <p class="week-legend">
            <span>
                <i class="meeting"></i>
                {cx.t(text::MEETINGS)}
            </span>
            <span>
                <i class="hold"></i>
                {cx.t(text::HELD)}
            </span>
        </p>
        <div class=class>
            <div class="week-hours" aria-hidden="true">
                <span></span>
                {hours}
            </div>
            {columns}
        </div>
        <p class="muted small mt-4">{cx.t(text::LEGEND_NOTE)}</p>
    }
    .into_any()
}

struct Column<'a> {
    day: Date,
    heading: AnyView,
    label: String,
    entries: Vec<&'a CalendarEntry>,
}

fn column(cx: &Context, site: &Site, shown: &Shown, column: Column<'_>) -> AnyView {
    let Column { day, heading, label, entries } = column;
    let open = Opening::of(site, MeetingPlace::Room).spans(day);
    let hours = if open.is_empty() { cx.t(text::SHUT).to_owned() } else { text::hours(&open) };
    let slots: Vec<_> = entries.iter().map(|entry| entry.slot).collect();
    let nothing = entries
        .is_empty()
        .then(|| view! { <p class="visually-hidden">{cx.t(text::NOTHING_ON)}</p> });
    let list = entries
        .into_iter()
        .zip(lanes(&slots))
        .map(|(entry, lane)| item(cx, shown, day, entry, lane))
        .collect_view();
    let class = if day == cx.today { "week-day today" } else { "week-day" };
    let track = if open.is_empty() { "week-track closed" } else { "week-track" };
    view! {
        <section class=class aria-label=label>
            <h2>{heading} " " <small>{hours}</small></h2>
            {nothing}
            <ol role="list" class=track>
                {shut(day, &open)}
                {list}
            </ol>
        </section>
    }
    .into_any()
}

/// The grid line of a moment, 1 = the first hour shown, clamped to the shown day.
fn line(day: Date, at: Instant) -> i64 {
    let start = midnight(day).plus_hours(FROM_HOUR);
    let quarters = (at.0 - start.0).div_euclid(15 * 60_000);
    quarters.clamp(0, (TO_HOUR - FROM_HOUR) * 4) + 1
}

/// What is outside the opening hours of a day that has some.
fn shut(day: Date, open: &[(Instant, Instant)]) -> AnyView {
    let Some((first, last)) = open.first().zip(open.last()) else { return ().into_any() };
    let end = (TO_HOUR - FROM_HOUR) * 4 + 1;
    let (opens, closes) = (line(day, first.0), line(day, last.1));
    let block = |from: i64, to: i64| {
        (from < to).then(|| {
            view! { <li class=format!("shut from-{from} to-{to}") aria-hidden="true"></li> }
        })
    };
    view! {
        {block(1, opens)}
        {block(closes, end)}
    }
    .into_any()
}

fn item(cx: &Context, shown: &Shown, day: Date, entry: &CalendarEntry, lane: Lane) -> AnyView {
    let (from, to) = (line(day, entry.slot.start()), line(day, entry.slot.end()));
    let held = entry.state == MeetingState::Proposed;
    let kind = if held { "hold" } else { "meeting" };
    let (number, of) = (lane.number.min(MOST_LANES), lane.of.min(MOST_LANES));
    let lane = if of > 1 { format!(" lane-{number} lanes-{of}") } else { String::new() };
    let with = provider(cx, entry).map(|name| format!("mit {name}, ")).unwrap_or_default();
    let second = format!("{with}{}, {}", entry.adviser_name, text::place(entry.place));
    let at = format::clock(entry.slot.start().berlin().time());
    let clash = shown.clashes_with(entry).then(|| {
        view! { <strong class="clash">{icon::warning()} " " {cx.t(text::CLASH)}</strong> }
    });
    view! {
        <li class=format!("{kind} from-{from} to-{to}{lane}")>
            <span class="time">{at}</span>
            " "
            <b>{held.then(|| format!("{}: ", cx.t(text::HELD)))} {name(cx, entry)}</b>
            " "
            <span>{second}</span>
            {clash}
        </li>
    }
    .into_any()
}
