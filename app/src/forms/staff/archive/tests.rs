use crate::test_site::{Answered, TestSite};
use backend::retention;
use domain::retention::{Class, Plan, Rule, Waiver};
use domain::staff::Role;
use jiff::civil::date;

/// Open requests are due at once and have to be offered.
fn plan() -> Plan {
    let basis = "§ 3 DSG NRW".to_owned();
    let rule = Rule { class: Class::Open, days: Some(0), basis, offer: true };
    Plan { rules: vec![rule], ..Plan::default() }
}

fn has(page: &Answered, words: &[&str]) {
    for word in words {
        assert!(page.html.contains(word), "{word} is missing in {}", page.html);
    }
}

/// A website with a request that is due, seen by somebody with this role.
async fn with_a_due_request(role: Role) -> (TestSite, String) {
    let site = TestSite::with_plan(plan()).await;
    let link = site.request(&[]).await;
    assert_eq!(site.post(&format!("{link}/bestaetigen"), &[]).await.status, 303);
    let person = site.member("Anna Berg", &[role]).await;
    site.sign_in(&person).await;
    (site, link)
}

/// The records that the page's form names.
fn records(page: &Answered) -> Vec<(String, String)> {
    page.hidden().into_iter().filter(|(name, _)| name == "akte").collect()
}

#[tokio::test]
async fn the_archive_takes_a_record_and_gets_it_whole() {
    let (site, _) = with_a_due_request(Role::Admin).await;
    let page = site.get("/mitarbeit/aufbewahrung").await;
    has(&page, &["1 wartet auf das Archiv", "Kennenlernen", "0 Tage nach dem letzten Schritt"]);
    has(&page, &["§ 3 DSG NRW", "wird vorher dem Archiv angeboten", "Noch kein Lauf"]);
    for word in ["Hoffmeister", "Zettel", "sanitaer.example", "0231 123456"] {
        assert!(!page.html.contains(word), "{word} has no place in a list of references");
    }
    let mut form = records(&page);
    assert_eq!(form.len(), 1);
    let nothing = site.post("/mitarbeit/aufbewahrung/ausgabe", &[]).await;
    assert!(nothing.to.ends_with("?getan=nichts"), "{nothing:?}");

    form.push(("antwort".into(), "uebernimmt".into()));
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let noted = site.post("/mitarbeit/aufbewahrung/archiv", &form).await;
    assert!(noted.to.ends_with("?getan=ausgegeben"), "{noted:?}");
    let page = site.get(&noted.to).await;
    has(&page, &["Das Archiv übernimmt. Speichern Sie jetzt", "übernimmt, 22. November"]);
    assert!(records(&page).is_empty(), "there is nothing left to ask");
    for _ in 0..2 {
        let saved = site.post("/mitarbeit/aufbewahrung/ausgabe", &[]).await;
        has(&saved, &["werkbank-archive-1", "Martina Hoffmeister", "Alles läuft über Zettel."]);
    }
}

#[tokio::test]
async fn a_list_that_changed_meanwhile_is_refused_as_a_whole() {
    let (site, _) = with_a_due_request(Role::Admin).await;
    let mut form = records(&site.get("/mitarbeit/aufbewahrung").await);
    form.push(("akte".into(), "1".into()));
    form.push(("antwort".into(), "verzichtet".into()));
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let back = site.post("/mitarbeit/aufbewahrung/archiv", &form).await;
    assert_eq!(back.status, 409);
    has(&back, &["Die Liste hat sich geändert", "href=\"#akte\"", "id=\"akte\"", "offen"]);
    let done = site.post("/mitarbeit/aufbewahrung/archiv", &form[..1]).await;
    assert_eq!(done.to, "/mitarbeit/aufbewahrung", "no answer is no answer");
}

#[tokio::test]
async fn the_head_looks_and_an_adviser_does_not() {
    let (site, link) = with_a_due_request(Role::Head).await;
    let page = site.get("/mitarbeit/aufbewahrung").await;
    has(&page, &["Anbieten kann sie die Verwaltung.", "href=\"/mitarbeit/aufbewahrung\""]);
    assert!(records(&page).is_empty() && !page.html.contains("Das Archiv verzichtet</button>"));
    let refused = site.post("/mitarbeit/aufbewahrung/archiv", &[]).await;
    assert_eq!(refused.status, 403);
    let adviser = site.member("Jens Albrecht", &[Role::Adviser]).await;
    site.sign_in(&adviser).await;
    assert_eq!(site.get("/mitarbeit/aufbewahrung").await.status, 403);
    // The firm is told that its day may pass.
    has(&site.get(&link).await, &["Vorher bieten wir die Unterlagen dem Stadtarchiv an"]);
}

#[tokio::test]
async fn a_general_waiver_is_shown_with_its_date_and_nothing_has_to_be_asked() {
    let waiver = Waiver { on: date(2026, 11, 2), reference: "Az. 41-7".to_owned() };
    let site = TestSite::with_plan(Plan { waiver: Some(waiver), ..plan() }).await;
    let link = site.request(&[]).await;
    site.post(&format!("{link}/bestaetigen"), &[]).await;
    assert!(!site.get(&link).await.html.contains("Stadtarchiv"));
    let admin = site.member("Anna Berg", &[Role::Admin]).await;
    site.sign_in(&admin).await;
    let page = site.get("/mitarbeit/aufbewahrung").await;
    has(&page, &["am 2. November 2026 allgemein verzichtet: Az. 41-7", "1 beim nächsten Lauf"]);
    let content = site.app.content.content();
    retention::run_now(&site.app.backend, &content).await.unwrap();
    let page = site.get("/mitarbeit/aufbewahrung").await;
    has(&page, &["1 × Anfragen, die niemand abgeschlossen hat", "von Hand"]);
    assert_eq!(site.get(&link).await.status, 404);
}
