use super::office::Office;
use super::*;
use crate::testing::{Fixture, NOON};
use domain::request::Outcome;

async fn titles(office: &Office, staff: &crate::Id, filter: Filter) -> Vec<String> {
    let site = office.content.site().unwrap();
    let rows = inbox(&office.b, site, &office.viewer(staff), filter, 0).await.unwrap();
    rows.into_iter().map(|row| row.request.title().to_owned()).collect()
}

test_db!(each_tab_holds_what_it_says, |f: Fixture| async move {
    let office = Office::open(f).await;
    let later = async || office.fixture.clock.advance_ms(1000);
    let (request, _) = office.confirmed(&[("firm", "Erste"), ("email", "a@x.example")]).await;
    later().await;
    office.submit(&[("firm", "Zweite"), ("email", "b@x.example")]).await;
    later().await;
    office.submit(&[("firm", "Topf"), ("district", "unknown"), ("email", "c@x.example")]).await;
    later().await;
    office.confirmed(&[("firm", "Nord"), ("district", "eving"), ("email", "d@x.example")]).await;
    let (jens, miriam, katrin) = (&office.jens, &office.miriam, &office.katrin);
    assert_eq!(titles(&office, jens, Filter::Mine).await, ["Erste", "Zweite"]);
    assert_eq!(titles(&office, jens, Filter::Team).await, ["Erste", "Zweite", "Topf"]);
    assert_eq!(titles(&office, jens, Filter::Pool).await, ["Topf"]);
    assert_eq!(titles(&office, jens, Filter::Waiting).await, ["Zweite", "Topf"]);
    assert_eq!(titles(&office, miriam, Filter::Team).await, ["Topf", "Nord"]);
    assert_eq!(titles(&office, katrin, Filter::Team).await, ["Erste", "Zweite", "Topf", "Nord"]);
    assert_eq!(titles(&office, katrin, Filter::Mine).await, Vec::<String>::new());
    let edit = office.edit(jens, &request);
    close(&office.b, edit, Outcome::Done, None).await.unwrap();
    assert_eq!(titles(&office, jens, Filter::Closed).await, ["Erste"]);
    assert_eq!(titles(&office, miriam, Filter::Closed).await, Vec::<String>::new());
    let found = counts(&office.b, &office.viewer(jens)).await.unwrap();
    assert_eq!(found, InboxCounts { mine: 1, team: 2, pool: 1, waiting: 2, closed: 1 });
    let empty = Viewer { site: "anderswo".into(), ..office.viewer(katrin) };
    assert_eq!(counts(&office.b, &empty).await.unwrap(), InboxCounts::default());
});

test_db!(a_line_says_why_and_until_when, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.away(&office.jens).await;
    office.confirmed(&[]).await;
    let site = office.content.site().unwrap();
    let viewer = office.viewer(&office.miriam);
    let line =
        async || inbox(&office.b, site, &viewer, Filter::Mine, 0).await.unwrap().swap_remove(0);
    let row = line().await;
    assert_eq!(row.reason, "weil Bezirk Hörde");
    assert_eq!(row.assigned_name.as_deref(), Some("Miriam"));
    assert_eq!(row.instead_of.as_deref(), Some("Jens"));
    // Confirmed on Tuesday: two working days.
    assert_eq!(row.due, Some(NOON.plus_days(2).day()));
    assert!(!row.overdue);
    office.fixture.clock.set(NOON.plus_days(3));
    assert!(line().await.overdue);
});

test_db!(pages_follow_each_other_without_gap, |f: Fixture| async move {
    let office = Office::open(f).await;
    for n in 0..PAGE + 7 {
        let (firm, email) = (format!("Firma {n}"), format!("firma{n}@x.example"));
        office.submit(&[("firm", firm.as_str()), ("email", email.as_str())]).await;
    }
    let site = office.content.site().unwrap();
    let viewer = office.viewer(&office.jens);
    let mut seen = std::collections::BTreeSet::new();
    for (page, len) in [(0, PAGE as usize), (1, 7), (2, 0)] {
        let rows = inbox(&office.b, site, &viewer, Filter::Mine, page).await.unwrap();
        assert_eq!(rows.len(), len);
        seen.extend(rows.into_iter().map(|row| row.request.id));
    }
    assert_eq!(seen.len(), PAGE as usize + 7);
});

test_db!(a_line_says_that_a_meeting_is_joint_as_long_as_it_is, |f: Fixture| async move {
    use crate::meetings::{self, By, Link, NewMeeting};
    use domain::meeting::{MeetingKind, MeetingPlace, Slot};
    let office = Office::open(f).await;
    let (first, secret) = office.confirmed(&[("firm", "Erste")]).await;
    let (other, _) = office.confirmed(&[("firm", "Zweite"), ("email", "b@x.example")]).await;
    office.confirmed(&[("firm", "Allein"), ("email", "c@x.example")]).await;
    let day = jiff::civil::date(2026, 12, 2);
    let at = |hour| Slot::new(domain::calendar::at(day, jiff::civil::time(hour, 0, 0, 0)), 45);
    let new = NewMeeting {
        kind: MeetingKind::Joint,
        place: MeetingPlace::Video,
        place_note: None,
        provider: None,
        adviser: office.jens.clone(),
        others: vec![other.id.clone()],
        slots: vec![at(10).unwrap(), at(14).unwrap()],
        agreed: false,
    };
    let (b, content, viewer) = (&office.b, &office.content, office.viewer(&office.jens));
    let edit = office.edit(&office.katrin, &first);
    let made = meetings::propose(b, content, edit, new).await.unwrap();
    let meetings::Claimed::Done(meeting) = made else { panic!("{made:?}") };
    let joint = async || {
        let site = content.site().unwrap();
        let rows = inbox(b, site, &viewer, Filter::Mine, 0).await.unwrap();
        let found = search(b, site, &viewer, "Zweite", 0).await.unwrap();
        let joint = rows.into_iter().filter(|row| row.is_joint).map(|row| row.request.id);
        (joint.collect::<std::collections::BTreeSet<_>>(), found[0].is_joint)
    };
    assert_eq!(joint().await, ([first.id.clone(), other.id.clone()].into(), true));
    let by = By::Link(Link::Firm(secret), meeting.id.clone());
    meetings::call_off(b, content, by, None).await.unwrap().unwrap();
    assert_eq!(joint().await, ([].into(), false));
});
