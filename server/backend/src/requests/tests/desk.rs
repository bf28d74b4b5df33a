use super::office::{Office, refusal};
use super::*;
use crate::testing::{Fixture, NOON};
use domain::request::{Outcome, RequestState};
use domain::routing::Reason;
use domain::text::Paragraph;

test_db!(of_two_who_hand_over_the_second_sees_a_conflict, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let race = |to: &crate::Id| {
        let (b, content) = (office.b.clone(), office.content.clone());
        let (edit, to) = (office.edit(&office.katrin, &request), Placed::Person(to.clone()));
        tokio::spawn(async move { hand_over(&b, &content, edit, to, None).await })
    };
    let (a, b) = (race(&office.miriam), race(&office.samuel));
    let results = [a.await.unwrap(), b.await.unwrap()];
    assert_eq!(results.iter().flatten().count(), 1);
    let loser = results.into_iter().find(Result::is_err).unwrap();
    assert_eq!(refusal(loser), "conflict");
    let after = office.request(&request.id).await.unwrap();
    assert_eq!((after.version, after.reason), (request.version + 1, Reason::HandedOver));
    let told = office.mail_list().await;
    let told = told.iter().filter(|m| m.starts_with("staff_new_request")).count();
    assert_eq!(told, 2, "Jens at first, then the new one");
});

test_db!(a_request_goes_to_the_pool_and_out_again, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let note = Some(Paragraph::parse("Bin befangen.").unwrap());
    let edit = office.edit(&office.jens, &request);
    let pooled = to_pool(&office.b, &office.content, edit, note).await.unwrap();
    assert_eq!((pooled.assigned.clone(), pooled.reason), (None, Reason::Pool));
    let edit = office.edit(&office.samuel, &pooled);
    let taken = take(&office.b, &office.content, edit).await.unwrap();
    assert_eq!((taken.assigned.as_ref(), taken.reason), (Some(&office.samuel), Reason::Taken));
    let edit = office.edit(&office.samuel, &taken);
    let nobody = Placed::Person(office.b.id());
    let refused = hand_over(&office.b, &office.content, edit, nobody, None).await;
    assert_eq!(refusal(refused), "no_such_adviser");
    let site = office.content.site().unwrap();
    let viewer = office.viewer(&office.samuel);
    let detail = detail(&office.b, site, &viewer, &request.id).await.unwrap();
    let codes: Vec<&str> = detail.history.iter().map(|e| e.event.as_str()).collect();
    assert_eq!(codes, ["submitted", "placed", "confirmed", "to_pool", "taken"]);
    assert_eq!(detail.history[3].note.as_deref(), Some("Bin befangen."));
    assert_eq!(detail.name(&office.samuel), Some("Samuel"));
    assert_eq!(detail.name(&office.jens), Some("Jens"));
});

test_db!(what_is_not_yours_does_not_exist, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let site = office.content.site().unwrap();
    let see = async |staff: &crate::Id| {
        detail(&office.b, site, &office.viewer(staff), &request.id).await.is_ok()
    };
    assert!(see(&office.jens).await && see(&office.katrin).await);
    assert!(!see(&office.samuel).await && !see(&office.miriam).await);
    let edit = office.edit(&office.samuel, &request);
    let foreign = close(&office.b, edit.clone(), Outcome::Spam, None).await;
    assert_eq!(refusal(foreign), "not_found");
    assert_eq!(refusal(take(&office.b, &office.content, edit).await), "not_found");
    let text = Paragraph::parse("x").unwrap();
    let foreign = note(&office.b, &office.viewer(&office.samuel), &request.id, &text).await;
    assert_eq!(refusal(foreign), "not_found");
    // The substitute sees it while Jens is away.
    office.away(&office.jens).await;
    assert!(see(&office.miriam).await && !see(&office.samuel).await);
    let mut elsewhere = office.viewer(&office.katrin);
    elsewhere.site = "anderswo".into();
    let other = detail(&office.b, site, &elsewhere, &request.id).await;
    assert_eq!(refusal(other.map(|_| ())), "not_found");
});

test_db!(staff_confirms_by_phone_or_keeps, |f: Fixture| async move {
    let office = Office::open(f).await;
    let sent = office.submit(&[("email", "")]).await;
    let request = office.request(&sent.id).await.unwrap();
    let edit = office.edit(&office.jens, &request);
    for (days, code) in [(-1, "keep_until"), (91, "keep_until")] {
        let until = NOON.plus_days(days).day();
        assert_eq!(refusal(keep_until(&office.b, edit.clone(), until).await), code);
    }
    let until = NOON.plus_days(30).day();
    let kept = keep_until(&office.b, edit.clone(), until).await.unwrap();
    assert_eq!((kept.keep_until, kept.delete_on), (Some(until), until.tomorrow().unwrap()));
    assert_eq!(refusal(confirm_by_phone(&office.b, edit).await), "conflict");
    let edit = office.edit(&office.jens, &kept);
    let open = confirm_by_phone(&office.b, edit).await.unwrap();
    assert_eq!(open.state, RequestState::Open);
    let edit = office.edit(&office.jens, &open);
    assert_eq!(refusal(confirm_by_phone(&office.b, edit.clone()).await), "request_state");
    assert_eq!(refusal(keep_until(&office.b, edit, until).await), "request_state");
});

test_db!(closing_needs_an_outcome_and_can_be_undone, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let edit = office.edit(&office.jens, &request);
    let closed = close(&office.b, edit, Outcome::Advised, None).await.unwrap();
    assert_eq!((closed.state, closed.outcome), (RequestState::Closed, Some(Outcome::Advised)));
    assert_eq!(closed.closed_at, Some(NOON));
    let withdrawn = withdraw(&office.b, &office.content, &secret).await;
    assert_eq!(refusal(withdrawn), "request_state");
    let open = reopen(&office.b, office.edit(&office.jens, &closed)).await.unwrap();
    assert_eq!((open.state, open.outcome, open.closed_at), (RequestState::Open, None, None));
});
