//! What goes out, and what does not.

use super::*;
use crate::testing::Fixture;
use icalendar::parser::{read_calendar, unfold};

test_db!(everybody_gets_a_calendar_object_of_their_own, |f: Fixture| async move {
    let office = Office::open(f).await;
    let changes =
        [("person", "Martina \"Tina\" Höffmeister; ATTENDEE"), ("firm", "Sanitär, Söhne & Co\\")];
    let (request, secret) = office.confirmed(&changes).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    provider_answers(&office, &meeting.id, fits(&offered)).await;
    let sent = calendars(&office).await;
    assert_eq!(sent.len(), 3);
    let addresses: Vec<&str> = sent.iter().map(|mail| mail.to.as_str()).collect();
    let mut uids = Vec::new();
    for mail in &sent {
        let unfolded = unfold(&mail.ics);
        let parsed = read_calendar(&unfolded).unwrap();
        assert_eq!(parsed.components.len(), 2);
        assert_eq!(mail.value("ORGANIZER"), "mailto:werkbank@werkbank.example");
        assert_eq!(mail.value("ATTENDEE"), format!("mailto:{}", mail.to));
        assert!(mail.property("ATTENDEE").contains("RSVP=FALSE"));
        assert_eq!(mail.property("DTSTART"), "DTSTART;TZID=Europe/Berlin:20261202T100000");
        assert_eq!(mail.value("STATUS"), "CONFIRMED");
        assert!(mail.ics.contains(&request.reference.to_string()));
        for other in addresses.iter().filter(|other| **other != mail.to) {
            assert!(!mail.ics.contains(other), "{other} in the mail to {}", mail.to);
        }
        if mail.to != "m.hoffmeister@sanitaer.example" {
            assert!(!mail.ics.contains("Höffmeister") && !mail.ics.contains("Söhne"));
        }
        assert!(!mail.ics.contains("/status/") && !mail.ics.contains("/termin/"));
        uids.push(mail.value("UID"));
    }
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), 3);
});

test_db!(no_mail_tells_the_provider_who_asks, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, secret) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    firm_answers(&office, &secret, &meeting.id, fits(&offered)).await;
    provider_answers(&office, &meeting.id, fits(&offered)).await;
    let edit = meeting_edit(&office, &meeting.id).await;
    move_to(&office.b, &office.content, edit, offered[1].start()).await.unwrap();
    let edit = meeting_edit(&office, &meeting.id).await;
    call_off(&office.b, &office.content, By::Staff(edit), None).await.unwrap();
    let provider = &office.content.providers[&slug("demir-digital")].email;
    let mut read = 0;
    for mail in office.mails().await.iter().filter(|mail| mail.to == *provider) {
        for secret in ["Hoffmeister", "Sanitär", "m.hoffmeister@", "123456", "Zettel", "/status/"]
        {
            assert!(!mail.text.contains(secret), "{secret} in {}", mail.kind);
        }
        assert!(mail.text.contains("ein Betrieb (Handwerk, 10 bis 49 Beschäftigte), Jens"));
        read += 1;
    }
    assert_eq!(read, 4, "asked, booked, moved, cancelled");
    let firm: Vec<String> = office
        .mails()
        .await
        .iter()
        .filter(|mail| mail.to == "m.hoffmeister@sanitaer.example")
        .map(|mail| mail.kind.clone())
        .collect();
    assert_eq!(
        firm[1..],
        ["meeting_proposed", "meeting_booked", "meeting_moved", "meeting_cancelled"]
    );
});

test_db!(who_was_asked_hears_that_it_is_off, |f: Fixture| async move {
    let office = Office::open(f).await;
    let (request, _) = office.confirmed(&[]).await;
    let offered = [slot(2, 10, 0), slot(3, 10, 0)];
    let meeting = proposed(&office, &request.id, introduction(&office, &offered)).await;
    let by =
        By::Link(Link::Provider(provider_link(&office, &request.id).await), meeting.id.clone());
    call_off(&office.b, &office.content, by, None).await.unwrap();
    let kinds: Vec<String> = office.mail_list().await.into_iter().rev().take(2).collect();
    assert!(kinds.contains(&"meeting_withdrawn m.hoffmeister@sanitaer.example".to_owned()));
    assert!(kinds.contains(&"staff_meeting jens@werkbank.example".to_owned()));
    assert!(calendars(&office).await.is_empty(), "nothing was in a calendar");
});
