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
