//! The reminder the day before: to everybody, once, and not where it would be no use.

use super::*;
use crate::testing::Fixture;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// "to" of every reminder in the outbox, in order.
async fn reminders(office: &Office) -> Vec<String> {
    let mails = office.mails().await;
    let mut to: Vec<String> = mails
        .into_iter()
        .filter(|mail| mail.kind == "meeting_reminder")
        .map(|mail| mail.to)
        .collect();
    to.sort();
    to
}

async fn run(office: &Office) -> usize {
    remind(&office.b, &office.content).await.unwrap()
}

async fn booked(office: &Office, request: &Id, slot: Slot) -> Meeting {
    let new = NewMeeting { agreed: true, ..introduction(office, &[slot]) };
    proposed(office, request, new).await
}

test_db!(everybody_is_reminded_once, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let meeting = booked(&office, &request.id, slot(2, 10, 0)).await;
    let day_before = slot(1, 10, 0).start();
    office.fixture.clock.set(day_before.plus_ms(-1));
    assert_eq!(run(&office).await, 0, "not earlier than the day before");
    office.fixture.clock.set(day_before);
    assert_eq!(run(&office).await, 1);
    let provider = &office.content.providers[&slug("demir-digital")].email;
    let mut want = [
        "jens@werkbank.example".to_owned(),
        "m.hoffmeister@sanitaer.example".to_owned(),
        provider.clone(),
    ];
    want.sort();
    assert_eq!(reminders(&office).await, want);
    // The clock jumps back and forth; another server has read the same list.
    for moment in [day_before.plus_days(-3), day_before, slot(2, 9, 45).start()] {
        office.fixture.clock.set(moment);
        assert_eq!(run(&office).await, 0);
        let again =
            super::super::remind::remind_one(&office.b, &office.content, meeting.id.clone());
        assert!(!again.await.unwrap());
    }
    assert_eq!(reminders(&office).await.len(), 3);
    assert!(office.history(&request.id).await.contains(&"meeting_reminded".to_owned()));

    let mails = office.mails().await;
    let text = |to: &str| {
        let own = mails.iter().find(|m| m.kind == "meeting_reminder" && m.to.starts_with(to));
        own.unwrap().text.clone()
    };
    let firm = text("m.hoffmeister");
    let site = office.content.site().unwrap();
    for word in [
        "Mittwoch, 2. Dezember, 10:00 bis 10:45 Uhr",
        "Musterstraße 1",
        &site.text.de.directions,
        "0231 000000",
        "/status/",
        "Sagen Sie bitte ab",
    ] {
        assert!(firm.contains(word), "{word} is missing in {firm}");
    }
    assert!(!text(provider).contains("Hoffmeister"), "nothing was released");
    assert!(text(provider).contains("/termin/"));
    // The links of these mails end with the others.
    let endless =
        "select count(*) from link_token where purpose = 'provider_meeting' and expires_at is null";
    assert_eq!(office.number(endless).await, 0);
});

test_db!(a_reminder_speaks_the_language_of_the_request, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    office.run_sql("update request set lang = 'en'").await;
    booked(&office, &request.id, slot(2, 10, 0)).await;
    office.fixture.clock.set(slot(1, 12, 0).start());
    assert_eq!(run(&office).await, 1);
    let mails = office.mails().await;
    let own = mails.iter().rfind(|mail| mail.to.starts_with("m.hoffmeister")).unwrap();
    assert!(own.text.contains("Wednesday, 2 December, 10:00 to 10:45"), "{}", own.text);
    assert!(own.text.contains("/en/status/") && own.text.contains("You cannot come?"));
});

test_db!(no_reminder_where_it_is_no_use, |f: Fixture| async move {
    let office = Office::open(f).await;
    let mut meetings = Vec::new();
    for n in 0..4 {
        let (request, _) = firm(&office, n).await;
        meetings.push((request, n));
    }
    // Booked less than a day before.
    office.fixture.clock.set(slot(1, 10, 15).start());
    let fresh = booked(&office, &meetings[0].0.id, slot(2, 10, 0)).await;
    assert_eq!(run(&office).await, 0);
    office.fixture.clock.set(slot(2, 9, 45).start());
    assert_eq!(run(&office).await, 0);
    // Over before anybody looked: the servers stood still.
    let missed = booked(&office, &meetings[1].0.id, slot(4, 10, 0)).await;
    office.fixture.clock.set(slot(4, 10, 0).start());
    assert_eq!(run(&office).await, 0);
    // Called off.
    let off = booked(&office, &meetings[2].0.id, slot(9, 10, 0)).await;
    let edit = meeting_edit(&office, &off.id).await;
    call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    // Only proposed.
    let offered = [slot(9, 14, 0), slot(9, 16, 0)];
    proposed(&office, &meetings[3].0.id, introduction(&office, &offered)).await;
    office.fixture.clock.set(slot(8, 17, 0).start());
    assert_eq!(run(&office).await, 0);
    assert_eq!(reminders(&office).await, Vec::<String>::new());
    assert_ne!(fresh.id, missed.id);
});

test_db!(a_moved_meeting_is_reminded_of_anew, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let meeting = booked(&office, &request.id, slot(2, 10, 0)).await;
    office.fixture.clock.set(slot(1, 11, 0).start());
    assert_eq!(run(&office).await, 1);
    // Another host is no other time.
    let edit = meeting_edit(&office, &meeting.id).await;
    let new =
        Setting { place: MeetingPlace::Room, place_note: None, adviser: office.miriam.clone() };
    rearrange(&office.b, &office.content, edit, new).await.unwrap();
    assert_eq!(run(&office).await, 0);
    let edit = meeting_edit(&office, &meeting.id).await;
    move_to(&office.b, &office.content, edit, slot(9, 10, 0).start()).await.unwrap();
    assert_eq!(run(&office).await, 0, "a week to go");
    office.fixture.clock.set(slot(8, 10, 0).start());
    assert_eq!(run(&office).await, 1);
    assert_eq!(reminders(&office).await.len(), 6);
});

test_db!(many_servers_remind_once, |f: Fixture| async move {
    let office = Office::open(f).await;
    for round in 0..rounds(5, 200) {
        let (request, _) = firm(&office, round).await;
        office.fixture.clock.set(crate::testing::NOON);
        let meeting = booked(&office, &request.id, slot(2, 10, 0)).await;
        office.fixture.clock.set(slot(1, 10, 0).start());
        let barrier = Arc::new(Barrier::new(20));
        let mut tasks = JoinSet::new();
        for _ in 0..20 {
            let (b, content, barrier) =
                (office.b.clone(), office.content.clone(), Arc::clone(&barrier));
            tasks.spawn(async move {
                barrier.wait().await;
                remind(&b, &content).await.unwrap()
            });
        }
        let mut done = 0;
        while let Some(reminded) = tasks.join_next().await {
            done += reminded.unwrap();
        }
        assert_eq!(done, 1, "round {round}");
        assert_eq!(reminders(&office).await.len(), 3 * (round + 1));
        let edit = meeting_edit(&office, &meeting.id).await;
        call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    }
});
