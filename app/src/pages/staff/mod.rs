//! The desk: what members of staff see. German only.

pub mod absences;
pub mod account;
mod aside;
pub mod calendar;
pub mod devices;
pub mod entry;
pub mod inbox;
pub mod kiosk_entry;
pub mod outbox;
pub mod outcomes;
pub mod rearrange;
pub mod request;
mod request_facts;
mod request_meetings;
mod request_outcomes;
pub(in crate::pages) mod request_similar;
mod request_tasks;
pub mod retention;
pub mod sheet;
pub mod sign_in;
pub mod slots;
pub mod subscription;
pub mod team;

use crate::context::{Context, PageError};
use crate::routes::Right;
use crate::text::{Msg, form as form_text};
use crate::ui::form::Problem;
use axum::http::StatusCode;
use backend::Actor;
use backend::requests::Viewer;
use backend::sessions::Session;
use domain::content::Site;
use domain::staff::Role;
use jiff::civil::Date;
use leptos::prelude::*;

/// Where somebody who has signed in begins: the first page of the desk that is theirs.
pub fn first_page(cx: &Context, member: &backend::staff::Member) -> String {
    let site = cx.site().map(|site| site.meta.id.as_str()).unwrap_or_default();
    let pages = [
        (Right::Requests, "/anfragen"),
        (Right::Team, "/team"),
        (Right::Retention, "/aufbewahrung"),
    ];
    let first = pages.iter().find(|(right, _)| right.is_held_by(member, site));
    cx.href(first.map_or("/konto", |(_, path)| path))
}

/// Somebody who has the right of the route at the site it is about.
pub struct Admitted<'a> {
    /// Their session.
    pub session: &'a Session,
    /// The site.
    pub site: &'a Site,
    /// They, as the audit log names them.
    pub by: Actor,
}

impl Admitted<'_> {
    /// The site's id.
    pub fn site_id(&self) -> &str {
        self.site.meta.id.as_str()
    }
}

/// Lets in who has the right of the route at this site. The router has let in who has it at any.
pub fn admit(cx: &Context) -> Result<Admitted<'_>, PageError> {
    let session = cx.staff.as_ref().ok_or(PageError::NotFound)?;
    let site = cx.site()?;
    if !cx.may(cx.route.right) {
        return Err(PageError::Forbidden);
    }
    Ok(Admitted { session, site, by: Actor::Staff(session.member.id.clone()) })
}

/// What a form brought back: what is wrong with it, and the status of the answer.
#[derive(Debug, Default)]
pub struct Returned {
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// 200 for a page nobody has sent a form to.
    pub status: StatusCode,
}

impl Returned {
    /// Something needs another look.
    pub fn wrong(problems: Vec<Problem>) -> Returned {
        Returned { problems, status: StatusCode::UNPROCESSABLE_ENTITY }
    }

    /// Somebody was quicker.
    pub fn conflict(problem: Problem) -> Returned {
        Returned { problems: vec![problem], status: StatusCode::CONFLICT }
    }

    /// Whether the page shows what is the case now instead of what was typed.
    pub fn is_conflict(&self) -> bool {
        self.status == StatusCode::CONFLICT
    }

    /// The title of the page, which says at once that something is wrong.
    pub fn titled(&self, cx: &Context, title: &str) -> String {
        if self.problems.is_empty() {
            return title.to_owned();
        }
        format!("{}: {title}", cx.t(form_text::ERROR_PREFIX))
    }
}

/// A problem with `field` from two messages.
pub fn problem(field: &'static str, short: &str, sentence: &str) -> Problem {
    Problem { field, short: short.to_owned(), sentence: sentence.to_owned() }
}

/// The Monday of a day's week.
fn week_of(day: Date) -> Date {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(jiff::Span::new().days(back))
}

/// A table of the desk: its name for whoever does not see it, its columns, and rows whose cells
/// carry their column in `data-label`. `class` says what else it is.
fn table(cx: &Context, class: &str, caption: Msg, columns: &[Msg], rows: AnyView) -> AnyView {
    let class = format!("desk-table stacks {class}");
    let columns =
        columns.iter().map(|label| view! { <th scope="col">{cx.t(*label)}</th> }).collect_view();
    view! {
        <table class=class.trim_end().to_owned()>
            <caption class="visually-hidden">{cx.t(caption)}</caption>
            <thead>
                <tr>{columns}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Says that a list is empty, and what would be in it; `on` is a way on where nothing else is.
fn empty(cx: &Context, what: Msg, hint: Msg, on: Option<AnyView>) -> AnyView {
    view! {
        <div class="empty-state">
            <img src=cx.asset("illu/state-empty.svg") alt="" width="400" height="300" />
            <div class="stack">
                <h2>{cx.t(what)}</h2>
                <p>{cx.t(hint)}</p>
                {on}
            </div>
        </div>
    }
    .into_any()
}

/// Who looks, for the use cases. Whoever does not work on requests of this site sees nothing.
pub fn viewer(cx: &Context) -> Result<Viewer, PageError> {
    let member = &cx.staff.as_ref().ok_or(PageError::NotFound)?.member;
    let site = cx.site()?.meta.id.to_string();
    if !member.sees_requests(&site) {
        return Err(PageError::Forbidden);
    }
    let sees_all = member.has(&site, Role::Coordinator);
    Ok(Viewer { staff: member.id.clone(), site, sees_all })
}
