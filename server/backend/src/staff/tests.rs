//! Signing in and staying signed in, on both databases.

mod facts;
mod team;

use super::*;
use crate::sessions::{end, end_by_id, list, session};
use crate::testing::{Fixture, NOON};
use crate::{Actor, Backend, Id, on, transaction};
use domain::staff::{PasswordError, Role};
use domain::text::{Email, Line};

const PASSWORD: &str = "drei Stühle im Regen";
const JENS: &str = "jens.albrecht@werkbank.example";

fn person(name: &str, email: &str) -> NewStaff {
    NewStaff {
        name: Line::parse(name).unwrap(),
        email: Email::parse(email).unwrap(),
        adviser: None,
        roles: vec![("dortmund".into(), Role::Adviser)],
    }
}

/// An account with password and second factor, its session already over.
async fn enrolled(b: &Backend) -> (Id, TotpSecret) {
    let id = add(b, &person("Jens Albrecht", JENS), &Actor::System).await.unwrap();
    let secret = invite(b, &id, &Actor::System).await.unwrap();
    let offered = invitation(b, &secret).await.unwrap().unwrap();
    let code = offered.totp.code(b.now()).unwrap();
    let Accepted::Done(begun) = accept(b, &secret, PASSWORD, &code, "Firefox").await.unwrap()
    else {
        panic!("not accepted")
    };
    end(b, &begun.token).await.unwrap();
    (id, offered.totp)
}

fn typed<'a>(password: &'a str, code: &'a str) -> Credentials<'a> {
    Credentials { email: JENS, password, code, network: "192.0.2.7", device: "Firefox, Linux" }
}

fn edit<'a>(member: &'a Id, by: &'a Actor) -> AccountEdit<'a> {
    AccountEdit { site: "dortmund", member, by }
}

fn later(f: &Fixture, seconds: i64) {
    f.clock.advance_ms(seconds * 1000);
}

test_db!(an_invitation_sets_both_factors_once, |f: Fixture| async move {
    let b = f.backend.clone();
    let id = add(&b, &person("Jens Albrecht", "Jens.Albrecht@werkbank.example"), &Actor::System)
        .await
        .unwrap();
    let twice = add(&b, &person("Jens", "jens.albrecht@WERKBANK.example"), &Actor::System).await;
    assert!(matches!(twice, Err(crate::BackendError::Refused("email_taken"))), "{twice:?}");

    let first = invite(&b, &id, &Actor::System).await.unwrap();
    let secret = invite(&b, &id, &Actor::System).await.unwrap();
    later(&f, 1);
    assert!(invitation(&b, &first).await.unwrap().is_none(), "a new invitation ends the old one");
    let offered = invitation(&b, &secret).await.unwrap().unwrap();
    assert_eq!(offered.member.email, JENS);
    let code = offered.totp.code(b.now()).unwrap();
    let short = accept(&b, &secret, "kurz", &code, "x").await.unwrap();
    assert!(matches!(short, Accepted::Password(PasswordError::TooShort)));
    let wrong = accept(&b, &secret, PASSWORD, "000000", "x").await.unwrap();
    assert!(matches!(wrong, Accepted::WrongCode));
    let done = accept(&b, &secret, PASSWORD, &code, "Firefox").await.unwrap();
    let Accepted::Done(begun) = done else { panic!("{done:?}") };
    assert_eq!(session(&b, &begun.token).await.unwrap().unwrap().member.id, id);
    let again = accept(&b, &secret, PASSWORD, &code, "x").await.unwrap();
    assert!(matches!(again, Accepted::LinkGone));
    assert!(invitation(&b, &secret).await.unwrap().is_none());
    let code_again = sign_in(&b, typed(PASSWORD, &code)).await.unwrap();
    assert!(matches!(code_again, SignIn::Wrong), "the code of the enrolment is used up");
});

test_db!(wrong_answers_are_all_alike, |f: Fixture| async move {
    let b = f.backend.clone();
    let (id, totp) = enrolled(&b).await;
    later(&f, 60);
    let code = totp.code(b.now()).unwrap();
    let unknown = Credentials { email: "nobody@werkbank.example", ..typed(PASSWORD, &code) };
    for (what, credentials) in [
        ("address", unknown),
        ("password", typed("drei Stühle im Regen!", &code)),
        ("code", typed(PASSWORD, "123456")),
        ("empty code", typed(PASSWORD, "")),
    ] {
        let answer = sign_in(&b, credentials).await.unwrap();
        assert!(matches!(answer, SignIn::Wrong), "{what}: {answer:?}");
    }
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let shouting =
        Credentials { email: " JENS.Albrecht@werkbank.example ", ..typed(PASSWORD, &spaced) };
    let SignIn::Done(begun) = sign_in(&b, shouting).await.unwrap() else { panic!() };
    assert_eq!(begun.member.id, id);
    let again = sign_in(&b, typed(PASSWORD, &code)).await.unwrap();
    assert!(matches!(again, SignIn::Wrong), "a code counts once");
    set_active(&b, edit(&id, &Actor::System), false).await.unwrap();
    assert!(session(&b, &begun.token).await.unwrap().is_none(), "disabled: the next request fails");
    later(&f, 60);
    let code = totp.code(b.now()).unwrap();
    let disabled = sign_in(&b, typed(PASSWORD, &code)).await.unwrap();
    assert!(matches!(disabled, SignIn::Wrong));
});

