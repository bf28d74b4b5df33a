//! `/mitarbeit/team/plaetze`: the desks of the site's file, and who sits there.

use super::tabs;
use crate::context::{Context, Cx, Outcome, Page};
use crate::pages::staff::{Returned, admit, empty};
use crate::text::{Msg, form as form_text, team as text};
use crate::ui::form::{
    Choice, Problem, SelectField, TextField, error_summary, select_field, text_field,
};
use crate::ui::{icon, notice};
use backend::staff::{Assignment, Roster};
use domain::Lang;
use domain::content::{Desk, Site};
use leptos::prelude::*;

/// Name of the field for the desk, also in the address.
pub const DESK: &str = "platz";
/// Name of the field for the person.
pub const PERSON: &str = "person";
/// Name of the field that says whether somebody sits there or stands in.
pub const AS: &str = "wie";
/// The value that says somebody stands in.
pub const SUBSTITUTE: &str = "vertretung";
/// Name of the field for the first day.
pub const FROM: &str = "von";
/// Name of the field for the last day.
pub const UNTIL: &str = "bis";

/// What was just done.
const DID: [(&str, Msg); 3] = [
    ("eingetragen", text::DID_ASSIGN),
    ("beendet", text::DID_END),
    ("ausgetragen", text::DID_REMOVE),
];

/// The desks.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// The desks, with the form that came back.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    let me = admit(&cx)?;
    let mut conn = cx.app.backend.db.read().await?;
    let roster = Roster::load(&mut conn, me.site_id(), cx.today).await?;
    drop(conn);
    let (title, status) = (returned.titled(&cx, cx.t(text::SEATS)), returned.status);
    let view =
        move || cx.site().ok().map(|site| view(&cx, site, &roster, &returned.problems)).into_any();
    Page::new(title, view).status(status).ok()
}

fn view(cx: &Context, site: &Site, roster: &Roster, problems: &[Problem]) -> AnyView {
    let content = if site.desks.is_empty() {
        empty(cx, text::SEATS_NONE, text::SEATS_NONE_HINT, None)
    } else {
        let desks = site.desks.iter().map(|desk| desk_box(cx, site, roster, desk)).collect_view();
        view! {
            <div class="desk-cards">{desks}</div>
            {gone(cx, site, roster)}
            {assign(cx, site, roster, problems)}
        }
        .into_any()
    };
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::SEATS)}</h1>
                <p class="lead">{cx.t(text::SEATS_LEAD)}</p>
            </div>
        </div>
        {error_summary(cx, problems)}
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        {tabs(cx)}
        {content}
    }
    .into_any()
}

/// What belongs to a desk, in words.
pub fn scope(cx: &Context, site: &Site, desk: &Desk) -> String {
    let districts = desk.districts.iter().map(|id| site.district(id, Lang::De));
    let sectors = desk.sectors.iter().map(|id| site.sector(id, Lang::De));
    let all: Vec<String> = districts.chain(sectors).collect();
    if all.is_empty() { cx.t(text::EVERYTHING).to_owned() } else { all.join(", ") }
}

fn desk_box(cx: &Context, site: &Site, roster: &Roster, desk: &Desk) -> AnyView {
    let seats: Vec<&Assignment> = roster.seats.iter().filter(|seat| seat.desk == desk.id).collect();
    let state = if !roster.on_duty(&desk.id, cx.today).is_empty() {
        None
    } else if seats.iter().any(|seat| seat.covers(cx.today) && roster.takes_requests(&seat.staff)) {
        Some(text::NOBODY_HERE)
    } else {
        Some(text::VACANT)
    };
    let state = state.map(|word| {
        view! {
            <p class="row gap-2">
                <span class="plate error">{icon::warning()} " " {cx.t(word)}</span>
                <span class="small">{cx.t(text::POOL_NOTE)}</span>
            </p>
        }
    });
    let entries: Vec<AnyView> = seats.into_iter().map(|seat| entry(cx, roster, seat)).collect();
    let list = (!entries.is_empty()).then(|| {
        view! {
            <ul role="list" class="desk-list">
                {entries}
            </ul>
        }
    });
    let title = format!("desk-{}", desk.id);
    let label = title.clone();
    let assign = cx.href(&format!("/team/plaetze?{DESK}={}#assign", desk.id));
    let name = format!(": {}", desk.name);
    view! {
        <section class="desk-box" aria-labelledby=label>
            <h2 class="size-1" id=title>
                {desk.name.clone()}
            </h2>
            <p class="small muted">{scope(cx, site, desk)}</p>
            {state}
            {list}
            <p>
                <a href=assign>
                    {cx.t(text::ASSIGN)} <span class="visually-hidden">{name}</span>
                </a>
            </p>
        </section>
    }
    .into_any()
}

