use super::office::Office;
use super::*;
use crate::testing::{Fixture, NOON};
use domain::request::{ReleaseField, RequestState};
use domain::routing::Reason;
use std::collections::HashSet;

test_db!(a_request_is_routed_and_asks_for_confirmation, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[]).await;
    assert_eq!((sent.mail, sent.repeated), (ConfirmationMail::Sent, false));
    let request = office.request(&sent.id).await.unwrap();
    assert_eq!(request.state, RequestState::Unconfirmed);
    assert_eq!(request.desk.as_deref(), Some("hoerde"));
    assert_eq!(request.assigned.as_ref(), Some(&office.jens));
    assert_eq!(request.reason, Reason::District);
    assert_eq!(reason_text(office.content.site().unwrap(), &request), "weil Bezirk Hörde");
    assert_eq!(request.story.as_deref(), Some("baustoffhaendler-chat"));
    assert_eq!(request.delete_on, NOON.plus_days(14).day());
    let mails = office.mails().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, "m.hoffmeister@sanitaer.example");
    for typed in ["Sanitär", "Martina", "Zettel"] {
        assert!(!mails[0].text.contains(typed), "{typed} before confirmation");
    }
    assert!(mails[0].text.contains("https://werkbank.example/status/"));
    assert_eq!(office.history(&sent.id).await, ["submitted", "placed"]);
    let counted = "select n from counts where kind = 'request_sent.goal' and key = 'ablaeufe'
        and surface = 'web' and lang = 'de' and day = '2026-11-24' and site = 'dortmund'";
    assert_eq!(office.number(counted).await, 1);
});

test_db!(fifty_sends_of_one_form_are_one_request, |f: Fixture| async move {
    let office = Office::open(f).await;
    let submission = office.submission(&[], None);
    let tasks: Vec<_> = (0..50)
        .map(|_| {
            let (b, content) = (office.b.clone(), office.content.clone());
            let submission = submission.clone();
            tokio::spawn(async move { submit(&b, &content, submission).await.unwrap() })
        })
        .collect();
    let mut references = HashSet::new();
    let mut first = 0;
    for task in tasks {
        let sent = task.await.unwrap();
        first += usize::from(!sent.repeated);
        references.insert(sent.reference);
    }
    assert_eq!((references.len(), first), (1, 1));
    assert_eq!(office.number("select count(*) from request").await, 1);
    assert_eq!(office.number("select count(*) from outbox").await, 1);
    assert_eq!(office.number("select n from counts where kind = 'request_sent'").await, 1);
    // Changed and sent again from the same form: still the first one.
    let mut again = office.submission(&[("firm", "Andere GmbH")], None);
    again.key = submission.key;
    assert!(submit(&office.b, &office.content, again).await.unwrap().repeated);
    assert_eq!(office.number("select count(*) from request").await, 1);
});

test_db!(fifty_firms_at_once_share_the_work_evenly, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.seat("hoerde", &office.samuel, false).await;
    let tasks: Vec<_> = (0..50)
        .map(|n| {
            let (b, content) = (office.b.clone(), office.content.clone());
            let email = format!("firma{n}@firma.example");
            let submission = office.submission(&[("email", email.as_str())], None);
            tokio::spawn(async move { submit(&b, &content, submission).await.unwrap() })
        })
        .collect();
    let mut jens = 0;
    let mut references = HashSet::new();
    for task in tasks {
        let sent = task.await.unwrap();
        jens += i32::from(sent.assigned.as_ref() == Some(&office.jens));
        references.insert(sent.reference);
    }
    assert_eq!((jens, references.len()), (25, 50));
});

test_db!(a_caller_who_goes_away_leaves_nothing_half_done, |f: Fixture| async move {
    let office = Office::open(f).await;
    for n in 0..40 {
        let email = format!("firma{n}@firma.example");
        let submission = office.submission(&[("email", email.as_str())], None);
        let (b, content) = (office.b.clone(), office.content.clone());
        let call = tokio::spawn(async move { submit(&b, &content, submission).await });
        if n % 2 == 0 {
            for _ in 0..n {
                tokio::task::yield_now().await;
            }
            call.abort();
        } else {
            call.await.unwrap().unwrap();
        }
    }
    // Whatever is still running: one statement sees each request with all of its rows or not.
    for whole in [
        "select (select count(*) from request) - (select count(*) from outbox)",
        "select (select count(*) from request) - (select count(*) from link_token)",
        "select (select count(*) from request) - (select count(*) from request_provider)",
        "select (select count(*) * 2 from request) - (select count(*) from request_event)",
        "select (select count(*) from request) -
            (select n from counts where kind = 'request_sent' and key = 'all')",
    ] {
        assert_eq!(office.number(whole).await, 0, "{whole}");
    }
    let requests = office.number("select count(*) from request").await;
    assert!((20..=40).contains(&requests), "{requests}");
});

