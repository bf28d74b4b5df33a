//! `/geschichten/{id}`: one firm's story with its work card, the smaller solution and the exits.

use crate::context::{Context, Cx, Outcome, Page, PageError, encode};
use crate::islands::shortlist::{ButtonTexts, button};
use crate::open::linked;
use crate::pages::handover;
use crate::text::{common, format, shortlist, story as text};
use crate::ui::crumbs::crumbs;
use crate::ui::picture::{Spot, picture};
use crate::ui::{exits, film, icon, notice, qr, story_card, work_card};
use domain::Place;
use domain::content::{Kind, Provider, Site, Story, StoryText};
use domain::request::Channel;
use leptos::prelude::*;

/// A story.
pub async fn page(cx: Cx) -> Outcome {
    let id = cx.param(0).to_owned();
    let site = cx.site()?;
    let Some(story) = cx.content.story(&id, cx.today) else {
        return Err(match cx.content.moved(Kind::Story, &id) {
            Some(now) => PageError::Moved(cx.href(&format!("/geschichten/{now}"))),
            None => PageError::NotFound,
        });
    };
    let words = story.text.text(cx.lang());
    let (title, description) = (words.title.clone(), words.teaser.clone());
    let linked = linked::story(&cx, site, story);
    let shared = (story.picture.clone(), words.alt.clone());
    let likely = similar_to(&cx, story).first().map(|(_, other)| story_card::href(&cx, other));
    let next = likely.into_iter().chain([request_href(&cx, story)]).collect::<Vec<_>>();
    let view = move || {
        let story = cx.content.story(&id, cx.today);
        cx.site().ok().zip(story).map(|(site, story)| view(&cx, site, story)).into_any()
    };
    Page::new(title, view)
        .description(description)
        .linked(linked)
        .shared(&shared.0, &shared.1)
        .next(next)
        .main_class("story long")
        .ok()
}

/// `/g/{id}`: the short address that QR codes and people in the room use.
pub async fn short(cx: Cx) -> Outcome {
    let (id, channel) = (encode(cx.param(0)), Channel::Handoff.code());
    Err(PageError::Moved(cx.href(&format!("/geschichten/{id}?kanal={channel}"))))
}

/// The request that begins with this story.
fn request_query(cx: &Context, story: &Story) -> String {
    format!("?geschichte={}{}", story.meta.id, handover::channel(cx))
}

fn request_href(cx: &Context, story: &Story) -> String {
    format!("{}{}", cx.href("/anfrage"), request_query(cx, story))
}

fn view(cx: &Context, site: &Site, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    // The web address in the reader's language, on the touchscreen too: it goes to a telephone.
    let path = format!("/geschichten/{}", story.meta.id);
    let address = cx.public(&Place::web(cx.lang()).href(&path));
    let request = request_query(cx, story);
    view! {
        <div class="print-only print-head">
            <b>{cx.t(common::PRODUCT)}</b>
            " "
            <span>{cx.t(text::PRINT_HEAD)}</span>
        </div>
        <div class="wrap story-head">
            {crumbs(cx, &[(common::NAV_STORIES, "/geschichten")])} <h1 lang=lang>{words.title.clone()}</h1>
            <p class="row gap-3">
                {story_card::example_plate(cx, story)}
                <span>
                    {format!(
                        "{}, {}. {}.",
                        story.firm,
                        site.district(&story.district, cx.lang()),
                        common::employees(cx.lang(), story.employees),
                    )}
                </span>
            </p> {notice::only_german(cx, lang)} {notice::tested(cx, &story.text)}
        </div>
        <div class="wrap story-body">
            <div class="story-picture">{picture(&story.picture, Spot::Story, &words.alt, true)}</div>
            <div class="bench-edge empty ruler-edge"></div>
            <aside class="story-side" aria-label=cx.t(text::WORK_CARD)>
                {work_card::work_card(cx, site, story, tear_off(cx, &address))}
                <a class="button signal full" href=request_href(cx, story)>
                    {cx.t(common::ARRANGE)}
                    " "
                    {icon::arrow()}
                </a>
                {keep(cx, story)}
                <p class="small muted screen-only">{cx.t(text::PRINT_HINT)}</p>
            </aside>
            {narrative(cx, story)}
            {smaller(cx, words, lang)}
            {fits(cx, words, lang)}
            {helpers(cx, site, story)}
        </div>
        {film::story_film(cx, story).map(|film| view! { <div class="wrap">{film}</div> })}
        <p class="print-only print-foot">
            {text::print_foot(cx.lang(), &address, &site.phone, story.meta.example)}
        </p>
        {similar(cx, site, story)}
        {exits::exits(cx, &format!("?ziel={}&branche={}", story.goals.first().map_or("", String::as_str), story.sector), &request)}
    }
    .into_any()
}

