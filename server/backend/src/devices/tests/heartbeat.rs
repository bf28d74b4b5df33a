use super::*;
use crate::{counts, on};
use domain::content::Content;
use domain::device::OutageKind;
use domain::sample;
use std::sync::Arc;

fn content() -> Arc<Content> {
    Arc::new(sample::content())
}

fn told(n: usize, rest: &str) -> Told {
    let json = format!(
        r#"{{"batch":"00000000-0000-4000-8000-{n:012}","programme":"1.0","bundle":"b1","quiet":60,{rest}}}"#
    );
    Told::parse(json.as_bytes()).unwrap()
}

fn plain(n: usize) -> Told {
    told(n, r#""offline":[],"counts":[]"#)
}

async fn say(b: &Backend, cookie: &str, told: Told) -> Heard {
    hear(b, &content(), cookie, told).await.unwrap().unwrap()
}

async fn outages(b: &Backend, id: &Id) -> Vec<(OutageKind, i64, i64)> {
    let kiosk = device(b, id).await;
    let mut conn = b.db.read().await.unwrap();
    let minutes = |at: Instant| (at.0 - NOON.0) / 60_000;
    let all = outages_of(&mut conn, &kiosk, 50).await.unwrap();
    all.iter().map(|it| (it.kind, minutes(it.span.from), minutes(it.span.until))).collect()
}

async fn counted(b: &Backend) -> i64 {
    let mut conn = b.db.read().await.unwrap();
    let sql = "select cast(coalesce(sum(n), 0) as bigint) from counts where surface = 'kiosk'";
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
    n
}

test_db!(a_sign_of_life_says_how_it_is, |f: Fixture| async move {
    let b = &f.backend;
    let (id, cookie) = paired(b).await;
    f.clock.set(NOON.plus_minutes(1));
    let first = say(b, &cookie, plain(1)).await;
    assert_eq!((first.is_cleaning, first.renews_cookie), (false, true));
    assert!(!say(b, &cookie, plain(2)).await.renews_cookie);
    let now = device(b, &id).await;
    assert_eq!(now.state(b.now()), State::Running);
    assert_eq!(now.touched_at, Some(NOON));
    assert_eq!(now.bundle, Some(("b1".to_owned(), NOON.plus_minutes(1))));
    // The bundle's age counts from when it was first heard of.
    f.clock.set(NOON.plus_minutes(2));
    say(b, &cookie, plain(3)).await;
    assert_eq!(device(b, &id).await.bundle.unwrap().1, NOON.plus_minutes(1));
    assert_eq!(device(b, &id).await.state(NOON.plus_minutes(5)), State::Silent(b.now()));
    f.clock.set(NOON.plus_days(1));
    assert!(say(b, &cookie, plain(4)).await.renews_cookie, "once a day");
    // A kiosk of a site that is no longer there is nobody's.
    let nowhere = Arc::new(Content::default());
    assert_eq!(hear(b, &nowhere, &cookie, plain(5)).await.unwrap(), None);
    assert_eq!(hear(b, &content(), "falsch", plain(6)).await.unwrap(), None);
});

test_db!(what_a_batch_tells_counts_once, |f: Fixture| async move {
    let b = &f.backend;
    let (id, cookie) = paired(b).await;
    f.clock.set(NOON.plus_minutes(10));
    let from = NOON.plus_minutes(1).0;
    let until = NOON.plus_minutes(9).0;
    let rest = format!(
        r#""offline":[{{"from":{from},"until":{until}}}],"counts":[
            {{"day":"2026-11-24","kind":"story_view","key":"alt","lang":"de","n":3}},
            {{"day":"2026-11-24","kind":"story_view","key":"alt","lang":"en","n":2}},
            {{"day":"2026-10-01","kind":"story_view","key":"alt","lang":"de","n":7}},
            {{"day":"2026-11-24","kind":"request_sent","key":"all","lang":"de","n":7}},
            {{"day":"2026-11-24","kind":"story_view","key":"alt","lang":"fr","n":7}}]"#
    );
    // At once, as after an answer that got lost.
    let mut rivals = Vec::new();
    for _ in 0..8 {
        let (b, cookie, told) = (b.clone(), cookie.clone(), told(1, &rest));
        rivals.push(tokio::spawn(async move { say(&b, &cookie, told).await }));
    }
    for rival in rivals {
        rival.await.unwrap();
    }
    assert_eq!(counted(b).await, 5);
    assert_eq!(outages(b, &id).await, [(OutageKind::Offline, 1, 9)]);
    // The same name from another kiosk is another batch.
    let (other, second) = paired(b).await;
    say(b, &second, told(1, &rest)).await;
    assert_eq!(counted(b).await, 10);
    assert_eq!(outages(b, &other).await, [], "it was paired only now");
});

test_db!(a_kiosk_that_was_switched_off_for_the_night_was_not_missing, |f: Fixture| async move {
    let b = &f.backend;
    let (id, cookie) = paired(b).await;
    // 17:55, closing is at 18:00; the next morning at 9:50, before opening.
    f.clock.set(NOON.plus_minutes(355));
    say(b, &cookie, plain(1)).await;
    let silent = (OutageKind::Silent, 0, 355);
    assert_eq!(outages(b, &id).await, [silent]);
    f.clock.set(NOON.plus_minutes(361));
    say(b, &cookie, plain(2)).await;
    f.clock.set(NOON.plus_hours(22).plus_minutes(-10));
    say(b, &cookie, plain(3)).await;
    let found = outages(b, &id).await;
    assert_eq!(found, [(OutageKind::Silent, 355, 361), silent], "closed from 18:00 to 10:00");
});

test_db!(batches_are_forgotten_when_they_can_no_longer_count, |f: Fixture| async move {
    let b = &f.backend;
    let (_, cookie) = paired(b).await;
    let rest = r#""offline":[],"counts":[
        {"day":"2026-11-24","kind":"story_view","key":"alt","lang":"de","n":1}]"#;
    for days in [0, 30, 34] {
        f.clock.set(NOON.plus_days(days));
        tidy(b).await.unwrap();
        say(b, &cookie, told(1, rest)).await;
        assert_eq!(counted(b).await, 1, "after {days} days");
    }
});

#[test]
fn only_what_a_kiosk_sends_is_read() {
    for bad in ["", "{}", "null", r#"{"batch":"x"}"#] {
        assert!(Told::parse(bad.as_bytes()).is_none(), "{bad}");
    }
    assert!(counts::is_of_kiosk("story_view") && !counts::is_of_kiosk("request_sent"));
}
