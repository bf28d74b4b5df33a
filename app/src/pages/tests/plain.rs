//! Leichte Sprache: what is written in it, what is not, and how readers get there.

use crate::testing::{examples, html, html_with};
use domain::content::Tested;
use jiff::civil::date;
use std::sync::Arc;

const UNTESTED: &str = "Dieser Text ist noch nicht geprüft.";
const MISSING: &str = "Diesen Text gibt es noch nicht in Leichter Sprache.";

#[tokio::test]
async fn home_is_a_page_of_its_own() {
    let page = html("/ls").await;
    assert!(page.contains("<html lang=\"de-simple\""));
    for words in [
        "Willkommen in der Digitalen Werkbank",
        "So finden Sie sich zurecht",
        "Diese Person hilft Ihnen",
        "href=\"tel:",
        "id=\"exits\"",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(page.matches(UNTESTED).count(), 1);
    assert!(!page.contains("class=\"hero\""));
    // A site that has not written it keeps the home page everybody has.
    let mut content = (*examples()).clone();
    content.pages.remove("start");
    assert!(html_with("/ls", &Arc::new(content)).await.contains("class=\"hero\""));
}

#[tokio::test]
async fn a_missing_text_is_german_and_says_so() {
    for (address, written) in [
        ("/ls/kennenlernen", true),
        ("/ls/barrierefreiheit", true),
        ("/ls/besuch", true),
        ("/ls/ueber-uns", true),
        ("/ls/datenschutz", true),
        ("/ls/geschichten/baustoffhaendler-chat", true),
        ("/ls/geschichten/sonntagsbroetchen", true),
        ("/kiosk/ls/geschichten/baustoffhaendler-chat", true),
        ("/kiosk/ls/kennenlernen", true),
        ("/ls/impressum", false),
        ("/ls/geschichten/haupthahn", false),
        ("/kiosk/ls/geschichten/haupthahn", false),
        ("/ls/anbieter/demir-digital", false),
    ] {
        let page = html(address).await;
        // A kiosk's page of a story has one line for it.
        let short = address.starts_with("/kiosk") && address.contains("/geschichten/");
        let missing = if short { ">In schwerer Sprache<" } else { MISSING };
        let counts = [page.matches(UNTESTED).count(), page.matches(missing).count()];
        assert_eq!(counts, if written { [1, 0] } else { [0, 1] }, "{address}");
        // A provider's heading is its name, in any language.
        let german = page.contains("<h1 lang=\"de\">");
        assert!(german != written || address.contains("/anbieter/"), "{address}");
    }
}

#[tokio::test]
async fn what_a_group_has_tested_says_who() {
    let mut content = (*examples()).clone();
    let page = content.pages.values_mut().find(|page| page.meta.id.as_str() == "besuch").unwrap();
    page.text.tested = Some(Tested { by: "Prüfgruppe Hafen".into(), on: date(2026, 10, 5) });
    let page = html_with("/ls/besuch", &Arc::new(content)).await;
    assert!(!page.contains(UNTESTED));
    assert!(
        page.contains("Diesen Text hat geprüft: Prüfgruppe Hafen. Das war am 5. Oktober 2026.")
    );
}

#[tokio::test]
async fn every_language_leads_to_every_other() {
    let page = html("/geschichten?ziel=kosten").await;
    for (tag, href) in [
        ("de", "/geschichten?ziel=kosten"),
        ("en", "/en/geschichten?ziel=kosten"),
        ("de-simple", "/ls/geschichten?ziel=kosten"),
    ] {
        let link = format!("<a href=\"{href}\" lang=\"{tag}\" hreflang=\"{tag}\"");
        assert!(page.contains(&link), "{link}");
        let path = href.split('?').next().unwrap();
        let alternate = format!("hreflang=\"{tag}\" href=\"https://werkbank.example{path}\"");
        assert!(page.contains(&alternate), "{alternate}");
    }
    for (address, ways) in [
        ("/kiosk/start", ["/kiosk/en/start", "/kiosk/ls/start"]),
        ("/kiosk/en/mehr", ["/kiosk/mehr", "/kiosk/ls/mehr"]),
        ("/kiosk/ls/anbieter", ["/kiosk/anbieter", "/kiosk/en/anbieter"]),
        ("/kiosk/ls", ["/kiosk/start", "/kiosk/en/start"]),
    ] {
        let page = html(address).await;
        for way in ways {
            assert!(page.contains(&format!("href=\"{way}\" lang=")), "{address}: {way}");
        }
    }
}

#[tokio::test]
async fn goals_and_the_idle_warning_are_in_plain_words() {
    let page = html("/kiosk/ls/start").await;
    for words in ["Weniger Geld ausgeben", "Er löscht alles."] {
        assert!(page.contains(words), "{words}");
    }
    assert!(html("/ls/geschichten").await.contains("Weniger Geld ausgeben"));
}
