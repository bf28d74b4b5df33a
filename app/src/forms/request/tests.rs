use crate::test_site::{Answered, TestSite};

/// A form that is in order, with the button that goes to `go`.
fn form<'a>(go: &'a str, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let good = [
        ("kind", "introduction"),
        ("goal", "kundenbindung"),
        ("goal", "ablaeufe"),
        ("message", "Alles läuft über Zettel."),
        ("budget", "u5000"),
        ("provider", "demir-digital"),
        ("provider", ""),
        ("story", "baustoffhaendler-chat"),
        ("channel", "home"),
        ("firm", "Sanitär Hoffmeister"),
        ("sector", "handwerk"),
        ("district", "hoerde"),
        ("size", "10-49"),
        ("person", "Martina Hoffmeister"),
        ("email", "m.hoffmeister@sanitaer.example"),
        ("phone", "0231 123456"),
    ];
    let kept = good.into_iter().filter(|(name, _)| !changes.iter().any(|(n, _)| n == name));
    kept.chain(changes.iter().copied()).chain([("go", go)]).collect()
}

async fn post(site: &TestSite, form: &[(&str, &str)]) -> Answered {
    site.post("/anfrage", form).await
}

/// The steps the answer shows: its heading's.
fn shows(answer: &Answered, heading: &str) -> bool {
    answer.html.contains(&format!("<h1>{heading}</h1>"))
}

#[tokio::test]
async fn the_first_page_knows_what_the_link_knew_and_no_key() {
    let site = TestSite::new().await;
    let address = "/anfrage?art=funding&ziel=kosten&branche=handel&geschichte=baustoffhaendler-chat\
                   &anbieter=demir-digital&anbieter=nobody&kanal=handoff";
    let page = site.get(address).await;
    assert_eq!(page.status, 200);
    assert!(page.html.contains("value=\"funding\" checked"));
    assert!(page.html.contains("value=\"kosten\" checked"));
    assert!(page.html.contains("value=\"demir-digital\" selected"));
    assert!(page.html.contains("Der Baustoffhändler, der keinen Onlineshop baute"));
    let mut hidden = page.hidden();
    hidden.sort();
    let want = [("channel", "handoff"), ("sector", "handel"), ("story", "baustoffhaendler-chat")];
    assert_eq!(hidden, want.map(|(n, v)| (n.to_owned(), v.to_owned())));
}

#[tokio::test]
async fn a_link_that_knows_nonsense_is_an_empty_form() {
    let site = TestSite::new().await;
    let page = site.get("/anfrage?art=barrier_report&ziel=x&geschichte=../x&kanal=staff").await;
    assert_eq!(page.status, 200);
    assert!(page.html.contains("value=\"introduction\" checked"));
    assert_eq!(page.hidden(), []);
}

#[tokio::test]
async fn the_key_is_minted_in_the_answer_to_step_1_and_stays() {
    let site = TestSite::new().await;
    let second = post(&site, &form("firm", &[])).await;
    assert!(shows(&second, "Wer sind Sie?"), "{}", second.html);
    let key = second.hidden_value("key").unwrap();
    let third = post(&site, &form("review", &[("key", &key)])).await;
    assert!(shows(&third, "Stimmt das so?"));
    assert_eq!(third.hidden_value("key"), Some(key.clone()));
    for back in ["plan", "firm"] {
        let page = post(&site, &form(back, &[("key", &key)])).await;
        assert_eq!((page.status, page.hidden_value("key")), (200, Some(key.clone())));
    }
    let other = post(&site, &form("firm", &[])).await;
    assert_ne!(other.hidden_value("key"), Some(key));
}

#[tokio::test]
async fn every_answer_travels_along() {
    let site = TestSite::new().await;
    let review = post(&site, &form("review", &[])).await;
    let hidden = review.hidden();
    for (name, value) in form("review", &[]) {
        if name != "go" && !value.is_empty() {
            let pair = (name.to_owned(), value.to_owned());
            assert!(hidden.contains(&pair), "{name} is lost");
        }
    }
    // The visible summary says it in words.
    for words in
        ["Kunden enger binden, Abläufe einfacher machen", "Demir Digital", "Hörde", "bis 5.000"]
    {
        assert!(review.html.contains(words), "{words}");
    }
}

