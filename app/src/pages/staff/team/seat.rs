//! `/mitarbeit/team/plaetze/{seat}`: somebody at a desk: the last day, or taking it back.

use super::seats::scope;
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::pages::staff::{Returned, admit};
use crate::text::{desk, team as text};
use crate::ui::crumbs::trail;
use crate::ui::form::{Problem, TextField, error_summary, hidden, text_field};
use backend::Id;
use backend::staff::{Assignment, Roster};
use domain::content::Site;
use leptos::prelude::*;

/// Name of the field for the last day.
pub const LAST: &str = "bis";
/// Name of the hidden field for the last day as it was read.
pub const BEFORE: &str = "bisher";

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// The page, with the form that came back.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    let me = admit(&cx)?;
    let id = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let mut conn = cx.app.backend.db.read().await?;
    let roster = Roster::load(&mut conn, me.site_id(), cx.today).await?;
    drop(conn);
    let seat = roster.seats.iter().find(|seat| seat.id == id).cloned();
    let seat = seat.ok_or(PageError::NotFound)?;
    let name = roster.member(&seat.staff).map_or_else(String::new, |member| member.name.clone());
    let (title, status) = (returned.titled(&cx, &name), returned.status);
    let view =
        move || cx.site().ok().map(|site| view(&cx, site, &seat, &name, &returned)).into_any();
    Page::new(title, view).status(status).ok()
}

fn view(cx: &Context, site: &Site, seat: &Assignment, name: &str, returned: &Returned) -> AnyView {
    let problems = &returned.problems;
    let desk = site.desks.iter().find(|desk| desk.id == seat.desk);
    let at = desk.map_or_else(|| seat.desk.clone(), |desk| desk.name.clone());
    let kind = if seat.substitute { text::AS_SUBSTITUTE } else { text::AS_REGULAR };
    let days = text::seated(seat.from, seat.until, cx.today);
    let remove = (seat.from >= cx.today).then(|| remove(cx, seat));
    view! {
        {trail(cx, &[(cx.t(desk::TEAM), "/team"), (cx.t(text::SEATS), "/team/plaetze")])}
        <div class="desk-head">
            <div>
                <h1>{format!("{name}: {at}")}</h1>
                <p>{format!("{}, {days}", cx.t(kind))}</p>
                {desk.map(|desk| view! { <p class="small muted">{scope(cx, site, desk)}</p> })}
            </div>
        </div>
        {error_summary(cx, problems)}
        <div class="desk-form stack gap-5">{end(cx, seat, returned)} {remove}</div>
    }
    .into_any()
}

fn end(cx: &Context, seat: &Assignment, returned: &Returned) -> AnyView {
    let problems: &[Problem] = &returned.problems;
    let until = seat.until.map(|day| day.to_string()).unwrap_or_default();
    // Most come to say that today is the last day.
    let usual = if until.is_empty() { seat.from.max(cx.today).to_string() } else { until.clone() };
    let came_back = !problems.is_empty() && !returned.is_conflict();
    let last = TextField {
        name: LAST,
        label: cx.t(text::LAST_DAY),
        kind: "date",
        value: if came_back { cx.form.get(LAST) } else { &usual },
        required: true,
        ..TextField::default()
    };
    let action = cx.href(&format!("/team/plaetze/{}/beenden", seat.id));
    view! {
        <section class="desk-box" aria-labelledby="end">
            <h2 class="size-1" id="end">
                {cx.t(text::SEAT_END)}
            </h2>
            <form method="post" action=action novalidate=true class="desk-fields">
                {hidden(BEFORE, &until)} {text_field(last, problems)}
                <button class="button outline small">{cx.t(text::SEAT_END_SAVE)}</button>
            </form>
        </section>
    }
    .into_any()
}

fn remove(cx: &Context, seat: &Assignment) -> AnyView {
    let action = cx.href(&format!("/team/plaetze/{}/austragen", seat.id));
    view! {
        <section class="desk-box" aria-labelledby="remove">
            <h2 class="size-1" id="remove">
                {cx.t(text::SEAT_REMOVE)}
            </h2>
            <p class="small muted">{cx.t(text::SEAT_REMOVE_NOTE)}</p>
            <form method="post" action=action>
                <button class="button outline small">{cx.t(text::SEAT_REMOVE)}</button>
            </form>
        </section>
    }
    .into_any()
}
