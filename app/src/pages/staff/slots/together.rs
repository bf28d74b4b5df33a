//! Which firms come to a joint meeting.

use super::Wish;
use crate::context::Context;
use crate::pages::staff::request_similar::WITH;
use crate::text::joint_desk as text;
use crate::ui::form::hidden;
use backend::Id;
use leptos::prelude::*;

/// The firms as check boxes, to leave one out again; nothing if it is no joint meeting.
pub fn firms(cx: &Context, wish: &Wish, names: &[(Id, String)]) -> Option<AnyView> {
    if wish.others.is_empty() {
        return None;
    }
    let rows = wish
        .others
        .iter()
        .map(|id| {
            view! {
                <label class="check-row">
                    <input type="checkbox" name=WITH value=id.to_string() checked=true />
                    <span>{name_of(cx, names, id)}</span>
                </label>
            }
        })
        .collect_view();
    Some(
        view! {
            <fieldset class="field-group">
                <legend>{cx.t(text::FIRMS)}</legend>
                <p class="help">{cx.t(text::WITHOUT)}</p>
                {rows}
            </fieldset>
        }
        .into_any(),
    )
}

/// The same firms for the form that proposes.
pub fn carried(wish: &Wish) -> Vec<AnyView> {
    wish.others.iter().map(|id| hidden(WITH, id.as_str())).collect()
}

/// What a firm is called, for whoever may know.
pub fn name_of(cx: &Context, names: &[(Id, String)], id: &Id) -> String {
    let known = names.iter().find(|(known, _)| known == id);
    known.map_or_else(|| cx.t(text::OTHER_FIRM).to_owned(), |(_, name)| name.clone())
}
