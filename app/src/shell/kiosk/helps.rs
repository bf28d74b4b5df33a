//! What makes the screen usable for everyone, one touch away on every page: larger letters, more
//! contrast, everything lower, read aloud, the other languages, sign language. Closed
//! functionality has to bring these itself (EN 301 549, 5.1). The wipe resets all of them.

use super::other_languages;
use crate::context::Context;
use crate::text::{Msg, kiosk as text};
use crate::ui::icon;
use leptos::prelude::*;

/// The keys. `path` is where the other languages lead. What needs a script is shown by it, and
/// „Vorlesen“ only where the device has a voice for the page's language.
pub fn keys(cx: &Context, path: &str) -> AnyView {
    let help = |name: &'static str, icon: AnyView, label: Msg| {
        view! {
            <button type="button" class="kiosk-key" data-help=name aria-pressed="false">
                {icon}
                <span>{cx.t(label)}</span>
            </button>
        }
    };
    view! {
        <div class="kiosk-help-group" id="helps" role="group" aria-label=cx.t(text::HELPS) hidden=true>
            {help("textSize", icon::letters(), text::LARGER)}
            {help("contrast", icon::contrast(), text::CONTRAST)}
            {help("lower", icon::lower(), text::LOWER)}
        </div>
        {speech(cx)}
        {other_languages(cx, path)}
        <a
            class="kiosk-key"
            href=cx.href("/gebaerdensprache")
            aria-current=(cx.path == "/gebaerdensprache").then_some("page")
        >
            {icon::hands()}
            <span>"DGS"</span>
            <span class="visually-hidden">{cx.t(text::SIGN_LANGUAGE)}</span>
        </a>
    }
    .into_any()
}

/// Read aloud and stop; hold and go on while something is read.
fn speech(cx: &Context) -> AnyView {
    view! {
        <div class="kiosk-help-group" id="speech" role="group" aria-label=cx.t(text::READ_ALOUD) hidden=true>
            <button type="button" class="kiosk-key" id="speech-read" aria-pressed="false">
                {icon::speaker()}
                <span>{cx.t(text::READ_ALOUD)}</span>
            </button>
            <button type="button" class="kiosk-key" id="speech-hold" aria-pressed="false" hidden=true>
                {icon::pause()}
                <span>{cx.t(text::SPEECH_HOLD)}</span>
            </button>
        </div>
    }
    .into_any()
}
