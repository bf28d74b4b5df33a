//! The field people type into when they look for something. Sent, it leads to the page of hits;
//! where the page has islands, it also suggests while somebody types.

use crate::context::Context;
use crate::islands::suggest::Suggest;
use crate::routes::Bundle;
use crate::text::{Msg, search as text};
use crate::ui::icon;
use leptos::prelude::*;

/// Where hits are shown.
pub const PATH: &str = "/suche";

/// Characters that can be typed: those the search reads.
const LONGEST: usize = backend::search::LONGEST_QUERY;

/// The form. `id` is that of its field, `name` what the landmark is called where a page has two,
/// `label` what stands above the field.
pub fn search_form(cx: &Context, id: &'static str, name: Msg, label: Msg, typed: &str) -> AnyView {
    let suggests = cx.route.bundle == Bundle::Public;
    let list = format!("{id}-suggestions");
    let suggestions = suggests.then(|| {
        view! {
            <div
                class="suggestions"
                role="listbox"
                id=list
                aria-label=cx.t(text::SUGGESTIONS)
                hidden=true
            ></div>
        }
    });
    view! {
        <form
            class="search-form"
            role="search"
            aria-label=cx.t(name)
            action=cx.href(PATH)
            data-suggest=suggests.then(|| cx.href("/suche/vorschlaege"))
        >
            <label for=id>{cx.t(label)}</label>
            <div class="search-field">
                <input
                    class="input"
                    type="search"
                    id=id
                    name="q"
                    value=typed.to_owned()
                    maxlength=LONGEST.to_string()
                    autocomplete="off"
                    autocapitalize="none"
                    enterkeyhint="search"
                />
                {suggestions}
            </div>
            <button class="button">
                {icon::magnifier()} <span>{cx.t(text::LOOK)}</span>
            </button>
            {suggests
                .then(|| {
                    view! { <p class="visually-hidden" role="status" data-suggest-status=""></p> }
                })}
        </form>
        {suggests.then(|| view! { <Suggest /> })}
    }
    .into_any()
}
