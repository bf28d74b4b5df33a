//! `/`: the two questions, a price, the goals, three stories, the wall, the meeting, the room.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::open::linked;
use crate::pages::home_plain;
use crate::text::{common, format, home as text, search};
use crate::ui::picture::{Spot, picture};
use crate::ui::search_form::search_form;
use crate::ui::{icon, provider_card, story_card, work_card};
use domain::Lang;
use domain::content::{Site, Story, Weekday};
use leptos::prelude::*;

/// The home page. Readers of Leichte Sprache get a page of their own, where somebody wrote it.
pub async fn page(cx: Cx) -> Outcome {
    let site = cx.site()?;
    if cx.lang() == Lang::Ls && cx.content.pages.contains_key(home_plain::ID) {
        return home_plain::page(cx);
    }
    let linked = linked::website(&cx, site);
    if cx.content.stories.is_empty() {
        return Err(PageError::NotFound);
    }
    let title = cx.t(common::PRODUCT);
    let description = cx.t(text::DESCRIPTION);
    let list = cx.href("/geschichten");
    let view = move || view(&cx).unwrap_or_else(|_| ().into_any());
    Page::new(title, view).description(description).linked(linked).next([list]).ok()
}

fn view(cx: &Cx) -> Result<AnyView, PageError> {
    let site = cx.site()?;
    let stories = cx.content.stories_of(cx.today);
    let lead = hero_story(cx, &stories).ok_or(PageError::NotFound)?;
    let others: Vec<&Story> =
        stories.iter().copied().filter(|story| story.meta.id != lead.meta.id).take(3).collect();
    Ok(view! {
        {hero(cx, site, lead)}
        {goals(cx, site, &stories)}
        {find(cx)}
        {three(cx, site, &others, stories.len())}
        {wall(cx, site)}
        {meeting(cx)}
        {room(cx, site)}
    }
    .into_any())
}

/// The story on the bench: the one whose picture can stand free of its background, else the first
/// of the day.
fn hero_story<'a>(cx: &Context, stories: &[&'a Story]) -> Option<&'a Story> {
    stories
        .iter()
        .find(|story| cx.app.assets.0.contains_key(&free_picture(story)))
        .or(stories.first())
        .copied()
}

fn free_picture(story: &Story) -> String {
    format!("illu/{}-free.svg", story.meta.id)
}

