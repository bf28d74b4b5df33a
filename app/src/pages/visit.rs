//! `/besuch`: when the room is open, how to get there, who is there.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::open::linked;
use crate::pages::home::hours_table;
use crate::text::{Msg, common, visit as text};
use crate::ui::{contact, exits, film, icon, notice};
use domain::Surface;
use domain::calendar::holiday;
use domain::content::{Site, Weekday};
use jiff::civil::Date;
use leptos::prelude::*;

/// How far ahead closed days are told, in days.
const AHEAD: usize = 90;

/// The visit page.
pub async fn page(cx: Cx) -> Outcome {
    let site = cx.site()?;
    let Some(entry) = cx.content.pages.get("besuch") else {
        return Err(PageError::NotFound);
    };
    let words = entry.text.text(cx.lang());
    let (title, description) = (cx.t(common::NAV_ROOM), words.description.clone());
    let linked = linked::room(&cx, site);
    let view = move || {
        let entry = cx.content.pages.get("besuch");
        cx.site().ok().zip(entry).map(|(site, entry)| view(&cx, site, entry)).into_any()
    };
    Page::new(title, view).description(description).linked(linked).ok()
}

fn view(cx: &Context, site: &Site, entry: &domain::content::Page) -> AnyView {
    let (words, lang) = cx.texts(&entry.text);
    let body = words.body.for_place(cx.place).into_owned();
    view! {
        <div class="wrap page-head">
            <h1 lang=lang>{words.title.clone()}</h1>
            <p class="lead">{cx.t(text::FREE)}</p>
            {notice::only_german(cx, lang)} {notice::tested(cx, &entry.text)}
            {entry.sign_language.as_ref().map(|film| film::sign_language(cx, film))}
        </div>
        <div class="wrap visit-head">
            <div class="stack gap-6">
                {address(cx, site)} <div class="prose" lang=lang inner_html=body></div>
            </div>
            <div class="stack gap-6">{door_sign(cx, site)} {person(cx)}</div>
        </div>
        {ways(cx, site)}
        {exits::exits(cx, "", "?art=advice")}
    }
    .into_any()
}

fn address(cx: &Context, site: &Site) -> AnyView {
    let room = &site.room;
    view! {
        <section aria-labelledby="where">
            <h2 id="where" class="size-2">
                {cx.t(text::WHERE)}
            </h2>
            <address class="lead">
                {site.text.text(cx.lang()).title.clone()} <br /> {room.street.clone()} <br />
                {format!("{} {}", room.postcode, room.city)} <br /> {contact::phone(cx, &site.phone)}
                <br /> {contact::mail(cx, &site.email)}
            </address>
        </section>
    }
    .into_any()
}

fn door_sign(cx: &Context, site: &Site) -> AnyView {
    let closed = closed_days(site, cx.today);
    let rows = closed
        .iter()
        .map(|day| {
            let (reason, lang) = match day.why {
                Why::Holiday(name) => (text::holiday(cx.lang(), name).to_owned(), None),
                Why::Closure(reason) => {
                    (reason.to_owned(), (cx.lang() != domain::Lang::De).then_some("de"))
                }
            };
            view! {
                <li class="closure">
                    <b>{text::days(cx.lang(), day.from, day.to)}</b>
                    <span lang=lang>{reason}</span>
                </li>
            }
        })
        .collect_view();
    let soon = (!closed.is_empty()).then(|| {
        view! {
            <h3 class="size-1 mt-5">{cx.t(text::CLOSURES)}</h3>
            <ul role="list">{rows}</ul>
        }
    });
    view! {
        <section class="door-sign" aria-labelledby="hours">
            <h2 id="hours" class="size-3">
                {cx.t(text::OPEN)}
            </h2>
            {hours_table(cx, site)}
            <p class="mt-4">{cx.t(text::HOLIDAYS)}</p>
            {soon}
            {calendar(cx)}
        </section>
    }
    .into_any()
}

/// The way to have the hours in one's own calendar. Not on the touchscreen, which downloads nothing.
fn calendar(cx: &Context) -> Option<AnyView> {
    (cx.place.surface == Surface::Web).then(|| {
        view! {
            <p class="mt-4">
                <a href="/oeffnungszeiten.ics" r#type="text/calendar" hreflang="de">
                    {cx.t(text::CALENDAR)}
                </a>
            </p>
        }
        .into_any()
    })
}

