//! What the pages behind the links show.

use super::{Outcome, is_asked_about, open_to_firm, open_to_provider, sql};
use crate::meetings::{self, Meeting};
use crate::requests::{self, Request};
use crate::tokens::{self, Purpose};
use crate::{Backend, Result};
use domain::meeting::Party;
use domain::outcome::Stage;

/// A question that is open, with the answer so far.
#[derive(Clone, Debug)]
pub struct Question {
    /// About which meeting; the firms of others are not in it.
    pub meeting: Meeting,
    /// Which question.
    pub stage: Stage,
    /// What was said to it.
    pub told: Option<super::Told>,
}

/// What a firm's page shows.
#[derive(Clone, Debug)]
pub struct FirmOutcomes {
    /// The request.
    pub request: Request,
    /// Questions that are open, about the newest meeting first.
    pub questions: Vec<Question>,
    /// Answers to earlier ones, the newest first.
    pub earlier: Vec<Outcome>,
    /// Whether the firm can be asked at all: there has been a meeting, or there may be one.
    pub is_asked_about: bool,
}

/// What the firm behind a status link is asked and has said; `None` if the link leads nowhere.
pub async fn firm_outcomes(backend: &Backend, secret: &str) -> Result<Option<FirmOutcomes>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::SmeStatus, secret, now).await?;
    let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(None) };
    let Some(request) = requests::find(&mut conn, &id).await? else { return Ok(None) };
    let own = |row: &Outcome| row.party == Party::Sme && row.subject == id.as_str();
    let mut rows = sql::of_request(&mut conn, &id).await?;
    rows.retain(|row| own(row) && row.told.is_some());
    let mut questions = Vec::new();
    if is_asked_about(&request) {
        let all = meetings::of_firm(&mut conn, &id).await?;
        for (meeting, stage) in open_to_firm(&all, now) {
            let at = rows.iter().position(|row| row.meeting == meeting.id && row.stage == stage);
            let told = at.and_then(|at| rows.remove(at).told);
            let meeting = meeting.clone().seen_by(Party::Sme, id.as_str());
            questions.push(Question { meeting, stage, told });
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.told.as_ref().map(|told| told.at)));
    let is_asked_about = is_asked_about(&request);
    Ok(Some(FirmOutcomes { request, questions, earlier: rows, is_asked_about }))
}

/// What the provider behind its link is asked about the last of its meetings; `None` if there is
/// nothing to ask.
pub async fn provider_question(backend: &Backend, secret: &str) -> Result<Option<Question>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::ProviderMeeting, secret, now).await?;
    let Some(bearer) = bearer else { return Ok(None) };
    let (Some(id), Some(provider)) = (bearer.id(), bearer.party) else { return Ok(None) };
    let Some(request) = requests::find(&mut conn, &id).await? else { return Ok(None) };
    if !is_asked_about(&request) {
        return Ok(None);
    }
    let all = meetings::of_firm(&mut conn, &id).await?;
    let own = all.into_iter().filter(|m| m.provider.as_deref() == Some(provider.as_str()));
    let open = own.filter_map(|meeting| Some((open_to_provider(&meeting, now)?, meeting)));
    let Some((stage, meeting)) = open.max_by_key(|(_, meeting)| meeting.slot) else {
        return Ok(None);
    };
    let key = sql::Key { meeting: &meeting.id, party: Party::Provider, subject: &provider, stage };
    let told = sql::told(&mut conn, key).await?;
    let meeting = meeting.seen_by(Party::Provider, &provider);
    Ok(Some(Question { meeting, stage, told }))
}
