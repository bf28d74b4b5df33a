use super::*;
use crate::staff::FREE_ATTEMPTS;
use domain::device::CODE_MINUTES;

test_db!(a_code_pairs_one_kiosk_once, |f: Fixture| async move {
    let b = &f.backend;
    let (id, kiosk) = (entered(b).await, shown(b, None).await);
    assert_eq!(device(b, &id).await.state(NOON), State::New);
    assert_eq!(of_cookie(b, &kiosk.secret).await.unwrap(), None);
    // As somebody may type it.
    let code = kiosk.code.to_string().to_lowercase().replace('-', " ");
    assert_eq!(typed(b, &id, &code).await, Confirmed::Paired);
    let found = of_cookie(b, &kiosk.secret).await.unwrap().unwrap();
    assert_eq!((found.id.clone(), found.state(NOON)), (id.clone(), State::Paired(NOON)));
    assert_eq!(typed(b, &id, &code).await, Confirmed::WrongCode);
    let other = entered(b).await;
    assert_eq!(typed(b, &other, &code).await, Confirmed::WrongCode);
    assert!(matches!(show_code(b, Some(&kiosk.secret)).await.unwrap(), Pairing::Paired(_)));
});

test_db!(a_code_works_for_ten_minutes, |f: Fixture| async move {
    let b = &f.backend;
    let (id, first) = (entered(b).await, shown(b, None).await);
    f.clock.set(NOON.plus_minutes(CODE_MINUTES - 1));
    let second = shown(b, Some(&first.secret)).await;
    assert_eq!(second.secret, first.secret, "the kiosk keeps its cookie");
    f.clock.set(NOON.plus_minutes(CODE_MINUTES));
    assert_eq!(typed(b, &id, &first.code.to_string()).await, Confirmed::WrongCode);
    tidy(b).await.unwrap();
    assert_eq!(typed(b, &id, &second.code.to_string()).await, Confirmed::Paired);
    // A secret that was not drawn here is not taken over.
    let foreign = shown(b, Some("gewählt")).await;
    assert_ne!(foreign.secret, "gewählt");
});

test_db!(a_kiosk_that_showed_two_codes_is_paired_once, |f: Fixture| async move {
    let b = &f.backend;
    let first = shown(b, None).await;
    let second = shown(b, Some(&first.secret)).await;
    let (id, other) = (entered(b).await, entered(b).await);
    assert_eq!(typed(b, &id, &second.code.to_string()).await, Confirmed::Paired);
    assert_eq!(typed(b, &other, &first.code.to_string()).await, Confirmed::WrongCode);
    assert_eq!(of_cookie(b, &first.secret).await.unwrap().unwrap().id, id);
});

test_db!(pairing_anew_and_unpairing_end_the_cookie_at_once, |f: Fixture| async move {
    let b = &f.backend;
    let (id, old) = paired(b).await;
    let screen = Screen::of_diagonal(43.0, 1920, 1080).unwrap();
    assert!(measure(b, &old, screen).await.unwrap());
    assert_eq!(device(b, &id).await.screen, Some(screen));
    let kiosk = shown(b, None).await;
    assert_eq!(typed(b, &id, &kiosk.code.to_string()).await, Confirmed::Paired);
    assert_eq!(of_cookie(b, &old).await.unwrap(), None);
    assert!(!measure(b, &old, screen).await.unwrap());
    assert_eq!(device(b, &id).await.screen, None, "another kiosk, another screen");
    for _ in 0..2 {
        unpair(b, SITE, &id, &Actor::System).await.unwrap();
    }
    assert_eq!(of_cookie(b, &kiosk.secret).await.unwrap(), None);
    assert_eq!(device(b, &id).await.state(NOON), State::Unpaired(NOON));
    let cleaning = set_cleaning(b, SITE, &id, true, &Actor::System).await;
    assert!(matches!(cleaning, Err(crate::BackendError::NotFound)));
});

test_db!(a_device_is_known_to_its_own_site, |f: Fixture| async move {
    let b = &f.backend;
    let (id, cookie) = paired(b).await;
    let by = &Actor::System;
    let kiosk = shown(b, None).await;
    let refused = [
        rename(b, "hagen", &id, &new_device("x"), by).await,
        set_cleaning(b, "hagen", &id, true, by).await,
        unpair(b, "hagen", &id, by).await,
        remove(b, "hagen", &id, by).await,
        confirm(b, "hagen", &id, &kiosk.code.to_string(), HOME, &staff(1)).await.map(|_| ()),
    ];
    for result in refused {
        assert!(matches!(result, Err(crate::BackendError::NotFound)), "{result:?}");
    }
    assert!(of_cookie(b, &cookie).await.unwrap().is_some());
    // The refused attempt has not used the code up.
    rename(b, SITE, &id, &new_device("Kiosk Werkstatt"), by).await.unwrap();
    set_cleaning(b, SITE, &id, true, by).await.unwrap();
    let now = device(b, &id).await;
    assert_eq!((now.name.as_str(), now.is_cleaning(NOON)), ("Kiosk Werkstatt", true));
    assert!(!now.is_cleaning(NOON.plus_minutes(15)), "nobody has to remember to end it");
    assert_eq!(typed(b, &id, &kiosk.code.to_string()).await, Confirmed::Paired);
    remove(b, SITE, &id, by).await.unwrap();
    assert_eq!(of_cookie(b, &kiosk.secret).await.unwrap(), None);
    let mut conn = b.db.read().await.unwrap();
    assert_eq!(all(&mut conn, SITE).await.unwrap(), []);
});

test_db!(guessing_codes_gets_slow, |f: Fixture| async move {
    let b = &f.backend;
    let (id, kiosk) = (entered(b).await, shown(b, None).await);
    // A slip of the pen is no guess.
    for _ in 0..2 * FREE_ATTEMPTS {
        assert_eq!(typed(b, &id, "7F3K").await, Confirmed::WrongCode);
    }
    for _ in 0..FREE_ATTEMPTS {
        assert_eq!(typed(b, &id, "0000-0000").await, Confirmed::WrongCode);
    }
    let slowed = typed(b, &id, &kiosk.code.to_string()).await;
    assert!(matches!(slowed, Confirmed::Slowed(until) if until > NOON), "{slowed:?}");
    // For the guesser alone.
    let code = kiosk.code.to_string();
    let other = confirm(b, SITE, &id, &code, HOME, &staff(2)).await.unwrap();
    assert_eq!(other, Confirmed::Paired);
});

test_db!(one_code_typed_at_once_pairs_one_device, |f: Fixture| async move {
    let b = &f.backend;
    for round in 0..10 {
        let kiosk = shown(b, None).await;
        let code = kiosk.code.to_string();
        let mut rivals = Vec::new();
        for n in 0..8 {
            let (b, id, code) = (b.clone(), entered(b).await, code.clone());
            rivals.push(tokio::spawn(async move {
                let by = staff(10 + n);
                (confirm(&b, SITE, &id, &code, HOME, &by).await.unwrap(), id)
            }));
        }
        let mut winners = Vec::new();
        for rival in rivals {
            let (confirmed, id) = rival.await.unwrap();
            match confirmed {
                Confirmed::Paired => winners.push(id),
                other => assert_eq!(other, Confirmed::WrongCode, "round {round}"),
            }
        }
        assert_eq!(winners.len(), 1, "round {round}");
        assert_eq!(of_cookie(b, &kiosk.secret).await.unwrap().unwrap().id, winners[0]);
    }
});
