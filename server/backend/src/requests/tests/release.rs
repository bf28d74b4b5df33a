use super::office::{Office, refusal};
use super::*;
use crate::testing::Fixture;
use domain::request::{ReleaseField, RequestState};
use domain::sample::slug;
use domain::text::Line;

fn pick(provider: &str) -> Pick {
    Pick { provider: slug(provider), why: Some(Line::parse("Kennt das Handwerk.").unwrap()) }
}

test_db!(a_provider_sees_only_what_is_released_to_it, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let edit = office.edit(&office.jens, &request);
    propose(&office.b, &office.content, edit, vec![pick("werkstattdaten")]).await.unwrap();
    let view = async |provider: &str| {
        let mut conn = office.b.db.read().await.unwrap();
        provider_view(&mut conn, &request.id, provider).await.unwrap()
    };
    let set = async |provider: &str, fields: &[ReleaseField]| {
        release(&office.b, &office.content, &secret, provider, fields).await
    };
    let shy = view("demir-digital").await.unwrap();
    assert_eq!(shy.sector.as_deref(), Some("handwerk"));
    assert_eq!(
        (shy.firm, shy.person, shy.email, shy.phone, shy.message),
        (None, None, None, None, None)
    );
    assert_eq!(view("tourenwerk").await, None);

    set("demir-digital", &[ReleaseField::Name, ReleaseField::Phone]).await.unwrap();
    let seen = view("demir-digital").await.unwrap();
    assert_eq!(seen.firm.as_deref(), Some("Sanitär Hoffmeister"));
    assert_eq!(seen.phone.as_deref(), Some("0231 123456"));
    assert_eq!((seen.email, seen.message), (None, None));
    assert_eq!(view("werkstattdaten").await.unwrap().firm, None);

    set("demir-digital", &[ReleaseField::Phone]).await.unwrap();
    let seen = view("demir-digital").await.unwrap();
    assert_eq!((seen.firm, seen.person), (None, None));
    assert!(seen.phone.is_some());

    assert_eq!(refusal(set("tourenwerk", &[ReleaseField::Name]).await), "not_found");
    let history = office.history(&request.id).await;
    assert_eq!(history.iter().filter(|code| *code == "released").count(), 2);
    assert_eq!(history.iter().filter(|code| *code == "revoked").count(), 1);
    let chosen = "select count(*) from neutrality where step = 'chosen'";
    assert_eq!(office.number(chosen).await, 1);
});

test_db!(nothing_is_released_or_proposed_before_confirmation, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[]).await;
    let secret = office.link(&sent.id).await;
    let fields = [ReleaseField::Name];
    let refused = release(&office.b, &office.content, &secret, "demir-digital", &fields).await;
    assert_eq!(refusal(refused), "request_state");
    let request = office.request(&sent.id).await.unwrap();
    let edit = office.edit(&office.jens, &request);
    let refused = propose(&office.b, &office.content, edit, vec![pick("kasse")]).await;
    assert_eq!(refusal(refused), "request_state");
    assert_eq!(office.number("select count(*) from neutrality").await, 0);
});

test_db!(what_staff_saw_and_picked_is_in_the_neutrality_log, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let viewer = office.viewer(&office.jens);
    let seen = suggestions(&office.b, &office.content, &viewer, &request.id).await.unwrap();
    assert_eq!(seen.len(), 6);
    assert_eq!(seen[0].provider.as_str(), "demir-digital");
    assert_eq!(
        office.number("select count(*) from neutrality").await,
        0,
        "looking changes nothing"
    );

    let edit = office.edit(&office.jens, &request);
    let picks = vec![pick("demir-digital"), pick("tourenwerk")];
    let after = propose(&office.b, &office.content, edit.clone(), picks.clone()).await.unwrap();
    assert_eq!(after.state, RequestState::Open);
    assert!(after.answered_at.is_some());
    let count = "select count(*) from neutrality where step = 'shown'";
    assert_eq!(office.number(count).await, 6);
    let place =
        "select place from neutrality where step = 'proposed' and provider = 'demir-digital'
        and why = 'wished main_goal sector size district'";
    assert_eq!(office.number(place).await, 1);
    let again = propose(&office.b, &office.content, edit, picks).await;
    assert_eq!(refusal(again), "conflict");

    let seen = suggestions(&office.b, &office.content, &viewer, &request.id).await.unwrap();
    assert!(seen[0].proposed && seen[0].proposed_lately == 1);
    let view = status(&office.b, &office.link(&request.id).await).await.unwrap().unwrap();
    assert_eq!(view.providers.len(), 2);
    assert_eq!(view.providers[0].note.as_deref(), Some("Kennt das Handwerk."));
    let mails = office.mails().await;
    let mail = mails.iter().find(|mail| mail.kind == "providers_proposed").unwrap();
    assert!(mail.text.contains("Firma tourenwerk"));

    // The log outlives the request.
    office.tick_on_day(366).await;
    assert!(office.request(&request.id).await.is_none());
    let kept = "select count(*) from neutrality where request is null";
    assert_eq!(office.number(kept).await, 8);
});

test_db!(picks_are_checked, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let edit = office.edit(&office.jens, &request);
    for (picks, code) in [
        (vec![], "picks"),
        (vec![pick("kasse"); 6], "picks"),
        (vec![pick("gibt-es-nicht")], "provider_not_listed"),
    ] {
        let refused = propose(&office.b, &office.content, edit.clone(), picks).await;
        assert_eq!(refusal(refused), code);
    }
    assert_eq!(office.number("select count(*) from neutrality").await, 0);
});
