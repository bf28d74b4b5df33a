//! The worker against a server that refuses, delays and hangs up.

use super::peer::{Does, Peer};
use super::*;
use crate::mail::{Mailer, Smtp};
use crate::testing::Fixture;
use crate::{Entropy as _, SeededEntropy, on, transaction};
use domain::request::Reference;
use std::collections::HashMap;
use std::sync::Arc;

fn mailer_to(peer: &Peer) -> Arc<dyn Mailer> {
    Arc::new(Smtp::at(&format!("smtp://127.0.0.1:{}?tls=none", peer.port)).unwrap())
}

async fn enqueue_for(b: &Backend, to: &str, request: Option<&Id>) -> Id {
    let mail = Mail { request: request.cloned(), ..mail(to, false) };
    match transaction!(b.db, |tx| enqueue(tx, b, mail.clone()).await).unwrap() {
        Enqueued::Queued(id) => id,
        Enqueued::OverQuota => panic!(),
    }
}

async fn states(b: &Backend) -> HashMap<String, (String, Option<String>)> {
    let mut conn = b.db.read().await.unwrap();
    let sql = "select message_id, state, failure from outbox";
    let rows: Vec<(String, String, Option<String>)> =
        on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    rows.into_iter().map(|(id, state, failure)| (id, (state, failure))).collect()
}

/// Lets `worker::step` run until nothing is waiting, moving the clock when nothing is due.
async fn work_off(f: &Fixture, mailer: &Arc<dyn Mailer>) {
    for _ in 0..10_000 {
        if worker::step(&f.backend, mailer, "w").await.unwrap() == worker::Step::Idle {
            let mut conn = f.backend.db.read().await.unwrap();
            if backlog(&mut conn).await.unwrap().waiting == 0 {
                return;
            }
            f.clock.advance_ms(60_000);
        }
    }
    panic!("mails are still waiting");
}

/// A request to hang mails on.
async fn request(b: &Backend) -> Id {
    let id = b.id();
    let mut random = [0; 5];
    b.entropy.fill(&mut random);
    let reference = Reference::from_random(random).stored();
    let sql = "
        insert into request (id, site, reference, idempotency_key, kind, channel, lang, state,
            version, person, contact_by, goals, ask_later, routing_reason, created_at, changed_at,
            delete_on)
        values ($1, 'dortmund', $2, $1, 'advice', 'home', 'de', 'open', 1, 'x', 'email', '', 0,
            'pool', 0, 0, '2027-01-01')";
    transaction!(b.db, |tx| {
        on!(tx, |c| sqlx::query(sql).bind(&id).bind(&reference).execute(c).await.map(|_| ()))?;
        Ok(())
    })
    .unwrap();
    id
}

test_db!(each_mail_is_taken_or_given_up_and_none_is_lost, |f: Fixture| async move {
    use Does as D;
    let faults = [
        D::Take,
        D::LaterAtRecipient,
        D::NoAtRecipient,
        D::LaterAtWords,
        D::NoAtWords,
        D::CutBeforeWords,
        D::CutAfterWords,
        D::RefusesUs,
    ];
    let dice = SeededEntropy::new(42);
    let script: Vec<D> = (0..120)
        .map(|_| {
            let mut byte = [0];
            dice.fill(&mut byte);
            faults[usize::from(byte[0]) % faults.len()]
        })
        .collect();
    let cuts = script.iter().filter(|does| **does == D::CutAfterWords).count();
    assert!(cuts > 5, "{cuts}");
    let peer = Peer::listen(script).await;
    for n in 0..60 {
        enqueue_for(&f.backend, &format!("firma{n}@firma.example"), None).await;
    }
    work_off(&f, &mailer_to(&peer)).await;
    let mut taken: HashMap<String, usize> = HashMap::new();
    for mail in peer.taken() {
        assert_eq!(mail.recipients.len(), 1);
        *taken.entry(mail.message_id).or_default() += 1;
    }
    let states = states(&f.backend).await;
    assert_eq!(states.len(), 60);
    let (mut sent, mut failed) = (0, 0);
    for (id, (state, failure)) in &states {
        match state.as_str() {
            "sent" => {
                sent += 1;
                assert!(taken.contains_key(id), "{id} is lost");
            }
            "failed" => {
                failed += 1;
                let failure = failure.as_deref().unwrap();
                assert!(failure.starts_with("550") || failure.starts_with("554"), "{failure}");
            }
            other => panic!("{other}"),
        }
    }
    assert!(sent > 20 && failed > 5, "{sent} {failed}");
    let doubles: usize = taken.values().map(|n| n - 1).sum();
    assert!(doubles <= cuts, "{doubles} doubles of {cuts} cuts");
});

