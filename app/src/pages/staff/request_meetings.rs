//! The meetings of a request: who can when, and what can be done about it.

use super::rearrange::can_change;
use super::request::Loaded;
use super::slots::{name_of, said};
use crate::context::Context;
use crate::text::{Msg, form as form_text, format, meeting_desk as text, sheet_desk};
use crate::ui::form::{Choice, SelectField, TextField, hidden, select_field, text_field};
use crate::ui::icon;
use backend::Id;
use backend::meetings::{Meeting, Seat};
use domain::Lang;
use domain::meeting::{Answer, MeetingKind, MeetingState, Party, Slot};
use leptos::prelude::*;

/// All meetings of the request, newest first, with times a booked one could move to.
pub fn meetings(cx: &Context, loaded: &Loaded) -> Option<AnyView> {
    if loaded.meetings.is_empty() {
        return None;
    }
    let list = loaded.meetings.iter().map(|meeting| one(cx, loaded, meeting)).collect_view();
    Some(
        view! {
            <section aria-labelledby="meetings">
                <div class="proposals-head">
                    <h2 id="meetings">{cx.t(text::MEETINGS)}</h2>
                </div>
                {list}
            </section>
        }
        .into_any(),
    )
}

fn one(cx: &Context, loaded: &Loaded, meeting: &Meeting) -> AnyView {
    let (free, names) = (&loaded.free[..], &loaded.names[..]);
    let provider = meeting.provider.as_deref().and_then(|id| cx.content.providers.get(id));
    let with = provider.map(|p| format!(" mit {}", p.text.de.title)).unwrap_or_default();
    let when = meeting.slot.map(text::slot);
    let head = format!(
        "{}{with} {}: {}",
        text::kind(meeting.kind),
        text::place(meeting.place),
        text::state(meeting.state)
    );
    let begun = meeting.slot.is_some_and(|slot| slot.start() <= cx.now);
    let booked = meeting.state == MeetingState::Booked;
    view! {
        <article class="desk-box" id=format!("treffen-{}", meeting.id)>
            <h3 class="size-1">{head}</h3>
            {when.map(|when| view! { <p><b>{when}</b></p> })}
            {(meeting.kind == MeetingKind::Joint).then(|| firms(cx, meeting, names))}
            {(meeting.state == MeetingState::Proposed).then(|| answers(cx, meeting, names))}
            {(meeting.state.is_open() && !booked).then(|| wished(cx, meeting))}
            {can_change(cx, meeting).then(|| change(cx, meeting))}
            {(booked && !begun).then(|| move_form(cx, meeting, free))}
            {((booked && !begun) || meeting.state == MeetingState::Proposed)
                .then(|| call_off(cx, meeting))}
            {sheet(cx, meeting)} {((booked && begun) || matches!(meeting.state, MeetingState::Held | MeetingState::NoShow))
                .then(|| outcome(cx, meeting))}
        </article>
    }
    .into_any()
}

/// The way to the sheet, where there is one.
fn sheet(cx: &Context, meeting: &Meeting) -> Option<AnyView> {
    let states = [MeetingState::Booked, MeetingState::Held, MeetingState::NoShow];
    let (address, _) = action(cx, meeting, "blatt");
    states.contains(&meeting.state).then(|| {
        view! {
            <p>
                <a href=address>{cx.t(sheet_desk::PRINT)}</a>
            </p>
        }
        .into_any()
    })
}

/// What the others say they could.
fn wished(cx: &Context, meeting: &Meeting) -> Vec<AnyView> {
    let seats = meeting.seats.iter();
    let seats = seats.filter(|seat| seat.message.is_some() || !seat.wishes.is_empty());
    seats.map(|seat| said(cx, seat)).collect()
}

/// Who hosts it where, and the way to change that.
fn change(cx: &Context, meeting: &Meeting) -> AnyView {
    let note = meeting.place_note.as_ref().map(|note| format!(", {note}")).unwrap_or_default();
    let (address, _) = action(cx, meeting, "aendern");
    let anew = format!("/anfragen/{}/termine?treffen={}", cx.param(0), meeting.id);
    let anew = cx.href(&anew);
    view! {
        <p>
            {format!("Gastgeber: {}{note}. ", meeting.adviser_name)}
            <a href=address>{cx.t(text::REARRANGE)}</a>
            ". "
            <a href=anew>{cx.t(text::OFFER_ANEW)}</a>
        </p>
    }
    .into_any()
}

/// Who comes to a joint meeting.
fn firms(cx: &Context, meeting: &Meeting, names: &[(Id, String)]) -> AnyView {
    let firms = meeting.seats.iter().filter(|seat| seat.participant.party == Party::Sme);
    let firms: Vec<String> = firms.map(|seat| firm_name(cx, meeting, seat, names)).collect();
    view! { <p>{format!("{} Betriebe: {}", firms.len(), firms.join(", "))}</p> }.into_any()
}

/// What a participant of this meeting is called: in a joint one there are several firms.
fn firm_name(cx: &Context, meeting: &Meeting, seat: &Seat, names: &[(Id, String)]) -> String {
    match (meeting.kind, seat.participant.party, Id::parse(&seat.subject)) {
        (MeetingKind::Joint, Party::Sme, Some(id)) => name_of(cx, names, &id),
        _ => seat_name(cx, seat),
    }
}

