//! `/suche`: everything that can be found, by kind, narrowed down by kind, sector and goal; and
//! what is suggested while somebody types.

use crate::context::{Answer, Context, Cx, Fields, Outcome, Page};
use crate::facet::{Facet, Held, Narrowing};
use crate::render;
use crate::text::{search as text, wall};
use crate::ui::filters::{self, Shelf};
use crate::ui::pager::{Paging, pager};
use crate::ui::search_form::{PATH, search_form};
use crate::ui::{contact, exits, goals, hit, icon};
use backend::search::{Hit, LONGEST_QUERY, Query, Results};
use domain::Lang;
use domain::content::{Kind, Site};
use leptos::prelude::*;

/// Hits of each kind while several kinds are shown.
const OF_A_KIND: usize = 5;

/// Hits on a page while one kind is shown.
const PER_PAGE: usize = 20;

/// Kinds in addresses, in the order of the form.
const KINDS: [(Kind, &str); 7] = [
    (Kind::Story, "geschichten"),
    (Kind::Provider, "anbieter"),
    (Kind::Funding, "foerderung"),
    (Kind::Trend, "trends"),
    (Kind::Signpost, "wegweiser"),
    (Kind::Adviser, "personen"),
    (Kind::Page, "seiten"),
];

fn code(kind: Kind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, code)| code)
}

/// What was typed, as far as it counts.
fn typed(cx: &Context) -> String {
    cx.query.get("q").trim().chars().take(LONGEST_QUERY).collect()
}

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let typed = typed(&cx);
    let title = if typed.is_empty() {
        cx.t(text::SEARCH).to_owned()
    } else {
        text::title(cx.lang(), &typed)
    };
    Page::new(title, move || cx.site().ok().map(|site| view(&cx, site, &typed)).into_any()).ok()
}

/// A few hits for what has been typed so far, each an option of the list below the field.
pub async fn suggestions(cx: Cx) -> Outcome {
    let body = render::part(options(&cx)).into_bytes();
    Ok(Answer::File { mime: "text/html; charset=utf-8", body, name: None })
}

fn options(cx: &Context) -> AnyView {
    let hits = cx.search.suggest(&typed(cx), cx.lang(), cx.today);
    let shown = hits.iter().filter_map(|hit| Some((hit, hit::path(hit.document)?)));
    let options: Vec<AnyView> = shown
        .enumerate()
        .map(|(index, (hit, path))| {
            let document = hit.document;
            view! {
                <a
                    role="option"
                    id=format!("suggestion-{index}")
                    href=cx.href(&path)
                    tabindex="-1"
                    aria-selected="false"
                >
                    <span lang=hit::foreign(cx, document.lang())>{document.title().to_owned()}</span>
                    " "
                    <span class="suggestion-kind">{text::kind(cx.lang(), document.kind())}</span>
                </a>
            }
            .into_any()
        })
        .collect();
    let said = text::said(cx.lang(), options.len());
    view! { <div role="presentation" data-said=said>{options}</div> }.into_any()
}

