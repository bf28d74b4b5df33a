mod peer;
mod smtp;

use super::*;
use crate::testing::{Fixture, NOON};
use crate::transaction;

fn mail(to: &str, unconfirmed: bool) -> Mail {
    Mail {
        kind: MailKind::RequestReceived,
        request: None,
        from: Sender {
            site: "dortmund".into(),
            name: "Werkbank".into(),
            email: "werkbank@werkbank.example".into(),
        },
        to: Email::parse(to).unwrap(),
        letter: Letter { subject: "Betreff".into(), text: "Text".into(), html: "<p>Text".into() },
        calendar: None,
        unconfirmed,
    }
}

test_db!(an_address_gets_three_unasked_mails_a_day, |f: Fixture| async move {
    let b = f.backend.clone();
    let send = async |to: &str, unconfirmed| {
        transaction!(b.db, |tx| enqueue(tx, &b, mail(to, unconfirmed)).await).unwrap()
    };
    for _ in 0..3 {
        assert!(matches!(send("opfer@firma.example", true).await, Enqueued::Queued(_)));
    }
    assert_eq!(send("opfer@firma.example", true).await, Enqueued::OverQuota);
    assert_eq!(send("Opfer@Firma.example", true).await, Enqueued::OverQuota);
    assert!(matches!(send("opfer@firma.example", false).await, Enqueued::Queued(_)));
    assert!(matches!(send("andere@firma.example", true).await, Enqueued::Queued(_)));
    f.clock.set(NOON.plus_hours(12));
    assert!(matches!(send("opfer@firma.example", true).await, Enqueued::Queued(_)));
});

/// Takes mails in the order of a script and remembers what it took.
struct Scripted {
    script: std::sync::Mutex<Vec<Option<crate::mail::Failure>>>,
    taken: std::sync::Mutex<Vec<String>>,
}

impl Scripted {
    fn new(script: Vec<Option<crate::mail::Failure>>) -> std::sync::Arc<Scripted> {
        std::sync::Arc::new(Scripted { script: script.into(), taken: Vec::new().into() })
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

impl crate::mail::Mailer for Scripted {
    fn hand_over<'a>(
        &'a self,
        parcel: &'a crate::mail::Parcel,
    ) -> crate::mail::mailer::HandingOver<'a> {
        Box::pin(async move {
            assert_ne!(parcel.subject, "panic", "this mail makes the library panic");
            let next = self.script.lock().unwrap().pop().flatten();
            if let Some(failure) = next {
                return Err(failure);
            }
            self.taken.lock().unwrap().push(parcel.message_id.clone());
            Ok(())
        })
    }
}

fn mailer(scripted: &std::sync::Arc<Scripted>) -> std::sync::Arc<dyn crate::mail::Mailer> {
    scripted.clone()
}

test_db!(a_mail_is_handed_over_once_and_its_words_are_erased, |f: Fixture| async move {
    let b = f.backend.clone();
    transaction!(b.db, |tx| enqueue(tx, &b, mail("a@firma.example", false)).await).unwrap();
    let scripted = Scripted::new(vec![]);
    assert_eq!(worker::step(&b, &mailer(&scripted), "w1").await.unwrap(), worker::Step::Sent);
    assert_eq!(worker::step(&b, &mailer(&scripted), "w1").await.unwrap(), worker::Step::Idle);
    assert_eq!(scripted.taken().len(), 1);
    let mut conn = b.db.read().await.unwrap();
    let (left,): (i64,) = crate::on!(conn, |c| sqlx::query_as(
        "select count(*) from outbox where body_text is not null or body_html is not null"
    )
    .fetch_one(c)
    .await)
    .unwrap();
    assert_eq!(left, 0);
});

