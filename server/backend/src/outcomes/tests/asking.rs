//! Who is asked, when, and how often.

use super::super::ask::ask_one;
use super::super::sql::Candidate;
use super::*;
use crate::requests;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

const FIRM: &str = "m.hoffmeister@sanitaer.example";

fn firm_of(meeting: &Meeting) -> Candidate {
    let subject = meeting.request.to_string();
    Candidate { meeting: meeting.id.clone(), party: Party::Sme, subject }
}

test_db!(both_sides_are_asked_once, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let meeting = booked(&office, &request.id, slot(2, 10)).await;
    let due = slot(3, 10).start();
    for early in [slot(2, 11).start(), due.plus_ms(-1)] {
        set(&office, early);
        assert_eq!(run(&office).await, 0, "not earlier than the day after");
    }
    set(&office, due);
    assert_eq!(run(&office).await, 2);
    let provider = office.content.providers[&slug("demir-digital")].email.clone();
    let mut want = [FIRM.to_owned(), provider.clone()];
    want.sort();
    assert_eq!(asked(&office).await, want);
    // The clock jumps back and forth; another server has read the same list.
    for moment in [due.plus_days(-3), due, due.plus_days(5)] {
        set(&office, moment);
        assert_eq!(run(&office).await, 0);
        let again = ask_one(&office.b, &office.content, firm_of(&meeting), Stage::After);
        assert!(!again.await.unwrap());
    }
    assert_eq!(asked(&office).await.len(), 2);
    let history = office.history(&request.id).await;
    assert_eq!(history.iter().filter(|code| *code == "outcome_asked").count(), 2);

    let mails = office.mails().await;
    let text = |to: &str| {
        let own = mails.iter().find(|mail| mail.kind == "outcome_asked" && mail.to == to);
        own.unwrap().text.clone()
    };
    let firm = text(FIRM);
    for answer in Answer::ALL {
        let link = format!("?treffen={}&antwort={}", meeting.id, answer.code());
        assert!(firm.contains(&link), "{link} is missing in {firm}");
        assert!(text(&provider).contains(&format!("?antwort={}", answer.code())));
    }
    assert!(firm.contains("2. Dezember") && firm.contains("/status/"), "{firm}");
    assert!(!text(&provider).contains("Hoffmeister"), "nothing was released");
    // The links of these mails end with the others.
    let endless =
        "select count(*) from link_token where purpose = 'provider_meeting' and expires_at is null";
    assert_eq!(office.number(endless).await, 0);
});

test_db!(after_months_only_who_agreed_is_asked, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (silent, _) = office.confirmed(&[("email", "stumm@betrieb.example")]).await;
    let (willing, _) = office.confirmed(&[("ask_later", "on")]).await;
    assert!(!silent.ask_later && willing.ask_later);
    let mut meetings = Vec::new();
    for (request, hour) in [(&silent, 10), (&willing, 14)] {
        meetings.push(booked(&office, &request.id, slot(2, hour)).await);
    }
    set(&office, slot(3, 15).start());
    for meeting in &meetings {
        noted(&office, meeting, true).await;
    }
    assert_eq!(run(&office).await, 4);
    for (n, stage) in [Stage::Months3, Stage::Months6, Stage::Months12].into_iter().enumerate() {
        let due = stage.due(slot(2, 14));
        set(&office, due.plus_ms(-1));
        assert_eq!(run(&office).await, 0, "{stage:?}");
        set(&office, due);
        assert_eq!(run(&office).await, 1, "{stage:?}");
        assert_eq!(run(&office).await, 0, "{stage:?}");
        assert_eq!(asked(&office).await.iter().filter(|to| *to == FIRM).count(), n + 2);
    }
});

test_db!(a_firm_that_wants_no_questions_gets_none, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[("ask_later", "on")]).await;
    booked(&office, &request.id, slot(2, 10)).await;
    for _ in 0..2 {
        set_asking(&office.b, &secret, false).await.unwrap().unwrap();
    }
    let history = office.history(&request.id).await;
    assert_eq!(history.iter().filter(|code| *code == "asking_ended").count(), 1);
    for moment in [slot(3, 10).start(), Stage::Months3.due(slot(2, 10))] {
        set(&office, moment);
        run(&office).await;
    }
    assert!(!asked(&office).await.contains(&FIRM.to_owned()));
    // Switched on again, the next question comes.
    set_asking(&office.b, &secret, true).await.unwrap().unwrap();
    set(&office, Stage::Months6.due(slot(2, 10)));
    assert_eq!(run(&office).await, 1);
    assert!(asked(&office).await.contains(&FIRM.to_owned()));
    assert!(set_asking(&office.b, &"A".repeat(43), true).await.unwrap().is_none());
});

