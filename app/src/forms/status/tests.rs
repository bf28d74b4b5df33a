use crate::test_site::{Answered, TestSite};
use backend::requests;

const BAD: &str = "/status/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

async fn press(site: &TestSite, link: &str, action: &str, form: &[(&str, &str)]) -> Answered {
    site.post(&format!("{link}/{action}"), form).await
}

async fn confirmed(site: &TestSite) -> String {
    let link = site.request(&[]).await;
    assert_eq!(press(site, &link, "bestaetigen", &[]).await.status, 303);
    link
}

#[tokio::test]
async fn opening_the_link_changes_nothing_and_the_button_confirms_once() {
    let site = TestSite::new().await;
    let link = site.request(&[]).await;
    for _ in 0..3 {
        let page = site.get(&link).await;
        assert!(page.html.contains("Bitte bestätigen Sie Ihre Anfrage"), "{}", page.html);
        assert!(!page.html.contains("Was die Anbieter von Ihnen wissen"));
    }
    for _ in 0..2 {
        let done = press(&site, &link, "bestaetigen", &[]).await;
        assert_eq!((done.status, done.to), (303, format!("{link}?getan=bestaetigt")));
    }
    let page = site.get(&format!("{link}?getan=bestaetigt")).await;
    assert!(page.html.contains("Danke, Ihre Anfrage ist bestätigt."));
    assert!(page.html.contains("Wir sind dran"));
    assert!(page.html.contains("Ihre Anfrage liegt bei unserem Team"), "nobody works here yet");
    assert_eq!(page.html.matches("Sie haben bestätigt").count(), 1);
}

#[tokio::test]
async fn a_firm_releases_one_field_and_takes_it_back() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    let page = site.get(&link).await;
    assert_eq!(page.html.matches("name=\"release\"").count(), 4, "name, e-mail, phone, message");
    assert_eq!(page.html.matches("name=\"revoke\"").count(), 0);

    let provider = ("provider", "demir-digital");
    for field in ["name", "phone", "phone"] {
        let done = press(&site, &link, "freigabe", &[provider, ("release", field)]).await;
        assert_eq!(done.to, format!("{link}?getan=freigabe"));
    }
    let page = site.get(&link).await;
    assert_eq!(page.html.matches("name=\"revoke\"").count(), 2);
    assert!(page.html.contains("freigegeben am 22. November"));

    press(&site, &link, "freigabe", &[provider, ("revoke", "name")]).await;
    let page = site.get(&link).await;
    assert_eq!(page.html.matches("name=\"revoke\"").count(), 1);
    assert!(page.html.contains("Von Ihnen zurückgenommen"));
}

#[tokio::test]
async fn nothing_is_released_to_strangers_or_before_confirmation() {
    let site = TestSite::new().await;
    let link = site.request(&[]).await;
    let release = [("provider", "demir-digital"), ("release", "name")];
    let early = press(&site, &link, "freigabe", &release).await;
    assert_eq!(early.to, format!("{link}?getan=zu-spaet"));
    press(&site, &link, "bestaetigen", &[]).await;
    let stranger = [("provider", "tourenwerk"), ("release", "name")];
    assert_eq!(press(&site, &link, "freigabe", &stranger).await.status, 404);
    let nonsense = [("provider", "demir-digital"), ("release", "everything")];
    press(&site, &link, "freigabe", &nonsense).await;
    assert_eq!(site.get(&link).await.html.matches("name=\"revoke\"").count(), 0);
}

#[tokio::test]
async fn a_withdrawn_request_stays_withdrawn() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    assert!(site.get(&link).await.html.contains("Anfrage zurückziehen"));
    let done = press(&site, &link, "zurueckziehen", &[]).await;
    assert_eq!(done.to, format!("{link}?getan=zurueckgezogen"));
    let page = site.get(&link).await;
    assert!(page.html.contains("Sie haben diese Anfrage zurückgezogen"));
    assert!(!page.html.contains("method=\"post\""), "there is nothing left to press");
    let release = [("provider", "demir-digital"), ("release", "name")];
    let late = press(&site, &link, "freigabe", &release).await;
    assert_eq!(late.to, format!("{link}?getan=zu-spaet"));
    press(&site, &link, "bestaetigen", &[]).await;
    assert!(site.get(&link).await.html.contains("Sie haben diese Anfrage zurückgezogen"));
}

#[tokio::test]
async fn every_bad_link_is_the_same_page() {
    let site = TestSite::new().await;
    let link = site.request(&[]).await;
    let truncated = &link[..link.len() - 1];
    for bad in [BAD, truncated, "/status/x", "/status/%00"] {
        let page = site.get(bad).await;
        assert_eq!((page.status, page.html.as_str()), (404, "BadLink"), "{bad}");
        for action in ["bestaetigen", "freigabe", "zurueckziehen"] {
            let page = press(&site, bad, action, &[]).await;
            assert_eq!((page.status, page.html.as_str()), (404, "BadLink"), "{bad} {action}");
        }
    }
}

#[tokio::test]
async fn what_the_firm_wrote_stays_text() {
    let site = TestSite::new().await;
    let attack = "<script>alert(1)</script>\"><img src=x>";
    let link = site.request(&[("firm", attack), ("person", attack), ("message", attack)]).await;
    press(&site, &link, "bestaetigen", &[]).await;
    let page = site.get(&link).await;
    assert!(page.html.contains("&lt;script&gt;"));
    assert!(!page.html.contains("<script>alert") && !page.html.contains("<img src=x"));
}

#[tokio::test]
async fn the_link_keeps_the_language_of_the_request() {
    let site = TestSite::new().await;
    for (place, confirm, german) in [
        ("/en", "Please confirm your request", false),
        ("/ls", "Bitte drücken Sie auf die Taste", true),
    ] {
        let key = requests::FormKey::mint(&site.app.backend);
        let form = [
            ("person", "Jo"),
            ("firm", "F"),
            ("sector", "unknown"),
            ("district", "unknown"),
            ("email", "jo@firm.example"),
            ("key", key.as_str()),
            ("go", "send"),
        ];
        assert_eq!(site.post(&format!("{place}/anfrage"), &form).await.status, 303);
        let mail = site.mails().await.remove(0).1;
        // Nobody has written the mails in Leichte Sprache: its readers get German ones.
        assert_eq!(mail.contains("Guten Tag"), german, "{mail}");
        let link = crate::test_site::link_in(&mail);
        assert!(link.starts_with(&format!("{place}/status/")), "{link}");
        let page = site.get(&link).await;
        assert!(page.html.contains(confirm));
        let done = site.post(&format!("{link}/bestaetigen"), &[]).await;
        assert_eq!(done.to, format!("{link}?getan=bestaetigt"));
        site.mails().await;
    }
}

#[tokio::test]
async fn a_firm_downloads_what_is_stored_about_it() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    let page = site.get(&link).await;
    assert!(page.html.contains(&format!("href=\"{link}/daten\" download")), "{}", page.html);
    let file = site.get(&format!("{link}/daten")).await;
    assert_eq!(file.status, 200);
    for word in ["werkbank-request-1", "Sanitär Hoffmeister", "Alles läuft über Zettel."] {
        assert!(file.html.contains(word), "{word} is missing in {}", file.html);
    }
    assert_eq!(site.get(&format!("{BAD}/daten")).await.status, 404);
}
