//! `/mitarbeit/anfragen`: what waits for whom, and why it is there.

use super::aside::Aside;
use super::devices::{Missed, banner};
use super::entry::PATH;
use super::{empty, table, viewer};
use crate::context::{Context, Cx, Outcome, Page, encode};
use crate::forms::staff::entry::TAKE_BACK;
use crate::text::{Msg, desk as text, entry_desk as entry, joint_desk, outbox_desk, request_desk};
use crate::ui::icon;
use backend::requests::{self, Filter, InboxCounts, InboxRow};
use backend::{counts, outbox};
use domain::content::Site;
use domain::request::{Field, Reference, RequestState};
use leptos::prelude::*;

/// The inbox.
pub async fn page(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let filter = Filter::parse(cx.query.get("ansicht")).unwrap_or(Filter::Mine);
    let number = cx.query.get("seite").parse().unwrap_or(0);
    let typed = cx.query.get("suche").trim();
    let (backend, site) = (&cx.app.backend, cx.site()?);
    let shown = if typed.is_empty() { Shown::Tab(filter) } else { Shown::Hits(typed.to_owned()) };
    let rows = match &shown {
        Shown::Tab(filter) => requests::inbox(backend, site, &viewer, *filter, number).await?,
        Shown::Hits(typed) => requests::search(backend, site, &viewer, typed, number).await?,
    };
    let counts = requests::counts(backend, &viewer).await?;
    let visits = counts::visits(backend, &viewer.site).await?;
    let aside = Aside::load(&cx, &viewer).await?;
    let given_up = outbox::given_up(backend, &viewer).await?;
    let stopped = outbox::stopped(backend).await?;
    let missed = Missed::load(&cx).await?;
    let inbox = Inbox { shown, rows, number, counts, visits, given_up, stopped, missed };
    let title = match &inbox.shown {
        Shown::Tab(_) => cx.t(text::INBOX).to_owned(),
        Shown::Hits(typed) => entry::hits(typed),
    };
    let view = move || {
        cx.site()
            .ok()
            .map(|site| view! { {inbox.view(&cx, site)} {aside.view(&cx, site)} })
            .into_any()
    };
    Page::new(title, view).ok()
}

/// What the list shows.
enum Shown {
    Tab(Filter),
    Hits(String),
}

/// What the page shows.
struct Inbox {
    shown: Shown,
    rows: Vec<InboxRow>,
    number: u32,
    counts: InboxCounts,
    visits: i64,
    given_up: i64,
    stopped: Option<outbox::Stopped>,
    missed: Missed,
}

impl Inbox {
    fn view(&self, cx: &Context, site: &Site) -> AnyView {
        let (rows, number) = (self.rows.as_slice(), self.number);
        let is_mine = matches!(self.shown, Shown::Tab(Filter::Mine));
        let overdue = rows.iter().filter(|row| is_mine && row.overdue).count();
        let page_link = |number: u32, label: Msg| {
            let query = match &self.shown {
                Shown::Tab(filter) => format!("ansicht={}", filter.code()),
                Shown::Hits(typed) => format!("suche={}", encode(typed)),
            };
            view! {
                <a
                    class="button outline small"
                    href=cx.href(&format!("/anfragen?{query}&seite={number}"))
                >
                    {cx.t(label)}
                </a>
            }
        };
        let full = rows.len() >= usize::try_from(requests::PAGE).unwrap_or(usize::MAX);
        let (current, nothing, hint) = match &self.shown {
            Shown::Tab(filter) => (Some(*filter), text::INBOX_EMPTY, text::INBOX_EMPTY_HINT),
            Shown::Hits(_) => (None, entry::NOTHING, entry::NOTHING_HINT),
        };
        let list =
            if rows.is_empty() { empty(cx, nothing, hint, None) } else { list(cx, site, rows) };
        view! {
            <div class="desk-head">
                <div>
                    <h1>{cx.t(text::INBOX)}</h1>
                    <p>{text::waiting(self.counts.mine, overdue)}</p>
                </div>
                {actions(cx, self.visits)}
            </div>
            {taken_down(cx)}
            {self.stopped.as_ref().map(|stopped| to_outbox(cx, outbox_desk::stopped(stopped)))}
            {(self.given_up > 0).then(|| to_outbox(cx, outbox_desk::given_up(self.given_up)))}
            {banner(cx, &self.missed)}
            {search(cx, &self.shown)}
            {tabs(cx, self.counts, current)}
            {list}
            <p class="row gap-2 mt-4">
                {(number > 0).then(|| page_link(number - 1, text::NEWER))}
                {full.then(|| page_link(number + 1, text::OLDER))}
            </p>
        }
        .into_any()
    }
}