test_db!(mails_of_a_request_leave_in_order_whatever_happens, |f: Fixture| async move {
    use Does as D;
    let script = [D::LaterAtRecipient, D::CutBeforeWords, D::LaterAtWords, D::Take, D::RefusesUs];
    let peer = Peer::listen(script.into_iter().cycle().take(40)).await;
    let mut want = HashMap::new();
    for _ in 0..3 {
        let id = request(&f.backend).await;
        let mut mails = Vec::new();
        for n in 0..5 {
            let to = format!("empfaenger{}@firma.example", n % 2);
            mails.push(enqueue_for(&f.backend, &to, Some(&id)).await.to_string());
        }
        want.insert(id, mails);
    }
    work_off(&f, &mailer_to(&peer)).await;
    let taken: Vec<String> = peer.taken().into_iter().map(|mail| mail.message_id).collect();
    assert_eq!(taken.len(), 15);
    for mails in want.values() {
        let places: Vec<usize> = mails
            .iter()
            .map(|mail| taken.iter().position(|id| id.contains(mail.as_str())).unwrap())
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }
});

test_db!(who_is_put_off_for_long_does_not_hold_up_the_others, |f: Fixture| async move {
    let b = &f.backend;
    let peer = Peer::listen(vec![Does::LaterAtRecipient; 6]).await;
    let mailer = mailer_to(&peer);
    let id = request(b).await;
    let slow = enqueue_for(b, "voll@firma.example", Some(&id)).await;
    let to_staff = enqueue_for(b, "jens@werkbank.example", Some(&id)).await;
    let to_slow = enqueue_for(b, "voll@firma.example", Some(&id)).await;
    work_off(&f, &mailer).await;
    let taken: Vec<String> = peer.taken().into_iter().map(|mail| mail.message_id).collect();
    let place = |mail: &Id| taken.iter().position(|id| id.contains(mail.as_str())).unwrap();
    assert!(place(&slow) < place(&to_slow));
    // Six delays of 15 s to 8 min are not an hour: the order was kept.
    assert!(place(&slow) < place(&to_staff));

    let peer = Peer::listen(vec![Does::LaterAtRecipient; 12]).await;
    let mailer = mailer_to(&peer);
    let slow = enqueue_for(b, "voll@firma.example", Some(&id)).await;
    let to_staff = enqueue_for(b, "jens@werkbank.example", Some(&id)).await;
    work_off(&f, &mailer).await;
    let taken: Vec<String> = peer.taken().into_iter().map(|mail| mail.message_id).collect();
    let place = |mail: &Id| taken.iter().position(|id| id.contains(mail.as_str())).unwrap();
    assert!(place(&to_staff) < place(&slow));
});

test_db!(a_refusal_is_on_the_request_at_once_and_can_be_tried_again, |f: Fixture| async move {
    let b = &f.backend;
    let peer = Peer::listen([Does::NoAtRecipient]).await;
    let mailer = mailer_to(&peer);
    let id = request(b).await;
    let mail = enqueue_for(b, "falsch@firma.example", Some(&id)).await;
    assert_eq!(worker::step(b, &mailer, "w").await.unwrap(), worker::Step::Failed);
    let mut conn = b.db.read().await.unwrap();
    let history = crate::requests::history::events(&mut conn, &id).await.unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].event, "mail_failed");
    assert!(
        history[0].detail.as_deref().unwrap().starts_with("request_received 550"),
        "{history:?}"
    );
    drop(conn);
    let found = deliveries(b, &id).await.unwrap();
    assert!(matches!(&found[0].state, DeliveryState::Failed(why) if why.contains("no such user")));
    let site = "dortmund".to_owned();
    let viewer = crate::requests::Viewer { staff: b.id(), site, sees_all: true };
    remedy(b, &viewer, &id, &mail, Remedy::Retry).await.unwrap();
    assert_eq!(worker::step(b, &mailer, "w").await.unwrap(), worker::Step::Sent);
    let again = remedy(b, &viewer, &id, &mail, Remedy::Retry).await;
    assert!(matches!(again, Err(crate::BackendError::Refused("mail_state"))));
});

