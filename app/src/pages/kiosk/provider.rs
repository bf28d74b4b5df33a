//! `/kiosk/anbieter/{id}`: a portrait on the pegboard. `?teil=` is the page beside it: at a
//! glance, how they work, what they do not do.

use super::{parts, sheets, take};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, common, format, kiosk as text};
use crate::ui::{
    icon,
    picture::{Spot, picture},
    story_card,
};
use domain::content::{Kind, Provider, ProviderText, Site};
use domain::handover::{Selection, Taken};
use leptos::prelude::*;

/// Letters of a page beside the portrait.
const LETTERS: usize = 580;

/// A portrait.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let id = cx.param(0).to_owned();
    let Some(provider) = take::listed(&cx, &id) else {
        return Err(take::moved(&cx, Kind::Provider, &id, "anbieter"));
    };
    let (words, _) = cx.texts(&provider.text);
    let title = format!("{}, {}", words.title, provider.person);
    let has_stories = !cx.content.stories_with(&provider.meta.id, cx.today).is_empty();
    let parts = parts_of(sheets::cut(&words.body.for_place(cx.place), LETTERS), has_stories);
    let at = parts::number(cx.query.get("teil"), parts.len());
    let view = move || {
        let provider = take::listed(&cx, &id);
        cx.site().ok().zip(provider).map(|(site, p)| view(&cx, site, p, &parts, at)).into_any()
    };
    Page::new(title, view).main_class("kiosk-provider pegboard").ok()
}

/// One page of a portrait.
enum Part {
    AtAGlance,
    Told(String),
    NotDoing,
    Stories,
}

impl Part {
    fn label(&self) -> Msg {
        match self {
            Part::AtAGlance => text::IN_SHORT,
            Part::Told(_) => text::HOW_WE_WORK,
            Part::NotDoing => text::DOING_AND_NOT,
            Part::Stories => common::NAV_STORIES,
        }
    }
}

fn parts_of(told: Vec<String>, has_stories: bool) -> Vec<Part> {
    std::iter::once(Part::AtAGlance)
        .chain(told.into_iter().map(Part::Told))
        .chain([Part::NotDoing])
        .chain(has_stories.then_some(Part::Stories))
        .collect()
}

fn view(cx: &Context, site: &Site, provider: &Provider, parts: &[Part], at: usize) -> AnyView {
    let (words, lang) = cx.texts(&provider.text);
    let body = match &parts[at - 1] {
        Part::AtAGlance => at_a_glance(cx, site, provider),
        Part::Told(html) => told(cx, html, lang),
        Part::NotDoing => not_doing(cx, words, lang),
        Part::Stories => stories(cx, provider),
    };
    let plates = [
        provider.meta.example.then_some(common::EXAMPLE_FIRM),
        provider.partner.then_some(common::PARTNER),
    ]
    .into_iter()
    .flatten()
    .map(|plate| view! { <span class="plate">{cx.t(plate)}</span> })
    .collect_view();
    view! {
        <div class="hanging-card large">
            {picture(&provider.picture, Spot::Portrait, &words.alt, true)}
            <p>
                <b>{provider.person.clone()}</b>
                ", "
                <span lang=lang>{words.role.clone()}</span>
            </p>
        </div>
        <div class="poster">
            <div class="kiosk-provider-head">
                <h1>{words.title.clone()}</h1>
                {plates}
            </div>
            {body}
            {turn(cx, provider, parts, at)}
        </div>
        {take_along(cx, provider)}
    }
    .into_any()
}

