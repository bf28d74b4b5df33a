//! Ways to reach somebody. On the touchscreen nothing leads out of the application, so there a
//! number, an address or another website is text.

use crate::context::Context;
use crate::ui::picture::{Spot, picture};
use domain::Surface;
use domain::content::Adviser;
use domain::text::dialable;
use leptos::prelude::*;

fn is_kiosk(cx: &Context) -> bool {
    cx.place.surface == Surface::Kiosk
}

/// The person the site names for those who rather talk, if that person has a profile.
pub fn of_site(cx: &Context) -> Option<AnyView> {
    let site = cx.site().ok()?;
    let adviser = cx.content.advisers.get(&site.contact)?;
    Some(contact_card(cx, adviser))
}

/// A telephone number.
pub fn phone(cx: &Context, number: &str) -> AnyView {
    let shown = number.to_owned();
    if is_kiosk(cx) {
        return view! { <span class="phone">{shown}</span> }.into_any();
    }
    let href = format!("tel:{}", dialable(number));
    view! { <a class="phone" href=href>{shown}</a> }.into_any()
}

/// An e-mail address.
pub fn mail(cx: &Context, address: &str) -> AnyView {
    // A long address breaks before its sign rather than within a word.
    let (name, host) = address.split_once('@').unwrap_or((address, ""));
    let shown = view! {
        {name.to_owned()}
        <wbr />
        {format!("@{host}")}
    };
    if is_kiosk(cx) {
        return view! { <span>{shown}</span> }.into_any();
    }
    view! { <a href=format!("mailto:{address}")>{shown}</a> }.into_any()
}

/// Another website, shown without its scheme. `invented` is for examples, which lead nowhere.
pub fn website(cx: &Context, url: &str, invented: bool) -> AnyView {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://");
    let shown = bare.trim_start_matches("www.").trim_end_matches('/').to_owned();
    if invented || is_kiosk(cx) {
        return view! { <span>{shown}</span> }.into_any();
    }
    view! {
        <a href=url.to_owned() rel="external noopener noreferrer">
            {shown}
        </a>
    }
    .into_any()
}

/// A named person who answers, with picture and telephone number.
pub fn contact_card(cx: &Context, adviser: &Adviser) -> AnyView {
    let (words, lang) = cx.texts(&adviser.text);
    view! {
        <div class="contact-card">
            {picture(&adviser.picture, Spot::Mini, "", false)} <b>{words.title.clone()}</b>
            <span class="muted" lang=lang>
                {words.role.clone()}
            </span> {phone(cx, &adviser.phone)} {mail(cx, &adviser.email)}
        </div>
    }
    .into_any()
}
