use super::office::{Office, refusal};
use super::*;
use crate::testing::Fixture;
use domain::request::{Outcome, RequestState};
use domain::text::Paragraph;

/// What makes the form of the sample office one of a provider.
const PROVIDER: &[(&str, &str)] = &[("kind", "provider_listing"), ("provider", "")];

fn refused(criterion: &str) -> Listing {
    let reason = Paragraph::parse("Ihr Sitz ist in Köln.").unwrap();
    Listing::Refused { criterion: criterion.into(), reason }
}

test_db!(a_refusal_names_the_criterion_and_says_why, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(PROVIDER).await;
    let decide = async |decision| {
        let edit = office.edit(&office.jens, &request);
        decide_listing(&office.b, &office.content, edit, decision).await
    };
    assert_eq!(refusal(decide(refused("made-up")).await), "criterion");
    let closed = decide(refused("region")).await.unwrap();
    assert_eq!((closed.state, closed.outcome), (RequestState::Closed, Some(Outcome::NotListed)));
    let mails = office.mails().await;
    let mail = mails.iter().rfind(|mail| mail.kind == "listing_decided").unwrap();
    assert_eq!(mail.to, "m.hoffmeister@sanitaer.example");
    assert!(
        mail.text.contains("Sitz in der Region.") && mail.text.contains("Ihr Sitz ist in Köln.")
    );
    // The second of two decisions changes nothing.
    assert_eq!(refusal(decide(Listing::Accepted).await), "conflict");
    assert_eq!(office.mails().await.len(), mails.len());
});

test_db!(whoever_meets_all_criteria_hears_of_the_visit, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(PROVIDER).await;
    let edit = office.edit(&office.jens, &request);
    let closed = decide_listing(&office.b, &office.content, edit, Listing::Accepted).await.unwrap();
    assert_eq!((closed.state, closed.outcome), (RequestState::Closed, Some(Outcome::Listed)));
    let mails = office.mails().await;
    assert!(mails.last().unwrap().text.contains("Besuch"));
});

test_db!(nothing_else_is_decided_this_way, |f: Fixture| async move {
    let office = Office::open(f).await;
    // A firm that wants to meet somebody is no provider.
    let (request, _) = office.confirmed(&[]).await;
    let edit = office.edit(&office.jens, &request);
    let decided = decide_listing(&office.b, &office.content, edit, Listing::Accepted).await;
    assert_eq!(refusal(decided), "request_kind");
    // Nobody has shown that the address is theirs.
    let sent = office.submit(PROVIDER).await;
    let request = office.request(&sent.id).await.unwrap();
    let edit = office.edit(&office.jens, &request);
    let decided = decide_listing(&office.b, &office.content, edit, Listing::Accepted).await;
    assert_eq!(refusal(decided), "request_state");
    // Somebody else's request does not exist.
    let edit = office.edit(&office.samuel, &request);
    let decided = decide_listing(&office.b, &office.content, edit, Listing::Accepted).await;
    assert_eq!(refusal(decided), "not_found");
});
