use crate::test_site::{Answered, TestSite, link_in};

const NEW: &str = "buero@sanitaer.example";

/// The form as the page shows it: what a browser would send after these changes.
async fn send(site: &TestSite, link: &str, changes: &[(&str, &str)]) -> Answered {
    let page = format!("{link}/angaben");
    let stand = site.get(&page).await.hidden_value("stand").unwrap();
    let stored = [
        ("stand", stand.as_str()),
        ("goal", "kundenbindung"),
        ("message", "Alles läuft über Zettel."),
        ("budget", "unknown"),
        ("firm", "Sanitär Hoffmeister"),
        ("sector", "handwerk"),
        ("district", "hoerde"),
        ("size", "10-49"),
        ("person", "Martina Hoffmeister"),
        ("email", "m.hoffmeister@sanitaer.example"),
        ("phone", "0231 123456"),
        ("contact_by", "email"),
    ];
    let kept = stored.into_iter().filter(|(name, _)| !changes.iter().any(|(n, _)| n == name));
    let form: Vec<(&str, &str)> = kept.chain(changes.iter().copied()).collect();
    site.post(&page, &form).await
}

async fn confirmed(site: &TestSite) -> String {
    let link = site.request(&[]).await;
    assert_eq!(site.post(&format!("{link}/bestaetigen"), &[]).await.status, 303);
    site.mails().await;
    link
}

#[tokio::test]
async fn a_firm_finds_its_answers_and_changes_one() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    let status = site.get(&link).await;
    assert!(status.html.contains(&format!("href=\"{link}/angaben\"")), "{}", status.html);
    let page = site.get(&format!("{link}/angaben")).await;
    assert_eq!(page.status, 200);
    for stored in ["Alles läuft über Zettel.", "value=\"0231 123456\"", "Sanitär Hoffmeister"] {
        assert!(page.html.contains(stored), "{stored} is missing in {}", page.html);
    }
    for not_here in ["name=\"kind\"", "name=\"provider\"", "name=\"ask_later\"", "name=\"key\""] {
        assert!(!page.html.contains(not_here), "{not_here}");
    }
    for (did, words) in
        [("geaendert", "Ihre Angaben sind geändert"), ("unveraendert", "schon alles")]
    {
        let done = send(&site, &link, &[("phone", "0231 999999")]).await;
        assert_eq!((done.status, done.to.as_str()), (303, &*format!("{link}?getan={did}")));
        let status = site.get(&done.to).await;
        assert!(status.html.contains(words) && status.html.contains("0231 999999"));
        assert!(status.html.contains("Von Ihnen geändert") && status.html.contains("Telefon"));
    }
}

#[tokio::test]
async fn what_is_wrong_comes_back_with_everything_that_was_typed() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    let typed = [("email", "m@sanitaer"), ("message", "Ganz neu."), ("district", "")];
    let back = send(&site, &link, &typed).await;
    assert_eq!(back.status, 422);
    for word in
        ["error-summary", "href=\"#email\"", "href=\"#district\"", "m@sanitaer", "Ganz neu."]
    {
        assert!(back.html.contains(word), "{word} is missing in {}", back.html);
    }
    assert!(site.get(&link).await.html.contains("Alles läuft über Zettel."), "nothing is stored");
    for bad in ["a\r\nBcc: x@y.de", "a\0b", "a\u{202e}b", "a\u{200b}b", "a\u{2028}b"] {
        let back = send(&site, &link, &[("firm", bad)]).await;
        assert_eq!(back.status, 422, "{bad:?}");
        assert!(back.html.contains("href=\"#firm\""));
    }
    for bad in ["a@localhost", "a@[127.0.0.1]", "\"a b\"@x.de", "a@x.de\nBcc: b@x.de"] {
        assert_eq!(send(&site, &link, &[("email", bad)]).await.status, 422, "{bad}");
    }
    assert!(site.mails().await.is_empty());
}

