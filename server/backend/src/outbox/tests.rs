use super::*;
use crate::testing::{Fixture, NOON};
use crate::transaction;

fn mail(to: &str, unconfirmed: bool) -> Mail {
    Mail {
        kind: "test",
        request: None,
        from: Sender { name: "Werkbank".into(), email: "werkbank@werkbank.example".into() },
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
