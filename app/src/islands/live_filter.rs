//! Without this island the filter form has a button. With it every change asks for the new page by
//! itself.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlFormElement};

/// Around a list with its filter form.
#[island]
pub fn LiveFilter(children: Children) -> impl IntoView {
    let change = move |event: ev::Event| {
        let form = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|control| control.closest("form").ok().flatten())
            .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        if let Some(form) = form {
            // A refusal leaves the button, which does the same.
            let _ = form.request_submit();
        }
    };
    view! { <div on:change=change>{children()}</div> }
}
