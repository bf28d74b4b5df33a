//! What the islands share. They are behaviour alone: the server draws the markup, and an island
//! finds its part by a `data-` attribute. Props and reactive views would cost the browser more
//! than all islands together.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast as _;
use leptos::wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, EventTarget, HtmlFormElement, HtmlInputElement, Response};

/// Starts an island. On the server nothing starts. An island whose part is missing, or whose
/// browser refuses what it needs, leaves the page as the server drew it.
pub fn in_browser(start: fn() -> Option<()>) {
    if cfg!(target_family = "wasm") {
        start();
    }
}

/// The first element with the attribute `marker` that no island has taken yet, and the value of
/// the attribute.
pub fn take(marker: &str) -> Option<(Element, String)> {
    let free = ["[", marker, "]:not([data-taken])"].concat();
    let element = document().query_selector(&free).ok()??;
    element.set_attribute("data-taken", "").ok()?;
    let value = element.get_attribute(marker)?;
    Some((element, value))
}

/// The first element inside `part` that a CSS selector fits.
pub fn inside(part: &Element, selector: &str) -> Option<Element> {
    part.query_selector(selector).ok()?
}

/// Listens as long as the page is there.
pub fn listen(target: &EventTarget, event: &str, act: Box<dyn Fn(Event)>) {
    let act = Closure::wrap(act).into_js_value();
    // The target is there and the name is one of the platform's: this is not refused.
    let _ = target.add_event_listener_with_callback(event, act.unchecked_ref());
}

/// The element an event happened on, or the nearest around it that fits.
pub fn nearest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// What the server answers at an address, if it answers well.
pub async fn fetch_text(address: &str) -> Option<String> {
    let response: Response =
        JsFuture::from(window().fetch_with_str(address)).await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// A control of a form. `select` and `textarea` have the same properties under the same names, so
/// they pass for an `input`.
pub struct Control {
    pub element: HtmlInputElement,
    pub name: String,
    pub is_choice: bool,
    pub is_hidden: bool,
}

/// The controls with a name, without buttons.
pub fn controls(form: &HtmlFormElement) -> Vec<Control> {
    (0..u32::try_from(form.length()).unwrap_or_default())
        .filter_map(|index| form.get_with_index(index))
        .filter_map(|element| {
            let element: HtmlInputElement = element.unchecked_into();
            let (name, kind) = (element.name(), element.type_());
            let is_choice = kind == "checkbox" || kind == "radio";
            let is_control = kind != "submit" && kind != "button" && !name.is_empty();
            let is_hidden = kind == "hidden";
            is_control.then_some(Control { element, name, is_choice, is_hidden })
        })
        .collect()
}

/// Names and values as a query string; of choices only those made.
pub fn query<'a>(controls: impl Iterator<Item = &'a Control>) -> String {
    let mut query = String::new();
    for control in controls.filter(|control| !control.is_choice || control.element.checked()) {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(&control.name);
        query.push('=');
        let value = web_sys::js_sys::encode_uri_component(&control.element.value());
        query.push_str(&String::from(value));
    }
    query
}
