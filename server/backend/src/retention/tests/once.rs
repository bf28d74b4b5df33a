use super::*;

test_db!(several_servers_make_one_run_a_day, |f: Fixture| async move {
    let office = Office::open(f).await;
    for n in 0..5 {
        let email = format!("firma{n}@x.example");
        office.submit(&[("email", email.as_str())]).await;
    }
    office.fixture.clock.set(NOON.plus_days(14));
    let servers: Vec<_> = (0..8)
        .map(|_| {
            let (b, content) = (office.b.clone(), office.content.clone());
            tokio::spawn(async move { daily(&b, &content).await.unwrap() })
        })
        .collect();
    let mut done = Vec::new();
    for server in servers {
        done.extend(server.await.unwrap());
    }
    assert_eq!(done.len(), 1, "{done:?}");
    assert_eq!(done[0].requests(), 5);
    let runs = runs(&office.b, 10).await.unwrap();
    assert_eq!(runs.len(), 1);
    assert!(runs[0].daily && runs[0].finished.is_some());
    assert!(runs[0].counts.contains(&(Class::Unconfirmed, 5, Some(NOON.day()))), "{runs:?}");
    // One line in the audit log for each, and one deletion.
    let logged = "select count(*) from audit where action = 'request.deleted'";
    assert_eq!(office.number(logged).await, 5);
    assert_eq!(office.number("select count(*) from deletion").await, 5);
});

test_db!(a_clock_that_jumps_deletes_nothing_early_and_nothing_twice, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.submit(&[]).await;
    let mut deleted = 0;
    let mut runs_made = 0;
    for day in [0, 5, 2, 13, 1, 13, 0, 14, 3, 14, 15, 14] {
        office.fixture.clock.set(NOON.plus_days(day));
        if let Some(done) = daily(&office.b, &office.content).await.unwrap() {
            runs_made += 1;
            deleted += done.requests();
            assert!(done.requests() == 0 || day == 14, "on day {day}");
        }
    }
    assert_eq!((deleted, runs_made), (1, 8), "one run for each day there was");
});

test_db!(a_run_whose_server_died_is_taken_up_again, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.submit(&[]).await;
    office.fixture.clock.set(NOON.plus_days(14));
    let (id, now) = (office.b.id(), office.b.now());
    // Somebody begins and is gone.
    let claimed = crate::transaction!(office.b.db, |tx| {
        super::sql::claim_run(tx, &id, now.day(), now, now.plus_minutes(30)).await
    });
    assert_eq!(claimed.unwrap(), Some(id.clone()));
    office.fixture.clock.set(now.plus_minutes(29));
    assert_eq!(daily(&office.b, &office.content).await.unwrap(), None);
    office.fixture.clock.set(now.plus_minutes(30));
    assert_eq!(daily(&office.b, &office.content).await.unwrap().unwrap().requests(), 1);
    assert_eq!(daily(&office.b, &office.content).await.unwrap(), None);
    assert_eq!(runs(&office.b, 10).await.unwrap().len(), 1);
});

test_db!(a_run_by_hand_is_noted_as_one, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.submit(&[]).await;
    office.fixture.clock.set(NOON.plus_days(14));
    assert_eq!(run_now(&office.b, &office.content).await.unwrap().requests(), 1);
    assert_eq!(run_now(&office.b, &office.content).await.unwrap(), Outcome::default());
    assert!(daily(&office.b, &office.content).await.unwrap().is_some());
    let marks: Vec<bool> = runs(&office.b, 10).await.unwrap().iter().map(|run| run.daily).collect();
    assert_eq!(marks.iter().filter(|daily| **daily).count(), 1);
    assert_eq!(marks.len(), 3);
});
