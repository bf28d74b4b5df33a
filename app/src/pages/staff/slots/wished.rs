//! What the others say they could, beside the free times.

use crate::context::Context;
use crate::pages::staff::request_meetings::seat_name;
use crate::text::meeting_desk as text;
use crate::ui::slots::wishes::words;
use backend::meetings::{Meeting, Seat};
use domain::Lang;
use domain::meeting::{MeetingState, Slot};
use leptos::prelude::*;

/// Everybody who has said something about times that are still to be found.
fn seats(meetings: &[Meeting]) -> impl Iterator<Item = &Seat> {
    let open =
        |meeting: &&Meeting| meeting.state.is_open() && meeting.state != MeetingState::Booked;
    let seats = meetings.iter().filter(open).flat_map(|meeting| &meeting.seats);
    seats.filter(|seat| seat.message.is_some() || !seat.wishes.is_empty())
}

/// Whether somebody wished for this time.
pub fn fits(meetings: &[Meeting], slot: Slot) -> bool {
    seats(meetings).any(|seat| seat.wishes.iter().any(|wish| wish.fits(slot)))
}

/// What everybody said, in a box; nothing if nobody did.
pub fn section(cx: &Context, meetings: &[Meeting]) -> Option<AnyView> {
    let all = seats(meetings).map(|seat| said(cx, seat)).collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <section class="desk-box mb-5" aria-labelledby="wished">
                <h2 class="size-1" id="wished">
                    {cx.t(text::WISHES)}
                </h2>
                {all}
            </section>
        }
        .into_any()
    })
}

/// What somebody said: their wishes and their words.
pub fn said(cx: &Context, seat: &Seat) -> AnyView {
    let wishes: Vec<String> = seat.wishes.iter().map(|wish| words(Lang::De, wish)).collect();
    let message = seat.message.clone();
    let message = message.map(|message| view! { <p class="desk-quote as-typed">{message}</p> });
    view! {
        <p>
            <b>{format!("{}: ", seat_name(cx, seat))}</b>
            {wishes.join("; ")}
        </p>
        {message}
    }
    .into_any()
}
