//! The team: who may change whose account, desks and absences, on both databases.

use super::*;
use crate::BackendError;
use crate::outbox::DeliveryState;
use domain::request::MailKind;
use domain::sample;
use jiff::civil::{Date, date};

/// The day of [`NOON`].
const TODAY: Date = date(2026, 11, 24);

async fn member(b: &Backend, mailbox: &str, roles: &[Role]) -> Id {
    let email = format!("{mailbox}@werkbank.example");
    let roles = roles.iter().map(|role| ("dortmund".to_owned(), *role)).collect();
    let new = NewStaff { roles, ..person(mailbox, &email) };
    add(b, &new, &Actor::System).await.unwrap()
}

async fn signed_in(b: &Backend, id: &Id) -> crate::sessions::NewSession {
    let link = sign_in_link(b, id).await.unwrap();
    sign_in_with_link(b, &link, "Firefox").await.unwrap().unwrap()
}

fn refused<T: std::fmt::Debug>(result: crate::Result<T>) -> &'static str {
    match result {
        Err(BackendError::Refused(code)) => code,
        other => panic!("{other:?}"),
    }
}

async fn found(b: &Backend, id: &Id) -> Colleague {
    let mut conn = b.db.read().await.unwrap();
    colleague(&mut conn, "dortmund", id, b.now()).await.unwrap().unwrap()
}

async fn actions(b: &Backend) -> Vec<String> {
    let mut conn = b.db.read().await.unwrap();
    let sql = "select action from audit order by id";
    let rows: Vec<(String,)> = on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    rows.into_iter().map(|(action,)| action).collect()
}

test_db!(an_account_and_its_invitation_are_one, |f: Fixture| async move {
    let b = f.backend.clone();
    let site = sample::site();
    let anna = Actor::Staff(member(&b, "anna", &[Role::Admin]).await);
    let new = person("Jens Albrecht", "Jens.Albrecht@werkbank.example");
    let id = add_and_invite(&b, &site, &new, &anna).await.unwrap();
    let jens = found(&b, &id).await;
    assert!(!jens.enrolled && jens.member.active);
    assert_eq!(jens.invited_until, Some(b.now().plus_hours(72)));
    let mut conn = b.db.read().await.unwrap();
    let mail = crate::outbox::latest(&mut conn, MailKind::StaffInvitation, JENS).await.unwrap();
    drop(conn);
    assert_eq!(mail.unwrap().state, DeliveryState::Waiting(None));

    assert_eq!(refused(add_and_invite(&b, &site, &new, &anna).await), "email_taken");
    let nothing = NewStaff { roles: Vec::new(), ..person("X", "x@werkbank.example") };
    assert_eq!(refused(add_and_invite(&b, &site, &nothing, &anna).await), "no_roles");
    let mut conn = b.db.read().await.unwrap();
    let sql = "select count(*) from outbox";
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
    drop(conn);
    assert_eq!(n, 1, "what was refused sends nothing");

    later(&f, 1);
    invite_by_mail(&b, &site, edit(&id, &anna)).await.unwrap();
    set_active(&b, edit(&id, &anna), false).await.unwrap();
    later(&f, 1);
    assert_eq!(found(&b, &id).await.invited_until, None, "a disabled account has no invitation");
    assert_eq!(refused(invite_by_mail(&b, &site, edit(&id, &anna)).await), "inactive");
    let adviser = Actor::Staff(member(&b, "bea", &[Role::Adviser]).await);
    let not_allowed = invite_by_mail(&b, &site, edit(&id, &adviser)).await;
    assert_eq!(refused(not_allowed), "no_longer_admin");
});

