//! `/mitarbeit/anfragen/{id}/termine`: proposing times at which room and adviser are free, for a new
//! meeting or anew for one that is there (`?treffen=`).

mod times;
mod together;
mod wished;

pub use together::name_of;
pub use wished::said;

use super::rearrange::can_change;
use super::request_similar::WITH;
use super::{viewer, week_of};
use crate::context::{Context, Cx, Fields, Outcome, Page, PageError};
use crate::text::{desk, joint_desk as joint, meeting_desk as text};
use crate::ui::crumbs::trail;
use crate::ui::form::{Choice, Problem, SelectField, error_summary, hidden, select_field};
use axum::http::StatusCode;
use backend::Id;
use backend::meetings::{self, MOST_FIRMS, Meeting, free_starts_anew, free_starts_for};
use backend::requests::{self, Detail};
use domain::meeting::{MeetingPlace, Slot};
use jiff::civil::Date;
use leptos::prelude::*;

/// How many weeks ahead can be chosen.
const WEEKS: i32 = 6;

/// Durations on offer, in minutes.
const DURATIONS: [u16; 4] = [45, 30, 60, 90];

/// What was chosen before times are shown.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Where.
    pub place: MeetingPlace,
    /// How long.
    pub minutes: u16,
    /// With which provider; empty is advice.
    pub provider: String,
    /// The requests of the other firms, in a joint meeting.
    pub others: Vec<Id>,
    /// First day shown.
    pub monday: Date,
    /// The meeting that is offered anew: its place, duration, provider and host stay.
    pub anew: Option<Meeting>,
}

/// What the page is about.
pub struct Loaded {
    /// The request.
    pub detail: Detail,
    /// Its meetings, newest first.
    pub meetings: Vec<Meeting>,
    /// What the other firms of a joint meeting are called.
    pub names: Vec<(Id, String)>,
}

impl Wish {
    /// Reads the choice from a query or a form; anything unreadable becomes the usual.
    pub fn read(fields: &Fields, loaded: &Loaded, cx: &Context) -> Wish {
        let wanted = fields.get("treffen");
        let anew = loaded
            .meetings
            .iter()
            .find(|meeting| meeting.id.as_str() == wanted && can_change(cx, meeting))
            .cloned();
        let usual = loaded.detail.providers.iter().find(|p| !p.released.is_empty() || p.wished);
        let provider = match fields.get("anbieter") {
            "" => usual.map_or("", |p| p.provider.as_str()),
            "keiner" => "",
            id => id,
        };
        let others = others(fields);
        // A joint meeting is for the firms, and at none of theirs.
        let provider = if others.is_empty() { provider } else { "" };
        let place = MeetingPlace::parse(fields.get("ort")).unwrap_or(MeetingPlace::Room);
        let minutes = fields.get("dauer").parse().ok().filter(|m| DURATIONS.contains(m));
        let week = fields.get("woche").parse().ok().filter(|day| weeks(cx.today).contains(day));
        Wish {
            place: anew.as_ref().map_or(place, |meeting| meeting.place),
            minutes: anew.as_ref().map_or(minutes.unwrap_or(45), |meeting| meeting.minutes),
            provider: provider.to_owned(),
            others,
            monday: week.unwrap_or_else(|| week_of(cx.today)),
            anew,
        }
    }
}

/// The requests that a query or a form names beside the own.
fn others(fields: &Fields) -> Vec<Id> {
    fields.all(WITH).into_iter().filter_map(Id::parse).take(MOST_FIRMS).collect()
}

fn weeks(today: Date) -> Vec<Date> {
    let first = week_of(today);
    (0..WEEKS).map(|n| first.saturating_add(jiff::Span::new().weeks(n))).collect()
}

/// The form.
pub async fn page(cx: Cx) -> Outcome {
    let loaded = load(&cx).await?;
    let mut wish = Wish::read(&cx.query, &loaded, &cx);
    if cx.query.get("woche").is_empty() {
        wish.monday = first_week(&cx, &loaded, &wish).await?;
    }
    answer(cx, loaded, wish, Vec::new(), StatusCode::OK).await
}

/// The first week with a free time that somebody wished for, else with any free time, so that nobody
/// starts at an empty list.
async fn first_week(cx: &Context, loaded: &Loaded, wish: &Wish) -> Result<Date, PageError> {
    let last = wish.monday.saturating_add(jiff::Span::new().days(7 * WEEKS - 1));
    let free = free(cx, &loaded.detail, wish, (wish.monday, last)).await?;
    let wished = free.iter().find(|slot| wished::fits(&loaded.meetings, **slot));
    Ok(wished.or(free.first()).map_or(wish.monday, |slot| week_of(slot.day())))
}

/// Free times on these days.
async fn free(
    cx: &Context,
    detail: &Detail,
    wish: &Wish,
    days: (Date, Date),
) -> Result<Vec<Slot>, PageError> {
    let (backend, site) = (&cx.app.backend, cx.site()?);
    if let Some(meeting) = &wish.anew {
        return Ok(free_starts_anew(backend, site, meeting, days).await?);
    }
    let host = host(cx, detail)?;
    Ok(free_starts_for(backend, site, wish.place, &host, days, wish.minutes).await?)
}

