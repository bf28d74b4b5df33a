//! Providers for a request: suggested by an open rule, proposed with a reason, and every step
//! written into the neutrality log, which outlives the request.

mod sql;

pub(super) use sql::{insert_wish, providers as of};

use super::desk::{Edit, open};
use super::history;
use super::request::{Request, RequestProvider};
use super::sql as requests_sql;
use super::{Viewer, inbox, notify};
use crate::mail::templates::firm;
use crate::{Actor, Backend, BackendError, Conn, Id, Result, Tx, run, transaction};
use domain::content::Content;
use domain::matching::{self, Against, For, Suggestion};
use domain::request::{Budget, History, MailKind, Reference, ReleaseField, RequestState};
use domain::text::Line;
use domain::{FirmSize, Slug};
use jiff::civil::Date;
use std::sync::Arc;

/// Suggestions that are written into the neutrality log as shown.
pub const SHOWN: usize = 12;

/// Providers one can propose at a time.
pub const MOST: usize = 5;

/// A provider as suggested to staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// Provider id.
    pub provider: Slug,
    /// Points; equal points stand in the order of the day's wall.
    pub fit: u32,
    /// What speaks for it.
    pub reasons: Vec<For>,
    /// What speaks against it.
    pub against: Vec<Against>,
    /// How often it was proposed at this site in the last 30 days.
    pub proposed_lately: i64,
    /// Whether it was already proposed for this request.
    pub proposed: bool,
}

/// A provider picked by staff.
#[derive(Clone, Debug)]
pub struct Pick {
    /// Provider id.
    pub provider: Slug,
    /// Why, in words the firm reads.
    pub why: Option<Line<200>>,
}

/// All providers on today's wall, best fit first. Nothing is logged here: looking changes nothing.
///
/// # Errors
/// [`BackendError::NotFound`] if the viewer may not see the request.
pub async fn suggestions(
    backend: &Backend,
    content: &Content,
    viewer: &Viewer,
    request: &Id,
) -> Result<Vec<Suggested>> {
    let today = backend.now().day();
    let mut conn = backend.db.read().await?;
    let found = inbox::find_visible(&mut conn, viewer, request, today).await?;
    let request = found.ok_or(BackendError::NotFound)?;
    let known = of(&mut conn, &request.id).await?;
    let lately = sql::proposed_since(&mut conn, &request.site, days_before(today, 30)).await?;
    let ranked = rank(content, &request, &known, today);
    Ok(ranked
        .into_iter()
        .map(|suggestion| {
            let id = &suggestion.provider.meta.id;
            Suggested {
                provider: id.clone(),
                fit: suggestion.fit,
                proposed_lately: lately.iter().find(|(p, _)| p == id.as_str()).map_or(0, |x| x.1),
                proposed: known
                    .iter()
                    .any(|p| p.provider == id.as_str() && p.proposed_at.is_some()),
                reasons: suggestion.reasons,
                against: suggestion.against,
            }
        })
        .collect())
}

fn rank<'a>(
    content: &'a Content,
    request: &Request,
    known: &[RequestProvider],
    day: Date,
) -> Vec<Suggestion<'a>> {
    let wished = known.iter().filter(|p| p.wished).map(|p| p.provider.clone()).collect();
    matching::suggest(content, &request.facts(wished), day)
}

fn days_before(day: Date, days: i32) -> Date {
    day.checked_sub(jiff::Span::new().days(days)).unwrap_or(day)
}

/// Proposes providers to the firm and tells it. What staff saw, what they picked and why goes into
/// the neutrality log.
///
/// # Errors
/// [`BackendError::NotFound`], [`BackendError::Conflict`]; [`BackendError::Refused`] with
/// `request_state` before confirmation and after the end, `picks` for none or more than [`MOST`],
/// `provider_not_listed` for one that is not on today's wall.
pub async fn propose(
    backend: &Backend,
    content: &Arc<Content>,
    edit: Edit,
    picks: Vec<Pick>,
) -> Result<Request> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        transaction!(backend.db, |tx| {
            let request = open(tx, &backend, &edit).await?;
            propose_in(tx, &backend, &content, &edit.viewer.staff, &request, &picks).await
        })
    })
    .await
}

