//! `/geschichten`: all stories, narrowed down by goal, sector, size and cost.

use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, common, format, story as text};
use crate::ui::{exits, icon, story_card};
use domain::content::{Site, Story};
use domain::{FirmSize, Lang, OnceBand};
use leptos::prelude::*;

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(common::NAV_STORIES), cx.t(text::LIST_LEAD));
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).description(description).ok()
}

/// A way to narrow the list down: parameter, heading, options, whether a story has an option.
struct Facet {
    name: &'static str,
    label: Msg,
    options: Vec<(String, String)>,
    matches: fn(&Story, &str) -> bool,
}

fn facets(site: &Site, lang: Lang) -> [Facet; 4] {
    let terms = |terms: &[domain::content::Term]| {
        terms.iter().map(|term| (term.id.clone(), term.label(lang).to_owned())).collect()
    };
    [
        Facet {
            name: "ziel",
            label: text::GOAL,
            options: terms(&site.goals),
            matches: |story, id| story.goals.iter().any(|goal| goal == id),
        },
        Facet {
            name: "branche",
            label: text::SECTOR,
            options: terms(&site.sectors),
            matches: |story, id| story.sector == id,
        },
        Facet {
            name: "groesse",
            label: text::SIZE,
            options: FirmSize::ALL
                .iter()
                .map(|size| (size.code().to_owned(), format::size(lang, *size)))
                .collect(),
            matches: |story, code| story.size.code() == code,
        },
        Facet {
            name: "kosten",
            label: text::ONCE,
            options: OnceBand::ALL
                .iter()
                .map(|band| (band.code().to_owned(), format::once_band(lang, *band)))
                .collect(),
            matches: |story, code| story.cost.once_band().code() == code,
        },
    ]
}

/// Whether a story passes every facet; `except` is left out, for the counts beside its options.
/// Options of one facet widen, facets narrow.
fn passes(cx: &Context, facets: &[Facet], story: &Story, except: Option<&str>) -> bool {
    facets.iter().filter(|facet| except != Some(facet.name)).all(|facet| {
        let wanted = cx.query.all(facet.name);
        wanted.is_empty() || wanted.iter().any(|value| (facet.matches)(story, value))
    })
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let facets = facets(site, cx.lang());
    let all = cx.content.stories_of(cx.today);
    let hits: Vec<&Story> =
        all.iter().copied().filter(|story| passes(cx, &facets, story, None)).collect();
    let (figure, unit) = text::hits(cx.lang(), hits.len(), all.len());
    let rows = hits
        .iter()
        .map(|story| view! { <li>{story_card::story_row(cx, site, story)}</li> })
        .collect_view();
    let shelf = if hits.is_empty() {
        empty(cx, &facets, &all)
    } else {
        view! { <ul role="list">{rows}</ul> }.into_any()
    };
    let narrow = narrowing(cx);
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(common::NAV_STORIES)}</h1>
            <p class="lead">{cx.t(text::LIST_LEAD)}</p>
        </div>
        <div class="wrap with-aside aside-first">
            {filters(cx, &facets, &all)} <div class="shelf">
                <div class="hits-row">
                    <p aria-live="polite">
                        <b>{figure}</b>
                        {unit}
                    </p>
                    {chips(cx, &facets)}
                </div>
                {shelf}
                <p class="small muted">{cx.t(text::ORDER_NOTE)}</p>
            </div>
        </div>
        {exits::exits(cx, &narrow, &narrow)}
    }
    .into_any()
}

/// The chosen goal and sector as a query, for the exits.
fn narrowing(cx: &Context) -> String {
    let keep = |name: &str| cx.query.0.iter().find(|(n, _)| n == name).cloned();
    let fields = ["ziel", "branche"].into_iter().filter_map(keep).collect();
    crate::context::Fields(fields).to_query()
}

fn filters(cx: &Context, facets: &[Facet], all: &[&Story]) -> AnyView {
    let active = cx.query.0.len();
    let groups = facets
        .iter()
        .map(|facet| {
            let rows = facet
                .options
                .iter()
                .map(|(code, label)| {
                    let n = all
                        .iter()
                        .filter(|s| {
                            passes(cx, facets, s, Some(facet.name)) && (facet.matches)(s, code)
                        })
                        .count();
                    let checked = cx.query.has(facet.name, code);
                    (n > 0 || checked).then(|| {
                        view! {
                            <label class="check-row">
                                <input
                                    type="checkbox"
                                    name=facet.name
                                    value=code.clone()
                                    checked=checked
                                />
                                <span>{label.clone()}</span>
                                <span class="muted">{n}</span>
                            </label>
                        }
                    })
                })
                .collect_view();
            view! {
                <fieldset>
                    <legend>{cx.t(facet.label)}</legend>
                    <div class="check-rows">{rows}</div>
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <aside aria-label=cx.t(text::FILTER)>
            <details class="filters-fold" open=active > 0>
                <summary class="button outline full">
                    {icon::funnel()}
                    " "
                    {cx.t(text::FILTER)}
                    {(active > 0).then(|| format!(", {active}"))}
                </summary>
                <form class="filters" action=cx.href("/geschichten")>
                    {groups}
                    <button class="button full">{cx.t(text::APPLY)}</button>
                </form>
            </details>
        </aside>
    }
    .into_any()
}

fn chips(cx: &Context, facets: &[Facet]) -> AnyView {
    let chips = facets
        .iter()
        .flat_map(|facet| facet.options.iter().map(move |option| (facet, option)))
        .filter(|(facet, (code, _))| cx.query.has(facet.name, code))
        .map(|(facet, (code, label))| {
            let rest = cx.query.without(facet.name, code).to_query();
            view! {
                <a
                    href=format!("{}{rest}", cx.href("/geschichten"))
                    aria-label=text::remove_filter(cx.lang(), label)
                >
                    {label.clone()}
                    " "
                    {icon::cross()}
                </a>
            }
        })
        .collect_view();
    view! { <div class="chips">{chips}</div> }.into_any()
}

/// Never a dead end: which single filter keeps the list empty, and how many there are without it.
fn empty(cx: &Context, facets: &[Facet], all: &[&Story]) -> AnyView {
    let ways = facets
        .iter()
        .flat_map(|facet| facet.options.iter().map(move |option| (facet, option)))
        .filter(|(facet, (code, _))| cx.query.has(facet.name, code))
        .filter_map(|(facet, (code, label))| {
            let n = all.iter().filter(|s| passes(cx, facets, s, Some(facet.name))).count();
            let rest = cx.query.without(facet.name, code).to_query();
            (n > 0).then(|| {
                view! {
                    <li>
                        <a href=format!(
                            "{}{rest}",
                            cx.href("/geschichten"),
                        )>{text::without(cx.lang(), label, n)}</a>
                    </li>
                }
            })
        })
        .collect_view();
    view! {
        <div class="empty-state">
            <img src=cx.asset("illu/state-empty.svg") alt="" width="400" height="300" />
            <div class="stack">
                <h2>{cx.t(text::EMPTY)}</h2>
                <ul>{ways}</ul>
                <p>
                    <a class="button" href=cx.href("/geschichten")>
                        {cx.t(text::RESET)}
                    </a>
                </p>
            </div>
        </div>
    }
    .into_any()
}
