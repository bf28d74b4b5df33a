//! Without these islands the shortlist is what its address says, and adding a story is a link.
//! With them this browser remembers the list until somebody empties it; nothing is sent.

#![expect(missing_docs, reason = "the island macro makes items without documentation")]

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use serde::{Deserialize, Serialize};
use web_sys::{Element, Storage};

const KEY: &str = "merkzettel";

/// Words of [`ShortlistButton`].
#[derive(Clone, Serialize, Deserialize)]
pub struct ButtonTexts {
    pub keep: String,
    pub kept: String,
    pub open: String,
}

/// Puts the story `id` on the list at `page` and takes it off again; beside it the way to the list.
#[island]
pub fn ShortlistButton(id: String, page: String, texts: ButtonTexts) -> impl IntoView {
    // Nothing until the browser has looked: the server's markup is the link.
    let list = RwSignal::new(None::<Vec<String>>);
    Effect::new(move || list.set(Some(read())));
    let plain = address(&page, std::slice::from_ref(&id));
    let wanted = id.clone();
    let is_kept = move || list.with(|l| l.as_ref().is_some_and(|l| l.contains(&wanted)));
    let toggle = move |_| {
        let changed = toggled(read(), &id);
        write(&changed);
        list.set(Some(changed));
    };
    let ready = move || list.with(Option::is_some);
    let count = move || list.with(|l| l.as_ref().map_or(0, |l| l.len().try_into().unwrap_or(0u32)));
    let open = move || list.with(|l| address(&page, l.as_deref().unwrap_or_default()));
    view! {
        <div class="stack gap-2 screen-only">
            <a class="shortlist-button full" href=plain hidden=ready>
                {texts.keep.clone()}
            </a>
            <button
                type="button"
                class="shortlist-button full"
                hidden=move || !ready()
                aria-pressed=move || is_kept().to_string()
                on:click=toggle
            >
                <span class="labels">
                    <span class="off">{texts.keep}</span>
                    <span class="on">{texts.kept}</span>
                </span>
            </button>
            <a class="small" href=open hidden=move || count() == 0>
                {texts.open}
                " ("
                {count}
                ")"
            </a>
        </div>
    }
}

/// Words of [`KeepList`]; without `keep` the list of the address cannot be kept.
#[derive(Clone, Serialize, Deserialize)]
pub struct KeepListTexts {
    pub keep: Option<String>,
    pub kept: String,
}

/// Around the list of the stories `ids`, separated by spaces: shows the remembered list if the
/// address names none, forgets what is removed, and remembers a list that came from elsewhere.
#[island]
pub fn KeepList(
    ids: String,
    page: String,
    texts: KeepListTexts,
    children: Children,
) -> impl IntoView {
    let list = RwSignal::new(None::<Vec<String>>);
    let shown = split(&ids);
    let named = shown.clone();
    Effect::new(move || {
        let kept = read();
        if named.is_empty() && !kept.is_empty() {
            // A failure leaves the empty list, with stories to add.
            let _ = window().location().replace(&address(&page, &kept));
        }
        list.set(Some(kept));
    });
    let drop = move |event: ev::MouseEvent| {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-drop]").ok().flatten());
        if let Some(id) = link.and_then(|link| link.get_attribute("data-drop")) {
            let mut kept = read();
            kept.retain(|one| *one != id);
            write(&kept);
        }
    };
    let merged = shown.clone();
    let keep = move |_| {
        let mut kept = read();
        kept.extend(merged.iter().cloned());
        let kept = split(&kept.join(" "));
        write(&kept);
        list.set(Some(kept));
    };
    let all_kept = move |l: &Vec<String>| shown.iter().all(|id| l.contains(id));
    let is_kept = Memo::new(move |_| list.with(|l| l.as_ref().map(&all_kept)));
    let can_keep = texts.keep.is_some();
    view! {
        <div class="stack" on:click=drop>
            {children()}
            <p hidden=move || !can_keep || is_kept.get() != Some(false)>
                <button type="button" class="button outline" on:click=keep>
                    {texts.keep}
                </button>
            </p>
            <p class="muted" role="status">
                {move || (can_keep && is_kept.get() == Some(true)).then(|| texts.kept.clone())}
            </p>
        </div>
    }
}

/// The list without `id`, or with it at its end.
fn toggled(mut list: Vec<String>, id: &str) -> Vec<String> {
    let before = list.len();
    list.retain(|one| one != id);
    if list.len() == before {
        list.push(id.to_owned());
    }
    list
}

/// Ids separated by spaces, each once.
fn split(ids: &str) -> Vec<String> {
    ids.split_whitespace().fold(Vec::new(), |mut list, id| {
        if !list.iter().any(|known| known == id) {
            list.push(id.to_owned());
        }
        list
    })
}

/// Ids need no escaping: they are letters, digits and hyphens, or no story answers to them.
fn address(page: &str, ids: &[String]) -> String {
    let mut address = page.to_owned();
    for id in ids {
        address.push(if address.len() == page.len() { '?' } else { '&' });
        address.push_str("g=");
        address.push_str(id);
    }
    address
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn read() -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    split(&kept.unwrap_or_default())
}

fn write(list: &[String]) {
    if let Some(storage) = storage() {
        // A full or forbidden storage only means that the list lasts as long as its address.
        let _ = if list.is_empty() {
            storage.remove_item(KEY)
        } else {
            storage.set_item(KEY, &list.join(" "))
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_on_the_list_once_or_not_at_all() {
        let list = toggled(split("a b  a c"), "d");
        assert_eq!(list, ["a", "b", "c", "d"]);
        assert_eq!(toggled(list, "b"), ["a", "c", "d"]);
        assert_eq!(address("/merkzettel", &split("a b")), "/merkzettel?g=a&g=b");
        assert_eq!(address("/merkzettel", &[]), "/merkzettel");
    }
}
