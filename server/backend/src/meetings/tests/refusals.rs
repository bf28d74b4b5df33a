//! What is refused, and says why.

use super::*;
use crate::requests::tests::office::refusal;
use crate::testing::Fixture;
use domain::calendar::{Holiday, Unavailable};
use domain::request::ReleaseField;

test_db!(nothing_is_proposed_before_confirmation, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let edit = edit(&office, &sent.id).await;
    let refused = propose(&office.b, &office.content, edit, introduction(&office, &offered)).await;
    assert_eq!(refusal(refused), "request_state");
    assert_eq!(office.number("select count(*) from claim").await, 0);
    assert_eq!(office.number("select count(*) from meeting").await, 0);
});

test_db!(the_rules_of_a_proposal, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let two = [slot(2, 10, 0), slot(3, 10, 0)];
    let attempt = async |new: NewMeeting| {
        propose(&office.b, &office.content, edit(&office, &request.id).await, new).await
    };
    let base = introduction(&office, &two);
    let five: Vec<Slot> = (10..15).map(|hour| slot(2, hour, 0)).collect();
    let short = Slot::new(slot(3, 10, 0).start(), 30).unwrap();
    for (code, new) in [
        ("slot_count", introduction(&office, &two[..1])),
        ("slot_count", introduction(&office, &five)),
        ("slot_count", introduction(&office, &[two[0], two[0]])),
        ("slot_durations", introduction(&office, &[two[0], short])),
        ("provider_missing", NewMeeting { provider: None, ..base.clone() }),
        ("provider_missing", NewMeeting { kind: MeetingKind::Advice, ..base.clone() }),
        (
            "provider_not_listed",
            NewMeeting { provider: Some(slug("gibt-es-nicht")), ..base.clone() },
        ),
        (
            "provider_not_proposed",
            NewMeeting { provider: Some(slug("tourenwerk")), ..base.clone() },
        ),
        ("no_such_adviser", NewMeeting { adviser: office.b.id(), ..base.clone() }),
        ("joint_firms", NewMeeting { kind: MeetingKind::Joint, ..advice(&office.jens, &two) }),
    ] {
        assert_eq!(refusal(attempt(new).await), code);
    }
    let stranger =
        Edit { viewer: office.viewer(&office.samuel), ..edit(&office, &request.id).await };
    let hidden = propose(&office.b, &office.content, stranger, base.clone()).await;
    assert_eq!(refusal(hidden), "not_found");
    let old = edit(&office, &request.id).await;
    let old = Edit { version: old.version - 1, ..old };
    assert_eq!(refusal(propose(&office.b, &office.content, old, base).await), "conflict");
    assert_eq!(office.number("select count(*) from claim").await, 0);
});

test_db!(impossible_times_are_named_with_their_reason, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let times = [slot(2, 9, 0), slot(2, 17, 30), slot(25, 10, 0), slot(2, 10, 0)];
    let edit = edit(&office, &request.id).await;
    let new = introduction(&office, &times);
    let refused = propose(&office.b, &office.content, edit, new).await.unwrap();
    let Claimed::Unavailable(mut why) = refused else { panic!("{refused:?}") };
    why.sort_by_key(|(slot, _)| *slot);
    let want = [
        (times[0], Unavailable::Hours),
        (times[1], Unavailable::Hours),
        (times[2], Unavailable::Holiday(Holiday::ChristmasDay)),
    ];
    assert_eq!(why, want);
    assert_eq!(office.number("select count(*) from claim").await, 0);
});

test_db!(a_taken_time_comes_with_alternatives, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (first, _) = firm(&office, 0).await;
    let (second, _) = firm(&office, 1).await;
    let shared = slot(2, 11, 0);
    proposed(&office, &first.id, advice(&office.jens, &[shared])).await;
    let before = office.mail_list().await.len();
    let new = introduction(&office, &[slot(2, 11, 30), slot(3, 10, 0)]);
    let new = NewMeeting { adviser: office.miriam.clone(), ..new };
    let refused = propose(&office.b, &office.content, edit(&office, &second.id).await, new).await;
    let Ok(Claimed::Taken { taken, alternatives }) = refused else { panic!("{refused:?}") };
    assert_eq!(taken, [slot(2, 11, 30)]);
    assert_eq!(alternatives.len(), 6);
    assert!(alternatives.iter().all(|slot| !slot.overlaps(shared)));
    assert!(alternatives.iter().any(|near| near.day() == shared.day()));
    assert_eq!(office.number("select count(*) from meeting").await, 1);
    assert_eq!(office.mail_list().await.len(), before, "nothing went out");
    let choice = [alternatives[0], alternatives[1]];
    proposed(&office, &second.id, introduction(&office, &choice)).await;
});

