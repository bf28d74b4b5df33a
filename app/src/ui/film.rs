//! Films: a plain player that never starts by itself, captions, and everything to read as well.

use crate::context::Context;
use crate::text::{film as text, kiosk};
use domain::content::{Film, Story, Video, VideoText};
use domain::{Lang, Surface};
use leptos::prelude::*;

/// The copy of a poster that players get, which cannot choose.
const POSTER_WIDTH: u32 = 1000;

/// The film of a story, if it has one.
pub fn story_film(cx: &Context, story: &Story) -> Option<AnyView> {
    let video = story.video.as_ref()?;
    let german = story.text.de.video.as_ref()?;
    let english = story.text.en.as_ref().and_then(|text| text.video.as_ref());
    let (words, lang) = match (cx.lang(), english) {
        (Lang::En, Some(english)) => (english, None),
        (Lang::En, None) => (german, Some("de")),
        _ => (german, None),
    };
    let transcript = words.transcript.for_place(cx.place).into_owned();
    Some(
        view! {
            <section class="film screen-only" aria-labelledby="film">
                <h2 id="film" lang=lang>
                    {words.title.clone()}
                </h2>
                {player(cx, &video.film, tracks(cx, german, english), &words.title)}
                {without_network(cx)}
                <p class="small muted">
                    {text::about(cx.lang(), video.film.seconds, &video.credit)}
                </p>
                <details>
                    <summary>{cx.t(text::TRANSCRIPT)}</summary>
                    <div class="prose" lang=lang inner_html=transcript></div>
                </details>
            </section>
        }
        .into_any(),
    )
}

/// A page in sign language, which has no sound. At the touchscreen nothing is downloaded.
pub fn sign_language(cx: &Context, film: &Film) -> AnyView {
    let download = (cx.place.surface == Surface::Web).then(|| {
        let label = text::download(cx.lang(), film.mime, film.bytes, film.seconds);
        view! {
            <p>
                <a href=film.src.clone() download="">
                    {label}
                </a>
            </p>
        }
    });
    view! {
        <section class="film sign-language" aria-labelledby="sign-language">
            <h2 id="sign-language">{cx.t(text::SIGN_LANGUAGE)}</h2>
            {player(cx, film, ().into_any(), cx.t(text::SIGN_LANGUAGE))}
            {without_network(cx)}
            {download}
        </section>
    }
    .into_any()
}

/// One of several films in sign language, under the title of the page it stands for.
pub fn signed(cx: &Context, film: &Film, title: &str) -> AnyView {
    view! {
        <section class="film sign-language">
            <h2>{title.to_owned()}</h2>
            {player(cx, film, ().into_any(), title)}
        </section>
    }
    .into_any()
}

fn player(cx: &Context, film: &Film, tracks: AnyView, label: &str) -> AnyView {
    let poster = film.poster.as_ref();
    view! {
        <video
            controls=true
            playsinline=true
            preload="none"
            aria-label=label.to_owned()
            poster=poster.map(|poster| poster.source.one(POSTER_WIDTH))
            width=poster.map(|poster| poster.width)
            height=poster.map(|poster| poster.height)
        >
            <source src=film.src.clone() r#type=film.mime />
            {tracks}
            {cx.t(text::NOT_PLAYED)}
        </video>
    }
    .into_any()
}

/// Films are too large for the copy a touchscreen keeps; the style sheet shows this while it has
/// no network.
fn without_network(cx: &Context) -> Option<AnyView> {
    (cx.place.surface == Surface::Kiosk)
        .then(|| view! { <p class="note when-offline">{cx.t(kiosk::NO_FILM)}</p> }.into_any())
}

/// Captions in every language there is; those of the reader are on.
fn tracks(cx: &Context, german: &VideoText, english: Option<&VideoText>) -> AnyView {
    let is_english = cx.lang() == Lang::En && english.is_some();
    let track = |words: &VideoText, lang: Lang, on: bool| {
        let label = cx.t(if lang == Lang::En { text::CAPTIONS_EN } else { text::CAPTIONS_DE });
        view! {
            <track
                kind="captions"
                src=words.captions.clone()
                srclang=lang.tag()
                label=label
                default=on
            />
        }
    };
    view! {
        {track(german, Lang::De, !is_english)}
        {english.map(|words| track(words, Lang::En, is_english))}
    }
    .into_any()
}

/// Whether a story has a film to show.
pub fn has_film(story: &Story) -> bool {
    matches!((&story.video, &story.text.de.video), (Some(Video { .. }), Some(_)))
}
