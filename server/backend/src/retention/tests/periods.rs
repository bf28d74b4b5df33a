use super::*;
use crate::requests::{close, withdraw};
use domain::request::{Outcome as Came, RequestState};

const PERIODS: [(Class, u32); 4] =
    [(Class::Unconfirmed, 20), (Class::Withdrawn, 7), (Class::Closed, 40), (Class::Open, 50)];

/// A request of the class, at noon of the first day.
async fn request_of(office: &Office, class: Class) -> crate::Id {
    if class == Class::Unconfirmed {
        return office.submit(&[]).await.id;
    }
    let (request, secret) = office.confirmed(&[]).await;
    match class {
        Class::Withdrawn => {
            withdraw(&office.b, &office.content, &secret).await.unwrap().unwrap();
        }
        Class::Closed => {
            let edit = office.edit(&office.jens, &request);
            close(&office.b, edit, Came::Advised, None).await.unwrap();
        }
        _ => assert_eq!(request.state, RequestState::Open),
    }
    request.id
}

/// A class goes with the first moment of its day, not a millisecond before, and the day is the one
/// that its page shows.
async fn goes_on_its_day(f: Fixture, (class, days): (Class, u32)) {
    let office = office_with(f, plan(&PERIODS, &[])).await;
    let id = request_of(&office, class).await;
    let day = NOON.plus_days(i64::from(days)).day();
    assert_eq!(office.request(&id).await.unwrap().delete_on, day, "{class:?}");
    let before = run_at(&office, midnight(day).plus_ms(-1)).await;
    assert_eq!(before.requests(), 0, "{class:?}");
    assert!(office.request(&id).await.is_some(), "{class:?}");
    let waiting = due(&office.b).await.unwrap();
    let waiting: i64 = waiting.iter().filter(|d| d.rule.class == class).map(|d| d.rows).sum();
    assert_eq!(waiting, 0, "{class:?}");
    office.fixture.clock.set(midnight(day));
    let now = due(&office.b).await.unwrap();
    let ours = now.iter().find(|due| due.rule.class == class).unwrap();
    assert_eq!((ours.rows, ours.oldest), (1, Some(NOON.day())), "{class:?}");
    let done = run_at(&office, midnight(day)).await;
    assert_eq!(done.0.get(&class), Some(&1), "{class:?}");
    assert_eq!(done.requests(), 1);
    assert!(office.request(&id).await.is_none(), "{class:?}");
}

test_db!(an_unconfirmed_request_goes_on_its_day, |f: Fixture| async move {
    goes_on_its_day(f, PERIODS[0]).await;
});
test_db!(a_withdrawn_request_goes_on_its_day, |f: Fixture| async move {
    goes_on_its_day(f, PERIODS[1]).await;
});
test_db!(a_closed_request_goes_on_its_day, |f: Fixture| async move {
    goes_on_its_day(f, PERIODS[2]).await;
});
test_db!(a_request_that_nobody_closed_goes_on_its_day, |f: Fixture| async move {
    goes_on_its_day(f, PERIODS[3]).await;
});

