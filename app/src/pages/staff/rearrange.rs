//! `/mitarbeit/anfragen/{id}/treffen/{meeting}/aendern`: another place or another host for a
//! meeting whose times stay.

use super::{Returned, viewer};
use crate::context::{Context, Cx, Outcome, Page, PageError, see_other};
use crate::text::{desk, meeting_desk as text};
use crate::ui::crumbs::trail;
use crate::ui::form::{Choice, Problem, SelectField, TextField, error_summary, hidden};
use crate::ui::form::{select_field, text_field};
use backend::Id;
use backend::meetings::{self, Meeting};
use backend::requests::{self, Detail};
use backend::staff::{self, Member};
use domain::meeting::MeetingPlace;
use leptos::prelude::*;

/// Name of the field for the place.
pub const PLACE: &str = "ort";

/// Name of the field for where else than in the room.
pub const NOTE: &str = "anderswo";

/// Name of the field for the host.
pub const HOST: &str = "gastgeber";

/// What the page is made of.
struct Shown {
    detail: Detail,
    meeting: Meeting,
    hosts: Vec<Member>,
    returned: Returned,
}

/// The form.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// The form, with what came back. A meeting that is over has none.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    let viewer = viewer(&cx)?;
    let id = |index| Id::parse(cx.param(index)).ok_or(PageError::NotFound);
    let (request, meeting) = (id(0)?, id(1)?);
    let backend = &cx.app.backend;
    let detail = requests::detail(backend, cx.site()?, &viewer, &request).await?;
    let meetings = meetings::of_request(backend, &viewer, &request).await?;
    let found = meetings.into_iter().find(|found| found.id == meeting);
    let meeting = found.ok_or(PageError::NotFound)?;
    if !can_change(&cx, &meeting) {
        return see_other(back(&cx, &request, &meeting.id));
    }
    let hosts = hosts(&cx, &viewer.site).await?;
    let title = returned.titled(&cx, cx.t(text::REARRANGE));
    let status = returned.status;
    let shown = Shown { detail, meeting, hosts, returned };
    Page::new(title, move || view(&cx, &shown)).status(status).ok()
}

/// Whether place and host can still be changed.
pub fn can_change(cx: &Context, meeting: &Meeting) -> bool {
    let begun = meeting.slot.is_some_and(|slot| slot.start() <= cx.now);
    meeting.state.is_open() && !begun
}

/// The address of the meeting on the page of its request.
pub fn back(cx: &Context, request: &Id, meeting: &Id) -> String {
    cx.href(&format!("/anfragen/{request}#treffen-{meeting}"))
}

/// Everybody who can host a meeting, by name.
async fn hosts(cx: &Context, site: &str) -> Result<Vec<Member>, PageError> {
    let mut conn = cx.app.backend.db.read().await?;
    let mut hosts = staff::all(&mut conn, site).await?;
    hosts.retain(|member| member.active && member.sees_requests(site));
    Ok(hosts)
}

fn view(cx: &Context, shown: &Shown) -> AnyView {
    let Shown { detail, meeting, returned, .. } = shown;
    let request = format!("/anfragen/{}", detail.request.id);
    let what = format!("{} {}", text::kind(meeting.kind), text::place(meeting.place));
    let when: Vec<String> = match meeting.slot {
        Some(slot) => vec![text::slot(slot)],
        None => meeting.offered.iter().map(|slot| text::slot(*slot)).collect(),
    };
    view! {
        {trail(cx, &[(cx.t(desk::INBOX), "/anfragen"), (detail.request.title(), &request)])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::REARRANGE)}</h1>
                <p>{format!("{what}: {}", when.join("; "))}</p>
            </div>
        </div>
        {error_summary(cx, &returned.problems)}
        <div class="desk-box desk-narrow">{form(cx, shown, &returned.problems)}</div>
    }
    .into_any()
}

fn form(cx: &Context, shown: &Shown, problems: &[Problem]) -> AnyView {
    let Shown { detail, meeting, hosts, .. } = shown;
    let action = format!("/anfragen/{}/treffen/{}/aendern", detail.request.id, meeting.id);
    // What was typed about an earlier version gives way to what is the case now.
    let is_typed = cx.form.get("version") == meeting.version.to_string();
    let typed = |name: &str, now: &str| {
        if is_typed { cx.form.get(name).to_owned() } else { now.to_owned() }
    };
    let places: Vec<Choice> =
        MeetingPlace::ALL.iter().map(|p| Choice::new(p.code(), text::place(*p))).collect();
    let mut people: Vec<Choice> =
        hosts.iter().map(|host| Choice::new(host.id.as_str(), host.name.clone())).collect();
    if !hosts.iter().any(|host| host.id == meeting.adviser) {
        // The present host no longer works here: somebody else has to be chosen.
        people.insert(0, Choice::new("", cx.t(crate::text::form::PLEASE_CHOOSE)));
    }
    let (place, host) = (typed(PLACE, meeting.place.code()), typed(HOST, meeting.adviser.as_str()));
    let note = typed(NOTE, meeting.place_note.as_deref().unwrap_or_default());
    let select = |id: &'static str, label, value: &str, choices: &[Choice]| {
        // Only a menu that begins with no answer can be left without one.
        let required = choices.first().is_some_and(|choice| choice.value.is_empty());
        let field = SelectField { id, name: id, label, help: None, value, choices, required };
        select_field(field, problems)
    };
    let elsewhere = TextField {
        name: NOTE,
        label: cx.t(text::ELSEWHERE),
        value: &note,
        ..TextField::default()
    };
    view! {
        <form method="post" action=cx.href(&action) novalidate=true class="desk-fields">
            {hidden("version", &meeting.version.to_string())}
            {select(PLACE, cx.t(text::WHERE), &place, &places)} {text_field(elsewhere, problems)}
            {select(HOST, cx.t(text::HOST), &host, &people)}
            <p class="small muted">{cx.t(text::REARRANGE_NOTE)}</p>
            <button class="button">{cx.t(text::REARRANGE_SEND)}</button>
        </form>
    }
    .into_any()
}