/// What comes in at the door: a request to write down, a visit to count.
fn actions(cx: &Context, visits: i64) -> AnyView {
    let take_back = (visits > 0).then(|| {
        view! {
            <button class="link-button small" name="was" value=TAKE_BACK>
                {cx.t(entry::TAKE_BACK)}
            </button>
        }
    });
    view! {
        <div class="row gap-4 desk-door">
            <form class="tally" method="post" action=cx.href("/besuche")>
                <button class="button outline small">{cx.t(entry::COUNT_VISIT)}</button>
                <p class="small">
                    <span>{entry::visits(visits)}</span>
                    " "
                    {take_back}
                </p>
            </form>
            <a class="button small" href=cx.href(PATH)>
                {cx.t(entry::TITLE)}
            </a>
        </div>
    }
    .into_any()
}

/// That mails did not arrive.
fn to_outbox(cx: &Context, what: String) -> AnyView {
    view! {
        <div class="desk-banner error">
            {icon::warning()}
            <p>
                {what}
                " "
                <a href=cx.href("/postausgang")>{cx.t(outbox_desk::TO_OUTBOX)}</a>
            </p>
        </div>
    }
    .into_any()
}

/// That a request was written down whose page the writer may not see.
fn taken_down(cx: &Context) -> Option<AnyView> {
    let reference = Reference::parse(cx.query.get("aufgenommen"))?;
    Some(
        view! {
            <p class="note mb-5" role="status">
                {entry::taken_down(reference)}
            </p>
        }
        .into_any(),
    )
}

fn search(cx: &Context, shown: &Shown) -> AnyView {
    let typed = match shown {
        Shown::Hits(typed) => typed.as_str(),
        Shown::Tab(_) => "",
    };
    let hits = (!typed.is_empty()).then(|| {
        view! {
            <p class="row gap-4 mt-4">
                <b>{entry::hits(typed)}</b>
                <a href=cx.href("/anfragen")>{cx.t(entry::SEARCH_END)}</a>
            </p>
        }
    });
    view! {
        <form
            class="search-form desk-search mb-5"
            role="search"
            aria-label=cx.t(entry::SEARCH)
            action=cx.href("/anfragen")
        >
            <label for="suche">{cx.t(entry::SEARCH_LABEL)}</label>
            <input
                class="input"
                type="search"
                id="suche"
                name="suche"
                value=typed.to_owned()
                maxlength=requests::LONGEST_QUESTION.to_string()
                autocomplete="off"
                enterkeyhint="search"
            />
            <button class="button outline">
                {icon::magnifier()} <span>{cx.t(entry::LOOK)}</span>
            </button>
        </form>
        {hits}
    }
    .into_any()
}

fn tabs(cx: &Context, counts: InboxCounts, current: Option<Filter>) -> AnyView {
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
                aria-current=(Some(filter) == current).then_some("page")
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

fn list(cx: &Context, site: &Site, rows: &[InboxRow]) -> AnyView {
    let columns = [text::COL_FIRM, text::COL_GOAL, text::COL_WHY, text::COL_STATE, text::COL_DUE];
    let rows = rows.iter().map(|row| line(cx, site, row)).collect_view();
    table(cx, "", text::TABLE, &columns, rows.into_any())
}

fn line(cx: &Context, site: &Site, row: &InboxRow) -> AnyView {
    let request = &row.request;
    let fresh = request.answered_at.is_none() && request.state == RequestState::Open;
    let words: String = request.message.as_deref().unwrap_or_default().chars().take(90).collect();
    let who = row.assigned_name.clone().unwrap_or_else(|| cx.t(text::NOBODY).to_owned());
    let state = if fresh { cx.t(text::FRESH) } else { request_desk::state(request.state) };
    let joint = row.is_joint.then(|| {
        view! {
            " "
            <span class="small muted">{cx.t(joint_desk::JOINT)}</span>
        }
    });
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
            <td data-label=cx.t(text::COL_STATE)>
                <span>{state} {joint}</span>
            </td>
            {due}
        </tr>
    }
    .into_any()
}