test_db!(nobody_is_asked_about_what_did_not_take_place, |f: Fixture| async move {
    let office = Office::open(f).await;
    let mut requests = Vec::new();
    for n in 0..4 {
        let email = format!("firma{n}@betrieb.example");
        requests.push(office.confirmed(&[("email", &email)]).await);
    }
    let mut meetings = Vec::new();
    for ((request, _), hour) in requests.iter().zip([10, 12, 14, 16]) {
        meetings.push(booked(&office, &request.id, slot(2, hour)).await);
    }
    // Called off, withdrawn before, missed, withdrawn after.
    let edit = MeetingEdit {
        viewer: office.viewer(&office.katrin),
        request: meetings[0].request.clone(),
        meeting: meetings[0].id.clone(),
        version: meetings[0].version,
    };
    meetings::call_off(&office.b, &office.content, meetings::By::Staff(edit), None).await.unwrap();
    requests::withdraw(&office.b, &office.content, &requests[1].1).await.unwrap();
    set(&office, slot(2, 17).start());
    noted(&office, &meetings[2], false).await;
    noted(&office, &meetings[3], true).await;
    requests::withdraw(&office.b, &office.content, &requests[3].1).await.unwrap();
    for stage in Stage::ALL {
        set(&office, stage.due(slot(2, 16)));
        assert_eq!(run(&office).await, 0, "{stage:?}");
    }
    assert_eq!(asked(&office).await, Vec::<String>::new());
});

test_db!(no_question_without_address_time_or_data, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[("ask_later", "on")]).await;
    booked(&office, &request.id, slot(2, 10)).await;
    // The servers stood still for two weeks.
    set(&office, slot(3, 10).start().plus_days(14));
    assert_eq!(run(&office).await, 0);
    // On the day on which it is deleted there is nobody left who could answer.
    let due = Stage::Months3.due(slot(2, 10));
    set(&office, due);
    office.run_text(format!("update request set delete_on = '{}'", due.day())).await;
    assert_eq!(run(&office).await, 0);
    let next_day = due.plus_days(1).day();
    office.run_text(format!("update request set delete_on = '{next_day}'")).await;
    office.run_sql("update request set email = null").await;
    assert_eq!(run(&office).await, 0);
    office.run_sql("update request set email = 'm.hoffmeister@sanitaer.example'").await;
    assert_eq!(run(&office).await, 1);
});

test_db!(questions_count_with_the_mails_of_a_day, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    booked(&office, &request.id, slot(2, 10)).await;
    let due = slot(3, 10).start();
    set(&office, due.plus_hours(-1));
    for _ in 0..3 {
        office.submit(&[]).await;
    }
    set(&office, due);
    assert_eq!(run(&office).await, 1, "the provider");
    for _ in 0..3 {
        assert_eq!(run(&office).await, 0);
    }
    assert!(!asked(&office).await.contains(&FIRM.to_owned()));
    assert_eq!(office.number("select count(*) from meeting_outcome").await, 1);
    set(&office, due.plus_days(1));
    assert_eq!(run(&office).await, 1);
    assert!(asked(&office).await.contains(&FIRM.to_owned()));
});

test_db!(of_several_meetings_the_last_is_followed, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[("ask_later", "on")]).await;
    booked(&office, &request.id, slot(2, 10)).await;
    booked(&office, &request.id, slot(9, 14)).await;
    for day in [3, 10] {
        set(&office, slot(day, 15).start());
        assert_eq!(run(&office).await, 2, "each of them the day after");
    }
    set(&office, Stage::Months3.due(slot(2, 10)));
    assert_eq!(run(&office).await, 0);
    set(&office, Stage::Months3.due(slot(9, 14)));
    assert_eq!(run(&office).await, 1);
});

test_db!(many_servers_ask_once, |f: Fixture| async move {
    let office = Office::open(f).await;
    for round in 0..rounds(5, 200) {
        set(&office, NOON);
        let email = format!("firma{round}@betrieb.example");
        let (request, _) = office.confirmed(&[("email", &email)]).await;
        let meeting = booked(&office, &request.id, slot(2, 10)).await;
        set(&office, slot(3, 10).start());
        let barrier = Arc::new(Barrier::new(20));
        let mut tasks = JoinSet::new();
        for _ in 0..20 {
            let (b, content) = (office.b.clone(), office.content.clone());
            let (barrier, candidate) = (Arc::clone(&barrier), firm_of(&meeting));
            tasks.spawn(async move {
                barrier.wait().await;
                ask_one(&b, &content, candidate, Stage::After).await.unwrap()
            });
        }
        let mut done = 0;
        while let Some(asked) = tasks.join_next().await {
            done += usize::from(asked.unwrap());
        }
        assert_eq!(done, 1, "round {round}");
        assert_eq!(asked(&office).await.iter().filter(|to| **to == email).count(), 1);
        noted(&office, &meeting, false).await;
        office.run_sql("delete from claim").await;
    }
});
