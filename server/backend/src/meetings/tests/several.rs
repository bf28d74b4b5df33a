//! Several meetings, several firms, and the calendar of all.

use super::*;
use crate::testing::{Fixture, NOON};
use domain::request::RequestState;

test_db!(two_meetings_of_one_request, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (b, content) = (office.b.clone(), office.content.clone());
    let (request, secret) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    let first = proposed(&office, &request.id, new).await;
    let offered = [slot(3, 10, 0), slot(4, 10, 0)];
    let second = proposed(&office, &request.id, introduction(&office, &offered)).await;
    let state = async || office.request(&request.id).await.unwrap().state;
    assert_eq!(state().await, RequestState::Proposing);
    let none = Reply::NoneFits { message: None, wishes: Vec::new() };
    firm_answers(&office, &secret, &second.id, none).await;
    assert_eq!(state().await, RequestState::MeetingBooked, "the first one still is");
    let edit = meeting_edit(&office, &first.id).await;
    let early = note_outcome(&b, edit.clone(), true).await;
    assert!(matches!(early, Err(crate::BackendError::Refused("meeting_not_yet"))));
    office.fixture.clock.set(slot(2, 10, 30).start());
    note_outcome(&b, edit, true).await.unwrap();
    assert_eq!(state().await, RequestState::Met);
    let corrected = note_outcome(&b, meeting_edit(&office, &first.id).await, false).await.unwrap();
    assert_eq!(corrected.state, MeetingState::NoShow);
    assert_eq!(state().await, RequestState::Open);
    let listed = of_request(&b, &katrin(&office), &request.id).await.unwrap();
    assert_eq!(listed.len(), 2);
    drop(content);
});

test_db!(taking_the_request_back_calls_everything_off, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..introduction(&office, &[slot(2, 10, 0)]) };
    let booked = proposed(&office, &request.id, new).await;
    let asked = proposed(&office, &request.id, advice(&office.jens, &[slot(3, 10, 0)])).await;
    crate::requests::withdraw(&office.b, &office.content, &secret).await.unwrap().unwrap();
    for id in [&booked.id, &asked.id] {
        assert_eq!(now(&office, id).await.state, MeetingState::Cancelled);
        assert!(claims_of(&office, id).await.is_empty());
    }
    assert_eq!(office.request(&request.id).await.unwrap().state, RequestState::Withdrawn);
    let cancels = calendars(&office).await.iter().filter(|mail| mail.method == "CANCEL").count();
    assert_eq!(cancels, 3);
});

test_db!(a_joint_meeting_goes_on_without_one_firm, |f: Fixture| async move {
    let office = Office::open(f).await;
    let mut firms = Vec::new();
    for n in 0..3 {
        firms.push(firm(&office, n).await);
    }
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let others = vec![firms[1].0.id.clone(), firms[2].0.id.clone()];
    let kind = MeetingKind::Joint;
    let new = NewMeeting { kind, others, ..advice(&office.jens, &offered) };
    let meeting = proposed(&office, &firms[0].0.id, new).await;
    for (_, secret) in &firms[..2] {
        let waiting = firm_answers(&office, secret, &meeting.id, fits(&offered)).await;
        assert_eq!(waiting, Some(Answered::Waiting));
    }
    let seen = firm_meetings(&office.b, &firms[1].1).await.unwrap().unwrap();
    let parties: Vec<Party> = seen[0].seats.iter().map(|seat| seat.participant.party).collect();
    assert_eq!(parties, [Party::Sme, Party::Adviser], "the other firms are not there");
    let booked = firm_answers(&office, &firms[2].1, &meeting.id, fits(&offered[1..])).await;
    assert_eq!(booked, Some(Answered::Booked(offered[1])));
    for (request, _) in &firms {
        assert_eq!(office.request(&request.id).await.unwrap().state, RequestState::MeetingBooked);
    }
    // The firm whose request it began with leaves.
    let by = By::Link(Link::Firm(firms[0].1.clone()), meeting.id.clone());
    let left = call_off(&office.b, &office.content, by, None).await.unwrap().unwrap();
    assert_eq!(left.state, MeetingState::Booked);
    let after = now(&office, &meeting.id).await;
    assert_ne!(after.request, firms[0].0.id);
    assert_eq!(after.seats.len(), 3);
    let state = async |n: usize| office.request(&firms[n].0.id).await.unwrap().state;
    assert_eq!(state(0).await, RequestState::Open);
    assert_eq!(state(1).await, RequestState::MeetingBooked);
    let cancels: Vec<String> = calendars(&office)
        .await
        .into_iter()
        .filter(|mail| mail.method == "CANCEL")
        .map(|mail| mail.to)
        .collect();
    assert_eq!(cancels, ["firma0@betrieb.example"]);
    // With one firm left there is nothing joint about it any more.
    let by = By::Link(Link::Firm(firms[1].1.clone()), meeting.id.clone());
    let off = call_off(&office.b, &office.content, by, None).await.unwrap().unwrap();
    assert_eq!(off.state, MeetingState::Cancelled);
    assert_eq!(state(2).await, RequestState::Open);
});