fn hero(cx: &Context, site: &Site, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    let plate = if story.meta.example { cx.t(common::EXAMPLE_STORY) } else { "" };
    let place = format!("{}, {}", story.firm, site.district(&story.district, cx.lang()));
    let caption = if plate.is_empty() { place } else { format!("{plate}: {place}") };
    let free = free_picture(story);
    let picture = if cx.app.assets.0.contains_key(&free) {
        view! {
            <img
                src=cx.asset(&free)
                alt=words.alt.clone()
                width="1480"
                height="802"
                fetchpriority="high"
            />
        }
        .into_any()
    } else {
        picture(&story.picture, Spot::Hero, &words.alt, true)
    };
    view! {
        <section class="hero" aria-labelledby="h1">
            <div class="wrap">
                <h1 id="h1">
                    <span>{cx.t(common::WHAT_DOES_IT_COST)}</span>
                    " "
                    <span>{cx.t(common::WHAT_DOES_IT_BRING)}</span>
                </h1>
                <div class="hero-grid">
                    <div class="hero-text">
                        <p class="lead">{cx.t(text::LEAD)}</p>
                        <div class="row">
                            <a class="button" href=cx.href("/geschichten")>
                                {cx.t(text::LOOK)}
                            </a>
                            <a class="button quiet" href=cx.href("/anfrage")>
                                {cx.t(common::ARRANGE)}
                            </a>
                        </div>
                    </div>
                    {work_card::short_work_card(cx, story)}
                    {picture}
                </div>
            </div>
            <div class="bench-edge">
                <div class="wrap">
                    <span>{caption}</span>
                    <a href=story_card::href(cx, story) lang=lang>
                        {words.title.clone()}
                    </a>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn goals(cx: &Context, site: &Site, stories: &[&Story]) -> AnyView {
    let drawers = site
        .goals
        .iter()
        .map(|goal| {
            let n = stories.iter().filter(|story| story.goals.contains(&goal.id)).count();
            let href = cx.href(&format!("/geschichten?ziel={}", goal.id));
            drawer(
                href,
                goal.label(cx.lang()).to_owned(),
                n.to_string(),
                common::stories_unit(cx.lang(), n),
            )
        })
        .collect_view();
    let unknown = drawer(
        cx.href("/anfrage?art=advice"),
        cx.t(text::GOAL_UNKNOWN).to_owned(),
        "?".to_owned(),
        cx.t(text::GOAL_UNKNOWN_NOTE),
    );
    view! {
        <section class="cabinet" aria-labelledby="goals">
            <div class="cabinet-title">
                <div class="wrap">
                    <h2 id="goals">{cx.t(text::GOALS)}</h2>
                    <p>{cx.t(text::GOALS_HINT)}</p>
                </div>
            </div>
            <div class="wrap">
                <div class="drawers four">{drawers} {unknown}</div>
            </div>
        </section>
    }
    .into_any()
}

/// Below the drawers: for those who know the word and not the drawer.
fn find(cx: &Context) -> AnyView {
    view! {
        <div class="home-search">
            <div class="wrap">{search_form(cx, "q", search::SEARCH, search::WORDS, "")}</div>
        </div>
    }
    .into_any()
}

fn drawer(href: String, label: String, count: String, unit: &'static str) -> AnyView {
    view! {
        <a class="drawer" href=href>
            <span class="drawer-label">
                <b>{label}</b>
                <span class="count">
                    <i>{count}</i>
                    " "
                    {unit}
                </span>
            </span>
        </a>
    }
    .into_any()
}

fn three(cx: &Context, site: &Site, stories: &[&Story], all: usize) -> AnyView {
    let cards = stories.iter().map(|s| story_card::story_card(cx, site, s)).collect_view();
    view! {
        <section class="section" aria-labelledby="three">
            <div class="wrap">
                <div class="heading-row">
                    <h2 id="three">{cx.t(text::THREE)}</h2>
                    <a class="arrow-link" href=cx.href("/geschichten")>
                        {text::all_stories(cx.lang(), all)}
                        " "
                        {icon::arrow()}
                    </a>
                </div>
                <div class="grid three">{cards}</div>
            </div>
        </section>
    }
    .into_any()
}

fn wall(cx: &Context, site: &Site) -> AnyView {
    let wall = cx.content.wall(cx.today);
    let cards = wall
        .iter()
        .take(4)
        .map(|provider| provider_card::hanging_card(cx, site, provider))
        .collect_view();
    view! {
        <section class="pegboard wall-band" aria-labelledby="wall-title">
            <div class="wrap">
                <div class="poster">
                    <h2 id="wall-title">{cx.t(text::WALL)}</h2>
                    <p>{text::wall_lead(cx.lang(), wall.len())}</p>
                    <p class="lot">{icon::shuffle()} <span>{cx.t(text::ORDER)}</span></p>
                    <a class="button" href=cx.href("/anbieter")>
                        {cx.t(common::TO_THE_WALL)}
                    </a>
                </div>
                <div class="hook-grid">{cards}</div>
            </div>
        </section>
    }
    .into_any()
}

fn meeting(cx: &Context) -> AnyView {
    let steps = text::STEPS
        .map(|(title, sentence)| {
            view! {
                <li>
                    <h3>{cx.t(title)}</h3>
                    <p>{cx.t(sentence)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section" id="process" aria-labelledby="process-title">
            <div class="wrap">
                <div class="process-head">
                    <div class="stack">
                        <h2 id="process-title">{cx.t(text::MEETING)}</h2>
                        <p class="lead">{cx.t(text::MEETING_LEAD)}</p>
                    </div>
                    <img src=cx.asset("illu/meeting.svg") alt="" width="1300" height="554" loading="lazy" />
                </div>
                <ol class="ruler" role="list">
                    {steps}
                </ol>
                <p class="closing">
                    <a class="button signal" href=cx.href("/anfrage")>
                        {cx.t(common::ARRANGE)}
                        " "
                        {icon::arrow()}
                    </a>
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn room(cx: &Context, site: &Site) -> AnyView {
    view! {
        <section class="section room" id="room" aria-labelledby="room-title">
            <div class="wrap">
                <div class="room-plan">
                    <h2 id="room-title">{cx.t(text::ROOM)}</h2>
                    <p class="lead">{cx.t(text::ROOM_LEAD)}</p>
                    {floor_plan(cx)}
                </div>
                <div class="door-sign">
                    <h3>{cx.t(text::OPEN)}</h3>
                    {hours_table(cx, site)}
                    <p class="mt-5">
                        {format!("{}, {} {}", site.room.street, site.room.postcode, site.room.city)}
                    </p>
                    <p>
                        <a href=cx.href("/besuch")>{cx.t(text::ROOM_MORE)}</a>
                    </p>
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// Opening hours, every day a row; today's weekday is marked, which is a function of the day.
pub fn hours_table(cx: &Context, site: &Site) -> AnyView {
    let today = Weekday::of(cx.today);
    let rows = Weekday::ALL
        .iter()
        .enumerate()
        .map(|(index, day)| {
            let open: Vec<String> = site
                .hours
                .iter()
                .filter(|hours| hours.day == *day)
                .map(|hours| format::hours(cx.lang(), hours.from, hours.to))
                .collect();
            let open =
                if open.is_empty() { cx.t(common::CLOSED).to_owned() } else { open.join(", ") };
            let name = format::weekday(cx.lang(), index);
            let is_today = *day == today;
            let label =
                if is_today { format!("{name}, {}", cx.t(text::TODAY)) } else { name.to_owned() };
            view! {
                <tr class=is_today.then_some("today")>
                    <th scope="row">{label}</th>
                    <td>{open}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table>
            <caption class="visually-hidden">{cx.t(text::HOURS)}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn floor_plan(cx: &Context) -> AnyView {
    view! {
        <svg class="floor-plan" viewBox="0 0 640 420" role="img" aria-label=cx.t(text::PLAN)>
            <g fill="none" stroke="currentColor" stroke-width="2">
                <path d="M20 330V20h600v380H20v-10" stroke-width="9"></path>
                <path d="M20 330a60 60 0 0 1 60 60H20" stroke-dasharray="6 6"></path>
                <rect x="180" y="170" width="210" height="84" fill="var(--steel-mist)"></rect>
                <path d="M180 192h210"></path>
                <rect x="40" y="230" width="40" height="60" fill="var(--signal)"></rect>
                <path d="M60 30h400" stroke-width="16" stroke="var(--board)"></path>
                <path d="M60 22v16M140 22v16M220 22v16M300 22v16M380 22v16M460 22v16"></path>
                <circle cx="528" cy="214" r="52" fill="var(--sheet)"></circle>
                <circle cx="528" cy="136" r="17"></circle>
                <circle cx="528" cy="292" r="17"></circle>
                <circle cx="450" cy="214" r="17"></circle>
                <path d="M180 344h230M180 336v16M410 336v16" stroke-width="1.5"></path>
            </g>
            <g
                font-family="'Archivo Werk', sans-serif"
                font-size="19"
                font-weight="600"
                fill="currentColor"
            >
                <text x="60" y="72">{cx.t(text::PLAN_WALL)}</text>
                <text x="196" y="234" class="fill-on-mist">{cx.t(text::PLAN_BENCH)}</text>
                <text x="492" y="221">{cx.t(text::PLAN_TABLE)}</text>
                <text x="96" y="266">{cx.t(text::PLAN_SCREEN)}</text>
                <text x="96" y="372">{cx.t(text::PLAN_DOOR)}</text>
                <text x="262" y="376">{cx.t(text::PLAN_LENGTH)}</text>
            </g>
        </svg>
    }
    .into_any()
}