/// Who will host the meeting: whoever looks after the request, else whoever looks at it.
fn host(cx: &Context, detail: &Detail) -> Result<Id, PageError> {
    Ok(match &detail.request.assigned {
        Some(assigned) => assigned.clone(),
        None => viewer(cx)?.staff,
    })
}

/// The request the times are for.
pub async fn load(cx: &Context) -> Result<Loaded, PageError> {
    let viewer = viewer(cx)?;
    let id = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let backend = &cx.app.backend;
    let detail = requests::detail(backend, cx.site()?, &viewer, &id).await?;
    let meetings = meetings::of_request(backend, &viewer, &id).await?;
    let fields = if cx.form.is_empty() { &cx.query } else { &cx.form };
    let mut conn = backend.db.read().await?;
    let names = requests::titles(&mut conn, &viewer, &others(fields), cx.today).await?;
    Ok(Loaded { detail, meetings, names })
}

/// The form as it is now, with what was wrong.
pub async fn answer(
    cx: Cx,
    loaded: Loaded,
    wish: Wish,
    problems: Vec<Problem>,
    status: StatusCode,
) -> Outcome {
    let last = wish.monday.saturating_add(jiff::Span::new().days(6));
    let free = free(&cx, &loaded.detail, &wish, (wish.monday, last)).await?;
    let heading = if wish.anew.is_some() { text::OFFER_ANEW } else { text::PROPOSE };
    let title = format!("{}: {}", cx.t(heading), loaded.detail.request.title());
    let view = move || view(&cx, &loaded, &wish, &free, &problems);
    Page::new(title, view).status(status).ok()
}

fn view(
    cx: &Context,
    loaded: &Loaded,
    wish: &Wish,
    free: &[Slot],
    problems: &[Problem],
) -> AnyView {
    let detail = &loaded.detail;
    let back = format!("/anfragen/{}", detail.request.id);
    let (heading, hint) = match &wish.anew {
        Some(meeting) => (text::OFFER_ANEW, text::anew(meeting.kind, meeting.place)),
        None if !wish.others.is_empty() => (joint::TOGETHER, cx.t(joint::TOGETHER_HINT).to_owned()),
        None => (text::PROPOSE, cx.t(text::PROPOSE_HINT).to_owned()),
    };
    view! {
        {trail(cx, &[(cx.t(desk::INBOX), "/anfragen"), (detail.request.title(), &back)])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(heading)}</h1>
                <p>{hint}</p>
            </div>
        </div>
        {error_summary(cx, problems)}
        {wished::section(cx, &loaded.meetings)}
        {frame(cx, loaded, wish)}
        {times::times(cx, loaded, wish, free)}
    }
    .into_any()
}

/// Place, duration, provider and week: a GET form that shows the free times.
fn frame(cx: &Context, loaded: &Loaded, wish: &Wish) -> AnyView {
    let detail = &loaded.detail;
    let joint = !wish.others.is_empty();
    let action = cx.href(&format!("/anfragen/{}/termine", detail.request.id));
    let places: Vec<Choice> = MeetingPlace::ALL
        .iter()
        .filter(|place| !(joint && **place == MeetingPlace::Firm))
        .map(|p| Choice::new(p.code(), text::place(*p)))
        .collect();
    let durations: Vec<Choice> =
        DURATIONS.iter().map(|m| Choice::new(m.to_string(), text::minutes(*m))).collect();
    let mut providers = vec![Choice::new("keiner", cx.t(text::WITH_NOBODY))];
    providers.extend(detail.providers.iter().map(|p| {
        let name = cx.content.providers.get(p.provider.as_str());
        let name = name.map_or(p.provider.clone(), |known| known.text.de.title.clone());
        Choice::new(p.provider.clone(), name)
    }));
    let weeks: Vec<Choice> =
        weeks(cx.today).into_iter().map(|m| Choice::new(m.to_string(), text::week(m))).collect();
    let provider = if wish.provider.is_empty() { "keiner" } else { &wish.provider };
    let (minutes, monday) = (wish.minutes.to_string(), wish.monday.to_string());
    let select = |id: &'static str, label, value: &str, choices: &[Choice]| {
        // Something is always chosen.
        let required = false;
        let field = SelectField { id, name: id, label, help: None, value, choices, required };
        select_field(field, &[])
    };
    // What is there already keeps its place, duration and provider.
    let fixed = wish.anew.as_ref().map(|meeting| hidden("treffen", meeting.id.as_str()));
    let choice = fixed.is_none().then(|| {
        view! {
            <div class="two field-block">
                {select("ort", cx.t(text::WHERE), wish.place.code(), &places)}
                {select("dauer", cx.t(text::HOW_LONG), &minutes, &durations)}
            </div>
        }
    });
    let with = (fixed.is_none() && !joint)
        .then(|| select("anbieter", cx.t(text::WITH), provider, &providers));
    view! {
        <form action=action class="slot-frame">
            {fixed} {together::firms(cx, wish, &loaded.names)} {choice}
            <div class="two field-block">
                {with} {select("woche", cx.t(text::WEEK), &monday, &weeks)}
            </div>
            <button class="button outline small mt-4">{cx.t(text::SHOW)}</button>
        </form>
    }
    .into_any()
}