test_db!(nobody_shuts_themselves_or_the_site_out, |f: Fixture| async move {
    let b = f.backend.clone();
    let anna = member(&b, "anna", &[Role::Admin, Role::Adviser]).await;
    let by = Actor::Staff(anna.clone());
    let (mine, bert) = (edit(&anna, &by), member(&b, "bert", &[Role::Adviser]).await);
    assert_eq!(refused(set_active(&b, mine, false).await), "own_account");
    let both = [Role::Admin, Role::Adviser];
    let change = RoleChange { before: &both, after: &[Role::Adviser] };
    assert_eq!(refused(set_roles(&b, mine, change).await), "own_admin_role");
    // Also not from outside: somebody has to be left.
    let system = Actor::System;
    assert_eq!(refused(set_roles(&b, edit(&anna, &system), change).await), "last_admin");
    assert_eq!(refused(set_active(&b, edit(&anna, &system), false).await), "last_admin");
    let none = RoleChange { before: &both, after: &[] };
    assert_eq!(refused(set_roles(&b, mine, none).await), "no_roles");
    // The order of roles is no matter, and what changes nothing is no change.
    let same = RoleChange { before: &[], after: &[Role::Adviser, Role::Admin] };
    set_roles(&b, mine, same).await.unwrap();
    let keeps = RoleChange { before: &both, after: &[Role::Admin] };
    set_roles(&b, mine, keeps).await.unwrap();

    // A disabled administrator does not count.
    let carla = member(&b, "carla", &[Role::Admin]).await;
    set_active(&b, edit(&carla, &by), false).await.unwrap();
    assert_eq!(refused(set_active(&b, edit(&anna, &system), false).await), "last_admin");
    let gone = Actor::Staff(carla.clone());
    assert_eq!(refused(set_active(&b, edit(&bert, &gone), false).await), "no_longer_admin");
    set_active(&b, edit(&carla, &by), true).await.unwrap();
    set_active(&b, edit(&anna, &gone), false).await.unwrap();

    let elsewhere = AccountEdit { site: "anderswo", member: &bert, by: &system };
    assert!(matches!(set_active(&b, elsewhere, false).await, Err(BackendError::NotFound)));
    let nobody = b.id();
    let unknown = set_active(&b, edit(&nobody, &system), false).await;
    assert!(matches!(unknown, Err(BackendError::NotFound)));
});

test_db!(two_administrators_cannot_shut_each_other_out, |f: Fixture| async move {
    let b = f.backend.clone();
    let rounds = if std::env::var("WERKBANK_TEST_LONG").is_ok_and(|v| v == "1") { 200 } else { 10 };
    for round in 0..rounds {
        let anna = member(&b, &format!("anna{round}"), &[Role::Admin]).await;
        let bert = member(&b, &format!("bert{round}"), &[Role::Admin]).await;
        let mut tasks = tokio::task::JoinSet::new();
        for (by, whom) in [(anna.clone(), bert.clone()), (bert.clone(), anna.clone())] {
            let b = b.clone();
            tasks.spawn(async move {
                let by = Actor::Staff(by);
                let edit = AccountEdit { site: "dortmund", member: &whom, by: &by };
                if round % 2 == 0 {
                    set_active(&b, edit, false).await
                } else {
                    let change = RoleChange { before: &[Role::Admin], after: &[Role::Head] };
                    set_roles(&b, edit, change).await
                }
            });
        }
        let mut done = 0;
        while let Some(result) = tasks.join_next().await {
            match result.unwrap() {
                Ok(()) => done += 1,
                other => assert_eq!(refused(other), "no_longer_admin", "round {round}"),
            }
        }
        assert_eq!(done, 1, "round {round}");
        let mut conn = b.db.read().await.unwrap();
        let admins = all(&mut conn, "dortmund").await.unwrap();
        drop(conn);
        let admins = admins.iter().filter(|m| m.active && m.has("dortmund", Role::Admin));
        assert_eq!(admins.count(), 1, "round {round}");
        // The next round has two of its own alone.
        transaction!(b.db, |tx| {
            let sql = "delete from staff_role where role = 'admin'";
            on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
            Ok(())
        })
        .unwrap();
    }
});

test_db!(of_two_changes_to_the_same_roles_the_second_is_told, |f: Fixture| async move {
    let b = f.backend.clone();
    let bert = member(&b, "bert", &[Role::Adviser]).await;
    let session = signed_in(&b, &bert).await;
    let to = |after| RoleChange { before: &[Role::Adviser], after };
    set_roles(&b, edit(&bert, &Actor::System), to(&[Role::Curator])).await.unwrap();
    assert!(crate::sessions::session(&b, &session.token).await.unwrap().is_none());
    let late = set_roles(&b, edit(&bert, &Actor::System), to(&[Role::Head])).await;
    assert!(matches!(late, Err(BackendError::Conflict)));
    assert_eq!(found(&b, &bert).await.member.roles_at("dortmund"), [Role::Curator]);
    let trail = actions(&b).await;
    assert_eq!(trail.iter().filter(|action| *action == "staff.roles_changed").count(), 1);
});

