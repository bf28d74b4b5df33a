//! The ways through a meeting.

use super::*;
use crate::testing::Fixture;
use domain::request::RequestState;
use domain::text::Paragraph;

test_db!(the_earliest_common_time_books_itself, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(3, 16, 30), slot(2, 10, 0), slot(4, 11, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    assert_eq!(meeting.state, MeetingState::Proposed);
    assert_eq!(meeting.hold_until, Some(at(date(2026, 11, 28), time(0, 0, 0, 0))));
    assert_eq!(claims_of(&office, &meeting.id).await.len(), 18, "3 times, 3 quarters, 2 of them");
    assert_eq!(office.request(&request.id).await.unwrap().state, RequestState::Proposing);

    let first = firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    assert_eq!(first, Some(Answered::Waiting));
    let page = provider_page(&office.b, &provider_link(&office, &request.id).await)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(page.request.person, None);
    assert_eq!(page.meetings.len(), 1);
    assert_eq!(page.meetings[0].offered, [offered[1], offered[0], offered[2]]);
    let ticked = [offered[2], offered[0]];
    let second = provider_answers(&office, &meeting.id, fits(&ticked)).await;
    assert_eq!(second, Some(Answered::Booked(offered[0])));

    let booked = now(&office, &meeting.id).await;
    assert_eq!((booked.state, booked.slot), (MeetingState::Booked, Some(offered[0])));
    assert_eq!((booked.sequence, booked.hold_until), (0, None));
    let claims = claims_of(&office, &meeting.id).await;
    assert_eq!(claims.len(), 6);
    assert!(
        claims
            .iter()
            .all(|(_, quarter, booked)| { *booked && offered[0].quarters().contains(quarter) })
    );
    assert_eq!(office.request(&request.id).await.unwrap().state, RequestState::MeetingBooked);
    let again = firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    assert_eq!(again, Some(Answered::Booked(offered[0])));
    assert_eq!(calendars(&office).await.len(), 3);
    let history = office.history(&request.id).await;
    let tail: Vec<&str> = history.iter().rev().take(4).rev().map(String::as_str).collect();
    assert_eq!(tail, ["times_proposed", "meeting_answered", "meeting_answered", "booked"]);
});

test_db!(a_firm_without_mail_is_answered_for, |f: Fixture| async move {
    let office = Office::open(f).await;
    let changes = [("email", ""), ("contact_by", "phone")];
    let by =
        office.submission(&[changes[0], changes[1], ("channel", "phone")], Some(&office.katrin));
    let sent = crate::requests::submit(&office.b, &office.content, by).await.unwrap();
    let request = office.request(&sent.id).await.unwrap();
    let offered = [slot(2, 10, 0)];
    let meeting = proposed(&office, &request.id, advice(&office.jens, &offered)).await;
    let seat = meeting.seat(Party::Sme, request.id.as_str()).unwrap().id.clone();
    let (b, content, viewer) = (&office.b, &office.content, katrin(&office));
    let stranger =
        answer_for(b, content, viewer.clone(), meeting.id.clone(), b.id(), fits(&offered));
    assert!(matches!(stranger.await, Err(crate::BackendError::NotFound)));
    let booked = answer_for(b, content, viewer, meeting.id.clone(), seat, fits(&offered)).await;
    assert_eq!(booked.unwrap(), Answered::Booked(offered[0]));
    let sent = calendars(&office).await;
    assert_eq!(sent.len(), 1, "the adviser alone can be written to");
    assert_eq!(sent[0].to, "jens@werkbank.example");
});

