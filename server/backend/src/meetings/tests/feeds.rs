//! Calendars to subscribe to.

use super::*;
use crate::testing::{Fixture, NOON};
use crate::{Actor, staff};
use domain::staff::Role;
use icalendar::parser::{read_calendar, unfold};

pub(super) fn own(who: &Id) -> FeedEdit {
    let (site, by) = ("dortmund".to_owned(), Actor::Staff(who.clone()));
    FeedEdit { site, feed: Feed::Person(who.clone()), by }
}

pub(super) fn room(office: &Office) -> FeedEdit {
    let site = office.content.site().unwrap();
    let (id, room) = (site.meta.id.to_string(), site.room.id.clone());
    let feed = Feed::Room { site: id.clone(), room };
    FeedEdit { site: id, feed, by: Actor::Staff(office.katrin.clone()) }
}

async fn read(office: &Office, secret: &str) -> Option<String> {
    feed(&office.b, &office.content, secret).await.unwrap()
}

/// Summary, status and place of every event.
fn events(ics: &str) -> Vec<(String, String, String)> {
    let unfolded = unfold(ics);
    let calendar = read_calendar(&unfolded).unwrap();
    let events = calendar.components.iter().filter(|part| part.name == "VEVENT");
    let value = |event: &icalendar::parser::Component<'_>, name: &str| {
        let found = event.properties.iter().find(|property| property.name == name);
        found.unwrap_or_else(|| panic!("no {name}")).val.to_string()
    };
    events
        .map(|event| (value(event, "SUMMARY"), value(event, "STATUS"), value(event, "LOCATION")))
        .collect()
}

test_db!(a_calendar_shows_times_and_no_names, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let (other, _) = firm(&office, 1).await;
    let note = Some(domain::text::Line::parse("Hofstraße 7, bei Hoffmeister").unwrap());
    let new = NewMeeting {
        place: MeetingPlace::Firm,
        place_note: note,
        agreed: true,
        ..introduction(&office, &[slot(2, 10, 0)])
    };
    proposed(&office, &request.id, new).await;
    let offered = [slot(3, 10, 0), slot(4, 10, 0)];
    proposed(&office, &other.id, advice(&office.jens, &offered)).await;
    let new = NewMeeting { agreed: true, ..advice(&office.miriam, &[slot(8, 10, 0)]) };
    let miriams = proposed(&office, &other.id, new).await;

    let mine = subscribe(&office.b, own(&office.jens)).await.unwrap();
    let ics = read(&office, &mine).await.unwrap();
    let (a, b) = (request.reference, other.reference);
    let held =
        |day: &str| (format!("Freigehalten: Beratung {b}"), "TENTATIVE".to_owned(), day.to_owned());
    let want = [
        (format!("Kennenlernen {a}"), "CONFIRMED".to_owned(), "im Betrieb".to_owned()),
        held("Werkbank"),
        held("Werkbank"),
    ];
    assert_eq!(events(&ics), want);
    assert!(
        ics.contains("BEGIN:VTIMEZONE")
            && ics.contains("DTSTART;TZID=Europe/Berlin:20261202T100000")
    );
    for name in ["Hoffmeister", "Sanit", "Demir", "Jens", "Hofstra", "mailto", "http"] {
        assert!(!ics.contains(name), "{name} in {ics}");
    }
    assert_eq!(
        read(&office, &mine).await.as_deref(),
        Some(&*ics),
        "the same until something changes"
    );

    let table = subscribe(&office.b, room(&office)).await.unwrap();
    assert_eq!(events(&read(&office, &table).await.unwrap()).len(), 3);
    let edit = meeting_edit(&office, &miriams.id).await;
    call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    assert_eq!(events(&read(&office, &table).await.unwrap()).len(), 2);
    // Holds that ran out are gone without a job.
    office.fixture.clock.set(NOON.plus_days(7));
    assert_eq!(events(&read(&office, &table).await.unwrap()).len(), 0);
    assert_eq!(events(&read(&office, &mine).await.unwrap()).len(), 1);
    // What is over stays for a month.
    office.fixture.clock.set(slot(2, 10, 0).start().plus_days(32));
    assert_eq!(events(&read(&office, &mine).await.unwrap()).len(), 0);
});

test_db!(an_address_works_until_it_is_renewed_or_revoked, |f: Fixture| async move {
    let office = Office::open(f).await;
    let edit = own(&office.jens);
    let first = subscribe(&office.b, edit.clone()).await.unwrap();
    let second = subscribe(&office.b, edit.clone()).await.unwrap();
    let table = subscribe(&office.b, room(&office)).await.unwrap();
    assert!(read(&office, &first).await.is_none(), "renewed");
    assert!(read(&office, &second).await.is_some());
    let plain = "select count(*) from link_token where purpose = 'calendar_feed'";
    assert_eq!(office.number(plain).await, 3);
    let since = async || {
        let mut conn = office.b.db.read().await.unwrap();
        subscribed_since(&mut conn, &edit.feed, office.b.now()).await.unwrap()
    };
    assert_eq!(since().await, Some(NOON));
    for _ in 0..2 {
        unsubscribe(&office.b, edit.clone()).await.unwrap();
    }
    assert!(read(&office, &second).await.is_none(), "revoked");
    assert_eq!(since().await, None);
    assert!(read(&office, &table).await.is_some(), "another calendar's address is another matter");
    let revoked = "select count(*) from audit where action = 'calendar.revoked'";
    assert_eq!(office.number(revoked).await, 1);
    for wrong in ["", "x", &first[..42]] {
        assert!(read(&office, wrong).await.is_none());
    }
});

test_db!(whoever_leaves_takes_no_calendar_along, |f: Fixture| async move {
    let office = Office::open(f).await;
    let b = &office.b;
    let secret = subscribe(b, own(&office.jens)).await.unwrap();
    let by = Actor::System;
    let edit = staff::AccountEdit { site: "dortmund", member: &office.jens, by: &by };
    let change = staff::RoleChange { before: &[Role::Adviser], after: &[Role::Curator] };
    staff::set_roles(b, edit, change).await.unwrap();
    assert!(read(&office, &secret).await.is_none());
    let back = staff::RoleChange { before: &[Role::Curator], after: &[Role::Adviser] };
    staff::set_roles(b, edit, back).await.unwrap();
    assert!(read(&office, &secret).await.is_none(), "an address that ended stays so");
    let secret = subscribe(b, own(&office.jens)).await.unwrap();
    staff::set_active(b, edit, false).await.unwrap();
    staff::set_active(b, edit, true).await.unwrap();
    assert!(read(&office, &secret).await.is_none());
});
