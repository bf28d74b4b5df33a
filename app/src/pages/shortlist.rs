//! `/merkzettel`: the stories named in the address. It works without any script: adding and
//! removing are links to the list with one story more or less.

use crate::context::{Context, Cx, Fields, Outcome, Page};
use crate::islands::shortlist::{self, ListTexts};
use crate::pages::handover;
use crate::pages::kiosk::code;
use crate::text::{Msg, common, format, shortlist as text, story};
use crate::ui::{exits, icon, qr, story_card};
use domain::content::{Content, Kind, Story};
use domain::handover::{MOST, Selection, Taken};
use domain::{Place, Slug, Surface};
use jiff::civil::Date;
use leptos::prelude::*;

const PATH: &str = "/merkzettel";

/// The shortlist.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(common::NAV_SHORTLIST);
    Page::new(title, move || view(&cx)).ok()
}

/// The stories the address names, in its order, each once; what does not exist is left out.
fn named<'a>(content: &'a Content, query: &Fields, day: Date) -> Vec<&'a Story> {
    let mut stories: Vec<&Story> = Vec::new();
    for id in query.all("g") {
        let id = content.moved(Kind::Story, id).map_or(id, domain::Slug::as_str);
        let new = |story: &&Story| stories.iter().all(|known| known.meta.id != story.meta.id);
        if let Some(story) = content.story(id, day).filter(new)
            && stories.len() < MOST
        {
            stories.push(story);
        }
    }
    stories
}

/// The path of the list of these stories.
fn path_of<'a>(stories: impl Iterator<Item = &'a Story>) -> String {
    path_with(stories.map(|story| &story.meta.id))
}

/// The path of the list of the stories with these ids.
pub fn path_of_ids(ids: &[Slug]) -> String {
    path_with(ids.iter())
}

fn path_with<'a>(ids: impl Iterator<Item = &'a Slug>) -> String {
    let fields = ids.map(|id| ("g".to_owned(), id.to_string())).collect();
    format!("{PATH}{}", Fields(fields).to_query())
}

fn view(cx: &Context) -> AnyView {
    let stories = named(&cx.content, &cx.query, cx.today);
    let list = if stories.is_empty() {
        view! {
            <h2>{cx.t(text::EMPTY)}</h2>
            <p>{cx.t(text::EMPTY_TEXT)}</p>
        }
        .into_any()
    } else {
        let rows = stories.iter().map(|story| row(cx, &stories, story)).collect_view();
        view! {
            <ul role="list" class="story-links shortlist">
                {rows}
            </ul>
        }
        .into_any()
    };
    let request = stories.first().map_or_else(String::new, |story| {
        format!("?geschichte={}{}", story.meta.id, handover::channel(cx))
    });
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(common::NAV_SHORTLIST)}</h1>
            <p class="lead">{cx.t(on_surface(cx, text::LEAD, text::LEAD_KIOSK))}</p>
        </div>
        <div class="wrap with-aside">
            <div class="stack gap-6">
                {keep(cx, &stories, list)} {more(cx, &stories)}
            </div>
            {hand_over(cx, &stories, &request)}
        </div>
        {exits::exits(cx, "", &request)}
    }
    .into_any()
}

/// The list inside the island that keeps it in this browser. Not at the kiosk: everybody's device
/// is nobody's.
fn keep(cx: &Context, stories: &[&Story], list: AnyView) -> AnyView {
    if cx.place.surface == Surface::Kiosk {
        return list;
    }
    let ids: Vec<&str> = stories.iter().map(|story| story.meta.id.as_str()).collect();
    let texts = ListTexts { keep: cx.t(text::KEEP_HERE), kept: cx.t(text::KEPT_HERE) };
    shortlist::list(&ids, cx.href(PATH), &texts, list)
}

fn row(cx: &Context, stories: &[&Story], story: &Story) -> AnyView {
    let rest = path_of(stories.iter().copied().filter(|s| s.meta.id != story.meta.id));
    view! {
        <li>
            {story_card::story_line(cx, story)}
            <a class="button quiet" href=cx.href(&rest) data-drop=story.meta.id.to_string()>
                {icon::cross()}
                " "
                {cx.t(text::REMOVE)}
                {about(cx, story)}
            </a>
        </li>
    }
    .into_any()
}

/// What a screen reader hears after a button's word: the story's title.
fn about(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let title = format::quoted(cx.language_of(&story.text), &words.title);
    view! {
        <span class="visually-hidden">
            ": " <span lang=lang>{title}</span>
        </span>
    }
    .into_any()
}

