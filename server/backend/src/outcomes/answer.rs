//! What the firm and the provider do with their links: say what became of it, and switch the
//! questions on and off. Opening a link changes nothing.

use super::sql::{self, Key};
use super::{Told, is_asked_about, open_to_firm, open_to_provider};
use crate::meetings::{self, Link, Locked};
use crate::requests::{Request, by_link, history};
use crate::tokens::{self, Bearer, Purpose};
use crate::{Actor, Backend, Id, Result, Tx, counts, run, transaction};
use domain::meeting::Party;
use domain::outcome::{Answer, Stage};
use domain::request::History;
use domain::text::Paragraph;
use domain::{Instant, Surface};

/// An answer as somebody gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// What they chose.
    pub answer: Answer,
    /// In their own words.
    pub words: Option<Paragraph<600>>,
    /// What it cost and what it brought.
    pub figures: Option<Paragraph<600>>,
    /// Whether they may be spoken to about a story.
    pub may_tell: bool,
}

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is noted, now or already before.
    Noted,
    /// The question is no longer open: there is a later one, or the meeting did not take place.
    TooLate,
}

/// One side says what became of a meeting, or says it differently. `None` if the link leads nowhere
/// or not to this meeting.
pub async fn tell(
    backend: &Backend,
    link: Link,
    meeting: Id,
    stage: Stage,
    telling: Telling,
) -> Result<Option<Heard>> {
    let backend = backend.clone();
    run(async move {
        transaction!(backend.db, |tx| {
            let (purpose, secret) = match &link {
                Link::Firm(secret) => (Purpose::SmeStatus, secret),
                Link::Provider(secret) => (Purpose::ProviderMeeting, secret),
            };
            let now = backend.now();
            let bearer = tokens::redeem(tx, purpose, secret, now).await?;
            let Some(bearer) = bearer else { return Ok(None) };
            let Some(locked) = meetings::lock(tx, &meeting).await? else { return Ok(None) };
            let Some(side) = side(&locked, &bearer) else { return Ok(None) };
            if !is_open(tx, &locked, &side, stage, now).await? {
                return Ok(Some(Heard::TooLate));
            }
            note(tx, &backend, &locked, &side, stage, &telling).await?;
            Ok(Some(Heard::Noted))
        })
    })
    .await
}

/// Who speaks.
struct Side<'a> {
    request: &'a Request,
    party: Party,
    subject: String,
}

/// Whose side the bearer of a link has at the table; `None` for a meeting of others.
fn side<'a>(locked: &'a Locked, bearer: &Bearer) -> Option<Side<'a>> {
    let id = bearer.id()?;
    let Some(provider) = &bearer.party else {
        let request = locked.requests.iter().find(|request| request.id == id)?;
        return Some(Side { request, party: Party::Sme, subject: id.to_string() });
    };
    let request = locked.request();
    let at_table = request.id == id && locked.meeting.provider.as_ref() == Some(provider);
    at_table.then(|| Side { request, party: Party::Provider, subject: provider.clone() })
}

async fn is_open(
    tx: &mut Tx,
    locked: &Locked,
    side: &Side<'_>,
    stage: Stage,
    now: Instant,
) -> Result<bool> {
    if !is_asked_about(side.request) {
        return Ok(false);
    }
    if side.party == Party::Provider {
        return Ok(open_to_provider(&locked.meeting, now) == Some(stage));
    }
    let all = meetings::of_firm(tx, &side.request.id).await?;
    let open = open_to_firm(&all, now);
    Ok(open.iter().any(|(meeting, at)| meeting.id == locked.meeting.id && *at == stage))
}

async fn note(
    tx: &mut Tx,
    backend: &Backend,
    locked: &Locked,
    side: &Side<'_>,
    stage: Stage,
    telling: &Telling,
) -> Result<()> {
    let (now, party, request) = (backend.now(), side.party, side.request);
    let key = Key { meeting: &locked.meeting.id, party, subject: &side.subject, stage };
    let before = sql::told(tx, key).await?;
    let told = as_told(telling, party, now);
    if before.as_ref().is_some_and(|before| before.same(&told)) {
        return Ok(());
    }
    sql::write(tx, &backend.id(), &request.id, key, &told).await?;
    if let Some(before) = &before {
        let step = step(party, stage, before.answer);
        let kept = history::step_counts(request, &step, Surface::Web);
        counts::take_back(tx, before.at.day(), &kept).await?;
    }
    let step = step(party, stage, told.answer);
    history::count_step(tx, request, Some(&step), Surface::Web, now).await?;
    let actor = match party {
        Party::Provider => Actor::Provider(side.subject.clone()),
        _ => Actor::Sme,
    };
    let detail = format!("{} {} {}", stage.code(), party.code(), told.answer.code());
    let code = History::OutcomeTold.code();
    history::note(tx, backend, &request.id, code, &actor, Some(&detail), None).await?;
    if party == Party::Sme {
        propose_story(tx, &request.id, now).await?;
    }
    Ok(())
}

/// What is kept of an answer: figures and stories are about what was worth it.
fn as_told(telling: &Telling, party: Party, now: Instant) -> Told {
    let is_good = telling.answer == Answer::WorthIt && party == Party::Sme;
    let text = |words: &Option<Paragraph<600>>| words.as_ref().map(|w| w.as_str().to_owned());
    Told {
        answer: telling.answer,
        words: text(&telling.words),
        figures: text(&telling.figures).filter(|_| is_good),
        may_tell: telling.may_tell && is_good,
        at: now,
    }
}

impl Told {
    fn same(&self, other: &Told) -> bool {
        Told { at: other.at, ..self.clone() } == *other
    }
}

/// The name of an answer in the figures.
fn step(party: Party, stage: Stage, answer: Answer) -> String {
    let side = if party == Party::Provider { "outcome_provider" } else { "outcome" };
    format!("{side}_{}_{}", stage.code(), answer.code())
}

/// A good answer makes a story proposal; one that is taken back takes it along, unless staff has
/// already decided about it.
async fn propose_story(tx: &mut Tx, request: &Id, now: Instant) -> Result<()> {
    let rows = sql::of_request(tx, request).await?;
    let good = rows.iter().any(|row| {
        row.party == Party::Sme
            && row.subject == request.as_str()
            && row.told.as_ref().is_some_and(|told| told.answer == Answer::WorthIt)
    });
    if good {
        sql::propose_story(tx, request, now).await
    } else {
        sql::withdraw_story(tx, request).await
    }
}

/// Switches the questions of a firm on, those after months included, or all of them off. `None` if
/// the link leads nowhere, or the request is no longer asked about.
pub async fn set_asking(backend: &Backend, secret: &str, on: bool) -> Result<Option<()>> {
    let (backend, secret) = (backend.clone(), secret.to_owned());
    run(async move {
        transaction!(backend.db, |tx| {
            let Some(request) = by_link(tx, &backend, &secret).await? else { return Ok(None) };
            let is_so = request.ask_later == on && request.unasked != on;
            if !is_so {
                sql::set_asking(tx, &request.id, on).await?;
                let code = if on { History::AskingAllowed } else { History::AskingEnded };
                history::note(tx, &backend, &request.id, code.code(), &Actor::Sme, None, None)
                    .await?;
            }
            Ok(Some(()))
        })
    })
    .await
}
