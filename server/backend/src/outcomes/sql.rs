use super::{Outcome, Told};
use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::meeting::Party;
use domain::outcome::{Answer, Stage};

/// What a question is known by.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    pub meeting: &'a Id,
    pub party: Party,
    pub subject: &'a str,
    pub stage: Stage,
}

/// A side that may have to be asked.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub meeting: Id,
    pub party: Party,
    pub subject: String,
}

/// Fewest and most days that a stage is after its meeting, with a day on either side for the clocks.
const fn days(stage: Stage) -> (i64, i64) {
    match stage {
        Stage::After => (0, 2),
        Stage::Months3 => (88, 94),
        Stage::Months6 => (180, 186),
        Stage::Months12 => (364, 368),
    }
}

/// Sides that may have to be asked, about the oldest meetings first. The rule itself is `due`.
pub(super) async fn candidates(
    conn: &mut Conn,
    stage: Stage,
    now: Instant,
    limit: i64,
) -> Result<Vec<Candidate>> {
    let sql = "
        select m.id, p.party, p.subject from meeting m
        join participant p on p.meeting = m.id
        join request r on r.id = coalesce(p.request, m.request)
        where m.state in ('booked', 'held') and m.start_at > $1 and m.start_at <= $2
            and r.state not in ('unconfirmed', 'withdrawn', 'expired') and r.delete_on > $3
            and ((p.party = 'provider' and $5 = 1)
                or (p.party = 'sme' and r.email is not null and r.unasked = 0
                    and ($5 = 1 or r.ask_later = 1)))
            and not exists (select 1 from meeting_outcome o where o.meeting = m.id
                and o.party = p.party and o.subject = p.subject and o.stage = $4)
        order by m.start_at, m.id, p.id limit $6";
    let (fewest, most) = days(stage);
    let rows: Vec<(Id, String, String)> = on!(conn, |c| sqlx::query_as(sql)
        .bind(now.plus_days(-most - domain::outcome::LATEST_DAYS).0)
        .bind(now.plus_days(-fewest).0)
        .bind(now.day().to_string())
        .bind(stage.code())
        .bind(i64::from(stage == Stage::After))
        .bind(limit)
        .fetch_all(c)
        .await)?;
    let candidate = |(meeting, party, subject): (Id, String, String)| {
        Some(Candidate { meeting, party: Party::parse(&party)?, subject })
    };
    Ok(rows.into_iter().filter_map(candidate).collect())
}

/// Notes that the question is asked; `false` if somebody has noted it before, or it is answered.
pub(super) async fn claim(
    tx: &mut Tx,
    id: &Id,
    request: &Id,
    key: Key<'_>,
    now: Instant,
) -> Result<bool> {
    let sql = "
        insert into meeting_outcome (id, request, meeting, party, subject, stage, asked_at, may_tell)
        values ($1, $2, $3, $4, $5, $6, $7, 0)
        on conflict (meeting, party, subject, stage) do nothing";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(request)
        .bind(key.meeting)
        .bind(key.party.code())
        .bind(key.subject)
        .bind(key.stage.code())
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

/// Writes an answer over whatever it was.
pub(super) async fn write(
    tx: &mut Tx,
    id: &Id,
    request: &Id,
    key: Key<'_>,
    told: &Told,
) -> Result<()> {
    let sql = "
        insert into meeting_outcome
            (id, request, meeting, party, subject, stage, answer, words, figures, may_tell,
             answered_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (meeting, party, subject, stage) do update set
            answer = $7, words = $8, figures = $9, may_tell = $10, answered_at = $11";
    on!(tx, |c| sqlx::query(sql)
        .bind(id)
        .bind(request)
        .bind(key.meeting)
        .bind(key.party.code())
        .bind(key.subject)
        .bind(key.stage.code())
        .bind(told.answer.code())
        .bind(told.words.as_deref())
        .bind(told.figures.as_deref())
        .bind(i64::from(told.may_tell))
        .bind(told.at.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    meeting: Id,
    party: String,
    subject: String,
    stage: String,
    asked_at: Option<i64>,
    answer: Option<String>,
    words: Option<String>,
    figures: Option<String>,
    may_tell: i64,
    answered_at: Option<i64>,
}

/// The columns of [`Row`].
macro_rules! columns {
    () => {
        "o.meeting, o.party, o.subject, o.stage, o.asked_at, o.answer, o.words, o.figures, \
         o.may_tell, o.answered_at"
    };
}

pub(super) use columns;

impl TryFrom<Row> for Outcome {
    type Error = BackendError;

    fn try_from(row: Row) -> Result<Outcome> {
        let bad = |column: &str| {
            BackendError::Unreadable(format!("meeting_outcome.{column} of {}", row.meeting))
        };
        let told = match (row.answer.as_deref(), row.answered_at) {
            (Some(answer), Some(at)) => Some(Told {
                answer: Answer::parse(answer).ok_or_else(|| bad("answer"))?,
                words: row.words,
                figures: row.figures,
                may_tell: row.may_tell != 0,
                at: Instant(at),
            }),
            _ => None,
        };
        Ok(Outcome {
            party: Party::parse(&row.party).ok_or_else(|| bad("party"))?,
            stage: Stage::parse(&row.stage).ok_or_else(|| bad("stage"))?,
            meeting: row.meeting,
            subject: row.subject,
            asked_at: row.asked_at.map(Instant),
            told,
        })
    }
}

/// Every question about meetings of a request, in the order of the meetings and stages.
pub(crate) async fn of_request(conn: &mut Conn, request: &Id) -> Result<Vec<Outcome>> {
    let sql = concat!(
        "select ",
        columns!(),
        " from meeting_outcome o where o.request = $1 order by o.id"
    );
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    rows.into_iter().map(Outcome::try_from).collect()
}

/// The answer to a question.
pub(super) async fn told(conn: &mut Conn, key: Key<'_>) -> Result<Option<Told>> {
    let sql = concat!(
        "select ",
        columns!(),
        " from meeting_outcome o
          where o.meeting = $1 and o.party = $2 and o.subject = $3 and o.stage = $4"
    );
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(sql)
        .bind(key.meeting)
        .bind(key.party.code())
        .bind(key.subject)
        .bind(key.stage.code())
        .fetch_optional(c)
        .await)?;
    Ok(row.map(Outcome::try_from).transpose()?.and_then(|outcome| outcome.told))
}

pub(super) async fn set_asking(tx: &mut Tx, request: &Id, on: bool) -> Result<()> {
    let sql = "update request set ask_later = $2, unasked = $3 where id = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(request)
        .bind(i64::from(on))
        .bind(i64::from(!on))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn propose_story(tx: &mut Tx, request: &Id, now: Instant) -> Result<()> {
    let sql = "
        insert into story_proposal (request, state, created_at, changed_at)
        values ($1, 'proposed', $2, $2) on conflict (request) do nothing";
    on!(tx, |c| sqlx::query(sql).bind(request).bind(now.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn withdraw_story(tx: &mut Tx, request: &Id) -> Result<()> {
    let sql = "delete from story_proposal where request = $1 and state = 'proposed'";
    on!(tx, |c| sqlx::query(sql).bind(request).execute(c).await.map(|_| ()))?;
    Ok(())
}