fn facets<'a>(site: &Site, lang: Lang) -> Vec<Facet<Hit<'a>>> {
    let kind = Facet {
        name: "art",
        label: text::KIND,
        any: text::ANY_KIND,
        options: KINDS
            .iter()
            .map(|(kind, code)| ((*code).to_owned(), text::kinds(lang, *kind).to_owned()))
            .collect(),
        held: |hit: &Hit<'_>| Held::One(code(hit.document.kind())),
    };
    vec![
        kind,
        Facet::sector(site, lang, |hit: &Hit<'_>| suits(hit.document.source.sectors.as_deref())),
        Facet::goal(site, lang, |hit: &Hit<'_>| suits(hit.document.source.goals.as_deref())),
    ]
}

/// An entry is about these or, without any list, about all.
fn suits(ids: Option<&[String]>) -> Held<'_> {
    ids.map_or(Held::All, Held::Terms)
}

fn view(cx: &Context, site: &Site, typed: &str) -> AnyView {
    let query = Query::parse(typed);
    let body = if query.is_empty() { beginning(cx, site) } else { found(cx, site, typed, &query) };
    view! {
        <div class="wrap page-head">
            <h1>{cx.t(text::SEARCH)}</h1>
            {search_form(cx, "q", text::SEARCH, text::WORDS, typed)}
            {query.is_empty().then(|| view! { <p class="lead">{cx.t(text::LEAD)}</p> })}
        </div>
        {body}
    }
    .into_any()
}

/// Nothing was typed yet: what one could type, and the goals.
fn beginning(cx: &Context, site: &Site) -> AnyView {
    let examples = text::EXAMPLE_WORDS
        .iter()
        .map(|word| {
            let word = cx.t(*word);
            view! {
                <li>
                    <a href=address(cx, word)>{word}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="wrap stack gap-6 pb-section">
            <section class="stack gap-3" aria-labelledby="examples">
                <h2 class="size-2" id="examples">
                    {cx.t(text::EXAMPLES)}
                </h2>
                <ul class="chips" role="list">
                    {examples}
                </ul>
            </section>
            {goals::goals(cx, site, text::GOALS)}
        </div>
        {exits::exits(cx, "", "")}
    }
    .into_any()
}

fn address(cx: &Context, words: &str) -> String {
    let query = Fields(vec![("q".to_owned(), words.to_owned())]).to_query();
    format!("{}{query}", cx.href(PATH))
}

fn found(cx: &Context, site: &Site, typed: &str, query: &Query) -> AnyView {
    let mut results = cx.search.find(query, cx.lang(), cx.today);
    results.hits.retain(|hit| hit::path(hit.document).is_some());
    if results.hits.is_empty() {
        return nothing(cx, site, typed, results.guess.as_deref());
    }
    let all = results.hits.iter().collect();
    let list = Narrowing::new(&cx.query, facets(site, cx.lang()), all).keeping("q", typed);
    let hits = list.hits();
    let is_cut = hits.iter().any(|hit| results.cut.contains(&hit.document.kind()));
    let has_providers = hits.iter().any(|hit| hit.document.kind() == Kind::Provider);
    let shelf = Shelf {
        hits: text::hits(cx.lang(), hits.len(), is_cut),
        notice: instead(cx, &results),
        list: groups(cx, &results, &list, &hits),
        paging: None,
        otherwise: ().into_any(),
        note: has_providers.then(|| order_note(cx)).into_any(),
    };
    filters::frame(cx, PATH, &list, shelf)
}

/// How providers are ordered, and where that can be recomputed.
fn order_note(cx: &Context) -> AnyView {
    view! {
        <p class="small muted">
            {cx.t(text::PROVIDERS_NOTE)} " "
            <a href=cx.href("/anbieter/reihenfolge")>{cx.t(wall::ORDER_LINK)}</a>
        </p>
    }
    .into_any()
}

/// Says so where something else was found than what was typed.
fn instead(cx: &Context, results: &Results<'_>) -> Option<AnyView> {
    let lines = results
        .instead
        .iter()
        .map(|(typed, found)| view! { <p>{text::instead(cx.lang(), typed, found)}</p> })
        .collect_view();
    let unknown = results
        .unknown
        .iter()
        .map(|typed| view! { <p>{text::unknown(cx.lang(), typed)}</p> })
        .collect_view();
    let guess = results.guess.as_deref().map(|guess| view! { <p>{did_you_mean(cx, guess)}</p> });
    let any = !results.instead.is_empty() || !results.unknown.is_empty();
    any.then(|| {
        view! {
            <div class="note mb-5">
                {icon::info()} <div class="stack gap-2">{lines} {unknown} {guess}</div>
            </div>
        }
        .into_any()
    })
}

/// The hits by kind; one kind alone is a list with pages.
fn groups<'a>(
    cx: &Context,
    results: &Results<'a>,
    list: &Narrowing<'_, Hit<'a>>,
    hits: &[&Hit<'a>],
) -> AnyView {
    let groups: Vec<&[&Hit<'a>]> =
        hits.chunk_by(|a, b| a.document.kind() == b.document.kind()).collect();
    let single = groups.len() == 1;
    groups
        .iter()
        .filter_map(|group| group.first().map(|first| (first.document.kind(), *group)))
        .map(|(kind, group)| {
            let paging = Paging::new(cx.query.get("seite"), group.len(), PER_PAGE);
            let shown = if single { paging.range() } else { 0..group.len().min(OF_A_KIND) };
            let more =
                list.facets.first().filter(|_| group.len() > shown.len() && !single).map(|facet| {
                    let query = list.with_only(facet, Some(code(kind)));
                    view! {
                        <p>
                            <a class="arrow-link" href=format!("{}{query}", cx.href(PATH))>
                                {text::all(cx.lang(), group.len(), kind)}
                                " "
                                {icon::arrow()}
                            </a>
                        </p>
                    }
                });
            let rows = group[shown]
                .iter()
                .map(|hit| view! { <li>{hit::row(cx, hit, &results.marks)}</li> })
                .collect_view();
            let kept = Fields(list.kept.0.iter().chain(&list.chosen().0).cloned().collect());
            let pages = single.then(|| pager(cx, PATH, &kept, paging)).flatten();
            let id = format!("kind-{}", code(kind));
            let heading = id.clone();
            view! {
                <section class="hit-group" aria-labelledby=id>
                    <h2 class="size-2" id=heading>
                        {text::kinds(cx.lang(), kind)}
                        " "
                        <span class="muted">{group.len()}</span>
                    </h2>
                    <ul class="entries" role="list">
                        {rows}
                    </ul>
                    {more}
                    {pages}
                </section>
            }
        })
        .collect_view()
        .into_any()
}

/// A link to other words.
fn did_you_mean(cx: &Context, guess: &str) -> AnyView {
    view! {
        {cx.t(text::INSTEAD)}
        " "
        <a href=address(cx, guess)>{guess.to_owned()}</a>
        "?"
    }
    .into_any()
}

/// Nothing: never a dead end.
fn nothing(cx: &Context, site: &Site, typed: &str, guess: Option<&str>) -> AnyView {
    let guess = guess.map(|guess| view! { <p class="lead">{did_you_mean(cx, guess)}</p> });
    view! {
        <div class="wrap with-aside pb-section">
            <div class="stack gap-6">
                <div class="empty-state" role="status">
                    <img src=cx.asset("illu/state-empty.svg") alt="" width="800" height="500" />
                    <div class="stack">
                        <h2>{text::none(cx.lang(), typed)}</h2>
                        {guess}
                        <p>{cx.t(text::NONE_LEAD)}</p>
                    </div>
                </div>
                {goals::goals(cx, site, text::GOALS)}
            </div>
            <aside aria-labelledby="talk">
                <div class="sheet stack">
                    <h2 class="size-2" id="talk">
                        {cx.t(text::TALK)}
                    </h2>
                    {contact::of_site(cx)}
                    <a class="button full" href=cx.href("/anfrage?art=advice")>
                        {cx.t(text::ASK)}
                    </a>
                </div>
            </aside>
        </div>
        {exits::exits(cx, "", "")}
    }
    .into_any()
}

#[cfg(test)]
mod tests;
