//! `<head>`: style sheets, the boot module where a page has islands, languages and preview.

use crate::context::Cx;
use crate::open::linked;
use crate::routes::Bundle;
use crate::shell::kiosk;
use crate::text::common as text;
use domain::{Lang, Place, Surface};
use leptos::prelude::*;

/// Whether search engines may keep the page. What is not the same for everybody is nothing for
/// them: hits, shortlists, thanks.
pub fn is_indexed(cx: &Cx) -> bool {
    cx.place.surface == Surface::Web && cx.route.is_indexed()
}

/// The faces every page begins with: asked for together with the style sheet and not after it.
const FONTS: [&str; 2] = ["fonts/archivo-latin.woff2", "fonts/atkinson-latin.woff2"];

/// The head of a page.
pub fn head(
    cx: &Cx,
    title: &str,
    description: Option<&str>,
    linked: Option<&serde_json::Value>,
    preview: Option<AnyView>,
) -> AnyView {
    let product = cx.t(text::PRODUCT);
    let title = if title == product { title.to_owned() } else { format!("{title} – {product}") };
    let surface = cx.place.surface;
    let extra = match surface {
        Surface::Web => None,
        Surface::Kiosk => Some("kiosk.css"),
        Surface::Desk => Some("desk.css"),
    };
    let boot = match cx.route.bundle {
        Bundle::None | Bundle::Part => None,
        Bundle::Public => Some("boot-public.js"),
        Bundle::Desk => Some("boot-desk.js"),
    };
    let indexed = is_indexed(cx);
    let canonical = indexed.then(|| {
        // Whatever is filtered or paged, it is one page.
        let href = cx.public(&cx.href(&cx.path));
        let feed = format!("/feed/{}", cx.lang().code());
        view! {
            <link rel="canonical" href=href />
            <link rel="alternate" r#type="application/atom+xml" href=feed title=cx.t(text::NAV_STORIES) />
        }
    });
    // A block of data: no browser runs it, so the policy lets it be.
    let linked = linked.filter(|_| surface == Surface::Web).map(|value| {
        view! { <script r#type="application/ld+json" inner_html=linked::script(value)></script> }
    });
    let alternates = indexed.then(|| {
        Lang::ALL
            .into_iter()
            .map(|lang| {
                let href = cx.public(&Place::web(lang).href(&cx.path));
                view! { <link rel="alternate" hreflang=lang.tag() href=href /> }
            })
            .collect_view()
    });
    view! {
        <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{title}</title>
            {description.map(|d| view! { <meta name="description" content=d.to_owned() /> })}
            {(!indexed).then(|| view! { <meta name="robots" content="noindex" /> })}
            <meta name="theme-color" content="#22262A" />
            <link rel="icon" href=cx.asset("mark.svg") type="image/svg+xml" />
            {FONTS
                .map(|font| {
                    view! {
                        <link
                            rel="preload"
                            href=cx.asset(font)
                            r#as="font"
                            r#type="font/woff2"
                            crossorigin="anonymous"
                        />
                    }
                })
                .collect_view()}
            <link rel="stylesheet" href=cx.asset("main.css") />
            {extra.map(|css| view! { <link rel="stylesheet" href=cx.asset(css) /> })}
            {(surface == Surface::Kiosk)
                .then(|| view! { <link rel="stylesheet" href=kiosk::DEVICE_STYLE /> })}
            {canonical}
            {alternates}
            {linked}
            {preview}
            {boot.map(|js| {
                view! { <script r#type="module" r#async=true fetchpriority="low" src=cx.asset(js)></script> }
            })}
            {(surface == Surface::Kiosk)
                .then(|| {
                    kiosk::scripts(cx)
                        .into_iter()
                        .map(|js| view! { <script src=cx.asset(js) defer=true></script> })
                        .collect_view()
                })}
        </head>
    }
    .into_any()
}
