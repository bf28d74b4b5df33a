use super::*;
use crate::requests::tests::office::Office;
use crate::{on, transaction};
use domain::staff::Role;
use domain::text::Email;

/// An office with two administrators, and a kiosk.
async fn office(f: Fixture) -> (Office, Id, String) {
    let office = Office::open(f).await;
    for name in ["Ada", "Bert"] {
        let new = crate::staff::NewStaff {
            name: Line::parse(name).unwrap(),
            email: Email::parse(&format!("{name}@werkbank.example")).unwrap(),
            adviser: None,
            roles: vec![(SITE.to_owned(), Role::Admin)],
        };
        crate::staff::add(&office.b, &new, &Actor::System).await.unwrap();
    }
    let (id, cookie) = paired(&office.b).await;
    (office, id, cookie)
}

/// Kind and recipient of every mail there is, in order.
async fn mails(b: &Backend) -> Vec<(String, String)> {
    let sql = "select kind, recipient from outbox order by created_at, recipient";
    let mut conn = b.db.read().await.unwrap();
    on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap()
}

async fn watch_at(office: &Office, minutes: i64) -> usize {
    office.fixture.clock.set(NOON.plus_minutes(minutes));
    watch(&office.b, &office.content, NOON.plus_days(-1)).await.unwrap()
}

async fn alive(office: &Office, cookie: &str) {
    let json = br#"{"batch":"00000000-0000-4000-8000-000000000000","programme":"1",
        "bundle":null,"quiet":null,"offline":[],"counts":[]}"#;
    let told = Told::parse(json).unwrap();
    hear(&office.b, &office.content, cookie, told).await.unwrap().unwrap();
}

fn to(kind: &str) -> [(String, String); 2] {
    ["ada", "bert"].map(|name| (kind.to_owned(), format!("{name}@werkbank.example")))
}

test_db!(a_missed_kiosk_is_told_once_and_again_after_it_was_back, |f: Fixture| async move {
    let (office, id, cookie) = office(f).await;
    let b = &office.b;
    alive(&office, &cookie).await;
    assert_eq!(watch_at(&office, 14).await, 0);
    assert_eq!(watch_at(&office, 15).await, 1);
    for minutes in [15, 30, 300] {
        assert_eq!(watch_at(&office, minutes).await, 0);
    }
    assert_eq!(mails(b).await, to("kiosk_silent"));
    assert_eq!(missed(b, SITE).await.unwrap()[0].id, id);
    alive(&office, &cookie).await;
    assert_eq!(missed(b, SITE).await.unwrap(), []);
    assert_eq!(mails(b).await, [to("kiosk_silent"), to("kiosk_back")].concat());
    assert_eq!(watch_at(&office, 314).await, 0);
    assert_eq!(watch_at(&office, 316).await, 1);
    assert_eq!(mails(b).await.len(), 6);
    // A stolen one is nobody's concern any more.
    unpair(b, SITE, &id, &Actor::System).await.unwrap();
    assert_eq!(missed(b, SITE).await.unwrap(), []);
    assert_eq!(watch_at(&office, 340).await, 0);
});

test_db!(nobody_is_missed_at_night_or_while_we_were_away, |f: Fixture| async move {
    let (office, _, cookie) = office(f).await;
    alive(&office, &cookie).await;
    // 18:00 is closing.
    assert_eq!(watch_at(&office, 360).await, 0);
    // The next morning: open since ten minutes, then since a quarter of an hour.
    assert_eq!(watch_at(&office, 22 * 60 + 10).await, 0);
    let now = office.b.now().plus_minutes(5);
    office.fixture.clock.set(now);
    let since_just_now = watch(&office.b, &office.content, now.plus_minutes(-14)).await.unwrap();
    assert_eq!(since_just_now, 0, "this server listens since 14 minutes");
    assert_eq!(watch_at(&office, 22 * 60 + 15).await, 1);
});

test_db!(two_servers_raise_the_alarm_once, |f: Fixture| async move {
    let (office, _, cookie) = office(f).await;
    for round in 1..=10 {
        alive(&office, &cookie).await;
        let now = office.b.now().plus_minutes(16);
        office.fixture.clock.set(now);
        let mut rivals = Vec::new();
        for _ in 0..6 {
            let (b, content) = (office.b.clone(), office.content.clone());
            rivals.push(tokio::spawn(async move {
                watch(&b, &content, NOON.plus_days(-1)).await.unwrap()
            }));
        }
        let mut told = 0;
        for rival in rivals {
            told += rival.await.unwrap();
        }
        assert_eq!(told, 1, "round {round}");
        let silent =
            mails(&office.b).await.iter().filter(|(kind, _)| kind == "kiosk_silent").count();
        assert_eq!(silent, 2 * round);
    }
});

test_db!(without_administrators_the_mailbox_of_the_site_hears, |f: Fixture| async move {
    let (office, _, cookie) = office(f).await;
    let b = &office.b;
    transaction!(b.db, |tx| {
        let sql = "update staff set active = 0 where email like 'ada%' or email like 'bert%'";
        on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
        Ok(())
    })
    .unwrap();
    alive(&office, &cookie).await;
    assert_eq!(watch_at(&office, 20).await, 1);
    let email = office.content.site().unwrap().email.clone();
    assert_eq!(mails(b).await, [("kiosk_silent".to_owned(), email)]);
});
