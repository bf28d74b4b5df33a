//! The screen while the room is closed: dark, calm, when it opens again. The page is the same all
//! day, so it carries the hours of the coming weeks and the device looks up which of them it is;
//! where the device's clock cannot be right, the plain hours of the week stay.

use crate::context::Context;
use crate::pages::home::hours_table;
use crate::shell::kiosk;
use crate::text::{format, kiosk as text};
use domain::calendar::Opening;
use domain::content::Site;
use domain::meeting::MeetingPlace;
use domain::time::berlin;
use domain::{Instant, Lang};
use leptos::prelude::*;

/// Days whose hours a page carries. A device without network shows a page for that long before it
/// says the week's hours alone.
const DAYS: i64 = 21;

/// The hours for the script, and the night, which it shows.
pub fn night(cx: &Context, site: &Site) -> AnyView {
    view! {
        {openings(cx, site)}
        <section class="kiosk-night" id="night" aria-labelledby="night-title" hidden=true>
            {kiosk::brand(cx)}
            <div>
                <h2 id="night-title">{cx.t(text::NIGHT_TITLE)}</h2>
                <p class="lead" data-now="">
                    {kiosk::today(cx, site)}
                </p>
                {hours_table(cx, site)}
            </div>
            <button type="button" class="kiosk-key" id="wake">
                {cx.t(text::NIGHT_TEXT)}
            </button>
        </section>
    }
    .into_any()
}

/// From when to when the room is open, with what to say during and before it.
fn openings(cx: &Context, site: &Site) -> AnyView {
    let opening = Opening::of(site, MeetingPlace::Room);
    let day = |n: i64| cx.today.checked_add(jiff::Span::new().days(n)).ok();
    let spans = (0..DAYS)
        .filter_map(day)
        .flat_map(|day| opening.spans(day))
        .map(|(from, to)| {
            let (open, closed) = (open_until(cx, to), opens(cx, from));
            view! { <li data-from=from.0 data-to=to.0 data-open=open data-closed=closed></li> }
        })
        .collect_view();
    let first = cx.today.to_zoned(berlin()).map_or(0, |start| Instant::from(&start).0);
    view! {
        <ul id="openings" data-from=first data-days=DAYS hidden=true>
            {spans}
        </ul>
    }
    .into_any()
}

/// "Jetzt geöffnet, bis 18:00 Uhr".
fn open_until(cx: &Context, to: Instant) -> String {
    let clock = format::clock(to.berlin().time());
    format!("{}{clock}{}", cx.t(text::OPEN_UNTIL), hour_word(cx.lang()))
}

/// "Jetzt geschlossen. Wir öffnen Dienstag, 2. Dezember, 10:00 Uhr".
fn opens(cx: &Context, from: Instant) -> String {
    format!("{}{}", cx.t(text::OPENS), format::moment(cx.lang(), from))
}

fn hour_word(lang: Lang) -> &'static str {
    lang.pick(" Uhr", "")
}