test_db!(the_calendar_shows_what_is_booked_and_held, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (mine, _) = office.confirmed(&[]).await;
    let (other, _) = office.confirmed(&[("district", "eving"), ("email", "x@y.example")]).await;
    let new = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    proposed(&office, &mine.id, new).await;
    let held = [slot(3, 10, 0), slot(11, 10, 0)];
    proposed(&office, &other.id, advice(&office.miriam, &held)).await;
    let days = (date(2026, 11, 30), date(2026, 12, 6));
    let seen = calendar(&office.b, &office.viewer(&office.jens), days).await.unwrap();
    let shown: Vec<(MeetingState, Slot, bool)> =
        seen.iter().map(|entry| (entry.state, entry.slot, entry.firm.is_some())).collect();
    let want =
        [(MeetingState::Booked, slot(2, 10, 0), true), (MeetingState::Proposed, held[0], false)];
    assert_eq!(shown, want, "another adviser's firm has no name");
    let all = calendar(&office.b, &katrin(&office), days).await.unwrap();
    assert!(all.iter().all(|entry| entry.firm.is_some()));
    assert_eq!(all[1].adviser_name, "Miriam");
    office.fixture.clock.set(NOON.plus_days(5));
    let later = calendar(&office.b, &katrin(&office), days).await.unwrap();
    assert_eq!(later.len(), 1, "holds that ran out are free");
});

test_db!(free_times_leave_out_what_is_taken, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let taken = [slot(2, 11, 0), slot(3, 11, 0)];
    let meeting = proposed(&office, &request.id, advice(&office.jens, &taken)).await;
    let day = date(2026, 12, 2);
    let site = office.content.site().unwrap();
    let free = async |place, adviser: &Id| {
        let found = free_starts_for(&office.b, site, place, adviser, (day, day), 45).await.unwrap();
        found.iter().map(|s| s.start().berlin().strftime("%H:%M").to_string()).collect::<Vec<_>>()
    };
    let room = free(MeetingPlace::Room, &office.miriam).await;
    assert!(room.contains(&"10:00".into()) && room.contains(&"12:00".into()));
    assert!(!room.contains(&"10:15".into()) && !room.contains(&"11:45".into()), "with distance");
    let phone = free(MeetingPlace::Phone, &office.miriam).await;
    assert!(phone.contains(&"11:00".into()) && phone.contains(&"08:00".into()));
    let jens = free(MeetingPlace::Phone, &office.jens).await;
    assert!(!jens.contains(&"11:00".into()));
    office.fixture.clock.set(meeting.hold_until.unwrap());
    let room = free(MeetingPlace::Room, &office.miriam).await;
    assert!(room.contains(&"11:00".into()), "the hold ran out");
});

test_db!(an_adviser_who_is_away_is_not_offered, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let day = |day| date(2026, 12, day);
    let (b, site) = (&office.b, office.content.site().unwrap());
    let system = crate::Actor::System;
    crate::staff::add_absence(b, "dortmund", &office.jens, (day(2), day(3)), &system)
        .await
        .unwrap();
    let days = (day(2), day(4));
    let free = free_starts_for(b, site, MeetingPlace::Room, &office.jens, days, 45).await.unwrap();
    assert!(!free.is_empty() && free.iter().all(|slot| slot.day() == day(4)));
    let new = advice(&office.jens, &[slot(3, 10, 0), slot(4, 10, 0)]);
    let edit = edit(&office, &request.id).await;
    let refused = propose(b, &office.content, edit, new).await.unwrap();
    let Claimed::Unavailable(why) = refused else { panic!("{refused:?}") };
    assert_eq!(why, [(slot(3, 10, 0), domain::calendar::Unavailable::Away)]);
});

