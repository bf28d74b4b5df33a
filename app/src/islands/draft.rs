//! Without this island, what was typed into a step of the request is lost when the page is
//! reloaded before the step was sent. With it, the browser's tab remembers it until the request
//! is sent or the tab is closed; nothing of it reaches the server early.

#![expect(missing_docs, reason = "the island macro makes items without documentation")]

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::js_sys::{Reflect, decode_uri_component, encode_uri_component};
use web_sys::{HtmlFormElement, Storage};

/// Keeps the controls of the form `form` under `key` in the tab's storage.
#[island]
pub fn Draft(form: String, key: String) -> impl IntoView {
    Effect::new(move |_| {
        let Some(found) = form_element(&form) else { return };
        if reloaded()
            && let Some(kept) = storage().and_then(|tab| tab.get_item(&key).ok().flatten())
        {
            restore(&found, &kept);
        }
        let key = key.clone();
        let listening = window_event_listener(ev::input, move |_| {
            if let Some(tab) = storage() {
                // A full or forbidden storage only means that a reload forgets.
                let _ = tab.set_item(&key, &kept_values(&found));
            }
        });
        on_cleanup(move || listening.remove());
    });
}

/// Forgets drafts: they were sent.
#[island]
pub fn ForgetDrafts(keys: Vec<String>) -> impl IntoView {
    Effect::new(move |_| {
        if let Some(tab) = storage() {
            for key in &keys {
                let _ = tab.remove_item(key);
            }
        }
    });
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn form_element(id: &str) -> Option<HtmlFormElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// A link that leads here anew knows better than an old draft, so only a reload brings it back.
fn reloaded() -> bool {
    const RELOAD: f64 = 1.0;
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    get(&window(), "performance")
        .and_then(|performance| get(&performance, "navigation"))
        .and_then(|navigation| get(&navigation, "type"))
        .and_then(|kind| kind.as_f64())
        == Some(RELOAD)
}

/// A control a person fills in.
struct Control {
    element: JsValue,
    name: String,
    is_choice: bool,
}

impl Control {
    fn text(&self, property: &str) -> String {
        Reflect::get(&self.element, &property.into())
            .ok()
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    }

    fn is_checked(&self) -> bool {
        Reflect::get(&self.element, &"checked".into()).is_ok_and(|value| value.is_truthy())
    }

    fn set(&self, property: &str, value: &JsValue) {
        let _ = Reflect::set(&self.element, &property.into(), value);
    }
}

fn controls(form: &HtmlFormElement) -> Vec<Control> {
    (0..u32::try_from(form.length()).unwrap_or_default())
        .filter_map(|index| form.get_with_index(index))
        .filter_map(|element| {
            let mut control =
                Control { element: element.into(), name: String::new(), is_choice: false };
            control.name = control.text("name");
            let kind = control.text("type");
            control.is_choice = kind == "checkbox" || kind == "radio";
            let typed = !matches!(kind.as_str(), "hidden" | "submit" | "button");
            (typed && !control.name.is_empty()).then_some(control)
        })
        .collect()
}

/// Names and values as a query string, choices only if they are made.
fn kept_values(form: &HtmlFormElement) -> String {
    controls(form)
        .iter()
        .filter(|control| !control.is_choice || control.is_checked())
        .map(|control| format!("{}={}", control.name, encode_uri_component(&control.text("value"))))
        .collect::<Vec<_>>()
        .join("&")
}

fn restore(form: &HtmlFormElement, kept: &str) {
    let mut values: Vec<(&str, String)> = kept
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter_map(|(name, value)| Some((name, decode_uri_component(value).ok()?.into())))
        .collect();
    for control in controls(form) {
        if control.is_choice {
            let value = control.text("value");
            let made = values.iter().any(|(name, kept)| *name == control.name && *kept == value);
            control.set("checked", &made.into());
        } else if let Some(at) = values.iter().position(|(name, _)| *name == control.name) {
            // Lists that share a name get their values back in order.
            control.set("value", &JsValue::from_str(&values.remove(at).1));
        }
    }
}
