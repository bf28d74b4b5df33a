//! Without this island the search has a button and a page of hits. With it, a list below the field
//! suggests pages while somebody types; nothing of it is stored.

use super::dom::{fetch_text, in_browser, inside, listen, take};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::encode_uri_component;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// For the form with `data-suggest`, whose value is where suggestions come from: options for its
/// `[role=listbox]`, around them `[data-said]` with what `[data-suggest-status]` says about them.
#[island]
pub fn Suggest() -> impl IntoView {
    in_browser(suggest);
}

/// The field and its list.
#[derive(Clone)]
struct Combobox {
    field: HtmlInputElement,
    list: HtmlElement,
    status: Element,
}

fn suggest() -> Option<()> {
    let (form, source) = take("data-suggest")?;
    let combobox = Combobox {
        field: inside(&form, "input")?.unchecked_into(),
        list: inside(&form, "[role=listbox]")?.unchecked_into(),
        status: inside(&form, "[data-suggest-status]")?,
    };
    // Only now: without the island the field is an ordinary one.
    for (name, value) in [
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-controls", &combobox.list.id()),
        ("aria-expanded", "false"),
    ] {
        combobox.field.set_attribute(name, value).ok()?;
    }
    // Answers may overtake each other; only the one to the newest letter counts.
    let newest = Rc::new(Cell::new(0_u32));
    let ask = {
        let (combobox, newest) = (combobox.clone(), Rc::clone(&newest));
        move |_| {
            let own = newest.get() + 1;
            newest.set(own);
            let typed = combobox.field.value();
            if typed.trim().len() < 2 {
                combobox.close();
                return;
            }
            let address = [&source, "?q=", &String::from(encode_uri_component(&typed))].concat();
            let (combobox, newest) = (combobox.clone(), Rc::clone(&newest));
            spawn_local(async move {
                let answer = fetch_text(&address).await;
                if newest.get() == own {
                    // No answer, no list: the button is still there.
                    combobox.show(answer.as_deref().unwrap_or_default());
                }
            });
        }
    };
    listen(&combobox.field, "input", Box::new(ask));
    let press = {
        let combobox = combobox.clone();
        move |event: web_sys::Event| {
            let event: KeyboardEvent = event.unchecked_into();
            if combobox.press(&event.key()).is_some() {
                event.prevent_default();
            }
        }
    };
    listen(&combobox.field, "keydown", Box::new(press));
    // The field keeps the focus while an option is pressed, so that the list is still there when
    // the press ends.
    listen(&combobox.list, "mousedown", Box::new(|event| event.prevent_default()));
    let leave = {
        let combobox = combobox.clone();
        move |_| {
            newest.set(newest.get() + 1);
            combobox.close();
        }
    };
    listen(&combobox.field, "blur", Box::new(leave));
    // Whoever unfolds the search in the header wants to type.
    let fold = form.closest("details").ok()??;
    let unfold = {
        let fold = fold.clone();
        move |_| {
            if fold.has_attribute("open") {
                // A field that does not take the focus can still be pressed.
                let _ = combobox.field.focus();
            }
        }
    };
    listen(&fold, "toggle", Box::new(unfold));
    Some(())
}

impl Combobox {
    fn show(&self, options: &str) {
        self.list.set_inner_html(options);
        let said = inside(&self.list, "[data-said]").and_then(|all| all.get_attribute("data-said"));
        self.status.set_text_content(said.as_deref());
        let is_open = self.option("").is_some();
        self.list.set_hidden(!is_open);
        self.set("aria-expanded", if is_open { "true" } else { "false" });
        let _ = self.field.remove_attribute("aria-activedescendant");
    }

    fn close(&self) {
        self.show("");
    }

    /// Does what a key means; `None` if it is not for the list.
    fn press(&self, key: &str) -> Option<()> {
        let first = self.option(":first-child")?;
        let chosen = self.option("[aria-selected=true]");
        let next = match key {
            "ArrowDown" => chosen.as_ref().and_then(Element::next_element_sibling).or(Some(first)),
            "ArrowUp" => chosen
                .as_ref()
                .map_or_else(|| self.option(":last-child"), Element::previous_element_sibling)
                .or_else(|| self.option(":last-child")),
            "Escape" => {
                self.close();
                return Some(());
            }
            "Enter" => {
                chosen?.unchecked_into::<HtmlElement>().click();
                return Some(());
            }
            _ => return None,
        }?;
        if let Some(chosen) = chosen {
            let _ = chosen.set_attribute("aria-selected", "false");
        }
        let _ = next.set_attribute("aria-selected", "true");
        next.scroll_into_view_with_bool(false);
        self.set("aria-activedescendant", &next.id());
        Some(())
    }

    fn option(&self, which: &str) -> Option<Element> {
        inside(&self.list, &["[role=option]", which].concat())
    }

    fn set(&self, name: &str, value: &str) {
        // The name is one of the platform's: this is not refused.
        let _ = self.field.set_attribute(name, value);
    }
}
