//! Many at once. All attempts of a round wait at a barrier, so that they really overlap.

use super::*;
use crate::testing::Fixture;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// Attempts of one round.
const RIVALS: usize = 50;

test_db!(fifty_proposals_share_one_time, |f: Fixture| async move {
    let office = Office::open(f).await;
    let mut firms = Vec::new();
    for n in 0..RIVALS {
        firms.push(firm(&office, n).await.0.id);
    }
    for round in 0..rounds(2, 200) {
        let day = i8::try_from(round % 4).unwrap();
        let shared = slot(1 + day, 17, 15);
        let barrier = Arc::new(Barrier::new(RIVALS));
        let mut tasks = JoinSet::new();
        for (n, request) in firms.iter().enumerate() {
            let (b, content) = (office.b.clone(), office.content.clone());
            let edit = edit(&office, request).await;
            // Everybody's second time is their own: 12 half hours a day from 8 December on.
            let n = i8::try_from(n).unwrap();
            let own = slot(8 + n / 14 % 4, 10 + n % 14 / 2, n % 2 * 30);
            let own = Slot::new(own.start(), 30).unwrap();
            let shared = Slot::new(shared.start(), 30).unwrap();
            let adviser = if n % 2 == 0 { &office.jens } else { &office.miriam };
            let new = advice(adviser, &[shared, own]);
            let barrier = Arc::clone(&barrier);
            tasks.spawn(async move {
                barrier.wait().await;
                propose(&b, &content, edit, new).await.unwrap()
            });
        }
        let (mut won, mut lost) = (Vec::new(), 0);
        while let Some(done) = tasks.join_next().await {
            match done.unwrap() {
                Claimed::Done(meeting) => won.push(*meeting),
                Claimed::Taken { taken, alternatives } => {
                    assert!(!taken.is_empty() && !alternatives.is_empty());
                    lost += 1;
                }
                other @ Claimed::Unavailable(_) => panic!("{other:?}"),
            }
        }
        assert_eq!((won.len(), lost), (1, RIVALS - 1), "round {round}");
        assert_eq!(office.number("select count(*) from claim").await, 8, "no orphans");
        let live = "select count(*) from meeting where state in ('proposed', 'booked')";
        assert_eq!(office.number(live).await, 1);
        let edit = meeting_edit(&office, &won[0].id).await;
        call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    }
});

test_db!(fifty_identical_ticks_book_once, |f: Fixture| async move {
    let office = Office::open(f).await;
    let rounds = rounds(3, 200);
    for round in 0..rounds {
        let (request, secret) = firm(&office, round).await;
        let offered = [slot(2, 10, 0), slot(3, 10, 0)];
        let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
        provider_answers(&office, &meeting.id, fits(&offered)).await;
        let before = (calendars(&office).await.len(), office.mail_list().await.len());
        let barrier = Arc::new(Barrier::new(RIVALS));
        let mut tasks = JoinSet::new();
        for _ in 0..RIVALS {
            let (b, content) = (office.b.clone(), office.content.clone());
            let (link, id) = (Link::Firm(secret.clone()), meeting.id.clone());
            let barrier = Arc::clone(&barrier);
            tasks.spawn(async move {
                barrier.wait().await;
                answer(&b, &content, link, id, fits(&offered)).await.unwrap()
            });
        }
        let mut same = 0;
        while let Some(done) = tasks.join_next().await {
            assert_eq!(done.unwrap(), Some(Answered::Booked(offered[0])), "round {round}");
            same += 1;
        }
        assert_eq!(same, RIVALS);
        let after = (calendars(&office).await.len(), office.mail_list().await.len());
        assert_eq!((after.0 - before.0, after.1 - before.1), (3, 3), "one set of mails");
        let history = office.history(&request.id).await;
        assert_eq!(history.iter().filter(|code| *code == "booked").count(), 1);
        assert_eq!(office.number("select count(*) from claim").await, 6);
        let edit = meeting_edit(&office, &meeting.id).await;
        call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    }
});

test_db!(a_late_tick_against_a_new_proposal, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (late, secret) = firm(&office, 0).await;
    let mut rivals = Vec::new();
    for n in 1..=8 {
        rivals.push(firm(&office, n).await.0.id);
    }
    let start = office.b.now();
    let (mut ticks, mut proposals) = (0, 0);
    for round in 0..rounds(5, 200) {
        office.fixture.clock.set(start);
        let shared = slot(2, 10, 0);
        let meeting = proposed(&office, &late.id, advice(&office.jens, &[shared])).await;
        office.fixture.clock.set(meeting.hold_until.unwrap());
        let barrier = Arc::new(Barrier::new(rivals.len() + 1));
        let mut tasks = JoinSet::new();
        for request in &rivals {
            let (b, content) = (office.b.clone(), office.content.clone());
            let edit = edit(&office, request).await;
            let new = advice(&office.jens, &[shared]);
            let barrier = Arc::clone(&barrier);
            tasks.spawn(async move {
                barrier.wait().await;
                let made = propose(&b, &content, edit, new).await.unwrap();
                if let Claimed::Done(meeting) = made { Some(meeting.id) } else { None }
            });
        }
        let (b, content) = (office.b.clone(), office.content.clone());
        let (link, id) = (Link::Firm(secret.clone()), meeting.id.clone());
        tasks.spawn(async move {
            barrier.wait().await;
            let answered = answer(&b, &content, link, id.clone(), fits(&[shared])).await.unwrap();
            match answered.unwrap() {
                Answered::Booked(_) => Some(id),
                Answered::Gone => None,
                other => panic!("{other:?}"),
            }
        });
        let mut winners = Vec::new();
        while let Some(done) = tasks.join_next().await {
            winners.extend(done.unwrap());
        }
        assert_eq!(winners.len(), 1, "round {round}");
        if winners[0] == meeting.id {
            ticks += 1;
        } else {
            proposals += 1;
        }
        assert_eq!(office.number("select count(*) from claim").await, 6);
        let lost = now(&office, &meeting.id).await.state;
        let want =
            if winners[0] == meeting.id { MeetingState::Booked } else { MeetingState::Expired };
        assert_eq!(lost, want);
        let edit = meeting_edit(&office, &winners[0]).await;
        call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    }
    println!("the late tick won {ticks} times, a new proposal {proposals} times");
});
