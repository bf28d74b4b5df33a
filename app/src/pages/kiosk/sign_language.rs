//! `/kiosk/gebaerdensprache`: every film in German sign language there is, and how to ask for an
//! interpreter. One touch away from every page of the kiosk.

use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{common, kiosk as text};
use crate::ui::{contact, film};
use domain::content::Site;
use leptos::prelude::*;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(text::SIGN_LANGUAGE);
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).main_class("legal").ok()
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let films: Vec<AnyView> = cx
        .content
        .pages
        .values()
        .filter_map(|page| Some((page, page.sign_language.as_ref()?)))
        .map(|(page, film)| film::signed(cx, film, &page.text.text(cx.lang()).title))
        .collect();
    let none = films.is_empty().then(|| view! { <p class="lead">{cx.t(text::SIGN_NONE)}</p> });
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(text::SIGN_LANGUAGE)}</h1>
            {none}
        </div>
        <div class="wrap stack gap-6">
            {films}
            <section class="stack gap-3">
                <h2 class="size-2">{cx.t(text::SIGN_WAYS)}</h2>
                <p>{contact::mail(cx, &site.email)}</p>
                <p>{contact::phone(cx, &site.phone)}</p>
                <p>
                    <a class="button outline" href=cx.href("/barrierefreiheit")>
                        {cx.t(common::ACCESSIBILITY)}
                    </a>
                </p>
            </section>
        </div>
    }
    .into_any()
}