test_db!(a_proposal_sent_twice_is_one, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let edit = edit(&office, &request.id).await;
    let new = introduction(&office, &[slot(2, 10, 0), slot(3, 10, 0)]);
    let mut ids = Vec::new();
    for _ in 0..3 {
        let made = propose(&office.b, &office.content, edit.clone(), new.clone()).await.unwrap();
        let Claimed::Done(meeting) = made else { panic!("{made:?}") };
        ids.push(meeting.id);
    }
    assert!(ids.iter().all(|id| *id == ids[0]));
    let asked = office.mail_list().await;
    assert_eq!(asked.iter().filter(|mail| mail.starts_with("provider_asked")).count(), 1);
});

test_db!(a_link_reaches_its_own_meeting_alone, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (first, _) = firm(&office, 0).await;
    let (_, foreign) = firm(&office, 1).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &first.id, introduction(&office, &offered)).await;
    let secret = provider_link(&office, &first.id).await;
    for link in [
        Link::Firm(foreign.clone()),
        Link::Firm(secret.clone()),
        Link::Provider(foreign.clone()),
        Link::Firm("unsinn".into()),
    ] {
        let (b, content) = (&office.b, &office.content);
        let no = answer(b, content, link.clone(), meeting.id.clone(), fits(&offered)).await;
        assert_eq!(no.unwrap(), None);
        let no = call_off(b, content, By::Link(link, meeting.id.clone()), None).await;
        assert_eq!(no.unwrap(), None);
    }
    assert!(provider_page(&office.b, &foreign).await.unwrap().is_none());
    assert_eq!(firm_meetings(&office.b, &foreign).await.unwrap().unwrap(), []);
    let empty = Reply::Fits { starts: Vec::new(), host_wanted: Some(true) };
    let link = Link::Provider(secret.clone());
    let refused = answer(&office.b, &office.content, link, meeting.id.clone(), empty).await;
    assert_eq!(refusal(refused), "nothing_ticked");

    // Thirty days after the meeting the provider's link is over.
    let edit = meeting_edit(&office, &meeting.id).await;
    move_to(&office.b, &office.content, edit, offered[0].start()).await.unwrap();
    let end = offered[0].end().plus_days(30);
    office.fixture.clock.set(end.plus_ms(-1));
    assert!(provider_page(&office.b, &secret).await.unwrap().is_some());
    office.fixture.clock.set(end);
    assert!(provider_page(&office.b, &secret).await.unwrap().is_none());
});

test_db!(a_meeting_is_changed_on_the_page_of_its_own_request, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (own, other) = (firm(&office, 0).await.0, firm(&office, 1).await.0);
    let meeting =
        proposed(&office, &own.id, introduction(&office, &[slot(2, 10, 0), slot(3, 10, 0)])).await;
    let edit = meeting_edit(&office, &meeting.id).await;
    for request in [other.id, office.b.id()] {
        let wrong = MeetingEdit { request, ..edit.clone() };
        let refused = call_off(&office.b, &office.content, By::Staff(wrong), None).await;
        assert!(matches!(refused, Err(crate::BackendError::NotFound)));
    }
    assert_eq!(now(&office, &meeting.id).await.state, MeetingState::Proposed);
    call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
});

test_db!(what_has_begun_stays, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (b, content) = (office.b.clone(), office.content.clone());
    let (request, secret) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..introduction(&office, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &request.id, new).await;
    office.fixture.clock.set(slot(2, 10, 0).start());
    let edit = meeting_edit(&office, &meeting.id).await;
    let start = slot(3, 10, 0).start();
    assert_eq!(refusal(move_to(&b, &content, edit.clone(), start).await), "meeting_begun");
    let off = By::Link(Link::Firm(secret), meeting.id.clone());
    assert_eq!(refusal(call_off(&b, &content, off, None).await), "meeting_begun");
    let off_quarter = move_to(&b, &content, edit.clone(), start.plus_minutes(5)).await;
    assert_eq!(refusal(off_quarter), "slot_start");
    note_outcome(&b, edit, true).await.unwrap();
    let edit = meeting_edit(&office, &meeting.id).await;
    let refused = call_off(&b, &content, By::Staff(edit), None).await;
    assert_eq!(refusal(refused), "meeting_state");
});

test_db!(a_provider_reads_a_name_only_when_it_is_released, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    proposed(&office, &request.id, introduction(&office, &offered)).await;
    let provider = provider_link(&office, &request.id).await;
    let fields = [ReleaseField::Name];
    let (b, content) = (&office.b, &office.content);
    crate::requests::release(b, content, &secret, "demir-digital", &fields).await.unwrap();
    let page = provider_page(b, &provider).await.unwrap().unwrap();
    assert_eq!(page.request.person.as_deref(), Some("Martina Hoffmeister"));
    assert_eq!(page.request.phone, None);
});
