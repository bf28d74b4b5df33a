//! The page of hits as a browser gets it, with the example content.

use super::options;
use crate::testing::{examples, get, html, page};
use leptos::prelude::*;

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

/// What stands in `<main>`.
async fn main(address: &str) -> String {
    let html = html(address).await;
    html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap().to_owned()
}

#[tokio::test]
async fn the_page_begins_with_ways_in() {
    for prefix in ["", "/en"] {
        let main = main(&format!("{prefix}/suche")).await;
        assert_eq!(count(&main, "role=\"search\""), 1);
        assert!(main.contains("/geschichten?ziel=kundenbindung"));
        for word in main.split("class=\"chips\"").nth(1).unwrap().split("/suche?q=").skip(1) {
            let word = word.split('"').next().unwrap();
            let hits = self::main(&format!("{prefix}/suche?q={}", word.replace("%20", " "))).await;
            assert!(hits.contains("class=\"hit-group\""), "{word} finds nothing");
        }
    }
    let html = html("/suche?q=kasse").await;
    assert!(html.contains("name=\"robots\" content=\"noindex\""));
    assert!(html.contains("<title>Suche: kasse – Digitale Werkbank</title>"));
}

#[tokio::test]
async fn hits_stand_by_kind_with_the_words_marked() {
    let main = main("/suche?q=bäckerei").await;
    assert!(main.contains("id=\"kind-geschichten\""));
    assert!(main.contains("<mark>Bäckerei</mark>"), "{main}");
    assert!(main.contains("href=\"/geschichten/sonntagsbroetchen\""));
    assert!(main.contains("value=\"bäckerei\""), "the field keeps what was typed");
}

#[tokio::test]
async fn another_word_than_the_typed_one_is_said() {
    let main = main("/suche?q=bäckrei").await;
    assert!(main.contains("„bäckrei“ kommt nirgends vor. Das sind Treffer zu „Bäckerei“."));
    assert!(main.contains("/geschichten/sonntagsbroetchen"));
}

#[tokio::test]
async fn nothing_found_is_no_dead_end() {
    let main = main("/suche?q=xqzvwk").await;
    assert!(main.contains("Nichts zu „xqzvwk“ gefunden"));
    for way in ["/geschichten?ziel=", "href=\"/anfrage?art=advice\"", "href=\"tel:"] {
        assert!(main.contains(way), "{way}");
    }
}

#[tokio::test]
async fn what_is_typed_is_text() {
    for typed in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' autofocus onfocus=alert(1) x='",
        "<b>kasse</b>",
        "</title><svg onload=alert(1)>",
    ] {
        let page = html(&format!("/suche?q={typed}")).await;
        for bad in ["<script>alert", "<img src=x", "<svg onload", "<b>kasse"] {
            assert!(!page.contains(bad), "{typed}");
        }
        // In attributes, too: whatever was typed never ends one.
        assert!(!page.contains("value=\"\">"), "{typed}");
        let cx = get(&format!("/suche/vorschlaege?q={typed}"), &examples()).await;
        let part = Owner::new().with(|| options(&cx).to_html());
        assert!(!part.contains("<script>alert") && !part.contains("<img"), "{part}");
    }
}

#[tokio::test]
async fn filters_narrow_and_never_lead_nowhere() {
    let all = main("/suche?q=kasse").await;
    let stories = main("/suche?q=kasse&art=geschichten").await;
    assert!(count(&all, "class=\"hit-group\"") > 1);
    assert_eq!(count(&stories, "class=\"hit-group\""), 1);
    assert!(stories.contains("<input type=\"hidden\" name=\"q\" value=\"kasse\""));
    assert!(stories.contains("aria-label=\"Filter entfernen: Geschichten\""));
    // Whatever number stands beside an option is what choosing it shows.
    let numbers = |html: &str| -> Vec<(String, String, usize)> {
        html.split("<label class=\"check-row\">")
            .skip(1)
            .map(|row| {
                let value = |name: &str| {
                    let rest = row.split(&format!("{name}=\"")).nth(1).unwrap();
                    rest.split('"').next().unwrap().to_owned()
                };
                let n = row.split("class=\"muted\">").nth(1).unwrap().split('<').next().unwrap();
                (value("name"), value("value"), n.parse().unwrap())
            })
            .collect()
    };
    let mut asked = 0;
    for (name, value, n) in numbers(&all) {
        let main = main(&format!("/suche?q=kasse&{name}={value}")).await;
        let shown = main.split("class=\"hits\"").nth(1).unwrap();
        let shown = shown.split("<b>").nth(1).unwrap().split('<').next().unwrap();
        assert_eq!(shown, n.to_string(), "{name}={value}");
        asked += 1;
    }
    assert!(asked > 8, "only {asked} options");
    let empty = main("/suche?q=rohrbruch&art=trends").await;
    assert!(empty.contains("class=\"empty-state\""));
    assert!(empty.contains("href=\"/suche?q=rohrbruch\""), "{empty}");
}

#[tokio::test]
async fn german_texts_on_english_pages_say_so() {
    let content = examples();
    let mut changed = (*content).clone();
    for story in changed.stories.values_mut() {
        story.text.en = None;
    }
    let content = std::sync::Arc::new(changed);
    let html = crate::testing::html_with("/en/suche?q=haupthahn", &content).await;
    let title = html.split("/en/geschichten/haupthahn\"").nth(1).unwrap();
    assert!(title.starts_with(" lang=\"de\""), "{}", &title[..80]);
}

#[tokio::test]
async fn every_hit_leads_to_its_page() {
    let mut followed = 0;
    for word in
        ["kasse", "digital", "betrieb", "daten", "beratung", "handwerkskammer", "datenschutz"]
    {
        for prefix in ["", "/en"] {
            let main = main(&format!("{prefix}/suche?q={word}")).await;
            for hit in main.split("<h3>").skip(1).filter_map(|hit| hit.split("href=\"").nth(1)) {
                let href = hit.split('"').next().unwrap().split('#').next().unwrap();
                if href.starts_with("tel:") || href.starts_with("mailto:") {
                    continue;
                }
                let cx = get(href, &examples()).await;
                assert!(page(&cx).await.is_ok(), "{href}");
                followed += 1;
            }
        }
    }
    println!("{followed} hits");
    assert!(followed > 30, "only {followed} hits");
}

#[tokio::test]
async fn providers_that_are_shown_are_counted() {
    // A second initialisation in the same process is refused, which is as good.
    let _ = any_spawner::Executor::init_tokio();
    let cx = get("/suche?q=handwerk&art=anbieter", &examples()).await;
    let page = page(&cx).await.unwrap();
    let html = crate::render::html(cx.clone(), page).await;
    let shown = count(&html, "href=\"/anbieter/") - count(&html, "href=\"/anbieter/reihenfolge");
    assert!(shown > 1);
    assert_eq!(cx.listed().len(), shown);
}

#[tokio::test]
async fn suggestions_are_few_and_name_their_kind() {
    for (typed, least) in [("ka", 3), ("pflege", 3), ("k", 0), ("", 0), ("xqzvwk", 0)] {
        let cx = get(&format!("/suche/vorschlaege?q={typed}"), &examples()).await;
        let part = Owner::new().with(|| options(&cx).to_html());
        let n = count(&part, "role=\"option\"");
        assert!(n >= least && n <= 8, "{typed}: {part}");
        assert_eq!(count(&part, "suggestion-kind"), n);
        assert!(part.contains("data-said="));
    }
}