#[tokio::test]
async fn made_up_fields_change_nothing_and_text_stays_text() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    let attack = "<script>alert(1)</script>\"><img src=x>";
    let made_up = [("state", "closed"), ("kind", "barrier_report"), ("provider", "tourenwerk")];
    let typed = [("firm", attack), ("message", attack), made_up[0], made_up[1], made_up[2]];
    assert_eq!(send(&site, &link, &typed).await.status, 303);
    let status = site.get(&link).await;
    assert!(status.html.contains("Kennenlernen") && !status.html.contains("tourenwerk"));
    for page in [link.clone(), format!("{link}/angaben")] {
        let page = site.get(&page).await;
        assert!(page.html.contains("&lt;script&gt;"));
        assert!(!page.html.contains("<script>alert") && !page.html.contains("<img src=x"));
    }
}

#[tokio::test]
async fn an_old_form_is_shown_beside_what_is_stored() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    let stand = site.get(&format!("{link}/angaben")).await.hidden_value("stand").unwrap();
    assert_eq!(send(&site, &link, &[("phone", "0231 111111")]).await.status, 303);
    let late = [("stand", stand.as_str()), ("phone", "0231 222222"), ("person", "Erwin Lindemann")];
    let back = send(&site, &link, &late).await;
    assert_eq!(back.status, 409);
    for word in ["0231 111111", "value=\"0231 222222\"", "value=\"Erwin Lindemann\"", "Martina"] {
        assert!(back.html.contains(word), "{word} is missing in {}", back.html);
    }
    // The page that came back can be saved.
    let fresh = back.hidden_value("stand").unwrap();
    let again = [("stand", fresh.as_str()), late[1], late[2]];
    assert_eq!(send(&site, &link, &again).await.status, 303);
    assert!(site.get(&link).await.html.contains("0231 222222"));
}

#[tokio::test]
async fn a_new_address_is_confirmed_by_link_page_and_button() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    let done = send(&site, &link, &[("email", NEW)]).await;
    assert_eq!(done.to, format!("{link}?getan=adresse-gefragt"));
    let (to, mail) = site.mails().await.remove(0);
    assert_eq!(to, NEW);
    let form = site.get(&format!("{link}/angaben")).await;
    assert!(form.html.contains("wartet noch auf Ihre Bestätigung"), "{}", form.html);
    let address = link_in(&mail);
    assert!(address.starts_with("/adresse/"), "{address}");
    for _ in 0..2 {
        let page = site.get(&address).await;
        assert!(page.html.contains("Gehört diese Adresse Ihnen?") && page.html.contains(NEW));
        assert!(!page.html.contains("Hoffmeister") && !page.html.contains("/status/"));
    }
    let done = site.post(&address, &[]).await;
    assert_eq!(done.status, 303);
    let page = site.get(&done.to).await;
    assert!(page.html.contains("Ihre neue E-Mail-Adresse gilt") && page.html.contains(NEW));
    assert_eq!(site.get(&link).await.status, 404, "the link in the old mailbox");
    let mails = site.mails().await;
    let recipients: Vec<&str> = mails.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(recipients, ["m.hoffmeister@sanitaer.example", NEW]);
    assert!(site.get(&address).await.html.contains("Diese Adresse gilt schon"));
    assert_eq!(site.post(&address, &[]).await.status, 303);
    assert!(site.mails().await.is_empty());
}

#[tokio::test]
async fn what_has_ended_cannot_be_changed() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    site.post(&format!("{link}/zurueckziehen"), &[]).await;
    assert!(!site.get(&link).await.html.contains("/angaben"));
    for page in [
        site.get(&format!("{link}/angaben")).await,
        site.post(&format!("{link}/angaben"), &[("phone", "1")]).await,
    ] {
        assert_eq!(page.status, 409);
        assert!(page.html.contains("lässt sich nicht mehr ändern"), "{}", page.html);
        assert!(!page.html.contains("method=\"post\""));
    }
    for bad in ["/status/x/angaben", "/adresse/x"] {
        assert_eq!(site.get(bad).await.html, "BadLink");
        assert_eq!(site.post(bad, &[]).await.html, "BadLink");
    }
}

#[tokio::test]
async fn it_speaks_the_readers_language() {
    let site = TestSite::new().await;
    let link = confirmed(&site).await;
    for (place, title) in [("/en", "Change your details"), ("/ls", "Daten ändern")] {
        let page = site.get(&format!("{place}{link}/angaben")).await;
        assert!(page.html.contains(title), "{}", page.html);
    }
}