test_db!(guessing_gets_slow_for_the_guesser_alone, |f: Fixture| async move {
    let b = f.backend.clone();
    let (_, totp) = enrolled(&b).await;
    later(&f, 60);
    for email in [JENS, "nobody@werkbank.example"] {
        for n in 1..=FREE_ATTEMPTS {
            let wrong = Credentials { email, ..typed("falsch", "123456") };
            let answer = sign_in(&b, wrong).await.unwrap();
            assert!(matches!(answer, SignIn::Wrong), "{email} {n}: {answer:?}");
        }
        let code = totp.code(b.now()).unwrap();
        let right = Credentials { email, ..typed(PASSWORD, &code) };
        let answer = sign_in(&b, right).await.unwrap();
        let SignIn::Slowed(until) = answer else { panic!("{email}: {answer:?}") };
        assert_eq!(until, b.now().plus_ms(30_000));
    }
    let code = totp.code(b.now()).unwrap();
    let elsewhere = Credentials { network: "198.51.100.9", ..typed(PASSWORD, &code) };
    assert!(matches!(sign_in(&b, elsewhere).await.unwrap(), SignIn::Done(_)), "no lock-out");
    later(&f, 31);
    let wrong = sign_in(&b, typed("falsch", "123456")).await.unwrap();
    assert!(matches!(wrong, SignIn::Wrong));
    later(&f, 59);
    let code = totp.code(b.now()).unwrap();
    assert!(matches!(sign_in(&b, typed(PASSWORD, &code)).await.unwrap(), SignIn::Slowed(_)));
    later(&f, 2);
    let code = totp.code(b.now()).unwrap();
    assert!(matches!(sign_in(&b, typed(PASSWORD, &code)).await.unwrap(), SignIn::Done(_)));
    // The count began anew.
    assert!(matches!(sign_in(&b, typed("falsch", "123456")).await.unwrap(), SignIn::Wrong));
});

test_db!(parallel_guesses_count_and_one_code_signs_in_once, |f: Fixture| async move {
    let b = f.backend.clone();
    let (_, totp) = enrolled(&b).await;
    later(&f, 60);
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..30 {
        let b = b.clone();
        tasks.spawn(async move { sign_in(&b, typed("falsch", "123456")).await.unwrap() });
    }
    let mut wrong = 0;
    while let Some(answer) = tasks.join_next().await {
        wrong += i64::from(matches!(answer.unwrap(), SignIn::Wrong));
    }
    assert_eq!(wrong, FREE_ATTEMPTS);

    let code = totp.code(b.now()).unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for n in 0..8 {
        let (b, code) = (b.clone(), code.clone());
        tasks.spawn(async move {
            let network = format!("198.51.100.{n}");
            let credentials = Credentials { network: &network, ..typed(PASSWORD, &code) };
            sign_in(&b, credentials).await.unwrap()
        });
    }
    let mut done = 0;
    while let Some(answer) = tasks.join_next().await {
        done += i64::from(matches!(answer.unwrap(), SignIn::Done(_)));
    }
    assert_eq!(done, 1);
});