async fn propose_in(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    staff: &Id,
    request: &Request,
    picks: &[Pick],
) -> Result<Request> {
    if !request.state.allows_proposals() {
        return Err(BackendError::Refused("request_state"));
    }
    if picks.is_empty() || picks.len() > MOST {
        return Err(BackendError::Refused("picks"));
    }
    let site = content.sites.get(request.site.as_str()).ok_or(BackendError::NotFound)?;
    let now = backend.now();
    let known = of(tx, &request.id).await?;
    let ranked = rank(content, request, &known, now.day());
    let actor = Actor::Staff(staff.clone());
    for (place, suggestion) in ranked.iter().enumerate().take(SHOWN) {
        log(tx, backend, request, suggestion, place, "shown").await?;
    }
    for pick in picks {
        let id = pick.provider.as_str();
        let found = ranked.iter().enumerate().find(|(_, s)| s.provider.meta.id == pick.provider);
        let (place, suggestion) = found.ok_or(BackendError::Refused("provider_not_listed"))?;
        log(tx, backend, request, suggestion, place, "proposed").await?;
        let why = pick.why.as_ref().map(Line::as_str);
        sql::propose(tx, &request.id, id, staff, why, now).await?;
        let code = History::ProviderProposed.code();
        history::note(tx, backend, &request.id, code, &actor, Some(id), None).await?;
    }
    let update = requests_sql::Update { answered: true, ..requests_sql::Update::default() };
    requests_sql::update(tx, &request.id, now, &update).await?;
    let request = requests_sql::find(tx, &request.id).await?.ok_or(BackendError::NotFound)?;
    let names: Vec<&str> = picks
        .iter()
        .filter_map(|pick| content.providers.get(&pick.provider))
        .map(|provider| provider.text.text(request.mail_lang()).title.as_str())
        .collect();
    let (lang, reference) = (request.mail_lang(), request.reference);
    let letter = |link: &str| firm::providers_proposed(site, lang, reference, &names, link);
    notify::firm(tx, backend, site, &request, MailKind::ProvidersProposed, letter).await?;
    Ok(request)
}

async fn log(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    suggestion: &Suggestion<'_>,
    place: usize,
    step: &str,
) -> Result<()> {
    let reasons = suggestion.reasons.iter().map(|reason| reason.code());
    let against = suggestion.against.iter().map(|against| against.code());
    let why: Vec<&str> = reasons.chain(against).collect();
    let row = sql::Neutrality {
        request,
        provider: suggestion.provider.meta.id.as_str(),
        step,
        place: i64::try_from(place + 1).ok(),
        why: &why.join(" "),
    };
    sql::log(tx, &backend.id(), backend.now().day(), &row).await
}

/// Notes that the firm chose a provider: at most once per request and provider.
pub(super) async fn log_chosen(
    tx: &mut Tx,
    backend: &Backend,
    request: &Request,
    provider: &str,
) -> Result<()> {
    if sql::is_chosen(tx, &request.id, provider).await? {
        return Ok(());
    }
    let row = sql::Neutrality { request, provider, step: "chosen", place: None, why: "released" };
    sql::log(tx, &backend.id(), backend.now().day(), &row).await
}

/// What a provider sees of a request: an anonymous summary, and what the firm released to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderView {
    /// What both sides call it.
    pub reference: Reference,
    /// Where it stands.
    pub state: RequestState,
    /// Goal ids.
    pub goals: Vec<String>,
    /// Sector id.
    pub sector: Option<String>,
    /// District id.
    pub district: Option<String>,
    /// People working there.
    pub size: Option<FirmSize>,
    /// Possible spending.
    pub budget: Option<Budget>,
    /// The firm, if released.
    pub firm: Option<String>,
    /// The person, if released.
    pub person: Option<String>,
    /// E-mail address, if released.
    pub email: Option<String>,
    /// Telephone number, if released.
    pub phone: Option<String>,
    /// Their own words, if released.
    pub message: Option<String>,
}

/// What `provider` may see of a request now; `None` if it plays no part in it.
pub async fn provider_view(
    conn: &mut Conn,
    request: &Id,
    provider: &str,
) -> Result<Option<ProviderView>> {
    let Some(request) = requests_sql::find(conn, request).await? else { return Ok(None) };
    let known = of(conn, &request.id).await?;
    let Some(known) = known.into_iter().find(|p| p.provider == provider) else { return Ok(None) };
    let open = |field| known.released.contains(&field);
    let name = open(ReleaseField::Name);
    Ok(Some(ProviderView {
        reference: request.reference,
        state: request.state,
        goals: request.goals,
        sector: request.sector,
        district: request.district,
        size: request.size,
        budget: request.budget,
        firm: request.firm.filter(|_| name),
        person: name.then_some(request.person),
        email: request.email.filter(|_| open(ReleaseField::Email)),
        phone: request.phone.filter(|_| open(ReleaseField::Phone)),
        message: request.message.filter(|_| open(ReleaseField::Message)),
    }))
}
