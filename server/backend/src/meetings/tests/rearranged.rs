//! Another place or host: what is claimed, what is told, and who is quicker.

use super::*;
use crate::requests::tests::office::refusal;
use crate::testing::Fixture;
use domain::calendar::Unavailable;
use domain::text::Line;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

fn setting(place: MeetingPlace, adviser: &Id) -> Setting {
    Setting { place, place_note: None, adviser: adviser.clone() }
}

async fn change(office: &Office, meeting: &Id, new: Setting) -> crate::Result<Claimed> {
    let edit = meeting_edit(office, meeting).await;
    rearrange(&office.b, &office.content, edit, new).await
}

async fn done(office: &Office, meeting: &Id, new: Setting) -> Meeting {
    match change(office, meeting, new).await.unwrap() {
        Claimed::Done(meeting) => *meeting,
        other => panic!("{other:?}"),
    }
}

test_db!(a_new_host_takes_over_in_place, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..introduction(&office, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &request.id, new).await;
    let new = setting(MeetingPlace::Room, &office.miriam);
    let after = done(&office, &meeting.id, new.clone()).await;
    assert_eq!((after.slot, after.sequence), (meeting.slot, 1), "the time stays");
    assert_eq!((&after.adviser, after.adviser_name.as_str()), (&office.miriam, "Miriam"));
    assert_eq!(claims_of(&office, &meeting.id).await.len(), 6);
    let jens = "select count(*) from claim c join staff s on s.id = c.resource_id
        where s.name = 'Jens'";
    assert_eq!(office.number(jens).await, 0);

    // Pressed twice it is the same.
    let edit = MeetingEdit { version: 1, ..meeting_edit(&office, &meeting.id).await };
    let again = rearrange(&office.b, &office.content, edit, new).await.unwrap();
    assert!(matches!(again, Claimed::Done(_)), "{again:?}");

    let sent = calendars(&office).await;
    let of = |to: &str| -> Vec<(String, String)> {
        let own = sent.iter().filter(|mail| mail.to.starts_with(to));
        own.map(|mail| (mail.method.clone(), mail.value("SEQUENCE"))).collect()
    };
    let pair = |method: &str, n: &str| (method.to_owned(), n.to_owned());
    assert_eq!(of("jens"), [pair("REQUEST", "0"), pair("CANCEL", "1")]);
    assert_eq!(of("miriam"), [pair("REQUEST", "1")]);
    assert_eq!(of("m.hoffmeister"), [pair("REQUEST", "0"), pair("REQUEST", "1")]);
    let uids: Vec<String> = sent.iter().map(|mail| mail.value("UID")).collect();
    let distinct: std::collections::BTreeSet<&String> = uids.iter().collect();
    assert_eq!((uids.len(), distinct.len()), (7, 4), "three seats and the new host's");
    let mails = office.mails().await;
    let text = |to: &str| {
        let mail = mails.iter().rfind(|mail| mail.to.starts_with(to));
        mail.map_or_else(String::new, |mail| mail.text.clone())
    };
    assert!(text("m.hoffmeister").contains("Gastgeber bisher: Jens"));
    assert!(text("m.hoffmeister").contains("Miriam (Wirtschaftsförderung)"));
    assert!(text("jens").contains("diesen Termin begleitet jetzt Miriam"));
    assert!(office.history(&request.id).await.contains(&"meeting_rearranged".to_owned()));
});

test_db!(from_the_room_to_the_telephone_and_back, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[("lang", "en")]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    let before = office.mail_list().await.len();
    let note = Some(Line::parse("0231 123456").unwrap());
    let phone = Setting { place_note: note, ..setting(MeetingPlace::Phone, &office.jens) };
    let after = done(&office, &meeting.id, phone).await;
    assert_eq!((after.state, after.room, after.sequence), (MeetingState::Proposed, None, -1));
    assert_eq!(after.place_note.as_deref(), Some("0231 123456"));
    assert_eq!(claims_of(&office, &meeting.id).await.len(), 6, "the adviser alone");
    let told = office.mail_list().await.split_off(before);
    assert_eq!(told.len(), 2, "the firm and the provider: {told:?}");
    assert!(calendars(&office).await.is_empty());
    // What was ticked still counts.
    let booked = provider_answers(&office, &meeting.id, fits(&offered)).await;
    assert_eq!(booked, Some(Answered::Booked(offered[0])));
    assert_eq!(claims_of(&office, &meeting.id).await.len(), 3);
    // Somebody has the room by then.
    let (other, _) = firm(&office, 1).await;
    let new = NewMeeting { agreed: true, ..advice(&office.miriam, &offered[..1]) };
    proposed(&office, &other.id, new).await;
    let back = change(&office, &meeting.id, setting(MeetingPlace::Room, &office.jens)).await;
    let Ok(Claimed::Taken { taken, .. }) = back else { panic!("{back:?}") };
    assert_eq!(taken, offered[..1]);
    let now = now(&office, &meeting.id).await;
    assert_eq!((now.place, now.sequence), (MeetingPlace::Phone, 0), "nothing was changed");
});

