//! `/mitarbeit/anfragen/{id}/termine`: proposing times at which room and adviser are free.

use super::{viewer, week_of};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{desk, format, meeting_desk as text};
use crate::ui::crumbs::trail;
use crate::ui::form::{Choice, Problem, SelectField, TextField, error_summary, hidden};
use crate::ui::form::{select_field, text_field};
use crate::ui::icon;
use axum::http::StatusCode;
use backend::Id;
use backend::meetings::free_starts_for;
use backend::requests::{self, Detail};
use domain::Lang;
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
    /// First day shown.
    pub monday: Date,
}

impl Wish {
    /// Reads the choice from a query or a form; anything unreadable becomes the usual.
    pub fn read(fields: &crate::context::Fields, detail: &Detail, today: Date) -> Wish {
        let usual = detail.providers.iter().find(|p| !p.released.is_empty() || p.wished);
        let provider = match fields.get("anbieter") {
            "" => usual.map_or("", |p| p.provider.as_str()),
            "keiner" => "",
            id => id,
        };
        let monday = fields.get("woche").parse().ok().filter(|day| weeks(today).contains(day));
        Wish {
            place: MeetingPlace::parse(fields.get("ort")).unwrap_or(MeetingPlace::Room),
            minutes: fields
                .get("dauer")
                .parse()
                .ok()
                .filter(|m| DURATIONS.contains(m))
                .unwrap_or(45),
            provider: provider.to_owned(),
            monday: monday.unwrap_or_else(|| week_of(today)),
        }
    }
}

fn weeks(today: Date) -> Vec<Date> {
    let first = week_of(today);
    (0..WEEKS).map(|n| first.saturating_add(jiff::Span::new().weeks(n))).collect()
}

/// The form.
pub async fn page(cx: Cx) -> Outcome {
    let detail = load(&cx).await?;
    let mut wish = Wish::read(&cx.query, &detail, cx.today);
    if cx.query.get("woche").is_empty() {
        wish.monday = first_free_week(&cx, &detail, &wish).await?;
    }
    answer(cx, detail, wish, Vec::new(), StatusCode::OK).await
}

/// The first week with a free time, so that nobody starts at an empty list.
async fn first_free_week(cx: &Context, detail: &Detail, wish: &Wish) -> Result<Date, PageError> {
    let host = host(cx, detail)?;
    let last = wish.monday.saturating_add(jiff::Span::new().days(7 * WEEKS - 1));
    let (backend, days) = (&cx.app.backend, (wish.monday, last));
    let free = free_starts_for(backend, cx.site()?, wish.place, &host, days, wish.minutes).await?;
    Ok(free.first().map_or(wish.monday, |slot| week_of(slot.day())))
}

/// Who will host the meeting: whoever looks after the request, else whoever looks at it.
fn host(cx: &Context, detail: &Detail) -> Result<Id, PageError> {
    Ok(match &detail.request.assigned {
        Some(assigned) => assigned.clone(),
        None => viewer(cx)?.staff,
    })
}

/// The request the times are for.
pub async fn load(cx: &Context) -> Result<Detail, PageError> {
    let viewer = viewer(cx)?;
    let id = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    Ok(requests::detail(&cx.app.backend, cx.site()?, &viewer, &id).await?)
}

/// The form as it is now, with what was wrong.
pub async fn answer(
    cx: Cx,
    detail: Detail,
    wish: Wish,
    problems: Vec<Problem>,
    status: StatusCode,
) -> Outcome {
    let host = host(&cx, &detail)?;
    let last = wish.monday.saturating_add(jiff::Span::new().days(6));
    let days = (wish.monday, last);
    let backend = &cx.app.backend;
    let free = free_starts_for(backend, cx.site()?, wish.place, &host, days, wish.minutes).await?;
    let title = format!("{}: {}", cx.t(text::PROPOSE), detail.request.title());
    let view = move || view(&cx, &detail, &wish, &free, &problems);
    Page::new(title, view).status(status).ok()
}

