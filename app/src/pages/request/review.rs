//! Step 3: everything once more, what happens to it, and the button that sends.

use crate::context::Context;
use crate::forms::request::{GO, SEND};
use crate::pages::request::{Step, back};
use crate::text::request as text;
use crate::ui::icon;
use domain::content::Site;
use domain::request::{Budget, Field, RequestForm, RequestKind, UNKNOWN};
use domain::{FirmSize, Surface};
use leptos::prelude::*;

/// What was typed, and what happens to it.
pub fn fields(cx: &Context, site: &Site, form: &RequestForm) -> AnyView {
    view! {
        <h1>{cx.t(text::REVIEW)}</h1>
        <p class="lead">{cx.t(text::REVIEW_LEAD)}</p>
        <section class="work-card mt-6" aria-labelledby="summary">
            <header>
                <h2 id="summary">{cx.t(text::SUMMARY)}</h2>
                <p>{cx.t(text::NOT_SENT)}</p>
            </header>
            {plan(cx, site, form)}
            {firm(cx, site, form)}
        </section>
        {data_use(cx, site, form)}
    }
    .into_any()
}

/// The way back and the button that sends.
pub fn bar(cx: &Context) -> AnyView {
    view! {
        <div class="action-bar">
            {back(cx, Step::Firm)}
            <button class="button signal" name=GO value=SEND>
                {cx.t(text::SEND)}
                " "
                {icon::arrow()}
            </button>
        </div>
    }
    .into_any()
}

fn row(label: &'static str, value: AnyView) -> AnyView {
    view! {
        <div class="short">
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

fn change(label: &'static str, step: Step) -> AnyView {
    view! {
        <div class="short change">
            <dt class="visually-hidden">{label}</dt>
            <dd>
                <button class="link-button" name=GO value=step.code()>
                    {label}
                </button>
            </dd>
        </div>
    }
    .into_any()
}

fn plan(cx: &Context, site: &Site, form: &RequestForm) -> AnyView {
    let kind = RequestKind::parse(form.get(Field::Kind)).unwrap_or(RequestKind::Advice);
    let goals: Vec<String> = form
        .all(Field::Goal)
        .filter(|goal| *goal != UNKNOWN)
        .map(|goal| site.goal(goal, cx.lang()))
        .collect();
    let goals =
        if goals.is_empty() { cx.t(text::GOAL_UNKNOWN).to_owned() } else { goals.join(", ") };
    let budget = Budget::parse(form.get(Field::Budget))
        .map_or(cx.t(text::BUDGET_UNKNOWN).to_owned(), |b| text::budget(cx.lang(), b));
    let wishes: Vec<String> = form
        .all(Field::Provider)
        .filter_map(|id| cx.content.providers.get(id))
        .map(|provider| provider.text.text(cx.lang()).title.clone())
        .collect();
    let message = form.get(Field::Message);
    let story = cx.content.story(form.get(Field::Story), cx.today).map(|story| {
        let (words, lang) = cx.texts(&story.text);
        row(
            cx.t(text::ORIGIN_SHORT),
            view! { <span lang=lang>{words.title.clone()}</span> }.into_any(),
        )
    });
    view! {
        <dl>
            {story} {row(cx.t(text::KIND_SHORT), cx.t(text::kind(kind)).into_any())}
            {row(cx.t(text::GOAL_SHORT), goals.into_any())}
            {(!message.is_empty())
                .then(|| {
                    let message = message.to_owned();
                    row(
                        cx.t(text::MESSAGE_SHORT),
                        view! { <span class="as-typed">{message}</span> }.into_any(),
                    )
                })} {row(cx.t(text::BUDGET_SHORT), budget.into_any())}
            {(!wishes.is_empty()).then(|| row(cx.t(text::WISHES_SHORT), wishes.join(", ").into_any()))}
            {change(cx.t(text::CHANGE_PLAN), Step::Plan)}
        </dl>
    }
    .into_any()
}

fn firm(cx: &Context, site: &Site, form: &RequestForm) -> AnyView {
    let lang = cx.lang();
    let term = |field: Field, label: fn(&Site, &str, domain::Lang) -> String| {
        let id = form.get(field);
        (id != UNKNOWN).then(|| label(site, id, lang))
    };
    let size = FirmSize::parse(form.get(Field::Size)).map(|size| text::staff(lang, size));
    let firm: Vec<String> = [
        Some(form.get(Field::Firm).to_owned()),
        term(Field::Sector, Site::sector),
        size,
        term(Field::District, Site::district),
    ]
    .into_iter()
    .flatten()
    .collect();
    let contact = [Field::Person, Field::Email, Field::Phone]
        .into_iter()
        .map(|field| form.get(field).to_owned())
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p>{line}</p> })
        .collect_view();
    view! {
        <dl class="second">
            {row(cx.t(text::FIRM_SHORT), firm.join(", ").into_any())}
            {row(cx.t(text::CONTACT_SHORT), contact.into_any())}
            {change(cx.t(text::CHANGE_FIRM), Step::Firm)}
        </dl>
    }
    .into_any()
}

/// Information, not consent: reading and answering a request is the operator's public task. What
/// does need consent, the release to a provider, is asked for when it comes to that.
fn data_use(cx: &Context, site: &Site, form: &RequestForm) -> AnyView {
    let checked = !form.get(Field::AskLater).is_empty();
    view! {
        <div class="consent mt-6" role="group" aria-labelledby="data-use">
            <p id="data-use">
                <b>{cx.t(text::DATA_USE)}</b>
            </p>
            <ul class="stack gap-2">
                <li>{cx.t(text::DATA_USE_WHY)}</li>
                <li>{cx.t(text::DATA_USE_PROVIDER)}</li>
                <li>{cx.t(text::DATA_USE_DELETE)}</li>
            </ul>
            <label class="choice">
                <input type="checkbox" name=Field::AskLater.code() value="on" checked=checked />
                <span>
                    {cx.t(text::ASK_LATER)} " "
                    <span class="muted">{cx.t(text::VOLUNTARY)}</span>
                </span>
            </label>
            <p class="small muted">
                {text::controller(cx.lang(), &site.operator.name)} " "
                {(cx.place.surface == Surface::Web)
                    .then(|| view! { <a href=cx.href("/datenschutz")>{cx.t(text::DATA_USE_MORE)}</a> })}
            </p>
        </div>
    }
    .into_any()
}
