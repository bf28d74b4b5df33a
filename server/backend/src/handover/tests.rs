use super::*;
use crate::on;
use crate::testing::{Fixture, NOON};

const QUARTER: i64 = 15 * 60_000;

fn shortlist() -> Selection {
    Selection::parse("shortlist pflege-touren naehkurs").unwrap()
}

async fn offered(f: &Fixture) -> Code {
    offer(&f.backend, "dortmund", Lang::En, &shortlist()).await.unwrap()
}

test_db!(a_code_works_as_often_as_wanted_for_a_quarter_of_an_hour, |f: Fixture| async move {
    let code = offered(&f).await;
    let typed = Code::parse(&code.to_string().to_lowercase()).unwrap();
    for at in [0, 1, QUARTER / 2, QUARTER - 1] {
        f.clock.set(NOON.plus_ms(at));
        assert_eq!(find(&f.backend, typed).await.unwrap(), Some(shortlist()), "{at} ms later");
    }
    for at in [QUARTER, QUARTER + 1, 100 * QUARTER] {
        f.clock.set(NOON.plus_ms(at));
        assert_eq!(find(&f.backend, typed).await.unwrap(), None, "{at} ms later");
    }
});

test_db!(every_offer_has_a_code_of_its_own_and_no_other_opens_anything, |f: Fixture| async move {
    let (one, two) = (offered(&f).await, offered(&f).await);
    assert_ne!(one, two);
    let other = Code::parse("0000-0000").unwrap();
    assert_eq!(find(&f.backend, other).await.unwrap(), None);
});

test_db!(the_code_itself_is_not_stored_and_what_was_offered_is_counted, |f: Fixture| async move {
    let code = offered(&f).await;
    let mut conn = f.backend.db.read().await.unwrap();
    let sql = "select hash, subject from link_token";
    let rows: Vec<(Vec<u8>, String)> =
        on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    assert_eq!(rows.len(), 1);
    assert_ne!(rows[0].0, code.stored().into_bytes());
    assert_eq!(rows[0].1, "shortlist pflege-touren naehkurs");
    let sql = "select surface, lang, kind, key, n from counts";
    let counts: Vec<(String, String, String, String, i64)> =
        on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    let wanted = ("kiosk".into(), "en".into(), "handover".into(), "shortlist".into(), 1);
    assert_eq!(counts, [wanted]);
});