test_db!(nothing_goes_out_without_the_encryption_that_is_required, |f: Fixture| async move {
    let peer = Peer::listen([]).await;
    let mailer: Arc<dyn Mailer> =
        Arc::new(Smtp::at(&format!("smtp://u:secret@127.0.0.1:{}", peer.port)).unwrap());
    enqueue_for(&f.backend, "a@firma.example", None).await;
    let step = worker::step(&f.backend, &mailer, "w").await.unwrap();
    assert_eq!(step, worker::Step::Delayed);
    assert_eq!(peer.taken().len(), 0);
    let said = peer.commands().join("\n");
    assert!(!said.contains("MAIL") && !said.contains("AUTH"), "{said}");
});

test_db!(nothing_goes_out_to_a_server_whose_certificate_nobody_signed, |f: Fixture| async move {
    // In the second the name is wrong as well.
    for name in ["127.0.0.1", "mail.werkbank.example"] {
        let peer = Peer::self_signed(name).await;
        let mailer: Arc<dyn Mailer> =
            Arc::new(Smtp::at(&format!("smtp://u:secret@127.0.0.1:{}", peer.port)).unwrap());
        enqueue_for(&f.backend, "a@firma.example", None).await;
        let step = worker::step(&f.backend, &mailer, "w").await.unwrap();
        assert_eq!(step, worker::Step::Delayed, "{name}");
        assert_eq!(peer.taken().len(), 0, "{name}");
        let said = peer.commands();
        assert!(said.contains(&"STARTTLS".to_owned()), "{said:?}");
        assert!(!said.iter().any(|line| line.starts_with("MAIL") || line.starts_with("AUTH")));
    }
    let mut conn = f.backend.db.read().await.unwrap();
    assert_eq!(backlog(&mut conn).await.unwrap().waiting, 2);
    drop(conn);
    assert_eq!(stopped(&f.backend).await.unwrap(), None);
    f.clock.advance_ms(20 * 60_000);
    let found = stopped(&f.backend).await.unwrap().expect("staff is told");
    assert_eq!(found.since, crate::testing::NOON);
    assert!(found.failure.to_lowercase().contains("certificate"), "{found:?}");
});

test_db!(staff_is_told_only_when_nothing_goes_out, |f: Fixture| async move {
    let b = &f.backend;
    let peer = Peer::listen([Does::LaterAtRecipient, Does::Take, Does::RefusesUs]).await;
    let mailer = mailer_to(&peer);
    enqueue_for(b, "voll@firma.example", None).await;
    assert_eq!(worker::step(b, &mailer, "w").await.unwrap(), worker::Step::Delayed);
    f.clock.advance_ms(60 * 60_000);
    assert_eq!(stopped(b).await.unwrap(), None, "one recipient puts us off: not our server");
    assert_eq!(worker::step(b, &mailer, "w").await.unwrap(), worker::Step::Sent);
    enqueue_for(b, "a@firma.example", None).await;
    assert_eq!(worker::step(b, &mailer, "w").await.unwrap(), worker::Step::Delayed);
    f.clock.advance_ms(60 * 60_000);
    assert!(stopped(b).await.unwrap().is_some_and(|found| found.failure.starts_with("535")));
    enqueue_for(b, "b@firma.example", None).await;
    assert_eq!(worker::step(b, &mailer, "w").await.unwrap(), worker::Step::Sent);
    assert_eq!(stopped(b).await.unwrap(), None, "it goes on");
});

