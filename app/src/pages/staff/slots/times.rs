//! The free starts of a week, to tick.

use super::{Loaded, Wish, together, wished};
use crate::context::Context;
use crate::text::{format, meeting_desk as text};
use crate::ui::form::{TextField, hidden, text_field};
use crate::ui::icon;
use domain::Lang;
use domain::meeting::Slot;
use jiff::civil::Date;
use leptos::prelude::*;

/// The form with a row of free starts for each day.
pub fn times(cx: &Context, loaded: &Loaded, wish: &Wish, free: &[Slot]) -> AnyView {
    let detail = &loaded.detail;
    let action = cx.href(&format!("/anfragen/{}/termine", detail.request.id));
    let days = (0..7)
        .map(|n| wish.monday.saturating_add(jiff::Span::new().days(n)))
        .filter(|day| *day >= cx.today)
        .map(|day| day_row(cx, loaded, day, free))
        .collect_view();
    let note = TextField {
        name: "anderswo",
        label: cx.t(text::ELSEWHERE),
        value: cx.form.get("anderswo"),
        ..TextField::default()
    };
    // What is offered anew is where it was; what everybody agreed on is moved, not offered.
    let anew = wish.anew.as_ref().map(|meeting| hidden("treffen", meeting.id.as_str()));
    let version = wish.anew.as_ref().map_or(detail.request.version, |meeting| meeting.version);
    let new = anew.is_none().then(|| {
        view! {
            {text_field(note, &[])}
            <label class="check-row mt-4">
                <input type="checkbox" name="vereinbart" value="ja" />
                <span>{cx.t(text::AGREED)}</span>
            </label>
        }
    });
    view! {
        <form method="post" action=action>
            {hidden("version", &version.to_string())} {anew} {hidden("ort", wish.place.code())}
            {hidden("dauer", &wish.minutes.to_string())}
            {hidden("anbieter", if wish.provider.is_empty() { "keiner" } else { &wish.provider })}
            {hidden("woche", &wish.monday.to_string())} {together::carried(wish)} <fieldset class="field-group">
                <legend>{cx.t(text::WHEN)}</legend>
                <p class="help">{cx.t(text::WHEN_HELP)}</p>
                <div class="slot-picker" id="zeit">
                    {days}
                </div>
            </fieldset> {new} <div class="desk-send">
                <p class="small muted">{cx.t(text::SEND_NOTE)}</p>
                <button class="button signal">{cx.t(text::SEND)} " " {icon::arrow()}</button>
            </div>
        </form>
    }
    .into_any()
}

fn day_row(cx: &Context, loaded: &Loaded, day: Date, free: &[Slot]) -> AnyView {
    let label = format::weekday_date(Lang::De, day);
    let starts: Vec<Slot> = free.iter().copied().filter(|slot| slot.day() == day).collect();
    if starts.is_empty() {
        return view! {
            <div class="slot-day">
                <h2>{label}</h2>
                <p class="slot-none">{cx.t(text::NO_TIMES)}</p>
            </div>
        }
        .into_any();
    }
    let chosen = cx.form.all("zeit");
    let times = starts
        .into_iter()
        .map(|slot| {
            let value = slot.start().0.to_string();
            let checked = chosen.contains(&value.as_str());
            let wished = wished::fits(&loaded.meetings, slot);
            let class = if wished { "slot-time wished" } else { "slot-time" };
            let mark =
                wished.then(|| view! { <span class="wish-mark">{cx.t(text::WISHED)}</span> });
            view! {
                <label class=class>
                    <input type="checkbox" name="zeit" value=value checked=checked />
                    <span>
                        {format::clock(slot.start().berlin().time())}
                        <span class="visually-hidden">{format!(" Uhr, {label}")}</span>
                    </span>
                    {mark}
                </label>
            }
        })
        .collect_view();
    let heading = label.clone();
    view! {
        <div class="slot-day" role="group" aria-label=label>
            <h2>{heading}</h2>
            <div class="slot-times">{times}</div>
        </div>
    }
    .into_any()
}
