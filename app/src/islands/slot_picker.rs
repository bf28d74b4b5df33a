//! Without this island the page says which times suit everybody else, and the server books the
//! earliest common one. With it, the page also says at once which one that would be.

#![expect(missing_docs, reason = "the island macro makes items without documentation")]

use leptos::ev;
use leptos::prelude::*;

/// A sentence that follows the ticks of the form with id `form`. `common` are value and sentence
/// of the times that suit everybody else, earliest first; `waiting` is said while somebody else
/// has not answered; `none` if the ticked ones suit nobody else.
#[island]
pub fn SlotHint(
    form: String,
    common: Vec<(String, String)>,
    waiting: String,
    none: String,
) -> impl IntoView {
    let sentence = RwSignal::new(String::new());
    let say = move || {
        let ticked = |value: &str| {
            let ticked = format!("#{form} input[name=slot]{value}:checked");
            document().query_selector(&ticked).ok().flatten().is_some()
        };
        let earliest = common.iter().find(|(value, _)| ticked(&format!("[value='{value}']")));
        sentence.set(match earliest {
            Some((_, words)) => words.clone(),
            None if !ticked(":not([value=none])") => String::new(),
            None if !waiting.is_empty() => waiting.clone(),
            None => none.clone(),
        });
    };
    Effect::new(move |_| {
        say();
        let say = say.clone();
        let listening = window_event_listener(ev::change, move |_| say());
        on_cleanup(move || listening.remove());
    });
    view! {
        <p class="slot-hint" role="status">
            {sentence}
        </p>
    }
}
