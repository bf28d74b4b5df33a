//! Below the inbox: what happens in the room today, and by which rule something comes to whoever
//! looks.

use crate::context::Context;
use crate::text::{desk as text, format, meeting_desk};
use backend::BackendError;
use backend::meetings::{self, CalendarEntry};
use backend::requests::Viewer;
use backend::staff::{self, Assignment};
use domain::Lang;
use domain::content::Site;
use domain::meeting::{MeetingPlace, MeetingState};
use leptos::prelude::*;

/// Both boxes.
pub struct Aside {
    today: Vec<CalendarEntry>,
    seats: Vec<Assignment>,
}

impl Aside {
    /// Loads them for the person who looks.
    pub async fn load(cx: &Context, viewer: &Viewer) -> Result<Aside, BackendError> {
        let backend = &cx.app.backend;
        let mut today = meetings::calendar(backend, viewer, (cx.today, cx.today)).await?;
        today.retain(|entry| {
            entry.slot.day() == cx.today
                && entry.place == MeetingPlace::Room
                && entry.state == MeetingState::Booked
        });
        let mut conn = backend.db.read().await?;
        let mut seats = staff::assignments(&mut conn, &viewer.site, cx.today).await?;
        seats.retain(|seat| seat.staff == viewer.staff && seat.from <= cx.today);
        Ok(Aside { today, seats })
    }

    /// As they stand below the list.
    pub fn view(&self, cx: &Context, site: &Site) -> AnyView {
        view! {
            <div class="desk-two">
                <section class="desk-box">
                    <h2 class="size-1">{cx.t(text::TODAY)}</h2>
                    {self.day(cx)}
                    <p>
                        <a href=cx.href("/kalender")>{cx.t(text::TO_CALENDAR)}</a>
                    </p>
                </section>
                <section class="desk-box">
                    <h2 class="size-1">{cx.t(text::RULES)}</h2>
                    {self.rules(cx, site)}
                    <p class="small muted">{cx.t(text::RULES_REST)}</p>
                </section>
            </div>
        }
        .into_any()
    }

    fn day(&self, cx: &Context) -> AnyView {
        if self.today.is_empty() {
            return view! { <p class="muted">{cx.t(text::TODAY_EMPTY)}</p> }.into_any();
        }
        let entries = self
            .today
            .iter()
            .map(|entry| {
                let who = entry.firm.clone().unwrap_or_else(|| entry.reference.to_string());
                let provider =
                    entry.provider.as_deref().and_then(|id| cx.content.providers.get(id));
                let with =
                    provider.map(|p| format!(" und {}", p.text.de.title)).unwrap_or_default();
                let what = meeting_desk::kind(entry.kind);
                let at = format::clock(entry.slot.start().berlin().time());
                view! {
                    <li>
                        <b>{at}</b>
                        <span>{format!("{what}: {who}{with}. {}", entry.adviser_name)}</span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <ol role="list" class="desk-today">
                {entries}
            </ol>
        }
        .into_any()
    }

    fn rules(&self, cx: &Context, site: &Site) -> AnyView {
        let seats: Vec<AnyView> = self
            .seats
            .iter()
            .filter_map(|seat| {
                let desk = site.desks.iter().find(|desk| desk.id == seat.desk)?;
                let sectors = desk.sectors.iter().map(|id| site.sector(id, Lang::De));
                let districts = desk.districts.iter().map(|id| site.district(id, Lang::De));
                let places: Vec<String> = districts.chain(sectors).collect();
                let instead = seat.substitute.then(|| format!(", {}", cx.t(text::SUBSTITUTE)));
                Some(
                    view! {
                        <li>
                            {places.join(", ")}
                            {instead}
                        </li>
                    }
                    .into_any(),
                )
            })
            .collect();
        if seats.is_empty() {
            return view! { <p>{cx.t(text::RULES_POOL)}</p> }.into_any();
        }
        view! { <ul class="desk-seats">{seats}</ul> }.into_any()
    }
}
