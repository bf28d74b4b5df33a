//! `/anbieter/{id}`: the portrait of a provider.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::open::linked;
use crate::pages::handover;
use crate::text::{common, format, wall as text};
use crate::ui::crumbs::crumbs;
use crate::ui::picture::{Spot, picture};
use crate::ui::{contact, exits, facts, icon, notice, story_card};
use domain::content::{Kind, Provider, Site};
use leptos::prelude::*;

/// A portrait. Whoever has not confirmed the entry for too long is not shown.
pub async fn page(cx: Cx) -> Outcome {
    let site = cx.site()?;
    let provider = match cx.content.providers.get(cx.param(0)) {
        Some(provider) if provider.is_listed(cx.today) => provider,
        Some(_) => return Err(PageError::NotFound),
        None => {
            return Err(match cx.content.moved(Kind::Provider, cx.param(0)) {
                Some(now) => PageError::Moved(cx.href(&format!("/anbieter/{now}"))),
                None => PageError::NotFound,
            });
        }
    };
    let words = provider.text.text(cx.lang());
    let (title, description) = (words.title.clone(), words.summary.clone());
    let linked = linked::provider(&cx, site, provider);
    let shared = (provider.picture.clone(), words.alt.clone());
    let view = move || {
        let provider = cx.content.providers.get(cx.param(0));
        cx.site().ok().zip(provider).map(|(site, p)| view(&cx, site, p)).into_any()
    };
    Page::new(title, view).description(description).linked(linked).shared(&shared.0, &shared.1).ok()
}

fn view(cx: &Context, site: &Site, provider: &Provider) -> AnyView {
    let request = format!("?anbieter={}{}", provider.meta.id, handover::channel(cx));
    let narrow = format!("?branche={}", provider.sectors.first().map_or("", String::as_str));
    view! {
        {head(cx, site, provider)}
        <div class="wrap with-aside section">{article(cx, provider)} {aside(cx, provider, &request)}</div>
        {exits::exits(cx, &narrow, &request)}
    }
    .into_any()
}

fn head(cx: &Context, site: &Site, provider: &Provider) -> AnyView {
    let (words, lang) = cx.texts(&provider.text);
    let invented = provider.meta.example.then(|| cx.t(text::INVENTED));
    view! {
        <div class="pegboard profile-head">
            <div class="wrap">
                {crumbs(cx, &[(common::NAV_WALL, "/anbieter")])} <div class="profile-row">
                    <div class="hanging-card large">
                        {picture(&provider.picture, Spot::Portrait, &words.alt, true)} <p class="small muted">
                            {format!("{}, ", provider.person)} <span lang=lang>{words.role.clone()}</span>
                            ". " {provider.picture.credit.clone()}
                        </p>
                    </div>
                    <div class="poster">
                        <div class="row gap-3">
                            {notice::example(cx, &provider.meta)}
                            {provider
                                .partner
                                .then(|| view! { <span class="plate">{cx.t(common::PARTNER)}</span> })}
                        </div>
                        <h1>{words.title.clone()}</h1>
                        <p class="lead" lang=lang>
                            {words.summary.clone()}
                        </p>
                        {provider.partner.then(|| view! { <p>{cx.t(text::PARTNER_NOTE)}</p> })}
                        {notice::only_german(cx, lang)} {facts(cx, site, provider)}
                        {invented.map(|note| view! { <p class="small muted">{note}</p> })}
                    </div>
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn facts(cx: &Context, site: &Site, provider: &Provider) -> AnyView {
    let lang = cx.lang();
    let list = |ids: &[String], label: fn(&Site, &str, domain::Lang) -> String| {
        ids.iter().map(|id| label(site, id, lang)).collect::<Vec<_>>().join(", ")
    };
    let (words, foreign) = cx.texts(&provider.text);
    let skills = view! { <span lang=foreign>{words.skills.join(", ")}</span> }.into_any();
    let people = format!(
        "{}, {}",
        common::people(lang, provider.people),
        site.district(&provider.district, lang)
    );
    let day_rate = provider
        .day_rate
        .map_or_else(|| cx.t(text::ON_REQUEST).to_owned(), |euros| format::euros(lang, euros));
    let website = provider
        .website
        .as_ref()
        .map(|url| (text::WEBSITE, contact::website(cx, url, provider.meta.example)));
    let rows = [
        (common::FIRM, people.into_any()),
        (text::HELPS_WITH, list(&provider.goals, Site::goal).into_any()),
        (text::KNOWS, list(&provider.sectors, Site::sector).into_any()),
        (text::SKILLS, skills),
        (text::FOR_FIRMS, text::sizes(lang, &provider.sizes).into_any()),
        (text::PROJECTS, text::project(lang, provider.project).into_any()),
        (text::DAY_RATE, day_rate.into_any()),
        (text::LANGUAGES, common::languages(lang, &provider.languages).into_any()),
        (text::VISITED, format::date(lang, provider.visited_on).into_any()),
        (text::CONFIRMED, format::date(lang, provider.confirmed_on).into_any()),
    ];
    facts::facts(cx, rows.into_iter().chain(website))
}

fn article(cx: &Context, provider: &Provider) -> AnyView {
    let (words, lang) = cx.texts(&provider.text);
    let body = words.body.for_place(cx.place).into_owned();
    let not_doing =
        words.not_doing.iter().map(|sentence| view! { <li>{sentence.clone()}</li> }).collect_view();
    view! {
        <article class="stack gap-6">
            <section class="prose">
                <h2 class="mt-0">{cx.t(text::HOW_WE_WORK)}</h2>
                <div class="prose" lang=lang inner_html=body></div>
                <h2>{cx.t(text::NOT_DOING)}</h2>
                <ul lang=lang>{not_doing}</ul>
            </section>
            {stories(cx, provider)}
        </article>
    }
    .into_any()
}

fn stories(cx: &Context, provider: &Provider) -> Option<AnyView> {
    let stories = cx.content.stories_with(&provider.meta.id, cx.today);
    let rows = stories.iter().map(|story| story_card::story_link(cx, story)).collect_view();
    let firm = &provider.text.text(cx.lang()).title;
    (!stories.is_empty()).then(|| {
        view! {
            <section aria-labelledby="stories">
                <h2 id="stories" class="size-3">
                    {text::stories_with(cx.lang(), firm)}
                </h2>
                <ul role="list" class="story-links">
                    {rows}
                </ul>
            </section>
        }
        .into_any()
    })
}

fn aside(cx: &Context, provider: &Provider, request: &str) -> AnyView {
    let firm = &provider.text.text(cx.lang()).title;
    view! {
        <aside aria-label=cx.t(text::MEETING)>
            <div class="sheet stack">
                <h2 class="size-3">{cx.t(text::MEETING)}</h2>
                <p>{text::goes_to_us(cx.lang(), firm)}</p>
                <a class="button signal full" href=format!("{}{request}", cx.href("/anfrage"))>
                    {cx.t(common::ARRANGE)}
                </a>
                <p class="small muted">{cx.t(text::TWO_MORE)}</p>
            </div>
            <div class="note mt-5">
                {icon::info()}
                <p class="small">
                    {cx.t(text::NEUTRAL)} " "
                    {text::facts_from(cx.lang(), provider.meta.checked_on)}
                </p>
            </div>
        </aside>
    }
    .into_any()
}
