//! What became of meetings, on both databases: asked once and only whom, answered, made use of, and
//! forgotten.

mod asking;
mod drafts;
mod telling;
mod using;

use super::*;
use crate::meetings::{self, Claimed, Link, MeetingEdit, NewMeeting};
use crate::requests::Viewer;
use crate::requests::tests::office::Office;
use crate::testing::{Fixture, NOON};
use crate::{Id, on};
use domain::calendar::at;
use domain::meeting::{MeetingKind, MeetingPlace};
use domain::outcome::ProposalState;
use domain::sample::slug;
use domain::text::Paragraph;
use jiff::civil::{date, time};

/// How often something is repeated: a few times always, often where `WERKBANK_TEST_LONG` is 1.
fn rounds(few: usize, many: usize) -> usize {
    if std::env::var("WERKBANK_TEST_LONG").is_ok_and(|v| v == "1") { many } else { few }
}

/// A slot of 45 minutes in December 2026.
fn slot(day: i8, hour: i8) -> Slot {
    Slot::new(at(date(2026, 12, day), time(hour, 0, 0, 0)), 45).unwrap()
}

/// A meeting with demir-digital that was agreed on by telephone.
async fn booked(office: &Office, request: &Id, slot: Slot) -> Meeting {
    let new = NewMeeting {
        kind: MeetingKind::Introduction,
        place: MeetingPlace::Phone,
        place_note: None,
        provider: Some(slug("demir-digital")),
        adviser: office.jens.clone(),
        others: Vec::new(),
        slots: vec![slot],
        agreed: true,
    };
    let edit = office.edit(&office.katrin, &office.request(request).await.unwrap());
    match meetings::propose(&office.b, &office.content, edit, new).await.unwrap() {
        Claimed::Done(meeting) => *meeting,
        other => panic!("{other:?}"),
    }
}

/// The host notes whether it took place.
async fn noted(office: &Office, meeting: &Meeting, took_place: bool) {
    let viewer = office.viewer(&office.katrin);
    let all = meetings::of_request(&office.b, &viewer, &meeting.request).await.unwrap();
    let version = all.iter().find(|m| m.id == meeting.id).unwrap().version;
    let edit = MeetingEdit {
        viewer,
        request: meeting.request.clone(),
        meeting: meeting.id.clone(),
        version,
    };
    meetings::note_outcome(&office.b, edit, took_place).await.unwrap();
}

async fn run(office: &Office) -> usize {
    ask(&office.b, &office.content).await.unwrap()
}

fn set(office: &Office, now: Instant) {
    office.fixture.clock.set(now);
}

/// To whom the question went, in order.
async fn asked(office: &Office) -> Vec<String> {
    let mails = office.mails().await;
    let mut to: Vec<String> =
        mails.into_iter().filter(|mail| mail.kind == "outcome_asked").map(|mail| mail.to).collect();
    to.sort();
    to
}

/// An answer without words.
fn plain(answer: Answer) -> Telling {
    Telling { answer, words: None, figures: None, may_tell: false }
}

async fn firm_tells(
    office: &Office,
    secret: &str,
    meeting: &Id,
    stage: Stage,
    telling: Telling,
) -> Option<Heard> {
    let link = Link::Firm(secret.to_owned());
    tell(&office.b, link, meeting.clone(), stage, telling).await.unwrap()
}

/// The secret of the newest link to a provider.
async fn provider_link(office: &Office) -> String {
    let mails = office.mails().await;
    let mail = mails.iter().rfind(|mail| mail.text.contains("/termin/")).unwrap();
    let (_, rest) = mail.text.split_once("/termin/").unwrap();
    rest.split(|c: char| c.is_whitespace() || c == '?').next().unwrap().to_owned()
}

/// Kind and number of everything that is counted about answers.
async fn counted(office: &Office) -> Vec<(String, i64)> {
    let sql = "
        select kind, n from counts where kind like 'outcome%' and key = 'all' and n > 0
        order by kind";
    let mut conn = office.b.db.read().await.unwrap();
    on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap()
}
