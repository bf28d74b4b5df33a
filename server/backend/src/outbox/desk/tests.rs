use super::super::worker;
use super::*;
use crate::requests::tests::office::{Office, refusal};
use crate::testing::Fixture;

test_db!(staff_sees_what_did_not_arrive_and_does_something_about_it, |f: Fixture| async move {
    let office = Office::open(f).await;
    let b = &office.b;
    let (request, _) = office.confirmed(&[]).await;
    office.run_sql("update outbox set state = 'sent', done_at = 1").await;
    let (other, _) = office.confirmed(&[]).await;
    office
        .run_sql(
            "update outbox set state = 'failed', failure = '550 no such user', done_at = 1
                    where state = 'waiting' and kind = 'request_received'",
        )
        .await;
    let jens = office.viewer(&office.jens);
    let stranger = office.viewer(&office.samuel);
    let list = undelivered(b, &jens).await.unwrap();
    let failed: Vec<_> = list.iter().filter(|mail| mail.next.is_none()).collect();
    let [mail] = failed.as_slice() else { panic!("{list:?}") };
    assert_eq!(list.first(), Some(*mail), "given up comes first");
    assert_eq!(mail.failure.as_deref(), Some("550 no such user"));
    assert_eq!(mail.request.as_ref().unwrap().0, other.id);
    assert_eq!(given_up(b, &jens).await.unwrap(), 1);
    // What somebody else is responsible for does not exist.
    assert!(undelivered(b, &stranger).await.unwrap().is_empty());
    assert_eq!(given_up(b, &stranger).await.unwrap(), 0);
    let foreign = remedy(b, &stranger, &other.id, &mail.id, Remedy::Retry).await;
    assert_eq!(refusal(foreign), "not_found");
    let wrong = remedy(b, &jens, &request.id, &mail.id, Remedy::Discard).await;
    assert_eq!(refusal(wrong), "mail_state");

    remedy(b, &jens, &other.id, &mail.id, Remedy::Retry).await.unwrap();
    assert_eq!(given_up(b, &jens).await.unwrap(), 0);
    let twice = remedy(b, &jens, &other.id, &mail.id, Remedy::Retry).await;
    assert_eq!(refusal(twice), "mail_state");
    office.run_sql("update outbox set state = 'failed', done_at = 1 where state = 'waiting'").await;
    let words = "select count(*) from outbox where state <> 'sent' and body_text is not null";
    let before = office.number(words).await;
    remedy(b, &jens, &other.id, &mail.id, Remedy::Discard).await.unwrap();
    assert_eq!(office.number(words).await, before - 1, "its words are erased");
    let states = worker::deliveries(b, &other.id).await.unwrap();
    assert!(states.iter().any(|d| d.id == mail.id && d.state == worker::DeliveryState::Discarded));
    let history = office.history(&other.id).await;
    assert!(history.ends_with(&["mail_retried".to_owned(), "mail_discarded".to_owned()]));
});

test_db!(a_mail_about_an_account_is_the_coordinators, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (b, katrin) = (&office.b, office.viewer(&office.katrin));
    office.submit(&[]).await;
    office.run_sql("update outbox set request = null, state = 'failed', failure = '550'").await;
    let list = undelivered(b, &katrin).await.unwrap();
    assert!(!list.is_empty() && list.iter().all(|mail| mail.request.is_none()));
    assert_eq!(given_up(b, &katrin).await.unwrap(), i64::try_from(list.len()).unwrap());
    assert!(undelivered(b, &office.viewer(&office.jens)).await.unwrap().is_empty());
    office.run_sql("update outbox set site = 'anderswo'").await;
    assert!(undelivered(b, &katrin).await.unwrap().is_empty(), "another site's");
    assert_eq!(given_up(b, &katrin).await.unwrap(), 0);
});
