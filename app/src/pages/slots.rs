//! `/termin/{token}`: a provider's page of one request. It sees an anonymous summary and what the
//! firm released to it, ticks times, or says no.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::pages::status::did;
use crate::text::{
    Msg, form as form_text, outcome as outcome_text, request as request_text, slots as text, status,
};
use crate::ui::form::error_summary;
use crate::ui::icon;
use crate::ui::outcome as ui_outcome;
use crate::ui::picture::{Spot, picture};
use crate::ui::slots::{self, CallOff, Returned, Sided};
use axum::http::StatusCode;
use backend::meetings::{Meeting, provider_page};
use backend::outcomes::{Question, provider_question};
use backend::requests::ProviderView;
use domain::content::Site;
use domain::meeting::{MeetingState, Party, Slot};
use leptos::prelude::*;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show_with(cx, None, None).await
}

/// What the page is made of.
struct Shown {
    provider: String,
    request: ProviderView,
    /// The meeting that matters now: one that is open, else the newest.
    meeting: Option<Meeting>,
    returned: Option<Returned>,
    /// What became of a meeting, if there is something to ask.
    question: Option<Question>,
    told: Option<ui_outcome::Returned>,
}

/// The page, with an answer to the times that came back.
pub async fn show(cx: Cx, returned: Option<Returned>) -> Outcome {
    show_with(cx, returned, None).await
}

/// The page, with an answer to the question what became of a meeting that came back.
pub async fn show_outcome(cx: Cx, told: ui_outcome::Returned) -> Outcome {
    show_with(cx, None, Some(told)).await
}

