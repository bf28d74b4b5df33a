//! A story in a list.

use crate::context::Context;
use crate::text::{common as text, format};
use crate::ui::picture::{Spot, picture};
use domain::content::{Site, Story};
use leptos::prelude::*;

/// A card for grids.
pub fn story_card(cx: &Context, site: &Site, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    view! {
        <article class="story-card">
            <div class="picture">{picture(&story.picture, Spot::Card, "", false)}</div>
            <div class="body">
                {example_plate(cx, story)} <h3>
                    <a href=href(cx, story) lang=lang>
                        {words.title.clone()}
                    </a>
                </h3>
                <p class="place">
                    {format!("{}, {}", story.firm, site.district(&story.district, cx.lang()))}
                </p>
                <dl class="mini-card">
                    <div>
                        <dt>{cx.t(text::COST)}</dt>
                        <dd>{format::euros(cx.lang(), story.cost.once)}</dd>
                    </div>
                    <div>
                        <dt>{cx.t(text::BRINGS)}</dt>
                        <dd lang=lang>{gain(story, cx)}</dd>
                    </div>
                </dl>
            </div>
        </article>
    }
    .into_any()
}

/// A row for lists, so that prices line up.
pub fn story_row(cx: &Context, site: &Site, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let place = site.district(&story.district, cx.lang());
    view! {
        <article class="story-card as-row">
            <div class="picture">{picture(&story.picture, Spot::Card, "", false)}</div>
            <div class="body">
                <div class="stack gap-2">
                    {example_plate(cx, story)} <h2>
                        <a href=href(cx, story) lang=lang>
                            {words.title.clone()}
                        </a>
                    </h2>
                    <p class="place">
                        {story.firm.clone()} <br />
                        {format!("{place}, {}", text::employees(cx.lang(), story.employees))}
                    </p>
                    <p lang=lang>{words.teaser.clone()}</p>
                </div>
                <dl class="mini-card">
                    <div>
                        <dt>{cx.t(text::COST)}</dt>
                        <dd>{format::euros(cx.lang(), story.cost.once)}</dd>
                    </div>
                    <div>
                        <dt>{cx.t(text::DURATION)}</dt>
                        <dd lang=lang>{words.until_it_worked.clone()}</dd>
                    </div>
                    <div>
                        <dt>{cx.t(text::BRINGS)}</dt>
                        <dd lang=lang>{gain(story, cx)}</dd>
                    </div>
                </dl>
            </div>
        </article>
    }
    .into_any()
}

/// A line with a small picture, for lists beside something else.
pub fn story_link(cx: &Context, story: &Story) -> AnyView {
    view! { <li>{story_line(cx, story)}</li> }.into_any()
}

/// [`story_link`] without its list item.
pub fn story_line(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let example = story.meta.example.then(|| format!("{}, ", cx.t(text::EXAMPLE_STORY)));
    view! {
        <a href=href(cx, story)>
            {picture(&story.picture, Spot::Thumb, "", false)} <span>
                <b lang=lang>{words.title.clone()}</b>
                <span class="muted">
                    {example} {format::euros(cx.lang(), story.cost.once)} ", "
                    <span lang=lang>{words.until_it_worked.clone()}</span>
                </span>
            </span>
        </a>
    }
    .into_any()
}

/// Where a story lives.
pub fn href(cx: &Context, story: &Story) -> String {
    cx.href(&format!("/geschichten/{}", story.meta.id))
}

/// "Beispielgeschichte", where the story is invented.
pub fn example_plate(cx: &Context, story: &Story) -> Option<AnyView> {
    story
        .meta
        .example
        .then(|| view! { <span class="plate">{cx.t(text::EXAMPLE_STORY)}</span> }.into_any())
}

fn gain(story: &Story, cx: &Context) -> String {
    let gain = &story.text.text(cx.lang()).gain;
    format!("{} {}", gain.figure, gain.sentence)
}
