use super::*;
use crate::testing::{Fixture, NOON};
use crate::transaction;

const PROVIDER: &str = "demir-digital";

test_db!(whatever_is_wrong_with_a_link_looks_the_same, |f: Fixture| async move {
    let b = f.backend.clone();
    let purpose = Purpose::ProviderConfirm;
    let secret = transaction!(b.db, |tx| mint(tx, &b, purpose, PROVIDER, None).await).unwrap();
    assert_eq!(secret.len(), 43);
    let mut conn = b.db.read().await.unwrap();
    let good = look_up(&mut conn, purpose, &secret, NOON).await.unwrap();
    assert_eq!(good, Some(Bearer { subject: PROVIDER.into(), party: None }));
    let mut other = secret.clone().into_bytes();
    other[0] = if other[0] == b'A' { b'B' } else { b'A' };
    let other = String::from_utf8(other).unwrap();
    for bad in
        ["", "x", &secret[..42], &format!("{secret}A"), &other, "\0", "ä", &format!("{secret}=")]
    {
        assert_eq!(look_up(&mut conn, purpose, bad, NOON).await.unwrap(), None, "{bad}");
    }
    for &wrong in Purpose::ALL.iter().filter(|&&p| p != purpose) {
        assert_eq!(look_up(&mut conn, wrong, &secret, NOON).await.unwrap(), None, "{wrong:?}");
    }
    let last = NOON.plus_days(60).plus_ms(-1);
    assert!(look_up(&mut conn, purpose, &secret, last).await.unwrap().is_some());
    assert_eq!(look_up(&mut conn, purpose, &secret, last.plus_ms(1)).await.unwrap(), None);
});

test_db!(a_single_use_link_has_one_winner, |f: Fixture| async move {
    let b = f.backend.clone();
    let purpose = Purpose::StaffInvite;
    let secret = transaction!(b.db, |tx| mint(tx, &b, purpose, "person", None).await).unwrap();
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let (db, secret) = (b.db.clone(), secret.clone());
            tokio::spawn(async move {
                transaction!(db, |tx| redeem(tx, purpose, &secret, NOON).await).unwrap()
            })
        })
        .collect();
    let mut winners = 0;
    for task in tasks {
        winners += usize::from(task.await.unwrap().is_some());
    }
    assert_eq!(winners, 1);
    let mut conn = b.db.read().await.unwrap();
    assert_eq!(look_up(&mut conn, purpose, &secret, NOON).await.unwrap(), None);
});

test_db!(a_link_can_be_ended_early_but_not_prolonged, |f: Fixture| async move {
    let b = f.backend.clone();
    let purpose = Purpose::CalendarFeed;
    let secret = transaction!(b.db, |tx| mint(tx, &b, purpose, "room", Some("a")).await).unwrap();
    let end = NOON.plus_days(30);
    for at in [end, NOON.plus_days(90)] {
        transaction!(b.db, |tx| expire(tx, purpose, "room", Some("a"), at).await).unwrap();
    }
    transaction!(b.db, |tx| expire(tx, purpose, "room", Some("b"), NOON).await).unwrap();
    let mut conn = b.db.read().await.unwrap();
    assert!(look_up(&mut conn, purpose, &secret, end.plus_ms(-1)).await.unwrap().is_some());
    assert!(look_up(&mut conn, purpose, &secret, end).await.unwrap().is_none());
});

test_db!(the_secret_itself_is_not_stored, |f: Fixture| async move {
    let b = f.backend.clone();
    let secret =
        transaction!(b.db, |tx| mint(tx, &b, Purpose::CalendarFeed, "room", None).await).unwrap();
    let mut conn = b.db.read().await.unwrap();
    let rows: Vec<(Vec<u8>,)> =
        crate::on!(conn, |c| sqlx::query_as("select hash from link_token").fetch_all(c).await)
            .unwrap();
    let raw = BASE64URL_NOPAD.decode(secret.as_bytes()).unwrap();
    assert_eq!(rows.len(), 1);
    assert_ne!(rows[0].0, raw);
});
