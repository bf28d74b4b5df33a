//! `/mitarbeit/ergebnisse`: what firms and providers say after meetings, in two piles: stories that
//! could be told, and what is to be learned.

use super::request_outcomes::{provider, said};
use super::{empty, table, viewer};
use crate::context::{Context, Cx, Outcome, Page};
use crate::forms::staff::outcome::WORDS;
use crate::routes::Right;
use crate::text::{Msg, format, outcome_desk as text};
use crate::ui::form::hidden;
use crate::ui::notice;
use backend::outcomes::{self, Lesson, Line, Overview};
use domain::Lang;
use domain::content::Site;
use domain::meeting::Party;
use domain::outcome::Answer;
use leptos::prelude::*;

/// What was just done.
const DID: [(&str, Msg); 1] = [("entfernt", text::DID_REMOVE)];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let found = outcomes::overview(&cx.app.backend, &viewer).await?;
    let title = cx.t(text::TITLE);
    let body = move || cx.site().ok().map(|site| view(&cx, site, &found)).into_any();
    Page::new(title, body).ok()
}

fn view(cx: &Context, site: &Site, found: &Overview) -> AnyView {
    let is_empty = found.lines.is_empty() && found.lessons.is_empty();
    let rest = if is_empty {
        let inbox = view! {
            <p>
                <a href=cx.href("/anfragen")>{cx.t(text::TO_INBOX)}</a>
            </p>
        };
        empty(cx, text::EMPTY, text::EMPTY_HINT, Some(inbox.into_any()))
    } else {
        let (stories, learn) = (text::NO_STORIES, text::NOTHING_TO_LEARN);
        view! {
            {pile(cx, "stories", (text::STORIES, text::STORIES_LEAD, stories), &found.stories)}
            {pile(cx, "learn", (text::TO_LEARN, text::TO_LEARN_LEAD, learn), &found.to_learn)}
            {lessons(cx, site, &found.lessons)}
            {answers(cx, &found.lines)}
        }
        .into_any()
    };
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::TITLE)}</h1>
                <p class="lead">{cx.t(text::LEAD)}</p>
            </div>
        </div>
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        {rest}
    }
    .into_any()
}

/// One of the piles: a heading, what it is for, and what is said where it is empty.
fn pile(
    cx: &Context,
    id: &'static str,
    (heading, lead, nothing): (Msg, Msg, Msg),
    lines: &[Line],
) -> AnyView {
    let list = if lines.is_empty() {
        view! { <p class="muted">{cx.t(nothing)}</p> }.into_any()
    } else {
        rows(cx, heading, lines)
    };
    view! {
        <section class="mt-6" aria-labelledby=id>
            <h2 id=id>{cx.t(heading)}</h2>
            <p class="mb-4">{cx.t(lead)}</p>
            {list}
        </section>
    }
    .into_any()
}

fn answers(cx: &Context, lines: &[Line]) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        view! {
            <section class="mt-6" aria-labelledby="answers">
                <h2 class="mb-4" id="answers">
                    {cx.t(text::ANSWERS)}
                </h2>
                {rows(cx, text::TABLE, lines)}
            </section>
        }
        .into_any()
    })
}

fn rows(cx: &Context, caption: Msg, lines: &[Line]) -> AnyView {
    let columns = [text::COL_FIRM, text::COL_WHO, text::COL_ANSWER];
    let rows = lines.iter().map(|line| row(cx, line)).collect_view();
    table(cx, "outcomes", caption, &columns, rows.into_any())
}

fn row(cx: &Context, line: &Line) -> AnyView {
    let outcome = &line.outcome;
    let who = text::who(outcome.party, &provider(cx, outcome), outcome.stage);
    let said = outcome.told.as_ref().map(|told| said(outcome.party, told));
    let story = story(cx, line);
    view! {
        <tr>
            <td data-label=cx.t(text::COL_FIRM)>
                <div>
                    <a href=cx.href(&format!("/anfragen/{}#outcomes", line.request))>
                        {line.title.clone()}
                    </a>
                    <br />
                    {line.reference.to_string()}
                </div>
            </td>
            <td data-label=cx.t(text::COL_WHO)>
                <div>{who}</div>
            </td>
            <td data-label=cx.t(text::COL_ANSWER)>
                <div>{said} {story}</div>
            </td>
        </tr>
    }
    .into_any()
}

/// Where the story stands that a firm's good answer suggests, and whether we may speak to the firm.
fn story(cx: &Context, line: &Line) -> Option<AnyView> {
    let told = line.outcome.told.as_ref()?;
    let is_good = line.outcome.party == Party::Sme && told.answer == Answer::WorthIt;
    let state = line.proposal.filter(|_| is_good)?;
    let words = format!("{}: {}", cx.t(text::STORY), text::proposal(state));
    let consent = if told.may_tell { text::MAY_ASK } else { text::MAY_NOT_ASK };
    let plate = if told.may_tell { "plate steel" } else { "plate" };
    Some(
        view! {
            <p class="row gap-2 mt-4">
                <span class="plate">{words}</span>
                <span class=plate>{cx.t(consent)}</span>
            </p>
        }
        .into_any(),
    )
}

fn lessons(cx: &Context, site: &Site, lessons: &[Lesson]) -> AnyView {
    let list = if lessons.is_empty() {
        view! { <p class="muted">{cx.t(text::NO_LESSONS)}</p> }.into_any()
    } else {
        let items = lessons.iter().map(|one| lesson(cx, site, one)).collect_view();
        view! {
            <ul class="stack gap-4" role="list">
                {items}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="mt-6" aria-labelledby="lessons">
            <h2 id="lessons">{cx.t(text::LESSONS)}</h2>
            <p class="mb-4">{cx.t(text::LESSONS_LEAD)}</p>
            {list}
        </section>
    }
    .into_any()
}

fn lesson(cx: &Context, site: &Site, lesson: &Lesson) -> AnyView {
    let goal = lesson.goal.as_deref().map(|id| site.goal(id, Lang::De));
    let sector = lesson.sector.as_deref().map(|id| site.sector(id, Lang::De));
    let day = format::date(Lang::De, lesson.written_on);
    let facts: Vec<String> = [Some(day), goal, sector].into_iter().flatten().collect();
    let remove = cx.may(Right::Coordination).then(|| {
        view! {
            <form method="post" action=cx.href("/ergebnisse/lehre")>
                {hidden(WORDS, lesson.id.as_str())}
                <button class="link-button">{cx.t(text::REMOVE)}</button>
            </form>
        }
    });
    view! {
        <li>
            <p class="as-typed">{lesson.words.clone()}</p>
            <p class="small muted">{facts.join(", ")}</p>
            {remove}
        </li>
    }
    .into_any()
}
