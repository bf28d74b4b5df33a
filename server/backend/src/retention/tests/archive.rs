use super::*;
use crate::requests::tests::office::refusal;
use crate::requests::{close, reopen};
use crate::{Actor, Id};
use domain::request::Outcome as Came;
use domain::retention::Waiver;

/// Closed requests are offered, all others are not.
fn offering() -> Plan {
    plan(&[(Class::Closed, 10), (Class::Open, 10)], &[Class::Closed])
}

async fn closed(office: &Office) -> Id {
    let (request, _) = office.confirmed(&[]).await;
    let edit = office.edit(&office.jens, &request);
    close(&office.b, edit, Came::Advised, None).await.unwrap().id
}

async fn say(office: &Office, ids: &[Id], decision: Decision) -> crate::Result<()> {
    let by = Actor::Staff(office.katrin.clone());
    decide(&office.b, "dortmund", &by, ids, decision).await
}

test_db!(what_must_be_offered_waits_for_an_answer, |f: Fixture| async move {
    let office = office_with(f, offering()).await;
    let id = closed(&office).await;
    let (open, _) = office.confirmed(&[("email", "b@b.example")]).await;
    let done = run_at(&office, NOON.plus_days(10)).await;
    assert_eq!(done.requests(), 1, "only the one that need not be offered");
    assert!(office.request(&open.id).await.is_none());
    let listed = offers(&office.b, "dortmund").await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!((&listed[0].id, listed[0].answer), (&id, None));
    assert_eq!(offers(&office.b, "anderswo").await.unwrap(), []);
    let all = due(&office.b).await.unwrap();
    let ours = all.iter().find(|due| due.rule.class == Class::Closed).unwrap();
    assert_eq!((ours.rows, ours.waiting), (0, 1));

    say(&office, std::slice::from_ref(&id), Decision::Waived).await.unwrap();
    let today = office.b.now().day();
    let listed = offers(&office.b, "dortmund").await.unwrap();
    assert_eq!(listed[0].answer, Some((Decision::Waived, today)));
    assert_eq!(
        run_now(&office.b, &office.content).await.unwrap().requests(),
        0,
        "not on the same day"
    );
    assert_eq!(run_at(&office, NOON.plus_days(11)).await.requests(), 1);
    assert_eq!(office.number("select count(*) from archive_offer").await, 0);
    let noted = "select count(*) from deletion where archive = 'waived'";
    assert_eq!(office.number(noted).await, 1);
});

test_db!(the_first_answer_stays_and_can_be_saved_until_the_next_day, |f: Fixture| async move {
    let office = office_with(f, offering()).await;
    let id = closed(&office).await;
    let by = Actor::Staff(office.katrin.clone());
    run_at(&office, NOON.plus_days(10)).await;
    let ids = std::slice::from_ref(&id);
    assert_eq!(exported(&office.b, "dortmund", &by).await.unwrap().len(), 0);
    say(&office, ids, Decision::Exported).await.unwrap();
    say(&office, ids, Decision::Waived).await.unwrap();
    for _ in 0..2 {
        let records = exported(&office.b, "dortmund", &by).await.unwrap();
        assert_eq!(records.len(), 1);
        assert_eq!(records[0]["request"]["person"], "Martina Hoffmeister");
    }
    assert_eq!(exported(&office.b, "anderswo", &by).await.unwrap().len(), 0);
    assert_eq!(run_at(&office, NOON.plus_days(11)).await.requests(), 1);
    assert_eq!(exported(&office.b, "dortmund", &by).await.unwrap().len(), 0);
    let lines = "select count(*) from audit where action like 'archive.%'";
    assert_eq!(office.number(lines).await, 3);
});

test_db!(an_answer_about_something_else_is_refused_as_a_whole, |f: Fixture| async move {
    let office = office_with(f, offering()).await;
    let id = closed(&office).await;
    let (open, _) = office.confirmed(&[("email", "b@b.example")]).await;
    let early = say(&office, std::slice::from_ref(&id), Decision::Waived).await;
    assert_eq!(refusal(early), "archive_changed", "its day has not come");
    office.fixture.clock.set(NOON.plus_days(10));
    for ids in [vec![], vec![id.clone(), open.id.clone()], vec![id.clone(), office.b.id()]] {
        assert_eq!(refusal(say(&office, &ids, Decision::Waived).await), "archive_changed");
    }
    let by = Actor::Staff(office.katrin.clone());
    let ids = std::slice::from_ref(&id);
    let elsewhere = decide(&office.b, "anderswo", &by, ids, Decision::Waived).await;
    assert_eq!(refusal(elsewhere), "archive_changed");
    assert_eq!(office.number("select count(*) from archive_offer").await, 0);
});

test_db!(an_answer_ends_when_the_request_is_taken_up_again, |f: Fixture| async move {
    let office = office_with(f, offering()).await;
    let id = closed(&office).await;
    office.fixture.clock.set(NOON.plus_days(10));
    say(&office, std::slice::from_ref(&id), Decision::Waived).await.unwrap();
    office.fixture.clock.set(NOON.plus_days(10).plus_hours(1));
    let request = office.request(&id).await.unwrap();
    reopen(&office.b, office.edit(&office.jens, &request)).await.unwrap();
    let request = office.request(&id).await.unwrap();
    let edit = office.edit(&office.jens, &request);
    close(&office.b, edit, Came::Done, None).await.unwrap();
    let done = run_at(&office, NOON.plus_days(21)).await;
    assert_eq!(done.requests(), 0, "the new end has to be offered anew");
    assert_eq!(offers(&office.b, "dortmund").await.unwrap()[0].answer, None);
});

test_db!(a_general_waiver_needs_no_click, |f: Fixture| async move {
    let waiver = Some(Waiver { on: NOON.day(), reference: "Schreiben".to_owned() });
    let office = office_with(f, Plan { waiver, ..offering() }).await;
    closed(&office).await;
    assert_eq!(run_at(&office, NOON.plus_days(10)).await.requests(), 1);
});