test_db!(a_closure_added_later_is_a_clash_and_nothing_is_dropped, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    let booked = proposed(&office, &request.id, new).await;
    let phone = MeetingPlace::Phone;
    let new = NewMeeting { place: phone, ..advice(&office.miriam, &[slot(2, 12, 0)]) };
    proposed(&office, &request.id, new).await;
    let mut site = office.content.site().unwrap().clone();
    let viewer = katrin(&office);
    assert_eq!(clashes(&office.b, &site, &viewer).await.unwrap(), []);
    site.closures.push(domain::content::Closure {
        from: date(2026, 12, 2),
        to: date(2026, 12, 2),
        reason: "Rohrbruch".into(),
    });
    let mut conn = office.b.db.read().await.unwrap();
    for (adviser, day, hosted) in [
        (&office.jens, 2, vec![date(2026, 12, 2)]),
        (&office.jens, 3, Vec::new()),
        // Times that are only held are no meeting yet.
        (&office.miriam, 2, Vec::new()),
    ] {
        let found = hosted_days(&mut conn, adviser, date(2026, 12, day)).await.unwrap();
        assert_eq!(found, hosted, "{day}");
    }
    drop(conn);
    let found = clashes(&office.b, &site, &viewer).await.unwrap();
    assert_eq!(found.len(), 1, "a conversation on the telephone needs no room");
    assert_eq!(found[0].entry.meeting, booked.id);
    let closed = Trouble::Time(domain::calendar::Unavailable::Closed("Rohrbruch".into()));
    assert_eq!(found[0].why, [closed]);
    site.closures.clear();
    site.room.id = "anderer-raum".into();
    let found = clashes(&office.b, &site, &viewer).await.unwrap();
    let why: Vec<Trouble> = found.into_iter().flat_map(|clash| clash.why).collect();
    assert_eq!(why, [Trouble::Room]);
    assert_eq!(now(&office, &booked.id).await.state, MeetingState::Booked);
});

test_db!(a_host_who_is_away_or_gone_is_a_clash_for_whoever_can_mend_it, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[("district", "eving")]).await;
    let new = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    proposed(&office, &request.id, new).await;
    let (b, site, by) = (&office.b, office.content.site().unwrap(), crate::Actor::System);
    let day = date(2026, 12, 2);
    crate::staff::add_absence(b, "dortmund", &office.jens, (day, day), &by).await.unwrap();
    let away = Trouble::Time(domain::calendar::Unavailable::Away);
    // The request is Miriam's, the meeting Jens's; Samuel has nothing to do with either.
    for (who, visible) in [(&office.katrin, true), (&office.miriam, true), (&office.jens, false)] {
        let found = clashes(b, site, &office.viewer(who)).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((&found[0].why[..], found[0].entry.visible), (&[away.clone()][..], visible));
        assert!(found[0].entry.firm.is_some());
    }
    assert_eq!(clashes(b, site, &office.viewer(&office.samuel)).await.unwrap(), []);
    office.run_sql("update staff set active = 0 where name = 'Jens'").await;
    let found = clashes(b, site, &katrin(&office)).await.unwrap();
    assert_eq!(found[0].why, [Trouble::Host, away]);
});

test_db!(a_button_pressed_twice_is_no_conflict, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (b, content) = (office.b.clone(), office.content.clone());
    let (request, _) = office.confirmed(&[]).await;
    let new = advice(&office.jens, &[slot(2, 10, 0), slot(3, 10, 0)]);
    let meeting = proposed(&office, &request.id, new).await;
    let other = vec![slot(4, 10, 0), slot(3, 14, 0)];
    let edit = meeting_edit(&office, &meeting.id).await;
    for _ in 0..2 {
        let anew = repropose(&b, &content, edit.clone(), other.clone()).await.unwrap();
        assert!(matches!(anew, Claimed::Done(_)), "{anew:?}");
    }
    let edit = meeting_edit(&office, &meeting.id).await;
    for _ in 0..2 {
        let moved = move_to(&b, &content, edit.clone(), other[0].start()).await.unwrap();
        assert!(matches!(moved, Claimed::Done(_)), "{moved:?}");
    }
    let elsewhere = move_to(&b, &content, edit, other[1].start()).await;
    assert!(matches!(elsewhere, Err(crate::BackendError::Conflict)));
    assert_eq!(calendars(&office).await.len(), 2, "the firm's and the adviser's");
    let edit = meeting_edit(&office, &meeting.id).await;
    office.fixture.clock.set(other[0].end());
    for _ in 0..2 {
        let held = note_outcome(&b, edit.clone(), true).await.unwrap();
        assert_eq!(held.state, MeetingState::Held);
    }
    let history = office.history(&request.id).await;
    assert_eq!(history.iter().filter(|code| *code == "took_place").count(), 1);
});