fn person(cx: &Context) -> AnyView {
    let adviser = contact::of_site(cx);
    view! {
        <section class="sheet stack" aria-labelledby="contact">
            <h2 id="contact" class="size-2">
                {cx.t(text::CONTACT)}
            </h2>
            {adviser}
            <p>{cx.t(text::CONTACT_TEXT)}</p>
            <a class="button full" href=cx.href("/anfrage?art=advice")>
                {cx.t(text::ANNOUNCE)}
                " "
                {icon::arrow()}
            </a>
        </section>
    }
    .into_any()
}

fn ways(cx: &Context, site: &Site) -> AnyView {
    let (words, lang) = cx.texts(&site.text);
    let way = |icon: AnyView, title: Msg, sentence: &str| {
        view! {
            <div>
                <h3>
                    {icon}
                    " "
                    {cx.t(title)}
                </h3>
                <p lang=lang>{sentence.to_owned()}</p>
            </div>
        }
    };
    view! {
        <section class="wrap" aria-labelledby="ways">
            <h2 id="ways" class="mb-5">
                {cx.t(text::WAYS)}
            </h2>
            <div class="ways">
                {way(icon::pin(), text::GETTING_THERE, &words.directions)}
                {way(icon::step_free(), text::ACCESS, &words.access)}
            </div>
        </section>
    }
    .into_any()
}

/// Why the room is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why<'a> {
    Holiday(domain::calendar::Holiday),
    Closure(&'a str),
}

/// Days in a row on which the room is closed.
#[derive(Debug, PartialEq, Eq)]
struct Closed<'a> {
    from: Date,
    to: Date,
    why: Why<'a>,
}

/// When the room will be closed although the weekly hours say otherwise: closures that are not
/// over, and public holidays outside them on days that would be open.
fn closed_days(site: &Site, today: Date) -> Vec<Closed<'_>> {
    let days: Vec<Date> = today.series(jiff::Span::new().days(1)).take(AHEAD).collect();
    let last = days.last().copied().unwrap_or(today);
    let closures =
        site.closures.iter().filter(|closure| closure.to >= today && closure.from <= last).map(
            |closure| Closed {
                from: closure.from,
                to: closure.to,
                why: Why::Closure(&closure.reason),
            },
        );
    let holidays = days
        .iter()
        .filter(|day| site.hours.iter().any(|hours| hours.day == Weekday::of(**day)))
        .filter(|day| !site.closures.iter().any(|c| c.from <= **day && **day <= c.to))
        .filter_map(|&day| holiday(day).map(|which| (day, which)))
        .map(|(day, which)| Closed { from: day, to: day, why: Why::Holiday(which) });
    let mut all: Vec<Closed> = closures.chain(holidays).collect();
    all.sort_by_key(|closed| closed.from);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::examples;
    use domain::calendar::Holiday;
    use domain::content::Closure;
    use jiff::civil::date;

    #[test]
    fn closures_and_holidays_are_told_in_order_and_once() {
        let content = examples();
        let mut site = content.site().unwrap().clone();
        let closure = |from, to| Closure { from, to, reason: "Umbau".to_owned() };
        site.closures = vec![
            closure(date(2027, 5, 4), date(2027, 5, 7)),
            closure(date(2027, 3, 26), date(2027, 3, 27)),
            closure(date(2027, 3, 1), date(2027, 3, 2)),
        ];
        // Open from Tuesday to Saturday. Good Friday is inside a closure, Easter Monday no open
        // day, Ascension inside the other closure.
        let found = closed_days(&site, date(2027, 3, 20));
        let told: Vec<(Date, Why)> = found.iter().map(|closed| (closed.from, closed.why)).collect();
        let umbau = Why::Closure("Umbau");
        assert_eq!(
            told,
            [
                (date(2027, 3, 26), umbau),
                (date(2027, 5, 1), Why::Holiday(Holiday::LabourDay)),
                (date(2027, 5, 4), umbau),
                (date(2027, 5, 27), Why::Holiday(Holiday::CorpusChristi)),
            ]
        );
    }
}
