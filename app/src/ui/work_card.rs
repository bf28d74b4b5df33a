//! The work card ("Laufzettel"): the two questions first, then the rest, never a row left out.

use crate::context::Context;
use crate::text::{common, format, story as text};
use domain::content::{Site, Story};
use leptos::prelude::*;

/// The two questions alone, for the home page and the attract screen.
pub fn short_work_card(cx: &Context, story: &Story) -> AnyView {
    view! {
        <article class="work-card" aria-labelledby="work-card">
            <header>
                <h2 id="work-card">{cx.t(text::WORK_CARD)}</h2>
            </header>
            <dl>{questions(cx, story)}</dl>
        </article>
    }
    .into_any()
}

/// The whole card with a tear-off to take home.
pub fn work_card(cx: &Context, site: &Site, story: &Story, tear_off: AnyView) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let builders = story
        .providers
        .iter()
        .filter_map(|id| cx.content.providers.get(id))
        .map(|p| {
            let name = &p.text.text(cx.lang()).title;
            view! {
                <span>
                    <a href=cx.href(&format!("/anbieter/{}", p.meta.id))>{name.clone()}</a>
                    {format!(", {}", site.district(&p.district, cx.lang()))}
                </span>
            }
        })
        .collect_view();
    let built_by = if story.providers.is_empty() {
        cx.t(text::BUILT_ALONE).into_any()
    } else {
        builders.into_any()
    };
    let says = cx.t(text::says(story.says));
    let row = |label: &'static str, value: AnyView| {
        view! {
            <div class="short">
                <dt>{label}</dt>
                <dd lang=lang>{value}</dd>
            </div>
        }
    };
    view! {
        <section class="work-card" aria-labelledby="work-card">
            <header>
                <h2 id="work-card">{cx.t(text::WORK_CARD)}</h2>
                <p>{cx.t(text::verdict(story.verdict))}</p>
            </header>
            <dl>
                {questions(cx, story)} {row(cx.t(common::DURATION), words.until_it_worked.clone().into_any())}
                {row(cx.t(text::OWN_WORK), words.own_time_note.clone().into_any())}
                <div class="short">
                    <dt>{cx.t(text::BUILT_BY)}</dt>
                    <dd>{built_by}</dd>
                </div> {row(cx.t(text::FUNDING), words.funding_note.clone().into_any())}
                {row(cx.t(text::SINCE), words.since.clone().into_any())} <div class="short">
                    <dt>{cx.t(text::WHO_SAYS_SO)}</dt>
                    <dd>
                        {says} ", " <span lang=lang>{words.says_note.clone()}</span>
                    </dd>
                </div>
            </dl>
            {tear_off}
        </section>
    }
    .into_any()
}

fn questions(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let monthly = text::once_and_monthly(cx.lang(), story.cost.monthly);
    view! {
        <div class="question">
            <dt>{cx.t(common::WHAT_DOES_IT_COST)}</dt>
            <dd>
                <b>{format::euros(cx.lang(), story.cost.once)}</b>
                {monthly}
            </dd>
        </div>
        <div class="question">
            <dt>{cx.t(common::WHAT_DOES_IT_BRING)}</dt>
            <dd lang=lang>
                <b>{words.gain.figure.clone()}</b>
                {words.gain.sentence.clone()}
            </dd>
        </div>
    }
    .into_any()
}
