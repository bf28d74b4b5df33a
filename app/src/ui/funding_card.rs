//! A funding programme: what it pays, for whom, until when, and whether one has to wait.

use crate::context::Context;
use crate::text::{Msg, format, funding as text, wall};
use crate::ui::{icon, notice};
use domain::content::{Funding, Site};
use leptos::prelude::*;

/// A card for lists.
pub fn funding_card(cx: &Context, site: &Site, funding: &Funding) -> AnyView {
    let (words, lang) = cx.texts(&funding.text);
    let href = cx.href(&format!("/foerderung/{}", funding.meta.id));
    view! {
        <article class="funding-card">
            <div class="inner">
                <header>
                    {plates(cx, funding)} <h2>
                        <a href=href.clone() lang=lang>
                            {words.title.clone()}
                        </a>
                    </h2> <p lang=lang>{words.teaser.clone()}</p>
                </header>
                {money(cx, funding)}
                {facts(cx, site, funding)}
            </div>
            <footer>
                {notice::checked_on(cx, &funding.meta)}
                <a class="arrow-link" href=href>
                    {cx.t(text::DETAILS)}
                    " "
                    {icon::arrow()}
                </a>
            </footer>
        </article>
    }
    .into_any()
}

/// What kind of money, and whether the programme is invented.
pub fn plates(cx: &Context, funding: &Funding) -> AnyView {
    view! {
        <div class="row gap-2">
            <span class="plate steel">{cx.t(text::kind(funding.kind))}</span>
            {notice::example(cx, &funding.meta)}
        </div>
    }
    .into_any()
}

/// How much, and whether one may begin.
pub fn money(cx: &Context, funding: &Funding) -> AnyView {
    let (words, lang) = cx.texts(&funding.text);
    let share = funding.share.map(|percent| view! { <p>{text::share(cx.lang(), percent)}</p> });
    let (class, icon, start) = if funding.apply_first {
        ("wait", icon::warning(), text::WAIT)
    } else {
        ("wait may-start", icon::check(), text::MAY_START)
    };
    view! {
        <div class="stack gap-3">
            <div>
                <p class="amount" lang=lang>
                    {words.amount.clone()}
                </p>
                {share}
            </div>
            <p class=class>{icon} <span>{cx.t(start)}</span></p>
        </div>
    }
    .into_any()
}

/// Who funds, for whom, until when.
pub fn facts(cx: &Context, site: &Site, funding: &Funding) -> AnyView {
    let (words, foreign) = cx.texts(&funding.text);
    let lang = cx.lang();
    let some = |ids: &[String], label: fn(&Site, &str, domain::Lang) -> String| {
        if ids.is_empty() {
            return cx.t(text::ALL).to_owned();
        }
        ids.iter().map(|id| label(site, id, lang)).collect::<Vec<_>>().join(", ")
    };
    let sizes = if funding.sizes.is_empty() {
        cx.t(text::ALL).to_owned()
    } else {
        wall::sizes(lang, &funding.sizes)
    };
    let funder = view! { <span lang=foreign>{words.body_name.clone()}</span> }.into_any();
    let row = |label: Msg, value: AnyView| {
        view! {
            <div>
                <dt>{cx.t(label)}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    view! {
        <dl class="facts">
            {row(text::VALID_UNTIL, format::date(lang, funding.valid_until).into_any())}
            {row(text::FOR_SIZES, sizes.into_any())}
            {row(text::FOR_SECTORS, some(&funding.sectors, Site::sector).into_any())}
            {row(text::FOR_GOALS, some(&funding.goals, Site::goal).into_any())}
            {row(text::FUNDER, funder)}
        </dl>
    }
    .into_any()
}
