//! `/mitarbeit/aufbewahrung`: the plan in words, what is due, what was deleted, and what the archive
//! has to be asked about.

mod archive;

use super::{Returned, admit, table};
use crate::context::{Context, Cx, Outcome, Page};
use crate::routes::Right;
use crate::text::{Msg, retention_desk as text};
use crate::ui::form::{Problem, error_summary};
use crate::ui::{icon, notice};
use backend::retention::{self, Due, Offer, Run, SOON_DAYS};
use domain::retention::{Class, Plan};
use domain::{Lang, Place};
use leptos::prelude::*;

/// Name of the field with the archive's answer.
pub const ANSWER: &str = "antwort";
/// The value that says the archive takes the records.
pub const TAKES: &str = "uebernimmt";
/// The value that says it does not want them.
pub const WAIVES: &str = "verzichtet";
/// Name of the fields with the records that were listed.
pub const RECORD: &str = "akte";

/// Runs that are shown: two weeks, if nobody asks for any.
const RUNS: i64 = 14;

/// What was just done.
const DID: [(&str, Msg); 3] = [
    ("ausgegeben", text::DID_TAKE),
    ("verzichtet", text::DID_WAIVE),
    ("nichts", text::DID_NOTHING),
];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// What the page is made of.
struct Shown {
    plan: Plan,
    due: Vec<Due>,
    offers: Vec<Offer>,
    runs: Vec<Run>,
    problems: Vec<Problem>,
}

/// The page, with a form that came back.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    let site = admit(&cx)?.site_id().to_owned();
    let backend = &cx.app.backend;
    let (title, status) = (returned.titled(&cx, cx.t(text::TITLE)), returned.status);
    let shown = Shown {
        plan: backend.plan(),
        due: retention::due(backend).await?,
        offers: retention::offers(backend, &site).await?,
        runs: retention::runs(backend, RUNS).await?,
        problems: returned.problems,
    };
    Page::new(title, move || view(&cx, &shown)).status(status).ok()
}

fn view(cx: &Context, shown: &Shown) -> AnyView {
    let example = shown.plan.example.then(|| {
        view! {
            <div class="desk-banner" role="note">
                {icon::info()} <p>{cx.t(text::EXAMPLE)}</p>
            </div>
        }
    });
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::TITLE)}</h1>
                <p class="lead">{cx.t(text::LEAD)}</p>
                <p>
                    <a href=Place::web(Lang::De).href("/datenschutz")>{cx.t(text::PROMISED)}</a>
                </p>
            </div>
        </div>
        {error_summary(cx, &shown.problems)}
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        {example}
        {archive::section(cx, &shown.plan, &shown.offers, cx.may(Right::Archive))}
        {plan(cx, &shown.plan, &shown.due)}
        {runs(cx, &shown.runs)}
    }
    .into_any()
}

fn plan(cx: &Context, plan: &Plan, due: &[Due]) -> AnyView {
    let columns = [text::COL_CLASS, text::COL_PERIOD, text::COL_BASIS, text::COL_DUE];
    let rows = due.iter().map(|due| class(cx, plan, due)).collect_view();
    view! {
        <section class="mt-6" aria-labelledby="plan">
            <h2 class="mb-4" id="plan">
                {cx.t(text::PLAN)}
            </h2>
            {table(cx, "even", text::PLAN_TABLE, &columns, rows.into_any())}
        </section>
    }
    .into_any()
}

fn class(cx: &Context, plan: &Plan, due: &Due) -> AnyView {
    let Due { rule, .. } = due;
    let offer = rule.offer.then(|| {
        let waived = plan.waiver.is_some();
        let words = if waived { text::OFFERED_WAIVED } else { text::OFFERED };
        view! { <span class="small muted">{cx.t(words)}</span> }
    });
    let basis = if rule.basis.is_empty() {
        view! { <span class="muted">{cx.t(text::NO_BASIS)}</span> }.into_any()
    } else {
        rule.basis.clone().into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <b>{rule.class.german()}</b>
            </th>
            <td data-label=cx.t(text::COL_PERIOD)>
                <div class="desk-why">
                    <span>{text::period(rule)}</span>
                    {offer}
                </div>
            </td>
            <td data-label=cx.t(text::COL_BASIS)>{basis}</td>
            <td data-label=cx.t(text::COL_DUE)>{how_many(cx, due)}</td>
        </tr>
    }
    .into_any()
}

fn how_many(cx: &Context, due: &Due) -> AnyView {
    let lines: Vec<String> = [
        (due.rows > 0).then(|| text::due(due.rows)),
        (due.waiting > 0).then(|| text::waiting(due.waiting)),
        (due.rows + due.waiting > 0).then_some(due.oldest).flatten().map(text::oldest),
        (due.soon > 0).then(|| text::soon(due.soon, SOON_DAYS)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        return view! { <span class="muted">{cx.t(text::NOTHING)}</span> }.into_any();
    }
    let lines = lines.into_iter().map(|line| view! { <span>{line}</span> }).collect_view();
    view! { <div class="desk-why">{lines}</div> }.into_any()
}

fn runs(cx: &Context, runs: &[Run]) -> AnyView {
    let content = if runs.is_empty() {
        view! { <p class="muted">{cx.t(text::RUNS_NONE)}</p> }.into_any()
    } else {
        let rows = runs.iter().map(|run| one_run(cx, run)).collect_view();
        let columns = [text::COL_WHEN, text::COL_WHAT];
        table(cx, "even", text::RUNS_TABLE, &columns, rows.into_any())
    };
    view! {
        <section class="mt-6" aria-labelledby="runs">
            <h2 class="mb-4" id="runs">
                {cx.t(text::RUNS)}
            </h2>
            {content}
        </section>
    }
    .into_any()
}

fn one_run(cx: &Context, run: &Run) -> AnyView {
    let mark = match (run.finished, run.daily) {
        (None, _) => Some(text::UNFINISHED),
        (Some(_), false) => Some(text::BY_HAND),
        (Some(_), true) => None,
    };
    let mark = mark.map(|word| view! { <span class="plate">{cx.t(word)}</span> });
    let what = if run.counts.is_empty() {
        view! { <span class="muted">{cx.t(text::NOTHING)}</span> }.into_any()
    } else {
        let line = |(class, n, _): &(Class, i64, _)| {
            let words = format!("{n} × {}", class.german());
            view! { <span>{words}</span> }
        };
        let lines = run.counts.iter().map(line).collect_view();
        view! { <div class="desk-why">{lines}</div> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <div class="desk-why">
                    <b>{text::moment(run.started)}</b>
                    {mark}
                </div>
            </th>
            <td data-label=cx.t(text::COL_WHAT)>{what}</td>
        </tr>
    }
    .into_any()
}
