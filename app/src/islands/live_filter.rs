//! Without this island the filter form has a button. With it every change fetches the new list at
//! once: the control keeps the focus, the number of hits is said, and the address follows.

use super::dom::{controls, fetch_text, in_browser, inside, listen, nearest, query, take};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, DomParser, Element, HtmlFormElement, Node, SupportedType};

/// For the list in `data-live`, with its filter form and its number of hits in `.hits`, which is
/// said in `[data-live-status]`.
#[island]
pub fn LiveFilter() -> impl IntoView {
    in_browser(follow);
}

fn follow() -> Option<()> {
    let (list, _) = take("data-live")?;
    // Answers may overtake each other; only the one to the newest change counts.
    let newest = Rc::new(Cell::new(0_u32));
    let change = {
        let list = list.clone();
        move |event| {
            let Some(form) = nearest(&event, "form") else { return };
            let form: HtmlFormElement = form.unchecked_into();
            let chosen = controls(&form);
            let chosen = chosen.iter().filter(|control| !control.element.value().is_empty());
            let mut address = form.action();
            let chosen = query(chosen);
            if !chosen.is_empty() {
                address.push('?');
                address.push_str(&chosen);
            }
            let (list, newest) = (list.clone(), Rc::clone(&newest));
            let own = newest.get() + 1;
            newest.set(own);
            spawn_local(async move {
                let fresh = fetch(&address).await;
                let is_newest = newest.get() == own;
                if is_newest && fresh.and_then(|fresh| show(&list, &fresh, &address)).is_none() {
                    // The button, too, leads to the new list, or says what is wrong.
                    let _ = form.request_submit();
                }
            });
        }
    };
    listen(&list, "change", Box::new(change));
    Some(())
}

async fn fetch(address: &str) -> Option<Document> {
    let html = fetch_text(address).await?;
    DomParser::new().ok()?.parse_from_string(&html, SupportedType::TextHtml).ok()
}

fn show(list: &Element, fresh: &Document, address: &str) -> Option<()> {
    let new = fresh.query_selector("[data-live]").ok()??;
    let focused = document().active_element().filter(|focused| list.contains(Some(focused)));
    let twin = focused.as_ref().and_then(|focused| twin(focused, &new));
    match (&focused, &twin) {
        (Some(focused), Some(twin)) => replace_around(list, focused, twin)?,
        _ => list.set_inner_html(&new.inner_html()),
    }
    if focused.is_some() && twin.is_none() {
        // What had the focus is gone; what stands around it has not moved.
        list.unchecked_ref::<web_sys::HtmlElement>().focus().ok()?;
    }
    follow_language_links(fresh);
    let history = window().history().ok()?;
    history.replace_state_with_url(&JsValue::NULL, "", Some(address)).ok()?;
    let status = document().query_selector("[data-live-status]").ok()??;
    status.set_text_content(inside(list, ".hits")?.text_content().as_deref());
    Some(())
}

/// What corresponds to `old` in the new list: the same control, or a link to the same place.
fn twin(old: &Element, new: &Element) -> Option<Element> {
    let id = old.id();
    let selector = if id.is_empty() {
        ["[href='", &old.get_attribute("href")?, "']"].concat()
    } else {
        // Not `#`: an id like `f-groesse-250+` is no name there.
        ["[id='", &id, "']"].concat()
    };
    inside(new, &selector)
}

/// Replaces everything in `list` except `old` and what it is in, so that neither the focus nor
/// the reading position of a screen reader is lost. `new` is what corresponds to `old`.
fn replace_around(list: &Element, old: &Element, new: &Element) -> Option<()> {
    if old.local_name() == "select" {
        // Its options carry numbers that have changed.
        old.set_inner_html(&new.inner_html());
    }
    let list: &Node = list;
    let (mut old, mut new): (Node, Node) = (old.clone().into(), new.clone().into());
    while old != *list {
        let (parent, new_parent) = (old.parent_node()?, new.parent_node()?);
        while let Some(before) = old.previous_sibling() {
            parent.remove_child(&before).ok()?;
        }
        while let Some(after) = old.next_sibling() {
            parent.remove_child(&after).ok()?;
        }
        while let Some(before) = new_parent.first_child().filter(|child| *child != new) {
            parent.insert_before(&before, Some(&old)).ok()?;
        }
        while let Some(after) = new.next_sibling() {
            parent.append_child(&after).ok()?;
        }
        (old, new) = (parent, new_parent);
    }
    Some(())
}

/// The links to the other languages carry the filters, too, and stand outside the list.
fn follow_language_links(fresh: &Document) -> Option<()> {
    const LINKS: &str = "a[lang][hreflang]";
    let (old, new) =
        (document().query_selector_all(LINKS).ok()?, fresh.query_selector_all(LINKS).ok()?);
    for index in 0..old.length() {
        let (old, new): (Element, Element) =
            (old.get(index)?.unchecked_into(), new.get(index)?.unchecked_into());
        old.set_attribute("href", &new.get_attribute("href")?).ok()?;
    }
    Some(())
}
