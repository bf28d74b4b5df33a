//! `/kiosk`: the screen at rest. The first stories of the day are slides, the first one is shown;
//! the script turns them. A touch anywhere leads into the story that is shown. While the room is
//! closed the night takes their place.

use super::{night, parts};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::shell::kiosk;
use crate::text::{common, format, kiosk as text, story as story_text};
use crate::ui::{
    icon,
    picture::{Spot, picture},
    story_card,
};
use domain::content::Story;
use leptos::prelude::*;

/// The class by which the frame knows this page: it has no head and no bar.
pub const MAIN: &str = "attract";

/// Stories that take their turns, in the order of the day; the others have theirs on other days.
const SLIDES: usize = 12;

/// The attract screen.
pub async fn page(cx: Cx) -> Outcome {
    if cx.content.stories_of(cx.today).is_empty() {
        return Err(PageError::NotFound);
    }
    let title = cx.t(common::PRODUCT);
    Page::new(title, move || view(&cx)).main_class(MAIN).ok()
}

fn view(cx: &Context) -> AnyView {
    let stories = cx.content.stories_of(cx.today);
    let n = stories.len();
    let slides =
        stories.iter().take(SLIDES).enumerate().map(|(at, s)| slide(cx, s, at, n)).collect_view();
    view! {
        {slides}
        {controls(cx)}
        {cx.site().ok().map(|site| night::night(cx, site))}
    }
    .into_any()
}

fn slide(cx: &Context, story: &Story, at: usize, n: usize) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let now = cx.site().ok().map(|site| kiosk::today(cx, site));
    view! {
        <section class="attract-area attract-slide" hidden=(at > 0).then_some("")>
            <div class="attract-head">
                {kiosk::brand(cx)} <p class="attract-now" data-now="">{now}</p>
                {story_card::example_plate(cx, story)}
            </div>
            <h1>
                <span>{cx.t(common::WHAT_DOES_IT_COST)}</span>
                " "
                <span>{cx.t(common::WHAT_DOES_IT_BRING)}</span>
            </h1>
            {slide_picture(cx, story)}
            {slip(cx, story)}
            <div class="bench-edge attract-touch">
                <p class="text">
                    <b lang=lang>{words.title.clone()}</b>
                    {text::how_many(cx.lang(), n)}
                </p>
                <a class="touch" href=story_card::href(cx, story)>
                    {icon::touch()}
                    {cx.t(text::TOUCH)}
                    <span class="visually-hidden" lang=lang>
                        {format!(": {}", words.title)}
                    </span>
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// The picture stands on the bench: freed from its background where it can be, else cut at the
/// line that all drawings share.
fn slide_picture(cx: &Context, story: &Story) -> AnyView {
    let (words, _) = cx.texts(&story.text);
    match parts::free_picture(cx, story) {
        Some(src) => view! {
            <div class="attract-picture">
                <img src=src alt=words.alt.clone() width="1480" height="802" />
            </div>
        }
        .into_any(),
        None => view! {
            <div class="attract-picture on-bench">{picture(&story.picture, Spot::Screen, &words.alt, true)}</div>
        }
        .into_any(),
    }
}

fn slip(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    view! {
        <div class="attract-slip">
            <p class="top">
                <b>{cx.t(story_text::WORK_CARD)}</b>
                " "
                <span>{story.firm.clone()}</span>
            </p>
            <div class="pair-figures">
                <p>
                    <span class="line">{cx.t(common::COST)}</span>
                    <b>{format::euros(cx.lang(), story.cost.once)}</b>
                    <span>{story_text::once_and_monthly(cx.lang(), story.cost.monthly)}</span>
                </p>
                <p lang=lang>
                    <span class="line">{cx.t(common::BRINGS)}</span>
                    <b class=long_words(&words.gain.figure).then_some("long")>
                        {words.gain.figure.clone()}
                    </b>
                    <span>{words.gain.sentence.clone()}</span>
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// Whether a word of a figure is too long for the slip in the size of „3 von 14“.
fn long_words(figure: &str) -> bool {
    figure.split_whitespace().any(|word| word.chars().count() > 9)
}

/// Below the amber touch: hold the pictures still, turn on, the goals, the helps, everything else.
/// The first two need the script, which shows them.
fn controls(cx: &Context) -> AnyView {
    view! {
        <nav class="attract-controls kiosk-helps" aria-label=cx.t(text::CONTROLS)>
            <button
                type="button"
                class="kiosk-key"
                id="pause"
                aria-pressed="false"
                aria-label=cx.t(text::PAUSE)
                hidden=true
            >
                <span class="when-running">{icon::pause()}</span>
                <span class="when-paused">{icon::play()}</span>
            </button>
            <button
                type="button"
                class="kiosk-key"
                id="next-story"
                aria-label=cx.t(text::NEXT_STORY)
                hidden=true
            >
                {icon::arrow()}
            </button>
            <a class="kiosk-key" href=cx.href("/start")>
                {cx.t(text::GOALS)}
            </a>
            {kiosk::help_keys(cx, "/start")}
            <a class="kiosk-key" href=cx.href("/mehr")>
                {cx.t(common::MORE)}
            </a>
        </nav>
    }
    .into_any()
}