test_db!(sessions_end_for_one_and_for_everybody, |f: Fixture| async move {
    let b = f.backend.clone();
    let anna = member(&b, "anna", &[Role::Admin]).await;
    let bert = member(&b, "bert", &[Role::Adviser]).await;
    let by = Actor::Staff(anna.clone());
    let (one, two) = (signed_in(&b, &bert).await, signed_in(&b, &bert).await);
    let mine = signed_in(&b, &anna).await;
    let alive = async |begun: &crate::sessions::NewSession| {
        crate::sessions::session(&b, &begun.token).await.unwrap()
    };
    assert_eq!(found(&b, &bert).await.sessions, 2);
    let berts = alive(&one).await.unwrap();
    assert_eq!(crate::sessions::end_others(&b, &berts).await.unwrap(), 1);
    assert_eq!(crate::sessions::end_others(&b, &berts).await.unwrap(), 0);
    assert!(alive(&one).await.is_some() && alive(&two).await.is_none());
    end_sessions(&b, edit(&bert, &by)).await.unwrap();
    assert!(alive(&one).await.is_none() && alive(&mine).await.is_some());

    let (one, other) = (signed_in(&b, &bert).await, signed_in(&b, &anna).await);
    let session = alive(&mine).await.unwrap();
    end_everybodys_sessions(&b, "dortmund", &session).await.unwrap();
    assert!(alive(&one).await.is_none() && alive(&other).await.is_none());
    assert!(alive(&mine).await.is_some(), "the own session goes on");
    let bert = signed_in(&b, &bert).await;
    let bert = alive(&bert).await.unwrap();
    let not_allowed = end_everybodys_sessions(&b, "dortmund", &bert).await;
    assert_eq!(refused(not_allowed), "no_longer_admin");
});

fn seat(b: &Backend, desk: &str, staff: &Id, from: Date, until: Option<Date>) -> Assignment {
    let (desk, staff) = (desk.to_owned(), staff.clone());
    Assignment { id: b.id(), desk, staff, substitute: false, from, until }
}

test_db!(desks_are_filled_by_date, |f: Fixture| async move {
    let b = f.backend.clone();
    let (by, site) = (Actor::System, "dortmund");
    let jens = member(&b, "jens", &[Role::Adviser]).await;
    let new = seat(&b, "hoerde", &jens, date(2026, 11, 1), None);
    assign_desk(&b, site, &new, &by).await.unwrap();
    let mut conn = b.db.read().await.unwrap();
    let seats = assignments(&mut conn, site, TODAY).await.unwrap();
    assert_eq!(seats, std::slice::from_ref(&new));
    drop(conn);

    // Nobody sits twice at one desk; before and after is fine.
    for (from, until, fine) in [
        (date(2026, 12, 1), None, false),
        (date(2026, 10, 1), Some(date(2026, 11, 1)), false),
        (date(2026, 10, 1), Some(date(2026, 10, 31)), true),
    ] {
        let other = Assignment { substitute: true, ..seat(&b, "hoerde", &jens, from, until) };
        let result = assign_desk(&b, site, &other, &by).await;
        if fine {
            result.unwrap();
        } else {
            assert_eq!(refused(result), "already_seated", "{from}");
        }
    }
    let reversed = seat(&b, "nord", &jens, TODAY, Some(date(2026, 11, 23)));
    assert_eq!(refused(assign_desk(&b, site, &reversed, &by).await), "dates_reversed");
    let curator = member(&b, "cara", &[Role::Curator]).await;
    let blind = seat(&b, "nord", &curator, TODAY, None);
    assert_eq!(refused(assign_desk(&b, site, &blind, &by).await), "sees_no_requests");
    let stranger = seat(&b, "nord", &b.id(), TODAY, None);
    assert!(matches!(assign_desk(&b, site, &stranger, &by).await, Err(BackendError::NotFound)));

    let yesterday = date(2026, 11, 23);
    let early = end_assignment(&b, site, &new.id, None, date(2026, 10, 31), &by).await;
    assert_eq!(refused(early), "dates_reversed");
    let elsewhere = end_assignment(&b, "anderswo", &new.id, None, yesterday, &by).await;
    assert!(matches!(elsewhere, Err(BackendError::NotFound)));
    end_assignment(&b, site, &new.id, None, yesterday, &by).await.unwrap();
    let late = end_assignment(&b, site, &new.id, None, TODAY, &by).await;
    assert!(matches!(late, Err(BackendError::Conflict)), "the second is told");
    let mut conn = b.db.read().await.unwrap();
    assert_eq!(assignments(&mut conn, site, TODAY).await.unwrap(), []);
    drop(conn);

    assert_eq!(refused(remove_assignment(&b, site, &new.id, TODAY, &by).await), "begun");
    let planned = seat(&b, "nord", &jens, date(2026, 12, 1), None);
    assign_desk(&b, site, &planned, &by).await.unwrap();
    remove_assignment(&b, site, &planned.id, TODAY, &by).await.unwrap();
    let again = remove_assignment(&b, site, &planned.id, TODAY, &by).await;
    assert!(matches!(again, Err(BackendError::NotFound)));
    let trail = actions(&b).await;
    for action in ["desk.assigned", "desk.ended", "desk.unassigned"] {
        assert!(trail.iter().any(|entry| entry == action), "{action}");
    }
});

