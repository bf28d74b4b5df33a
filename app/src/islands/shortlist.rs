//! Without these islands the shortlist is what its address says, and adding a story is a link.
//! With them this browser remembers the list until somebody empties it; nothing is sent.

use super::dom::{in_browser, inside, listen, nearest, take};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{Element, Storage};

const KEY: &str = "merkzettel";

/// Words of [`button`].
pub struct ButtonTexts {
    /// What pressing does.
    pub keep: &'static str,
    /// What is the case after that.
    pub kept: &'static str,
    /// What is said when it is taken off again.
    pub dropped: &'static str,
    /// Names the link to the list.
    pub open: &'static str,
}

/// The button that puts the story `id` on the list at `page` and takes it off again; beside it the
/// way to the list. Without the island, a link to a list with this story.
pub fn button(id: &str, page: String, texts: &ButtonTexts) -> AnyView {
    let plain = address(&page, &[id.to_owned()]);
    view! {
        <div class="stack gap-2 screen-only" data-shortlist=id.to_owned() data-page=page>
            <a class="shortlist-button full" href=plain>
                {texts.keep}
            </a>
            <button type="button" class="shortlist-button full" hidden=true>
                <span class="labels">
                    <span class="off">{texts.keep}</span>
                    <span class="on">{texts.kept}</span>
                </span>
            </button>
            <a class="small" hidden=true>
                {texts.open}
                " ("
                <span class="count">"0"</span>
                ")"
            </a>
            <span
                class="visually-hidden"
                role="status"
                data-kept=texts.kept
                data-dropped=texts.dropped
            ></span>
        </div>
        <ShortlistButton />
    }
    .into_any()
}

/// Brings a [`button`] to life.
#[island]
pub fn ShortlistButton() -> impl IntoView {
    in_browser(start_button);
}

fn start_button() -> Option<()> {
    let (part, id) = take("data-shortlist")?;
    let page = part.get_attribute("data-page")?;
    let store = storage()?;
    let [plain, button, open, count, status] =
        ["a", "button", "a.small", ".count", "[role=status]"].map(|part_of| inside(&part, part_of));
    let (plain, button, open, count, status) = (plain?, button?, open?, count?, status?);

    let draw = {
        let (store, id, button) = (store.clone(), id.clone(), button.clone());
        move || {
            let list = read(&store);
            let kept = list.contains(&id);
            let _ = button.set_attribute("data-kept", if kept { "true" } else { "false" });
            let _ = open.set_attribute("href", &address(&page, &list));
            count.set_text_content(Some(&list.len().to_string()));
            show(&open, !list.is_empty());
            kept
        }
    };
    draw();
    show(&plain, false);
    show(&button, true);

    let draw = Rc::new(draw);
    let again = Rc::clone(&draw);
    // The Back button may bring back a page that is older than the list.
    listen(&window(), "pageshow", Box::new(move |_| _ = again()));
    let toggle = move |_| {
        write(&store, &toggled(read(&store), &id));
        let said = if draw() { "data-kept" } else { "data-dropped" };
        status.set_text_content(status.get_attribute(said).as_deref());
    };
    listen(&button, "click", Box::new(toggle));
    Some(())
}

/// Words of [`list`].
pub struct ListTexts {
    /// Names the button that keeps a list that came from elsewhere.
    pub keep: &'static str,
    /// What is the case after that.
    pub kept: &'static str,
}

/// Around the list of the stories `ids` at `page`. With the island it shows the remembered list if
/// the address names none, forgets what is removed, and remembers a list that came from elsewhere.
pub fn list(ids: &[&str], page: String, texts: &ListTexts, children: AnyView) -> AnyView {
    view! {
        <div class="stack" data-keep-list=ids.join(" ") data-page=page>
            {children}
            <p hidden=true>
                <button type="button" class="button outline">
                    {texts.keep}
                </button>
            </p>
            <p class="muted" role="status" data-kept=texts.kept></p>
        </div>
        <KeepList />
    }
    .into_any()
}

/// Brings a [`list`] to life.
#[island]
pub fn KeepList() -> impl IntoView {
    in_browser(start_list);
}

fn start_list() -> Option<()> {
    let (part, ids) = take("data-keep-list")?;
    let shown = split(&ids);
    let store = storage()?;
    let kept = read(&store);
    if shown.is_empty() {
        if !kept.is_empty() {
            // A failure leaves the empty list, with stories to add.
            let page = part.get_attribute("data-page")?;
            let _ = window().location().replace(&address(&page, &kept));
        }
        return Some(());
    }
    let drop = {
        let store = store.clone();
        move |event| {
            let dropped = nearest(&event, "[data-drop]").and_then(|l| l.get_attribute("data-drop"));
            if let Some(id) = dropped {
                let mut kept = read(&store);
                kept.retain(|one| *one != id);
                write(&store, &kept);
            }
        }
    };
    listen(&part, "click", Box::new(drop));

    let button = inside(&part, "button")?;
    let offer = button.parent_element()?;
    let status = inside(&part, "[role=status]")?;
    let draw = move |all_kept: bool| {
        show(&offer, !all_kept);
        let words = all_kept.then(|| status.get_attribute("data-kept")).flatten();
        status.set_text_content(words.as_deref());
    };
    draw(shown.iter().all(|id| kept.contains(id)));
    let keep = move |_| {
        let mut all = read(&store);
        all.extend(shown.iter().cloned());
        write(&store, &split(&all.join(" ")));
        draw(true);
    };
    listen(&button, "click", Box::new(keep));
    Some(())
}

fn show(element: &Element, wanted: bool) {
    // Only names that are no names are refused.
    let _ = if wanted {
        element.remove_attribute("hidden")
    } else {
        element.set_attribute("hidden", "")
    };
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
    ids.split(' ').filter(|id| !id.is_empty()).fold(Vec::new(), |mut list, id| {
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

/// The storage of the browser; it may be refused.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

fn read(storage: &Storage) -> Vec<String> {
    split(&storage.get_item(KEY).ok().flatten().unwrap_or_default())
}

fn write(storage: &Storage, list: &[String]) {
    // A full storage only means that the list lasts as long as its address.
    let _ = if list.is_empty() {
        storage.remove_item(KEY)
    } else {
        storage.set_item(KEY, &list.join(" "))
    };
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
