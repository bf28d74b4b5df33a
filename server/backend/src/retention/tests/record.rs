//! What a firm downloads about its request.

use super::*;
use crate::requests::own_record;
use domain::text::Paragraph;

test_db!(a_record_holds_the_request_and_nobody_elses_data, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let note = Paragraph::parse("Wirkt entschlossen.").unwrap();
    let viewer = office.viewer(&office.jens);
    crate::requests::note(&office.b, &viewer, &request.id, &note).await.unwrap();
    let fields = [domain::request::ReleaseField::Phone];
    let (b, content) = (&office.b, &office.content);
    crate::requests::release(b, content, &secret, "demir-digital", &fields).await.unwrap();

    let before = office.number("select count(*) from request_event").await;
    let (reference, record) = own_record(&office.b, &secret).await.unwrap().unwrap();
    assert_eq!(reference, request.reference.to_string());
    assert_eq!(record["schema"], "werkbank-request-1");
    assert_eq!(record["request"]["email"], "m.hoffmeister@sanitaer.example");
    assert_eq!(record["request"]["created_at"], "2026-11-24T12:00:00+01:00");
    assert_eq!(record["request"]["delete_on"], request.delete_on.to_string());
    assert_eq!(record["providers"][0]["released"][0]["field"], "phone");
    let history = record["history"].as_array().unwrap();
    assert!(history.iter().any(|line| line["note"] == "Wirkt entschlossen."), "{history:#?}");
    let mails = record["mails"].as_array().unwrap();
    let own = mails.iter().filter(|mail| mail["to"] == "you").count();
    assert!(own >= 1 && own < mails.len(), "{mails:#?}");
    assert!(mails.iter().all(|mail| mail["to"] == "you" || mail["subject"].is_null()));

    let text = record.to_string();
    for foreign in ["Jens", "werkbank.example", office.jens.as_str(), secret.as_str()] {
        assert!(!text.contains(foreign), "{foreign}");
    }
    assert_eq!(office.number("select count(*) from request_event").await, before);
    assert_eq!(own_record(&office.b, &"A".repeat(43)).await.unwrap(), None);
});

test_db!(a_record_of_a_joint_meeting_names_no_other_firm, |f: Fixture| async move {
    use crate::meetings::{self, Claimed, Link, NewMeeting, Reply};
    use domain::meeting::{MeetingKind, MeetingPlace, Slot};
    let office = Office::open(f).await;
    let (first, first_secret) = office.confirmed(&[]).await;
    let other_form = [("email", "b@betrieb.example"), ("firm", "Betrieb B"), ("person", "Bea B")];
    let (other, other_secret) = office.confirmed(&other_form).await;
    let day = jiff::civil::date(2026, 12, 2);
    let start = domain::calendar::at(day, jiff::civil::time(10, 0, 0, 0));
    let new = NewMeeting {
        kind: MeetingKind::Joint,
        place: MeetingPlace::Video,
        place_note: Some(domain::text::Line::parse("Bei Betrieb B").unwrap()),
        provider: None,
        adviser: office.jens.clone(),
        others: vec![first.id.clone()],
        slots: vec![Slot::new(start, 45).unwrap(), Slot::new(start.plus_hours(2), 45).unwrap()],
        agreed: false,
    };
    let (b, content) = (&office.b, &office.content);
    let edit = office.edit(&office.katrin, &office.request(&other.id).await.unwrap());
    let Claimed::Done(meeting) = meetings::propose(b, content, edit, new).await.unwrap() else {
        panic!()
    };
    let message = Some(Paragraph::parse("Wir haben Inventur.").unwrap());
    let link = Link::Firm(other_secret.clone());
    let none = Reply::NoneFits { message, wishes: Vec::new() };
    meetings::answer(b, content, link, meeting.id.clone(), none).await.unwrap().unwrap();

    let (_, record) = own_record(b, &first_secret).await.unwrap().unwrap();
    assert_eq!(record["meetings"].as_array().unwrap().len(), 1);
    let text = record.to_string();
    for foreign in ["Betrieb B", "Bea", "betrieb.example", "Inventur", other.id.as_str()] {
        assert!(!text.contains(foreign), "{foreign}: {record:#}");
    }
    let (_, own) = own_record(b, &other_secret).await.unwrap().unwrap();
    assert_eq!(own["meetings"][0]["your_answer"]["message"], "Wir haben Inventur.");
});