test_db!(absences_do_not_overlap_and_go_again, |f: Fixture| async move {
    let b = f.backend.clone();
    let jens = member(&b, "jens", &[Role::Adviser]).await;
    let by = Actor::Staff(jens.clone());
    let away = async |from, until| {
        add_absence(&b, "dortmund", &jens, (date(2026, 12, from), date(2026, 12, until)), &by).await
    };
    assert_eq!(refused(away(2, 1).await), "dates_reversed");
    away(7, 11).await.unwrap();
    for (from, until) in [(7, 11), (11, 11), (1, 7), (8, 9), (1, 24)] {
        assert_eq!(refused(away(from, until).await), "overlap", "{from} {until}");
    }
    away(1, 6).await.unwrap();
    away(12, 12).await.unwrap();
    let mut conn = b.db.read().await.unwrap();
    let all = absences_of(&mut conn, &jens, date(2026, 12, 7)).await.unwrap();
    drop(conn);
    assert_eq!(all.iter().map(|a| a.from.day()).collect::<Vec<_>>(), [7, 12]);

    let other = member(&b, "bea", &[Role::Adviser]).await;
    let foreign = remove_absence(&b, "dortmund", &other, &all[0].id, &by).await;
    assert!(matches!(foreign, Err(BackendError::NotFound)));
    let elsewhere = remove_absence(&b, "anderswo", &jens, &all[0].id, &by).await;
    assert!(matches!(elsewhere, Err(BackendError::NotFound)));
    remove_absence(&b, "dortmund", &jens, &all[0].id, &by).await.unwrap();
    away(8, 9).await.unwrap();

    // Of many that overlap, one is noted.
    let mut tasks = tokio::task::JoinSet::new();
    for day in 1..=8 {
        let (b, other, by) = (b.clone(), other.clone(), by.clone());
        tasks.spawn(async move {
            let days = (date(2026, 12, day), date(2026, 12, 24));
            add_absence(&b, "dortmund", &other, days, &by).await.is_ok()
        });
    }
    let mut noted = 0;
    while let Some(done) = tasks.join_next().await {
        noted += u32::from(done.unwrap());
    }
    assert_eq!(noted, 1);
});

test_db!(somebody_stands_in_or_the_pool_does, |f: Fixture| async move {
    let b = f.backend.clone();
    let (by, site) = (Actor::System, "dortmund");
    let jens = member(&b, "jens", &[Role::Adviser]).await;
    let bea = member(&b, "bea", &[Role::Adviser]).await;
    assign_desk(&b, site, &seat(&b, "hoerde", &jens, date(2026, 11, 1), None), &by).await.unwrap();
    assign_desk(&b, site, &seat(&b, "nord", &jens, date(2026, 12, 3), None), &by).await.unwrap();
    let instead =
        Assignment { substitute: true, ..seat(&b, "hoerde", &bea, date(2026, 11, 1), None) };
    assign_desk(&b, site, &instead, &by).await.unwrap();
    let days = |from, until| (date(2026, 12, from), date(2026, 12, until));
    add_absence(&b, site, &jens, days(1, 5), &by).await.unwrap();
    add_absence(&b, site, &bea, days(4, 8), &by).await.unwrap();

    let mut conn = b.db.read().await.unwrap();
    let roster = Roster::load(&mut conn, site, TODAY).await.unwrap();
    drop(conn);
    let names = |day: i8, desk: &str| -> Vec<String> {
        let on_duty = roster.on_duty(desk, date(2026, 12, day));
        on_duty.into_iter().map(|member| member.name.clone()).collect()
    };
    assert_eq!(names(1, "hoerde"), ["bea"]);
    assert_eq!(names(4, "hoerde"), [""; 0]);
    assert_eq!(names(6, "hoerde"), ["jens"]);
    assert_eq!(names(6, "industrie"), [""; 0]);
    let absence = roster.absences_of(&jens).next().unwrap();
    let stand_ins = roster.stand_ins(absence);
    let told: Vec<(&str, usize, Option<Date>)> =
        stand_ins.iter().map(|s| (s.desk, s.who.len(), s.uncovered)).collect();
    let (fourth, third) = (Some(date(2026, 12, 4)), Some(date(2026, 12, 3)));
    assert_eq!(told, [("hoerde", 1, fourth), ("nord", 0, third)]);
    let beas = roster.absences_of(&bea).next().unwrap();
    assert_eq!(roster.stand_ins(beas), [], "she only stands in herself");

    // Whoever no longer works on requests gets none, wherever they sit.
    let change = RoleChange { before: &[Role::Adviser], after: &[Role::Curator] };
    set_roles(&b, edit(&jens, &by), change).await.unwrap();
    let place = async |day| {
        let site = sample::site();
        let placed = transaction!(b.db, |tx| {
            crate::routing::place(tx, &site, Some("hoerde"), None, day).await
        });
        placed.unwrap().staff
    };
    assert_eq!(place(TODAY).await, Some(bea));
    assert_eq!(place(date(2026, 12, 4)).await, None);
});
