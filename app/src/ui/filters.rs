//! The filter form of a list, the chosen filters, and what an empty list offers instead.

use crate::context::Context;
use crate::facet::{Facet, Narrowing};
use crate::islands::live_filter::LiveFilter;
use crate::text::filter as text;
use crate::ui::pager::{self, Paging};
use crate::ui::{exits, icon};
use jiff::civil::Date;
use leptos::prelude::*;

/// Lets `list`, which contains its filter form, follow every change of the form.
pub fn live(list: AnyView) -> AnyView {
    view! {
        <div data-live="" tabindex="-1">
            {list}
        </div>
        <p class="visually-hidden" role="status" data-live-status=""></p>
        <LiveFilter />
    }
    .into_any()
}

/// What a filtered page shows beside its filters.
pub struct Shelf {
    /// How many hits, with their unit.
    pub hits: (String, &'static str),
    /// Between the count and the list.
    pub notice: Option<AnyView>,
    /// The list; not drawn if nothing is left of it.
    pub list: AnyView,
    /// Which page of the list it is, and of which day's order; the list may have its own pages.
    pub paging: Option<(Paging, Date)>,
    /// What an empty list suggests besides its filters.
    pub otherwise: AnyView,
    /// Below the list.
    pub note: AnyView,
}

/// The frame of a filtered page: the filters at the side, the count with the chosen filters, the
/// list or what to do about an empty one, and the exits narrowed down the same way.
pub fn frame<T>(cx: &Context, path: &str, list: &Narrowing<T>, shelf: Shelf) -> AnyView {
    let (figure, unit) = shelf.hits;
    let entries =
        if list.hits().is_empty() { empty(cx, path, list, shelf.otherwise) } else { shelf.list };
    let pages = shelf
        .paging
        .and_then(|(paging, day)| pager::pager(cx, path, &pager::kept(list.chosen(), day), paging));
    let narrow = list.query_of(&["ziel", "branche"]);
    live(
        view! {
            <div class="wrap with-aside aside-first">
                {checks(cx, path, list)} <div class="shelf">
                    <div class="hits-row">
                        <p class="hits">
                            <b>{figure}</b>
                            {unit}
                        </p>
                        {chips(cx, path, list)}
                    </div>
                    {shelf.notice} {entries} {pages} {shelf.note}
                </div>
            </div>
            {exits::exits(cx, &narrow, &narrow)}
        }
        .into_any(),
    )
}

/// Filters with a checkbox for each option, beside the list; folded on small screens.
fn checks<T>(cx: &Context, path: &str, list: &Narrowing<T>) -> AnyView {
    let groups = list.facets.iter().map(|facet| check_group(cx, list, facet)).collect_view();
    view! {
        <aside aria-label=cx.t(text::FILTER)>
            {fold(
                cx,
                "filters-fold",
                list.chosen().0.len(),
                view! {
                    <form class="filters" action=cx.href(path)>
                        {hidden(&list.kept.0)} {groups}
                        <div class="filters-actions">
                            <button class="button full" id="f-apply">
                                {cx.t(text::APPLY)}
                            </button>
                        </div>
                    </form>
                }
                    .into_any(),
            )}
        </aside>
    }
    .into_any()
}

/// The form behind its fold. It begins folded even if filters are active, so that on a phone the
/// list comes first; the chosen filters stand above the list.
fn fold(cx: &Context, class: &'static str, active: usize, form: AnyView) -> AnyView {
    view! {
        <details class=class>
            <summary class="button outline full">
                {icon::funnel()} " " {text::fold(cx.lang(), active)}
            </summary>
            {form}
        </details>
    }
    .into_any()
}

/// Hidden fields: what a form of filters sends besides its choices.
fn hidden(fields: &[(String, String)]) -> AnyView {
    fields
        .iter()
        .map(|(name, value)| {
            view! { <input type="hidden" name=name.clone() value=value.clone() /> }
        })
        .collect_view()
        .into_any()
}

fn check_group<T>(cx: &Context, list: &Narrowing<T>, facet: &Facet<T>) -> AnyView {
    let rows = facet
        .options
        .iter()
        .map(|(code, label)| (list.count(facet, code), list.is_chosen(facet, code), code, label))
        .filter(|(n, chosen, ..)| *n > 0 || *chosen)
        .map(|(n, chosen, code, label)| {
            view! {
                <label class="check-row">
                    <input
                        type="checkbox"
                        id=format!("f-{}-{code}", facet.name)
                        name=facet.name
                        value=code.clone()
                        checked=chosen
                    />
                    <span>{label.clone()}</span>
                    <span class="muted">{n}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend>{cx.t(facet.label)}</legend>
            <div class="check-rows">{rows}</div>
        </fieldset>
    }
    .into_any()
}

/// Filters with one menu for each facet, above the list. `more` are hidden fields, `hits` the
/// number of hits with its unit.
pub fn selects<T>(
    cx: &Context,
    path: &str,
    list: &Narrowing<T>,
    more: &[(&'static str, String)],
    hits: (usize, &'static str),
) -> AnyView {
    let fields = list.facets.iter().map(|facet| select(cx, list, facet)).collect_view();
    let more: Vec<(String, String)> =
        more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let more = hidden(&more);
    fold(
        cx,
        "filters-fold poster",
        list.chosen().0.len(),
        view! {
            <form class="wall-filters" action=cx.href(path)>
                {fields} {more} <button class="button" id="f-apply">
                    {cx.t(text::APPLY)}
                </button> <p class="hits">
                    <b>{hits.0}</b>
                    " "
                    {hits.1}
                </p>
            </form>
        }
        .into_any(),
    )
}

fn select<T>(cx: &Context, list: &Narrowing<T>, facet: &Facet<T>) -> AnyView {
    let id = format!("f-{}", facet.name);
    let options = facet
        .options
        .iter()
        .map(|(code, label)| (list.count(facet, code), list.first(facet.name) == code, code, label))
        .filter(|(n, chosen, ..)| *n > 0 || *chosen)
        .map(|(n, chosen, code, label)| {
            view! {
                <option value=code.clone() selected=chosen>
                    {format!("{label} ({n})")}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{cx.t(facet.label)}</label>
            <select id=id name=facet.name>
                <option value="">{cx.t(facet.any)}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// The chosen filters, each a link that takes it back.
pub fn chips<T>(cx: &Context, path: &str, list: &Narrowing<T>) -> Option<AnyView> {
    let chips = list
        .choices()
        .into_iter()
        .map(|choice| {
            view! {
                <li>
                    <a
                        href=format!("{}{}", cx.href(path), choice.rest)
                        aria-label=text::remove_filter(cx.lang(), choice.label)
                    >
                        {choice.label.to_owned()}
                        " "
                        {icon::cross()}
                    </a>
                </li>
            }
        })
        .collect_view();
    (!list.chosen().is_empty()).then(|| {
        view! {
            <ul class="chips" role="list" aria-label=cx.t(text::ACTIVE)>
                {chips}
            </ul>
        }
        .into_any()
    })
}

/// Never a dead end: which filter keeps the list empty, how many there are without it, and what
/// the page suggests besides.
pub fn empty<T>(cx: &Context, path: &str, list: &Narrowing<T>, besides: AnyView) -> AnyView {
    let choices = list.choices();
    let any = choices.iter().any(|choice| choice.hits > 0);
    let ways = choices
        .into_iter()
        .filter(|choice| choice.hits > 0)
        .map(|choice| {
            view! {
                <li>
                    <a href=format!(
                        "{}{}",
                        cx.href(path),
                        choice.rest,
                    )>{text::without(cx.lang(), choice.label, choice.hits)}</a>
                </li>
            }
        })
        .collect_view();
    let reset = (!list.chosen().is_empty()).then(|| {
        view! {
            <p>
                <a class="button" href=format!("{}{}", cx.href(path), list.reset())>
                    {cx.t(text::RESET)}
                </a>
            </p>
        }
    });
    view! {
        <div class="empty-state">
            <img src=cx.asset("illu/state-empty.svg") alt="" width="800" height="500" />
            <div class="stack">
                <h2>{cx.t(text::EMPTY)}</h2>
                {any.then(|| view! { <ul>{ways}</ul> })}
                {reset}
                {besides}
            </div>
        </div>
    }
    .into_any()
}
