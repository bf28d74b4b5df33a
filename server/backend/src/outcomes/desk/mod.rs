//! What the desk sees of the answers, and what it makes of them. Advisers see those of the requests
//! they may see, coordinators those of the site. Curators see none: a proposal is made of a request,
//! and they get the draft from whoever has spoken with the firm. Lessons name nobody, so everybody
//! who works on requests reads those of the site.

mod sql;

use super::{Outcome, rows_of};
use crate::requests::{Request, Viewer, find_visible, history};
use crate::{Actor, Backend, BackendError, Id, Result, Tx, run, transaction};
use domain::outcome::ProposalState;
use domain::request::{History, Reference};
use domain::text::Paragraph;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Most answers and lessons that are shown.
pub const MOST_LINES: i64 = 100;

/// An answer as a line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The request.
    pub request: Id,
    /// What people call it.
    pub reference: Reference,
    /// The firm, or the person where there is none.
    pub title: String,
    /// The question and its answer.
    pub outcome: Outcome,
    /// What the desk made of it, if it is a story proposal.
    pub proposal: Option<ProposalState>,
    /// Whether somebody has written down what is to be learned.
    pub has_lesson: bool,
}

/// What is to be learned, in words that name nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Row id.
    pub id: Id,
    /// From which request, as long as that exists.
    pub request: Option<Id>,
    /// When.
    pub written_on: Date,
    /// Goal id.
    pub goal: Option<String>,
    /// Sector id.
    pub sector: Option<String>,
    /// The words.
    pub words: String,
}

/// Everything the list shows.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The newest good answer of each firm whose story is proposed or being written.
    pub stories: Vec<Line>,
    /// The newest bad answer about each request from which nobody has learned yet.
    pub to_learn: Vec<Line>,
    /// Answers, the newest first.
    pub lines: Vec<Line>,
    /// Lessons, the newest first.
    pub lessons: Vec<Lesson>,
}

/// What a request's page shows.
#[derive(Clone, Debug)]
pub struct RequestOutcomes {
    /// Questions and answers of both sides.
    pub outcomes: Vec<Outcome>,
    /// The story proposal, if there is one.
    pub proposal: Option<ProposalState>,
    /// What was learned.
    pub lesson: Option<Lesson>,
}

/// The answers that the viewer may see, and the lessons of the site.
pub async fn overview(backend: &Backend, viewer: &Viewer) -> Result<Overview> {
    let mut conn = backend.db.read().await?;
    let day = backend.now().day();
    let mut stories = sql::lines(&mut conn, viewer, day, sql::Pile::Stories, MOST_LINES).await?;
    let mut to_learn = sql::lines(&mut conn, viewer, day, sql::Pile::Lessons, MOST_LINES).await?;
    for pile in [&mut stories, &mut to_learn] {
        let mut seen = BTreeSet::new();
        pile.retain(|line| seen.insert(line.request.to_string()));
    }
    Ok(Overview {
        stories,
        to_learn,
        lines: sql::lines(&mut conn, viewer, day, sql::Pile::All, MOST_LINES).await?,
        lessons: sql::lessons(&mut conn, &viewer.site, MOST_LINES).await?,
    })
}

/// What became of a request, for whoever may see it.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer sees no such request.
pub async fn of_request(
    backend: &Backend,
    viewer: &Viewer,
    request: &Id,
) -> Result<RequestOutcomes> {
    let mut conn = backend.db.read().await?;
    let found = find_visible(&mut conn, viewer, request, backend.now().day()).await?;
    found.ok_or(BackendError::NotFound)?;
    Ok(RequestOutcomes {
        outcomes: rows_of(&mut conn, request).await?,
        proposal: sql::proposal(&mut conn, request).await?,
        lesson: sql::lesson_of(&mut conn, request).await?,
    })
}

async fn open(tx: &mut Tx, backend: &Backend, viewer: &Viewer, id: &Id) -> Result<Request> {
    tx.lock("request", id.as_str()).await?;
    find_visible(tx, viewer, id, backend.now().day()).await?.ok_or(BackendError::NotFound)
}

/// Decides about a story proposal. Deciding the same twice is once.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer sees no such request; [`BackendError::Refused`] with
/// `no_proposal` if nobody said that it was worth it.
pub async fn decide_story(
    backend: &Backend,
    viewer: &Viewer,
    request: &Id,
    state: ProposalState,
) -> Result<()> {
    let (backend, viewer, request) = (backend.clone(), viewer.clone(), request.clone());
    run(async move {
        transaction!(backend.db, |tx| {
            open(tx, &backend, &viewer, &request).await?;
            let before = sql::proposal(tx, &request).await?;
            if before.ok_or(BackendError::Refused("no_proposal"))? == state {
                return Ok(());
            }
            sql::set_proposal(tx, &request, state, backend.now()).await?;
            let (code, actor) = (History::StoryDecided.code(), Actor::Staff(viewer.staff.clone()));
            history::note(tx, &backend, &request, code, &actor, Some(state.code()), None).await
        })
    })
    .await
}

/// Writes down what is to be learned from a request, or takes it back with no words.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer sees no such request; [`BackendError::Refused`] with
/// `no_answer` if nobody has said yet what became of it.
pub async fn write_lesson(
    backend: &Backend,
    viewer: &Viewer,
    request: &Id,
    words: Option<Paragraph<400>>,
) -> Result<()> {
    let (backend, viewer, request) = (backend.clone(), viewer.clone(), request.clone());
    run(async move {
        transaction!(backend.db, |tx| {
            let found = open(tx, &backend, &viewer, &request).await?;
            let before = sql::lesson_of(tx, &request).await?;
            let Some(words) = words.as_ref().map(|words| words.as_str().to_owned()) else {
                if let Some(lesson) = before {
                    sql::delete_lesson(tx, &viewer.site, &lesson.id).await?;
                }
                return Ok(());
            };
            if before.as_ref().is_some_and(|lesson| lesson.words == words) {
                return Ok(());
            }
            let told = rows_of(tx, &request).await?;
            if !told.iter().any(|outcome| outcome.told.is_some()) {
                return Err(BackendError::Refused("no_answer"));
            }
            let lesson = Lesson {
                id: backend.id(),
                request: Some(request.clone()),
                written_on: backend.now().day(),
                goal: found.goals.first().cloned(),
                sector: found.sector.clone(),
                words,
            };
            sql::write_lesson(tx, &found.site, &lesson).await?;
            let (code, actor) = (History::LessonWritten.code(), Actor::Staff(viewer.staff.clone()));
            history::note(tx, &backend, &request, code, &actor, None, None).await
        })
    })
    .await
}

/// Removes a lesson of the site, for example one that names somebody after all.
pub async fn remove_lesson(backend: &Backend, site: &str, lesson: &Id) -> Result<()> {
    let (backend, site, lesson) = (backend.clone(), site.to_owned(), lesson.clone());
    run(async move { transaction!(backend.db, |tx| sql::delete_lesson(tx, &site, &lesson).await) })
        .await
}
