//! Without this island, what was typed into a step of the request is lost when the page is
//! reloaded before the step was sent. With it, the browser's tab remembers it until the request
//! is sent or the tab is closed; nothing of it reaches the server early.

use super::dom::{controls, in_browser, listen, query, take};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::js_sys::{Reflect, decode_uri_component};
use web_sys::{HtmlFormElement, Storage};

/// Keeps the controls of the form with `data-draft`, whose value is the name of the draft.
#[island]
pub fn Draft() -> impl IntoView {
    in_browser(keep);
}

/// Forgets the drafts named in `data-drafts`, separated by spaces: they were sent.
#[island]
pub fn ForgetDrafts() -> impl IntoView {
    in_browser(forget);
}

fn keep() -> Option<()> {
    let (form, key) = take("data-draft")?;
    let form: HtmlFormElement = form.dyn_into().ok()?;
    let tab = storage()?;
    if reloaded() == Some(true)
        && let Some(kept) = tab.get_item(&key).ok().flatten()
    {
        restore(&form, &kept);
    }
    let save = {
        let form = form.clone();
        move |_| {
            let typed = query(controls(&form).iter().filter(|control| !control.is_hidden));
            // A full storage only means that a reload forgets.
            let _ = tab.set_item(&key, &typed);
        }
    };
    listen(&form, "input", Box::new(save));
    Some(())
}

fn forget() -> Option<()> {
    let (_, keys) = take("data-drafts")?;
    let tab = storage()?;
    for key in keys.split(' ') {
        let _ = tab.remove_item(key);
    }
    Some(())
}

/// The storage of the tab; a browser may refuse it.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// A link that leads here anew knows better than an old draft, so only a reload brings it back.
fn reloaded() -> Option<bool> {
    const RELOAD: f64 = 1.0;
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let navigation = get(&get(&window(), "performance")?, "navigation")?;
    Some(get(&navigation, "type")?.as_f64()? == RELOAD)
}

fn restore(form: &HtmlFormElement, kept: &str) {
    let mut values: Vec<(&str, String)> = kept
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter_map(|(name, value)| Some((name, decode_uri_component(value).ok()?.into())))
        .collect();
    for control in controls(form).iter().filter(|control| !control.is_hidden) {
        if control.is_choice {
            let value = control.element.value();
            let made = values.iter().any(|(name, kept)| *name == control.name && *kept == value);
            control.element.set_checked(made);
        } else if let Some(at) = values.iter().position(|(name, _)| *name == control.name) {
            // Lists that share a name get their values back in order.
            control.element.set_value(&values.remove(at).1);
        }
    }
}
