//! A provider on the wall: everybody gets the same card.

use crate::context::Context;
use crate::text::common as text;
use crate::ui::picture::{Spot, picture};
use domain::content::{Provider, Site};
use leptos::prelude::*;

/// A card on its hook.
pub fn hanging_card(cx: &Context, site: &Site, provider: &Provider) -> AnyView {
    cx.list(&provider.meta.id);
    let (words, lang) = cx.texts(&provider.text);
    let place = site.district(&provider.district, cx.lang());
    view! {
        <article class="hanging-card">
            {picture(&provider.picture, Spot::Hook, "", false)} <h3>
                <a href=cx.href(&format!("/anbieter/{}", provider.meta.id))>
                    {provider.person.clone()}
                </a>
            </h3> <p class="firm">{words.title.clone()}</p>
            <p class="muted">
                {format!("{}, {place}", text::people(cx.lang(), provider.people))}
            </p> <p class="can-do" lang=lang>
                {words.tagline.clone()}
            </p>
            {provider.partner.then(|| view! { <p><span class="plate">{cx.t(text::PARTNER)}</span></p> })}
        </article>
    }
    .into_any()
}