test_db!(nothing_fits_and_staff_offers_anew, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let first = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &first)).await;
    let message = Some(Paragraph::parse("Nur freitags.").unwrap());
    let none = Reply::NoneFits { message, wishes: Vec::new() };
    let declined = firm_answers(&office, &secret, &meeting.id, none.clone()).await;
    assert_eq!(declined, Some(Answered::Declined));
    let again = firm_answers(&office, &secret, &meeting.id, none).await;
    assert_eq!(again, Some(Answered::Declined));
    assert!(claims_of(&office, &meeting.id).await.is_empty());
    assert_eq!(office.request(&request.id).await.unwrap().state, RequestState::Open);
    let told = office.mail_list().await;
    let told = told.iter().filter(|m| *m == "staff_meeting jens@werkbank.example").count();
    assert_eq!(told, 1);
    let late = provider_answers(&office, &meeting.id, fits(&first)).await;
    assert_eq!(late, Some(Answered::Over(MeetingState::Declined)));

    let second = [slot(4, 10, 0), slot(4, 14, 0)];
    let edit = meeting_edit(&office, &meeting.id).await;
    let stale = MeetingEdit { version: edit.version - 1, ..edit.clone() };
    let conflict = repropose(&office.b, &office.content, stale, second.to_vec()).await;
    assert!(matches!(conflict, Err(crate::BackendError::Conflict)));
    let anew = repropose(&office.b, &office.content, edit, second.to_vec()).await.unwrap();
    let Claimed::Done(anew) = anew else { panic!("{anew:?}") };
    assert_eq!((anew.id.clone(), anew.offered.clone()), (meeting.id.clone(), second.to_vec()));
    assert!(anew.seats.iter().all(|seat| seat.message.is_none()));
    let old = firm_answers(&office, &secret, &meeting.id, fits(&first)).await;
    assert_eq!(old, Some(Answered::Changed), "an old page");
    firm_answers(&office, &secret, &meeting.id, fits(&second)).await;
    let booked = provider_answers(&office, &meeting.id, fits(&second[1..])).await;
    assert_eq!(booked, Some(Answered::Booked(second[1])));
});

test_db!(no_time_in_common_is_told_once_and_can_still_be_mended, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    firm_answers(&office, &secret, &meeting.id, fits(&offered[..1])).await;
    let none = provider_answers(&office, &meeting.id, fits(&offered[1..])).await;
    assert_eq!(none, Some(Answered::NoCommonTime));
    let again = provider_answers(&office, &meeting.id, fits(&offered[1..])).await;
    assert_eq!(again, Some(Answered::NoCommonTime));
    let told = office.mail_list().await.iter().filter(|m| m.starts_with("staff_meeting")).count();
    assert_eq!(told, 1);
    let mended = firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    assert_eq!(mended, Some(Answered::Booked(offered[1])));
});

test_db!(moved_and_called_off_with_rising_numbers, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (b, content) = (office.b.clone(), office.content.clone());
    let (request, secret) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..introduction(&office, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &request.id, new).await;
    assert_eq!((meeting.state, meeting.sequence), (MeetingState::Booked, 0));
    let to = slot(2, 10, 15);
    let moved = move_to(&b, &content, meeting_edit(&office, &meeting.id).await, to.start()).await;
    let Ok(Claimed::Done(moved)) = moved else { panic!("{moved:?}") };
    assert_eq!((moved.slot, moved.sequence), (Some(to), 1), "overlapping its own old time");
    let same = move_to(&b, &content, meeting_edit(&office, &meeting.id).await, to.start()).await;
    let Ok(Claimed::Done(same)) = same else { panic!("{same:?}") };
    assert_eq!(same.sequence, 1, "moved to where it is");
    assert_eq!(claims_of(&office, &meeting.id).await.len(), 6);
    let by = By::Link(Link::Firm(secret.clone()), meeting.id.clone());
    let why = Some(Paragraph::parse("Krank.").unwrap());
    let off = call_off(&b, &content, by.clone(), why).await.unwrap().unwrap();
    assert_eq!((off.state, off.sequence), (MeetingState::Cancelled, 2));
    let again = call_off(&b, &content, by, None).await.unwrap().unwrap();
    assert_eq!(again.sequence, 2);
    assert!(claims_of(&office, &meeting.id).await.is_empty());
    assert_eq!(office.request(&request.id).await.unwrap().state, RequestState::Open);

    let sent = calendars(&office).await;
    assert_eq!(sent.len(), 9);
    for to in ["m.hoffmeister@sanitaer.example", "jens@werkbank.example"] {
        let own: Vec<&Sent> = sent.iter().filter(|mail| mail.to == to).collect();
        let methods: Vec<&str> = own.iter().map(|mail| mail.method.as_str()).collect();
        assert_eq!(methods, ["REQUEST", "REQUEST", "CANCEL"]);
        let numbers: Vec<String> = own.iter().map(|mail| mail.value("SEQUENCE")).collect();
        assert_eq!(numbers, ["0", "1", "2"]);
        assert!(own.iter().all(|mail| mail.value("UID") == own[0].value("UID")));
    }
});