test_db!(rows_go_when_their_period_is_over, |f: Fixture| async move {
    // In the order in which their days come.
    let periods = [
        (Class::Links, 3),
        (Class::MailCounts, 7),
        (Class::Mails, 30),
        (Class::Seats, 60),
        (Class::Absences, 90),
        (Class::Outages, 120),
    ];
    let office = office_with(f, plan(&periods, &[])).await;
    office.run_sql("delete from desk_assignment").await;
    // All of them end on 24 November at noon, or with that day.
    for sql in [
        "insert into outbox (id, nr, kind, message_id, sender_name, sender, recipient, subject,
            state, attempts, next_at, lease_until, created_at, done_at)
         values ('m', 1, 'staff_invitation', 'm', '', '', '', '', 'sent', 1, 0, 0, 0,
            1795518000000)",
        "insert into mail_quota (address, day, n) values (cast('x' as BLOB), '2026-11-24', 2)",
        "insert into link_token (hash, purpose, subject, created_at, expires_at, single_use)
         values (cast('x' as BLOB), 'staff_invite', 'x', 0, 1795518000000, 1)",
        "insert into absence (id, staff, from_day, until_day)
         select 'a', id, '2026-11-20', '2026-11-24' from staff where name = 'Jens'",
        "insert into desk_assignment (id, site, desk, staff, substitute, from_day, until_day)
         select 'd', 'dortmund', 'nord', id, 0, '2026-01-01', '2026-11-24' from staff
         where name = 'Jens'",
        "insert into device (id, site, name, place, created_at) values ('k', 'dortmund', '', '', 0)",
        "insert into device_outage (device, kind, from_at, until_at)
         values ('k', 'offline', 0, 1795518000000)",
        // One that goes on, and one that waits, whatever its age.
        "insert into desk_assignment (id, site, desk, staff, substitute, from_day)
         select 'e', 'dortmund', 'nord', id, 0, '2026-01-01' from staff where name = 'Jens'",
        "insert into outbox (id, nr, kind, message_id, sender_name, sender, recipient, subject,
            state, attempts, next_at, lease_until, created_at)
         values ('w', 2, 'staff_invitation', 'w', '', '', '', '', 'waiting', 1, 0, 0, 0)",
    ] {
        let bytes = matches!(office.b.db, crate::Db::Postgres(_));
        let sql = if bytes { sql.replace("as BLOB", "as bytea") } else { sql.to_owned() };
        office.run_text(sql).await;
    }
    for (class, days) in periods {
        let days = i64::from(days);
        // By the moment: kept at it, gone after. By the day: kept through the last, gone after.
        let (kept, gone) = if matches!(class, Class::Mails | Class::Links | Class::Outages) {
            (NOON.plus_days(days), NOON.plus_days(days).plus_ms(1))
        } else {
            let day = NOON.plus_days(days).day();
            (midnight(day.tomorrow().unwrap()).plus_ms(-1), midnight(day.tomorrow().unwrap()))
        };
        office.fixture.clock.set(kept);
        let done = run_now(&office.b, &office.content).await.unwrap();
        assert_eq!(done.0.get(&class), None, "{class:?}");
        office.fixture.clock.set(gone);
        let done = run_now(&office.b, &office.content).await.unwrap();
        assert_eq!(done.0.get(&class), Some(&1), "{class:?}");
        assert_eq!(
            run_now(&office.b, &office.content).await.unwrap().0.get(&class),
            None,
            "{class:?}"
        );
    }
    assert_eq!(office.number("select count(*) from outbox where id = 'w'").await, 1);
    assert_eq!(office.number("select count(*) from desk_assignment").await, 1);
});

test_db!(without_a_period_nothing_of_the_team_goes, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.away(&office.jens).await;
    office.run_sql("update desk_assignment set until_day = '2026-02-01'").await;
    let before = office.number("select count(*) from desk_assignment").await;
    let done = run_at(&office, NOON.plus_days(3000)).await;
    assert_eq!(done, Outcome::default());
    assert_eq!(office.number("select count(*) from absence").await, 1);
    assert_eq!(office.number("select count(*) from desk_assignment").await, before);
});

test_db!(whoever_left_loses_the_name_and_then_the_account, |f: Fixture| async move {
    let office = office_with(f, plan(&[(Class::FormerStaff, 30), (Class::Closed, 60)], &[])).await;
    let (request, _) = office.confirmed(&[]).await;
    let edit = office.edit(&office.jens, &request);
    close(&office.b, edit, Came::Advised, None).await.unwrap();
    let by = crate::Actor::System;
    for member in [&office.jens, &office.samuel] {
        let edit = crate::staff::AccountEdit { site: "dortmund", member, by: &by };
        crate::staff::set_active(&office.b, edit, false).await.unwrap();
    }
    let names = "select count(*) from staff where name in ('Jens', 'Samuel')";
    let done = run_at(&office, NOON.plus_days(30)).await;
    assert_eq!(done.0.get(&Class::FormerStaff), None);
    assert_eq!(office.number(names).await, 2);
    let done = run_at(&office, NOON.plus_days(31)).await;
    assert_eq!(done.0.get(&Class::FormerStaff), Some(&2));
    assert_eq!(office.number(names).await, 0);
    // Jens is in the history of a request that is still there; nothing points to Samuel.
    let left = "select count(*) from staff where name = 'Ausgeschiedenes Mitglied' and active = 0";
    assert_eq!(office.number(left).await, 1);
    for table in ["staff_role", "absence", "desk_assignment", "staff_session"] {
        let sql = format!(
            "select count(*) from {table} t join staff s on s.id = t.staff
             where s.name = 'Ausgeschiedenes Mitglied'"
        );
        assert_eq!(office.number_of(sql).await, 0, "{table}");
    }
    // Miriam and Katrin are still here, and nobody else once the request is gone.
    let done = run_at(&office, NOON.plus_days(60)).await;
    assert_eq!(done.requests(), 1);
    run_at(&office, NOON.plus_days(61)).await;
    assert_eq!(office.number("select count(*) from staff").await, 2);
});
