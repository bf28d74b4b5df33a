//! Joint meetings: what each firm learns of the others, which is nothing.

use super::*;
use crate::requests::{self, own_record, status};
use crate::testing::Fixture;
use domain::meeting::{DayPart, TimeWish};
use domain::request::RequestState;
use domain::text::{Line, Paragraph};

/// Firms whose every word can be told from the others'.
struct Firms(Vec<(Request, String)>);

const MARKS: [&str; 4] = ["Quastenberg", "Lindwurm", "Zwirnfaden", "Morgenstern"];

impl Firms {
    async fn of(office: &Office, n: usize) -> Firms {
        let mut firms = Vec::new();
        for mark in &MARKS[..n] {
            let email = format!("{}@{}.example", mark.to_lowercase(), mark.to_lowercase());
            let (firm, message) = (format!("Firma {mark}"), format!("Wort von {mark}."));
            let person = format!("Person {mark}");
            let form = [
                ("firm", firm.as_str()),
                ("person", person.as_str()),
                ("message", message.as_str()),
                ("email", email.as_str()),
            ];
            firms.push(office.confirmed(&form).await);
        }
        Firms(firms)
    }

    async fn propose(&self, office: &Office, slots: &[Slot]) -> Meeting {
        let others = self.0[1..].iter().map(|(request, _)| request.id.clone()).collect();
        let new = NewMeeting { kind: MeetingKind::Joint, others, ..advice(&office.jens, slots) };
        proposed(office, &self.0[0].0.id, new).await
    }

    async fn states(&self, office: &Office) -> Vec<RequestState> {
        let mut states = Vec::new();
        for (request, _) in &self.0 {
            states.push(office.request(&request.id).await.unwrap().state);
        }
        states
    }
}

test_db!(a_new_address_gets_what_is_booked_and_the_others_hear_nothing, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 2).await;
    let (request, secret) = &firms.0[0];
    let shared = [slot(2, 10, 0), slot(2, 14, 0)];
    let joint = firms.propose(&office, &shared).await;
    for (_, secret) in &firms.0 {
        firm_answers(&office, secret, &joint.id, fits(&shared)).await;
    }
    let agreed = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(3, 10, 0)]) };
    proposed(&office, &request.id, agreed).await;
    proposed(&office, &request.id, advice(&office.jens, &[slot(4, 10, 0), slot(4, 14, 0)])).await;
    let before = calendars(&office).await.len();
    office.change(secret, &[("email", "neu@quastenberg.example")]).await;
    assert_eq!(calendars(&office).await.len(), before, "not before it is confirmed");
    let link = office.address_link().await;
    for _ in 0..2 {
        requests::confirm_address(&office.b, &office.content, &link).await.unwrap().unwrap();
    }
    let sent: Vec<Sent> = calendars(&office).await;
    assert_eq!(sent.len(), before + 2, "what is booked, once; not what is only proposed");
    let to = |address: &str| -> Vec<Sent> {
        sent.iter().filter(|mail| mail.to == address).cloned().collect()
    };
    let (old, new) = (to("quastenberg@quastenberg.example"), to("neu@quastenberg.example"));
    assert_eq!(new.len(), 2);
    for mail in &new {
        assert_eq!(mail.method, "REQUEST");
        assert!(mail.property("ATTENDEE").contains("neu@quastenberg.example"));
        let same = old.iter().find(|other| other.value("UID") == mail.value("UID")).unwrap();
        assert_eq!(same.value("DTSTART"), mail.value("DTSTART"));
    }
});

test_db!(who_sits_at_one_table_is_no_longer_called_similar, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 3).await;
    let own = &firms.0[0].0.id;
    let alike = async || {
        let found = requests::similar(&office.b, &katrin(&office), own).await.unwrap();
        found.alike.into_iter().map(|alike| alike.request.id).collect::<Vec<_>>()
    };
    assert_eq!(alike().await.len(), 2);
    let others = vec![firms.0[1].0.id.clone()];
    let kind = MeetingKind::Joint;
    let times = [slot(2, 10, 0), slot(3, 10, 0)];
    let new = NewMeeting { kind, others, ..advice(&office.jens, &times) };
    let meeting = proposed(&office, own, new).await;
    assert_eq!(alike().await, [firms.0[2].0.id.clone()]);
    let by = By::Staff(meeting_edit(&office, &meeting.id).await);
    call_off(&office.b, &office.content, by, None).await.unwrap();
    assert_eq!(alike().await.len(), 2, "nothing came of it");
});

fn none_fits(words: &str) -> Reply {
    let wish = TimeWish { day: date(2026, 12, 9), part: DayPart::Morning };
    Reply::NoneFits { message: Some(Paragraph::parse(words).unwrap()), wishes: vec![wish] }
}

