//! `/mitarbeit/anfragen`: what waits for whom, and why it is there.

use super::viewer;
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, desk as text, format, request_desk};
use crate::ui::icon;
use backend::requests::{self, Filter, InboxCounts, InboxRow};
use domain::Lang;
use domain::content::Site;
use domain::request::RequestState;
use leptos::prelude::*;

/// The inbox.
pub async fn page(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let filter = Filter::parse(cx.query.get("ansicht")).unwrap_or(Filter::Mine);
    let number = cx.query.get("seite").parse().unwrap_or(0);
    let backend = &cx.app.backend;
    let rows = requests::inbox(backend, cx.site()?, &viewer, filter, number).await?;
    let counts = requests::counts(backend, &viewer).await?;
    let title = cx.t(text::INBOX);
    let view = move || {
        cx.site().ok().map(|site| view(&cx, site, &rows, counts, filter, number)).into_any()
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
        <div class="scroll-x" tabindex="0" role="region" aria-label=cx.t(text::TABLE)>
            <table class="desk-table">
                <caption class="visually-hidden">{cx.t(text::TABLE)}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(cx: &Context, site: &Site, row: &InboxRow) -> AnyView {
    let request = &row.request;
    let fresh = request.answered_at.is_none() && request.state == RequestState::Open;
    let words: String = request.message.as_deref().unwrap_or_default().chars().take(90).collect();
    let who = row.assigned_name.clone().unwrap_or_else(|| cx.t(text::NOBODY).to_owned());
    let due = row.due.map(|day| {
        let text =
            if day == cx.today { "heute".to_owned() } else { format::day_month(Lang::De, day) };
        view! {
            {row.overdue.then(icon::clock)}
            <span>{text}</span>
        }
    });
    view! {
        <tr class=fresh.then_some("is-new")>
            <th scope="row">
                <a href=cx.href(
                    &format!("/anfragen/{}", request.id),
                )>{request.title().to_owned()}</a>
                <span>{if words.is_empty() { request_desk::kind(request.kind).to_owned() } else { words }}</span>
            </th>
            <td>{request_desk::goals(site, &request.goals)}</td>
            <td>
                <span class="plate steel">{icon::pin()} " " {row.reason.clone()}</span>
                <span class="small muted">{who}</span>
            </td>
            <td>{request_desk::state(request.state)}</td>
            <td class=if row.overdue { "deadline urgent" } else { "deadline" }>{due}</td>
        </tr>
    }
    .into_any()
}
