//! `/anfrage`: asking for help in three short steps, and the page that thanks for it.

pub(in crate::pages) mod firm;
pub(in crate::pages) mod plan;
mod review;
mod thanks;
mod told;
mod wishes;
mod words;

pub use thanks::{BY_PHONE, href as thanks_href, page as thanks};
pub(in crate::pages) use told::told;
pub use wishes::resolve;
pub use words::problem;

use crate::context::{Context, Cx, Outcome, Page};
use crate::forms::request::GO;
use crate::islands::draft::Draft;
use crate::pages::kiosk::assisted;
use crate::text::{form as form_text, request as text};
use crate::ui::form::{self, Problem};
use crate::ui::icon;
use axum::http::StatusCode;
use domain::codes;
use domain::content::Site;
use domain::request::{Channel, Field, FieldError, MAX_PROVIDERS, RequestForm, RequestKind};
use domain::text::dialable;
use domain::{Instant, Surface};
use leptos::prelude::*;
use std::cmp::Ordering;

codes! {
    /// The three steps.
    Step {
        /// What they have in mind.
        Plan = "plan",
        /// Who they are.
        Firm = "firm",
        /// Reading it once more.
        Review = "review",
    }
}

impl Step {
    /// The fields a step asks for.
    const fn fields(self) -> &'static [Field] {
        match self {
            Step::Plan => {
                &[Field::Kind, Field::Goal, Field::Message, Field::Budget, Field::Provider]
            }
            Step::Firm => &[
                Field::Firm,
                Field::Sector,
                Field::District,
                Field::Size,
                Field::Person,
                Field::Email,
                Field::Phone,
            ],
            Step::Review => &[Field::AskLater],
        }
    }

    /// Whether the step asks for `field`.
    pub fn has(self, field: Field) -> bool {
        self.fields().contains(&field)
    }

    /// Under which name the browser's tab keeps the step while it is written.
    const fn draft(self) -> Option<&'static str> {
        match self {
            Step::Plan => Some("request-plan"),
            Step::Firm => Some("request-firm"),
            Step::Review => None,
        }
    }

    const fn index(self) -> usize {
        match self {
            Step::Plan => 0,
            Step::Firm => 1,
            Step::Review => 2,
        }
    }
}

/// The first step, with what the link that led here already knows.
pub async fn start(cx: Cx) -> Outcome {
    let form = prefill(&cx);
    page(cx, form, Step::Plan, Vec::new(), None)
}

