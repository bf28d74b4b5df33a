//! `/trends/{id}`: what happens digitally in one line of business, with stories and people.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{common, trend as text};
use crate::ui::crumbs::crumbs;
use crate::ui::{contact, exits, notice, provider_card, story_card};
use domain::content::{Kind, Provider, Site, Story, Trend};
use leptos::prelude::*;

/// A trend.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let Some(trend) = cx.content.trends.get(cx.param(0)) else {
        return Err(match cx.content.moved(Kind::Trend, cx.param(0)) {
            Some(now) => PageError::Moved(cx.href(&format!("/trends/{now}"))),
            None => PageError::NotFound,
        });
    };
    let words = trend.text.text(cx.lang());
    let (title, description) = (words.title.clone(), words.teaser.clone());
    let view = move || {
        let trend = cx.content.trends.get(cx.param(0));
        cx.site().ok().zip(trend).map(|(site, trend)| view(&cx, site, trend)).into_any()
    };
    Page::new(title, view).description(description).ok()
}

fn view(cx: &Context, site: &Site, trend: &Trend) -> AnyView {
    let (words, lang) = cx.texts(&trend.text);
    let body = words.body.for_place(cx.place).into_owned();
    let first = |ids: &[String]| ids.first().cloned().unwrap_or_default();
    let narrow = format!("?ziel={}&branche={}", first(&trend.goals), first(&trend.sectors));
    let sectors = trend
        .sectors
        .iter()
        .map(|id| {
            let href = cx.href(&format!("/trends?branche={id}"));
            view! {
                <li>
                    <a href=href>{site.sector(id, cx.lang())}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="wrap page-head">
            {crumbs(cx, &[(common::NAV_TRENDS, "/trends")])} <h1 lang=lang>{words.title.clone()}</h1>
            <p class="lead" lang=lang>
                {words.teaser.clone()}
            </p> <ul class="sector-links" role="list">
                {sectors}
            </ul> {notice::only_german(cx, lang)}
        </div>
        <div class="wrap with-aside">
            <div class="stack gap-5">
                <article class="prose" lang=lang inner_html=body></article>
                <div class="row gap-3">
                    {notice::example(cx, &trend.meta)} {notice::checked_on(cx, &trend.meta)}
                </div>
            </div>
            {aside(cx, site, trend)}
        </div>
        {stories(cx, site, trend)}
        {providers(cx, site, trend)}
        {exits::exits(cx, &narrow, &narrow)}
    }
    .into_any()
}

fn aside(cx: &Context, site: &Site, trend: &Trend) -> AnyView {
    let owner = trend.meta.owner.as_ref().unwrap_or(&site.contact);
    let adviser = cx.content.advisers.get(owner).map(|a| contact::contact_card(cx, a));
    view! {
        <aside aria-label=cx.t(text::ASK)>
            <div class="sheet stack">
                <h2 class="size-2">{cx.t(text::ASK)}</h2>
                {adviser}
            </div>
        </aside>
    }
    .into_any()
}

fn stories(cx: &Context, site: &Site, trend: &Trend) -> Option<AnyView> {
    let stories: Vec<&Story> = cx
        .content
        .stories_of(cx.today)
        .into_iter()
        .filter(|story| trend.stories.contains(&story.meta.id))
        .collect();
    let cards = stories.iter().map(|s| story_card::story_card(cx, site, s)).collect_view();
    (!stories.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="stories">
                <div class="wrap">
                    <div class="heading-row">
                        <h2 id="stories">{cx.t(text::STORIES)}</h2>
                    </div>
                    <div class="grid three">{cards}</div>
                </div>
            </section>
        }
        .into_any()
    })
}

fn providers(cx: &Context, site: &Site, trend: &Trend) -> Option<AnyView> {
    let known: Vec<&Provider> = cx
        .content
        .wall(cx.today)
        .into_iter()
        .filter(|provider| trend.providers.contains(&provider.meta.id))
        .collect();
    let cards = known
        .iter()
        .map(|p| view! { <li>{provider_card::hanging_card(cx, site, p)}</li> })
        .collect_view();
    (!known.is_empty()).then(|| {
        view! {
            <section class="pegboard wall-band" aria-labelledby="providers">
                <div class="wrap">
                    <div class="poster">
                        <h2 id="providers">{cx.t(text::PROVIDERS)}</h2>
                        <p>{cx.t(text::PROVIDERS_NOTE)}</p>
                        <a class="button" href=cx.href("/anbieter")>
                            {cx.t(common::TO_THE_WALL)}
                        </a>
                    </div>
                    <ul role="list" class="hook-grid">
                        {cards}
                    </ul>
                </div>
            </section>
        }
        .into_any()
    })
}
