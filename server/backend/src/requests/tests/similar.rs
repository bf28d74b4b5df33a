use super::office::{Office, refusal};
use super::*;
use crate::testing::{Fixture, NOON};

impl Office {
    async fn firm(&self, name: &str, changes: &[(&str, &str)]) -> Request {
        let email = format!("{name}@firma.example");
        let mut own = vec![("firm", name), ("email", email.as_str())];
        own.extend(changes);
        let now = self.b.now();
        self.fixture.clock.set(now.plus_minutes(1));
        self.confirmed(&own).await.0
    }

    async fn alike(&self, who: &crate::Id, request: &Request) -> Vec<(String, Likeness)> {
        let found = similar(&self.b, &self.viewer(who), &request.id).await.unwrap();
        let named = |alike: Alike| (alike.request.title().to_owned(), alike.likeness);
        found.alike.into_iter().map(named).collect()
    }
}

test_db!(same_goal_and_sector_come_first_then_size_then_the_newest, |f: Fixture| async move {
    let office = Office::open(f).await;
    office.fixture.clock.set(NOON);
    let own = office.firm("eigene", &[]).await;
    office.firm("nur-ziel", &[("sector", "handel"), ("size", "solo")]).await;
    office.firm("gleiche-groesse", &[("sector", "handel")]).await;
    office.firm("gleiche-branche", &[("size", "solo")]).await;
    office.firm("neuer", &[]).await;
    office.firm("anderes-ziel", &[("goal", "kundenbindung")]).await;
    office.firm("ohne-ziel", &[("goal", "unknown")]).await;
    office.submit(&[("firm", "unbestaetigt"), ("email", "u@firma.example")]).await;
    let found = office.alike(&office.jens, &own).await;
    let want = [
        ("neuer", Likeness::Sector),
        ("gleiche-branche", Likeness::Sector),
        ("gleiche-groesse", Likeness::Size),
        ("nur-ziel", Likeness::Goal),
    ];
    assert_eq!(found, want.map(|(name, like)| (name.to_owned(), like)));
    for n in 0..3 {
        office.firm(&format!("weitere{n}"), &[]).await;
    }
    assert_eq!(office.alike(&office.jens, &own).await.len(), 5, "no more than anybody reads");
});

test_db!(of_colleagues_requests_only_the_number_is_said, |f: Fixture| async move {
    let office = Office::open(f).await;
    let own = office.firm("eigene", &[]).await;
    let foreign = office.firm("fremde", &[("district", "eving")]).await;
    let edit = office.edit(&office.katrin, &foreign);
    let to = Placed::Person(office.samuel.clone());
    hand_over(&office.b, &office.content, edit, to, None).await.unwrap();
    let seen = similar(&office.b, &office.viewer(&office.jens), &own.id).await.unwrap();
    assert_eq!((seen.alike.len(), seen.elsewhere), (0, vec![("Samuel".to_owned(), 1)]));
    let all = similar(&office.b, &office.viewer(&office.katrin), &own.id).await.unwrap();
    assert_eq!((all.alike.len(), all.elsewhere.len()), (1, 0), "the coordinator sees both");
    let hidden = similar(&office.b, &office.viewer(&office.samuel), &own.id).await;
    assert_eq!(refusal(hidden), "not_found");
    let ids = [own.id.clone(), foreign.id.clone()];
    let mut conn = office.b.db.read().await.unwrap();
    let day = office.b.now().day();
    let named = titles(&mut conn, &office.viewer(&office.jens), &ids, day).await.unwrap();
    assert_eq!(named, [(own.id.clone(), "eigene".to_owned())]);
});