test_db!(without_an_address_staff_is_told_at_once, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[("email", "")]).await;
    assert_eq!(sent.mail, ConfirmationMail::NoAddress);
    assert_eq!(office.mail_list().await, ["staff_new_request jens@werkbank.example"]);
    let text = &office.mails().await[0].text;
    assert!(text.contains("weil Bezirk Hörde") && text.contains("/mitarbeit/anfragen/"));
    for personal in ["Sanitär", "Martina", "123456"] {
        assert!(!text.contains(personal), "{personal}");
    }
});

test_db!(a_request_nobody_is_responsible_for_lies_in_the_pool, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[("district", "schwerte"), ("email", "")]).await;
    let request = office.request(&sent.id).await.unwrap();
    assert_eq!((request.desk, request.assigned), (None, None));
    assert_eq!(request.reason, Reason::Pool);
    assert_eq!(office.mail_list().await, ["staff_new_request katrin@werkbank.example"]);
    // A desk at which nobody sits: the reason stays, the pool sees it.
    let sent = office.submit(&[("sector", "industrie"), ("district", "schwerte")]).await;
    assert_eq!((sent.desk.as_deref(), sent.assigned), (Some("industrie"), None));
});

test_db!(substitutes_get_what_the_absent_would, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.away(&office.jens).await;
    let sent = office.submit(&[]).await;
    let request = office.request(&sent.id).await.unwrap();
    assert_eq!(request.assigned.as_ref(), Some(&office.miriam));
    assert_eq!(request.substitute_for.as_ref(), Some(&office.jens));
    office.fixture.clock.set(NOON.plus_days(8));
    let sent = office.submit(&[]).await;
    assert_eq!(sent.assigned.as_ref(), Some(&office.jens));
});

test_db!(staff_enters_what_it_has_heard, |f: Fixture| async move {
    let office = Office::open(f).await;
    let submission = office.submission(&[("channel", "visit")], Some(&office.miriam));
    let sent = submit(&office.b, &office.content, submission).await.unwrap();
    let request = office.request(&sent.id).await.unwrap();
    assert_eq!(request.state, RequestState::Open);
    assert_eq!(request.channel.code(), "visit");
    assert!(request.confirmed_at.is_some());
    assert_eq!(
        office.mail_list().await,
        [
            "request_received m.hoffmeister@sanitaer.example",
            "staff_new_request jens@werkbank.example"
        ]
    );
});

test_db!(a_victim_gets_three_mails_and_staff_the_rest, |f: Fixture| async move {
    let office = Office::open(f).await;
    for n in 0..10 {
        let sent = office.submit(&[]).await;
        let want = if n < 3 { ConfirmationMail::Sent } else { ConfirmationMail::OverQuota };
        assert_eq!(sent.mail, want, "{n}");
    }
    let to_victim = "select count(*) from outbox where recipient like 'm.hoffmeister@%'";
    assert_eq!(office.number(to_victim).await, 3);
    let noted = "select count(*) from request_event where event = 'mail_over_quota'";
    assert_eq!(office.number(noted).await, 7);
});

test_db!(confirming_is_a_button_and_pressing_it_twice_is_harmless, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[]).await;
    let secret = office.link(&sent.id).await;
    for _ in 0..3 {
        let view = status(&office.b, &secret).await.unwrap().unwrap();
        assert!(view.can_confirm() && view.can_withdraw());
        assert_eq!(view.adviser.as_deref(), Some("jens-albrecht"));
        assert_eq!(view.request.version, 1);
    }
    for _ in 0..3 {
        let request = confirm(&office.b, &office.content, &secret).await.unwrap().unwrap();
        assert_eq!((request.state, request.version), (RequestState::Open, 2));
        assert_eq!(request.delete_on, NOON.plus_days(365).day());
    }
    assert_eq!(office.history(&sent.id).await, ["submitted", "placed", "confirmed"]);
    let told = "select count(*) from outbox where kind = 'staff_new_request'";
    assert_eq!(office.number(told).await, 1);
    assert_eq!(confirm(&office.b, &office.content, "x").await.unwrap(), None);
    assert!(status(&office.b, &format!("{secret}A")).await.unwrap().is_none());
});

test_db!(withdrawing_closes_everything_and_sets_the_day, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let fields = [ReleaseField::Name];
    release(&office.b, &office.content, &secret, "demir-digital", &fields).await.unwrap();
    for _ in 0..2 {
        let request = withdraw(&office.b, &office.content, &secret).await.unwrap().unwrap();
        assert_eq!(request.state, RequestState::Withdrawn);
        assert_eq!(request.delete_on, NOON.plus_days(14).day());
    }
    assert_eq!(office.number("select count(*) from contact_release").await, 0);
    let list = office.mail_list().await;
    let withdrawn: Vec<&String> = list.iter().filter(|m| m.contains("withdrawn")).collect();
    assert_eq!(withdrawn.len(), 2, "{list:?}");
    // The link works until the row is gone.
    assert!(status(&office.b, &secret).await.unwrap().is_some());
    assert_eq!(office.tick_on_day(14).await.deleted, 1);
    assert!(status(&office.b, &secret).await.unwrap().is_none());
    assert!(office.request(&request.id).await.is_none());
});
