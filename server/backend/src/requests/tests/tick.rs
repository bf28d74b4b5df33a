use super::office::Office;
use super::*;
use crate::testing::{Fixture, NOON};

test_db!(an_unconfirmed_request_is_reminded_alerted_and_deleted, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[]).await;
    let nothing = Ticked::default();
    let mut days = Vec::new();
    for day in [0, 1, 2, 2, 3, 4, 5, 5, 6, 13] {
        let ticked = office.tick_on_day(day).await;
        if ticked != nothing {
            days.push((day, ticked));
        }
    }
    assert_eq!(
        days,
        [(2, Ticked { reminded: 1, ..nothing }), (5, Ticked { alerted: 1, ..nothing })]
    );
    assert_eq!(
        office.mail_list().await,
        [
            "request_received m.hoffmeister@sanitaer.example",
            "request_reminder m.hoffmeister@sanitaer.example",
            "staff_unconfirmed jens@werkbank.example",
        ]
    );
    let reminder = &office.mails().await[1].text;
    assert!(reminder.contains("8. Dezember 2026") && !reminder.contains("Sanitär"));
    let secret = office.link(&sent.id).await;
    assert_eq!(office.tick_on_day(14).await.deleted, 1);
    assert!(office.request(&sent.id).await.is_none());
    assert!(status(&office.b, &secret).await.unwrap().is_none());
    for empty in [
        "select count(*) from request_event",
        "select count(*) from request_provider",
        "select count(*) from link_token",
        "select count(*) from outbox",
    ] {
        assert_eq!(office.number(empty).await, 0, "{empty}");
    }
    let kept = "select n from counts where kind = 'request_expired' and key = 'all'";
    assert_eq!(office.number(kept).await, 1);
    let logged = "select count(*) from audit where action = 'request.deleted'";
    assert_eq!(office.number(logged).await, 1);
});

test_db!(kept_means_kept_to_the_end_of_the_day, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[]).await;
    let request = office.request(&sent.id).await.unwrap();
    let until = NOON.plus_days(20).day();
    keep_until(&office.b, office.edit(&office.jens, &request), until).await.unwrap();
    for day in [14, 19, 20] {
        assert_eq!(office.tick_on_day(day).await.deleted, 0, "{day}");
    }
    assert_eq!(office.tick_on_day(21).await.deleted, 1);
});

test_db!(a_confirmed_request_is_neither_reminded_nor_soon_deleted, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let viewer = office.viewer(&office.jens);
    propose(
        &office.b,
        &office.content,
        office.edit(&office.jens, &request),
        vec![Pick { provider: domain::sample::slug("kasse"), why: None }],
    )
    .await
    .unwrap();
    for day in [2, 5, 14, 100, 364] {
        assert_eq!(office.tick_on_day(day).await, Ticked::default(), "{day}");
    }
    assert!(counts(&office.b, &viewer).await.unwrap().mine == 1);
    assert_eq!(office.tick_on_day(365).await.deleted, 1);
});

test_db!(an_unanswered_request_escalates_once_on_two_servers, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.confirmed(&[]).await;
    // Tuesday noon; due on Thursday; the alarm is on Friday.
    assert_eq!(office.tick_on_day(2).await.waiting, 0);
    office.fixture.clock.set(NOON.plus_days(3));
    let both = |_| {
        let (b, content) = (office.b.clone(), office.content.clone());
        tokio::spawn(async move { tick(&b, &content).await.unwrap().waiting })
    };
    let mut escalated = 0;
    for task in (0..8).map(both).collect::<Vec<_>>() {
        escalated += task.await.unwrap();
    }
    // The clock jumps back and forth.
    for day in [1, 4, 0, 10, 3] {
        escalated += office.tick_on_day(day).await.waiting;
    }
    assert_eq!(escalated, 1);
    let mails = office.mail_list().await;
    let alarms = mails.iter().filter(|mail| mail.starts_with("staff_waiting")).count();
    assert_eq!(alarms, 1, "{mails:?}");
    assert_eq!(mails.last().unwrap(), "staff_waiting katrin@werkbank.example");
});

test_db!(two_servers_remind_once, |f: Fixture| async move {
    let office = Office::open(f).await;
    for n in 0..5 {
        let email = format!("firma{n}@x.example");
        office.submit(&[("email", email.as_str())]).await;
    }
    office.fixture.clock.set(NOON.plus_days(2));
    let tasks: Vec<_> = (0..6)
        .map(|_| {
            let (b, content) = (office.b.clone(), office.content.clone());
            tokio::spawn(async move { tick(&b, &content).await.unwrap().reminded })
        })
        .collect();
    let mut reminded = 0;
    for task in tasks {
        reminded += task.await.unwrap();
    }
    assert_eq!(reminded, 5);
    let sent = "select count(*) from outbox where kind = 'request_reminder'";
    assert_eq!(office.number(sent).await, 5);
});
