//! Changing what an account says, on both databases.

use super::*;
use crate::BackendError;
use crate::testing::Fixture;

fn refused<T: std::fmt::Debug>(result: crate::Result<T>) -> &'static str {
    match result {
        Err(BackendError::Refused(code)) => code,
        other => panic!("{other:?}"),
    }
}

fn facts(name: &str, email: &str) -> Facts {
    let NewStaff { name, email, adviser, .. } = person(name, email);
    Facts { name, email, adviser }
}

async fn member(b: &Backend, mailbox: &str, roles: &[(&str, Role)]) -> Id {
    let roles = roles.iter().map(|(site, role)| ((*site).to_owned(), *role)).collect();
    let new = NewStaff { roles, ..person(mailbox, &format!("{mailbox}@werkbank.example")) };
    add(b, &new, &Actor::System).await.unwrap()
}

async fn version(b: &Backend, id: &Id) -> String {
    let mut conn = b.db.read().await.unwrap();
    find(&mut conn, id).await.unwrap().unwrap().facts_version()
}

test_db!(another_address_ends_what_the_old_one_had, |f: Fixture| async move {
    let b = f.backend.clone();
    let anna = Actor::Staff(member(&b, "anna", &[("dortmund", Role::Admin)]).await);
    let id = member(&b, "jens", &[("dortmund", Role::Adviser)]).await;
    let invited = invite(&b, &id, &anna).await.unwrap();
    let read = version(&b, &id).await;
    let named = facts("Jens A.", "jens@werkbank.example");
    set_facts(&b, edit(&id, &anna), &read, &named).await.unwrap();
    assert!(invitation(&b, &invited).await.unwrap().is_some(), "a name ends nothing");
    // A second click changes nothing and is no conflict; other words are one.
    set_facts(&b, edit(&id, &anna), &read, &named).await.unwrap();
    let moved = facts("Jens A.", "JENS.A@werkbank.example");
    let late = set_facts(&b, edit(&id, &anna), &read, &moved).await;
    assert!(matches!(late, Err(BackendError::Conflict)), "{late:?}");
    let read = version(&b, &id).await;
    set_facts(&b, edit(&id, &anna), &read, &moved).await.unwrap();
    assert!(invitation(&b, &invited).await.unwrap().is_none(), "the old mailbox has no way in");
    let mut conn = b.db.read().await.unwrap();
    let jens = by_email(&mut conn, "jens.a@werkbank.example").await.unwrap().unwrap();
    drop(conn);
    assert_eq!((jens.id.clone(), jens.name.as_str()), (id.clone(), "Jens A."));
    let read = version(&b, &id).await;
    let taken = facts("Jens A.", "anna@werkbank.example");
    assert_eq!(refused(set_facts(&b, edit(&id, &anna), &read, &taken).await), "email_taken");
    let adviser = Actor::Staff(id.clone());
    let own = set_facts(&b, edit(&id, &adviser), &read, &named).await;
    assert_eq!(refused(own), "no_longer_admin");
});

test_db!(an_account_of_two_sites_belongs_to_neither_alone, |f: Fixture| async move {
    let b = f.backend.clone();
    let anna = member(&b, "anna", &[("dortmund", Role::Admin)]).await;
    let both = [("dortmund", Role::Admin), ("hagen", Role::Admin)];
    let (bea, other) = (member(&b, "bea", &both).await, member(&b, "carla", &both).await);
    let (anna, bea_too) = (Actor::Staff(anna), Actor::Staff(bea.clone()));
    let read = version(&b, &other).await;
    let taken_over = facts("carla", "anna2@werkbank.example");
    let refusal = set_facts(&b, edit(&other, &anna), &read, &taken_over).await;
    assert_eq!(refused(refusal), "other_site");
    assert_eq!(refused(set_active(&b, edit(&other, &anna), false).await), "other_site");
    set_facts(&b, edit(&other, &anna), &read, &facts("Carla", "carla@werkbank.example"))
        .await
        .unwrap();
    let read = version(&b, &other).await;
    set_facts(&b, edit(&other, &bea_too), &read, &taken_over).await.unwrap();
    set_active(&b, edit(&other, &bea_too), false).await.unwrap();
});