/// Everything one firm gets to see: its mails with their calendars, its pages, its own data.
async fn seen_by(office: &Office, firm: &(Request, String)) -> String {
    let sql = "select coalesce(subject, '') || coalesce(body_text, '') || coalesce(body_html, '')
        || coalesce(calendar, '') || sender_name || sender || recipient
        from outbox where recipient = $1";
    let mut conn = office.b.db.read().await.unwrap();
    let mails: Vec<(String,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(firm.0.email.as_deref()).fetch_all(c).await)
            .unwrap();
    drop(conn);
    assert!(!mails.is_empty());
    let meetings = firm_meetings(&office.b, &firm.1).await.unwrap().unwrap();
    let status = status(&office.b, &firm.1).await.unwrap().unwrap();
    let (_, record) = own_record(&office.b, &firm.1).await.unwrap().unwrap();
    let mails: String = mails.into_iter().map(|(mail,)| mail.replace("\r\n ", "")).collect();
    format!("{mails}\n{meetings:?}\n{status:?}\n{record}")
}

/// What lies on the table, and what calendars show that are subscribed to: not for one firm, but
/// where every firm may see it.
async fn lies_about(office: &Office, meeting: &Meeting) -> String {
    let (b, viewer) = (&office.b, katrin(office));
    let mut all = String::new();
    for edit in [feeds::own(&office.jens), feeds::room(office)] {
        let secret = subscribe(b, edit).await.unwrap();
        let ics = feed(b, &office.content, &secret).await.unwrap().unwrap();
        assert!(ics.contains("Gemeinsames Treffen"), "{ics}");
        // A calendar of the team names the meeting by its number and says nothing else.
        let named = office.request(&meeting.request).await.unwrap().reference.to_string();
        all += &ics.replace("\r\n ", "").replace(&named, "");
    }
    if meeting.state == MeetingState::Booked {
        let copy = SheetCopy::Table;
        let table = sheet(b, &viewer, &meeting.request, &meeting.id, copy).await.unwrap();
        assert_eq!(table.firms.len(), meeting.firms);
        all += &format!("{table:?}");
    }
    all
}

/// Nothing that lies about names a firm.
async fn nobody_is_named(office: &Office, firms: &Firms, meeting: &Id) {
    let seen = lies_about(office, &now(office, meeting).await).await;
    for (mark, (request, _)) in MARKS.iter().zip(&firms.0) {
        let (small, reference) = (mark.to_lowercase(), request.reference.to_string());
        for named in [*mark, &small, &reference] {
            assert!(!seen.contains(named), "{named}: {seen}");
        }
    }
}

/// No firm has seen a mark, an id or a reference of another one.
async fn nobody_knows_anybody(office: &Office, firms: &Firms) {
    let mut looked = 0;
    for (n, firm) in firms.0.iter().enumerate() {
        let seen = seen_by(office, firm).await;
        assert!(seen.contains(MARKS[n]), "the search finds what is there");
        for (other, (request, _)) in firms.0.iter().enumerate().filter(|(other, _)| *other != n) {
            let reference = request.reference.to_string();
            for foreign in [MARKS[other], &MARKS[other].to_lowercase(), &reference] {
                assert!(!seen.contains(foreign), "{} has seen {foreign}: {seen}", MARKS[n]);
                looked += 1;
            }
        }
    }
    println!("{looked} searches");
}