/// The island that puts the story on the shortlist.
fn keep(cx: &Context, story: &Story) -> AnyView {
    let texts = ButtonTexts {
        keep: cx.t(shortlist::KEEP),
        kept: cx.t(shortlist::KEPT),
        dropped: cx.t(shortlist::DROPPED),
        open: cx.t(shortlist::OPEN),
    };
    button(story.meta.id.as_str(), cx.href("/merkzettel"), &texts)
}

fn tear_off(cx: &Context, address: &str) -> AnyView {
    view! {
        <div class="tear-off">
            <div class="qr">{qr::qr(address, text::qr_label(cx.lang(), address))}</div>
            <p>
                <b>{cx.t(text::TAKE_HOME)}</b>
                {cx.t(text::TAKE_HOME_TEXT)}
            </p>
        </div>
    }
    .into_any()
}

fn narrative(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let body = words.body.for_place(cx.place);
    let (first, second) = halves(&body);
    let (first, second) = (first.to_owned(), second.to_owned());
    view! {
        <article class="narrative" aria-label=cx.t(text::THE_STORY)>
            <div class="prose part-1" lang=lang>
                <p class="lead">{words.lead.clone()}</p>
                <div class="prose" inner_html=first></div>
            </div>
            <figure class="quote" lang=lang>
                <blockquote>{format::quoted(cx.language_of(&story.text), &words.quote)}</blockquote>
                <figcaption>{words.quote_by.clone()}</figcaption>
            </figure>
            <div class="prose part-2" lang=lang inner_html=second></div>
        </article>
    }
    .into_any()
}

/// The body before and after its middle heading: the quote stands between them.
fn halves(body: &str) -> (&str, &str) {
    let headings: Vec<usize> = body.match_indices("<h2").map(|(at, _)| at).collect();
    match headings.get(headings.len().div_ceil(2)) {
        Some(&middle) => body.split_at(middle),
        None => (body, ""),
    }
}

fn smaller(cx: &Context, words: &StoryText, lang: Option<&'static str>) -> AnyView {
    let rows = [
        ("not-bought", text::NOT_BOUGHT, &words.smaller.not_bought),
        ("bought", text::WENT_WRONG, &words.smaller.went_wrong),
        ("first-step", text::FIRST_STEP, &words.smaller.first_step),
    ]
    .map(|(class, title, sentence)| {
        view! {
            <div class=class>
                <dt>{cx.t(title)}</dt>
                <dd lang=lang>{sentence.clone()}</dd>
            </div>
        }
    })
    .collect_view();
    view! {
        <section class="smaller-solution" aria-labelledby="smaller">
            <h2 id="smaller">{cx.t(text::SMALLER)}</h2>
            <dl>{rows}</dl>
        </section>
    }
    .into_any()
}

fn fits(cx: &Context, words: &StoryText, lang: Option<&'static str>) -> AnyView {
    let sentences = words
        .fits
        .iter()
        .map(|sentence| view! { <li>{icon::check()} <span>{sentence.clone()}</span></li> })
        .collect_view();
    view! {
        <section class="fit-check sheet screen-only" aria-labelledby="fit-check">
            <div>
                <h2 id="fit-check">{cx.t(text::FITS)}</h2>
                <p>{cx.t(text::FITS_WHEN)}</p>
            </div>
            <ul role="list" class="checklist" lang=lang>
                {sentences}
            </ul>
        </section>
    }
    .into_any()
}