#[tokio::test]
async fn every_mistake_is_named_beside_its_field_and_nothing_typed_is_lost() {
    let site = TestSite::new().await;
    let cases: &[(&str, &str, &str, &str)] = &[
        ("message", "a\u{202e}b", "plan", "unsichtbare Zeichen"),
        ("goal", "weltfrieden", "plan", "bitte wählen"),
        ("budget", "99", "plan", "bitte wählen"),
        ("provider", "nobody-at-all", "plan", "nicht an der Wand"),
        ("firm", "", "firm", "fehlt noch"),
        ("firm", "Firma\u{200b}", "firm", "unsichtbare Zeichen"),
        ("sector", "", "firm", "bitte wählen"),
        ("district", "atlantis", "firm", "bitte wählen"),
        ("size", "7", "firm", "bitte wählen"),
        ("person", "", "firm", "fehlt noch"),
        ("email", "m.hoffmeister@sanitaer-hoffmeister", "firm", "das Ende fehlt"),
        ("email", "hoffmeister", "firm", "das @ fehlt"),
        ("phone", "0231 abc", "firm", "keine Telefonnummer"),
    ];
    for (field, typed, step, words) in cases {
        for go in ["review", "send"] {
            let page = post(&site, &form(go, &[(field, typed)])).await;
            assert_eq!(page.status, 422, "{field}={typed}");
            assert!(page.html.contains("role=\"alert\""), "{field}");
            assert!(page.html.contains(words), "{field}: {words}");
            assert!(page.html.contains(&format!("href=\"#{field}\"")), "{field} is not linked");
            assert!(page.html.contains(&format!("id=\"{field}\"")), "{field} has no anchor");
            assert!(page.html.contains("aria-invalid=\"true\""), "{field}");
            assert!(page.html.contains(&format!("id=\"{field}-error\"")), "{field}");
            assert!(page.html.contains("<title>Fehler: "), "{field}");
            assert!(page.html.contains("Sanitär Hoffmeister") || *field == "firm");
            let heading = if *step == "plan" { "Was haben Sie vor?" } else { "Wer sind Sie?" };
            assert!(shows(&page, heading), "{field} belongs to {step}");
            if !matches!(*field, "goal" | "budget" | "provider" | "sector" | "district" | "size") {
                assert!(page.html.contains(typed), "{field}: what was typed is lost");
            }
        }
    }
}

#[tokio::test]
async fn all_mistakes_of_a_step_are_named_at_once() {
    let site = TestSite::new().await;
    let nothing = [("firm", ""), ("person", ""), ("email", ""), ("phone", ""), ("sector", "")];
    let page = post(&site, &form("review", &nothing)).await;
    assert!(page.html.contains("4 Felder brauchen noch einen Blick"), "{}", page.html);
    assert!(page.html.contains("E-Mail oder Telefon: eines von beiden fehlt"));
}

#[tokio::test]
async fn going_back_never_complains() {
    let site = TestSite::new().await;
    let page = post(&site, &form("plan", &[("email", "kaputt"), ("firm", "")])).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.hidden_value("email").as_deref(), Some("kaputt"));
    // Nor does a later step bother somebody who is still on an earlier one.
    let page = post(&site, &form("firm", &[("email", "")])).await;
    assert_eq!(page.status, 200);
}

#[tokio::test]
async fn hostile_input_stays_text() {
    let site = TestSite::new().await;
    let attack = "\"><img src=x onerror=alert(1)></textarea><script>alert(1)</script>'";
    for field in ["message", "firm", "person", "email", "phone", "sector", "story", "kind", "key"] {
        for go in ["plan", "firm", "review"] {
            let page = post(&site, &form(go, &[(field, attack)])).await;
            assert!([200, 422].contains(&page.status), "{field}");
            assert!(!page.html.contains("<img src=x"), "{field} {go}");
            assert!(!page.html.contains("<script>alert"), "{field} {go}");
        }
    }
    let page = post(&site, &form("plan", &[("person", attack)])).await;
    assert_eq!(page.hidden_value("person").as_deref(), Some(attack));
}