fn view(
    cx: &Context,
    detail: &Detail,
    wish: &Wish,
    free: &[Slot],
    problems: &[Problem],
) -> AnyView {
    let back = format!("/anfragen/{}", detail.request.id);
    view! {
        {trail(cx, &[(cx.t(desk::INBOX), "/anfragen"), (detail.request.title(), &back)])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::PROPOSE)}</h1>
                <p>{cx.t(text::PROPOSE_HINT)}</p>
            </div>
        </div>
        {error_summary(cx, problems)}
        {frame(cx, detail, wish)}
        {times(cx, detail, wish, free)}
    }
    .into_any()
}

/// Place, duration, provider and week: a GET form that shows the free times.
fn frame(cx: &Context, detail: &Detail, wish: &Wish) -> AnyView {
    let action = cx.href(&format!("/anfragen/{}/termine", detail.request.id));
    let places: Vec<Choice> =
        MeetingPlace::ALL.iter().map(|p| Choice::new(p.code(), text::place(*p))).collect();
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
    view! {
        <form action=action class="slot-frame">
            <div class="two field-block">
                {select("ort", cx.t(text::WHERE), wish.place.code(), &places)}
                {select("dauer", cx.t(text::HOW_LONG), &minutes, &durations)}
            </div>
            <div class="two field-block">
                {select("anbieter", cx.t(text::WITH), provider, &providers)}
                {select("woche", cx.t(text::WEEK), &monday, &weeks)}
            </div>
            <button class="button outline small mt-4">{cx.t(text::SHOW)}</button>
        </form>
    }
    .into_any()
}

fn times(cx: &Context, detail: &Detail, wish: &Wish, free: &[Slot]) -> AnyView {
    let action = cx.href(&format!("/anfragen/{}/termine", detail.request.id));
    let days = (0..7)
        .map(|n| wish.monday.saturating_add(jiff::Span::new().days(n)))
        .filter(|day| *day >= cx.today)
        .map(|day| day_row(cx, day, free))
        .collect_view();
    let note = TextField {
        name: "anderswo",
        label: cx.t(text::ELSEWHERE),
        value: cx.form.get("anderswo"),
        ..TextField::default()
    };
    view! {
        <form method="post" action=action>
            {hidden("version", &detail.request.version.to_string())}
            {hidden("ort", wish.place.code())} {hidden("dauer", &wish.minutes.to_string())}
            {hidden("anbieter", if wish.provider.is_empty() { "keiner" } else { &wish.provider })}
            {hidden("woche", &wish.monday.to_string())} <fieldset class="field-group">
                <legend>{cx.t(text::WHEN)}</legend>
                <p class="help">{cx.t(text::WHEN_HELP)}</p>
                <div class="slot-picker" id="zeit">
                    {days}
                </div>
            </fieldset> {text_field(note, &[])} <label class="check-row mt-4">
                <input type="checkbox" name="vereinbart" value="ja" />
                <span>{cx.t(text::AGREED)}</span>
            </label> <div class="desk-send">
                <p class="small muted">{cx.t(text::SEND_NOTE)}</p>
                <button class="button signal">{cx.t(text::SEND)} " " {icon::arrow()}</button>
            </div>
        </form>
    }
    .into_any()
}

fn day_row(cx: &Context, day: Date, free: &[Slot]) -> AnyView {
    let label = format::weekday_date(Lang::De, day);
    let starts: Vec<Slot> = free.iter().copied().filter(|slot| slot.day() == day).collect();
    if starts.is_empty() {
        return view! {
            <div class="slot-day">
                <h2>{label}</h2>
                <p class="slot-none">{cx.t(text::NO_TIMES)}</p>
            </div>
        }
        .into_any();
    }
    let chosen = cx.form.all("zeit");
    let times = starts
        .into_iter()
        .map(|slot| {
            let value = slot.start().0.to_string();
            let checked = chosen.contains(&value.as_str());
            view! {
                <label class="slot-time">
                    <input type="checkbox" name="zeit" value=value checked=checked />
                    <span>
                        {format::clock(slot.start().berlin().time())}
                        <span class="visually-hidden">{format!(" Uhr, {label}")}</span>
                    </span>
                </label>
            }
        })
        .collect_view();
    let heading = label.clone();
    view! {
        <div class="slot-day" role="group" aria-label=label>
            <h2>{heading}</h2>
            <div class="slot-times">{times}</div>
        </div>
    }
    .into_any()
}
