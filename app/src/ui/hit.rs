//! A hit of the search: what it is, what it is called, and where the words were found.

use crate::context::Context;
use crate::routes::{Method, ROUTES};
use crate::text::{common, format, search as text};
use crate::ui::picture::{Spot, picture};
use crate::ui::{contact, notice};
use backend::search::{Document, Hit, Marks, Phrase, Stretch};
use domain::content::{Kind, Meta, Picture};
use domain::{Lang, Surface};
use leptos::prelude::*;

/// Tags that are shown with a hit; more say nothing more.
const MOST_TAGS: usize = 3;

/// The path of the page where a hit is read. `None` for an entry no page shows: a page of text
/// nobody has given an address.
pub fn path(document: &Document) -> Option<String> {
    let id = document.id();
    Some(match document.kind() {
        Kind::Story => format!("/geschichten/{id}"),
        Kind::Provider => format!("/anbieter/{id}"),
        Kind::Funding => format!("/foerderung/{id}"),
        Kind::Trend => format!("/trends/{id}"),
        Kind::Signpost => format!("/wegweiser#{id}"),
        Kind::Adviser => "/besuch".to_owned(),
        Kind::Page => {
            let path = format!("/{id}");
            let on_web = |place: &domain::Place| place.surface == Surface::Web;
            let exists = ROUTES.iter().any(|route| {
                route.method == Method::Get
                    && route.path == path
                    && route.on.places().iter().any(on_web)
            });
            return exists.then_some(path);
        }
        Kind::Site => return None,
    })
}

/// A row of the list.
pub fn row(cx: &Context, hit: &Hit<'_>, marks: &Marks) -> AnyView {
    let document = hit.document;
    if document.kind() == Kind::Provider {
        cx.list(document.id());
    }
    if document.kind() == Kind::Adviser {
        return person(cx, document, marks);
    }
    let href = cx.href(&path(document).unwrap_or_default());
    let lang = foreign(cx, document.lang());
    let facts = facts(cx, document);
    let picture = facts.picture.map(|shown| {
        let portrait = document.kind() == Kind::Provider;
        let class = if portrait { "hit-picture portrait" } else { "hit-picture" };
        view! { <div class=class>{picture(&shown, Spot::Thumb, "", false)}</div> }
    });
    let place = (!facts.place.is_empty()).then(|| {
        view! { <p class="source">{stretches(&marks.mark(&facts.place))}</p> }
    });
    let excerpt = marks.excerpt(document);
    let excerpt = (!excerpt.is_empty()).then(|| view! { <p lang=lang>{stretches(&excerpt)}</p> });
    view! {
        <article class="entry hit">
            {picture}
            <div class="hit-text">
                <h3>
                    <a href=href lang=lang>
                        {stretches(&marks.mark(document.title()))}
                    </a>
                </h3>
                {place}
                {excerpt}
                {found_in(cx, document, marks)}
                {facts.meta.as_ref().and_then(|meta| notice::example(cx, meta)).map(|plate| {
                    view! { <p>{plate}</p> }
                })}
            </div>
        </article>
    }
    .into_any()
}

/// Somebody to talk to, with number and address.
fn person(cx: &Context, document: &Document, marks: &Marks) -> AnyView {
    let Some(adviser) = cx.content.advisers.get(document.id()) else { return ().into_any() };
    view! {
        <article class="entry hit">
            <div class="hit-text">
                <h3 class="visually-hidden">{adviser.text.de.title.clone()}</h3>
                {contact::contact_card(cx, adviser)} {found_in(cx, document, marks)}
            </div>
        </article>
    }
    .into_any()
}

/// What stands beside the words of an entry.
#[derive(Default)]
struct Facts {
    picture: Option<Picture>,
    place: String,
    meta: Option<Meta>,
}

fn facts(cx: &Context, document: &Document) -> Facts {
    let (id, lang) = (document.id(), cx.lang());
    let site = cx.site().ok();
    let district = |id: &str| site.map(|site| site.district(id, lang)).unwrap_or_default();
    match document.kind() {
        Kind::Story => cx.content.stories.get(id).map(|story| Facts {
            picture: Some(story.picture.clone()),
            place: format!(
                "{}, {}, {} {}",
                story.firm,
                district(&story.district),
                cx.t(common::COST),
                format::euros(lang, story.cost.once)
            ),
            meta: Some(story.meta.clone()),
        }),
        Kind::Provider => cx.content.providers.get(id).map(|provider| Facts {
            picture: Some(provider.picture.clone()),
            place: format!("{}, {}", provider.person, district(&provider.district)),
            meta: Some(provider.meta.clone()),
        }),
        Kind::Funding => cx.content.funding.get(id).map(|funding| Facts {
            picture: None,
            place: funding.text.text(lang).body_name.clone(),
            meta: Some(funding.meta.clone()),
        }),
        Kind::Trend => cx
            .content
            .trends
            .get(id)
            .map(|trend| Facts { meta: Some(trend.meta.clone()), ..Facts::default() }),
        _ => None,
    }
    .unwrap_or_default()
}

/// The tags and further names with a found word: without them nobody would see why this is a hit.
fn found_in(cx: &Context, document: &Document, marks: &Marks) -> Option<AnyView> {
    let shown = facts(cx, document).place;
    let names = marks.names(document).into_iter().filter(|name| !shown.contains(&name.text));
    let names: Vec<&Phrase> = names.collect();
    let tags: Vec<&Phrase> = marks.tags(document).into_iter().take(MOST_TAGS).collect();
    let list = |label, phrases: &[&Phrase]| {
        let items = phrases
            .iter()
            .map(|phrase| {
                view! { <li lang=foreign(cx, phrase.lang)>{stretches(&marks.mark(&phrase.text))}</li> }
            })
            .collect_view();
        (!phrases.is_empty()).then(|| {
            view! {
                <div class="hit-tags">
                    <span>{cx.t(label)}</span>
                    <ul role="list">{items}</ul>
                </div>
            }
        })
    };
    (!names.is_empty() || !tags.is_empty()).then(|| {
        view! {
            {list(text::ALSO_CALLED, &names)}
            {list(text::FOUND_IN, &tags)}
        }
        .into_any()
    })
}

/// The `lang` attribute a text in this language needs on the page.
pub fn foreign(cx: &Context, lang: Lang) -> Option<&'static str> {
    (lang != cx.lang()).then(|| lang.tag())
}

/// Text with the found words marked.
pub fn stretches(all: &[Stretch]) -> AnyView {
    all.iter()
        .map(|stretch| {
            let text = stretch.text.clone();
            if stretch.is_marked {
                view! { <mark>{text}</mark> }.into_any()
            } else {
                text.into_any()
            }
        })
        .collect_view()
        .into_any()
}
