//! Without this island the page says which times suit everybody else, and the server books the
//! earliest common one. With it, the page also says at once which one that would be.

use super::dom::{in_browser, inside, listen, take};
use leptos::prelude::*;

/// Fills the sentence in `data-slot-hint`, which follows the ticks of the form it is in. A check
/// box whose time suits everybody else has the sentence to say in `data-books`; the times stand in
/// the order of the clock. The value of `data-slot-hint` is said if the ticked ones suit nobody
/// else.
#[island]
pub fn SlotHint() -> impl IntoView {
    in_browser(follow);
}

fn follow() -> Option<()> {
    let (sentence, otherwise) = take("data-slot-hint")?;
    let form = sentence.closest("form").ok()??;
    let say = {
        let form = form.clone();
        move || {
            let earliest = inside(&form, "[data-books]:checked");
            let ticked = inside(&form, "[name=slot]:not([value=none]):checked");
            sentence.set_text_content(
                match (earliest, ticked) {
                    (Some(earliest), _) => earliest.get_attribute("data-books"),
                    (None, Some(_)) => Some(otherwise.clone()),
                    (None, None) => None,
                }
                .as_deref(),
            );
        }
    };
    say();
    listen(&form, "change", Box::new(move |_| say()));
    Some(())
}
