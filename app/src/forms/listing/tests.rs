use crate::test_site::{Answered, TestSite};

/// A form that is in order.
const GOOD: [(&str, &str); 6] = [
    ("firm", "Musterdigital"),
    ("district", "hoerde"),
    ("message", "Wir bauen Kassen an Lager an, zuletzt bei zwei Bäckereien."),
    ("person", "Kim Muster"),
    ("email", "kim@musterdigital.example"),
    ("phone", ""),
];

async fn post(site: &TestSite, changes: &[(&str, &str)]) -> Answered {
    let kept = GOOD.into_iter().filter(|(name, _)| !changes.iter().any(|(n, _)| n == name));
    let form: Vec<_> = kept.chain(changes.iter().copied()).collect();
    site.post("/anbieter/aufnahme", &form).await
}

#[tokio::test]
async fn the_page_says_every_criterion_in_both_languages() {
    let site = TestSite::new().await;
    for (address, lang) in
        [("/anbieter/aufnahme", domain::Lang::De), ("/en/anbieter/aufnahme", domain::Lang::En)]
    {
        let page = site.get(address).await;
        assert_eq!(page.status, 200);
        let content = crate::testing::examples();
        let criteria = &content.site().unwrap().criteria;
        assert!(criteria.len() >= 5);
        for criterion in criteria {
            assert!(page.html.contains(criterion.label(lang)), "{address}: {}", criterion.id);
        }
    }
}

#[tokio::test]
async fn every_mistake_comes_back_with_what_was_typed() {
    let site = TestSite::new().await;
    let empty =
        [("firm", ""), ("message", ""), ("person", "Kim \u{202e}"), ("email", "a@localhost")];
    let answer = post(&site, &empty).await;
    assert_eq!(answer.status, 422);
    for field in ["firm", "message", "person", "email"] {
        assert!(
            answer.html.contains(&format!("href=\"#{field}\"")),
            "{field} is not in the summary"
        );
    }
    assert!(
        answer.html.contains("a@localhost") && answer.html.contains("value=\"hoerde\" selected")
    );
    let nobody = post(&site, &[("email", "")]).await;
    assert_eq!(nobody.status, 422);
}

#[tokio::test]
async fn sending_twice_makes_one_request() {
    let site = TestSite::new().await;
    let sent = post(&site, &[]).await;
    assert_eq!(sent.status, 303);
    assert!(sent.to.starts_with("/anbieter/aufnahme/danke/"), "{}", sent.to);
    assert_eq!(post(&site, &[]).await.to, sent.to);
    // One word more is another request.
    let other = post(&site, &[("firm", "Musterdigital 2")]).await;
    assert!(other.status == 303 && other.to != sent.to);
    let thanks = site.get(&sent.to).await;
    assert_eq!(thanks.status, 200);
}

#[tokio::test]
async fn what_the_form_does_not_ask_for_is_ignored() {
    let site = TestSite::new().await;
    let extra = [
        ("kind", "introduction"),
        ("channel", "staff"),
        ("provider", "demir-digital"),
        ("budget", "nonsense"),
    ];
    assert_eq!(post(&site, &extra).await.status, 303);
}