async fn show_with(
    cx: Cx,
    returned: Option<Returned>,
    told: Option<ui_outcome::Returned>,
) -> Outcome {
    let backend = &cx.app.backend;
    let found = provider_page(backend, cx.param(0)).await?.ok_or(PageError::BadLink)?;
    let question = provider_question(backend, cx.param(0)).await?;
    let mut meetings = found.meetings;
    cx.site()?;
    let open = meetings.iter().position(|meeting| meeting.state.is_live());
    let meeting = (!meetings.is_empty()).then(|| meetings.swap_remove(open.unwrap_or(0)));
    let mut title = cx.t(text::TITLE).to_owned();
    let mut status = StatusCode::OK;
    if returned.is_some() || told.is_some() {
        title = format!("{}: {title}", cx.t(form_text::ERROR_PREFIX));
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let (provider, request) = (found.provider, found.request);
    let shown = Shown { provider, request, meeting, returned, question, told };
    let body = move || cx.site().ok().map(|site| body(&cx, site, &shown)).into_any();
    Page::new(title, body).status(status).ok()
}

/// The address of the page or of one of its buttons: `action` is empty or begins with `/`.
pub fn href(cx: &Context, action: &str) -> String {
    cx.href(&format!("/termin/{}{action}", cx.param(0)))
}

/// The firm, as far as this provider may know it; `nobody` where it may not.
fn firm_name(cx: &Context, request: &ProviderView, nobody: Msg) -> String {
    request.firm.clone().or_else(|| request.person.clone()).unwrap_or(cx.t(nobody).to_owned())
}

fn body(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let other = firm_name(cx, &shown.request, text::THE_FIRM);
    let sided = shown
        .meeting
        .as_ref()
        .and_then(|meeting| Sided::new(meeting, Party::Provider, &shown.provider, other));
    let is_over = sided.as_ref().is_some_and(|sided| sided.is_over(cx.now));
    let (main, aside) = match sided {
        Some(sided) => {
            let aside = who(cx, site, shown, Some(&sided));
            (meeting(cx, site, shown, sided), aside)
        }
        None => (said(cx, text::NO_TIMES_YET, text::NO_TIMES_LEAD), who(cx, site, shown, None)),
    };
    view! {
        <div class="wrap request">
            <p class="plate mb-4">{cx.t(status::PERSONAL_LINK)}</p>
            {did(cx).map(|note| view! { <div class="mb-5">{note}</div> })}
            <div class="with-aside">
                <div>
                    {main} {(!is_over).then(|| outcome(cx, shown))}
                    {summary(cx, site, &shown.request)}
                </div>
                {aside}
            </div>
        </div>
    }
    .into_any()
}

fn said(cx: &Context, heading: Msg, lead: Msg) -> AnyView {
    view! {
        <h1>{cx.t(heading)}</h1>
        <p class="lead">{cx.t(lead)}</p>
    }
    .into_any()
}

fn meeting(cx: &Context, site: &Site, shown: &Shown, sided: Sided<'_>) -> AnyView {
    match sided.meeting.state {
        MeetingState::Proposed => proposed(cx, shown, sided),
        MeetingState::Booked => booked(cx, site, shown, &sided),
        MeetingState::Declined | MeetingState::Expired => gone(cx, shown, sided),
        MeetingState::Held if sided.is_over(cx.now) => booked(cx, site, shown, &sided),
        MeetingState::Cancelled | MeetingState::Held | MeetingState::NoShow => {
            said(cx, text::IS_OVER, text::IS_OVER_LEAD)
        }
    }
}

/// The question what became of it.
fn outcome(cx: &Context, shown: &Shown) -> Option<AnyView> {
    let question = shown.question.as_ref()?;
    let firm = firm_name(cx, &shown.request, text::WITH_A_FIRM);
    let day = question.meeting.slot.map_or(cx.today, Slot::day);
    let about = outcome_text::about(cx.lang(), Some(&firm), day);
    let (action, told) = (href(cx, "/ergebnis"), shown.told.as_ref());
    let form = ui_outcome::form(cx, question, Party::Provider, about, action, told);
    Some(view! { <div class="mt-6">{form}</div> }.into_any())
}

fn gone(cx: &Context, shown: &Shown, sided: Sided<'_>) -> AnyView {
    let returned = shown.returned.as_ref();
    let problems = returned.map_or(&[][..], |returned| &returned.problems);
    let form = slots::wishes::gone(cx, &sided.with(returned), href(cx, "/antwort"), problems);
    view! {
        {said(cx, text::NO_TIMES_YET, text::NO_TIMES_LEAD)}
        <div class="mt-5">{form}</div>
    }
    .into_any()
}

fn proposed(cx: &Context, shown: &Shown, sided: Sided<'_>) -> AnyView {
    let returned = shown.returned.as_ref();
    let sided = sided.with(returned);
    let problems = returned.map_or(&[][..], |returned| &returned.problems);
    let asked = text::asked(cx.lang(), &firm_name(cx, &shown.request, text::A_FIRM));
    let held = sided.meeting.hold_until.map(|until| text::held_until(cx.lang(), until));
    let lead = if sided.own.answered_at.is_some() { text::ANSWERED } else { text::TICK };
    view! {
        <form
            id=sided.form_id()
            method="post"
            action=href(cx, "/antwort")
            novalidate=true
        >
            {error_summary(cx, problems)} <h1>{cx.t(text::WHEN)}</h1>
            <p class="lead">{format!("{asked} {}", cx.t(lead))}</p>
            {slots::table(cx, &sided, problems)} {slots::below(cx, &sided, problems)}
            <div class="action-bar">
                <p class="small muted">{held}</p>
                <button class="button signal">
                    {cx.t(text::SEND)}
                    " "
                    {icon::arrow()}
                </button>
            </div>
        </form>
        <div class="mt-5">{call_off(cx, &sided, "/ablehnen", text::RATHER_NOT)}</div>
    }
    .into_any()
}

/// A meeting with a time. Once it is over, the question what became of it comes first.
fn booked(cx: &Context, site: &Site, shown: &Shown, sided: &Sided<'_>) -> AnyView {
    let begun = sided.meeting.slot.is_some_and(|slot| slot.start() <= cx.now);
    let is_over = sided.is_over(cx.now);
    let heading = if is_over { text::WAS } else { text::BOOKED };
    view! {
        <h1>{cx.t(heading)}</h1>
        {is_over.then(|| outcome(cx, shown))}
        <div class="sheet stack mt-5">
            {slots::facts(cx, site, sided)}
            {(!is_over).then(|| view! { <p class="small muted">{cx.t(text::CALENDAR)}</p> })}
        </div>
        <div class="mt-5">
            {(!begun).then(|| call_off(cx, sided, "/absagen", text::CALL_OFF))}
        </div>
    }
    .into_any()
}

fn call_off(cx: &Context, sided: &Sided<'_>, action: &str, summary: Msg) -> AnyView {
    let how = CallOff {
        action: href(cx, action),
        summary,
        note: text::CALL_OFF_NOTE,
        words: text::WHY,
        button: text::CALL_OFF_BUTTON,
    };
    slots::call_off(cx, sided.meeting, how)
}

/// What the request is about: without names, and with what was released to this provider.
fn summary(cx: &Context, site: &Site, request: &ProviderView) -> AnyView {
    let lang = cx.lang();
    let goals: Vec<String> = request.goals.iter().map(|id| site.goal(id, lang)).collect();
    let rows = [
        (request_text::GOAL_SHORT, (!goals.is_empty()).then(|| goals.join(", "))),
        (request_text::SECTOR, request.sector.as_ref().map(|id| site.sector(id, lang))),
        (request_text::SIZE_SHORT, request.size.map(|size| request_text::staff(lang, size))),
        (request_text::DISTRICT, request.district.as_ref().map(|id| site.district(id, lang))),
        (request_text::BUDGET_SHORT, request.budget.map(|b| request_text::budget(lang, b))),
        (request_text::MESSAGE_SHORT, request.message.clone()),
        (request_text::FIRM_SHORT, request.firm.clone()),
        (request_text::PERSON_SHORT, request.person.clone()),
        (request_text::PHONE, request.phone.clone()),
        (request_text::EMAIL, request.email.clone()),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some((label, value?)))
    .map(|(label, value)| {
        view! {
            <div>
                <dt>{cx.t(label)}</dt>
                <dd class="as-typed">{value}</dd>
            </div>
        }
    })
    .collect_view();
    view! {
        <section class="mt-7" aria-labelledby="summary">
            <h2 id="summary" class="size-3">
                {cx.t(text::SUMMARY)}
            </h2>
            <p class="mb-4">
                <span class="reference">{request.reference.to_string()}</span>
                ". "
                {cx.t(text::ONLY_RELEASED)}
            </p>
            <dl class="facts">{rows}</dl>
        </section>
    }
    .into_any()
}

fn who(cx: &Context, site: &Site, shown: &Shown, sided: Option<&Sided<'_>>) -> AnyView {
    let request = &shown.request;
    let name = firm_name(cx, request, text::A_FIRM);
    let district = request.district.as_ref().map(|id| site.district(id, cx.lang()));
    let firm: Vec<String> = request.firm.iter().cloned().chain(district).collect();
    let initials = request.person.as_deref().map_or("?".to_owned(), initials);
    let title = request.person.clone().unwrap_or(name);
    let own = cx.content.providers.get(shown.provider.as_str()).map(|provider| {
        let words = provider.text.text(cx.lang());
        let place = site.district(&provider.district, cx.lang());
        view! {
            <div>
                {picture(&provider.picture, Spot::Mini, "", false)}
                <p>
                    <b>{provider.person.clone()}</b>
                    <br />
                    {format!("{}, {place}", words.title)}
                </p>
            </div>
        }
    });
    // Once it is booked, when and where stand in the middle of the page.
    let open = sided.filter(|sided| sided.meeting.state == MeetingState::Proposed);
    let facts = open.map(|sided| {
        let other = String::new();
        let Sided { meeting, own, .. } = *sided;
        slots::facts(
            cx,
            site,
            &Sided { meeting, own, other, typed: None, wished: None, words: None },
        )
    });
    view! {
        <aside aria-label=cx.t(text::ASIDE)>
            <div class="sheet stack gap-4">
                <h2 class="size-2">{cx.t(text::WHO)}</h2>
                <div class="pair">
                    <div>
                        <span class="initials" aria-hidden="true">
                            {initials}
                        </span>
                        <p>
                            <b>{title}</b>
                            <br />
                            {firm.join(", ")}
                        </p>
                    </div>
                    {own}
                </div>
                {facts}
            </div>
            <p class="small muted mt-4">
                {open.map(|_| cx.t(text::EARLIEST))} " " {cx.t(text::NEUTRAL)}
            </p>
        </aside>
    }
    .into_any()
}

/// The first letters of the first two words.
fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}
