//! `/kiosk/geschichten/{id}`: a story read by turning pages. `?teil=` is the page: what it is
//! about, how it went (as many pages as the text needs), the smaller solution, for you too.

use super::{parts, sheets};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{Msg, common, film as film_text, format, kiosk as text, story as story_text};
use crate::ui::{
    film, icon, notice,
    picture::{Spot, picture},
    story_card,
};
use domain::content::{Kind, Site, Story, StoryText};
use domain::handover::{Selection, Taken};
use leptos::prelude::*;

/// Letters of a told page that fit the smaller orientation, with its headings and gaps.
const LETTERS: usize = 1_150;

/// A story.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let id = cx.param(0).to_owned();
    let Some(story) = cx.content.story(&id, cx.today) else {
        return Err(match cx.content.moved(Kind::Story, &id) {
            Some(now) => PageError::Moved(cx.href(&format!("/geschichten/{now}"))),
            None => PageError::NotFound,
        });
    };
    let (words, _) = cx.texts(&story.text);
    let title = words.title.clone();
    let parts = parts_of(&cx, story, words);
    let at = parts::number(cx.query.get("teil"), parts.len());
    let class = match parts[at - 1] {
        Part::About => "kiosk-story",
        _ => "kiosk-story is-reading",
    };
    let view = move || {
        let story = cx.content.story(&id, cx.today);
        cx.site().ok().zip(story).map(|(site, story)| view(&cx, site, story, &parts, at)).into_any()
    };
    Page::new(title, view).main_class(class).ok()
}

/// One page of a story.
enum Part {
    /// Picture, first paragraph, quote.
    About,
    /// A piece of the text.
    Told(String),
    /// Not bought, went wrong, first step.
    Smaller,
    /// When it fits.
    AlsoYou,
    /// Where to go from here.
    Ways,
    /// The film, where there is one.
    Film,
}

impl Part {
    fn label(&self) -> Msg {
        match self {
            Part::About => text::ABOUT,
            Part::Told(_) => text::TOLD,
            Part::Smaller => text::SMALLER,
            Part::AlsoYou => text::ALSO_YOU,
            Part::Ways => text::WAYS,
            Part::Film => film_text::FILM,
        }
    }
}

fn parts_of(cx: &Context, story: &Story, words: &StoryText) -> Vec<Part> {
    let told = sheets::cut(&words.body.for_place(cx.place), LETTERS).into_iter().map(Part::Told);
    std::iter::once(Part::About)
        .chain(told)
        .chain([Part::Smaller, Part::AlsoYou, Part::Ways])
        .chain(film::has_film(story).then_some(Part::Film))
        .collect()
}

/// How many pages the text takes.
fn told_pages(parts: &[Part]) -> usize {
    parts.iter().filter(|part| matches!(part, Part::Told(_))).count()
}

fn view(cx: &Context, site: &Site, story: &Story, parts: &[Part], at: usize) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let part = &parts[at - 1];
    let text = match part {
        Part::About => about(cx, story, words, lang),
        Part::Told(html) => told(cx, html, lang, at - 1, told_pages(parts)),
        Part::Smaller => smaller(cx, words, lang),
        Part::AlsoYou => also_you(cx, words, lang),
        Part::Ways => ways(cx, site, story),
        Part::Film => view! {
            <section class="kiosk-text" tabindex="0" aria-label=cx.t(film_text::FILM)>
                {film::story_film(cx, story)}
            </section>
        }
        .into_any(),
    };
    view! {
        <div class="kiosk-title">
            <h1 lang=lang>{words.title.clone()}</h1>
            <p>
                {story_card::example_plate(cx, story)}
                <span>
                    {format!(
                        "{}, {}",
                        story.firm,
                        site.district(&story.district, cx.lang()),
                    )}
                </span>
                {lang.map(|_| view! { <span class="muted">{cx.t(common::ONLY_GERMAN_SHORT)}</span> })}
                {notice::testing(cx, &story.text).map(|sentence| view! { <span class="muted">{sentence}</span> })}
            </p>
        </div>
        {text}
        {turn(cx, story, parts, at)}
        {side(cx, site, story)}
    }
    .into_any()
}

