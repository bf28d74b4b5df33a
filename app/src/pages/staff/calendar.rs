//! `/mitarbeit/kalender`: the week of the room and the advisers. Each day is a heading and a list,
//! so that it reads the same aloud; the style sheet places the entries on quarter hours.

use super::{viewer, week_of};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, desk, format, meeting_desk as text};
use crate::ui::icon;
use backend::meetings::{self, WeekEntry};
use domain::Lang;
use domain::calendar::{Opening, midnight};
use domain::content::Site;
use domain::meeting::{MeetingPlace, MeetingState};
use jiff::civil::{Date, Weekday};
use leptos::prelude::*;

/// The first hour shown.
const FROM_HOUR: i64 = 8;
/// The hour at which the shown day ends.
const TO_HOUR: i64 = 19;
/// Days shown, from Monday.
const DAYS: i32 = 6;

/// The week.
pub async fn page(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    // On a Sunday the week that has not begun is of more use than the one that is over.
    let soon = if cx.today.weekday() == Weekday::Sunday { cx.today.tomorrow().ok() } else { None };
    let wanted: Date = cx.query.get("woche").parse().unwrap_or(soon.unwrap_or(cx.today));
    let monday = week_of(wanted);
    let entries = meetings::week(&cx.app.backend, &viewer, monday).await?;
    cx.site()?;
    let title = cx.t(desk::CALENDAR);
    let view = move || cx.site().ok().map(|site| view(&cx, site, monday, &entries)).into_any();
    Page::new(title, view).ok()
}

fn view(cx: &Context, site: &Site, monday: Date, entries: &[WeekEntry]) -> AnyView {
    let hours = (FROM_HOUR..TO_HOUR)
        .map(|hour| view! { <span>{format!("{hour} Uhr")}</span> })
        .collect_view();
    let days = (0..DAYS)
        .map(|n| monday.saturating_add(jiff::Span::new().days(n)))
        .map(|day| column(cx, site, day, entries))
        .collect_view();
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(desk::CALENDAR)}</h1>
                <p>{text::week(monday)}</p>
            </div>
            {steps(cx, monday)}
        </div>
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
        <div class="week">
            <div class="week-hours" aria-hidden="true">
                <span></span>
                {hours}
            </div>
            {days}
        </div>
        <p class="muted small mt-4">{cx.t(text::LEGEND_NOTE)}</p>
    }
    .into_any()
}

fn steps(cx: &Context, monday: Date) -> AnyView {
    let link = |weeks: i32, label: Msg, drawing: AnyView| {
        let day = monday.saturating_add(jiff::Span::new().weeks(weeks));
        view! {
            <a
                class="button outline small"
                href=cx.href(&format!("/kalender?woche={day}"))
                aria-label=cx.t(label)
            >
                {drawing}
            </a>
        }
    };
    view! {
        <div class="row gap-2">
            {link(-1, text::PREVIOUS_WEEK, icon::back())}
            <a class="button outline small" href=cx.href("/kalender")>
                {cx.t(text::THIS_WEEK)}
            </a>
            {link(1, text::NEXT_WEEK, icon::arrow())}
        </div>
    }
    .into_any()
}

fn column(cx: &Context, site: &Site, day: Date, entries: &[WeekEntry]) -> AnyView {
    let opening = Opening::of(site, MeetingPlace::Room);
    let open = opening.spans(day);
    let short: String = format::weekday_of(Lang::De, day).chars().take(2).collect();
    let label = format::weekday_date(Lang::De, day);
    let shut = shut(day, &open);
    let hours = if open.is_empty() { cx.t(text::SHUT).to_owned() } else { text::hours(&open) };
    let hours = view! { <small>{hours}</small> };
    let list = entries
        .iter()
        .filter(|entry| entry.slot.day() == day)
        .map(|entry| item(cx, day, entry))
        .collect_view();
    let class = if day == cx.today { "week-day today" } else { "week-day" };
    let track = if open.is_empty() { "week-track closed" } else { "week-track" };
    view! {
        <section class=class aria-label=label>
            <h2>{short} " " <span>{format!("{}.", day.day())}</span> {hours}</h2>
            <ol role="list" class=track>
                {shut}
                {list}
            </ol>
        </section>
    }
    .into_any()
}

/// The grid line of a moment, 1 = the first hour shown, clamped to the shown day.
fn line(day: Date, at: domain::Instant) -> i64 {
    let start = midnight(day).plus_hours(FROM_HOUR);
    let quarters = (at.0 - start.0).div_euclid(15 * 60_000);
    quarters.clamp(0, (TO_HOUR - FROM_HOUR) * 4) + 1
}

type Span = (domain::Instant, domain::Instant);

/// What is outside the opening hours of a day that has some.
fn shut(day: Date, open: &[Span]) -> AnyView {
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

fn item(cx: &Context, day: Date, entry: &WeekEntry) -> AnyView {
    let (from, to) = (line(day, entry.slot.start()), line(day, entry.slot.end()));
    let kind = if entry.state == MeetingState::Proposed { "hold" } else { "meeting" };
    let provider = entry.provider.as_deref().and_then(|id| cx.content.providers.get(id));
    let with = provider.map(|p| format!("mit {}, ", p.text.de.title)).unwrap_or_default();
    let second = format!("{with}{}, {}", entry.adviser_name, text::place(entry.place));
    let at = format::clock(entry.slot.start().berlin().time());
    let name = match &entry.firm {
        Some(firm) => {
            let href = cx.href(&format!("/anfragen/{}", entry.request));
            view! { <a href=href>{firm.clone()}</a> }.into_any()
        }
        None => entry.reference.to_string().into_any(),
    };
    let held = (kind == "hold").then(|| format!("{}: ", cx.t(text::HELD)));
    view! {
        <li class=format!("{kind} from-{from} to-{to}")>
            <span class="time">{at}</span>
            " "
            <b>{held} {name}</b>
            " "
            <span>{second}</span>
        </li>
    }
    .into_any()
}
