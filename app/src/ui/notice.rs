//! Small print that a reader must not miss: another language, an invented entry, when somebody
//! checked it.

use crate::context::Context;
use crate::text::{Msg, common as text, format};
use crate::ui::icon;
use domain::Lang;
use domain::content::{Localized, Meta};
use leptos::prelude::*;

/// Says that a text exists only in German; `lang` is the text's `lang` attribute.
pub fn only_german(cx: &Context, lang: Option<&'static str>) -> Option<AnyView> {
    lang.map(|_| {
        view! {
            <p class="language-notice">
                <b>"DE"</b>
                <span>{cx.t(text::ONLY_GERMAN)}</span>
            </p>
        }
        .into_any()
    })
}

/// Whether a test group has read a text that is shown in Leichte Sprache, in a sentence.
pub fn testing<T>(cx: &Context, texts: &Localized<T>) -> Option<String> {
    (texts.get(cx.lang()).1 == Lang::Ls).then(|| match &texts.tested {
        Some(tested) => text::tested(&tested.by, tested.on),
        None => cx.t(text::UNTESTED).to_owned(),
    })
}

/// [`testing`], once on a page, below its heading.
pub fn tested<T>(cx: &Context, texts: &Localized<T>) -> Option<AnyView> {
    let ask = texts.tested.is_none().then(|| cx.t(text::UNTESTED_ASK));
    testing(cx, texts).map(|sentence| {
        view! {
            <p class="language-notice">
                <b>"LS"</b>
                <span>{sentence} " " {ask}</span>
            </p>
        }
        .into_any()
    })
}

/// What was just done, in a sentence: its code stands in the address, where a reload keeps it. Codes
/// that are not `known` say nothing.
pub fn done(cx: &Context, known: &[(&str, Msg)]) -> Option<AnyView> {
    let code = cx.query.get("getan");
    let (_, message) = known.iter().find(|(known, _)| *known == code)?;
    let sentence = cx.t(*message);
    Some(
        view! {
            <div class="note" role="status">
                {icon::check()} <p>{sentence}</p>
            </div>
        }
        .into_any(),
    )
}

/// "Beispiel", where the entry is invented.
pub fn example(cx: &Context, meta: &Meta) -> Option<AnyView> {
    meta.example.then(|| view! { <span class="plate">{cx.t(text::EXAMPLE)}</span> }.into_any())
}

/// "Geprüft am …", where somebody checked it.
pub fn checked_on(cx: &Context, meta: &Meta) -> Option<AnyView> {
    meta.checked_on.map(|day| {
        let day = format::date(cx.lang(), day);
        view! {
            <p class="checked-on">
                {icon::check()}
                <span>
                    {cx.t(text::CHECKED_ON)}
                    " "
                    {day}
                </span>
            </p>
        }
        .into_any()
    })
}