test_db!(
    a_server_that_hangs_is_given_up_for_now_and_holds_up_nobody_else,
    |f: Fixture| async move {
        let b = &f.backend;
        let peer = Peer::listen([Does::Hangs]).await;
        let url = format!("smtp://127.0.0.1:{}?tls=none", peer.port);
        let patience = std::time::Duration::from_millis(300);
        let mailer: Arc<dyn Mailer> = Arc::new(Smtp::patient(&url, patience).unwrap());
        for n in 0..5 {
            enqueue_for(b, &format!("firma{n}@firma.example"), None).await;
        }
        let hanging = tokio::spawn({
            let (b, mailer) = (b.clone(), mailer.clone());
            async move { worker::step(&b, &mailer, "hanging").await.unwrap() }
        });
        while !peer.commands().iter().any(|line| line.starts_with("MAIL")) {
            tokio::task::yield_now().await;
        }
        for _ in 0..4 {
            assert_eq!(worker::step(b, &mailer, "w").await.unwrap(), worker::Step::Sent);
        }
        assert_eq!(
            worker::step(b, &mailer, "w").await.unwrap(),
            worker::Step::Idle,
            "under a lease"
        );
        assert_eq!(hanging.await.unwrap(), worker::Step::Delayed);
        work_off(&f, &mailer).await;
        assert_eq!(peer.taken().len(), 5);
    }
);

test_db!(hostile_words_add_no_command_header_or_recipient, |f: Fixture| async move {
    let b = &f.backend;
    let peer = Peer::listen([]).await;
    let words = ".\n..\nQUIT\nRCPT TO:<x@y.de>\n\nBcc: x@y.de\r\n.\r\nMAIL FROM:<a@b.de>\n";
    let hostile = Mail {
        from: Sender { name: "A\"B, <x@y.de> =?utf-8?q?x?=".into(), ..mail("a@b.de", false).from },
        letter: Letter {
            subject: "Grüße 🔧 =?utf-8?q?Bcc:?=".into(),
            text: format!("{words}{}", "ä".repeat(1000)),
            html: format!("<p>{}</p>", "x".repeat(3000)),
        },
        ..mail("opfer@firma.example", false)
    };
    transaction!(b.db, |tx| enqueue(tx, b, hostile.clone()).await).unwrap();
    let step = worker::step(b, &mailer_to(&peer), "w").await.unwrap();
    assert_eq!(step, worker::Step::Sent);
    let taken = peer.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].recipients, ["RCPT TO:<opfer@firma.example>"]);
    assert!(taken[0].raw.is_ascii() && taken[0].raw.lines().all(|line| line.len() <= 998));
    let (head, _) = taken[0].raw.split_once("\n\n").unwrap();
    let names: Vec<&str> = head
        .lines()
        .filter(|line| !line.starts_with([' ', '\t']))
        .filter_map(|line| line.split(':').next())
        .collect();
    for name in &names {
        let ours = [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
        ];
        assert!(ours.contains(name), "{name}");
    }
    let mails = peer.commands().iter().filter(|line| line.starts_with("MAIL")).count();
    assert_eq!(mails, 1);
});

test_db!(many_hands_send_each_mail_once_and_stop_when_told, |f: Fixture| async move {
    let b = f.backend.clone();
    let peer = Peer::listen([]).await;
    for n in 0..40 {
        enqueue_for(&b, &format!("firma{n}@firma.example"), None).await;
    }
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let workers: Vec<_> = (0..2)
        .map(|_| tokio::spawn(worker::work(b.clone(), mailer_to(&peer), stopped.clone())))
        .collect();
    loop {
        let mut conn = b.db.read().await.unwrap();
        if backlog(&mut conn).await.unwrap().waiting == 0 {
            break;
        }
        drop(conn);
        tokio::task::yield_now().await;
    }
    stop.send(true).unwrap();
    for worker in workers {
        worker.await.unwrap();
    }
    let mut ids: Vec<String> = peer.taken().into_iter().map(|mail| mail.message_id).collect();
    assert_eq!(ids.len(), 40);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 40);
});