test_db!(
    what_is_refused_for_now_comes_back_and_what_is_refused_for_good_does_not,
    |f: Fixture| async move {
        use crate::mail::Failure::{Later, Never};
        let b = f.backend.clone();
        transaction!(b.db, |tx| enqueue(tx, &b, mail("a@firma.example", false)).await).unwrap();
        // The script is read from its end.
        let script = vec![Some(Never("550 no such user".into())), Some(Later("451 later".into()))];
        let scripted = Scripted::new(script);
        assert_eq!(
            worker::step(&b, &mailer(&scripted), "w1").await.unwrap(),
            worker::Step::Delayed
        );
        assert_eq!(worker::step(&b, &mailer(&scripted), "w1").await.unwrap(), worker::Step::Idle);
        f.clock.advance_ms(60_000);
        assert_eq!(worker::step(&b, &mailer(&scripted), "w1").await.unwrap(), worker::Step::Failed);
        f.clock.set(NOON.plus_days(30));
        assert_eq!(worker::step(&b, &mailer(&scripted), "w1").await.unwrap(), worker::Step::Idle);
        assert_eq!(scripted.taken().len(), 0);
    }
);

test_db!(a_server_that_is_down_for_hours_gets_everything_in_the_end, |f: Fixture| async move {
    let b = f.backend.clone();
    for n in 0..5 {
        let to = format!("firma{n}@firma.example");
        transaction!(b.db, |tx| enqueue(tx, &b, mail(&to, false)).await).unwrap();
    }
    let down = vec![Some(crate::mail::Failure::Later("connection refused".into())); 40];
    let scripted = Scripted::new(down);
    for _ in 0..400 {
        if worker::step(&b, &mailer(&scripted), "w1").await.unwrap() == worker::Step::Idle {
            f.clock.advance_ms(5 * 60_000);
        }
    }
    let taken = scripted.taken();
    assert_eq!(taken.len(), 5, "{taken:?}");
    let once: std::collections::HashSet<_> = taken.iter().collect();
    assert_eq!(once.len(), 5);
});

test_db!(a_mail_that_panics_is_given_up_and_the_next_goes_out, |f: Fixture| async move {
    let b = f.backend.clone();
    let mut poisoned = mail("a@firma.example", false);
    poisoned.letter.subject = "panic".into();
    transaction!(b.db, |tx| enqueue(tx, &b, poisoned.clone()).await).unwrap();
    f.clock.advance_ms(1);
    transaction!(b.db, |tx| enqueue(tx, &b, mail("b@firma.example", false)).await).unwrap();
    let scripted = Scripted::new(vec![]);
    let mut steps = Vec::new();
    for _ in 0..3 {
        steps.push(worker::step(&b, &mailer(&scripted), "w1").await.unwrap());
    }
    assert_eq!(steps, [worker::Step::Failed, worker::Step::Sent, worker::Step::Idle]);
});

test_db!(a_lease_keeps_a_second_worker_away_until_it_ends, |f: Fixture| async move {
    let b = f.backend.clone();
    transaction!(b.db, |tx| enqueue(tx, &b, mail("a@firma.example", false)).await).unwrap();
    // A worker that was killed after taking the mail.
    let (now, until) = (b.now(), b.now().plus_minutes(2));
    let taken = transaction!(b.db, |tx| sql::claim(tx, "killed", now, until, now).await).unwrap();
    assert!(taken.is_some());
    // A rival that looked before it was taken.
    let rival = transaction!(b.db, |tx| sql::claim(tx, "w2", now, until, now).await).unwrap();
    assert!(rival.is_none());
    let scripted = Scripted::new(vec![]);
    assert_eq!(worker::step(&b, &mailer(&scripted), "w2").await.unwrap(), worker::Step::Idle);
    f.clock.advance_ms(2 * 60_000 + 1);
    assert_eq!(worker::step(&b, &mailer(&scripted), "w2").await.unwrap(), worker::Step::Sent);
    let message_id = taken.unwrap().parcel.message_id;
    assert_eq!(scripted.taken(), [message_id]);
});