/// What a participant is called here.
pub fn seat_name(cx: &Context, seat: &Seat) -> String {
    match seat.participant.party {
        Party::Sme => "Betrieb".to_owned(),
        Party::Provider => {
            let known = cx.content.providers.get(seat.subject.as_str());
            known.map_or_else(|| seat.subject.clone(), |p| p.text.de.title.clone())
        }
        Party::Adviser => "Werkbank".to_owned(),
    }
}

fn answers(cx: &Context, meeting: &Meeting, names: &[(Id, String)]) -> AnyView {
    let head = meeting
        .seats
        .iter()
        .map(|seat| view! { <th scope="col">{firm_name(cx, meeting, seat, names)}</th> })
        .collect_view();
    let rows = meeting.offered.iter().map(|slot| row(cx, meeting, *slot, names)).collect_view();
    view! {
        {meeting
            .hold_until
            .map(|until| view! { <p class="deadline">{icon::clock()} " " {text::held_until(until)}</p> })}
        <table class="answers-table">
            <caption class="visually-hidden">{cx.t(text::MEETINGS)}</caption>
            <thead>
                <tr>
                    <th scope="col">{cx.t(text::TIME)}</th>
                    {head}
                    <th scope="col">
                        <span class="visually-hidden">{cx.t(text::RESULT)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(cx: &Context, meeting: &Meeting, slot: Slot, names: &[(Id, String)]) -> AnyView {
    let fits = |seat: &Seat| match &seat.participant.answer {
        Answer::Open => None,
        Answer::Fits(slots) => Some(slots.contains(&slot)),
        Answer::NoneFits => Some(false),
    };
    let cells = meeting
        .seats
        .iter()
        .map(|seat| {
            let (class, drawing, label) = match fits(seat) {
                None => ("answer", icon::clock(), text::STILL_OPEN),
                Some(true) => ("answer yes", icon::check(), text::FITS),
                Some(false) => ("answer no", icon::cross(), text::FITS_NOT),
            };
            view! {
                <td data-label=firm_name(cx, meeting, seat, names)>
                    <span class=class>{drawing} " " {cx.t(label)}</span>
                </td>
            }
        })
        .collect_view();
    let required = || meeting.seats.iter().filter(|seat| seat.participant.required);
    let refused = required().any(|seat| fits(seat) == Some(false));
    let all = required().all(|seat| fits(seat) == Some(true));
    let plate: Option<Msg> = match (refused, all) {
        (true, _) => None,
        (false, true) => Some(text::ALL_FIT),
        (false, false) => Some(text::MISSING),
    };
    view! {
        <tr>
            <th scope="row">{text::slot(slot)}</th>
            {cells}
            <td>{plate.map(|msg| view! { <span class="plate steel">{cx.t(msg)}</span> })}</td>
        </tr>
    }
    .into_any()
}

fn action(cx: &Context, meeting: &Meeting, task: &str) -> (String, AnyView) {
    let address = cx.href(&format!("/anfragen/{}/treffen/{}/{task}", cx.param(0), meeting.id));
    (address, hidden("version", &meeting.version.to_string()))
}

fn move_form(cx: &Context, meeting: &Meeting, free: &[Slot]) -> AnyView {
    let (address, version) = action(cx, meeting, "verlegen");
    let mut choices = vec![Choice::new("", cx.t(form_text::PLEASE_CHOOSE))];
    choices.extend(free.iter().map(|slot| {
        let at = format::clock(slot.start().berlin().time());
        let label = format!("{}, {at} Uhr", format::weekday_date(Lang::De, slot.day()));
        Choice::new(slot.start().0.to_string(), label)
    }));
    let field = SelectField {
        id: "neu",
        name: "neu",
        label: cx.t(text::MOVE_TO),
        help: Some(cx.t(text::MOVE_HELP)),
        value: "",
        choices: &choices,
        required: true,
    };
    view! {
        <details class="fold">
            <summary>{cx.t(text::MOVE)}</summary>
            <form method="post" action=address>
                {version} {select_field(field, &[])}
                <button class="button outline small mt-4">{cx.t(text::MOVE)}</button>
            </form>
        </details>
    }
    .into_any()
}

fn call_off(cx: &Context, meeting: &Meeting) -> AnyView {
    let (address, version) = action(cx, meeting, "absagen");
    let why = TextField { name: "grund", label: cx.t(text::WHY), rows: 2, ..TextField::default() };
    view! {
        <details class="fold">
            <summary>{cx.t(text::CALL_OFF)}</summary>
            <form method="post" action=address>
                {version} {text_field(why, &[])}
                <button class="button outline small mt-4">{cx.t(text::CALL_OFF)}</button>
            </form>
        </details>
    }
    .into_any()
}

/// What came of it; whoever pressed the wrong button presses the other one.
fn outcome(cx: &Context, meeting: &Meeting) -> AnyView {
    let (address, version) = action(cx, meeting, "ergebnis");
    let button = |value: &'static str, label, class: &'static str| {
        view! {
            <button class=class name="kam" value=value>
                {cx.t(label)}
            </button>
        }
    };
    let noted = meeting.state != MeetingState::Booked;
    let class = |main: &'static str| if noted { "link-button" } else { main };
    let came = (meeting.state != MeetingState::Held)
        .then(|| button("ja", text::TOOK_PLACE, class("button small")));
    let missed = (meeting.state != MeetingState::NoShow)
        .then(|| button("nein", text::NO_SHOW, class("button outline small")));
    view! {
        <form method="post" action=address class="row gap-2 mt-4">
            {version} {noted.then(|| view! { <span class="small">{cx.t(text::CORRECT)}</span> })}
            {came} {missed}
        </form>
    }
    .into_any()
}
