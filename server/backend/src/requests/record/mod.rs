//! Everything that is stored about one request, for the person it is about (Art. 15 and 20 DSGVO)
//! and for the archive. docs/adr/0028 says what is in it and what is not; `schema` names the shape.
//!
//! Notes of staff are about the person and are theirs to read. Not in it are members of staff by
//! name, words that another firm wrote about a joint meeting, and whatever only proves that a link
//! is genuine.

mod sql;

use super::request::{Event, Request, RequestProvider};
use super::{amend, history, providers};
use crate::meetings::{self, Meeting, Seat};
use crate::outcomes::{self, Outcome};
use crate::tokens::{self, Purpose};
use crate::{Actor, Backend, Conn, Id, Result};
use domain::Instant;
use domain::meeting::{Answer, MeetingKind, Party, TimeWish};
use domain::request::History;
use serde_json::{Value, json};

/// Name of the shape; another shape gets another name.
pub const SCHEMA: &str = "werkbank-request-1";

/// The record behind a firm's link, and what people call the request; `None` if the link leads
/// nowhere.
pub async fn own_record(backend: &Backend, secret: &str) -> Result<Option<(String, Value)>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::SmeStatus, secret, now).await?;
    let Some(id) = bearer.and_then(|bearer| bearer.id()) else { return Ok(None) };
    let Some(request) = super::sql::find(&mut conn, &id).await? else { return Ok(None) };
    let record = record(&mut conn, &request).await?;
    Ok(Some((request.reference.to_string(), record)))
}

/// The record of a request, for use cases that have checked who asks.
pub(crate) async fn record_of(conn: &mut Conn, id: &Id) -> Result<Option<Value>> {
    match super::sql::find(conn, id).await? {
        Some(request) => record(conn, &request).await.map(Some),
        None => Ok(None),
    }
}

async fn record(conn: &mut Conn, request: &Request) -> Result<Value> {
    let id = &request.id;
    let firm_meetings = meetings::of_firm(conn, id).await?;
    let is_joint = firm_meetings.iter().any(|meeting| meeting.kind == MeetingKind::Joint);
    let seen = firm_meetings.into_iter().map(|m| m.seen_by(Party::Sme, id.as_str()));
    let meetings: Vec<Value> = seen.map(|meeting| of_meeting(&meeting, id)).collect();
    let history = history::events(conn, id).await?;
    let events: Vec<Value> = history.iter().map(|event| of_event(event, is_joint)).collect();
    let released = sql::releases(conn, id).await?;
    let providers = providers::of(conn, id).await?;
    let providers: Vec<Value> = providers.iter().map(|p| of_provider(p, &released)).collect();
    let mails: Vec<Value> =
        sql::mails(conn, id).await?.into_iter().map(|m| of_mail(m, request)).collect();
    let shown: Vec<Value> = sql::neutrality(conn, id)
        .await?
        .into_iter()
        .map(|(day, provider, step, why)| {
            json!({ "day": day, "provider": provider, "step": step, "why": why })
        })
        .collect();
    let links: Vec<Value> = sql::links(conn, id)
        .await?
        .into_iter()
        .map(|(purpose, created, ends)| {
            json!({
                "for": purpose,
                "created_at": moment(Instant(created)),
                "ends_at": ends.map(|at| moment(Instant(at))),
            })
        })
        .collect();
    let told = outcomes::rows_of(conn, id).await?;
    let own = told.iter().filter(|row| row.party == Party::Sme && row.subject == id.as_str());
    let outcomes: Vec<Value> = own.map(of_outcome).collect();
    let confirmed_by = sql::confirmed_by(conn, id).await?;
    let address = amend::record(conn, id, moment).await?;
    Ok(json!({
        "schema": SCHEMA,
        "request": of_request(request, confirmed_by.as_deref()),
        "change_of_address": address,
        "providers": providers,
        "providers_shown_to_staff": shown,
        "history": events,
        "meetings": meetings,
        "outcomes": outcomes,
        "mails": mails,
        "links": links,
    }))
}

fn of_request(r: &Request, confirmed_by: Option<&str>) -> Value {
    json!({
        "reference": r.reference.to_string(),
        "site": r.site,
        "kind": r.kind.code(),
        "channel": r.channel.code(),
        "language": r.lang.code(),
        "state": r.state.code(),
        "firm": r.firm,
        "person": r.person,
        "email": r.email,
        "phone": r.phone,
        "contact_by": r.contact_by.code(),
        "message": r.message,
        "goals": r.goals,
        "budget": r.budget.map(domain::request::Budget::code),
        "sector": r.sector,
        "district": r.district,
        "size": r.size.map(domain::FirmSize::code),
        "story": r.story,
        "may_be_asked_later": r.ask_later,
        "wants_no_questions": r.unasked,
        "desk": r.desk,
        "routed_because": r.reason.code(),
        "has_adviser": r.assigned.is_some(),
        "created_at": moment(r.created_at),
        "changed_at": moment(r.changed_at),
        "confirmed_at": r.confirmed_at.map(moment),
        "confirmed_by": confirmed_by,
        "answered_at": r.answered_at.map(moment),
        "closed_at": r.closed_at.map(moment),
        "outcome": r.outcome.map(domain::request::Outcome::code),
        "kept_until": r.keep_until.map(|day| day.to_string()),
        "delete_on": r.delete_on.to_string(),
    })
}