test_db!(no_firm_learns_anything_of_another, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 4).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = firms.propose(&office, &offered).await;
    assert_eq!(meeting.firms, 4);
    nobody_knows_anybody(&office, &firms).await;
    nobody_is_named(&office, &firms, &meeting.id).await;
    let mails = office.mails().await;
    let asked: Vec<_> = mails.iter().filter(|mail| mail.kind == "meeting_proposed").collect();
    assert_eq!(asked.len(), 4);
    for mail in asked {
        assert!(mail.text.contains("drei weiteren Betrieben"), "{}", mail.text);
    }
    // One cannot, one would rather not, two agree: every way out of the table.
    let gone = firm_answers(&office, &firms.0[1].1, &meeting.id, none_fits("Inventur!")).await;
    assert_eq!(gone, Some(Answered::Declined));
    let again = firm_answers(&office, &firms.0[1].1, &meeting.id, none_fits("Inventur!")).await;
    assert_eq!(again, Some(Answered::Declined), "pressed twice");
    firm_answers(&office, &firms.0[0].1, &meeting.id, fits(&offered)).await;
    firm_answers(&office, &firms.0[2].1, &meeting.id, fits(&offered[1..])).await;
    let by = || By::Link(Link::Firm(firms.0[3].1.clone()), meeting.id.clone());
    for _ in 0..2 {
        let left = call_off(&office.b, &office.content, by(), None).await.unwrap();
        assert!(left.is_some());
    }
    let booked = now(&office, &meeting.id).await;
    assert_eq!((booked.state, booked.slot), (MeetingState::Booked, Some(offered[1])));
    assert_eq!(booked.firms, 2);
    let (booked, open) = (RequestState::MeetingBooked, RequestState::Open);
    assert_eq!(firms.states(&office).await, [booked, open, booked, open]);
    nobody_knows_anybody(&office, &firms).await;
    nobody_is_named(&office, &firms, &meeting.id).await;
    for ics in calendars(&office).await {
        assert_eq!(ics.ics.matches("ATTENDEE").count(), 1);
    }
    let feed = "select count(*) from outbox where kind = 'staff_meeting'
        and body_text like '%macht ein Betrieb nicht mehr mit%'";
    assert_eq!(office.number(feed).await, 2, "staff is told of each, once");

    // Back to one firm: the meeting is off, and still nobody knows why.
    let by = By::Link(Link::Firm(firms.0[0].1.clone()), meeting.id.clone());
    let why = Some(Paragraph::parse("Zu weit.").unwrap());
    call_off(&office.b, &office.content, by, why).await.unwrap().unwrap();
    assert_eq!(now(&office, &meeting.id).await.state, MeetingState::Cancelled);
    assert_eq!(firms.states(&office).await, [open; 4]);
    nobody_knows_anybody(&office, &firms).await;
    assert!(!seen_by(&office, &firms.0[2]).await.contains("Zu weit"));
});

test_db!(what_a_firm_says_when_it_leaves_stays_with_its_request, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 3).await;
    let meeting = firms.propose(&office, &[slot(2, 10, 0), slot(3, 10, 0)]).await;
    firm_answers(&office, &firms.0[0].1, &meeting.id, none_fits("Erst im Januar.")).await;
    let mut conn = office.b.db.read().await.unwrap();
    for (n, (request, _)) in firms.0.iter().enumerate() {
        let events = crate::requests::history::events(&mut conn, &request.id).await.unwrap();
        let words: Vec<String> = events.into_iter().filter_map(|event| event.note).collect();
        let own = words.iter().any(|words| {
            words.contains("Erst im Januar.") && words.contains("9. Dezember vormittags")
        });
        assert_eq!(own, n == 0, "{words:?}");
    }
});

test_db!(a_firm_that_withdraws_its_request_drops_out, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 3).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = firms.propose(&office, &offered).await;
    for n in [0, 1] {
        firm_answers(&office, &firms.0[n].1, &meeting.id, fits(&offered)).await;
    }
    crate::requests::withdraw(&office.b, &office.content, &firms.0[2].1).await.unwrap();
    let booked = now(&office, &meeting.id).await;
    assert_eq!(booked.state, MeetingState::Booked, "those who stay had agreed");
    nobody_knows_anybody(&office, &firms).await;
});

test_db!(who_can_sit_at_a_joint_table, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 2).await;
    let slots = [slot(2, 10, 0), slot(3, 10, 0)];
    let (b, content) = (&office.b, &office.content);
    let joint = |others: Vec<Id>| NewMeeting {
        kind: MeetingKind::Joint,
        others,
        ..advice(&office.jens, &slots)
    };
    let own = &firms.0[0].0.id;
    let refused = async |new: NewMeeting| {
        let edit = edit(&office, own).await;
        crate::requests::tests::office::refusal(propose(b, content, edit, new).await)
    };
    assert_eq!(refused(joint(vec![own.clone()])).await, "joint_firms", "alone");
    assert_eq!(refused(joint(vec![b.id()])).await, "not_found");
    let unconfirmed = office.submit(&[("email", "u@firma.example")]).await;
    assert_eq!(refused(joint(vec![unconfirmed.id])).await, "request_state");
    let other = firms.0[1].0.id.clone();
    let home = Some(Line::parse("Bei Quastenberg").unwrap());
    let at_home =
        NewMeeting { place: MeetingPlace::Firm, place_note: home, ..joint(vec![other.clone()]) };
    assert_eq!(refused(at_home).await, "joint_place");
    // A colleague's firm is nobody's to invite.
    let foreign = edit(&office, own).await;
    let viewer = office.viewer(&office.samuel);
    let hidden = propose(b, content, Edit { viewer, ..foreign }, joint(vec![other.clone()])).await;
    assert_eq!(crate::requests::tests::office::refusal(hidden), "not_found");
    // The same wish twice is one meeting; with other firms it is another one.
    let made = firms.propose(&office, &slots).await;
    let again = firms.propose(&office, &slots).await;
    assert_eq!(made.id, again.id);
    let (third, _) = office.confirmed(&[("email", "dritte@firma.example")]).await;
    let edit = edit(&office, own).await;
    let taken = propose(b, content, edit, joint(vec![other, third.id])).await.unwrap();
    assert!(matches!(taken, Claimed::Taken { .. }), "{taken:?}");
});