fn entry(cx: &Context, roster: &Roster, seat: &Assignment) -> AnyView {
    let name = roster.member(&seat.staff).map_or_else(String::new, |member| member.name.clone());
    let kind = if seat.substitute { text::AS_SUBSTITUTE } else { text::AS_REGULAR };
    let days = text::seated(seat.from, seat.until, cx.today);
    let remark = if !roster.takes_requests(&seat.staff) {
        Some(text::NOT_WORKING)
    } else if roster.is_away(&seat.staff, cx.today) {
        Some(text::AWAY_TODAY)
    } else {
        None
    };
    let change = cx.href(&format!("/team/plaetze/{}", seat.id));
    let whose = format!(": {name}");
    view! {
        <li>
            <div>
                <b>{name}</b>
                <span class="small muted">{format!("{}, {days}", cx.t(kind))}</span>
                {remark.map(|remark| view! { <span class="plate">{cx.t(remark)}</span> })}
            </div>
            <a href=change>
                {cx.t(text::CHANGE)} <span class="visually-hidden">{whose}</span>
            </a>
        </li>
    }
    .into_any()
}

/// Seats at desks that the file no longer names.
fn gone(cx: &Context, site: &Site, roster: &Roster) -> Option<AnyView> {
    let known = |seat: &&Assignment| !site.desks.iter().any(|desk| desk.id == seat.desk);
    let entries: Vec<AnyView> =
        roster.seats.iter().filter(known).map(|seat| entry(cx, roster, seat)).collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="desk-box mt-5" aria-labelledby="gone">
                <h2 class="size-1" id="gone">
                    {cx.t(text::GONE_SEAT)}
                </h2>
                <p class="small muted">{cx.t(text::GONE_SEAT_HINT)}</p>
                <ul role="list" class="desk-list">
                    {entries}
                </ul>
            </section>
        }
        .into_any()
    })
}

fn assign(cx: &Context, site: &Site, roster: &Roster, problems: &[Problem]) -> AnyView {
    // What came back, else what the link on a desk asked for.
    let given = |name: &str| match cx.form.get(name) {
        "" => cx.query.get(name).to_owned(),
        typed => typed.to_owned(),
    };
    let please = || Choice::new("", cx.t(form_text::PLEASE_CHOOSE));
    let mut desks = vec![please()];
    desks.extend(site.desks.iter().map(|desk| Choice::new(desk.id.as_str(), desk.name.as_str())));
    let mut people = vec![please()];
    let able = roster.members.iter().filter(|member| roster.takes_requests(&member.id));
    people.extend(able.map(|member| Choice::new(member.id.as_str(), member.name.as_str())));
    let ways = [
        Choice::new("fest", cx.t(text::AS_REGULAR)),
        Choice::new(SUBSTITUTE, cx.t(text::AS_SUBSTITUTE)),
    ];
    let select = |id, label: Msg, choices: &[Choice], required| {
        let (value, label, help) = (given(id), cx.t(label), None);
        let field = SelectField { id, name: id, label, help, value: &value, choices, required };
        select_field(field, problems)
    };
    let today = cx.today.to_string();
    let day = |name, label: Msg, value, required| {
        let (kind, label) = ("date", cx.t(label));
        let field = TextField { name, label, value, kind, required, ..TextField::default() };
        text_field(field, problems)
    };
    let from = if cx.form.is_empty() { today.as_str() } else { cx.form.get(FROM) };
    view! {
        <section class="desk-box mt-5" aria-labelledby="assign">
            <h2 class="size-1" id="assign">
                {cx.t(text::ASSIGN)}
            </h2>
            <p class="small muted">{cx.t(text::PERSON_HELP)}</p>
            <form
                method="post"
                action=cx.href("/team/plaetze")
                novalidate=true
                class="desk-fields"
            >
                <div class="two">
                    {select(DESK, text::SEAT, &desks, true)}
                    {select(PERSON, text::PERSON, &people, true)}
                </div>
                {select(AS, text::AS, &ways, false)}
                <div class="two">
                    {day(FROM, text::FROM, from, true)}
                    {day(UNTIL, text::UNTIL, cx.form.get(UNTIL), false)}
                </div>
                <button class="button outline small">{cx.t(text::ENTER)}</button>
            </form>
        </section>
    }
    .into_any()
}
