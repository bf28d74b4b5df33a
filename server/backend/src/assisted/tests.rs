use super::*;
use crate::devices::{Confirmed, NewDevice, Pairing};
use crate::on;
use crate::testing::{Fixture, NOON};
use domain::text::Line;

const SITE: &str = "dortmund";

/// A member of staff, a paired kiosk and its cookie.
async fn scene(f: &Fixture) -> (Id, Device, String) {
    let b = &f.backend;
    let by = Id::parse("00000000-0000-7000-8000-000000000001").unwrap();
    let sql = "
        insert into staff (id, name, email, active, created_at)
        values ($1, 'Jens', 'jens@example.org', 1, 0)";
    transaction!(b.db, |tx| {
        on!(tx, |c| sqlx::query(sql).bind(&by).execute(c).await.map(|_| ()))?;
        Ok::<_, BackendError>(())
    })
    .unwrap();
    let new = NewDevice { name: Line::parse("Foyer").unwrap(), place: None };
    let id = devices::add(b, SITE, &new, &Actor::System).await.unwrap();
    let Pairing::Code(shown) = devices::show_code(b, None).await.unwrap() else { panic!() };
    let code = shown.code.to_string();
    let paired = devices::confirm(b, SITE, &id, &code, "192.0.2.1", &by).await.unwrap();
    assert_eq!(paired, Confirmed::Paired);
    let device = devices::of_cookie(b, &shown.secret).await.unwrap().unwrap();
    (by, device, shown.secret)
}

test_db!(
    a_device_is_open_for_ten_minutes_and_a_form_may_be_finished_after,
    |f: Fixture| async move {
        let (by, device, _) = scene(&f).await;
        let b = &f.backend;
        assert_eq!(of_device(b, &device).await.unwrap(), None);
        let until = open(b, SITE, &device.id, &by).await.unwrap();
        assert_eq!(until, NOON.plus_minutes(MINUTES));
        let grant = of_device(b, &device).await.unwrap().unwrap();
        assert!(grant.is_open(until.plus_ms(-1)) && !grant.is_open(until));
        f.clock.set(until.plus_minutes(GRACE_MINUTES).plus_ms(-1));
        assert_eq!(of_device(b, &device).await.unwrap(), Some(grant));
        f.clock.set(until.plus_minutes(GRACE_MINUTES));
        assert_eq!(of_device(b, &device).await.unwrap(), None);
    }
);

test_db!(opening_twice_begins_anew_and_ending_twice_is_no_error, |f: Fixture| async move {
    let (by, device, _) = scene(&f).await;
    let b = &f.backend;
    open(b, SITE, &device.id, &by).await.unwrap();
    f.clock.set(NOON.plus_minutes(MINUTES - 1));
    let until = open(b, SITE, &device.id, &by).await.unwrap();
    assert_eq!(until, NOON.plus_minutes(2 * MINUTES - 1));
    let mut conn = b.db.read().await.unwrap();
    let open_now = of_site(&mut conn, SITE, b.now()).await.unwrap();
    assert_eq!(open_now.iter().map(|grant| grant.until).collect::<Vec<_>>(), [until]);
    assert!(of_site(&mut conn, "luenen", b.now()).await.unwrap().is_empty());
    drop(conn);
    for _ in 0..2 {
        end(b, SITE, &device.id, &by).await.unwrap();
        assert_eq!(of_device(b, &device).await.unwrap(), None);
    }
});

test_db!(no_other_site_and_no_kiosk_that_is_not_paired, |f: Fixture| async move {
    let (by, device, _) = scene(&f).await;
    let b = &f.backend;
    let new = NewDevice { name: Line::parse("Lager").unwrap(), place: None };
    let unpaired = devices::add(b, SITE, &new, &Actor::System).await.unwrap();
    let nobody = Id::parse("00000000-0000-7000-8000-000000000099").unwrap();
    for (site, id) in [("luenen", &device.id), (SITE, &unpaired), (SITE, &nobody)] {
        let refused = open(b, site, id, &by).await;
        assert!(matches!(refused, Err(BackendError::NotFound)), "{site} {id}");
    }
    let refused = end(b, "luenen", &device.id, &by).await;
    assert!(matches!(refused, Err(BackendError::NotFound)));
});

test_db!(it_ends_with_the_pairing_under_which_it_was_given, |f: Fixture| async move {
    let (by, device, secret) = scene(&f).await;
    let (b, staff) = (&f.backend, Actor::Staff(by.clone()));
    open(b, SITE, &device.id, &by).await.unwrap();
    devices::unpair(b, SITE, &device.id, &staff).await.unwrap();
    assert!(devices::of_cookie(b, &secret).await.unwrap().is_none());
    assert_eq!(of_device(b, &device).await.unwrap(), None);
    // Another kiosk takes its place while the ten minutes last.
    for _ in 0..2 {
        let Pairing::Code(shown) = devices::show_code(b, None).await.unwrap() else { panic!() };
        let code = shown.code.to_string();
        devices::confirm(b, SITE, &device.id, &code, "192.0.2.1", &by).await.unwrap();
        assert_eq!(of_device(b, &device).await.unwrap(), None);
        open(b, SITE, &device.id, &by).await.unwrap();
    }
});

test_db!(what_is_over_is_removed_and_a_removed_kiosk_takes_it_along, |f: Fixture| async move {
    let (by, device, _) = scene(&f).await;
    let b = &f.backend;
    let until = open(b, SITE, &device.id, &by).await.unwrap();
    f.clock.set(until.plus_minutes(GRACE_MINUTES).plus_ms(-1));
    tidy(b).await.unwrap();
    assert!(of_device(b, &device).await.unwrap().is_some());
    f.clock.set(until.plus_minutes(GRACE_MINUTES));
    tidy(b).await.unwrap();
    f.clock.set(NOON);
    assert_eq!(of_device(b, &device).await.unwrap(), None);
    open(b, SITE, &device.id, &by).await.unwrap();
    devices::remove(b, SITE, &device.id, &Actor::Staff(by)).await.unwrap();
    assert_eq!(of_device(b, &device).await.unwrap(), None);
});