test_db!(sessions_idle_end_and_change, |f: Fixture| async move {
    let b = f.backend.clone();
    let (id, totp) = enrolled(&b).await;
    later(&f, 60);
    let code = totp.code(b.now()).unwrap();
    let SignIn::Done(begun) = sign_in(&b, typed(PASSWORD, &code)).await.unwrap() else { panic!() };
    let start = b.now();
    for _ in 0..23 {
        later(&f, 29 * 60);
        assert!(session(&b, &begun.token).await.unwrap().is_some(), "used every 29 minutes");
    }
    f.clock.set(start.plus_hours(12));
    assert!(session(&b, &begun.token).await.unwrap().is_none(), "absolute end");

    let code = totp.code(b.now()).unwrap();
    let SignIn::Done(one) = sign_in(&b, typed(PASSWORD, &code)).await.unwrap() else { panic!() };
    assert_ne!(one.token, begun.token);
    let listed = list(&b, &id).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].device, "Firefox, Linux");
    later(&f, 30 * 60);
    assert!(session(&b, &one.token).await.unwrap().is_none(), "idle");
    assert!(session(&b, "").await.unwrap().is_none());

    let code = totp.code(b.now()).unwrap();
    let SignIn::Done(two) = sign_in(&b, typed(PASSWORD, &code)).await.unwrap() else { panic!() };
    let current = session(&b, &two.token).await.unwrap().unwrap();
    let new = "sieben Tassen und ein Krug";
    let wish = |old| NewPassword { old, new, network: "192.0.2.7" };
    for n in 0..2 {
        for _ in 1..FREE_ATTEMPTS {
            let refused = change_password(&b, &current, wish("falsch")).await.unwrap();
            assert!(matches!(refused, PasswordChange::WrongPassword), "{n}: {refused:?}");
        }
        // The right one begins the count anew.
        if n == 0 {
            later(&f, 60);
            let code = totp.code(b.now()).unwrap();
            assert!(matches!(sign_in(&b, typed(PASSWORD, &code)).await.unwrap(), SignIn::Done(_)));
        }
    }
    let refused = change_password(&b, &current, wish("falsch")).await.unwrap();
    assert!(matches!(refused, PasswordChange::WrongPassword));
    let slowed = change_password(&b, &current, wish(PASSWORD)).await.unwrap();
    assert!(matches!(slowed, PasswordChange::Slowed(_)), "trying passwords at an open desk");
    later(&f, 31);
    let changed = change_password(&b, &current, wish(PASSWORD)).await.unwrap();
    let PasswordChange::Done(three) = changed else { panic!("{changed:?}") };
    assert!(session(&b, &two.token).await.unwrap().is_none(), "the id changes with the password");
    assert!(session(&b, &three.token).await.unwrap().is_some());

    let stranger = b.id();
    assert!(!end_by_id(&b, &stranger, &three.id).await.unwrap(), "not one's own");
    assert!(end_by_id(&b, &id, &three.id).await.unwrap());
    assert!(session(&b, &three.token).await.unwrap().is_none());

    later(&f, 60);
    let code = totp.code(b.now()).unwrap();
    let SignIn::Done(four) = sign_in(&b, typed(new, &code)).await.unwrap() else { panic!() };
    let change = RoleChange { before: &[Role::Adviser], after: &[Role::Coordinator] };
    set_roles(&b, edit(&id, &Actor::System), change).await.unwrap();
    assert!(session(&b, &four.token).await.unwrap().is_none(), "rights changed");
    later(&f, 3 * 3600);
    transaction!(b.db, |tx| {
        sweep(tx, b.now()).await?;
        crate::sessions::sweep(tx, b.now()).await
    })
    .unwrap();
    let mut conn = b.db.read().await.unwrap();
    let sql =
        "select (select count(*) from staff_session) + (select count(*) from sign_in_attempt)";
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
    assert_eq!(n, 0);
});

test_db!(signing_out_during_many_requests_stays_so, |f: Fixture| async move {
    let b = f.backend.clone();
    let (id, _) = enrolled(&b).await;
    let rounds = if std::env::var("WERKBANK_TEST_LONG").is_ok_and(|v| v == "1") { 50 } else { 4 };
    for round in 0..rounds {
        let link = sign_in_link(&b, &id).await.unwrap();
        let begun = sign_in_with_link(&b, &link, "Firefox").await.unwrap().unwrap();
        // Each request is late enough to write down that it used the session.
        later(&f, 61);
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..51 {
            let (b, token) = (b.clone(), begun.token.clone());
            tasks.spawn(async move {
                if n == 25 {
                    end(&b, &token).await.unwrap();
                } else {
                    session(&b, &token).await.unwrap();
                }
            });
        }
        while let Some(done) = tasks.join_next().await {
            done.unwrap();
        }
        assert!(session(&b, &begun.token).await.unwrap().is_none(), "round {round}");
    }
});

test_db!(a_sign_in_link_works_once, |f: Fixture| async move {
    let b = f.backend.clone();
    let id =
        add(&b, &person("Fatma Yıldırım", "fatma@werkbank.example"), &Actor::System).await.unwrap();
    let link = sign_in_link(&b, &id).await.unwrap();
    assert!(is_sign_in_link(&b, &link).await.unwrap());
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (b, link) = (b.clone(), link.clone());
        tasks.spawn(async move { sign_in_with_link(&b, &link, "x").await.unwrap().is_some() });
    }
    let mut signed_in = 0;
    while let Some(done) = tasks.join_next().await {
        signed_in += u32::from(done.unwrap());
    }
    assert_eq!(signed_in, 1);
    assert!(!is_sign_in_link(&b, &link).await.unwrap());
    let old = sign_in_link(&b, &id).await.unwrap();
    f.clock.set(NOON.plus_hours(13));
    assert!(!is_sign_in_link(&b, &old).await.unwrap());
    assert!(sign_in_with_link(&b, &old, "x").await.unwrap().is_none());
    assert!(invitation(&b, &old).await.unwrap().is_none(), "made for something else");
});

test_db!(the_trail_has_ids_and_codes_only, |f: Fixture| async move {
    let b = f.backend.clone();
    enrolled(&b).await;
    for _ in 0..FREE_ATTEMPTS {
        sign_in(&b, typed("falsch", "1")).await.unwrap();
    }
    let mut conn = b.db.read().await.unwrap();
    let sql = "select action, subject, coalesce(actor, '') from audit order by id";
    let rows: Vec<(String, String, String)> =
        on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    let actions: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    for action in
        ["staff.added", "staff.invited", "staff.enrolled", "session.ended", "sign_in.slowed"]
    {
        assert!(actions.contains(&action), "{action} missing in {actions:?}");
    }
    let text = format!("{rows:?}").to_lowercase();
    assert!(!text.contains("jens") && !text.contains('@') && !text.contains("192.0.2"), "{text}");
});