test_db!(a_booked_meeting_can_be_offered_anew, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (b, content) = (office.b.clone(), office.content.clone());
    let (request, secret) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &request.id, new).await;
    let other = vec![slot(3, 10, 0), slot(4, 10, 0)];
    let edit = meeting_edit(&office, &meeting.id).await;
    let anew = repropose(&b, &content, edit, other.clone()).await.unwrap();
    let Claimed::Done(anew) = anew else { panic!("{anew:?}") };
    assert_eq!((anew.state, anew.slot, anew.sequence), (MeetingState::Proposed, None, 1));
    let booked = firm_answers(&office, &secret, &meeting.id, fits(&other)).await;
    assert_eq!(booked, Some(Answered::Booked(other[0])));
    let own: Vec<(String, String)> = calendars(&office)
        .await
        .iter()
        .filter(|mail| mail.to.starts_with("jens"))
        .map(|mail| (mail.method.clone(), mail.value("SEQUENCE")))
        .collect();
    let want = [("REQUEST", "0"), ("CANCEL", "1"), ("REQUEST", "2")];
    assert_eq!(own, want.map(|(method, n)| (method.to_owned(), n.to_owned())));
});

test_db!(holds_run_out, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    let until = meeting.hold_until.unwrap();
    office.fixture.clock.set(until.plus_ms(-1));
    assert_eq!(expire(&office.b, &office.content).await.unwrap(), 0);
    office.fixture.clock.set(until);
    assert_eq!(expire(&office.b, &office.content).await.unwrap(), 1);
    assert_eq!(expire(&office.b, &office.content).await.unwrap(), 0, "once");
    assert!(claims_of(&office, &meeting.id).await.is_empty());
    assert_eq!(office.request(&request.id).await.unwrap().state, RequestState::Open);
    let late = firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    assert_eq!(late, Some(Answered::Over(MeetingState::Expired)));
    // A proposal for tomorrow is not held longer than until then.
    let soon = [slot(1, 10, 0), slot(1, 14, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &soon)).await;
    assert_eq!(meeting.hold_until, Some(soon[1].start()));
});

test_db!(late_but_nobody_took_the_time, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, advice(&office.jens, &offered)).await;
    office.fixture.clock.set(meeting.hold_until.unwrap().plus_hours(1));
    let booked = firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    assert_eq!(booked, Some(Answered::Booked(offered[0])));
    let (other, other_secret) = firm(&office, 1).await;
    let second = proposed(&office, &other.id, advice(&office.jens, &offered[1..])).await;
    office.fixture.clock.set(second.hold_until.unwrap());
    let (third, _) = firm(&office, 2).await;
    proposed(&office, &third.id, advice(&office.jens, &offered[1..])).await;
    let gone = firm_answers(&office, &other_secret, &second.id, fits(&offered[1..])).await;
    assert_eq!(gone, Some(Answered::Gone));
    assert!(claims_of(&office, &second.id).await.is_empty());
    assert_eq!(now(&office, &second.id).await.state, MeetingState::Expired);
});