/// Stories that could be added: those that share a goal with one on the list come first.
fn more(cx: &Context, stories: &[&Story]) -> Option<AnyView> {
    let mut others: Vec<&Story> = cx
        .content
        .stories_of(cx.today)
        .into_iter()
        .filter(|other| stories.iter().all(|story| story.meta.id != other.meta.id))
        .collect();
    let shares = |other: &Story| {
        stories.iter().any(|story| story.goals.iter().any(|goal| other.goals.contains(goal)))
    };
    // The sort is stable: equals stay in the neutral order of the day.
    others.sort_by_key(|other| !shares(other));
    if others.is_empty() || stories.len() == MOST {
        return None;
    }
    let rows = others
        .into_iter()
        .take(4)
        .map(|other| {
            let longer = path_of(stories.iter().copied().chain([other]));
            view! {
                <li>
                    {story_card::story_line(cx, other)}
                    <a class="shortlist-button" href=cx.href(&longer)>
                        {icon::bookmark()}
                        {cx.t(text::ADD)}
                        {about(cx, other)}
                    </a>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section aria-labelledby="more">
                <h2 id="more" class="size-2">
                    {cx.t(text::MORE)}
                </h2>
                <ul role="list" class="story-links shortlist">
                    {rows}
                </ul>
                <p class="mt-5">
                    <a class="arrow-link" href=cx.href("/geschichten")>
                        {cx.t(common::ALL_STORIES)}
                        " "
                        {icon::arrow()}
                    </a>
                </p>
            </section>
        }
        .into_any(),
    )
}

fn hand_over(cx: &Context, stories: &[&Story], request: &str) -> Option<AnyView> {
    let address = cx.public(&Place::web(cx.lang()).href(&path_of(stories.iter().copied())));
    let code = qr::qr(&address, story::qr_label(cx.lang(), &address));
    let offer = offer(cx, stories);
    (!stories.is_empty()).then(|| {
        view! {
            <aside aria-label=cx.t(text::HAND_OVER)>
                <div class="sheet handover">
                    <h2 class="size-2">{cx.t(text::HAND_OVER)}</h2>
                    <p>{cx.t(on_surface(cx, text::HAND_OVER_TEXT, text::HAND_OVER_KIOSK))}</p>
                    <div class="qr">{code}</div>
                    {offer}
                </div>
                <div class="stack mt-5">
                    <p>{cx.t(text::TALK)}</p>
                    <a class="button signal full" href=format!("{}{request}", cx.href("/anfrage"))>
                        {cx.t(common::ARRANGE)}
                        " "
                        {icon::arrow()}
                    </a>
                </div>
            </aside>
        }
        .into_any()
    })
}

/// What is said at home, or at everybody's screen.
fn on_surface(cx: &Context, at_home: Msg, at_kiosk: Msg) -> Msg {
    if cx.place.surface == Surface::Kiosk { at_kiosk } else { at_home }
}

/// At the kiosk a list also gets a short code: its own address is too long to be typed.
fn offer(cx: &Context, stories: &[&Story]) -> Option<AnyView> {
    if cx.place.surface != Surface::Kiosk {
        return None;
    }
    let ids = stories.iter().map(|story| story.meta.id.clone()).collect();
    Selection::new(Taken::Shortlist, ids).map(|selection| code::offer(cx, &selection))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{examples, get, html};

    async fn ids(address: &str) -> Vec<String> {
        let content = examples();
        let cx = get(address, &content).await;
        named(&content, &cx.query, cx.today).iter().map(|story| story.meta.id.to_string()).collect()
    }

    #[tokio::test]
    async fn the_list_is_what_the_address_says() {
        assert_eq!(
            ids("/merkzettel?g=pflege-touren&g=nirgends&g=naehkurs&g=pflege-touren&g=").await,
            ["pflege-touren", "naehkurs"]
        );
        assert!(ids("/merkzettel").await.is_empty());
    }

    #[tokio::test]
    async fn adding_and_removing_are_links() {
        let html = html("/en/merkzettel?g=pflege-touren&g=naehkurs").await;
        assert!(html.contains("href=\"/en/merkzettel?g=naehkurs\""));
        assert!(html.contains("href=\"/en/merkzettel?g=pflege-touren\""));
        assert!(html.contains("href=\"/en/merkzettel?g=pflege-touren&amp;g=naehkurs&amp;g="));
    }
}
