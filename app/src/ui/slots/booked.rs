//! A booked meeting, and calling one off.

use super::{MEETING, MESSAGE, Sided};
use crate::context::Context;
use crate::text::{Msg, slots as text};
use crate::ui::{facts, form};
use backend::meetings::Meeting;
use domain::content::Site;
use domain::meeting::MeetingPlace;
use leptos::prelude::*;

/// Where, in words.
pub fn place(cx: &Context, site: &Site, meeting: &Meeting) -> String {
    match (meeting.place, &meeting.place_note) {
        (MeetingPlace::Room, _) => {
            let room = &site.room;
            let name = &site.text.text(cx.lang()).title;
            format!("{name}, {}, {} {}", room.street, room.postcode, room.city)
        }
        (place, Some(note)) => format!("{}: {note}", cx.t(text::place(place))),
        (place, None) => cx.t(text::place(place)).to_owned(),
    }
}

/// Rows of a meeting: when, where, how long, with whom, who hosts.
pub fn facts(cx: &Context, site: &Site, sided: &Sided<'_>) -> AnyView {
    let meeting = sided.meeting;
    let host = format!("{}, {}", meeting.adviser_name, cx.t(text::HOSTED_BY));
    let with = (!sided.other.is_empty()).then(|| (text::WITH, sided.other.clone()));
    let rows = meeting
        .slot
        .map(|slot| (text::AT, text::slot(cx.lang(), slot)))
        .into_iter()
        .chain([
            (text::WHERE, place(cx, site, meeting)),
            (text::LENGTH, text::minutes(cx.lang(), meeting.minutes)),
        ])
        .chain(with)
        .chain([(text::HOST_NAME, host)])
        .map(|(label, value)| (label, value.into_any()));
    facts::facts(cx, rows)
}

/// A folded form that calls a meeting off, with room for a reason. `action` is its address.
pub struct CallOff {
    /// The address of the form.
    pub action: String,
    /// What the fold says.
    pub summary: Msg,
    /// What happens.
    pub note: Msg,
    /// The label of the field for words.
    pub words: Msg,
    /// The button.
    pub button: Msg,
}

/// The form.
pub fn call_off(cx: &Context, meeting: &Meeting, how: CallOff) -> AnyView {
    let id = format!("{}-{}", how.action.rsplit('/').next().unwrap_or_default(), meeting.id);
    let for_id = id.clone();
    view! {
        <details class="danger">
            <summary>{cx.t(how.summary)}</summary>
            <form method="post" action=how.action>
                <p>{cx.t(how.note)}</p>
                <div class="field">
                    <label for=for_id>{cx.t(how.words)}</label>
                    <textarea id=id name=MESSAGE rows="2"></textarea>
                </div>
                {form::hidden(MEETING, meeting.id.as_str())}
                <button class="button">{cx.t(how.button)}</button>
            </form>
        </details>
    }
    .into_any()
}
