//! Somebody can make none of the times and says when they could.

use super::*;
use crate::testing::Fixture;
use domain::meeting::{DayPart, TimeWish};
use domain::text::Paragraph;

fn wish(day: i8, part: DayPart) -> TimeWish {
    TimeWish { day: date(2026, 12, day), part }
}

fn none(wishes: &[TimeWish]) -> Reply {
    Reply::NoneFits { message: None, wishes: wishes.to_vec() }
}

async fn told(office: &Office) -> usize {
    office.mail_list().await.iter().filter(|mail| mail.starts_with("staff_meeting")).count()
}

fn wishes_of(meeting: &Meeting, party: Party) -> Vec<TimeWish> {
    let seat = meeting.seats.iter().find(|seat| seat.participant.party == party);
    seat.map(|seat| seat.wishes.clone()).unwrap_or_default()
}

test_db!(a_counter_proposal_is_kept_until_times_are_offered_anew, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    let wishes = [
        wish(8, DayPart::At(time(14, 30, 0, 0))),
        wish(9, DayPart::Morning),
        wish(10, DayPart::Any),
        wish(11, DayPart::Any),
    ];
    let answered = firm_answers(&office, &secret, &meeting.id, none(&wishes)).await;
    assert_eq!(answered, Some(Answered::Declined));
    let after = now(&office, &meeting.id).await;
    assert_eq!(wishes_of(&after, Party::Sme), wishes[..3], "three, in their order");
    assert!(claims_of(&office, &meeting.id).await.is_empty());
    assert_eq!(told(&office).await, 1);
    // The other side does not see them.
    let link = provider_link(&office, &request.id).await;
    let seen = provider_page(&office.b, &link).await.unwrap().unwrap().meetings;
    assert_eq!(wishes_of(&seen[0], Party::Sme), []);
    // It can be corrected; whoever is responsible is not told twice.
    for _ in 0..2 {
        firm_answers(&office, &secret, &meeting.id, none(&wishes[1..2])).await;
    }
    assert_eq!(wishes_of(&now(&office, &meeting.id).await, Party::Sme), wishes[1..2]);
    // The button pressed once more with nothing in the form takes nothing back.
    firm_answers(&office, &secret, &meeting.id, none(&[])).await;
    assert_eq!(wishes_of(&now(&office, &meeting.id).await, Party::Sme), wishes[1..2]);
    assert_eq!(told(&office).await, 1);
    let history = office.history(&request.id).await;
    assert_eq!(history.iter().filter(|code| *code == "meeting_wished").count(), 1);
    // The provider may say something, too.
    let answered = provider_answers(&office, &meeting.id, none(&wishes[2..3])).await;
    assert_eq!(answered, Some(Answered::Declined));
    assert_eq!(told(&office).await, 2);

    let site = office.content.site().unwrap();
    let days = (date(2026, 12, 8), date(2026, 12, 9));
    let free = free_starts_anew(&office.b, site, &after, days).await.unwrap();
    let fitting = free.iter().filter(|slot| wishes[0].fits(**slot)).count();
    assert_eq!(fitting, 1);
    let edit = meeting_edit(&office, &meeting.id).await;
    let anew = vec![slot(9, 10, 0), slot(9, 11, 0)];
    let Claimed::Done(anew) = repropose(&office.b, &office.content, edit, anew).await.unwrap()
    else {
        panic!("free");
    };
    assert_eq!(anew.id, meeting.id, "the same meeting");
    assert!(anew.seats.iter().all(|seat| seat.wishes.is_empty()));
});

test_db!(a_counter_proposal_after_the_times_ran_out, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    office.fixture.clock.set(meeting.hold_until.unwrap());
    expire(&office.b, &office.content).await.unwrap();
    assert_eq!(told(&office).await, 1);
    let reply = Reply::NoneFits {
        message: Some(Paragraph::parse("War im Urlaub.").unwrap()),
        wishes: vec![wish(9, DayPart::Afternoon)],
    };
    let answered = firm_answers(&office, &secret, &meeting.id, reply).await;
    assert_eq!(answered, Some(Answered::Declined));
    let after = now(&office, &meeting.id).await;
    assert_eq!((after.state, wishes_of(&after, Party::Sme).len()), (MeetingState::Expired, 1));
    assert_eq!(told(&office).await, 2);
    // Ticks come too late all the same.
    let late = firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    assert_eq!(late, Some(Answered::Over(MeetingState::Expired)));
    // Called off, there is nothing to wish for.
    let edit = meeting_edit(&office, &meeting.id).await;
    call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    let over = firm_answers(&office, &secret, &meeting.id, none(&[wish(10, DayPart::Any)])).await;
    assert_eq!(over, Some(Answered::Over(MeetingState::Cancelled)));
});

test_db!(ticks_take_wishes_back, |f: Fixture| async move {
    let office = Office::open(f).await;
    let mut firms = Vec::new();
    for n in 0..2 {
        firms.push(firm(&office, n).await);
    }
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &firms[0].0.id, introduction(&office, &offered)).await;
    // Somebody who need not come may say that nothing fits without ending it for the others.
    office.run_sql("update participant set required = 0 where party = 'provider'").await;
    let answered = provider_answers(&office, &meeting.id, none(&[wish(9, DayPart::Any)])).await;
    assert_eq!(answered, Some(Answered::Waiting));
    assert_eq!(wishes_of(&now(&office, &meeting.id).await, Party::Provider).len(), 1);
    provider_answers(&office, &meeting.id, fits(&offered[..1])).await;
    assert_eq!(wishes_of(&now(&office, &meeting.id).await, Party::Provider), []);
});