/// A step with what was typed and what is wrong with it. At the kiosk `until` says how long staff
/// opened it for.
pub fn page(
    cx: Cx,
    form: RequestForm,
    step: Step,
    errors: Vec<FieldError>,
    until: Option<Instant>,
) -> Outcome {
    cx.site()?;
    let problems: Vec<Problem> = errors.into_iter().map(|e| words::problem(&cx, e)).collect();
    let heading = cx.t(match step {
        Step::Plan => text::PLAN,
        Step::Firm => text::FIRM_TITLE,
        Step::Review => text::REVIEW,
    });
    let mut title = format!("{heading} ({})", text::step(cx.lang(), step.index() + 1));
    let mut status = StatusCode::OK;
    if !problems.is_empty() {
        title = format!("{}: {title}", cx.t(form_text::ERROR_PREFIX));
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let description = cx.t(text::DESCRIPTION);
    let view = move || {
        cx.site().ok().map(|site| frame(&cx, site, &form, step, &problems, until)).into_any()
    };
    Page::new(title, view).description(description).status(status).ok()
}

/// What the query says, as far as it is known here; a stale link is nobody's mistake.
pub(in crate::pages) fn prefill(cx: &Context) -> RequestForm {
    let mut pairs: Vec<(Field, String)> = Vec::new();
    let known = |id: &str| {
        cx.content.providers.get(id).is_some_and(|provider| provider.is_listed(cx.today))
    };
    let mut wishes: Vec<&str> = Vec::new();
    for id in cx.query.all("anbieter") {
        if known(id) && !wishes.contains(&id) && wishes.len() < MAX_PROVIDERS {
            wishes.push(id);
        }
    }
    let kind = RequestKind::parse(cx.query.get("art"))
        .filter(|kind| kind.is_matchmaking())
        .unwrap_or(RequestKind::Introduction);
    pairs.push((Field::Kind, kind.code().to_owned()));
    pairs.extend(wishes.into_iter().map(|id| (Field::Provider, id.to_owned())));
    let story = cx.content.story(cx.query.get("geschichte"), cx.today);
    if let Some(story) = story {
        pairs.push((Field::Story, story.meta.id.to_string()));
    }
    if let Ok(site) = cx.site() {
        let goal = cx.query.get("ziel");
        let from_story = story.and_then(|story| story.goals.first()).map_or("", String::as_str);
        let goal = if goal.is_empty() { from_story } else { goal };
        let terms = [
            (Field::Goal, goal, &site.goals),
            (Field::Sector, cx.query.get("branche"), &site.sectors),
        ];
        for (field, id, terms) in terms {
            if terms.iter().any(|term| term.id == id) {
                pairs.push((field, id.to_owned()));
            }
        }
    }
    if cx.query.get("kanal") == Channel::Handoff.code() {
        pairs.push((Field::Channel, Channel::Handoff.code().to_owned()));
    }
    RequestForm::from_pairs(pairs.into_iter().map(|(field, value)| (field.code(), value)))
}

/// Id of the form, for the buttons that stand outside of it.
const FORM: &str = "request-form";

fn frame(
    cx: &Context,
    site: &Site,
    form: &RequestForm,
    step: Step,
    problems: &[Problem],
    until: Option<Instant>,
) -> AnyView {
    let (fields, bar) = match step {
        Step::Plan => (plan::fields(cx, site, form, problems), plan::bar(cx, form)),
        Step::Firm => (firm::fields(cx, site, form, problems), firm::bar(cx)),
        Step::Review => (review::fields(cx, site, form), review::bar(cx)),
    };
    let carried = form
        .pairs()
        .filter(|(name, _)| !step.fields().iter().any(|field| field.code() == *name))
        .map(|(name, value)| form::hidden(name, value))
        .collect_view();
    // A kiosk keeps nothing of a visit, and its browser nothing of a form.
    let own = cx.place.surface != Surface::Kiosk;
    let draft = step.draft().filter(|_| own);
    view! {
        <div class="wrap request">
            <p class="request-title">{cx.t(crate::text::common::ARRANGE)}</p>
            {until.map(|until| assisted::until(cx, until))}
            {default_button(step)}
            {steps(cx, step)}
            <div class=own.then_some("with-aside")>
                <form
                    id=FORM
                    method="post"
                    action=cx.href(if own { "/anfrage" } else { assisted::PATH })
                    novalidate=true
                    autocomplete=(!own).then_some("off")
                    data-draft=draft
                >
                    {form::error_summary(cx, problems)}
                    {fields}
                    {carried}
                    {bar}
                </form>
                {own.then(|| aside(cx, site))}
            </div>
            {draft.map(|_| view! { <Draft /> })}
        </div>
    }
    .into_any()
}

/// What the Enter key presses: the form's first button, which must not be one that goes back. It
/// is there for the keyboard alone; the visible button at the end does the same.
fn default_button(step: Step) -> AnyView {
    let go = match step {
        Step::Plan => Step::Firm.code(),
        Step::Firm => Step::Review.code(),
        Step::Review => crate::forms::request::SEND,
    };
    view! {
        <button
            class="visually-hidden"
            form=FORM
            name=GO
            value=go
            tabindex="-1"
            aria-hidden="true"
        ></button>
    }
    .into_any()
}

fn steps(cx: &Context, now: Step) -> AnyView {
    let items = Step::ALL
        .iter()
        .map(|&step| {
            let label = cx.t(text::STEPS[step.index()]);
            match step.cmp(&now) {
                Ordering::Equal => view! { <li aria-current="step">{label}</li> }.into_any(),
                Ordering::Less => view! {
                    <li>
                        <button class="link-button" form=FORM name=GO value=step.code()>
                            {label}
                        </button>
                    </li>
                }
                .into_any(),
                Ordering::Greater => view! { <li class="open">{label}</li> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <ol class="ruler steps" role="list" aria-label=text::step(cx.lang(), now.index() + 1)>
            {items}
        </ol>
    }
    .into_any()
}

fn aside(cx: &Context, site: &Site) -> AnyView {
    view! {
        <aside aria-label=cx.t(text::ASIDE)>
            <div class="sheet stack gap-3">
                <h2 class="size-2">{cx.t(text::ASIDE)}</h2>
                <p>{text::aside(cx.lang(), &site.operator.name)}</p>
                <p>{cx.t(text::ASIDE_PROVIDER)}</p>
                <p class="muted small">
                    {cx.t(text::RATHER_TALK)}
                    " "
                    <a href=format!("tel:{}", dialable(&site.phone))>{site.phone.clone()}</a>
                </p>
            </div>
        </aside>
    }
    .into_any()
}

/// The button that goes back to `step`.
fn back(cx: &Context, step: Step) -> AnyView {
    view! {
        <button class="button outline" name=GO value=step.code()>
            {icon::back()}
            " "
            {cx.t(form_text::BACK)}
        </button>
    }
    .into_any()
}