test_db!(firms_that_answer_at_once_book_one_meeting, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 4).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = firms.propose(&office, &offered).await;
    let tasks: Vec<_> = firms
        .0
        .iter()
        .enumerate()
        .flat_map(|(n, (_, secret))| (0..3).map(move |_| (n, secret.clone())))
        .map(|(n, secret)| {
            let (b, content, id) = (office.b.clone(), office.content.clone(), meeting.id.clone());
            let reply = if n == 3 { none_fits("Nein.") } else { fits(&offered) };
            tokio::spawn(async move {
                answer(&b, &content, Link::Firm(secret), id, reply).await.unwrap()
            })
        })
        .collect();
    for task in tasks {
        assert!(task.await.unwrap().is_some(), "everybody gets an answer");
    }
    let booked = now(&office, &meeting.id).await;
    assert_eq!((booked.state, booked.firms), (MeetingState::Booked, 3));
    let invited = calendars(&office).await.iter().filter(|mail| mail.method == "REQUEST").count();
    assert_eq!(invited, 4, "three firms and the host, once each");
});

test_db!(two_of_three_who_leave_at_once_leave_nobody_alone, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 3).await;
    let meeting = firms.propose(&office, &[slot(2, 10, 0), slot(3, 10, 0)]).await;
    let leave = |n: usize| {
        let by = By::Link(Link::Firm(firms.0[n].1.clone()), meeting.id.clone());
        let (b, content) = (office.b.clone(), office.content.clone());
        tokio::spawn(async move { call_off(&b, &content, by, None).await.unwrap() })
    };
    for left in [leave(0), leave(1)] {
        assert!(left.await.unwrap().is_some());
    }
    let after = now(&office, &meeting.id).await;
    assert_eq!((after.state, after.firms), (MeetingState::Cancelled, 2));
    assert_eq!(firms.states(&office).await, [RequestState::Open; 3]);
});

test_db!(a_firm_can_leave_a_table_whose_times_ran_out, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 3).await;
    let meeting = firms.propose(&office, &[slot(8, 10, 0), slot(9, 10, 0)]).await;
    office.fixture.clock.set(meeting.hold_until.unwrap());
    assert_eq!(expire(&office.b, &office.content).await.unwrap(), 1);
    let by = || By::Link(Link::Firm(firms.0[2].1.clone()), meeting.id.clone());
    let why = Some(Paragraph::parse("Lieber allein.").unwrap());
    for _ in 0..2 {
        let left = call_off(&office.b, &office.content, by(), why.clone()).await.unwrap();
        assert!(left.is_some(), "pressed twice");
    }
    let after = now(&office, &meeting.id).await;
    assert_eq!((after.state, after.firms), (MeetingState::Expired, 2));
    let said = "select count(*) from request_event where note = 'Lieber allein.'";
    assert_eq!(office.number(said).await, 1, "at its own request");
});

test_db!(a_deleted_request_leaves_no_firm_alone_at_the_table, |f: Fixture| async move {
    let office = Office::open(f).await;
    let firms = Firms::of(&office, 2).await;
    let others = vec![firms.0[1].0.id.clone()];
    let kind = MeetingKind::Joint;
    let new = NewMeeting { kind, others, agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &firms.0[0].0.id, new).await;
    let gone = &firms.0[0].0.id;
    let sql =
        format!("update request set delete_on = '2026-01-01', created_at = 0 where id = '{gone}'");
    office.run_text(sql).await;
    crate::retention::run_now(&office.b, &office.content).await.unwrap();
    assert!(office.request(gone).await.is_none());
    let after = now(&office, &meeting.id).await;
    assert_eq!((after.state, after.firms), (MeetingState::Cancelled, 1));
    assert_eq!(claims_of(&office, &meeting.id).await, []);
    let stays = office.request(&firms.0[1].0.id).await.unwrap();
    assert_eq!(stays.state, RequestState::Open);
    let sent = calendars(&office).await.into_iter().filter(|mail| mail.method == "CANCEL");
    let told: Vec<String> = sent.map(|mail| mail.to).collect();
    let host = "jens@werkbank.example".to_owned();
    assert!(told.len() == 2 && told.contains(&host) && told.contains(&stays.email.unwrap()));
});