fn about(cx: &Context, story: &Story, words: &StoryText, lang: Option<&'static str>) -> AnyView {
    view! {
        <div class="kiosk-picture">{picture(&story.picture, Spot::Screen, &words.alt, true)}</div>
        <section class="kiosk-text" tabindex="0" aria-labelledby="part">
            <h2 id="part">{cx.t(text::ABOUT)}</h2>
            <p lang=lang>{words.lead.clone()}</p>
            <figure class="kiosk-quote" lang=lang>
                <blockquote>{format::quoted(cx.language_of(&story.text), &words.quote)}</blockquote>
                <figcaption>{words.quote_by.clone()}</figcaption>
            </figure>
        </section>
    }
    .into_any()
}

fn told(cx: &Context, html: &str, lang: Option<&'static str>, n: usize, of: usize) -> AnyView {
    let label = format!("{}, {}", cx.t(text::TOLD), text::page(cx.lang(), n, of));
    let html = html.to_owned();
    view! {
        <section class="kiosk-text kiosk-columns" tabindex="0" aria-label=label>
            <div lang=lang inner_html=html></div>
        </section>
    }
    .into_any()
}

fn smaller(cx: &Context, words: &StoryText, lang: Option<&'static str>) -> AnyView {
    let blocks = [
        (story_text::NOT_BOUGHT, &words.smaller.not_bought),
        (story_text::WENT_WRONG, &words.smaller.went_wrong),
        (story_text::FIRST_STEP, &words.smaller.first_step),
    ]
    .map(|(title, sentence)| {
        view! {
            <div>
                <h3>{cx.t(title)}</h3>
                <p lang=lang>{sentence.clone()}</p>
            </div>
        }
    })
    .collect_view();
    view! {
        <section class="kiosk-text" tabindex="0" aria-labelledby="part">
            <h2 id="part" class="visually-hidden">
                {cx.t(text::SMALLER)}
            </h2>
            <div class="kiosk-thirds">{blocks}</div>
        </section>
    }
    .into_any()
}

fn also_you(cx: &Context, words: &StoryText, lang: Option<&'static str>) -> AnyView {
    let sentences = words
        .fits
        .iter()
        .map(|sentence| view! { <li>{icon::check()} <span>{sentence.clone()}</span></li> })
        .collect_view();
    view! {
        <section class="kiosk-text kiosk-fit" tabindex="0" aria-labelledby="part">
            <div>
                <h2 id="part">{cx.t(story_text::FITS)}</h2>
                <p>{cx.t(story_text::FITS_WHEN)}</p>
            </div>
            <ul role="list" class="checklist" lang=lang>
                {sentences}
            </ul>
        </section>
    }
    .into_any()
}

/// Money, the line of business, a meeting, and who helped.
fn ways(cx: &Context, site: &Site, story: &Story) -> AnyView {
    let goal = story.goals.first().map_or("", String::as_str);
    let narrow = format!("?ziel={goal}&branche={}", story.sector);
    let sector = site.sector(&story.sector, cx.lang());
    let exits = [
        (
            icon::euro(),
            cx.t(common::EXIT_FUNDING.title).to_owned(),
            cx.t(text::FUNDING_TEXT),
            format!("/foerderung{narrow}"),
        ),
        (
            icon::trend(),
            text::what_happens(cx.lang(), &sector),
            cx.t(text::TREND_TEXT),
            format!("/trends{narrow}"),
        ),
        (
            icon::meeting(),
            cx.t(common::EXIT_MEETING.title).to_owned(),
            cx.t(text::MEETING_TEXT),
            format!("/anfrage?geschichte={}", story.meta.id),
        ),
    ]
    .map(|(icon, title, sentence, path)| exit(cx, icon, title, sentence.to_owned(), &path))
    .collect_view();
    let helpers = story
        .providers
        .iter()
        .filter_map(|id| cx.content.providers.get(id))
        .filter(|provider| provider.is_listed(cx.today))
        .map(|provider| {
            let words = provider.text.text(cx.lang());
            let title = format!("{}: {}", cx.t(story_text::WHO_HELPED), words.title);
            let path = format!("/anbieter/{}", provider.meta.id);
            exit(cx, icon::person(), title, words.tagline.clone(), &path)
        })
        .collect_view();
    view! {
        <section class="kiosk-text" tabindex="0" aria-labelledby="part">
            <h2 id="part">{cx.t(text::WAYS)}</h2>
            <nav class="kiosk-exits" aria-labelledby="part">
                {exits}
                {helpers}
            </nav>
        </section>
    }
    .into_any()
}