fn of_provider(provider: &RequestProvider, released: &[(String, String, i64)]) -> Value {
    let fields: Vec<Value> = released
        .iter()
        .filter(|(to, ..)| *to == provider.provider)
        .map(|(_, field, since)| json!({ "field": field, "since": moment(Instant(*since)) }))
        .collect();
    json!({
        "provider": provider.provider,
        "named_by_you": provider.wished,
        "proposed_at": provider.proposed_at.map(moment),
        "why": provider.note,
        "released": fields,
    })
}

fn of_event(event: &Event, is_joint: bool) -> Value {
    let by = match &event.actor {
        Actor::Sme => "you".to_owned(),
        Actor::Staff(_) => "staff".to_owned(),
        Actor::Provider(id) => format!("provider {id}"),
        Actor::System => "program".to_owned(),
    };
    // In a joint meeting the words may be another firm's; the own ones stand with the meeting.
    let readable = match event.actor {
        Actor::Staff(_) => true,
        Actor::Sme => !is_joint,
        Actor::Provider(_) | Actor::System => false,
    };
    // A person of staff, or the address a server's refusal quotes, may be behind the first word.
    let detail = event.detail.as_deref().map(|detail| {
        if Id::parse(detail).is_some() && !event.event.starts_with("meeting_") {
            "staff"
        } else if event.event == History::OutcomeTold.code() && event.actor != Actor::Sme {
            // What a provider answered is the provider's.
            detail.rsplit_once(' ').map_or("", |(question, _)| question)
        } else if event.event.starts_with("mail_") {
            detail.split(' ').next().unwrap_or_default()
        } else {
            detail
        }
    });
    json!({
        "at": moment(event.at),
        "by": by,
        "what": event.event,
        "which": detail,
        "note": event.note.as_deref().filter(|_| readable),
    })
}

fn of_meeting(meeting: &Meeting, request: &Id) -> Value {
    let slots = |slots: &[domain::meeting::Slot]| -> Vec<String> {
        slots.iter().map(|slot| moment(slot.start())).collect()
    };
    let own = meeting.seat(Party::Sme, request.as_str());
    let answer = own.map(|seat: &Seat| {
        let (code, ticked) = match &seat.participant.answer {
            Answer::Open => ("open", Vec::new()),
            Answer::Fits(fitting) => ("fits", slots(fitting)),
            Answer::NoneFits => ("none_fits", Vec::new()),
        };
        let wish =
            |wish: &TimeWish| json!({ "day": wish.day.to_string(), "when": wish.part.code() });
        let wishes: Vec<Value> = seat.wishes.iter().map(wish).collect();
        json!({
            "answer": code,
            "fits": ticked,
            "message": seat.message,
            "could": wishes,
            "host_wanted": seat.host_wanted,
            "answered_at": seat.answered_at.map(moment),
        })
    });
    // Where a joint meeting takes place may be at another firm's.
    let is_joint = meeting.kind == MeetingKind::Joint;
    json!({
        "kind": meeting.kind.code(),
        "place": meeting.place.code(),
        "place_note": meeting.place_note.as_ref().filter(|_| !is_joint),
        "provider": meeting.provider,
        "minutes": meeting.minutes,
        "state": meeting.state.code(),
        "start": meeting.slot.map(|slot| moment(slot.start())),
        "proposed": slots(&meeting.offered),
        "your_answer": answer,
    })
}

/// A question about a meeting, and what the firm said.
fn of_outcome(outcome: &Outcome) -> Value {
    let told = outcome.told.as_ref();
    json!({
        "question": outcome.stage.code(),
        "asked_at": outcome.asked_at.map(moment),
        "answer": told.map(|told| told.answer.code()),
        "words": told.and_then(|told| told.words.as_deref()),
        "figures": told.and_then(|told| told.figures.as_deref()),
        "may_be_spoken_to_about_a_story": told.map(|told| told.may_tell),
        "answered_at": told.map(|told| moment(told.at)),
    })
}

/// A mail about the request. What was written to somebody else is theirs; that it was is not.
fn of_mail(mail: sql::MailRow, request: &Request) -> Value {
    let to_you = request.email.as_deref() == Some(mail.recipient.as_str());
    json!({
        "to": if to_you { "you" } else { "somebody else" },
        "about": mail.kind,
        "subject": Some(mail.subject).filter(|_| to_you),
        "state": mail.state,
        "written_at": moment(Instant(mail.created_at)),
        "done_at": mail.done_at.map(|at| moment(Instant(at))),
    })
}

/// A moment as a person and a machine read it.
fn moment(at: Instant) -> String {
    at.berlin().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
