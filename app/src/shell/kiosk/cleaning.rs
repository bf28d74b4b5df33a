//! The notice over everything while the glass is wiped. `kiosk-room.js` shows it for a minute:
//! when the desk asks for it, or when somebody holds the upper left corner for five seconds. Every
//! touch ends in it, and what was on the screen before is gone afterwards.

use crate::context::Context;
use crate::text::kiosk as text;
use leptos::prelude::*;

/// Seconds for which touches do nothing.
const SECONDS: u32 = 60;

/// The notice.
pub fn notice(cx: &Context) -> AnyView {
    view! {
        <dialog
            class="kiosk-cleaning"
            id="cleaning"
            aria-labelledby="cleaning-title"
            aria-describedby="cleaning-text"
            tabindex="-1"
        >
            <h2 id="cleaning-title">{cx.t(text::CLEANING_TITLE)}</h2>
            <p id="cleaning-text">{cx.t(text::CLEANING_TEXT)}</p>
            <p class="figure" id="cleaning-left" data-seconds=SECONDS>
                {SECONDS}
            </p>
        </dialog>
    }
    .into_any()
}
