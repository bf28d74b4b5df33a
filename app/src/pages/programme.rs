//! `/foerderung/{id}`: one funding programme.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::open::linked;
use crate::text::{common, funding as text};
use crate::ui::crumbs::crumbs;
use crate::ui::{contact, exits, funding_card, notice, story_card};
use domain::content::{Funding, Kind, Site, Story};
use leptos::prelude::*;

/// A programme, as long as it is open.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let funding = match cx.content.funding.get(cx.param(0)) {
        Some(funding) if funding.is_open(cx.today) => funding,
        Some(_) => return Err(PageError::NotFound),
        None => {
            return Err(match cx.content.moved(Kind::Funding, cx.param(0)) {
                Some(now) => PageError::Moved(cx.href(&format!("/foerderung/{now}"))),
                None => PageError::NotFound,
            });
        }
    };
    let words = funding.text.text(cx.lang());
    let (title, description) = (words.title.clone(), words.teaser.clone());
    let linked = linked::funding(&cx, funding);
    let view = move || {
        let funding = cx.content.funding.get(cx.param(0));
        cx.site().ok().zip(funding).map(|(site, f)| view(&cx, site, f)).into_any()
    };
    Page::new(title, view).description(description).linked(linked).ok()
}

fn view(cx: &Context, site: &Site, funding: &Funding) -> AnyView {
    let (words, lang) = cx.texts(&funding.text);
    let body = words.body.for_place(cx.place).into_owned();
    let narrow = match funding.sectors.as_slice() {
        [only] => format!("?branche={only}"),
        _ => String::new(),
    };
    view! {
        <div class="wrap page-head">
            {crumbs(cx, &[(common::NAV_FUNDING, "/foerderung")])} {funding_card::plates(cx, funding)}
            <h1 lang=lang>{words.title.clone()}</h1> <p class="lead" lang=lang>
                {words.teaser.clone()}
            </p> {notice::only_german(cx, lang)}
        </div>
        <div class="wrap with-aside">
            <div class="stack gap-7">
                {card(cx, site, funding)} <div class="prose" lang=lang inner_html=body></div>
                {used_by(cx, funding)}
            </div>
            {aside(cx, site, funding)}
        </div>
        {exits::exits(cx, &narrow, "?art=funding")}
    }
    .into_any()
}

fn card(cx: &Context, site: &Site, funding: &Funding) -> AnyView {
    let link = funding.link.as_ref().map(|url| {
        view! {
            <p>{cx.t(text::WEBSITE)} ": " {contact::website(cx, url, funding.meta.example)}</p>
        }
    });
    view! {
        <section class="funding-card" aria-label=cx.t(text::FACTS)>
            <div class="inner">
                {funding_card::money(cx, funding)} {funding_card::facts(cx, site, funding)}
            </div>
            <footer>{notice::checked_on(cx, &funding.meta)} {link}</footer>
        </section>
    }
    .into_any()
}

fn used_by(cx: &Context, funding: &Funding) -> Option<AnyView> {
    let stories: Vec<&Story> = cx
        .content
        .stories_of(cx.today)
        .into_iter()
        .filter(|story| story.funding.contains(&funding.meta.id))
        .collect();
    let rows = stories.iter().map(|story| story_card::story_link(cx, story)).collect_view();
    (!stories.is_empty()).then(|| {
        view! {
            <section aria-labelledby="stories">
                <h2 id="stories" class="size-3">
                    {cx.t(text::USED_BY)}
                </h2>
                <ul role="list" class="story-links">
                    {rows}
                </ul>
            </section>
        }
        .into_any()
    })
}

fn aside(cx: &Context, site: &Site, funding: &Funding) -> AnyView {
    let owner = funding.meta.owner.as_ref().unwrap_or(&site.contact);
    let adviser = cx.content.advisers.get(owner).map(|a| contact::contact_card(cx, a));
    view! {
        <aside aria-label=cx.t(text::ASK)>
            <div class="sheet stack">
                <h2 class="size-2">{cx.t(text::ASK)}</h2>
                <p>{cx.t(text::ASK_TEXT)}</p>
                {adviser}
                <a class="button full" href=cx.href("/anfrage?art=funding")>
                    {cx.t(text::ASK_BUTTON)}
                </a>
            </div>
        </aside>
    }
    .into_any()
}
