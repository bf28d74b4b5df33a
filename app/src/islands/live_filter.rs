//! Without this island the filter form has a button and its answer is a new page. With it the list
//! follows every change at once: the same page is fetched and the part inside the island replaced;
//! focus stays, the number of hits is said.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomParser, Element, FormData, HtmlElement, HtmlFormElement, Response, SupportedType,
    UrlSearchParams,
};

/// What is replaced, in this page and in the fetched one.
const REGION: &str = "[data-live]";

/// Around a list with its filter form.
#[island]
pub fn LiveFilter(children: Children) -> impl IntoView {
    let hits = RwSignal::new(String::new());
    let turn = RwSignal::new(0_u32);
    let change = move |event: ev::Event| {
        let form = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|control| control.closest("form").ok().flatten())
            .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let Some(form) = form else { return };
        turn.update(|turn| *turn += 1);
        let mine = turn.get_untracked();
        spawn_local(async move {
            let is_last = || turn.get_untracked() == mine;
            match follow(&form, is_last).await {
                Ok(said) => hits.set(said.unwrap_or_else(|| hits.get_untracked())),
                // The browser's own way of asking for the page shows what is the matter.
                Err(_) => drop(form.request_submit()),
            }
        });
    };
    view! {
        <div data-live="" on:change=change>
            {children()}
        </div>
        <p class="visually-hidden" role="status">
            {hits}
        </p>
    }
}

/// Fetches what the form asks for and shows it; gives the number of hits in words, or nothing if
/// another change came in between.
async fn follow(
    form: &HtmlFormElement,
    is_last: impl Fn() -> bool,
) -> Result<Option<String>, JsValue> {
    let fields = FormData::new_with_form(form)?;
    let query = UrlSearchParams::new_with_str_sequence_sequence(&fields)?.to_string();
    let url = format!("{}?{query}", form.get_attribute("action").unwrap_or_default());
    let answer: Response = JsFuture::from(window().fetch_with_str(&url)).await?.dyn_into()?;
    let text = JsFuture::from(answer.text()?).await?;
    let html = text.as_string().filter(|_| answer.ok()).ok_or(JsValue::NULL)?;
    if !is_last() {
        return Ok(None);
    }
    let page = DomParser::new()?.parse_from_string(&html, SupportedType::TextHtml)?;
    let new = page.query_selector(REGION)?.ok_or(JsValue::NULL)?;
    let region = form.closest(REGION)?.ok_or(JsValue::NULL)?;

    let focused = document().active_element().map(|element| element.id());
    let was_open = region.query_selector("details[open]")?.is_some();
    region.set_inner_html(&new.inner_html());
    if was_open && let Some(fold) = region.query_selector("details")? {
        fold.set_attribute("open", "")?;
    }
    if let Some(control) = focused.and_then(|id| document().get_element_by_id(&id)) {
        control.dyn_into::<HtmlElement>()?.focus()?;
    }
    window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(&url))?;
    Ok(region.query_selector(".hits")?.and_then(|hits| hits.text_content()))
}
