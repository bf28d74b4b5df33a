//! A request filled to the brim, deleted: not a word of it is anywhere.

use super::schema::columns;
use super::*;
use crate::mail::mailer::HandingOver;
use crate::mail::{Failure, Mailer, Parcel};
use crate::meetings::{self, Claimed, Link, NewMeeting, Reply, firm_meetings};
use crate::outbox::worker::{self, Step};
use crate::requests::{self, Pick};
use domain::calendar::at;
use domain::meeting::{MeetingKind, MeetingPlace, Slot};
use domain::request::ReleaseField;
use domain::sample::slug;
use domain::text::{Line, Paragraph};
use jiff::civil::{date, time};

/// What only this firm would write.
const WORDS: [&str; 8] = [
    "quastenberg",
    "zwirbelwerk",
    "xaverine",
    "ypsilantis",
    "9988776",
    "kammerorchester",
    "lindwurmgasse",
    "nachbarin",
];

const FORM: [(&str, &str); 5] = [
    ("firm", "Zwirbelwerk Quastenberg GmbH"),
    ("person", "Xaverine Ypsilantis"),
    ("email", "xaverine@quastenberg.example"),
    ("phone", "0231 9988776"),
    ("message", "Unser Kammerorchester braucht einen Plan."),
];

/// Refuses every mail, quoting the address.
struct Refusing;

impl Mailer for Refusing {
    fn hand_over<'a>(&'a self, parcel: &'a Parcel) -> HandingOver<'a> {
        let reason = format!("550 no such user {}", parcel.recipient);
        Box::pin(async { Err(Failure::Never(reason)) })
    }
}

fn slots() -> Vec<Slot> {
    [2, 3].map(|day| Slot::new(at(date(2026, 12, day), time(10, 0, 0, 0)), 45).unwrap()).to_vec()
}

async fn meet(office: &Office, request: &crate::Id, new: NewMeeting) -> crate::Id {
    let edit = office.edit(&office.katrin, &office.request(request).await.unwrap());
    match meetings::propose(&office.b, &office.content, edit, new).await.unwrap() {
        Claimed::Done(meeting) => meeting.id.clone(),
        other => panic!("{other:?}"),
    }
}

/// Everything a request can leave behind; its id and that of the other firm in a joint meeting.
async fn fill(office: &Office) -> (crate::Id, crate::Id, String) {
    let (b, content) = (&office.b, &office.content);
    let (request, secret) = office.confirmed(&FORM).await;
    let (other, other_secret) = office.confirmed(&[("email", "b@betrieb.example")]).await;
    let id = request.id.clone();
    let why = Some(Line::parse("Kennt sich mit Lindwurmgasse 7 aus.").unwrap());
    let pick = Pick { provider: slug("demir-digital"), why };
    let edit = office.edit(&office.jens, &request);
    requests::propose(b, content, edit, vec![pick]).await.unwrap();
    requests::release(b, content, &secret, "demir-digital", ReleaseField::ALL).await.unwrap();
    let note = Paragraph::parse("Frau Ypsilantis ruft die Nachbarin an.").unwrap();
    requests::note(b, &office.viewer(&office.jens), &id, &note).await.unwrap();
    let to = requests::Placed::Person(office.miriam.clone());
    let edit = office.edit(&office.jens, &office.request(&id).await.unwrap());
    requests::hand_over(b, content, edit, to, Some(note)).await.unwrap();

    let joint = NewMeeting {
        kind: MeetingKind::Joint,
        place: MeetingPlace::Video,
        place_note: Some(Line::parse("Lindwurmgasse 7, bei Quastenberg").unwrap()),
        provider: None,
        adviser: office.jens.clone(),
        others: vec![other.id.clone()],
        slots: slots(),
        agreed: false,
    };
    let shared = meet(office, &id, joint).await;
    let message = Some(Paragraph::parse("Dann probt das Kammerorchester.").unwrap());
    let none = Reply::NoneFits { message, wishes: Vec::new() };
    let link = Link::Firm(secret.clone());
    meetings::answer(b, content, link, shared, none).await.unwrap().unwrap();
    let introduction = NewMeeting {
        kind: MeetingKind::Introduction,
        place: MeetingPlace::Phone,
        place_note: Some(Line::parse("0231 9988776").unwrap()),
        provider: Some(slug("demir-digital")),
        adviser: office.miriam.clone(),
        others: Vec::new(),
        slots: slots()[..1].to_vec(),
        agreed: true,
    };
    meet(office, &id, introduction).await;
    let refusing: Arc<dyn Mailer> = Arc::new(Refusing);
    // Half of the mails are given up, the other half wait.
    for _ in 0..4 {
        assert_ne!(worker::step(b, &refusing, "test").await.unwrap(), Step::Idle);
    }
    (id, other.id, other_secret)
}

/// Where in the database any of `words` stands.
async fn found(office: &Office, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut searched = 0;
    for (table, columns) in columns(office, true).await {
        for column in columns {
            searched += 1;
            for word in words {
                let sql =
                    format!("select count(*) from {table} where lower({column}) like '%{word}%'");
                if office.number_of(sql).await > 0 {
                    found.push(format!("{word} in {table}.{column}"));
                }
            }
        }
    }
    assert!(searched > 80, "only {searched} columns of text");
    found
}

test_db!(a_deleted_request_leaves_no_word_behind, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (id, other, other_secret) = fill(&office).await;
    let before = found(&office, &WORDS).await;
    for place in [
        "request.firm",
        "request.found_by",
        "request.message",
        "request_event.note",
        "request_event.detail",
        "request_provider.note",
        "meeting.place_note",
        "participant.message",
        "outbox.recipient",
    ] {
        assert!(before.iter().any(|found| found.ends_with(place)), "{place} is not filled");
    }
    for word in WORDS {
        assert!(before.iter().any(|found| found.starts_with(word)), "{word} is nowhere");
    }
    let figures = "select coalesce(sum(n), 0) from counts where kind not like 'request_expired%'";
    let (counted, neutral) = (
        office.number_of(figures.replace("coalesce(sum(n), 0)", "cast(sum(n) as bigint)")).await,
        office.number("select count(*) from neutrality").await,
    );

    let request = office.request(&id).await.unwrap();
    // The other firm goes on and stays.
    office
        .run_text(format!("update request set delete_on = '2099-01-01' where id = '{other}'"))
        .await;
    let done = run_at(&office, midnight(request.delete_on)).await;
    assert_eq!(done.requests(), 1);
    assert_eq!(found(&office, &WORDS).await, Vec::<String>::new());
    // Neither its id nor what people called it, nor the key of its form, but in logs of ids.
    let reference = request.reference.stored().to_lowercase();
    let traces = found(&office, &[id.as_str(), reference.as_str()]).await;
    let is_log =
        |trace: &String| trace.ends_with("audit.subject") || trace.ends_with("deletion.subject");
    assert!(traces.iter().all(is_log), "{traces:?}");
    assert_eq!(office.number("select count(*) from request").await, 1, "the other's key alone");

    assert_eq!(
        office.number_of(figures.replace("coalesce(sum(n), 0)", "cast(sum(n) as bigint)")).await,
        counted,
        "figures stay"
    );
    assert_eq!(office.number("select count(*) from neutrality").await, neutral);
    let without = "select count(*) from neutrality where request is null";
    assert_eq!(office.number(without).await, neutral);
    let meetings = firm_meetings(&office.b, &other_secret).await.unwrap().unwrap();
    assert_eq!(meetings.len(), 1, "the joint meeting stays with the other firm");
});