fn helpers(cx: &Context, site: &Site, story: &Story) -> Option<AnyView> {
    let providers: Vec<&Provider> =
        story.providers.iter().filter_map(|id| cx.content.providers.get(id)).collect();
    if providers.is_empty() {
        return None;
    }
    let cards = providers.into_iter().map(|p| helper(cx, site, p)).collect_view();
    Some(
        view! {
            <section class="helper sheet screen-only" aria-labelledby="helper">
                <h2 id="helper">{cx.t(text::WHO_HELPED)}</h2>
                {cards}
                <p class="muted">
                    {cx.t(text::MORE_PROVIDERS)}
                    " "
                    <a href=cx.href("/anbieter")>{cx.t(common::TO_THE_WALL)}</a>
                </p>
            </section>
        }
        .into_any(),
    )
}

fn helper(cx: &Context, site: &Site, provider: &Provider) -> AnyView {
    let (words, lang) = cx.texts(&provider.text);
    view! {
        <div class="helper-card">
            {picture(&provider.picture, Spot::Mini, "", false)} <div>
                <h3>
                    <a href=cx.href(
                        &format!("/anbieter/{}", provider.meta.id),
                    )>{format!("{}, {}", provider.person, words.title)}</a>
                </h3>
                <p class="muted">{site.district(&provider.district, cx.lang())}</p>
                <p lang=lang>{words.summary.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// Stories that share most with this one, each with what it shares.
fn similar_to<'a>(cx: &'a Context, story: &Story) -> Vec<(Vec<&'static str>, &'a Story)> {
    let mut others: Vec<(usize, Vec<&'static str>, &Story)> = cx
        .content
        .stories_of(cx.today)
        .into_iter()
        .filter(|other| other.meta.id != story.meta.id)
        .map(|other| {
            let mut shared = Vec::new();
            let goals = other.goals.iter().filter(|goal| story.goals.contains(goal)).count();
            if goals > 0 {
                shared.push(cx.t(text::SAME_GOAL));
            }
            if other.sector == story.sector {
                shared.push(cx.t(text::SAME_SECTOR));
            }
            if other.size == story.size {
                shared.push(cx.t(text::SAME_SIZE));
            }
            let weight = goals * 4
                + usize::from(other.sector == story.sector) * 3
                + usize::from(other.size == story.size);
            (weight, shared, other)
        })
        .filter(|(weight, ..)| *weight > 0)
        .collect();
    // The sort is stable: equals stay in the neutral order of the day.
    others.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
    others.into_iter().map(|(_, shared, other)| (shared, other)).collect()
}

/// Three of them.
fn similar(cx: &Context, site: &Site, story: &Story) -> AnyView {
    let cards = similar_to(cx, story)
        .into_iter()
        .take(3)
        .map(|(shared, other)| {
            view! {
                <div class="stack gap-2">
                    {story_card::story_card(cx, site, other)}
                    <p class="small muted">{shared.join(", ")}</p>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="section screen-only pt-0" aria-labelledby="next">
            <div class="wrap">
                <div class="heading-row">
                    <h2 id="next">{cx.t(text::SIMILAR)}</h2>
                </div>
                <div class="grid three">{cards}</div>
            </div>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::halves;

    #[test]
    fn the_quote_stands_at_the_middle_heading() {
        assert_eq!(halves("<p>a</p>"), ("<p>a</p>", ""));
        assert_eq!(halves("<h2>1</h2><h2>2</h2>"), ("<h2>1</h2>", "<h2>2</h2>"));
        let three = "<p>a</p><h2>1</h2><h2>2</h2><h2>3</h2>";
        assert_eq!(halves(three).1, "<h2>3</h2>");
    }
}
