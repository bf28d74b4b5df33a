//! The firm's meetings: times to tick while they are proposed, what, where and when once one is
//! booked.

use super::{href, provider_name};
use crate::context::Context;
use crate::text::slots as text;
use crate::ui::form::{Problem, error_summary};
use crate::ui::icon;
use crate::ui::slots::{self, CallOff, Returned, Sided};
use backend::meetings::Meeting;
use domain::content::Site;
use domain::meeting::{MeetingKind, MeetingState, Party};
use leptos::prelude::*;

/// A box for every meeting the firm can do something about; empty if there is none.
pub fn boxes(
    cx: &Context,
    site: &Site,
    request: &str,
    meetings: &[Meeting],
    returned: Option<&Returned>,
) -> Vec<AnyView> {
    // Once there is another one, nobody has to say any more when the last one could have been.
    let live = meetings.iter().any(|meeting| meeting.state.is_live());
    let last = meetings.first().map(|meeting| &meeting.id);
    meetings
        .iter()
        .filter_map(|meeting| {
            let other = meeting.provider.as_deref().map(|id| provider_name(cx, id).0);
            let sided = Sided::new(meeting, Party::Sme, request, other.unwrap_or_default())?;
            let returned = returned.filter(|r| r.meeting == meeting.id.as_str());
            let problems = returned.map_or(&[][..], |returned| &returned.problems);
            let sided = sided.with(returned);
            match meeting.state {
                MeetingState::Proposed => Some(proposed(cx, site, &sided, problems)),
                MeetingState::Booked => Some(booked(cx, site, &sided)),
                MeetingState::Declined | MeetingState::Expired
                    if !live && last == Some(&meeting.id) =>
                {
                    Some(slots::wishes::gone(cx, &sided, href(cx, "/termine"), problems))
                }
                _ => None,
            }
        })
        .collect()
}

fn proposed(cx: &Context, site: &Site, sided: &Sided<'_>, problems: &[Problem]) -> AnyView {
    let meeting = sided.meeting;
    let (id, title) = (sided.form_id(), format!("next-{}", meeting.id));
    let label = title.clone();
    let held = meeting.hold_until.map(|until| text::held_until(cx.lang(), until));
    let lead = if sided.own.answered_at.is_some() { text::ANSWERED } else { text::TICK };
    view! {
        <section aria-labelledby=label>
            <form id=id class="next" method="post" action=href(cx, "/termine") novalidate=true>
                {error_summary(cx, problems)} <h2 id=title>{cx.t(text::YOUR_TURN)}</h2>
                {together(cx, meeting)} <p class="mb-4">{cx.t(lead)}</p> {slots::tick_list(cx, sided, problems)}
                {slots::below(cx, sided, problems)} <p class="mt-5">
                    <button class="button signal">
                        {cx.t(text::SEND)}
                        " "
                        {icon::arrow()}
                    </button>
                </p> {held.map(|held| view! { <p class="small muted mt-4">{held}</p> })}
            </form>
            <div class="mt-5">
                {slots::facts(cx, site, sided)} {call_off(cx, meeting, text::RATHER_NOT)}
            </div>
        </section>
    }
    .into_any()
}

fn booked(cx: &Context, site: &Site, sided: &Sided<'_>) -> AnyView {
    let meeting = sided.meeting;
    let title = format!("next-{}", meeting.id);
    let label = title.clone();
    let begun = meeting.slot.is_some_and(|slot| slot.start() <= cx.now);
    let is_over = sided.is_over(cx.now);
    let heading = if is_over { text::WAS } else { text::BOOKED };
    let changes = (!begun).then(|| {
        let wish = CallOff {
            action: href(cx, "/verschieben"),
            summary: text::MOVE,
            note: text::MOVE_NOTE,
            words: text::MOVE_WHEN,
            button: text::MOVE_BUTTON,
        };
        view! {
            {slots::call_off(cx, meeting, wish)}
            {call_off(cx, meeting, text::CALL_OFF)}
        }
    });
    view! {
        <section class="next" aria-labelledby=label>
            <h2 id=title>{cx.t(heading)}</h2>
            {together(cx, meeting)}
            {slots::facts(cx, site, sided)}
            {(!is_over).then(|| view! { <p class="small muted">{cx.t(text::CALENDAR)}</p> })}
            {changes}
        </section>
    }
    .into_any()
}

/// That it will be a joint meeting, and with how many.
fn together(cx: &Context, meeting: &Meeting) -> Option<AnyView> {
    let joint = meeting.kind == MeetingKind::Joint;
    let ahead = meeting.slot.is_none_or(|slot| slot.end() > cx.now);
    let sentence = || text::together(cx.lang(), meeting.firms);
    (joint && ahead).then(|| view! { <p class="mb-4">{sentence()}</p> }.into_any())
}

fn call_off(cx: &Context, meeting: &Meeting, summary: crate::text::Msg) -> AnyView {
    let joint = meeting.kind == MeetingKind::Joint;
    let (summary, note, button) = if joint {
        (text::RATHER_ALONE, text::LEAVE_NOTE, text::LEAVE_BUTTON)
    } else {
        (summary, text::CALL_OFF_NOTE, text::CALL_OFF_BUTTON)
    };
    let how = CallOff { action: href(cx, "/absagen"), summary, note, words: text::WHY, button };
    slots::call_off(cx, meeting, how)
}
