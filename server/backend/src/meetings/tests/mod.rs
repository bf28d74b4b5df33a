//! Meetings on both databases: the ways through them, the races, and random histories.

mod feeds;
mod flow;
mod histories;
mod mails;
mod races;
mod rearranged;
mod refusals;
mod reminders;
mod several;
mod sheets;
mod together;
mod wished;

use super::*;
use crate::on;
use crate::requests::tests::office::Office;
use crate::requests::{Edit, Request, Viewer};
use domain::calendar::at;
use domain::sample::slug;
use jiff::civil::{date, time};

/// How often something is repeated: a few times always, often where `WERKBANK_TEST_LONG` is 1.
fn rounds(few: usize, many: usize) -> usize {
    if std::env::var("WERKBANK_TEST_LONG").is_ok_and(|v| v == "1") { many } else { few }
}

/// A slot of 45 minutes in December 2026; the room is open from Tuesday to Friday, 10 to 18.
fn slot(day: i8, hour: i8, minute: i8) -> Slot {
    Slot::new(at(date(2026, 12, day), time(hour, minute, 0, 0)), 45).unwrap()
}

/// An introduction with demir-digital in the room, hosted by Jens.
fn introduction(office: &Office, slots: &[Slot]) -> NewMeeting {
    NewMeeting {
        kind: MeetingKind::Introduction,
        place: MeetingPlace::Room,
        place_note: None,
        provider: Some(slug("demir-digital")),
        adviser: office.jens.clone(),
        others: Vec::new(),
        slots: slots.to_vec(),
        agreed: false,
    }
}

/// A conversation of an adviser with one firm, in the room.
fn advice(adviser: &Id, slots: &[Slot]) -> NewMeeting {
    NewMeeting {
        kind: MeetingKind::Advice,
        place: MeetingPlace::Room,
        place_note: None,
        provider: None,
        adviser: adviser.clone(),
        others: Vec::new(),
        slots: slots.to_vec(),
        agreed: false,
    }
}

/// The request as it is now, for the coordinator to change.
async fn edit(office: &Office, request: &Id) -> Edit {
    office.edit(&office.katrin, &office.request(request).await.unwrap())
}

async fn proposed(office: &Office, request: &Id, new: NewMeeting) -> Meeting {
    match propose(&office.b, &office.content, edit(office, request).await, new).await.unwrap() {
        Claimed::Done(meeting) => *meeting,
        other => panic!("{other:?}"),
    }
}

/// The meeting as it is now.
async fn now(office: &Office, meeting: &Id) -> Meeting {
    let mut conn = office.b.db.read().await.unwrap();
    load::find(&mut conn, meeting).await.unwrap().unwrap()
}

async fn meeting_edit(office: &Office, meeting: &Id) -> MeetingEdit {
    let Meeting { request, version, .. } = now(office, meeting).await;
    let viewer = office.viewer(&office.katrin);
    MeetingEdit { viewer, request, meeting: meeting.clone(), version }
}

fn fits(slots: &[Slot]) -> Reply {
    Reply::Fits { starts: slots.iter().map(|slot| slot.start()).collect(), host_wanted: None }
}

/// The secret of the newest link to a provider about this request.
async fn provider_link(office: &Office, request: &Id) -> String {
    let mails = office.mails().await;
    let mut own = mails.iter().filter(|mail| mail.request.as_ref() == Some(request));
    let mail = own.rfind(|mail| mail.text.contains("/termin/")).unwrap();
    let (_, rest) = mail.text.split_once("/termin/").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

async fn firm_answers(
    office: &Office,
    secret: &str,
    meeting: &Id,
    reply: Reply,
) -> Option<Answered> {
    let link = Link::Firm(secret.to_owned());
    answer(&office.b, &office.content, link, meeting.clone(), reply).await.unwrap()
}

async fn provider_answers(office: &Office, meeting: &Id, reply: Reply) -> Option<Answered> {
    let request = now(office, meeting).await.request;
    let link = Link::Provider(provider_link(office, &request).await);
    answer(&office.b, &office.content, link, meeting.clone(), reply).await.unwrap()
}

async fn claims_of(office: &Office, meeting: &Id) -> Vec<(String, i64, bool)> {
    let sql = "
        select resource_kind, quarter_hour, hold_until from claim
        where meeting = $1 order by resource_kind, quarter_hour";
    let mut conn = office.b.db.read().await.unwrap();
    let rows: Vec<(String, i64, Option<i64>)> =
        on!(conn, |c| sqlx::query_as(sql).bind(meeting).fetch_all(c).await).unwrap();
    rows.into_iter().map(|(kind, quarter, until)| (kind, quarter, until.is_none())).collect()
}

/// A calendar mail in the outbox.
#[derive(Clone, Debug)]
struct Sent {
    request: Option<Id>,
    to: String,
    method: String,
    ics: String,
}

impl Sent {
    fn property(&self, name: &str) -> String {
        let unfolded = self.ics.replace("\r\n ", "");
        let (_, event) = unfolded.split_once("BEGIN:VEVENT\r\n").unwrap();
        let mut lines = event.lines().filter(|line| {
            line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';']))
        });
        let line = lines.next().unwrap_or_else(|| panic!("no {name}")).to_owned();
        assert_eq!(lines.next(), None, "{name} twice");
        line
    }

    fn value(&self, name: &str) -> String {
        self.property(name).split_once(':').unwrap().1.to_owned()
    }
}

/// All calendar mails; those of a request in the order in which they were written.
async fn calendars(office: &Office) -> Vec<Sent> {
    let sql = "
        select request, recipient, calendar_method, calendar from outbox where calendar is not null
        order by request, nr";
    let mut conn = office.b.db.read().await.unwrap();
    let rows: Vec<(Option<Id>, String, String, String)> =
        on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    let sent = |(request, to, method, ics)| Sent { request, to, method, ics };
    rows.into_iter().map(sent).collect()
}

/// Distinct firms for many requests: one address gets only so many mails a day.
async fn firm(office: &Office, n: usize) -> (Request, String) {
    let email = format!("firma{n}@betrieb.example");
    office.confirmed(&[("email", &email)]).await
}

/// A viewer who sees everything of the site.
fn katrin(office: &Office) -> Viewer {
    office.viewer(&office.katrin)
}