#[tokio::test]
async fn fields_it_does_not_know_are_ignored() {
    let site = TestSite::new().await;
    let extra = [("role", "admin"), ("status", "confirmed"), ("channel", "staff"), ("by", "x")];
    let page = post(&site, &form("review", &extra)).await;
    assert_eq!(page.status, 200);
    for (name, _) in extra {
        assert_eq!(page.hidden_value(name).as_deref(), (name == "channel").then_some("home"));
    }
}

#[tokio::test]
async fn a_form_of_another_kind_is_taken_as_advice() {
    let site = TestSite::new().await;
    let page = post(&site, &form("plan", &[("kind", "barrier_report")])).await;
    assert!(page.html.contains("value=\"advice\" checked"));
}

#[tokio::test]
async fn the_form_speaks_english_too() {
    let site = TestSite::new().await;
    let page = site.post("/en/anfrage", &form("review", &[("email", "a@b")])).await;
    assert_eq!(page.status, 422);
    for words in ["Who are you?", "the end is missing", "action=\"/en/anfrage\"", "lang=\"en\""] {
        assert!(page.html.contains(words), "{words}");
    }
}

#[tokio::test]
async fn the_form_speaks_plain_language_too() {
    let site = TestSite::new().await;
    let page = site.post("/ls/anfrage", &form("review", &[("email", "a@b")])).await;
    assert_eq!(page.status, 422);
    for words in [
        "1 Sache fehlt noch oder ist falsch",
        "Nach dem Zeichen @ fehlt etwas.",
        "action=\"/ls/anfrage\"",
        "<html lang=\"de-simple\"",
    ] {
        assert!(page.html.contains(words), "{words}");
    }
}

/// A key as the answer to step 1 mints it.
async fn key(site: &TestSite) -> String {
    post(site, &form("firm", &[])).await.hidden_value("key").unwrap()
}

#[tokio::test]
async fn sending_twice_is_one_request_and_one_mail() {
    let site = TestSite::new().await;
    let key = key(&site).await;
    let send = form("send", &[("key", &key)]);
    let (first, second) = tokio::join!(post(&site, &send), post(&site, &send));
    assert_eq!((first.status, second.status), (303, 303), "{first:?} {second:?}");
    assert!(first.to.starts_with("/anfrage/danke/"), "{}", first.to);
    let third = post(&site, &send).await;
    assert_eq!((&first.to, &first.to), (&second.to, &third.to));
    assert_eq!(site.mails().await.len(), 1);
    let other = self::key(&site).await;
    let again = post(&site, &form("send", &[("key", &other)])).await;
    assert_ne!(again.to, first.to);
}

#[tokio::test]
async fn without_a_key_nothing_is_sent() {
    let site = TestSite::new().await;
    for key in ["", "x", "../../../../../../../../", "a key that is not one of ours"] {
        let page = post(&site, &form("send", &[("key", key)])).await;
        assert!(page.status == 200 && shows(&page, "Stimmt das so?"));
        let minted = page.hidden_value("key").unwrap();
        assert_ne!(minted, key);
    }
    assert!(site.mails().await.is_empty());
}

#[tokio::test]
async fn the_thanks_say_what_comes_next_and_nothing_about_anybody() {
    let site = TestSite::new().await;
    let key = key(&site).await;
    let sent = post(&site, &form("send", &[("key", &key), ("email", "")])).await;
    assert!(sent.to.ends_with("?kontakt=telefon"), "{}", sent.to);
    let thanks = site.get(&sent.to).await;
    assert!(thanks.html.contains("Wir rufen Sie an"));
    for secret in ["Hoffmeister", "0231 123456", "Zettel"] {
        assert!(!thanks.html.contains(secret) && !sent.to.contains(secret), "{secret}");
    }
    let reference = sent.to.trim_start_matches("/anfrage/danke/").split('?').next().unwrap();
    assert!(thanks.html.contains(&format!("<span class=\"reference\">{reference}</span>")));
    let mail = site.get(&format!("/anfrage/danke/{reference}")).await;
    assert!(mail.html.contains("Bitte bestätigen Sie Ihre E-Mail"));
    assert_eq!(site.get("/anfrage/danke/nonsense").await.status, 404);
}