test_db!(what_a_new_setting_cannot_be, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let new = NewMeeting {
        place: MeetingPlace::Phone,
        agreed: true,
        ..advice(&office.jens, &[slot(2, 8, 0)])
    };
    let meeting = proposed(&office, &request.id, new).await;
    let room = change(&office, &meeting.id, setting(MeetingPlace::Room, &office.jens)).await;
    let Ok(Claimed::Unavailable(why)) = room else { panic!("{room:?}") };
    assert_eq!(why, [(slot(2, 8, 0), Unavailable::Hours)], "the room opens at ten");
    let (day, by) = (date(2026, 12, 2), crate::Actor::System);
    crate::staff::add_absence(&office.b, "dortmund", &office.miriam, (day, day), &by)
        .await
        .unwrap();
    let away = change(&office, &meeting.id, setting(MeetingPlace::Phone, &office.miriam)).await;
    assert!(matches!(away, Ok(Claimed::Unavailable(_))), "{away:?}");
    let nobody = change(&office, &meeting.id, setting(MeetingPlace::Phone, &office.b.id())).await;
    assert_eq!(refusal(nobody), "no_such_adviser");
    let phone = setting(MeetingPlace::Video, &office.jens);
    let edit = meeting_edit(&office, &meeting.id).await;
    let stale = MeetingEdit { version: edit.version - 1, ..edit.clone() };
    let late = rearrange(&office.b, &office.content, stale, phone.clone()).await;
    assert_eq!(refusal(late), "conflict");
    let stranger = MeetingEdit { viewer: office.viewer(&office.samuel), ..edit };
    let hidden = rearrange(&office.b, &office.content, stranger, phone.clone()).await;
    assert_eq!(refusal(hidden), "not_found");
    office.fixture.clock.set(slot(2, 8, 0).start());
    assert_eq!(refusal(change(&office, &meeting.id, phone.clone()).await), "meeting_begun");
    note_outcome(&office.b, meeting_edit(&office, &meeting.id).await, true).await.unwrap();
    assert_eq!(refusal(change(&office, &meeting.id, phone).await), "meeting_state");
    assert_eq!(claims_of(&office, &meeting.id).await.len(), 3);
});

test_db!(a_withdrawn_room_is_left_in_place, |f: Fixture| async move {
    let mut office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let new = NewMeeting { agreed: true, ..advice(&office.jens, &[slot(2, 10, 0)]) };
    let meeting = proposed(&office, &request.id, new).await;
    let content = Arc::make_mut(&mut office.content);
    content.sites.get_mut("dortmund").unwrap().room.id = "anderer-raum".into();
    let site = office.content.site().unwrap().clone();
    assert_eq!(clashes(&office.b, &site, &katrin(&office)).await.unwrap().len(), 1);
    let after = done(&office, &meeting.id, setting(MeetingPlace::Room, &office.jens)).await;
    assert_eq!(after.room.as_deref(), Some("anderer-raum"));
    assert_eq!(clashes(&office.b, &site, &katrin(&office)).await.unwrap(), []);
});

test_db!(a_new_host_against_a_new_proposal, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (mut hosts, mut proposals) = (0, 0);
    for round in 0..rounds(10, 200) {
        let shared = slot(1 + i8::try_from(round % 4).unwrap(), 10, 0);
        let (first, _) = firm(&office, 2 * round).await;
        let (second, _) = firm(&office, 2 * round + 1).await;
        let phone = |host: &Id| NewMeeting {
            place: MeetingPlace::Phone,
            agreed: true,
            ..advice(host, &[shared])
        };
        let meeting = proposed(&office, &first.id, phone(&office.jens)).await;
        let barrier = Arc::new(Barrier::new(3));
        let mut tasks = JoinSet::new();
        // Two colleagues hand it to Miriam, a third books her for somebody else.
        for _ in 0..2 {
            let (b, content) = (office.b.clone(), office.content.clone());
            let edit = meeting_edit(&office, &meeting.id).await;
            let (new, barrier) =
                (setting(MeetingPlace::Phone, &office.miriam), Arc::clone(&barrier));
            tasks.spawn(async move {
                barrier.wait().await;
                matches!(rearrange(&b, &content, edit, new).await, Ok(Claimed::Done(_)))
            });
        }
        let (b, content) = (office.b.clone(), office.content.clone());
        let (edit, new) = (edit(&office, &second.id).await, phone(&office.miriam));
        tasks.spawn(async move {
            barrier.wait().await;
            matches!(propose(&b, &content, edit, new).await, Ok(Claimed::Done(_)))
        });
        while let Some(done) = tasks.join_next().await {
            done.unwrap();
        }
        let after = now(&office, &meeting.id).await;
        let won = after.adviser == office.miriam;
        let rivals = of_request(&office.b, &katrin(&office), &second.id).await.unwrap();
        assert_eq!((won, rivals.len()), (won, usize::from(!won)), "round {round}: exactly one");
        assert_eq!(after.sequence, i64::from(won), "told once");
        let claims = if won { 3 } else { 6 };
        assert_eq!(office.number("select count(*) from claim").await, claims, "no orphans");
        if won {
            hosts += 1;
        } else {
            proposals += 1;
        }
        for id in rivals.iter().map(|rival| &rival.id).chain([&meeting.id]) {
            let edit = meeting_edit(&office, id).await;
            call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
        }
    }
    println!("the new host won {hosts} times, a new proposal {proposals} times");
});