fn at_a_glance(cx: &Context, site: &Site, provider: &Provider) -> AnyView {
    let (words, lang) = cx.texts(&provider.text);
    let goals: Vec<String> = provider.goals.iter().map(|id| site.goal(id, cx.lang())).collect();
    let sectors: Vec<String> =
        provider.sectors.iter().map(|id| site.sector(id, cx.lang())).collect();
    let (from, to) = provider.project;
    let rows = [
        (text::HELPS_WITH, goals.join(", ")),
        (text::KNOWS, sectors.join(", ")),
        (text::PROJECTS, text::from_to(cx.lang(), from, to)),
        (text::SPEAKS, common::languages(cx.lang(), &provider.languages)),
    ]
    .map(|(label, value)| {
        view! {
            <div>
                <dt>{cx.t(label)}</dt>
                <dd>{value}</dd>
            </div>
        }
    })
    .collect_view();
    view! {
        <section class="kiosk-text" tabindex="0" aria-label=cx.t(text::IN_SHORT)>
            <p class="lead" lang=lang>
                {words.summary.clone()}
            </p>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn stories(cx: &Context, provider: &Provider) -> AnyView {
    let items = cx
        .content
        .stories_with(&provider.meta.id, cx.today)
        .into_iter()
        .take(3)
        .map(|story| {
            let (words, lang) = cx.texts(&story.text);
            let price = format::euros(cx.lang(), story.cost.once);
            view! {
                <li>
                    <a href=story_card::href(cx, story)>
                        {picture(&story.picture, Spot::Thumb, "", true)} <span>
                            <b lang=lang>{words.title.clone()}</b>
                            <span class="muted">{format!("{price}, {}", story.firm)}</span>
                        </span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="kiosk-text" tabindex="0" aria-labelledby="part">
            <h2 id="part">{cx.t(common::NAV_STORIES)}</h2>
            <ul role="list" class="story-links">
                {items}
            </ul>
        </section>
    }
    .into_any()
}

fn told(cx: &Context, html: &str, lang: Option<&'static str>) -> AnyView {
    let html = html.to_owned();
    view! {
        <section class="kiosk-text" tabindex="0" aria-labelledby="part">
            <h2 id="part">{cx.t(text::HOW_WE_WORK)}</h2>
            <div lang=lang inner_html=html></div>
        </section>
    }
    .into_any()
}

fn not_doing(cx: &Context, words: &ProviderText, lang: Option<&'static str>) -> AnyView {
    let item = |icon: fn() -> AnyView, sentence: &String| {
        view! { <li>{icon()} <span>{sentence.clone()}</span></li> }
    };
    let skills = words.skills.iter().map(|skill| item(icon::check, skill)).collect_view();
    let not = words.not_doing.iter().map(|line| item(icon::cross, line)).collect_view();
    view! {
        <section class="kiosk-text kiosk-halves" tabindex="0" aria-label=cx.t(text::DOING_AND_NOT)>
            <div>
                <h2>{cx.t(text::WHAT_WE_DO)}</h2>
                <ul role="list" class="checklist" lang=lang>
                    {skills}
                </ul>
            </div>
            <div>
                <h2>{cx.t(text::NOT_DOING)}</h2>
                <ul role="list" class="checklist" lang=lang>
                    {not}
                </ul>
            </div>
        </section>
    }
    .into_any()
}

fn turn(cx: &Context, provider: &Provider, parts: &[Part], at: usize) -> AnyView {
    let base = cx.href(&format!("/anbieter/{}", provider.meta.id));
    let href = |n: usize| format!("{base}?teil={n}");
    let told = |n: usize| matches!(parts[n - 1], Part::Told(_));
    let keys = (1..=parts.len())
        .filter(|n| !(told(*n) && told(n - 1)))
        .map(|n| {
            let here = n == at || (told(n) && told(at));
            view! {
                <a class="key" href=href(n) aria-current=here.then_some("true")>
                    <span>{cx.t(parts[n - 1].label())}</span>
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

fn take_along(cx: &Context, provider: &Provider) -> AnyView {
    let address = take::provider_address(cx, provider);
    let large = cx.href(&format!("/anbieter/{}/mitnehmen", provider.meta.id));
    let selection = Selection::new(Taken::Provider, vec![provider.meta.id.clone()]);
    let inside = view! {
        {parts::code(cx, &address)}
        <span>
            <b>{cx.t(text::TAKE_ALONG)}</b>
            " "
            {cx.t(text::ENLARGE)}
        </span>
    };
    view! {
        <aside class="poster take-along" aria-label=cx.t(text::TAKE_ALONG)>
            {parts::take_link(cx, "take-link", large, selection.as_ref(), inside.into_any())}
            <a class="button outline" href=cx.href("/anbieter")>
                {icon::back()}
                " "
                {cx.t(text::BACK_TO_WALL)}
            </a>
        </aside>
    }
    .into_any()
}
