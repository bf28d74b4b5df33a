//! `/mitarbeit/anfragen`: what waits for whom, and why it is there.

use super::aside::Aside;
use super::viewer;
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, desk as text, request_desk};
use crate::ui::icon;
use backend::requests::{self, Filter, InboxCounts, InboxRow};
use domain::content::Site;
use domain::request::{Field, RequestState};
use leptos::prelude::*;

/// The inbox.
pub async fn page(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let filter = Filter::parse(cx.query.get("ansicht")).unwrap_or(Filter::Mine);
    let number = cx.query.get("seite").parse().unwrap_or(0);
    let backend = &cx.app.backend;
    let rows = requests::inbox(backend, cx.site()?, &viewer, filter, number).await?;
    let counts = requests::counts(backend, &viewer).await?;
    let aside = Aside::load(&cx, &viewer).await?;
    let title = cx.t(text::INBOX);
    let view = move || {
        cx.site()
            .ok()
            .map(|site| {
                view! {
                    {view(&cx, site, &rows, counts, filter, number)}
                    {aside.view(&cx, site)}
                }
            })
            .into_any()
    };
    Page::new(title, view).ok()
}

fn view(
    cx: &Context,
    site: &Site,
    rows: &[InboxRow],
    counts: InboxCounts,
    filter: Filter,
    number: u32,
) -> AnyView {
    let overdue = rows.iter().filter(|row| row.overdue).count();
    let list = if rows.is_empty() { empty(cx) } else { table(cx, site, rows) };
    let page_link = |number: u32, label: Msg| {
        let query = format!("/anfragen?ansicht={}&seite={number}", filter.code());
        view! {
            <a class="button outline small" href=cx.href(&query)>
                {cx.t(label)}
            </a>
        }
    };
    let full = rows.len() >= usize::try_from(requests::PAGE).unwrap_or(usize::MAX);
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::INBOX)}</h1>
                <p>{text::waiting(counts.mine, overdue)}</p>
            </div>
        </div>
        {tabs(cx, counts, filter)}
        {list}
        <p class="row gap-2 mt-4">
            {(number > 0).then(|| page_link(number - 1, text::NEWER))}
            {full.then(|| page_link(number + 1, text::OLDER))}
        </p>
    }
    .into_any()
}

fn tabs(cx: &Context, counts: InboxCounts, current: Filter) -> AnyView {
    let tabs = [
        (Filter::Mine, text::TAB_MINE, counts.mine),
        (Filter::Team, text::TAB_TEAM, counts.team),
        (Filter::Pool, text::TAB_POOL, counts.pool),
        (Filter::Waiting, text::TAB_WAITING, counts.waiting),
        (Filter::Closed, text::TAB_CLOSED, counts.closed),
    ]
    .map(|(filter, label, n)| {
        view! {
            <a
                href=cx.href(&format!("/anfragen?ansicht={}", filter.code()))
                aria-current=(filter == current).then_some("page")
            >
                {cx.t(label)}
                " "
                <b>{n}</b>
            </a>
        }
    })
    .collect_view();
    view! {
        <nav class="tabs" aria-label=cx.t(text::TABS)>
            {tabs}
        </nav>
    }
    .into_any()
}

fn empty(cx: &Context) -> AnyView {
    view! {
        <div class="empty-state">
            <img src=cx.asset("illu/state-empty.svg") alt="" width="400" height="300" />
            <div class="stack">
                <h2>{cx.t(text::INBOX_EMPTY)}</h2>
                <p>{cx.t(text::INBOX_EMPTY_HINT)}</p>
            </div>
        </div>
    }
    .into_any()
}

fn table(cx: &Context, site: &Site, rows: &[InboxRow]) -> AnyView {
    let head = [text::COL_FIRM, text::COL_GOAL, text::COL_WHY, text::COL_STATE, text::COL_DUE]
        .map(|label| view! { <th scope="col">{cx.t(label)}</th> })
        .collect_view();
    let rows = rows.iter().map(|row| line(cx, site, row)).collect_view();
    view! {
        <table class="desk-table stacks">
            <caption class="visually-hidden">{cx.t(text::TABLE)}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn line(cx: &Context, site: &Site, row: &InboxRow) -> AnyView {
    let request = &row.request;
    let fresh = request.answered_at.is_none() && request.state == RequestState::Open;
    let words: String = request.message.as_deref().unwrap_or_default().chars().take(90).collect();
    let who = row.assigned_name.clone().unwrap_or_else(|| cx.t(text::NOBODY).to_owned());
    let state = if fresh { cx.t(text::FRESH) } else { request_desk::state(request.state) };
    // Who was not asked for a goal says with the kind of request what it is about.
    let goal = if request.goals.is_empty() && !request.kind.asks_for(Field::Goal) {
        request_desk::kind(request.kind).to_owned()
    } else {
        request_desk::goals(site, &request.goals)
    };
    let due = match row.due {
        Some(day) => {
            let class = if row.overdue { "deadline urgent" } else { "deadline" };
            let drawing = row.overdue.then(icon::clock);
            let text = text::due(day, cx.today);
            view! { <td data-label=cx.t(text::COL_DUE) class=class>{drawing} <span>{text}</span></td> }
                .into_any()
        }
        // Without a label: a stacked row leaves it out.
        None => view! { <td></td> }.into_any(),
    };
    view! {
        <tr class=fresh.then_some("is-new")>
            <th scope="row">
                <a href=cx.href(
                    &format!("/anfragen/{}", request.id),
                )>{request.title().to_owned()}</a>
                <span>{if words.is_empty() { request_desk::kind(request.kind).to_owned() } else { words }}</span>
            </th>
            <td data-label=cx.t(text::COL_GOAL)>{goal}</td>
            <td data-label=cx.t(text::COL_WHY)>
                <div class="desk-why">
                    <span class="plate steel">{icon::pin()} " " {row.reason.clone()}</span>
                    <span class="small muted">{who}</span>
                </div>
            </td>
            <td data-label=cx.t(text::COL_STATE)>{state}</td>
            {due}
        </tr>
    }
    .into_any()
}
