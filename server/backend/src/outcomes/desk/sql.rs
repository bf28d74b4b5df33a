use super::super::Outcome;
use super::super::sql::{Row, columns};
use super::{Lesson, Line};
use crate::requests::{Viewer, visible};
use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::outcome::ProposalState;
use domain::request::Reference;
use jiff::civil::Date;

pub(super) async fn proposal(conn: &mut Conn, request: &Id) -> Result<Option<ProposalState>> {
    let sql = "select state from story_proposal where request = $1";
    let row: Option<(String,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_optional(c).await)?;
    Ok(row.and_then(|(state,)| ProposalState::parse(&state)))
}

pub(super) async fn set_proposal(
    tx: &mut Tx,
    request: &Id,
    state: ProposalState,
    now: Instant,
) -> Result<()> {
    let sql = "update story_proposal set state = $2, changed_at = $3 where request = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(request)
        .bind(state.code())
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    row: Row,
    request: Id,
    reference: String,
    title: String,
    proposal: Option<String>,
    lesson: Option<Id>,
}

/// Which answers.
#[derive(Clone, Copy)]
pub(super) enum Pile {
    /// All of them.
    All,
    /// Good ones of firms whose story nobody has put aside.
    Stories,
    /// Bad ones from which nobody has learned yet.
    Lessons,
}

macro_rules! lines {
    ($pile:literal) => {
        concat!(
            "select ",
            columns!(),
            ", o.request, r.reference, coalesce(r.firm, r.person) as title, s.state as proposal,
                l.id as lesson
              from meeting_outcome o join request r on r.id = o.request
              left join story_proposal s on s.request = r.id
              left join lesson l on l.request = r.id
              where o.answered_at is not null and ",
            $pile,
            visible!(),
            " order by o.answered_at desc, o.id desc limit $5"
        )
    };
}

/// The newest answers of a pile, about requests that the viewer may see.
pub(super) async fn lines(
    conn: &mut Conn,
    viewer: &Viewer,
    day: Date,
    pile: Pile,
    limit: i64,
) -> Result<Vec<Line>> {
    let sql = match pile {
        Pile::All => lines!(""),
        Pile::Stories => lines!(
            "o.party = 'sme' and o.answer = 'worth_it' and s.state in ('proposed', 'taken') and "
        ),
        Pile::Lessons => lines!("o.answer = 'no_use' and l.id is null and "),
    };
    let rows: Vec<LineRow> = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .bind(limit)
        .fetch_all(c)
        .await)?;
    let line = |line: LineRow| {
        let reference = Reference::parse(&line.reference)
            .ok_or_else(|| BackendError::Unreadable("request.reference".to_owned()))?;
        let outcome = Outcome::try_from(line.row)?;
        let proposal = line.proposal.as_deref().and_then(ProposalState::parse);
        let (request, title, has_lesson) = (line.request, line.title, line.lesson.is_some());
        Ok(Line { request, reference, title, outcome, proposal, has_lesson })
    };
    rows.into_iter().map(line).collect()
}

type LessonRow = (Id, Option<Id>, String, Option<String>, Option<String>, String);

fn lesson((id, request, day, goal, sector, words): LessonRow) -> Result<Lesson> {
    let written_on =
        day.parse().map_err(|_| BackendError::Unreadable(format!("lesson.written_on of {id}")))?;
    Ok(Lesson { id, request, written_on, goal, sector, words })
}

/// The lessons of a site, the newest first.
pub(super) async fn lessons(conn: &mut Conn, site: &str, limit: i64) -> Result<Vec<Lesson>> {
    let sql = "
        select id, request, written_on, goal, sector, words from lesson where site = $1
        order by written_on desc, id desc limit $2";
    let rows: Vec<LessonRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(site).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(lesson).collect()
}

pub(super) async fn lesson_of(conn: &mut Conn, request: &Id) -> Result<Option<Lesson>> {
    let sql = "
        select id, request, written_on, goal, sector, words from lesson where request = $1";
    let row: Option<LessonRow> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_optional(c).await)?;
    row.map(lesson).transpose()
}

/// Writes the lesson of a request over whatever it was.
pub(super) async fn write_lesson(tx: &mut Tx, site: &str, lesson: &Lesson) -> Result<()> {
    let sql = "
        insert into lesson (id, site, request, written_on, goal, sector, words)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (request) do update set words = $7, written_on = $4";
    on!(tx, |c| sqlx::query(sql)
        .bind(&lesson.id)
        .bind(site)
        .bind(lesson.request.as_ref())
        .bind(lesson.written_on.to_string())
        .bind(lesson.goal.as_deref())
        .bind(lesson.sector.as_deref())
        .bind(&lesson.words)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_lesson(tx: &mut Tx, site: &str, id: &Id) -> Result<()> {
    let sql = "delete from lesson where id = $1 and site = $2";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(site).execute(c).await.map(|_| ()))?;
    Ok(())
}
