//! Pages from the route table: that each answers, that they are the same every time, who may see
//! them, and how they are kept.

use serde_json::Value;
use tests::{Werkbank, program, repository};

/// Every line of `werkbank pages`.
fn pages() -> Vec<Value> {
    let output =
        program().arg("pages").arg("--content").arg(repository().join("content")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text<'a>(page: &'a Value, key: &str) -> &'a str {
    page[key].as_str().unwrap_or_default()
}

#[test]
fn every_public_page_answers_and_is_the_same_on_every_server() {
    let start = || {
        Werkbank::builder()
            .arg("--public-url=https://werkbank.example")
            .arg("--allow-examples")
            .start()
    };
    let (one, other) = (start(), start());
    let mut seen = 0;
    for page in pages() {
        let address = text(&page, "address");
        let data = text(&page, "surface") == "data";
        if data
            || text(&page, "right") != "public"
            || text(&page, "method") != "GET"
            || address.is_empty()
        {
            continue;
        }
        let answer = one.get(address);
        // Doors, and a form that staff opens.
        if address == "/mitarbeit" || address.ends_with("/anfrage/ausfuellen") {
            assert_eq!(answer.status, 303, "{address}");
            continue;
        }
        assert_eq!(answer.status, 200, "{address}");
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{address}");
        let html = answer.text();
        assert!(html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"), "{address}");
        assert!(!html.contains("<!>") && !html.contains("style=\""), "{address}");
        assert!(!html.contains("<script>"), "{address} has an inline script");
        assert!(html.contains(&format!("<html lang=\"{}\"", text(&page, "lang"))), "{address}");
        let boots = html.contains("/pkg/boot-");
        assert_eq!(
            boots,
            page["islands"].as_bool().unwrap(),
            "{address}: script only with islands"
        );
        assert!(html == other.get(address).text(), "{address} differs between two servers");
        seen += 1;
    }
    println!("{seen} pages");
    assert!(seen >= 40, "only {seen} pages");
}

#[test]
fn nobody_sees_the_desk_without_signing_in() {
    let werkbank = Werkbank::start();
    let mut seen = 0;
    for page in pages() {
        if matches!(text(&page, "right"), "public" | "link") {
            continue;
        }
        let path = text(&page, "path").replace(['{', '}'], "");
        let answer = if text(&page, "method") == "GET" {
            let answer = werkbank.get(&path);
            assert!(answer.location().starts_with("/mitarbeit/anmelden?weiter="), "{path}");
            answer.status == 303
        } else {
            werkbank.browser().post(&path, &[("id", "1")]).status == 403
        };
        assert!(answer, "{} {path}", text(&page, "method"));
        seen += 1;
    }
    println!("{seen} routes of the desk");
}

#[test]
fn forms_of_other_websites_are_refused() {
    let werkbank = Werkbank::start();
    let mut seen = 0;
    for page in pages() {
        if text(&page, "method") != "POST" {
            continue;
        }
        let path = text(&page, "path").replace(['{', '}'], "");
        for foreign in [("sec-fetch-site", "cross-site"), ("origin", "https://boese.example")] {
            let form = ("content-type", "application/x-www-form-urlencoded");
            let answer = werkbank.browser().send("POST", &path, &[foreign, form], b"a=1");
            assert_eq!(answer.status, 403, "{path}");
            let words = match text(&page, "lang") {
                "en" => "We take nothing",
                "de-simple" => "Das geht von dort nicht",
                _ => "nehmen wir nichts an",
            };
            assert!(answer.text().contains(words), "{path}");
        }
        seen += 1;
    }
    assert!(seen > 0, "no form was checked");
    println!("{seen} forms");
}

#[test]
fn a_page_the_browser_has_is_not_sent_again() {
    let werkbank = Werkbank::start();
    let packed = werkbank.browser().with("accept-encoding", "gzip, br").get("/geschichten");
    assert_eq!(packed.header("content-encoding"), Some("br"));
    assert_eq!(packed.header("cache-control"), Some("no-cache"));
    let tag = packed.header("etag").unwrap();
    let again = werkbank.browser().with("accept-encoding", "br").with("if-none-match", tag);
    let again = again.clone().get("/geschichten");
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), Some(tag));
}

#[test]
fn unknown_parameters_are_the_same_page() {
    let werkbank = Werkbank::start();
    let plain = werkbank.get("/geschichten?ziel=kundenbindung");
    for query in
        ["utm_source=x&ziel=kundenbindung", "ziel=kundenbindung&branche=&zimmer=%3Cscript%3E"]
    {
        let other = werkbank.get(&format!("/geschichten?{query}"));
        assert_eq!(other.header("etag"), plain.header("etag"), "{query}");
    }
    // A number that is none is the first page, and inert wherever an address repeats it.
    let odd = werkbank.get("/geschichten?seite=%3Cscript%3E&datum=%22%3E%3Cscript%3E");
    assert!(odd.status == 200 && !odd.text().contains("<script>"), "{}", odd.text());
    let filtered = werkbank.get("/geschichten?ziel=kosten");
    assert_ne!(filtered.header("etag"), plain.header("etag"));
    assert_eq!(werkbank.get("/geschichten?ziel=%C3").status, 400);
}