fn exit(cx: &Context, icon: AnyView, title: String, sentence: String, path: &str) -> AnyView {
    view! {
        <a href=cx.href(path)>
            {icon} <span>
                <b>{title}</b>
                {sentence}
            </span> {icon::arrow()}
        </a>
    }
    .into_any()
}

/// The parts as keys, and a page back and on.
fn turn(cx: &Context, story: &Story, parts: &[Part], at: usize) -> AnyView {
    let href = |n: usize| format!("{}?teil={n}", story_card::href(cx, story));
    let told = told_pages(parts);
    let firsts = [1, 2, told + 2, told + 3, told + 4, told + 5];
    let keys = parts
        .iter()
        .enumerate()
        .map(|(index, part)| (index + 1, part))
        .filter(|(n, _)| firsts.contains(n))
        .map(|(n, part)| {
            let inside = matches!(part, Part::Told(_)) && (2..=told + 1).contains(&at);
            let here = inside || n == at;
            let count = (inside && told > 1).then(|| format!(" {}/{told}", at - 1));
            view! {
                <a class="key" href=href(n) aria-current=here.then_some("true")>
                    <span>{cx.t(part.label())} {count}</span>
                </a>
            }
        })
        .collect_view();
    view! {
        <nav class="kiosk-pages" aria-label=cx.t(text::PARTS)>
            {keys}
            {parts::steps(cx, at, parts.len(), href)}
        </nav>
    }
    .into_any()
}

fn side(cx: &Context, site: &Site, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let builders: Vec<String> = story
        .providers
        .iter()
        .filter_map(|id| cx.content.providers.get(id))
        .map(|p| {
            let district = site.district(&p.district, cx.lang());
            format!("{}, {district}", p.text.text(cx.lang()).title)
        })
        .collect();
    let built_by = if builders.is_empty() {
        cx.t(story_text::BUILT_ALONE).to_owned()
    } else {
        builders.join("; ")
    };
    view! {
        <aside class="kiosk-side" aria-label=cx.t(story_text::WORK_CARD)>
            <section class="work-card" aria-labelledby="work-card">
                <header>
                    <h2 id="work-card">{cx.t(story_text::WORK_CARD)}</h2>
                    <p>{cx.t(story_text::verdict(story.verdict))}</p>
                </header>
                <dl>
                    <div class="question">
                        <dt>{cx.t(common::WHAT_DOES_IT_COST)}</dt>
                        <dd>
                            <b>{format::euros(cx.lang(), story.cost.once)}</b>
                            {story_text::once_and_monthly(cx.lang(), story.cost.monthly)}
                        </dd>
                    </div>
                    <div class="question">
                        <dt>{cx.t(common::WHAT_DOES_IT_BRING)}</dt>
                        <dd lang=lang>
                            <b>{words.gain.figure.clone()}</b>
                            {words.gain.sentence.clone()}
                        </dd>
                    </div>
                    <div class="short">
                        <dt>{cx.t(common::DURATION)}</dt>
                        <dd lang=lang>{words.until_it_worked.clone()}</dd>
                    </div>
                    <div class="short">
                        <dt>{cx.t(story_text::BUILT_BY)}</dt>
                        <dd>{built_by}</dd>
                    </div>
                </dl>
                {tear_off(cx, story)}
            </section>
        </aside>
    }
    .into_any()
}

fn tear_off(cx: &Context, story: &Story) -> AnyView {
    let address = super::take::story_address(cx, story);
    let large = cx.href(&format!("/geschichten/{}/mitnehmen", story.meta.id));
    let selection = Selection::new(Taken::Story, vec![story.meta.id.clone()]);
    let inside = view! {
        {parts::code(cx, &address)}
        <span>
            <b>{cx.t(story_text::TAKE_HOME)}</b>
            {cx.t(text::ENLARGE)}
        </span>
    };
    parts::take_link(cx, "tear-off", large, selection.as_ref(), inside.into_any())
}
